"""Editions named by day or by file are found, compared and told; what is not at hand is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import ingest
from assistant import comparing
from assistant.corpus import Corpus
from assistant.errors import CorpusError, UsageError
from assistant.law import Instrument

TEXT = "Статья 54. Отдых\nОтдых длится {days} дня.\nСтатья 55. Сон\nСпят ночью.\n"


@pytest.fixture
def code(whole_corpus: Corpus) -> Instrument:
    """The Labour Code as the catalogue has it."""
    return whole_corpus.instruments["kz-labour-code"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of texts with a document of January, rows of July and a file of its own beside them."""
    texts = tmp_path / "texts"
    (texts / "documents").mkdir(parents=True)
    said = {"text": TEXT.format(days="два"), "format": "text", "title": "", "pages": []}
    said |= {"sha256": "", "name": "code.txt", "added": "2026-11-22"}
    (texts / "documents" / "kz-labour-code.ru.2026-01-25.json").write_text(json.dumps(said), encoding="utf-8")
    rows = [
        {"article": "54", "text": "Отдых длится три дня.", "edition": "2026-07-01"},
        {"article": "55", "text": "Спят ночью.", "edition": "2026-07-01"},
    ]
    lines = "\n".join(json.dumps(row) for row in rows)
    (texts / "kz-labour-code.ru.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "code 2026-08-07.txt").write_text(TEXT.format(days="четыре"), encoding="utf-8")
    return texts


def test_two_days(code: Instrument, folder: Path, whole_corpus: Corpus) -> None:
    found = comparing.compare(code, "ru", "2026-01-25", "2026-07-01", folder, whole_corpus.digests)
    assert [change.article for change in found.changes] == ["54"]
    assert found.out_of_date == (), "the digest was checked against the edition of July"
    assert "Отдых длится [-два-] {+три+} дня." in "\n".join(found.lines())


def test_a_day_and_a_file(code: Instrument, folder: Path, whole_corpus: Corpus) -> None:
    file = str(folder.parent / "code 2026-08-07.txt")
    found = comparing.compare(code, "ru", "2026-07-01", file, folder, whole_corpus.digests)
    said = found.as_json()
    assert (said["old"], said["new"]) == ("2026-07-01", "2026-08-07")
    assert said["out_of_date"] == ["kz-labour-code/54"]
    assert json.loads(json.dumps(said, ensure_ascii=False))["changes"] == [
        {
            "article": "54",
            "kind": "changed",
            "pieces": [["same", "Отдых длится"], ["gone", "три"], ["added", "четыре"], ["same", "дня."]],
        }
    ]


def test_rows_in_a_file_of_any_name(code: Instrument, folder: Path) -> None:
    assert len(comparing.wordings(code, "ru", str(folder / "kz-labour-code.ru.jsonl"), folder)) == 2


@pytest.mark.parametrize("said", ["2020-01-01", "no-such-file.txt", "2026-07"], ids=["day", "file", "half a day"])
def test_what_is_not_at_hand_is_named_with_what_is(said: str, code: Instrument, folder: Path) -> None:
    with pytest.raises(UsageError) as raised:
        comparing.compare(code, "ru", said, "2026-07-01", folder)
    assert said in raised.value.detail and "2026-01-25, 2026-07-01" in raised.value.detail


def test_a_file_without_a_day_in_its_name_is_refused(code: Instrument, folder: Path) -> None:
    path = folder.parent / "code.txt"
    path.write_text(TEXT, encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        comparing.wordings(code, "ru", str(path), folder)
    assert "code.txt" in raised.value.detail


def test_a_damaged_document_is_named(code: Instrument, folder: Path) -> None:
    path = folder / "documents" / "kz-labour-code.ru.2026-01-25.json"
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(CorpusError) as raised:
        comparing.at_hand(code, "ru", folder)
    assert path.name in raised.value.detail


@pytest.mark.parametrize(
    ("lang", "said"),
    [("kk", "Айырмасы бар баптар: 1"), ("ru", "Статей с отличиями: 1"), ("en", "Articles that differ: 1")],
)
def test_the_command_tells_what_changed(
    lang: str, said: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ASSISTANT_DATA", str(folder.parent))
    file = str(folder.parent / "code 2026-08-07.txt")
    assert ingest.main(["diff", "kz-labour-code", "2026-07-01", file, "--messages", lang]) == 0
    told = capsys.readouterr().out
    assert said in told and "[-три-] {+четыре+}" in told and told.rstrip().endswith("kz-labour-code/54")


def test_the_command_gives_json_and_names_what_it_does_not_know(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ASSISTANT_DATA", str(folder.parent))
    assert ingest.main(["diff", "kz-labour-code", "2026-01-25", "2026-07-01", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["changes"][0]["article"] == "54"
    assert ingest.main(["diff", "no-such-act", "2026-01-25", "2026-07-01"]) == 2
    assert "no-such-act" in capsys.readouterr().err
