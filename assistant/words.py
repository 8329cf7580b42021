"""The word index of one jurisdiction: BM25 over stems and letter groups, through bm25s.

It returns scores by position in the list of chunks; it does not know what a chunk is.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from assistant.language import terms, words

RUSSIAN = "russian.json"


class WordIndex:
    """BM25 scores of a question against every text it was built from."""

    def __init__(self, index: bm25s.BM25, russian: frozenset[str]) -> None:
        self._index, self._russian = index, russian

    @classmethod
    def build(cls, texts: Sequence[tuple[str, str]]) -> WordIndex:
        """Index (text, language) pairs in their order; the Russian texts teach which words are Russian."""
        russian = frozenset(word for text, lang in texts if lang == "ru" for word in words(text))
        index = bm25s.BM25()
        index.index([terms(text, lang, russian) for text, lang in texts], show_progress=False)
        return cls(index, russian)

    def save(self, folder: Path) -> None:
        """Write the index into a folder."""
        self._index.save(str(folder))
        (folder / RUSSIAN).write_text(json.dumps(sorted(self._russian), ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> WordIndex:
        """Read an index that `save` wrote."""
        russian = frozenset(json.loads((folder / RUSSIAN).read_text(encoding="utf-8")))
        return cls(bm25s.BM25.load(str(folder), load_corpus=False), russian)

    def scores(self, question: str, lang: str) -> NDArray[np.float32]:
        """One score a text, shape (texts,); zeros where no word of the question is known."""
        known = self._index.vocab_dict
        asked = [term for term in terms(question, lang, self._russian) if term in known]
        if not asked:
            return np.zeros(int(self._index.scores["num_docs"]), dtype=np.float32)
        found: NDArray[np.float32] = self._index.get_scores(asked)
        return found
