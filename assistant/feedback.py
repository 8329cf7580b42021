"""What people said of answers: kept in `data/feedback/`, a file a day, without the question unless they agreed.

A row has no hour, no address and no name. It judges nothing and sends nothing anywhere.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from assistant.answers import Answer
from assistant.errors import NotWritable
from assistant.settings import Settings

REASONS = ("wrong", "incomplete", "unclear", "other")
FOLDER = "feedback"


@dataclass(frozen=True)
class Feedback:
    """One judgement: `good` or a reason why not; the question and the words of the person only where they agreed."""

    day: str
    good: bool
    reason: str
    language: str
    status: str
    mode: str
    cited: tuple[str, ...]
    library: str
    question: str = ""
    comment: str = ""


def of(answer: Answer, good: bool, reason: str, today: date, question: str = "", comment: str = "") -> Feedback:
    """The judgement of an answer; pass the question only if the person agreed to keep it."""
    cited = tuple(str(citation.provision) for citation in answer.citations)
    said = reason if reason in REASONS else ""
    return Feedback(
        today.isoformat(), good, said, answer.language, answer.status, answer.mode, cited, answer.library, question,
        comment,
    )  # fmt: skip


def keep(said: Feedback, settings: Settings) -> Path:
    """Add a judgement to the file of its day; NotWritable."""
    path = settings.data / FOLDER / f"{said.day}.jsonl"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(lines([said]), path, os.O_APPEND)  # one write to the end of the file: two people at once do not mix
    except OSError as error:
        raise NotWritable(str(path.parent)) from error
    return path


def save(said: bytes, path: Path) -> None:
    """Write exported judgements into a file that only this user may read; NotWritable."""
    try:
        _write(said, path, os.O_TRUNC)
    except OSError as error:
        raise NotWritable(str(path)) from error


def _write(said: bytes, path: Path, how: int) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | how, 0o600)
    with os.fdopen(handle, "wb", buffering=0) as file:
        file.write(said)


def lines(said: Sequence[Feedback]) -> bytes:
    """Judgements as one JSON object a line, as they are kept."""
    return "".join(json.dumps(asdict(each), ensure_ascii=False) + "\n" for each in said).encode()


def export(settings: Settings) -> bytes:
    """Everybody's judgements, oldest day first, one JSON object a line; empty if there is none.

    For whoever runs the machine, by the command line: no page hands this out.
    """
    return b"".join(path.read_bytes() for path in sorted((settings.data / FOLDER).glob("*.jsonl")))
