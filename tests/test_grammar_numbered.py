"""What the grammars share: Roman numbers, lines, headings by shape, the words by which annexes are told."""

from __future__ import annotations

import re

import pytest

from assistant import grammars
from assistant.errors import CorpusError
from assistant.grammars import numbered
from assistant.grammars.base import Heading
from assistant.grammars.numbered import Shape


@pytest.mark.parametrize(("number", "expected"), [(1, "i"), (4, "iv"), (9, "ix"), (40, "xl"), (99, "xcix")], ids=str)
def test_roman_numbers(number: int, expected: str) -> None:
    assert numbered.roman(number) == expected
    assert re.fullmatch(numbered.ROMAN_NUMBER, expected.upper())


@pytest.mark.parametrize("number", [0, 100])
def test_roman_numbers_have_their_bounds(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        numbered.roman(number)


@pytest.mark.parametrize("word", ["", "CIVIL", "IIII", "MIX", "VX"])
def test_words_of_roman_letters_are_no_numbers(word: str) -> None:
    assert re.fullmatch(numbered.ROMAN_NUMBER, word) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Rule 1 Rest", [("Rest", 11)], id="a title on the line"),
        pytest.param("Rule 1\nRest", [("Rest", 11)], id="a title below"),
        pytest.param("Rule 1\nREST\nAND PAY\nWords", [("REST AND PAY", 19)], id="capitals in several lines"),
        pytest.param("Rule 1\nwords.", [("", 6)], id="no title below"),
        pytest.param("Rule 1\nRule 2\nRest", [("", 6), ("Rest", 18)], id="another heading is no title"),
    ],
)
def test_headings_by_their_shape(text: str, expected: list[tuple[str, int]]) -> None:
    rule = Shape("article", re.compile(r"Rule (?P<number>\d+)\s*(?P<title>.*)"), re.compile(r"[A-Z][^.]*"))
    assert [(each.title, each.end) for each in numbered.headings(text, [rule])] == expected


@pytest.mark.parametrize(
    ("kind", "number", "expected"),
    [
        ("article", "126-1", "126-1"),
        ("recital", "12", "recital-12"),
        ("annex", "iii", "annex-iii"),
        ("annex", "", "annex"),
        ("clause", "4.2", "4.2"),
    ],
)
def test_what_a_place_is_called_in_an_id(kind: str, number: str, expected: str) -> None:
    assert Heading(kind, number, "", 0, 0).article == expected


def test_an_unknown_grammar_is_named() -> None:
    with pytest.raises(CorpusError) as raised:
        grammars.by_name("latin")
    assert "latin" in raised.value.detail and "general" in raised.value.detail
