"""The word index of one jurisdiction: BM25 over stems and letter groups, through bm25s.

It returns scores by position in the list of chunks; it does not know what a chunk is.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from assistant.language import terms, words

RUSSIAN = "russian.json"
REMEMBERED = 64  # questions whose terms are kept: each is looked up several times
SMALLER = ("data.csc.index.npy", "indices.csc.index.npy")  # what bm25s calls its scores and their positions

Scores = NDArray[np.float32]


class WordIndex:
    """BM25 scores of a question against every text it was built from."""

    def __init__(self, index: bm25s.BM25, russian: frozenset[str]) -> None:
        self._index, self._russian = index, russian
        self._terms = lru_cache(REMEMBERED)(lambda question, lang: tuple(terms(question, lang, russian)))

    @classmethod
    def build(cls, texts: Sequence[tuple[str, str]]) -> WordIndex:
        """Index (text, language) pairs in their order; the Russian texts teach which words are Russian."""
        russian = frozenset(word for text, lang in texts if lang == "ru" for word in words(text))
        logging.getLogger(bm25s.__name__).setLevel(logging.WARNING)  # it sets DEBUG itself and speaks among our lines
        index = bm25s.BM25()
        said = [[sys.intern(term) for term in terms(text, lang, russian)] for text, lang in texts]  # each term once
        index.index(said, show_progress=False)
        return cls(index, russian)

    def save(self, folder: Path) -> None:
        """Write the index into a folder, scores in half precision and positions in as few bytes as they need."""
        self._index.save(str(folder))
        for name in SMALLER:
            _store(folder / name, np.load(folder / name))
        (folder / RUSSIAN).write_text(json.dumps(sorted(self._russian), ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> WordIndex:
        """Read an index that `save` wrote."""
        russian = frozenset(json.loads((folder / RUSSIAN).read_text(encoding="utf-8")))
        index = bm25s.BM25.load(str(folder), load_corpus=False)
        index.scores["data"] = index.scores["data"].astype(np.float32)
        index.scores["indices"] = index.scores["indices"].astype(np.int32)
        return cls(index, russian)

    def scores(self, question: str, lang: str) -> Scores:
        """One score a text, shape (texts,); zeros where no word of the question is known."""
        known = self._index.vocab_dict
        asked = [term for term in self.terms(question, lang) if term in known]
        if not asked:
            return np.zeros(int(self._index.scores["num_docs"]), dtype=np.float32)
        found: Scores = self._index.get_scores(asked)
        return found

    def terms(self, question: str, lang: str) -> tuple[str, ...]:
        """Stems and letter groups of a question as they are looked up here, one for each time they stand in it."""
        return self._terms(question, lang)

    def said(self, asked: Sequence[str], positions: NDArray[np.intp]) -> tuple[Scores, Scores]:
        """What texts say of each term, shape (terms, positions), and the most that any text says, shape (terms,)."""
        table = self._index.scores
        found = np.zeros((len(asked), len(positions)), dtype=np.float32)
        most, everywhere = np.zeros(len(asked), dtype=np.float32), np.zeros(int(table["num_docs"]), dtype=np.float32)
        for row, term in enumerate(asked):
            if (number := self._index.vocab_dict.get(term)) is None:
                continue
            here = slice(table["indptr"][number], table["indptr"][number + 1])
            scores, texts = table["data"][here], table["indices"][here]
            everywhere[texts] = scores
            found[row], most[row] = everywhere[positions], scores.max(initial=0.0)
            everywhere[texts] = 0.0
        return found, most


def _store(path: Path, held: NDArray[np.float32] | NDArray[np.int32]) -> None:
    """Half the bytes: a score is kept to three digits, which is more than the ranking rests on."""
    small = np.float16 if held.dtype.kind == "f" else np.min_scalar_type(int(held.max(initial=0)))
    np.save(path, held.astype(small))
