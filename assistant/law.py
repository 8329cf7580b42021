"""The nouns of the project: what a law consists of, and what an answer consists of.

Frozen dataclasses and enumerations, standard library only. Nothing here reads a file, a clock
or the network, and nothing here decides what an answer says.
"""

from __future__ import annotations

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
    """One act or paper as the catalogue describes it.

    `edition` is the date of the text that the digests were checked against, `checked_from` the date of
    the earliest edition read, `newer_edition` a later one known to exist but not read.
    """

    id: str
    jurisdiction: str
    authority: Authority
    title: Texts
    short: Texts
    url: Texts
    adopted: date
    in_force: date
    edition: date
    number: str = ""
    checked_from: date | None = None
    repealed: date | None = None
    newer_edition: date | None = None
    aliases: tuple[str, ...] = ()

    def in_force_on(self, day: date) -> bool | None:
        """True or False; None where the act was in force but its wording of that day was not read."""
        if day < self.in_force or (self.repealed is not None and day >= self.repealed):
            return False
        return None if self.checked_from is not None and day < self.checked_from else True


@dataclass(frozen=True)
class Point:
    """One rule of an article in our own words, with the place where the article says it.

    `since` and `until` bound the dates on which the rule holds (`until` is the first day on which
    it no longer does); a point with `until` in the past is kept as history. `sure` is A where the
    official wording was read, otherwise the grade of its source.
    """

    at: str
    text: Texts
    since: date | None = None
    until: date | None = None
    sure: str = "A"
    source: str = ""

    def holds(self, day: date) -> bool:
        """True if the rule is in force on the given day."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True)
class Figure:
    """A number, term or sum that an article sets, typed so that code can check it."""

    at: str
    value: float
    unit: str
    what: str


@dataclass(frozen=True)
class Digest:
    """Our restatement of one article. `structure` lists every paragraph and its subparagraphs."""

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

    @property
    def id(self) -> ProvisionId:
        """The id of the article."""
        return ProvisionId(self.instrument, self.article)

    def has(self, pinpoint: tuple[str, ...]) -> bool:
        """True if the article has such a paragraph, or paragraph and subparagraph."""
        if not pinpoint:
            return True
        if pinpoint[0] not in self.structure or len(pinpoint) > 2:
            return False
        return len(pinpoint) == 1 or pinpoint[1] in self.structure[pinpoint[0]]


@dataclass(frozen=True)
class Wording:
    """The official text of one article in one language, as the user supplied it."""

    instrument: str
    article: str
    lang: str
    edition: date
    text: str


@dataclass(frozen=True)
class Provision:
    """A paragraph or subparagraph of an official text; `text` is the document from start to end."""

    id: ProvisionId
    lang: str
    edition: date
    text: str
    start: int
    end: int


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


@dataclass(frozen=True)
class Passage:
    """An article found for a question: its score, its best pinpoints and what matched.

    `pinpoints` pairs each point's place in the digest with its closeness to the question, 0 to 1.
    """

    provision: ProvisionId
    score: float
    closeness: float
    pinpoints: tuple[tuple[int, float], ...] = ()
    matched: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verdicts:
    """What was checked of a citation: true, false, or None for "cannot be checked"."""

    exists: bool | None = None
    in_force: bool | None = None
    quote_exact: bool | None = None
    figures: bool | None = None
    supports: bool | None = None

    @property
    def may_be_shown(self) -> bool:
        """True if the provision exists, is not out of force and the quote is its wording."""
        return self.exists is True and self.in_force is not False and self.quote_exact is True


@dataclass(frozen=True)
class Citation:
    """A place in an answer or a document that names a provision, with quote and verdicts."""

    provision: ProvisionId
    label: str
    authority: Authority
    quote: str
    official: bool
    verdicts: Verdicts
    url: str
    edition: date


@dataclass(frozen=True)
class Claim:
    """One sentence of an answer and the numbers (from 1) of the citations that it rests on."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True)
class Answer:
    """What the asker gets: claims tied to citations, or an honest word that there is none."""

    status: str
    language: str
    mode: str
    claims: tuple[Claim, ...] = ()
    see_also: tuple[Claim, ...] = ()
    next_steps: tuple[Claim, ...] = ()
    notes: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    passages: tuple[Passage, ...] = ()
    suggestions: tuple[str, ...] = ()
    reason: str = ""
    timings_ms: dict[str, float] = field(default_factory=dict)
    library: str = ""
    as_of: date | None = None

    @property
    def text(self) -> str:
        """The whole answer as plain text, each claim followed by the numbers of its citations."""
        lines = [_numbered(claim) for claim in (*self.claims, *self.see_also, *self.next_steps)]
        return "\n".join([*lines, *self.notes])


def _numbered(claim: Claim) -> str:
    return claim.text + "".join(f" [{number}]" for number in claim.citations)
