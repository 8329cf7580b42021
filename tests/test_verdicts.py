"""Whether a cited place exists and is in force, with the reasons: places that go deep, days on which sources differ."""

from __future__ import annotations

from datetime import date

import pytest

from assistant import verdicts
from assistant.corpus import Corpus
from assistant.law import ProvisionId
from assistant.phrases import phrases

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param("eu-ai-act/5/1/h/iii", True, id="deeper than a subparagraph"),
        pytest.param("eu-ai-act/5/1/iii", True, id="named flat: there is one"),
        pytest.param("eu-ai-act/5/1/i", False, id="named flat: there are two"),
        pytest.param("eu-ai-act/5/1/h/iv", False, id="no such deeper place"),
        pytest.param("ilo-c131/3/1/b", True, id="a letter of a convention"),
        pytest.param("kz-labour-code/14/2", False, id="the rest of a title is no paragraph"),
        pytest.param("kz-labour-code/119/6", False, id="nor here"),
        pytest.param("kz-labour-code/141/3", False, id="nor is a footnote"),
        pytest.param("kz-labour-code/101/9", True, id="in the Kazakh text only"),
        pytest.param("kz-labour-code/146/2", True, id="in the Kazakh text only: a part"),
        pytest.param("ilo-c081/12", None, id="a convention of which nothing is held"),
        pytest.param("ilo-c081/40", False, id="beyond its last article"),
    ],
)
def test_exists(place: str, expected: bool | None, whole_corpus: Corpus) -> None:
    found, reasons = verdicts.exists(ProvisionId.parse(place), whole_corpus)
    assert found is expected
    assert all(f"check {reason.phrase}" in phrases() for reason in reasons)


@pytest.mark.parametrize(
    ("place", "day", "expected", "phrase"),
    [
        pytest.param("101/9", date(2026, 6, 30), False, "not_yet", id="before both days"),
        pytest.param("101/9", TODAY, None, "sources_differ", id="between the days that two sources name"),
        pytest.param("101/9", date(2027, 1, 1), True, "", id="after both"),
        pytest.param("146/2", TODAY, None, "sources_differ", id="a part, between"),
        pytest.param("16/1/17", TODAY, True, "sources_differ", id="one of two wordings is, which is not sure"),
        pytest.param("16/1/17", date(2027, 1, 1), True, "changed", id="the later wording by both"),
        pytest.param("101", TODAY, True, "", id="the rest of the article is sure"),
        pytest.param("146/1", TODAY, True, "", id="the rule that all have"),
    ],
)
def test_in_force(place: str, day: date, expected: bool | None, phrase: str, whole_corpus: Corpus) -> None:
    named = ProvisionId.parse(f"kz-labour-code/{place}")
    act, digest = whole_corpus.instruments[named.instrument], whole_corpus.by_article[str(named.whole_article)]
    found, reasons = verdicts.in_force(named, digest, act, day)
    assert found is expected
    assert [reason.phrase for reason in reasons] == ([phrase] if phrase else [])


def test_the_reason_names_both_days(whole_corpus: Corpus) -> None:
    named = ProvisionId.parse("kz-labour-code/146/2")
    act, digest = whole_corpus.instruments[named.instrument], whole_corpus.by_article[str(named.whole_article)]
    said = [verdicts.in_force(named, digest, act, TODAY)[1][0].say(lang) for lang in ("kk", "ru")]
    assert all("01.07.2026" in each and "01.01.2027" in each for each in said)
