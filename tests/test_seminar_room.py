"""The room: every answer counts once, none after the reveal, none without a token; nothing of the key before it."""

from __future__ import annotations

import dataclasses
import secrets
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from assistant.room_errors import AnswerClosed, AnswerIncomplete, NoSuchRoom, RoomError, RoomFull
from assistant.seminar import room as rooms
from assistant.seminar.item import Item, Key
from assistant.seminar.room import CODE_LENGTH, IDLE_SECONDS, MOST_PARTICIPANTS, SIGNS, Question, Room, Rooms, typed

KEY = Key("kz-labour-code/1/1", "secret label", "secret quote", date(2026, 7, 1))


def item(template: str = "figure", right: Sequence[int] = (1,), count: int = 4, lang: str = "ru") -> Item:
    """An item of a made-up rule, with so many options."""
    left = tuple(f"term {n}" for n in range(count)) if template == "term" else ()
    options = tuple(f"{lang} option {n}" for n in range(count))
    return Item(
        f"{template}-{lang}-0", template, lang, ("pay",), "an act", "ask\na stem", options, tuple(right), (KEY,), left,
        working=("secret step",),
    )  # fmt: skip


FIGURE, LIST, ORDER = item(), item("list", (0, 2)), item("order", (2, 0, 1), 3)
MATCH, GAP = item("term", (1, 2, 0), 3), item("gap", (), 0)


class Clock:
    """A clock that stands still until it is moved."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def opened(*items: Item, clock: Clock | None = None) -> Room:
    """A room whose first question is on."""
    room = Room("K2MTA", [Question(each) for each in items or (FIGURE,)], "ru", clock or Clock())
    room.move(1)
    return room


@pytest.mark.parametrize(
    ("asked", "chosen", "options", "right"),
    [
        pytest.param(FIGURE, [1], (0, 1, 0, 0), 1, id="one, right"),
        pytest.param(FIGURE, [3], (0, 0, 0, 1), 0, id="one, wrong"),
        pytest.param(LIST, [2, 0], (1, 0, 1, 0), 1, id="several, all right, ticked in another order"),
        pytest.param(LIST, [0], (1, 0, 0, 0), 0, id="several, half is not right"),
        pytest.param(LIST, [0, 1, 2], (1, 1, 1, 0), 0, id="several, one too many"),
        pytest.param(ORDER, [2, 0, 1], (0, 0, 0), 1, id="an order"),
        pytest.param(ORDER, [0, 1, 2], (0, 0, 0), 0, id="another order"),
        pytest.param(MATCH, [1, 2, 0], (0, 0, 0), 1, id="a match"),
    ],
)
def test_an_answer_is_counted(asked: Item, chosen: list[int], options: tuple[int, ...], right: int) -> None:
    room = opened(asked)
    room.answer(room.join(), 1, chosen, "ru")
    tally = room.tally(1)
    assert (tally.joined, tally.answered, tally.options, tally.right) == (1, 1, options, right)


def test_the_last_answer_of_a_participant_counts_and_no_other() -> None:
    room = opened()
    one, other = room.join(), room.join()
    for chosen in (0, 1, 1, 2):
        room.answer(one, 1, [chosen], "ru")
    room.answer(other, 1, [1], "ru")
    assert room.tally(1).options == (0, 1, 1, 0) and room.tally(1).answered == 2
    assert room.view(one, "ru").mine == (2,)


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        pytest.param(FIGURE, [], id="nothing"),
        pytest.param(FIGURE, [0, 1], id="two where one is right"),
        pytest.param(FIGURE, [4], id="an option that is none"),
        pytest.param(FIGURE, [-1], id="a negative number"),
        pytest.param(LIST, [1, 1], id="one option twice"),
        pytest.param(ORDER, [0, 1], id="half an order"),
        pytest.param(ORDER, [0, 0, 1], id="a step twice"),
        pytest.param(MATCH, [0, 1], id="a term without an option"),
        pytest.param(GAP, [0], id="an item that is answered aloud"),
    ],
)
def test_what_is_no_answer_is_not_counted(asked: Item, chosen: list[int]) -> None:
    room = opened(asked)
    with pytest.raises(AnswerIncomplete):
        room.answer(room.join(), 1, chosen, "ru")
    assert room.tally(1).answered == 0


def test_after_the_reveal_nothing_changes_even_if_the_trainer_goes_back() -> None:
    room = opened(FIGURE, LIST)
    token = room.join()
    room.answer(token, 1, [0], "ru")
    room.reveal()
    for number in (1, 2, 1):
        room.move(number)
        if number == 1:
            with pytest.raises(AnswerClosed):
                room.answer(token, 1, [1], "ru")
    assert room.tally(1).options == (1, 0, 0, 0)


@pytest.mark.parametrize("number", [0, 2, 3, -1, 99])
def test_an_answer_to_a_question_that_is_not_on_is_refused(number: int) -> None:
    room = opened(FIGURE, LIST)
    with pytest.raises(AnswerClosed):
        room.answer(room.join(), number, [0], "ru")


@pytest.mark.parametrize("number", [0, 2])
def test_before_the_first_question_and_after_the_last_nothing_is_shown_or_taken(number: int) -> None:
    room = opened()
    room.move(number)
    token = room.join()
    view = room.view(token, "ru")
    assert (view.number, view.stem, view.options, view.revealed) == (number, "", (), None)
    with pytest.raises(AnswerClosed):
        room.answer(token, number, [0], "ru")


@pytest.mark.parametrize("asked", [FIGURE, LIST, ORDER, MATCH, GAP], ids=lambda asked: asked.template)
def test_a_participant_is_shown_nothing_of_the_key_before_the_reveal(asked: Item) -> None:
    room = opened(asked)
    token = room.join()
    before = repr(dataclasses.astuple(room.view(token, "ru")))
    assert "secret" not in before and "option" in before or asked is GAP and "secret" not in before
    room.reveal()
    assert room.view(token, "ru").revealed == asked


def test_a_stranger_sees_and_answers_nothing() -> None:
    room = opened()
    with pytest.raises(NoSuchRoom):
        room.view(secrets.token_urlsafe(12), "ru")
    with pytest.raises(NoSuchRoom):
        room.answer("", 1, [1], "ru")
    assert not room.knows("") and room.tally(1).answered == 0


def test_a_room_is_full() -> None:
    room = opened()
    tokens = {room.join() for _ in range(MOST_PARTICIPANTS)}
    assert len(tokens) == MOST_PARTICIPANTS
    with pytest.raises(RoomFull, match=str(MOST_PARTICIPANTS)):
        room.join()


def test_thirty_at_once_are_each_counted_once() -> None:
    """Each of thirty votes forty times, changing its mind; the trainer reveals meanwhile, and looks all the time."""
    room = opened(item(right=(0,)))
    tokens = [room.join() for _ in range(30)]
    start = threading.Barrier(31)

    def vote(number: int) -> int:
        start.wait(10)
        last = -1
        for change in range(40):
            try:
                room.answer(tokens[number], 1, [(number + change) % 4], "ru")
                last = (number + change) % 4
            except AnswerClosed:
                return last
        return last

    with ThreadPoolExecutor(31) as pool:
        votes = [pool.submit(vote, number) for number in range(30)]
        start.wait(10)
        seen = [room.tally(1) for _ in range(50)]
        room.reveal()
        last = [each.result(10) for each in votes]
    given = [each for each in last if each >= 0]
    assert all(sum(tally.options) == tally.answered <= 30 for tally in seen)
    assert room.tally(1).options == tuple(given.count(option) for option in range(4))
    assert room.tally(1).answered == len(given)


def test_thirty_without_a_reveal_are_all_counted() -> None:
    room = opened()
    tokens = [room.join() for _ in range(30)]
    with ThreadPoolExecutor(30) as pool:
        list(pool.map(lambda number: room.answer(tokens[number], 1, [number % 4], "ru"), range(30)))
    assert room.tally(1).options == (8, 8, 7, 7)


def test_the_same_item_in_another_language_counts_for_the_same_option() -> None:
    """The Kazakh options stand in another order: its first is the room's third."""
    twin = item(right=(2,), lang="kk")
    room = Room("K2MTA", [Question(FIGURE, {"kk": (twin, (2, 0, 1, 3))})], "ru", Clock())
    room.move(1)
    kazakh, english = room.join(), room.join()
    room.answer(kazakh, 1, [2], "kk")
    room.answer(english, 1, [1], "en")
    assert room.tally(1).options == (0, 2, 0, 0) and room.tally(1).right == 2
    view = room.view(kazakh, "kk")
    assert (view.lang, view.options[0], view.mine) == ("kk", "kk option 0", (2,))
    assert room.view(english, "en").lang == "ru" and room.view(kazakh, "ru").mine == (1,)


def test_a_room_ends_by_the_trainer() -> None:
    held = Rooms(Clock())
    room = held.open([Question(FIGURE)], "ru")
    room.move(1)
    token = room.join()
    room.answer(token, 1, [1], "ru")
    room.end()
    for act in (room.join, room.reveal, lambda: room.move(2), lambda: room.view(token, "ru"),
                lambda: room.answer(token, 1, [0], "ru"), lambda: held.find(room.code)):  # fmt: skip
        with pytest.raises(NoSuchRoom):
            act()
    assert room.outcomes()[0].tally.right == 1, "the trainer still has the totals"
    assert held.held() == ()


@pytest.mark.parametrize(
    ("hours", "ended"), [pytest.param(3.9, False, id="short of four hours"), pytest.param(4.1, True, id="four hours")]
)
def test_a_room_without_anybody_ends_after_four_hours(hours: float, ended: bool) -> None:
    clock = Clock()
    held = Rooms(clock)
    room = held.open([Question(FIGURE)], "ru")
    clock.now = 3 * 3600.0
    room.join()  # somebody: the hours begin anew
    clock.now += hours * 3600
    _ = room.version, room.tally(1)  # a page left open only looks: that is nobody
    assert room.ended is ended and bool(held.held()) is not ended and IDLE_SECONDS == 4 * 3600


def test_a_code_is_short_of_signs_that_look_alike_and_can_be_typed_on_any_keyboard() -> None:
    held = Rooms(Clock())
    codes = [held.open([Question(FIGURE)], "ru").code for _ in range(300)]
    assert len(set(codes)) == 300
    assert all(len(code) == CODE_LENGTH and set(code) <= set(SIGNS) for code in codes)
    assert not set("OQIL01UVW8BS5Z") & set(SIGNS) - set("B5")
    cyrillic = str.maketrans({latin: chr(sign) for sign, latin in rooms.CYRILLIC.items()})  # type: ignore[arg-type]
    assert held.find(f" {codes[0].lower()} ") is held.find(codes[0].translate(cyrillic).lower()) is held.find(codes[0])


@pytest.mark.parametrize("code", ["", "K2MT", "<script>alert(1)</script>", "K" * 10_000, "../../etc", "\x00"])
def test_a_wrong_code_gets_one_clear_sentence(code: str) -> None:
    with pytest.raises(NoSuchRoom) as raised:
        Rooms(Clock()).find(code)
    said = raised.value.sentence("ru")
    assert len(said) < 120 and "<" not in said and "\x00" not in said


def test_the_code_is_read_from_how_it_was_typed() -> None:
    assert typed(" к2 мта") == "K2MTA"


def test_the_version_changes_with_what_is_shown_only() -> None:
    room = opened(FIGURE, LIST)
    token, seen = room.join(), room.version
    room.answer(token, 1, [1], "ru")
    assert room.version == seen
    room.reveal()
    assert room.version != seen and issubclass(NoSuchRoom, RoomError)
