"""Acts of Russia: parts without numbers, repealed ones that keep their place, wordings for a later day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.documents import Wording
from assistant.grammars import russian
from tests.grammar_cases import articles, assert_nothing_is_lost, bare, places, read_text, rows


def _article(body: str, heading: str = "Статья 9.1. Отдых") -> Wording:
    text = f"Раздел II. Труд\nГлава 3. Общее\n{heading}\n{body}"
    (found,) = articles(text, "ru")
    assert found.division == ("Раздел II. Труд", "Глава 3. Общее")
    assert_nothing_is_lost(text, (found,))
    return found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("Одно правило.\nВторое правило.", ["1", "2"], id="parts are counted"),
        pytest.param(
            "Отпуск дают:\nдонорам;\nВетеранам труда;\nпрочим.\nЕго ждут.", ["1", "2"], id="a list is one part"
        ),
        pytest.param("Можно:\n1) уйти;\n7.1) остаться;\nа) тихо.", ["1", "1/1", "1/7.1", "1/7.1/а"], id="items"),
        pytest.param(
            "Одно.\nЧасть вторая утратила силу.\nТретье.", ["1", "2", "3"], id="a repealed part keeps its place"
        ),
        pytest.param("Одно.\nЧасти 2 - 4 утратили силу.\nПятое.", ["1", "2", "5"], id="so do several in one line"),
        pytest.param("Правило до 3 мая 2024 г.\nN 15-ФЗ его изменил.", ["1"], id="a number of an act opens no part"),
        pytest.param("1, 2 и 3 января - отдых;\n4 января - труд.", ["1"], id="figures open no part"),
        pytest.param("Правило о труде\nработника.", ["1"], id="a broken line opens no part"),
    ],
)
def test_an_article_is_cut_where_its_parts_begin(body: str, expected: list[str]) -> None:
    assert places(_article(body)) == expected


@pytest.mark.parametrize(
    ("body", "kind", "act", "since", "left"),
    [
        pytest.param(
            "Правило одно. (часть первая в ред. Федерального закона от 05.02.2024 N 11-ФЗ)",
            "amendment",
            "11-ФЗ",
            None,
            "Правило одно.",
            id="an act that changed the part",
        ),
        pytest.param(
            "Правило есть.\nПравило будет. (часть вторая вступает в силу с 1 марта 2030 года)",
            "future",
            "",
            date(2030, 3, 1),
            "Правило есть.",
            id="a wording for a later day beside the present one",
        ),
        pytest.param(
            "Правило есть.\nС 01.03.2030 часть излагается в новой редакции (ФЗ от 05.02.2025 N 12-ФЗ).",
            "future",
            "12-ФЗ",
            date(2030, 3, 1),
            "Правило есть.",
            id="a publisher's announcement",
        ),
        pytest.param(
            "Правило есть.\n(см. текст в предыдущей редакции)", "editor", "", None, "Правило есть.", id="a link"
        ),
    ],
)
def test_notes_are_kept_apart(body: str, kind: str, act: str, since: date | None, left: str) -> None:
    found = _article(body)
    assert [(note.kind, note.act, note.since) for note in found.notes] == [(kind, act, since)]
    assert found.text == left and not found.repealed


@pytest.mark.parametrize(
    ("heading", "title", "begins"),
    [
        pytest.param("Статья 9. Смена Сменой считается день", "Смена", "Сменой считается день", id="считается"),
        pytest.param("Статья 9. Смена Ночная смена - это ночь", "Смена", "Ночная смена - это ночь", id="a dash"),
        pytest.param(
            "Статья 9. Труд граждан Российской Федерации", "Труд граждан Российской Федерации", "Слова", id="names"
        ),
    ],
)
def test_a_definition_left_on_the_line_of_a_title_is_wording(heading: str, title: str, begins: str) -> None:
    found = _article("Слова кончаются тут.", heading)
    assert found.heading == title and found.text.startswith(begins)


def test_a_repealed_article_has_no_wording() -> None:
    found = _article("\n", "Статья 9. Утратила силу с 1 июля 2021 г. - Закон от 28 июня 2021 г. N\n220-ФЗ")
    assert found.repealed and not found.text and not found.heading
    assert [(note.kind, note.act, note.since) for note in found.notes] == [("repealed", "220-ФЗ", date(2021, 7, 1))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("с 3 мая 2024 г.", date(2024, 5, 3)), ("31.02.2024", None), ("3 раза 2024", None), ("без дня", None)],
    ids=["words", "no such day", "no month", "no day"],
)
def test_days_in_words(text: str, expected: date | None) -> None:
    assert russian.day(text) == expected


def test_the_real_code(shared: Path) -> None:
    text = read_text(shared / "law" / "ru" / "labour_code_ru.txt")
    found = articles(text, "ru")
    expected = {row["article"]: row for row in rows(shared / "law" / "ru" / "labour_code_ru.jsonl")}
    assert [each.article for each in found] == list(expected) and len(found) == 537
    assert_nothing_is_lost(text, found)
    for each in found:  # the copy keeps 28 definitions in the title
        row = expected[each.article]
        notes = "".join(note.text for note in each.notes)
        whole = bare(each.heading + notes + each.text if each.repealed else each.heading + each.text + notes)
        assert whole == bare(row["title"] + row["text"])
    assert [each.article for each in found if each.repealed] == ["7", "85", "98", "175", "351.2", "360"]
    assert not [each.article for each in found if each.text[:1].islower()]
