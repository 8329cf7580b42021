"""Instruments cited by number alone: their span, what they are called, and when a sign is none."""

from __future__ import annotations

import pytest

from assistant.citations import find
from assistant.corpus import Corpus


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Нам прислали Конвенцию МОТ № 212.", ("ilo-c212", "Конвенцию МОТ № 212", "ru"), id="ru"),
        pytest.param("ХЕҰ-ның № 227 ұсынымдамасы", ("ilo-r227", "ХЕҰ-ның № 227 ұсынымдамасы", "kk"), id="kk"),
        pytest.param("See ILO C190.", ("ilo-c190", "ILO C190", "en"), id="en, a sign"),
    ],
)
def test_cited(text: str, expected: tuple[str, str, str], whole_corpus: Corpus) -> None:
    (found,) = find(text, whole_corpus.instruments).citations
    assert (found.instrument, found.text, found.lang) == expected
    assert found.provision is None and text[found.start : found.end] == found.text == found.act


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Купите болт C190.", id="a sign where nothing speaks of the ILO"),
        pytest.param("Конвенция № 212 у нас на складе.", id="an unknown number where nothing does"),
        pytest.param("Конвенция МОТ о принудительном труде", id="a name without its number"),
        pytest.param("ст. 3 Конвенции МОТ № 87", id="its article is cited"),
    ],
)
def test_not_cited(text: str, whole_corpus: Corpus) -> None:
    assert not [cited for cited in find(text, whole_corpus.instruments).citations if cited.instrument]
