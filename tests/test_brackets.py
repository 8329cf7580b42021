"""Brackets that go on, and points of annexes."""

from __future__ import annotations

import pytest

from assistant.brackets import going_on, points, through
from assistant.citation_forms import Number, groups


@pytest.mark.parametrize(
    ("before", "inside", "expected"),
    [
        pytest.param(("1", "a"), ("f",), ("1", "f"), id="a letter under the same paragraph"),
        pytest.param(("1",), ("a",), ("1", "a"), id="a letter under a paragraph alone"),
        pytest.param(("1",), ("2",), ("2",), id="the next paragraph"),
    ],
)
def test_going_on(before: tuple[str, ...], inside: tuple[str, ...], expected: tuple[str, ...]) -> None:
    assert going_on(before, inside) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        pytest.param(("1", "1"), "4", [("1", "2"), ("1", "3")], id="numbers"),
        pytest.param(("1", "a"), "c", [("1", "b")], id="letters"),
        pytest.param(("1",), "2", [], id="nothing between"),
        pytest.param((), "3", [], id="no bracket to begin with"),
    ],
)
def test_through(first: tuple[str, ...], last: str, expected: list[tuple[str, ...]]) -> None:
    found = through(Number("52", 0, 2, first), Number("", 5, 8, (last,), ranged=True))
    assert [number.inside for number in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("point 4(a)", ["paragraph"], id="a point with a number"),
        pytest.param("paragraph 4, point 2", ["paragraph", "subparagraph"], id="a point of a paragraph"),
    ],
)
def test_points(text: str, expected: list[str]) -> None:
    assert [group.kind for group in points(list(groups(text)))] == expected
