"""Numbers in words and in digits: Russian cases and compounds, Kazakh suffixes, English."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import pytest

from assistant import numbers

bug = partial(pytest.mark.xfail, strict=True)


@dataclass(frozen=True)
class Case:
    """A text, the numbers that it names, and why it stands here."""

    text: str
    expected: set[float]
    reason: str


RUSSIAN = [
    Case("двадцать четыре календарных дня", {24}, "tens and units make one number"),
    Case("двадцать   первый", {21}, "an ordinal ends a number, spaces do not"),
    Case("тридцати шести часов", {36}, "genitive"),
    Case("с двумя работниками", {2}, "instrumental"),
    Case("двумстам", {200}, "dative"),
    Case("в первом, втором и третьем", {1, 2, 3}, "ordinals, prepositional"),
    Case("четвёртого числа", {4}, "ё is typed and printed as е"),
    Case("девяноста дней", {90}, "genitive of девяносто"),
    Case("сорока восьми", {48}, "genitive of сорок"),
    Case("сто двадцать", {120}, "hundreds and tens"),
    Case("две тысячи", {2000}, "thousands multiply"),
    Case("от трех до пяти", {3, 5}, "two numbers stay two"),
    Case("двадцатичетырехчасовой", {24}, "compound of tens and units"),
    Case("тридцатишестичасовой", {36}, "compound of tens and units in the genitive"),
    Case("сорокачасовая рабочая неделя", {40}, "compound of tens"),
    Case("шестнадцатилетнего возраста", {16}, "compound of a teen"),
    Case("трёхмесячный срок", {3}, "compound with ё"),
    Case("однодневный", {1}, "compound of один"),
    Case("в полуторном размере", {1.5}, "a word for one and a half"),
    Case("полутора лет", {1.5}, "genitive of полтора"),
    Case("в двойном размере", {2}, "a word for twice"),
    Case("вдвое больше", {2}, "adverb"),
    Case("на половину ставки", {0.5}, "a half"),
    Case("не позднее 10-го числа, 1,5 ставки", {10, 1.5}, "digits, decimal comma"),
    Case("120 000 тенге", {120000}, "thousands parted by a space"),
    Case("3-5 дней", {3, 5}, "a range in digits"),
    Case("сторона, столица, пятница, семья, стоимость, третейский", set(), "words that only begin like numbers"),
    Case("месячный срок", set(), "a compound without a number"),
    Case("", set(), "nothing"),
]
RUSSIAN_BUGS = [
    pytest.param(Case("тысяча двести", {1200}, ""), marks=bug(reason="hundreds after thousands begin a new number")),
    pytest.param(
        Case("три тысячи двести пятьдесят шесть", {3256}, ""),
        marks=bug(reason="hundreds after thousands begin a new number: 256 and 3000"),
    ),
    pytest.param(Case("члены семьи", set(), ""), marks=bug(reason="«семьи» (of a family) is read as 7")),
    pytest.param(Case("четверть ставки", {0.25}, ""), marks=bug(reason="«четверть» is read as 4")),
    pytest.param(Case("между пятьюдесятью", {50}, ""), marks=bug(reason="instrumental of 50–80 is not known")),
    pytest.param(Case("с тремястами", {300}, ""), marks=bug(reason="instrumental of 300–900 is not known")),
]
KAZAKH = [
    Case("жиырма төрт күнтізбелік күн", {24}, "tens and units"),
    Case("он бес", {15}, "teens are ten and a unit"),
    Case("он сегізге толмаған", {18}, "dative"),
    Case("екі айдан үш жылға дейін", {2, 3}, "two numbers stay two"),
    Case("бірінші, екінші, алтыншы, жетінші", {1, 2, 6, 7}, "ordinals"),
    Case("отызыншы", {30}, "ordinal of tens"),
    Case("отыздан, елуден", {30, 50}, "ablative"),
    Case("қырыққа", {40}, "dative of tens"),
    Case("беске", {5}, "dative"),
    Case("жетпіс екі сағат", {72}, "tens and units"),
    Case("бір жүз жиырма", {120}, "hundreds multiply"),
    Case("екі мың", {2000}, "thousands multiply"),
    Case("жартысы", {0.5}, "a half"),
    Case("30 күн", {30}, "digits"),
    Case("бірақ, онлайн, жүзу", set(), "words that only begin like numbers"),
]
KAZAKH_BUGS = [
    pytest.param(Case("бір мың бес жүз", {1500}, ""), marks=bug(reason="(1000 + 5) × 100 = 100500")),
    pytest.param(Case("бір жарым есе", {1.5}, ""), marks=bug(reason="«жарым», a half, is not known: read as 1")),
]
ENGLISH = [
    Case("twenty four days", {24}, "tens and units"),
    Case("forty hours", {40}, "tens"),
    Case("two thousand", {2000}, "thousands multiply"),
    Case("three to five", {3, 5}, "two numbers stay two"),
    Case("paid twice", {2}, "a word for two"),
    Case("half of the wages", {0.5}, "a half"),
    Case("fifteen working days", {15}, "a teen"),
    Case("1.5 times", {1.5}, "decimal point"),
    Case("someone, often, weighty", set(), "numbers inside other words"),
]
ENGLISH_BUGS = [
    pytest.param(Case("twenty-four days", {24}, ""), marks=bug(reason="a hyphen makes it 20 and 4")),
    pytest.param(Case("one hundred and twenty", {120}, ""), marks=bug(reason="«and» makes it 100 and 20")),
    pytest.param(Case("one thousand five hundred", {1500}, ""), marks=bug(reason="(1000 + 5) × 100 = 100500")),
    pytest.param(
        Case("10,000 tenge", {10000}, ""), marks=bug(reason="the comma of English thousands is read as decimal")
    ),
]


@pytest.mark.parametrize("case", [*RUSSIAN, *RUSSIAN_BUGS], ids=lambda case: case.text[:40] or "empty")
def test_russian(case: Case) -> None:
    assert numbers.in_text(case.text, "ru") == case.expected, case.reason


@pytest.mark.parametrize("case", [*KAZAKH, *KAZAKH_BUGS], ids=lambda case: case.text[:40])
def test_kazakh(case: Case) -> None:
    assert numbers.in_text(case.text, "kk") == case.expected, case.reason


@pytest.mark.parametrize("case", [*ENGLISH, *ENGLISH_BUGS], ids=lambda case: case.text[:40])
def test_english(case: Case) -> None:
    assert numbers.in_text(case.text, "en") == case.expected, case.reason


@pytest.mark.parametrize(
    "word", ["один", "два", "пять", "десять", "двенадцать", "сорок", "девяносто", "сто", "пятьсот", "тысяча"]
)
def test_case_does_not_matter(word: str) -> None:
    found = numbers.in_text(word, "ru")
    assert len(found) == 1
    assert numbers.in_text(word.upper(), "ru") == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("не позднее 10-го числа, в размере 1,5", [1.5, 10], id="sorted, decimal comma"),
        pytest.param("1.5 times", [1.5], id="decimal point"),
        pytest.param("120 000 теңге", [120000], id="thousands parted by a space"),
        pytest.param("120\u00a0000 и 2\u202f000", [2000, 120000], id="thousands parted by no-break spaces"),
        pytest.param("5 и 5", [5, 5], id="each as often as it stands"),
        pytest.param("126-1", [1, 126], id="both halves of a dashed number"),
        pytest.param("12 34", [12, 34], id="a space is no part of a number unless three digits follow"),
        pytest.param("24-күн", [24], id="a word hangs on"),
        pytest.param("двадцать", [], id="words are not digits"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_digits(text: str, expected: list[float]) -> None:
    assert numbers.digits(text) == expected
