"""The check of the whole corpus: files and lines named, articles beside each other, glossary, coverage, own words."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from assistant import catalogue
from assistant.corpus_check import RUN, Beside, by_article, check, check_digests
from assistant.documents import Note, Wording
from assistant.glossary import Term
from assistant.law import LANGUAGES, Digest
from tests.conftest import ROOT
from tests.test_digest_check import CLEAN, TEXT, said

TEXTS = {("kz-labour-code/88", "ru"): TEXT}


def written(folder: Path, digest: Digest, **changes: object) -> Path:
    """A digest as a file of the corpus, with some of its keys changed."""
    data: dict[str, object] = {
        "article": digest.article,
        "edition": digest.edition,
        "structure": {paragraph: list(subs) for paragraph, subs in digest.structure.items()},
        "title": digest.title,
        "points": [{"at": point.at, **point.text} for point in digest.points],
        "figures": [vars(figure) for figure in digest.figures],
        "questions": {lang: list(asked) for lang, asked in digest.questions.items()},
    }
    path = folder / digest.instrument / f"{digest.article}.yaml"
    path.parent.mkdir(exist_ok=True)
    text = yaml.safe_dump({**data, **changes}, allow_unicode=True, sort_keys=False, default_flow_style=False, width=200)
    path.write_text(text, encoding="utf-8")
    return path


def line(path: Path, words: str) -> int:
    """The first line of a file that holds the words, from 1."""
    return next(n for n, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if words in row)


def other_questions(**asked: list[str]) -> dict[str, list[str]]:
    """Six questions a language that nobody else asks, after those given."""
    return {lang: [*asked.get(lang, []), *(f"{lang} чужой {n}{n}!" for n in range(6))] for lang in LANGUAGES}


def test_a_clean_folder_has_no_faults(tmp_path: Path) -> None:
    written(tmp_path, CLEAN)
    assert list(check_digests(tmp_path, Beside(texts=TEXTS))) == []


def test_a_fault_names_file_and_line(tmp_path: Path) -> None:
    path = written(tmp_path, replace(CLEAN, points=said("24 күн.", "25 дней.", "24 days.")))
    faults = list(check_digests(tmp_path, Beside()))
    assert faults[0].startswith(f"{path}:{line(path, '24 күн.')}: point 1: the languages name different numbers")
    assert faults[1].startswith(f"{path}:{line(path, 'figures:')}: figure 24 days")
    assert len(faults) == 2


def test_a_broken_file_does_not_hide_the_others(tmp_path: Path) -> None:
    broken = written(tmp_path, CLEAN, numbering="chapters")
    other = written(tmp_path, replace(CLEAN, article="89"), questions=other_questions(), points=[])
    faults = list(check_digests(tmp_path, Beside()))
    assert faults[0].startswith(f"{broken}:{line(broken, 'numbering')}: ")
    assert any(fault.startswith(f"{other}:") and "figure 24 days" in fault for fault in faults[1:])


@pytest.mark.parametrize(
    ("question", "found"),
    [
        pytest.param("kk question 0?", True, id="the same"),
        pytest.param("KK, Question 0!", True, id="the same but for signs and capitals"),
        pytest.param("kk quite another question 0?", False, id="two words more: three of five are common"),
    ],
)
def test_questions_of_two_articles(question: str, found: bool, tmp_path: Path) -> None:
    written(tmp_path, CLEAN)
    other = written(tmp_path, replace(CLEAN, article="89"), questions=other_questions(kk=[question]))
    expected = f"{other}:{line(other, question)}: article 88 asks nearly the same: kk question 0?"
    assert list(check_digests(tmp_path, Beside())) == ([expected] if found else [])


def test_the_same_question_in_another_language_is_no_fault(tmp_path: Path) -> None:
    written(tmp_path, CLEAN)
    written(tmp_path, replace(CLEAN, article="89"), questions=other_questions(ru=["kk question 0?"]))
    assert list(check_digests(tmp_path, Beside())) == []


LEAVE = Term(
    id="leave",
    kk="демалыс",
    ru="отпуск",
    en="leave",
    where="88",
    stems={"kk": ("демалыс",), "ru": ("отпуск",), "en": ("leave",)},
    also={"kk": (), "ru": (), "en": ("holiday",)},
    sure="A",
)


@pytest.mark.parametrize(
    ("kk", "ru", "en", "missing"),
    [
        pytest.param("Демалыс 24 күн.", "Отпуск 24 дня.", "Leave: 24 days.", "", id="said in all"),
        pytest.param("Демалыс 24 күн.", "Отпуск 24 дня.", "A holiday of 24 days.", "", id="said in other words"),
        pytest.param("Тынығу 24 күн.", "Отпуск 24 дня.", "Leave: 24 days.", "kk does not say", id="not in kk"),
        pytest.param("Тынығу 24 күн.", "Отдых 24 дня.", "Rest of 24 days.", "", id="not said in Russian"),
    ],
)
def test_a_term_of_the_glossary_is_said_in_every_language(
    kk: str, ru: str, en: str, missing: str, tmp_path: Path
) -> None:
    written(tmp_path, replace(CLEAN, points=said(kk, ru, en)))
    faults = list(check_digests(tmp_path, Beside(terms=[LEAVE])))
    assert [missing in fault for fault in faults] == ([True] if missing else [])
    assert list(check_digests(tmp_path, Beside(terms=[replace(LEAVE, loose=True)]))) == []


def test_an_act_restated_whole_has_a_digest_for_every_article(tmp_path: Path) -> None:
    written(tmp_path, replace(CLEAN, article="1"))
    code = catalogue.load(ROOT / "corpus" / "catalogue.toml")["kz-labour-code"]
    held = {code.id: replace(code, last_article=2)}
    texts = {("kz-labour-code/1", "ru"): TEXT, ("kz-labour-code/2-1", "ru"): TEXT, ("kz-labour-code/9", "kk"): TEXT}
    faults = list(check_digests(tmp_path, Beside(held, texts=texts)))
    assert [fault.rpartition(": ")[2] for fault in faults] == ["article 2 has no digest", "article 2-1 has no digest"]
    part = {code.id: replace(code, last_article=2, whole=False)}
    assert list(check_digests(tmp_path, Beside(part, texts=texts))) == []


@pytest.mark.parametrize(("length", "found"), [(RUN, True), (RUN - 1, False)])
def test_words_of_an_official_text_are_found(length: int, found: bool, tmp_path: Path) -> None:
    words = "one or other two of these words stand here in a row as nowhere".split()
    written(tmp_path, replace(CLEAN, points=said("24", "24", "Say: " + " ".join(words[:length]) + ", 24.")))
    faults = list(check_digests(tmp_path, Beside(texts={("eu-gdpr/5", "en"): " ".join(words).upper()})))
    assert [f"{RUN} words in a row" in fault for fault in faults] == ([True] if found else [])


def test_the_folder_of_a_corpus(tmp_path: Path) -> None:
    (tmp_path / "digests").mkdir()
    written(tmp_path / "digests", CLEAN)
    (tmp_path / "catalogue.toml").write_text("", encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text("terms: []", encoding="utf-8")
    texts = tmp_path / "texts"
    texts.mkdir()
    assert list(check(tmp_path, texts)) == []
    row = json.dumps({"article": "88", "text": TEXT, "edition": "2026-07-01"}, ensure_ascii=False)
    (texts / "kz-labour-code.ru.jsonl").write_text(row, encoding="utf-8")
    assert [fault for fault in check(tmp_path, texts) if "must be <instrument>.<language>" in fault], "not in catalogue"


def test_notes_beside_the_wording_bind_no_digest() -> None:
    text = "1. Отдых положен.\nСноска. Статья 5 с изменением, внесённым Законом от 01.02.2020 № 3-VI."
    notes = (Note("amendment", "", text.index("Сноска"), len(text)),)
    row = Wording("kz-x", "5", "ru", date(2026, 7, 1), text, notes=notes)
    assert {name: held.rstrip() for name, held in by_article([row]).items()} == {("kz-x/5", "ru"): "1. Отдых положен."}
