"""Which points of an article answer a question: what they say, in all languages, and which questions they answer.

A worker asks "boss does not pay", and the point that answers says "debt", "penalty" and "delay": a question of the
digest that this point answers lies nearer. It orders no articles.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from assistant.law import LANGUAGES
from assistant.library import Library
from assistant.members import act_of
from assistant.wordings import Asked
from assistant.words import Scores

# What each counts for, adding up to 1: learned on questions that the digests did not hold yet (decision 0013)
OWN, OWN_WORDS = 0.2, 0.12  # what a point says in the language of the question, by vectors and by words
ELSEWHERE, ELSEWHERE_WORDS = 0.26, 0.04  # in the others: their mean, and the best
ASKED, ASKED_ELSEWHERE, ASKED_WORDS = (
    0.14,
    0.2,
    0.04,
)  # the nearest question it answers: in that language, in the others


def closeness(article: str, asked: Asked, lang: str, library: Library) -> Scores:
    """How close each point of an article is to a question, shape (points,), in the order of its digest."""
    jurisdiction = library.corpus.instruments[act_of(article)].jurisdiction
    langs = (lang, *(each for each in LANGUAGES if each != lang))
    points = [position for each in langs for position in library.points(jurisdiction, each).get(article, [])]
    answered = library.answered[jurisdiction].get(article, [])
    positions = [*points, *(position for position, _ in answered)]
    near = asked.closest(asked.near.of(positions))
    words = asked.closest(asked.words[:, positions])
    own, *others = near[: len(points)].reshape(len(langs), -1)
    own_words, *other_words = words[: len(points)].reshape(len(langs), -1)
    elsewhere = np.mean(others, axis=0)
    said = OWN * own + OWN_WORDS * own_words + ELSEWHERE * elsewhere + ELSEWHERE_WORDS * np.max(other_words, axis=0)
    numbers = np.array([number for _, number in answered], dtype=np.intp)
    here = np.array([library.chunks[jurisdiction][position].lang == lang for position, _ in answered], dtype=bool)
    near, words = near[len(points) :], words[len(points) :]
    said += ASKED * _nearest(near[here], numbers[here], own)
    said += ASKED_ELSEWHERE * _nearest(near[~here], numbers[~here], elsewhere)
    return np.asarray(said + ASKED_WORDS * _nearest(words, numbers, own_words))


def _nearest(scores: Scores, numbers: NDArray[np.intp], said: Scores) -> Scores:
    """By point the best of the questions that it answers; what it says itself stands for those of a point without."""
    best = np.full_like(said, -1.0)
    np.maximum.at(best, numbers, scores)
    return np.where(best < 0, said, best)
