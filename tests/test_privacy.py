"""Personal data are hidden before a text leaves the machine, the law beside them is not, and all comes back."""

from __future__ import annotations

from collections import Counter

import pytest

from assistant.corpus import Corpus
from assistant.privacy import Found, hide, reach, restore
from tests.questions_with_data import Made, make

MADE = make(1000)
KINDS = ("ID", "PHONE", "EMAIL", "IBAN")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("мой ИИН880101300123", "мой ИИН[ID-1]", id="glued to its word"),
        pytest.param("ИИН 880101 300123 15 мая 2026", "ИИН [ID-1] 15 мая 2026", id="a date after the number"),
        pytest.param("ЖСН: 8 8 0 1 0 1 3 0 0 1 2 3", "ЖСН: [ID-1]", id="digit by digit"),
        pytest.param("карта 4400 4301 2345 6789", "карта [CARD-1]", id="a bank card"),
        pytest.param("счёт 12345678901234567890", "счёт [CARD-1]", id="a longer number"),
        pytest.param("8 (727) 272-12-34", "[PHONE-1]", id="a city number"),
        pytest.param("+998 90 123 45 67, 7011234567", "[PHONE-1], [PHONE-2]", id="another country; without the 8"),
        pytest.param("тел. 55-12-34", "тел. [PHONE-1]", id="a short number after the word"),
        pytest.param("ст. 52 8 701 123 45 67", "ст. 52 [PHONE-1]", id="a number straight after an article"),
        pytest.param("счёт KZ86 125K ZT50 0410 0100", "счёт [IBAN-1]", id="an account in groups"),
        pytest.param("GB29 NWBK 6016 1331 9268 19", "[IBAN-1]", id="an account abroad"),
        pytest.param("иван@почта.рф", "[EMAIL-1]", id="an address in Cyrillic"),
        pytest.param("меня зовут айгуль серикова, уволили", "меня зовут [PERSON-1], уволили", id="small letters"),
        pytest.param("Мен Айгүлмін. Айгүлмін!", "Мен [PERSON-1]. [PERSON-1]!", id="said of oneself, then again"),
        pytest.param("Я, Ким О.В., слесарь", "Я, [PERSON-1], слесарь", id="with initials"),
        pytest.param("I'm Dana Kim and I work", "I'm [PERSON-1] and I work", id="English"),
        pytest.param(
            "I am Dana. Dana asks. Dana!", "I am [PERSON-1]. [PERSON-1] asks. [PERSON-1]!", id="one name, one mark"
        ),
        pytest.param(
            "[PERSON-1]: меня зовут Ольга", "[PERSON-1]: меня зовут [PERSON-2]", id="a mark of the asker's own"
        ),
    ],
)
def test_what_is_hidden(text: str, expected: str) -> None:
    hidden = hide(text)
    assert hidden.text == expected
    assert restore(hidden.text, hidden.found) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("статьи 52 53 54 113 115 126 ТК РК", id="a list of articles with twelve digits"),
        pytest.param("зарплата 100 000 - 150 000", id="from one sum to another"),
        pytest.param("оклад 150000-200000 тг", id="the same without spaces"),
        pytest.param("контракт на 75 000 000 000 тенге", id="a sum as long as a telephone number"),
        pytest.param("за 2022 2023 2024 годы, 2019-2020 2021-2022", id="years"),
        pytest.param("с 2024-01-15 2025 года", id="a date, then a year"),
        pytest.param("Закон № 414-V от 23.11.2015, K1500000414", id="the number of a law"),
        pytest.param("с 9-00 до 18-00, график 2/2, 5 5 2 2", id="hours and shifts"),
        pytest.param("меня зовут на работу в выходной", id="called to work"),
        pytest.param("моё имя указали неправильно, my name is missing", id="about a name"),
        pytest.param("Тегім өзгерді, базадағы деректер", id="a changed name"),
        pytest.param("Мен Қазақстан азаматымын. I am Kazakh. I'm pregnant", id="who somebody is, not what called"),
        pytest.param("Я ИП, Я работаю, МЕН ЖҰМЫСШЫ", id="a capital that begins no name"),
    ],
)
def test_what_is_left(text: str) -> None:
    assert hide(text).text == text


def kept_secret(made: Made, kind: str) -> bool:
    """True if what is secret is gone from the text and told to the user by its kind."""
    hidden, secret = hide(made.text), made.secrets[kind]
    return secret not in hidden.text and any((each.kind, each.said) == (kind, secret) for each in hidden.found)


@pytest.mark.parametrize("kind", KINDS)
def test_a_thousand_questions_hide_every_number_and_address(kind: str) -> None:
    assert [made.text for made in MADE if not kept_secret(made, kind)] == []


def test_articles_and_dates_are_changed_in_none_of_three_thousand_places() -> None:
    places = [(made.text, hide(made.text).text, kept) for made in MADE for kept in (made.article, *made.dates)]
    assert len(places) == 3000
    assert [place for place in places if place[0].count(place[2]) != place[1].count(place[2])] == []


def test_how_many_names_are_found() -> None:
    """On this seed 0.99 in Russian («светлана ли» is half a name), all in Kazakh and English."""
    found, of = Counter[str](), Counter[str]()
    for made in MADE:
        of[made.lang] += 1
        found[made.lang] += any((each.kind, each.said) == ("PERSON", made.name) for each in hide(made.text).found)
    assert all(found[lang] / of[lang] >= floor for lang, floor in (("kk", 1.0), ("ru", 0.97), ("en", 1.0)))


def test_everything_comes_back() -> None:
    for made in MADE:
        hidden = hide(made.text)
        assert restore(hidden.text, hidden.found) == made.text


def test_nothing_is_hidden_in_what_the_law_says(whole_corpus: Corpus) -> None:
    points = [point.text[lang] for digest in whole_corpus.digests for point in digest.points for lang in point.text]
    assert len(points) > 10_000
    assert [said for said in points[::5] if hide(said).found] == []


def test_a_conversation_keeps_its_marks() -> None:
    first = hide("Меня зовут Ольга, тел. 8 701 123 45 67")
    second = hide("Я, Ольга, звоню с 8 702 123 45 67", first.found)
    assert second.text == "Я, [PERSON-1], звоню с [PHONE-2]"


@pytest.mark.parametrize(
    "written", ["[PERSON-1]", "[person-1]", "[ PERSON-1 ]", "[Person 1]", "[PERSON–1]", "[PERSON_1]"]
)
def test_a_mark_that_a_model_wrote_a_little_off_comes_back(written: str) -> None:
    assert restore(f"{written} вправе", [Found("PERSON", "Ольга", "[PERSON-1]")]) == "Ольга вправе"


def test_a_mark_that_nobody_gave_stays() -> None:
    assert restore("[PERSON-7]", [Found("PERSON", "Ольга", "[PERSON-1]")]) == "[PERSON-7]"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://127.0.0.1:11434/v1", "machine"),
        ("http://[::1]:8000/v1", "machine"),
        ("http://10.0.0.7/v1", "network"),
        ("http://llm/v1", "internet"),
        ("https://api.openai.com/v1", "internet"),
        ("https://8.8.8.8/v1", "internet"),
    ],
)
def test_how_far_a_question_goes(address: str, expected: str) -> None:
    assert reach(address) == expected
