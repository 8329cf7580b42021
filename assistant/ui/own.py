"""Own documents on the library's page: add one, see the library being rebuilt, take one out again.

The file is read in a child process and not kept, its text is. Everybody who uses this page sees it: the page says so.
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import streamlit as st

from assistant import adding, phrases
from assistant.adding import Details
from assistant.errors import AssistantError
from assistant.law import Authority
from assistant.library import Library
from assistant.rebuilding import DONE, FAILED, RUNNING, Rebuild
from assistant.settings import Settings
from assistant.ui import state, upload
from assistant.ui.markup import one_line, plain

LARGEST = 10_000_000  # bytes; the same bound as server.maxUploadSize
TYPES = ("pdf", "docx", "md", "txt", "html", "rtf")
KINDS = {"agreement": Authority.AGREEMENT, "employer": Authority.EMPLOYER, "paper": Authority.POLICY}
LONGEST_TITLE = 200  # characters
LANGUAGE_NAMES = {**state.NAMES, "uz": "Oʻzbekcha"}


@st.cache_resource(show_spinner=False)
def the_rebuild() -> Rebuild:
    """The one build of this process: the library belongs to all sessions."""
    return Rebuild()


def draw(held: Library) -> None:
    """The own documents and the form to add one."""
    st.header(state.say("ui own"), anchor=False)
    st.markdown(state.say("ui own lead"))
    _state()
    documents = adding.own_instruments(Settings.from_environment().texts)
    for name, act in documents.items():
        with st.container(horizontal=True, vertical_alignment="center"):
            waits = "" if name in held.corpus.held else f" ({state.say('ui not yet')})"
            st.markdown(f"{one_line(act.title['en'])}{waits}", width="content")
            st.badge(phrases.say(act.authority, state.language()), color="orange")
            st.button(
                state.say("ui remove"), key=f"remove-{name}", on_click=_remove, args=(name,), icon=":material/delete:"
            )
    with st.expander(state.say("ui add own"), icon=":material/upload_file:"):
        _form()


def _state() -> None:
    """Where the build stands; looked at again while it runs."""
    running = the_rebuild().state == RUNNING
    st.fragment(_look, run_every=2.0 if running else None)(running)
    if failed := st.session_state.pop("own failed", ""):
        st.error(failed)


def _look(was_running: bool) -> None:
    build = the_rebuild()
    if build.state == RUNNING:
        st.info(state.say("ui rebuilding"), icon=":material/hourglass_top:")
    elif was_running:
        st.rerun()
    elif build.state == FAILED:
        st.error(f"{state.say('ui rebuild failed')} {plain(build.detail)}")
    elif build.state == DONE:
        st.success(state.say("ui rebuilt"), icon=":material/check:")


def _form() -> None:
    with st.form("own", border=False, enter_to_submit=False):
        file = upload.field(state.say("ui file"), TYPES, "own-file", LARGEST // 1_000_000)
        title = st.text_input(state.say("ui title"), max_chars=LONGEST_TITLE, key="own-title")
        kind = st.selectbox(state.say("ui kind"), list(KINDS), format_func=_kind, key="own-kind")
        languages = list(adding.TEXT_LANGUAGES)
        lang = st.selectbox(
            state.say("ui text language"), languages, languages.index(state.language()), key="own-language",
            format_func=lambda code: LANGUAGE_NAMES[code],
        )  # fmt: skip
        sent = st.form_submit_button(state.say("ui add"))
    if not sent:
        return
    if file is None or not (title or "").strip():
        st.warning(state.say("ui file and title"))
        return
    details = Details(" ".join((title or "").split()), Settings.from_environment().jurisdiction, lang, KINDS[kind])
    try:
        with st.spinner(state.say("ui reading")):
            added = add(file.name, file.getvalue(), details)
    except AssistantError as error:
        st.error(plain(error.sentence(state.language())))
        return
    the_rebuild().start(state.language())
    st.session_state["own added"] = added
    st.rerun()


def _kind(name: str) -> str:
    return state.say(f"ui kind {name}")


def add(name: str, data: bytes, details: Details) -> str:
    """Keep the text of an uploaded file; its instrument's id. ReadingError, UsageError, NotWritable."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / (Path(name).name or "file")
        path.write_bytes(data)
        return adding.add(path, details, Settings.from_environment(), date.today()).instrument


def _remove(name: str) -> None:
    try:
        adding.remove(name, Settings.from_environment())
    except AssistantError as error:
        st.session_state["own failed"] = plain(error.sentence(state.language()))
        return
    the_rebuild().start(state.language())
