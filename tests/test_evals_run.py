"""The command that runs question files: what it writes, when it fails. On a few articles and with the fake model."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from assistant.library import Library
from evals import asking, measuring, recording, run
from evals.asking import Asked
from evals.recording import Run
from tests.conftest import FakeEmbedder

FILE = Path(__file__).resolve().parent.parent / "evals" / "questions" / "labour_code_dev.jsonl"


@pytest.fixture
def made(held_few: Library) -> tuple[Run, list[Asked]]:
    """A run of the first questions of a file."""
    held, asked = held_few, asking.read(FILE)[:6]
    begun = recording.surroundings()
    return recording.make("few", held, [FILE], run.answers(asked, held, FakeEmbedder(), "kz"), begun), asked


@pytest.fixture
def ranked() -> tuple[Run, list[Asked]]:
    """A run of the same questions that needs no library: each finds its first required article."""
    asked = asking.read(FILE)[:6]
    rows = measuring.agree([measuring.of_ranked(line, line.required[:1], 1.0) for line in asked])
    return {"manifest": {"date": "now"}, "totals": measuring.totals(rows), "questions": rows}, asked


def options(**given: object) -> argparse.Namespace:
    """The options of the command, with these given."""
    return argparse.Namespace(
        **{"json": None, "no_answers": False, "gate": [], "against": None, "misses": False, **given}
    )


def test_a_run_says_what_it_was_made_with_and_found(made: tuple[Run, list[Asked]], tmp_path: Path) -> None:
    said = made[0]["manifest"]
    assert (said["name"], said["model"], said["runtime"]) == ("few", "fake", "fake 1")
    assert said["files"][0]["file"] == "labour_code_dev" and len(said["files"][0]["sha256"]) == 64
    assert len(said["corpus"]) == len(said["content"]) == 64
    assert {"library", "chunks", "commit", "changed", "cores", "load", "date"} <= said.keys()
    whole, asked = made
    assert any(row["text"] for row in whole["questions"])
    assert run.finish(whole, asked, options(json=tmp_path / "out.json", no_answers=True)) == 0
    written = recording.read(tmp_path / "out.json")
    assert [row["id"] for row in written["questions"]] == [line.id for line in asked]
    assert {row["text"] for row in written["questions"]} == {""}
    promised = {"id", "lang", "status", "ranked", "cited", "text", "ms"}
    assert all(promised <= row.keys() for row in written["questions"])
    assert written["totals"].keys() == {"kk", "ru", "en"}


@pytest.mark.parametrize(
    ("gate", "code"),
    [
        pytest.param([("recall@5", 0.0)], 0, id="reached"),
        pytest.param([("recall@5", 1.1)], 1, id="out of reach"),
        pytest.param([("refused", 0.1)], 1, id="no question has it: not reached"),
    ],
)
def test_gates(gate: list[tuple[str, float]], code: int, ranked: tuple[Run, list[Asked]]) -> None:
    assert run.finish(*ranked, options(gate=gate)) == code


def test_a_loss_against_an_earlier_run_fails(
    ranked: tuple[Run, list[Asked]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, asked = ranked
    better = {**whole, "questions": [{**row, "mrr": 1.0} for row in whole["questions"]]}
    worse = {**whole, "questions": [{**row, "mrr": 0.1} for row in whole["questions"]]}
    recording.write(tmp_path / "better.json", better)
    assert run.finish(better, asked, options(against=tmp_path / "better.json")) == 0
    assert run.finish(worse, asked, options(against=tmp_path / "better.json")) == 1
    assert "lost mrr all: 1.0 → 0.1" in capsys.readouterr().err


def test_misses_name_the_question(ranked: tuple[Run, list[Asked]]) -> None:
    whole, asked = ranked
    rows = [{**row, "recall@5": False} for row in whole["questions"]]
    lines = run.misses(asked, rows)
    assert len(lines) == len(asked) and all(line.question in said for line, said in zip(asked, lines, strict=True))


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="nothing to do"),
        pytest.param(["--questions", "a", "--compare", "a", "b"], id="two things at once"),
        pytest.param(["--questions", "a", "--gate", "recall@7=1"], id="a gate on no measure"),
    ],
)
def test_wrong_usage(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run.main(arguments)
    assert stopped.value.code == 2


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["--questions", str(tmp_path / "none.jsonl")]) == 2
    assert "none.jsonl" in capsys.readouterr().err
