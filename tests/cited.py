"""How the tables of citations are read: ids in short, and the one call that all of them make."""

from __future__ import annotations

from assistant.citations import Found, find
from assistant.corpus import Corpus

HOME = "kz-labour-code"
_SHORT = {"soc": "kz-social-code", "koap": "kz-administrative-offences-code", "tu": "kz-trade-union-law"}


def full(short: str) -> str:
    """«52/1/8» is of the Labour Code, «tu:16» of the law on trade unions, «ilo-c087:3» of that convention.

    >>> full("52/1/8"), full("tu:16"), full("ilo-c087"), full("?")
    ('kz-labour-code/52/1/8', 'kz-trade-union-law/16', 'ilo-c087', '?')
    """
    act, _, place = short.rpartition(":")
    return (
        short if short == "?" or (short.startswith("ilo-") and not act) else f"{_SHORT.get(act, act) or HOME}/{place}"
    )


def ids(found: Found) -> list[str]:
    """The ids of the citations in their order, «?» for an act outside the catalogue."""
    return [str(cited.provision or cited.instrument or "?") for cited in found.citations]


def check(text: str, expected: str, corpus: Corpus) -> None:
    """Compare what a text cites with short ids; «!» stands for an ambiguous one, and spans must lead to their text."""
    found = find(text, corpus.instruments, known=corpus.by_article)
    wanted = expected.split()
    assert ids(found) == [full(short) for short in wanted if short != "!"]
    assert len(found.ambiguous) == wanted.count("!")
    for each in (*found.citations, *found.ambiguous):
        assert text[each.start : each.end] == each.text
