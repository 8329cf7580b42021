"""A claim and its passage: what each rule catches, what it must let pass; rates are in `test_supporting_sets`."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.corpus import Corpus
from assistant.law import LANGUAGES, Figure
from assistant.supporting import check, not_borne_out, strength

EVERY = 12  # one digest point in so many is checked against itself in `make check`, all of them in the slow test

SWAPPED = [
    pytest.param("ru", "Отпуск – 24 дня.", "Отпуск – 30 календарных дней.", "number", id="number"),
    pytest.param("ru", "Платят в двойном размере.", "Платят в полуторном размере.", "number", id="number in a word"),
    pytest.param("ru", "Отпуск не более 24 дней.", "Отпуск не менее 24 календарных дней.", "number", id="bound"),
    pytest.param("ru", "Срок – 15 календарных дней.", "Срок – пятнадцать рабочих дней.", "unit", id="kind of days"),
    pytest.param("ru", "Штраф – 20 тенге.", "Штраф – 20 МРП.", "unit", id="tenge and MCI"),
    pytest.param("ru", "Не больше 1 часа в неделю.", "Не больше 1 часа в сутки.", "unit", id="counted by another time"),
    pytest.param("ru", "С 1 мая 2025 года.", "Действует с 01.05.2026.", "date", id="date in words and digits"),
    pytest.param("ru", "Пособие выплачивается.", "Пособие не выплачивается.", "negation", id="denial dropped"),
    pytest.param("ru", "Отозвать из отпуска можно.", "Отозвать из отпуска нельзя.", "negation", id="ban turned"),
    pytest.param("ru", "Суд вправе решить спор.", "Суд обязан решить спор.", "modal", id="duty to right"),
    pytest.param(
        "ru", "Работник обязан уведомить о споре.", "Работодатель обязан уведомить о споре.", "party", id="actor"
    ),
    pytest.param("ru", "Спор решает суд.", "Спор решает работодатель.", "party", id="a party that enters"),
    pytest.param(
        "ru",
        "Перевод на склад допустим.",
        "Перевод на склад допустим только с согласия грузчика.",
        "exception",
        id="consent",
    ),
    pytest.param("kk", "Мерзімі – 7 күнтізбелік күн.", "Мерзімі – 7 жұмыс күні.", "unit", id="kk kind of days"),
    pytest.param("kk", "Мерзімі – он екі ай.", "Мерзімі – 2 ай.", "number", id="kk number in words"),
    pytest.param(
        "kk", "Жұмыс беруші төлеуге құқылы.", "Жұмыс беруші төлеуге міндетті.", "modal", id="kk duty to right"
    ),
    pytest.param("kk", "Шеберді шығаруға болады.", "Шеберді шығаруға болмайды.", "negation", id="kk ban turned"),
    pytest.param("kk", "Ақы төленеді.", "Ақы төленбейді.", "negation", id="kk denial dropped"),
    pytest.param("kk", "Жұмыскер ақы төлеуге міндетті.", "Жұмыс беруші ақы төлеуге міндетті.", "party", id="kk actor"),
    pytest.param(
        "kk",
        "Түнгі жұмысқа тыйым салынады.",
        "Күзетшіні қоспағанда, түнгі жұмысқа тыйым салынады.",
        "exception",
        id="kk except",
    ),
    pytest.param("en", "The term is 7 weeks.", "The term is seven days.", "unit", id="en weeks for days"),
    pytest.param("en", "It pays 30 percent.", "It pays 50 percent.", "number", id="en percent"),
    pytest.param(
        "en", "The firm may pay wages late.", "The firm may not pay wages late.", "negation", id="en ban dropped"
    ),
    pytest.param("en", "The court may hear the case.", "The court must hear the case.", "modal", id="en duty to right"),
    pytest.param(
        "en", "The employer may stop the strike.", "The employee may stop the strike.", "party", id="en actor"
    ),
    pytest.param(
        "en", "Night work is banned.", "Night work is banned, except for guards.", "exception", id="en except"
    ),
    pytest.param(
        "en",
        "It doesn't necessarily count as work.",
        "It counts as work on two conditions.",
        "negation",
        id="en doesn't",
    ),
    pytest.param("ru", "Комиссию создаёт начальник.", "Комиссию создаёт Правительство.", "party", id="for the state"),
    pytest.param(
        "ru", "Такие нормы можно применять.", "Такие нормы признаются недействительными.", "negation", id="what is void"
    ),
    pytest.param(
        "ru",
        "По Конвенции № 1 это не ночной труд.",
        "По Конвенции № 1 это не ночной труд лишь при условии: он добровольный.",
        "exception",
        id="«по конвенции» answers no condition",
    ),
    pytest.param(
        "ru",
        "В договоре о надомном труде адрес не пишут.",
        "В договоре пишут адрес. При надомном труде его не пишут; исключение: сменный надомный труд.",
        "exception",
        id="the sentence that denies as the claim does",
    ),
    pytest.param(
        "kk",
        "Бұл талап күзетшіге қолданылмайды.",
        "Бұл талап күзетшіге қолданылмайды, егер шартта өзгеше жазылмаса.",
        "exception",
        id="kk the rule's own denial is no exception",
    ),
    pytest.param(
        "kk",
        "Күзетші үшін жарна төленеді.",
        "Күзетші үшін жарна төленеді; заңда аталған босатулар бұған кірмейді.",
        "exception",
        id="kk an exception after a semicolon",
    ),
    pytest.param("ru", "Спор разбирает профсоюз.", "Спор разбирает орган по труду.", "party", id="for a state body"),
    pytest.param(
        "ru",
        "Это решает объединение нанимателей и союз работодателей.",
        "Это решает профсоюз.",
        "party",
        id="whose union",
    ),
    pytest.param(
        "ru", "Сводку готовит Правительство.", "Сводку готовит госорган.", "party", id="Government for a body"
    ),
    pytest.param(
        "ru",
        "Носить каску должны работники.",
        "Работодатели должны быть обязаны носить каску.",
        "party",
        id="be obliged",
    ),
    pytest.param(
        "ru", "Работодатель может не указывать цену.", "Работодатель указывает цену.", "modal", id="may leave undone"
    ),
    pytest.param("ru", "Вычтут 2 дня за каждый год.", "Вычтут 2 дня за каждый месяц.", "unit", id="for each"),
    pytest.param(
        "kk",
        "Кәсіподақ туралы мәліметті жұмыс беруші береді.",
        "Кәсіподақ мәлімет береді.",
        "party",
        id="kk about a union is not by it",
    ),
    pytest.param(
        "kk",
        "Кәсіподақ хабарды жұмыс берушіге беруге міндетті.",
        "Жұмыс беруші хабарды кәсіподаққа беруге міндетті.",
        "party",
        id="kk who owes and who is owed",
    ),
    pytest.param(
        "en", "Night pay is half the minimum wage.", "Night pay is half the average wage.", "unit", id="en which wage"
    ),
    pytest.param(
        "en",
        "The worker pays the fee after the month.",
        "The operator pays the fee after the month in which work was done.",
        "party",
        id="en a later passive",
    ),
]

SAME = [
    pytest.param("ru", "Отпуск – двадцать четыре дня.", "Отпуск – 24 календарных дня.", id="words for digits"),
    pytest.param("ru", "Срок – один год.", "Срок составляет 12 месяцев.", id="a year is twelve months"),
    pytest.param("ru", "Половина участников.", "50 процентов участников.", id="a half is 50 percent"),
    pytest.param("ru", "Оба работника получают плату.", "Работники получают плату.", id="«оба» is no number"),
    pytest.param("ru", "Один из них – отпуск.", "К ним относится отпуск.", id="«один из» is no number"),
    pytest.param("ru", "Сообщить за 1 сутки.", "Сообщить в течение суток.", id="a unit alone is one"),
    pytest.param("ru", "Статья 5 говорит о 2 днях.", "О двух днях.", id="the number of an article is no quantity"),
    pytest.param(
        "ru", "Перевод без согласия запрещён.", "Перевод возможен только с согласия.", id="only with, not without"
    ),
    pytest.param("ru", "Уволить его запрещено.", "Уволить его нельзя.", id="two words for a ban"),
    pytest.param("kk", "Бір адам жұмыс істейді.", "Адам жұмыс істейді.", id="kk «бір» is no number"),
    pytest.param("kk", "Ол үшін онда ақы бар.", "Ақы бар.", id="kk «үшін» and «онда» are no numbers"),
    pytest.param("kk", "Мерзімі – жиырма төрт күн.", "Мерзімі – 24 күнтізбелік күн.", id="kk words for digits"),
    pytest.param("en", "One may appeal in the first place.", "Anyone may appeal.", id="en no numbers"),
    pytest.param(
        "en", "The employer cannot dismiss her.", "The employer may not dismiss her.", id="en two words for a ban"
    ),
    pytest.param("ru", "Стаж от шестидесяти месяцев.", "При стаже участия 60 и более месяцев.", id="«участия 60»"),
    pytest.param("ru", "Нельзя допускать брака.", "Обязано не допускать брака.", id="обязано не"),
    pytest.param(
        "en",
        "A driver who moves must be granted leave.",
        "The employer must grant a driver who moves leave.",
        id="en at once",
    ),
    pytest.param("en", "Those named in article 26 may stay.", "Those named may stay.", id="en «26 may» is no date"),
]


@pytest.mark.parametrize(("lang", "claim", "passage", "kind"), SWAPPED)
def test_a_swapped_thing_is_a_fault(lang: str, claim: str, passage: str, kind: str) -> None:
    assert kind in {fault.kind for fault in check(claim, passage, lang)}


@pytest.mark.parametrize(("lang", "claim", "passage"), SAME)
def test_an_honest_claim_passes(lang: str, claim: str, passage: str) -> None:
    assert check(claim, passage, lang) == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_at_fault_with_nothing(lang: str) -> None:
    assert check("", "", lang) == ()
    assert strength("", "", lang) == 0.0


def test_figures_help() -> None:
    figure = Figure("1", 24, "calendar_days", "annual leave")
    assert [fault.kind for fault in check("Отпуск – 24 дня.", "Отпуск ежегодный.", "ru")] == ["number"]
    assert check("Отпуск – 24 дня.", "Отпуск ежегодный.", "ru", [figure]) == ()


def test_a_fault_says_both_sides() -> None:
    (fault,) = check("Срок – 15 календарных дней.", "Срок – 15 рабочих дней.", "ru")
    assert "календарных" in fault.said and "рабочих" in fault.instead


def faulted(corpus: Corpus, every: int, langs: Sequence[str] = LANGUAGES) -> list[tuple[str, str]]:
    """The digest points, one in `every`, that do not support themselves."""
    points = [point for digest in corpus.digests for point in digest.points][::every]
    texts = [(lang, point.text[lang]) for point in points for lang in langs]
    return [(lang, text) for lang, text in texts if check(text, text, lang) or strength(text, text, lang) < 1]


def test_a_point_supports_itself(whole_corpus: Corpus) -> None:
    assert faulted(whole_corpus, EVERY) == []


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_point_supports_itself(lang: str, whole_corpus: Corpus) -> None:
    assert faulted(whole_corpus, 1, [lang]) == []


@pytest.mark.parametrize(
    ("text", "cited", "expected"),
    [
        pytest.param("Отпуск работника длится 24 календарных дня.", 0, "", id="as the passage says"),
        pytest.param("Отпуск работника длится 25 календарных дней.", 0, "number", id="a fault of any rule"),
        pytest.param(
            "Отпуск работника длится по форме 7 не меньше 24 дней.", 0, "number", id="a number without a unit"
        ),
        pytest.param("Директор завода любит длинный отпуск у моря.", 0, "unrelated", id="a word in common"),
        pytest.param("Отпуск работника могут разделить на части.", 1, "unrelated", id="of no passage"),
        pytest.param("Отпуск работника начинается по графику.", 1, "elsewhere", id="nearer to another passage"),
        pytest.param("Отпуск работника длится. Его берут у моря.", 0, "unrelated", id="one sentence of two"),
        pytest.param("Отпуск работника длится у моря.", 0, "question", id="a word of the question"),
    ],
)
def test_why_a_draft_is_not_borne_out(text: str, cited: int, expected: str) -> None:
    held = [
        "Отпуск работника длится не меньше 24 календарных дней.",
        "Отпуск директора начинается по приказу, а график висит в цехе.",
        "Отпуск работника начинается по графику.",
    ]
    others = [each for number, each in enumerate(held) if number != cited]
    assert not_borne_out(text, [held[cited]], others, "ru", question="Отпуск дают у моря?") == expected
