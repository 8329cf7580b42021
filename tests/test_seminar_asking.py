"""What a room can follow by ear, which headings tell a rule, what an order lays down."""

# ruff: noqa: E501 a table reads better unbroken
from __future__ import annotations

import pytest

from assistant.seminar import asking, heading_words, terms


@pytest.mark.parametrize(
    ("text", "lang", "heard"),
    [
        pytest.param("Отпуск длится месяц.", "ru", True, id="a plain sentence"),
        pytest.param("Отпуск (основной) длится месяц.", "ru", False, id="brackets"),
        pytest.param("Штраф: работнику, работодателю.", "ru", False, id="a list"),
        pytest.param("Работник и (или) работодатель решают.", "ru", False, id="and (or)"),
        pytest.param("Больничныйдағы адам жұмыс істемейді.", "kk", False, id="a word of the street"),
        pytest.param("ГПХ шартымен жұмыс істейді.", "kk", False, id="a Russian abbreviation in Kazakh"),
        pytest.param("Wages are paid 1 time a month.", "en", False, id="1 time is once"),
        pytest.param("слово " * 40, "ru", False, id="too long"),
    ],
)
def test_what_a_room_can_follow(text: str, lang: str, heard: bool) -> None:
    assert asking.heard(text, lang) == heard


@pytest.mark.parametrize(
    ("title", "text", "lang", "shared"),
    [
        pytest.param("Ночная работа", "К ночной работе не привлекают.", "ru", 2, id="both words in other cases"),
        pytest.param("Права работника", "Работодатель решает сам.", "ru", 0, id="employer is not employee"),
        pytest.param("Жұмыссыздар", "Жұмыспен қамтылған адам.", "kk", 0, id="kk work and the workless"),
        pytest.param("Rest days", "Employees are given rest days.", "en", 2, id="en"),
        pytest.param(
            "Кәсіподақтардың құқықтары", "Кәсіподақ ұйым құруға құқылы.", "kk", 2, id="kk: one who may has rights"
        ),
        pytest.param("Инспектордың актілері", "Актісін орындайды.", "kk", 1, id="kk: a short root"),
        pytest.param("Кәсіподақ құру", "Кәсіподақ құрылады.", "kk", 2, id="kk: to set up and to be set up"),
        pytest.param("Обязанности", "Он должен платить.", "ru", 1, id="ru: one who must has duties"),
        pytest.param("Должности", "Он должен платить.", "ru", 0, id="ru: a post is no duty"),
        pytest.param("Duties of unions", "A union must act.", "en", 2, id="en: must is a duty"),
        pytest.param("Setting up", "It is set up.", "en", 1, id="en: set and setting"),
    ],
)
def test_words_that_a_heading_shares_with_a_rule(title: str, text: str, lang: str, shared: int) -> None:
    assert heading_words.shared(title, text, lang) == shared


@pytest.mark.parametrize(
    ("means", "lang", "dangling"),
    [
        pytest.param("приказы, которые она издаёт", "ru", True, id="she, far from the opening"),
        pytest.param("actions with them", "en", True, id="them"),
        pytest.param("лицо, которое работает по договору", "ru", False, id="no pronoun"),
    ],
)
def test_a_definition_with_a_pronoun_says_nothing_alone(means: str, lang: str, dangling: bool) -> None:
    assert (terms.PRONOUN.search(means) is not None) == dangling
