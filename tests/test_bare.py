"""An article of which only the wording is held: found, cited and quoted like any other, in its own words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from assistant import answering, bare, building, corpus, library, provisions
from assistant.corpus import Corpus
from assistant.documents import Wording
from assistant.law import LANGUAGES
from assistant.settings import Settings
from tests.conftest import FakeEmbedder

RU = "1. Дежурный кормит кота:\n1) утром;\n2) вечером.\n2. Кот спит где хочет."
KK = "1. Кезекші мысықты тамақтандырады:\n1) таңертең;\n2) кешке.\n2. Мысық қалаған жерінде ұйықтайды."


def wording(lang: str, text: str, article: str = "900") -> Wording:
    """An article that no digest restates."""
    return Wording("kz-labour-code", article, lang, date(2026, 7, 1), text, heading={"ru": "Кот", "kk": "Мысық"}[lang])


def held(*wordings: Wording) -> list[bare.Held]:
    """Wordings with what they are cut into."""
    return [(each, tuple(provisions.cut(each))) for each in wordings]


def test_the_points_are_the_provisions_in_the_languages_at_hand() -> None:
    made = bare.digest(held(wording("ru", RU), wording("kk", KK)))
    assert made.structure == {"1": ("1", "2"), "2": ()}
    assert [point.at for point in made.points] == ["1", "1/1", "1/2", "2"]
    assert made.points[1].text == {"kk": "1) таңертең;", "ru": "1) утром;", "en": "1) таңертең;"}
    assert made.official == ("kk", "ru") and made.title["kk"] == "Мысық"
    assert made.has(("1", "2")) and not made.has(("1", "3"))


def test_without_a_wording_there_is_no_digest() -> None:
    with pytest.raises(ValueError, match="no wording"):
        bare.digest([])


def test_places_deeper_than_two_are_kept() -> None:
    made = bare.structure([("1",), ("1", "a"), ("1", "a", "i"), ("2",)])
    assert made == {"1": ("a", "a/i"), "2": ()}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_found_and_cited_in_every_language_with_its_own_words(
    lang: str, few: Corpus, settings: Settings, build: Callable[..., building.Built]
) -> None:
    build(corpus.with_wordings(few, (wording("ru", RU),)))
    opened = library.current(settings)
    asked = answering.Question("Статья 900: кто кормит кота?", lang, "kz", date(2026, 11, 21))
    given = answering.answer(asked, opened, FakeEmbedder())
    cited = [c for c in given.citations if c.provision.article == "900"]
    assert cited and all(c.official and c.verdicts.quote_exact for c in cited)
    untranslated = any("перевод" in note or "аударылма" in note or "untranslated" in note for note in given.notes)
    assert untranslated is (lang != "ru")
    assert opened.corpus.by_article["kz-labour-code/900"].official == ("ru",)


def test_an_article_with_a_digest_keeps_it(few: Corpus) -> None:
    of = corpus.with_wordings(few, (wording("ru", RU, "88"),))
    assert of.bare == () and not of.by_article["kz-labour-code/88"].official


@pytest.mark.parametrize(
    ("edition", "told"),
    [
        pytest.param(date(2026, 7, 1), date(2026, 8, 7), id="of the same day: the one that the catalogue knows of"),
        pytest.param(date(2027, 1, 1), date(2027, 1, 1), id="a later one at hand"),
    ],
)
def test_a_newer_edition_at_hand_is_known_to_be_newer(edition: date, told: date, few: Corpus) -> None:
    code = replace(few.instruments["kz-labour-code"], newer_edition=date(2026, 8, 7))
    of = corpus.with_wordings(few, (replace(wording("ru", RU, "88"), edition=edition),))
    assert of.newer_edition(code) == told
    assert few.newer_edition(replace(code, newer_edition=None)) is None
