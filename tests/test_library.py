"""A library is built aside, verified, published by pointer; what is damaged, foreign or half-made is never used."""

from __future__ import annotations

import fcntl
import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from assistant import building, library, manifest
from assistant.corpus import Corpus
from assistant.errors import (
    AnotherWriter,
    LibraryDamaged,
    LibraryError,
    LibraryMismatch,
    NoLibrary,
    NoSpace,
    NotWritable,
    UnknownJurisdiction,
)
from assistant.settings import Settings
from tests.conftest import FakeEmbedder

Build = Callable[..., building.Built]


def test_without_a_library_the_command_to_build_one_is_named(settings: Settings) -> None:
    with pytest.raises(NoLibrary) as raised:
        library.current(settings)
    assert "python ingest.py build" in raised.value.sentence("ru")


def test_a_built_library_finds_its_chunks(copied: Path, settings: Settings) -> None:
    held = library.current(settings)
    chunk = held.chunks["kz"][0]
    vector = FakeEmbedder().questions([held.learned.embedded_text(chunk)])[0]
    position, cosine = held.nearest("kz", vector, 1)[0]
    assert held.chunks["kz"][position].text == chunk.text and cosine == pytest.approx(1, abs=1e-4)


def test_an_unknown_jurisdiction_is_an_error_of_ours(copied: Path, settings: Settings) -> None:
    with pytest.raises(UnknownJurisdiction):
        library.current(settings).nearest("xx", FakeEmbedder().questions(["?"])[0], 1)


def test_a_second_build_embeds_nothing(copied: Path, build: Build) -> None:
    embedder = FakeEmbedder()
    second = build(embedder=embedder)
    assert (second.id, second.new, embedder.embedded) == (copied.name, False, [])


def test_a_changed_article_is_the_only_one_embedded_again(copied: Path, build: Build, few: Corpus) -> None:
    changed = [d for d in few.digests if d.article == "88"][0]
    point = replace(changed.points[0], text={**changed.points[0].text, "en": "An entirely new sentence."})
    new = replace(changed, points=(point, *changed.points[1:]))
    embedder = FakeEmbedder()
    build(replace(few, digests=tuple(new if d is changed else d for d in few.digests)), embedder)
    assert embedder.embedded == ["An entirely new sentence."]


def test_only_the_library_in_use_and_the_previous_one_are_kept(build: Build, few: Corpus, settings: Settings) -> None:
    made = [build(replace(few, digests=few.digests[: 4 + n])).id for n in range(3)]
    assert {p.name for p in settings.libraries.iterdir() if p.is_dir()} == set(made[1:])


def test_a_second_writer_is_told_so_at_once(build: Build, settings: Settings) -> None:
    settings.libraries.mkdir(parents=True)
    with (settings.libraries / building.LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(AnotherWriter) as raised:
            build()
    assert raised.value.exit_code == 75


def test_reading_does_not_change_what_the_manifest_says(copied: Path, settings: Settings) -> None:
    held = library.current(settings)
    held.nearest("kz", FakeEmbedder().questions(["отпуск"])[0], 5)
    manifest.check_files(held.manifest, held.folder)


def _mutations() -> list[tuple[str, Callable[[Path], object]]]:
    def change(name: str, at: float) -> Callable[[Path], object]:
        def run(folder: Path) -> None:
            path = next(folder.rglob(name))
            data = bytearray(path.read_bytes())
            place = int(at * (len(data) - 1))
            data[place : place + 64] = bytes(byte ^ 0xFF for byte in data[place : place + 64])
            path.write_bytes(data)

        return run

    def cut(name: str) -> Callable[[Path], object]:
        return lambda folder: (p := next(folder.rglob(name))).write_bytes(p.read_bytes()[: p.stat().st_size // 2])

    return [
        ("vectors changed", change("data_level0.bin", 0.5)),
        ("vectors cut", cut("data_level0.bin")),
        ("vectors gone", lambda folder: next(folder.rglob("data_level0.bin")).unlink()),
        ("links changed", change("link_lists.bin", 0.1)),
        ("ids changed", change("index_metadata.pickle", 0.5)),
        ("database changed in the middle", change("chroma.sqlite3", 0.4)),
        ("database header changed", change("chroma.sqlite3", 0.0)),
        ("database cut", cut("chroma.sqlite3")),
        ("database gone", lambda folder: next(folder.rglob("chroma.sqlite3")).unlink()),
        ("corpus changed", change("corpus.json.gz", 0.5)),
        ("vectors beside cut", cut("kz.npy")),
        ("word index changed", change("data.csc.index.npy", 0.7)),
        ("word vocabulary gone", lambda folder: next(folder.rglob("vocab.index.json")).unlink()),
        ("manifest cut", cut("manifest.json")),
        ("a file too many", lambda folder: (folder / "chroma" / "extra.bin").write_bytes(b"x")),
    ]


@pytest.fixture(scope="module")
def published(few: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of one built library, to be copied before it is damaged."""
    data = tmp_path_factory.mktemp("published") / "data"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("assistant.embedding.runtime", lambda name: "fake 1")
        building.build(few, FakeEmbedder, Settings(data=data, embedding_model="fake"))
    return data


@pytest.fixture
def copied(published: Path, settings: Settings) -> Path:
    """A copy of the published library, in use under `settings`; its folder."""
    shutil.copytree(published, settings.data)
    return library.current_folder(settings)


@pytest.mark.parametrize(("what", "damage"), _mutations(), ids=[name for name, _ in _mutations()])
def test_a_damaged_library_is_noticed_or_answers_the_same(
    what: str, damage: Callable[[Path], object], copied: Path, settings: Settings
) -> None:
    vector = FakeEmbedder().questions(["отпуск 24 дня"])[0]
    before = [p for p, _ in library.Library(copied, manifest.read(copied)).nearest("kz", vector, 5)]
    damage(copied)
    try:
        opened = library.open_library(copied, settings)
    except LibraryDamaged:
        return
    assert [p for p, _ in opened.nearest("kz", vector, 5)] == before, f"{what}: not noticed and not harmless"


@pytest.mark.parametrize(
    "field", ["format", "model", "runtime", "chroma", "words"], ids=lambda field: f"another {field}"
)
def test_another_version_stops_with_the_rebuild_command(field: str, copied: Path, settings: Settings) -> None:
    path = copied / manifest.NAME
    said = json.loads(path.read_text())
    path.write_text(json.dumps({**said, field: 99 if field == "format" else "other"}))
    with pytest.raises(LibraryMismatch) as raised:
        library.current(settings)
    assert field in raised.value.sentence("en") and "python ingest.py build" in raised.value.sentence("en")


def test_a_library_of_another_version_is_replaced_by_a_build(copied: Path, build: Build, settings: Settings) -> None:
    path = copied / manifest.NAME
    path.write_text(json.dumps({**json.loads(path.read_text()), "chroma": "0.1"}))
    second = build()
    assert second.new and second.embedded == second.chunks - _repeated(settings)
    assert library.current(settings).id == second.id


def _repeated(settings: Settings) -> int:
    """How many chunks have the text of another one, and so cost no embedding."""
    held = library.current(settings)
    texts = [held.learned.embedded_text(chunk) for chunk in held.chunks["kz"]]
    return len(texts) - len(set(texts))


def test_too_little_room_is_said_before_anything_is_written(
    copied: Path, build: Build, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(settings.libraries)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=1_000_000))
    (copied / manifest.NAME).unlink()
    with pytest.raises(NoSpace):
        build()
    assert not list(settings.libraries.glob("*.part"))


def test_a_data_folder_that_cannot_be_made_is_one_sentence(build: Build, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(NotWritable):
        build(where=replace(settings, data=tmp_path / "file"))


def test_a_pointer_to_nothing_is_damage_not_a_crash(copied: Path, settings: Settings) -> None:
    (settings.libraries / library.CURRENT).write_text("gone")
    with pytest.raises(LibraryDamaged):
        library.current(settings)


def test_a_server_that_does_not_answer_is_one_sentence(build: Build, settings: Settings) -> None:
    with pytest.raises(LibraryError):
        build(where=replace(settings, chroma_url="http://127.0.0.1:9"))
    assert not list(settings.libraries.glob("*.part"))


def without_prose(schema: object) -> object:
    """A JSON schema without its prose: a docstring reworded is no other form."""
    if isinstance(schema, dict):
        prose = isinstance(schema.get("description"), str)
        return {key: without_prose(value) for key, value in schema.items() if not (prose and key == "description")}
    return [without_prose(value) for value in schema] if isinstance(schema, list) else schema


def test_a_corpus_of_another_form_has_another_format() -> None:
    """A library keeps its corpus in this form: one built before a change does not open, so `FORMAT` must rise."""
    corpus = json.dumps(without_prose(TypeAdapter(Corpus).json_schema()), sort_keys=True).encode()
    assert (manifest.FORMAT, hashlib.sha256(corpus).hexdigest()[:16]) == (12, "710f924f36ed0083")
