"""What a rule is changed into: numbers in their grammar, in the direction that is false; kinds of days."""

# ruff: noqa: E501 a table reads better unbroken
from __future__ import annotations

import pytest

from assistant.law import Figure
from assistant.seminar import blanks, swaps


@pytest.mark.parametrize(
    ("text", "lang", "value", "unit", "other", "expected"),
    [
        pytest.param("Срок не больше 3 месяцев.", "ru", 3, "months", 1, "Срок не больше 1 месяца.", id="genitive"),
        pytest.param("Дают 2 рабочих дня.", "ru", 2, "working_days", 5, "Дают 5 рабочих дней.", id="many after few"),
        pytest.param("Дают 5 рабочих дней.", "ru", 5, "working_days", 2, "Дают 2 рабочих дня.", id="few after many"),
        pytest.param("Мерзім 3 айдан аспайды.", "kk", 3, "months", 6, "Мерзім 6 айдан аспайды.", id="kk alone"),
        pytest.param("Not over 1 month.", "en", 1, "months", 3, "Not over 3 months.", id="en plural"),
        pytest.param("В размере 1,5-кратной ставки.", "ru", 1.5, "times", 2, "В размере 2-кратной ставки.", id="hyphen"),
        pytest.param("From the 1st day.", "en", 1, "day_of_month", 15, "From the 15th day.", id="ordinal"),
    ],
)  # fmt: skip
def test_another_number_agrees(text: str, lang: str, value: float, unit: str, other: float, expected: str) -> None:
    blank = blanks.find(text, lang, Figure("1", value, unit, "x"))
    assert blank is not None
    said = blanks.said(other, blank.unit, blank.form, lang)
    assert text[: blank.start] + said + text[blank.end :] == expected


@pytest.mark.parametrize(
    ("text", "lang", "value", "unit"),
    [
        pytest.param("В 2, 3 или 4 смены.", "ru", 3, "count", id="one of a list"),
        pytest.param("От 22 до 29 недель.", "ru", 22, "weeks", id="a range"),
        pytest.param("По пункту 3 статьи 5.", "ru", 3, "count", id="a place of the law"),
        pytest.param("С 08.06.2026 нельзя.", "ru", 8, "count", id="a date"),
        pytest.param("At least 0.5 hours (half an hour).", "en", 0.5, "hours", id="said twice"),
        pytest.param("Кемінде 0,5 сағат (жарты сағат).", "kk", 0.5, "hours", id="said twice, a word between"),
        pytest.param("Айдың 10-ынан кешікпейді.", "kk", 10, "day_of_month", id="another number has another suffix"),
        pytest.param("16 жастан 18 жасқа дейін жұмыс қысқа.", "kk", 18, "age", id="the end of a range in Kazakh"),
        pytest.param("О 1-часовой забастовке сообщают.", "ru", 1, "hours", id="the law says «часовая», with no figure"),
        pytest.param("1 сағаттық ереуіл туралы ескертеді.", "kk", 1, "hours", id="the same in Kazakh"),
        pytest.param("A 1-hour strike is announced.", "en", 1, "hours", id="the same in English"),
        pytest.param("Дают 3 дня, то есть три дня подряд.", "ru", 3, "days", id="the answer stands in words"),
    ],
)
def test_a_number_that_cannot_be_blanked(text: str, lang: str, value: float, unit: str) -> None:
    assert blanks.find(text, lang, Figure("1", value, unit, "x")) is None


@pytest.mark.parametrize(
    ("stood", "lang", "told"),
    [
        pytest.param("3 рабочих дней", "ru", "3 рабочих дня", id="ru: 3 days stood in the genitive"),
        pytest.param("1 часа", "ru", "1 час", id="ru: 1 hour"),
        pytest.param("4 лет", "ru", "4 года", id="ru: years change their noun"),
        pytest.param("10 календарных дней", "ru", "10 календарных дней", id="ru: 10 is the same"),
        pytest.param("обязан", "ru", "обязан", id="a modal word is left"),
        pytest.param("15", "ru", "15", id="a number alone is left"),
        pytest.param("3 жұмыс күнінен", "kk", "3 жұмыс күні", id="kk: without its case"),
        pytest.param("3 күнтізбелік күннен", "kk", "3 күнтізбелік күн", id="kk: calendar days"),
        pytest.param("3 working days", "en", "3 working days", id="en has no cases"),
    ],
)
def test_a_correction_is_said_by_itself(stood: str, lang: str, told: str) -> None:
    swap = swaps.Swap(swaps.FIGURE, "", stood, "")
    assert told in swaps.corrected(swap, lang)
    assert blanks.alone(stood, lang) == told


@pytest.mark.parametrize(
    ("text", "lang", "value", "unit", "way"),
    [
        pytest.param("Нельзя принимать лиц моложе 18 лет.", "ru", 18, "age", 1, id="a ban under an age reaches lower ages"),
        pytest.param("18 жасқа толмаған адамды қабылдауға болмайды.", "kk", 18, "age", 1, id="the same in Kazakh"),
        pytest.param("Отпуск не менее 24 календарных дней.", "ru", 24, "calendar_days", 1, id="at least holds for less"),
        pytest.param("Она состоит не менее чем из 3 человек.", "ru", 3, "count", 1, id="«не менее чем из» is at least, too"),
        pytest.param("Сообщают в течение 3 рабочих дней.", "ru", 3, "working_days", -1, id="a limit holds for more"),
        pytest.param("Вахту можно увеличить до 30 дней.", "ru", 30, "days", None, id="до may be either"),
        pytest.param("Если нет больше 3 месяцев, договор расторгают.", "ru", 3, "months", None, id="a condition"),
        pytest.param("О приказе сообщают не позднее чем за 10 дней.", "ru", 10, "days", 1, id="a notice: more is asked for"),
        pytest.param("They are told no later than 10 days before it.", "en", 10, "days", 1, id="a notice in English"),
        pytest.param("Пособие при 2 и более детях больше.", "ru", 2, "count", None, id="or more"),
        pytest.param("Шартта 1 айдан ұзағырақ мерзім болуы мүмкін.", "kk", 1, "months", None, id="longer than"),
        pytest.param("It is refused where the record is under 6 months.", "en", 6, "months", None, id="en: under"),
    ],
)  # fmt: skip
def test_the_direction_in_which_a_number_makes_a_rule_false(
    text: str, lang: str, value: float, unit: str, way: int | None
) -> None:
    blank = blanks.find(text, lang, Figure("1", value, unit, "x"))
    assert blank is not None
    assert swaps.direction(text, blank, lang) == way


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        pytest.param("Ответ дают за 3 рабочих дня.", "ru", "Ответ дают за 3 календарных дня.", id="ru"),
        pytest.param("Answer within 3 calendar days.", "en", None, id="a longer limit follows from a shorter one"),
        pytest.param("They rest for 3 calendar days.", "en", "They rest for 3 working days.", id="en"),
        pytest.param("Ол 3 жұмыс күнінен кешікпейді.", "kk", "Ол 3 күнтізбелік күннен кешікпейді.", id="kk ablative"),
        pytest.param("В рабочий день дают перерыв.", "ru", None, id="no number, no term"),
        pytest.param("3 рабочих дня из 5 календарных дней.", "ru", None, id="both kinds"),
        pytest.param("Дать больше 24 календарных дней вправе договор.", "ru", None, id="a contract may give more"),
        pytest.param("Отдых не менее 5 рабочих дней.", "ru", None, id="fewer days follow from at least"),
        pytest.param("Отдых не менее 5 календарных дней.", "ru", "Отдых не менее 5 рабочих дней.", id="more do not"),
        pytest.param(
            "Reply no later than 3 working days.", "en", "Reply no later than 3 calendar days.", id="a shorter limit"
        ),
        pytest.param("Кемінде 3 жұмыс күні тынығады.", "kk", None, id="kk at least"),
    ],
)
def test_the_kind_of_days_is_changed_where_that_is_false(text: str, lang: str, expected: str | None) -> None:
    assert [swap.text for swap in swaps.units(text, lang)] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "lang", "value", "unit", "way"),
    [
        pytest.param("Сверхурочно не больше 2 часов.", "ru", 2, "hours", 1, id="more than the most is against the law"),
        pytest.param("Тынығу кемінде 1 сағат.", "kk", 1, "hours", -1, id="less than the least is"),
        pytest.param("Told no later than 10 days before it.", "en", 10, "days", -1, id="a shorter notice is"),
        pytest.param("Дают 3 дня.", "ru", 3, "days", 0, id="no bound, no side"),
    ],
)
def test_the_side_on_which_an_order_oversteps_a_bound(text: str, lang: str, value: float, unit: str, way: int) -> None:
    blank = blanks.find(text, lang, Figure("1", value, unit, "x"))
    assert blank is not None
    assert swaps.bound(text, blank, lang) == way


@pytest.mark.parametrize(
    ("text", "lang", "permits"),
    [
        pytest.param("Договор может дать доплату за детей до 3 лет.", "ru", True, id="an open list"),
        pytest.param("Срок не может быть больше 3 лет.", "ru", False, id="a bound is no leave"),
        pytest.param("Шартта 1 айдан ұзақ мерзім болуы мүмкін.", "kk", True, id="kk leave"),
        pytest.param("Work may not exceed 8 hours.", "en", False, id="en bound"),
    ],
)
def test_a_number_is_not_changed_where_the_law_permits(text: str, lang: str, permits: bool) -> None:
    assert (swaps.PERMITS[lang].search(text) is not None) == permits
