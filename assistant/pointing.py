"""Which points of an article answer a question: what they say, in all languages, and which questions they answer.

A worker asks "boss does not pay", and the point that answers says "debt", "penalty" and "delay": a question of the
digest that this point answers lies nearer. It orders no articles.
"""

from __future__ import annotations

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
    langs = (lang, *(each for each in LANGUAGES if each != lang))
    points = [position for each in langs for position in library.points(jurisdiction, each).get(article, [])]
    answered = library.answered[jurisdiction].get(article, [])
    positions = [*points, *(position for position, _ in answered)]
    close = asked.closest(asked.scores(library.vectors(jurisdiction, positions), positions, WORDS_SHARE))
    own, *elsewhere = close[: len(points)].reshape(len(langs), -1)
    said = (1 - ELSEWHERE_SHARE) * own + ELSEWHERE_SHARE * np.mean(elsewhere, axis=0)
    best = np.full_like(said, -1.0)  # of the questions that a point answers
    np.maximum.at(best, np.array([number for _, number in answered], dtype=np.intp), close[len(points) :])
    return np.asarray((1 - ASKED_SHARE) * said + ASKED_SHARE * np.where(best < 0, said, best))
