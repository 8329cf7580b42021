"""The page "Ask": one question at a time, its answer, the earlier ones of the conversation, what limits the answer."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from assistant import answering, conversation, narrowing, phrases, showing
from assistant.answers import Answer, Progress, Watch
from assistant.asking import Asking
from assistant.errors import AssistantError
from assistant.refusal import Refusal
from assistant.retrieval import SHARED
from assistant.ui import answer, state
from assistant.ui.markup import one_line, plain

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

EXAMPLES = ("example_1", "example_2", "example_3", "example_4")
SHORT = 120  # characters of an earlier question on its button
EARLIEST = date(2016, 1, 1)  # the day the Labour Code entered into force
LOOK = 0.15  # seconds between two looks at an answer in the making


@dataclass(frozen=True)
class Pending:
    """A question whose answer is in the making."""

    question: str
    lang: str
    follow_up: bool
    law_only: bool
    asking: Asking

    def limited(self, given: Answer) -> Answer:
        """The answer as far as the filter lets it through."""
        return narrowing.law_only(given) if self.law_only and given.status != "refused" else given


def page() -> None:
    """Draw the page; ask what was typed or chosen."""
    st.title(state.say("page_title"), anchor=False)
    with st.bottom:  # not at the page's own bottom: there Streamlit scrolls to the end of every answer
        typed = st.chat_input(
            state.say("ask_here"), max_chars=answering.LONGEST_QUESTION, submit_mode="disable", key="question"
        )
    question = typed or st.session_state.pop("chosen", None)
    pending: Pending | None = st.session_state.get("pending")
    with _place(state.views() + bool(question or pending)):
        if question:
            _ask(question)
        elif pending is not None:
            _question(pending.question)
            _wait_for(pending)
        else:
            _conversation()
        _filters()


def _place(view: int) -> DeltaGenerator:
    """Where this view is drawn: two places take turns.

    With the former one empty the page begins at its top again, so that the first sentence of a new answer is seen
    first, however far down the former answer was read.
    """
    first, second = (st.empty, st.container) if view % 2 else (st.container, st.empty)
    places = first(), second()
    return places[view % 2]


def _ask(question: str) -> None:
    """Answer a question and show it; what goes wrong is one sentence, and nothing of the conversation is lost."""
    _let_go()
    _question(question)
    if wait := state.seconds_to_wait():
        _failed(state.say("ui wait", seconds=str(wait)))
        return
    try:
        held, earlier, limits = state.the_library(), state.earlier(), state.filters()
        clean = "".join(sign for sign in question if unicodedata.category(sign) != "Cc" or sign in "\n\t")
        day, follow_up = limits.day or date.today(), conversation.is_follow_up(clean, earlier)
        asked = answering.understand(clean, held, day, None, limits.jurisdiction, earlier)
        if isinstance(asked, Refusal):
            _finish(state.Turn(question, answering.refuse(asked, state.language())))
            return
        endpoint = state.the_endpoint()
    except AssistantError as error:
        _failed(error.sentence(state.language()))
        return

    def given(watch: Watch) -> Answer:  # beside the page: the first question of a process loads the embedding model
        return answering.answer(asked, held, state.the_embedder(), endpoint, watch)

    st.session_state.pending = Pending(question, asked.lang, follow_up, limits.law_only, Asking(given))
    _wait_for(st.session_state.pending)


def _wait_for(pending: Pending) -> None:
    """Show the sentences of an answer as they pass the checks, below them how far it is; then the answer."""
    if pending.follow_up:
        st.markdown(f":small[{phrases.say('follow_up', pending.lang)}]")
    number, drawn = len(state.conversation()), 0
    said = st.container(width=answer.MEASURE)
    with st.container(horizontal=True, vertical_alignment="center", key=f"status-{number}"):
        status = st.empty()
        if state.the_endpoint() is not None:
            st.button(state.say("ui stop"), key=f"stop-{number}", on_click=pending.asking.stop, icon=":material/stop:")
    while not pending.asking.done(LOOK):
        progress = pending.asking.progress
        status.markdown(f":material/hourglass_top: {_stage(progress)}")
        shown = pending.limited(progress.answer) if progress.answer else None
        with said:
            drawn = answer.draw_more(number, shown, drawn) if shown else drawn
    st.session_state.pop("pending", None)
    try:
        given = pending.limited(pending.asking.answer())
    except AssistantError as error:
        _failed(error.sentence(state.language()))
        return
    state.add(state.Turn(pending.question, given, pending.follow_up))
    st.rerun()


def _stage(progress: Progress) -> str:
    if progress.stage == "searching":
        return state.say("searching")
    key = "ui reading articles" if progress.stage == "reading" else "ui checking sentence"
    return state.say(key, count=str(progress.count))


def _let_go() -> None:
    """Stop the answer that is in the making; another question takes its place."""
    if pending := st.session_state.pop("pending", None):
        pending.asking.stop()


def _finish(turn: state.Turn) -> None:
    state.add(turn)
    _answer()


def _failed(sentence: str) -> None:
    st.error(plain(sentence))
    _conversation()


def _question(text: str) -> None:
    with st.chat_message("user", avatar=":material/person:"):
        st.text(text)


def _conversation() -> None:
    """The turn that is shown; for a new visitor what this is, and examples."""
    turns = state.conversation()
    if turns:
        _question(turns[state.shown()].question)
        _answer()
        return
    st.markdown(state.say("page_lead"))
    st.markdown(f"**{state.say('examples')}**")
    with st.container(horizontal=True):
        for key in EXAMPLES:
            st.button(state.say(key), key=key, on_click=state.choose, args=(state.say(key),), wrap=True)
    st.markdown(f":small[{state.say('ui privacy model' if state.the_endpoint() else 'page_privacy')}]")


def _answer() -> None:
    """The answer of the turn that is shown, then the other turns as buttons."""
    turns, number = state.conversation(), state.shown()
    turn = turns[number]
    if turn.follow_up:
        st.markdown(f":small[{phrases.say('follow_up', turn.answer.language)}]")
    if turn.answer.mended:
        st.markdown(f":small[{plain(showing.read_as(turn.answer))}]")
    answer.draw(number, turn)
    with st.container(horizontal=True):
        st.button(state.say("new_conversation"), on_click=state.forget, icon=":material/add:", key="new")
    others = [each for each in range(len(turns)) if each != number]
    if others:
        with st.expander(state.say("ui earlier", count=str(len(others))), icon=":material/history:"):
            for each in reversed(others):
                said = one_line(turns[each].question[:SHORT])
                st.button(said, key=f"turn-{each}", on_click=state.show, args=(each,), type="tertiary", wrap=True)


def _filters() -> None:
    """Whose law, on which day, law only: folded away, with what is set in its name."""
    try:
        held = state.the_library().corpus.jurisdictions
    except AssistantError:
        return  # said when a question is asked
    limits, suffix = state.filters(), state.generation()
    chosen = [name for name in held if name != SHARED]
    with st.expander(f"{state.say('ui filters')}: {_set(limits)}", icon=":material/tune:", key=f"filters-{suffix}"):
        whose = st.selectbox(
            state.say("ui whose law"), chosen, format_func=_country, key=f"jurisdiction-{suffix}",
            index=chosen.index(limits.jurisdiction) if limits.jurisdiction in chosen else 0,
        )  # fmt: skip
        day = st.date_input(
            state.say("ui as of"), limits.day or date.today(), EARLIEST, date(date.today().year + 1, 12, 31),
            format="DD.MM.YYYY", key=f"day-{suffix}",
        )  # fmt: skip
        only = st.toggle(state.say("ui law only"), limits.law_only, key=f"law-{suffix}")
        st.markdown(f":small[{state.say('ui filters new')}]")
    wanted = {"jurisdiction": str(whose), "day": day if day != date.today() else None, "law_only": only}
    if state.Filters(**wanted) != limits:  # type: ignore[arg-type]
        state.narrow(**wanted)
        st.rerun()


def _country(code: str) -> str:
    key = f"ui law {code}"
    return state.say(key) if key in phrases.phrases() else code.upper()


def _set(limits: state.Filters) -> str:
    day = phrases.day(limits.day or date.today(), state.language())
    weight = state.say("ui only law" if limits.law_only else "ui law and policy")
    return f"{_country(limits.jurisdiction)} · {day} · {weight}"
