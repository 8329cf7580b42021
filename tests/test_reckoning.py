"""Sums in tenge: read out of a question, reckoned from the year's index, written as the language writes them."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.corpus import Corpus
from assistant.reckoning import asked, number

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("question", "count", "tenge"),
    [
        pytest.param("сколько это 10 МРП?", 10, 43_250, id="ru"),
        pytest.param("штраф 1,5 мрп", 1.5, 6_487.5, id="a fraction"),
        pytest.param("1 000 МРП в тенге", 1000, 4_325_000, id="thousands apart"),
        pytest.param("20 месячных расчётных показателей", 20, 86_500, id="ru, in full"),
        pytest.param("30 АЕК неше теңге", 30, 129_750, id="kk"),
        pytest.param("12 айлық есептік көрсеткіш", 12, 51_900, id="kk, in full"),
        pytest.param("How much is 100 MCI?", 100, 432_500, id="en"),
    ],
)
def test_a_sum_that_is_asked_for(question: str, count: float, tenge: float, whole_corpus: Corpus) -> None:
    found = asked(question, whole_corpus, DAY)
    assert found is not None
    assert (found.count, found.tenge) == (count, tenge)
    assert str(found.digest.id) == "kz-figures-2026/2" and found.digest.points[found.point].at == "1"


@pytest.mark.parametrize(
    ("question", "day"),
    [
        pytest.param("что такое МРП?", DAY, id="no number"),
        pytest.param("10 дней отпуска", DAY, id="another unit"),
        pytest.param("0 МРП", DAY, id="nothing"),
        pytest.param("9999999 МРП", DAY, id="more than any law says"),
        pytest.param("10 МРП", date(2027, 1, 1), id="a year whose index is not held"),
    ],
)
def test_no_sum(question: str, day: date, whole_corpus: Corpus) -> None:
    assert asked(question, whole_corpus, day) is None


@pytest.mark.parametrize(
    ("value", "lang", "written"),
    [
        (43250.0, "ru", "43 250"),
        (6487.5, "kk", "6 487,5"),
        (6487.5, "en", "6 487.5"),
        (10.0, "en", "10"),
        (1000000.0, "ru", "1 000 000"),
    ],
)
def test_numbers_as_written(value: float, lang: str, written: str) -> None:
    assert number(value, lang) == written
