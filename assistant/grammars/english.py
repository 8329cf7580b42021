"""What ILO instruments and acts of the EU share: the marks `1.`, `(1)`, `(a)`, `(i)` and tails below a list.

It knows no headings and no notes, and reads no files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.grammars import numbered
from assistant.grammars.base import Line
from assistant.grammars.numbered import LETTER, NUMBER, PARAGRAPH, ROMAN

_NUMBER = re.compile(r"\(?(\d+)\)\s*")
MARKERS = {
    PARAGRAPH: re.compile(r"(\d+(?:\.\d+)*[a-z]?)\.(?!\d)\s*"),  # «2.Each Member» in old copies, «16.5 metres» is none
    ROMAN: re.compile(r"\*?\(?([ivx]+)\)\*?\s*"),
    LETTER: re.compile(r"\*?\(?([a-z])\)\*?\s*|([a-z])\.(?=\s*[A-Z])"),
    NUMBER: _NUMBER,
}
BRACKETED = {PARAGRAPH: _NUMBER} | {kind: MARKERS[kind] for kind in (ROMAN, LETTER)}
DASH = re.compile(r"[-–—•]\s")


def lines(text: str) -> Iterator[Line]:
    """The lines of one article, each with its place; a line without a mark below a list is its paragraph's.

    Where the article has no `1.`, its `(1)` are the paragraphs; where it has neither, they are counted from 1.

    >>> [line.place for line in lines("1. Rest is:\\n(a) daily;\\n(i) at night;\\n(b) weekly;\\nand paid.\\n2. Yes.")]
    [('1',), ('1', 'a'), ('1', 'a', 'i'), ('1', 'b'), ('1',), ('2',)]
    """
    dotted = any(MARKERS[PARAGRAPH].match(row.text) for row in numbered.rows(text))
    bracketed = any(_NUMBER.match(row.text) for row in numbered.rows(text))
    return numbered.lines(text, BRACKETED if bracketed and not dotted else MARKERS, _opens, tails=True)


def _opens(line: str, before: str) -> bool:
    return not DASH.match(line) and numbered.sentence(line, before)
