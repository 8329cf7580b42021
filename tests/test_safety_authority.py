"""SAFETY 23 and 24: a position is never taken for law; the edition stands beside each answer, a newer one is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant import answering, embedding, library, phrases
from assistant.answering import Question
from assistant.answers import Answer
from assistant.corpus import Corpus
from assistant.law import LANGUAGES, Authority
from assistant.library import Library
from assistant.settings import Settings

DAY = date(2026, 11, 22)
ASKED = 20  # a language


def positions(held: Corpus, lang: str) -> list[str]:
    """Twenty questions that only a position answers, from papers in turn, as their readers ask them."""
    papers = [act.id for act in held.instruments.values() if act.authority in (Authority.POLICY, Authority.DRAFT)]
    queues: list[Iterator[str]] = [
        iter([d.questions[lang][0] for d in held.digests if d.instrument == paper]) for paper in papers
    ]
    found: list[str] = []
    while queues and len(found) < ASKED:
        queue = queues.pop(0)
        if (question := next(queue, None)) is not None:
            found.append(question)
            queues.append(queue)
    return found


def asked(question: str, lang: str, held: Library, settings: Settings) -> Answer:
    """The answer of the real library."""
    return answering.answer(Question(question, lang, "kz", DAY), held, embedding.open_embedder(settings))


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_position_is_said_to_be_none_of_the_law(lang: str, built_settings: Settings) -> None:
    held = library.current(built_settings)
    questions = positions(held.corpus, lang)
    assert len(questions) == ASKED
    silent = []
    for question in questions:
        given = asked(question, lang, held, built_settings)
        soft = {c.authority for c in given.citations if not c.authority.binding}
        told = " ".join((given.lead, *given.notes))
        if given.status != "answered" or not soft or not all(phrases.say(f"lead {w}", lang) in told for w in soft):
            silent.append((question, given.status, sorted(soft)))
    assert not silent


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_edition_stands_beside_the_answer_and_a_newer_one_is_told(lang: str, built_settings: Settings) -> None:
    held = library.current(built_settings)
    question = {"kk": "Жыл сайынғы демалыс неше күн?", "ru": "Сколько дней отпуска?", "en": "How long is annual leave?"}
    given = asked(question[lang], lang, held, built_settings)
    code = held.corpus.instruments["kz-labour-code"]
    assert code.edition and code.newer_edition, "the catalogue knows of an edition that was not read in full"
    assert any(phrases.day(code.edition, lang) in note for note in given.notes)
    assert phrases.say("newer_edition", lang, date=phrases.day(code.newer_edition, lang)) in given.notes
