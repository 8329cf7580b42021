"""One pattern at a time: units with their numbers in cleaned texts."""

from __future__ import annotations

import pytest

from assistant.citation_forms import UNITS, Group, groups
from assistant.cleaning import clean


def said(text: str) -> list[str]:
    """The groups of a text in short: kind and numbers."""
    return [_short(group) for group in groups(clean(text).text)]


def _short(group: Group) -> str:
    numbers = [("…" if n.ranged else "") + "/".join((n.text, *n.inside)) for n in group.numbers]
    return f"{group.kind} {' '.join(numbers)}".strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            pytest.param(word + " 5", ["article 5"], id=f"ru, {word}")
            for word in "ст ст. статья статьи статье статью статьей статьёй статьям статьями статьях статей".split()
        ),
        *(
            pytest.param("5-" + word, ["article 5"], id=f"kk, {word}")
            for word in "бап бабы бабын бабына бабында бабындағы бабынан бабының бабымен бапқа баптың баптар баптарда "
            "баптарының баптан бапты".split()
        ),
        *(
            pytest.param(word + " 5", ["article 5"], id=f"en, {word}")
            for word in "Article articles art art. Arts.".split()
        ),
        *(
            pytest.param(word + " 5", ["paragraph 5"], id=f"ru, {word}")
            for word in "п п. пункт пункта пункту пунктом пункте пункты пунктов пунктами пунктах".split()
        ),
        *(
            pytest.param("5) " + word, ["subparagraph 5"], id=f"kk, {word}")
            for word in "тармақша тармақшасы тармақшасының тармақшасына тармақшалары тармақшаларында".split()
        ),
        *(
            pytest.param("5-" + word, ["paragraph 5"], id=f"kk, {word}")
            for word in "тармақ тармағы тармағының тармағында тармақтары".split()
        ),
        *(
            pytest.param(f"{word} часть", [f"part {n}"], id=f"ru, {word}")
            for n, word in enumerate("первая вторая третья четвертая пятая шестая седьмая восьмая".split(), 1)
        ),
        *(
            pytest.param(f"{word} бөлігі", [f"part {n}"], id=f"kk, {word}")
            for n, word in enumerate("бірінші екінші үшінші төртінші бесінші".split(), 1)
        ),
        pytest.param("пп. 1, 2 и 3", ["either 1 2 3"], id="a list"),
        pytest.param("ст. 52–54", ["article 52 …54"], id="a range"),
        pytest.param("52(1)(8)", [], id="a number alone is nothing"),
        pytest.param("art. 52(1)(8)", ["article 52/1/8"], id="brackets"),
        pytest.param("art. 52(1)8)", ["article 52/1/8"], id="half a bracket"),
        pytest.param("art. 6(1)(a) and (f)", ["article 6/1/a /f"], id="a bracket that goes on"),
        pytest.param("ст. 12.05.2024", [], id="a date"),
        pytest.param("ст. 12345", [], id="no number is cut"),
        pytest.param("п. 5 000 тенге", ["paragraph 5"], id="a sum after a paragraph"),
        pytest.param("5 частных лиц", [], id="a word that begins like a unit"),
        pytest.param("тот статус 52", [], id="the beginning of a word"),
    ],
)
def test_groups(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_spans_are_those_of_the_cleaned_text() -> None:
    text = clean("на основании пп. 8) п. 1 ст. 52").text
    assert [text[g.start : g.end] for g in groups(text)] == ["пп. 8)", "п. 1", "ст. 52"]


def test_every_unit_has_a_language_that_we_speak() -> None:
    assert {lang for _, lang in UNITS} == {"kk", "ru", "en"}
