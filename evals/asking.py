"""Question files, and the assistant's answer to each line of one.

A line of a file: `id, group, lang, question, required[], acceptable[], expect(answer|refuse), must_contain[]`; a bare
article number means `kz-labour-code/<number>`; "7|seven" in must_contain means either. It measures nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from assistant import answering
from assistant.answers import Answer
from assistant.composing import Question
from assistant.embedding import Embedder
from assistant.errors import AssistantError
from assistant.law import LANGUAGES
from assistant.library import Library
from assistant.llm import Endpoint
from assistant.refusal import Refusal

MAIN_ACT = "kz-labour-code"


@dataclass(frozen=True)
class Asked:
    """One line of a question file, with article ids written out; `line` is a hash of what it asks and wants."""

    file: str
    id: str
    group: str
    lang: str
    question: str
    required: tuple[str, ...]
    acceptable: tuple[str, ...]
    refuse: bool
    must_contain: tuple[str, ...]
    earlier: tuple[str, ...]
    as_of: date
    line: str

    @property
    def same(self) -> str:
        """What the three languages of one question share: the id without its language, else the group.

        >>> Asked("f", "d001-kk", "leave", "kk", "", (), (), False, (), (), date.min, "").same
        'f/d001'
        """
        stem, _, ending = self.id.rpartition("-")
        return f"{self.file}/{stem if stem and ending in LANGUAGES else self.group or self.id}"


def read(path: Path) -> list[Asked]:
    """Read a question file; ValueError names the line that is wrong."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                found.append(_asked(json.loads(line), path.stem))
            except (KeyError, ValueError, TypeError) as error:
                raise ValueError(f"{path}:{number}: {error}") from error
    return found


def _asked(row: dict[str, Any], file: str) -> Asked:
    if row["lang"] not in LANGUAGES:
        raise ValueError(f"lang {row['lang']!r} is none of {', '.join(LANGUAGES)}")
    return Asked(
        file=file,
        id=str(row["id"]),
        group=str(row.get("group") or ""),
        lang=row["lang"],
        question=row["question"],
        required=tuple(map(_id, row.get("required", []))),
        acceptable=tuple(map(_id, row.get("acceptable", []))),
        refuse=row.get("expect") == "refuse",
        must_contain=tuple(row.get("must_contain", [])),
        earlier=tuple(row.get("earlier", [])),
        as_of=date.fromisoformat(row["as_of"]) if row.get("as_of") else date.today(),
        line=hashlib.sha256(json.dumps(row, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12],
    )


def _id(name: Any) -> str:
    return str(name) if "/" in str(name) else f"{MAIN_ACT}/{name}"


def some(asked: Iterable[Asked], most: int, first: int = 0) -> list[Asked]:
    """At most so many lines, spread evenly over the files; a question keeps all its languages or goes with all.

    Another `first`, smaller than the step from one question to the next, gives other questions.
    """
    by_question: dict[str, list[Asked]] = {}
    for one in asked:
        by_question.setdefault(one.same, []).append(one)
    questions = list(by_question.values())
    longest = max((len(lines) for lines in questions), default=1)
    step = max(1, -(-len(questions) // max(1, most // longest)))
    return [line for lines in questions[first::step] for line in lines]


def ask(asked: Asked, held: Library, embedder: Embedder, jurisdiction: str, endpoint: Endpoint | None = None) -> Answer:
    """The assistant's answer to one line, out of one library, worded by the model of an endpoint if one is given.

    A question that it will not take counts as refused.
    """
    try:
        understood = answering.understand(asked.question, held, asked.as_of, asked.lang, jurisdiction, asked.earlier)
    except AssistantError as error:
        return Answer("refused", asked.lang, "composed", reason=type(error).__name__)
    if isinstance(understood, Refusal):
        return answering.refuse(understood, asked.lang)
    if not isinstance(understood, Question):
        return Answer("refused", asked.lang, "composed", reason="not a question")
    return answering.answer(understood, held, embedder, endpoint)
