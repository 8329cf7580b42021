"""The nouns of an answer: passages found, citations with their verdicts, claims, the answer itself.

Frozen dataclasses, standard library only. Nothing here decides what an answer says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from assistant.law import Authority, ProvisionId


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
class Dropped:
    """A sentence that a language model wrote and the check did not let through, and why."""

    text: str
    why: str


@dataclass(frozen=True)
class Answer:
    """What the asker gets: claims tied to citations, or an honest word that there is none.

    `lead` says first, where no law answers, what does; `table`: the claims compare sources, one row each. Where a
    language model wrote the claims (`mode` llm), `written_by` names it with the version of its prompt, `dropped` what
    of it was not let through, `hidden` what personal data it was not shown. `mended`: the typing errors of the
    question, each with what it was taken to mean.
    """

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
    lead: str = ""
    table: bool = False
    written_by: str = ""
    dropped: tuple[Dropped, ...] = ()
    hidden: tuple[str, ...] = ()
    mended: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The whole answer as plain text, each claim followed by the numbers of its citations."""
        lines = [_numbered(claim) for claim in (*self.claims, *self.see_also, *self.next_steps)]
        return "\n".join([*([self.lead] if self.lead else []), *lines, *self.notes])


@dataclass(frozen=True)
class Progress:
    """How far an answer is that is still being made.

    `stage`: searching, reading (`count` articles) or checking (sentence number `count` of a model). `answer` holds
    what passed every check and may be shown; what is in it stays in its place in what follows.
    """

    stage: str
    count: int = 0
    answer: Answer | None = None


Watch = Callable[[Progress], bool]
"""Is told how far an answer is, now and then; False stops the model, and what passed the checks is the answer."""


def _numbered(claim: Claim) -> str:
    return claim.text + "".join(f" [{number}]" for number in claim.citations)
