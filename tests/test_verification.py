"""A citation to verdicts: exists, in force on the day, quote exact, figures agree, supports."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from assistant.corpus import Corpus
from assistant.law import Authority, Digest, Instrument, Point, ProvisionId
from assistant.scope import Guidance, Scope
from assistant.verification import same_words, verify

DAY = date(2026, 11, 21)
NAMES = dict.fromkeys(("kk", "ru", "en"), "x")
ACT = Instrument(
    id="kz-labour-code",
    jurisdiction="kz",
    authority=Authority.LAW,
    title=NAMES,
    short=NAMES,
    url=NAMES,
    adopted=date(2015, 11, 23),
    in_force=date(2016, 1, 1),
    edition=date(2026, 7, 1),
    checked_from=date(2026, 1, 25),
)


def point(at: str, text: str, since: date | None = None, until: date | None = None) -> Point:
    """A point that says the same in three languages, each marked."""
    return Point(at, {lang: f"{text} ({lang})" for lang in ("kk", "ru", "en")}, since, until)


LEAVE = Digest(
    ACT.id,
    "88",
    date(2026, 7, 1),
    {"1": (), "2": ("1", "2-1")},
    "paragraphs",
    NAMES,
    (
        point("1", "Leave is 24 days."),
        point("1", "Leave is 18 days.", until=date(2026, 6, 8)),
        replace(point("2/2-1", "Leave may be split.", since=date(2026, 7, 1)), since_by=date(2027, 1, 1)),
        point("2/1", "From 2027 leave is 30 days.", since=date(2027, 1, 1)),
    ),
    (),
    {},
)
GONE = Digest(
    ACT.id,
    "117",
    date(2026, 7, 1),
    {"1": ()},
    "paragraphs",
    NAMES,
    (point("", "The article is repealed."), point("1", "It was so.")),
    (),
    {},
    repealed=date(2020, 1, 1),
)
CORPUS = Corpus({ACT.id: ACT}, (LEAVE, GONE), Scope((), (), (), (), (), (), (), (), (), {}), Guidance(()))
SPLIT = "Leave may be split. (en)"
NOW, PAST, FUTURE = "Leave is 24 days. (en)", "Leave is 18 days. (en)", "From 2027 leave is 30 days. (en)"


@pytest.mark.parametrize(
    ("provision", "expected"),
    [
        pytest.param("kz-labour-code/88", True, id="article"),
        pytest.param("kz-labour-code/88/1", True, id="paragraph"),
        pytest.param("kz-labour-code/88/2/2-1", True, id="subparagraph"),
        pytest.param("kz-labour-code/412", False, id="no such article of an act that is held"),
        pytest.param("kz-labour-code/88/3", False, id="no such paragraph"),
        pytest.param("kz-labour-code/88/1/1", False, id="no such subparagraph"),
        pytest.param("kz-tax-code/88", None, id="an act that is not held cannot be checked"),
    ],
)
def test_exists(provision: str, expected: bool | None) -> None:
    found = verify(ProvisionId.parse(provision), NOW, NOW, DAY, "en", CORPUS)
    assert found.exists is expected
    if not expected:
        assert (found.in_force, found.quote_exact, found.figures, found.supports) == (None,) * 4
        assert not found.may_be_shown


@dataclass(frozen=True)
class Case:
    """A citation on a day, whether it is in force then, and why."""

    id: str
    provision: str
    quote: str
    day: date
    expected: bool | None
    reason: str


IN_FORCE = [
    Case("today", "kz-labour-code/88/1", NOW, DAY, True, "the act and the rule are in force"),
    Case("before the act", "kz-labour-code/88/1", NOW, date(2015, 12, 31), False, "the act was not in force"),
    Case(
        "edition not read", "kz-labour-code/88/1", NOW, date(2020, 1, 1), None, "the wording of that day was not read"
    ),
    Case("former rule today", "kz-labour-code/88/1", PAST, DAY, False, "the rule ended"),
    Case("former rule then", "kz-labour-code/88/1", PAST, date(2026, 6, 7), True, "its last day"),
    Case("former rule, first day without", "kz-labour-code/88/1", PAST, date(2026, 6, 8), False, "`until` is out"),
    Case("coming rule today", "kz-labour-code/88/2/1", FUTURE, DAY, False, "the rule has not begun"),
    Case("coming rule then", "kz-labour-code/88/2/1", FUTURE, date(2027, 1, 1), True, "`since` is in"),
    Case("sources differ, before", "kz-labour-code/88/2/2-1", SPLIT, date(2026, 6, 30), False, "by no source"),
    Case("sources differ, between", "kz-labour-code/88/2/2-1", SPLIT, DAY, None, "in force by one source only"),
    Case("sources differ, after", "kz-labour-code/88/2/2-1", SPLIT, date(2027, 1, 1), True, "by both"),
    Case("nobody's quote", "kz-labour-code/88/1", "Leave is long.", DAY, True, "then only the act's dates count"),
    Case("repealed", "kz-labour-code/117/1", "It was so. (en)", DAY, False, "the article is repealed"),
    Case("repealed, the article named", "kz-labour-code/117", "It was so. (en)", DAY, False, "a rule of former times"),
    Case("that it is repealed", "kz-labour-code/117", "The article is repealed. (en)", DAY, True, "a true statement"),
]


@pytest.mark.parametrize("case", IN_FORCE, ids=lambda case: case.id)
def test_in_force(case: Case) -> None:
    found = verify(ProvisionId.parse(case.provision), case.quote, case.quote, case.day, "en", CORPUS)
    assert found.in_force is case.expected, case.reason


@pytest.mark.parametrize(
    ("provision", "quote", "lang", "expected"),
    [
        pytest.param("kz-labour-code/88/1", NOW, "en", True, id="the whole point"),
        pytest.param("kz-labour-code/88/1", "24 days", "en", True, id="a part of it"),
        pytest.param("kz-labour-code/88/1", "Leave  is\n24 days.", "en", True, id="white space does not matter"),
        pytest.param("kz-labour-code/88/1", "leave is 24 days.", "en", False, id="a capital matters"),
        pytest.param("kz-labour-code/88/1", "Leave is 25 days.", "en", False, id="a digit matters"),
        pytest.param("kz-labour-code/88/1", NOW, "ru", False, id="the wording of another language"),
        pytest.param("kz-labour-code/88/2/1", NOW, "en", False, id="the wording of another paragraph"),
        pytest.param("kz-labour-code/88/1", "", "en", False, id="nothing is no quote"),
        pytest.param("kz-labour-code/88/1", " \n", "en", False, id="white space is no quote"),
        pytest.param("kz-labour-code/88", NOW, "en", True, id="a paragraph's wording, the article named"),
        pytest.param("kz-labour-code/88/2", FUTURE, "en", True, id="a subparagraph's wording, the paragraph named"),
        pytest.param("kz-labour-code/88/2/1", NOW, "en", False, id="what stands above is not what stands there"),
    ],
)
def test_quote_exact(provision: str, quote: str, lang: str, expected: bool) -> None:
    found = verify(ProvisionId.parse(provision), quote, quote, DAY, lang, CORPUS)
    assert found.quote_exact is expected


@pytest.mark.parametrize(
    ("claim", "figures", "supports"),
    [
        pytest.param(NOW, True, True, id="the quote itself"),
        pytest.param("24 days", True, True, id="a part of the quote"),
        pytest.param("You have 24 days.", True, None, id="other words, the same number"),
        pytest.param("You have 25 days.", False, None, id="another number"),
        pytest.param("You have 24 days in 2 parts.", False, None, id="one number too many"),
        pytest.param("You have leave.", True, None, id="no number to disagree"),
        pytest.param("You have 24,0 days.", True, None, id="the same number written otherwise"),
    ],
)
def test_figures_and_support(claim: str, figures: bool, supports: bool | None) -> None:
    found = verify(ProvisionId.parse("kz-labour-code/88/1"), NOW, claim, DAY, "en", CORPUS)
    assert (found.figures, found.supports) == (figures, supports)


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        pytest.param("a b", "x a  b y", True, id="white space made equal"),
        pytest.param(" a ", "a", True, id="white space around"),
        pytest.param("a\u00a0b", "a b", True, id="a no-break space is white space"),
        pytest.param("ab", "a b", False, id="white space is not nothing"),
        pytest.param("", "a", False, id="nothing"),
    ],
)
def test_same_words(quote: str, text: str, expected: bool) -> None:
    assert same_words(quote, text) is expected
