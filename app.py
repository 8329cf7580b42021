"""The Streamlit entry: page settings and navigation. Nothing is decided here."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from assistant.ui import about, ask, check, frame, library_page, room_page, room_state, seminar_page, state

ICON = Path(__file__).parent / "assistant" / "ui" / "icon.png"  # a named icon would be fetched from a font server

st.set_page_config(page_title=state.say("page_title"), page_icon=str(ICON), layout="wide")
pages = {
    "ask": st.Page(ask.page, title=state.say("ui ask"), url_path="ask", default=True),
    "library": st.Page(library_page.page, title=state.say("ui library"), url_path="library"),
    "check": st.Page(check.page, title=state.say("ui check"), url_path="check"),
    "seminar": st.Page(seminar_page.page, title=room_state.told("seminar"), url_path="seminar"),
    "about": st.Page(about.page, title=state.say("ui about"), url_path="about"),
    "room": st.Page(room_page.page, title=room_state.told("room"), url_path="room", visibility="hidden"),
}
pages = frame.offered(pages)
frame.remember(pages)
chosen = st.navigation(list(pages.values()), position=frame.position())
frame.language_bar()
chosen.run()
