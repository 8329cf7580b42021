"""What changed between two editions, which was in force on a day, where two languages differ. The words are our own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant import editions
from assistant.corpus import Corpus
from assistant.documents import Note, Wording
from assistant.editions import Piece, Unlike

OLD, NEW = date(2026, 1, 1), date(2026, 7, 1)


def act(articles: dict[str, str], day: date = OLD, lang: str = "ru") -> list[Wording]:
    """An act of articles by number."""
    return [Wording("kz-labour-code", number, lang, day, text) for number, text in articles.items()]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("Отдых по статье 5 длится день.", "Отдых по\nстатье 5\n длится  день.", id="broken lines"),
        pytest.param("Отдых ( статьи 5 , 6 ).", "Отдых (статьи 5, 6).", id="white space around signs"),
        pytest.param("Закон № 321-VІ.", "Закон № 321-VI.", id="a Cyrillic І in a Roman number"),
        pytest.param("Cтатья о сне", "Статья o сне", id="Latin letters in a Russian word"),
        pytest.param("«Отдых» – благо", '"Отдых" - благо', id="quotation marks and dashes"),
        pytest.param("жүргiзу", "жүргізу", id="a Latin i in a Kazakh word"),
    ],
)
def test_what_is_no_change(old: str, new: str) -> None:
    assert editions.diff(act({"5": old}), act({"5": new}, NEW)) == ()


def test_words_are_marked() -> None:
    (change,) = editions.diff(act({"5": "Отдых длится два дня."}), act({"5": "Отдых длится ровно три дня."}, NEW))
    assert change.kind == "changed"
    assert change.pieces == (
        Piece("same", "Отдых длится"),
        Piece("gone", "два"),
        Piece("added", "ровно три"),
        Piece("same", "дня."),
    )
    assert change.marked() == "Отдых длится [-два-] {+ровно три+} дня."


def test_long_passages_without_a_change_are_left_out() -> None:
    same = " ".join(f"слово{number}" for number in range(40))
    (change,) = editions.diff(act({"5": f"{same} два {same}"}), act({"5": f"{same} три {same}"}, NEW))
    assert change.marked().count("…") == 2 and "слово20" not in change.marked()


def test_articles_are_added_gone_and_repealed_in_their_order() -> None:
    old = act({"1": "Раз.", "2": "Два.", "3": "Три.", "5": "Пять."})
    new = [*act({"1": "Раз.", "3": "", "4": "Четыре.", "5": "Пять."}, NEW)]
    new[1] = replace(new[1], repealed=True)
    found = [(change.article, change.kind) for change in editions.diff(old, new)]
    assert found == [("2", "gone"), ("3", "repealed"), ("4", "added")]


def test_a_note_is_no_change_but_a_ruling_is_one() -> None:
    words, note = "Срок – месяц.", "Изменено 01.02.2026."
    old, new = act({"5": words}), act({"5": f"{words}\n{note}"}, NEW)
    amended = replace(new[0], notes=(Note("amendment", note, len(words) + 1, len(words) + 1 + len(note), "3-VI"),))
    assert editions.diff(old, [amended]) == ()
    ruled = replace(amended, notes=(replace(amended.notes[0], kind="editor", act="88-НП"),))
    (change,) = editions.diff(old, [ruled])
    assert (change.kind, change.pieces) == ("ruling", (Piece("added", note),))
    assert editions.diff([ruled], [ruled]) == ()


def test_a_new_title_is_a_change() -> None:
    old, new = act({"5": "Отдых."}), act({"5": "Отдых."}, NEW)
    titled = [replace(old[0], heading="О сне")], [replace(new[0], heading="Об отдыхе")]
    assert [change.kind for change in editions.diff(*titled)] == ["changed"]
    assert editions.diff(old, titled[1]) == (), "where one edition gives no titles"


def test_digests_are_out_of_date_where_their_article_changed_since(whole_corpus: Corpus) -> None:
    digests = [d for d in whole_corpus.digests if d.instrument == "kz-labour-code" and d.article in ("52", "54", "88")]
    changes = editions.diff(act({"52": "Раз.", "54": "Раз."}), act({"52": "Раз.", "54": "Два."}, NEW))
    late = editions.out_of_date(changes, digests, date(2099, 1, 1))
    assert [digest.article for digest in late] == ["54"]
    assert editions.out_of_date(changes, digests, digests[0].edition) == ()


@pytest.mark.parametrize(
    ("day", "held"),
    [
        pytest.param(date(2025, 12, 31), [], id="before the first edition nothing is known"),
        pytest.param(OLD, [OLD], id="on the day of an edition"),
        pytest.param(date(2026, 6, 30), [OLD], id="until the day before the next"),
        pytest.param(date(2027, 1, 1), [NEW], id="the latest since then"),
    ],
)
def test_the_edition_of_a_day(day: date, held: list[date]) -> None:
    both = [*act({"5": "Раз."}), *act({"5": "Два."}, NEW)]
    assert [wording.edition for wording in editions.as_of(both, day)] == held


def test_each_language_has_its_editions() -> None:
    both = [*act({"5": "Раз."}), *act({"5": "Екі."}, NEW, "kk"), *act({"5": "Два."}, NEW)]
    assert [w.lang for w in editions.as_of(both, OLD)] == ["ru"]
    assert [w.lang for w in editions.as_of(both, NEW)] == ["kk", "ru"]


def test_two_languages_that_are_unlike() -> None:
    kazakh = act({"1": "1. Бір:\n1) екі;\n2) үш.", "2": "Бір.", "3": "Үш."}, lang="kk")
    russian = act({"1": "1. Раз:\n1) два.\n2. Три.", "2": "Раз.", "4": "Пять."})
    assert editions.align(kazakh, russian) == (
        Unlike("1", ("1/2",), ("2",)),
        Unlike("3", ("",), ()),
        Unlike("4", (), ("",)),
    )
