"""What the default embedding model learned for questions about work: small changes to its layers, in one file.

multilingual-e5-small lies far from how people ask, in Kazakh most of all. `evals/learn_embedding.py` learned, for every
matrix of its twelve layers, a product of two narrow ones (LoRA) that is added once, when the model is assembled: asking
costs what it did. The file holds numbers only, no text. It does not assemble (`model_setup`) and does not learn.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.errors import ModelError

if TYPE_CHECKING:
    import torch

FILE = Path(__file__).with_name("e5-small-work.npz")
PLACES = {  # short name of a matrix of a layer -> its place in a BertModel's layer
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}

Halves = NDArray[np.float16]


def save(path: Path, found: dict[str, tuple[Halves, Halves]]) -> None:
    """Write the changes: `layer.matrix` -> (rank, columns) and (rows, rank), in 16 bits."""
    arrays = {f"{name}.{side}": half for name, pair in found.items() for side, half in zip("ab", pair, strict=True)}
    np.savez_compressed(path, allow_pickle=False, **{name: half.astype(np.float16) for name, half in arrays.items()})


def add_to(encoder: torch.nn.Module, path: Path = FILE) -> None:
    """Add the changes to the matrices of a BertModel, once. ModelError if the file does not fit it."""
    import torch

    try:
        with np.load(path) as held:
            halves = {name: torch.from_numpy(held[name].astype(np.float32)) for name in held.files}
        with torch.no_grad():
            for name in sorted({each.rpartition(".")[0] for each in halves}):
                layer, _, matrix = name.partition(".")
                weight = encoder.get_submodule(f"encoder.layer.{layer}.{PLACES[matrix]}").weight
                weight += halves[f"{name}.b"] @ halves[f"{name}.a"]
    except (OSError, ValueError, KeyError, AttributeError, RuntimeError) as error:
        raise ModelError(f"{path.name} does not fit the model ({type(error).__name__})") from error
