"""An article as JSON and for a terminal: who ratified it, and the days of which sources differ."""

from __future__ import annotations

import pytest

from assistant import showing
from assistant.answers import Answer, Claim, Dropped
from assistant.corpus import Corpus


def test_a_ratified_convention_says_by_whom_and_when(whole_corpus: Corpus) -> None:
    shown = showing.article("ilo-c138/2", whole_corpus)
    assert shown["ratified_by"] == {"kz": "2001-05-18"}
    assert "18.05.2001" in shown["ratified"]["ru"]
    assert showing.article_text(shown, "en").split("\n")[2] == shown["ratified"]["en"]


@pytest.mark.parametrize("provision", ["ilo-c154/2", "kz-labour-code/88"], ids=["not ratified", "a law"])
def test_of_what_is_not_ratified_nothing_is_said(provision: str, whole_corpus: Corpus) -> None:
    shown = showing.article(provision, whole_corpus)
    assert (shown["ratified_by"], shown["ratified"]) == ({}, {})
    assert showing.article_text(shown, "ru").split("\n")[2] == ""


def test_a_place_of_which_sources_name_two_first_days(whole_corpus: Corpus) -> None:
    shown = showing.article("kz-labour-code/101/9", whole_corpus)
    (point,) = shown["points"]
    assert (point["since"], point["since_by"], point["until"]) == ("2026-07-01", "2027-01-01", None)
    assert "since 2026-07-01, since_by 2027-01-01" in showing.article_text(shown, "ru")


def test_what_was_dropped_is_struck_where_it_is_asked_for() -> None:
    answer = Answer(
        "answered", "en", "llm", (Claim("It is so.", ()),), dropped=(Dropped("240 days.", "another number"),)
    )
    assert "240" not in showing.answer_text(answer)
    assert "~~240 days.~~ (another number)" in showing.answer_text(answer, dropped=True).splitlines()
