"""A library held in memory: some kinds of chunks of a published one, one channel alone, or other texts altogether.

Baselines and texts that are not in the catalogue are searched by the same code as the real library, without writing
one: vectors are compared with every chunk, words are indexed anew over what is kept, since other chunks would change
what a word weighs. Nothing here is fast enough for users.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import numpy as np

from assistant import corpus as corpora
from assistant import vectors as kept_vectors
from assistant.corpus import Corpus
from assistant.embedding import Embedder, Progress
from assistant.law import Chunk
from assistant.learned import Learned
from assistant.library import Library
from assistant.vectors import Vectors
from assistant.words import WordIndex


class Silent(WordIndex):
    """A word index that says nothing of any text."""

    def __init__(self, texts: int) -> None:
        self.texts = texts

    def scores_each(self, questions: Sequence[str], lang: str) -> list[np.ndarray]:
        """Nought for every text, shape (texts,)."""
        return [np.zeros(self.texts, dtype=np.float32) for _ in questions]

    def terms(self, question: str, lang: str) -> tuple[str, ...]:
        """No term: nothing is looked up."""
        return ()

    def said(self, asked: Sequence[str], positions: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Nought of every term in every text."""
        return np.zeros((len(asked), len(positions)), dtype=np.float32), np.zeros(len(asked), dtype=np.float32)


class InMemory(Library):
    """Chunks with their vectors, searched by words, by vectors, or by both; the corpus is for composing and naming."""

    def __init__(
        self,
        like: Library,
        corpus: Corpus,
        chunks: dict[str, list[Chunk]],
        vectors: dict[str, Vectors],
        channels: tuple[bool, bool] = (True, True),
    ) -> None:
        counts = {name: len(held) for name, held in chunks.items()}
        super().__init__(like.folder, replace(like.manifest, counts=counts, files={}))
        self._like, self._corpus, self._chunks, self._held = like, corpus, chunks, vectors
        self._by_words, self._by_vectors = channels

    @cached_property
    def corpus(self) -> Corpus:
        """The corpus it was given."""
        return self._corpus

    @cached_property
    def chunks(self) -> dict[str, list[Chunk]]:
        """The chunks it was given."""
        return self._chunks

    @cached_property
    def words(self) -> dict[str, WordIndex]:
        """A word index of its own chunks; a silent one where words are not to speak."""
        if not self._by_words:
            return {name: Silent(len(chunks)) for name, chunks in self.chunks.items()}
        texts = {name: [(chunk.words, chunk.lang) for chunk in chunks] for name, chunks in self.chunks.items()}
        return {name: WordIndex.build(held) for name, held in texts.items()}

    @cached_property
    def learned(self) -> Learned:
        """What the library that it was made of had learned of languages and spelling."""
        return self._like.learned

    def nearest_each(self, jurisdiction: str, vectors: Vectors, count: int) -> list[list[tuple[int, float]]]:
        """The chunks nearest to unit vectors: (position, cosine), best first; none where only words are to speak."""
        if not self._by_vectors:
            return [[] for _ in vectors]
        near = vectors @ self._held[jurisdiction].T
        best = np.argsort(-near, axis=1)[:, :count]
        return [[(at, float(row[at])) for at in order] for row, order in zip(near, best.tolist(), strict=True)]

    def vectors(self, jurisdiction: str, positions: Sequence[int]) -> Vectors:
        """The vectors of chunks by position, shape (positions, dimensions); noughts where only words are to speak."""
        found: Vectors = self._held[jurisdiction][list(positions)]
        return found if self._by_vectors else np.zeros_like(found)


def part(held: Library, keep: Callable[[Chunk], bool], channels: tuple[bool, bool] = (True, True)) -> InMemory:
    """Some chunks of a library, with the kinds that are out of scope, searched by words, vectors, or both."""
    places = {
        name: [i for i, chunk in enumerate(chunks) if chunk.kind == "scope" or keep(chunk)]
        for name, chunks in held.chunks.items()
    }
    places = {name: found for name, found in places.items() if found}
    chunks = {name: [held.chunks[name][i] for i in found] for name, found in places.items()}
    vectors = {name: held.vectors(name, found) for name, found in places.items()}
    return InMemory(held, held.corpus, chunks, vectors, channels)


def of_corpus(corpus: Corpus, like: Library, embedder: Embedder) -> InMemory:
    """Everything that a corpus gives, embedded here; languages and spelling as another library learned them."""
    chunks: dict[str, list[Chunk]] = {name: [] for name in corpus.jurisdictions}
    for chunk in corpora.chunks(corpus):
        chunks[chunk.jurisdiction].append(chunk)
    texts = {name: [like.learned.embedded_text(chunk) for chunk in held] for name, held in chunks.items()}
    vectors = {name: embedder.passages(held) for name, held in texts.items()}
    return InMemory(like, corpus, chunks, vectors)


class Remembering:
    """An embedder that embeds a text once: questions while it lives, passages in a folder if one is named."""

    def __init__(self, embedder: Embedder, shipped: Path, folder: Path | None = None) -> None:
        self._embedder, self._shipped, self._folder = embedder, shipped, folder
        self.name, self.runtime, self.unrelated = embedder.name, embedder.runtime, embedder.unrelated
        self._asked: dict[str, Vectors] = {}
        self._passages: dict[str, Vectors] = {}

    def questions(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of questions, shape (texts, dimensions)."""
        for text in texts:
            if text not in self._asked:
                self._asked[text] = self._embedder.questions([text])[0]
        return np.stack([self._asked[text] for text in texts])

    def passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Unit vectors of texts to be found, shape (texts, dimensions): of the repository, kept before, or new."""
        for folder in (self._shipped, *(sorted(self._folder.glob("part-*")) if self._folder else ())):
            missing = set(texts) - self._passages.keys()
            self._passages |= kept_vectors.shipped(folder, self.name, missing)
        new = sorted(set(texts) - self._passages.keys())
        if new:
            made = dict(zip(new, self._embedder.passages(new, progress), strict=True))
            self._passages |= made
            self._keep(made)
        return np.stack([self._passages[text] for text in texts])

    def _keep(self, made: dict[str, Vectors]) -> None:
        if self._folder is not None:
            part = self._folder / f"part-{len(list(self._folder.glob('part-*')))}"
            kept_vectors.save(part, self.name, {"passages": made})
