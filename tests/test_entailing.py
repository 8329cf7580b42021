"""The second check: one request for all sentences, and only a plain yes lets one through."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from assistant.entailing import SCHEMA, Pair, borne_out
from assistant.llm import Endpoint, Limits
from assistant.model_errors import ModelUnavailable, ReplyIncomplete, ReplyUnreadable
from assistant.settings import Settings
from tests import fake_endpoint
from tests.fake_endpoint import saying, status

PAIRS = [Pair("Отпуск 24 дня.", "Отпуск – 24 календарных дня."), Pair("Отпуск дают всем.", "Отпуск дают работнику.")]
QUICK = Limits(connect=1, read=5, total=10, retries=0)


def verdicts(**holds: object) -> str:
    """A reply with these verdicts."""
    return json.dumps({"verdicts": [{"id": key, "holds": said} for key, said in holds.items()]})


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        pytest.param(verdicts(C1=True, C2=False), (True, False), id="one holds"),
        pytest.param(f"<think>C2 is true?</think>{verdicts(C1=True, C2=True)}", (True, True), id="after thinking"),
        pytest.param(verdicts(C1=True), (True, False), id="no verdict is no yes"),
        pytest.param(verdicts(C1=True, C2="yes"), (True, False), id="only true is a yes"),
        pytest.param(verdicts(C1=True, C9=True), (True, False), id="an id that was not given"),
        pytest.param(verdicts(C2=True) + verdicts(C2=False), (False, False), id="a yes taken back"),
        pytest.param(verdicts(C2=False) + verdicts(C1=True, C2=True), (True, False), id="a no taken back"),
    ],
)
def test_verdicts(reply: str, expected: tuple[bool, ...]) -> None:
    with fake_endpoint.endpoint(saying(reply)) as fake:
        assert borne_out(PAIRS, Endpoint(replace(Settings(), llm_url=fake.url, llm_model="fake"), QUICK)) == expected
    (asked,) = fake.asked
    assert asked["response_format"]["json_schema"]["schema"] == SCHEMA
    lines = [json.loads(line) for line in asked["messages"][1]["content"].splitlines()]
    assert lines == [
        {"id": f"C{number}", "passage": each.passage, "claim": each.claim} for number, each in enumerate(PAIRS, 1)
    ]


@pytest.mark.parametrize(
    ("way", "error"),
    [
        pytest.param(saying("Both hold."), ReplyUnreadable, id="prose"),
        pytest.param(saying('{"verdicts": []}'), ReplyUnreadable, id="no verdicts"),
        pytest.param(saying(verdicts(C1=True)[:-3]), ReplyIncomplete, id="cut off"),
        pytest.param(status(401), ModelUnavailable, id="a wrong key"),
    ],
)
def test_without_verdicts_nothing_is_let_through(way: Any, error: type[ModelUnavailable]) -> None:
    with fake_endpoint.endpoint(way) as fake, pytest.raises(error):
        borne_out(PAIRS, Endpoint(replace(Settings(), llm_url=fake.url, llm_model="fake"), QUICK))


def test_of_nothing_nobody_is_asked() -> None:
    with fake_endpoint.endpoint(saying("")) as fake:
        assert borne_out([], Endpoint(replace(Settings(), llm_url=fake.url, llm_model="fake"))) == ()
    assert fake.asked == []
