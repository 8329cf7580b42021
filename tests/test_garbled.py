"""Garbled sentences: words said twice, words that nobody writes; and what looks so and is none."""

from __future__ import annotations

import pytest

from assistant.corpus import Corpus
from assistant.garbled import garbled
from assistant.law import LANGUAGES

POINT = {
    "ru": "Работник обязан возместить ущерб работодателю.",
    "kk": "Жұмыскер жұмыс берушіге залалды өтеуге міндетті.",
    "en": "The employee must compensate the damage to the employer.",
}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        pytest.param("ru", POINT["ru"], False, id="the point itself"),
        pytest.param("ru", "Ущерб возмещает работник, двадцать пять тысяч тенге.", False, id="numbers in words"),
        pytest.param("ru", "Работник обязан ублокирусить ущерб.", True, id="no word of ours"),
        pytest.param("ru", "Работник обязан возместить, обязан возместить ущерб.", True, id="words said twice"),
        pytest.param("ru", "Работник работник работник обязан возместить.", True, id="a word three times"),
        pytest.param("ru", "Работник обязан возместить ущерб работод", True, id="cut off in a word"),
        pytest.param("ru", "Работник обязан возместить ущерб", True, id="cut off where the point goes on"),
        pytest.param(
            "ru", "Если работник обязан возместить ущерб, то работник обязан возместить ущерб.", True, id="going round"
        ),
        pytest.param("kk", "Жұмыскер залалды өтеуге міндетті.", False, id="kk"),
        pytest.param("kk", "Міндетті.", True, id="kk one word"),
        pytest.param("kk", "Жұмыскер залалды өтедім.", True, id="kk speaks of itself"),
        pytest.param("en", "Must the employee compensate the damage?", True, id="en a question"),
        pytest.param("en", "I must compensate the damage to the employer.", True, id="en speaks of itself"),
        pytest.param("en", "The employee must compensate annex i. damage.", False, id="en a number is no I"),
        pytest.param("kk", "Жұмыскер залалды өтеуге міндетті залалды өтеуге міндетті.", True, id="kk words said twice"),
        pytest.param("kk", "Жұмыскер ілісамды ідесіё.", True, id="kk no word of ours"),
        pytest.param("en", "The employee must compensate damage and damage.", True, id="en a word and the same word"),
        pytest.param("en", "The employee compensates the employer.", False, id="en another ending"),
    ],
)
def test_garbled(lang: str, text: str, expected: bool, whole_corpus: Corpus) -> None:
    assert garbled(text, POINT[lang], lang, whole_corpus) is expected


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_point_is_garbled_beside_itself(lang: str, whole_corpus: Corpus) -> None:
    points = [point.text[lang] for digest in whole_corpus.digests for point in digest.points]
    assert not [text for text in points if garbled(text, text, lang, whole_corpus)]
