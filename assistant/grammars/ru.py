"""How the laws of Russia are built: «Статья 22.1.», parts without numbers, items «1)», and items «а)» inside them.

A repealed part keeps its place, so that the parts after it keep theirs; items of a list without numbers («абзац»)
stay in their part. A wording for a later day is known only by a note that says so. It reads no files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.documents import Note
from assistant.grammars import numbered, russian
from assistant.grammars.base import Heading, Line
from assistant.grammars.numbered import LETTER, NUMBER, PARAGRAPH

_NUMBER = r"(\d+(?:\.\d+)?(?:-\d+)?)"
MARKERS = {
    PARAGRAPH: re.compile(rf"{_NUMBER}\.\s"),
    NUMBER: re.compile(rf"{_NUMBER}\)\s?"),  # «7.1) …»
    LETTER: re.compile(r"([а-яё])\)\s?"),
}
REPEALED_PARTS = re.compile(r"Част(?:ь|и)\s+(?:(?P<word>[а-яё]+)|(?P<first>\d+)(?:\s*[-–]\s*(?P<last>\d+))?)\s+утратил")
_PLACE = r"(?:часть|части|абзац\w*|пункт\w*|подпункт\w*|стать\w+|изменени\w+|п\.|ч\.|пп\.|ст\.)"
_CHANGED = r"(?:в ред\.|в редакции|введен[аоы]?|дополнен[аоы]?)"
NOTES = (
    (
        "amendment",
        re.compile(rf"\((?:{_PLACE}\s[^()]{{0,40}})?{_CHANGED}\s(?=[^()]*(?:закон|\bN\s*\d|№))[^()]*\)", re.I),
    ),
    ("amendment", re.compile(r"^[ \t]*Информация об изменениях:.*$", re.M)),
    ("future", re.compile(rf"^.*\({_PLACE}\s[^()]*вступа[ею]т\s+в\s+силу[^()]*\)[ \t]*$", re.M | re.I)),
    ("future", re.compile(r"^[ \t]*С \d{1,2}[. ].*(?:излагается|вносятся изменения|См\. будущую редакцию).*$", re.M)),
    ("editor", re.compile(r"^[ \t]*(?:КонсультантПлюс:|ГАРАНТ:|\(?см\. текст в предыдущей редакции).*$", re.M)),
    ("repealed", russian.REPEALED),
)
# «Продолжительность смены Сменой считается …»: a definition that a copy has left on the line of the title
RUN_ON = re.compile(
    r"(?<=[а-яё]) (?=[А-ЯЁ][а-яё]+(?:(?: [а-яё]+)*(?: \([^()]*\))? - | (?:считается|признается|понимается)\b))"
)


def headings(text: str) -> Iterator[Heading]:
    """Every heading of a document, in its order; the words of the wording on a heading's line are not the title."""
    return russian.headings(text, RUN_ON)


def notes(text: str) -> Iterator[Note]:
    """Every note of the publisher, in its order: changes, announced wordings, what is no longer in force."""
    return russian.notes(text, NOTES)


def lines(text: str) -> Iterator[Line]:
    """The lines of one article, each with its place; parts are counted from 1, those that are repealed too.

    >>> [line.place for line in lines("Отдых нужен.\\nЧасть вторая утратила силу.\\nОтпуск дают:\\n1) летом.")]
    [('1',), ('2',), ('3',), ('3', '1')]
    """
    shift = 0
    for line in numbered.lines(text, MARKERS, _opens):
        place = line.place
        if place and place[0].isdecimal() and not MARKERS[PARAGRAPH].match(text):
            place = (str(int(place[0]) + shift), *place[1:])
        yield replace(line, place=place)
        if gone := REPEALED_PARTS.match(text, line.start):
            shift += int(gone["last"]) - int(gone["first"]) if gone["last"] else 0


def _opens(line: str, before: str) -> bool:
    return numbered.sentence(line, before) and not re.match(r"N \d", line)  # «… от 7 июня 2013 г.⏎N 108-ФЗ»
