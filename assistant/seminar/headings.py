"""Items that ask where a rule stands: one of four articles, four rules and their articles, the heading of an article.

An article is wrong only if none of its points speaks of the same. A heading whose words stand in the rule gives itself
away unless others share them, too, rare words counting more: then only numbers are shown. Headings are whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log
from random import Random

from assistant import clauses
from assistant.seminar import item
from assistant.seminar.heading_words import beginnings
from assistant.seminar.item import Item
from assistant.seminar.rules import TITLE, Bank, Rule

ALIKE = 0.42  # share of a rule's words from which an article may hold it too
SHORT = 130
ANYTHING = {"kz-trade-union-law/9"}  # a charter says something on nearly every matter of the law
KINDRED = {  # articles of which readers saw that the one says what the other does: never offered beside each other
    "kz-labour-code": ("22 23 24 181 182", "23 118", "39 41 46 58", "41 66", "68 70", "147 148 150", "153 157",
                       "154 158", "159 160 165 166 167 169", "188 189 190"),
    "kz-social-code": ("77 81 84 85", "99 100"),
    "kz-trade-union-law": ("16 17 18 20 21 22 30 31", "4 25", "5 8 9 10", "5 11 12 13 14 15", "11 12 13 14 16",
                           "23 28 29 30"),
}  # fmt: skip
LEAST_NEAR = 2  # wrong articles of the topic of the rule
NEAR = 2  # wrong headings of three that must tell nearly as much as the right one
NEARLY = 1.1  # so much more a right heading may tell than the nearest wrong one
MATCHED = 1.6  # the same in a match, where each heading is needed once
NOTIONS = 1  # the article of notions could hold anything
PRINCIPLES = re.compile(r"(?i)принцип")
HELD = 0.75  # share of a heading's words from which a point tells what the heading names
AROUND = 12  # articles nearest in number
TRIES = 6  # orders in which rules are put together for matching


def _order(rule: Rule) -> tuple[int, int]:
    """An article's number as it is counted: 126-1 comes after 126."""
    number, _, dashed = rule.digest.article.partition("-")
    return int(number), int(dashed or 0)


def _kindred(one: Rule, other: Rule) -> bool:
    """True for two articles of an act that say much the same: 187 and 187-1, or those of one row of the list."""
    if one.instrument.id != other.instrument.id:
        return False
    first, second = one.digest.article, other.digest.article
    same = first.partition("-")[0] == second.partition("-")[0]
    return same or any({first, second} <= set(row.split()) for row in KINDRED.get(one.instrument.id, ()))


class Articles:
    """Items that ask where a rule stands, for one language."""

    def __init__(self, bank: Bank, lang: str) -> None:
        self.bank, self.lang = bank, lang
        self._weights: dict[str, dict[str, float]] = {}

    def speaks(self, article: str, rule: Rule) -> bool:
        """True if a point of an article may say the same as a rule, or either refers to the other."""
        rules = self.bank.of_article[article]
        if article in ANYTHING or _kindred(rules[0], rule):
            return True
        if article in rule.digest.see or str(rule.digest.id) in rules[0].digest.see:
            return True
        said = clauses.stems(rule.text(self.lang), self.lang)
        titled = clauses.stems(rules[0].digest.title[self.lang], self.lang)
        held = (clauses.stems(other.text(self.lang), self.lang) for other in rules)
        return any(len(said & other) >= ALIKE * len(said) for other in held) or len(said & titled) >= 0.6 * len(titled)

    def title(self, rule: Rule) -> str:
        """The heading of a rule's article; empty if it can only be shown cut."""
        title = rule.digest.title[self.lang].strip()
        whole = len(title) <= TITLE and not re.search(r"(?i)…|настоящ|\bосы\b|\bthis\b|^\W*$", title)
        whole = whole and not (self.lang == "en" and re.search("[а-я]", title))
        return title if whole else ""

    def name(self, rule: Rule) -> str:
        """The article of a rule with its heading."""
        return item.say("article of", self.lang, article=rule.digest.article, title=self.title(rule))

    def _score(self, held: Rule, rule: Rule) -> float:
        """How much a heading tells of a rule: the words it shares with it, each the more the fewer headings have it."""
        words = beginnings(self.title(held), self.lang) & beginnings(rule.text(self.lang), self.lang)
        weights = self._weight(rule.instrument.id)
        return sum(weights[word] for word in words)

    def _weight(self, act: str) -> dict[str, float]:
        """How rare each word is among the headings of an act, from 0 for one that all have."""
        if act not in self._weights:
            titles = {str(o.digest.id): self.title(o) for o in self.bank.everything if o.instrument.id == act}
            counted = Counter(word for title in titles.values() for word in beginnings(title, self.lang))
            self._weights[act] = {word: log(len(titles) / count) for word, count in counted.items()}
        return self._weights[act]

    def which(self, rule: Rule) -> Iterator[Item]:
        """Which article has the rule: with headings where they tell nothing, else by number."""
        if rule.digest.article != str(NOTIONS):
            headed = next(self._headed(rule), None) if self.title(rule) else None
            made = headed or next(self._numbered(rule), None)
            if made is not None:
                yield made

    def _numbered(self, rule: Rule) -> Iterator[Item]:
        """The article of a rule among three near it, of its topic first, that do not speak of the same."""
        if len(rule.text(self.lang)) > SHORT:
            return
        near = [each for each in self._neighbours(rule) if not self.speaks(str(each.digest.id), rule)]
        near.sort(key=lambda each: not set(each.topics) & set(rule.topics))
        wrong = near[:3]
        if len(wrong) < 3:
            return
        identity = item.name("number", self.lang, rule.identity)
        told = sorted((rule, *wrong), key=_order)
        options = [item.say("article number", self.lang, article=each.digest.article) for each in told]
        stem = f"{item.say('ask number', self.lang)}\n{rule.text(self.lang)}"
        yield Item(
            identity, "number", self.lang, rule.topics, rule.instrument.short[self.lang], stem, tuple(options),
            (told.index(rule),), (rule.key(self.lang),),
        )  # fmt: skip

    def _neighbours(self, rule: Rule) -> list[Rule]:
        """A rule of each other article of the act: those around it in an order of chance, then the rest."""
        held = {str(each.digest.id): each for each in self.bank.rules if each.instrument.id == rule.instrument.id}
        held.pop(str(rule.digest.id), None)
        near = sorted(held.values(), key=lambda each: abs(_order(each)[0] - _order(rule)[0]))
        around, rest = near[:AROUND], near[AROUND:]
        Random(f"number{rule.identity}").shuffle(around)
        return [each for each in (*around, *rest) if each.topics and each.digest.article != str(NOTIONS)]

    def heading(self, rules: Sequence[Rule]) -> Iterator[Item]:
        """The heading of each article of a topic among the headings of the others nearest to it in number."""
        topics = {topic for rule in rules for topic in rule.topics}
        of_act = [each for each in self.bank.rules if each.instrument.id == rules[0].instrument.id]
        held = {o.digest.article: o for o in of_act if topics & set(o.topics) and self.title(o)}
        for article in dict.fromkeys(each.digest.article for each in rules if self.title(each)):
            rule = held[article]
            others = sorted(
                (o for o in held.values() if o is not rule), key=lambda o: abs(_order(o)[0] - _order(rule)[0])
            )
            told = clauses.stems(self.title(rule), self.lang)
            wrong = [
                o
                for o in others
                if not clauses.stems(self.title(o), self.lang) <= told and not self._holds(rule, self.title(o))
            ][:3]
            if len({self.title(each) for each in wrong}) < 3:
                continue
            identity = item.name("heading", self.lang, str(rule.digest.id), *(str(o.digest.id) for o in wrong))
            options = item.shuffled([self.title(each) for each in (rule, *wrong)], identity)
            named = f"{rule.instrument.short[self.lang]}. {item.say('article number', self.lang, article=article)}"
            stem = f"{item.say('ask heading', self.lang)}\n{named}"
            yield Item(
                identity, "heading", self.lang, rule.topics, rule.instrument.short[self.lang],
                stem, tuple(options), (options.index(self.title(rule)),),
                (rule.key(self.lang),),
            )  # fmt: skip

    def _holds(self, rule: Rule, title: str) -> bool:
        """True if an article on principles has a point that tells most of another heading: it is about that, too."""
        if not PRINCIPLES.search(rule.digest.title["ru"]):
            return False
        titled = clauses.stems(title, self.lang)
        points = (clauses.stems(each.text(self.lang), self.lang) for each in self.bank.of_article[str(rule.digest.id)])
        return any(len(titled & said) >= HELD * len(titled) for said in points)

    def _headed(self, rule: Rule) -> Iterator[Item]:
        """The right article and three of the same act whose headings are as near to the rule."""
        others = {str(o.digest.id): o for o in self.bank.rules if o.instrument.id == rule.instrument.id and o.topics}
        others.pop(str(rule.digest.id), None)
        others = {key: held for key, held in others.items() if self.title(held) and held.digest.article != str(NOTIONS)}
        identity = item.name("article", self.lang, rule.identity)
        order = sorted(others, key=lambda each: abs(_order(others[each])[0] - _order(rule)[0]))
        order.sort(key=lambda each: (-self._score(others[each], rule), not set(others[each].topics) & set(rule.topics)))
        wrong: list[Rule] = []
        for each in order:
            if len(wrong) < 3 and not self.speaks(each, rule):
                wrong.append(others[each])
        near = sum(bool(set(each.topics) & set(rule.topics)) for each in wrong)
        if len(wrong) < 3 or near < LEAST_NEAR or self._tells(rule, wrong):
            return
        options = item.shuffled([self.name(rule), *map(self.name, wrong)], identity)
        right = (options.index(self.name(rule)),)
        stem = f"{item.say('ask article', self.lang)}\n{rule.text(self.lang)}"
        about = rule.instrument.short[self.lang]
        yield Item(
            identity, "article", self.lang, rule.topics, about, stem, tuple(options), right, (rule.key(self.lang),)
        )

    def match(self, rules: Sequence[Rule]) -> Iterator[Item]:
        """Four rules and their four articles; no article speaks of another's rule, no heading gives its own away."""
        short = [
            rule for rule in rules
            if len(rule.text(self.lang)) <= SHORT and self.title(rule) and rule.digest.article != str(NOTIONS)
        ]  # fmt: skip
        for number in range(TRIES):
            Random(f"match{len(rules)}{number}").shuffle(short)
            short.sort(key=lambda rule: round(self._score(rule, rule)) if number % 2 == 0 else 0)
            while (group := self._group(short)) is not None:
                short = [rule for rule in short if rule not in group]
                yield self._match(group)

    def _group(self, rules: Sequence[Rule]) -> list[Rule] | None:
        for first in rules:
            group = [first]
            for rule in rules:
                if len(group) < 4 and all(self._apart(rule, other) for other in group):
                    group.append(rule)
            if len(group) == 4 and not any(self._stands_out(rule, group, 1, MATCHED) for rule in group):
                return group
        return None

    def _tells(self, rule: Rule, group: Sequence[Rule]) -> bool:
        """True if the rule's own heading tells more of it than each of the others, or says a word of it alone."""
        others = [other for other in group if other is not rule]
        said = beginnings(rule.text(self.lang), self.lang)
        alone = beginnings(self.title(rule), self.lang) & said
        for other in others:
            alone -= beginnings(self.title(other), self.lang)
        return bool(alone) or self._stands_out(rule, others, NEAR, NEARLY)

    def _stands_out(self, rule: Rule, group: Sequence[Rule], near: int, times: float) -> bool:
        """True if the heading tells more than `times` what the one that is `near`-th among the others tells."""
        others = sorted((self._score(other, rule) for other in group if other is not rule), reverse=True)
        return self._score(rule, rule) > times * others[near - 1]

    def _match(self, group: Sequence[Rule]) -> Item:
        identity = item.name("match_article", self.lang, *(rule.identity for rule in group))
        options = item.shuffled([self.name(rule) for rule in group], identity)
        right = tuple(options.index(self.name(rule)) for rule in group)
        return Item(
            identity, "match_article", self.lang, group[0].topics, group[0].instrument.short[self.lang],
            item.say("ask match_article", self.lang), tuple(options), right,
            tuple(rule.key(self.lang) for rule in group), left=tuple(rule.text(self.lang) for rule in group),
        )  # fmt: skip

    def _apart(self, one: Rule, other: Rule) -> bool:
        if one.digest.id == other.digest.id or one.instrument.id != other.instrument.id:
            return False
        return not self.speaks(str(one.digest.id), other) and not self.speaks(str(other.digest.id), one)
