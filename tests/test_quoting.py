"""Quotes beside a citation: found, compared word by word with the official wording, None without one."""

from __future__ import annotations

from datetime import date

import pytest

from assistant import corpus, quoting
from assistant.corpus import Corpus
from assistant.documents import Wording
from assistant.law import ProvisionId

TEXT = "1. Дежурный обязан кормить кота дважды в день.\n2. Кот спит там, где хочет сам."
PLACE = ProvisionId("kz-labour-code", "88", ("1",))


@pytest.fixture
def held(few: Corpus) -> Corpus:
    """The few articles, one with an official wording of our own making."""
    return corpus.with_wordings(few, (Wording("kz-labour-code", "88", "ru", date(2026, 7, 1), TEXT),))


@pytest.mark.parametrize(
    ("sentence", "names", "expected"),
    [
        pytest.param("Ст. 5: «кормить кота дважды в день».", [(0, 5)], [("кормить кота дважды в день", 0)], id="quote"),
        pytest.param("Ст. 5 «о котах».", [(0, 5)], [], id="two words are a name"),
        pytest.param("Закон «О котах и их правах здесь» гласит", [(0, 33)], [], id="the title of an act is no quote"),
        pytest.param('Art. 5: "feed the cat twice daily".', [(0, 6)], [("feed the cat twice daily", 0)], id="straight"),
        pytest.param(
            "Ст. 5, ст. 6: «кот спит где хочет».", [(0, 5), (7, 12)], [("кот спит где хочет", 1)], id="nearest"
        ),
        pytest.param("Он сказал: «кот спит где хочет».", [], [], id="no citation beside it"),
    ],
)
def test_quotes(sentence: str, names: list[tuple[int, int]], expected: list[tuple[str, int]]) -> None:
    assert quoting.quotes(sentence, names) == expected


@pytest.mark.parametrize(
    ("quote", "exact", "phrase"),
    [
        pytest.param("кормить кота  дважды в день", True, None, id="exact, white space apart"),
        pytest.param("Дежурный обязан кормить кота дважды в день.", True, None, id="with its full stop"),
        pytest.param("обязан кормить кота трижды в день", False, "differs", id="one word changed"),
        pytest.param("Кот спит там, где хочет сам", False, "elsewhere", id="right words, wrong paragraph"),
        pytest.param("полёты на луну разрешены всем желающим", False, "differs", id="nothing like it"),
    ],
)
def test_verdict(quote: str, exact: bool, phrase: str | None, held: Corpus) -> None:
    found, reasons = quoting.verdict([quote], PLACE, held)
    assert found is exact and [reason.phrase for reason in reasons] == ([phrase] if phrase else [])
    assert all(reason.say(lang) for reason in reasons for lang in ("kk", "ru", "en"))


def test_without_an_official_text_a_quote_cannot_be_checked(few: Corpus) -> None:
    found, reasons = quoting.verdict(["кормить кота дважды в день"], PLACE, few)
    assert found is None and reasons[0].phrase == "no_text"
    assert quoting.verdict([], PLACE, few) == (None, ())


def test_the_words_that_differ_are_marked() -> None:
    assert quoting.differing("обязан кормить кота трижды в день", TEXT) == (
        "обязан кормить кота [-трижды-] {+дважды+} в день"
    )
