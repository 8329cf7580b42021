"""What the laws of Kyrgyzstan and Russia share: Russian headings, days in words, notes that change an article.

It does not say how an article is numbered inside, and reads no files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from assistant.documents import Note
from assistant.grammars import numbered
from assistant.grammars.base import Heading
from assistant.grammars.numbered import ROMAN_NUMBER, Shape

MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
ORDINALS = (
    "перв",
    "втор",
    "трет",
    "четв",
    "пят",
    "шест",
    "седьм",
    "восьм",
    "девят",
    "десят",
    "одиннадцат",
    "двенадцат",
)
_DAY = re.compile(r"(\d{1,2})(?:\.(\d{2})\.|\s+([а-я]+)\s+)(\d{4})")
_FROM = re.compile(r"вступа[ею]т\s+в\s+силу\s+(?:со?\s+)?(?=\d)|\b[Сс]о?\s+(?=\d)")
_ACT = re.compile(r"(?:№|\bN)\s*(\d+(?:-[А-ЯA-Z]+)?)")
_CAPITALS = re.compile(r"[А-ЯЁ][А-ЯЁ\s.,()«»-]+")
_DIVISION = rf"(?P<number>{ROMAN_NUMBER}|\d+(?:[.-]\d+)?)\.?\s*(?P<title>.*)"
SHAPES = (
    Shape("article", re.compile(r"(?:[СC]татья|СТАТЬЯ)\s+(?P<number>\d+(?:\.\d+)?(?:-\d+)?)\.\s*(?P<title>.*)")),
    Shape("part", re.compile(r"(?P<number>[А-ЯЁ]+)\s+ЧАСТЬ(?P<title>)")),
    Shape("part", re.compile(rf"(?:ЧАСТЬ|Часть)\s+(?P<number>(?i:{'|'.join(ORDINALS)})[А-Яа-яё]+)(?P<title>)")),
    Shape("section", re.compile(rf"(?:РАЗДЕЛ|Раздел)\s+{_DIVISION}"), _CAPITALS),
    Shape("chapter", re.compile(rf"(?:ГЛАВА|Глава)\s+{_DIVISION}"), _CAPITALS),
    Shape("subchapter", re.compile(rf"§\s*{_DIVISION}")),
)


_REPEALED = r"\(?(?:Утратила\s+силу|Исключена|Не применяется\s+с)\b"
REPEALED = re.compile(
    rf"^[ \t]*(?:[СC]татья|СТАТЬЯ)\s+[\d.-]+\.\s*"
    rf"(?P<note>{_REPEALED}.*(?:\n(?!\s*\n|\s*(?:Статья|Глава|ГЛАВА|РАЗДЕЛ)).*)*)",
    re.M,
)


def headings(text: str, run_on: re.Pattern[str]) -> Iterator[Heading]:
    """Every heading of a document, in its order; that an article is repealed is a note and not its title.

    `run_on` finds in a title the place at which words of the wording begin that a copy has left on its line.
    """
    for heading in numbered.headings(text, SHAPES):
        begins = re.match(_REPEALED, heading.title) or run_on.search(heading.title)
        if heading.kind == "article" and begins:
            title = heading.title[: begins.start()]
            heading = replace(heading, title=title, end=heading.end - len(heading.title) + len(title))
        yield heading


def day(text: str) -> date | None:
    """The first day that a text names, «1 января 2026 года» or «01.01.2026»; None if none is named.

    >>> day("вступает в силу 1 января 2026 года")
    datetime.date(2026, 1, 1)
    """
    match = _DAY.search(text)
    if match is None:
        return None
    stems = [number for number, stem in enumerate(MONTHS, 1) if match[3] and match[3].startswith(stem)]
    try:
        return date(int(match[4]), int(match[2]) if match[2] else stems[0], int(match[1]))
    except (ValueError, IndexError):  # «31.02.2026», «1 раза 2026»
        return None


def since(text: str) -> date | None:
    """The day from which a note says that something holds; None if it names none.

    >>> since("утратила силу с 1 марта 2023 г. - закон от 4 ноября 2022 г.")
    datetime.date(2023, 3, 1)
    """
    begins = _FROM.search(text)
    return day(text[begins.end() :][:40]) if begins else None


def notes(text: str, kinds: Sequence[tuple[str, re.Pattern[str]]]) -> Iterator[Note]:
    """Every note by the patterns of its kinds, in order; where two overlap, the one that begins first.

    The note is the group `note` of a pattern that has one, else the whole of what the pattern finds.
    """
    found = []
    for kind, pattern in kinds:
        for match in pattern.finditer(text):
            found.append((*match.span("note" if "note" in pattern.groupindex else 0), kind))
    reached = 0
    for start, end, kind in sorted(found, key=lambda each: (each[0], -each[1])):
        if start >= reached:
            words = text[start:end]
            act = _ACT.search(words) if kind != "editor" else None
            yield Note(kind, words, start, end, act[1] if act else "", since(words) if kind != "amendment" else None)
            reached = end
