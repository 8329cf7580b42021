"""The nouns of a seminar: an item, its key, and the words in which a template asks.

Frozen dataclasses and the phrases of `phrases.yaml`. Nothing here knows a rule of law or makes an item.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from random import Random

import yaml

FILE = Path(__file__).with_name("phrases.yaml")
LEVELS = ("intro", "elected", "function")
CHOICE, SEVERAL, ORDER, MATCH, OPEN = "choice", "several", "order", "match", "open"
KINDS = {  # template: how it is answered, and the level it is first fit for
    "figure": (CHOICE, "intro"),
    "gap": (OPEN, "intro"),
    "true_false": (CHOICE, "intro"),
    "term": (MATCH, "intro"),
    "definition": (CHOICE, "intro"),
    "list": (SEVERAL, "intro"),
    "says": (CHOICE, "elected"),
    "several": (SEVERAL, "elected"),
    "modal": (CHOICE, "elected"),
    "article": (CHOICE, "elected"),
    "since": (CHOICE, "elected"),
    "mistake": (CHOICE, "elected"),
    "order": (ORDER, "elected"),
    "number": (CHOICE, "elected"),
    "heading": (CHOICE, "elected"),
    "match_article": (MATCH, "function"),
    "term_kk_ru": (MATCH, "function"),
    "calculation": (CHOICE, "function"),
}


@dataclass(frozen=True)
class Key:
    """Why an answer is right: the place, its name, its words, the edition they were checked against."""

    place: str
    label: str
    quote: str
    edition: date


@dataclass(frozen=True)
class Item:
    """One question of a quiz. `right` numbers the right options from 0; of an order, the options as they come first
    to last; of a match, the option of each term of `left`. An open item has no options but an `answer`.

    `about` is the act and heading that the question is about, `working` the steps of a calculation.
    """

    id: str
    template: str
    lang: str
    topics: tuple[str, ...]
    about: str
    stem: str
    options: tuple[str, ...]
    right: tuple[int, ...]
    keys: tuple[Key, ...]
    left: tuple[str, ...] = ()
    answer: str = ""
    working: tuple[str, ...] = field(default=())

    @property
    def kind(self) -> str:
        """How it is answered: choice, several, order, match or open."""
        return KINDS[self.template][0]

    @property
    def level(self) -> str:
        """The lowest level of training it is fit for."""
        return KINDS[self.template][1]

    @property
    def places(self) -> frozenset[str]:
        """The places of the law that it asks about; of a calculation the first, the others being rules of counting."""
        return frozenset(key.place for key in (self.keys[:1] if self.template == "calculation" else self.keys))


def name(template: str, lang: str, *parts: str) -> str:
    """The id of an item: the same for the same question, whatever the draw.

    >>> name("figure", "ru", "kz-labour-code/88/1", "24")[:10]
    'figure-ru-'
    """
    digest = hashlib.blake2b("\x1f".join((template, *parts)).encode(), digest_size=6).hexdigest()
    return f"{template}-{lang}-{digest}"


def shuffled(options: list[str], identity: str) -> list[str]:
    """The options in an order that depends on nothing but the item, the same in every language.

    >>> shuffled(["a", "b", "c"], "says-kk-00") == shuffled(["a", "b", "c"], "says-ru-00")
    True
    """
    kept = list(options)
    Random(identity.rpartition("-")[2]).shuffle(kept)
    return kept


@lru_cache(maxsize=1)
def phrases() -> dict[str, dict[str, str]]:
    """Every phrase of the seminar by key and language."""
    found: dict[str, dict[str, str]] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)  # noqa: S506
    return found


def say(key: str, lang: str, **details: str) -> str:
    """One phrase of the seminar in one language; KeyError if there is none."""
    return phrases()[key][lang].format(**details)
