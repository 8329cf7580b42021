"""Which point of an article is put first: the one whose known question is asked, or the one that says it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from assistant import members, pointing, wordings
from assistant.law import LANGUAGES, Digest
from assistant.library import Library
from tests.conftest import FakeEmbedder

WAGES = "kz-labour-code/113"


def closeness(question: str, lang: str, held: Library, article: str = WAGES) -> np.ndarray:
    """How close each point of an article is to a question."""
    embedder = FakeEmbedder()
    worded = wordings.of(question, (), lang, held, embedder)
    asked = wordings.ask(worded, lang, ["kz"], held, embedder.unrelated)["kz"]
    return pointing.closeness(article, asked, lang, held)


def right(held: Library) -> list[bool]:
    """For every question of the digests whose answer is known: is that point put first?"""
    found = []
    for digest in held.corpus.digests:
        for lang in LANGUAGES:
            for question, answer in zip(digest.questions[lang], digest.answers[lang], strict=True):
                if answer is not None:
                    found.append(int(np.argmax(closeness(question, lang, held, str(digest.id)))) == answer)
    return found


def test_the_point_that_answers_a_known_question_comes_first(
    held_few: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = right(held_few)
    monkeypatch.setitem(held_few.__dict__, "answered", {name: {} for name in held_few.chunks})
    alone = right(held_few)
    assert len(known) > 100 and np.mean(known) > 0.8 and np.mean(known) > np.mean(alone) + 0.15


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_known_questions_what_a_point_says_counts(
    lang: str, held_few: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(held_few.__dict__, "answered", {name: {} for name in held_few.chunks})
    points = held_few.corpus.by_article[WAGES].points
    assert [int(np.argmax(closeness(point.text[lang], lang, held_few))) for point in points] == [*range(len(points))]


def test_questions_without_an_answer_are_left_out(held_few: Library) -> None:
    digest: Digest = held_few.corpus.by_article[WAGES]
    asked = len(digest.questions["kk"])
    one = replace(digest, answers={"kk": (2, *[None] * (asked - 1)), "ru": (), "en": ()})
    found = members.answered(held_few.chunks["kz"], {**held_few.corpus.by_article, WAGES: one})[WAGES]
    ((position, number),) = found
    assert held_few.chunks["kz"][position].text == digest.questions["kk"][0] and number == 2
