"""Items of the seminar: each of a sample is right by a check of its own; there are enough; a seed repeats a draw."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from assistant.corpus import Corpus
from assistant.seminar import Pool, calculations, modals
from assistant.seminar.item import KINDS, phrases
from assistant.seminar.pool import twin
from tests.seminar_checks import DAY, Checker

ROOT = Path(__file__).resolve().parent.parent
SAMPLE, LEAST = 300, 1500


@pytest.fixture(scope="module")
def pool(whole_corpus: Corpus) -> Pool:
    """All items of the repository's corpus on a fixed day."""
    return Pool(whole_corpus, ROOT / "corpus", DAY)


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_a_sample_is_right_by_another_check(pool: Pool, whole_corpus: Corpus, lang: str) -> None:
    drawn = pool.draw(SAMPLE, lang, 2026)
    check = Checker(whole_corpus)
    faults = [(item.id, item.stem, fault) for item in drawn for fault in check.faults(item)]
    assert faults == []
    assert len(drawn) >= 250
    assert len({item.id for item in drawn}) == len(drawn)


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_there_are_enough_items_of_enough_templates(pool: Pool, whole_corpus: Corpus, lang: str) -> None:
    held = pool.items(lang)
    counted = Counter(item.template for item in held)
    assert len(held) >= LEAST
    assert len({(item.stem, item.options, item.left) for item in held}) == len(held)
    assert counted.keys() == KINDS.keys()
    check = Checker(whole_corpus)
    assert [(item.id, fault) for item in held for fault in check.faults(item)] == []


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_no_word_or_place_marks_an_answer(pool: Pool, lang: str) -> None:
    held = pool.items(lang)
    judged = [each for each in held if each.template == "true_false"]
    true, false = (
        Counter(modals.word(each.stem.partition("\n")[2], lang) for each in judged if each.right == (side,))
        for side in (0, 1)
    )
    assert {word: count for word, count in false.items() if word and count > true[word]} == {}
    for template in ("calculation", "mistake", "article"):
        stood = Counter(each.right[0] for each in held if each.template == template)
        assert max(stood.values()) <= 0.6 * stood.total(), (template, stood)


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_a_calculation_names_the_rules_it_rests_on_and_tells_no_false_holiday(pool: Pool, lang: str) -> None:
    for each in calculations.items(pool.bank, lang):
        places = {key.place for key in each.keys}
        if "kz-labour-code/13/3" in places and len(each.working) == 1:
            moved = any(word in each.working[0] for word in ("нерабочий", "жұмыс күні емес", "not a working day"))
            assert moved == ("kz-labour-code/13/5" in places), each.stem


@pytest.mark.slow
@pytest.mark.parametrize("topic", ["algorithms", "liability"])
def test_every_item_of_a_topic_is_right(pool: Pool, whole_corpus: Corpus, topic: str) -> None:
    check = Checker(whole_corpus)
    for lang in ("kk", "ru", "en"):
        held = pool.items(lang, [topic])
        assert len(held) >= 10
        assert [(item.id, fault) for item in held for fault in check.faults(item)] == []
        assert all(topic in item.topics for item in held)


def test_a_seed_repeats_a_draw_and_another_gives_a_fresh_one(pool: Pool) -> None:
    first, again, other = (pool.draw(10, "kk", seed, ["discipline"]) for seed in (7, 7, 8))
    assert first == again
    assert first != other
    assert {item.id for item in first} != {item.id for item in other}


def test_a_draw_asks_of_no_place_twice_and_varies_templates(pool: Pool) -> None:
    drawn = pool.draw(10, "ru", 3, ["discipline"])
    places = Counter(place for item in drawn for place in item.places)
    assert max(places.values()) == 1
    assert len({item.template for item in drawn}) >= 5


@pytest.mark.parametrize("level", ["intro", "elected"])
def test_a_level_keeps_what_is_above_it_out(pool: Pool, level: str) -> None:
    levels = ["intro", "elected", "function"]
    drawn = pool.draw(10, "en", 5, ["liability"], level)
    assert all(levels.index(item.level) <= levels.index(level) for item in drawn)


def test_two_languages_get_the_same_items(pool: Pool) -> None:
    drawn = pool.draw(8, "kk", 4, ["liability"], beside="ru")
    translated = pool.translated(drawn, "ru", ["liability"])
    assert [twin(item) for item in drawn] == [twin(item) for item in translated]


def test_rules_on_the_day_before_a_change_are_the_former_ones(whole_corpus: Corpus) -> None:
    before = Pool(whole_corpus, ROOT / "corpus", date(2026, 6, 7))
    assert not any(rule.point.since == date(2026, 6, 8) for rule in before.bank.rules)


def test_no_phrase_lacks_a_language() -> None:
    for key, said in phrases().items():
        assert isinstance(key, str)
        assert set(said) == {"kk", "ru", "en"}, key
        assert all(said.values()), key
