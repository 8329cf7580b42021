"""What stands around every page: the pages by name, links between them, the choice of language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import streamlit as st

from assistant.law import LANGUAGES
from assistant.ui import room_page, room_state, state

if TYPE_CHECKING:
    from streamlit.navigation.page import Page

PAGES = "pages"


def offered(pages: dict[str, Page]) -> dict[str, Page]:
    """The pages that this visitor may open: all, or where a trainer let in phones, for them the room alone."""
    if not room_state.guests_only_room():
        return pages
    entry = st.Page(room_page.page, title=room_state.told("room"), default=True)
    return {"entry": entry, "room": pages["room"]}


def position() -> Literal["top", "hidden"]:
    """Where the names of the pages stand: nowhere on the projector and for a participant."""
    address = (st.context.url or "").rstrip("/")
    bare = room_state.showing() is not None or address.endswith("/room") or room_state.guests_only_room()
    return "hidden" if bare else "top"


def remember(pages: dict[str, Page]) -> None:
    """Keep the pages of this run by their names, so that one page can link to another."""
    st.session_state[PAGES] = pages


def page(name: str) -> Page:
    """A page by its name: ask, library, check, seminar or about."""
    found: Page = st.session_state[PAGES][name]
    return found


def language_bar() -> None:
    """Kazakh, Russian and English, one tap apart, above every page but the projector."""
    state.language()
    if room_state.showing() is not None:
        st.session_state.language = state.language()  # what no widget holds would be dropped
        return
    with st.container(horizontal=True, horizontal_alignment="right"):
        st.segmented_control(
            state.say("interface_language"),
            LANGUAGES,
            key="language",
            format_func=lambda code: state.NAMES[code],
            label_visibility="collapsed",
            required=True,
        )


def on_a_phone() -> bool:
    """True for a browser that calls itself mobile: Streamlit does not tell how wide its window is."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")


def article_link(article: str, label: str, icon: str | None = None) -> None:
    """A link to the page of an article: `article` is its id, `label` short harmless text (a long one is cut off)."""
    st.page_link(page("library"), label=label, icon=icon, query_params={"article": article})


def article_row(article: str, label: str, title: str) -> None:
    """A link to the page of an article with its title beside it, or below it on a phone; harmless texts."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        article_link(article, label)
        st.markdown(title, width="content")
