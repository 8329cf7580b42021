"""Check a seminar item against the digests without the code that made it: the ground on which its key is right.

Knows the templates and the digests, nothing of `assistant.seminar` but the noun Item. Returns what is wrong, in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from assistant.corpus import Corpus
from assistant.law import Point, ProvisionId
from assistant.seminar import Item

BLANK = "_____"
DAY = date(2026, 11, 21)
NUMBER = re.compile(r"\d{1,3}(?: \d{3})+|\d+(?:[.,]\d+)?")


class Checker:
    """Checks items of one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.said = {
            lang: {point.text[lang] for digest in corpus.digests for point in digest.points}
            for lang in ("kk", "ru", "en")
        }

    def faults(self, item: Item) -> Iterator[str]:
        """What is wrong with an item; nothing if it is right."""
        yield from self._common(item)
        check = getattr(self, f"_{item.template}", None)
        if check is None:
            yield "a template without a check"
        else:
            yield from check(item)

    def points(self, place: str) -> list[Point]:
        """The points at a place, with a fault if there is no such place."""
        wanted = ProvisionId.parse(place)
        digest = self.corpus.by_article[str(wanted.whole_article)]
        assert digest.has(wanted.pinpoint), place
        return [point for point in digest.points if point.at == "/".join(wanted.pinpoint)]

    def _common(self, item: Item) -> Iterator[str]:
        if not item.keys or not item.topics or item.lang not in self.said:
            yield "no key, topic or language"
        if len(set(item.options)) != len(item.options) or not all(text.strip() for text in item.options):
            yield "options twice or empty"
        for number in item.right:
            if not 0 <= number < len(item.options):
                yield "a right option that is none"
        for key in item.keys:
            digest = self.corpus.by_article[str(ProvisionId.parse(key.place).whole_article)]
            if key.quote not in [point.text[item.lang] for point in self.points(key.place)]:
                yield f"the quote is not the point of {key.place}"
            if key.edition != digest.edition or digest.reviewed is None:
                yield "another edition, or not reviewed"
        if item.template != "since":  # asks of days to come, too
            for key in item.keys:
                there = [point for point in self.points(key.place) if point.text[item.lang] == key.quote]
                if not all(point.holds_surely(DAY) for point in there):
                    yield "a rule that is not surely in force"

    def _filled(self, item: Item) -> Iterator[str]:
        """Only the right option fills the blank to the very words of the point."""
        stem = _stem(item)
        quote = item.keys[0].quote
        full = [number for number, option in enumerate(item.options) if stem.replace(BLANK, option) == quote]
        if full != list(item.right) or stem.count(BLANK) != 1:
            yield f"the blank is filled by {full}"
        for option in item.options:
            if stem.replace(BLANK, option) in self.said[item.lang] - {quote}:
                yield "a wrong option is said by another point"

    def _figure(self, item: Item) -> Iterator[str]:
        yield from self._filled(item)
        digest = self.corpus.by_article[str(ProvisionId.parse(item.keys[0].place).whole_article)]
        right = _value(item.options[item.right[0]])
        for option in item.options:
            value = _value(option)
            if value != right and value in {figure.value for figure in digest.figures}:
                yield f"{value} is a figure of the article"
        if right not in {figure.value for figure in digest.figures}:
            yield "the right number is no figure of the article"

    def _modal(self, item: Item) -> Iterator[str]:
        stem, quote = _stem(item), item.keys[0].quote
        must_not = item.lang == "en" and re.search(r"\bmust not\b", quote) is not None
        option = "must not" if must_not else item.options[item.right[0]]
        if stem.replace(BLANK, option) != quote or len(item.options) != 3:
            yield "the right word does not give the point"

    def _gap(self, item: Item) -> Iterator[str]:
        if _stem(item).replace(BLANK, item.answer) != item.keys[0].quote or item.options:
            yield "the answer does not give the point"

    def _true_false(self, item: Item) -> Iterator[str]:
        same = _stem(item) == item.keys[0].quote
        if same != (item.right == (0,)):
            yield "true is not the point, or false is it"
        if not same and (_stem(item) in self.said[item.lang] or not item.working):
            yield "a changed rule is said elsewhere, or not corrected"

    def _says(self, item: Item) -> Iterator[str]:
        yield from self._statements(item)
        if len(item.right) != 1 or len(item.options) != 4:
            yield "not one of four"

    def _several(self, item: Item) -> Iterator[str]:
        yield from self._statements(item)
        if not 2 <= len(item.right) <= 3 or len(item.options) != 5:
            yield "not two or three of five"

    def _statements(self, item: Item) -> Iterator[str]:
        true = [number for number, text in enumerate(item.options) if text in self.said[item.lang]]
        if sorted(true) != sorted(item.right):
            yield f"points are {true}"

    def _mistake(self, item: Item) -> Iterator[str]:
        clauses = [text.partition(". ")[2] for text in _stem(item).split("\n")[2:]]
        wrong = [number for number, text in enumerate(clauses) if text not in self.said[item.lang]]
        if wrong != list(item.right) or len(clauses) != 4:
            yield f"mistakes are {wrong}"

    def _article(self, item: Item) -> Iterator[str]:
        place = ProvisionId.parse(item.keys[0].place)
        named = [re.findall(r"\d+(?:-\d+)?", option)[0] for option in item.options]
        if [named[number] for number in item.right] != [place.article] or len(set(named)) != len(named):
            yield "another article is right"
        for number in set(named) - {place.article}:
            others = self.corpus.by_article[f"{place.instrument}/{number}"].points
            if _stem(item) in {point.text[item.lang] for point in others}:
                yield f"article {number} says it, too"

    def _number(self, item: Item) -> Iterator[str]:
        return self._article(item)

    def _heading(self, item: Item) -> Iterator[str]:
        asked = re.findall(r"\d+(?:-\d+)?", item.stem)[0]
        place = ProvisionId.parse(item.keys[0].place)
        titles = [
            digest.title[item.lang]
            for name, digest in self.corpus.by_article.items()
            if name == f"{place.instrument}/{asked}"
        ]
        if [item.options[number].strip() for number in item.right] != [title.strip() for title in titles]:
            yield "not the heading of the article"

    def _match_article(self, item: Item) -> Iterator[str]:
        for text, key, number in zip(item.left, item.keys, item.right, strict=True):
            article = ProvisionId.parse(key.place).article
            if text != key.quote or re.findall(r"\d+(?:-\d+)?", item.options[number])[0] != article:
                yield f"{text} is not matched with its article"

    def _definition(self, item: Item) -> Iterator[str]:
        quote, right = item.keys[0].quote.lower(), item.options[item.right[0]].lower()
        means = _stem(item).strip("«»").lower()
        if not quote.endswith(means) or _bare(right) not in _bare(quote.removesuffix(means)):
            yield "the term is not the one that the point defines"

    def _term(self, item: Item) -> Iterator[str]:
        for text, key, number in zip(item.left, item.keys, item.right, strict=True):
            quote = key.quote.lower()
            if not quote.endswith(item.options[number].lower()) or _bare(text.lower()) not in _bare(quote):
                yield f"{text} is not matched with its definition"

    def _term_kk_ru(self, item: Item) -> Iterator[str]:
        if len(item.left) != 4 or sorted(item.right) != [0, 1, 2, 3]:
            yield "not four pairs"

    def _since(self, item: Item) -> Iterator[str]:
        point = next(p for p in self.points(item.keys[0].place) if p.text[item.lang] == item.keys[0].quote)
        year = f"{point.since:%Y}" if point.since else ""
        month = f"{point.since:%m}" if item.lang != "en" else f"{point.since:%B}"
        said = [number for number, day in enumerate(item.options) if year in day and month in day]
        if item.right[0] not in said or point.until or not year:
            yield "its days say otherwise"

    def _list(self, item: Item) -> Iterator[str]:
        must = {"kk": "міндетті", "ru": "обязан", "en": "must"}[item.lang]
        for number, option in enumerate(item.options):
            quote = next(key.quote for key in item.keys if option in key.quote)
            if (must in quote.replace(option, "")) != (number in item.right):
                yield f"{option} is wrongly marked"

    def _order(self, item: Item) -> Iterator[str]:
        if sorted(item.right) != list(range(len(item.options))) or len(item.keys) != len(item.options):
            yield "not every step once"

    def _calculation(self, item: Item) -> Iterator[str]:
        right = item.options[item.right[0]]
        sums = [step for step in item.working if "=" in step and any(sign in step for sign in "×−+")]
        for left, result in (step.split(" = ")[:2] for step in sums if "АЕК" not in step):
            if "+" not in left and abs(_reckoned(left) - _value(result)) > 0.01:
                yield f"{left} is not {result}"
        shown = item.working[-1]
        told = [float(each.replace(" ", "").replace(",", ".")) for each in NUMBER.findall(shown)]
        if right not in shown and _value(right) not in told:
            yield f"the working does not lead to {right}"


def _stem(item: Item) -> str:
    return item.stem.partition("\n")[2]


def _value(text: str) -> float:
    found = NUMBER.search(text)
    assert found, text
    return float(found[0].replace(" ", "").replace(",", "."))


def _reckoned(left: str) -> float:
    percent = "%" in left
    values = [float(each.replace(" ", "").replace(",", ".")) for each in NUMBER.findall(left.rpartition(":")[2])]
    total = values[0]
    signs = re.findall("[×−]", left)
    for sign, (_, value) in zip(signs, pairwise(values), strict=True):
        total = total * value if sign == "×" else total - value
    return total / 100 if percent else total


def _bare(text: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", text)
