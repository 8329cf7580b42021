"""How the laws of Kyrgyzstan are built, in Russian: «Статья 60.», parts «1.», items «1)», parts without a number.

Notes of the database stand on lines of their own: the acts that changed an article, and changes still to come into
force, whose words the article already carries. It reads no files and mends no broken lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.documents import Note
from assistant.grammars import numbered, russian
from assistant.grammars.base import Heading, Line
from assistant.grammars.numbered import LETTER, NUMBER, PARAGRAPH

_NUMBER = r"(\d+(?:-\d+)?)"
MARKERS = {
    PARAGRAPH: re.compile(rf"{_NUMBER}\.(?:\s|$)"),
    NUMBER: re.compile(rf"{_NUMBER}\)(?:\s|$)"),
    LETTER: re.compile(r"([а-яё])\)(?:\s|$)"),
}
RUN_ON = re.compile(r"(?<=[а-яё)»\"]) (?=1\. [А-ЯЁ])")  # «Работа по частям 1. На работах …», broken out of a PDF
_INSIDE = r"(?:[^()]|\([^()]{0,200}\)){0,600}"
NOTES = (
    ("amendment", re.compile(rf"^[ \t]*\((?:В редакции|Введен|Дополнен|Внесены изменения){_INSIDE}\)[ \t]*$", re.M)),
    ("repealed", russian.REPEALED),
    (
        "future",
        re.compile(
            r"^[ \t]*Внимание!(?:(?!\n\s*(?:Статья|\n))[\s\S]){0,300}?вступа[ею]т\s+в\s+силу[^.]{0,40}года\.", re.M
        ),
    ),
    ("editor", re.compile(r"^[ \t]*Опубликован[аоы]? в (?:.|\n){0,600}\Z", re.M)),
    ("editor", re.compile(r"^[ \t]*Президент\s+Кыргызской\s+Республики(?:.|\n){0,300}\Z", re.M)),
)


def headings(text: str) -> Iterator[Heading]:
    """Every heading of a document, in its order; a table of contents gives none."""
    return russian.headings(text, RUN_ON)


def notes(text: str) -> Iterator[Note]:
    """Every note of the database and the signatures at the end, in their order."""
    return russian.notes(text, NOTES)


def lines(text: str) -> Iterator[Line]:
    """The lines of one article, each with its place; parts without a number are counted from 1.

    >>> [line.place for line in lines("1. Отпуск дают:\\n1) летом;\\n2) зимой.\\n2. Отпуск оплачивают.")]
    [('1',), ('1', '1'), ('1', '2'), ('2',)]
    """
    return numbered.lines(text, MARKERS, numbered.sentence)
