"""Items that ask for an order: the steps of a dispute, time limits from the shortest to the longest.

They are written by hand in `corpus/sequences.yaml`, each step with its point; every four steps of one make an item.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from assistant import checked_yaml
from assistant.seminar import item, places
from assistant.seminar.item import Item
from assistant.seminar.rules import Bank

STEPS = 4


@dataclass(frozen=True)
class Step:
    """A step in three languages and the point that it is taken from."""

    at: str
    kk: str
    ru: str
    en: str


@dataclass(frozen=True)
class Sequence:
    """Steps in their only order; `terms`: time limits, the shortest first."""

    id: str
    kk: str
    ru: str
    en: str
    steps: list[Step]
    terms: bool = False


@dataclass(frozen=True)
class _File:
    sequences: list[Sequence]


def load(path: Path) -> tuple[Sequence, ...]:
    """All sequences; CorpusError names the file and what is wrong."""
    return tuple(checked_yaml.read(path, _File).sequences)


def items(sequences: tuple[Sequence, ...], bank: Bank, lang: str) -> Iterator[Item]:
    """One item for every four steps of a sequence; `right` lists the options as they come first to last."""
    for sequence in sequences:
        for steps in combinations(sequence.steps, min(STEPS, len(sequence.steps))):
            rules = [places.rule(bank, step.at) for step in steps]
            identity = item.name("order", lang, sequence.id, *(step.at for step in steps))
            texts = [str(getattr(step, lang)) for step in steps]
            options = item.shuffled(texts, identity)
            ask = item.say("ask order_terms" if sequence.terms else "ask order", lang)
            yield Item(
                identity, "order", lang, rules[-1].topics, rules[0].instrument.short[lang],
                f"{ask}\n{getattr(sequence, lang)}", tuple(options), tuple(options.index(text) for text in texts),
                tuple(rule.key(lang) for rule in rules),
            )  # fmt: skip
