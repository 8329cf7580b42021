"""Kazakh letters put back where a phone left them out, as learned from what was written with care."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from assistant.corpus import Corpus
from assistant.language import WORD, fold
from assistant.spelling import WRITTEN, Speller

WRITTEN_TEXTS = ["Жұмыстан шығару туралы бұйрықты жұмыс беруші шығарады.", "Жалақыны кешіктіру", "отпуск күні үшін"]


@dataclass(frozen=True)
class Case:
    """What is typed, what is understood, and why."""

    id: str
    typed: str
    expected: str
    reason: str


CASES = [
    Case("known words", "жумыстан шыгару", "жұмыстан шығару", "both were written"),
    Case("capitals", "ЖУМЫСТАН", "жұмыстан", "a word is known in any case"),
    Case("new ending", "жумысымды", "жұмысымды", "the beginning is known, the ending stays as typed"),
    Case("longest beginning", "кешиктирип", "кешіктірип", "only the known part gets its letters"),
    Case("already lettered", "жұмысдан шыгару", "жұмысдан шығару", "a word with Kazakh letters is left alone"),
    Case("Russian word", "отпуск алам", "отпуск алам", "written in a Kazakh text without such letters"),
    Case("unknown word", "увольнение", "увольнение", "nothing like it was written"),
    Case("lettered otherwise", "ұшін", "ұшін", "left alone, though «үшін» is what was written"),
    Case("short beginning", "кундик", "кундик", "three known letters are too few to guess from"),
    Case("signs", "«жумыстан»?!  шыгару…", "«жұмыстан»?!  шығару…", "everything but words stays"),
    Case("Latin", "OK bonus", "OK bonus", "not Kazakh at all"),
    Case("nothing", "", "", "nothing"),
]


@pytest.fixture(scope="module")
def speller() -> Speller:
    """A speller that learned three sentences."""
    return Speller.learn(WRITTEN_TEXTS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_restore(case: Case, speller: Speller) -> None:
    assert speller.restore(case.typed) == case.expected, case.reason


@pytest.mark.parametrize(
    ("written", "typed", "expected"),
    [
        pytest.param(["жұмыс"], ["менің жумыс"] * (WRITTEN - 1), "жұмыс", id="a point outweighs careless questions"),
        pytest.param([], ["менің жумыс", "жұмыс"], "жұмыс", id="a tie goes to the Kazakh letters"),
        pytest.param(["жұмыс"], ["менің жумыс"] * (WRITTEN + 1), "жумыс", id="many questions outweigh a point"),
        pytest.param(["жұмыс"], ["менин жумыс"] * 50, "жұмыс", id="a text without Kazakh letters teaches nothing"),
        pytest.param([], ["жұмысым бар"], "жұмыс", id="questions teach where points are silent"),
    ],
)
def test_who_teaches(written: list[str], typed: list[str], expected: str) -> None:
    assert Speller.learn(written, typed).restore("жумыс") == expected


def test_the_corpus_is_spelt_back(whole_corpus: Corpus) -> None:
    points = [point.text["kk"] for digest in whole_corpus.digests for point in digest.points]
    speller = Speller.learn(points)
    wrong = total = 0
    for text in points[::10]:
        meant, found = WORD.findall(text.lower()), WORD.findall(speller.restore(fold(text)))
        total += len(meant)
        wrong += sum(one != other for one, other in zip(meant, found, strict=True))
    assert total > 1000
    assert wrong / total < 0.02


def test_restored_text_folds_to_what_was_typed(whole_corpus: Corpus) -> None:
    few = whole_corpus.digests[::20]
    speller = Speller.learn(point.text["kk"] for digest in few for point in digest.points)
    for question in (question for digest in few for question in digest.questions["kk"]):
        assert fold(speller.restore(question)) == fold(question), "only letters come back, no word changes"
        assert re.findall(r"\W+", speller.restore(question)) == re.findall(r"\W+", question)
