"""Official wording, where the user has supplied it: one file an instrument and language, cut to provisions.

`data/texts/<instrument>.<lang>.jsonl`, one article a line: `{"article": "88", "text": "…", "edition": "2026-07-01"}`
(`edition` may be left out: then it is the catalogue's). It fetches nothing and reads no other format.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from assistant.errors import CorpusError
from assistant.grammars import kz
from assistant.law import LANGUAGES, Instrument, Provision, ProvisionId, Wording


def read(folder: Path, instruments: dict[str, Instrument]) -> tuple[Wording, ...]:
    """Every wording in a folder of texts; none if there is no folder. CorpusError names file and line."""
    return tuple(wording for path in sorted(folder.glob("*.jsonl")) for wording in _file(path, instruments))


def _file(path: Path, instruments: dict[str, Instrument]) -> Iterator[Wording]:
    name, _, lang = path.stem.rpartition(".")
    if name not in instruments or lang not in LANGUAGES:
        raise CorpusError(f"{path}: the name must be <instrument>.<language>.jsonl")
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
            edition = _edition(row.get("edition"), instruments[name])
            if edition is None:
                raise CorpusError(f"{path}:{number}: the edition is needed: the catalogue has none")
            yield Wording(name, article, lang, edition, text)


def _edition(said: object, instrument: Instrument) -> date | None:
    try:
        return date.fromisoformat(str(said))
    except ValueError:
        return instrument.edition


def cut(wording: Wording) -> Iterator[Provision]:
    """The paragraphs and subparagraphs of an article: `wording.text[p.start:p.end] == p.text` for each.

    >>> w = Wording("kz-labour-code", "1", "ru", date(2026, 7, 1), "1. Можно:\\n1) уйти;\\n2) остаться.")
    >>> [(str(p.id), p.text) for p in cut(w)][1]
    ('kz-labour-code/1/1/1', '1) уйти;')
    """
    held: dict[tuple[str, ...], list[kz.Line]] = {}
    for line in kz.lines(wording.text):
        place = tuple(number for number in (line.paragraph, line.subparagraph) if number)
        held.setdefault(place, []).append(line)
    for place, lines in held.items():
        for start, end in _runs(lines, wording.text):
            provision = ProvisionId(wording.instrument, wording.article, place)
            yield Provision(provision, wording.lang, wording.edition, wording.text[start:end], start, end)


def _runs(lines: list[kz.Line], text: str) -> Iterator[tuple[int, int]]:
    """Spans of lines that follow each other, so that a span never swallows another provision's line."""
    start, end = lines[0].start, lines[0].end
    for line in lines[1:]:
        if text[end : line.start].strip():
            yield start, end
            start = line.start
        end = line.end
    yield start, end
