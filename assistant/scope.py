"""Read `corpus/scope.yaml` (what is not ours to answer) and `corpus/guidance.yaml` (what to do next).

Scope: kinds of questions with examples in three languages and the sentence to answer with. Guidance: for a
group of articles, the digest points that say where to turn and until when. It decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from assistant import checked_yaml
from assistant.law import Texts


@dataclass(frozen=True)
class Kind:
    """A kind of question that the corpus does not answer: why, what to say, how people ask it.

    `stems` are folded beginnings of words, or folded phrases, that speak for the kind by themselves.
    """

    id: str
    reason: str
    say: Texts
    questions: dict[str, tuple[str, ...]]
    stems: tuple[str, ...] = ()


@dataclass(frozen=True)
class Country:
    """Another country: folded word stems that name it, and adjectives that do so beside a word for law."""

    code: str
    stems: tuple[str, ...]
    adjectives: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scope:
    """Everything in `scope.yaml`; word lists are folded stems.

    `origin` and `work_here` tell that a question which names another country is still about work under our law;
    `of_work` are words with which one asks about work, whatever else the question is near to; `own_places` are towns
    and regions of the country whose law is asked by default.
    """

    kinds: tuple[Kind, ...]
    countries: tuple[Country, ...]
    unions: tuple[Country, ...]
    origin: tuple[str, ...]
    work_here: tuple[str, ...]
    law_words: tuple[str, ...]
    of_work: tuple[str, ...]
    own_country: tuple[str, ...]
    own_places: tuple[str, ...]
    say: dict[str, Texts]


@dataclass(frozen=True)
class Step:
    """What to do next after an answer from one of the articles (`*` for anything): digest points as `article/place`."""

    articles: tuple[str, ...]
    points: tuple[str, ...]


@dataclass(frozen=True)
class Guidance:
    """Next steps in the order in which they are tried; the last one fits every article."""

    steps: tuple[Step, ...]

    def after(self, article: str) -> Step | None:
        """The first step for an article id such as `kz-labour-code/52`."""
        return next((step for step in self.steps if any(fnmatchcase(article, name) for name in step.articles)), None)


def load_scope(path: Path) -> Scope:
    """Read `scope.yaml`; CorpusError names file and place."""
    return checked_yaml.read(path, Scope)


def load_guidance(path: Path) -> Guidance:
    """Read `guidance.yaml`; CorpusError names file and place."""
    return checked_yaml.read(path, Guidance)
