"""The gate: the library in use has lost nothing beyond chance against the committed run of the development half."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from assistant.settings import Settings
from evals import recording, run

EVALS = Path(__file__).resolve().parent.parent / "evals"
NAMES = ("labour_code", "labour_code_whole", "other_sources", "open_a", "open_b", "open_c")
FILES = [EVALS / "questions" / f"{name}_dev.jsonl" for name in NAMES]
MOST, SECONDS = 120, 180  # questions asked, and how long that may take on two cores


@pytest.mark.slow
def test_nothing_is_lost_against_the_committed_run(built_settings: Settings) -> None:
    started = time.monotonic()
    made, asked = run.ask_all(FILES, MOST, built_settings)
    assert 90 <= len(asked) <= MOST
    assert run.lost(recording.read(EVALS / "runs" / "dev.json"), made) == []
    assert time.monotonic() - started < SECONDS


def test_the_committed_run_holds_every_development_question() -> None:
    held = recording.read(EVALS / "runs" / "dev.json")
    assert {each["file"] for each in held["manifest"]["files"]} == {path.stem for path in FILES}
    assert len(held["questions"]) == sum(each["lines"] for each in held["manifest"]["files"])
    assert held["manifest"]["commit"]
