"""Texts that are not held in the language of a question: they are looked up by the lexicon's translations.

A collective agreement in Russian has no word of a Kazakh question, and the vectors put texts of the question's own
language first. It finds places to look at; whether they answer is weighed like everything else (`retrieval`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.law import LANGUAGES
from assistant.lexicon import Lexicon
from assistant.members import Members
from assistant.words import Scores, WordIndex

Elsewhere = Mapping[str, Mapping[str, NDArray[np.intp]]]
"""By language of a question: the positions of the provisions that are not held in it, by the language they are in."""

BEST = 0.6  # what the best of them is worth beside the best chunk in the question's own words


def elsewhere(members: Mapping[str, Members]) -> dict[str, dict[str, NDArray[np.intp]]]:
    """The provisions of articles without a digest, for each language in which an article is not held."""
    found: dict[str, dict[str, list[int]]] = {lang: {} for lang in LANGUAGES}
    for held in (each for each in members.values() if each.bare):
        for lang in {*LANGUAGES} - {other for _, other in held.of}:
            for (_, other), places in held.of.items():
                found[lang].setdefault(other, []).extend(held.positions[place] for place in places)
    return {
        lang: {other: np.array(places, dtype=np.intp) for other, places in others.items()}
        for lang, others in found.items()
    }


def with_translated(
    words: Scores, asked: Sequence[str], lang: str, held: Elsewhere, index: WordIndex, lexicon: Lexicon
) -> Scores:
    """The scores of all chunks by words, 0 to 1, with those of texts in other languages by the translated words.

    `asked` are the terms of the question. The same array where every text is held in its language.
    """
    others = held.get(lang, {})
    if not others:
        return words
    filled = words.copy()
    for other, positions in others.items():
        if not (translated := lexicon.translated(asked, lang, other)):
            continue  # Uzbek, of which it knows nothing
        said, _ = index.said([*translated], positions)
        found = np.array([*translated.values()], dtype=np.float32) @ said
        filled[positions] = BEST * found / max(float(found.max(initial=0.0)), 1e-6)
    return filled
