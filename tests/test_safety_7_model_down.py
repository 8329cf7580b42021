"""SAFETY 7: with each of nine faults of the endpoint the composed answer is shown in time, and nothing of the reply."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date

import pytest

from assistant import composing, drafting
from assistant.answers import Passage
from assistant.composing import Question
from assistant.corpus import Corpus
from assistant.law import ProvisionId
from assistant.llm import Endpoint, Limits
from assistant.retrieval import Found
from assistant.settings import Settings
from tests import fake_endpoint
from tests.fake_endpoint import Way, cut, dripping, endpoint, raw, saying, status

QUICK = Limits(connect=0.3, read=0.5, total=1.5, retries=1)
PARTIAL = '{"claims": [{"text": "НЕДОПИСАННОЕ 240 дней", "passages": ["P1"], "quote": ""}]}'
FOUND = Found((Passage(ProvisionId("kz-labour-code", "88"), 1.0, 0.9, ((0, 1.0), (1, 0.9))),))
Server = Callable[[], AbstractContextManager[str]]


def serving(way: Way) -> Server:
    """A server that has one fault, made anew for each test."""

    @contextmanager
    def server() -> Iterator[str]:
        with endpoint(way) as fake:
            yield fake.url

    return server


@pytest.mark.parametrize(
    "server",
    [
        pytest.param(fake_endpoint.refusing, id="1 refused connection"),
        pytest.param(fake_endpoint.hanging, id="2 the connection hangs"),
        pytest.param(serving(status(500)), id="3 error 500 every time"),
        pytest.param(serving(status(429)), id="4 too many requests every time"),
        pytest.param(serving(dripping("tokens")), id="5 a token now and then, without an end"),
        pytest.param(serving(cut), id="6 cut in the middle"),
        pytest.param(serving(saying(PARTIAL, finish=None)), id="7 a clean end without finish_reason"),
        pytest.param(serving(saying(PARTIAL, finish="length")), id="8 finish_reason length"),
        pytest.param(serving(raw(b"<html>busy</html>")), id="9 not an event stream"),
    ],
)
def test_the_composed_answer_is_shown(server: Server, few: Corpus) -> None:
    question = Question("Сколько дней отпуска?", "ru", "kz", date(2026, 11, 22))
    composed = composing.compose(question, FOUND, few, named=True)
    with server() as url:
        started = time.perf_counter()
        answer = drafting.draft(
            question, FOUND, few, composed, Endpoint(replace(Settings(), llm_url=url, llm_model="fake"), QUICK)
        )
        took = time.perf_counter() - started
    assert answer == replace(composed, notes=answer.notes)
    assert answer.notes[0].endswith("составлен из пересказов статей.") and answer.notes[1:] == composed.notes
    assert "НЕДОПИСАННОЕ" not in answer.text and took < QUICK.total + 4  # the first of all imports the client
