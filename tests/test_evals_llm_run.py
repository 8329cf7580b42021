"""The run with a real model, here with a fake one: what it records, and that it refuses without an endpoint."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.library import Library
from assistant.llm import Endpoint
from assistant.settings import Settings
from evals import asking, llm_run, run
from tests import fake_endpoint
from tests.conftest import FakeEmbedder
from tests.fake_endpoint import saying
from tests.test_drafting import copies, mostly, swaps

LINES = [
    {"id": "a-ru", "lang": "ru", "question": "Что в статье 88 об отпуске?"},
    {"id": "b-ru", "lang": "ru", "question": "Что в статье 88 об отпуске, какой он?"},
    {"id": "c-ru", "lang": "ru", "question": "Что в статье 88 об отпуске и его днях?"},
    {"id": "d-ru", "lang": "ru", "question": "Что в статье 412 Трудового кодекса?"},
]


@pytest.mark.parametrize("variable", ["OPENAI_BASE_URL", "LLM_MODEL"])
def test_without_an_endpoint_it_refuses(variable: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("LLM_MODEL", "fake")
    monkeypatch.delenv(variable)
    assert llm_run.main(["--questions", str(tmp_path / "none.jsonl")]) == 2


def test_what_was_shown_dropped_and_taken_over_is_recorded(
    settings: Settings, held_few: Library, tmp_path: Path
) -> None:
    path = tmp_path / "some_dev.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in LINES), encoding="utf-8")
    with fake_endpoint.endpoint(saying(copies), saying(mostly), saying(swaps)) as fake:
        endpoint = Endpoint(replace(settings, llm_url=fake.url, llm_model="fake"))
        rows = [llm_run.one(line, held_few, FakeEmbedder(), "kz", endpoint) for line in asking.read(path)]
    assert [row["mode"] for row in rows] == ["llm", "llm", "composed", "composed"]
    assert [len(row["claims"]) for row in rows] == [2, 2, 0, 0]
    assert rows[0]["claims"][0]["text"] == rows[0]["claims"][0]["cites"][0]["quote"]
    assert [bool(row["taken_over"]) for row in rows] == [False, False, True, False]
    assert [row["tokens_out"] for row in rows] == [30, 30, 30, 0]
    counted = llm_run.totals(rows)["all"]
    assert (counted["questions"], counted["asked_model"], counted["worded_by_model"]) == (4, 3, 2)
    assert counted["shown"] == 4 and counted["taken_over"] == 1 and counted["citations_bad"] == 0
    assert counted["why_dropped"].keys() == {"другое число"}


def test_a_run_with_a_model_measures_how_much_of_it_is_shown(
    settings: Settings, held_few: Library, tmp_path: Path
) -> None:
    path = tmp_path / "some_dev.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in LINES[2:]), encoding="utf-8")
    with fake_endpoint.endpoint(saying(mostly)) as fake:
        endpoint = Endpoint(replace(settings, llm_url=fake.url, llm_model="fake"))
        rows = run.answers(asking.read(path), held_few, FakeEmbedder(), "kz", endpoint)
    assert [(row["worded_by_model"], row["model_shown"]) for row in rows] == [(True, 2 / 3), (None, None)]


def test_a_run_with_a_model_needs_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("LLM_MODEL", raising=False)
    assert run.main(["--questions", str(tmp_path / "none.jsonl"), "--llm"]) == 2
