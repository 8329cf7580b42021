"""Time limits of an answer: what each runs from, and its last day once the user names the day that it runs from.

Which limits can be counted is written in `corpus/deadlines.yaml`, how long each is in the figures of the digests, how
days are counted in `counting` (article 13 of the Labour Code). It never guesses a first day: without one there is no
last day. Days off are those of the year's digest; where that does not reach, the limit says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from assistant import checked_yaml, counting, numbers
from assistant.answers import Answer, Claim
from assistant.corpus import Corpus, points_at
from assistant.counting import Calendar
from assistant.errors import CorpusError
from assistant.law import Digest, Point, ProvisionId

FILE = "deadlines.yaml"
DAYS_OFF = re.compile(r"kz-figures-(\d{4})/4")  # the entry of the public holidays among a year's figures
WRITTEN_DAY = re.compile(r"(?<!\d)\d{2}\.\d{2}\.\d{4}(?!\d)")


@dataclass(frozen=True)
class Words:
    """One short text in the three languages."""

    kk: str
    ru: str
    en: str

    def text(self, lang: str) -> str:
        """The text in a language."""
        return str(getattr(self, lang))


@dataclass(frozen=True)
class Event(Words):
    """What a term runs from, as a day that a user can name; `take`: which of two such days is the safe one."""

    take: str = ""


@dataclass(frozen=True)
class Deadline:
    """A time limit: the digest point that sets it, its unit, the event it runs from, what is to be done by then.

    `then` names the limits of the steps that follow, `but` the points that suspend, prolong or restore it. `number`
    chooses among the figures of the rule where it names two.
    """

    at: str
    unit: str
    runs_from: str
    do: Words
    number: float | None = None
    then: tuple[str, ...] = ()
    but: tuple[str, ...] = ()


@dataclass(frozen=True)
class Terms:
    """All deadlines, and the events that they run from."""

    events: dict[str, Event]
    deadlines: tuple[Deadline, ...]


@dataclass(frozen=True)
class LastDay:
    """A deadline with its last day, or None where no day was named or the rule did not hold on it.

    `moved_from`: the day off that it would have ended on; `known`: the days off of all its years are held.
    """

    deadline: Deadline
    number: int
    start: date | None
    day: date | None
    moved_from: date | None = None
    known: bool = True


@lru_cache(maxsize=4)
def load(folder: Path) -> Terms:
    """The deadlines of `corpus/`; CorpusError for an event that is not described or a unit that cannot be counted."""
    path = folder / FILE
    read = checked_yaml.read(path, Terms)
    for each in read.deadlines:
        if each.runs_from not in read.events or each.unit not in counting.UNITS:
            raise CorpusError(f"{path}: {each.at}: {each.runs_from}, {each.unit}")
    return read


def carried(answer: Answer, corpus: Corpus, terms: Terms) -> tuple[Deadline, ...]:
    """The deadlines of the points that an answer cites, then those of the steps that follow them, each once."""
    held = {each.at: each for each in terms.deadlines if _holds(each, corpus, answer.as_of)}
    cited = [name for claim in (*answer.claims, *answer.next_steps) for name in _points(claim, answer, corpus)]
    found = {name: held[name] for name in cited if name in held}
    for each in tuple(found.values()):
        found.update({name: held[name] for name in each.then if name in held})
    return tuple(found.values())


def _holds(deadline: Deadline, corpus: Corpus, day: date | None) -> bool:
    held = points_at(corpus, deadline.at)
    return bool(held) and (day is None or point(deadline.at, corpus).holds(day))


def _points(claim: Claim, answer: Answer, corpus: Corpus) -> Iterator[str]:
    """The places, such as `kz-labour-code/160/1/1#2`, of the points that a claim says or cites."""
    for number in claim.citations:
        citation = answer.citations[number - 1]
        digest, place = corpus.digest_at(str(citation.provision)), str(citation.provision)
        here = (
            [(which, digest.points[each]) for which, each in enumerate(points_at(corpus, place), 1)] if digest else []
        )
        said = [which for which, each in here if each.text.get(answer.language, " ") in claim.text]
        quoted = [which for which, each in here if each.text.get(answer.language) == citation.quote]
        yield from (f"{place}#{which}" for which in said or quoted or [which for which, _ in here])


def point(place: str, corpus: Corpus) -> Point:
    """The digest point at a place such as `kz-labour-code/160/1/1#2`, which must be held."""
    digest = digest_of(place, corpus)
    return digest.points[points_at(corpus, place)[0]]


def digest_of(place: str, corpus: Corpus) -> Digest:
    """The digest of a place, which must be held."""
    return corpus.by_article[str(ProvisionId.parse(place.partition("#")[0]).whole_article)]


def number(deadline: Deadline, corpus: Corpus) -> int:
    """How long a deadline is, in its unit: the figure of its place that its rule says; CorpusError if not just one."""
    rule, digest = point(deadline.at, corpus), digest_of(deadline.at, corpus)
    figures = {each.value for each in digest.figures if each.at == rule.at and each.unit == deadline.unit}
    found = figures & numbers.in_text(rule.text["ru"], "ru")
    found &= found if deadline.number is None else {deadline.number}
    if len(found) != 1 or not (value := found.pop()).is_integer():
        raise CorpusError(f"{deadline.at}: not one figure in {deadline.unit}")
    return int(value)


def calendar(corpus: Corpus) -> Calendar:
    """The days off of every year whose entry of public holidays is held: the days that its rules name."""
    said = holidays_said(corpus)
    off = {day for texts in said.values() for text in texts for day in written_days(text)}
    return Calendar(frozenset(off), frozenset(said))


def holidays_said(corpus: Corpus) -> dict[int, list[str]]:
    """By year: what the points of its entry of public holidays say, in Russian."""
    entries = ((DAYS_OFF.fullmatch(name), digest) for name, digest in corpus.by_article.items())
    return {int(found[1]): [point.text["ru"] for point in digest.points] for found, digest in entries if found}


def written_days(text: str) -> set[date]:
    """The days that a text writes in digits.

    >>> written_days("25.10.2026 – День Республики")
    {datetime.date(2026, 10, 25)}
    """
    return {datetime.strptime(day, "%d.%m.%Y").date() for day in WRITTEN_DAY.findall(text)}


def last_days(deadlines: Sequence[Deadline], named: Mapping[str, date], corpus: Corpus) -> tuple[LastDay, ...]:
    """The last day of each deadline from the days that the user named, by event; the earliest first.

    Those without a day come last, in their order. In a rule that did not hold on the day named nothing is counted.
    """
    days_off = calendar(corpus)
    found = [_last_day(each, named.get(each.runs_from), corpus, days_off) for each in deadlines]
    return tuple(sorted(found, key=lambda each: each.day or date.max))


def _last_day(deadline: Deadline, start: date | None, corpus: Corpus, days_off: Calendar) -> LastDay:
    count = number(deadline, corpus)
    if start is None or not point(deadline.at, corpus).holds(start):
        return LastDay(deadline, count, start, None)
    day = counting.last_day(start, count, deadline.unit, days_off)
    plain = day if deadline.unit == "working_days" else counting.plain_end(start, count, deadline.unit)
    moved = plain if plain != day else None
    return LastDay(deadline, count, start, day, moved, days_off.reaches(start, day))
