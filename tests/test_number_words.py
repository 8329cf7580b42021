"""Numbers in words: every number below 300 that a place may have, in its forms."""

from __future__ import annotations

import re

import pytest

from assistant.language import fold
from assistant.number_words import CARDINAL, ORDINAL, value


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("первая", "1", id="ru"),
        pytest.param("третьей", "3", id="ru, third"),
        pytest.param("шестнадцатой", "16", id="ru, six is no beginning of sixteen"),
        pytest.param("сороковая", "40", id="ru, tens"),
        pytest.param("пятьдесят вторую", "52", id="ru, two words"),
        pytest.param("сто двадцать седьмой", "127", id="ru, three words"),
        pytest.param("двухсотая", "200", id="ru, hundreds"),
        pytest.param("екінші", "2", id="kk"),
        pytest.param("жиырманшы", "20", id="kk, tens"),
        pytest.param("елу екінші", "52", id="kk, two words"),
        pytest.param("жүз жиырма жетінші", "127", id="kk, three words"),
        pytest.param("twelfth", "12", id="en"),
        pytest.param("fifty-second", "52", id="en, a hyphen"),
        pytest.param("one hundred and twenty-seventh", "127", id="en, four words"),
    ],
)
def test_ordinal(said: str, expected: str) -> None:
    assert re.fullmatch(ORDINAL, fold(said)) and value(fold(said)) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param("сорок девять", "49", id="ru"),
        pytest.param("сто тринадцать", "113", id="ru, hundreds"),
        pytest.param("three", "3", id="en"),
        pytest.param("fifty-two", "52", id="en, a hyphen"),
        pytest.param("one hundred and thirteen", "113", id="en, hundreds"),
    ],
)
def test_cardinal(said: str, expected: str) -> None:
    assert re.fullmatch(CARDINAL, fold(said)) and value(fold(said)) == expected


@pytest.mark.parametrize("said", ["пятница", "одна", "трети", "секунд", "ten-year"])
def test_other_words_are_no_numbers(said: str) -> None:
    assert not re.fullmatch(ORDINAL, said) and not re.fullmatch(CARDINAL, said)
