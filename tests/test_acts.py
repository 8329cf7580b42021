"""Acts that a text names: in any case ending, by the number of a convention, and codes that are not held."""

from __future__ import annotations

import pytest

from assistant import catalogue
from assistant.acts import exists, named
from tests.conftest import ROOT

OFFENCES = "kz-administrative-offences-code"
ACTS = catalogue.load(ROOT / "corpus" / "catalogue.toml")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ст. 43 Цифрового кодекса", ["kz-digital-code"], id="ru, genitive"),
        pytest.param("Цифрлық кодекстің 43-бабы", ["kz-digital-code"], id="kk, genitive"),
        pytest.param("цифрлык кодекс", ["kz-digital-code"], id="kk, without its letters"),
        pytest.param("закону об искусственном интеллекте", ["kz-ai-law"], id="ru, dative"),
        pytest.param("дербес деректер туралы заңның 8-бабы", ["kz-personal-data-law"], id="kk, a short word"),
        pytest.param(
            "кодекса об административных правонарушениях", ["kz-administrative-offences-code"], id="ru, in full"
        ),
        pytest.param("ӘҚБтК 86-бап", [OFFENCES], id="kk, abbreviation"),
        pytest.param("ЕК-нің 52-бабы", ["kz-labour-code"], id="kk, abbreviation with ending"),
        pytest.param("Social Code article 102", ["kz-social-code"], id="en"),
        pytest.param("GDPR and the EU AI Act", ["eu-gdpr", "eu-ai-act"], id="two; the longer name of one"),
        pytest.param("Конвенция МОТ № 87", ["ilo-c087"], id="convention"),
        pytest.param("ХЕҰ-ның № 190 конвенциясы", ["ilo-c190"], id="kk, convention"),
        pytest.param("ILO C190", ["ilo-c190"], id="convention by its sign"),
        pytest.param("Recommendation No. 198", ["ilo-r198"], id="recommendation"),
        pytest.param("Рекомендация МОТ № 227", ["ilo-r227"], id="one that does not exist"),
        pytest.param("Уголовный кодекс", [""], id="a code not held"),
        pytest.param("штраф от 100 000 тенге с 152 человек", [], id="numbers that name nothing"),
        pytest.param("конвенцияның 5-бабы", [], id="an article of a convention is not its number"),
        pytest.param("к 2026 году, с 87 года", [], id="Cyrillic letters beside numbers"),
        pytest.param("по закону «О защите чести работника»", [""], id="a law by a title that is not held"),
        pytest.param("«Жұмыскердің бақытын қорғау туралы» заң", [""], id="kk, a title that is not held"),
        pytest.param('under the Law "On Workers\' Happiness"', [""], id="en, a title that is not held"),
        pytest.param("Закон РК «О профессиональных союзах»", ["kz-trade-union-law"], id="a title that is held"),
        pytest.param("начальник говорит «у нас свой закон»", [], id="a saying in quotation marks"),
        pytest.param("30 августа, День Конституции", [], id="a holiday is no constitution"),
        pytest.param("Конституция күні жұмыс істедім", [], id="kk, a holiday"),
        pytest.param("«Платформалық еңбек кодексі» бойынша", [""], id="kk, an invented code that holds a real name"),
        pytest.param("the Platform Labour Code of 2025", [""], id="en, an invented code that holds a real name"),
        pytest.param("«ҚР Еңбек кодексі»", ["kz-labour-code"], id="the country before the name is no invention"),
        pytest.param("the Kazakh Labour Code", ["kz-labour-code"], id="en, the country before the name"),
        pytest.param("What does the Labour Code say?", ["kz-labour-code"], id="en, plain"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_named(text: str, expected: list[str]) -> None:
    assert [act.id for act in named(text, ACTS)] == expected


def test_every_alias_names_its_own_act() -> None:
    found = {
        (act.id, alias): [each.id for each in named(alias, ACTS)] for act in ACTS.values() for alias in act.aliases
    }
    assert {key: ids for key, ids in found.items() if ids != [key[0]]} == {}


def test_a_span_is_where_the_name_stands() -> None:
    text = "По Цифровому кодексу и İЕК: ст. 43"
    assert all(text[act.start : act.end] == act.text for act in named(text, ACTS))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Конвенция МОТ № 87", True, id="held"),
        pytest.param("Конвенция МОТ № 169", None, id="may exist"),
        pytest.param("Конвенция МОТ № 231", False, id="above the last convention"),
        pytest.param("Рекомендация МОТ № 227", False, id="above the last recommendation"),
        pytest.param("Уголовный кодекс", None, id="a code not held"),
    ],
)
def test_exists(text: str, expected: bool | None) -> None:
    assert exists(named(text, ACTS)[0], ACTS) is expected
