"""Official texts and users' own documents at hand, every edition of them cut into articles.

`adding` and `fetching` put texts into the folder; here they are read back for a library. Which edition is in
use is for the corpus to say. It fetches nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from assistant import adding, grammars, provisions, reading
from assistant.adding import Kept
from assistant.documents import Document, Wording
from assistant.errors import CorpusError
from assistant.law import Instrument
from assistant.originals import Fetched
from assistant.settings import Settings


def wordings(folder: Path, instruments: Mapping[str, Instrument]) -> tuple[Wording, ...]:
    """The wording of every article at hand, in every edition.

    CorpusError names a text that is not of the catalogue, or in which no article is found.
    """
    found = list(provisions.read(folder, dict(instruments)))
    for kept in adding.kept(folder):
        if kept.instrument not in instruments:
            raise CorpusError(f"{folder / 'documents' / kept.file_name}: {kept.instrument}")
        found += articles(kept.document, instruments[kept.instrument], kept.lang, kept.edition)
    return tuple(found)


def articles(document: Document, act: Instrument, lang: str, edition: date) -> tuple[Wording, ...]:
    """The articles of a document by the grammar of its act; CorpusError where none is found."""
    name = grammars.grammar_for(act)
    return provisions.articles(document, act.id, lang, edition, grammars.by_name(name), name)


def take(fetched: Fetched, instruments: Mapping[str, Instrument], settings: Settings, today: date) -> None:
    """Read what was fetched, make sure that articles are found in it, and keep its text like an added one.

    ReadingError or CorpusError where that fails: then the next place of the text is tried.
    """
    act = instruments[fetched.instrument]
    parts = [reading.read(path) for path in fetched.files]
    whole = Document("\n\n".join(part.text for part in parts), parts[0].format, parts[0].title)
    if len(parts) == 1:
        whole = parts[0]
    edition = fetched.edition or fetched.fetched or today
    articles(whole, act, fetched.lang, edition)
    checksum = hashlib.sha256(b"".join(path.read_bytes() for path in fetched.files)).hexdigest()
    adding.keep(Kept(act.id, fetched.lang, edition, whole, checksum, fetched.urls[0], today), settings)
