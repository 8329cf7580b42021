"""How a text lies on its lines: which lines go on with a paragraph, and which headings are a table of contents.

Copies of laws differ: one paragraph a line, or paragraphs between blank lines whose links were broken onto lines of
their own. It knows no country and mends nothing: offsets stay those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.grammars.base import PLACES, Heading

BLANK = re.compile(r"\n[ \t\xa0]{0,8}\n")  # a note turned into spaces is longer, and is no blank line
INDENT = re.compile(r"[ \t]*\xa0|[ \t]{3}")
ENDED = re.compile(r"[.;:!?…–—][)\]\"»”*]*$")
GOES_ON = re.compile(r"[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]|[№(,;.)]")
BLOCKS_FROM = 0.2  # share of blank lines from which paragraphs are taken to lie between them
CONTENTS_FROM = 3  # headings in a row without any wording that come again later: a table of contents


def in_blocks(text: str) -> bool:
    """True where blank lines part the paragraphs, so that a line right below another goes on with it."""
    return len(BLANK.findall(text)) >= max(1, BLOCKS_FROM * text.count("\n") / 2)


def goes_on(before: str, line: str, blocks: bool) -> bool:
    """True where a line goes on with the paragraph of the line directly above it, neither of them blank.

    >>> goes_on("внесены Законом от 04.05.2020", "№ 321-VI", blocks=False)
    True
    """
    if blocks:
        return not INDENT.match(line)
    return not ENDED.search(before.rstrip()) and bool(GOES_ON.match(line.lstrip()))


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line that is not blank begins and ends, white space at both ends left out."""
    offset = 0
    for raw in text.split("\n"):
        if line := raw.strip():
            start = offset + raw.index(line[0])
            yield start, start + len(line)
        offset += len(raw) + 1


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph begins and ends, the lines that were broken out of it put back.

    >>> text = "Первый абзац\\n№ 5\\n\\nВторой абзац."
    >>> [text[start:end] for start, end in paragraphs(text)]
    ['Первый абзац\\n№ 5', 'Второй абзац.']
    """
    blocks = in_blocks(text)
    start = end = -1
    for begins, ends in lines(text):
        if end >= 0:
            raw = text[text.rfind("\n", 0, begins) + 1 : ends]
            if text.count("\n", end, begins) == 1 and goes_on(text[start:end], raw, blocks):
                end = ends
                continue
            yield start, end
        start, end = begins, ends
    if end >= 0:
        yield start, end


def without_contents(text: str, headings: Sequence[Heading]) -> Iterator[Heading]:
    """The headings without those of a table of contents: several in a row over no wording that come again later."""
    places = [each for each in headings if each.kind in PLACES]
    last = {each.number: each.start for each in places}
    bare: list[Heading] = []
    dropped: set[int] = set()
    for number, each in enumerate(headings):
        follows = headings[number + 1].start if number + 1 < len(headings) else len(text)
        empty = not text[each.end : follows].strip()
        if empty:
            bare.append(each)
        if not empty or number + 1 == len(headings):
            again = [one for one in bare if one.kind in PLACES and last[one.number] != one.start]
            if len(again) >= CONTENTS_FROM:
                dropped |= {one.start for one in bare[: bare.index(again[-1]) + 1]}
            bare = []
    yield from (each for each in headings if each.start not in dropped)
