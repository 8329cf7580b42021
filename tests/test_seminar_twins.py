"""The same item in two languages: options are matched only where the rules and numbers behind them are the same."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.corpus import Corpus
from assistant.law import LANGUAGES
from assistant.seminar import Pool, plan, twins
from assistant.seminar.item import SEVERAL, Item
from assistant.seminar.pool import twin
from tests.seminar_checks import DAY

ROOT = Path(__file__).resolve().parent.parent
TOPIC = "liability"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def pool(whole_corpus: Corpus) -> Pool:
    """All items of the repository's corpus on a fixed day."""
    return Pool(whole_corpus, ROOT / "corpus", DAY)


@pytest.fixture(scope="module")
def held(pool: Pool) -> dict[str, dict[str, Item]]:
    """The items of a topic by language and by what is the same in all."""
    return {lang: {twin(item): item for item in pool.items(lang, [TOPIC])} for lang in LANGUAGES}


def pairs(held: dict[str, dict[str, Item]], other: str) -> list[tuple[Item, Item]]:
    """Items in Russian with what has the same name in another language."""
    return [(held["ru"][name], held[other][name]) for name in held["ru"].keys() & held[other].keys()]


@pytest.mark.parametrize("other", ["kk", "en"])
def test_what_is_matched_has_the_same_key_and_the_same_numbers(
    pool: Pool, held: dict[str, dict[str, Item]], other: str
) -> None:
    matched = 0
    for one, same in pairs(held, other):
        order = twins.matching(one, same, pool.bank)
        if order is None:
            continue
        matched += 1
        right = [order[number] for number in same.right]
        assert (sorted(right) if one.kind == SEVERAL else right) == list(one.right), one.id
        assert sorted(order) == list(range(len(one.options)))
        assert [key.place for key in one.keys] == [key.place for key in same.keys]
        if one.template in ("figure", "number", "match_article"):
            for number, text in enumerate(same.options):
                assert re.findall(r"\d+", text)[0] == re.findall(r"\d+", one.options[order[number]])[0]
    assert matched >= 10


def test_two_languages_one_way_and_back(pool: Pool, held: dict[str, dict[str, Item]]) -> None:
    for one, same in pairs(held, "kk"):
        there, back = twins.matching(one, same, pool.bank), twins.matching(same, one, pool.bank)
        assert (there is None) is (back is None)
        if there is not None and back is not None:
            assert [there[number] for number in back] == list(range(len(there)))


def test_another_key_or_other_options_are_not_the_same(pool: Pool, held: dict[str, dict[str, Item]]) -> None:
    one = next(each for each in held["ru"].values() if each.template in ("figure", "number", "article"))
    assert twins.matching(one, one, pool.bank) == tuple(range(len(one.options)))
    other = replace(one, options=(*one.options[:-1], "99999"))
    assert twins.matching(one, other, pool.bank) is None
    wrong = next(number for number in range(len(one.options)) if number not in one.right)
    assert twins.matching(one, replace(one, right=(wrong,)), pool.bank) is None
    assert twins.matching(one, replace(one, keys=()), pool.bank) is None


def test_a_room_takes_the_lesson_with_its_twins(pool: Pool) -> None:
    russian, kazakh = plan(pool, ROOT / "corpus" / "cases", "function", [TOPIC], ["ru", "kk"], 20, seed=3)
    questions = twins.questions(russian, [kazakh], pool)
    assert [question.item for question in questions] == list(russian.quiz)
    assert all("ru" not in question.twins for question in questions)
    assert sum("kk" in question.twins for question in questions) >= 2
    assert all(question.shown("ru")[0] is question.item for question in questions)
