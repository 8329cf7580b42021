"""A long message in the parts that it is searched by: sentences, and pieces of those that run on without a stop.

People tell their story before they ask. As one text it lies near to nothing: a loan, two children and the branch speak
as loudly as the wage that was not paid. Each part is searched beside the whole (`wordings`). It judges no part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

LONG = 30  # words: a message up to this is one question
RUNS_ON = 22  # words: a sentence beyond this is cut
PIECE = 16  # words of such a cut, about
SHORT = 4  # words: less than this says nothing by itself («Здравствуйте!»)
MOST = 10  # parts
# `sentences` asks for a capital after the stop; who writes on a phone has none
END = re.compile(r"(?<=[.!?…;])\s+|\n+")


def parts(message: str) -> list[str]:
    """The parts of a message in their order; none if it is no longer than a question.

    >>> parts("Can I be dismissed while I am ill?")
    []
    """
    if len(message.split()) <= LONG:
        return []
    found = [cut for sentence in END.split(message) for cut in _cut(sentence.split()) if cut]
    while len(found) > 1 and (len(found) > MOST or min(map(len, found)) < SHORT):
        _join(found)
    return [" ".join(part) for part in found] if len(found) > 1 else []


def asking(found: Sequence[str]) -> int:
    """The number of the part that asks: the last with a question mark, or the last.

    >>> asking(["My boss is kind.", "May he fire me by text?", "Thank you all."])
    1
    """
    return max((number for number, part in enumerate(found) if "?" in part), default=len(found) - 1)


def _cut(words: list[str]) -> list[list[str]]:
    """Words in pieces of about one length."""
    count = max(1, round(len(words) / PIECE)) if len(words) > RUNS_ON else 1
    ends = [round(n * len(words) / count) for n in range(count + 1)]
    return [words[start:end] for start, end in zip(ends, ends[1:], strict=False)]


def _join(found: list[list[str]]) -> None:
    """Make one of two neighbours: of one that says nothing and the shorter beside it, else of the two shortest."""
    pairs = [(min(map(len, pair)) >= SHORT, sum(map(len, pair)), at) for at, pair in enumerate(pairwise(found))]
    _, _, at = min(pairs)
    found[at : at + 2] = [found[at] + found[at + 1]]
