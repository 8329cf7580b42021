"""The second look: articles that the search brought, ordered anew by what all their chunks say of the question.

The first look weighs an article by its two best chunks, of whatever kind and language. Here are looked at: rules and
workers' questions, in the language of the question and in the others, by words and by vectors, the best and the second
best of each; and what all chunks say together (`together`). What each counts for in a language was learned on the
development questions (`evals/learn_ranking.py`) and stands in `ranking.yaml`. It finds nothing new and does not judge
whether it answers.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from assistant import together
from assistant.members import QUESTION, RULE, Members

FILE = Path(__file__).with_name("ranking.yaml")
KINDS, LANGS, CHANNELS, RANKS = (RULE, QUESTION), ("own", "other"), ("vector", "words"), ("best", "second")
NEAREST = tuple(" ".join(names) for names in product(KINDS, LANGS, CHANNELS, RANKS))
FEATURES = (*NEAREST, *together.NAMES)
OF_WORDS = [FEATURES.index(name) for name in ("letters together", "translated best")]
LOOKED_AT = 16  # articles
BEST, WORDS = 0.5, 0.2  # of an article without a digest: its best provision, what all say of the words; the mean
BESIDE_DIGESTS = 0.7  # its share, lest a code without digests go before an article of the same country that has one

Scores = NDArray[np.float32]


@lru_cache(maxsize=1)
def weights() -> dict[str, Scores]:
    """What each feature counts for, by language of the question, in the order of FEATURES."""
    held = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {lang: np.array([rows[name] for name in FEATURES], dtype=np.float32) for lang, rows in held.items()}


def features(members: Members, vector: Scores, words: Scores, lang: str) -> Scores:
    """Shape (NEAREST,): of an article's chunks the best and second best of each kind, language and channel.

    `vector` and `words` are the scores of its chunks in both channels, 0 to 1, shape (members,); 0 where there is none.
    """
    found = np.zeros((len(KINDS), len(LANGS), len(CHANNELS), len(RANKS)), dtype=np.float32)
    both = np.stack((vector, words))
    for kind, language in product(range(len(KINDS)), range(len(LANGS))):
        here = _of(members, KINDS[kind], LANGS[language] == "own", lang)
        best = np.sort(both[:, here])[:, : -len(RANKS) - 1 : -1]
        found[kind, language, :, : best.shape[1]] = best
    return found.ravel()


def of_wording(vector: Scores, said: float) -> float:
    """What stands for every feature of an article that has no digest, 0 to 1, by the scores of its provisions.

    It has no questions, one language, and as many provisions as its drafters made: second bests and sums would count
    its length. What counts is how near its best provision is, how near all of them are, and what they say together of
    the question's words, `said`: by letter groups, or by translated words where it is not held in the language.
    """
    if not len(vector):
        return 0.0
    near = BEST * float(vector.max()) + WORDS * said + (1 - BEST - WORDS) * float(vector.mean())
    return BESIDE_DIGESTS * near


def _of(members: Members, kind: str, own: bool, lang: str) -> list[int]:
    """The chunks of a kind in the question's language, or in the others. What an article lacks is stood for by what it
    has: a document of one's own has no workers' questions and one language, and must not count for less.
    """
    other = next(each for each in KINDS if each != kind)
    for wanted, side in ((kind, own), (kind, not own), (other, own), (other, not own)):
        places = [p for key, held in members.of.items() if key[0] == wanted and (key[1] == lang) == side for p in held]
        if places:
            return places
    return []


def gain(found: Scores, lang: str) -> float:
    """What an article gains or loses by its features, in the units of the first look's score."""
    return float(found @ weights()[lang])
