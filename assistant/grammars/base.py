"""What every grammar gives: the headings of an act, the notes beside its wording, the lines of an article.

A grammar is a module with the three functions of `Grammar`. It reads no files and knows no instrument.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from assistant.documents import Note

DIVISIONS = ("part", "section", "chapter", "subchapter")  # outermost first: «часть», «раздел», «глава», «параграф»
PLACES = ("article", "recital", "annex", "clause")  # what holds wording of its own


@dataclass(frozen=True)
class Heading:
    """A heading from `start` to `end` of the document: one of DIVISIONS or PLACES, its number and title.

    `number` is as it stands in an id: «126-1», «iii» for Annex III, «4.2» for a clause.
    """

    kind: str
    number: str
    title: str
    start: int
    end: int

    @property
    def article(self) -> str:
        """What the place is called in an id: `126-1`, `4.2`, but `annex-iii` and `recital-12`; `annex` alone."""
        if self.kind in ("recital", "annex"):
            return f"{self.kind}-{self.number}" if self.number else self.kind
        return self.number


@dataclass(frozen=True)
class Line:
    """One line of an article: where it stands in the article's text and the place it belongs to.

    `place` is the paragraph, then the subparagraph and what lies deeper: («1», «2»), or () for an opening line
    before the first numbered one where the act numbers the rest.
    """

    place: tuple[str, ...]
    start: int
    end: int


class Grammar(Protocol):
    """How the acts of a country, or the papers of an organisation, are built."""

    def headings(self, text: str) -> Iterator[Heading]:
        """Every heading of a document, in its order; a table of contents gives none."""

    def notes(self, text: str) -> Iterator[Note]:
        """Every note beside the wording, in its order, not overlapping."""

    def lines(self, text: str) -> Iterator[Line]:
        """The lines of one article in which notes have been replaced by spaces."""
