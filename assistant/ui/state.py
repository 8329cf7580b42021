"""What one browser session holds: language, conversation, filters, the source that is open. Never shared, never stored.

What all sessions share (library, model) is opened here, and nothing else is.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from assistant import embedding, library, llm, phrases
from assistant.answers import Answer
from assistant.embedding import Embedder
from assistant.law import LANGUAGES
from assistant.library import Library
from assistant.llm import Endpoint
from assistant.settings import Settings

NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
A_MINUTE, QUESTIONS_A_MINUTE = 60.0, 10  # SAFETY 6
LONGEST_CONVERSATION = 50  # turns that are kept


@dataclass
class Turn:
    """One question of the conversation and its answer."""

    question: str
    answer: Answer
    follow_up: bool = False


@dataclass(frozen=True)
class Opened:
    """A source that is open: the turn, the place of its claim in the answer, the number of the citation from 1."""

    turn: int
    place: int
    cited: int


@dataclass(frozen=True)
class Filters:
    """What an answer is limited to: whose law, on which day (None is today), law only."""

    jurisdiction: str = ""
    day: date | None = None
    law_only: bool = False


def language() -> str:
    """The interface's language: chosen on the page, else the browser's, else Russian."""
    if "language" not in st.session_state:
        browser = (st.context.locale or "ru").split("-")[0].lower()
        st.session_state.language = browser if browser in LANGUAGES else "ru"
    return str(st.session_state.language)


def say(key: str, **details: str) -> str:
    """A phrase in the interface's language."""
    return phrases.say(key, language(), **details)


def conversation() -> list[Turn]:
    """The turns of this session, oldest first."""
    turns: list[Turn] = st.session_state.setdefault("conversation", [])
    return turns


def earlier() -> list[str]:
    """The questions of this conversation, oldest first."""
    return [turn.question for turn in conversation()]


def add(turn: Turn) -> None:
    """Add a turn and show it; the oldest is let go where there are too many."""
    turns = conversation()
    turns.append(turn)
    del turns[:-LONGEST_CONVERSATION]
    show(len(turns) - 1)


def shown() -> int:
    """The number of the turn that is shown, from 0: the last one unless another was chosen."""
    last = len(conversation()) - 1
    chosen = int(st.session_state.get("shown", last))
    return chosen if chosen < last else last


def show(turn: int) -> None:
    """Show a turn, in a view of its own."""
    st.session_state.shown = turn
    st.session_state.views = views() + 1
    close_source()


def views() -> int:
    """How many views this session has had: each question and each return to an earlier one is another."""
    return int(st.session_state.get("views", 0))


def forget() -> None:
    """Start a new conversation; nothing of the old one is kept, its filters neither."""
    st.session_state.conversation = []
    st.session_state.generation = generation() + 1
    st.session_state.pop("filters", None)
    st.session_state.pop("shown", None)
    st.session_state.views = views() + 1
    close_source()


def generation() -> int:
    """How many conversations this session has had: part of the keys of what must not outlive one."""
    return int(st.session_state.get("generation", 0))


def filters() -> Filters:
    """The filters of this conversation."""
    found: Filters = st.session_state.get("filters") or Filters(Settings.from_environment().jurisdiction)
    return found


def narrow(**changed: object) -> None:
    """Change filters of this conversation."""
    st.session_state.filters = replace(filters(), **changed)  # type: ignore[arg-type]


def seconds_to_wait() -> int:
    """How long the next question must wait, 0 if it need not; a question that need not wait is counted."""
    now = time.monotonic()
    asked: list[float] = [then for then in st.session_state.get("asked", []) if now - then < A_MINUTE]
    if len(asked) >= QUESTIONS_A_MINUTE:
        st.session_state.asked = asked
        return max(1, round(A_MINUTE - (now - asked[0])))
    st.session_state.asked = [*asked, now]
    return 0


def opened() -> Opened | None:
    """The source that is open."""
    found: Opened | None = st.session_state.get("opened")
    return found


def open_source(source: Opened) -> None:
    """Open a citation's source, or close it if it is the one that is open."""
    st.session_state.opened = None if opened() == source else source


def close_source() -> None:
    """Close the source that is open."""
    st.session_state.opened = None


def choose(question: str) -> None:
    """Ask this question next, as if it had been typed."""
    st.session_state.chosen = question


def the_library() -> Library:
    """The library in use now, read again at each question."""
    return library.current(Settings.from_environment())


def the_embedder() -> Embedder:
    """The embedding model, loaded once a process."""
    return embedding.open_embedder(Settings.from_environment())


@st.cache_resource(show_spinner=False)
def the_endpoint() -> Endpoint | None:
    """The language model's endpoint and its queue, one for all sessions; None where no model is configured."""
    return llm.endpoint(Settings.from_environment())
