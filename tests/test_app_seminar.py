"""The page "Seminar" and the room's page, driven without a browser: a lesson, its files, the projector, a room."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from assistant.law import LANGUAGES
from assistant.room_errors import NoSuchRoom
from assistant.seminar import item, plan
from assistant.seminar.item import Item, phrases
from assistant.seminar.lesson import Lesson
from assistant.seminar.room import Question, Room, Rooms
from assistant.settings import ROOT as PROJECT
from assistant.settings import Settings
from assistant.ui import frame, lesson_view, room_state
from tests.conftest import ROOT
from tests.test_seminar_room import FIGURE, GAP, LIST, MATCH, ORDER

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]
DRAWN = """
import streamlit as st
from assistant.ui import frame, {page}
frame.language_bar()
{page}.page()
"""
ROOMS = Rooms()


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A page that phones may open, on a computer in a network."""
    monkeypatch.setenv("ASSISTANT_ROOM", "1")
    monkeypatch.setattr("assistant.seminar.reach.addresses", lambda: ("192.168.1.5", "172.17.0.1"))
    monkeypatch.setattr("assistant.ui.room_state.the_rooms", lambda: ROOMS)
    return Settings.from_environment()


@pytest.fixture(scope="module")
def lesson() -> Lesson:
    """A short lesson on dismissal in Russian."""
    pool = room_state.the_pool(date.today())
    return plan(pool, PROJECT / "corpus" / "cases", "function", ["dismissal"], ["ru"], 20)[0]


def opened(page: str, lang: str = "ru", **query: str) -> AppTest:
    """A page as an address with these parameters opens it."""
    drawn = AppTest.from_string(DRAWN.format(page=page), default_timeout=120)
    drawn.session_state["language"] = lang
    for key, value in query.items():
        drawn.query_params[key] = value
    return drawn


def run(page: AppTest, *_acts: object) -> AppTest:
    """Draw it after what was done to its elements; an exception fails the test."""
    page.run()
    assert not page.exception, page.exception
    return page


def said(page: AppTest) -> str:
    """Everything that a page says."""
    kinds = (page.title, page.header, page.subheader, page.markdown, page.warning, page.error, page.info, page.success)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


def wished(lang: str = "ru") -> AppTest:
    """The page with a lesson on discipline of 20 minutes."""
    page = run(opened("seminar_page", lang))
    page.multiselect(key="lesson-topics").set_value(["discipline"])
    page.selectbox(key="lesson-level").set_value("function")
    page.button_group(key="lesson-minutes").set_value(20)
    page.button(key="make-lesson").click()
    return run(page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_lesson_is_shown_in_each_language(lang: str) -> None:
    page = wished(lang)
    shown = said(page)
    for key in ("aims", "timetable", "asked", "sources"):
        assert phrases()[key][lang] in shown
    made: Lesson = page.session_state[room_state.LESSONS][0]
    assert made.lang == lang and made.minutes == 20 and len(made.quiz) == 6
    assert all(source.label in shown for source in made.sources)
    assert made.quiz[0].keys[0].quote.split()[0] in shown


def test_another_set_is_another_one_and_its_number_gives_it_again() -> None:
    page = wished()
    first = page.session_state[room_state.LESSONS]
    run(page, page.button(key="another-set").click())
    other = page.session_state[room_state.LESSONS]
    assert other != first and page.number_input(key="lesson-seed").value == 2
    page.number_input(key="lesson-seed").set_value(1)
    run(page, page.button(key="make-lesson").click())
    assert page.session_state[room_state.LESSONS] == first


def test_without_a_language_it_is_asked_for() -> None:
    page = run(opened("seminar_page"))
    page.button_group(key="lesson-langs").set_value([])
    run(page, page.button(key="make-lesson").click())
    assert phrases()["choose one language"]["ru"] in said(page)


@pytest.mark.parametrize("name", ["plan.docx", "handout.pdf", "quiz.docx", "key.pdf", "cases.pdf", "slides.pptx"])
def test_a_file_is_made_when_it_is_asked_for(name: str, lesson: Lesson) -> None:
    made = lesson_view.file(name, lesson, room_state.the_pool(lesson.day))
    assert made.startswith(b"%PDF" if name.endswith("pdf") else b"PK")


def test_the_archive_holds_every_file(lesson: Lesson) -> None:
    made = lesson_view.file("seminar.zip", lesson, room_state.the_pool(lesson.day))
    names = zipfile.ZipFile(io.BytesIO(made)).namelist()
    assert {"plan.docx", "key.pdf", "certificate.pdf", "slides.pptx"} <= set(names) and len(names) == 13


def test_a_correction_can_be_saved() -> None:
    page = wished()
    each: Item = page.session_state[room_state.LESSONS][0].quiz[0]
    run(page, page.text_area(key=f"correction-{each.id}").set_value("Срок другой."))
    written = page.session_state[room_state.CORRECTIONS]
    assert written[each.id] == (each, "Срок другой.")
    run(page, page.button(key="another-set").click())
    assert page.session_state[room_state.CORRECTIONS] == written, "another set keeps what was written on the former"


def test_the_projector_shows_one_item_and_its_key_on_demand() -> None:
    page = wished()
    quiz = page.session_state[room_state.LESSONS][0].quiz
    run(page, page.button(key="show-screen").click())
    assert page.title[0].value == "1 / 6" and quiz[0].keys[0].label not in said(page)
    run(page, page.button(key="screen-reveal").click())
    assert quiz[0].keys[0].label in said(page)
    for _ in quiz:
        run(page, page.button(key="screen-next").click())
    assert page.title[0].value == phrases()["screen end"]["ru"] and page.button(key="screen-next").disabled
    run(page, page.button(key="screen-close").click())
    assert phrases()["seminar lead"]["ru"] in said(page)


def test_without_the_network_the_page_says_how_to_open_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_ROOM", "")
    page = wished()
    assert "python -m assistant serve --room" in said(page)
    assert not [button for button in page.button if button.key == "open-room"]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(("192.168.1.5", "172.17.0.1"), "192.168.1.5:8501/room", id="the first address"),
        pytest.param((), "localhost:8501/room", id="no network: this computer only"),
    ],
)
def test_a_room_tells_how_to_get_in(
    found: tuple[str, ...], expected: str, lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.seminar.reach.addresses", lambda: found)
    page = opened("seminar_page")
    room = ROOMS.open([Question(FIGURE)], "ru")
    page.session_state[room_state.SHOWING] = room_state.Showing(room, True)
    shown = said(run(page)).replace("\u2060", "")
    assert expected in shown and room.code in shown
    assert (phrases()["no network"]["ru"] in shown) is not found if not found else True


def test_the_trainer_ends_a_room_and_has_its_totals() -> None:
    room = ROOMS.open([Question(FIGURE), Question(LIST)], "ru")
    tokens = [room.join() for _ in range(3)]
    page = opened("seminar_page")
    page.session_state[room_state.SHOWING] = room_state.Showing(room, True)
    run(page)
    run(page, page.button(key="screen-next").click())
    for token, option in zip(tokens, (1, 0, 0), strict=True):
        room.answer(token, 1, [option], "ru")
    run(page, page.button(key="screen-reveal").click())
    assert "**2**" in said(page) and re.search(r"1 из 3", said(page)) and "✔" in said(page)
    run(page, page.button(key="end-room").click())
    shown = said(page)
    assert phrases()["results"]["ru"] in shown and "secret label" in shown and "1 / 3" in shown
    with pytest.raises(NoSuchRoom):
        ROOMS.find(room.code)
    run(page, page.button(key="forget-totals").click())
    assert "secret label" not in said(page)


@pytest.fixture
def room() -> Iterator[Room]:
    """A room with every kind of item; ended afterwards."""
    held = ROOMS.open([Question(each) for each in (FIGURE, LIST, ORDER, MATCH, GAP)], "ru")
    yield held
    held.end()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_participant_waits_answers_changes_and_sees_the_key(lang: str, room: Room) -> None:
    page = run(opened("room_page", lang, code=room.code))
    assert phrases()["you are in"][lang] in said(page)
    room.move(1)
    run(page)
    assert "secret" not in said(page)
    for option in (0, 1):
        run(page, page.radio[0].set_value(option))
        assert phrases()["counted"][lang] in said(page)
    assert room.tally(1).options == (0, 1, 0, 0)
    assert (phrases()["other language"][lang] in said(page)) is (lang != "ru")
    room.reveal()
    run(page)
    assert phrases()["you were right"][lang] in said(page) and "secret quote" in said(page) and not page.radio
    room.move(6)
    assert phrases()["thanks"][lang] in said(run(page))
    room.end()
    assert phrases()["room left"][lang] in said(run(page))


def test_several_an_order_and_a_match_are_sent_by_a_button(room: Room) -> None:
    page = run(opened("room_page", code=room.code))
    room.move(2)
    run(page)
    for number in (0, 2):
        page.checkbox[number].check()
    run(page, page.button[0].click())
    for number, chosen in ((3, (2, 0, 1)), (4, (1, 2, 0))):
        room.move(number)
        run(page)
        page.selectbox[0].set_value(chosen[0])
        run(page, page.button[0].click())
        assert page.error, "half an answer is refused"
        for place, option in enumerate(chosen):
            page.selectbox[place].set_value(option)
        run(page, page.button[0].click())
        assert phrases()["counted"]["ru"] in said(page) and not page.error
    assert [room.tally(number).right for number in (2, 3, 4)] == [1, 1, 1]
    room.move(5)
    assert phrases()["answer aloud"]["ru"] in said(run(page)) and not page.radio


def test_a_page_that_is_reloaded_stays_the_same_participant(room: Room) -> None:
    token = "".join(run(opened("room_page", code=room.code)).query_params["me"])
    again = run(opened("room_page", code=room.code, me=token))
    assert "".join(again.query_params["me"]) == token and room.joined == 1
    stranger = run(opened("room_page", code=room.code, me="made-up-by-somebody"))
    assert "".join(stranger.query_params["me"]) != "made-up-by-somebody" and room.joined == 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_wrong_code_is_told_and_can_be_typed_anew(lang: str, room: Room) -> None:
    page = run(opened("room_page", lang, code="22222"))
    assert NoSuchRoom("22222").sentence(lang) in page.error[0].value
    page.text_input[0].set_value(f" {room.code.lower()} ")
    run(page, page.button[0].click())
    assert phrases()["you are in"][lang] in said(page)


def test_a_full_room_says_so(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.seminar.room.MOST_PARTICIPANTS", 1)
    run(opened("room_page", code=room.code))
    assert "1" in run(opened("room_page", code=room.code)).error[0].value and room.joined == 1


@pytest.mark.parametrize(
    ("guest", "open_to_phones", "alone"),
    [
        pytest.param(True, "1", True, id="a phone sees the room and nothing else"),
        pytest.param(False, "1", False, id="the trainer sees everything"),
        pytest.param(True, "", False, id="a page opened to the network on purpose is as before"),
    ],
)
def test_who_sees_which_pages(guest: bool, open_to_phones: str, alone: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_ROOM", open_to_phones)
    monkeypatch.setattr(room_state, "is_local", lambda: not guest)
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    assert not page.exception
    assert set(page.session_state[frame.PAGES]) == (
        {"entry", "room"} if alone else {"ask", "library", "check", "seminar", "about", "room"}
    )
    assert (page.title[0].value == phrases()["room"]["ru"]) is alone


def test_every_phrase_of_the_pages_exists() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "assistant" / "ui").glob("*.py"))
    asked = set(re.findall(r"\btold\(\s*\"([^\"{]+)\"", code))
    assert len(asked) > 50 and asked <= item.phrases().keys()
