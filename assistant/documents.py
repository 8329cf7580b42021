"""The nouns of texts: where one is published, a document as it was read, an article's wording, a provision cut from it.

Frozen dataclasses, standard library only. Two invariants carry the trust: `document.text[w.start:w.end] == w.text`
for every wording and `document.text[p.start:p.end] == p.text` for every provision. Nothing here reads a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.law import ProvisionId


@dataclass(frozen=True)
class Place:
    """One place where a text is published, in one file or in several in their order.

    `format` is markdown, html, pdf, docx or text. `publisher` is official (the state's or the organisation's own
    site) or copy (a public repository). `edition` and `sha256` (one a file) are those of a known copy, None and
    empty where the place gives whatever edition is current. `fixed`: what the address gives can never change.
    """

    urls: tuple[str, ...]
    format: str
    publisher: str
    edition: date | None = None
    sha256: tuple[str, ...] = ()
    fixed: bool = False


@dataclass(frozen=True)
class Published:
    """Where one instrument is published in one language: its official page for people, and places in their order."""

    instrument: str
    lang: str
    page: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Document:
    """A text as it was read from a file: all its words in their order, white space and broken lines mended.

    `pages` holds the offset in `text` at which each page begins; empty where the format has no pages. `title` is
    what the file itself says it is called, empty where it says nothing. `format` is pdf, docx, html, markdown, rtf
    or text.
    """

    text: str
    format: str
    title: str = ""
    pages: tuple[int, ...] = ()

    def page(self, offset: int) -> int | None:
        """The number, from 1, of the page that an offset lies on; None where there are no pages."""
        return sum(begins <= offset for begins in self.pages) or None


@dataclass(frozen=True)
class Note:
    """What stands beside the wording and is not part of it.

    `kind` is amendment (which act changed the place), future (a wording announced for a later day), repealed, or
    editor (any other note of a publisher). `act` is the number of the act it names («291-VIII»), `since` the day
    from which, `adopted` the day of the act; empty and None where it names none. `text` is `document.text[start:end]`.
    """

    kind: str
    text: str
    start: int
    end: int
    act: str = ""
    since: date | None = None
    adopted: date | None = None


@dataclass(frozen=True)
class Wording:
    """The official text of one article in one language, from `start` to `end` of its document, heading left out.

    `division` names the parts, sections and chapters that it stands in, outermost first. `notes` lie inside the
    span, or directly before or after it; they are not part of the wording. `grammar` names how its paragraphs are
    numbered. `article` may also be `annex-iii`, `recital-12` or a clause number such as `4.2`.
    """

    instrument: str
    article: str
    lang: str
    edition: date
    text: str
    start: int = 0
    heading: str = ""
    division: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    repealed: bool = False
    grammar: str = "kz"

    @property
    def end(self) -> int:
        """The offset in the document at which the wording ends."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Provision:
    """A piece of a wording with one place: `text` is the document from `start` to `end`.

    A paragraph that a note or its subparagraphs interrupt gives several pieces with the same id.
    """

    id: ProvisionId
    lang: str
    edition: date
    text: str
    start: int
    end: int
