"""Official wording is cut to provisions whose offsets give their text back, and a wrong file is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant import answering, building, library, provisions
from assistant.corpus import Corpus
from assistant.errors import CorpusError
from assistant.law import Wording
from assistant.settings import Settings
from tests.conftest import FakeEmbedder


def _wording(text: str) -> Wording:
    return Wording("kz-labour-code", "999", "ru", date(2026, 7, 1), text)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("Одно правило.", ["1"], id="one part"),
        pytest.param("Первое.\nВторое.", ["1", "2"], id="two parts"),
        pytest.param("1. Можно:\n1) уйти;\n2) остаться.\n2. Нельзя.", ["1", "1/1", "1/2", "2"], id="paragraphs"),
        pytest.param("1. Вот:\n1) раз;\nпродолжение;\n1-1. Ещё.", ["1", "1/1", "1-1"], id="dashed"),
        pytest.param("Сроки:\n1) месяц;\n(Примечание о решении суда.)\nПрочее.", ["1", "1/1", "2"], id="editor's note"),
    ],
)
def test_an_article_is_cut_where_its_numbers_stand(text: str, places: list[str]) -> None:
    found = list(provisions.cut(_wording(text)))
    assert ["/".join(p.id.pinpoint) for p in found] == places
    assert all(text[p.start : p.end] == p.text for p in found)


def test_every_article_at_hand_gives_its_text_back(shared: Path, whole_corpus: Corpus) -> None:
    for name in ("labour_code_ru_2026-07-01", "labour_code_kk_2026-07-01"):
        for line in (shared / "law" / "kz" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            wording = _wording(json.loads(line)["text"])
            for provision in provisions.cut(wording):
                assert wording.text[provision.start : provision.end] == provision.text


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("kz-labour-code.ru.jsonl", b'{"article": "1"}', ":1"),
        ("kz-labour-code.ru.jsonl", b'{"article": "1", "text": "x"}\nnot json', ":2"),
        ("kz-labour-code.ru.jsonl", b"\xff\xfe", "UTF-8"),
        ("somebody.ru.jsonl", b"", "<instrument>"),
        ("kz-labour-code.de.jsonl", b"", "<language>"),
    ],
    ids=["no text", "not JSON", "not UTF-8", "no such instrument", "no such language"],
)
def test_a_wrong_file_is_named(name: str, content: bytes, said: str, tmp_path: Path, whole_corpus: Corpus) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CorpusError) as raised:
        provisions.read(tmp_path, whole_corpus.instruments)
    assert name in raised.value.detail and said in raised.value.detail


def test_where_a_text_is_at_hand_the_quote_is_official_and_the_claim_stays_ours(
    few: Corpus, settings: Settings, build: Callable[..., building.Built]
) -> None:
    text = "Отдых в году длится двадцать четыре дня по календарю, если не дано больше."
    of = replace(few, wordings=(Wording("kz-labour-code", "88", "ru", date(2026, 7, 1), text),))
    build(of)
    held = library.current(settings)
    asked = answering.understand("Что в статье 88?", held, date(2026, 11, 21), "ru", "kz")
    assert isinstance(asked, answering.Question)
    given = answering.answer(asked, held, FakeEmbedder())
    cited = given.citations[0]
    assert cited.official and cited.quote == text and cited.verdicts.quote_exact and cited.verdicts.figures
    assert "24 календарных дня" in given.claims[0].text
    assert any(chunk.kind == "text" and chunk.text == text for chunk in held.chunks["kz"])
