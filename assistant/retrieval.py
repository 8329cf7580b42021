"""A question to Passages: dense and words, fused at the level of the article, then the best points within it.

Kinds of questions that are out of scope compete as if they were articles. It finds; it does not judge whether
what it found answers (`refusal` does) and writes no text.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from assistant.embedding import Embedder, Vectors
from assistant.errors import UnknownJurisdiction
from assistant.law import Chunk, Passage, ProvisionId
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


@dataclass(frozen=True)
class Found:
    """What a search brought: articles, kinds out of scope as (id, score), and times in ms."""

    passages: tuple[Passage, ...]
    out_of_scope: tuple[tuple[str, float], ...] = ()
    timings_ms: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class _Asked:
    """One wording of the question: its share, vector, and what both channels say of the chunks, 0 to 1."""

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
    named: Sequence[str] = (),
) -> Found:
    """The passages for a question, best first; `earlier` are the questions that a follow-up leans on.

    `named` are articles that the question names itself: they come first. UnknownJurisdiction if no law of that
    country is held.
    """
    if jurisdiction not in library.manifest.counts:
        raise UnknownJurisdiction(jurisdiction)
    started = time.perf_counter()
    texts = [question, " ".join([*earlier, question])] if earlier else [question]
    spelt = [library.learned.speller.restore(text) for text in texts] if lang == "kk" else texts
    vectors = embedder.questions(spelt)
    embedded = time.perf_counter()
    asked = [
        _ask(text, vector, share, lang, jurisdiction, library)
        for text, vector, share in zip(texts, vectors, _shares(len(texts)), strict=True)
    ]
    fused = _fuse(_chunk_scores(asked, WORDS_SHARE[lang]), library.chunks[jurisdiction])
    ranked = sorted(fused.items(), key=lambda item: -item[1])
    others = [item for item in ranked if not item[0].startswith(SCOPE) and item[0] not in named]
    articles = [*((name, 1.0) for name in named), *others][:PASSAGES]
    passages = _with_points(articles, max(WITH_POINTS, len(named)), asked, lang, jurisdiction, library)
    timings = {"embed": (embedded - started) * 1000, "search": (time.perf_counter() - embedded) * 1000}
    return Found(passages, tuple(item for item in ranked if item[0].startswith(SCOPE)), timings)


def _shares(count: int) -> list[float]:
    return [1.0] if count == 1 else [1.0 - EARLIER_SHARE, EARLIER_SHARE]


def _ask(text: str, spelt: Vectors, share: float, lang: str, jurisdiction: str, library: Library) -> _Asked:
    """What both channels say of their best chunks; a chunk that one of them brought is scored by both.

    Taking the nearness of chunks that only the words brought for nought lost 0.025 recall@5 on the dev questions.
    """
    words = _words(text, lang, jurisdiction, library)
    dense = {p: _above_floor(cosine) for p, cosine in library.nearest(jurisdiction, spelt, CANDIDATES)}
    best = np.argpartition(-words, min(WORD_CANDIDATES, len(words) - 1))[:WORD_CANDIDATES]
    chunks = library.chunks[jurisdiction]
    missing = {chunks[p].id: int(p) for p in best if int(p) not in dense}
    if missing:
        for key, vector in library.vectors(jurisdiction, list(missing)).items():
            dense[missing[key]] = _above_floor(float(spelt @ vector))
    return _Asked(share, spelt, dense, words)


def _above_floor(cosine: float) -> float:
    return max(0.0, (cosine - DENSE_FLOOR) / (1 - DENSE_FLOOR))


def _words(text: str, lang: str, jurisdiction: str, library: Library) -> NDArray[np.float32]:
    scores = library.words[jurisdiction].scores(text, lang)
    return scores / max(float(scores.max(initial=0.0)), 1e-9)


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


def _with_points(
    ranked: list[tuple[str, float]], first: int, asked: list[_Asked], lang: str, jurisdiction: str, library: Library
) -> tuple[Passage, ...]:
    """Each article; the first ones with their points ordered by closeness, in the language of the question."""
    ids = library.point_ids(jurisdiction, lang)
    stored = library.vectors(jurisdiction, [key for name, _ in ranked[:first] for key in ids.get(name, ())])
    positions = library.positions[jurisdiction]
    passages = []
    for article, score in ranked:
        keys = [key for key in ids.get(article, ()) if key in stored]
        close = [max(_closeness(one, stored[key], positions[key]) for one in asked) for key in keys]
        order = sorted(range(len(close)), key=lambda number: -close[number])
        pinpoints = tuple((number, close[number]) for number in order)
        passages.append(Passage(ProvisionId.parse(article), score, max(close, default=0.0), pinpoints))
    return tuple(passages)


def _closeness(asked: _Asked, vector: Vectors, position: int) -> float:
    dense = _above_floor(float(asked.vector @ vector))
    return (1 - POINT_WORDS_SHARE) * dense + POINT_WORDS_SHARE * float(asked.words[position])
