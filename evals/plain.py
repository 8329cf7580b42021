"""The plain pipeline that tutorials build: LangChain's splitter, Chroma, the nearest pieces to the question.

It stands here to be measured against, with the same embedding model and the same texts. It knows nothing of paragraphs,
digests, words or refusal.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant import corpus as corpora
from assistant import library
from assistant.embedding import Embedder

PIECE, OVERLAP = 1000, 200  # characters: what LangChain's own tutorial on retrieval takes
COLLECTION = "plain"


class Plain:
    """Articles in pieces of 1,000 characters, in a Chroma collection of their own in a folder."""

    def __init__(self, articles: Sequence[tuple[str, str]], embedder: Embedder, folder: Path) -> None:
        """`articles`: (article id, its title and text); each is split by itself, so that a piece has one article."""
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        splitter = RecursiveCharacterTextSplitter(chunk_size=PIECE, chunk_overlap=OVERLAP)
        pieces = [(article, piece) for article, text in articles for piece in splitter.split_text(text)]
        chunks = [corpora.chunk("text", name, i, "", piece, COLLECTION) for i, (name, piece) in enumerate(pieces)]
        self.pieces = len(chunks)
        self._article = {chunk.id: chunk.provision for chunk in chunks}
        self._embedder = embedder
        self._client: Any = library.connect(folder, "")
        library.fill(self._client, COLLECTION, chunks, embedder.passages([chunk.text for chunk in chunks]))
        self._collection: Any = self._client.get_collection(COLLECTION, embedding_function=None)

    def nearest(self, question: str, count: int) -> list[str]:
        """The articles of the nearest pieces, best first; an article with several near pieces stands there as often."""
        vector = self._embedder.questions([question])
        found = self._collection.query(query_embeddings=vector, n_results=min(count, self.pieces), include=[])
        return [self._article[key] for key in found["ids"][0]]

    def close(self) -> None:
        """Let go of Chroma."""
        self._client.close()
