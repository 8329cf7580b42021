"""The word index: what texts say of a question, and the best of many scores."""

from __future__ import annotations

import numpy as np
import pytest

from assistant import words
from assistant.words import WordIndex, best

TEXTS = [
    ("Отпуск длится двадцать четыре дня.", "ru"),
    ("Отпуск по уходу за ребёнком.", "ru"),
    ("The leave lasts twenty-four days.", "en"),
    ("Зарплата платится раз в месяц.", "ru"),
] * 5


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> WordIndex:
    folder = tmp_path_factory.mktemp("words")
    WordIndex.build(TEXTS).save(folder)
    return WordIndex.load(folder)


def test_a_text_scores_what_its_terms_say_together(index: WordIndex) -> None:
    asked = index.terms("сколько дней длится отпуск, отпуск!", "ru")
    said, _ = index.said(asked, np.arange(len(TEXTS)))
    scores = index.scores("сколько дней длится отпуск, отпуск!", "ru")
    assert scores == pytest.approx(said.sum(axis=0), rel=1e-5)
    assert int(scores.argmax()) % 4 == 0 and scores[2] == 0.0


def test_no_known_word_is_nought_everywhere(index: WordIndex) -> None:
    assert not index.scores("qqq", "en").any() and index.scores("qqq", "en").shape == (len(TEXTS),)
    said, most = index.said(["nothing like it"], np.array([0, 3]))
    assert not said.any() and not most.any()


def test_the_most_that_any_text_says(index: WordIndex) -> None:
    asked = index.terms("отпуск зарплата", "ru")
    said, most = index.said(asked, np.arange(len(TEXTS)))
    assert most == pytest.approx(said.max(axis=1))


def test_long_terms_are_searched_to_the_same_end(index: WordIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, places = index.terms("двадцать четыре дня отпуска", "ru"), np.array([17, 3, 0, 17, 4])
    gone_through, _ = index.said(asked, places)
    monkeypatch.setattr(words, "LONG", 0)
    searched, _ = index.said(asked, places)
    assert np.array_equal(searched, gone_through) and gone_through.any()


@pytest.mark.parametrize("size", [1, 5, 64, 65, 5_000, 300_001])
@pytest.mark.parametrize("count", [1, 64])
def test_the_best_of_many(size: int, count: int) -> None:
    scores = np.random.default_rng(size).permutation(size).astype(np.float32)
    assert sorted(scores[best(scores, count)]) == sorted(scores)[-count:]


def test_the_best_among_equals() -> None:
    scores = np.zeros(50_000, dtype=np.float32)
    scores[[7, 49_999]] = 1.0
    found = best(scores, 64)
    assert len(set(found.tolist())) == 64 and {7, 49_999} <= set(found.tolist())


def test_a_question_that_holds_others_scores_what_they_do_and_the_rest(index: WordIndex) -> None:
    asked = ["сколько дней длится отпуск? зарплата, месяц, отпуск", "зарплата, месяц", "сколько дней длится отпуск"]
    apart = [index.scores(each, "ru") for each in asked]
    assert np.array(index.scores_each(asked, "ru")) == pytest.approx(np.array(apart), rel=1e-5)
    assert np.array(index.scores_each([*asked, "отпуск"], "ru"))[:3] == pytest.approx(np.array(apart), rel=1e-5)


def test_the_table_shares_the_memory_of_the_index(index: WordIndex) -> None:
    held = index._index.scores
    assert np.shares_memory(index._table.indices, held["indices"]) and np.shares_memory(index._table.data, held["data"])
