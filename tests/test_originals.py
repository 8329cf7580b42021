"""The folder of fetched files: a text is there whole or not at all, whatever dies when."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant import originals
from assistant.documents import Place, Published
from assistant.faults import AnotherFetch
from assistant.originals import Fetched, Originals, Record
from assistant.settings import Settings

EDITION = date(2026, 7, 1)
PLACE = Place(("https://a.kz/1", "https://a.kz/2", "https://a.kz/3"), "markdown", "copy", EDITION)
PUBLISHED = Published("kz-labour-code", "ru", "https://adilet.zan.kz", (PLACE,))
OLD, NEW = (b"old 1", b"old 2", b"old 3"), (b"new 1", b"old 2", b"new 3")


class Killed(BaseException):
    """Stands for a process that is gone."""


@pytest.fixture
def folder(tmp_path: Path) -> Originals:
    """An empty folder."""
    return Originals(tmp_path / "texts" / "originals")


def put(folder: Originals, texts: tuple[bytes, ...], place: Place = PLACE) -> Fetched:
    """Keep the files of a text and put them in their place."""
    records = {}
    for number, data in enumerate(texts, 1):
        file, url = originals.name(PUBLISHED, place, number), place.urls[number - 1]
        (folder.aside / f"{file}.part").write_bytes(data)
        whence = ("kz-labour-code", "ru", place.edition.isoformat() if place.edition else "", number, url, "2026-11-21")
        records[file] = Record(*whence, '"e"', "", hashlib.sha256(data).hexdigest(), place.format, place.publisher)
        folder.keep(file, records[file])
    return folder.publish(records)


def texts(folder: Originals) -> list[tuple[bytes, ...]]:
    """What a reader is shown."""
    return [tuple(path.read_bytes() for path in each.files) for each in folder.stored()]


def test_files_are_named_and_described(folder: Originals, tmp_path: Path) -> None:
    with folder.alone():
        had = put(folder, OLD)
    assert [path.name for path in had.files] == [f"kz-labour-code.ru.2026-07-01.{n}.md" for n in (1, 2, 3)]
    assert had.new and had.had and (had.edition, had.fetched, had.urls) == (EDITION, date(2026, 11, 21), PLACE.urls)
    assert originals.stored(Settings(data=tmp_path)) == (replace(had, new=False),)
    assert not list(folder.aside.iterdir())


@pytest.mark.parametrize(
    ("damage", "whole"),
    [
        pytest.param(lambda file, record: file.write_bytes(b"other"), False, id="a file is another"),
        pytest.param(lambda file, record: file.unlink(), False, id="a file is gone"),
        pytest.param(lambda file, record: record.unlink(), False, id="a record is gone"),
        pytest.param(lambda file, record: record.write_text("{"), False, id="a record is no JSON"),
        pytest.param(lambda file, record: record.write_text("[]"), False, id="a record is something else"),
        pytest.param(lambda file, record: (file.parent / "notes.json").write_text("{}"), True, id="a strange file"),
    ],
)
def test_half_a_text_is_not_shown(damage: Callable[[Path, Path], None], whole: bool, folder: Originals) -> None:
    with folder.alone():
        file = put(folder, OLD).files[1]
    damage(file, file.with_name(file.name + ".json"))
    assert bool(texts(folder)) is whole and (folder.kept(PUBLISHED, PLACE) is not None) is whole


@pytest.mark.parametrize("step", range(40))
def test_killed_at_any_moment_it_is_one_text_or_the_other(
    step: int, folder: Originals, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every rename is a moment; after the next start the old text is there or the new one, never a mixture."""
    with folder.alone():
        put(folder, OLD)
    real, left = os.replace, [step]

    def replaced(source: str | Path, target: str | Path) -> None:
        if not left[0]:
            raise Killed
        left[0] -= 1
        real(source, target)

    monkeypatch.setattr(os, "replace", replaced)
    try:
        with folder.alone():
            put(folder, NEW)
    except Killed:
        assert texts(folder) in ([], [OLD], [NEW])
    else:
        assert step >= 15 and texts(folder) == [NEW]
    monkeypatch.setattr(os, "replace", real)
    with folder.alone():
        assert texts(folder) in ([OLD], [NEW])
        assert put(folder, NEW).had and texts(folder) == [NEW]


def test_one_edition_has_one_set_of_files(folder: Originals) -> None:
    pdf = Place(("https://zan.gov.kz/pdf",), "pdf", "official", EDITION)
    undated = Place(("https://adilet.zan.kz/1",), "html", "official")
    with folder.alone():
        put(folder, OLD)
        put(folder, (b"%PDF",), pdf)
        put(folder, (b"<html>",), undated)
    assert texts(folder) == [(b"%PDF",), (b"<html>",)]
    assert folder.kept(PUBLISHED, PLACE) is None and folder.kept(PUBLISHED, pdf) is not None


def test_what_came_from_elsewhere_or_is_not_what_is_meant_is_not_kept(folder: Originals) -> None:
    with folder.alone():
        put(folder, OLD)
    sums = tuple(hashlib.sha256(data).hexdigest() for data in OLD)
    assert folder.kept(PUBLISHED, replace(PLACE, sha256=sums)) is not None
    assert folder.kept(PUBLISHED, replace(PLACE, sha256=sums[::-1])) is None
    assert folder.kept(PUBLISHED, replace(PLACE, urls=("https://b.kz/1", *PLACE.urls[1:]))) is None


def test_one_fetch_at_a_time(folder: Originals) -> None:
    with folder.alone(), pytest.raises(AnotherFetch) as raised, Originals(folder.folder).alone():
        pass
    assert raised.value.exit_code == 75
    with folder.alone():
        pass
