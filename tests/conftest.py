"""Fixtures: a small real corpus, a fake embedder, and a data folder that is never the user's own."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant import building, corpus, library
from assistant.corpus import Corpus
from assistant.embedding import Progress, Vectors
from assistant.library import Library
from assistant.settings import Settings
from tests.browsing import chromium, served, small

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
__all__ = ["chromium", "served", "small"]  # fixtures of the browser tests, one server for all of them
FEW = {"52", "54", "88", "113", "159", "160", "22"}


class FakeEmbedder:
    """Letter triples hashed into 64 dimensions: texts that share words lie near each other. Counts its work."""

    name, runtime, unrelated = "fake", "fake 1", 0.75

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def questions(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (texts, 64)."""
        return np.stack([self._vector(text) for text in texts])

    def passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Unit vectors, shape (texts, 64); remembers what it embedded."""
        self.embedded += texts
        if progress:
            progress(len(texts), len(texts))
        return self.questions(texts)

    def _vector(self, text: str) -> Vectors:
        vector = np.full(64, 0.01, dtype=np.float32)
        for start in range(len(text) - 2):
            digest = hashlib.blake2b(text[start : start + 3].lower().encode(), digest_size=2).digest()
            vector[int.from_bytes(digest) % 64] += 1
        unit: Vectors = vector / np.linalg.norm(vector)
        return unit


@pytest.fixture(scope="session")
def whole_corpus() -> Corpus:
    """The corpus of the repository."""
    return corpus.load(ROOT / "corpus")


@pytest.fixture(scope="session")
def few(whole_corpus: Corpus) -> Corpus:
    """A handful of real articles: enough for a library that builds in a second."""
    digests = tuple(d for d in whole_corpus.digests if d.instrument == "kz-labour-code" and d.article in FEW)
    return replace(whole_corpus, digests=digests, scope=replace(whole_corpus.scope, kinds=whole_corpus.scope.kinds[:1]))


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings whose data folder is a temporary one, with the fake model."""
    monkeypatch.setattr("assistant.embedding.runtime", lambda name: "fake 1")
    return Settings(data=tmp_path / "data", embedding_model="fake")


@pytest.fixture
def build(few: Corpus, settings: Settings) -> Callable[..., building.Built]:
    """Build a library of the few articles, or of another corpus."""

    def run(of: Corpus = few, embedder: FakeEmbedder | None = None, where: Settings = settings) -> building.Built:
        return building.build(of, lambda: embedder or FakeEmbedder(), where)

    return run


@pytest.fixture(scope="session")
def built_few(few: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of a library of the few articles, built once; nobody writes to it."""
    made = Settings(data=tmp_path_factory.mktemp("few") / "data", embedding_model="fake")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("assistant.embedding.runtime", lambda name: "fake 1")
        building.build(few, FakeEmbedder, made)
    return made


@pytest.fixture
def held_few(built_few: Settings, monkeypatch: pytest.MonkeyPatch) -> Library:
    """The library of the few articles, to read only."""
    monkeypatch.setattr("assistant.embedding.runtime", lambda name: "fake 1")
    return library.current(built_few)


@pytest.fixture(scope="session")
def built_settings() -> Settings:
    """The settings of the library that `make test` built; skipped where there is none."""
    settings = Settings.from_environment({**os.environ})
    if not (settings.libraries / library.CURRENT).exists():
        pytest.skip("no library: run `python ingest.py build` first (make test does)")
    return settings


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of official texts beside the project; skipped where it is absent."""
    if not (SHARED / "law").exists():
        pytest.skip("../shared is not here")
    return SHARED


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser test may fail once: a page that is drawn late on a busy machine is no fault. The summary counts it."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))
