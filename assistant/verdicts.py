"""Does a cited place exist, and is it in force on a day: each with the reasons for it.

Compared with the structure of digests and with official texts at hand. What is not held is None, never false.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assistant import acts, phrases
from assistant.corpus import Corpus
from assistant.law import Digest, Instrument, Point, ProvisionId


@dataclass(frozen=True)
class Reason:
    """Why a verdict is what it is: the verdict's name, the phrase and what fills it. A day fills as an ISO date."""

    verdict: str
    phrase: str
    details: Mapping[str, str]

    def say(self, lang: str) -> str:
        """The reason as a sentence."""
        days = {name: _day(value, lang) for name, value in self.details.items()}
        return phrases.say(f"check {self.phrase}", lang, **days)


def _day(value: str, lang: str) -> str:
    try:
        return phrases.day(date.fromisoformat(value), lang)
    except ValueError:
        return value


def exists(place: ProvisionId, corpus: Corpus) -> tuple[bool | None, tuple[Reason, ...]]:
    """Whether there is such a place, to the subparagraph; None where the article is not held.

    An article of an act that is held as a whole, or beyond its last number, does not exist.
    """
    instrument = corpus.instruments.get(place.instrument)
    if instrument is None:
        named = acts.Named(place.instrument, "", 0, 0)
        missing = acts.exists(named, corpus.instruments) is False
        return (False if missing else None), (Reason("exists", "no_such_act" if missing else "not_held", _act(place)),)
    digest = corpus.by_article.get(str(place.whole_article))
    if digest is None:
        return _without_digest(place, instrument, corpus)
    if instrument.numbered == "themes":
        return None, (Reason("exists", "numbers_not_established", {}),)
    if digest.has(place.pinpoint):
        return True, ()
    if "" in digest.structure and place.pinpoint[0] not in digest.structure:
        return None, (Reason("exists", "places_not_established", {"article": place.article}),)
    return False, (_missing(place, digest),)


def instrument(key: str, corpus: Corpus, day: date) -> tuple[bool | None, bool | None, tuple[Reason, ...]]:
    """Whether there is an ILO instrument of this id, and whether it is in force on the day, with the reasons.

    False beyond the last number adopted, None where the catalogue has none of that number.
    """
    held = corpus.instruments.get(key)
    said = {"act": key.removeprefix("ilo-").upper()}
    if held is None:
        missing = acts.exists(acts.Named(key, "", 0, 0), corpus.instruments) is False
        return (False if missing else None), None, (Reason("exists", "no_such_act" if missing else "not_held", said),)
    in_force, why = _of_the_act(held, day)
    return True, in_force, why


def _of_the_act(held: Instrument, day: date) -> tuple[bool | None, tuple[Reason, ...]]:
    if held.repealed is not None and day >= held.repealed:
        return False, (Reason("in_force", "repealed", {"day": str(held.repealed)}),)
    if held.in_force is not None and day < held.in_force:
        return False, (Reason("in_force", "not_yet", {"day": str(held.in_force)}),)
    return held.in_force_on(day), ()


def _act(place: ProvisionId) -> dict[str, str]:
    return {"act": place.instrument.removeprefix("ilo-").upper()}


def _without_digest(
    place: ProvisionId, instrument: Instrument, corpus: Corpus
) -> tuple[bool | None, tuple[Reason, ...]]:
    held = {digest.article for digest in corpus.by_article.values() if digest.instrument == place.instrument}
    number, last = place.article.split("-")[0], _last(instrument, held)
    beyond = number.isdigit() and last is not None and not 1 <= int(number) <= last
    if beyond or (held and instrument.whole):
        details = {"article": place.article, "last": str(last or "—")}
        return False, (Reason("exists", "no_such_article", details),)
    return None, (Reason("exists", "article_not_held", {"article": place.article}),)


def _last(instrument: Instrument, held: set[str]) -> int | None:
    """The number of the last article, where it is known."""
    if instrument.last_article is not None or not instrument.whole:
        return instrument.last_article
    return max((int(article.split("-")[0]) for article in held if article[0].isdigit()), default=None)


def _missing(place: ProvisionId, digest: Digest) -> Reason:
    paragraph, *inner = place.pinpoint
    if paragraph not in digest.structure:
        held = ", ".join(digest.structure) or "—"
        return Reason("exists", "no_such_paragraph", {"article": place.article, "place": paragraph, "held": held})
    held = ", ".join(digest.structure[paragraph]) or "—"
    where = {"article": place.article, "paragraph": paragraph, "place": "/".join(inner), "held": held}
    return Reason("exists", "no_such_subparagraph", where)


def in_force(
    place: ProvisionId, digest: Digest, instrument: Instrument, day: date
) -> tuple[bool | None, tuple[Reason, ...]]:
    """Whether the place holds on the day: repealed, not yet, changed since (with the former and the present rule).

    None between the two days that sources name for its beginning or end; a place of which only the wording changes on
    one of them is in force.
    """
    if digest.repealed is not None and day >= digest.repealed:
        return False, (Reason("in_force", "repealed", {"day": str(digest.repealed)}),)
    of_the_act, reasons = _of_the_act(instrument, day)
    if reasons:
        return of_the_act, reasons
    here = _here(place, digest)
    if here and not any(point.holds(day) for point in here):
        return False, tuple(_ended(point, day) for point in here[:1])
    changed = tuple(_changed(point) for point in here if point.ended is not None and point.ended <= day)
    if not here or any(point.holds_surely(day) for point in here):
        return of_the_act, changed
    either = [point for point in here if point.holds(day)]
    ended = {(point.until, point.until_by) for point in either if point.until_by is not None}
    replaced = ended & {(point.since, point.since_by) for point in either}
    return (instrument.in_force_on(day) if replaced else None), (*changed, _disputed(either[0]))


def _here(place: ProvisionId, digest: Digest) -> list[Point]:
    at = "/".join(place.pinpoint)
    return [point for point in digest.points if not at or point.at == at or point.at.startswith(f"{at}/")]


def _ended(point: Point, day: date) -> Reason:
    if point.ended is not None and point.ended <= day:
        return Reason("in_force", "ended", {"day": str(point.ended)})
    return Reason("in_force", "not_yet", {"day": str(point.since)})


def _changed(point: Point) -> Reason:
    return Reason("in_force", "changed", {"day": str(point.ended)})


def _disputed(point: Point) -> Reason:
    days = (point.since, point.since_by) if point.since_by is not None else (point.until, point.until_by)
    return Reason("in_force", "sources_differ", {"first": str(days[0]), "last": str(days[1])})
