"""The nouns: the order of authorities, names of provisions, dates of rules, places of an article."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date

import pytest
from pydantic import TypeAdapter

from assistant.answers import Answer, Citation, Claim, Verdicts
from assistant.law import Authority, Digest, Instrument, Point, ProvisionId

DAY = date(2026, 7, 1)
NAMES = dict.fromkeys(("kk", "ru", "en"), "x")
CODE = Instrument(
    "kz-labour-code", "kz", Authority.LAW, NAMES, NAMES, NAMES, date(2015, 11, 23), date(2016, 1, 1), date(2026, 7, 1)
)
DIGEST = Digest("kz-labour-code", "54", DAY, {"1": ("1", "4-1"), "1-1": ()}, "paragraphs", NAMES, (), (), {})


def test_authorities_sort_by_weight() -> None:
    weights = ["law in force", "ratified convention", "convention not ratified", "recommendation"]
    weights += ["agreement of the parties", "act of the employer", "foreign law", "draft", "policy position"]
    assert sorted(sorted(Authority, key=str)) == weights
    assert min(Authority) is Authority.LAW


def test_only_law_and_ratified_conventions_bind() -> None:
    assert [each for each in Authority if each.binding] == [Authority.LAW, Authority.RATIFIED]


def test_authority_below_itself() -> None:
    assert not Authority.LAW < Authority.LAW


def test_every_comparison_goes_by_weight() -> None:
    assert Authority.RECOMMENDATION > Authority.LAW
    assert max(Authority) is Authority.POLICY
    assert not Authority.FOREIGN <= Authority.RECOMMENDATION
    assert Authority.LAW <= Authority.LAW >= Authority.LAW
    assert Authority.LAW <= Authority.DRAFT
    assert Authority.POLICY >= Authority.DRAFT


def test_an_authority_survives_json() -> None:
    kept = TypeAdapter(Authority).dump_json(Authority.DRAFT)
    assert (str(Authority.DRAFT), kept, json.dumps(Authority.DRAFT)) == ("draft", b'"draft"', '"draft"')
    assert TypeAdapter(Authority).validate_json(kept) is Authority.DRAFT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("kz-labour-code/88", ("kz-labour-code", "88", ()), id="article"),
        pytest.param("kz-labour-code/54/1/2", ("kz-labour-code", "54", ("1", "2")), id="subparagraph"),
        pytest.param("kz-labour-code/126-1/1-1", ("kz-labour-code", "126-1", ("1-1",)), id="dashes stay strings"),
        pytest.param("ilo-c132/3", ("ilo-c132", "3", ()), id="convention"),
    ],
)
def test_provision_id_round_trip(text: str, expected: tuple[str, str, tuple[str, ...]]) -> None:
    read = ProvisionId.parse(text)
    assert (read.instrument, read.article, read.pinpoint) == expected
    assert str(read) == text
    assert str(read.whole_article) == "/".join(expected[:2])


@pytest.mark.parametrize("text", ["", "88", "kz-labour-code", "kz-labour-code/", "/88", "kz-labour-code/88//1", "a/1/"])
def test_not_a_provision_id(text: str) -> None:
    with pytest.raises(ValueError, match="not a provision id"):
        ProvisionId.parse(text)


@dataclass(frozen=True)
class Rule:
    """A rule with its dates, and whether it holds on 1 July 2026."""

    id: str
    since: date | None
    until: date | None
    holds: bool
    reason: str


RULES = [
    Rule("always", None, None, True, "no dates: the rule holds on any day"),
    Rule("begins today", DAY, None, True, "`since` is the first day on which it holds"),
    Rule("begins tomorrow", date(2026, 7, 2), None, False, "not yet"),
    Rule("ends today", None, DAY, False, "`until` is the first day on which it no longer holds"),
    Rule("ends tomorrow", None, date(2026, 7, 2), True, "its last day"),
    Rule("within", date(2026, 1, 1), date(2027, 1, 1), True, "between its dates"),
    Rule("past", date(2020, 1, 1), date(2021, 1, 1), False, "history"),
]


BEGINS = Point("1", NAMES, since=DAY, since_by=date(2027, 1, 1))
ENDS = Point("1", NAMES, until=DAY, until_by=date(2027, 1, 1))
DEEP = Digest("eu-x", "5", DAY, {"1": ("c", "c/i", "h", "h/i", "h/iii")}, "paragraphs", {}, (), (), {})


@pytest.mark.parametrize("case", RULES, ids=lambda case: case.id)
def test_point_holds(case: Rule) -> None:
    assert Point("1", NAMES, case.since, case.until).holds(DAY) is case.holds, case.reason


@pytest.mark.parametrize(
    ("rule", "day", "holds", "surely"),
    [
        pytest.param(BEGINS, date(2026, 6, 30), False, False, id="begins: by no source"),
        pytest.param(BEGINS, DAY, True, False, id="begins: by one source"),
        pytest.param(BEGINS, date(2027, 1, 1), True, True, id="begins: by both"),
        pytest.param(ENDS, date(2026, 6, 30), True, True, id="ends: by no source"),
        pytest.param(ENDS, DAY, True, False, id="ends: by one source"),
        pytest.param(ENDS, date(2027, 1, 1), False, False, id="ends: by both"),
        pytest.param(Point("1", NAMES, DAY), DAY, True, True, id="one day only"),
    ],
)
def test_between_the_days_that_two_sources_name_nothing_is_sure(
    rule: Point, day: date, holds: bool, surely: bool
) -> None:
    assert (rule.holds(day), rule.holds_surely(day)) == (holds, surely)


@pytest.mark.parametrize(
    ("pinpoint", "expected"),
    [
        pytest.param(("1",), True, id="paragraph"),
        pytest.param(("1", "c"), True, id="subparagraph"),
        pytest.param(("1", "c", "i"), True, id="deeper"),
        pytest.param(("1", "iii"), True, id="deeper, without what it lies in: there is one"),
        pytest.param(("1", "i"), False, id="deeper, without what it lies in: there are two"),
        pytest.param(("1", "c", "iii"), False, id="it lies elsewhere"),
        pytest.param(("1", "d"), False, id="no such subparagraph"),
        pytest.param(("2", "c"), False, id="no such paragraph"),
        pytest.param((), True, id="the article"),
    ],
)
def test_what_lies_deeper(pinpoint: tuple[str, ...], expected: bool) -> None:
    assert DEEP.has(pinpoint) is expected


@dataclass(frozen=True)
class Act:
    """An act with its dates, a day, and whether the act is in force on it."""

    id: str
    day: date
    expected: bool | None
    reason: str
    checked_from: date | None = None
    repealed: date | None = None


ACTS = [
    Act("before", date(2015, 12, 31), False, "adopted, not yet in force"),
    Act("first day", date(2016, 1, 1), True, "in force from this day"),
    Act("edition not read", date(2020, 5, 1), None, "in force, the wording was not read", date(2026, 1, 25)),
    Act("first edition read", date(2026, 1, 25), True, "the earliest wording read", date(2026, 1, 25)),
    Act("before in spite of editions", date(2015, 1, 1), False, "not in force beats not read", date(2026, 1, 25)),
    Act("day of repeal", date(2027, 1, 1), False, "the first day without it", repealed=date(2027, 1, 1)),
    Act("last day", date(2026, 12, 31), True, "the day before repeal", repealed=date(2027, 1, 1)),
]


@pytest.mark.parametrize("case", ACTS, ids=lambda case: case.id)
def test_instrument_in_force_on(case: Act) -> None:
    act = replace(CODE, checked_from=case.checked_from, repealed=case.repealed)
    assert act.in_force_on(case.day) is case.expected, case.reason


@pytest.mark.parametrize(
    ("pinpoint", "expected"),
    [
        pytest.param((), True, id="the article itself"),
        pytest.param(("1",), True, id="paragraph"),
        pytest.param(("1-1",), True, id="dashed paragraph"),
        pytest.param(("1", "4-1"), True, id="dashed subparagraph"),
        pytest.param(("2",), False, id="no such paragraph"),
        pytest.param(("1", "2"), False, id="no such subparagraph"),
        pytest.param(("1-1", "1"), False, id="subparagraph of another paragraph"),
        pytest.param(("1", "1", "1"), False, id="deeper than articles go"),
    ],
)
def test_digest_has(pinpoint: tuple[str, ...], expected: bool) -> None:
    assert DIGEST.has(pinpoint) is expected


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        pytest.param(Verdicts(True, True, True), True, id="all true"),
        pytest.param(Verdicts(True, None, True), True, id="day cannot be checked: shown with a note"),
        pytest.param(Verdicts(True, False, True), False, id="out of force"),
        pytest.param(Verdicts(None, True, True), False, id="existence cannot be checked"),
        pytest.param(Verdicts(True, True, None), False, id="quote cannot be checked"),
        pytest.param(Verdicts(True, True, False), False, id="quote is not its wording"),
    ],
)
def test_what_may_be_shown(verdicts: Verdicts, expected: bool) -> None:
    assert verdicts.may_be_shown is expected


def test_answer_text_ties_each_claim_to_its_citations() -> None:
    citation = Citation(ProvisionId("a", "1"), "a 1", Authority.LAW, "One.", False, Verdicts(), "", DAY)
    claims, steps = (Claim("One.", (1, 2)),), (Claim("Then two.", (3,)),)
    answer = Answer("answered", "en", "composed", claims, (), steps, ("A note.",), (citation,) * 3)
    assert answer.text == "One. [1] [2]\nThen two. [3]\nA note."
