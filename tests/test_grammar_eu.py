"""Acts of the European Union: recitals, articles below their number, annexes; the real ones in their printed form."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.grammar_cases import articles, assert_nothing_is_lost, bare, places, rows

ACT = """REGULATION ON REST
Whereas:
(1) Rest is needed.
(2) Work is too:
(1) by day;
(2) by night.
(3) So be it.
HAVE ADOPTED THIS REGULATION:
CHAPTER I
GENERAL
SECTION 2
Words
Article 1
Rest of workers
1.   Rest is due:
(a) daily, in these cases:
(i) at night;
(ii) at noon;
(b) weekly.
It is paid.
2.   Nobody is excused.
Article 2a
Words used
Here the words mean:
(1) ‘rest’ means no work;
(2) ‘shift’ means work.
This Regulation shall be binding.
Done at Nowhere, 3 March 2025.
For the Council
(1) OJ L 1, 3.3.2025, p. 1.
ANNEX III
Kinds of rest
The kinds are:
1. Short:
(h) a pause;
(i) a nap.
ANNEX IV
Forms
Section A – Workers
1. Name.
Section B – Employers
1. Place.
3.1. Street.
"""


def test_an_act_is_cut_into_recitals_articles_and_annexes() -> None:
    found = articles(ACT, "eu")
    assert [(each.article, each.heading) for each in found] == [
        ("recital-1", ""),
        ("recital-2", ""),
        ("recital-3", ""),
        ("1", "Rest of workers"),
        ("2a", "Words used"),
        ("annex-iii", "Kinds of rest"),
        ("annex-iv", "Forms"),
    ]
    assert found[3].division == ("CHAPTER I GENERAL", "SECTION 2 Words")
    assert found[4].text.endswith("binding.") and found[2].text == "So be it."
    assert [note.kind for each in found for note in each.notes] == ["editor", "editor"]
    assert_nothing_is_lost(ACT, found)


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        pytest.param("1", ["1", "1", "1/a", "1/a/i", "1/a/ii", "1/b", "2"], id="a tail is the paragraph's"),
        pytest.param("2a", ["", "1", "2"], id="numbers in brackets are paragraphs where there are no others"),
        pytest.param("annex-iii", ["", "1", "1/h", "1/i"], id="after (h) comes the letter i"),
        pytest.param("annex-iv", ["a", "a/1", "b", "b/1", "b/3.1"], id="sections keep equal numbers apart"),
    ],
)
def test_an_article_is_cut_where_its_numbers_stand(article: str, expected: list[str]) -> None:
    (found,) = (each for each in articles(ACT, "eu") if each.article == article)
    assert sorted(places(found)) == sorted(expected)


def printed(path: Path) -> tuple[str, dict[str, dict[str, str]]]:
    """An act as it is printed, from the pieces of a copy, and the pieces by the names of their places."""
    pieces, lines, chapter = {}, ["Whereas:"], ""
    for row in sorted(rows(path), key=lambda each: ("recital", "article", "annex").index(each["unit"])):
        if row["unit"] == "recital":
            lines.append(f"({row['n']})\t{row['text']}")
        elif row["unit"] == "annex":
            lines.append(row["text"])
        else:
            if row["chapter"] != chapter:
                lines += [] if chapter else ["HAVE ADOPTED THIS REGULATION:"]
                word, number, title = row["chapter"].split(" ", 2)
                lines += [f"{word} {number}", title]
                chapter = row["chapter"]
            lines += [f"Article {row['n']}", row["title"], row["text"]]
        pieces[row["n"] if row["unit"] == "article" else f"{row['unit']}-{row['n'].lower()}"] = row
    return "\n".join(lines), pieces


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("ai_act_en", {"article": 113, "recital": 180, "annex": 13}),
        ("gdpr_en", {"article": 99, "recital": 173}),
    ],
)
def test_the_real_acts(name: str, counts: dict[str, int], shared: Path) -> None:
    text, pieces = printed(shared / "law" / "eu" / f"{name}.jsonl")
    found = articles(text, "eu")
    assert {each.article for each in found} == pieces.keys() and len(found) == len(pieces)
    assert Counter(pieces[each.article]["unit"] for each in found) == counts
    assert_nothing_is_lost(text, found)
    for each in found:
        row = pieces[each.article]
        if row["unit"] == "annex":
            assert bare(row["text"]).endswith(bare(each.text)) and each.heading
        else:
            assert bare(each.text) == bare(row["text"]) and each.heading == row["title"].strip()
