"""Put a question and its passages into messages for a language model, as data that cannot pass for instructions.

The words of a prompt stand in `prompts/`, one file a version; its name goes into the answer. Each passage is one line
of JSON, so that no text in it can close the line and speak for itself. Nothing is sent here, and no personal data are
hidden: that is done before, by `privacy`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.orders import speaks_to_machines, visible

FOLDER = Path(__file__).with_name("prompts")
ANSWER = "answer-3"  # the version in use
_NAME = re.compile(r"[a-z]+-\d+")


@dataclass(frozen=True)
class GivenPassage:
    """A text that a model may rest a claim on: its id («P1»), the provision it is, and what its instrument weighs."""

    id: str
    provision: str
    text: str
    weight: str = ""


@lru_cache(maxsize=8)
def prompt(name: str = ANSWER) -> str:
    """The words of a prompt by its file name, such as `answer-3`; KeyError if there is none."""
    path = FOLDER / f"{name}.md"
    if not _NAME.fullmatch(name) or not path.is_file():
        raise KeyError(name)
    return path.read_text(encoding="utf-8").strip()


def messages(
    question: str, lang: str, passages: Sequence[GivenPassage], name: str = ANSWER
) -> tuple[tuple[str, str], ...]:
    """The messages, as (role, text): the prompt, then one line of JSON for the question and one for each passage.

    A passage that gives machines orders is left out.

    >>> print(messages("Отпуск?", "ru", [GivenPassage("P1", "kz-labour-code/88", "24 дня\\n}")])[1][1])
    {"question": "Отпуск?", "language": "ru"}
    {"id": "P1", "weight": "", "text": "24 дня\\n}"}
    """
    lines: list[dict[str, str]] = [{"question": visible(question), "language": lang}]
    lines += [
        {"id": each.id, "weight": each.weight, "text": visible(each.text)}
        for each in passages
        if not speaks_to_machines(each.text)
    ]
    return ("system", prompt(name)), ("user", "\n".join(json.dumps(line, ensure_ascii=False) for line in lines))
