"""Texts to vectors. The only importer of onnxruntime and sentence_transformers, and only when asked to embed.

A text longer than the model's 512 positions is embedded window by window and averaged: nothing is cut
silently. It does not assemble models (`model_setup`) and does not store vectors (`library`).
"""

from __future__ import annotations

import importlib.metadata
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from assistant import model_setup
from assistant.errors import ModelError
from assistant.settings import Settings

if TYPE_CHECKING:
    from tokenizers import Encoding

Vectors = NDArray[np.float32]
Progress = Callable[[int, int], None]
Window = tuple[int, list[int]]  # number of a text, tokens

QUERY, PASSAGE = "query: ", "passage: "
POSITIONS = 512
WINDOW = POSITIONS - 2  # content tokens between <s> and </s>
BATCH = 32
AT_ONCE = 2  # batches that run side by side, a thread each
LONGER, MORE = 2, 16  # a window of more than twice the tokens of the shortest of a batch, and 16, is not put into it
PAD = 1
OURS = {  # name: its precision, and whether what it learned for questions about work is added
    f"e5-small{ending}-{precision}": (precision, bool(ending))
    for precision in model_setup.PRECISIONS
    for ending in ("", "-work")
}
E5_UNRELATED, UNRELATED = 0.75, 0.2  # cosines of unrelated texts lie a little above, under e5 and under most others


class Embedder(Protocol):
    """What the library and retrieval need of a model; texts of a cosine under `unrelated` have nothing in common."""

    name: str
    runtime: str
    unrelated: float

    def questions(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of questions, shape (texts, dimensions)."""

    def passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Unit vectors of texts to be found, shape (texts, dimensions); progress gets (done, all)."""


def runtime(name: str) -> str:
    """What runs a model, with its version, without loading it."""
    package = "onnxruntime" if name in OURS else "sentence-transformers"
    return f"{package} {importlib.metadata.version(package)}"


class OnnxEmbedder:
    """multilingual-e5-small through ONNX Runtime, assembled by `model_setup`."""

    def __init__(self, folder: Path, name: str) -> None:
        model_setup.no_telemetry()
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # two take longer for a question than one, and twice the processor time
        self.name, self.runtime = name, runtime(name)
        self.unrelated = UNRELATED if name in OURS and OURS[name][1] else E5_UNRELATED
        self._tokenizer = Tokenizer.from_file(str(folder / model_setup.TOKENIZER_FILE))
        mapping = json.loads((folder / model_setup.NORMALISATION_FILE).read_text(encoding="utf-8"))
        self._normalisation = {int(code): text for code, text in mapping.items()}
        self._session = onnxruntime.InferenceSession(
            str(folder / model_setup.MODEL_FILE), options, providers=["CPUExecutionProvider"]
        )

    def questions(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of questions, shape (texts, 384)."""
        return self._embed([QUERY + text for text in texts], None)

    def passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Unit vectors of passages, shape (texts, 384)."""
        return self._embed([PASSAGE + text for text in texts], progress)

    def tokens(self, text: str) -> list[int]:
        """The content tokens of a text, without start and end; never cut."""
        return list(self._encode([text])[0].ids[1:-1])

    def _encode(self, texts: Sequence[str]) -> list[Encoding]:
        normalised = [text.translate(self._normalisation) for text in texts]
        return list(self._tokenizer.encode_batch(normalised))

    def _embed(self, texts: Sequence[str], progress: Progress | None) -> Vectors:
        windows = [
            (number, ids[start : start + WINDOW])
            for number, encoded in enumerate(self._encode(texts))
            for ids in [encoded.ids[1:-1]]
            for start in range(0, max(len(ids), 1), WINDOW)
        ]
        sums, done = np.zeros((len(texts), 384), dtype=np.float32), 0
        batches = [*_batches(sorted(windows, key=lambda window: len(window[1])))]
        for batch, found in zip(batches, self._run_all([[ids for _, ids in batch] for batch in batches]), strict=True):
            for (number, ids), vector in zip(batch, found, strict=True):
                sums[number] += vector * max(len(ids), 1)
            done += len(batch)
            if progress:
                progress(done, len(windows))
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        unit: Vectors = sums / np.maximum(lengths, 1e-12)
        return unit

    def _run_all(self, batches: list[list[list[int]]]) -> Iterator[Vectors]:
        """The vectors of each batch, some batches at once; who interrupts it waits for no others."""
        if len(batches) == 1:
            yield self._run(batches[0])
            return
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for start in range(0, len(batches), AT_ONCE):
                yield from pool.map(self._run, batches[start : start + AT_ONCE])

    def _run(self, windows: list[list[int]]) -> Vectors:
        longest = max(len(ids) for ids in windows) + 2
        ids = np.full((len(windows), longest), PAD, dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, window in enumerate(windows):
            ids[row, : len(window) + 2] = [0, *window, 2]
            mask[row, : len(window) + 2] = 1
        found: Vectors = self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
        return found


def _batches(windows: Sequence[Window]) -> Iterator[list[Window]]:
    """Windows, shortest first, so many at once; one far longer than those before it begins another batch.

    All of a batch are as long as its longest: a story among its own sentences would cost as much for each of them.
    """
    batch: list[Window] = []
    for window in windows:
        if batch and (len(batch) == BATCH or len(window[1]) > LONGER * len(batch[0][1]) + MORE):
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


class SentenceTransformersEmbedder:
    """Any sentence-transformers model by name or folder; e5 models get their prefixes."""

    def __init__(self, name: str) -> None:
        import sentence_transformers

        try:
            self._model = sentence_transformers.SentenceTransformer(name, device="cpu")
        except (OSError, ValueError) as error:
            raise ModelError(f"{name} cannot be loaded ({type(error).__name__})") from error
        self.name, self.runtime = name, runtime(name)
        e5 = "e5" in name.lower()
        self._prefixes = (QUERY, PASSAGE) if e5 else ("", "")
        self.unrelated = E5_UNRELATED if e5 else UNRELATED
        self._limit = int(self._model.max_seq_length or POSITIONS)

    def questions(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of questions, shape (texts, dimensions)."""
        return self._embed(self._prefixes[0], texts, None)

    def passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Unit vectors of passages, shape (texts, dimensions)."""
        return self._embed(self._prefixes[1], texts, progress)

    def _embed(self, prefix: str, texts: Sequence[str], progress: Progress | None) -> Vectors:
        windows = [(n, window) for n, text in enumerate(texts) for window in self._windows(prefix, text)]
        vectors = self._model.encode([window for _, window in windows], normalize_embeddings=True)
        sums = np.zeros((len(texts), vectors.shape[1]), dtype=np.float32)
        for (number, _), vector in zip(windows, vectors, strict=True):
            sums[number] += vector
        if progress:
            progress(len(texts), len(texts))
        unit: Vectors = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-12)
        return unit

    def _windows(self, prefix: str, text: str) -> list[str]:
        """The text in pieces that fit the model, each with its prefix, halved at a space until they do."""
        if self._length(prefix + text) <= self._limit or " " not in text.strip():
            return [prefix + text]
        middle = text.rfind(" ", 0, len(text) // 2 + 1)
        cut = middle if middle > 0 else text.find(" ")
        halves = (text[:cut].strip(), text[cut:].strip())
        return [window for half in halves if half for window in self._windows(prefix, half)]

    def _length(self, text: str) -> int:
        return len(self._model.tokenizer(text, truncation=False, verbose=False)["input_ids"])


_opening = threading.Lock()


def open_embedder(settings: Settings) -> Embedder:
    """The embedder that the settings name, loaded once a process; ModelError if it cannot be had."""
    with _opening:
        return _open(settings.embedding_model, settings.models)


@lru_cache(maxsize=2)
def _open(name: str, models: Path) -> Embedder:
    if name not in OURS:
        return SentenceTransformersEmbedder(name)
    folder = models / name
    if not model_setup.ready(folder):
        raise ModelError(f"{name} has not been assembled; run: python ingest.py build")
    return OnnxEmbedder(folder, name)


def prepare(settings: Settings) -> bool:
    """Assemble the default model if it is not there yet; True if this call did it."""
    made = OURS.get(settings.embedding_model)
    if made is None or model_setup.ready(settings.models / settings.embedding_model):
        return False
    model_setup.assemble(settings.models / settings.embedding_model, *made)
    return True
