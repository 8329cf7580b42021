"""The rates on the hand-made claims and drafts of `evals/claims`: what is caught, what is let pass, what is shown."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from assistant.law import LANGUAGES
from assistant.supporting import RELATED, check, not_borne_out, strength

CLAIMS = Path(__file__).resolve().parent.parent / "evals" / "claims" / "claims.jsonl"
DRAFTS = CLAIMS.with_name("drafts.jsonl")
MOST_WRONGLY_DROPPED, MOST_MISCITED = 0.27, 0.02  # measured: see evals/claims/README.md; 0.15 before a sentence had
#                                                   to keep to the words of its passages
LATER = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def rows(path: Path = CLAIMS) -> list[dict[str, str]]:
    """The hand-made claims."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_sets_are_balanced() -> None:
    kinds = Counter((row["lang"], row["kind"]) for row in rows())
    expected = {"": 40, "number": 8, "unit": 8, "party": 8, "modal": 8, "exception": 8}
    assert kinds == {(lang, kind): count for lang in LANGUAGES for kind, count in expected.items()}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_swapped_claims_are_caught_and_honest_ones_pass(lang: str) -> None:
    judged = [(row, bool(check(row["claim"], row["passage"], lang))) for row in rows() if row["lang"] == lang]
    missed = [row["id"] for row, fault in judged if row["kind"] and not fault]
    refused = [row["id"] for row, fault in judged if not row["kind"] and fault]
    assert len(missed) <= 2, missed  # 0.95 of 40
    assert len(refused) <= 2, refused
    assert [
        row["id"] for row, _ in judged if not row["kind"] and strength(row["claim"], row["passage"], lang) < RELATED
    ] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "false", "honest", "missed", "refused"),
    [
        pytest.param("claims_second.jsonl", 40, 20, 0, 3, id="second: 108 of 120 at the first look"),
        pytest.param("claims_third.jsonl", 40, 20, 1, 1, id="third: 105 of 120 at the first look"),
        pytest.param("claims_fourth.jsonl", 20, 10, 0, 0, id="fourth: 55 of 60 at the first look"),
        pytest.param("claims_fifth.jsonl", 15, 5, 1, 0, id="fifth: 41 of 45 at the first look"),
        pytest.param("claims_sixth.jsonl", 40, 20, 2, 5, id="sixth, another's: 53 of 80 at the first look"),
        pytest.param("claims_seventh.jsonl", 40, 20, 4, 4, id="seventh, another's: 99 of 120 at the first look"),
        pytest.param("claims_eighth.jsonl", 40, 20, 9, 3, id="eighth, another's: 92 of 120 at the first look"),
        pytest.param("claims_ninth.jsonl", 40, 20, 14, 7, id="ninth, another's: 92 of 120 at the first look"),
        pytest.param("claims_tenth.jsonl", 40, 20, 13, 5, id="tenth, another's: 83 of 120 at the first look"),
    ],
)
def test_the_later_sets_as_far_as_they_are_caught_by_now(
    lang: str, name: str, false: int, honest: int, missed: int, refused: int
) -> None:
    held = [row for row in rows(CLAIMS.with_name(name)) if row["lang"] == lang]
    if name == "claims_sixth.jsonl" and lang == "en":
        assert not held
        return
    judged = [(row, bool(check(row["claim"], row["passage"], lang))) for row in held]
    assert Counter(bool(row["kind"]) for row, _ in judged) == {True: false, False: honest}
    assert len([row["id"] for row, fault in judged if row["kind"] and not fault]) <= missed
    assert len([row["id"] for row, fault in judged if not row["kind"] and fault]) <= refused


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_false_claim_of_any_set_is_shown_but_these(lang: str) -> None:
    """The first looks were 102, 116 and 116 of 120 for the last three sets; what is left is listed in the README."""
    shown = {
        row["id"]
        for name in ("claims", *(f"claims_{each}" for each in LATER))
        for row in rows(CLAIMS.with_name(f"{name}.jsonl"))
        if row["lang"] == lang and row["kind"] and not not_borne_out(row["claim"], [row["passage"]], [], lang)
    }
    known = {"x015-kk-false", "z023-kk-false", "v030-ru-false", "w018-ru-false", "q040-en-false"}
    assert shown <= known


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_place_stands_in_two_sets_of_a_language(lang: str) -> None:
    names = ("claims", *(f"claims_{each}" for each in LATER))
    held = [[row for row in rows(CLAIMS.with_name(f"{name}.jsonl")) if row["lang"] == lang] for name in names]
    places = [{row["from"] for row in each} for each in held]
    assert sum(map(len, places)) == len(frozenset().union(*places))


def drafts() -> list[dict[str, Any]]:
    """Questions with the passages that a model was given for each, and honest sentences about them."""
    return [json.loads(line) for line in DRAFTS.read_text(encoding="utf-8").splitlines()]


def why(row: dict[str, Any], text: str, cited: list[str]) -> str:
    """Why a sentence would be dropped that names these of its question's passages."""
    held = row["passages"]
    others = [held[key] for key in held if key not in cited]
    return not_borne_out(text, [held[key] for key in cited], others, row["lang"], question=row["question"])


def test_honest_drafts_are_shown() -> None:
    said = [why(row, claim["text"], claim["passages"]) for row in drafts() for claim in row["claims"]]
    assert len(said) == 86 and sum(map(bool, said)) <= MOST_WRONGLY_DROPPED * len(said)
    assert not {"unrelated", "elsewhere"} & set(said)


@pytest.mark.slow
def test_a_draft_that_names_another_passage_is_dropped() -> None:
    let_through, tried = 0, 0
    for row in drafts():
        keys = list(row["passages"])
        said = [(claim["text"], claim["passages"][0]) for claim in row["claims"]]
        for text, own in [*said, *((row["passages"][key], key) for key in keys[:4])]:
            for key in set(keys[:5]) - {own}:
                tried += 1
                let_through += not why(row, text, [key])
    assert tried > 1200 and let_through <= MOST_MISCITED * tried
