"""A question to Passages: dense and words, fused at the level of the article, then the best points within it.

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

from assistant.answers import Passage
from assistant.embedding import Embedder, Vectors
from assistant.errors import UnknownJurisdiction
from assistant.law import Authority, Chunk, ProvisionId
from assistant.library import Library

CANDIDATES = 160  # chunks that the vectors bring
WORD_CANDIDATES = 64  # chunks that the words bring
DENSE_FLOOR = 0.75  # cosines of unrelated texts under e5 lie around here
WORDS_SHARE = {"kk": 0.65, "ru": 0.5, "en": 0.4}  # weight of words beside dense, by language; see evals/report.md
POINT_WORDS_SHARE = 0.3  # the same when points of one article are compared
EARLIER_SHARE = 0.5  # weight of the conversation so far in a follow-up question
SUPPORT = 0.3  # weight of the second best chunk of an article beside the best
PASSAGES = 10
WITH_POINTS = 5  # of them, so many get their points compared with the question
SCOPE = "scope/"
SHARED = "int"  # international standards: searched with the law of every country
WEIGHT = {  # of an article's score, by what the act weighs: law goes before what only recommends; from dev
    Authority.LAW: 1.0,
    Authority.RATIFIED: 0.95,
    Authority.NOT_RATIFIED: 0.92,
    Authority.RECOMMENDATION: 0.92,
    Authority.FOREIGN: 0.92,
    Authority.DRAFT: 0.9,
    Authority.POLICY: 0.9,
}
OTHER_LAW = 0.92  # of its score, where a law is not the main act of its country: an everyday question is asked of that
NAMED_ACT = 0.25  # what an article gains where the question names its act
NAMED_COUNTRY = 0.1  # the same where it names the country, or the ILO, whose act it is


@dataclass(frozen=True)
class Found:
    """What a search brought: articles, kinds out of scope as (id, score), and times in ms."""

    passages: tuple[Passage, ...]
    out_of_scope: tuple[tuple[str, float], ...] = ()
    timings_ms: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Named:
    """What the question names: articles, which come first; acts, which gain; countries, which are searched too."""

    articles: tuple[str, ...] = ()
    acts: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()


@dataclass(frozen=True)
class _Asked:
    """One wording of the question in one jurisdiction: its share, vector, and what both channels say, 0 to 1."""

    share: float
    vector: Vectors
    dense: dict[int, float]
    words: NDArray[np.float32]


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
    reach = reached(jurisdiction, named, library)
    started = time.perf_counter()
    texts = [question, " ".join([*earlier, question])] if earlier else [question]
    spelt = [library.learned.speller.restore(text) for text in texts] if lang == "kk" else texts
    vectors = embedder.questions(spelt)
    embedded = time.perf_counter()
    asked = _ask_all(texts, vectors, lang, reach, library)
    fused: dict[str, float] = {}
    for name in reach:
        fused |= _fuse(_chunk_scores(asked[name], WORDS_SHARE[lang]), library.chunks[name])
    ranked = sorted(_weighed(fused, named, library).items(), key=lambda item: -item[1])
    others = [item for item in ranked if not item[0].startswith(SCOPE) and item[0] not in named.articles]
    if named.countries:
        others = _best_of_each_first(others, reach, library)
    articles = [*((name, 1.0) for name in named.articles), *others][:PASSAGES]
    passages = _with_points(articles, max(WITH_POINTS, len(named.articles)), asked, lang, library)
    timings = {"embed": (embedded - started) * 1000, "search": (time.perf_counter() - embedded) * 1000}
    return Found(passages, tuple(item for item in ranked if item[0].startswith(SCOPE)), timings)


def _best_of_each_first(ranked: list[tuple[str, float]], reach: list[str], library: Library) -> list[tuple[str, float]]:
    """The same articles, with the best of every jurisdiction before the rest: who names a country compares."""
    best: dict[str, tuple[str, float]] = {}
    for item in ranked:
        best.setdefault(library.corpus.instruments[item[0].partition("/")[0]].jurisdiction, item)
    first = sorted((best[name] for name in reach if name in best), key=lambda item: -item[1])
    return [*first, *(item for item in ranked if item not in first)]


def reached(jurisdiction: str, named: Named, library: Library) -> list[str]:
    """The jurisdictions to search: the one asked in, the shared standards, and those that the question names."""
    held = library.manifest.counts
    if jurisdiction not in held:
        raise UnknownJurisdiction(jurisdiction)
    acts = {library.corpus.instruments[act].jurisdiction for act in named.acts}
    return [jurisdiction, *sorted(({SHARED} | acts | named.countries) & held.keys() - {jurisdiction})]


def _ask_all(
    texts: list[str], vectors: Vectors, lang: str, reach: list[str], library: Library
) -> dict[str, list[_Asked]]:
    """By jurisdiction: every wording asked there. Words are measured by the best chunk of the first jurisdiction.

    Another one counts by its own best chunk if that is better, so that a standard which repeats the question does not
    make the country's own words count for less.
    """
    shares = [1.0] if len(texts) == 1 else [1.0 - EARLIER_SHARE, EARLIER_SHARE]
    asked: dict[str, list[_Asked]] = {name: [] for name in reach}
    for text, vector, share in zip(texts, vectors, shares, strict=True):
        words = {name: library.words[name].scores(text, lang) for name in reach}
        home = float(words[reach[0]].max(initial=1e-9))
        for name in reach:
            most = max(home, float(words[name].max(initial=0.0)))
            asked[name].append(_ask(vector, words[name] / most, share, name, library))
    return asked


def _ask(vector: Vectors, words: NDArray[np.float32], share: float, jurisdiction: str, library: Library) -> _Asked:
    """What both channels say of their best chunks; a chunk that one of them brought is scored by both.

    Taking the nearness of chunks that only the words brought for nought lost 0.025 recall@5 on the dev questions.
    """
    dense = {p: _above_floor(cosine) for p, cosine in library.nearest(jurisdiction, vector, CANDIDATES)}
    best = np.argpartition(-words, min(WORD_CANDIDATES, len(words) - 1))[:WORD_CANDIDATES]
    missing = [int(position) for position in best if int(position) not in dense]
    near = library.vectors(jurisdiction, missing) @ vector
    dense |= {position: _above_floor(float(cosine)) for position, cosine in zip(missing, near, strict=True)}
    return _Asked(share, vector, dense, words)


def _above_floor(cosine: float) -> float:
    return max(0.0, (cosine - DENSE_FLOOR) / (1 - DENSE_FLOOR))


def _chunk_scores(asked: list[_Asked], words_share: float) -> dict[int, float]:
    """Score by chunk position, for every channel's best chunks."""
    scores: dict[int, float] = {}
    for one in asked:
        for position, dense in one.dense.items():
            found = (1 - words_share) * dense + words_share * float(one.words[position])
            scores[position] = scores.get(position, 0.0) + one.share * found
    return scores


def _fuse(scores: dict[int, float], chunks: list[Chunk]) -> dict[str, float]:
    """Score by article (or kind out of scope): its best chunk, with a little of its second best."""
    held: dict[str, list[float]] = {}
    for position, score in scores.items():
        place = chunks[position].provision
        name = place if place.startswith(SCOPE) else "/".join(place.split("/", 2)[:2])
        held.setdefault(name, []).append(score)
    fused = {}
    for name, found in held.items():
        found.sort(reverse=True)
        second = found[1] if len(found) > 1 else 0.0
        fused[name] = (found[0] + SUPPORT * second) / (1 + SUPPORT)
    return fused


def _weighed(fused: dict[str, float], named: Named, library: Library) -> dict[str, float]:
    """The scores with what each act weighs, and with what a named act gains."""
    found = {}
    for name, score in fused.items():
        act = library.corpus.instruments.get(name.partition("/")[0])
        if act is not None and act.id in named.acts:
            score += NAMED_ACT
        elif act is not None and act.jurisdiction in named.countries:
            score += NAMED_COUNTRY
        elif act is not None:
            main = library.corpus.main_acts[act.jurisdiction] == act.id
            score *= OTHER_LAW if act.authority is Authority.LAW and not main else WEIGHT[act.authority]
        found[name] = score
    return found


def _with_points(
    ranked: list[tuple[str, float]], first: int, asked: dict[str, list[_Asked]], lang: str, library: Library
) -> tuple[Passage, ...]:
    """Each article; the first ones with their points ordered by closeness, in the language of the question."""
    passages = []
    for number, (article, score) in enumerate(ranked):
        provision = ProvisionId.parse(article)
        jurisdiction = library.corpus.instruments[provision.instrument].jurisdiction
        positions = library.points(jurisdiction, lang).get(article, []) if number < first else []
        stored = library.vectors(jurisdiction, positions)
        close = [
            max(_closeness(one, vector, position) for one in asked[jurisdiction])
            for vector, position in zip(stored, positions, strict=True)
        ]
        order = sorted(range(len(close)), key=lambda point: -close[point])
        passages.append(Passage(provision, score, max(close, default=0.0), tuple((i, close[i]) for i in order)))
    return tuple(passages)


def _closeness(asked: _Asked, vector: Vectors, position: int) -> float:
    dense = _above_floor(float(asked.vector @ vector))
    return (1 - POINT_WORDS_SHARE) * dense + POINT_WORDS_SHARE * float(asked.words[position])
