"""Which rules are asked about: short ones, said in one breath, that nobody has taken out by hand.

A quiz is read aloud to a room. What has brackets, lists, abbreviations or two sentences' worth of conditions stays in
hand-outs. It does not judge whether a rule is right, and makes no items.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from assistant import checked_yaml
from assistant.law import LANGUAGES
from assistant.seminar import places
from assistant.seminar.rules import Bank, Rule

LONGEST = 180  # characters of a rule that a room follows by ear
THIN = {"discipline", "algorithms", "liability", "platform", "minors"}  # topics with fewer than ten such rules
LONGEST_THIN = 215
LAID_OUT = re.compile(r"[()\[\];:«»“”\"…/№]|\d%")  # brackets and lists cannot be heard
CLUMSY = {  # words of the street, abbreviations, numbers that the language says in words
    "kk": re.compile(r"больничн|отпуск|\bгпх\b|\bмәс\b|\bжсн\b", re.IGNORECASE),
    "ru": re.compile(r"\bгпх\b|\bмсэ\b|\bиин\b|\bи \(или\)|юрлиц|физлиц|к коэффициенту|и тем, что", re.IGNORECASE),
    "en": re.compile(
        r"[а-яё]|\b1 times?\b|\bnumber \d|\bday \d|\b1 pay|\band/or\b|\bof them 1\b|\band \(or\)|\binstead\b",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True)
class Unasked:
    """A rule that no item is made from, and why: what stands beside it in the law, or how it sounds."""

    at: str
    why: str


@dataclass(frozen=True)
class _File:
    unasked: list[Unasked]


def load(path: Path, bank: Bank) -> frozenset[str]:
    """The identities of the rules that no item is made from; CorpusError for a place that there is not."""
    return frozenset(places.point(bank, each.at).identity for each in checked_yaml.read(path, _File).unasked)


def asked(rule: Rule, unasked: frozenset[str], lang: str) -> bool:
    """True for a rule that can be heard in each of the three languages and is not taken out.

    Of a topic with few such rules, one that can be heard in the language of the room is enough, and may be longer.
    """
    if rule.identity in unasked:
        return False
    if THIN & set(rule.topics):
        return heard(rule.text(lang), lang, LONGEST_THIN)
    return all(heard(rule.text(each), each) for each in LANGUAGES)


def heard(text: str, lang: str, longest: int = LONGEST) -> bool:
    """True if a room can follow a sentence by ear.

    >>> heard("Отпуск дают (а) работнику; (б) пенсионеру.", "ru")
    False
    """
    return len(text) <= longest and not LAID_OUT.search(text) and not CLUMSY[lang].search(text)
