"""Kazakh and Russian typed in Latin letters: put back, told from English, and answered."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from assistant import answering
from assistant.composing import Question
from assistant.corpus import Corpus
from assistant.detection import Detector
from assistant.latin import Known, mostly, to_cyrillic
from assistant.law import LANGUAGES
from assistant.library import Library

QUESTIONS = Path(__file__).resolve().parent.parent / "evals" / "questions"


@pytest.mark.parametrize(
    ("lang", "typed", "expected"),
    [
        pytest.param("ru", "ya beremenna", "я беременна", id="two letters for one"),
        pytest.param("ru", "moy nachalnik", "мой началник", id="y after a vowel; no soft sign"),
        pytest.param("ru", "dolzhny", "должны".replace("ь", ""), id="y after a consonant"),
        pytest.param("ru", "pervye dni", "первые дни", id="ye after a consonant is two letters"),
        pytest.param("ru", "legkii trud", "легкий труд", id="ii at the end of an adjective"),
        pytest.param("ru", "posle operacii", "после операции", id="ii at the end of a noun"),
        pytest.param("ru", "4to delat", "что делат", id="4 for ch"),
        pytest.param("ru", "pishite na kadry@zavod.kz", "пишите на kadry@zavod.kz", id="an address stays"),
        pytest.param("ru", "konvenciya C190", "конвенция C190", id="a number with its letter stays"),
        pytest.param("kk", "zhalaqy bermei zhatyr", "жалакы бермей жатыр", id="q, zh, i after a vowel"),
        pytest.param("kk", "jumystan shygardy", "жумыстан шыгарды", id="j for ж"),
        pytest.param("kk", "eñbek şarty", "енбек сарты", id="letters of the new alphabet"),
        pytest.param("kk", "2026 zhyly", "2026 жылы", id="numbers stay"),
    ],
)
def test_to_cyrillic(lang: str, typed: str, expected: str) -> None:
    assert to_cyrillic(typed, lang) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("скоко ето ден", "скоко это день", id="known words get their letters, others stay"),
        pytest.param("За свой щет", "За свой счет", id="щ for сч"),
    ],
)
def test_known_words_are_restored(text: str, expected: str) -> None:
    assert Known.learn(["это был день, день за свой счет"]).restore(text).lower() == expected.lower()


@pytest.mark.parametrize(("text", "expected"), [("ya tut", True), ("я тут", False), ("я hr", True), ("2026", False)])
def test_mostly(text: str, expected: bool) -> None:
    assert mostly(text) is expected


@pytest.fixture(scope="module")
def detector(whole_corpus: Corpus) -> Detector:
    """What a library of the whole corpus learns."""
    texts = [(lang, text) for digest in whole_corpus.digests for lang in LANGUAGES for text in digest.questions[lang]]
    return Detector.learn(texts)


def test_the_development_questions_are_told_apart(detector: Detector) -> None:
    rows = [json.loads(line) for file in QUESTIONS.glob("*dev.jsonl") for line in file.read_text("utf-8").splitlines()]
    latin = [row for row in rows if mostly(row["question"])]
    typed = [row for row in latin if row["lang"] != "en"]
    assert len(typed) > 20 and len(latin) - len(typed) > 300
    assert [row["id"] for row in latin if detector.language(row["question"]) not in (row["lang"], None)] == []
    assert [row["id"] for row in typed if detector.language(row["question"]) is None] == []


@pytest.mark.parametrize(
    ("typed", "lang", "word"),
    [
        pytest.param("uvolili na bolnichnom chto delat", "ru", "больничном", id="Russian"),
        pytest.param("zhumystan shygaryp zhiberdi ne isteimin", "kk", "жұмыстан", id="Kazakh"),
        pytest.param("They fired me, what can I do?", "en", "fired", id="English stays"),
    ],
)
def test_a_question_is_understood_in_its_own_letters(
    typed: str, lang: str, word: str, held_few: Library, whole_corpus: Corpus, detector: Detector
) -> None:
    asked = answering.understand(typed, held_few, date(2026, 11, 22), None, "kz")
    assert isinstance(asked, Question) and asked.lang == lang
    assert word[:6] in asked.text or (lang == "kk" and "жумыстан" in asked.text)
