"""Read the case cards of `corpus/cases`: stories from work with what decides them, for a seminar.

It checks the form of a card and names file and line of a fault. It does not find out whether the points that a card
names exist, nor whether the solution is right: tests compare both with the digests, and a second reader dates the card.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from assistant import checked_yaml
from assistant.errors import CorpusError
from assistant.law import LANGUAGES

TOPICS = (
    "dismissal discipline contracts pay hours leave maternity safety remote platform "
    "surveillance algorithms union bargaining strikes minors disputes"
).split()
LEVELS = "intro elected function".split()
"""Introduction for activists, training of elected staff, modules on functions."""


def _known_topic(topic: str) -> str:
    if topic not in TOPICS:
        raise ValueError(f"topic {topic!r} is none of {', '.join(TOPICS)}")
    return topic


Said = Annotated[str, Field(pattern=r"\S")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Trio(_Strict):
    """One text in Kazakh, Russian and English."""

    kk: Said
    ru: Said
    en: Said

    def said(self, lang: str) -> str:
        """The text in a language, `kk`, `ru` or `en`."""
        return str(getattr(self, lang))


class Lists(_Strict):
    """Several texts in Kazakh, Russian and English, the same number in each language."""

    kk: tuple[Said, ...]
    ru: tuple[Said, ...]
    en: tuple[Said, ...]

    def said(self, lang: str) -> tuple[str, ...]:
        """The texts in a language, `kk`, `ru` or `en`."""
        return tuple(getattr(self, lang))


def _even(lists: Lists) -> Lists:
    if len({len(lists.said(lang)) for lang in LANGUAGES}) != 1 or not lists.kk:
        raise ValueError("the languages do not hold the same number of texts")
    return lists


def _two_to_five(lists: Lists) -> Lists:
    if not 2 <= len(lists.kk) <= 5:
        raise ValueError("2 to 5 questions are asked")
    return lists


Even = Annotated[Lists, AfterValidator(_even)]


class Deciding(Trio):
    """A point of a digest, `kz-labour-code/52/1/8` or the second one there, `…#2`, and how it decides the case."""

    point: Annotated[str, Field(pattern=r"^[a-z0-9-]+/[\w-]+(?:/[\w-]+)*(?:#[1-9]\d*)?$")]


class Case(_Strict):
    """A case card: the story, the questions, the points that decide, the solution, common errors, talking points.

    `working` shows how numbers of the solution were reckoned that stand in no point; `reviewed` is the day on which a
    second reader tried to prove the card wrong.
    """

    id: str
    topic: Annotated[str, AfterValidator(_known_topic)]
    level: Literal["intro", "elected", "function"]
    people: Annotated[tuple[Trio, ...], Field(min_length=1)]
    situation: Trio
    questions: Annotated[Even, AfterValidator(_two_to_five)]
    decides: Annotated[tuple[Deciding, ...], Field(min_length=1)]
    answer: Trio
    working: Trio | None = None
    errors: Even
    discussion: Even
    minutes: Annotated[int, Field(ge=10, le=30)]
    reviewed: date | None = None


def load(folder: Path) -> tuple[Case, ...]:
    """All case cards of `corpus/cases`, in the order of their files; CorpusError names file and line of a fault."""
    return tuple(read(path) for path in sorted(folder.glob("*.yaml")))


def read(path: Path) -> Case:
    """One case card, whose file is named after its id; CorpusError names file and line."""
    case = checked_yaml.read(path, Case)
    if case.id != path.stem:
        raise CorpusError(f"{path}:1: id: {case.id!r} is not the name of the file")
    return case
