"""The nouns of the law: instruments, provisions, digests, and the chunks that the library finds.

Frozen dataclasses and enumerations, standard library only. Nothing here reads a file, a clock
or the network, and nothing here decides what an answer says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

LANGUAGES = ("kk", "ru", "en")

Texts = dict[str, str]
"""One text in each of the three languages, by language code."""


class Authority(StrEnum):
    """What an instrument weighs; the order of the members is the order of weight: sorted, law comes first."""

    LAW = "law in force"
    RATIFIED = "ratified convention"
    NOT_RATIFIED = "convention not ratified"
    RECOMMENDATION = "recommendation"
    AGREEMENT = "agreement of the parties"
    EMPLOYER = "act of the employer"
    FOREIGN = "foreign law"
    DRAFT = "draft"
    POLICY = "policy position"

    @property
    def binding(self) -> bool:
        """True where the instrument itself puts duties on people in its country."""
        return self in (Authority.LAW, Authority.RATIFIED)

    def _after(self, other: str) -> int:
        return list(Authority).index(self) - list(Authority).index(Authority(other))

    def __lt__(self, other: str) -> bool:
        return self._after(other) < 0

    def __le__(self, other: str) -> bool:  # all four are needed: those that a str has compare letters
        return self._after(other) <= 0

    def __gt__(self, other: str) -> bool:
        return self._after(other) > 0

    def __ge__(self, other: str) -> bool:
        return self._after(other) >= 0


@dataclass(frozen=True, order=True)
class ProvisionId:
    """The name of a place in the law: instrument, article, and the pinpoint inside the article.

    >>> str(ProvisionId.parse("kz-labour-code/54/1/2"))
    'kz-labour-code/54/1/2'
    >>> ProvisionId.parse("kz-labour-code/126-1").article
    '126-1'
    """

    instrument: str
    article: str
    pinpoint: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> ProvisionId:
        """Read an id such as `kz-labour-code/54/1/2`; ValueError if it has no article."""
        instrument, _, rest = text.partition("/")
        article, *pinpoint = rest.split("/")
        if not instrument or not article or not all(pinpoint):
            raise ValueError(f"not a provision id: {text!r}")
        return cls(instrument, article, tuple(pinpoint))

    def __str__(self) -> str:
        return "/".join((self.instrument, self.article, *self.pinpoint))

    @property
    def whole_article(self) -> ProvisionId:
        """The article that this provision lies in."""
        return ProvisionId(self.instrument, self.article)


@dataclass(frozen=True)
class Instrument:
    """One act or paper as the catalogue describes it. A date that is not established is None.

    `edition` is the date of the text that the digests were checked against, `checked_from` the date of the
    earliest edition read, `newer_edition` a later one known to exist but not read. `in_force` is the first day
    on which it can have been in force, `in_force_by` a day by which it surely was, where the two differ.
    `ratified_by` names for a convention the countries bound by it, with the day or year of ratification if that is
    established. `numbered` is what its places are called: articles, paragraphs, chapters, entries, or themes where
    its own numbers are not established; `last_article` the number of the last. `whole`: every article and rule of it
    is to have its digest.
    """

    id: str
    jurisdiction: str
    authority: Authority
    title: Texts
    short: Texts
    url: Texts
    adopted: date | None = None
    in_force: date | None = None
    edition: date | None = None
    number: str = ""
    in_force_by: date | None = None
    checked_from: date | None = None
    repealed: date | None = None
    newer_edition: date | None = None
    numbered: str = "articles"
    last_article: int | None = None
    whole: bool = False
    ratified_by: dict[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    note: Texts = field(default_factory=dict)

    def in_force_on(self, day: date) -> bool | None:
        """True or False; None where that is not established or the wording of that day was not read."""
        if self.repealed is not None and day >= self.repealed:
            return False
        if self.in_force is not None and day < self.in_force:
            return False
        surely = self.in_force_by or self.in_force
        return True if surely is not None and day >= max(surely, self.checked_from or surely) else None


@dataclass(frozen=True)
class Point:
    """One rule of an article in our own words, with the place where the article says it.

    `since` and `until` bound the dates on which the rule holds (`until` is the first day on which
    it no longer does); a point with `until` in the past is kept as history. Where sources name two days for the same
    change, these are the earlier day, `since_by` and `until_by` the later one. `sure` is A where the
    official wording was read, otherwise the grade of its source. `differs_from` names places of weightier sources
    that say otherwise.
    """

    at: str
    text: Texts
    since: date | None = None
    until: date | None = None
    sure: str = "A"
    source: str = ""
    differs_from: tuple[str, ...] = ()
    since_by: date | None = None
    until_by: date | None = None

    @property
    def ended(self) -> date | None:
        """The first day on which the rule surely no longer holds, by every source; None if it has no end."""
        return self.until_by or self.until

    def holds(self, day: date) -> bool:
        """True if the rule is in force on the given day, or may be where sources differ."""
        return (self.since is None or self.since <= day) and (self.ended is None or day < self.ended)

    def holds_surely(self, day: date) -> bool:
        """True if the rule is in force on the given day by every source."""
        since = self.since_by or self.since
        return (since is None or since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True)
class Figure:
    """A number, term or sum that an article sets, typed so that code can check it."""

    at: str
    value: float
    unit: str
    what: str


@dataclass(frozen=True)
class Digest:
    """Our restatement of one article. `structure` lists every paragraph and its subparagraphs; below them, `c/i`.

    `answers` numbers, for each question of a language, the point that answers it; None where no single one does. The
    last `alike` questions say the same in every language. `official` names the languages of the wording where the
    points are no restatement but the wording itself.
    """

    instrument: str
    article: str
    edition: date
    structure: dict[str, tuple[str, ...]]
    numbering: str
    title: Texts
    points: tuple[Point, ...]
    figures: tuple[Figure, ...]
    questions: dict[str, tuple[str, ...]]
    see: tuple[str, ...] = ()
    reviewed: date | None = None
    repealed: date | None = None
    official: tuple[str, ...] = ()
    answers: dict[str, tuple[int | None, ...]] = field(default_factory=dict)
    alike: int = 0

    @property
    def id(self) -> ProvisionId:
        """The id of the article."""
        return ProvisionId(self.instrument, self.article)

    def has(self, pinpoint: tuple[str, ...]) -> bool:
        """True if the article has such a paragraph, subparagraph or what lies deeper.

        A deeper place may be named without what it lies in («подпункт iii пункта 1») where there is but one such.
        """
        if not pinpoint:
            return True
        if pinpoint[0] not in self.structure:
            return False
        return len(pinpoint) == 1 or len(self.places(*pinpoint)) == 1

    def places(self, paragraph: str, *inner: str) -> list[tuple[str, ...]]:
        """The places of a paragraph that a subparagraph may mean: that one, or else each deeper one so numbered."""
        held, named = self.structure.get(paragraph, ()), "/".join(inner)
        if named in held:
            return [(paragraph, *inner)]
        return [(paragraph, *place.split("/")) for place in held if place.endswith(f"/{named}")]


def numbers_at(places: Sequence[str], at: str, which: str = "") -> tuple[int, ...]:
    """The numbers of the places that are `at`, or of one of these: `which` is "2" for the second. Empty if none is.

    >>> numbers_at(["1", "2", "1"], "1"), numbers_at(["1", "2", "1"], "1", "2")
    ((0, 2), (2,))
    """
    held = tuple(number for number, place in enumerate(places) if place == at)
    if not which:
        return held
    return held[int(which) - 1 : int(which)] if which.isdecimal() else ()


@dataclass(frozen=True)
class Chunk:
    """The smallest thing the library finds.

    `kind` is point, question, text (official wording) or scope (a question that is not ours to answer);
    `provision` the place it stands for, `number` its position among its like in the digest.
    """

    id: str
    kind: str
    provision: str
    number: int
    lang: str
    text: str
    jurisdiction: str
    heading: str = ""

    @property
    def words(self) -> str:
        """The text for the word index: with the heading, which vectors do without."""
        return f"{self.heading}. {self.text}" if self.heading else self.text
