"""A long message is searched by its parts beside the whole: how it is cut, what the parts count for, what they find."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from assistant import embedding, library, refusal, retrieval, wordings
from assistant.embedding import Embedder, Vectors
from assistant.library import Library
from assistant.nearness import Nearness
from assistant.parts import LONG, MOST, SHORT, parts
from assistant.settings import Settings
from assistant.wordings import Asked, Wording
from tests.conftest import FakeEmbedder

STORY = (
    "Здравствуйте! Я третий год продавцом в Шымкенте, хозяйка в целом нормальная. Последние два месяца зарплату не "
    "платит, говорит выручки нет. У меня ипотека и двое детей, муж без работы. Что мне делать?"
)


@pytest.mark.parametrize("question", ["", "Сколько дней отпуска?", " ".join(["word"] * LONG)], ids=len)
def test_a_question_has_no_parts(question: str) -> None:
    assert parts(question) == []


@pytest.mark.parametrize(
    "message",
    [
        pytest.param(STORY, id="sentences"),
        pytest.param(" ".join(f"сөз{n}" for n in range(90)), id="no stop at all"),
        pytest.param("\n".join(["bir eki ush tort bes alty jeti"] * 8), id="lines"),
        pytest.param(" ".join(f"w{n}." for n in range(300)), id="every word a sentence"),
        pytest.param(" ".join(f"w{n}" for n in range(1000)), id="very long"),
    ],
)
def test_parts_hold_every_word_once_in_its_order(message: str) -> None:
    found = parts(message)
    assert " ".join(found).split() == message.split()
    assert 1 < len(found) <= MOST and all(len(part.split()) >= SHORT for part in found)


def test_a_greeting_is_no_part_of_its_own() -> None:
    assert parts(STORY)[0].startswith("Здравствуйте! Я третий год")


def asked(*shares: float) -> Asked:
    """A question of which nothing but the wordings counts."""
    vector = np.zeros(2, dtype=np.float32)
    worded = tuple(Wording("", share, vector) for share in shares)
    near = Nearness(np.stack([each.vector for each in worded]), lambda _: vector[None], 1, 0.3)
    return Asked(worded, np.zeros((len(worded), 1), np.float32), np.zeros(1, np.intp), near)


def test_the_part_that_says_most_counts_beside_the_whole() -> None:
    said = np.array([[0.4, 0.2], [0.1, 0.9], [0.6, 0.0]])
    story = asked(1.0, 0, 0)
    assert story.combined(said).tolist() == pytest.approx([0.5, 0.55])
    assert story.closest(said).tolist() == pytest.approx([0.5, 0.55])
    assert story.whole(said).tolist() == pytest.approx([0.4, 0.2])


def test_the_part_that_asks_helps_to_judge_whether_a_story_is_ours() -> None:
    said = np.array([[0.4, 0.2], [0.1, 0.9], [0.6, 0.0]])
    story = asked(1.0, 0, 0)
    assert story.judged(said).tolist() == pytest.approx([0.4, 0.2]), "nobody asks"
    asking = replace(story, wordings=(*story.wordings[:2], replace(story.wordings[2], asks=True)))
    share = wordings.ASKING_SHARE
    assert asking.judged(said).tolist() == pytest.approx([0.4 + share * 0.2, 0.2 - share * 0.2])


@pytest.mark.parametrize(
    ("message", "asks"),
    [
        pytest.param(STORY, "Что мне делать?", id="at the end"),
        pytest.param(STORY + " Заранее спасибо всем за ответ!", "Что мне делать?", id="thanks after it"),
        pytest.param(STORY.replace("?", "."), "Что мне делать.", id="no question mark: the last"),
    ],
)
def test_which_part_asks(message: str, asks: str, held_few: Library) -> None:
    worded = wordings.of(message, (), "ru", held_few, FakeEmbedder())
    assert [asks in each.text for each in worded if each.asks] == [True]
    assert all(each.part for each in worded if each.asks)


def test_a_question_has_no_part_that_asks(held_few: Library) -> None:
    follow_up = wordings.of("А зимой?", ("Сколько дней отпуска?",), "ru", held_few, FakeEmbedder())
    assert not any(each.asks for each in follow_up)


def test_a_follow_up_counts_by_both_its_wordings() -> None:
    said = np.array([[0.4, 0.2], [0.2, 0.8]])
    follow_up = asked(0.5, 0.5)
    assert follow_up.combined(said).tolist() == pytest.approx([0.3, 0.5])
    assert follow_up.whole(said).tolist() == pytest.approx([0.3, 0.5])
    assert follow_up.closest(said).tolist() == pytest.approx([0.4, 0.8])


def test_nearness_begins_at_what_is_unrelated_and_reads_each_chunk_once() -> None:
    vectors = np.array([[1.0, 0.0], [0.3, 0.0], [0.65, 0.0]], dtype=np.float32)
    read: list[int] = []

    def stored(positions: Sequence[int]) -> Vectors:
        read.extend(positions)
        return np.asarray(vectors[list(positions)])

    near = Nearness(vectors[:1], stored, 3, 0.3)
    assert near.of([2, 0])[0].tolist() == pytest.approx([0.5, 1.0], abs=1e-6)
    assert near.of([0, 1, 2])[0].tolist() == pytest.approx([1.0, 0.0, 0.5], abs=1e-6)
    assert read == [2, 0, 1]


def test_a_follow_up_is_not_cut(held_few: Library) -> None:
    worded = wordings.of(STORY, ("Сколько дней отпуска?",), "ru", held_few, FakeEmbedder())
    assert [each.part for each in worded] == [False, False]
    assert [each.part for each in wordings.of(STORY, (), "ru", held_few, FakeEmbedder())].count(True) == len(
        parts(STORY)
    )


@pytest.fixture(scope="module")
def real(built_settings: Settings) -> tuple[Library, Embedder]:
    """The library that `make test` built, and its model."""
    return library.current(built_settings), embedding.open_embedder(built_settings)


def test_one_sentence_of_a_story_finds_what_the_whole_hides(
    real: tuple[Library, Embedder], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By how much, and not which comes first: that hangs on the last digits, which differ between processors."""

    def lead() -> float:
        found = {str(each.provision): each.score for each in retrieval.search(STORY, "ru", "kz", *real).passages}
        wages = found.pop("kz-labour-code/113", 0.0)
        return wages - max(found.values())

    with_parts = lead()
    monkeypatch.setattr(wordings, "parts", lambda message: [])
    assert with_parts > 0 and with_parts > lead() + 0.05


def test_parts_do_not_make_a_story_another_branch_of_law(
    real: tuple[Library, Embedder], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wordings, "ASKING_SHARE", 0.0)
    judged = retrieval.search(STORY, "ru", "kz", *real)
    monkeypatch.setattr(wordings, "parts", lambda message: [])
    whole = retrieval.search(STORY, "ru", "kz", *real)
    assert judged.out_of_scope[0][1] == pytest.approx(whole.out_of_scope[0][1], abs=0.02)
    assert judged.nearest >= whole.nearest - 0.02, "what parts bring is judged by the whole: it can only lie nearer"
    assert refusal.out_of_scope(STORY, "ru", judged, real[0].corpus, date(2026, 11, 22)) is None


def test_a_story_from_work_that_asks_of_a_flat_lies_nearer_to_flats_by_the_part_that_asks(
    real: tuple[Library, Embedder], monkeypatch: pytest.MonkeyPatch
) -> None:
    story = (
        "Я работаю сварщиком на заводе в Рудном, смена двенадцать часов, начальник хороший, зарплату платит вовремя, "
        "отпуск дали в июле, сверхурочные тоже оплачивают. Как взыскать с соседа сверху ущерб за потоп в квартире?"
    )

    def lead() -> float:
        found = retrieval.search(story, "ru", "kz", *real)
        return found.out_of_scope[0][1] - found.nearest

    with_asking = lead()
    monkeypatch.setattr(wordings, "ASKING_SHARE", 0.0)
    assert with_asking > lead() + 0.02
