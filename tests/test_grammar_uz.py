"""Acts of Uzbekistan in Latin letters: both apostrophes, parts without numbers, notes of the publisher."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.grammar_cases import articles, assert_nothing_is_lost, bare, places, read_text, rows

ACT = """UMUMIY QISM
II BO{0}LIM. DAM OLISH
3-bob. Ta{0}til
1-§. Umumiy qoidalar
       7-modda. Ta{0}til
       Ta{0}til beriladi:
       yozda;
       “Bahor” uyida.
       Ta{0}til to{0}lanadi.
(7-moddaning ikkinchi qismi O{0}zbekiston Respublikasining 2025-yil 3-martdagi O{0}RQ-77-sonli Qonuni tahririda)
       8-1-modda. Ish
       Ish tugaydi:
1) kechqurun (soat oltida);
2) dam olish kunidan oldin.
Oldingi tahrirga qarang.
"""


@pytest.mark.parametrize("apostrophe", ["\u02bb", "\u02bc", "'", "’"], ids=["02BB", "02BC", "typed", "curly"])
def test_every_apostrophe_is_read_alike(apostrophe: str) -> None:
    text = ACT.format(apostrophe)
    rest, work = articles(text, "uz")
    assert (rest.article, work.article) == ("7", "8-1")
    assert rest.division == (
        "UMUMIY QISM",
        f"II BO{apostrophe}LIM. DAM OLISH",
        f"3-bob. Ta{apostrophe}til",
        "1-§. Umumiy qoidalar",
    )
    assert places(rest) == ["1", "2"] and places(work) == ["1", "1/1", "1/2"]
    assert [(note.kind, note.act) for note in rest.notes] == [("amendment", f"O{apostrophe}RQ-77")]
    assert [note.kind for note in work.notes] == ["editor"]
    assert_nothing_is_lost(text, (rest, work))


def test_words_in_brackets_are_no_note() -> None:
    text = "1-modda. Ta\u02bcrif\n(bundan buyon Qonun deb yuritiladi) qoida."
    assert articles(text, "uz")[0].notes == ()


def test_the_real_code(shared: Path) -> None:
    text = read_text(shared / "law" / "uz" / "labour_code_uz.txt")
    found = articles(text, "uz")
    expected = {row["article_id"]: row for row in rows(shared / "law" / "uz" / "labour_code_uz.jsonl")}
    assert [each.article for each in found] == list(expected) and len(found) == 581
    assert_nothing_is_lost(text, found)
    for each in found:
        assert each.heading == " ".join(expected[each.article]["title"].split())
        more = bare(expected[each.article]["text"]).removeprefix(bare(each.text))
        assert not more or "-§." in more[:5]  # the copy has left the heading of the next subchapter in the article
