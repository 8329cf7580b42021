"""Quantities with their units, and dates, in three languages."""

from __future__ import annotations

import pytest

from assistant.measures import dates, quantities, same_date


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param("ru", "пять рабочих дней", [(5, "working_days")], id="words"),
        pytest.param("ru", "4, 5 или 6 дней", [(4, "days"), (5, "days"), (6, "days")], id="a list has one unit"),
        pytest.param("ru", "в полуторном размере", [(1.5, "times")], id="the unit is in the word"),
        pytest.param("ru", "50 месячных расчетных показателей", [(50, "mci")], id="MCI are no months"),
        pytest.param("ru", "его часть 2 года подряд", [(2, "years")], id="«часть» before a term is no reference"),
        pytest.param("ru", "пункта 2 статьи 77 и статьи 86", [], id="places are no quantities"),
        pytest.param("ru", "2. Срок 3 дня; 4) иное", [(3, "days")], id="numbers that open a paragraph"),
        pytest.param("kk", "күнтізбелік 10 күн", [(10, "calendar_days")], id="the kind of days before the number"),
        pytest.param("kk", "күнтізбелік он екі ай", [(12, "months")], id="calendar months are months"),
        pytest.param("kk", "50 айлық есептік көрсеткіш", [(50, "mci")], id="kk MCI are no months"),
        pytest.param("kk", "сағат 22-ден", [(22, "hours")], id="kk the unit before the number"),
        pytest.param("kk", "77-баптың 2-тармағы", [], id="kk places are no quantities"),
        pytest.param("en", "up to week 12", [(12, "weeks")], id="en the unit before the number"),
        pytest.param("en", "7 times the minimum wage", [(7, "minimum_wages")], id="en times of what"),
        pytest.param("en", "article 77, paragraph 2", [], id="en places are no quantities"),
    ],
)
def test_quantities(lang: str, text: str, expected: list[tuple[float, str]]) -> None:
    found = [(quantity.value, quantity.unit) for quantity in quantities(text, lang) if not quantity.weak]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param("ru", "до 08.06.2026", (2026, 6, 8), id="digits"),
        pytest.param("ru", "с 1 мая 2016 года", (2016, 5, 1), id="words"),
        pytest.param("kk", "2016 жылғы 1 қаңтардан бастап", (2016, 1, 1), id="kk"),
        pytest.param("en", "since January 5, 2016", (2016, 1, 5), id="en month first"),
        pytest.param("en", "in 2026", (2026, 0, 0), id="a year alone"),
        pytest.param("en", "no later than 10 October", (0, 10, 10), id="than before a day"),
    ],
)
def test_dates(lang: str, text: str, expected: tuple[int, int, int]) -> None:
    assert dates(text, lang) == (expected,)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A child under 18 may not work at night.", id="an age, then may"),
        pytest.param("Anybody over 16 may sign.", id="over"),
        pytest.param("A person aged 14 may work.", id="aged"),
        pytest.param("Leave longer than 24 may be split.", id="than"),
    ],
)
def test_may_after_a_number_is_no_month(text: str) -> None:
    assert dates(text, "en") == ()
    assert dates("On 18 May the term ends.", "en") == ((0, 5, 18),)


def test_a_part_of_a_date_agrees_with_the_whole() -> None:
    assert same_date((2026, 0, 0), (2026, 5, 1))
    assert not same_date((2026, 6, 0), (2026, 5, 1))
