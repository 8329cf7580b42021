"""Editions of one act beside each other, and its languages: what changed, what is in force on a day, what is unlike.

Articles are compared word by word, notes left out; broken lines, white space and letters that look alike are no
change. It says that words differ, not what that means in law. Where texts come from is for `provisions` and `reading`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from assistant import grammars
from assistant.documents import Note, Wording
from assistant.law import Digest
from assistant.provisions import without_notes

WORD = re.compile(r"\w+(?:-\w+)*|[^\w\s]")
ALIKE = str.maketrans("аеорсухіАВЕКМНОРСТХІУѴһ«»„“”–—‑ʼ’", 'aeopcyxiABEKMHOPCTXIYVh"""""---\'\'')
CONTEXT = 6  # words shown on either side of a change


@dataclass(frozen=True)
class Piece:
    """Words that follow each other and are the same in both editions, gone from the old, or added in the new."""

    mark: str
    text: str


@dataclass(frozen=True)
class Change:
    """An article that differs; None where an edition does not have it.

    `kind` is added, gone, repealed or changed, or ruling where the words are the same and a ruling on them is new.
    """

    article: str
    kind: str
    old: Wording | None
    new: Wording | None
    pieces: tuple[Piece, ...] = ()

    def marked(self) -> str:
        """The changed words with a few around them: «… за [-десять-] {+пятнадцать+} дней …»."""
        return "".join(_shown(self.pieces)).strip()


@dataclass(frozen=True)
class Unlike:
    """An article whose places differ in two languages: what only the one or only the other has.

    A place is «2/1»; "" stands for the article itself, where one language does not have it at all.
    """

    article: str
    only_one: tuple[str, ...]
    only_other: tuple[str, ...]


def diff(old: Sequence[Wording], new: Sequence[Wording]) -> tuple[Change, ...]:
    """Every article that differs between two editions of an act in one language, in the order of the act.

    >>> def edition(day, words):
    ...     return [Wording("kz-x", "5", "ru", date(2026, day, 1), words)]
    >>> [c.marked() for c in diff(edition(1, "Отдых два дня."), edition(7, "Отдых  три\\nдня."))]
    ['Отдых [-два-] {+три+} дня.']
    """
    before, after = ({wording.article: wording for wording in each} for each in (old, new))
    return tuple(
        change
        for article in _order(list(before), list(after))
        if (change := _change(article, before.get(article), after.get(article)))
    )


def _order(before: list[str], after: list[str]) -> list[str]:
    """The articles of the new edition, each that is gone put where it stood."""
    order = list(after)
    known = set(after)
    for number, article in enumerate(before):
        if article not in known:
            order.insert(order.index(before[number - 1]) + 1 if number else 0, article)
    return order


def _change(article: str, old: Wording | None, new: Wording | None) -> Change | None:
    if old is None or new is None:
        return Change(article, "gone" if new is None else "added", old, new, tuple(_pieces(_text(old), _text(new))))
    pieces = tuple(_pieces(_text(old), _text(new)))
    if new.repealed and not old.repealed:
        return Change(article, "repealed", old, new, pieces)
    titles = _bare(old.heading), _bare(new.heading)
    if _bare(_text(old)) != _bare(_text(new)) or (all(titles) and titles[0] != titles[1]):
        return Change(article, "changed", old, new, pieces)
    known = {note.act for note in old.notes}
    rulings = [Piece("added", _words(note.text)) for note in _rulings(new) if note.act not in known]
    return Change(article, "ruling", old, new, tuple(rulings)) if rulings else None


def _rulings(wording: Wording) -> Iterator[Note]:
    """Notes of a court's rulings on an article: they name an act and change no word."""
    yield from (note for note in wording.notes if note.kind == "editor" and note.act)


def _text(wording: Wording | None) -> str:
    return without_notes(wording) if wording else ""


def _bare(text: str) -> str:
    return "".join(WORD.findall(text.translate(ALIKE)))


def _pieces(old: str, new: str) -> Iterator[Piece]:
    """The words of both texts in their order, each run marked same, gone or added."""
    before, after = WORD.findall(old.translate(ALIKE)), WORD.findall(new.translate(ALIKE))
    places = [[match.span() for match in WORD.finditer(text)] for text in (old, new)]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("same", _run(new, places[1][j1:j2]))
            continue
        if i1 < i2:
            yield Piece("gone", _run(old, places[0][i1:i2]))
        if j1 < j2:
            yield Piece("added", _run(new, places[1][j1:j2]))


def _run(text: str, words: Sequence[tuple[int, int]]) -> str:
    return _words(text[words[0][0] : words[-1][1]])


def _words(text: str) -> str:
    return " ".join(text.split())


def _shown(pieces: Sequence[Piece]) -> Iterator[str]:
    for number, piece in enumerate(pieces):
        if piece.mark != "same":
            yield f"[-{piece.text}-] " if piece.mark == "gone" else f"{{+{piece.text}+}} "
            continue
        words = piece.text.split()
        first, last = number == 0, number == len(pieces) - 1
        kept = (0 if first else CONTEXT) + (0 if last else CONTEXT)
        if len(words) <= kept:
            yield piece.text + " "
        else:
            head = "" if first else " ".join(words[:CONTEXT]) + " "
            yield f"{head}… " + ("" if last else " ".join(words[-CONTEXT:]) + " ")


def out_of_date(changes: Iterable[Change], digests: Iterable[Digest], edition: date) -> tuple[Digest, ...]:
    """The digests of changed articles that were checked against a text older than the edition of a day."""
    changed = {(held.instrument, change.article) for change in changes if (held := change.new or change.old)}
    return tuple(d for d in digests if (d.instrument, d.article) in changed and d.edition < edition)


def as_of(wordings: Iterable[Wording], day: date) -> tuple[Wording, ...]:
    """Of several editions of each act and language, the wordings of the one that was in force on a day.

    That is the latest that is not later than the day; of an act whose editions are all later there is none.
    """
    held = list(wordings)
    latest: dict[tuple[str, str], date] = {}
    for wording in held:
        if wording.edition <= day:
            act = (wording.instrument, wording.lang)
            latest[act] = max(wording.edition, latest.get(act, date.min))
    return tuple(each for each in held if latest.get((each.instrument, each.lang)) == each.edition)


def align(one: Sequence[Wording], other: Sequence[Wording]) -> tuple[Unlike, ...]:
    """The articles of an act whose places differ in two languages, in the order of the first, then of the second.

    An article that is repealed in both, or has no wording in one, is compared by its being there alone.
    """
    held = {wording.article: wording for wording in one}, {wording.article: wording for wording in other}
    found = []
    for article in dict.fromkeys((*held[0], *held[1])):
        ours, theirs = held[0].get(article), held[1].get(article)
        first, second = ([""], []) if theirs is None else ([], [""])
        if ours is not None and theirs is not None:
            both = places(ours), places(theirs)
            first = [place for place in both[0] if place not in both[1]]
            second = [place for place in both[1] if place not in both[0]]
        if first or second:
            found.append(Unlike(article, tuple(first), tuple(second)))
    return tuple(found)


def places(wording: Wording) -> tuple[str, ...]:
    """The places of an article in its order, as they are cited: «1», «1/2», «2-1».

    >>> places(Wording("kz-x", "5", "ru", date(2026, 7, 1), "1. Можно:\\n1) уйти;\\n2. Нельзя."))
    ('1', '1/1', '2')
    """
    lines = grammars.by_name(wording.grammar).lines(without_notes(wording))
    return tuple(dict.fromkeys("/".join(line.place) for line in lines if line.place))
