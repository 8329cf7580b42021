"""Which words of a sentence its passage does not have: forms, groups, harmless words, numbers, «сам»."""

from __future__ import annotations

import pytest

from assistant import clauses, known_words
from assistant.law import LANGUAGES
from assistant.wording import foreign


@pytest.mark.parametrize(
    ("claim", "passage", "lang", "expected"),
    [
        pytest.param("Отпуск разделён.", "Отпуск можно разделить.", "ru", set(), id="another form"),
        pytest.param("Платят до конца квартала.", "Платят до конца месяца.", "ru", {"кварта"}, id="another span"),
        pytest.param("Уволить можно за прогул.", "Договор расторгают за прогул.", "ru", set(), id="of one group"),
        pytest.param("Отпуск – двадцать дней.", "Отпуск 20 дней.", "ru", set(), id="a number it has in digits"),
        pytest.param("Отпуск – тридцать дней.", "Отпуск 20 дней.", "ru", set(), id="another number: measures"),
        pytest.param("Порядок определяет он сам.", "Порядок определяет орган.", "ru", {"сам"}, id="himself"),
        pytest.param("Үшінші топтағы мүгедек.", "1-топтағы мүгедек.", "kk", {"ушин"}, id="kk, another group"),
        pytest.param("Жалақыны айында бір рет төлейді.", "Жалақы айына 1 рет төленеді.", "kk", set(), id="kk, forms"),
        pytest.param("Оны министрлік бекітеді.", "Оны комитет бекітеді.", "kk", {"министр"}, id="kk, another body"),
        pytest.param("Payment stops in that year.", "Payment stops in that month.", "en", {"year"}, id="en"),
        pytest.param("Wages are paid in tenge.", "Wages are paid in the national currency.", "en", set(), id="tenge"),
        pytest.param("The law-enforcement body.", "The law-enforcement body.", "en", set(), id="with a hyphen"),
    ],
)
def test_foreign_words(claim: str, passage: str, lang: str, expected: set[str]) -> None:
    assert foreign(claim, passage, lang) == expected


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_harmless_word_is_a_span_a_body_or_a_kind_of_worker(lang: str) -> None:
    telling = {
        "ru": "день неделя месяц квартал год час суд инспектор комиссия профсоюз министерство женщина мужчина начало",
        "kk": "күн апта тоқсан жыл сағат сот инспектор комиссия кәсіподақ министрлік әйел еркек соңы",
        "en": "day week month quarter year hour court inspector commission union ministry woman man beginning",
    }
    harmless = clauses.stems(known_words.HARMLESS[lang], lang)
    assert not harmless & clauses.stems(telling[lang], lang)
