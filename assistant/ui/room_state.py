"""What the seminar's pages hold: the items and the rooms of this process, and what one trainer's session shows.

Rooms are the one thing that sessions share on purpose; everything else stays in its session. Nothing is drawn here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from assistant import corpus
from assistant.seminar import item, reach
from assistant.seminar.pool import Pool
from assistant.seminar.room import Room, Rooms
from assistant.settings import Settings
from assistant.ui import state

LESSONS, SHOWING, OUTCOMES, CORRECTIONS = "lessons", "showing", "outcomes", "corrections"


@dataclass
class Showing:
    """What is on the projector: a room; `phones` if participants can get in."""

    room: Room
    phones: bool


def told(key: str, **details: str) -> str:
    """A phrase of the seminar in the interface's language."""
    return item.say(key, state.language(), **details)


@st.cache_resource(show_spinner=False, max_entries=1)
def the_pool(day: date) -> Pool:
    """The items of the corpus on a day, for all sessions; read once a process and day."""
    settings = Settings.from_environment()
    return Pool(corpus.load(settings.corpus), settings.corpus, day)


@st.cache_resource(show_spinner=False)
def the_rooms() -> Rooms:
    """The rooms of this process."""
    return Rooms()


def showing() -> Showing | None:
    """What this session shows on the projector, if anything."""
    found: Showing | None = st.session_state.get(SHOWING)
    return found


def show(shown: Showing | None) -> None:
    """Put something on the projector, or take it off."""
    st.session_state[SHOWING] = shown


def is_local() -> bool:
    """True for a visitor at the computer that the page is served from; a proxy's visitors count as its guests."""
    address = st.context.ip_address
    return address is None or address in reach.addresses()


def guests_only_room() -> bool:
    """True for a visitor from the network of a page that was opened to the network for rooms only."""
    return Settings.from_environment().room and not is_local()
