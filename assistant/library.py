"""The library on disk: opened for questions, and checked. The only importer of chromadb.

`building` makes one: aside, verified from a fresh process, then published by rename and pointer. A published
library is only read. Layout of `data/library/<id>/`: `chroma/`, `words/<jurisdiction>/`, `vectors/`, `corpus.json.gz`,
`learned.json.gz`, `manifest.json`; `data/library/CURRENT` names the one in use.
"""

from __future__ import annotations

import gzip
import logging
import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np

from assistant import across, embedding, manifest, members
from assistant import corpus as corpora
from assistant.across import Elsewhere
from assistant.corpus import Corpus
from assistant.errors import LibraryDamaged, LibraryError, LibraryMismatch, NoLibrary, UnknownJurisdiction
from assistant.latin import CYRILLIC, Known
from assistant.law import Chunk
from assistant.learned import Learned
from assistant.manifest import Manifest
from assistant.members import Answered, Members
from assistant.settings import Settings
from assistant.vectors import Packed, Vectors, unpack
from assistant.words import WordIndex

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

CURRENT, CHROMA, WORDS, VECTORS, CORPUS = "CURRENT", "chroma", "words", "vectors", "corpus.json.gz"
SAMPLED = 200  # chunks that must find themselves before a library is published
LOST = 0.03  # share of them that may fail to: the index is approximate; seen: 1 of 200, among a million chunks 3
PAGE = 1000
_HNSW = {"space": "cosine", "ef_construction": 200, "ef_search": 128, "max_neighbors": 16}
_SYNC_AT_MOST = 1000  # Chroma writes its index to files after this many vectors; the rest waits in its database


def connect(folder: Path, url: str) -> ClientAPI:
    """A Chroma client: the folder, or the server at a URL. Its telemetry is off."""
    import chromadb
    from chromadb.config import Settings as ChromaSettings

    quiet = ChromaSettings(anonymized_telemetry=False)
    if not url:
        return chromadb.PersistentClient(str(folder / CHROMA), settings=quiet)
    place = urlsplit(url)
    try:
        return chromadb.HttpClient(
            host=place.hostname or url, port=place.port or 8000, ssl=place.scheme == "https", settings=quiet
        )
    except ValueError as error:  # what the client raises when nobody answers
        raise LibraryError(f"CHROMA_URL {place.hostname}:{place.port}: no answer") from error


def collection_name(library_id: str, jurisdiction: str) -> str:
    """The name of a jurisdiction's collection; libraries on one server do not meet."""
    return f"{library_id}.{jurisdiction}"


def fill(client: ClientAPI, name: str, chunks: Sequence[Chunk], vectors: Vectors) -> None:
    """Write the chunks of one jurisdiction into a new collection."""
    sync = max(2, min(_SYNC_AT_MOST, len(chunks) // 4))  # so that a small library has its index in files too
    configuration: Any = {"hnsw": {**_HNSW, "sync_threshold": sync}}
    collection = client.create_collection(name, configuration=configuration, embedding_function=None)
    for start in range(0, len(chunks), PAGE):
        page = chunks[start : start + PAGE]
        collection.add(ids=[chunk.id for chunk in page], embeddings=vectors[start : start + PAGE])


class Library:
    """A published library, open for reading. Safe to share between threads."""

    def __init__(self, folder: Path, said: Manifest) -> None:
        self.folder, self.manifest = folder, said
        self._client: Any = None
        self._collections: dict[str, Collection] = {}
        self._lock = threading.Lock()

    def close(self) -> None:
        """Let go of Chroma; the next question opens it again."""
        with self._lock:
            self._collections.clear()
            if self._client is not None:
                self._client.close()
                self._client = None

    @property
    def id(self) -> str:
        """The id under which it was published."""
        return self.manifest.id

    @cached_property
    def corpus(self) -> Corpus:
        """The corpus that this library was built from."""
        return Corpus.from_json(gzip.decompress((self.folder / CORPUS).read_bytes()))

    @cached_property
    def chunks(self) -> dict[str, list[Chunk]]:
        """Chunks by jurisdiction, in the order of the word index: made of the corpus, as they were at building."""
        found: dict[str, list[Chunk]] = {name: [] for name in self.manifest.counts}
        for chunk in corpora.chunks(self.corpus):
            found[chunk.jurisdiction].append(chunk)
        return found

    @cached_property
    def positions(self) -> dict[str, dict[str, int]]:
        """By jurisdiction: the position of each chunk id in `chunks`."""
        return {name: {chunk.id: i for i, chunk in enumerate(held)} for name, held in self.chunks.items()}

    @cached_property
    def words(self) -> dict[str, WordIndex]:
        """The word index of each jurisdiction."""
        return {name: WordIndex.load(self.folder / WORDS / name) for name in self.manifest.counts}

    @cached_property
    def learned(self) -> Learned:
        """What it learned of languages and spelling."""
        return Learned.load(self.folder)

    @cached_property
    def written(self) -> dict[str, Known]:
        """The words of its digests in Kazakh and Russian, for questions typed in Latin letters."""
        digests = self.corpus.digests
        texts = {
            lang: [t for d in digests for t in (*d.questions[lang], *(p.text[lang] for p in d.points))]
            for lang in CYRILLIC
        }
        return {lang: Known.learn(held) for lang, held in texts.items()}

    @cached_property
    def members(self) -> dict[str, dict[str, Members]]:
        """By jurisdiction and article: its rules and questions."""
        bare = {str(digest.id) for digest in self.corpus.bare}
        return {name: members.members(chunks, bare) for name, chunks in self.chunks.items()}

    @cached_property
    def elsewhere(self) -> dict[str, Elsewhere]:
        """By jurisdiction: the provisions that are not held in a language."""
        return {name: across.elsewhere(held) for name, held in self.members.items()}

    @cached_property
    def _rules(self) -> dict[str, dict[str, dict[str, list[int]]]]:
        return {name: members.rules(held) for name, held in self.members.items()}

    def points(self, jurisdiction: str, lang: str) -> dict[str, list[int]]:
        """By article: the positions of its digest points in one language, in the order of the digest."""
        return self._rules[jurisdiction].get(lang, {})

    @cached_property
    def answered(self) -> dict[str, dict[str, Answered]]:
        """By jurisdiction and article: the questions that a point of it is known to answer."""
        return {name: members.answered(held, self.corpus.by_article) for name, held in self.chunks.items()}

    def nearest(self, jurisdiction: str, vector: Vectors, count: int) -> list[tuple[int, float]]:
        """The chunks nearest to a unit vector: (position, cosine), best first. UnknownJurisdiction."""
        return self.nearest_each(jurisdiction, vector.reshape(1, -1), count)[0]

    def nearest_each(self, jurisdiction: str, vectors: Vectors, count: int) -> list[list[tuple[int, float]]]:
        """The same for each of several vectors, shape (n, dimensions): asked at once they take half the time."""
        found = self._collection(jurisdiction).query(query_embeddings=vectors, n_results=count, include=["distances"])
        where = self.positions[jurisdiction]
        rows = zip(found["ids"], found["distances"] or [], strict=True)
        return [[(where[key], 1.0 - distance) for key, distance in zip(*row, strict=True)] for row in rows]

    @cached_property
    def _stored(self) -> dict[str, Packed]:
        return {name: np.load(self.folder / VECTORS / f"{name}.npy", mmap_mode="r") for name in self.manifest.counts}

    def vectors(self, jurisdiction: str, positions: Sequence[int]) -> Vectors:
        """The vectors of chunks by position, shape (positions, dimensions): read from a file."""
        return unpack(self._stored[jurisdiction][list(positions)])

    def all_vectors(self, jurisdiction: str) -> dict[str, Vectors]:
        """Every stored vector of a jurisdiction, by chunk id, read page by page; LibraryDamaged if ids are not equal.

        By id: pages by offset take time that grows with the square of their number, 20 minutes for a million.
        """
        collection, wanted = self._collection(jurisdiction), [*self.positions[jurisdiction]]
        found: dict[str, Vectors] = {}
        for start in range(0, len(wanted), PAGE):
            page = collection.get(ids=wanted[start : start + PAGE], include=["embeddings"])
            found.update(zip(page["ids"], np.asarray(page["embeddings"], dtype=np.float32), strict=True))
        if not len(found) == len(wanted) == collection.count():
            raise LibraryDamaged(f"{CHROMA}: collection {jurisdiction}")
        return found

    def _collection(self, jurisdiction: str) -> Collection:
        if jurisdiction not in self.manifest.counts:
            raise UnknownJurisdiction(jurisdiction)
        with self._lock:
            if not self._collections:
                self._client = connect(self.folder, self.manifest.remote)
                for name in self.manifest.counts:
                    self._collections[name] = _get(self._client, collection_name(self.id, name))
            return self._collections[jurisdiction]


def _get(client: ClientAPI, name: str) -> Collection:
    from chromadb.errors import NotFoundError

    try:
        return client.get_collection(name, embedding_function=None)
    except NotFoundError as error:
        raise LibraryDamaged(f"collection {name}") from error


_shelf: dict[tuple[Path, str], Library] = {}  # open libraries by folder: reading only, no state of a session
_shelf_lock = threading.Lock()


def current(settings: Settings) -> Library:
    """The library in use now; `CURRENT` is read again at each call. NoLibrary, LibraryMismatch, LibraryDamaged."""
    folder = current_folder(settings)
    key = (folder, settings.embedding_model)
    with _shelf_lock:
        if key not in _shelf:
            opened = open_library(folder, settings)
            for old in [shelved for shelved in _shelf if shelved[0].parent == folder.parent]:
                del _shelf[old]
            _shelf[key] = opened
        return _shelf[key]


def current_folder(settings: Settings) -> Path:
    """The folder of the library in use; NoLibrary if none was ever published."""
    try:
        name = (settings.libraries / CURRENT).read_text(encoding="utf-8").strip()
    except FileNotFoundError as error:
        raise NoLibrary() from error
    except (OSError, UnicodeDecodeError) as error:
        raise LibraryDamaged(CURRENT) from error
    if not name or "/" in name or not (settings.libraries / name).is_dir():
        raise LibraryDamaged(CURRENT)
    return settings.libraries / name


def open_library(folder: Path, settings: Settings) -> Library:
    """Open a library after checking its versions and files; LibraryMismatch, LibraryDamaged."""
    said = manifest.read(folder)
    expected = {
        "format": manifest.FORMAT,
        "model": settings.embedding_model,
        "runtime": embedding.runtime(settings.embedding_model),
        "remote": settings.chroma_url,
        **manifest.versions(),
    }
    for field, value in expected.items():
        if getattr(said, field) != value:
            raise LibraryMismatch(f"{field}: {getattr(said, field)} ≠ {value}")
    manifest.check_files(said, folder)
    return Library(folder, said)


def write_corpus(folder: Path, corpus: Corpus, learned: Learned) -> None:
    """Write the corpus and what was learned of it into a library that is being built."""
    learned.save(folder)
    (folder / CORPUS).write_bytes(gzip.compress(corpus.to_json(), compresslevel=6, mtime=0))


def verify(folder: Path, said: Manifest) -> None:
    """Check a library by reading it: ids equal, sampled chunks find themselves, word index whole.

    LibraryDamaged tells what does not hold. Run from a fresh process by `building` before publishing.
    """
    library = Library(folder, said)
    if (counted := {name: len(chunks) for name, chunks in library.chunks.items()}) != said.counts:
        raise LibraryDamaged(f"{CORPUS}: {counted} ≠ {said.counts}")
    for jurisdiction, chunks in library.chunks.items():
        _verify_collection(library, jurisdiction, chunks)
        if len(library.words[jurisdiction].scores("работник", "ru")) != len(chunks):
            raise LibraryDamaged(f"{WORDS}/{jurisdiction}")


def _verify_collection(library: Library, jurisdiction: str, chunks: list[Chunk]) -> None:
    stored = library.all_vectors(jurisdiction)
    beside = library.vectors(jurisdiction, range(len(chunks)))
    held = np.stack([stored[chunk.id] for chunk in chunks])
    if (beside * held).sum(axis=1).min() < 0.999:
        raise LibraryDamaged(f"{VECTORS}/{jurisdiction}.npy")
    norms = np.linalg.norm(held, axis=1)
    if not np.allclose(norms, 1.0, atol=1e-2):
        raise LibraryDamaged(f"{CHROMA}: vectors of {jurisdiction} are not unit vectors")
    sampled = chunks[:: max(1, len(chunks) // SAMPLED)]
    found = [library.nearest(jurisdiction, stored[chunk.id], 1) for chunk in sampled]
    lost = [c.id for c, best in zip(sampled, found, strict=True) if not best or best[0][1] < 0.999]
    if len(lost) > LOST * len(sampled):
        raise LibraryDamaged(f"{CHROMA}: chunk {lost[0]} does not find itself, nor do {len(lost) - 1} others")


logging.getLogger("chromadb.telemetry").setLevel(logging.CRITICAL)
