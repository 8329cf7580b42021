"""Deadlines on the page, without a browser: no day is filled in, the last days come in order with the article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from assistant import deadlines
from assistant.law import LANGUAGES
from assistant.phrases import phrases
from assistant.settings import Settings
from tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]
DISMISSED = {
    "kk": "Мені ауырып жүргенде жұмыстан шығарды, заңды ма?",
    "ru": "Меня уволили во время больничного, это законно?",
    "en": "I was dismissed while on sick leave, is that lawful?",
}


@pytest.fixture
def page(built_settings: Settings) -> Iterator[AppTest]:
    """The page of a new visitor."""
    yield AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()


def said(page: AppTest) -> str:
    """What the page says in its paragraphs and warnings."""
    text = "\n".join(str(each.value) for kind in (page.markdown, page.warning) for each in kind)
    return text.replace("\\", "")


def names(page: AppTest, event: str, day: date) -> str:
    """Name the day of an event; what the page then says."""
    next(each for each in page.date_input if str(each.key).endswith(event)).set_value(day).run()
    assert not page.exception
    return said(page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_day_named_gives_the_last_day_with_its_article(lang: str, page: AppTest) -> None:
    page.chat_input[0].set_value(DISMISSED[lang]).run()
    days = [each for each in page.date_input if str(each.key).startswith("from-")]
    assert days and all(each.value is None for each in days)
    written = {"en": "16 November 2026"}.get(lang, "16.11.2026")
    head = phrases()["ui deadline until"][lang].format(date=written)
    assert head not in said(page)
    shown = names(page, "act_copy", date(2026, 10, 14))
    moved = phrases()["ui deadline moved"][lang].split("{date}")[1]
    assert head in shown and moved in shown and shown.index(head) > 0
    assert phrases()["ui deadline holidays"][lang] not in shown
    assert {"kk": "160-бап", "ru": "ст. 160", "en": "art. 160"}[lang] in shown


def test_a_year_whose_holidays_are_not_held_is_told(page: AppTest) -> None:
    page.chat_input[0].set_value(DISMISSED["ru"]).run()
    assert phrases()["ui deadline holidays"]["ru"] in names(page, "act_copy", date(2026, 12, 20))


def test_a_rule_that_did_not_hold_on_the_day_is_not_counted(page: AppTest) -> None:
    page.chat_input[0].set_value(DISMISSED["ru"]).run()
    shown = names(page, "learned", date(2026, 6, 1))
    assert phrases()["ui deadline no rule"]["ru"].format(date="12.06.2026") in shown


def test_an_answer_without_deadlines_asks_for_no_day(page: AppTest) -> None:
    page.chat_input[0].set_value("Сколько дней отпуска мне положено?").run()
    assert not [each for each in page.date_input if str(each.key).startswith("from-")]


def test_a_new_conversation_forgets_the_day(page: AppTest) -> None:
    page.chat_input[0].set_value(DISMISSED["ru"]).run()
    names(page, "act_copy", date(2026, 10, 14))
    page.button(key="new").click().run()
    page.chat_input[0].set_value(DISMISSED["ru"]).run()
    assert all(each.value is None for each in page.date_input if str(each.key).startswith("from-"))


def test_without_the_list_the_answer_stands_and_says_so(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.deadlines.FILE", "gone.yaml")
    deadlines.load.cache_clear()
    page.chat_input[0].set_value(DISMISSED["ru"]).run()
    deadlines.load.cache_clear()
    assert not page.exception and "gone.yaml" in page.error[0].value and "больничном" in said(page)
