"""Learn what the second look weighs: `python evals/learn_ranking.py [--questions FILE …]` writes `ranking.yaml`.

For each development question the features of the articles that the first look brings, with weights such that the
required ones come first: a softmax over the articles of a question, weights that all languages share and a smaller part
for each, both held near nought. Never give it a file by which the result is to be judged. It needs the built library.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np
import yaml

from assistant import embedding, library, ranking, retrieval
from assistant.embedding import Embedder
from assistant.law import LANGUAGES
from assistant.library import Library
from assistant.members import article_of
from assistant.settings import Settings
from evals import asking
from evals.asking import Asked

if TYPE_CHECKING:
    import torch

DEV = (
    "labour_code_dev", "labour_code_whole_dev", "other_sources_dev", "hr_and_workers",
    "open_a_dev", "open_b_dev", "open_c_dev",
)  # fmt: skip
HELD_NEAR_NOUGHT, OWN_HELD = 0.003, 3.0  # penalty on the squares of shared weights; times that on a language's own
ACCEPTABLE = 0.3  # what an acceptable article is worth beside a required one
STEPS, RATE = 600, 0.02


@dataclass(frozen=True)
class Example:
    """A question: its language, features and first scores of its articles, and what each is worth."""

    lang: str
    features: np.ndarray
    scores: np.ndarray
    worth: np.ndarray


def example(asked: Asked, held: Library, embedder: Embedder) -> Example | None:
    """None for a question without a required article among those found, and for one that leans on an earlier one."""
    seen = retrieval.candidates(asked.question, asked.lang, "kz", held, embedder)
    required = set(map(article_of, asked.required))
    acceptable = set(map(article_of, asked.acceptable)) - required
    worth = np.array([1.0 if one.article in required else ACCEPTABLE * (one.article in acceptable) for one in seen])
    if asked.earlier or required.isdisjoint(one.article for one in seen):
        return None
    features, scores = np.array([one.features for one in seen]), np.array([one.score for one in seen])
    return Example(asked.lang, features, scores, worth / worth.sum())


def learn(examples: Sequence[Example]) -> dict[str, dict[str, float]]:
    """Weights by language and feature, in the units of the first look's score."""
    import torch

    torch.manual_seed(0)
    spread = np.concatenate([each.features for each in examples]).std(0) + 1e-6
    features, scores, worth = _padded(examples, spread)
    langs = torch.tensor([LANGUAGES.index(each.lang) for each in examples])
    shared = torch.zeros(len(spread), requires_grad=True)
    own = torch.zeros(len(LANGUAGES), len(spread), requires_grad=True)
    first = torch.tensor(20.0, requires_grad=True)
    optimiser = torch.optim.Adam([shared, own, first], lr=RATE)
    for _ in range(STEPS):
        logits = first * scores + features @ shared + (features * own[langs][:, None, :]).sum(-1)
        loss = -(worth * torch.log_softmax(logits, -1)).nan_to_num().sum(-1).mean()
        loss = loss + HELD_NEAR_NOUGHT * ((shared**2).sum() + OWN_HELD * (own**2).sum())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    found = ((shared + own) / first).detach().numpy() / spread
    return {
        lang: {name: round(float(weight), 4) for name, weight in zip(ranking.FEATURES, row, strict=True)}
        for lang, row in zip(LANGUAGES, found, strict=True)
    }


def _padded(examples: Sequence[Example], spread: np.ndarray) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Features, first scores and worth of every example in one length; what is not there scores far below all."""
    import torch

    most = max(len(each.scores) for each in examples)
    features = np.zeros((len(examples), most, len(spread)), np.float32)
    scores, worth = np.full((len(examples), most), -1e3, np.float32), np.zeros((len(examples), most), np.float32)
    for i, each in enumerate(examples):
        count = len(each.scores)
        features[i, :count], scores[i, :count], worth[i, :count] = each.features / spread, each.scores, each.worth
    return torch.from_numpy(features), torch.from_numpy(scores), torch.from_numpy(worth)


def main() -> None:
    """Read the questions, look, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    files = [ROOT / "evals" / "questions" / f"{name}.jsonl" for name in DEV]
    parser.add_argument("--questions", nargs="+", type=Path, default=files)
    parser.add_argument("--out", type=Path, default=ranking.FILE)
    options = parser.parse_args()
    settings = Settings.from_environment()
    held, embedder = library.current(settings), embedding.open_embedder(settings)
    asked = [one for path in options.questions for one in asking.read(path) if not one.refuse]
    examples = [found for one in asked if (found := example(one, held, embedder)) is not None]
    learned = learn(examples)
    said = f"# Learned by evals/learn_ranking.py from {len(examples)} development questions.\n"
    options.out.write_text(said + yaml.safe_dump(learned, sort_keys=False), encoding="utf-8")
    print(f"{len(examples)} of {len(asked)} questions -> {options.out}")


if __name__ == "__main__":
    main()
