"""A text into its sentences, as spans, without breaking the abbreviations that legal texts are full of.

Rules for Kazakh, Russian and English at once; a citation is never cut in two. It knows nothing of what they say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

END = re.compile(
    r"[.!?…]+[»\"”)]*\s+(?=[«\"“(]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ0-9])|\n\s*\n|;\s*\n|:\s*\n|\n(?=\s*(?:\d+[.)]|[-–—•*])\s)"
)
ABBREVIATION = re.compile(
    r"(?:^|[\s(«\"])(?:ст|стт|п|пп|подп|ч|абз|г|гг|т|т\.д|т\.п|т\.е|т\.к|др|руб|тг|тыс|млн|им|ул|д|кв|обл|р|см|напр|с"
    r"|б|т\.б|т\.с\.с|ж|жж|тарм|[A-ZА-ЯӘІ]|art|arts|para|paras|no|nos|s|ss|sec|cl|ch|p|pp|e\.g|i\.e|vs|mr|mrs|ms|dr|ltd|inc)$",
    re.IGNORECASE,
)


def split(text: str, whole: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """The spans (start, end) of the sentences of a text, white space at their ends left out.

    `whole` are spans that must stay inside one sentence, such as citations.

    >>> text = "Уволен по п. 1 ст. 52 ТК РК. Приказ вручён."
    >>> [text[start:end] for start, end in split(text)]
    ['Уволен по п. 1 ст. 52 ТК РК.', 'Приказ вручён.']
    """
    cuts = [hit.end() for hit in END.finditer(text) if _ends(text, hit, whole)]
    spans = []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        piece = text[start:end]
        if piece.strip():
            spans.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
    return spans


def _ends(text: str, hit: re.Match[str], whole: Sequence[tuple[int, int]]) -> bool:
    if any(start < hit.end() < end for start, end in whole):
        return False
    return not hit[0].startswith(".") or not ABBREVIATION.search(text[max(0, hit.start() - 12) : hit.start()])


def same_sentence(text: str, start: int, end: int) -> bool:
    """True if no sentence ends between two offsets of a text.

    >>> same_sentence("По п. 1 ст. 52 ТК. Приказ", 0, 14), same_sentence("По п. 1 ст. 52 ТК. Приказ", 0, 19)
    (True, False)
    """
    piece = text[max(0, start - 12) : end + 1]
    before = min(start, 12)
    return not any(hit.start() >= before and _ends(piece, hit, ()) for hit in END.finditer(piece))
