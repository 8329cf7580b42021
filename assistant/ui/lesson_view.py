"""A lesson on the page: aims, time table, cases, questions with the answers folded, sources, its files to save.

Files are made when they are asked for and kept nowhere. What a trainer writes on an item stays in the session.
"""

from __future__ import annotations

import io
import zipfile
from functools import partial

import streamlit as st

from assistant import export, phrases, sheets
from assistant.cases import Case
from assistant.seminar import afterwards, command, paper, slides
from assistant.seminar.item import Item
from assistant.seminar.lesson import LENGTHS, Lesson
from assistant.seminar.places import rule
from assistant.seminar.pool import Pool
from assistant.ui import state
from assistant.ui.answer import MIME
from assistant.ui.markup import lines, one_line, plain
from assistant.ui.room_state import CORRECTIONS, told

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
SHEETS = ("plan", "handout", "quiz", "key", "cases", "certificate")
LONGEST_CORRECTION = 1000  # characters


def draw(lesson: Lesson, pool: Pool) -> None:
    """Draw a lesson in its own language under headings in the interface's."""
    st.header(one_line(lesson.module), anchor=False)
    wanted = LENGTHS[lesson.minutes][0]
    if len(lesson.quiz) < wanted:
        st.warning(told("fewer items", wanted=str(wanted), count=str(len(lesson.quiz))))
    _files(lesson, pool)
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader(told("aims"), anchor=False)
        st.markdown("\n".join(f"- {one_line(aim)}" for aim in lesson.aims))
    with right:
        st.subheader(told("timetable"), anchor=False)
        rows = [{told("time"): f"{a}–{b}", told("what"): plain(what)} for a, b, what in lesson.timetable]
        st.table(rows, hide_index=True)
    if lesson.cases:
        st.subheader(told("cases"), anchor=False)
        for number, card in enumerate(lesson.cases, 1):
            _case(number, card, lesson.lang, pool)
    if lesson.questions:
        st.subheader(told("asked"), anchor=False)
        st.markdown("\n".join(f"- {one_line(q.question)} :small[{one_line(q.label)}]" for q in lesson.questions))
    st.subheader(told("items", count=str(len(lesson.quiz))), anchor=False)
    for number, each in enumerate(lesson.quiz, 1):
        _item(number, each)
    _corrections()
    _sources(lesson)


def _files(lesson: Lesson, pool: Pool) -> None:
    """Every file of the lesson, one by one, and all in one archive."""
    with st.popover(told("lesson files"), icon=":material/download:"):
        for name in SHEETS:
            if name == "cases" and not lesson.cases:
                continue
            st.markdown(f"**{told(f'sheet {name}')}**")
            with st.container(horizontal=True):
                for suffix in ("docx", "pdf"):
                    _save(f"{name}.{suffix}", suffix.upper(), MIME[suffix], lesson, pool)
        st.markdown(f"**{told('file slides')}**")
        with st.container(horizontal=True):
            _save("slides.pptx", "PPTX", PPTX, lesson, pool)
            _save("seminar.zip", told("all files"), "application/zip", lesson, pool)


def _save(name: str, label: str, mime: str, lesson: Lesson, pool: Pool) -> None:
    st.download_button(
        label, partial(file, name, lesson, pool), name, mime, key=f"save-{name}-{lesson.lang}", on_click="ignore",
        icon=":material/description:",
    )  # fmt: skip


def file(name: str, lesson: Lesson, pool: Pool) -> bytes:
    """One file of a lesson."""
    stem, _, suffix = name.partition(".")
    if name == "slides.pptx":
        return slides.pptx(lesson)
    if suffix == "zip":
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for each, held in command.files(lesson, pool).items():
                archive.writestr(each, held)
        return out.getvalue()
    sheet: sheets.Sheet = paper.sheets(lesson, pool.bank)[stem]
    return export.docx(sheet) if suffix == "docx" else export.pdf(sheet)


def _case(number: int, card: Case, lang: str, pool: Pool) -> None:
    """A case card: the story for the room, its solution folded."""
    with st.container(border=True):
        st.markdown(lines(f"{number}. {card.situation.said(lang)}"))
        st.markdown("\n".join(f"- **{one_line(question)}**" for question in card.questions.said(lang)))
        with st.expander(told("solution"), icon=":material/lightbulb:"):
            st.markdown(lines(card.answer.said(lang)))
            if card.working:
                st.markdown(lines(f"{told('working')}: {card.working.said(lang)}"))
            decided = [(each.said(lang), rule(pool.bank, each.point).key(lang).label) for each in card.decides]
            st.markdown("\n".join(f"- {one_line(said)} :small[{one_line(label)}]" for said, label in decided))
            st.markdown(f"**{told('errors')}**")
            st.markdown("\n".join(f"- {one_line(each)}" for each in card.errors.said(lang)))
            st.markdown(f"**{told('discussion')}**")
            st.markdown("\n".join(f"- {one_line(each)}" for each in card.discussion.said(lang)))


def _item(number: int, each: Item) -> None:
    """One item: what is asked, its options, the answer with its article folded, a place for a correction."""
    ask, _, stem = each.stem.partition("\n")
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{number}. {one_line(ask)}** :small[{one_line(each.about)}]")
        if stem:
            st.markdown(lines(stem))
        if options := paper.options(each):
            st.markdown("  \n".join(one_line(option) for option in options))
        with st.expander(told("key of item"), icon=":material/key:"):
            st.success(one_line(paper.right(each)))
            if each.working:
                st.markdown("  \n".join(one_line(step) for step in each.working))
            for key in dict.fromkeys(each.keys):
                day = phrases.day(key.edition, each.lang)
                st.markdown(f"**{one_line(key.label)}**: {one_line(key.quote)} :small[{day}]")
            st.text_area(
                told("correction"), key=f"correction-{each.id}", max_chars=LONGEST_CORRECTION, height=80,
                persist_state="session", on_change=_remember, args=(each,),
            )  # fmt: skip


def _remember(each: Item) -> None:
    written: dict[str, tuple[Item, str]] = st.session_state.setdefault(CORRECTIONS, {})
    written[each.id] = (each, str(st.session_state.get(f"correction-{each.id}") or ""))


def _corrections() -> None:
    """All that this session wrote on items, those of former draws too."""
    written: dict[str, tuple[Item, str]] = st.session_state.get(CORRECTIONS, {})
    said = afterwards.corrections(list(written.values()))
    if said:
        st.download_button(
            told("save corrections", count=str(said.count(b"\n"))), said, "corrections.jsonl", "application/jsonl",
            on_click="ignore", icon=":material/download:", help=told("corrections help"), key="save-corrections",
        )  # fmt: skip


def _sources(lesson: Lesson) -> None:
    """The acts with the articles used, each with its edition and official page."""
    st.subheader(told("sources"), anchor=False)
    for source in lesson.sources:
        with st.container(horizontal=True, vertical_alignment="center"):
            said = f"**{one_line(source.label)}**: {plain(', '.join(source.articles))}"
            day = phrases.day(source.edition, state.language())
            st.markdown(f"{said} :small[{told('edition')}: {day}]", width="content")
            if source.url.startswith("https://"):
                st.link_button(phrases.say("official_page", state.language()), source.url, type="tertiary")
    st.markdown(f":small[{plain(told('restated'))} {plain(told('drawn', seed=str(lesson.seed)))}]")
