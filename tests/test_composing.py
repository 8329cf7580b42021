"""The composed answer: law first, what is not law says so, sources that differ say so, a comparison is a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant import catalogue, citations, phrases
from assistant.answers import Answer, Passage
from assistant.composing import Question, compose, nearest
from assistant.corpus import Corpus
from assistant.law import LANGUAGES, Digest, Point, ProvisionId
from assistant.retrieval import Found
from assistant.scope import Guidance, Scope, Step
from tests.conftest import ROOT

DAY = date(2026, 11, 22)
ACTS = catalogue.load(ROOT / "corpus" / "catalogue.toml")
ASKED = Question("что мне положено?", "ru", "kz", DAY)
CODE, STANDARD, PAPER, ABROAD = "kz-labour-code/88", "ilo-r198/9", "fturk-positions/1", "eu-gdpr/22"


def digest(place: str, *differs_from: str) -> Digest:
    """A digest of one point, which names its place."""
    act, article = place.split("/")
    said = {lang: f"{lang}: {place} говорит это." for lang in LANGUAGES}
    point = Point("1", said, differs_from=differs_from)
    return Digest(act, article, DAY, {"1": ()}, "paragraphs", dict.fromkeys(LANGUAGES, "Т"), (point,), (), {})


def found(*places: str) -> Found:
    """Passages in this order, each with its one point."""
    passages = [Passage(ProvisionId.parse(p), 1 - n / 100, 0.9, ((0, 0.9),)) for n, p in enumerate(places)]
    return Found(tuple(passages))


HELD = (digest(CODE), digest(STANDARD), digest(PAPER, f"{CODE}/1#1"), digest(ABROAD))
STEPS = Guidance((Step(("*",), (f"{CODE}/1",)),))
CORPUS = Corpus(ACTS, HELD, Scope((), (), (), (), (), (), (), (), (), {}), STEPS)


def cited(answer: Answer) -> list[str]:
    """The articles of the claims, in their order."""
    numbers = [number for claim in answer.claims for number in claim.citations]
    return [str(answer.citations[number - 1].provision.whole_article) for number in numbers]


@pytest.mark.parametrize(
    ("places", "expected", "lead"),
    [
        pytest.param((CODE,), [CODE], "", id="law"),
        pytest.param((STANDARD, CODE), [CODE, STANDARD], "", id="law goes before a recommendation that is nearer"),
        pytest.param((STANDARD,), [STANDARD], "lead recommendation", id="only a recommendation"),
        pytest.param((ABROAD,), [ABROAD], "lead foreign law", id="only foreign law"),
        pytest.param((ABROAD, STANDARD), [ABROAD, STANDARD], "lead recommendation", id="the weightier of two"),
    ],
)
def test_what_binds_goes_first(places: tuple[str, ...], expected: list[str], lead: str) -> None:
    answer = compose(ASKED, found(*places), CORPUS, False)
    assert cited(answer) == expected
    assert answer.lead == (phrases.say(lead, "ru") if lead else "")
    assert answer.text.startswith(answer.lead)
    for citation in answer.citations:  # and what does not bind is said of each source, not by a badge alone
        said = f"{ACTS[citation.provision.instrument].short['ru']}: "
        assert any(note.startswith(said) and "не" in note for note in answer.notes) or citation.authority.binding


def test_a_position_is_shown_after_the_law_it_differs_from() -> None:
    answer = compose(ASKED, found(PAPER), CORPUS, False)
    assert cited(answer) == [CODE, PAPER]
    assert answer.lead == ""
    said = phrases.say("differs", "ru", label="Позиции ФПРК, п. 1.1", other="ТК РК, ст. 88, п. 1")
    assert said in answer.notes


def test_a_paper_alone_says_first_that_it_is_not_law() -> None:
    alone = compose(ASKED, found(PAPER), replace(CORPUS, digests=(digest(PAPER),)), False)
    assert alone.lead == phrases.say("lead policy position", "ru")
    assert alone.next_steps == ()


def test_next_steps_follow_the_law_of_the_country_only() -> None:
    far = replace(CORPUS, digests=(*HELD, digest("kz-labour-code/160")))
    steps = replace(far, guidance=Guidance((Step(("*",), ("kz-labour-code/160/1",)),)))
    assert len(compose(ASKED, found(CODE), steps, False).next_steps) == 1
    assert compose(ASKED, found(ABROAD), steps, False).next_steps == ()


@pytest.mark.parametrize(
    ("places", "compared", "table"),
    [
        pytest.param((CODE, ABROAD), ("kz", "eu"), True, id="both have an answer"),
        pytest.param((ABROAD, CODE), ("kz", "eu"), True, id="the law of the country stands first"),
        pytest.param((CODE,), ("kz", "eu"), False, id="one has none"),
        pytest.param((CODE, ABROAD), ("kz",), False, id="nothing is compared"),
    ],
)
def test_a_comparison_is_a_table_of_one_row_a_source(
    places: tuple[str, ...], compared: tuple[str, ...], table: bool
) -> None:
    answer = compose(ASKED, found(*places), CORPUS, False, compared)
    assert answer.table is table
    if table:
        assert cited(answer) == [CODE, ABROAD]


def test_the_nearest_standard_beside_one_that_does_not_exist() -> None:
    claims, citations = nearest(ASKED, found(CODE, PAPER, STANDARD), CORPUS)
    assert [str(citation.provision) for citation in citations] == [f"{STANDARD}/1"]
    assert claims[0].citations == (1,)
    assert nearest(ASKED, found(CODE, PAPER), CORPUS) == ((), ())


def test_a_sum_is_reckoned_before_what_was_found(whole_corpus: Corpus) -> None:
    held = replace(CORPUS, digests=(*HELD, whole_corpus.by_article["kz-figures-2026/2"]))
    answer = compose(replace(ASKED, text="штраф 10 МРП, сколько это?"), found(CODE), held, False)
    assert "43 250 тенге" in answer.claims[0].text
    assert cited(answer) == ["kz-figures-2026/2", CODE]
    assert all(citation.verdicts.may_be_shown for citation in answer.citations)


@pytest.mark.parametrize(
    ("act", "said"),
    [
        pytest.param("ilo-c087", True, id="a year is established"),
        pytest.param("ilo-c154", False, id="not ratified: the lead says so"),
        pytest.param("ilo-c131", False, id="its own note says by which law"),
    ],
)
def test_an_answer_says_when_a_convention_was_ratified(act: str, said: bool) -> None:
    answer = compose(ASKED, found(f"{act}/2"), replace(CORPUS, digests=(*HELD, digest(f"{act}/2"))), False)
    line = citations.ratified(ACTS[act], "ru")
    assert (bool(line) and line in answer.notes) is said


@pytest.mark.parametrize(
    ("close", "expected"),
    [
        pytest.param((0.82, 0.5, 0.85, 0.3), [0, 2], id="the rule before its exception that is hardly nearer"),
        pytest.param((0.6, 0.5, 0.9, 0.3), [2, 0], id="what answers before a rule that is less near"),
        pytest.param((0.4, 0.5, 0.9, 0.7), [2, 3], id="without a rule that is far"),
    ],
)
def test_an_answer_begins_with_the_point_that_answers(close: tuple[float, ...], expected: list[int]) -> None:
    said = [Point("2", {lang: f"{lang} {number}: так." for lang in LANGUAGES}) for number in range(len(close))]
    several = replace(digest(CODE), points=tuple(said), structure={"2": ()})
    order = tuple(sorted(enumerate(close), key=lambda item: -item[1]))
    best = Found((Passage(ProvisionId.parse(CODE), 1.0, max(close), order),))
    answer = compose(ASKED, best, replace(CORPUS, digests=(several,)), named=False)
    assert [claim.text for claim in answer.claims] == [f"ru {number}: так." for number in expected]
