"""Judgements of answers: kept by day, without the question unless it is handed over, exported as they are."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from assistant import __main__ as command
from assistant import feedback
from assistant.answers import Answer, Citation, Verdicts
from assistant.errors import NotWritable
from assistant.law import Authority, ProvisionId
from assistant.settings import Settings

TODAY = date(2026, 11, 22)
PLACE = ProvisionId.parse("kz-labour-code/88/1")
CITED = Citation(PLACE, "ст. 88", Authority.LAW, "24 дня", False, Verdicts(), "", TODAY)
ANSWER = Answer("answered", "ru", "composed", notes=("заметка",), citations=(CITED,), library="abc")


@pytest.mark.parametrize(
    ("good", "reason", "question", "comment"),
    [
        pytest.param(True, "", "", "", id="a thumb up"),
        pytest.param(False, "wrong", "", "не та статья", id="a thumb down without the question"),
        pytest.param(False, "other", "сколько дней?", "", id="with the question, as agreed"),
    ],
)
def test_a_judgement_is_kept(good: bool, reason: str, question: str, comment: str, settings: Settings) -> None:
    path = feedback.keep(feedback.of(ANSWER, good, reason, TODAY, question, comment), settings)
    row = json.loads(path.read_text(encoding="utf-8"))
    assert path.name == "2026-11-22.jsonl" and path.stat().st_mode & 0o077 == 0
    assert (row["good"], row["reason"], row["question"], row["comment"]) == (good, reason, question, comment)
    assert row["cited"] == ["kz-labour-code/88/1"] and row["library"] == "abc"
    assert set(row) == {
        *("day", "good", "reason", "language", "status", "mode", "cited", "library", "question", "comment"),
    }  # no hour, no address, no name


def test_a_reason_that_is_none_of_ours_is_not_kept() -> None:
    assert feedback.of(ANSWER, False, "<b>", TODAY).reason == ""


def test_many_at_once_do_not_mix(settings: Settings) -> None:
    said = feedback.of(ANSWER, True, "", TODAY, comment="к" * 400)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: feedback.keep(said, settings), range(80)))
    rows = feedback.export(settings).decode().splitlines()
    assert len(rows) == 80 and all(json.loads(row)["comment"] == "к" * 400 for row in rows)


def test_export_is_by_day_and_empty_without_judgements(settings: Settings) -> None:
    assert feedback.export(settings) == b""
    for day in (date(2026, 11, 22), date(2026, 11, 21)):
        feedback.keep(feedback.of(ANSWER, True, "", day), settings)
    assert [json.loads(row)["day"] for row in feedback.export(settings).splitlines()] == ["2026-11-21", "2026-11-22"]


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(NotWritable):
        feedback.keep(feedback.of(ANSWER, True, "", TODAY), Settings(data=tmp_path / "data"))


def test_everybodys_are_saved_by_the_command_for_this_user_alone(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ASSISTANT_DATA", str(settings.data))
    for good in (True, False):
        feedback.keep(feedback.of(ANSWER, good, "", TODAY), settings)
    out = tmp_path / "all.jsonl"
    assert command.main(["feedback", "--export", str(out)]) == 0
    assert out.read_bytes() == feedback.export(settings) and out.stat().st_mode & 0o077 == 0
    assert "2" in capsys.readouterr().out


def test_a_file_that_cannot_be_written_is_told(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ASSISTANT_DATA", str(settings.data))
    assert command.main(["feedback", "--export", str(tmp_path / "no" / "all.jsonl")]) == NotWritable.exit_code
    assert "all.jsonl" in capsys.readouterr().err
