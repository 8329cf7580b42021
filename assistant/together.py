"""What all chunks of an article say together of a question's words, each word taken where it is said best.

The word index weighs a chunk by itself: an article that answers the two halves of a question in two points looks half
as good as one that repeats one half. So do questions in one language whose words stand in the others: here they are
looked up there too, translated by the lexicon. It orders nothing; what this counts for is learned (`ranking`).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.language import LETTERS
from assistant.law import LANGUAGES
from assistant.lexicon import Lexicon
from assistant.members import Members
from assistant.words import Scores, WordIndex

NAMES = ("stems together", "letters together", "translated together", "translated best")


def features(question: str, lang: str, articles: Sequence[Members], index: WordIndex, lexicon: Lexicon) -> Scores:
    """Shape (articles, NAMES), 0 to 1 each: 1 if an article says of every word as much as any text of the index."""
    found = np.zeros((len(articles), len(NAMES)), dtype=np.float32)
    asked = index.terms(question, lang)
    found[:, :2] = _own(asked, articles, index)
    others = [each for each in LANGUAGES if each != lang]
    for other in others:
        found[:, 2:] += _translated(lexicon.translated(asked, lang, other), other, articles, index) / len(others)
    return _stood_for(found, np.array([any(each != lang for _, each in held.of) for held in articles], dtype=bool))


def _own(asked: Sequence[str], articles: Sequence[Members], index: WordIndex) -> Scores:
    """Shape (articles, 2): of the question's stems, and of its letter groups, which forgive typing errors."""
    said, most = index.said(asked, np.array([p for held in articles for p in held.positions], dtype=np.intp))
    here = np.split(said, np.cumsum([len(held.positions) for held in articles])[:-1], axis=1)
    best = [each.max(axis=1, initial=0.0) for each in here]
    letters = np.array([term.startswith(LETTERS) for term in asked], dtype=bool)
    return np.stack([np.array(best)[:, of].sum(1) / _whole(most[of]) for of in (~letters, letters)], axis=1)


def _translated(asked: dict[str, float], lang: str, articles: Sequence[Members], index: WordIndex) -> Scores:
    """Shape (articles, 2): of the translated words in chunks of that language, all together and in the best one."""
    likely = np.array([*asked.values()], dtype=np.float32)
    places = [_in(held, lang) for held in articles]
    said, most = index.said([*asked], np.array([p for held in places for p in held], dtype=np.intp))
    said *= likely[:, None]
    here = np.split(said, np.cumsum([*map(len, places)])[:-1], axis=1)
    found = [(each.max(axis=1, initial=0.0).sum(), each.sum(axis=0).max(initial=0.0)) for each in here]
    return np.array(found, dtype=np.float32) / _whole(likely * most)


def _in(held: Members, lang: str) -> list[int]:
    return [held.positions[place] for (_, each), places in held.of.items() if each == lang for place in places]


def _whole(most: Scores) -> float:
    return max(float(most.sum()), 1e-6)


def _stood_for(found: Scores, translated: np.ndarray) -> Scores:
    """The same; what an article has in one language only counts as its own words do, by the measure of the rest."""
    own = max(float(found[translated, 0].sum()), 1e-6)
    for column in (2, 3):
        found[~translated, column] = found[~translated, 0] * float(found[translated, column].sum()) / own
    return found
