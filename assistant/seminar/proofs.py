"""Is a changed sentence false by every rule that is held: the rule it was made from, its article, rules like it.

What is not proved wrong is dropped, so that no item has two right answers. The rules of comparison are those of
`supporting`; it does not read official texts.
"""

from __future__ import annotations

from functools import lru_cache

from assistant import measures, supporting
from assistant.seminar import blanks
from assistant.seminar.rules import Bank, Rule

LIKE = 0.55  # share of a sentence's content words from which another rule may speak of the same
NEARLY = 0.72  # share from which a rule that contradicts nothing in the sentence is taken to say it too
USUAL = {  # what people take for such a number
    "age": (1.5, 3.0, 5.0, 7.0, 8.0, 14.0, 15.0, 16.0, 18.0),
    "times": (1.25, 1.5, 2.0, 2.5, 3.0),
}
FEW = 5  # under it a number two off may be taken for the right one
GROWN = 10  # years of age; nobody takes 5 years for 1.5
CHANCES = 60  # numbers to choose from


class Prover:
    """Proofs over one bank; keeps the numbers of its articles."""

    def __init__(self, bank: Bank) -> None:
        self.bank = bank
        self._numbers = lru_cache(maxsize=4_000)(self._numbers_of)
        self._pool = lru_cache(maxsize=100)(self._pool_of)

    def false(self, sentence: str, rule: Rule, lang: str) -> bool:
        """True if the rule contradicts the sentence and no rule in force says what it says."""
        if not supporting.check(sentence, rule.text(lang), lang, ()):
            return False
        near = (other for other in self.bank.like(sentence, lang, NEARLY) if other.identity != rule.identity)
        return all(supporting.check(sentence, other.text(lang), lang, ()) for other in near)

    def others(self, rule: Rule, lang: str, blank: blanks.Blank) -> list[float]:
        """Numbers that the article never says, nor any rule like this one, the likeliest first.

        They are figures of the same unit in other articles: those of the same topic first, then the nearest in size.
        """
        taken = self._numbers(str(rule.digest.id), lang) | {blank.value}
        like = self.bank.like(blank.stem(rule.text(lang)), lang, LIKE)
        taken = taken.union(*(said(other.text(lang), lang) for other in like))
        pool = self._pool(blank.unit)
        found = [n for n in pool if n not in taken and near(n, blank) and blanks.fits(n, blank, rule.text(lang), lang)]
        found.sort(key=lambda n: (-pool[n] // 3, abs(n - blank.value)))
        return found[:CHANCES]

    def _numbers_of(self, article: str, lang: str) -> frozenset[float]:
        rules = self.bank.of_article[article]
        figures = frozenset(figure.value for figure in rules[0].digest.figures)
        return figures.union(*(said(rule.text(lang), lang) for rule in rules))

    def _pool_of(self, unit: str) -> dict[float, int]:
        if unit in USUAL:
            return dict.fromkeys(USUAL[unit], 1)
        counted: dict[float, int] = {}
        for digest in {str(rule.digest.id): rule.digest for rule in self.bank.everything}.values():
            for figure in digest.figures:
                if figure.unit == unit:
                    counted[figure.value] = counted.get(figure.value, 0) + 1
        return counted


@lru_cache(maxsize=50_000)
def said(text: str, lang: str) -> frozenset[float]:
    """Every number of a text, in digits or words."""
    found = {quantity.value for quantity in measures.quantities(text, lang)}
    return frozenset(found | {blanks.value(match[0]) for match in blanks.numbers(text, lang)})


def near(number: float, blank: blanks.Blank) -> bool:
    """Another number that somebody might take for the right one: ages within four years, else twice or three times."""
    if blank.value == int(blank.value) and number != int(number):
        return False
    if number <= 0:
        return False
    if blank.unit == "age":
        return abs(number - blank.value) <= (4 if blank.value >= GROWN else 2)
    if blank.unit == "hours" and number > 3 and number % 2:
        return False  # «11 часов»: nobody takes it for the law
    close = 1 <= blank.value < FEW and blank.unit not in USUAL and abs(number - blank.value) <= 2
    times = 3 if blank.value < FEW and blank.unit not in USUAL else 2
    return close or blank.value / times <= number <= blank.value * times
