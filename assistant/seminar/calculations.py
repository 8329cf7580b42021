"""Items that ask for a sum or a day: pay, compensation, fines in tenge, last days of terms; with the working.

The figures are taken from the digests; the stories stand in `calculations.yaml`. Wrong answers are common errors: the
wrong coefficient, calendar for working days, a term counted from its own first day.
"""

# ruff: noqa: E501 a list of words reads better unbroken
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

import yaml

from assistant import counting, deadlines, phrases, reckoning
from assistant.counting import Calendar
from assistant.errors import CorpusError
from assistant.seminar import blanks, holidays, item, numbers_asked, places
from assistant.seminar.item import Item, Key
from assistant.seminar.proofs import said
from assistant.seminar.rules import Bank, Rule

FILE = Path(__file__).with_name("calculations.yaml")
RATES, HOURS = (1200, 1400, 1500, 1600, 1800, 2000, 2200, 2500), (2, 4, 6, 8)
WAGES = (180_000, 220_000, 240_000, 260_000, 300_000, 340_000, 380_000, 420_000, 460_000, 520_000)
STARTS = [date(2026, 2, 3), date(2026, 2, 11), date(2026, 4, 9), date(2026, 6, 3), date(2026, 6, 9), date(2026, 8, 6),
          date(2026, 9, 2), date(2026, 9, 10), date(2026, 11, 4), date(2026, 11, 12)]  # fmt: skip
MONTH_STARTS = [date(2026, 1, 14), date(2026, 2, 17), date(2026, 4, 13), date(2026, 5, 13), date(2026, 6, 19),
                date(2026, 8, 12), date(2026, 9, 14), date(2026, 10, 21), date(2026, 3, 31)]  # fmt: skip
LEAVES = (date(2026, 3, 2), date(2026, 4, 20), date(2026, 6, 22), date(2026, 10, 5), date(2026, 12, 7))
FUNDS = {"91", "92"}  # fines of pension funds and banks: no matter of a union
FORMER_INDEX = 3932.0  # the index of 2025, in kz-figures-2026/2


@dataclass(frozen=True)
class Sum:
    """A sum to work out: the rule, the unit of its figure, what is given, how it is reckoned rightly and wrongly."""

    at: str
    unit: str
    given: Sequence[tuple[float, float]]
    right: Callable[[float, float, float], float]
    wrong: Sequence[Callable[[float, float, float], float]]
    shown: str
    measure: str = "tenge"


_PAY = [(float(rate), float(hours)) for rate in RATES for hours in HOURS]
_TIMES = (lambda r, h, f: r * h, lambda r, h, f: r * h * 2, lambda r, h, f: r * h * (f - 1))
SUMS = {
    "overtime": Sum("kz-labour-code/108/1#1", "times", _PAY, lambda r, h, f: r * h * f, _TIMES, "{rate} × {hours} × {f} = {result}"),
    "holiday": Sum("kz-labour-code/109/1#1", "times", _PAY, lambda r, h, f: r * h * f, _TIMES, "{rate} × {hours} × {f} = {result}"),
    "night": Sum("kz-labour-code/110/1#1", "times", _PAY, lambda r, h, f: r * h * f, _TIMES, "{rate} × {hours} × {f} = {result}"),
    "downtime": Sum(
        "kz-labour-code/112/1#4", "percent", [(float(w), float(d)) for w in (9000, 10500, 12000, 13500, 15000) for d in (2, 3, 5)],
        lambda r, h, f: r * h * f / 100, (lambda r, h, f: r * h, lambda r, h, f: r * h * 2 / 3, lambda r, h, f: r * h * 0.8),
        "{rate} × {hours} × {f} % = {result}",
    ),
    "deduction": Sum(
        "kz-labour-code/115/3#1", "percent", [(float(w), 0.0) for w in WAGES], lambda r, h, f: r * f / 100,
        (lambda r, h, f: r * 0.2, lambda r, h, f: r * 0.25, lambda r, h, f: r * 0.7), "{rate} × {f} % = {result}",
    ),
    "loss_fall": Sum(
        "kz-labour-code/131/2#1", "average_monthly_wages", [(float(w), 0.0) for w in WAGES], lambda r, h, f: r * f,
        (lambda r, h, f: r, lambda r, h, f: r * 3, lambda r, h, f: r / 2), "{rate} × {f} = {result}",
    ),
    "overtime_left": Sum(
        "kz-labour-code/78/2#2", "hours", [(0.0, float(h)) for h in (36, 48, 54, 72, 84, 90, 96, 104)], lambda r, h, f: f - h,
        (lambda r, h, f: f, lambda r, h, f: h, lambda r, h, f: 2 * f - h), "{f} − {hours} = {result}", "hours",
    ),
}  # fmt: skip


@lru_cache(maxsize=1)
def stories() -> dict[str, dict[str, str]]:
    """The stories and steps by key and language; `terms` holds those of time limits by place and unit."""
    found: dict[str, dict[str, str]] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)  # noqa: S506
    return found


def figure(rule: Rule, unit: str) -> float:
    """The one figure of a rule in a unit; CorpusError if it has none or several."""
    here = {f.value for f in rule.digest.figures if f.at == rule.point.at and f.unit == unit}
    found = here & said(rule.text("ru"), "ru")
    if len(found) != 1:
        raise CorpusError(f"{rule.place}: not one figure in {unit}")
    return found.pop()


def items(bank: Bank, lang: str) -> Iterator[Item]:
    """Every calculation."""
    for name, each in SUMS.items():
        yield from _sums(bank, name, each, lang)
    yield from _sick(bank, lang)
    yield from _fines(bank, lang)
    yield from _leaves(bank, lang)
    for named in stories()["terms"]:
        yield from _terms(bank, named, lang)


def _said(key: str, lang: str, **details: str) -> str:
    return stories()[key][lang].format(**details)


def _sum(value: float, lang: str, measure: str = "tenge") -> str:
    return _said(measure, lang, sum=reckoning.number(value, lang))


def _made(
    parts: Sequence[str], lang: str, rules: Sequence[Rule], stem: str, options: list[str], right: str,
    working: Sequence[str], more: Sequence[Key] = (),
) -> Item:  # fmt: skip
    first = rules[0]
    return Item(
        item.name("calculation", lang, *parts), "calculation", lang, first.topics, first.about(lang),
        f"{item.say('ask calculation', lang)}\n{stem}", tuple(options), (options.index(right),),
        (*(rule.key(lang) for rule in rules), *more), working=tuple(working),
    )  # fmt: skip


def _sums(bank: Bank, name: str, each: Sum, lang: str) -> Iterator[Item]:
    rule = places.rule(bank, each.at)
    f = figure(rule, each.unit)
    for rate, hours in each.given:
        result = each.right(rate, hours, f)
        values = sorted({result, *(wrong(rate, hours, f) for wrong in each.wrong)})
        numbers = {"rate": rate, "hours": hours, "f": f, "result": result}
        shown = {key: reckoning.number(value, lang) for key, value in numbers.items()}
        shown["days"] = blanks.said(hours, "working_days", "plain", lang)
        options = item.shuffled([_sum(value, lang, each.measure) for value in values], f"{name} {rate} {hours}")
        yield _made(
            (name, str(rate), str(hours)), lang, [rule], _said(name, lang, **shown), options,
            _sum(result, lang, each.measure), [each.shown.format(**shown)],
        )  # fmt: skip


def _index(bank: Bank, lang: str) -> tuple[float, Key] | None:
    """The monthly calculation index of the year, and its key; None if it is not held."""
    digest = bank.corpus.by_article.get(reckoning.INDEX.format(year=bank.day.year))
    value = next((f.value for f in digest.figures if f.unit == "tenge"), None) if digest else None
    if digest is None or value is None:
        return None
    rule = Rule(bank.corpus.instruments[digest.instrument], digest, digest.points[0], 0, ())
    return value, rule.key(lang)


def _sick(bank: Bank, lang: str) -> Iterator[Item]:
    """The monthly limit of the sickness allowance."""
    rule, index = places.rule(bank, "kz-labour-code/133/4-1#3"), _index(bank, lang)
    if index is None:
        return
    f, (mci, key) = figure(rule, "mci"), index
    for total in (118_000.0, 126_000.0, 134_000.0, 142_000.0, 155_000.0, 168_000.0):
        limit = f * mci
        values = sorted({limit, total, f * FORMER_INDEX, total / 2})
        options = item.shuffled([_sum(value, lang) for value in values], f"sick {total}")
        steps = [_said("mci working", lang, mci=reckoning.number(mci, lang)),
                 _said("sick working", lang, f=reckoning.number(f, lang), mci=reckoning.number(mci, lang), result=reckoning.number(limit, lang))]  # fmt: skip
        stem = _said("sick", lang, rate=reckoning.number(total, lang))
        yield _made(("sick", str(total)), lang, [rule], stem, options, _sum(limit, lang), steps, [key])


def _fines(bank: Bank, lang: str) -> Iterator[Item]:
    """Fines of the offences code that name one number of indices."""
    index = _index(bank, lang)
    for rule in bank.rules if index else ():
        count = _fine(rule, lang)
        if count is None or index is None:
            continue
        mci, key = index
        values = sorted({count * mci, count * FORMER_INDEX, count * 4000, count * 5000})
        numbers = {"mci": mci, "result": count * mci}
        shown = {each: reckoning.number(value, lang) for each, value in numbers.items()}
        shown["rate"] = blanks.written(count, lang)
        steps = [_said("mci working", lang, mci=shown["mci"]), "{rate} × {mci} = {result}".format(**shown)]
        stem = _said("fine", lang, rule=rule.text(lang), rate=shown["rate"])
        options = item.shuffled([_sum(v, lang) for v in values], f"fine {rule.identity}")
        yield _made(("fine", rule.identity), lang, [rule], stem, options, _sum(count * mci, lang), steps, [key])


def _fine(rule: Rule, lang: str) -> float | None:
    """How many indices a rule of the offences code sets as the fine; None if not just one number."""
    if rule.instrument.id != "kz-administrative-offences-code" or not rule.topics or rule.digest.article in FUNDS:
        return None
    here = [each for each in rule.digest.figures if each.unit == "mci" and each.at == rule.point.at]
    told = [each for each in here if each.value in said(rule.text(lang), lang)]
    found = [blank for each, blank in numbers_asked.figures(rule, lang) if each.unit == "mci"]
    return found[0].value if len(found) == len(told) == 1 else None


def _leaves(bank: Bank, lang: str) -> Iterator[Item]:
    """The last day of a leave with public holidays in it."""
    rules = [places.rule(bank, "kz-labour-code/90/1#2"), places.rule(bank, "kz-labour-code/88/1#1")]
    f = int(figure(rules[1], "calendar_days"))
    public = holidays.public(bank.corpus)
    for start in LEAVES if public else ():
        right = holidays.end_of_leave(start, f, public)
        count = (right - start).days + 1 - f
        wrong = {start + timedelta(days=f - 1), right + timedelta(days=1), counting.after_working_days(start, f - 1)}
        shown = {
            "date": phrases.day(start, lang),
            "holidays": _said("holidays one" if count == 1 else "holidays few", lang, n=str(count)),
            "count": str(count),
            "f": str(f),
            "n": str(f + count),
            "result": phrases.day(right, lang),
        }
        yield _made(
            ("leave", str(start)), lang, rules, _said("leave", lang, **shown),
            item.shuffled(_days({right, *wrong}, lang), f"leave {start}"),
            phrases.day(right, lang), [_said("leave working", lang, **shown)],
        )  # fmt: skip


def _days(days: set[date], lang: str) -> list[str]:
    return [phrases.day(day, lang) for day in sorted(days)]


def _terms(bank: Bank, named: str, lang: str) -> Iterator[Item]:
    """The last day of a time limit, from days whose terms meet no public holiday by the calendar held."""
    place, unit = named.split()
    rule = places.rule(bank, place)
    number = int(figure(rule, unit))
    texts: dict[str, dict[str, str]] = stories()["terms"]  # type: ignore[assignment]
    held = deadlines.calendar(bank.corpus)
    for start in MONTH_STARTS if unit == "months" else STARTS:
        end = _end(start, number, unit, held)
        if end is None:
            continue
        plain, right, wrong = end
        moved, short = right != plain, unit == "months" and plain.day != start.day
        if moved and short:
            continue
        shown = {
            "date": phrases.day(start, lang),
            "n": str(number),
            "plain": phrases.day(plain, lang),
            "day": str(start.day),
        }
        shown |= {
            "result": phrases.day(right, lang),
            "term": blanks.said(number, unit, "" if lang == "kk" else "plain", lang),
        }
        week = _said("week months" if unit == "months" else "week", lang)
        rules = [rule, *(places.rule(bank, each) for each in _counting(unit, moved, short))]
        yield _made(
            (named, str(start)), lang, rules, f"{texts[named][lang].format(**shown)} {week}",
            item.shuffled(_days({right, *wrong}, lang), f"{named} {start}"), shown["result"],
            [_said(f"{unit} moved" if moved else f"{unit} short" if short else unit, lang, **shown)],
        )  # fmt: skip


def _counting(unit: str, moved: bool, short: bool) -> list[str]:
    """The rules of article 13 that a term is counted by."""
    of_unit = {
        "months": [f"kz-labour-code/13/4#{1 + short}"],
        "calendar_days": ["kz-labour-code/13/4#3"],
        "working_days": [],
    }
    return ["kz-labour-code/13/3#1", *of_unit[unit], *(["kz-labour-code/13/5#1"] if moved else [])]


def _end(start: date, number: int, unit: str, held: Calendar) -> tuple[date, date, set[date]] | None:
    """The day a term ends, that day moved off a day off, and three days of common errors; None if a holiday is near."""
    right = counting.last_day(start, number, unit, held)
    plain = right if unit == "working_days" else counting.plain_end(start, number, unit)
    last = right + timedelta(days=7)
    span = (last - start).days if unit != "months" else 0
    near = [start + timedelta(days=each) for each in range(1, span + 1)] or [plain, right, plain - timedelta(days=1)]
    if not held.reaches(start, last) or any(day in held.off for day in near) or not held.works(start):
        return None
    errors = {
        "working_days": [start + timedelta(days=number), counting.after_working_days(right, 1),
                         counting.after_working_days(start, number - 1), start + timedelta(days=number + 1)],
        "calendar_days": [plain, counting.after_working_days(start, number), right - timedelta(days=1),
                          right + timedelta(days=1)],
        "months": [plain, plain - timedelta(days=1), counting.working(right + timedelta(days=1)),
                   counting.after_months(plain, 1), start + timedelta(days=30 * number)],
    }  # fmt: skip
    wrong = [day for day in dict.fromkeys(errors[unit]) if start < day != right][:3]
    return (plain, right, set(wrong)) if len(wrong) == 3 else None
