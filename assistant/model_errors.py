"""The errors of a language model, a branch of the tree in `errors`: whatever went wrong, nothing of a reply is shown.

    AssistantError
    └── ModelUnavailable        the language model gave no reply that can be used exit 1
        ├── ModelTooSlow        a limit of time ran out
        ├── ModelBusy           too many questions at once wait for it
        ├── ReplyIncomplete     the reply was cut off
        ├── ReplyUnreadable     no claims can be read in the reply
        └── StoppedByUser       the asker did not want to wait for the rest

A detail names the kind of fault and never repeats what a server or a model said. Nothing here asks a model.
"""

from __future__ import annotations

from typing import ClassVar

from assistant.errors import AssistantError


class ModelUnavailable(AssistantError):
    """The language model gave no reply that can be used; the detail never repeats what the server said."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Тілдік модель қазір қолжетімсіз: {detail}.",
        "ru": "Языковая модель сейчас недоступна: {detail}.",
        "en": "The language model is not available now: {detail}.",
    }


class ModelTooSlow(ModelUnavailable):
    """A limit of time ran out before the reply was whole."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Тілдік модель уақытында жауап бермеді ({detail}).",
        "ru": "Языковая модель не ответила вовремя ({detail}).",
        "en": "The language model did not reply in time ({detail}).",
    }


class ModelBusy(ModelUnavailable):
    """Too many questions at once wait for the language model."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Тілдік модель қазір басқа сұрақтарға жауап беріп жатыр. Бір минуттан соң қайталаңыз.",
        "ru": "Языковая модель сейчас отвечает на другие вопросы. Повторите через минуту.",
        "en": "The language model is answering other questions now. Try again in a minute.",
    }


class ReplyIncomplete(ModelUnavailable):
    """The language model's reply was cut off; nothing of it is shown."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Тілдік модельдің жауабы үзіліп қалды ({detail}), сондықтан көрсетілмейді.",
        "ru": "Ответ языковой модели оборвался ({detail}) и поэтому не показан.",
        "en": "The language model's reply was cut off ({detail}) and is therefore not shown.",
    }


class ReplyUnreadable(ModelUnavailable):
    """No claims can be read in the language model's reply."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Тілдік модельдің жауабын оқу мүмкін болмады ({detail}), сондықтан көрсетілмейді.",
        "ru": "Ответ языковой модели не удалось прочитать ({detail}), поэтому он не показан.",
        "en": "The language model's reply could not be read ({detail}) and is therefore not shown.",
    }


class StoppedByUser(ModelUnavailable):
    """The asker did not want to wait for the rest of the reply."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Сіз тілдік модельді тоқтаттыңыз.",
        "ru": "Вы остановили языковую модель.",
        "en": "You stopped the language model.",
    }
