"""Conventions and recommendations of the ILO by number: «Конвенции №№ 29 и 105», «ХЕҰ-ның № 29 конвенциясы», "C190".

It reads folded texts and gives ids and places. Which of them are citations is for `whole_instruments`; whether there is
such an instrument for `acts` and `verdicts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ILO = r"(?:мот|хеу|ilo|ило)"
_SIGN = r"(?:№№?|nos?\.?|n)"
_UNIT = r"\s*-?\s*(?:ба[пб]|стат|ст\b|пункт|п\.|част|тарма|боли|конвенц|convention|рекоменд|усыным|recommend)"
_NOT = rf"\b(?!{_UNIT}|[-/.]\d)"  # «конвенцияның 5-бабы»: the number is of something else
_OTHERS = (  # "Convention 108+", «Конвенция № 108 Совета Европы»
    r"(?!\+|\s*(?:(?:of )?(?:the )?)?(?:совета европы|council of europe|еуропа кенес|оон\b|un\b|united nations|hague))"
)
_YEAR = r"(?:,?\s*\(?\d{4}\)?(?:\s*(?:г\.|года|жылгы))?)?"  # «Конвенция 1948 года № 87», "Convention, 1948 (No. 87)"
_TITLE = r"\s+(?:об?|on|concerning)\s+[^.;:()№\d«»]{3,110}?"  # «Конвенция МОТ о свободе объединения (№ 87)»
_AND = r"(?:\s*(?:,|;|/|&)\s*|,?\s+(?:и|или|либо|а также|жане|немесе|мен|пен|бен|and|or|as well as)\s+)"
_MORE = rf"(?:{_AND}(?:{_ILO}\s*)?(?:{_SIGN}\s*\d{{1,3}}|\d{{2,3}}){_NOT})*"
_PLURAL = re.compile(r"конвенци(?:и|й|ям|ями|ях)\b|рекомендаци(?:и|й|ям|ями|ях)\b|\w+s\b|\w+(?:лар|дар)")
_NOUNS = {
    "c": (r"конвенц\w*|convention\w*", r"конвенц\w*"),
    "r": (r"рекомендаци\w*|усыным\w*|recommendation\w*", r"усыным\w*|рекомендаци\w*"),
}
_FORMS = tuple(
    (kind, re.compile(pattern))
    for kind, (nouns, behind) in _NOUNS.items()
    for pattern in (
        rf"(?P<noun>{nouns}){_YEAR}\s*{_ILO}?{_YEAR}:?\s*\(?\s*(?P<list>{_SIGN}?\s*\d{{1,3}}{_NOT}{_MORE}){_OTHERS}",
        rf"(?P<noun>{nouns})(?:\s*{_ILO})?{_YEAR}{_TITLE},?\s*\(?\s*(?P<list>{_SIGN}\s*\d{{1,3}}{_NOT}){_OTHERS}",
        rf"(?:{_ILO}[\w-]*\s*)?(?P<list>{_SIGN}\s*\d{{1,3}}(?:{_AND}(?:{_SIGN}\s*\d{{1,3}}|\d{{2,3}}))*)(?:-?(?:ш[иы]|я|й|ю))?[\s-]*"
        rf"(?P<noun>{behind}){_OTHERS}",
        rf"(?<![\d-])\b(?P<list>\d{{2,3}}(?:{_AND}\d{{2,3}})*)(?:-?(?:ш[иы]|я|й|ю))?[- ](?P<noun>{behind}){_OTHERS}",
    )
)
_CODES = (
    ("c", re.compile(r"\b(?:ilo\s+|мот\s+|хеу\s+)?[cс]-?(\d{2,3})\b(?!\s\d)")),
    ("r", re.compile(r"\b(?:ilo\s+|мот\s+|хеу\s+)?r-?(\d{3})\b(?!\s\d)")),
)
_EUROPE = re.compile(
    r"(?:council of europe|hague|geneva|vienna|еуропа кенес\w*|европейск\w+|гаагск\w+|оон|un)(?:'s)?\s+$"
)
_NUMBER = re.compile(r"\d{1,3}")


def found(folded: str) -> Iterator[tuple[str, int, int]]:
    """Every number of a convention or recommendation in a folded text: its id, and where its name begins and ends.

    In a list, the noun belongs to the number beside it.

    >>> list(found("конвенции №№ 29 и 105"))
    [('ilo-c029', 0, 15), ('ilo-c105', 18, 21)]
    """
    for kind, pattern in _FORMS:
        for hit in pattern.finditer(folded):
            if not _EUROPE.search(folded[max(0, hit.start() - 25) : hit.start()]):
                yield from _listed(kind, hit)
    for kind, pattern in _CODES:
        for hit in pattern.finditer(folded):
            yield f"ilo-{kind}{int(hit[1]):03d}", hit.start(), hit.end()


def _listed(kind: str, hit: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    start, end = hit.span("list")
    several = bool(_PLURAL.match(hit["noun"]) or re.search("№№|nos", hit["list"]) or hit.start("noun") > start)
    numbers = [*_NUMBER.finditer(hit.string, start, end)]
    for place, number in enumerate(numbers):
        sign = re.search(rf"{_SIGN}\s*$", hit.string[start : number.start()])
        if place and sign is None and not several:
            return  # «Конвенция № 87 и 12 работников»
        begins, ends = start + sign.start() if sign else number.start(), number.end()
        if place == 0 and (hit.start("noun") < start or len(numbers) == 1):
            begins = hit.start()
        if place == len(numbers) - 1 and hit.start("noun") > start:
            ends = hit.end("noun")
        if "(" in hit.string[begins:ends] and hit.string[ends : ends + 1] == ")":
            ends += 1
        yield f"ilo-{kind}{int(number[0]):03d}", begins, ends
