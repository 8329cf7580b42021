"""A question to Passages: dense and words, fused at the level of the article, looked at again, then the best points.

Several jurisdictions are searched as one: the country, the international standards, and others that are named.
What binds goes before what does not. Kinds of questions that are out of scope compete as if they were articles.
It finds; it does not judge whether what it found answers (`refusal` does) and writes no text.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from assistant import pointing, ranking, together, turns, weighing, wordings
from assistant.answers import Passage
from assistant.embedding import Embedder, Vectors
from assistant.errors import UnknownJurisdiction
from assistant.law import ProvisionId
from assistant.library import Library
from assistant.members import Members, act_of, article_of
from assistant.wordings import Asked

WORDS_SHARE = {"kk": 0.4, "ru": 0.3, "en": 0.3}  # weight of words beside dense, by language; see evals/report.md
SUPPORT = 0.3  # weight of the second best chunk of an article beside the best
PASSAGES = 10
WITH_POINTS = 5  # of them, so many get their points compared with the question
SCOPE = "scope/"
SHARED = "int"  # international standards: searched with the law of every country


@dataclass(frozen=True)
class Found:
    """What a search brought: articles, kinds out of scope as (id, score), and times in ms.

    `nearest` is the best score of the first look, with which the kinds out of scope compete.
    """

    passages: tuple[Passage, ...]
    out_of_scope: tuple[tuple[str, float], ...] = ()
    timings_ms: dict[str, float] = field(default_factory=dict)
    nearest: float = 0.0


@dataclass(frozen=True)
class Named:
    """What the question names: articles, which come first; acts, which gain; countries, which are searched too.

    Their best goes before our country's, unless the question names that as well: then they are `compared`.
    """

    articles: tuple[str, ...] = ()
    acts: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    compared: bool = False


@dataclass(frozen=True)
class Candidate:
    """An article that the first look brought: its score there, and what the second look sees of it."""

    article: str
    score: float
    features: Vectors


@dataclass(frozen=True)
class _FirstLook:
    """Articles and kinds out of scope with their scores, best first; the wordings asked; times in ms.

    `judged` is the same by the whole of a long message and the part that asks: it tells whether the question is ours.
    """

    ranked: list[tuple[str, float]]
    judged: list[tuple[str, float]]
    asked: dict[str, Asked]
    timings_ms: dict[str, float]


def search(
    question: str,
    lang: str,
    jurisdiction: str,
    library: Library,
    embedder: Embedder,
    earlier: Sequence[str] = (),
    named: Named = Named(),
) -> Found:
    """The passages for a question, best first; `earlier` are the questions that a follow-up leans on.

    UnknownJurisdiction if no law of that country is held.
    """
    with turns.turn():
        look = _first_look(question, lang, jurisdiction, library, embedder, earlier, named)
        return _second_look(look, lang, library, named)


def _second_look(look: _FirstLook, lang: str, library: Library, named: Named) -> Found:
    """The articles of the first look ordered anew, what is named first, the points of the best with them."""
    started = time.perf_counter()
    articles = [item for item in look.ranked if not item[0].startswith(SCOPE) and item[0] not in named.articles]
    nearest = next((score for name, score in look.judged if not name.startswith(SCOPE)), 0.0)
    seen = _seen(articles[: ranking.LOOKED_AT], look, lang, library)
    again = [
        (
            each.article,
            each.score
            + ranking.gain(each.features, lang)
            + weighing.NAMED_AGAIN * (act_of(each.article) in named.acts),
        )
        for each in seen
    ]
    others = [*sorted(again, key=lambda item: -item[1]), *articles[ranking.LOOKED_AT :]]
    if named.countries:
        first = frozenset() if named.compared else named.countries
        others = _best_of_each_first(others, list(look.asked), first, library)
    chosen = [*((name, 1.0) for name in named.articles), *others][:PASSAGES]
    passages = _with_points(chosen, max(WITH_POINTS, len(named.articles)), look.asked, lang, library)
    timings = look.timings_ms | {"search": look.timings_ms["search"] + (time.perf_counter() - started) * 1000}
    scope = tuple(item for item in look.judged if item[0].startswith(SCOPE))
    return Found(passages, scope, timings, 1.0 if named.articles else nearest)


def candidates(question: str, lang: str, jurisdiction: str, library: Library, embedder: Embedder) -> list[Candidate]:
    """The articles that the second look would order, as the first one did: for learning what it weighs."""
    look = _first_look(question, lang, jurisdiction, library, embedder, (), Named())
    articles = [item for item in look.ranked if not item[0].startswith(SCOPE)]
    return _seen(articles[: ranking.LOOKED_AT], look, lang, library)


def _first_look(
    question: str,
    lang: str,
    jurisdiction: str,
    library: Library,
    embedder: Embedder,
    earlier: Sequence[str],
    named: Named,
) -> _FirstLook:
    """Everything that both channels bring, fused and weighed."""
    reach = reached(jurisdiction, named, library)
    started = time.perf_counter()
    worded = wordings.of(question, earlier, lang, library, embedder)
    embedded = time.perf_counter()
    asked = wordings.ask(worded, lang, reach, library, embedder.unrelated)
    said = {name: each.scores(WORDS_SHARE[lang]) for name, each in asked.items()}
    ranked = _ranked(asked, {name: each.combined(said[name]) for name, each in asked.items()}, named, library)
    judged = ranked
    if any(each.part for each in worded):
        judged = _ranked(asked, {name: each.judged(said[name]) for name, each in asked.items()}, named, library)
    timings = {"embed": (embedded - started) * 1000, "search": (time.perf_counter() - embedded) * 1000}
    return _FirstLook(ranked, judged, asked, timings)


def _ranked(
    asked: dict[str, Asked], scores: dict[str, Vectors], named: Named, library: Library
) -> list[tuple[str, float]]:
    """Articles and kinds out of scope of all jurisdictions, best first, by the scores of their chunks."""
    fused: dict[str, float] = {}
    for name, each in asked.items():
        fused |= _fuse(each.positions, scores[name], name, library)
    weighed = weighing.weighed(fused, named.acts, named.countries, library)
    return sorted(weighed.items(), key=lambda item: -item[1])


def _seen(articles: list[tuple[str, float]], look: _FirstLook, lang: str, library: Library) -> list[Candidate]:
    """Articles with their features: all their chunks compared with every wording of the question."""
    features: dict[str, Vectors] = {}
    for name, asked in look.asked.items():
        here = [each for each, _ in articles if library.corpus.instruments[act_of(each)].jurisdiction == name]
        if here:
            held = [library.members[name].get(each, Members()) for each in here]
            features |= zip(here, _features(held, asked, name, lang, library), strict=True)
    return [Candidate(article, score, features[article]) for article, score in articles]


def _features(held: list[Members], asked: Asked, jurisdiction: str, lang: str, library: Library) -> Vectors:
    """Shape (articles, FEATURES): the articles of one jurisdiction, by their chunks."""
    positions = [position for each in held for position in each.positions]
    near = asked.combined(asked.near.of(positions))
    words = asked.combined(asked.words[:, positions])
    cuts = np.cumsum([len(each.positions) for each in held])[:-1]
    pieces = list(zip(held, np.split(near, cuts), np.split(words, cuts), strict=True))
    nearest = [ranking.features(*piece, lang) for piece in pieces]
    index, lexicon = library.words[jurisdiction], library.learned.lexicon
    said = np.stack([together.features(each.text, lang, held, index, lexicon) for each in asked.wordings])
    found: Vectors = np.hstack([np.stack(nearest), asked.combined(said)])
    for row, (each, vector, _) in enumerate(pieces):
        if each.bare:
            found[row] = ranking.of_wording(vector, float(found[row, ranking.OF_WORDS].max()))
    return found


def _best_of_each_first(
    ranked: list[tuple[str, float]], reach: list[str], named: frozenset[str], library: Library
) -> list[tuple[str, float]]:
    """The same articles, with the best of every jurisdiction before the rest, of the named ones before the others."""
    best: dict[str, tuple[str, float]] = {}
    for item in ranked:
        best.setdefault(library.corpus.instruments[act_of(item[0])].jurisdiction, item)
    held = sorted((name for name in reach if name in best), key=lambda name: (name not in named, -best[name][1]))
    first = [best[name] for name in held]
    return [*first, *(item for item in ranked if item not in first)]


def reached(jurisdiction: str, named: Named, library: Library) -> list[str]:
    """The jurisdictions to search: the one asked in, the shared standards, and those that the question names."""
    held = library.manifest.counts
    if jurisdiction not in held:
        raise UnknownJurisdiction(jurisdiction)
    acts = {library.corpus.instruments[act].jurisdiction for act in named.acts}
    return [jurisdiction, *sorted(({SHARED} | acts | named.countries) & held.keys() - {jurisdiction})]


def _fuse(positions: NDArray[np.intp], scores: Vectors, jurisdiction: str, library: Library) -> dict[str, float]:
    """Score by article (or kind out of scope): its best chunk, with a little of its second best.

    Without a digest the best alone: a long article has more provisions than a short one, and no more to say.
    """
    chunks, members = library.chunks[jurisdiction], library.members[jurisdiction]
    held: dict[str, list[float]] = {}
    for position, score in zip(positions.tolist(), scores.tolist(), strict=True):
        place = chunks[position].provision
        name = place if place.startswith(SCOPE) else article_of(place)
        held.setdefault(name, []).append(score)
    fused = {}
    for name, found in held.items():
        found.sort(reverse=True)
        second = found[0] if name in members and members[name].bare else found[1] if len(found) > 1 else 0.0
        fused[name] = (found[0] + SUPPORT * second) / (1 + SUPPORT)
    return fused


def _with_points(
    ranked: list[tuple[str, float]], first: int, asked: dict[str, Asked], lang: str, library: Library
) -> tuple[Passage, ...]:
    """Each article; the first ones with their points ordered by closeness."""
    passages = []
    for number, (article, score) in enumerate(ranked):
        provision = ProvisionId.parse(article)
        here = asked[library.corpus.instruments[provision.instrument].jurisdiction]
        close = pointing.closeness(article, here, lang, library) if number < first else np.zeros(0)
        order = np.argsort(-close, kind="stable").tolist()
        best = float(close.max(initial=0.0))
        passages.append(Passage(provision, score, best, tuple((i, float(close[i])) for i in order)))
    return tuple(passages)
