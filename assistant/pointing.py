"""Which points of an article answer a question: what they say, in all languages, and which questions they answer.

A worker asks "boss does not pay", and the point that answers says "debt", "penalty" and "delay": a question of the
digest that this point answers lies nearer. It orders no articles.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.law import LANGUAGES
from assistant.library import Library
from assistant.members import act_of
from assistant.wordings import Asked
from assistant.words import Scores

WORDS_SHARE = 0.3  # weight of words beside dense
ELSEWHERE_SHARE = 0.4  # weight of what a point says in the other languages, beside the one asked in
ASKED_SHARE = 0.4  # weight of the nearest question that a point answers, beside what it says


def closeness(article: str, asked: Asked, lang: str, library: Library) -> Scores:
    """How close each point of an article is to a question, shape (points,), in the order of its digest."""
    jurisdiction = library.corpus.instruments[act_of(article)].jurisdiction

    def close(positions: Sequence[int]) -> Scores:
        return asked.closest(asked.scores(library.vectors(jurisdiction, positions), positions, WORDS_SHARE))

    said = {each: close(library.points(jurisdiction, each).get(article, [])) for each in LANGUAGES}
    elsewhere = np.mean([said[each] for each in LANGUAGES if each != lang], axis=0)
    found = (1 - ELSEWHERE_SHARE) * said[lang] + ELSEWHERE_SHARE * elsewhere
    answered = library.answered[jurisdiction].get(article, [])
    if not answered:
        return np.asarray(found)
    positions, numbers = map(list, zip(*answered, strict=True))
    best = np.full_like(found, -1.0)
    np.maximum.at(best, numbers, close(positions))
    known = best >= 0
    found[known] = (1 - ASKED_SHARE) * found[known] + ASKED_SHARE * best[known]
    return np.asarray(found)
