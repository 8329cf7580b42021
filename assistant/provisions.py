"""From a document to the wordings of its articles, and from a wording to its provisions, with offsets.

`read` takes articles that are already apart: `data/texts/<instrument>.<lang>.jsonl`, one article a line:
`{"article": "88", "text": "…", "edition": "2026-07-01"}` (`edition` may be left out: then it is the catalogue's).
How an act is built is for its grammar to say. It fetches nothing and reads no other format.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice, pairwise, takewhile
from pathlib import Path

from assistant import grammars
from assistant.documents import Document, Note, Provision, Wording
from assistant.errors import CorpusError
from assistant.grammars.base import DIVISIONS, Grammar, Heading, Line
from assistant.law import LANGUAGES, Instrument, ProvisionId


def read(folder: Path, instruments: dict[str, Instrument]) -> tuple[Wording, ...]:
    """Every wording in a folder of texts; none if there is no folder. CorpusError names file and line."""
    found: list[Wording] = []
    for path in sorted(folder.glob("*.jsonl")):
        name, _, lang = path.stem.rpartition(".")
        if name not in instruments or lang not in LANGUAGES:
            raise CorpusError(f"{path}: the name must be <instrument>.<language>.jsonl")
        found += read_file(path, instruments[name], lang)
    return tuple(found)


def read_file(path: Path, instrument: Instrument, lang: str) -> Iterator[Wording]:
    """The wordings of one file, one article a line, whatever its name; CorpusError names file and line."""
    grammar = grammars.grammar_for(instrument)
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: not UTF-8 text") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                row = json.loads(line)
                article, text = str(row["article"]), str(row["text"])
            except (ValueError, KeyError, TypeError) as error:
                raise CorpusError(f"{path}:{number}: an article and its text are needed") from error
            edition = _edition(row.get("edition"), instrument)
            if edition is None:
                raise CorpusError(f"{path}:{number}: the edition is needed: the catalogue has none")
            notes = tuple(_dated(note, edition) for note in grammars.by_name(grammar).notes(text))
            yield Wording(instrument.id, article, lang, edition, text, notes=notes, grammar=grammar)


def _edition(said: object, instrument: Instrument) -> date | None:
    try:
        return date.fromisoformat(str(said))
    except ValueError:
        return instrument.edition


def articles(
    document: Document, instrument: str, lang: str, edition: date, grammar: Grammar, name: str
) -> tuple[Wording, ...]:
    """The wording of every article (recital, annex, clause) of a document, in its order, notes apart.

    `name` is the grammar's own name. CorpusError where the document has no heading that the grammar knows.

    >>> paper = Document("Статья 1. Отдых\\nОтдых обязателен.\\nСтатья 2. Плата\\nПлата положена.", "text")
    >>> [(w.article, w.text) for w in articles(paper, "kz-x", "ru", date(2026, 7, 1), grammars.by_name("kz"), "kz")]
    [('1', 'Отдых обязателен.'), ('2', 'Плата положена.')]
    """
    text = document.text
    notes = [_dated(note, edition) for note in grammar.notes(text)]
    headings = [each for each in grammar.headings(text) if not _inside(each, notes)]
    found: list[Wording] = []
    division: list[Heading] = []
    ahead: tuple[Note, ...] = ()
    for heading, follows in pairwise([*headings, Heading("", "", "", len(text), len(text))]):
        if heading.kind in DIVISIONS:
            level = DIVISIONS.index(heading.kind)
            division = [*(each for each in division if DIVISIONS.index(each.kind) < level), heading]
            continue
        beside = _between(notes, heading.end, follows.start)
        start, end = _trimmed(_blanked(text, beside, heading.end, follows.start), heading.end)
        before, ahead = ahead, tuple(note for note in beside if note.start >= end and _names(note, follows, heading))
        kept = (*before, *(note for note in beside if note not in ahead))
        names = tuple(" ".join(text[each.start : each.end].split()) for each in division)
        gone = start == end and any(note.kind == "repealed" for note in kept)
        place = (instrument, heading.article, lang, edition, text[start:end], start, heading.title)
        found.append(Wording(*place, names, kept, gone, name))
    if not found:
        raise CorpusError(f"{instrument}: no article was found in the text by the grammar {name!r}")
    return tuple(found)


def _dated(note: Note, edition: date) -> Note:
    """A change that comes after the day of the edition is a future one, one that has come by then an amendment."""
    if note.since is None or note.kind not in ("amendment", "future"):
        return note
    return replace(note, kind="future" if note.since > edition else "amendment")


def _names(note: Note, follows: Heading, heading: Heading) -> bool:
    """True where a publisher's note below an article is about the one that follows, not about that one."""

    def named(number: str) -> bool:
        said = rf"(?:стать\w*|article)\s+{re.escape(number)}(?![\d-])|(?<![\d-]){re.escape(number)}-бап"
        return bool(number) and re.search(said, note.text, re.IGNORECASE) is not None

    return note.kind in ("future", "editor") and named(follows.number) and not named(heading.number)


def _between(notes: Sequence[Note], start: int, end: int) -> tuple[Note, ...]:
    first = bisect_left(notes, start, key=lambda note: note.start)
    return tuple(takewhile(lambda note: note.start < end, islice(notes, first, None)))


def _inside(heading: Heading, notes: Sequence[Note]) -> bool:
    before = bisect_right(notes, heading.start, key=lambda note: note.start)
    return before > 0 and heading.start < notes[before - 1].end


def _blanked(text: str, notes: Sequence[Note], start: int, end: int) -> str:
    """The text from start to end, as long as before, with notes turned into spaces."""
    pieces, at = [], start
    for note in notes:
        if note.start < end and note.end > at:
            begins, ends = max(note.start, at), min(note.end, end)
            pieces += [text[at:begins], " " * (ends - begins)]
            at = ends
    return "".join((*pieces, text[at:end]))


def _trimmed(words: str, offset: int) -> tuple[int, int]:
    """Where the words of a text begin and end; both at its beginning where it has none."""
    if not words.strip():
        return offset, offset
    return offset + len(words) - len(words.lstrip()), offset + len(words.rstrip())


def without_notes(wording: Wording) -> str:
    """The wording with the notes inside it turned into spaces, so that every offset stays."""
    shifted = [Note(n.kind, n.text, n.start - wording.start, n.end - wording.start) for n in wording.notes]
    return _blanked(wording.text, [note for note in shifted if note.start >= 0], 0, len(wording.text))


def cut(wording: Wording) -> Iterator[Provision]:
    """The paragraphs and subparagraphs of an article, with offsets in its document, notes left out.

    A place of which nothing but its number is left gives no provision.

    >>> w = Wording("kz-labour-code", "1", "ru", date(2026, 7, 1), "1. Можно:\\n1) уйти;\\n2) остаться.")
    >>> [(str(p.id), p.text) for p in cut(w)][1]
    ('kz-labour-code/1/1/1', '1) уйти;')
    """
    words = without_notes(wording)
    held: dict[tuple[str, ...], list[Line]] = {}
    for line in grammars.by_name(wording.grammar).lines(words):
        held.setdefault(line.place, []).append(line)
    for place, lines in held.items():
        for start, end in _runs(lines, wording.text):
            if any(sign.isalpha() for sign in words[start:end]):
                provision = ProvisionId(wording.instrument, wording.article, place)
                begins, ends = wording.start + start, wording.start + end
                yield Provision(provision, wording.lang, wording.edition, wording.text[start:end], begins, ends)


def _runs(lines: list[Line], text: str) -> Iterator[tuple[int, int]]:
    """Spans of lines that follow each other, so that a span never swallows another provision's line."""
    start, end = lines[0].start, lines[0].end
    for line in lines[1:]:
        if text[end : line.start].strip():
            yield start, end
            start = line.start
        end = line.end
    yield start, end
