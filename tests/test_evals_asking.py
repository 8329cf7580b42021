"""Question files: what a line says, which lines are refused, and how some of them are chosen."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.settings import Settings
from evals import asking

FOLDER = Path(__file__).resolve().parent.parent / "evals" / "questions"
LINE = {"id": "d1-ru", "group": "d1", "lang": "ru", "question": "Сколько дней?", "required": ["88", "ilo-c132/3"]}


def write(folder: Path, *rows: object) -> Path:
    """A question file."""
    path = folder / "some_dev.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return path


def test_a_line(tmp_path: Path) -> None:
    (found,) = asking.read(write(tmp_path, LINE))
    assert found.required == ("kz-labour-code/88", "ilo-c132/3") and not found.refuse
    assert (found.file, found.same) == ("some_dev", "some_dev/d1")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param({**LINE, "lang": "de"}, "some_dev.jsonl:2: lang 'de'", id="a fourth language"),
        pytest.param({"id": "x", "lang": "ru"}, "some_dev.jsonl:2: 'question'", id="no question"),
        pytest.param({**LINE, "as_of": "soon"}, "some_dev.jsonl:2: ", id="no day"),
    ],
)
def test_a_wrong_line_is_named(row: object, said: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=said):
        asking.read(write(tmp_path, LINE, row))


@pytest.mark.parametrize(
    ("change", "same"),
    [
        pytest.param({}, True, id="the same line"),
        pytest.param({"question": "Сколько часов?"}, False, id="other words"),
        pytest.param({"required": ["89"]}, False, id="another article wanted"),
    ],
)
def test_the_hash_of_a_line(change: dict[str, object], same: bool, tmp_path: Path) -> None:
    first, second = (asking.read(write(tmp_path, row))[0] for row in (LINE, {**LINE, **change}))
    assert (first.line == second.line) is same


@pytest.mark.parametrize(
    ("name", "group", "same"),
    [
        pytest.param("w001-kk", "leave", "f/w001", id="by its id: a group may be a theme"),
        pytest.param("17", "g4", "f/g4", id="by its group"),
        pytest.param("17", "", "f/17", id="alone"),
        pytest.param("a-b", "", "f/a-b", id="a dash that is no language"),
    ],
)
def test_what_languages_share(name: str, group: str, same: str) -> None:
    asked = asking.read(FOLDER / "labour_code_dev.jsonl")[0]
    assert replace(asked, file="f", id=name, group=group).same == same


def test_some_keeps_languages_together_and_spreads_over_files() -> None:
    files = ("labour_code_dev", "labour_code_whole_dev", "other_sources_dev")
    asked = [line for name in files for line in asking.read(FOLDER / f"{name}.jsonl")]
    some = asking.some(asked, 120)
    assert 90 <= len(some) <= 120
    assert {line.file for line in some} == {*files} and any(line.refuse for line in some)
    assert all(sum(other.same == line.same for other in some) == 3 for line in some)
    assert asking.some(asked, 10**6) == asked
    others = asking.some(asked, 120, first=1)
    assert others and {line.same for line in others}.isdisjoint(line.same for line in some)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.jsonl")), ids=lambda path: path.stem)
def test_our_files_can_be_read(path: Path) -> None:
    asked = asking.read(path)
    assert len({line.id for line in asked}) == len(asked) > 0
    assert all(line.refuse or line.required or line.must_contain for line in asked)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "status"),
    [
        pytest.param("Сколько дней отпуска положено в год?", "answered", id="ours"),
        pytest.param("?", "refused", id="no question at all"),
        pytest.param("Wie viele Urlaubstage stehen mir nach dem Gesetz jedes Jahr zu?", "refused", id="German"),
    ],
)
def test_asking_the_library(question: str, status: str, built_settings: Settings) -> None:
    from assistant import embedding, library

    asked = replace(asking.read(FOLDER / "labour_code_dev.jsonl")[0], question=question)
    held, embedder = library.current(built_settings), embedding.open_embedder(built_settings)
    assert asking.ask(asked, held, embedder, "kz").status == status
