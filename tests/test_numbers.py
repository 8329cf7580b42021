"""Numbers in words and in digits: Russian cases and compounds, Kazakh suffixes, English."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from assistant import numbers


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
    Case("тысяча двести", {1200}, "hundreds after thousands"),
    Case("три тысячи двести пятьдесят шесть", {3256}, "four words, one number"),
    Case("двадцать пять тысяч", {25000}, "thousands multiply all before them"),
    Case("сто двадцать четыре, пять", {124, 5}, "a number that is full takes no more"),
    Case("члены семьи, с семьей", set(), "«семья» (family) is not seven"),
    Case("семи дней, семью днями", {7}, "cases of seven"),
    Case("четверть ставки", {0.25}, "a quarter"),
    Case("четвертью, четвертый", {0.25, 4}, "a quarter and the fourth"),
    Case("два с половиной года", {2.5}, "a half more"),
    Case("между пятьюдесятью", {50}, "instrumental of tens"),
    Case("с тремястами", {300}, "instrumental of hundreds"),
    Case("в двухстах, к пятистам", {200, 500}, "other cases of hundreds"),
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
    Case("бір мың бес жүз", {1500}, "hundreds after thousands"),
    Case("бір жарым есе", {1.5}, "a half more"),
    Case("жарым күн", {0.5}, "a half by itself"),
    Case("жарымжан", set(), "a word that only begins like a half"),
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
    Case("twenty-four days", {24}, "a hyphen"),
    Case("a half-day off", {0.5}, "a number before a hyphen"),
    Case("one hundred and twenty", {120}, "«and» inside a number"),
    Case("between one hundred and two hundred", {100, 200}, "«and» between two numbers"),
    Case("two hundred and fifty thousand", {250000}, "«and» inside thousands"),
    Case("one thousand and two hundred", {1200}, "«and» before hundreds"),
    Case("one thousand five hundred", {1500}, "hundreds after thousands"),
    Case("one and a half", {1.5}, "a half more"),
    Case("10,000 tenge, 1,5", {10000, 1.5}, "a comma of thousands and a decimal one"),
]


@pytest.mark.parametrize("case", RUSSIAN, ids=lambda case: case.text[:40] or "empty")
def test_russian(case: Case) -> None:
    assert numbers.in_text(case.text, "ru") == case.expected, case.reason


@pytest.mark.parametrize("case", KAZAKH, ids=lambda case: case.text[:40])
def test_kazakh(case: Case) -> None:
    assert numbers.in_text(case.text, "kk") == case.expected, case.reason


@pytest.mark.parametrize("case", ENGLISH, ids=lambda case: case.text[:40])
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
