"""The last day of a term by article 13 of the Labour Code, each row with the paragraph that decides it."""

from __future__ import annotations

from datetime import date

import pytest

from assistant import counting
from assistant.counting import Calendar

OFF = frozenset({date(2026, 3, 23), date(2026, 3, 24), date(2026, 3, 25), date(2026, 12, 16)})
HELD = Calendar(OFF, frozenset({2026}))


@pytest.mark.parametrize(
    ("start", "number", "unit", "expected"),
    [
        pytest.param(date(2026, 10, 14), 1, "months", date(2026, 11, 16), id="13(5): a Saturday moves to Monday"),
        pytest.param(date(2026, 3, 31), 1, "months", date(2026, 4, 30), id="13(4): no 31st, the last day"),
        pytest.param(date(2026, 1, 31), 1, "months", date(2026, 3, 2), id="13(4), 13(5): 28 February is a Saturday"),
        pytest.param(date(2024, 2, 29), 1, "years", date(2025, 2, 28), id="13(4): a year without 29 February"),
        pytest.param(date(2026, 6, 15), 1, "years", date(2027, 6, 15), id="13(4): the same day of the next year"),
        pytest.param(date(2026, 10, 14), 2, "weeks", date(2026, 10, 28), id="13(4): the same day of the week"),
        pytest.param(date(2026, 9, 4), 3, "working_days", date(2026, 9, 9), id="13(3): from the next day, no weekend"),
        pytest.param(date(2026, 9, 5), 1, "working_days", date(2026, 9, 7), id="13(3): an event on a Saturday"),
        pytest.param(
            date(2026, 9, 2), 3, "calendar_days", date(2026, 9, 7), id="13(5): a Saturday after calendar days"
        ),
        pytest.param(date(2026, 9, 4), 7, "calendar_days", date(2026, 9, 11), id="13(4): days off inside are counted"),
        pytest.param(date(2026, 3, 19), 3, "working_days", date(2026, 3, 27), id="13(2): holidays are no working days"),
        pytest.param(date(2026, 2, 21), 1, "months", date(2026, 3, 26), id="13(5): a weekend, then holidays"),
        pytest.param(date(2026, 11, 16), 1, "months", date(2026, 12, 17), id="13(5): a holiday in the week"),
    ],
)
def test_last_days(start: date, number: int, unit: str, expected: date) -> None:
    assert counting.last_day(start, number, unit, HELD) == expected


def test_without_a_calendar_only_weekends_are_off() -> None:
    assert counting.last_day(date(2026, 11, 16), 1, "months") == date(2026, 12, 16)


@pytest.mark.parametrize(
    ("first", "last", "reaches"),
    [
        pytest.param(date(2026, 1, 1), date(2026, 12, 31), True, id="the year that is held"),
        pytest.param(date(2026, 12, 30), date(2027, 1, 11), False, id="into the next year"),
        pytest.param(date(2025, 12, 30), date(2026, 1, 11), False, id="from the year before"),
    ],
)
def test_how_far_a_calendar_reaches(first: date, last: date, reaches: bool) -> None:
    assert HELD.reaches(first, last) is reaches


@pytest.mark.parametrize("unit", ["days", "hours", "percent"])
def test_other_units_are_not_counted(unit: str) -> None:
    with pytest.raises(ValueError, match=unit):
        counting.last_day(date(2026, 9, 4), 3, unit)
