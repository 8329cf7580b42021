"""Filters, library, check, about, own documents and feedback, driven without a browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant import adding, feedback, library
from assistant.adding import Details
from assistant.corpus import with_wordings
from assistant.documents import Wording
from assistant.law import LANGUAGES, Authority
from assistant.library import Library
from assistant.phrases import phrases
from assistant.settings import Settings
from assistant.ui import about
from assistant.ui.library_page import by_name, sorted_digests
from tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]
DRAWN = """
import streamlit as st
from assistant.ui import about, ask, check, frame, library_page, state
names = {{"ask": ask, "library": library_page, "check": check, "about": about}}
frame.remember({{name: st.Page(module.page, url_path=name, title=name) for name, module in names.items()}})
st.navigation(list(st.session_state["pages"].values()), position="hidden")
frame.language_bar()
{page}.page()
"""


@pytest.fixture
def page(built_settings: Settings) -> Iterator[AppTest]:
    """The page of a new visitor."""
    yield AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()


def opened(name: str, lang: str = "ru", **query: str) -> AppTest:
    """One of the other pages, as an address with these parameters opens it."""
    page = AppTest.from_string(DRAWN.format(page=name), default_timeout=120)
    page.session_state["language"] = lang
    for key, value in query.items():
        page.query_params[key] = value
    page.run()
    assert not page.exception
    return page


def said(page: AppTest) -> str:
    """Everything that a page says."""
    kinds = (page.title, page.header, page.markdown, page.warning, page.error, page.text, page.info)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


def ask(page: AppTest, question: str) -> AppTest:
    """Ask a question."""
    page.chat_input[0].set_value(question).run()
    assert not page.exception
    return page


def chips(page: AppTest) -> str:
    """The labels of all chips."""
    return " ".join(button.label for button in page.button if str(button.key).startswith("chip-"))


def test_law_only_leaves_positions_out_and_ends_with_the_conversation(page: AppTest) -> None:
    question = "Какую позицию об ИИ занимает IndustriALL?"
    assert "IndustriALL" in chips(ask(page, question))
    page.toggle[0].set_value(True).run()
    ask(page, question)
    assert "IndustriALL" not in chips(page)
    page.button(key="new").click().run()
    assert page.toggle[0].value is False
    assert "IndustriALL" in chips(ask(page, question))


def test_the_day_decides_and_does_not_leak(page: AppTest) -> None:
    ask(page, "сколько дней отпуска?")
    page.date_input[0].set_value(date(2020, 5, 1)).run()
    ask(page, "сколько дней отпуска?")
    assert "01.05.2020" in said(page)
    page.button(key="new").click().run()
    assert page.date_input[0].value == date.today()


def test_the_law_of_another_jurisdiction(page: AppTest) -> None:
    page.selectbox[0].set_value("eu").run()
    ask(page, "Какие права есть у работника цифровой платформы?")
    assert phrases()["lead foreign law"]["ru"] in said(page) and "ТК РК" not in chips(page)


def test_a_suggestion_is_asked_by_one_click(page: AppTest) -> None:
    ask(page, "Сколько дней отпуска мне положено?")
    further = next(button for button in page.button if str(button.key).startswith("further-"))
    further.click().run()
    assert not page.exception and len(page.session_state["conversation"]) == 2


@pytest.mark.parametrize("agrees", [False, True])
def test_a_thumb_down_keeps_the_question_only_with_consent(
    agrees: bool, built_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.feedback.FOLDER", str(tmp_path / "feedback"))
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    ask(page, "Сколько дней отпуска мне положено?")
    page.radio[0].set_value("incomplete")
    next(box for box in page.checkbox if str(box.key).startswith("with-")).set_value(agrees)
    next(b for b in page.button if b.label == phrases()["ui send"]["ru"]).click().run()
    assert phrases()["ui thanks"]["ru"] in said(page)
    row = json.loads(next((tmp_path / "feedback").glob("*.jsonl")).read_text(encoding="utf-8"))
    assert (row["good"], row["reason"]) == (False, "incomplete")
    assert row["question"] == ("Сколько дней отпуска мне положено?" if agrees else "")


def test_the_page_hands_out_only_the_judgements_of_its_own_session(
    built_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.feedback.FOLDER", str(tmp_path / "feedback"))
    one = ask(AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run(), "Сколько дней отпуска мне положено?")
    next(button for button in one.button if str(button.key).startswith("good-")).click().run()
    kept = one.session_state["own feedback"]
    assert len(kept) == 1 and feedback.lines(kept) == feedback.export(Settings.from_environment())
    other = opened("about")
    assert not other.session_state["own feedback"]
    assert not [each for each in other.get("download_button") if "(1)" in str(each)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "key"), [("library_page", "ui library"), ("check", "ui check"), ("about", "ui about")]
)
def test_every_page_is_whole_in_each_language(name: str, key: str, lang: str, built_settings: Settings) -> None:
    page = opened(name, lang)
    assert page.title[0].value == phrases()[key][lang]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_article_page(lang: str, built_settings: Settings) -> None:
    page = opened("library_page", lang, article="kz-labour-code/88")
    shown = said(page)
    digest = library.current(built_settings).corpus.by_article["kz-labour-code/88"]
    assert digest.title[lang] in shown and digest.points[0].text[lang] in shown
    for key in ("ui figures", "ui related", "ui questions"):
        assert phrases()[key][lang] in shown
    assert phrases()["ui unit calendar_days"][lang] in shown


def side_by_side(pair: str = "") -> str:
    """What article 88 says side by side."""
    page = opened("library_page", article="kz-labour-code/88")
    for key, chosen in (("shown-", "all"), ("pair-", pair)):
        if chosen:
            next(each for each in page.button_group if str(each.key).startswith(key)).set_value(chosen).run()
    assert not page.exception
    return said(page)


@pytest.mark.parametrize(
    ("pair", "shown"),
    [
        pytest.param("", "kk ru", id="Kazakh and Russian first"),
        pytest.param("ru-en", "ru en", id="another pair is chosen"),
    ],
)
def test_two_languages_of_a_digest_side_by_side(pair: str, shown: str, built_settings: Settings) -> None:
    digest, text = library.current(built_settings).corpus.by_article["kz-labour-code/88"], side_by_side(pair)
    assert [each for each in LANGUAGES if digest.points[0].text[each] in text] == shown.split()


def test_official_words_side_by_side(built_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    held = library.current(built_settings)
    texts = {"kk": "1. Мысық ұйықтайды.\n1-1. Мысық ойнайды.", "ru": "1. Кот спит."}
    wordings = [Wording("kz-labour-code", "88", lang, date(2026, 7, 1), text) for lang, text in texts.items()]
    both = Library(held.folder, held.manifest)
    both.__dict__["corpus"] = with_wordings(held.corpus, tuple(wordings))
    monkeypatch.setattr("assistant.ui.state.the_library", lambda: both)
    text = side_by_side()
    assert all(words in text.replace("\\", "") for words in ("1. Мысық ұйықтайды", "1. Кот спит", "1-1. Мысық ойнайды"))
    assert text.count(phrases()["place_lacking"]["ru"]) == 1
    digest = held.corpus.by_article["kz-labour-code/88"]
    assert digest.points[0].text["en"] in side_by_side("kk-en")


@pytest.mark.parametrize("article", ["kz-labour-code/412", "<script>", "../../etc", "kz-labour-code", "a/b/c"])
def test_an_article_that_is_not_held(article: str, built_settings: Settings) -> None:
    page = opened("library_page", article=article)
    assert phrases()["ui no such article"]["ru"].split("{")[0] in said(page)


def test_the_history_of_an_article_is_shown(built_settings: Settings) -> None:
    corpus = library.current(built_settings).corpus
    former = next(d for d in corpus.digests if any(p.until and p.until <= date.today() for p in d.points))
    shown = said(opened("library_page", article=str(former.id)))
    assert phrases()["ui history"]["ru"] in shown and phrases()["former_rule"]["ru"].split("{")[0] in shown


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        pytest.param("88", "88", id="a number"),
        pytest.param("ст. 126-1", "126-1", id="a dashed number in a citation"),
        pytest.param("сынақ мерзімі", "36", id="words of a title in Kazakh"),
    ],
)
def test_a_search_by_number_or_title(wanted: str, first: str, built_settings: Settings) -> None:
    held = library.current(built_settings)
    digests = [digest for digest in sorted_digests(held) if digest.instrument == "kz-labour-code"]
    assert by_name(wanted, digests)[0].article == first


def test_a_search_by_meaning(built_settings: Settings) -> None:
    page = opened("library_page")
    page.text_input[0].set_value("болничныйда шығарса бола ма").run()
    assert not page.exception and phrases()["ui by meaning"]["ru"] in said(page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_example_is_checked(lang: str, built_settings: Settings) -> None:
    page = opened("check", lang)
    next(b for b in page.button if b.label == phrases()["ui example"][lang]).click().run()
    assert not page.exception
    report = page.session_state["checked"].report
    assert [finding.verdicts.exists for finding in report.findings] == [True, True, False]
    assert report.findings[1].verdicts.figures is False
    text = next(str(m.value) for m in page.markdown if ":red[" in str(m.value) and ":green[" in str(m.value))
    assert "**" in text and phrases()["found wrong"][lang] in said(page) + " ".join(e.label for e in page.expander)


def test_nothing_to_check_is_said(built_settings: Settings) -> None:
    page = opened("check")
    next(b for b in page.button if b.label == phrases()["ui do check"]["ru"]).click().run()
    assert phrases()["ui nothing to check"]["ru"] in said(page)


def test_about_reads_its_numbers_from_the_runs() -> None:
    rows = dict(about.measured(about.RUNS))
    assert set(rows) == {key for _, _, key in about.MEASURED}
    totals = json.loads((about.RUNS / "held_out.json").read_text(encoding="utf-8"))["totals"]
    assert rows["ui measure found"]["kk"] == (totals["kk"]["recall@5"]["value"], totals["kk"]["recall@5"]["n"])


def test_an_own_document_that_is_kept_is_listed_and_removed(
    built_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    monkeypatch.setattr(Settings, "texts", property(lambda self: own))
    started: list[str] = []
    monkeypatch.setattr("assistant.rebuilding.Rebuild.start", lambda self, lang: started.append(lang))
    file = tmp_path / "dogovor.txt"
    file.write_text("4.2. За ночную смену платят вдвойне.\n", encoding="utf-8")
    details = Details("Договор фабрики", "kz", "ru", str(Authority.AGREEMENT))
    kept = adding.add(file, details, Settings.from_environment(), date.today())
    page = opened("library_page")
    assert "Договор фабрики" in said(page) and phrases()["ui not yet"]["ru"] in said(page)
    page.button(key=f"remove-{kept.instrument}").click().run()
    assert "Договор фабрики" not in said(page) and started == ["ru"]
