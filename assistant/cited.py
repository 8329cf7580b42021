"""The nouns of citations: a place of a text that names a provision, and one that could name several.

Frozen dataclasses, no I/O. What they were found by is in `citations`, whether they are right in `verification`.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.law import ProvisionId

NO_ACT, SEVERAL_ACTS, SEVERAL_PARAGRAPHS = "no_act", "several_acts", "several_paragraphs"


@dataclass(frozen=True)
class Cited:
    """A place of a text that names a provision: `source[start:end] == text`.

    `provision` is None where the act is none of the catalogue; `act` is what the text calls the act, as it is written
    at its last mention. `lang` is the language of the form. `instrument` is the id of an ILO instrument that is cited
    by its number alone; then there is no provision.
    """

    provision: ProvisionId | None
    text: str
    start: int
    end: int
    lang: str
    act: str = ""
    instrument: str = ""


@dataclass(frozen=True)
class Ambiguous:
    """A place of a text that names an article, but not of which act (or a subparagraph, but not of which paragraph).

    `candidates` are instrument ids (names for acts outside the catalogue), or provision ids; `reason` is `no_act`,
    `several_acts` or `several_paragraphs`.
    """

    text: str
    start: int
    end: int
    candidates: tuple[str, ...]
    reason: str
    lang: str = ""
