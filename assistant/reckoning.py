"""Sums that a question asks for: «сколько это, 10 МРП?» is ten times the index of the year, in tenge.

The index comes from the digest of the year's figures, with its citation; nothing here knows its value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from assistant.corpus import Corpus
from assistant.law import Digest

INDEX = "kz-figures-{year}/2"  # the entry of the monthly calculation index among a year's figures
_NUMBER = r"(\d{1,3}(?:[\s\u00a0]\d{3})+|\d{1,6}(?:[.,]\d{1,2})?)"
_INDICES = r"(?:мрп|аек|mci|месячн\w* расч[её]тн\w* показател\w*|айлық есептік көрсеткіш\w*|monthly calculation ind\w+)"
ASKED = re.compile(rf"\b{_NUMBER}\s*-?\s*{_INDICES}\b", re.IGNORECASE)
MOST = 1_000_000


@dataclass(frozen=True)
class Sum:
    """So many indices, what they come to in tenge, and the digest point that gives the index."""

    count: float
    tenge: float
    digest: Digest
    point: int


def asked(question: str, corpus: Corpus, day: date) -> Sum | None:
    """The sum that a question asks for; None if it asks for none or the index of that year is not held."""
    found = ASKED.search(question)
    digest = corpus.by_article.get(INDEX.format(year=day.year))
    if found is None or digest is None:
        return None
    count = float(re.sub(r"\s", "", found[1]).replace(",", "."))
    index = next((figure for figure in digest.figures if figure.unit == "tenge"), None)
    if index is None or not 0 < count <= MOST:
        return None
    point = next(number for number, each in enumerate(digest.points) if each.at == index.at)
    return Sum(count, count * index.value, digest, point)


def number(value: float, lang: str) -> str:
    """A number as the language writes it, thousands apart.

    >>> number(43250.0, "ru"), number(64.875, "en")
    ('43 250', '64.88')
    """
    text = f"{value:,.2f}".rstrip("0").rstrip(".").replace(",", " ")
    return text if lang == "en" else text.replace(".", ",")
