"""Thumbs under an answer: did it help, and if not why; kept on this machine only, the question only if that is allowed.

What is kept, and how, is for `feedback`.
"""

from __future__ import annotations

from datetime import date

import streamlit as st

from assistant import feedback
from assistant.errors import AssistantError
from assistant.feedback import Feedback
from assistant.settings import Settings
from assistant.ui import state

LONGEST_COMMENT = 500  # characters


def ask(number: int, turn: state.Turn) -> None:
    """Ask whether the answer helped; a judgement of a turn is taken once."""
    key = f"{state.generation()}-{number}"
    judged: set[str] = st.session_state.setdefault("judged", set())
    if key in judged:
        st.markdown(f":small[{state.say('ui thanks')}]")
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":small[{state.say('ui helped')}]", width="content")
        st.button(
            state.say("ui yes"), key=f"good-{key}", icon=":material/thumb_up:", on_click=_keep, args=(key, turn, True)
        )
        with (
            st.popover(state.say("ui no"), icon=":material/thumb_down:"),
            st.form(
                f"bad-{key}", border=False, enter_to_submit=False
            ),  # else Streamlit says an English hint of its own
        ):
            st.radio(state.say("ui why"), feedback.REASONS, format_func=_reason, key=f"why-{key}")
            st.text_area(state.say("ui comment"), max_chars=LONGEST_COMMENT, key=f"comment-{key}")
            st.checkbox(state.say("ui keep question"), key=f"with-{key}")
            st.form_submit_button(state.say("ui send"), on_click=_keep, args=(key, turn, False))
    if failed := st.session_state.pop("feedback failed", ""):
        st.error(failed)


def own() -> list[Feedback]:
    """What was said in this session."""
    said: list[Feedback] = st.session_state.setdefault("own feedback", [])
    return said


def _reason(name: str) -> str:
    return state.say(f"ui reason {name}")


def _keep(key: str, turn: state.Turn, good: bool) -> None:
    """Keep a judgement; the question goes with it only if its box was ticked."""
    held = st.session_state
    reason = "" if good else str(held.get(f"why-{key}", ""))
    question = turn.question if not good and held.get(f"with-{key}") else ""
    comment = "" if good else str(held.get(f"comment-{key}") or "")
    said = feedback.of(turn.answer, good, reason, date.today(), question, comment)
    try:
        feedback.keep(said, Settings.from_environment())
    except AssistantError as error:
        held["feedback failed"] = error.sentence(state.language())
        return
    held["judged"].add(key)
    own().append(said)
