"""The deadlines of the corpus: each last day by hand, with its article; no day is guessed; what is unknown is said."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from assistant import composing, deadlines
from assistant.answers import Answer
from assistant.composing import Question
from assistant.corpus import Corpus, points_at
from assistant.deadlines import Terms
from assistant.errors import CorpusError
from assistant.law import LANGUAGES
from tests.conftest import ROOT

DAY = date(2026, 11, 22)
CODE = "kz-labour-code"


@pytest.fixture(scope="module")
def terms() -> Terms:
    """The deadlines of the repository."""
    return deadlines.load(ROOT / "corpus")


def answer_of(corpus: Corpus, *places: str, lang: str = "ru", day: date = DAY) -> Answer:
    """A composed answer that cites these points."""
    writer = composing.Writer(Question("?", lang, "kz", day), corpus)
    held = [(deadlines.digest_of(place, corpus), points_at(corpus, place)[0]) for place in places]
    claims = writer.claims(held)
    assert len(claims) == len(places)
    return Answer("answered", lang, "composed", claims, citations=tuple(writer.citations), as_of=day)


@pytest.mark.parametrize(
    ("place", "start", "expected", "moved_from"),
    [
        pytest.param("160/1/1#1", "2026-10-14", "2026-11-16", "2026-11-14", id="160(1)(1): a month ends on a Saturday"),
        pytest.param("160/1/1#1", "2026-09-25", "2026-10-27", "2026-10-25", id="160(1)(1): a holiday and its day off"),
        pytest.param("160/1/1#1", "2026-07-31", "2026-08-31", None, id="160(1)(1): 31 August 2026 is a working day"),
        pytest.param("160/1/1#2", "2026-09-01", "2026-11-02", "2026-11-01", id="160(1)(1): 2 months end on a Sunday"),
        pytest.param("160/5#4", "2026-06-15", "2027-06-15", None, id="160(5): a year by ruling 88-НП"),
        pytest.param("160/5#4", "2026-06-11", None, None, id="160(5): the day before the ruling, not counted"),
        pytest.param("160/5#7", "2026-06-11", "2027-06-11", None, id="160(5): other disputes, a year"),
        pytest.param("160/1/2#1", "2025-11-21", "2026-11-23", "2026-11-21", id="160(1)(2): a year ends on a Saturday"),
        pytest.param("159/5#1", "2026-10-20", "2026-11-11", None, id="159(5): 15 working days with 26 October off"),
        pytest.param("159/5#2", "2026-11-11", "2026-11-16", None, id="159(5): 3 working days over a weekend"),
        pytest.param("159/6#1", "2026-11-16", "2026-12-17", "2026-12-16", id="159(6): Independence Day"),
        pytest.param("61/3#1", "2026-05-06", "2026-05-13", None, id="61(3): 3 working days in May"),
        pytest.param("113/4#1", "2026-07-03", "2026-07-09", None, id="113(4): Capital Day off"),
        pytest.param("62/2#1", "2026-03-19", "2026-03-31", None, id="62(2): 5 working days with Nauryz"),
        pytest.param("65/2#4", "2026-05-25", "2026-05-28", None, id="65(2): the first day of Kurban-ait off"),
        pytest.param("53/10#1", "2026-04-29", "2026-05-12", "2026-05-09", id="53(10): calendar days end on 9 May"),
        pytest.param("56/1#1", "2026-11-16", "2026-12-17", "2026-12-16", id="56(1): the month of notice"),
        pytest.param("56/3#2", "2026-10-19", "2026-10-29", None, id="56(3): 7 working days, not the 3 of the notice"),
        pytest.param("53/1#1", "2026-01-31", "2026-03-02", "2026-02-28", id="53(1): no 31 February"),
        pytest.param("53/2#1", "2026-12-01", "2026-12-23", None, id="53(2): 15 working days with 16 December off"),
        pytest.param("46/2#1", "2026-08-15", "2026-08-31", "2026-08-30", id="46(2): 15 calendar days"),
        pytest.param("189/1#1", "2026-01-05", "2026-01-20", None, id="189(1): 10 working days, 7 January off"),
        pytest.param("164/3#1", "2026-11-19", "2026-11-23", "2026-11-22", id="164(3): 3 calendar days end on a Sunday"),
        pytest.param("163/2#2", "2026-11-19", "2026-11-26", None, id="163(2): 5 working days of an association"),
        pytest.param("198/3#1", "2026-11-09", "2026-11-23", None, id="198(3): 10 working days"),
        pytest.param("124/3#3", "2026-05-31", "2026-06-30", None, id="124(3): a month after discharge"),
        pytest.param("156/2#2", "2026-10-12", "2026-10-27", None, id="156(2): 10 working days"),
        pytest.param("150/1#1", "2026-11-10", "2026-11-20", None, id="150(1): 10 calendar days"),
    ],
)
def test_last_days_by_hand(
    place: str, start: str, expected: str | None, moved_from: str | None, whole_corpus: Corpus, terms: Terms
) -> None:
    chosen = next(each for each in terms.deadlines if each.at == f"{CODE}/{place}")
    found = deadlines.last_days([chosen], {chosen.runs_from: date.fromisoformat(start)}, whole_corpus)[0]
    assert found.day == (date.fromisoformat(expected) if expected else None)
    assert found.moved_from == (date.fromisoformat(moved_from) if moved_from else None)


def test_every_deadline_is_held_with_one_figure_in_every_language(whole_corpus: Corpus, terms: Terms) -> None:
    for each in terms.deadlines:
        assert deadlines.number(each, whole_corpus) > 0
        assert all(each.do.text(lang).strip() for lang in LANGUAGES)
        for place in (*each.then, *each.but):
            assert points_at(whole_corpus, place), place
    held = [each.at for each in terms.deadlines]
    assert len(held) == len(set(held)) and {name for each in terms.deadlines for name in each.then} <= set(held)
    assert set(terms.events) == {each.runs_from for each in terms.deadlines}


def test_the_days_off_of_2026_are_those_of_the_entry_in_every_language(whole_corpus: Corpus) -> None:
    named = "0101 0102 0107 0308 0309 0321 0322 0323 0324 0325 0501 0507 0509 0511 0527 0706 1025 1026 1216"
    found = deadlines.calendar(whole_corpus)
    assert sorted(f"{day:%m%d}" for day in found.off) == named.split() and found.years == {2026}
    for point in whole_corpus.by_article["kz-figures-2026/4"].points:
        days = [set(deadlines.WRITTEN_DAY.findall(point.text[lang])) for lang in LANGUAGES]
        assert days[0] == days[1] == days[2]


def test_without_a_day_nothing_is_counted_and_counted_steps_come_first(whole_corpus: Corpus, terms: Terms) -> None:
    carried = deadlines.carried(answer_of(whole_corpus, f"{CODE}/160/1/1#1"), whole_corpus, terms)
    assert [each.at.removeprefix(f"{CODE}/") for each in carried] == ["160/1/1#1", "159/5#1", "159/5#2", "160/1/1#2"]
    assert all(each.day is None for each in deadlines.last_days(carried, {}, whole_corpus))
    days = {"decision_copy": date(2026, 11, 2), "registered": date(2026, 10, 1)}
    found = deadlines.last_days(carried, days, whole_corpus)
    assert [each.deadline.runs_from for each in found] == ["registered", "decision_copy", "act_copy", "decided"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_only_the_points_that_are_said_carry_their_deadlines(lang: str, whole_corpus: Corpus, terms: Terms) -> None:
    said = answer_of(whole_corpus, f"{CODE}/163/2#2", f"{CODE}/88/1#1", lang=lang)
    assert [each.at for each in deadlines.carried(said, whole_corpus, terms)] == [f"{CODE}/163/2#2"]


def test_a_rule_not_in_force_on_the_day_of_the_answer_carries_none(whole_corpus: Corpus, terms: Terms) -> None:
    said = answer_of(whole_corpus, f"{CODE}/160/5#4")
    early = Answer("answered", "ru", "composed", said.claims, citations=said.citations, as_of=date(2026, 3, 1))
    assert deadlines.carried(said, whole_corpus, terms) and not deadlines.carried(early, whole_corpus, terms)


@pytest.mark.parametrize(
    ("start", "known"),
    [
        pytest.param("2026-10-14", True, id="all in 2026"),
        pytest.param("2026-12-14", False, id="ends in 2027"),
        pytest.param("2025-12-15", False, id="began in 2025"),
    ],
)
def test_where_the_calendar_does_not_reach_it_says_so(
    start: str, known: bool, whole_corpus: Corpus, terms: Terms
) -> None:
    found = deadlines.last_days(terms.deadlines[:1], {"act_copy": date.fromisoformat(start)}, whole_corpus)
    assert found[0].known is known


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("runs_from: act_copy", "runs_from: nobody_knows", id="an event that is not described"),
        pytest.param("unit: months", "unit: hours", id="a unit that is not counted"),
    ],
)
def test_a_fault_in_the_file_is_named(old: str, new: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "corpus" / deadlines.FILE, tmp_path)
    path = tmp_path / deadlines.FILE
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CorpusError, match="160/1/1#1"):
        deadlines.load(tmp_path)
