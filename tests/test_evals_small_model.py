"""The endpoint of a small model, here a made-up one: the form of its replies, and that recorded words come back."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import claims, llm, prompting
from assistant.llm import Endpoint
from assistant.model_errors import ModelUnavailable
from assistant.prompting import GivenPassage
from assistant.settings import Settings
from evals import small_model
from evals.small_model import Replies, Say

PASSAGES = [GivenPassage(f"P{n}", f"kz-labour-code/{n}", f"Правило {n}.") for n in (1, 2, 3, 4)]
ASKED = prompting.messages("Раньше спрошено\nСколько дней?", "ru", PASSAGES)


def said(lang: str, question: str, passage: str) -> tuple[str, int, int]:
    """A model that repeats what it was asked about."""
    return f"{lang} {question} {passage}", 20, 10


@contextmanager
def serving(path: Path, say: Say | None) -> Iterator[Endpoint]:
    """The endpoint with the sentences recorded in a file, with a model or without one."""
    server = small_model.server(Replies(path).read(), say)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield Endpoint(replace(Settings(), llm_url=f"http://127.0.0.1:{server.server_port}/v1", llm_model="small"))
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def test_a_sentence_for_each_of_the_first_passages(tmp_path: Path) -> None:
    with serving(tmp_path / "replies.jsonl", said) as endpoint:
        reply = llm.ask_model(ASKED, endpoint, claims.SCHEMA)
    drafted = claims.claims_from(reply.text, PASSAGES)
    assert [(each.text, each.passages) for each in drafted] == [
        (f"ru Сколько дней? Правило {n}.", (f"P{n}",)) for n in (1, 2, 3)
    ]
    assert (reply.tokens_in, reply.tokens_out) == (60, 30)


def test_recorded_words_come_back_without_a_model(tmp_path: Path) -> None:
    path = tmp_path / "replies.jsonl"
    with serving(path, said) as endpoint:
        first = llm.ask_model(ASKED, endpoint, claims.SCHEMA)
    with serving(path, None) as endpoint:
        again = llm.ask_model(ASKED, endpoint, claims.SCHEMA)
    assert again.text == first.text and (again.tokens_in, again.tokens_out) == (0, 0)
    assert len(path.read_text(encoding="utf-8").splitlines()) == 1


def test_a_passage_worded_anew_is_not_answered_from_the_record(tmp_path: Path) -> None:
    path = tmp_path / "replies.jsonl"
    path.write_text(json.dumps({"lang": "ru", "question": "Сколько дней?", "sentences": {small_model.mark("x"): "y"}}))
    with serving(path, None) as endpoint, pytest.raises(ModelUnavailable):
        llm.ask_model(ASKED, endpoint, claims.SCHEMA)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Одно. Два. Три.", "Одно. Два.", id="two sentences"),
        pytest.param("Одно.\nДва.", "Одно.", id="the first line"),
        pytest.param("А. " + "б" * 500, "А.", id="the first alone where both are long"),
        pytest.param("обрыв на сло", "обрыв на сло", id="what was cut off stays so"),
    ],
)
def test_what_is_taken_of_its_words(text: str, expected: str) -> None:
    assert small_model.taken(text) == expected
