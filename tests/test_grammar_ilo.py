"""Instruments of the ILO: articles with and without titles, the Maritime Labour Convention, what copies have lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.grammar_cases import articles, assert_nothing_is_lost, bare, places, read_text, rows

CONVENTION = """C999 - Rest Convention, 2025
Convention concerning rest
The Conference adopts this:
DEEL I. Algemeen
Article 1
For this purpose:

a) rest means:

(i) no work;

(ii) no calls;

b) shift means work.

Article 2 Scope
1. All workers are covered.
2.Members shall:
(a)tell them, and
(b)ask them,
as they can.

Article 3

Night work
1. Nights are short.

Article 4
Each Member shall
(1)rest;
(2)sleep.
The texts are equally authoritative. The foregoing is the authentic text of it. IN FAITH WHEREOF we signed.

List of shifts
1. Day.

Article 1
Annexed words.
Article 2
More of them.
"""
MARITIME = """Article I
General
Each ship rests.
The texts are equally authoritative.

Note on this
It explains.

– Rest
Purpose: To rest

1. Seafarers rest.

Standard A1.1 – Rest
1. Ten hours.

Guideline B1.1.1 – Beds
1. Soft.

– Pay
1. Money is due.

LAST THINGS
1. Here they are.

– States
1. They act.

– Ships
1. They sail.

Standard A5.1.1 – Ships
1. On water.

Regulation 5.1.2 – Ports
1. They are open.

Appendix A5-I
A form.
"""


def test_a_convention_is_cut_into_articles_and_what_is_annexed() -> None:
    found = articles(CONVENTION, "ilo")
    assert [(each.article, each.heading) for each in found] == [
        ("1", ""),
        ("2", "Scope"),
        ("3", "Night work"),
        ("4", ""),
        ("annex", "List of shifts"),
        ("annex-i-1", ""),
        ("annex-i-2", ""),
    ]
    assert found[0].division == ("DEEL I. Algemeen",)
    assert [note.kind for note in found[3].notes] == ["editor"]
    assert_nothing_is_lost(CONVENTION, found)


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        pytest.param(0, ["1", "1/a", "1/a/i", "1/a/ii", "1/b"], id="letters in either form, Roman numbers"),
        pytest.param(1, ["1", "2", "2", "2/a", "2/b"], id="a number without a space, a tail of the paragraph"),
        pytest.param(2, ["1"], id="a title on a line of its own"),
        pytest.param(3, ["", "1", "2"], id="a line that leads into a list is no title"),
    ],
)
def test_an_article_is_cut_where_its_numbers_stand(article: int, expected: list[str]) -> None:
    assert sorted(places(articles(CONVENTION, "ilo")[article])) == expected


def test_the_places_of_the_maritime_labour_convention() -> None:
    found = articles(MARITIME, "ilo")
    assert [(each.article, each.heading) for each in found] == [
        ("I", "General"),
        ("annex", "Note on this"),
        ("1.1", "Rest"),  # by its Standard
        ("A1.1", "Rest"),
        ("B1.1.1", "Beds"),
        ("1.2", "Pay"),  # has none: the next one
        ("title-2", "LAST THINGS"),
        ("5.1", "States"),  # right above 5.1.1
        ("5.1.1", "Ships"),
        ("A5.1.1", "Ships"),
        ("5.1.2", "Ports"),
        ("annex-a5-i", ""),
    ]
    assert_nothing_is_lost(MARITIME, found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Article 1\nSee annex.\nANNEX II\nForms\n1. One.", ["1", "annex-ii"], id="an annex"),
        pytest.param("Article 1\nYes.\nSCHEDULE TO PART XI\n| a | b |", ["1", "annex-schedule"], id="a schedule"),
        pytest.param(
            "Article 1\nYes.\nRecommendation concerning rest\n1. Do.", ["1", "annex-recommendation"], id="added"
        ),
        pytest.param("Article 1\nArticle 5 of this paper holds.", ["1"], id="a sentence is no heading"),
    ],
)
def test_what_is_annexed_is_named(text: str, expected: list[str]) -> None:
    found = articles(text, "ilo")
    assert [each.article for each in found] == expected
    assert_nothing_is_lost(text, found)


def test_the_real_instruments(shared: Path) -> None:
    expected: dict[str, list[dict[str, str]]] = {}
    for row in rows(shared / "law" / "ilo" / "instruments_en.jsonl"):
        expected.setdefault(row["doc"], []).append(row)
    paths = sorted((shared / "law" / "ilo" / "articles").glob("*.txt"))
    assert len(paths) == len(expected) == 56
    for path in paths:
        text = read_text(path)
        found = articles(text, "ilo")
        assert_nothing_is_lost(text, found)
        assert len({each.article for each in found}) == len(found), path.stem
        units = [row for row in expected[path.stem] if row["unit"] == "Article"]
        mine = [
            each
            for each in found
            if each.article.removeprefix("annex-").split("-")[-1] in {u["article"] for u in units}
        ]
        assert [each.article.rpartition("-")[2] for each in mine] == [row["article"] for row in units], path.stem
        for each, row in zip(mine, units, strict=True):
            copied = bare(row["heading"] + row["text"])
            # these copies put a schedule into an article, or leave an article without its words
            assert bare(each.text) in copied or path.stem in ("C102", "C128", "C188"), (path.stem, each.article)


def test_every_regulation_of_the_maritime_labour_convention_has_its_number(shared: Path) -> None:
    found = [each.article for each in articles(read_text(shared / "law" / "ilo" / "articles" / "MLC2006.txt"), "ilo")]
    counts = {1: 4, 2: 8, 3: 2, 4: 5}
    regulations = [f"{title}.{number}" for title, last in counts.items() for number in range(1, last + 1)]
    regulations += ["5.1", *(f"5.1.{number}" for number in range(1, 7)), "5.2", "5.2.1", "5.2.2", "5.3"]
    assert [each for each in found if each[0].isdigit()] == regulations
    headings = [
        row["heading"] for row in rows(shared / "law" / "ilo" / "instruments_en.jsonl") if row["doc"] == "MLC2006"
    ]
    numbers = [each.split()[1] for each in headings if each.startswith(("Standard", "Guideline"))]
    assert [each for each in found if each[0] in "AB"] == numbers
