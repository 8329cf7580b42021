"""Papers by their numbered headings: agreements, orders, policy papers with lost headings, speeches."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.grammar_cases import articles, assert_nothing_is_lost, places, read_text, structure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Договор\nСтороны согласны.\nРаздел 3. Плата\nПлата важна.\n3.1. Платят вовремя.\n3.1.1. Днём.\n3.2. Всем.",
            [("0", ""), ("section-3", "Плата"), ("3.1", ""), ("3.1.1", ""), ("3.2", "")],
            id="clauses in sections, with the words above them",
        ),
        pytest.param(
            "1. Общее\n1.1. Срок год.\n2. Подписи\nДва листа.",
            [("1.1", ""), ("2", "Подписи")],
            id="numbered chapters, one of them without clauses",
        ),
        pytest.param(
            "Приказ\n1. Молчать ночью.\n2. Закрыть окна:\n1) зимой.\n3. Всё.",
            [("1", ""), ("2", ""), ("3", "")],
            id="an order of plain points",
        ),
        pytest.param(
            "Chapter 2 Pay\nClause 4.2 Pay on Friday.\n(a) all\nClause 4.3 Pay more.",
            [("4.2", ""), ("4.3", "")],
            id="en",
        ),
        pytest.param("2-бөлім. Демалыс\n2.1. Демалыс ақылы.\n2.2. Бәріне.", [("2.1", ""), ("2.2", "")], id="kk"),
        pytest.param(
            "I. Плата\n1. Вовремя.\nII. Отдых\n1. Всем.",
            [("i", "Плата"), ("ii", "Отдых")],
            id="Roman chapters, points again",
        ),
        pytest.param("4.2 Working time\nIt is short.", [("4.2", "Working time")], id="a clause with a title"),
        pytest.param(
            "Статья 5. Отдых\n1. Всем.\nСтатья 6. Плата\nЕсть.", [("5", "Отдых"), ("6", "Плата")], id="foreign law"
        ),
        pytest.param("12-бап. Демалыс\nБәріне.", [("12", "Демалыс")], id="a Kazakh article"),
        pytest.param(
            "1.1. Труд.\n1.2. Отдых.\n2.5 процента платят.\nПриложение № 2 к договору\nНормы.\n1.1. Шум.\n1.1. Пыль.",
            [("1.1", ""), ("1.2", ""), ("annex-2", "к договору"), ("annex-2-1.1", "")],
            id="an annex counts again, a place comes once, a figure is no clause",
        ),
        pytest.param(
            "1. Труд.\n2. Отдых.\nAnnex 1\n1. Шум.\n2. Пыль.",
            [("1", ""), ("2", ""), ("annex-1", ""), ("annex-1-1", ""), ("annex-1-2", "")],
            id="points of an annex",
        ),
        pytest.param(
            "Раздел 1\nВот.\n1.1. Труд.\nРаздел 1\nВот.\n1.2. Отдых.",
            [("section-1", ""), ("1.1", ""), ("section-1-2", ""), ("1.2", "")],
            id="sections that count again",
        ),
        pytest.param("Раздел 3 настоящего договора важен.", [("1", "")], id="a sentence is no heading"),
        pytest.param(
            "Речь.\nМы за труд.\nРаз:\n7. Не число ли?", [("1", "")], id="a number out of order is no heading"
        ),
        pytest.param("Только слова.", [("1", "")], id="a text without headings is one clause"),
    ],
)
def test_a_paper_is_cut_where_its_headings_stand(text: str, expected: list[tuple[str, str]]) -> None:
    found = articles(text, "general")
    assert [(each.article, each.heading) for each in found] == expected
    assert_nothing_is_lost(text, found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Мы рады.\nТруд важен.", ["1", "2"], id="paragraphs are counted"),
        pytest.param("Demands\n- Pay.\n- Ask\nfirst. Then\nact.\n\nGo on.", ["", "1", "2", "3"], id="items in lines"),
        pytest.param(
            "Demands\n\n2 Of pay\n\n- I. Pay.\n- Pay\n\nmore.", ["", "1", "2"], id="headings with a lost mark"
        ),
        pytest.param("- One.\n- On pay\n- Two.\n- Three.", ["1", "", "2", "3"], id="a heading among items that stop"),
        pytest.param("- pay\n- rest\n- peace", ["1", "2", "3"], id="items without stops are no headings"),
        pytest.param(
            "Статья 5. Счёт\n1. Раз:\n1) два;\nа) три.\n2. Четыре.",
            ["1", "1/1", "1/1/а", "2"],
            id="numbers where there are any",
        ),
    ],
)
def test_a_clause_is_cut_into_paragraphs(text: str, expected: list[str]) -> None:
    assert places(articles(text, "general")[0]) == expected


PAPER = """Contents
Foreword	2
Work and rest	3
Demands	4
2. Pay for all	{
Demands	5
Conclusion	6

Foreword

We begin.

Work andrest

Demands

- Rest.

Pay for all

- Pay.

Conclusion

We end.
"""


def test_lost_numbers_of_chapters_are_found_by_the_table_of_contents() -> None:
    found = articles(PAPER, "general")
    assert [(each.article, each.heading) for each in found] == [
        ("0", "Foreword"),
        ("1", "Work andrest"),
        ("2", "Pay for all"),
        ("3", "Conclusion"),
    ]
    assert_nothing_is_lost(PAPER, found)


def test_a_table_of_contents_gives_no_clause() -> None:
    found = articles("Содержание\n1. Плата ..... 2\n2. Отдых ..... 3\n\n1. Плата\nВовремя.\n2. Отдых\nВсем.", "general")
    assert [(each.article, each.heading, each.text) for each in found] == [
        ("1", "Плата", "Вовремя."),
        ("2", "Отдых", "Всем."),
    ]


def test_every_demand_of_the_policy_paper_is_found(shared: Path) -> None:
    text = read_text(shared / "law" / "union" / "industriall_ai_policy_en.txt")
    found = articles(text, "general")
    assert [each.article for each in found] == [str(chapter) for chapter in range(8)]
    assert_nothing_is_lost(text, found)
    assert [len(structure(each)) - 1 for each in found[1:7]] == [17, 13, 16, 12, 13, 4 + 15]


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("fturk_ctuca_2025-04_en", 15),
        ("fturk_perc_2026-01_en", 15),
        ("fturk_sco_2025-05_en", 15),
        ("ilo_actrav_briefs_en", 8),
    ],
)
def test_speeches_are_numbered_paragraphs(name: str, least: int, shared: Path) -> None:
    text = read_text(shared / "law" / "union" / f"{name}.txt")
    (found,) = articles(text, "general")
    assert_nothing_is_lost(text, (found,))
    numbers = [each for each in places(found) if each]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)] and len(numbers) >= least
