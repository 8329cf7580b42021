"""A room: participants answer the items of a lesson on their phones; each answer counts once, and nobody has a name.

A room lives in the memory of this process and writes nothing anywhere. It ends when the trainer ends it, or when nobody
has done anything in it for four hours. What a participant is shown (`View`) holds nothing of the key before the answer
is revealed. It knows no page, makes no items and saves no totals.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.room_errors import AnswerClosed, AnswerIncomplete, NoSuchRoom, RoomFull
from assistant.seminar.item import CHOICE, MATCH, ORDER, SEVERAL, Item

SIGNS = "ABEKMHPCTX2345679"  # alike on a Latin and a Cyrillic keyboard, and no two alike on a screen
CYRILLIC = str.maketrans("АВЕКМНРСТХ", "ABEKMHPCTX")
CODE_LENGTH = 5
MOST_PARTICIPANTS = 200
IDLE_SECONDS = 4 * 60 * 60.0
VOTED = (CHOICE, SEVERAL, ORDER, MATCH)  # an open item is answered aloud


@dataclass(frozen=True)
class Question:
    """An item in the language of the room, and the same item in others: with it, for each of its options, the number
    of that option in the room's language.
    """

    item: Item
    twins: Mapping[str, tuple[Item, tuple[int, ...]]] = field(default_factory=dict)

    def shown(self, lang: str) -> tuple[Item, tuple[int, ...]]:
        """The item in a language, or in the room's where there is none; with the room's numbers of its options."""
        return self.twins.get(lang, (self.item, tuple(range(len(self.item.options)))))


@dataclass(frozen=True)
class View:
    """What a participant may see now. `number` is 0 before the first question and `total` + 1 after the last;
    `mine` is the participant's answer in the numbering of `options`; `revealed` the whole item, once it is shown.
    """

    number: int
    total: int
    lang: str = ""
    kind: str = ""
    about: str = ""
    stem: str = ""
    options: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    mine: tuple[int, ...] = ()
    revealed: Item | None = None


@dataclass(frozen=True)
class Tally:
    """The answers to one question: how many take part, how many answered, each option's count in the room's language
    (of items with one or several right options), how many answered wholly right.
    """

    joined: int
    answered: int
    options: tuple[int, ...]
    right: int


@dataclass(frozen=True)
class Outcome:
    """A question and the answers to it; `number` from 1."""

    number: int
    item: Item
    tally: Tally


class Room:
    """One room. The trainer moves and reveals; participants join, look and answer. Safe to use from many threads."""

    def __init__(
        self, code: str, questions: Sequence[Question], lang: str, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.code, self.lang, self.questions = code, lang, tuple(questions)
        self._clock, self._lock = clock, threading.RLock()
        self._answers: list[dict[str, tuple[int, ...]]] = [{} for _ in self.questions]
        self._revealed: set[int] = set()
        self._joined: set[str] = set()
        self._number, self._version, self._ended = 0, 0, False
        self._acted = clock()

    @property
    def number(self) -> int:
        """The question that is on, from 1; 0 before the first, one more than there are after the last."""
        return self._number

    @property
    def total(self) -> int:
        """How many questions there are."""
        return len(self.questions)

    @property
    def version(self) -> int:
        """Another number whenever what is shown to participants has changed."""
        return self._version

    @property
    def ended(self) -> bool:
        """True once it has ended, by the trainer or because nobody did anything for four hours."""
        return self._ended or self._clock() - self._acted > IDLE_SECONDS

    def _open(self) -> None:
        """NoSuchRoom if the room has ended; else what follows counts as somebody being there."""
        if self.ended:
            self._ended = True
            raise NoSuchRoom(self.code)
        self._acted = self._clock()

    def move(self, number: int) -> None:
        """Go to a question; NoSuchRoom if the room has ended."""
        with self._lock:
            self._open()
            self._number = min(max(number, 0), self.total + 1)
            self._version += 1

    def reveal(self) -> None:
        """Show the key of the question that is on; no answer to it is taken any more. NoSuchRoom."""
        with self._lock:
            self._open()
            if 1 <= self._number <= self.total:
                self._revealed.add(self._number)
                self._version += 1

    def revealed(self, number: int) -> bool:
        """True if the key of a question was shown."""
        with self._lock:
            return number in self._revealed

    def end(self) -> None:
        """End the room: nobody gets in or answers any more."""
        with self._lock:
            self._ended = True
            self._version += 1

    def join(self) -> str:
        """A random token for one more participant, the only thing that tells one from another. RoomFull, NoSuchRoom."""
        with self._lock:
            self._open()
            if len(self._joined) >= MOST_PARTICIPANTS:
                raise RoomFull(str(MOST_PARTICIPANTS))
            token = secrets.token_urlsafe(12)
            self._joined.add(token)
            return token

    def knows(self, token: str) -> bool:
        """True for a token that this room gave out."""
        with self._lock:
            return token in self._joined

    def view(self, token: str, lang: str) -> View:
        """What a participant may see now, in a language or in the room's. NoSuchRoom."""
        with self._lock:
            if self.ended or token not in self._joined:
                raise NoSuchRoom(self.code)
            if not 1 <= self._number <= self.total:
                return View(self._number, self.total)
            item, numbers = self.questions[self._number - 1].shown(lang)
            given = self._answers[self._number - 1].get(token, ())
            mine = tuple(numbers.index(each) for each in given)
            return View(
                self._number, self.total, item.lang, item.kind, item.about, item.stem, item.options, item.left,
                tuple(sorted(mine)) if item.kind == SEVERAL else mine,
                item if self._number in self._revealed else None,
            )  # fmt: skip

    def answer(self, token: str, number: int, chosen: Sequence[int], lang: str) -> None:
        """Count a participant's answer, in place of the one given before: the numbers of the chosen options as that
        language shows them; of an order first to last, of a match one for each term. AnswerClosed, AnswerIncomplete,
        NoSuchRoom.
        """
        with self._lock:
            if token not in self._joined:
                raise NoSuchRoom(self.code)
            self._open()
            if number != self._number or not 1 <= number <= self.total or number in self._revealed:
                raise AnswerClosed()
            item, numbers = self.questions[number - 1].shown(lang)
            _complete(item, chosen)
            given = tuple(numbers[each] for each in chosen)
            self._answers[number - 1][token] = tuple(sorted(given)) if item.kind == SEVERAL else given

    def tally(self, number: int) -> Tally:
        """The answers to a question, from 1, so far."""
        with self._lock:
            item, given = self.questions[number - 1].item, list(self._answers[number - 1].values())
            joined = len(self._joined)
        counted = Counter(each for answer in given for each in answer) if item.kind in (CHOICE, SEVERAL) else Counter()
        right = tuple(sorted(item.right)) if item.kind == SEVERAL else item.right
        options = tuple(counted[each] for each in range(len(item.options)))
        return Tally(joined, len(given), options, sum(answer == right for answer in given))

    @property
    def joined(self) -> int:
        """How many take part."""
        with self._lock:
            return len(self._joined)

    def outcomes(self) -> tuple[Outcome, ...]:
        """Every question that somebody answered, in their order."""
        found = [Outcome(each, question.item, self.tally(each)) for each, question in enumerate(self.questions, 1)]
        return tuple(outcome for outcome in found if outcome.tally.answered)


def _complete(item: Item, chosen: Sequence[int]) -> None:
    """AnswerIncomplete unless the numbers are an answer to the item."""
    held = all(0 <= each < len(item.options) for each in chosen) and len(set(chosen)) == len(chosen)
    wanted = {CHOICE: 1, ORDER: len(item.options), MATCH: len(item.left)}.get(item.kind, len(chosen))
    if item.kind not in VOTED or not chosen or not held or len(chosen) != wanted:
        raise AnswerIncomplete()


def typed(code: str) -> str:
    """A code as it was given out, from how somebody typed it.

    >>> typed(" к2 мта")
    'K2MTA'
    """
    return "".join(code.split()).upper().translate(CYRILLIC)


class Rooms:
    """The rooms of this process by their codes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock = clock, threading.Lock()
        self._held: dict[str, Room] = {}

    def open(self, questions: Sequence[Question], lang: str) -> Room:
        """A new room with a code of its own."""
        with self._lock:
            self._sweep()
            code = ""
            while not code or code in self._held:
                code = "".join(secrets.choice(SIGNS) for _ in range(CODE_LENGTH))
            self._held[code] = Room(code, questions, lang, self._clock)
            return self._held[code]

    def find(self, code: str) -> Room:
        """The open room with a code. NoSuchRoom repeats no more than a code's length of it."""
        wanted = typed(code)
        with self._lock:
            self._sweep()
            if wanted not in self._held:
                raise NoSuchRoom("".join(sign for sign in wanted if sign.isalnum())[:CODE_LENGTH])
            return self._held[wanted]

    def held(self) -> tuple[Room, ...]:
        """The rooms that are open, the last opened first."""
        with self._lock:
            self._sweep()
            return tuple(reversed(self._held.values()))

    def _sweep(self) -> None:
        for code in [code for code, room in self._held.items() if room.ended]:
            del self._held[code]
