"""Typing errors in questions: mended where the texts hold what is meant, left alone where nobody can tell."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date

import pytest

from assistant import answering, showing
from assistant.composing import Question
from assistant.corpus import Corpus, chunks
from assistant.language import WORD
from assistant.library import Library
from assistant.mending import Mender
from tests.conftest import FakeEmbedder


@dataclass(frozen=True)
class Case:
    """What is typed, what is meant, and why it stands here."""

    lang: str
    typed: str
    meant: str
    reason: str


CASES = [
    Case("ru", "началник", "начальник", "a letter left out"),
    Case("ru", "работать в выхадные", "работать в выходные", "as it sounds; a digest's question has the same error"),
    Case("ru", "Увальняют беремменную?", "Увольняют беременную?", "two words, a capital, a mark"),
    Case("ru", "неплатят зарплату", "не платят зарплату", "typed together"),
    Case("ru", "испытателный сорк", "испытательный срок", "a sign left out, two letters exchanged"),
    Case("ru", "бракодел и халтурщик", "бракодел и халтурщик", "real words that no text holds"),
    Case("ru", "в Карагонде у Ивонова", "в Карагонде у Ивонова", "names are nobody's errors"),
    Case("ru", "КоАП, ТОО, ГПХ, МРОТ", "КоАП, ТОО, ГПХ, МРОТ", "abbreviations"),
    Case("ru", "ст. 52-1 и п.п. 3", "ст. 52-1 и п.п. 3", "numbers and short words"),
    Case("ru", "employer не платит", "employer не платит", "a word in another script"),
    Case("kk", "жұмстан шығарды", "жумыстан шығарды", "its letters are put back where it is embedded"),
    Case("kk", "айлыкты кешктирмей", "айлыкты кешиктирмей", "no Kazakh letters, and an error"),
    Case("kk", "жалақы аудармады", "жалақы аудармады", "a form that denies is no error of one that does not"),
    Case("kk", "отпуск бермейді", "отпуск бермейді", "Russian words of a Kazakh sentence"),
    Case(
        "kk", "маған айлық крек емес, тойым бар", "маған айлық керек емес, тойым бар", "short: only a letter left out"
    ),
    Case("kk", "цехты токтатсак", "цехты токтатсак", "an ending that no text has is no error"),
    Case("ru", "дайте расчётку и матпомощь", "дайте расчётку и матпомощь", "spoken words that no dictionary has"),
    Case("en", "Can my emploer dissmiss me?", "Can my employer dismiss me?", "a letter out, a letter too many"),
    Case(
        "en", "The restaurateur absconded", "The restaurateur absconded", "words of the dictionary that no text holds"
    ),
    Case("en", "I work at Kaspyi", "I work at Kaspyi", "a firm"),
    Case("en", "wihtout", "without", "two letters exchanged"),
    Case("en", "They couldn't tell", "They couldn't tell", "the first half of a word with an apostrophe"),
    Case("en", "", "", "nothing"),
]


@pytest.fixture(scope="module")
def mender(whole_corpus: Corpus) -> Mender:
    """A mender that learned the whole corpus."""
    return Mender.learn((chunk.lang, chunk.text) for chunk in chunks(whole_corpus))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.typed or "empty")
def test_mend(case: Case, mender: Mender) -> None:
    assert mender.mend(case.typed, case.lang) == case.meant, case.reason


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_what_was_written_with_care_stays(lang: str, mender: Mender, whole_corpus: Corpus) -> None:
    texts = [point.text[lang] for digest in whole_corpus.digests for point in digest.points]
    words = [word for text in texts for word in WORD.findall(text)]
    changed = [(text, mended) for text in texts if (mended := mender.mend(text, lang)) != text]
    assert len(changed) / len(words) < 0.0005, changed[:5]


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_nothing_is_lost_but_errors(lang: str, mender: Mender, whole_corpus: Corpus) -> None:
    for question in (question for digest in whole_corpus.digests for question in digest.questions[lang]):
        mended = mender.mend(question, lang)
        assert len(WORD.findall(mended)) >= len(WORD.findall(question))
        assert re.sub(r"[\w ]", "", mended) == re.sub(r"[\w ]", "", question)


def test_a_mended_text_has_nothing_left_to_mend(mender: Mender) -> None:
    for case in CASES:
        assert mender.mend(case.meant, case.lang) == case.meant


def test_a_word_that_only_one_question_has_is_no_proof() -> None:
    texts = [("ru", "можно ли уволить работника")] * 2
    assert Mender.learn([*texts, ("ru", "увалить работника")]).mend("увоить", "ru") == "уволить"
    assert Mender.learn([("ru", "уволить")]).mend("увоить", "ru") == "увоить"


def test_many_at_once_mend_alike(mender: Mender) -> None:
    typed = [case for case in CASES if case.typed] * 20
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda case: mender.mend(case.typed, case.lang), typed))
    assert found == [case.meant for case in typed]


def test_the_question_that_is_searched_is_the_mended_one(held_few: Library) -> None:
    asked = answering.understand("Меня увоили, что делат?", held_few, date(2026, 11, 23), None, "kz")
    assert isinstance(asked, Question)
    assert asked.text == "Меня уволили, что делать?"


def test_what_was_mended_is_shown_to_who_typed_it(held_few: Library) -> None:
    asked = answering.understand("Меня увоили, что делат?", held_few, date(2026, 11, 23), None, "kz")
    assert isinstance(asked, Question)
    given = answering.answer(asked, held_few, FakeEmbedder())
    assert given.mended == (("увоили", "уволили"), ("делат", "делать"))
    assert "увоили → уволили, делат → делать" in showing.answer_text(given)
    assert {"typed": "увоили", "meant": "уволили"} in showing.answer_json(given)["mended"]


def test_an_answer_to_a_question_without_errors_says_nothing_of_them(held_few: Library) -> None:
    asked = answering.understand("Меня уволили, что делать?", held_few, date(2026, 11, 23), None, "kz")
    assert isinstance(asked, Question)
    given = answering.answer(asked, held_few, FakeEmbedder())
    assert given.mended == ()
    assert "→" not in showing.answer_text(given)
