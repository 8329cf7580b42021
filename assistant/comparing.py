"""Two editions that a user names, by day or by file, found, compared and told: `python ingest.py diff`.

A day means a text at hand in the folder of texts; a file may be any that can be read. It fetches and keeps nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant import adding, editions, phrases, provisions, reading, texts
from assistant.documents import Wording
from assistant.editions import Change
from assistant.errors import UsageError
from assistant.law import Digest, Instrument

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
KINDS = {
    "added": "diff_added",
    "gone": "diff_gone",
    "changed": "diff_changed",
    "repealed": "diff_repealed",
    "ruling": "diff_ruling",
}


@dataclass(frozen=True)
class Comparison:
    """What differs between two editions of an act in one language, and the digests that are out of date by it."""

    instrument: str
    lang: str
    old: date
    new: date
    changes: tuple[Change, ...]
    out_of_date: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """The comparison as one JSON object; the pieces of a change are pairs of mark and words."""
        changes = [
            {"article": each.article, "kind": each.kind, "pieces": [[piece.mark, piece.text] for piece in each.pieces]}
            for each in self.changes
        ]
        named = {"instrument": self.instrument, "lang": self.lang, "old": f"{self.old}", "new": f"{self.new}"}
        return {**named, "changes": changes, "out_of_date": list(self.out_of_date)}

    def lines(self, lang: str = "en") -> Iterator[str]:
        """The comparison told in a language of the interface: [-words that are gone-], {+words that are new+}."""
        old, new = phrases.day(self.old, lang), phrases.day(self.new, lang)
        yield phrases.say("diff_head", lang, act=self.instrument, old=old, new=new, count=str(len(self.changes)))
        for each in self.changes:
            kind = phrases.say(KINDS[each.kind], lang)
            yield f"{self.instrument}/{each.article} – {kind}: {each.marked()}"
        if self.out_of_date:
            yield phrases.say("diff_out_of_date", lang, digests=", ".join(self.out_of_date))


def compare(act: Instrument, lang: str, old: str, new: str, folder: Path, digests: Iterable[Digest] = ()) -> Comparison:
    """Compare two editions of an act, each a day such as 2026-07-01 or a file with the day in its name.

    `folder` holds the texts. UsageError names an edition that is not at hand, and those that are.
    """
    before, after = wordings(act, lang, old, folder), wordings(act, lang, new, folder)
    changes = editions.diff(before, after)
    late = editions.out_of_date(changes, digests, after[0].edition)
    ids = tuple(str(digest.id) for digest in late)
    return Comparison(act.id, lang, before[0].edition, after[0].edition, changes, ids)


def wordings(act: Instrument, lang: str, said: str, folder: Path) -> tuple[Wording, ...]:
    """The wordings of one edition, named by its day or by a file; UsageError where there are none."""
    if Path(said).is_file():
        return _of_file(Path(said), act, lang)
    held = at_hand(act, lang, folder)
    if not DAY.fullmatch(said) or said not in held:
        raise UsageError(f"{act.id} ({lang}) {said}: {', '.join(sorted(held)) or '–'}")
    return held[said]


def at_hand(act: Instrument, lang: str, folder: Path) -> Mapping[str, tuple[Wording, ...]]:
    """Every edition of an act in one language that a folder of texts holds, by its day."""
    found: dict[str, tuple[Wording, ...]] = {}
    path = folder / f"{act.id}.{lang}.jsonl"
    for wording in provisions.read_file(path, act, lang) if path.is_file() else ():
        found[f"{wording.edition}"] = (*found.get(f"{wording.edition}", ()), wording)
    for kept in adding.kept(folder):
        if (kept.instrument, kept.lang) == (act.id, lang):
            found[f"{kept.edition}"] = texts.articles(kept.document, act, lang, kept.edition)
    return found


def _of_file(path: Path, act: Instrument, lang: str) -> tuple[Wording, ...]:
    if path.suffix == ".jsonl":
        return tuple(provisions.read_file(path, act, lang))
    day = DAY.search(path.name)
    if day is None:
        raise UsageError(f"{path.name}: a day in its name, 2026-07-01 {path.name}")
    return texts.articles(reading.read(path), act, lang, date.fromisoformat(day[0]))
