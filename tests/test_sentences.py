"""A text into sentences: abbreviations and citations are not cut, paragraphs and list items are."""

from __future__ import annotations

import pytest

from assistant.sentences import split

CASES = [
    pytest.param("Уволен. Приказ вручён.", ["Уволен.", "Приказ вручён."], id="two sentences"),
    pytest.param("По п. 1 ст. 52 ТК РК. Точка.", ["По п. 1 ст. 52 ТК РК.", "Точка."], id="ru, abbreviations"),
    pytest.param("См. ст. 5 и т.д. Дальше.", ["См. ст. 5 и т.д. Дальше."], id="ru, «т.д.» may end or not: kept whole"),
    pytest.param("Ж. Әлиев т.б. кетті. Бітті.", ["Ж. Әлиев т.б. кетті.", "Бітті."], id="kk, an initial and «т.б.»"),
    pytest.param("See art. 52(1). Then act.", ["See art. 52(1).", "Then act."], id="en"),
    pytest.param("Mr. Smith left. No. 5 stays.", ["Mr. Smith left.", "No. 5 stays."], id="en, titles"),
    pytest.param("Вправе:\n1) уйти;\n2) остаться.", ["Вправе:", "1) уйти;", "2) остаться."], id="list items"),
    pytest.param("Первый абзац\n\nВторой абзац", ["Первый абзац", "Второй абзац"], id="paragraphs without stops"),
    pytest.param("Строка была\nперенесена здесь.", ["Строка была\nперенесена здесь."], id="a broken line is no end"),
    pytest.param("Он сказал: «Нет.» Потом ушёл.", ["Он сказал: «Нет.»", "Потом ушёл."], id="stop inside quotes"),
    pytest.param("  \n ", [], id="nothing"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_split(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split(text)] == expected


def test_a_citation_is_not_cut() -> None:
    text = "Нарушена часть вторая. Статьи 88 кодекса это касается."
    span = (text.index("часть"), text.index(" кодекса"))
    assert len(split(text)) == 2 and len(split(text, [span])) == 1
