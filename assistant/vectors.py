"""Unit vectors in a byte a number, and the vectors of the corpus's own texts that come with the repository.

A unit vector needs no scale: its direction in bytes is enough (cosine with the original ≥ 0.9995). With
`corpus/vectors/` a first build embeds nothing that is not new; whatever is missing there is embedded, so the files
may lag behind the corpus. They serve one model only and are never a source of text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.errors import CorpusError

Vectors = NDArray[np.float32]
Packed = NDArray[np.int8]
FOLDER = "vectors"


def pack(vectors: Vectors) -> Packed:
    """Unit vectors, shape (texts, dimensions), each scaled so that its largest number becomes 127."""
    largest = np.abs(vectors).max(axis=1, keepdims=True)
    packed: Packed = np.rint(vectors / np.maximum(largest, 1e-12) * 127).astype(np.int8)
    return packed


def unpack(packed: Packed) -> Vectors:
    """The unit vectors that `pack` was given, shape (texts, dimensions)."""
    raw = packed.astype(np.float32)
    lengths = np.sqrt(np.einsum("ij,ij->i", raw, raw))  # a third of the time of numpy's norm
    unit: Vectors = raw / np.maximum(lengths, 1e-12)[:, None]
    return unit


def save(folder: Path, model: str, named: Mapping[str, Mapping[str, Vectors]]) -> None:
    """Write one file a name (an instrument, or `scope`): text -> vector; files of other names are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    for stale in {path.stem for path in folder.glob("*.npz")} - named.keys():
        (folder / f"{stale}.npz").unlink()
    for name, held in named.items():
        keys = np.array([_key(text) for text in held], dtype=np.uint64)
        order = np.argsort(keys)
        vectors = pack(np.stack(list(held.values())))[order]
        np.savez_compressed(folder / f"{name}.npz", model=np.array(model), keys=keys[order], vectors=vectors)


def shipped(folder: Path, model: str, texts: Iterable[str]) -> dict[str, Vectors]:
    """The vectors of those texts that the folder holds for this model. CorpusError names a broken file."""
    wanted = {_key(text): text for text in texts}
    asked, found = np.array(sorted(wanted), dtype=np.uint64), {}
    for path in sorted(folder.glob("*.npz")) if wanted else ():
        try:
            with np.load(path) as file:
                if str(file["model"]) != model:
                    continue
                keys, packed = file["keys"], file["vectors"]
        except (OSError, ValueError, KeyError) as error:
            raise CorpusError(f"{path}: {type(error).__name__}") from error
        shared, here, _ = np.intersect1d(keys, asked, return_indices=True)
        for key, vector in zip(shared.tolist(), unpack(packed[here]), strict=True):
            found[wanted[key]] = vector
    return found


def _key(text: str) -> int:
    """Eight bytes of the text's hash: among 100,000 texts two share them with a chance of 1 in 4 thousand million."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
