"""What the embedding model learned is added to its matrices, and nothing else; a file that does not fit is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from assistant import adapter
from assistant.errors import ModelError


@pytest.fixture
def small() -> object:
    """A BertModel of one layer, eight wide."""
    from transformers import BertConfig, BertModel

    shape = BertConfig(vocab_size=20, hidden_size=8, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16)
    return BertModel(shape, add_pooling_layer=False).eval()


def halves(rows: int, columns: int) -> tuple[np.ndarray, np.ndarray]:
    """Two narrow matrices of rank 2."""
    drawn = np.random.default_rng(rows)
    return drawn.normal(size=(2, columns)).astype(np.float16), drawn.normal(size=(rows, 2)).astype(np.float16)


@pytest.mark.slow
def test_the_products_are_added_and_nothing_else(small, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    a, b = halves(16, 8)
    adapter.save(tmp_path / "a.npz", {"0.fi": (a, b)})
    before = {name: value.clone() for name, value in small.state_dict().items()}
    adapter.add_to(small, tmp_path / "a.npz")
    changed = {name for name, value in small.state_dict().items() if not bool((value == before[name]).all())}
    assert changed == {"encoder.layer.0.intermediate.dense.weight"}
    added = small.state_dict()[changed.pop()] - before["encoder.layer.0.intermediate.dense.weight"]
    assert np.allclose(added.numpy(), b.astype(np.float32) @ a.astype(np.float32), atol=1e-5)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["0.q", "7.q", "0.nothing"], ids=["another shape", "no such layer", "no such matrix"])
def test_a_file_that_does_not_fit_is_refused(name: str, small, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    adapter.save(tmp_path / "a.npz", {name: halves(4, 4)})
    with pytest.raises(ModelError):
        adapter.add_to(small, tmp_path / "a.npz")


def test_the_file_of_the_repository_has_every_matrix_of_twelve_layers() -> None:
    with np.load(adapter.FILE) as held:
        names = {name.rpartition(".")[0] for name in held.files}
        assert all(np.isfinite(held[name]).all() and held[name].dtype == np.float16 for name in held.files)
    assert names == {f"{layer}.{matrix}" for layer in range(12) for matrix in adapter.PLACES}
