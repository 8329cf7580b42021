"""The page "Seminar": choose a lesson, see its plan, take its files, show it on the projector, open a room for phones.

What a lesson holds is decided by `seminar.lesson`; nothing is stored but what the trainer saves.
"""

from __future__ import annotations

from datetime import date

import streamlit as st

from assistant.errors import AssistantError
from assistant.law import LANGUAGES
from assistant.seminar import lesson, twins
from assistant.seminar.item import LEVELS
from assistant.seminar.lesson import LENGTHS, Lesson
from assistant.seminar.room import Question, Room
from assistant.settings import Settings
from assistant.ui import lesson_view, results, room_state, screen, state
from assistant.ui.markup import plain
from assistant.ui.room_state import Showing, told

LONGEST_WORDS = 120  # characters of a title and of an audience
GREATEST_SEED = 999_999
A_DAY = 360  # minutes


def page() -> None:
    """Draw the projector if something is on it, else the wish, the lesson and what is left of a room."""
    shown = room_state.showing()
    if shown is not None:
        screen.draw(shown)
        return
    st.title(told("seminar"), anchor=False)
    st.markdown(told("seminar lead"))
    results.draw()
    _wish()
    if failed := st.session_state.pop("lesson failed", ""):
        st.error(failed)
    lessons: tuple[Lesson, ...] = st.session_state.get(room_state.LESSONS, ())
    if lessons:
        chosen = _language_of(lessons)
        _in_the_room(chosen, lessons)
        lesson_view.draw(chosen, room_state.the_pool(chosen.day))


def _wish() -> None:
    """The choice of a lesson; it stays while the session lasts."""
    topics = room_state.the_pool(date.today()).topics
    lang = state.language()
    st.session_state.setdefault("lesson-langs", [lang])
    st.session_state.setdefault("lesson-seed", 1)
    with st.container(border=True):
        st.multiselect(
            told("choose topics"), list(topics.by_id), format_func=lambda name: topics.by_id[name].name[lang],
            key="lesson-topics", placeholder=told("all topics"), persist_state="session",
        )  # fmt: skip
        _wish_in_detail()
        with st.container(horizontal=True):
            if st.button(told("make lesson"), type="primary", icon=":material/school:", key="make-lesson"):
                _make()
            if st.session_state.get(room_state.LESSONS):
                st.button(told("another set"), on_click=_next_seed, icon=":material/refresh:", key="another-set")
                if st.session_state.pop("make again", False):
                    _make()


def _wish_in_detail() -> None:
    """Level, languages and length; title, audience and the number of the draw."""
    levels = {name: told(f"level {name}") for name in LEVELS}
    lengths = {minutes: _length(minutes) for minutes in LENGTHS}
    left, right = st.columns(2)
    with left:
        st.selectbox(
            told("choose level"), LEVELS, format_func=levels.__getitem__, key="lesson-level",
            persist_state="session",
        )  # fmt: skip
        st.pills(
            told("choose languages"), LANGUAGES, selection_mode="multi", key="lesson-langs",
            format_func=lambda code: state.NAMES[code], persist_state="session",
        )  # fmt: skip
        st.segmented_control(
            told("choose length"), list(LENGTHS), default=45, format_func=lengths.__getitem__, key="lesson-minutes",
            required=True, persist_state="session",
        )  # fmt: skip
    with right:
        st.text_input(told("choose module"), max_chars=LONGEST_WORDS, key="lesson-module", persist_state="session")
        st.text_input(told("choose audience"), max_chars=LONGEST_WORDS, key="lesson-audience", persist_state="session")
        st.number_input(
            told("choose seed"), 1, GREATEST_SEED, step=1, key="lesson-seed", help=told("seed help"),
            persist_state="session",
        )  # fmt: skip


def _length(minutes: int) -> str:
    return told("length day") if minutes == A_DAY else told("length short", minutes=str(minutes))


def _next_seed() -> None:
    st.session_state["lesson-seed"] = int(st.session_state["lesson-seed"]) % GREATEST_SEED + 1
    st.session_state["make again"] = True


def _make() -> None:
    """Make the lesson that is wished for, in each language; what goes wrong is one sentence."""
    held, settings = st.session_state, Settings.from_environment()
    langs = [code for code in LANGUAGES if code in held["lesson-langs"]]
    langs.sort(key=lambda code: code != state.language())  # the room's language first
    if not langs:
        held["lesson failed"] = told("choose one language")
        return
    try:
        with st.spinner(told("making lesson"), show_time=True):
            held[room_state.LESSONS] = lesson.plan(
                room_state.the_pool(date.today()), settings.corpus / "cases", held["lesson-level"],
                list(held["lesson-topics"]), langs, int(held["lesson-minutes"]), held["lesson-audience"].strip(),
                int(held["lesson-seed"]), held["lesson-module"].strip(),
            )  # fmt: skip
    except AssistantError as error:
        held["lesson failed"] = plain(error.sentence(state.language()))


def _language_of(lessons: tuple[Lesson, ...]) -> Lesson:
    """The lesson in the language that is looked at."""
    if len(lessons) == 1:
        return lessons[0]
    by_lang = {each.lang: each for each in lessons}
    chosen = st.segmented_control(
        told("choose languages"), list(by_lang), default=next(iter(by_lang)), required=True,
        format_func=lambda code: state.NAMES[code], key=f"lesson-shown-{'-'.join(by_lang)}",
    )  # fmt: skip
    return by_lang[chosen or next(iter(by_lang))]


def _in_the_room(chosen: Lesson, lessons: tuple[Lesson, ...]) -> None:
    """The projector, and the room for phones where phones can reach this computer."""
    may_open = Settings.from_environment().room
    with st.container(horizontal=True, vertical_alignment="center"):
        if chosen.quiz:
            st.button(
                told("show on screen"), icon=":material/slideshow:", key="show-screen", on_click=_show, args=(chosen,)
            )
        if may_open and chosen.quiz and st.button(told("open room"), icon=":material/qr_code_2:", key="open-room"):
            _open(chosen, lessons)
        for room in room_state.the_rooms().held() if may_open else ():
            st.button(
                told("back to room", code=room.code), icon=":material/meeting_room:", key=f"back-{room.code}",
                on_click=room_state.show, args=(Showing(room, True),),
            )  # fmt: skip
    st.markdown(f":small[{told('room private' if may_open else 'how to open')}]")


def _show(chosen: Lesson) -> None:
    """Show a lesson's items without phones: a room that nobody can find."""
    room = Room("", [Question(each) for each in chosen.quiz], chosen.lang)
    room.move(1)
    room_state.show(Showing(room, False))


def _open(chosen: Lesson, lessons: tuple[Lesson, ...]) -> None:
    with st.spinner(told("opening room"), show_time=True):
        questions = twins.questions(chosen, lessons, room_state.the_pool(chosen.day))
    room = room_state.the_rooms().open(questions, chosen.lang)
    room_state.show(Showing(room, True))
    st.rerun()
