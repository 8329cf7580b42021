"""One grammar per country, by name: how its laws number what they say.

It says which grammar reads which instrument. It reads no text itself.
"""

from __future__ import annotations

from assistant.errors import CorpusError
from assistant.grammars import eu, general, ilo, kg, kz, ru, uz
from assistant.grammars.base import Grammar
from assistant.law import Authority, Instrument

GRAMMARS: dict[str, Grammar] = {
    "kz": kz,
    "kg": kg,
    "uz": uz,
    "ru": ru,
    "ilo": ilo,
    "eu": eu,
    "general": general,
}
JURISDICTIONS = {"kz": "kz", "kg": "kg", "uz": "uz", "ru": "ru", "int": "ilo", "eu": "eu"}
GENERAL = "general"  # policy papers, agreements and the laws of all other countries


def by_name(name: str) -> Grammar:
    """The grammar of that name, as `Wording.grammar` gives it; CorpusError if there is none."""
    if name not in GRAMMARS:
        raise CorpusError(f"no grammar is called {name!r}: there are {', '.join(GRAMMARS)}")
    return GRAMMARS[name]


def grammar_for(instrument: Instrument) -> str:
    """The name of the grammar by which an instrument is read: that of its country, or the general one."""
    if instrument.authority in (Authority.AGREEMENT, Authority.EMPLOYER, Authority.POLICY):
        return GENERAL
    return JURISDICTIONS.get(instrument.jurisdiction, GENERAL)
