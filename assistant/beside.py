"""Two languages of one article side by side, place by place, and the articles whose places differ.

It compares places, not meanings: that both say the same is not established here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.corpus import Corpus
from assistant.law import ProvisionId

PAIR = ("kk", "ru")


@dataclass(frozen=True)
class Row:
    """A place of an article and its official words in each language; empty where a language does not have it."""

    at: str
    texts: dict[str, str]


def rows(article: ProvisionId, corpus: Corpus, langs: Sequence[str] = PAIR) -> tuple[Row, ...]:
    """The places of an article in the order of the first language, what only another one has after its neighbour."""
    by_lang = {lang: _places(article, corpus, lang) for lang in langs}
    order = list(by_lang[langs[0]])
    for lang in langs[1:]:
        before = ""
        for at in by_lang[lang]:
            if at not in order:
                order.insert(order.index(before) + 1 if before else 0, at)
            before = at
    return tuple(Row(at, {lang: by_lang[lang].get(at, "") for lang in langs}) for at in order)


def _places(article: ProvisionId, corpus: Corpus, lang: str) -> dict[str, str]:
    """The official words by place; pieces of one place are joined."""
    found: dict[str, list[str]] = {}
    for piece in corpus.official.get((str(article.whole_article), lang), ()):
        found.setdefault("/".join(piece.id.pinpoint), []).append(piece.text)
    return {at: "\n".join(pieces) for at, pieces in found.items()}


def unlike(instrument: str, corpus: Corpus, langs: Sequence[str] = PAIR) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each article of an act whose places differ between two languages at hand, with the places that differ."""
    held: dict[str, set[str]] = {}
    for wording in corpus.wordings:
        if wording.instrument == instrument:
            held.setdefault(wording.article, set()).add(wording.lang)
    if not set(langs) <= {lang for each in held.values() for lang in each}:
        return
    for article in held:
        found = rows(ProvisionId(instrument, article), corpus, langs)
        differing = tuple(row.at for row in found if not all(row.texts.values()))
        if differing or not set(langs) <= held[article]:
            yield article, differing
