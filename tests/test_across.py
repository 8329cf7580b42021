"""Texts held in one language only are found by questions in another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from assistant import across, embedding, library, retrieval
from assistant.corpus import with_wordings
from assistant.documents import Wording
from assistant.library import Library
from assistant.members import RULE, Members
from assistant.settings import Settings
from assistant.vectors import FOLDER
from evals.in_memory import Remembering, of_corpus

CLAUSES = [
    "Работодатель выплачивает работнику материальную помощь при уходе в ежегодный отпуск.",
    "Стоимость питания возмещается за каждую отработанную смену.",
    "Профсоюзному комитету предоставляется помещение для собраний.",
]


def test_bare_articles_lie_elsewhere_for_the_languages_they_lack() -> None:
    held = {
        "a/1": Members((0, 1), {(RULE, "ru"): (0, 1)}, bare=True),
        "a/2": Members((2, 3), {(RULE, "ru"): (0,), (RULE, "kk"): (1,)}, bare=True),
        "b/1": Members((4,), {(RULE, "ru"): (0,)}),
        "c/1": Members((5,), {(RULE, "en"): (0,)}, bare=True),
    }
    found = {lang: {other: list(p) for other, p in each.items()} for lang, each in across.elsewhere(held).items()}
    assert found == {"kk": {"ru": [0, 1], "en": [5]}, "ru": {"en": [5]}, "en": {"ru": [0, 1, 2], "kk": [3]}}


@pytest.fixture(scope="module")
def beside(held_library: Library, remembering: Remembering) -> Library:
    """An agreement in Russian alone, beside the questions that are out of scope in three languages."""
    like = held_library.corpus
    act = replace(like.instruments["kz-labour-code"], id="own-agreement")
    corpus = replace(like, instruments={act.id: act}, digests=(), wordings=(), provisions=())
    wordings = [
        Wording(act.id, f"{number}", "ru", date(2026, 1, 1), text, grammar="general")
        for number, text in enumerate(CLAUSES, 1)
    ]
    return of_corpus(with_wordings(corpus, tuple(wordings)), held_library, remembering)


@pytest.fixture(scope="module")
def held_library(built_settings: Settings) -> Library:
    """The library of the whole corpus: its lexicon has learned enough to translate."""
    return library.current(built_settings)


@pytest.fixture(scope="module")
def remembering(built_settings: Settings) -> Remembering:
    """The model in use, with the vectors that come with the corpus."""
    return Remembering(embedding.open_embedder(built_settings), built_settings.corpus / FOLDER)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "question", "article"),
    [
        ("kk", "Демалысқа шыққанда жұмыс беруші материалдық көмек төлей ме?", "1"),
        ("en", "Does the employer pay material aid when I go on leave?", "1"),
        ("kk", "Кәсіподақ комитетіне жиналыс өткізетін үй-жай беріле ме?", "3"),
        ("en", "Must the union committee be given premises for its meetings?", "3"),
        ("ru", "Возмещают ли питание за смену?", "2"),
    ],
)
def test_an_agreement_in_russian_is_found_in_every_language(
    lang: str, question: str, article: str, beside: Library, remembering: Remembering
) -> None:
    found = retrieval.search(question, lang, "kz", beside, remembering)
    assert str(found.passages[0].provision) == f"own-agreement/{article}"


def test_words_of_the_questions_own_language_are_left_alone(beside: Library) -> None:
    words = np.linspace(0, 1, len(beside.chunks["kz"]), dtype=np.float32)
    index, lexicon = beside.words["kz"], beside.learned.lexicon
    same = across.with_translated(words, index.terms("отпуск", "ru"), "ru", beside.elsewhere["kz"], index, lexicon)
    assert same is words
    filled = across.with_translated(words, index.terms("демалыс", "kk"), "kk", beside.elsewhere["kz"], index, lexicon)
    changed = np.nonzero(filled != words)[0].tolist()
    assert changed and set(changed) <= set(beside.elsewhere["kz"]["kk"]["ru"].tolist())
    assert filled[changed].max() == pytest.approx(across.BEST)
