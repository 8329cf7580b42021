"""Official wording is cut to provisions whose offsets give their text back, and a wrong file is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant import answering, building, corpus, grammars, library, provisions
from assistant.corpus import Corpus
from assistant.documents import Document, Wording
from assistant.errors import CorpusError
from assistant.law import Authority
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


ACT = """ЗАКОН
Вступление.
Глава 1. ОТДЫХ
Статья 1. Выходной
1. Отдыхают в воскресенье.
2. Исключен Законом РК от 01.02.2020 № 3-VI.
Сноска. Статья 1 изменена Законом РК от 01.02.2020 № 3-VI.
Примечание ИЗПИ!
Статья 2 предусматривается в редакции Закона РК от 10.01.2026 № 256-VIII.
Статья 2. Праздник
Сноска. Заголовок изменён Законом РК от 03.04.2021 № 5-VII (вводится в действие с 01.01.2027).
По праздникам
Примечание ИЗПИ!
Второе слово предусматривается исключить Законом РК от 09.01.2026 № 256-VIII.
не работают.
Глава 2. ПЛАТА
Статья 2-1. Надбавка
Сноска. Статья 2-1 исключена Законом РК от 01.02.2020 № 3-VI.
Президент
Республики Казахстан"""


def _act(edition: date = date(2026, 7, 1)) -> dict[str, Wording]:
    document = Document(ACT, "text")
    found = provisions.articles(document, "kz-act", "ru", edition, grammars.by_name("kz"), "kz")
    return {wording.article: wording for wording in found}


def test_an_act_gives_its_articles_with_heading_and_chapter() -> None:
    found = _act()
    assert list(found) == ["1", "2", "2-1"]
    assert [wording.heading for wording in found.values()] == ["Выходной", "Праздник", "Надбавка"]
    assert [wording.division for wording in found.values()] == [("Глава 1. ОТДЫХ",)] * 2 + [("Глава 2. ПЛАТА",)]
    assert all(ACT[wording.start : wording.end] == wording.text for wording in found.values())


def test_notes_are_kept_beside_the_wording() -> None:
    found = _act()
    assert [(n.kind, n.act) for n in found["1"].notes] == [("repealed", "3-VI"), ("amendment", "3-VI")]
    assert found["1"].text == "1. Отдыхают в воскресенье.\n2."
    kinds = [(note.kind, note.act) for note in found["2"].notes]
    assert kinds == [("future", "256-VIII"), ("future", "5-VII"), ("future", "256-VIII")]
    assert found["2"].notes[0].start < found["2"].start, "printed above the heading of the article that it is about"
    assert provisions.without_notes(found["2"]).split() == ["По", "праздникам", "не", "работают."]
    assert len(provisions.without_notes(found["2"])) == len(found["2"].text)


def test_an_article_that_is_nothing_but_a_marker_is_repealed() -> None:
    found = _act()
    assert [(w.article, w.repealed, w.text) for w in found.values() if w.repealed] == [("2-1", True, "")]
    assert list(provisions.cut(found["2-1"])) == []


def test_a_change_whose_day_has_come_is_an_amendment() -> None:
    assert [note.kind for note in _act(date(2027, 1, 1))["2"].notes] == ["future", "amendment", "future"]


def test_provisions_have_offsets_in_the_document_and_hold_no_note() -> None:
    found = [provision for wording in _act().values() for provision in provisions.cut(wording)]
    assert [(str(p.id), p.text) for p in found] == [
        ("kz-act/1/1", "1. Отдыхают в воскресенье."),
        ("kz-act/2/1", "По праздникам"),
        ("kz-act/2/1", "не работают."),
    ]
    assert all(ACT[p.start : p.end] == p.text for p in found)


def test_a_text_without_an_article_is_an_error() -> None:
    with pytest.raises(CorpusError) as raised:
        provisions.articles(Document("Слова.", "text"), "kz-act", "ru", date(2026, 7, 1), grammars.by_name("kz"), "kz")
    assert "kz-act" in raised.value.detail


def test_rows_have_their_notes_apart_too(tmp_path: Path, whole_corpus: Corpus) -> None:
    row = {"article": "5", "text": "Отдыхают.\nСноска. Статья 5 изменена Законом РК от 01.02.2020 № 3-VI."}
    path = tmp_path / "any name.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    (wording,) = provisions.read_file(path, whole_corpus.instruments["kz-labour-code"], "ru")
    assert [note.act for note in wording.notes] == ["3-VI"]
    assert [provision.text for provision in provisions.cut(wording)] == ["Отдыхают."]


@pytest.mark.parametrize(
    ("instrument", "name"),
    [
        ("kz-labour-code", "kz"),
        ("kg-labour-code", "kg"),
        ("ilo-c087", "ilo"),
        ("eu-gdpr", "eu"),
        ("etuc-ai", "general"),
    ],
)
def test_the_grammar_of_an_instrument(instrument: str, name: str, whole_corpus: Corpus) -> None:
    assert grammars.grammar_for(whole_corpus.instruments[instrument]) == name


def test_an_agreement_and_a_law_of_another_country_are_read_by_the_general_grammar(whole_corpus: Corpus) -> None:
    act = whole_corpus.instruments["kz-labour-code"]
    assert grammars.grammar_for(replace(act, authority=Authority.AGREEMENT)) == "general"
    assert grammars.grammar_for(replace(act, jurisdiction="tj")) == "general"


def test_an_unknown_grammar_is_named() -> None:
    with pytest.raises(CorpusError) as raised:
        grammars.by_name("xx")
    assert "xx" in raised.value.detail


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
    of = corpus.with_wordings(few, (Wording("kz-labour-code", "88", "ru", date(2026, 7, 1), text),))
    build(of)
    held = library.current(settings)
    asked = answering.understand("Что в статье 88?", held, date(2026, 11, 21), "ru", "kz")
    assert isinstance(asked, answering.Question)
    given = answering.answer(asked, held, FakeEmbedder())
    cited = given.citations[0]
    assert cited.official and cited.quote == text and cited.verdicts.quote_exact and cited.verdicts.figures
    assert "24 календарных дня" in given.claims[0].text
    assert any(chunk.kind == "text" and chunk.text == text for chunk in held.chunks["kz"])
