"""The last day of a term, by article 13 of the Labour Code: working and calendar days, weeks, months and years.

A week has five working days. Public holidays are those of the calendar that is given; without one there are none.
Which day a term runs from is not decided here.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY = 5
UNITS = ("working_days", "calendar_days", "weeks", "months", "years")


@dataclass(frozen=True)
class Calendar:
    """The days off beside Saturdays and Sundays, and the years for which they are known."""

    off: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()

    def works(self, day: date) -> bool:
        """True for a working day of a five-day week."""
        return day.weekday() < SATURDAY and day not in self.off

    def reaches(self, first: date, last: date) -> bool:
        """True if the days off of every year from the first day to the last are known."""
        return set(range(first.year, last.year + 1)) <= self.years


NO_HOLIDAYS = Calendar()


def last_day(start: date, number: int, unit: str, calendar: Calendar = NO_HOLIDAYS) -> date:
    """The last day of a term that runs from the day after `start` (13(3)); ValueError for a unit not in `UNITS`.

    A last day that is not a working day moves on to the next one (13(5)).

    >>> last_day(date(2026, 10, 14), 1, "months"), last_day(date(2026, 9, 4), 3, "working_days")
    (datetime.date(2026, 11, 16), datetime.date(2026, 9, 9))
    """
    if unit == "working_days":
        return after_working_days(start, number, calendar)
    return working(plain_end(start, number, unit), calendar)


def plain_end(start: date, number: int, unit: str) -> date:
    """The day on which a term in calendar days, weeks, months or years ends, before it moves off a day off (13(4)).

    >>> plain_end(date(2026, 1, 31), 1, "months"), plain_end(date(2026, 10, 14), 2, "weeks")
    (datetime.date(2026, 2, 28), datetime.date(2026, 10, 28))
    """
    if unit in ("months", "years"):
        return after_months(start, number * (12 if unit == "years" else 1))
    if unit not in ("calendar_days", "weeks"):
        raise ValueError(unit)
    return start + timedelta(days=number * (7 if unit == "weeks" else 1))


def after_working_days(start: date, number: int, calendar: Calendar = NO_HOLIDAYS) -> date:
    """The day that many working days after a day (13(3))."""
    return after(start, number, calendar.works)


def after(start: date, number: int, counts: Callable[[date], bool]) -> date:
    """The day that many days after a day, of those that count."""
    day = start
    while number:
        day += timedelta(days=1)
        number -= counts(day)
    return day


def after_months(start: date, number: int) -> date:
    """The same day of a later month, or the last day of a month that has no such day (13(4))."""
    year, month = divmod(start.year * 12 + start.month - 1 + number, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def working(day: date, calendar: Calendar = NO_HOLIDAYS) -> date:
    """The day itself, or the next working day (13(5))."""
    while not calendar.works(day):
        day += timedelta(days=1)
    return day
