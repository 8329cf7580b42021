"""How papers without a country's form are built: agreements, orders, policy papers, speeches, other countries' laws.

Clauses «4.2.», numbered headings «4. Оплата труда», «Раздел 3», «2-бөлім», `Chapter 2`, `Clause 4.2`, «IV. …»; chapters
by a table of contents where their numbers are lost; a text without any heading is one clause, 1, with its paragraphs
counted. It reads no files and knows no notes of publishers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.documents import Note
from assistant.grammars import contents, layout, numbered
from assistant.grammars.base import DIVISIONS, Heading, Line
from assistant.grammars.numbered import LETTER, NUMBER, PARAGRAPH, ROMAN, ROMAN_NUMBER

_N = rf"(?P<number>\d+(?:\.\d+)*|{ROMAN_NUMBER})"
_REST = r"[.:)]?\s*(?:[–—-]\s+)?(?P<rest>.*)"
WORDED = (
    ("part", re.compile(rf"(?:Part|PART|Часть|ЧАСТЬ)\s+{_N}\b{_REST}")),
    ("section", re.compile(rf"(?:Section|SECTION|Раздел|РАЗДЕЛ)\s+{_N}\b{_REST}")),
    ("section", re.compile(rf"{_N}[- ](?:бөлім|БӨЛІМ|bo[ʻʼ'’]lim)\b{_REST}")),
    ("chapter", re.compile(rf"(?:Chapter|CHAPTER|Глава|ГЛАВА)\s+{_N}\b{_REST}")),
    ("chapter", re.compile(rf"{_N}[- ](?:тарау|ТАРАУ|bob)\b{_REST}")),
    ("article", re.compile(rf"(?:Article|ARTICLE|Статья|СТАТЬЯ)\s+{_N}\b{_REST}")),
    ("article", re.compile(rf"{_N}[- ](?:бап|modda)\b{_REST}")),
    ("clause", re.compile(rf"(?:Clause|CLAUSE|Пункт|ПУНКТ)\s+{_N}\b{_REST}")),
    ("clause", re.compile(rf"{_N}[- ]тармақ\b{_REST}")),
    (
        "annex",
        re.compile(rf"(?:Приложение|ПРИЛОЖЕНИЕ|Annex|ANNEX|Appendix|APPENDIX)\s+(?:№\s*|N\s+|No\.\s*)?{_N}\b{_REST}"),
    ),
    ("annex", re.compile(rf"{_N}[- ](?:қосымша|ҚОСЫМША|ilova)\b{_REST}")),
)
DOTTED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,3}){1,4})\.?\s+(?P<rest>(?![a-zа-яё])\D.*)")
PLAIN = re.compile(r"(?P<number>\d{1,3})\.\s+(?P<rest>(?![a-zа-яё])\D.*)")
ROMAN_HEADING = re.compile(rf"(?P<number>{ROMAN_NUMBER})\.\s+(?P<rest>.*)")
TITLE = re.compile(r"(?=[^\W\d_])(?![a-zа-яё]).{2,150}(?<![.;:,!?])")
MARKERS = {
    PARAGRAPH: re.compile(r"(\d+)\.\s"),
    NUMBER: re.compile(r"\(?(\d+)\)\s"),
    ROMAN: re.compile(r"\(?([ivx]+)\)\s"),
    LETTER: re.compile(r"\(?([a-zа-яёәғқңөұүһі])\)\s"),
}
BULLET = re.compile(r"[-–—•*·]\s+")
BLANK = re.compile(r"\n\s*\n")
LONGEST_TITLE = 200
END = re.compile(r"[.!?:;][\"»”)]*$")
WORDED_LEVEL, PLAIN_LEVEL, DOTTED_LEVEL = 0, 1, 2


@dataclass(frozen=True)
class Candidate:
    """A line that may be a heading: how deep, and whether the rest of the line is its title or already the wording."""

    level: int
    heading: Heading
    titled: bool


def headings(text: str) -> Iterator[Heading]:
    """Every heading of a paper, in its order; a table of contents gives none."""
    _, start = contents.table(text)
    found = [each for row in numbered.rows(text) if row.start >= start and (each := _candidate(row))]
    annexes = [place for place, each in enumerate(found) if each.heading.kind == "annex"]
    pieces = [found[begin:end] for begin, end in pairwise([0, *annexes, len(found)])]
    chosen = [heading for piece in pieces for heading in _chosen(piece)]
    if not chosen:
        chosen = list(contents.chapters(text)) or [Heading("clause", "1", "", 0, 0)]
    kept = list(layout.without_contents(text, chosen))
    return _with_intros(text, list(_once(kept)), start)


def _once(chosen: Sequence[Heading]) -> Iterator[Heading]:
    """Each place once: clauses of an annex are `annex-1-4.2`; a number that comes again is no heading."""
    annex = ""
    taken: set[str] = set()
    for heading in chosen:
        if heading.kind == "annex":
            annex = f"annex-{heading.number}-"
        elif annex and heading.kind not in DIVISIONS:
            heading = replace(heading, number=annex + heading.number)
        if heading.kind in DIVISIONS or heading.article not in taken:
            taken.add(heading.article)
            yield heading


def _candidate(row: numbered.Row) -> Candidate | None:
    for kind, pattern in WORDED:
        if match := pattern.fullmatch(row.text):
            level = WORDED_LEVEL if kind in DIVISIONS else DOTTED_LEVEL
            rest = match["rest"] or ""
            if kind in DIVISIONS and rest and not TITLE.fullmatch(rest):
                return None  # «Раздел 3 настоящего соглашения применяется …»
            if kind == "annex" and END.search(rest):
                return None
            return _made(level, kind, match, row)
    for level, kind, pattern in (
        (DOTTED_LEVEL, "clause", DOTTED),
        (PLAIN_LEVEL, "clause", PLAIN),
        (WORDED_LEVEL, "section", ROMAN_HEADING),
    ):
        match = pattern.fullmatch(row.text)
        if match and (level != WORDED_LEVEL or TITLE.fullmatch(match["rest"])):
            return _made(level, kind, match, row)
    return None


def _made(level: int, kind: str, match: re.Match[str], row: numbered.Row) -> Candidate | None:
    rest, number = match["rest"] or "", match["number"] or ""
    titled = not rest or kind == "annex" or TITLE.fullmatch(rest) is not None
    end = row.end if titled else row.start + match.start("rest")
    heading = Heading(kind, number.lower(), rest if titled else "", row.start, end)
    return Candidate(level, heading, titled) if number else None


def _chosen(found: Sequence[Candidate]) -> list[Heading]:
    """The candidates that are headings; of numbers «1.» only those that run on through the whole paper or annex."""
    if found and found[0].heading.kind == "annex":
        return [found[0].heading, *_chosen(found[1:])]
    dotted = any(each.level == DOTTED_LEVEL for each in found)
    worded = any(each.level == WORDED_LEVEL for each in found)
    plain = [each.heading.number for each in found if each.level == PLAIN_LEVEL]
    listed = len(set(plain)) < len(plain)
    chosen: list[Heading] = []
    last = 0
    for place, each in enumerate(found):
        if each.level != PLAIN_LEVEL:
            chosen.append(each.heading)
            continue
        number = int(each.heading.number)
        child = place + 1 < len(found) and found[place + 1].heading.number.startswith(f"{number}.")
        runs_on = number == last + 1 and (each.titled or not (dotted or listed))
        if not (runs_on or child) or (worded and listed and not dotted):
            continue
        last = number
        chosen.append(replace(each.heading, kind="chapter") if dotted and each.titled else each.heading)
    if not dotted and not (plain and len(chosen) > sum(each.level == WORDED_LEVEL for each in found)):
        return [replace(each, kind="clause") for each in chosen]
    return chosen


def _with_intros(text: str, chosen: Sequence[Heading], start: int) -> Iterator[Heading]:
    """Add a place for the words right below a division and above the first heading, so that none is lost."""
    if chosen and chosen[0].start > start and END.search(text[start : chosen[0].start].rstrip()):
        yield Heading("clause", "0", "", start, start)
    taken = {each.article for each in chosen if each.kind not in DIVISIONS}
    for place, heading in enumerate(chosen):
        yield heading
        ends = chosen[place + 1].start if place + 1 < len(chosen) else len(text)
        if heading.kind in DIVISIONS and text[heading.end : ends].strip():
            named = f"{heading.kind}-{heading.number}"
            if heading.kind == "chapter" and heading.number not in taken:
                named = heading.number
            named += f"-{place}" if named in taken else ""
            taken.add(named)
            yield Heading("clause", named, heading.title, heading.end, heading.end)


def notes(text: str) -> Iterator[Note]:
    """None: papers carry no notes of a publisher that could be told from their words."""
    return iter(())


def lines(text: str) -> Iterator[Line]:
    """The lines of one clause, each with its place; without numbers, list items and paragraphs are counted from 1.

    A line that is no sentence is a heading over the next ones and has no place of its own.

    >>> [line.place for line in lines("Our demands\\n- Pay all.\\n- Ask first.\\n\\nWe go on.")]
    [(), ('1',), ('2',), ('3',)]
    """
    found = list(numbered.rows(text))
    if any(pattern.match(row.text) for row in found for kind, pattern in MARKERS.items() if kind != ROMAN):
        yield from numbered.lines(text, MARKERS, numbered.sentence)
        return
    yield from _counted(text, found)


def _counted(text: str, found: Sequence[numbered.Row]) -> Iterator[Line]:
    """List items and paragraphs from 1; what ends without a stop is a heading, items too where the others do stop."""
    blocks = list(_blocks(text, found))
    items = [block[-1].text for block in blocks if BULLET.match(block[0].text)]
    stopped = sum(END.search(item) is not None for item in items) * 2 > len(items)
    count = 0
    for block in blocks:
        short = block[-1].end - block[0].start <= LONGEST_TITLE
        over = short and not END.search(block[-1].text) and (stopped or not BULLET.match(block[0].text))
        count += not over
        for row in block:
            yield Line(() if over else (str(count),), row.start, row.end)


def _blocks(text: str, found: Sequence[numbered.Row]) -> Iterator[list[numbered.Row]]:
    """Lines that belong together: an item with the lines it was broken into, a paragraph, a heading."""
    block: list[numbered.Row] = []
    for row in found:
        if block:
            apart = BLANK.search(text[block[-1].end : row.start]) is not None
            ended = END.search(block[-1].text) is not None
            item = BULLET.match(block[0].text) is not None
            short = block[-1].end - block[0].start <= LONGEST_TITLE
            begins = (
                ended or (short and not row.text[0].islower())
                if apart
                else ended and not item and numbered.sentence(row.text, "")
            )
            if BULLET.match(row.text) or begins:
                yield block
                block = []
        block.append(row)
    if block:
        yield block
