"""All items of a language and topics, and a draw from them that a seed repeats.

A draw takes templates in turn, asks of no place twice and of one article again only when the others are used up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from random import Random

from assistant import glossary
from assistant.corpus import Corpus
from assistant.members import article_of
from assistant.seminar import (
    asking,
    calculations,
    duties,
    mistakes,
    numbers_asked,
    sequences,
    since,
    terms,
    topics,
    words_asked,
)  # fmt: skip
from assistant.seminar.headings import Articles
from assistant.seminar.item import KINDS, LEVELS, Item
from assistant.seminar.proofs import Prover
from assistant.seminar.rules import Bank, Rule
from assistant.seminar.statements import Statements

A_TEMPLATE = 5  # of so many items one is of the same template, where the topics give others
MOST_RULES = 320  # rules that a draw is made from: more only take longer


class Pool:
    """The items of a corpus on a day; opened once, asked often."""

    def __init__(self, corpus: Corpus, folder: Path, day: date) -> None:
        self.topics = topics.load(folder / "topics.yaml")
        self.bank = Bank(corpus, day, self.topics)
        self.prover = Prover(self.bank)
        self.unasked = asking.load(folder / "unasked.yaml", self.bank)
        self._sequences = sequences.load(folder / "sequences.yaml")
        self._terms = glossary.load(folder / "glossary.yaml")
        self._statements: dict[str, Statements] = {}
        self._written: dict[str, list[Item]] = {}

    def rules(self, chosen: Collection[str] = ()) -> list[Rule]:
        """The usable rules of some topics, or of all."""
        return [rule for rule in self.bank.rules if rule.topics and (not chosen or set(chosen) & set(rule.topics))]

    def asked(self, lang: str, chosen: Collection[str] = ()) -> list[Rule]:
        """Those of them that items are made from in a language: a room can follow them by ear."""
        return [rule for rule in self.rules(chosen) if asking.asked(rule, self.unasked, lang)]

    def items(self, lang: str, chosen: Collection[str] = ()) -> list[Item]:
        """Every item in a language on some topics, or on all; takes seconds for a topic, a minute for all."""
        return self._from(self.asked(lang, chosen), lang, chosen)

    def _from(self, rules: Sequence[Rule], lang: str, chosen: Collection[str]) -> list[Item]:
        if lang not in self._written:
            self._written[lang] = list(self._of_all(lang))
        made = [*self._of_rules(rules, lang), *self._of_groups(rules, lang), *self._written[lang]]
        kept = [item for item in made if not chosen or set(chosen) & set(item.topics)]
        return list({(item.stem, tuple(sorted(item.options)), item.left): item for item in kept}.values())

    def _of_rules(self, rules: Sequence[Rule], lang: str) -> Iterator[Item]:
        statements, articles = self._of(lang), Articles(self.bank, lang)
        for rule in rules:
            yield from numbers_asked.choices(rule, lang, self.prover)
            yield from numbers_asked.gaps(rule, lang)
            yield from words_asked.modal(rule, lang, self.prover)
            yield from articles.which(rule)
        judged = [each for rule in rules for each in statements.true_false(rule)]
        yield from statements.balanced(judged, [each for rule in rules for each in statements.spare(rule)])

    def _of_groups(self, rules: Sequence[Rule], lang: str) -> Iterator[Item]:
        statements, articles = self._of(lang), Articles(self.bank, lang)
        for group in _grouped(rules, lambda rule: (rule.instrument.id, rule.topics[0])):
            yield from statements.says(group)
            yield from statements.several(group)
            yield from mistakes.of(group, lang, self.prover)
            yield from articles.match(group)
            yield from articles.heading(group)
        for group in _grouped(rules, lambda rule: (str(rule.digest.id), "")):
            yield from duties.items(tuple(group), lang, self.prover)

    def _of_all(self, lang: str) -> Iterator[Item]:
        yield from calculations.items(self.bank, lang)
        yield from sequences.items(self._sequences, self.bank, lang)
        yield from terms.of_definitions(self.bank, lang, self.unasked)
        yield from terms.of_languages(self.bank, self._terms, lang)
        yield from since.items(self.bank, lang, self.unasked)

    def _of(self, lang: str) -> Statements:
        return self._statements.setdefault(lang, Statements(self.prover, lang))

    def draw(
        self, count: int, lang: str, seed: int, chosen: Collection[str] = (), level: str = LEVELS[-1], beside: str = ""
    ) -> list[Item]:
        """So many items, the same for the same seed; fewer where the topics give no more.

        `level` is the highest level of the items; `beside` a second language in which each item must exist, too.
        """
        rules, chance = self.asked(lang, chosen), Random(f"{seed}")
        if len(rules) > MOST_RULES:
            rules = sorted(chance.sample(rules, MOST_RULES), key=lambda rule: rule.identity)
        held = self._from(rules, lang, chosen)
        if beside:
            also = {twin(item) for item in self._from(self._also(rules, beside), beside, chosen)}
            held = [item for item in held if twin(item) in also]
        allowed = LEVELS[: LEVELS.index(level) + 1]
        fit = [item for item in held if item.level in allowed]
        drawn = _varied(fit, count, chance)
        return drawn if len(drawn) == count else max(drawn, _one_by_one(fit, count, chance), key=len)

    def _also(self, rules: Sequence[Rule], lang: str) -> list[Rule]:
        """Those of some rules that are asked about in a second language, too."""
        return [rule for rule in rules if asking.asked(rule, self.unasked, lang)]

    def translated(self, items: Sequence[Item], lang: str, chosen: Collection[str] = ()) -> list[Item]:
        """The same items in another language, in the same order, those that exist there."""
        places = {place for item in items for place in item.places}
        rules = [rule for rule in self.asked(lang, chosen) if rule.place in places]
        held = {twin(item): item for item in self._from(rules, lang, chosen)}
        return [held[twin(item)] for item in items if twin(item) in held]


def twin(item: Item) -> str:
    """What an item has in common with the same one in another language."""
    return f"{item.template}-{item.id.rpartition('-')[2]}"


def _grouped(rules: Sequence[Rule], by: Callable[[Rule], tuple[str, str]]) -> list[list[Rule]]:
    found: dict[tuple[str, str], list[Rule]] = {}
    for rule in rules:
        found.setdefault(by(rule), []).append(rule)
    return list(found.values())


def _varied(held: list[Item], count: int, chance: Random) -> list[Item]:
    """Items of every template in turn, each on places and sums that no other asks about, on articles little used."""
    waiting: dict[str, list[Item]] = {template: [] for template in KINDS}
    for item in sorted(held, key=lambda each: each.id):
        waiting[item.template].append(item)
    order = [template for template in waiting if waiting[template]]
    chance.shuffle(order)
    for template in order:
        chance.shuffle(waiting[template])
    used: set[str] = set()
    articles: Counter[str] = Counter()
    chosen: list[Item] = []
    for most in (count // A_TEMPLATE + 1, count):  # of one template: first a share, then what is left
        taken = Counter(item.template for item in chosen)
        while len(chosen) < count:
            before = len(chosen)
            for template in order:
                found = _next(waiting[template], used, articles) if taken[template] < most else None
                if found is not None and len(chosen) < count:
                    chosen.append(found)
                    taken[template] += 1
                    used |= marks(found)
                    articles.update(_articles(found))
            if len(chosen) == before:
                break
    return chosen


def _one_by_one(held: list[Item], count: int, chance: Random) -> list[Item]:
    """Items on one place first, then those on several: an order or a match takes four places of a topic with few."""
    first = _varied([item for item in held if len(item.places) == 1], count, chance)
    used = {mark for item in first for mark in marks(item)}
    return first + _varied([item for item in held if not marks(item) & used], count - len(first), chance)


def marks(item: Item) -> set[str]:
    """What no two items of a draw share: the places asked about, and the days or sums among which one is chosen."""
    return set(item.places) | ({" ".join(sorted(item.options))} if item.template == "calculation" else set())


def _articles(item: Item) -> set[str]:
    return set(map(article_of, item.places))


def _next(waiting: list[Item], used: set[str], articles: Counter[str]) -> Item | None:
    """The item of a template whose articles were asked about least; it is taken out, as are those on used places."""
    waiting[:] = [item for item in waiting if not marks(item) & used]
    if not waiting:
        return None
    best = min(waiting[:200], key=lambda item: sum(articles[each] for each in _articles(item)) / len(_articles(item)))
    waiting.remove(best)
    return best
