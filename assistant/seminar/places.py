"""Find the rule that `kz-labour-code/160/1/1#2` names: the second point at that place.

Used by what is written by hand: sequences of steps, calculations, case cards. It judges nothing.
"""

from __future__ import annotations

from assistant.errors import CorpusError
from assistant.law import ProvisionId
from assistant.seminar.rules import Bank, Rule


def rule(bank: Bank, named: str) -> Rule:
    """The rule at a place of the bank; CorpusError if there is none.

    Without `#` it is the first there. The rule must surely be in force on the day of the bank.
    """
    found = point(bank, named)
    if not found.point.holds_surely(bank.day):
        raise CorpusError(f"{named}: no such point in force")
    return found


def point(bank: Bank, named: str) -> Rule:
    """The rule at a place of the bank, in force or not; CorpusError if there is none."""
    place, _, number = named.partition("#")
    article = str(ProvisionId.parse(place).whole_article)
    there = [each for each in bank.of_article.get(article, ()) if each.place == place]
    chosen = int(number or 1) - 1
    if chosen >= len(there):
        raise CorpusError(f"{named}: no such point")
    return there[chosen]
