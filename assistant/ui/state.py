"""What one browser session holds: language, conversation, the source that is open. Never shared, never stored."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from assistant import embedding, library, phrases
from assistant.answers import Answer
from assistant.embedding import Embedder
from assistant.law import LANGUAGES
from assistant.library import Library
from assistant.settings import Settings

NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}


@dataclass
class Turn:
    """One question of the conversation and its answer."""

    question: str
    answer: Answer
    follow_up: bool = False


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


def forget() -> None:
    """Start a new conversation; nothing of the old one is kept."""
    st.session_state.conversation = []
    st.session_state.opened = None


def opened() -> tuple[int, int] | None:
    """The source that is open: (turn, number of the citation from 1)."""
    found: tuple[int, int] | None = st.session_state.get("opened")
    return found


def open_source(turn: int, number: int) -> None:
    """Open a citation's source, or close it if it is the one that is open."""
    st.session_state.opened = None if opened() == (turn, number) else (turn, number)


def close_source() -> None:
    """Close the source that is open."""
    st.session_state.opened = None


def the_library() -> Library:
    """The library in use now, read again at each question."""
    return library.current(Settings.from_environment())


def the_embedder() -> Embedder:
    """The embedding model, loaded once a process."""
    return embedding.open_embedder(Settings.from_environment())
