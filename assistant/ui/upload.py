"""The field that takes a file, in the language of the page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from assistant.ui import state

STYLE = Path(__file__).with_name("upload.css")  # a file of ours, no text of anybody


def field(label: str, types: Sequence[str], key: str, most: int) -> UploadedFile | None:
    """A file of one of some types, at most so many MB, or None; its label says which files it takes."""
    st.html(STYLE)
    with st.container(key=f"upload-{state.language()}-{key}"):
        return st.file_uploader(label, list(types), key=key, max_upload_size=most)
