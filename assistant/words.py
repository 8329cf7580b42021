"""The word index of one jurisdiction: BM25 over stems, through bm25s.

It returns scores by position in the list of chunks; it does not know what a chunk is.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from assistant.language import stems


class WordIndex:
    """BM25 scores of a question against every text it was built from."""

    def __init__(self, index: bm25s.BM25) -> None:
        self._index = index

    @classmethod
    def build(cls, texts: Sequence[str]) -> WordIndex:
        """Index the texts in their order."""
        index = bm25s.BM25()
        index.index([stems(text) for text in texts], show_progress=False)
        return cls(index)

    def save(self, folder: Path) -> None:
        """Write the index into a folder."""
        self._index.save(str(folder))

    @classmethod
    def load(cls, folder: Path) -> WordIndex:
        """Read an index that `save` wrote."""
        return cls(bm25s.BM25.load(str(folder), load_corpus=False))

    def scores(self, question: str) -> NDArray[np.float32]:
        """One score a text, shape (texts,); zeros where no word of the question is known."""
        known = self._index.vocab_dict
        terms = [term for term in stems(question) if term in known]
        if not terms:
            return np.zeros(int(self._index.scores["num_docs"]), dtype=np.float32)
        found: NDArray[np.float32] = self._index.get_scores(terms)
        return found
