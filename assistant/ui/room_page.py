"""The page that a participant's phone opens: a code, then one question after another, answered without a name.

What may be seen and which answers count is decided by `seminar.room`; the key reaches a phone only once it is shown.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from assistant import phrases
from assistant.room_errors import RoomError
from assistant.seminar import paper
from assistant.seminar.item import CHOICE, MATCH, ORDER, SEVERAL, Item
from assistant.seminar.room import VOTED, Room, View
from assistant.ui import room_state, state
from assistant.ui.markup import lines, one_line, plain
from assistant.ui.room_state import told

STYLE = Path(__file__).with_name("phone.css")  # a file of ours, no text of anybody
LOOK = 1.0  # seconds between two looks whether the room has moved on, at least
LOOKS_A_SECOND = 40  # of all phones together, that a laptop has something left for the answers
CODE, ME = (
    "code",
    "me",
)  # parts of the address: the room, and the token with which a page that is reloaded stays the same


def page() -> None:
    """Draw the page of a participant."""
    st.html(STYLE)
    st.title(told("room"), anchor=False)
    code = str(st.query_params.get(CODE, ""))
    if not code:
        _ask_code()
        return
    try:
        room = room_state.the_rooms().find(code)
        token = _token(room)
        seen = room.version
        view = room.view(token, state.language())
    except RoomError as error:
        _refused(code, error)
        return
    _watch(code, seen, max(LOOK, room.joined / LOOKS_A_SECOND))
    _draw(room, token, view)


def _token(room: Room) -> str:
    """This participant's token: of this session, of the address of a page that was reloaded, or a new one."""
    for held in (st.session_state.get(f"token-{room.code}", ""), str(st.query_params.get(ME, ""))):
        if held and room.knows(held):
            break
    else:
        held = room.join()
    st.session_state[f"token-{room.code}"] = held
    if st.query_params.get(ME) != held:
        st.query_params[ME] = held
    return held


def _refused(code: str, error: RoomError) -> None:
    """Say why one cannot be in the room: it is over, or there is none, or it is full."""
    if any(str(key).startswith("token-") for key in st.session_state):
        st.success(told("room left"))
        return
    st.error(plain(error.sentence(state.language())))
    _ask_code()


def _ask_code() -> None:
    with st.form("code", border=False):
        code = st.text_input(told("enter code"), max_chars=12, key="typed-code", autocomplete="off")
        if st.form_submit_button(told("enter"), type="primary") and (code or "").strip():
            st.query_params[CODE] = (code or "").strip()
            st.rerun()
    st.markdown(f":small[{told('nobody knows')}]")


def _watch(code: str, seen: int, seconds: float) -> None:
    """Look every so many seconds whether the room has moved on, and draw the page anew if so."""

    def look() -> None:
        try:
            moved = room_state.the_rooms().find(code).version != seen
        except RoomError:
            moved = True
        if moved:
            st.rerun()

    st.fragment(look, run_every=seconds)()


def _draw(room: Room, token: str, view: View) -> None:
    if view.number == 0:
        st.info(told("you are in"), icon=":material/hourglass_top:")
        st.markdown(f":small[{told('nobody knows')}]")
        return
    if view.number > view.total:
        st.success(told("thanks"))
        return
    ask, _, stem = view.stem.partition("\n")
    st.markdown(f":small[{view.number} / {view.total} · {one_line(view.about)}]")
    st.header(one_line(ask), anchor=False)
    if stem:
        st.markdown(lines(stem))
    if view.lang != state.language():
        st.markdown(f":small[{told('other language')}]")
    if view.revealed is not None:
        _revealed(view, view.revealed)
    elif view.kind not in VOTED:
        st.info(told("answer aloud"), icon=":material/record_voice_over:")
    else:
        with st.container(key="phone-vote"):
            _vote(room, token, view)


def _vote(room: Room, token: str, view: View) -> None:
    """The options to choose from: one by a tap; several, an order or a match with a button."""
    key = f"vote-{room.code}-{view.number}-{view.lang}"
    lettered = [f"{sign}) {one_line(text)}" for sign, text in zip(paper.LETTERS, view.options, strict=False)]
    if view.kind == CHOICE:
        st.radio(
            told("your choice"), range(len(lettered)), index=view.mine[0] if view.mine else None, key=key,
            format_func=lambda number: lettered[number], on_change=_one, args=(room, token, view, key),
            label_visibility="collapsed",
        )  # fmt: skip
    else:
        with st.form(key, border=False):
            chosen = _several(view, lettered, key) if view.kind == SEVERAL else _lines(view, lettered, key)
            if st.form_submit_button(told("send answer"), type="primary"):
                _send(room, token, view, chosen)
    if failed := st.session_state.pop("vote failed", ""):
        st.error(failed)
    elif room.view(token, state.language()).mine:
        st.success(told("counted"), icon=":material/check:")


def _several(view: View, lettered: list[str], key: str) -> list[int]:
    st.markdown(f":small[{told('several hint')}]")
    ticked = [st.checkbox(text, n in view.mine, key=f"{key}-{n}", wrap=True) for n, text in enumerate(lettered)]
    return [number for number, each in enumerate(ticked) if each]


def _lines(view: View, lettered: list[str], key: str) -> list[int]:
    """A choice for each term of a match, or for each place of an order."""
    names = view.left if view.kind == MATCH else [told("place first", number=str(n + 1)) for n in range(len(lettered))]
    if view.kind == ORDER or max(map(len, view.options)) > 40:  # what a closed box cuts off is read above it
        st.markdown("  \n".join(lettered))
    chosen = [
        st.selectbox(
            one_line(name), range(len(lettered)), index=view.mine[n] if view.mine else None, key=f"{key}-{n}",
            format_func=lambda number: lettered[number], placeholder="–", filter_mode=None,
        )
        for n, name in enumerate(names)
    ]  # fmt: skip
    return [number for number in chosen if number is not None]


def _one(room: Room, token: str, view: View, key: str) -> None:
    chosen = st.session_state.get(key)
    if chosen is not None:
        _send(room, token, view, [int(chosen)])


def _send(room: Room, token: str, view: View, chosen: list[int]) -> None:
    """Count an answer in the language it was read in; what does not count is said."""
    try:
        room.answer(token, view.number, chosen, view.lang)
    except RoomError as error:
        st.session_state["vote failed"] = plain(error.sentence(state.language()))


def _revealed(view: View, each: Item) -> None:
    """The right answer with its article, and whether one's own was it."""
    mine, right = view.mine, tuple(sorted(each.right)) if each.kind == SEVERAL else each.right
    if mine and mine == right:
        st.success(f"**{told('you were right')}**", icon=":material/check_circle:")
    elif each.kind in VOTED:
        said = told("you were wrong", answer=_written(each, mine)) if mine else told("you gave none")
        st.warning(plain(said), icon=":material/info:")
    for text in paper.options(each):
        st.markdown(one_line(text))
    st.markdown(f"**{one_line(told('right answer', answer=paper.right(each)))}**")
    for step in each.working:
        st.markdown(one_line(step))
    for key in dict.fromkeys(each.keys):
        day = phrases.day(key.edition, each.lang)
        st.info(f"**{one_line(key.label)}** ({day}): {one_line(key.quote)}", icon=":material/menu_book:")


def _written(each: Item, chosen: tuple[int, ...]) -> str:
    """An answer in a line, as `paper.right` writes the right one."""
    signs = [paper.LETTERS[number] for number in chosen]
    if each.kind == ORDER:
        return " → ".join(signs)
    if each.kind == MATCH:
        return ", ".join(f"{number}–{sign}" for number, sign in enumerate(signs, 1))
    return ", ".join(signs)
