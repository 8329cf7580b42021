"""The plain pipeline that tutorials build: LangChain's splitter, Chroma, the nearest pieces to the question.

It stands here to be measured against, with the same embedding model and the same texts. It knows nothing of paragraphs,
digests, words or refusal.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

from assistant import corpus as corpora
from assistant import library
from assistant.embedding import Embedder

PIECE, OVERLAP = 1000, 200  # characters: what LangChain's own tutorial on retrieval takes
COLLECTION = "plain"


class Plain:
    """A code in pieces of 1,000 characters, in a Chroma collection of their own in a folder."""

    def __init__(
        self, articles: Sequence[tuple[str, str]], embedder: Embedder, folder: Path, by_article: bool = True
    ) -> None:
        """`articles`: (article id, its title and text). Each is split by itself, so that a piece has one article.

        Not `by_article`: the code is one text, as a file is loaded; a piece counts for the article in which it begins.
        """
        pieces = _of_each(articles) if by_article else _of_one_text(articles)
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


def _of_each(articles: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    splitter = _splitter()
    return [(article, piece) for article, text in articles for piece in splitter.split_text(text)]


def _of_one_text(articles: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    begins = list(accumulate((len(text) + 2 for _, text in articles), initial=0))
    found = _splitter().create_documents(["\n\n".join(text for _, text in articles)])
    return [(articles[bisect_right(begins, d.metadata["start_index"]) - 1][0], d.page_content) for d in found]


def _splitter() -> Any:
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    return RecursiveCharacterTextSplitter(chunk_size=PIECE, chunk_overlap=OVERLAP, add_start_index=True)
