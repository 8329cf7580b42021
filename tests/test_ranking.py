"""The second look: features of an article's chunks, what they weigh, and how it orders the articles that were found."""

from __future__ import annotations

import numpy as np
import pytest

from assistant import ranking, retrieval
from assistant.law import LANGUAGES, Chunk
from assistant.library import Library
from assistant.members import QUESTION, RULE, Members, members, rules
from tests.conftest import FakeEmbedder

ARTICLE = Members((3, 4, 5, 9), {(RULE, "ru"): (0, 1), (RULE, "kk"): (2,), (QUESTION, "ru"): (3,)})


def value(found: np.ndarray, name: str) -> float:
    """One feature by its name."""
    return round(float(found[ranking.FEATURES.index(name)]), 3)


@pytest.mark.parametrize(
    ("lang", "name", "expected"),
    [
        pytest.param("ru", "rule own vector best", 0.8, id="the nearest rule in the language of the question"),
        pytest.param("ru", "rule own vector second", 0.2, id="the second nearest"),
        pytest.param("ru", "rule other vector best", 0.5, id="of the other languages"),
        pytest.param("ru", "rule other vector second", 0.0, id="nought where there is no second"),
        pytest.param("kk", "rule own vector best", 0.5, id="the same article asked in Kazakh"),
        pytest.param("kk", "rule other vector best", 0.8, id="for which Russian is another language"),
        pytest.param("ru", "question own words best", 0.9, id="by words: workers' questions"),
        pytest.param("en", "question own words best", 0.9, id="where there is none in that language, another's"),
        pytest.param("ru", "question other vector best", 0.4, id="where others have none, its own"),
    ],
)
def test_features(lang: str, name: str, expected: float) -> None:
    near, said = np.array([0.2, 0.8, 0.5, 0.4]), np.array([0.1, 0.3, 0.6, 0.9])
    assert value(ranking.features(ARTICLE, near, said, lang), name) == expected


def test_an_article_without_chunks_gains_nothing() -> None:
    none = ranking.features(Members(), np.zeros(0), np.zeros(0), "ru")
    assert none.shape == (len(ranking.NEAREST),) and not none.any()
    assert ranking.gain(np.zeros(len(ranking.FEATURES)), "ru") == 0


def test_weights_are_learned_for_every_language_and_feature() -> None:
    learned = ranking.weights()
    assert learned.keys() == set(LANGUAGES)
    assert all(row.shape == (len(ranking.FEATURES),) and row.any() for row in learned.values())


def chunk(kind: str, provision: str, lang: str) -> Chunk:
    """A chunk without words."""
    return Chunk("", kind, provision, 0, lang, "", "kz")


def test_members_are_the_rules_and_questions_of_an_article() -> None:
    held = members(
        [
            chunk("point", "a/1/1", "ru"),
            chunk("question", "a/1", "ru"),
            chunk("text", "a/1/1", "ru"),
            chunk("scope", "scope/tax", "ru"),
            chunk("text", "a/2/1", "kk"),
        ],
        bare={"a/2"},
    )
    assert held["a/1"] == Members((0, 1), {(RULE, "ru"): (0,), (QUESTION, "ru"): (1,)})
    assert held["a/2"] == Members((4,), {(RULE, "kk"): (0,)}, bare=True) and held.keys() == {"a/1", "a/2"}
    assert rules(held)["ru"] == {"a/1": [0], "a/2": [4]}  # an article in one language serves all


def test_wording_without_a_digest_does_not_count_by_its_length() -> None:
    short, near = np.array([0.6], dtype=np.float32), np.array([0.6, 0.5], dtype=np.float32)
    long = np.concatenate([near, np.zeros(20, dtype=np.float32)])
    by = ranking.of_wording
    assert by(short, 0.6) > by(near, 0.6) > by(long, 0.6) > by(long, 0.0) > 0 == by(short[:0], 0.6)
    assert by(np.ones(3, dtype=np.float32), 1.0) < 1, "an article with a digest goes before it"


def test_it_orders_by_score_and_gain_and_leaves_the_nearest_to_the_first_look(held_few: Library) -> None:
    question = "За что увольняют на больничном?"
    seen = retrieval.candidates(question, "ru", "kz", held_few, FakeEmbedder())
    found = retrieval.search(question, "ru", "kz", held_few, FakeEmbedder())
    expected = sorted(seen, key=lambda each: -(each.score + ranking.gain(each.features, "ru")))
    assert [str(passage.provision) for passage in found.passages] == [each.article for each in expected][:10]
    assert found.nearest == max(each.score for each in seen)
