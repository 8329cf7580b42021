"""The public holidays that a year's figures hold, and the last day of a leave that some of them fall in.

Days off that are no public holiday (7 January, Kurban-ait) and days off moved from a holiday count as days of leave.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from assistant import counting, deadlines
from assistant.corpus import Corpus

DAY_OFF = "выходной"  # how a point calls a day off that is no public holiday
SENTENCE = ". "


def public(corpus: Corpus) -> frozenset[date]:
    """The public holidays of every year held: the days that the first sentence of each point names.

    Later sentences of a point tell which days off were moved. Empty where no year is held.
    """
    texts = (text for said in deadlines.holidays_said(corpus).values() for text in said)
    first = (text.partition(SENTENCE)[0] for text in texts)
    return frozenset(day for said in first if DAY_OFF not in said for day in deadlines.written_days(said))


def end_of_leave(start: date, number: int, holidays: Collection[date]) -> date:
    """The last day of a leave of so many calendar days, in which public holidays are not counted (90 of the Code).

    >>> end_of_leave(date(2026, 10, 5), 24, {date(2026, 10, 25)})
    datetime.date(2026, 10, 29)
    """
    return counting.after(start - timedelta(days=1), number, lambda day: day not in holidays)
