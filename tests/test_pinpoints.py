"""Ranges, and what a place inside an article is in an id."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.citation_forms import Number
from assistant.law import Digest
from assistant.pinpoints import Pin, bracketed, expand, places

ONE, LAST = Number("1", 0, 1), Number("9", 0, 1)


def digest(structure: dict[str, tuple[str, ...]], numbering: str = "paragraphs") -> Digest:
    """A digest of which only the structure matters."""
    return Digest("act", "1", date(2026, 1, 1), structure, numbering, {}, (), (), {})


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        pytest.param("52", "54", ["52", "53", "54"], id="articles"),
        pytest.param("126", "128", ["126", "127", "128"], id="no dashed article is invented"),
        pytest.param("127-1", "127-3", ["127-1", "127-2", "127-3"], id="dashed ones of one article"),
        pytest.param("123", "124-2", ["123", "124", "124-2"], id="to a dashed one"),
        pytest.param("a", "c", ["a", "b", "c"], id="letters"),
        pytest.param("54", "52", ["54", "52"], id="backwards: both ends"),
        pytest.param("1", "2000", ["1", "2000"], id="too long: both ends"),
    ],
)
def test_range(first: str, last: str, expected: list[str]) -> None:
    numbers = [Number(first, 0, 1), Number(last, 2, 3, ranged=True)]
    assert [number.text for number in expand(numbers, ())] == expected


@pytest.mark.parametrize(
    ("number", "known", "expected"),
    [
        pytest.param("52-54", (), ["52", "53", "54"], id="larger: a range"),
        pytest.param("126-1", (), ["126-1"], id="smaller: a dashed number"),
        pytest.param("1-2", ("1-2",), ["1-2"], id="there is such a number"),
    ],
)
def test_dash(number: str, known: tuple[str, ...], expected: list[str]) -> None:
    assert [each.text for each in expand([Number(number, 0, 5)], known)] == expected


@pytest.mark.parametrize(
    ("pin", "structure", "expected"),
    [
        pytest.param(Pin("1", "8", ONE, None), {}, [("1", "8")], id="both are named"),
        pytest.param(Pin("2", "", ONE, None), {}, [("2",)], id="paragraph"),
        pytest.param(Pin("1", "iii", ONE, None), {"1": ("h", "h/iii")}, [("1", "h", "iii")], id="deeper, named flat"),
        pytest.param(
            Pin("1", "i", ONE, None), {"1": ("c/i", "h/i")}, [("1", "c", "i"), ("1", "h", "i")], id="deeper, in two"
        ),
        pytest.param(Pin("", "8", ONE, None), {}, [("1", "8")], id="nothing is known: the first"),
        pytest.param(Pin("", "8", ONE, None), {"1": ("7",), "2": ("8",)}, [("2", "8")], id="one has it"),
        pytest.param(Pin("", "8", ONE, None), {"1": ("8",), "2": ("8",)}, [("1", "8"), ("2", "8")], id="two have it"),
        pytest.param(Pin("", "8", ONE, None), {"2": ()}, [("2", "8")], id="none has it: the only paragraph"),
        pytest.param(Pin("", "2", ONE, None, either=True), {"1": (), "2": ()}, [("2",)], id="«пп. 2» is a paragraph"),
        pytest.param(Pin("", "b", ONE, None), {"": ()}, [("1", "b")], id="its paragraphs are not known"),
        pytest.param(Pin("", "b", ONE, None), {"1": ("a", "b")}, [("1", "b")], id="a letter under the only paragraph"),
    ],
)
def test_places(pin: Pin, structure: dict[str, tuple[str, ...]], expected: list[tuple[str, ...]]) -> None:
    assert places(pin, digest(structure) if structure else None) == expected


@pytest.mark.parametrize(
    ("inside", "held", "expected"),
    [
        pytest.param(("1", "8"), None, ("1", "8"), id="paragraph and subparagraph"),
        pytest.param(("1", "c", "ii"), None, ("1", "c"), id="how deep it goes is not known"),
        pytest.param(("1", "c", "ii"), digest({"1": ("c", "c/i")}), ("1", "c", "ii"), id="whole where (c) is divided"),
        pytest.param(("1", "c", "ii"), digest({"1": ("c",)}), ("1", "c"), id="no deeper where (c) is not divided"),
        pytest.param(("1", "i"), digest({"1": ("c", "c/i")}), ("1", "c", "i"), id="flat"),
        pytest.param(("a", "ii"), digest({"1": ("a", "a/ii")}, "parts"), ("1", "a", "ii"), id="no paragraph is named"),
        pytest.param(("3",), digest({"1": ("3",)}, "parts"), ("1", "3"), id="a subparagraph of the only part"),
        pytest.param(("3",), digest({"1": ("3",)}), ("3",), id="a paragraph where they are numbered"),
        pytest.param(("b",), digest({"1": ("a", "b")}), ("1", "b"), id="a letter"),
    ],
)
def test_brackets(inside: tuple[str, ...], held: Digest | None, expected: tuple[str, ...]) -> None:
    assert bracketed(inside, held) == expected
