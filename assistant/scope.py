"""Read `corpus/scope.yaml` (what is not ours to answer) and `corpus/guidance.yaml` (what to do next).

Scope: kinds of questions with examples in three languages and the sentence to answer with. Guidance: for a
group of articles, the digest points that say where to turn and until when. It decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from assistant.errors import CorpusError
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

    `origin` and `work_here` tell that a question which names another country is still about work under our law.
    """

    kinds: tuple[Kind, ...]
    countries: tuple[Country, ...]
    unions: tuple[Country, ...]
    origin: tuple[str, ...]
    work_here: tuple[str, ...]
    law_words: tuple[str, ...]
    own_country: tuple[str, ...]
    say: dict[str, Texts]


@dataclass(frozen=True)
class Step:
    """What to do next after an answer from one of the articles: digest points as `article/place`."""

    articles: tuple[str, ...]
    points: tuple[str, ...]


@dataclass(frozen=True)
class Guidance:
    """Next steps in the order in which they are tried; the last one fits every article."""

    steps: tuple[Step, ...]

    def after(self, article: str) -> Step | None:
        """The first step for an article id such as `kz-labour-code/52`."""
        return next((step for step in self.steps if article in step.articles or "*" in step.articles), None)


def load_scope(path: Path) -> Scope:
    """Read `scope.yaml`; CorpusError names file and place."""
    found: Scope = TypeAdapter(Scope).validate_python(_read(path, Scope))
    return found


def load_guidance(path: Path) -> Guidance:
    """Read `guidance.yaml`; CorpusError names file and place."""
    found: Guidance = TypeAdapter(Guidance).validate_python(_read(path, Guidance))
    return found


def _read(path: Path, shape: type) -> Any:
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)  # noqa: S506
        TypeAdapter(shape).validate_python(data)
    except FileNotFoundError as error:
        raise CorpusError(f"{path}: not there") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        raise CorpusError(f"{path}:{mark.line + 1 if mark else 1}: not YAML") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise CorpusError(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    return data
