"""While a model writes: each sentence that holds is told as soon as it is whole, and a stop keeps what was told."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from assistant import answering
from assistant.answering import Question
from assistant.answers import Answer, Progress, Watch
from assistant.library import Library
from assistant.llm import Endpoint
from assistant.retrieval import WITH_POINTS
from assistant.settings import Settings
from tests import fake_endpoint
from tests.conftest import FakeEmbedder
from tests.fake_endpoint import saying, slowly
from tests.test_drafting import DAY, QUESTION, copies, half, swaps


@pytest.fixture
def ask(held_few: Library, settings: Settings) -> Callable[..., Answer]:
    """Ask the few articles, with a model behind an endpoint and one who watches it, or without."""

    def run(url: str, watch: Watch | None = None, **more: Any) -> Answer:
        endpoint = Endpoint(replace(settings, llm_url=url, llm_model="fake", **more)) if url else None
        return answering.answer(Question(QUESTION, "ru", "kz", DAY), held_few, FakeEmbedder(), endpoint, watch)

    return run


def told(of: list[Progress], stop_at: int | None = None) -> Watch:
    """Notes all that it is told; says stop once so many sentences may be shown."""

    def watch(progress: Progress) -> bool:
        of.append(progress)
        return stop_at is None or len(shown(progress)) < stop_at

    return watch


def shown(progress: Progress) -> list[str]:
    """The sentences that may be shown by then."""
    return [claim.text for claim in progress.answer.claims] if progress.answer else []


def test_sentences_are_told_one_by_one_while_the_model_writes_and_stay(ask: Callable[..., Answer]) -> None:
    heard: list[Progress] = []
    with fake_endpoint.endpoint(slowly(copies, 0.02)) as endpoint:
        answer = ask(endpoint.url, watch=told(heard))
    final = [claim.text for claim in answer.claims]
    assert [len(shown(each)) for each in heard] == sorted(len(shown(each)) for each in heard)
    assert {len(shown(each)) for each in heard} == {0, 1, 2} and answer.mode == "llm"
    assert all(final[: len(shown(each))] == shown(each) for each in heard)
    assert all(each.answer is None or each.answer.citations[0] == answer.citations[0] for each in heard)
    assert heard[0].stage == "reading" and 0 < heard[0].count <= WITH_POINTS and heard[-1].stage == "checking"


@pytest.mark.parametrize(
    ("model", "more"),
    [
        pytest.param(swaps, {}, id="a wrong number"),
        pytest.param(half, {}, id="one of two, the wrong one last: the first holds by itself"),
        pytest.param(copies, {"llm_entailment": True}, id="before the second check nothing is told"),
    ],
)
def test_nothing_that_does_not_hold_is_ever_told(model: Any, more: dict[str, Any], ask: Callable[..., Answer]) -> None:
    heard: list[Progress] = []
    with fake_endpoint.endpoint(slowly(model, 0.01), saying("Yes.")) as endpoint:
        ask(endpoint.url, watch=told(heard), **more)
    assert heard and not [text for each in heard for text in shown(each) if "240" in text or more]


def test_a_stop_keeps_what_was_verified(ask: Callable[..., Answer]) -> None:
    started = time.monotonic()
    with fake_endpoint.endpoint(slowly(copies, 5, after='"}, {"text": "')) as endpoint:
        answer = ask(endpoint.url, watch=told([], stop_at=1))
    assert time.monotonic() - started < 5
    assert (answer.status, answer.mode, len(answer.claims)) == ("partial", "llm", 1)
    assert "до вашей остановки" in answer.notes[0] and answer.citations[0].verdicts.may_be_shown


def test_a_stop_before_anything_was_verified_leaves_the_composed_answer(ask: Callable[..., Answer]) -> None:
    with fake_endpoint.endpoint(slowly(copies, 5)) as endpoint:
        answer = ask(endpoint.url, watch=told([], stop_at=0))
    assert (answer.status, answer.mode, answer.claims) == ("answered", "composed", ask("").claims)
    assert "Вы остановили" in answer.notes[0]
