"""Find the mistake in an employer's order: four clauses on what an order can lay down, one against the law.

The false clause gives employees less than the law or lets them do what it forbids: an order may give more. It stands
anywhere among the four. Rules on unions, inspectors, courts and payments of the state are in no order.
"""

# ruff: noqa: E501 a list of words reads better unbroken
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random

from assistant.law import LANGUAGES
from assistant.seminar import blanks, item, modals, numbers_asked, swaps
from assistant.seminar.item import Item
from assistant.seminar.proofs import Prover
from assistant.seminar.rules import Rule
from assistant.seminar.swaps import Swap

CLAUSES = 4
LONGEST = 150
ARTICLES = {  # what an employer lays down: work, rest, leave, pay, discipline, safety
    *("34", "36", "37", "41", "42", "62", "65", "127"),
    *(str(number) for number in range(67, 101)),
    *(str(number) for number in range(108, 114)),
    *("134", "135", "181", "182", "187"),
}
OTHERS = re.compile(
    r"профсоюз|соглашени|комисси|инспектор|суд(?:а|у|ом)?\b|закон|кодекс|государств|орган|представител|коллективн|подлежит|принимающ|категори|считают\b|признаётся|бывает|относится",
    re.IGNORECASE,
)


def of(rules: Sequence[Rule], lang: str, prover: Prover) -> Iterator[Item]:
    """Orders made of the rules of one topic, each rule in one of them."""
    held = [rule for rule in rules if laid_down(rule) and all(is_clause(rule.text(each)) for each in LANGUAGES)]
    Random(f"mistakes{len(held)}").shuffle(held)
    broken = {rule.identity: swap for rule in held if (swap := worse(rule, lang, prover)) is not None}
    spoilt = [rule for rule in held if rule.identity in broken]
    whole = [rule for rule in held if rule.identity not in broken] + spoilt
    used: set[str] = set()
    for wrong in spoilt:
        if wrong.identity in used:
            continue
        rest = [rule for rule in whole if rule is not wrong and rule.identity not in used]
        rest = _apart(wrong, rest)[: CLAUSES - 1]
        if len(rest) < CLAUSES - 1:
            return
        used |= {wrong.identity, *(rule.identity for rule in rest)}
        yield _order(wrong, rest, broken[wrong.identity], lang)


def is_clause(text: str) -> bool:
    """True if a rule can be numbered among others: it is short and no digit runs into its number."""
    return len(text) <= LONGEST and not text[0].isdigit()


def laid_down(rule: Rule) -> bool:
    """True for a rule of the Labour Code that an employer's order can repeat to heads of units."""
    return (
        rule.instrument.id == "kz-labour-code"
        and rule.digest.article in ARTICLES
        and not OTHERS.search(rule.text("ru"))
    )


def worse(rule: Rule, lang: str, prover: Prover) -> Swap | None:
    """The rule as an order against the law has it: a ban lifted, or a number worse for the employee; None if it cannot."""
    text, article = rule.text(lang), str(rule.digest.id)
    found = modals.sole(text, lang)
    if found is not None and found[0] == modals.BAN:
        return next((s for s in modals.turned(text, lang, article) if prover.false(s.text, rule, lang)), None)
    if re.search(swaps.PERMITS[lang], text) or re.match(
        r"(?:Сезонный )?[Рр]аботник\s(?:обязан|должен)", rule.text("ru")
    ):
        return None
    for _, blank in numbers_asked.figures(rule, lang):
        way = swaps.bound(text, blank, lang)
        for number in prover.others(rule, lang, blank) if way else ():
            if (number > blank.value) == (way > 0) and blanks.agreement(number) != "part":
                said = blanks.said(number, blank.unit, blank.form, lang)
                changed = text[: blank.start] + said + text[blank.end :]
                if prover.false(changed, rule, lang):
                    return Swap(swaps.FIGURE, changed, text[blank.start : blank.end], said)
    return None


def _apart(wrong: Rule, others: Sequence[Rule]) -> list[Rule]:
    """The others, at most two of an article and none of the article of the wrong one."""
    found: list[Rule] = []
    for rule in others:
        same = sum(each.digest.id == rule.digest.id for each in found)
        if rule.digest.id != wrong.digest.id and same == 0:
            found.append(rule)
    return found


def _order(wrong: Rule, rest: Sequence[Rule], swap: Swap, lang: str) -> Item:
    identity = item.name("mistake", lang, wrong.identity, *(rule.identity for rule in rest))
    names = item.shuffled([wrong.identity, *(rule.identity for rule in rest)], identity)
    by_name = {rule.identity: rule for rule in (wrong, *rest)}
    group = [by_name[each] for each in names]
    clauses = [f"{n}. {swap.text if rule is wrong else rule.text(lang)}" for n, rule in enumerate(group, 1)]
    stem = "\n".join(
        (item.say("ask mistake", lang), item.say("order head", lang), item.say("order remind", lang), *clauses)
    )
    options = tuple(item.say("clause", lang, number=str(n)) for n in range(1, CLAUSES + 1))
    return Item(
        identity, "mistake", lang, wrong.topics, wrong.instrument.short[lang], stem, options, (group.index(wrong),),
        tuple(rule.key(lang) for rule in (wrong, *rest)), working=(swaps.corrected(swap, lang),),
    )  # fmt: skip
