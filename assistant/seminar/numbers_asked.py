"""Items that ask for a number of a rule: a choice of four, or a blank to fill.

Each figure of a rule that stands in its sentence once gives one of each. The wrong numbers come from `proofs`.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant import measures
from assistant.law import Figure
from assistant.seminar import blanks, item, swaps
from assistant.seminar.blanks import Blank
from assistant.seminar.item import Item
from assistant.seminar.proofs import Prover
from assistant.seminar.rules import Rule

WRONG = 3  # wrong numbers beside the right one
LEAST_WRONG = 2


def figures(rule: Rule, lang: str) -> Iterator[tuple[Figure, Blank]]:
    """The figures of a rule that can be blanked in its sentence, each value and unit once."""
    seen: set[tuple[float, str]] = set()
    for figure in rule.digest.figures:
        mark = (figure.value, figure.unit)
        if figure.at != rule.point.at or mark in seen:
            continue
        if (blank := blanks.find(rule.text(lang), lang, figure)) and not (lang == "en" and _told(blank)):
            seen.add(mark)
            yield figure, blank


def _told(blank: Blank) -> bool:
    """True for «_____ time a month»: the English singular tells that it is one."""
    return blank.value == 1 and not blank.form


def choices(rule: Rule, lang: str, prover: Prover) -> Iterator[Item]:
    """One choice for each figure: the right number and two or three that the law does not set there."""
    for figure, blank in figures(rule, lang):
        if swaps.PERMITS[lang].search(rule.text(lang)) or swaps.or_more(rule.text(lang), blank):
            continue
        stem = blank.stem(rule.text(lang))
        right = blanks.said(blank.value, blank.unit, blank.form, lang)
        wrong = _wrong(rule, lang, blank, prover)
        if len(wrong) < LEAST_WRONG:
            continue
        identity = item.name("figure", lang, rule.identity, str(figure.value), figure.unit)
        options = _ordered([right, *wrong])
        asked = f"{_asked('figure', blank, lang)}\n{stem}"
        yield Item(
            identity, "figure", lang, rule.topics, _about(rule, blank, lang), asked,
            tuple(options), (options.index(right),), (rule.key(lang),),
        )  # fmt: skip


def _asked(template: str, blank: Blank, lang: str) -> str:
    """What is asked: a number, or a number with its unit where the blank takes both."""
    return item.say(f"ask {template} unit" if blank.form in ("plain", "genitive") else f"ask {template}", lang)


def _about(rule: Rule, blank: Blank, lang: str) -> str:
    """The act and the heading of the article; the act alone where the heading tells the number."""
    told = {each.value for each in measures.quantities(rule.digest.title[lang], lang)}
    return rule.instrument.short[lang] if blank.value in told else rule.about(lang)


def _wrong(rule: Rule, lang: str, blank: Blank, prover: Prover) -> list[str]:
    """Wrong answers: the same number of the other kind of days where the rule names one, then other numbers.

    Of a bound two thirds lie on the side that makes the rule false; the rest keep the right one from standing last.
    """
    text = rule.text(lang)
    found: list[str] = []
    for swap in swaps.units(text, lang):
        if blank.form and blank.start <= text.find(swap.was) <= blank.end and prover.false(swap.text, rule, lang):
            other = {"calendar_days": "working_days", "working_days": "calendar_days"}[blank.unit]
            found.append(blanks.said(blank.value, other, blank.form, lang))
    way = swaps.direction(text, blank, lang) or 0
    aside: list[str] = []
    for number in prover.others(rule, lang, blank):
        said = blanks.said(number, blank.unit, blank.form, lang)
        if not prover.false(text[: blank.start] + said + text[blank.end :], rule, lang):
            continue
        if way and (number > blank.value) != (way > 0):
            aside.append(said)
        elif len(found) < WRONG:
            found.append(said)
    return [*found[: WRONG - 1], *(aside[:1] or found[WRONG - 1 :])]


def _ordered(options: list[str]) -> list[str]:
    """Numbers from small to great, so that their order tells nothing."""
    return sorted(options, key=lambda said: (blanks.value(next(blanks.DIGITS.finditer(said))[0]), said))


def gaps(rule: Rule, lang: str) -> Iterator[Item]:
    """One blank to fill for each figure, without options."""
    for figure, blank in figures(rule, lang):
        if figure.unit == "count":  # what is counted may be guessed in several ways
            continue
        stem = blank.stem(rule.text(lang))
        identity = item.name("gap", lang, rule.identity, str(figure.value), figure.unit)
        answer = blanks.said(blank.value, blank.unit, blank.form, lang)
        asked = f"{_asked('gap', blank, lang)}\n{stem}"
        yield Item(
            identity, "gap", lang, rule.topics, _about(rule, blank, lang), asked, (), (),
            (rule.key(lang),), answer=answer,
        )  # fmt: skip
