"""How acts of the European Union are built, in English: recitals `(12)`, `Article 5` above its title, annexes.

An annex with sections keeps them apart, as the first level of its places. It reads no files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.documents import Note
from assistant.grammars import english, numbered
from assistant.grammars.base import Heading, Line
from assistant.grammars.numbered import ROMAN_NUMBER, Shape

_TITLE = re.compile(r"(?!\d+\.\s|\(\w+\)\s)[^|]{1,400}(?<![;:,])")
_NUMBER = rf"(?P<number>{ROMAN_NUMBER}|\d+)"
SHAPES = (
    Shape("article", re.compile(r"Article (?P<number>\d+[a-z]?)(?P<title>)", re.I), _TITLE),
    Shape("part", re.compile(rf"TITLE {_NUMBER}\b\s*(?P<title>[^.;]*)"), _TITLE),
    Shape("chapter", re.compile(rf"CHAPTER {_NUMBER}\b\s*(?P<title>[^.;]*)"), _TITLE),
    Shape("subchapter", re.compile(rf"SECTION {_NUMBER}\b\s*(?P<title>[^.;]*)"), _TITLE),
    Shape("annex", re.compile(rf"ANNEX(?: {_NUMBER})?(?P<title>)"), _TITLE),
)
RECITAL = re.compile(r"\((\d{1,3})\)\s*(?:\|\s*)?")  # a page of the Official Journal is a table
SECTION = re.compile(r"(?:Section|SECTION|Part|PART) ([A-Z]|\d+)\b[^;]{0,200}(?<![.;:,])")
NOTES = re.compile(
    r"^[ \t]*(?:(?:HAVE|HAS) ADOPTED THIS (?:REGULATION|DIRECTIVE|DECISION)\b.*"
    r"|Done at [A-Z][^\n]{2,40}, \d(?:.|\n)*?(?=\n\s*ANNEX\b|\Z)"
    r"|\(\d+\)\s+OJ [LC]\b.*"
    r"|L_?\d{6,}EN\S*)[ \t]*$",
    re.M,
)


def headings(text: str) -> Iterator[Heading]:
    """Every heading of an act, in its order, the numbers of its recitals among them."""
    found = [_annexed(each) for each in numbered.headings(text, SHAPES)]
    enacted = next((each.start for each in found if each.kind == "article"), len(text))
    recitals = list(_recitals(text, enacted))
    before = recitals[0].start if recitals else 0
    return iter(sorted([each for each in found if each.start >= before] + recitals, key=lambda each: each.start))


def _annexed(heading: Heading) -> Heading:
    return replace(heading, number=heading.number.lower()) if heading.kind == "annex" else heading


def _recitals(text: str, before: int) -> Iterator[Heading]:
    """The numbers (1), (2), … that stand before the first article, in their order; other bracketed ones are none."""
    expected = 1
    for row in numbered.rows(text[:before]):
        match = RECITAL.match(row.text)
        if match and int(match[1]) == expected:
            yield Heading("recital", match[1], "", row.start, row.start + match.end())
            expected += 1


def notes(text: str) -> Iterator[Note]:
    """What is not the wording: the words of adoption, place, day and signatures, references to the Journal."""
    for match in NOTES.finditer(text):
        yield Note("editor", match[0], match.start(), match.end())


def lines(text: str) -> Iterator[Line]:
    """The lines of one article, each with its place; below `Section A` of an annex it begins with «a».

    >>> [line.place for line in lines("Section A\\n1. Name.\\nSection B\\n1. Place.")]
    [('a',), ('a', '1'), ('b',), ('b', '1')]
    """
    starts = [row for row in numbered.rows(text) if SECTION.fullmatch(row.text)]
    bounds = [row.start for row in starts] + [len(text)]
    yield from english.lines(text[: bounds[0]])
    for row, end in zip(starts, bounds[1:], strict=True):
        section = SECTION.fullmatch(row.text)
        label = section[1].lower() if section else ""
        yield Line((label,), row.start, row.end)
        for line in english.lines(text[row.end : end]):
            yield Line((label, *line.place), line.start + row.end, line.end + row.end)
