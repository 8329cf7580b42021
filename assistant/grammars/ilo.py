"""How instruments of the ILO are built, in English: articles, the Maritime Labour Convention, what is annexed.

`Article 7` with or without a title, paragraphs `1.`, `(a)` or `a)`, `(i)`; of the Maritime Labour Convention each
Regulation (`1.1`), Standard (`A1.1`) and Guideline (`B1.1.1`) is a place of its own, and the number of a Regulation
that a copy has lost is found again from its Standard. Copies also lose the headings of annexes: what follows the last
article is one annex under its first line; articles that begin again at 1 are those of the next annex.

It reads no files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.documents import Note
from assistant.grammars import english, numbered
from assistant.grammars.base import DIVISIONS, Heading, Line
from assistant.grammars.numbered import ROMAN_NUMBER, Shape, roman

_NAME = r"[A-Z][^.;|]{2,100}(?<![:;,–—-])"
_BELOW = re.compile(rf"(?!.*\b(?:shall|should|is|are|may|has|have)\b|In |For |Where )\*?{_NAME}")
_DASH = r"\s*[–—-]\s*"
_TITLE = rf"(?P<title>(?:{_NAME})?)"
_DIVISION = rf"(?P<number>{ROMAN_NUMBER}|\d+)\b[.:]?(?:{_DASH})?\s*{_TITLE}"
SHAPES = (
    Shape("article", re.compile(rf"Article {_DIVISION}"), _BELOW),
    Shape("part", re.compile(rf"(?:PART|Part|DEEL|Deel|TITLE|TITEL|Titel) {_DIVISION}"), _BELOW),
    Shape("section", re.compile(rf"(?:SECTION|Section|AFDELING|Afdeling) {_DIVISION}"), _BELOW),
    Shape("annex", re.compile(rf"(?:ANNEX|SCHEDULE|APPENDIX) {_DIVISION}"), _BELOW),
    Shape(
        "annex", re.compile(r"(?P<number>ANNEX|(?i:schedule(?= to part)))(?P<title>(?i: to part [IVX]+:?)?)"), _BELOW
    ),
    Shape("annex", re.compile(r"(?P<number>)(?P<title>(?:Recommendation|Declaration) concerning [^.;|]{2,250})")),
)
MARITIME = (
    Shape("clause", re.compile(rf"Regulation (?P<number>\d(?:\.\d+){{1,2}}){_DASH}(?P<title>.+)")),
    Shape("clause", re.compile(rf"(?:Standard|Guideline) (?P<number>[AB]\d(?:\.\d+)+){_DASH}(?P<title>.+)")),
    Shape("regulation", re.compile(rf"(?P<number>)[–—]\s(?P<title>{_NAME})")),
    Shape("title", re.compile(r"(?P<number>)(?P<title>[A-Z][A-Z ,]{8,}[A-Z])")),  # «COMPLIANCE AND ENFORCEMENT»
    Shape("annex", re.compile(r"(?i:appendix) (?P<number>[AB]\d-[IVX]+)(?P<title>)")),
)
STANDARD = re.compile(r"[AB](\d(?:\.\d+)+)")
IS_MARITIME = re.compile(r"^Standard A\d", re.M)
LAST_WORDS = re.compile(r"equally authoritative\.?")  # of the last article of every convention since 1946
_FAITH = r"\*?(?:IN FAITH WHEREOF|In faith whereof).*"
SIGNED = re.compile(rf"(?:The foregoing is the authentic text.*(?:\s*{_FAITH})?|{_FAITH})")


def headings(text: str) -> Iterator[Heading]:
    """Every heading of an instrument, in its order; annexes are named by their number or by what they are."""
    maritime = IS_MARITIME.search(text) is not None
    found = list(numbered.headings(text, (*SHAPES, *MARITIME) if maritime else SHAPES))
    first = next((each.start for each in found if each.kind in ("article", "clause")), 0)
    found = [each for each in found if each.start >= first or each.kind in DIVISIONS]
    found = sorted([*_regulations(found), *_attached(text, found)], key=lambda each: each.start)
    return _annexed(found)


def _regulations(found: Sequence[Heading]) -> Iterator[Heading]:
    """Give each Regulation without a number that of its Standard or Guideline, else the one after the last.

    A Regulation over others («Flag State responsibilities», 5.1) stands right before the first of them (5.1.1).
    """
    last = "0.0"
    for place, heading in enumerate(found):
        following = found[place + 1 :]
        if heading.kind == "title":
            if following and following[0].kind == "regulation":
                yield replace(heading, kind="clause", number=f"title-{int(last[0]) + 1}")
        elif heading.kind == "regulation":
            own, below = _carried_out(following), _carried_out(following[1:])
            over = below[:-2] if below.endswith(".1") and below.count(".") == 2 else ""
            last = own or over or _after(last)
            yield replace(heading, kind="clause", number=last)
        else:
            last = _code(heading) or last
            yield heading


def _carried_out(following: Sequence[Heading]) -> str:
    """The number of the Regulation whose Standard or Guideline comes first, empty where another heading does."""
    return _code(following[0]) if following else ""


def _code(heading: Heading) -> str:
    """The number of the Regulation that a Standard or Guideline carries out; empty for any other heading."""
    match = STANDARD.fullmatch(heading.number)
    return ".".join(match[1].split(".")[: 3 if match[1].startswith("5") else 2]) if match else ""


def _after(number: str) -> str:
    above, _, last = number.rpartition(".")
    return f"{above}.{int(last) + 1}" if last.isdecimal() else "1.1"


def _attached(text: str, found: Sequence[Heading]) -> Iterator[Heading]:
    """The first line below the words with which the last article ends, where no heading that is known stands there."""
    for end in LAST_WORDS.finditer(text):
        signed = SIGNED.search(text, end.end())
        start = signed.end() if signed and not text[end.end() : signed.start()].strip() else end.end()
        below = next(numbered.rows(text[start:]), None)
        if below and _BELOW.fullmatch(below.text):
            at = start + below.start
            if not any(each.start <= at < each.end for each in found):
                yield Heading("annex", "", below.text, at, at + len(below.text))


def _annexed(found: Sequence[Heading]) -> Iterator[Heading]:
    """Name annexes as they are cited; articles that begin again at 1 are those of an annex, one after the other."""
    annex, before = 0, 0
    for heading in found:
        if heading.kind == "annex":
            first_word = heading.title.partition(" ")[0]
            named = first_word if first_word in ("Recommendation", "Declaration") else ""
            heading = replace(heading, number=(heading.number or named).lower().removeprefix("annex"))
        if heading.kind == "article" and heading.number.isdecimal():
            annex += int(heading.number) == 1 and before > 1
            before = int(heading.number)
            if annex:
                heading = replace(heading, number=f"annex-{roman(annex)}-{heading.number}")
        yield heading


def notes(text: str) -> Iterator[Note]:
    """The words about authentic texts and signatures below the last article."""
    for match in SIGNED.finditer(text):
        yield Note("editor", match[0].rstrip(), match.start(), match.start() + len(match[0].rstrip()))


def lines(text: str) -> Iterator[Line]:
    """The lines of one article, each with its place.

    >>> [line.place for line in lines("1. Rest is:\\n\\na) daily;\\n\\nb) weekly.\\n2.It is paid.")]
    [('1',), ('1', 'a'), ('1', 'b'), ('2',)]
    """
    return english.lines(text)
