"""The page, driven without a browser: asks, shows sources, refuses, switches language, keeps nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.law import LANGUAGES
from assistant.phrases import phrases
from assistant.settings import Settings
from tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]


@pytest.fixture
def page(built_settings: Settings) -> Iterator[AppTest]:
    """The page of a new visitor."""
    yield AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()


def _said(page: AppTest) -> str:
    shown = [*page.markdown, *page.caption, *page.warning, *page.error, *page.text, *page.code, *page.info]
    return "\n".join(str(element.value) for element in shown)


def _ask(page: AppTest, question: str) -> AppTest:
    return page.chat_input[0].set_value(question).run()


def test_a_new_visitor_sees_what_it_is_and_examples(page: AppTest) -> None:
    assert not page.exception
    assert phrases()["page_lead"]["ru"] in _said(page)
    assert sum(str(button.key).startswith("example_") for button in page.button) == 4


def test_an_answer_has_chips_and_a_chip_opens_the_cited_point(page: AppTest) -> None:
    _ask(page, "Сколько дней отпуска мне положено?")
    assert "24 календарных дня" in _said(page)
    chips = [button for button in page.button if str(button.key).startswith("chip-")]
    assert chips and "ТК РК, ст. 88" in chips[0].label
    chips[0].click().run()
    assert not page.exception and phrases()["cited_point"]["ru"] in _said(page)
    assert "Продолжительность основного оплачиваемого" in _said(page)


def test_an_example_is_asked_by_one_click(page: AppTest) -> None:
    page.button(key="example_2").click().run()
    assert phrases()["example_2"]["ru"] in _said(page) and "ТК РК, ст. 54" in " ".join(b.label for b in page.button)


def test_a_refusal_says_why_and_shows_no_citation(page: AppTest) -> None:
    _ask(page, "Как подать на развод?")
    assert page.warning and not [button for button in page.button if str(button.key).startswith("chip-")]


@pytest.mark.parametrize(
    ("question", "said", "chip"),
    [
        pytest.param("штраф 30 МРП, сколько это в тенге?", "129 750 тенге", "Показатели 2026 года", id="a sum"),
        pytest.param("Что говорит Рекомендация МОТ № 227?", "№ 210", "МОТ", id="an instrument that does not exist"),
        pytest.param("Чем отличается ЕС от Казахстана в правах на персональные данные?", "ЕС", "РК", id="a comparison"),
        pytest.param("Какую позицию об ИИ занимает IndustriALL?", "не закон", "IndustriALL", id="a position"),
    ],
)
def test_sources_beside_the_code(page: AppTest, question: str, said: str, chip: str) -> None:
    _ask(page, question)
    assert not page.exception
    assert said in _said(page)
    assert any(chip in str(button.label) for button in page.button if str(button.key).startswith("chip-"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", ["example_1", "example_2", "example_3", "example_4"])
def test_every_example_of_the_page_is_answered(page: AppTest, key: str, lang: str) -> None:
    _ask(page, phrases()[key][lang])
    assert not page.exception and not page.warning


def test_the_question_is_shown_as_text_not_as_markup(page: AppTest) -> None:
    bad = "![x](http://127.0.0.1:9/x.png) сколько дней отпуска <script>alert(1)</script>"
    _ask(page, bad)
    assert any(element.value == bad for element in page.text)
    assert not any("127.0.0.1" in str(element.value) for element in page.markdown)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_interface_is_whole_in_each_language(lang: str, page: AppTest) -> None:
    page.session_state["language"] = lang
    page.run()
    assert phrases()["page_lead"][lang] in _said(page)
    assert page.chat_input[0].placeholder == phrases()["ask_here"][lang]


def test_a_follow_up_leans_on_the_conversation(page: AppTest) -> None:
    _ask(page, "За сколько дней предупредить об увольнении по собственному желанию?")
    _ask(page, "а если я на испытательном сроке?")
    assert phrases()["follow_up"]["ru"] in _said(page)


def test_the_page_says_how_typing_errors_were_read(page: AppTest) -> None:
    _ask(page, "началник заставляет работать в выхадные")
    assert "началник → начальник, выхадные → выходные" in _said(page)
    assert "ст. 85" in _said(page) or any("ст. 85" in button.label for button in page.button)
    _ask(page, "начальник заставляет работать в выходные")
    assert "→ начальник" not in _said(page)


def test_a_new_conversation_forgets_the_old_one(page: AppTest) -> None:
    _ask(page, "Сколько дней отпуска мне положено?")
    next(b for b in page.button if phrases()["new_conversation"]["ru"] in b.label).click().run()
    assert "24 календарных дня" not in _said(page) and page.session_state["conversation"] == []


def test_without_a_library_the_page_says_what_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_DATA", str(tmp_path))
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    _ask(page, "Сколько дней отпуска?")
    assert not page.exception and "python ingest.py build" in page.error[0].value
