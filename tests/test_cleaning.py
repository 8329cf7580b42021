"""A text made fit for finding citations, and the way back to it."""

from __future__ import annotations

import pytest

from assistant.cleaning import clean


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ст. 52", "ст. 52", id="small letters"),
        pytest.param("ҚР ЕК 52-бабының", "кр ек 52-бабынын", id="Kazakh letters folded"),
        pytest.param("cтaтья 52", "статья 52", id="Latin letters in a Cyrillic word"),
        pytest.param("Аrt. 52", "art. 52", id="a Cyrillic letter in a Latin word"),
        pytest.param("ст. 5 TK PK", "ст. 5 тк рк", id="Cyrillic words typed in Latin letters"),
        pytest.param("TK PK", "tk pk", id="but not in a text without any Cyrillic"),
        pytest.param("GDPR и ТК", "gdpr и тк", id="a Latin word stays"),
        pytest.param("ст.\u00a052\tТК\u202fРК", "ст. 52 тк рк", id="every space a plain one"),
        pytest.param("ст. 52 — 54", "ст. 52 – 54", id="one kind of long dash"),
        pytest.param("52\u201153", "52-53", id="one kind of hyphen"),
        pytest.param("ста\u00adтья", "статья", id="soft hyphen"),
        pytest.param("ста-\nтья", "статья", id="divided word"),
        pytest.param("52-\nбап", "52- бап", id="a hyphen behind a number stays"),
        pytest.param("ст.\n52", "ст. 52", id="line break"),
        pytest.param("а\n \nб", "а¶ б", id="a blank line divides"),
        pytest.param("ст. 5З", "ст. 53", id="a letter that looks like a digit"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("по cтaтье 52 ТК", id="nothing dropped"),
        pytest.param("по ста\u00adтье\u200b 52 ТК", id="two places dropped"),
        pytest.param("\ufeff\u00adстатья 52", id="dropped at the start"),
        pytest.param("по ста-\n  тье 52 İ", id="a divided word and a letter that grows"),
    ],
)
def test_every_offset_leads_back(text: str) -> None:
    cleaned = clean(text)
    at = cleaned.text.index("52")
    start, end = cleaned.original(at, at + 2)
    assert text[start:end] == "52"
    assert cleaned.original(0, len(cleaned.text))[1] == len(text)
