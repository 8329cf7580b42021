"""How the laws of Uzbekistan are built, in Uzbek in Latin letters: «52-modda.», parts without numbers, items «1)».

Both apostrophes (U+02BB and U+02BC) and those of a keyboard are read alike. It reads no files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.documents import Note
from assistant.grammars import numbered
from assistant.grammars.base import Heading, Line
from assistant.grammars.numbered import LETTER, NUMBER, PARAGRAPH, ROMAN_NUMBER, Shape

APOSTROPHE = "[\u02bb\u02bc'’‘`]"
_NUMBER = r"\d+(?:-\d+)?"
SHAPES = (
    Shape("article", re.compile(rf"(?P<number>{_NUMBER})-modda\.\s*(?P<title>.*)", re.I)),
    Shape("part", re.compile(r"(?P<number>[A-Z]+)\s+QISM(?P<title>)")),
    Shape("section", re.compile(rf"(?P<number>{ROMAN_NUMBER}|\d+)[\s-]+BO{APOSTROPHE}LIM\.?\s*(?P<title>.*)", re.I)),
    Shape("chapter", re.compile(rf"(?P<number>{_NUMBER})-bob\.\s*(?P<title>.*)", re.I)),
    Shape("subchapter", re.compile(rf"(?P<number>{_NUMBER})-§\.\s*(?P<title>.*)")),
)
MARKERS = {
    PARAGRAPH: re.compile(rf"({_NUMBER})\.\s"),
    NUMBER: re.compile(rf"({_NUMBER})\)\s?"),
    LETTER: re.compile(r"([a-z])\)\s?"),
}
_CHANGED = rf"(?:tahririda|kiritilgan|to{APOSTROPHE}ldirilgan|yo{APOSTROPHE}qotgan|chiqarilgan|chiqarib tashlangan)"
_INSIDE = r"(?:[^()\n]|\([^()\n]*\))*"
CHANGED = re.compile(rf"^[ \t]*\((?={_INSIDE}Qonuni)(?={_INSIDE}{_CHANGED}){_INSIDE}\)[ \t]*$", re.M)
EDITORS = re.compile(r"^[ \t]*(?:Oldingi tahrirga qarang|LexUZ sharhi).*$", re.M | re.I)
_ACT = re.compile(rf"O{APOSTROPHE}RQ-\d+")


def headings(text: str) -> Iterator[Heading]:
    """Every heading of a document, in its order; a table of contents gives none."""
    return numbered.headings(text, SHAPES)


def notes(text: str) -> Iterator[Note]:
    """Every note of the publisher, in its order: the acts that changed a place, and remarks."""
    found = [*CHANGED.finditer(text), *EDITORS.finditer(text)]
    for match in sorted(found, key=lambda each: each.start()):
        kind = "amendment" if match.re is CHANGED else "editor"
        act = _ACT.search(match[0])
        yield Note(kind, match[0], match.start(), match.end(), act[0] if act else "")


def lines(text: str) -> Iterator[Line]:
    """The lines of one article, each with its place; parts are counted from 1.

    >>> [line.place for line in lines("Ta\u02bctil beriladi:\\n1) yozda;\\n2) qishda.\\nTa\u02bctil to\u02bblanadi.")]
    [('1',), ('1', '1'), ('1', '2'), ('2',)]
    """
    return numbered.lines(text, MARKERS, numbered.sentence)
