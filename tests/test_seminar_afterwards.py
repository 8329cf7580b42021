"""After a seminar: what was hardest stands first, totals name nobody, corrections read as evaluation questions."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from assistant.seminar import afterwards
from assistant.seminar.room import Outcome, Tally
from evals import asking
from tests.test_seminar_room import FIGURE, GAP, LIST


def outcome(number: int, answered: int, right: int) -> Outcome:
    """A question with so many answers, so many of them right."""
    return Outcome(number, FIGURE, Tally(answered, answered, (answered - right, right, 0, 0), right))


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        pytest.param([outcome(1, 10, 9), outcome(2, 10, 2)], [2, 1], id="the worst first"),
        pytest.param([outcome(1, 4, 2), outcome(2, 20, 10)], [1, 2], id="the same share, by number"),
        pytest.param([outcome(1, 5, 5)], [], id="all right: not listed"),
        pytest.param([], [], id="nobody answered"),
    ],
)
def test_hardest(outcomes: list[Outcome], expected: list[int]) -> None:
    assert [each.number for each in afterwards.hardest(outcomes)] == expected


def test_totals_hold_counts_and_nothing_of_a_participant() -> None:
    said = afterwards.totals([outcome(1, 10, 9), Outcome(2, LIST, Tally(10, 8, (8, 0, 6, 2), 5))])
    assert said.startswith(b"\xef\xbb\xbf"), "spreadsheets read it as UTF-8"
    rows = list(csv.DictReader(io.StringIO(said.decode("utf-8-sig"))))
    assert [row["answered"] for row in rows] == ["10", "8"] and rows[0]["share right"] == "0.90"
    assert rows[1]["options"] == "A=8 B=0 C=6 D=2" and rows[0]["articles"] == "secret label"
    assert tuple(rows[0]) == afterwards.COLUMNS


def test_corrections_are_evaluation_questions(tmp_path: Path) -> None:
    said = afterwards.corrections([(FIGURE, " Срок другой. "), (GAP, "  "), (LIST, "Вопрос\nнеясен")])
    file = tmp_path / "corrections.jsonl"
    file.write_bytes(said)
    first, second = asking.read(file)
    assert (first.id, first.lang, first.required, first.refuse) == (FIGURE.id, "ru", ("kz-labour-code/1",), False)
    assert "a stem" in first.question and "ru option 2" in first.question
    notes = [json.loads(line)["note"] for line in said.decode().splitlines()]
    assert notes == ["Срок другой.", "Вопрос\nнеясен"] and second.group == "seminar-list"
