"""The Streamlit entry: page settings and navigation. Nothing is decided here."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from assistant.ui import ask, state

ICON = Path(__file__).parent / "assistant" / "ui" / "icon.png"  # a named icon would be fetched from a font server

st.set_page_config(page_title="Labour-law assistant", page_icon=str(ICON), layout="wide")
page = st.Page(ask.page, title=state.say("page_title"), url_path="ask", default=True)
st.navigation([page], position="hidden").run()
