"""What a library says of itself: versions, model, counts, and a fingerprint of every file.

Chroma notes in its own database each time it is opened, so that database is fingerprinted by the content of
its tables and every other file by its bytes. Nothing here opens Chroma.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import sqlite3
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.errors import LibraryDamaged

FORMAT = 12
NAME = "manifest.json"
DATABASE = "chroma.sqlite3"
NOTES_OF_READERS = frozenset({"acquire_write"})  # the table into which Chroma writes when it is opened


@dataclass(frozen=True)
class Manifest:
    """The manifest of one library; `content` is a hash over the ids of its chunks."""

    id: str
    format: int
    content: str
    model: str
    runtime: str
    chroma: str
    words: str
    counts: dict[str, int]
    created: str
    remote: str
    files: dict[str, str]

    def write(self, folder: Path) -> None:
        """Write it into the library and put it on the disk for good."""
        path = folder / NAME
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), encoding="utf-8")
        for written in (path, folder):
            handle = os.open(written, os.O_RDONLY)
            os.fsync(handle)
            os.close(handle)


def versions() -> dict[str, str]:
    """The versions that decide whether a library can be read."""
    return {"chroma": importlib.metadata.version("chromadb"), "words": importlib.metadata.version("bm25s")}


def read(folder: Path) -> Manifest:
    """The manifest of a library; LibraryDamaged if it is absent or not what it should be."""
    try:
        return Manifest(**json.loads((folder / NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise LibraryDamaged(f"{NAME}: {type(error).__name__}") from error


def check_files(manifest: Manifest, folder: Path) -> None:
    """Compare every file with the manifest; LibraryDamaged names the first that differs."""
    found = fingerprints(folder)
    for name in sorted(manifest.files.keys() | found.keys()):
        if manifest.files.get(name) != found.get(name):
            raise LibraryDamaged(name)


def fingerprints(folder: Path) -> dict[str, str]:
    """Fingerprints of all files of a library but the manifest, by their path inside it."""
    return {
        str(path.relative_to(folder)): _tables(path) if path.name == DATABASE else _bytes(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != NAME and not path.name.startswith(DATABASE + "-")
    }


def _bytes(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _tables(path: Path) -> str:
    """A hash over the rows of all tables of a SQLite file; `damaged` where SQLite itself finds a fault."""
    sums = hashlib.sha256()
    try:
        database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            if database.execute("PRAGMA quick_check").fetchone() != ("ok",):
                return "damaged"
            names = database.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name"
            ).fetchall()
            for name, sql in names:
                if name not in NOTES_OF_READERS:
                    sums.update(f"{name}\x1f{sql}".encode())
                    for row in database.execute(f'SELECT * FROM "{name}"'):  # noqa: S608 (names from the file)
                        sums.update(repr(row).encode())
        finally:
            database.close()
    except sqlite3.Error:
        return "damaged"
    return sums.hexdigest()
