"""Acts of Kyrgyzstan: articles, parts, notes of the database; the real codes from their PDFs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant import reading
from assistant.documents import Document
from tests.grammar_cases import articles, assert_nothing_is_lost, bare, places, rows

ACT = """ОБЩАЯ ЧАСТЬ
РАЗДЕЛ I
ОСНОВЫ
ПОРЯДКА
Глава 1. Отдых
Статья 1. Понятия
Здесь сказано, что значит:
1) отдых - время без работы;
2) смена - время работы.
(В редакции Закона КР от 3 марта 2025 года № 77)
Внимание! Изменения, внесенные Законом КР от 3 марта 2025 года № 77 в
статью 1 настоящего Кодекса, вступают в силу с 1 мая 2026 года.
Статья 2. Смена 1. Смена длится день.
2. Ночью:
а) короче;
б) дороже.
3-1. Прочее.
Статья 3. (Утратила силу в соответствии с Законом КР от 3 марта 2025 года № 77)
Статья 4. Конец
Первое правило.
Второе правило.
Опубликован в газете 3 марта 2025 года
Президент
"""
WAIT = replace(reading.LIMITS, cpu_seconds=120, wall_seconds=240.0)  # the cores of tests are shared


def test_an_act_is_cut_into_its_articles() -> None:
    found = articles(ACT, "kg")
    assert [(each.article, each.heading) for each in found] == [
        ("1", "Понятия"),
        ("2", "Смена"),
        ("3", ""),
        ("4", "Конец"),
    ]
    assert found[0].division == ("ОБЩАЯ ЧАСТЬ", "РАЗДЕЛ I ОСНОВЫ ПОРЯДКА", "Глава 1. Отдых")
    assert_nothing_is_lost(ACT, found)


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        pytest.param(1, ["1", "1/1", "1/2"], id="items below a part without a number"),
        pytest.param(2, ["1", "2", "2/а", "2/б", "3-1"], id="a part left on the line of the title, letters, a dash"),
        pytest.param(3, [], id="nothing is left of a repealed article"),
        pytest.param(4, ["1", "2"], id="parts without numbers, the signature left out"),
    ],
)
def test_an_article_is_cut_where_its_numbers_stand(article: int, expected: list[str]) -> None:
    assert places(articles(ACT, "kg")[article - 1]) == expected


def test_notes_are_kept_apart() -> None:
    first, _, repealed, last = articles(ACT, "kg")
    assert [(note.kind, note.act, note.since) for note in first.notes] == [
        ("amendment", "77", None),
        ("future", "77", date(2026, 5, 1)),
    ]
    assert repealed.repealed and not first.repealed
    assert [note.kind for note in last.notes] == ["editor"]


@pytest.fixture(scope="module", params=["labour_code_2025_ru", "digital_code_ru"])
def code(shared: Path, request: pytest.FixtureRequest) -> tuple[str, Document]:
    """A code of Kyrgyzstan as its PDF is read."""
    return request.param, reading.read(shared / "law" / "kg" / f"{request.param}.pdf", limits=WAIT)


def test_the_real_codes_equal_the_copy_beside_them(code: tuple[str, Document], shared: Path) -> None:
    name, document = code
    found = articles(document.text, "kg")
    expected = {row["article"]: row for row in rows(shared / "law" / "kg" / f"{name}.jsonl")}
    assert [each.article for each in found] == list(expected)
    assert len(found) == {"labour_code_2025_ru": 265, "digital_code_ru": 199}[name]
    assert_nothing_is_lost(document.text, found)
    equal = 0
    for each in found:
        beside = "".join(note.text for note in each.notes if note.start >= each.end)
        row = expected[each.article]
        equal += each.heading == row["title"].strip() and bare(row["text"]) in (
            bare(each.text),
            bare(each.text + beside),
        )
    assert equal >= 0.99 * len(found)
