"""The pairs that the embedding model learns from: both texts of one article, and no question of an evaluation."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.corpus import Corpus
from assistant.settings import Settings
from evals import asking
from evals.pairs import Pairs
from tests.conftest import FakeEmbedder

QUESTIONS = Path(__file__).resolve().parent.parent / "evals" / "questions"


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Pairs:
    """Pairs of the corpus alone, with no official text at hand."""
    nowhere = tmp_path_factory.mktemp("shared")
    return Pairs.of(replace(Settings(), data=nowhere), FakeEmbedder(), nowhere, random.Random(1))


@pytest.mark.slow
def test_both_texts_of_a_pair_are_of_one_article(pairs: Pairs, whole_corpus: Corpus) -> None:
    said: dict[str, set[str]] = {}
    for digest in whole_corpus.digests:
        held = said.setdefault(str(digest.id), set())
        held.update(text for point in digest.points for text in point.text.values())
        held.update(question for asked in digest.questions.values() for question in asked)
    drawn = [pair for _ in range(20) for pair in pairs.batch(120)]
    assert len(drawn) == 2400 and len({pair.about for pair in drawn}) > 300
    assert all(pair.text in said[pair.about] and pair.other in said[pair.about] for pair in drawn)
    assert all(pair.text != pair.other for pair in drawn)


@pytest.mark.slow
def test_no_question_of_an_evaluation_is_learned_from(pairs: Pairs) -> None:
    asked = {line.question for path in QUESTIONS.glob("*.jsonl") for line in asking.read(path) if not line.refuse}
    learned = {text for _ in range(40) for pair in pairs.batch(120) for text in (pair.text, pair.other)}
    assert len(learned & asked) <= 3, learned & asked  # short ones that two writers worded alike
