"""Headings by a table of contents: where a paper has lost the numbers of its chapters, their titles are left.

It gives chapters only, no clauses, and finds nothing in a paper without such a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.grammars.base import Heading
from assistant.grammars.numbered import Row, rows

CONTENTS = re.compile(r"(?:table of )?contents|содержание|оглавление|мазмұны|mundarija", re.IGNORECASE)
OPENING = {"preamble", "foreword", "introduction", "преамбула", "введение", "предисловие", "кіріспе"}
CLOSING = {"conclusion", "conclusions", "заключение", "қорытынды"}
_ENTRY = re.compile(r"(?:(?P<number>\d{1,2})\.\s*)?(?P<title>.*?)(?:\s*\.{2,}\s*\S{1,3}|\s+\S{1,3})?")
LIKENESS = 0.9  # of letters: «managementand» for «management and», «bargair ning» for «bargaining»
_SHORTEST = 3


@dataclass(frozen=True)
class Entry:
    """A line of a table of contents: the number, empty where it has none, and the letters of the title."""

    number: str
    letters: str


def table(text: str) -> tuple[tuple[Entry, ...], int]:
    """The entries of a paper's table of contents and the offset at which its text begins; none and 0 without one."""
    found = list(rows(text))
    top = next((place for place, row in enumerate(found) if CONTENTS.fullmatch(row.text)), None)
    if top is None or top + 1 >= len(found):
        return (), 0
    first = _entry(found[top + 1])
    for place in range(top + 2, len(found)):
        if _alike(_letters(found[place].text), first.letters):
            return tuple(_entry(row) for row in found[top + 1 : place]), found[place].start
    return (), 0


def chapters(text: str) -> Iterator[Heading]:
    """The lines of a paper that its table of contents names as chapters, as clauses with their numbers.

    The entry right above the first numbered one is the chapter before it; an introduction is 0, a conclusion comes
    after the last number. An entry that comes several times («Challenges») is no chapter.
    """
    entries, start = table(text)
    named = list(_numbered(entries))
    for row in rows(text[start:]):
        if named and _alike(_letters(row.text), named[0].letters):
            at = start + row.start
            yield Heading("clause", named.pop(0).number, row.text, at, at + len(row.text))


def _numbered(entries: Sequence[Entry]) -> Iterator[Entry]:
    once = [each for each in entries if sum(each.letters == other.letters for other in entries) == 1]
    numbers = [int(each.number) for each in once if each.number]
    if not numbers:
        return
    lost = next(place for place, each in enumerate(once) if each.number) - 1 if numbers[0] == 2 else -1
    for place, each in enumerate(once):
        if each.number:
            yield each
        elif place == lost:
            yield Entry("1", each.letters)
        elif each.letters in OPENING:
            yield Entry("0", each.letters)
        elif each.letters in CLOSING:
            yield Entry(str(numbers[-1] + 1), each.letters)


def _entry(row: Row) -> Entry:
    match = _ENTRY.fullmatch(row.text.replace("\t", " "))
    return Entry(match["number"] or "", _letters(match["title"])) if match else Entry("", _letters(row.text))


def _letters(line: str) -> str:
    return "".join(sign for sign in line.lower() if sign.isalpha())


def _alike(one: str, other: str) -> bool:
    if len(one) < _SHORTEST or abs(len(one) - len(other)) > len(other) * (1 - LIKENESS) + 1:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= LIKENESS
