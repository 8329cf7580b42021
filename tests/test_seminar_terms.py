"""Terms and their grounds: what a term is shown by, which act is named over it, among what terms it is asked for."""

# ruff: noqa: E501 a table reads better unbroken
from __future__ import annotations

from pathlib import Path

import pytest

from assistant import glossary
from assistant.corpus import Corpus
from assistant.glossary import Term
from assistant.seminar import asking, rules, terms, topics
from assistant.seminar.item import Item
from assistant.seminar.rules import Bank
from tests.seminar_checks import DAY

CORPUS = Path(__file__).resolve().parent.parent / "corpus"


@pytest.fixture(scope="module")
def bank(whole_corpus: Corpus) -> Bank:
    """The rules of the repository's corpus on a fixed day."""
    return Bank(whole_corpus, DAY, topics.load(CORPUS / "topics.yaml"))


@pytest.fixture(scope="module")
def held() -> tuple[Term, ...]:
    """The terms of the repository's glossary."""
    return glossary.load(CORPUS / "glossary.yaml")


@pytest.fixture(scope="module")
def pairs(bank: Bank, held: tuple[Term, ...]) -> list[Item]:
    """The matches of Kazakh and English terms."""
    return list(terms.of_languages(bank, held, "en"))


@pytest.mark.parametrize(
    ("text", "lang", "outside"),
    [
        pytest.param("Пункт 3 исключён законом.", "ru", True, id="ru: a paragraph taken out"),
        pytest.param("Пункт 6 исключил Закон № 1.", "ru", True, id="ru: a law that took it out"),
        pytest.param("Карьерный центр исключил его из учёта.", "ru", False, id="ru: taken off a register is a rule"),
        pytest.param("3-тармақ алып тасталды.", "kk", True, id="kk: taken out"),
        pytest.param("6-тармақты 2018 жылғы Заң алып тастаған.", "kk", True, id="kk: a law that took it out"),
        pytest.param("Оны есептен алып тастайды.", "kk", False, id="kk: off a register"),
        pytest.param("Paragraph 6 was removed by Law 1.", "en", True, id="en: removed by a law"),
        pytest.param("It is out of date and no longer applies.", "en", True, id="en: no longer applies"),
        pytest.param("The new text has not been seen.", "en", True, id="en: a warning of a wording"),
    ],
)
def test_what_tells_of_wordings_is_no_rule(text: str, lang: str, outside: bool) -> None:
    assert rules.points_outside(text, lang) == outside


@pytest.mark.parametrize(
    ("term", "place"),
    [
        pytest.param("employee", "kz-labour-code/1/1/43", id="its own definition, not one that names it"),
        pytest.param("employer", "kz-labour-code/1/1/39", id="the employer, too"),
        pytest.param("wages", None, id="wages: whatever is shown says the word"),
        pytest.param("agreement-of-parties", None, id="no paragraph that was taken out"),
        pytest.param("depersonalisation", None, id="no warning of a wording not seen"),
        pytest.param("state-control", None, id="no paragraph that a law removed"),
    ],
)
def test_a_term_is_shown_by_a_clear_rule_that_says_it(
    bank: Bank, held: tuple[Term, ...], pairs: list[Item], term: str, place: str | None
) -> None:
    named = next(each.en for each in held if each.id == term)
    shown = {
        key.place: key.quote for item in pairs for left, key in zip(item.left, item.keys, strict=True) if left == named
    }
    assert place is None or set(shown) <= {place}
    assert not any(rules.points_outside(quote, "en") for quote in shown.values())


def test_every_term_is_said_by_its_rule(held: tuple[Term, ...], pairs: list[Item]) -> None:
    named = {each.en: each for each in held}
    silent = [
        left
        for item in pairs
        for left, key in zip(item.left, item.keys, strict=True)
        if not terms.says(named[left], key.quote, "en")
    ]
    assert len(pairs) >= 90
    assert silent == []


@pytest.mark.parametrize(
    ("text", "lang", "says"),
    [
        pytest.param("Жұмыс берушіге хабарлама беріледі.", "kk", True, id="kk: the noun"),
        pytest.param("Жұмыс берушіні хабардар етеді.", "kk", False, id="kk: to tell is not the noun"),
        pytest.param("Уведомления вручают работнику.", "ru", True, id="ru: in another form"),
    ],
)
def test_a_text_that_says_a_term(held: tuple[Term, ...], text: str, lang: str, says: bool) -> None:
    notice = next(each for each in held if each.id == "notice")
    assert terms.says(notice, text, lang) == says


def test_the_act_over_a_match_is_that_of_every_term(bank: Bank, pairs: list[Item]) -> None:
    short = {act.id: act.short["en"] for act in bank.corpus.instruments.values()}
    for item in pairs:
        assert item.about.split(", ") == list(dict.fromkeys(short[key.place.split("/")[0]] for key in item.keys))
    assert any(", " in item.about for item in pairs)


def test_a_match_is_on_the_topic_of_its_first_term(bank: Bank, held: tuple[Term, ...], pairs: list[Item]) -> None:
    named = {each.en: each for each in held}
    for item in pairs:
        where = named[item.left[0]].where
        article = where if "/" in where else f"kz-labour-code/{where}"
        topics_of = bank.topics.of(*article.split("/"))
        assert not topics_of or item.topics[: len(topics_of)] == topics_of
        assert set(item.topics[len(topics_of) :]) <= asking.THIN or not topics_of
    assert any("discipline" in item.topics for item in pairs)


@pytest.mark.parametrize(
    "term",
    [
        pytest.param("secondment", id="a business trip, too, in Kazakh"),
        pytest.param("childcare-leave", id="an age that only the Kazakh term names"),
        pytest.param("expiry-of-term", id="a piece of a phrase"),
    ],
)
def test_a_pair_that_is_none_is_not_asked(held: tuple[Term, ...], pairs: list[Item], term: str) -> None:
    named = next(each.en for each in held if each.id == term)
    assert not any(named in item.left for item in pairs)


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_a_term_is_asked_for_among_its_family(bank: Bank, lang: str) -> None:
    made = [item for item in terms.of_definitions(bank, lang) if item.template == "definition"]
    assert len(made) >= 4
    for item in made:
        assert item.keys[0].place not in terms.TRIVIAL
        assert any(item.keys[0].place in family for family in terms.FAMILIES)
        assert len(set(item.options)) == 4
    places = [place for family in terms.FAMILIES for place in family]
    assert len(set(places)) == len(places)
