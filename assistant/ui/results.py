"""What is left of a room after its end: the items answered wrongly most with their articles, totals to save.

It is in the trainer's session only and goes with it.
"""

from __future__ import annotations

import streamlit as st

from assistant.seminar import afterwards
from assistant.seminar.room import Outcome
from assistant.ui.markup import lines, one_line
from assistant.ui.room_state import OUTCOMES, told


def draw() -> None:
    """Draw the results of the room that this session ended last, if any."""
    outcomes: tuple[Outcome, ...] | None = st.session_state.get(OUTCOMES)
    if outcomes is None:
        return
    with st.container(border=True, key="results"):
        st.header(told("results"), anchor=False)
        draw_hardest(outcomes)
        st.markdown(f":small[{told('room over')}]")
        with st.container(horizontal=True):
            if outcomes:
                st.download_button(
                    told("save totals"), afterwards.totals(outcomes), "totals.csv", "text/csv", on_click="ignore",
                    icon=":material/download:", key="save-totals",
                )  # fmt: skip
            st.button(told("forget totals"), on_click=_forget, icon=":material/delete:", key="forget-totals")


def draw_hardest(outcomes: tuple[Outcome, ...], most: int = 100) -> None:
    """The items answered wrongly most, at most so many: what was asked, how many were right, which articles."""
    if not outcomes:
        st.markdown(told("no answers"))
        return
    found = afterwards.hardest(outcomes)[:most]
    if not found:
        st.markdown(told("no mistakes"))
    for each in found:
        ask, _, stem = each.item.stem.partition("\n")
        share = f"{told('share right')}: {each.tally.right} / {each.tally.answered}"
        st.markdown(f"**{each.number}. {lines(stem or ask)}**  \n{share} · {one_line('; '.join(labels(each)))}")


def labels(outcome: Outcome) -> list[str]:
    """The places behind an item, no more than are read at a glance."""
    found = afterwards.labels(outcome.item)
    return [*found[:4], *(["…"] if len(found) > 4 else [])]


def _forget() -> None:
    st.session_state.pop(OUTCOMES, None)
