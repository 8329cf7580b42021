"""Libraries in memory for baselines, the plain pipeline, and texts beside the project: on a few articles, no model."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from assistant import retrieval
from assistant.law import Authority, Chunk
from assistant.library import Library
from evals import in_memory, texts
from evals.in_memory import Remembering
from evals.plain import Plain
from tests.conftest import FakeEmbedder

QUESTION = "Сколько дней отпуска мне положено?"
ACT = texts.instrument("xx-code", "xx", Authority.LAW, date(2026, 1, 1))


@pytest.fixture
def held(held_few: Library) -> Library:
    """A library of the few articles, with the fake model."""
    return held_few


def found(of: Library) -> list[str]:
    """The articles found for a question, best first."""
    passages = retrieval.search(QUESTION, "ru", "kz", of, FakeEmbedder()).passages
    return [str(passage.provision) for passage in passages]


def test_all_chunks_in_memory_find_what_the_library_finds(held: Library) -> None:
    assert found(in_memory.part(held, lambda _: True)) == found(held)


def is_point(chunk: Chunk) -> bool:
    """True for a digest point."""
    return chunk.kind == "point"


def test_a_part_keeps_what_it_should_and_what_is_out_of_scope(held: Library) -> None:
    part = in_memory.part(held, is_point)
    assert {chunk.kind for chunk in part.chunks["kz"]} == {"point", "scope"}
    assert part.manifest.counts == {"kz": len(part.chunks["kz"])}
    assert len(part.words["kz"].scores(QUESTION, "ru")) == len(part.chunks["kz"])
    assert found(part)


@pytest.mark.parametrize(
    ("channels", "words", "vectors"),
    [
        pytest.param((True, True), True, True, id="both"),
        pytest.param((True, False), True, False, id="words only"),
        pytest.param((False, True), False, True, id="vectors only"),
    ],
)
def test_channels(channels: tuple[bool, bool], words: bool, vectors: bool, held: Library) -> None:
    part = in_memory.part(held, lambda _: True, channels)
    assert bool(part.words["kz"].scores(QUESTION, "ru").any()) is words
    assert bool(part.vectors("kz", [0, 1]).any()) is vectors
    assert bool(part.nearest("kz", FakeEmbedder().questions([QUESTION])[0], 3)) is vectors
    assert found(part)


def test_a_remembering_embedder_embeds_a_text_once(tmp_path: Path) -> None:
    asked = ["одна норма", "другая норма"]
    first, second = FakeEmbedder(), FakeEmbedder()
    made = Remembering(first, tmp_path / "none", tmp_path / "kept").passages(asked)
    again = Remembering(second, tmp_path / "none", tmp_path / "kept").passages([*asked, "третья"])
    assert (sorted(first.embedded), second.embedded) == (sorted(asked), ["третья"])
    assert np.allclose((made * again[:2]).sum(axis=1), 1.0, atol=1e-3)


def test_the_plain_pipeline_names_the_article_of_each_piece(tmp_path: Path) -> None:
    long = "Работнику полагается отпуск. " * 100
    plain = Plain([("xx/1", long), ("xx/2", "Штраф и пеня. " * 20)], FakeEmbedder(), tmp_path)
    try:
        assert plain.pieces > 3
        assert plain.nearest("полагается отпуск", 2) == ["xx/1", "xx/1"]
        assert set(plain.nearest("штраф", 1000)) == {"xx/1", "xx/2"}
    finally:
        plain.close()


def test_a_text_alone_is_searched_without_digests(tmp_path: Path, held: Library) -> None:
    said = {"1": "Отпуск длится двадцать дней.", "2": "Вахта длится пятнадцать суток."}
    rows = [{"article": name, "title": "О времени", "text": f"1. {text}"} for name, text in said.items()]
    path = tmp_path / "code.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    wordings = texts.wordings(path, ACT, "ru")
    assert texts.articles(wordings)[0] == ("xx-code/1", "О времени\n1. Отпуск длится двадцать дней.")
    bare = in_memory.of_corpus(texts.text_alone([ACT], wordings, held), held, FakeEmbedder())
    best = retrieval.search("Сколько дней длится отпуск?", "ru", "xx", bare, FakeEmbedder()).passages[0]
    assert str(best.provision) == "xx-code/1"


@pytest.mark.parametrize(
    ("line", "required"),
    [
        pytest.param("1\t115\tСколько?", ("ru/115",), id="three columns"),
        pytest.param("2\t209.1\tlegal\tСколько?", ("ru/209.1",), id="with its kind"),
        pytest.param("4\t\tСколько?", (), id="no article answers it"),
        pytest.param("3\t414,415\tlegal\tСколько?", ("ru/414", "ru/415"), id="two articles"),
    ],
)
def test_questions_on_the_russian_code(line: str, required: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "some.tsv").write_text(line + "\n", encoding="utf-8")
    (asked,) = texts.russian_questions(tmp_path / "some.tsv", "ru")
    assert (asked.required, asked.question, asked.file) == (required, "Сколько?", "some")
    assert asked.refuse is not bool(required)


def test_third_party_sets_are_whole(shared: Path) -> None:
    from evals import outside

    for name, count, lang in (("russian_code", 99, "ru"), ("kazakh_passages", 545, "kk")):
        held = outside.SETS[name](shared)
        articles = {f"{wording.instrument}/{wording.article}" for wording in held.wordings}
        assert len(held.asked) == count and {asked.lang for asked in held.asked} == {lang}
        assert [a.id for a in held.asked if not set(a.required) <= articles] == []


def test_a_question_keeps_its_words_when_only_its_file_changes() -> None:
    first = texts.asked("a", "1", "ru", "Сколько?", ["ru/1"])
    assert replace(first, file="b") == texts.asked("b", "1", "ru", "Сколько?", ["ru/1"])
