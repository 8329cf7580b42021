"""Items that ask for everything on a list: what a party must do, beside what it only may do.

Made from articles that give a party both duties and rights, one point each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from assistant.seminar import item
from assistant.seminar.item import Item
from assistant.seminar.proofs import Prover
from assistant.seminar.rules import Rule

VERBS = (
    r"(?:demand|receive|get|obtain|take|apply|go|create|join|issue|amend|collect|ask|defend|require|set|make|refuse)\b"
)
DUTY = {
    "ru": (r"^(?P<who>{who}) обязан (?P<what>[а-яё]+(?:ть|ти|чь)(?:ся|сь)?\b.+)\.$", "{who} обязан {what}."),
    "kk": (r"^(?P<who>{who}) (?P<what>[^.]+[ғгқк][ае]) міндетті\.$", "{who} {what} міндетті."),
    "en": (r"^(?P<who>{who}) must (?!not\b)(?P<what>.+)\.$", "{who} must {what}."),
}
RIGHT = {
    "ru": r"^(?P<who>{who}) (?:вправе|может|имеет право) (?P<what>[а-яё]+(?:ть|ти|чь)(?:ся|сь)?\b.+)\.$",
    "kk": r"^(?P<who>{who}) (?P<what>[^.]+[ғгқк][ае]) құқылы\.$",
    "en": r"^(?P<who>{who}) (?:may (?!not\b)|has the right to (?=" + VERBS + r"))(?P<what>.+)\.$",
}
PARTIES = ("employer", "employee", "union", "inspector")
LONGEST = 130
OPTIONS = 5


def items(rules: tuple[Rule, ...], lang: str, prover: Prover) -> Iterator[Item]:
    """Items of five: two or three duties of a party, the rest its rights from the same article."""
    for party in PARTIES:
        who = item.say(party, lang)
        duties = list(_matching(rules, DUTY[lang][0], who, lang))
        false = [
            (rule, what)
            for rule, what in _matching(rules, RIGHT[lang], who, lang)
            if prover.false(DUTY[lang][1].format(who=who, what=what), rule, lang)
        ]
        while len(duties) >= 2 and len(false) >= 2:
            identity = item.name("list", lang, party, duties[0][0].identity, false[0][0].identity)
            count = min(len(duties), 3 if Random(identity).random() < 0.5 or len(false) < 3 else 2)
            right, duties = duties[:count], duties[count:]
            wrong, false = false[: OPTIONS - count], false[OPTIONS - count :]
            options = item.shuffled([what for _, what in (*right, *wrong)], identity)
            numbers = tuple(sorted(options.index(what) for _, what in right))
            keys = tuple(rule.key(lang) for rule, _ in (*right, *wrong))
            rule = right[0][0]
            yield Item(
                identity, "list", lang, rule.topics, rule.instrument.short[lang], item.say(f"ask duty {party}", lang),
                tuple(options), numbers, keys,
            )  # fmt: skip


def _matching(rules: tuple[Rule, ...], pattern: str, who: str, lang: str) -> Iterator[tuple[Rule, str]]:
    for rule in rules:
        match = re.match(pattern.replace("{who}", re.escape(who)), rule.text(lang))
        if match and len(match["what"]) <= LONGEST and ". " not in match["what"]:
            yield rule, match["what"]
