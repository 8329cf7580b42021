"""Names of acts in a cleaned text, references to them, and where a name begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from assistant.cleaning import clean
from assistant.corpus import Corpus
from assistant.mentions import BARE, OWN, SAME, mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("в Трудовом кодексе Республики Казахстан", "трудовом кодексе республики казахстан", id="country"),
        pytest.param("по ҚР Еңбек кодексіне", "кр енбек кодексине", id="kk, country before"),
        pytest.param("из ТК РФ", "тк рф", id="another country"),
        pytest.param(
            "Закон РК от 27 июня 2014 года № 211-V «О профессиональных союзах».",
            "закон рк от 27 июня 2014 года № 211-v «о профессиональных союзах»",
            id="date, number, quotation marks",
        ),
        pytest.param("«О персональных данных и их защите» читать", "о персональных данных", id="only a known title"),
        pytest.param("the Labour Code's rule", "labour code's", id="en, possessive"),
    ],
)
def test_where_a_name_stands(text: str, expected: str, whole_corpus: Corpus) -> None:
    cleaned = clean(text)
    (act,) = mentions(cleaned.text, whole_corpus.instruments)
    assert cleaned.text[act.start : act.end] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("того же Кодекса", ("code", SAME), id="ru, the same code"),
        pytest.param("настоящего Закона", ("law", OWN), id="ru, this law"),
        pytest.param("осы Кодекстің", ("code", OWN), id="kk, this code"),
        pytest.param("аталған заңның", ("law", SAME), id="kk, the said law"),
        pytest.param("of the said Convention", ("convention", SAME), id="en, the said convention"),
        pytest.param("по Кодексу", ("code", BARE), id="ru, a code"),
    ],
)
def test_references(text: str, expected: tuple[str, str], whole_corpus: Corpus) -> None:
    (act,) = mentions(clean(text).text, whole_corpus.instruments)
    assert (*act.kinds, act.refers) == expected


def test_an_abbreviation_means_what_the_document_says(whole_corpus: Corpus) -> None:
    text = clean("ТК. Трудовой кодекс Российской Федерации (далее – ТК). ТК").text
    assert [act.id.split("-")[0] for act in mentions(text, whole_corpus.instruments)] == ["kz", "ru", "ru", "ru"]


FORMS = {  # endings of the words for acts, by language
    "ru": {
        "кодекс": "кодекса кодексу кодексом кодексе",
        "Кодекс": "Кодекса Кодексом",
        "Трудовой кодекс": "Трудового_кодекса Трудовым_кодексом",
        "Цифровой кодекс": "Цифрового_кодекса Цифровому_кодексу",
        "Социальный кодекс": "Социального_кодекса",
        "Закон": "Закона Закону Законом Законе",
        "Конвенция": "Конвенции Конвенцию Конвенцией",
        "Рекомендация": "Рекомендации Рекомендацию",
        "Регламент": "Регламента Регламентом",
        "Директива": "Директивы Директиве",
        "Акт": "Акта Акту Актом Акте",
    },
    "kk": {
        "кодексі": "кодексінің кодексіне кодексінде кодексінен кодексімен",
        "Кодексі": "Кодексінің Кодексіне",
        "Заңы": "Заңының Заңына Заңында",
        "заң": "заңның заңға",
        "конвенция": "конвенцияның",
        "конвенциясы": "конвенциясының конвенциясына конвенциясымен",
        "ұсынымдамасы": "ұсынымдамасының",
        "регламенті": "регламентінің",
        "директивасы": "директивасының",
        "актісі": "актісінің актісіне",
        "ЕК": "ЕК-нің ЕК-тің",
        "ӘҚБтК": "ӘҚБтК-нің",
    },
    "en": {},
}


def _inflected(name: str, lang: str) -> Iterator[str]:
    yield name
    for word, forms in FORMS[lang].items():
        for form in forms.split():
            yield re.sub(rf"(?<!\w){word}(?!\w)", form.replace("_", " "), name, count=1)


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_every_act_is_found_by_title_and_short_name_in_any_case(lang: str, whole_corpus: Corpus) -> None:
    wrong = {}
    for key, act in whole_corpus.instruments.items():
        for name in {form for said in (act.title, act.short) for form in _inflected(said[lang], lang)}:
            text = {"kk": f"{name} 5-бабы", "ru": f"ст. 5 {name}", "en": f"Article 5 of the {name}"}[lang]
            found = [each.id for each in mentions(clean(text).text, whole_corpus.instruments)]
            if found != [key]:
                wrong[name] = found
    assert wrong == {}
