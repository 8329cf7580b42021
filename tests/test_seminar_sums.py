"""Sums, days and blanks as the room hears them: whole sums, holidays of the calendar, units, editions, clauses."""

# ruff: noqa: E501 a table reads better unbroken
from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest

from assistant import phrases
from assistant.corpus import Corpus
from assistant.law import LANGUAGES
from assistant.seminar import (
    calculations,
    holidays,
    mistakes,
    modals,
    numbers_asked,
    places,
    pool,
    proofs,
    since,
    topics,
    words_asked,
)  # fmt: skip
from assistant.seminar.blanks import Blank
from assistant.seminar.headings import Articles
from assistant.seminar.item import Item
from assistant.seminar.proofs import Prover
from assistant.seminar.rules import Bank
from tests.seminar_checks import DAY

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
SUM = re.compile(r"(\d{1,3}(?: \d{3})*(?:,\d+)?) (?:тенге|теңге|tenge)$")


@pytest.fixture(scope="module")
def bank(whole_corpus: Corpus) -> Bank:
    """The rules of the repository's corpus on a fixed day."""
    return Bank(whole_corpus, DAY, topics.load(CORPUS / "topics.yaml"))


def test_every_sum_offered_is_whole_and_round(bank: Bank) -> None:
    made = [item for item in calculations.items(bank, "ru") if item.options[0].endswith(" тенге")]
    sums = [SUM.search(option) for item in made for option in item.options]
    assert len(made) >= 100
    assert all(found is not None and float(found[1].replace(" ", "").replace(",", ".")) % 5 == 0 for found in sums)


@pytest.mark.parametrize(
    ("day", "public"),
    [
        pytest.param(date(2026, 3, 8), True, id="a public holiday"),
        pytest.param(date(2026, 3, 9), False, id="the day off moved from it"),
        pytest.param(date(2026, 3, 22), True, id="the second day of three"),
        pytest.param(date(2026, 1, 7), False, id="a day off that is no public holiday"),
        pytest.param(date(2026, 5, 27), False, id="Kurban-ait is no public holiday"),
        pytest.param(date(2026, 8, 30), False, id="30 August was dropped"),
        pytest.param(date(2026, 10, 25), True, id="Republic Day"),
    ],
)
def test_public_holidays_are_those_held(whole_corpus: Corpus, day: date, public: bool) -> None:
    assert (day in holidays.public(whole_corpus)) == public


@pytest.mark.parametrize(
    ("start", "last"),
    [
        pytest.param(date(2026, 3, 2), date(2026, 3, 29), id="four holidays"),
        pytest.param(date(2026, 4, 20), date(2026, 5, 16), id="three holidays"),
        pytest.param(date(2026, 8, 10), date(2026, 9, 2), id="none in August"),
        pytest.param(date(2026, 10, 5), date(2026, 10, 29), id="one on a Sunday, its moved day off counts"),
        pytest.param(date(2026, 12, 16), date(2027, 1, 9), id="one on the first day"),
    ],
)
def test_a_leave_ends_later_by_its_public_holidays(whole_corpus: Corpus, start: date, last: date) -> None:
    assert holidays.end_of_leave(start, 24, holidays.public(whole_corpus)) == last


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_leave_names_as_many_holidays_as_fall_in_it(bank: Bank, whole_corpus: Corpus, lang: str) -> None:
    public = holidays.public(whole_corpus)
    for start in calculations.LEAVES:
        last = holidays.end_of_leave(start, 24, public)
        days = {start + timedelta(days=number) for number in range((last - start).days + 1)}
        assert len(days & public) == (last - start).days + 1 - 24 >= 1
    stems = [item.stem for item in calculations.items(bank, lang) if "kz-labour-code/90/1" in item.places]
    assert len(stems) == len(calculations.LEAVES)
    assert all("{" not in stem for stem in stems)


def _asked(bank: Bank, lang: str) -> Iterable[Item]:
    prover = Prover(bank)
    for rule in [rule for rule in bank.rules if str(rule.digest.id) in ("kz-labour-code/65", "kz-labour-code/31")]:
        yield from numbers_asked.gaps(rule, lang)
        yield from numbers_asked.choices(rule, lang, prover)


@pytest.mark.parametrize(
    ("lang", "number", "unit"),
    [
        pytest.param("ru", "число", "число и единицу", id="ru"),
        pytest.param("en", "number", "the number and its unit", id="en"),
        pytest.param("kk", "сан", "", id="kk: the blank is the number alone"),
    ],
)
def test_a_blank_that_takes_a_unit_asks_for_it(bank: Bank, lang: str, number: str, unit: str) -> None:
    made = list(_asked(bank, lang))
    assert made
    for item in made:
        ask, said = item.stem.partition("\n")[0], item.answer or item.options[0]
        whole = re.fullmatch(r"\d+(?:st|nd|rd|th)?", said) is not None
        assert (number in ask and unit not in ask) == whole or (lang == "kk" and number in ask), (ask, said)
        assert item.template != "gap" or whole or unit in ask


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_heading_tells_the_number_that_is_asked_for(bank: Bank, lang: str) -> None:
    rule = next(
        rule for rule in bank.rules if str(rule.digest.id) == "kz-labour-code/126-1" and "12" in rule.text(lang)
    )
    made = list(numbers_asked.gaps(rule, lang))
    assert made and {item.about for item in made} == {rule.instrument.short[lang]}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_modal_word_is_asked_for_in_a_rule_on_the_manner(bank: Bank, lang: str) -> None:
    prover = Prover(bank)
    made = [item for rule in bank.rules for item in words_asked.modal(rule, lang, prover)]
    assert len(made) > 10
    assert not [item.stem for item in made if re.search(modals.OWN_WAY[lang], item.stem)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_first_day_is_asked_among_other_days_of_the_act(bank: Bank, lang: str) -> None:
    made = list(since.items(bank, lang))
    assert len(made) > 5
    for item in made:
        rule = next(rule for rule in bank.everything if rule.key(lang) == item.keys[0])
        assert rule.point.since is not None and len(set(item.options)) == 4
        assert item.options[item.right[0]] == phrases.day(rule.point.since, lang)
        shown = item.stem.partition("\n")[2]
        assert f"{rule.point.since:%d.%m.%Y}" not in shown and f"{rule.point.since.year}" not in shown
    held = {f"{rule.point.since}" for rule in bank.everything if rule.point.since}
    days = {phrases.day(date.fromisoformat(day), lang) for day in held}
    assert {option for item in made for option in item.options} <= days


def test_a_room_in_two_languages_chooses_between_the_same_days(bank: Bank) -> None:
    offered: dict[str, dict[str, list[str]]] = {}
    days = {rule.point.since for rule in bank.everything if rule.point.since}
    for lang in LANGUAGES:
        said = {phrases.day(day, lang): f"{day}" for day in days}
        for item in since.items(bank, lang):
            rule = next(rule for rule in bank.everything if rule.key(lang) == item.keys[0])
            offered.setdefault(rule.identity, {})[lang] = [said[option] for option in item.options]
    both = [by_lang for by_lang in offered.values() if len(by_lang) > 1]
    assert len(both) > 3
    assert all(len({*map(tuple, by_lang.values())}) == 1 for by_lang in both)


@pytest.mark.parametrize(
    ("text", "lang", "past"),
    [
        pytest.param("инспектор входил в комиссию.", "ru", True, id="ru: he was a member"),
        pytest.param("должностные лица входили в комиссию.", "ru", True, id="ru: they were"),
        pytest.param(
            "незаконной признают забастовку, которую объявили не в срок.",
            "ru",
            False,
            id="ru: a past clause beside a rule",
        ),
        pytest.param("инспектор комиссияға кіретін.", "kk", True, id="kk: used to sit"),
        pytest.param("инспектор комиссияға кіреді.", "kk", False, id="kk: sits"),
    ],
)
def test_a_verb_in_the_past_tells_that_a_rule_is_no_more(text: str, lang: str, past: bool) -> None:
    assert (since.PAST[lang].search(text) is not None) == past


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        pytest.param("kk", "31-күн жоқ", id="kk"),
        pytest.param("ru", "нет 31-го числа", id="ru"),
        pytest.param("en", "no day 31", id="en"),
    ],
)
def test_a_month_without_such_a_day_is_told_with_its_rule(bank: Bank, lang: str, words: str) -> None:
    short = [item for item in calculations.items(bank, lang) if words in item.working[-1]]
    assert short
    said = [key.quote for item in short for key in item.keys if key.place == "kz-labour-code/13/4"]
    assert len(said) == len(short)
    assert set(said) == {
        rule.text(lang) for rule in bank.of_article["kz-labour-code/13"] if rule.place.endswith("13/4")
    } & set(said)
    assert len(set(said)) == 1


@pytest.mark.parametrize(
    ("value", "other", "near"),
    [
        pytest.param(1.5, 3.0, True, id="an age of the law beside it"),
        pytest.param(1.5, 5.0, False, id="nobody takes 5 for 1.5"),
        pytest.param(16, 18, True, id="16 and 18"),
        pytest.param(18, 14, True, id="four years"),
    ],
)
def test_an_age_that_somebody_might_take_for_the_right_one(value: float, other: float, near: bool) -> None:
    assert proofs.near(other, Blank(0, 1, value, "age", "")) == near


@pytest.mark.parametrize(
    ("article", "rule", "kindred"),
    [
        pytest.param("kz-labour-code/167", "kz-labour-code/159/3#1", True, id="a mediator's consent, in both"),
        pytest.param("kz-labour-code/182-1", "kz-labour-code/182/1/1#1", True, id="the same of the receiving party"),
        pytest.param("kz-trade-union-law/25", "kz-trade-union-law/4/3#1", True, id="what hinders a union"),
        pytest.param("kz-labour-code/76", "kz-labour-code/36/2#1", False, id="another matter"),
        pytest.param("kz-trade-union-law/9", "kz-trade-union-law/28/2#1", True, id="a charter may say anything"),
    ],
)
def test_an_article_that_says_the_like_is_no_wrong_answer(bank: Bank, article: str, rule: str, kindred: bool) -> None:
    assert Articles(bank, "en").speaks(article, places.rule(bank, rule)) == kindred


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        pytest.param("Перерыв длится не менее 1 часа.", True, id="a sentence"),
        pytest.param("4, 5 немесе 6 күндік жұмыс аптасы.", False, id="its digit runs into the number of the clause"),
        pytest.param("слово " * 40, False, id="too long"),
    ],
)
def test_what_can_be_a_clause_of_an_order(text: str, clause: bool) -> None:
    assert mistakes.is_clause(text) == clause


def test_no_two_sums_of_a_draw_have_the_same_answers(bank: Bank) -> None:
    one, *others = list(calculations.items(bank, "ru"))
    again = [each for each in others if sorted(each.options) == sorted(one.options)]
    assert all(pool.marks(each) & pool.marks(one) for each in again)
    assert all(place in pool.marks(one) for place in one.places)
