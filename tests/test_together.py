"""What the chunks of an article say together: each word where it is said best, and translated."""

from __future__ import annotations

import numpy as np
import pytest

from assistant import together
from assistant.lexicon import Lexicon
from assistant.members import QUESTION, RULE, Members
from assistant.words import WordIndex

TEXTS = [
    ("Отпуск длится двадцать дней", "ru"),
    ("Премия платится в марте", "ru"),
    ("Отпуск и премия", "ru"),
    ("Демалыс жиырма күн", "kk"),
    ("Сыйлықақы наурызда төленеді", "kk"),
]
TWO_HALVES = Members((0, 1, 3, 4), {(RULE, "ru"): (0, 1), (RULE, "kk"): (2, 3)})
ONE_HALF = Members((0, 3), {(RULE, "ru"): (0,), (QUESTION, "kk"): (1,)})
RUSSIAN_ONLY = Members((0, 1), {(RULE, "ru"): (0, 1)})
LEXICON = Lexicon({"ru kk": {"r:отпуск": {"k:демалыс": 0.9}, "r:прем": {"k:сый": 0.8}}})


def seen(question: str, *articles: Members, lexicon: Lexicon = LEXICON) -> dict[str, list[float]]:
    """By feature: what each article gets."""
    found = together.features(question, "ru", articles, WordIndex.build(TEXTS), lexicon)
    assert found.shape == (len(articles), len(together.NAMES)) and (found >= 0).all() and (found <= 1.001).all()
    return dict(zip(together.NAMES, found.T.tolist(), strict=True))


@pytest.mark.parametrize("name", together.NAMES[:3])
def test_two_points_that_answer_the_halves_count_together(name: str) -> None:
    both, one = seen("Отпуск и премия", TWO_HALVES, ONE_HALF)[name]
    assert both > 1.5 * one > 0


def test_the_best_chunk_in_another_language_counts_for_itself() -> None:
    both, one = seen("Отпуск и премия", TWO_HALVES, ONE_HALF)["translated best"]
    assert both == pytest.approx(one, rel=0.35)


def test_a_typing_error_is_forgiven_by_letters_alone() -> None:
    found = seen("Отпускк", ONE_HALF)
    assert found["letters together"][0] > 0.5 and found["stems together"][0] == 0


def test_what_is_held_in_one_language_counts_as_much_as_its_own_words() -> None:
    found = seen("Отпуск и премия", TWO_HALVES, RUSSIAN_ONLY)
    assert found["translated together"][1] == pytest.approx(found["translated together"][0])


@pytest.mark.parametrize(
    ("question", "articles"),
    [
        pytest.param("Отпуск", [RUSSIAN_ONLY], id="nothing in another language anywhere"),
        pytest.param("", [TWO_HALVES], id="a question without words"),
        pytest.param("жоқсөз", [TWO_HALVES], id="words that no text has"),
        pytest.param("Отпуск", [Members()], id="an article without chunks"),
    ],
)
def test_nothing_is_nought(question: str, articles: list[Members]) -> None:
    found = seen(question, *articles)
    assert found["translated together"] == [0] and np.isfinite([*found.values()]).all()


def test_an_empty_lexicon_changes_nothing_but_the_translated() -> None:
    with_it, without = seen("Отпуск", TWO_HALVES), seen("Отпуск", TWO_HALVES, lexicon=Lexicon())
    assert with_it["stems together"] == without["stems together"] and without["translated best"] == [0]
