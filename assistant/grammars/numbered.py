"""What the grammars share: the lines of a text, headings by pattern, the place of each numbered line, Roman numbers.

It names no country, reads no files, and finds no notes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.grammars import layout
from assistant.grammars.base import Heading, Line

ROMAN_NUMBER = r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
PARAGRAPH, NUMBER, LETTER, ROMAN = "paragraph", "number", "letter", "roman"
PART = "part"  # a paragraph without a number, counted from 1
_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")

Place = tuple[tuple[str, str], ...]
"""The kind and the number of each level of a place, the paragraph first."""


@dataclass(frozen=True)
class Row:
    """A line that is not empty, without the white space around it, from `start` to `end` of its text."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset in the text at which the line ends."""
        return self.start + len(self.text)


def rows(text: str) -> Iterator[Row]:
    """Every line of a text that is not empty.

    >>> [(row.text, row.start) for row in rows(" one\\n\\ntwo")]
    [('one', 1), ('two', 6)]
    """
    return (Row(text[start:end], start) for start, end in layout.lines(text))


def roman(number: int) -> str:
    """A number from 1 to 99 in small Roman letters; ValueError for another.

    >>> roman(14)
    'xiv'
    """
    if not 0 < number < 100:
        raise ValueError(f"no Roman number here: {number}")
    return _TENS[number // 10] + _UNITS[number % 10]


@dataclass(frozen=True)
class Shape:
    """What a heading of one kind looks like: a pattern for the whole line with the groups `number` and `title`.

    `below` says which line under a heading without a title is its title; without it none is.
    """

    kind: str
    pattern: re.Pattern[str]
    below: re.Pattern[str] | None = None


def headings(text: str, shapes: Sequence[Shape]) -> Iterator[Heading]:
    """Every heading of a text by the first shape that its line has; those of a table of contents are left out."""
    found = list(rows(text))
    kept = [heading for place, row in enumerate(found) if (heading := _heading(found, place, row, shapes))]
    return layout.without_contents(text, kept)


def _heading(found: list[Row], place: int, row: Row, shapes: Sequence[Shape]) -> Heading | None:
    shape = next((each for each in shapes if each.pattern.fullmatch(row.text)), None)
    match = shape.pattern.fullmatch(row.text) if shape else None
    if shape is None or match is None:
        return None
    heading = Heading(shape.kind, match["number"] or "", (match["title"] or "").strip(), row.start, row.end)
    if heading.title or shape.below is None:
        return heading
    for below in found[place + 1 :]:
        if any(each.pattern.fullmatch(below.text) for each in shapes) or not shape.below.fullmatch(below.text):
            break
        if heading.title and not below.text.isupper():  # only a title in capitals takes several lines
            break
        heading = replace(heading, title=f"{heading.title} {below.text}".strip(), end=below.end)
        if not below.text.isupper():
            break
    return heading


def lines(
    text: str, markers: Mapping[str, re.Pattern[str]], opens: Callable[[str, str], bool], tails: bool = False
) -> Iterator[Line]:
    """Give each line of an article its place.

    `markers` holds a pattern for each kind of number, the number as its last group; a kind met inside another lies
    deeper.
    `opens(line, before)` says whether a line without a number begins a new paragraph. With `tails`, one in small
    letters after a list belongs to the paragraph, else to the last item.
    """
    found = list(rows(text))
    numbered = any(markers[PARAGRAPH].match(row.text) for row in found)
    place: Place = ()
    before = ""
    for row in found:
        mark = _mark(place, row.text, before, markers)
        if mark is not None:
            place = _marked(place, mark, numbered)
        elif not place and not numbered:
            place = ((PART, "1"),)
        elif opens(row.text, before):
            place = place[:1] if numbered else ((PART, str(int(place[0][1]) + 1)),)
        elif tails and row.text[0].islower():
            place = place[:1]
        before = row.text
        yield Line(tuple(number for _, number in place), row.start, row.end)


def _marked(place: Place, mark: tuple[str, str], numbered: bool) -> Place:
    if mark[0] == PARAGRAPH:
        return (mark,)
    above = place or (() if numbered else ((PART, "1"),))
    kinds = [kind for kind, _ in above]
    return (*above[: kinds.index(mark[0])], mark) if mark[0] in kinds else (*above, mark)


def _mark(place: Place, line: str, before: str, markers: Mapping[str, re.Pattern[str]]) -> tuple[str, str] | None:
    """The kind and number with which a line begins."""
    for kind, pattern in markers.items():
        match = pattern.match(line)
        number = match[match.lastindex or 0] if match else ""
        if match and (kind != ROMAN or _is_roman(place, number, before)):
            return kind, number
    return None


def _is_roman(place: Place, number: str, before: str) -> bool:
    """«(i)» after «(h)» is a letter unless it opens a list, «(v)» is a letter unless it follows «(iv)»."""
    held = dict(place).get(ROMAN)
    order = [roman(each) for each in range(1, 40)]
    if held in order and number in order[order.index(held) + 1 :][:1]:
        return True
    return number == "i" and (dict(place).get(LETTER) != "h" or before.endswith((":", "-", "–", "—")))


def sentence(line: str, before: str) -> bool:
    """True where a line begins a sentence of its own: a capital letter after a line that has ended.

    >>> sentence("Это новое правило.", "Прежнее кончилось."), sentence("Участникам войны;", "отпуск дают:")
    (True, False)
    """
    return line.lstrip("«“„\"‘'(")[:1].isupper() and not before.endswith((":", ";", ","))
