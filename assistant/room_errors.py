"""The errors of a room in a seminar, a branch of the tree in `errors`.

    AssistantError
    └── RoomError               something in a room cannot be done                exit 1
        ├── NoSuchRoom          no room with that code is open
        ├── RoomFull            no more participants fit in
        ├── AnswerClosed        the answer has been shown, or another question is on
        └── AnswerIncomplete    what was chosen is no answer to the question

Nothing here opens or ends a room.
"""

from __future__ import annotations

from typing import ClassVar

from assistant.errors import AssistantError


class RoomError(AssistantError):
    """Something in a room cannot be done."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Бөлмеде бұл әрекетті орындау мүмкін емес: {detail}.",
        "ru": "В комнате это сделать нельзя: {detail}.",
        "en": "This cannot be done in the room: {detail}.",
    }


class NoSuchRoom(RoomError):
    """No room with that code is open: the code is wrong, or the seminar has ended."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "«{detail}» кодымен ашық бөлме жоқ. Экрандағы кодты тексеріңіз; мүмкін, семинар аяқталған.",
        "ru": "Открытой комнаты с кодом «{detail}» нет. Сверьте код с экраном; возможно, семинар уже закончился.",
        "en": "No room with the code «{detail}» is open. Compare it with the screen; the seminar may have ended.",
    }


class RoomFull(RoomError):
    """No more participants fit in; the detail is how many do."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Бөлме толы: оған {detail} қатысушы сыяды.",
        "ru": "Комната заполнена: в ней помещается {detail} участников.",
        "en": "The room is full: it holds {detail} participants.",
    }


class AnswerClosed(RoomError):
    """The answer has been shown, or the room has gone on to another question."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Бұл сұраққа жауап қабылдау аяқталды.",
        "ru": "Ответы на этот вопрос больше не принимаются.",
        "en": "Answers to this question are no longer taken.",
    }


class AnswerIncomplete(RoomError):
    """What was chosen is no answer to the question: nothing is, or not everything."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Жауап толық емес: нұсқаны таңдаңыз, ал бірнеше жол болса, әр жолда басқа нұсқаны таңдаңыз.",
        "ru": "Ответ не полон: выберите вариант, а где строк несколько – разные варианты во всех строках.",
        "en": "The answer is not complete: choose an option, or a different one in every line where there are several.",
    }
