"""Items that ask for the modal word of a rule: must, may or may not.

The wrong words are those that the law does not have there, proved as far as rules can. Where a rule stands is asked in
`headings`.
"""

# ruff: noqa: E501 a list of words reads better unbroken
from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from assistant import clauses
from assistant.seminar import blanks, item, modals
from assistant.seminar.item import Item
from assistant.seminar.proofs import Prover
from assistant.seminar.rules import Rule

MODAL = {  # a modal word that can be blanked, and the three it is chosen from
    "ru": (
        r"(?<!не )\b(обязан|вправе|не вправе)\b(?! не\b)(?=\s+[а-яё]+(?:ть|ти|чь)(?:ся|сь)?\b)",
        ("обязан", "вправе", "не вправе"),
    ),
    "kk": (r"(?<=[ғгқк][ае] )(міндетті|құқылы|құқылы емес)(?=\.)", ("міндетті", "құқылы", "құқылы емес")),
    "en": (r"\b(must not|may not|must|may)\b", ("must", "may", "may not")),
}
RU_SUBJECT = re.compile(
    r"(?:Работодатель|Работник|Профсоюз|Государственный инспектор труда|Оператор|Субъект|Пользователь|Собственник)\b"
)
SEVERAL = re.compile(r"\bи\b")  # «женщина и работник … обязан» do not agree
BOUND = {  # with a negation or a bound before the blank another word may say the same
    "ru": r"\bне\b|\bни\b|только|лишь",
    "kk": r"\bтек\b|ғана|емес\b(?!\.)",
    "en": r"^(?:no|not|only|nobody|neither)\b|no more|not less|\bonly\b|\bnot\b",
}
EN_PARTY = re.compile(
    r"(?:The|An?) (?:[\w'-]+ ){0,3}?(?:employer|employee|union|party|commission|inspector|operator|subject|agency)\b(?!'|\u2019)"
)
DUTIES_LEFT_OUT = 0.5  # of the items on duties: there are more of them than of rights


def modal(rule: Rule, lang: str, prover: Prover) -> Iterator[Item]:
    """The rule without its one modal word: must, may, may not."""
    text = rule.text(lang)
    pattern, words = MODAL[lang]
    found = list(re.finditer(pattern, text))
    article = str(rule.digest.id)
    if article in modals.GENERAL or not modals.sayable(text, lang) or (lang == "en" and not EN_PARTY.match(text)):
        return
    if len(found) != 1 or (lang == "ru" and not RU_SUBJECT.match(text)) or _modals(text, lang) != 1:
        return
    match = found[0]
    if re.search(modals.OWN_WAY[lang], text):  # a right to do a thing in a set way is a duty to keep to it
        return
    if lang == "ru" and SEVERAL.search(text[: match.start()]):
        return
    before = re.split(r"[,–—]", text[: match.start()])[-1]
    if re.search(BOUND[lang], text[: match.start()], re.IGNORECASE) or modals.IF[lang].search(before):
        return
    if match[1] in ("обязан", "міндетті", "must") and Random(f"modal{rule.identity}").random() < DUTIES_LEFT_OUT:
        return
    right = "may not" if match[1] == "must not" else match[1]
    wrong = [word for word in words if word != right]
    if not all(prover.false(text[: match.start()] + word + text[match.end() :], rule, lang) for word in wrong):
        return
    identity = item.name("modal", lang, rule.identity)
    stem = f"{item.say('ask modal', lang)}\n{text[: match.start()]}{blanks.BLANK}{text[match.end() :]}"
    yield Item(
        identity,
        "modal",
        lang,
        rule.topics,
        rule.instrument.short[lang],
        stem,
        words,
        (words.index(right),),
        (rule.key(lang),),
    )


def _modals(text: str, lang: str) -> int:
    return sum(len(clause.modals) for clause in clauses.read(text, lang))
