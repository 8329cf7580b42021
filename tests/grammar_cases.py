"""What the tests of all grammars need: a text cut into articles and places, and the check that no word is lost."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

from assistant import grammars, provisions
from assistant.documents import Document, Wording
from assistant.formats import text as plain

EDITION = date(2025, 12, 31)


def articles(text: str, grammar: str) -> tuple[Wording, ...]:
    """The articles of a text by the grammar of that name."""
    paper = Document(text, "text")
    return provisions.articles(paper, "xx-act", "en", EDITION, grammars.by_name(grammar), grammar)


def places(wording: Wording) -> list[str]:
    """The pinpoints of an article, `1/a`, in the order in which they first come; an empty one for opening lines."""
    return ["/".join(each.id.pinpoint) for each in provisions.cut(wording)]


def structure(wording: Wording) -> dict[str, tuple[str, ...]]:
    """Paragraphs and what lies below them, as in a digest's `structure`; opening lines are the paragraph ""."""
    found: dict[str, dict[str, None]] = {}
    for each in provisions.cut(wording):
        paragraph, *below = each.id.pinpoint or ("",)
        held = found.setdefault(paragraph, {})
        if below:
            held["/".join(below)] = None
    return {paragraph: tuple(below) for paragraph, below in found.items()}


def assert_nothing_is_lost(text: str, wordings: tuple[Wording, ...]) -> None:
    """Offsets give each text back, and the words of an article are those of its provisions and notes."""
    for wording in wordings:
        assert text[wording.start : wording.end] == wording.text
        assert all(text[note.start : note.end] == note.text for note in wording.notes)
        cut = list(provisions.cut(wording))
        assert all(text[each.start : each.end] == each.text for each in cut)
        inside = [note.text for note in wording.notes if wording.start <= note.start < wording.end]
        assert _words([each.text for each in cut] + inside) == _words([wording.text]), wording.article


def _words(texts: list[str]) -> Counter[str]:
    return Counter(word for text in texts for word in text.split() if any(sign.isalpha() for sign in word))


def read_text(path: Path) -> str:
    """A text file as the reader of files gives it."""
    return plain.read(path.read_bytes()).text


def rows(path: Path) -> list[dict[str, str]]:
    """The lines of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def bare(text: str) -> str:
    """A text without white space and marks of emphasis: two copies that are equal in it have the same wording."""
    return "".join(text.split()).replace("*", "")
