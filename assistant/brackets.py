"""Brackets behind the number of an article that go on without it: "6(1)(a) and (f)"; points of an annex with theirs.

It says what the brackets stand for; whether they are paragraphs or subparagraphs is for `pinpoints`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.citation_forms import PARAGRAPH, SUBPARAGRAPH, Group, Number
from assistant.pinpoints import LONGEST_RANGE


def going_on(before: tuple[str, ...], inside: tuple[str, ...]) -> tuple[str, ...]:
    """The brackets of the second of "6(1)(a) and (f)": a letter goes on under the same paragraph.

    >>> going_on(("1", "a"), ("f",))
    ('1', 'f')
    """
    deeper = len(before) > 1 and inside[0].isdigit() == before[1].isdigit()
    lettered = len(before) == 1 and inside[0].isalpha() and before[0].isdigit()
    return (before[0], *inside) if deeper or lettered else inside


def through(first: Number, last: Number) -> Iterator[Number]:
    """The places between the brackets of a range: "131(1)(1)–(3)" holds "131(1)(2)".

    >>> [n.inside for n in through(Number("131", 0, 3, ("1", "1")), Number("", 9, 12, ("3",), ranged=True))]
    [('1', '2')]
    """
    if not last.ranged or not first.inside:
        return
    *above, begins = first.inside
    if begins.isdigit() and last.inside[0].isdigit():
        between = [str(number) for number in range(int(begins) + 1, int(last.inside[0]))]
    else:
        one_letter = len(begins) == len(last.inside[0]) == 1
        between = [chr(code) for code in range(ord(begins) + 1, ord(last.inside[0]))] if one_letter else []
    for each in between[:LONGEST_RANGE]:
        yield Number(first.text, first.start, last.end, (*above, each))


def points(groups: Sequence[Group]) -> list[Group]:
    """The units inside an annex: its numbered points are paragraphs, as in "point 4(a) of Annex III"."""
    if any(group.kind == PARAGRAPH for group in groups):
        return list(groups)
    numbered = [group.kind == SUBPARAGRAPH and group.numbers[0].text.isdigit() for group in groups]
    return [replace(each, kind=PARAGRAPH) if point else each for each, point in zip(groups, numbered, strict=True)]
