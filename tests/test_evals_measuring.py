"""What one answer is worth: articles, paragraphs, citations, words, and the agreement of languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from assistant.answers import Answer, Citation, Claim, Passage, Verdicts
from assistant.corpus import Corpus
from assistant.law import Authority, ProvisionId
from evals import measuring
from evals.asking import Asked

DAY = date(2026, 11, 1)
ASKED = Asked("file", "q1-ru", "", "ru", "Вопрос?", ("kz-labour-code/88",), (), False, (), (), DAY, "abc")
HOLDS = Verdicts(exists=True, in_force=True, quote_exact=True)


def cited(place: str, verdicts: Verdicts = HOLDS) -> Citation:
    """A citation of a place."""
    provision = ProvisionId.parse(f"kz-labour-code/{place}")
    return Citation(provision, place, Authority.LAW, "…", False, verdicts, "", DAY)


def passages(*articles: str) -> tuple[Passage, ...]:
    """Passages of articles in this order, without points."""
    return tuple(Passage(ProvisionId.parse(f"kz-labour-code/{name}"), 1.0, 1.0) for name in articles)


def answer(found: Sequence[str], cites: Sequence[str] = (), says: str = "", beside: Sequence[str] = ()) -> Answer:
    """An answer with its passages, one claim a citation, and other articles named beside it."""
    places = [cited(place) for place in (*cites, *beside)]
    claims = tuple(Claim(says or "…", (number,)) for number in range(1, len(cites) + 1))
    see = tuple(Claim("…", (number,)) for number in range(len(cites) + 1, len(places) + 1))
    return Answer("answered", "ru", "composed", claims, see, citations=tuple(places), passages=passages(*found))


def wanting(*articles: str, acceptable: Sequence[str] = ()) -> Asked:
    """The question with other articles wanted."""
    required = tuple(f"kz-labour-code/{name}" for name in articles)
    return replace(ASKED, required=required, acceptable=tuple(f"kz-labour-code/{name}" for name in acceptable))


@pytest.mark.parametrize(
    ("asked", "found", "expected"),
    [
        pytest.param(
            wanting("88"), ["88"], {"recall@5": True, "recall@10": True, "several@10": None, "mrr": 1.0}, id="first"
        ),
        pytest.param(wanting("88"), ["1", "88"], {"recall@5": True, "hit@5": True, "mrr": 0.5}, id="second"),
        pytest.param(wanting("88"), [*"12345", "88"], {"recall@5": False, "recall@10": True, "mrr": 1 / 6}, id="sixth"),
        pytest.param(
            wanting("88", "113"), ["88"], {"recall@5": False, "hit@5": True, "several@10": False}, id="one of two"
        ),
        pytest.param(
            wanting("88", "113"), ["113", "88"], {"recall@5": True, "several@10": True, "mrr": 1.0}, id="both"
        ),
        pytest.param(
            wanting("88/1", "88/2"), ["88"], {"recall@5": True, "several@10": None}, id="two places of one article"
        ),
        pytest.param(
            wanting("88", acceptable=["9"]), ["9"], {"recall@5": False, "hit@5": True, "mrr": 1.0}, id="acceptable"
        ),
        pytest.param(wanting("88"), ["188"], {"hit@5": False, "mrr": 0.0}, id="a number that ends alike"),
        pytest.param(wanting(), ["88"], {"recall@5": None, "hit@5": None}, id="no article wanted: words are"),
        pytest.param(wanting("88"), [], {"recall@5": False, "mrr": 0.0, "over_refused": False}, id="nothing"),
    ],
)
def test_articles_found(asked: Asked, found: list[str], expected: dict[str, object], whole_corpus: Corpus) -> None:
    row = measuring.measure(asked, answer(found), whole_corpus)
    assert {name: row[name] for name in expected} == expected
    ranked = measuring.of_ranked(asked, [f"kz-labour-code/{name}" for name in found], 1.0)
    assert {name: ranked[name] for name in expected if name != "over_refused"} == {
        name: value for name, value in expected.items() if name != "over_refused"
    }


@pytest.mark.parametrize(
    ("required", "cites", "beside", "expected"),
    [
        pytest.param(["88"], ["88/1"], [], (True, 1.0, 1.0), id="the article by a place in it"),
        pytest.param(["88"], ["88/1", "113/1"], [], (True, 1.0, 0.5), id="one of two claims is right"),
        pytest.param(["88", "113"], ["88/1"], [], (False, 0.5, 1.0), id="one of two required"),
        pytest.param(["88"], ["113/1"], ["88"], (True, 0.0, 0.0), id="beside the answer only: cited, but by no claim"),
        pytest.param(["88/2"], ["88/1"], [], (False, 1.0, 1.0), id="right article, other paragraph"),
        pytest.param(["88"], [], [], (False, 0.0, None), id="no claim: no precision"),
    ],
)
def test_citations(
    required: list[str], cites: list[str], beside: list[str], expected: tuple[object, ...], whole_corpus: Corpus
) -> None:
    row = measuring.measure(wanting(*required), answer([], cites, beside=beside), whole_corpus)
    assert (row["cited_required"], row["cited_recall"], row["cited_precision"]) == expected


@pytest.mark.parametrize(
    ("required", "cites", "expected"),
    [
        pytest.param(["88"], ["88/1"], None, id="no paragraph is required"),
        pytest.param(["88/1"], ["88/1"], True, id="the paragraph itself"),
        pytest.param(["52/1"], ["52/1/7"], True, id="a place under it"),
        pytest.param(["52/1/7"], ["52/1"], False, id="the place above it is too wide"),
        pytest.param(["52/1"], ["52/11"], False, id="a number that begins alike"),
        pytest.param(["52/1", "88/1"], ["88/1"], True, id="one of two"),
    ],
)
def test_paragraphs_cited(required: list[str], cites: list[str], expected: bool | None, whole_corpus: Corpus) -> None:
    assert measuring.measure(wanting(*required), answer([], cites), whole_corpus)["paragraph_hit@5"] is expected


@pytest.mark.parametrize(
    ("rank", "best", "expected"),
    [
        pytest.param(1, True, True, id="best pinpoint of the first passage"),
        pytest.param(5, True, True, id="of the fifth"),
        pytest.param(6, True, False, id="of the sixth: not looked at"),
        pytest.param(1, False, False, id="second best of its passage"),
    ],
)
def test_paragraphs_found(rank: int, best: bool, expected: bool, whole_corpus: Corpus) -> None:
    points = whole_corpus.by_article["kz-labour-code/52"].points
    wanted = next(number for number, point in enumerate(points) if point.at == "1/1")
    other = next(number for number, point in enumerate(points) if not point.at.startswith("1"))
    order = (wanted, other) if best else (other, wanted)
    close = tuple((number, 1.0 - place / 10) for place, number in enumerate(order))
    found = [*passages("1", "2", "3", "4", "5", "6")]
    found.insert(rank - 1, Passage(ProvisionId.parse("kz-labour-code/52"), 1.0, 1.0, close))
    given = replace(answer([]), passages=tuple(found))
    assert measuring.measure(wanting("52/1"), given, whole_corpus)["paragraph_hit@5"] is expected


@pytest.mark.parametrize(
    ("needed", "says", "expected"),
    [
        pytest.param((), "…", None, id="nothing needed"),
        pytest.param(("24|двадцать",), "Двадцать дней", True, id="either, whatever the case"),
        pytest.param(("24", "дня"), "24 суток", False, id="one of two"),
    ],
)
def test_words_needed(needed: tuple[str, ...], says: str, expected: bool | None, whole_corpus: Corpus) -> None:
    asked = replace(ASKED, must_contain=needed)
    assert measuring.measure(asked, answer([], ["88/1"], says), whole_corpus)["must_contain"] is expected


def test_a_question_that_is_not_ours(whole_corpus: Corpus) -> None:
    row = measuring.measure(replace(ASKED, refuse=True, required=()), Answer("refused", "ru", "composed"), whole_corpus)
    applies = {name for name in measuring.MEASURES if row[name] is not None}
    assert applies == {"refused"} and row["refused"] is True


def test_a_citation_that_does_not_hold(whole_corpus: Corpus) -> None:
    given = replace(answer([]), citations=(cited("88/1"), cited("88/1", Verdicts(exists=False))))
    assert measuring.measure(ASKED, given, whole_corpus)["citations_valid"] is False


def rows(**first: str) -> list[measuring.Row]:
    """One question in some languages, with the article that comes first in each."""
    asked = {lang: replace(ASKED, id=f"q1-{lang}", lang=lang) for lang in first}
    return [measuring.of_ranked(asked[lang], [article] if article else [], 1.0) for lang, article in first.items()]


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        pytest.param(rows(kk="a/88", ru="a/88", en="a/88"), True, id="the same in all"),
        pytest.param(rows(kk="a/88", ru="a/88", en="a/89"), False, id="one differs"),
        pytest.param(rows(kk="", ru="", en=""), False, id="nothing found anywhere is no agreement"),
        pytest.param(rows(kk="a/88", ru="a/88"), None, id="a language is missing"),
        pytest.param(rows(kk="a/88", ru="a/88", en="a/88") * 2, None, id="asked twice"),
    ],
)
def test_agreement(held: list[measuring.Row], expected: bool | None) -> None:
    assert {row["agreement"] for row in measuring.agree(held)} == {expected}


def test_agreement_is_not_asked_of_what_is_not_ours() -> None:
    held = [{**row, **dict.fromkeys(measuring.MEASURES)} for row in rows(kk="a/1", ru="a/1", en="a/1")]
    assert {row["agreement"] for row in measuring.agree(held)} == {None}


def test_totals_are_by_language() -> None:
    found = measuring.totals(measuring.agree(rows(kk="a/1", ru="kz-labour-code/88", en="a/1")))
    assert [found[lang]["recall@5"]["value"] for lang in ("kk", "ru", "en")] == [0.0, 1.0, 0.0]
    assert found["kk"]["must_contain"] == {"n": 0, "value": None, "low": None, "high": None}
    assert found["kk"]["total_ms_p95"]["value"] == 1.0
    assert "| recall@5 | 0 (0–0, n=1) | 1 (1–1, n=1) |" in measuring.table(found)
    assert "must_contain" not in measuring.table(found)


def test_the_interval_is_that_of_the_binomial() -> None:
    found = measuring.interval(np.array([1.0] * 80 + [0.0] * 20))
    assert found["value"] == 0.8 and found["n"] == 100
    assert found["low"] == pytest.approx(0.72, abs=0.011) and found["high"] == pytest.approx(0.88, abs=0.011)
    assert found == measuring.interval(np.array([1.0] * 80 + [0.0] * 20))
