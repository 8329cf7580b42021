"""The word index of one jurisdiction: BM25 over stems and letter groups, through bm25s.

It returns scores by position in the list of chunks; it does not know what a chunk is.
"""

from __future__ import annotations

import json
import logging
import sys
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse import _sparsetools  # its public face copies the columns before it adds them up: twice the time

from assistant.language import terms, words

RUSSIAN = "russian.json"
REMEMBERED = 64  # questions whose terms are kept: each is looked up several times
LONG = 8  # a term that stands in so many times more texts than are asked about is searched, not gone through
BLOCK = 64  # scores looked at together when the best are sought
SMALLER = ("data.csc.index.npy", "indices.csc.index.npy")  # what bm25s calls its scores and their positions

Scores = NDArray[np.float32]


class WordIndex:
    """BM25 scores of a question against every text it was built from."""

    def __init__(self, index: bm25s.BM25, russian: frozenset[str]) -> None:
        self._index, self._russian = index, russian
        scores, texts, starts = (index.scores[name] for name in ("data", "indices", "indptr"))
        starts = starts.astype(
            np.int32 if len(scores) < 2**31 else np.int64
        )  # of one kind with `texts`, or it is copied
        shape = (int(index.scores["num_docs"]), len(starts) - 1)
        self._table = sparse.csc_array((scores, texts, starts), shape=shape, copy=False)
        self._most = _most_of_each(self._table.data, self._table.indptr)
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
        return self.scores_each([question], lang)[0]

    def scores_each(self, questions: Sequence[str], lang: str) -> list[Scores]:
        """The same for each of several questions. One that holds all the others is made of what they score."""
        known = self._index.vocab_dict
        asked = [Counter(known[term] for term in self.terms(each, lang) if term in known) for each in questions]
        longest = max(range(len(asked)), key=lambda i: asked[i].total())
        others = sum((each for i, each in enumerate(asked) if i != longest), Counter[int]())
        if not others <= asked[longest]:
            return [self._added(each) for each in asked]
        found = [self._added(asked[longest] - others if i == longest else each) for i, each in enumerate(asked)]
        for row in (row for i, row in enumerate(found) if i != longest):
            found[longest] = found[longest] + row
        return found

    def _added(self, asked: Counter[int]) -> Scores:
        """What each text says of terms, by number, each as often as it is asked: shape (texts,)."""
        found = np.zeros(self._table.shape[0], dtype=np.float32)
        starts, texts, scores = self._table.indptr, self._table.indices, self._table.data
        for number, times in asked.items():
            often = np.array([times], dtype=np.float32)
            _sparsetools.csc_matvec(len(found), 1, starts[number : number + 2], texts, scores, often, found)
        return found

    def terms(self, question: str, lang: str) -> tuple[str, ...]:
        """Stems and letter groups of a question as they are looked up here, one for each time they stand in it."""
        return self._terms(question, lang)

    def said(self, asked: Sequence[str], positions: NDArray[np.intp]) -> tuple[Scores, Scores]:
        """What texts say of each term, shape (terms, positions), and the most that any text says, shape (terms,)."""
        table = self._table
        found = np.zeros((len(asked), len(positions)), dtype=np.float32)
        most, everywhere = np.zeros(len(asked), dtype=np.float32), np.zeros(table.shape[0], dtype=np.float32)
        order = np.argsort(positions)
        sought = positions[order].astype(table.indices.dtype)
        for row, term in enumerate(asked):
            if (number := self._index.vocab_dict.get(term)) is None:
                continue
            here = slice(table.indptr[number], table.indptr[number + 1])
            scores, texts = table.data[here], table.indices[here]
            most[row] = self._most[number]
            if len(texts) > LONG * len(sought):
                places = np.minimum(np.searchsorted(texts, sought), len(texts) - 1)
                found[row, order] = scores[places] * (texts[places] == sought)
            else:
                everywhere[texts] = scores
                found[row] = everywhere[positions]
                everywhere[texts] = 0.0
        return found, most


def best(scores: Scores, count: int) -> NDArray[np.intp]:
    """The positions of so many best scores, in no order, or of all. Blocks without one of the best are passed over.

    Of a million scores that takes a twentieth of the time of numpy's `argpartition`.
    """
    if len(scores) <= count * BLOCK:
        return np.argpartition(-scores, min(count, len(scores) - 1))[:count]
    starts = np.arange(0, len(scores), BLOCK)
    blocks = best(np.maximum.reduceat(scores, starts), count)
    within = (starts[blocks][:, None] + np.arange(BLOCK)).ravel()
    within = within[within < len(scores)]
    return within[best(scores[within], count)]


def _most_of_each(scores: Scores, starts: NDArray[np.int64]) -> Scores:
    """The best score of each term, 0 where no text holds it."""
    found, held = np.zeros(len(starts) - 1, dtype=np.float32), np.diff(starts) > 0
    if held.any():
        found[held] = np.maximum.reduceat(scores, starts[:-1][held])
    return found


def _store(path: Path, held: NDArray[np.float32] | NDArray[np.int32]) -> None:
    """Half the bytes: a score is kept to three digits, which is more than the ranking rests on."""
    small = np.float16 if held.dtype.kind == "f" else np.min_scalar_type(int(held.max(initial=0)))
    np.save(path, held.astype(small))
