"""The Streamlit entry: page settings and navigation. Nothing is decided here."""

from __future__ import annotations

import streamlit as st

from assistant.ui import ask, state

st.set_page_config(page_title="Labour-law assistant", page_icon=":material/balance:", layout="wide")
page = st.Page(ask.page, title=state.say("page_title"), url_path="ask", default=True)
st.navigation([page], position="hidden").run()
