"""Drafts made of the corpus with a fixed seed: good ones, and ones that cite what does not say it. It is not a test.

A draft is a sentence of a digest with a citation in its language. `wrong` says what was done to it: another article,
the next article, a number off by one, or the code of another country; it is empty where nothing was.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from assistant import citations, claims
from assistant.corpus import Corpus
from assistant.law import LANGUAGES, Digest, Point, ProvisionId

ACT = "kz-labour-code"
ABROAD = ("ru-labour-code", "kg-labour-code", "uz-labour-code")
FORMS = ("{claim} ({label}).", "{label}: {claim}.")
THIS = {"ru": "эта стат", "kk": "бұл бап", "en": "this article"}  # a citation of its own beside the one that is made
SHORTEST, LONGEST = 40, 300  # characters of a sentence: a heading says nothing, a whole list is no sentence


@dataclass(frozen=True)
class Draft:
    """A sentence, the place it cites, and the text with the citation as a lawyer would write it.

    The only part of an article without numbered paragraphs is not named in a citation, though `provision` has it.
    """

    lang: str
    wrong: str
    claim: str
    provision: ProvisionId
    text: str


def good(corpus: Corpus, number: int = 200, seed: int = 3) -> list[Draft]:
    """So many drafts that say what the cited place says; always the same for a corpus and a seed."""
    source = random.Random(seed)
    return [_draft(source, corpus, *place, "") for place in _places(source, corpus, number)]


def bad(corpus: Corpus, number: int = 500, seed: int = 3) -> list[Draft]:
    """So many drafts of all kinds in turn, each of which cites what does not say it."""
    source = random.Random(seed + 1)
    kinds = list(WRONG)
    found: list[Draft] = []
    while len(found) < number:
        wrong = kinds[len(found) % len(kinds)]
        ((digest, point, lang),) = _places(source, corpus, 1)
        made = WRONG[wrong](source, corpus, digest, point, lang)
        found += [made] if made else []
    return found


def _places(source: random.Random, corpus: Corpus, number: int) -> Iterator[tuple[Digest, Point, str]]:
    """Random points of the Labour Code that name no article themselves and are one sentence or two."""
    held = [digest for digest in corpus.digests if digest.instrument == ACT and not digest.repealed]
    while number:
        digest = source.choice(held)
        point, lang = source.choice(digest.points), source.choice(LANGUAGES)
        text = point.text[lang]
        lasts = point.since is None and point.until is None
        own = claims.names_article(text) or THIS[lang] in text.lower()
        if lasts and SHORTEST <= len(text) <= LONGEST and not own:
            number -= 1
            yield digest, point, lang


def _draft(source: random.Random, corpus: Corpus, digest: Digest, point: Point, lang: str, wrong: str) -> Draft:
    label = citations.label(corpus.instruments[digest.instrument], digest, point.at, lang)
    claim = point.text[lang]
    text = source.choice(FORMS).format(claim=claim.rstrip("."), label=label)
    pinpoint = tuple(point.at.split("/")) if point.at else ()
    return Draft(lang, wrong, claim, ProvisionId(digest.instrument, digest.article, pinpoint), text)


def _another_article(source: random.Random, corpus: Corpus, digest: Digest, point: Point, lang: str) -> Draft | None:
    others = [d for d in corpus.digests if d.instrument == ACT and d.article != digest.article and not d.repealed]
    other = source.choice(others)
    return _cited_as(source, corpus, other, point, lang, "another article")


def _next_article(source: random.Random, corpus: Corpus, digest: Digest, point: Point, lang: str) -> Draft | None:
    if not digest.article.isdigit():
        return None
    number = str(int(digest.article) + source.choice((-1, 1)))
    other = corpus.by_article.get(f"{ACT}/{number}") or replace(digest, article=number)
    return _cited_as(source, corpus, other, point, lang, "next article")


def _cited_as(
    source: random.Random, corpus: Corpus, other: Digest, point: Point, lang: str, wrong: str
) -> Draft | None:
    """The sentence with a citation of another article; None where that article says the same words."""
    if any(held.text[lang] == point.text[lang] for held in other.points):
        return None
    at = source.choice(("", *other.structure))
    return _draft(source, corpus, other, replace(point, at=at), lang, wrong)


def _number(source: random.Random, corpus: Corpus, digest: Digest, point: Point, lang: str) -> Draft | None:
    values = {int(f.value) for f in digest.figures if f.at == point.at and f.value == int(f.value)}
    found = [
        value for value in sorted(values) if len(re.findall(rf"(?<![\d.,]){value}(?![\d.,])", point.text[lang])) == 1
    ]
    if not found:
        return None
    value = source.choice(found)
    changed = re.sub(rf"(?<![\d.,]){value}(?![\d.,])", str(value + source.choice((-1, 1))), point.text[lang])
    return _draft(source, corpus, digest, replace(point, text={**point.text, lang: changed}), lang, "number")


def _abroad(source: random.Random, corpus: Corpus, digest: Digest, point: Point, lang: str) -> Draft | None:
    other = replace(digest, instrument=source.choice(ABROAD))
    return _draft(source, corpus, other, point, lang, "another country")


Make = Callable[[random.Random, Corpus, Digest, Point, str], Draft | None]
WRONG: dict[str, Make] = {
    "another article": _another_article,
    "next article": _next_article,
    "number": _number,
    "another country": _abroad,
}
