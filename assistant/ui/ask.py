"""The page "Ask": conversation, answers with numbered citations, the source beside (below, on a phone)."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import streamlit as st

from assistant import answering, conversation, phrases, showing
from assistant.answers import Answer, Claim
from assistant.errors import AssistantError
from assistant.law import LANGUAGES
from assistant.refusal import Refusal
from assistant.settings import Settings
from assistant.ui import state
from assistant.ui.source import panel, plain

EXAMPLES = ("example_1", "example_2", "example_3", "example_4")
JURISDICTION = Settings.jurisdiction


def page() -> None:
    """Draw the page; ask what was typed or chosen."""
    _bar()
    st.header(state.say("page_title"))
    turns = state.conversation()
    if not turns:
        st.markdown(state.say("page_lead"))
        _examples()
        st.caption(state.say("page_privacy"))
    for number, turn in enumerate(turns):
        _turn(number, turn)
    typed = st.chat_input(state.say("ask_here"), max_chars=answering.LONGEST_QUESTION)
    question = typed or st.session_state.pop("chosen", None)
    if question:
        _ask(question)


def _bar() -> None:
    """Language and new conversation, above the title."""
    with st.container(horizontal=True, horizontal_alignment="right"):
        state.language()
        st.segmented_control(
            state.say("interface_language"), LANGUAGES, key="language", format_func=lambda code: state.NAMES[code],
            label_visibility="collapsed", required=True,
        )  # fmt: skip
        if state.conversation():
            st.button(state.say("new_conversation"), on_click=state.forget, icon=":material/add:")


def _examples() -> None:
    st.caption(state.say("examples"))
    with st.container(horizontal=True):
        for key in EXAMPLES:
            st.button(state.say(key), key=key, on_click=_choose, args=(state.say(key),))


def _choose(question: str) -> None:
    st.session_state.chosen = question


def _ask(question: str) -> None:
    """Answer a question and remember the turn; an error of ours is one sentence and nothing is lost."""
    with st.chat_message("user"):
        st.text(question)
    try:
        with st.spinner(state.say("searching")):
            turn = _answered(question)
    except AssistantError as error:
        st.error(error.sentence(state.language()))
        return
    state.conversation().append(turn)
    state.close_source()
    st.rerun()


def _answered(question: str) -> state.Turn:
    held, earlier = state.the_library(), [turn.question for turn in state.conversation()]
    clean = "".join(sign for sign in question if unicodedata.category(sign) != "Cc" or sign in "\n\t")
    understood = answering.understand(clean, held, date.today(), None, JURISDICTION, earlier)
    if isinstance(understood, Refusal):
        return state.Turn(question, answering.refuse(understood, state.language()))
    given = answering.answer(understood, held, state.the_embedder())
    return state.Turn(question, given, conversation.is_follow_up(clean, earlier))


def _turn(number: int, turn: state.Turn) -> None:
    with st.chat_message("user"):
        st.text(turn.question)
    with st.chat_message("assistant", avatar=":material/balance:"):
        _answer(number, turn)


def _answer(number: int, turn: state.Turn) -> None:
    answer = turn.answer
    if turn.follow_up:
        st.caption(phrases.say("follow_up", answer.language))
    if answer.status == "refused":
        st.warning(plain(" ".join(answer.notes)), icon=":material/info:")
    if answer.lead:
        st.warning(plain(answer.lead), icon=":material/gavel:")
    draw = _row if answer.table else _claim
    for claim in answer.claims:
        draw(number, claim, answer)
    for heading, claims in (("see_also", answer.see_also), ("next_steps", answer.next_steps)):
        if claims:
            st.markdown(f"**{phrases.say(heading, answer.language)}**")
        for claim in claims:
            _claim(number, claim, answer)
    if answer.status == "refused":
        return
    st.caption("  \n".join(map(plain, (*answer.notes, phrases.say("composed", answer.language)))))
    with st.expander(state.say("copy_answer"), icon=":material/content_copy:"):
        st.code(showing.answer_text(answer), language=None, wrap_lines=True)


def _row(number: int, claim: Claim, answer: Answer) -> None:
    """One source of a comparison: its name on the left, what it says on the right (below, on a phone)."""
    source, said = st.columns([1, 3])
    act = state.the_library().corpus.instruments[answer.citations[claim.citations[0] - 1].provision.instrument]
    source.markdown(f"**{plain(act.short[answer.language])}**")
    with said:
        _claim(number, claim, answer)


def _claim(number: int, claim: Claim, answer: Answer) -> None:
    """One sentence and its chips; a chip opens the source below it, at the cited point."""
    st.markdown(re.sub(r"\s+", " ", plain(claim.text)))
    with st.container(horizontal=True):
        for cited in claim.citations:
            st.button(
                f"{cited} · {plain(answer.citations[cited - 1].label)}",
                key=f"chip-{number}-{cited}",
                type="primary" if state.opened() == (number, cited) else "secondary",
                icon=":material/menu_book:",
                on_click=state.open_source,
                args=(number, cited),
            )
            authority = answer.citations[cited - 1].authority
            st.badge(phrases.say(authority, answer.language), color="green" if authority.binding else "orange")
    for cited in claim.citations:
        if state.opened() == (number, cited):
            corpus = state.the_library().corpus
            panel(answer.citations[cited - 1], claim.text, corpus, f"source-{number}-{cited}", answer.language)
