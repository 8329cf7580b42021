"""Vectors in a byte a number, and those that come with the corpus: the direction stays, nothing stale is used."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant import building, corpus, embedding, vectors
from assistant.corpus import Corpus
from assistant.errors import CorpusError
from assistant.settings import Settings
from tests.conftest import ROOT, FakeEmbedder

SAMPLED = 60


def unit(count: int) -> vectors.Vectors:
    """Random unit vectors, shape (count, 384)."""
    raw = np.random.default_rng(7).normal(size=(count, 384)).astype(np.float32)
    return raw / np.linalg.norm(raw, axis=1, keepdims=True)


def test_packing_keeps_the_direction() -> None:
    given = unit(200)
    back = vectors.unpack(vectors.pack(given))
    assert (given * back).sum(axis=1).min() > 0.9995
    assert np.linalg.norm(back, axis=1) == pytest.approx(1, abs=1e-5)


def test_what_was_saved_is_found_by_text_and_nothing_else(tmp_path: Path) -> None:
    given = unit(3)
    vectors.save(tmp_path, "e5", {"act": {"a": given[0], "b": given[1]}, "scope": {"c": given[2]}})
    found = vectors.shipped(tmp_path, "e5", ["b", "c", "d"])
    assert sorted(found) == ["b", "c"]
    assert float(found["b"] @ given[1]) > 0.9995 and float(found["c"] @ given[2]) > 0.9995


def test_vectors_of_another_model_are_not_used(tmp_path: Path) -> None:
    vectors.save(tmp_path, "e5", {"act": {"a": unit(1)[0]}})
    assert vectors.shipped(tmp_path, "other", ["a"]) == {}


def test_a_file_of_an_act_that_is_gone_is_removed(tmp_path: Path) -> None:
    vectors.save(tmp_path, "e5", {"old": {"a": unit(1)[0]}})
    vectors.save(tmp_path, "e5", {"new": {"a": unit(1)[0]}})
    assert [path.name for path in tmp_path.iterdir()] == ["new.npz"]


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "act.npz").write_bytes(b"not an archive")
    with pytest.raises(CorpusError, match="act.npz"):
        vectors.shipped(tmp_path, "e5", ["a"])


def test_a_first_build_embeds_only_what_did_not_come_with_the_corpus(
    few: Corpus, settings: Settings, tmp_path: Path
) -> None:
    here = replace(settings, corpus=tmp_path / "corpus")
    building.build(few, FakeEmbedder, here)
    assert building.ship_vectors(here) > 100
    anew = replace(here, data=tmp_path / "other")
    assert building.build(few, FakeEmbedder, anew).embedded == 0
    fewer = replace(few, digests=few.digests[1:])
    anew = replace(here, data=tmp_path / "third")
    (here.corpus / "vectors" / f"{few.digests[0].instrument}.npz").unlink()
    assert building.build(fewer, FakeEmbedder, anew).embedded > 100


def test_the_vectors_of_the_repository_are_those_of_the_model(built_settings: Settings, whole_corpus: Corpus) -> None:
    """A sample is embedded again; and hardly anything of the corpus may be missing, or the first build is slow."""
    texts = sorted({chunk.text for chunk in corpus.chunks(whole_corpus) if chunk.lang != "kk"})
    found = vectors.shipped(ROOT / "corpus" / "vectors", built_settings.embedding_model, texts)
    assert len(found) >= 0.95 * len(texts), "run: python ingest.py vectors"
    some = random.Random(5).sample(sorted(found), SAMPLED)
    again = embedding.open_embedder(built_settings).passages(some)
    near = (again * np.stack([found[text] for text in some])).sum(axis=1)
    assert near.mean() > 0.98 and near.min() > 0.95  # int8 rounds by the largest number of a batch
