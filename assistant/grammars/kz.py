"""How the laws of Kazakhstan number an article: paragraphs `1.`, subparagraphs `1)`, unnumbered parts.

It cuts the text of one article; it does not split an act into articles and does not read files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

PARAGRAPH = re.compile(r"^(\d+(?:-\d+)?)\.\s")  # «1-1. Заключение гражданско-правовых договоров …»
SUBPARAGRAPH = re.compile(r"^(\d+(?:-\d+)?)\)\s")  # «4-1) …»
EDITORS_NOTE = "("  # a whole line in brackets is a note on a ruling, not the wording of the act


@dataclass(frozen=True)
class Line:
    """One line of an article: where it stands and which paragraph and subparagraph it belongs to."""

    paragraph: str
    subparagraph: str
    start: int
    end: int


def lines(text: str) -> Iterator[Line]:
    """Give each line of an article its place; parts without a number are counted from 1.

    >>> [(l.paragraph, l.subparagraph) for l in lines("1. Сторона вправе:\\n1) уйти;\\n2) остаться.")]
    [('1', ''), ('1', '1'), ('1', '2')]
    """
    numbered = any(PARAGRAPH.match(line.strip()) for line in text.split("\n"))
    paragraph, subparagraph, before, offset = "", "", "", 0
    for raw in text.split("\n"):
        start, line = offset + len(raw) - len(raw.lstrip()), raw.strip()
        offset += len(raw) + 1
        if not line or line.startswith(EDITORS_NOTE):
            continue
        if head := PARAGRAPH.match(line):
            paragraph, subparagraph = head[1], ""
        elif head := SUBPARAGRAPH.match(line):
            paragraph, subparagraph = paragraph or "1", head[1]
        elif not numbered and (not paragraph or _opens_a_part(line, before)):
            paragraph, subparagraph = str(int(paragraph or 0) + 1), ""
        before = line
        yield Line(paragraph, subparagraph, start, start + len(line))


def _opens_a_part(line: str, before: str) -> bool:
    return line[0].isupper() and not before.endswith(":")


def structure(text: str) -> dict[str, tuple[str, ...]]:
    """Every paragraph of an article with its subparagraphs, in the order of the text."""
    found: dict[str, list[str]] = {}
    for line in lines(text):
        subparagraphs = found.setdefault(line.paragraph, [])
        if line.subparagraph and line.subparagraph not in subparagraphs:
            subparagraphs.append(line.subparagraph)
    return {paragraph: tuple(subs) for paragraph, subs in found.items()}


def numbering(text: str) -> str:
    """`paragraphs` where the article numbers them, else `parts` (cited as «часть первая»)."""
    return "paragraphs" if any(PARAGRAPH.match(line.strip()) for line in text.split("\n")) else "parts"
