"""The projector: one item a screen in large type, the answer on demand, and in a room how many chose what.

Left and right arrows go from item to item, the space bar reveals. What may be shown when is decided by the room.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from assistant import phrases
from assistant.room_errors import RoomError
from assistant.seminar import paper, reach
from assistant.seminar.item import CHOICE, MATCH, ORDER, SEVERAL, Item
from assistant.seminar.room import VOTED, Room
from assistant.settings import Settings
from assistant.ui import results, room_state
from assistant.ui.markup import lines, one_line, plain
from assistant.ui.room_state import Showing, told

STYLE = Path(__file__).with_name("projector.css")  # a file of ours, no text of anybody
REFRESH = 1.0  # seconds between two looks at the answers
LONG = 520  # characters of an item from which a smaller type is needed to see all of it at once
MOST_KEYS = 4  # rules of a revealed answer, as on slides
MOST_HARD = 5  # items on the last screen
QR_WIDTH = 340  # pixels


def draw(shown: Showing) -> None:
    """Draw what is on the projector now, and the keys under it."""
    room = shown.room
    st.html(STYLE)
    if room.ended:
        _ended(room)
        st.rerun()
    if room.number == 0:
        _join(room)
    elif room.number > room.total:
        _last(shown)
    else:
        _question(shown)
    _controls(shown)


def _join(room: Room) -> None:
    """How to get in: the code, the address and its QR code, how many are in."""
    settings, found = Settings.from_environment(), reach.addresses()
    first, *others = [reach.room_address(each, settings.port, room.code) for each in found or ("localhost",)]
    st.title(told("join title"), anchor=False)
    left, right = st.columns((1, 2), gap="large", vertical_alignment="center")
    with left:
        st.image(reach.qr(first), width=QR_WIDTH, alt=told("join qr"))
    with right:
        with st.container(key="projector-join"):
            st.markdown(told("join code"))
        with st.container(key="projector-code"):
            st.markdown(room.code)
        with st.container(key="projector-address"):
            st.markdown(f"**{plain(first)}**")
            if found:
                st.markdown(told("join how"))
            else:
                st.warning(told("no network"))
            _fragment(_joined)(room)
        if others:
            st.markdown(f":small[{plain(told('join other', addresses=', '.join(others)))}]")
    st.markdown(f":small[{told('room private')}]")


def _fragment(drawn: Callable[..., None], live: bool = True) -> Callable[..., None]:
    return st.fragment(drawn, run_every=REFRESH if live else None)


def _joined(room: Room) -> None:
    st.markdown(f"**{told('joined count', count=str(room.joined))}**")


def _question(shown: Showing) -> None:
    """One item: what is asked, its options with their bars, after the reveal the answer with its article."""
    room = shown.room
    each, revealed = room.questions[room.number - 1].item, room.revealed(room.number)
    written = len(each.stem) + sum(map(len, (*each.options, *each.left)))
    size = "long" if written > LONG else "short"
    st.title(f"{room.number} / {room.total}", anchor=False)
    with st.container(key=f"projector-{size}-{room.number}"):
        ask, _, stem = each.stem.partition("\n")
        st.markdown(f"**{one_line(ask)}**")
        if stem:
            st.markdown(lines(stem))
        _fragment(_options, shown.phones and not revealed)(room, room.number, shown.phones, revealed)
        if revealed:
            _answer(each)


def _options(room: Room, number: int, phones: bool, revealed: bool) -> None:
    """The options with their bars; of an order or a match only how many answered; after the reveal how many rightly."""
    each, tally = room.questions[number - 1].item, room.tally(number)
    bars = phones and each.kind in (CHOICE, SEVERAL)
    for place, text in enumerate(paper.options(each)):
        option = place - len(each.left)
        tick = revealed and each.kind in (CHOICE, SEVERAL) and option in each.right
        said = f":green[**✔ {one_line(text)}**]" if tick else one_line(text)
        count = f" · **{tally.options[option]}**" if bars and option >= 0 else ""
        with st.container(gap=None):
            st.markdown(said + count)
            if bars and option >= 0:
                st.progress(tally.options[option] / max(tally.answered, 1))
    if not phones:
        return
    if each.kind not in VOTED:
        st.markdown(told("answer aloud"))
        return
    st.markdown(told("answered count", count=str(tally.answered), joined=str(tally.joined)))
    if revealed and tally.answered:
        st.markdown(f"**{told('right count', count=str(tally.right), answered=str(tally.answered))}**")


def _answer(each: Item) -> None:
    """The answer, the working, and the words of the rules with their articles."""
    if each.kind == ORDER:
        st.success("  \n".join(f"{n}. {one_line(each.options[o])}" for n, o in enumerate(each.right, 1)))
    elif each.kind == MATCH:
        pairs = zip(each.left, each.right, strict=True)
        st.success("  \n".join(f"{one_line(term)} → **{one_line(each.options[o])}**" for term, o in pairs))
    elif each.kind not in (CHOICE, SEVERAL):
        st.success(f"**{one_line(each.answer)}**")
    for step in each.working[:MOST_KEYS]:
        st.markdown(one_line(step))
    for key in list(dict.fromkeys(each.keys))[:MOST_KEYS]:
        day = phrases.day(key.edition, each.lang)
        st.info(f"**{one_line(key.label)}** ({day}): {one_line(key.quote)}", icon=":material/menu_book:")


def _last(shown: Showing) -> None:
    """After the last item: where most were wrong."""
    st.title(told("screen end"), anchor=False)
    if shown.phones:
        with st.container(key="projector-long-last"):
            st.markdown(f"**{told('results')}**")
            results.draw_hardest(shown.room.outcomes(), MOST_HARD)


def _controls(shown: Showing) -> None:
    """The keys of the trainer."""
    room, first = shown.room, 0 if shown.phones else 1
    asks = 1 <= room.number <= room.total
    with st.bottom, st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            told("screen previous"), key="screen-previous", shortcut="Left", disabled=room.number <= first,
            icon=":material/arrow_back:", on_click=_do, args=(room, lambda: room.move(room.number - 1)),
        )  # fmt: skip
        st.button(
            told("screen reveal"), key="screen-reveal", shortcut="Space", type="primary", icon=":material/visibility:",
            disabled=not asks or room.revealed(room.number), on_click=_do, args=(room, room.reveal),
        )  # fmt: skip
        st.button(
            told("screen next"), key="screen-next", shortcut="Right", disabled=room.number > room.total,
            icon=":material/arrow_forward:", on_click=_do, args=(room, lambda: room.move(room.number + 1)),
        )  # fmt: skip
        st.button(told("screen close"), key="screen-close", type="tertiary", on_click=room_state.show, args=(None,))
        if shown.phones:
            st.button(
                told("end room"), key="end-room", type="tertiary", icon=":material/logout:", on_click=_end, args=(room,)
            )


def _do(room: Room, act: Callable[[], None]) -> None:
    """Do something in the room; if it ended meanwhile, for want of anybody in it, it is closed."""
    try:
        act()
    except RoomError:
        _ended(room)


def _end(room: Room) -> None:
    room.end()
    _ended(room)


def _ended(room: Room) -> None:
    """Keep the totals of a room that has ended, in this session only, and clear the screen."""
    if room.code:
        st.session_state[room_state.OUTCOMES] = room.outcomes()
    room_state.show(None)
