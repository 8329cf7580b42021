"""Build a library aside, verify it from a fresh process, publish it by rename and pointer.

One writer at a time; vectors of unchanged chunks are taken from the library in use; a build that dies at any
moment leaves the published library as it was. It reads nothing but the corpus and never answers.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from assistant import corpus as corpora
from assistant import embedding, library, manifest
from assistant.corpus import Corpus
from assistant.embedding import Embedder
from assistant.errors import AnotherWriter, AssistantError, LibraryDamaged, LibraryError, NoSpace, NotWritable
from assistant.law import Chunk
from assistant.learned import Learned
from assistant.library import CURRENT
from assistant.manifest import Manifest
from assistant.settings import Settings
from assistant.vectors import FOLDER, Vectors, pack, save, shipped
from assistant.words import WordIndex

Progress = Callable[[str], Callable[[int, int], None]]
BYTES_A_CHUNK = 8_000  # vector in SQLite and in the index, text, words; measured 5.6 kB, rounded up
ROOM_BESIDE = 12_000_000  # SQLite's own pages, the journal, the word index
LOCK = ".lock"


@dataclass(frozen=True)
class Built:
    """What a build did: the library's id, whether it is new, how many chunks were embedded."""

    id: str
    new: bool
    chunks: int
    embedded: int


def build(
    corpus: Corpus, open_embedder: Callable[[], Embedder], settings: Settings, progress: Progress | None = None
) -> Built:
    """Build and publish a library of the corpus, unless the one in use already is that library.

    The embedder is opened only if there is something to build.

    Errors: AnotherWriter, NotWritable, NoSpace, LibraryError.
    """
    with _only_writer(settings.libraries):
        chunks = list(corpora.chunks(corpus))
        if not chunks:
            raise LibraryError("corpus: 0")
        content = _content(chunks, corpus)
        before = _usable(settings)
        if before and before.manifest.content == content:
            return Built(before.id, False, len(chunks), 0)
        _require_room(settings.libraries, len(chunks))
        name = f"{content[:12]}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
        aside = settings.libraries / f"{name}.part"
        try:
            embedded = _make(aside, name, content, chunks, corpus, before, open_embedder(), settings, progress)
            os.replace(aside, settings.libraries / name)
            _point_to(settings.libraries, name)
        except OSError as error:
            raise _disk_error(error, settings.libraries) from error
        finally:
            shutil.rmtree(aside, ignore_errors=True)
            if before:
                before.close()
        _clear_away(settings, {name, *([before.id] if before else [])})
        return Built(name, True, len(chunks), embedded)


@contextlib.contextmanager
def _only_writer(folder: Path) -> Iterator[None]:
    """Hold the writers' lock of a folder; AnotherWriter if somebody has it, NotWritable if it cannot be had."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise _disk_error(error, folder) from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(handle)
        raise AnotherWriter() from error
    try:
        for stale in folder.glob("*.part"):
            shutil.rmtree(stale, ignore_errors=True)
        yield
    finally:
        os.close(handle)


def _disk_error(error: OSError, folder: Path) -> LibraryError:
    return NoSpace(str(folder)) if error.errno == errno.ENOSPC else NotWritable(str(folder))


def _content(chunks: list[Chunk], corpus: Corpus) -> str:
    sums = hashlib.sha256(corpus.to_json())
    for chunk in chunks:
        sums.update(chunk.id.encode())
    return sums.hexdigest()


def _usable(settings: Settings) -> library.Library | None:
    """The library in use if it can be opened with these settings, else None: then all is built anew."""
    try:
        return library.open_library(library.current_folder(settings), settings)
    except LibraryError:
        return None


def _require_room(folder: Path, chunks: int) -> None:
    needed, free = chunks * BYTES_A_CHUNK + ROOM_BESIDE, shutil.disk_usage(folder).free
    if free < needed:
        raise NoSpace(f"{free // 1_000_000} MB < {needed // 1_000_000} MB ({folder})")


def _make(
    aside: Path,
    name: str,
    content: str,
    chunks: list[Chunk],
    corpus: Corpus,
    before: library.Library | None,
    embedder: Embedder,
    settings: Settings,
    progress: Progress | None,
) -> int:
    """Write everything into `aside` and verify it; the number of chunks embedded."""
    aside.mkdir(parents=True)
    learned = Learned.learn(corpus)
    vectors, embedded = _vectors(chunks, learned, before, embedder, settings, progress)
    library.write_corpus(aside, corpus, learned)
    held = {name: [i for i, c in enumerate(chunks) if c.jurisdiction == name] for name in corpus.jurisdictions}
    said = Manifest(
        id=name,
        format=manifest.FORMAT,
        content=content,
        model=embedder.name,
        runtime=embedder.runtime,
        counts={jurisdiction: len(rows) for jurisdiction, rows in held.items()},
        created=f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
        remote=settings.chroma_url,
        files={},
        **manifest.versions(),
    )
    _fill(aside, said, held, chunks, vectors)
    said.write(aside)
    _verify_afresh(aside)
    replace(said, files=manifest.fingerprints(aside)).write(aside)
    return embedded


def _vectors(
    chunks: list[Chunk],
    learned: Learned,
    before: library.Library | None,
    embedder: Embedder,
    settings: Settings,
    progress: Progress | None,
) -> tuple[Vectors, int]:
    """The vectors of all chunks, shape (chunks, dimensions), and how many were embedded now.

    Those of the library in use are taken first, then those that come with the corpus.
    """
    known: dict[str, Vectors] = {}
    if before:
        for jurisdiction, held in before.chunks.items():
            stored = before.all_vectors(jurisdiction)
            known.update({before.learned.embedded_text(c): stored[c.id] for c in held})
    texts = [learned.embedded_text(chunk) for chunk in chunks]
    known.update(shipped(settings.corpus / FOLDER, embedder.name, set(texts) - known.keys()))
    missing = sorted(set(texts) - known.keys())
    if missing:
        made = embedder.passages(missing, progress("embedding") if progress else None)
        known.update(zip(missing, made, strict=True))
    return np.stack([known[text] for text in texts]), len(missing)


def _fill(aside: Path, said: Manifest, held: dict[str, list[int]], chunks: list[Chunk], vectors: Vectors) -> None:
    from chromadb.errors import ChromaError

    client: Any = library.connect(aside, said.remote)
    (aside / library.VECTORS).mkdir()
    try:
        for jurisdiction, rows in held.items():
            ours = [chunks[i] for i in rows]
            library.fill(client, library.collection_name(said.id, jurisdiction), ours, vectors[rows])
            np.save(aside / library.VECTORS / f"{jurisdiction}.npy", pack(vectors[rows]))
            WordIndex.build([(chunk.words, chunk.lang) for chunk in ours]).save(aside / library.WORDS / jurisdiction)
    except ChromaError as error:
        if shutil.disk_usage(aside).free < ROOM_BESIDE:
            raise NoSpace(str(aside.parent)) from error
        raise LibraryError(f"Chroma: {type(error).__name__}") from error
    finally:
        client.close()


def _verify_afresh(aside: Path) -> None:
    """Run `library.verify` in a new interpreter, so that nothing in this one's memory helps it."""
    command = [sys.executable, "-m", "assistant.building", str(aside)]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parent.parent, check=False)
    if ran.returncode:
        raise LibraryDamaged(ran.stderr.strip().splitlines()[-1] if ran.stderr.strip() else "verify")


def _point_to(folder: Path, name: str) -> None:
    """Make `CURRENT` name this library, at once and for good."""
    aside = folder / f"{CURRENT}.part-{os.getpid()}"
    with aside.open("w", encoding="utf-8") as file:
        file.write(name)
        file.flush()
        os.fsync(file.fileno())
    os.replace(aside, folder / CURRENT)
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


def _clear_away(settings: Settings, keep: set[str]) -> None:
    """Remove libraries older than the previous one."""
    gone = [path for path in settings.libraries.iterdir() if path.is_dir() and path.name not in keep]
    for path in gone:
        if settings.chroma_url:
            _drop_collections(path, settings.chroma_url)
        shutil.rmtree(path, ignore_errors=True)


def _drop_collections(folder: Path, url: str) -> None:
    from chromadb.errors import ChromaError

    with contextlib.suppress(LibraryError, ChromaError):
        said = manifest.read(folder)
        if said.remote == url:
            client: Any = library.connect(folder, url)
            for jurisdiction in said.counts:
                client.delete_collection(library.collection_name(said.id, jurisdiction))
            client.close()


def prepare_and_build(settings: Settings, progress: Progress | None = None) -> Built:
    """Read the corpus, assemble the model if it is not there, build: what `ingest.py build` does."""
    corpus = corpora.load(settings.corpus, settings.texts)
    embedding.prepare(settings)
    return build(corpus, lambda: embedding.open_embedder(settings), settings, progress)


def ship_vectors(settings: Settings) -> int:
    """Write the vectors of the corpus's own texts into `corpus/vectors/`, a file an instrument; how many."""
    held = library.current(settings)
    named: dict[str, dict[str, Vectors]] = {}
    for jurisdiction, chunks in held.chunks.items():
        stored = held.all_vectors(jurisdiction)
        for chunk in (chunk for chunk in chunks if chunk.kind != "text"):
            name = chunk.provision.partition("/")[0]
            named.setdefault(name, {})[held.learned.embedded_text(chunk)] = stored[chunk.id]
    save(settings.corpus / FOLDER, held.manifest.model, named)
    return sum(map(len, named.values()))


def on_a_terminal(stage: str) -> Callable[[int, int], None]:
    """A progress bar for one stage of building; silent where no terminal is attached."""
    from tqdm import tqdm

    bar: Any = tqdm(desc=stage, disable=not sys.stderr.isatty(), unit="", leave=False)

    def show(done: int, whole: int) -> None:
        bar.total = whole
        bar.update(done - bar.n)

    return show


if __name__ == "__main__":
    try:
        library.verify(Path(sys.argv[1]), manifest.read(Path(sys.argv[1])))
    except AssistantError as failed:
        sys.exit(failed.detail)
