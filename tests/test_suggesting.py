"""Questions to ask next: of the cited articles, in the answer's language, none that was asked."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answers import Answer, Citation, Verdicts
from assistant.corpus import Corpus
from assistant.law import LANGUAGES, Authority, ProvisionId
from assistant.suggesting import LONGEST, MOST, suggest

ASKED = {
    "kk": "Жылына неше күн еңбек демалысы тиесілі?",
    "ru": "Какой минимальный ежегодный отпуск по закону?",
    "en": "How many days of annual leave do I get in Kazakhstan?",
}


def answer(lang: str, *articles: str) -> Answer:
    """An answer that cites these articles."""
    cited = tuple(
        Citation(ProvisionId("kz-labour-code", each), each, Authority.LAW, "", False, Verdicts(), "", date.today())
        for each in articles
    )
    return Answer("answered", lang, "composed", citations=cited)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_they_are_of_the_cited_articles_and_new(lang: str, few: Corpus) -> None:
    found = suggest(answer(lang, "88", "113"), [ASKED[lang]], few)
    held = {q for n in ("88", "113") for q in few.by_article[f"kz-labour-code/{n}"].questions[lang]}
    assert 2 <= len(found) <= MOST and len(set(found)) == len(found)
    assert ASKED[lang] not in found and any(each in held for each in found)
    assert all(each.endswith("?") and each[0].isupper() and len(each) <= LONGEST for each in found)


def test_one_that_was_asked_is_not_offered_again(few: Corpus) -> None:
    first = suggest(answer("ru", "88"), [], few)
    assert first and not set(first) & set(suggest(answer("ru", "88"), first, few))


@pytest.mark.parametrize("articles", [pytest.param((), id="a refusal"), pytest.param(("412",), id="not held")])
def test_nothing_to_suggest(articles: tuple[str, ...], few: Corpus) -> None:
    assert suggest(answer("ru", *articles), [], few) == ()
