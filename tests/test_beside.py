"""Two languages of an article side by side: aligned by number, what one lacks is shown and told."""

from __future__ import annotations

from datetime import date

import pytest

from assistant import beside, corpus, showing
from assistant.corpus import Corpus
from assistant.documents import Wording
from assistant.law import ProvisionId

ARTICLE = ProvisionId("kz-labour-code", "88")
RU = "1. Кот спит:\n1) днём;\n2) ночью.\n2. Кот ест."
KK = "1. Мысық ұйықтайды:\n1) күндіз;\n2) түнде.\n1-1. Мысық ойнайды.\n2. Мысық жейді."


@pytest.fixture
def held(few: Corpus) -> Corpus:
    """The few articles; one of them has a wording in Russian and, with one paragraph more, in Kazakh."""
    day = date(2026, 7, 1)
    both = [Wording("kz-labour-code", "88", lang, day, text) for lang, text in (("ru", RU), ("kk", KK))]
    alone = Wording("kz-labour-code", "52", "ru", day, "Одно слово.")
    return corpus.with_wordings(few, (*both, alone))


def test_places_stand_beside_each_other_in_their_order(held: Corpus) -> None:
    rows = beside.rows(ARTICLE, held)
    assert [row.at for row in rows] == ["1", "1/1", "1/2", "1-1", "2"]
    assert rows[1].texts == {"kk": "1) күндіз;", "ru": "1) днём;"}
    assert rows[3].texts == {"kk": "1-1. Мысық ойнайды.", "ru": ""}


def test_what_only_the_second_language_has_stands_after_its_neighbour(held: Corpus) -> None:
    rows = beside.rows(ARTICLE, held, ("ru", "kk"))
    assert [row.at for row in rows] == ["1", "1/1", "1/2", "1-1", "2"]


def test_articles_whose_places_differ_are_named(held: Corpus) -> None:
    assert dict(beside.unlike("kz-labour-code", held)) == {"88": ("1-1",), "52": ("1",)}
    assert dict(beside.unlike("kz-social-code", held)) == {}


def test_show_puts_both_under_the_digest_and_says_what_lacks(held: Corpus) -> None:
    shown = showing.article("kz-labour-code/88", held)
    assert shown["beside"][3] == {"at": "1-1", "kk": "1-1. Мысық ойнайды.", "ru": ""}
    text = showing.article_text(shown, "ru")
    assert "kk: 1-1. Мысық ойнайды.\n  ru: на этом языке нет" in text
    assert showing.article("kz-labour-code/54", held)["beside"] == []
