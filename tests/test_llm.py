"""The endpoint of a language model: a whole reply or an error of ours in time, against a real local server."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace

import pytest

from assistant import llm
from assistant.llm import Endpoint, Limits
from assistant.model_errors import (
    ModelBusy,
    ModelTooSlow,
    ModelUnavailable,
    ReplyIncomplete,
    ReplyUnreadable,
    StoppedByUser,
)
from assistant.settings import Settings
from tests import fake_endpoint
from tests.fake_endpoint import HELLO, Way, cut, dripping, endpoint, raw, reset, saying, silent, slowly, status

KEY = "sk-kept-quiet"
ASKED = (("system", "Answer in {lang}."), ("user", "Сколько длится отпуск работника ТАЙНОЕ-СЛОВО?"))
QUICK = Limits(connect=0.3, read=0.5, total=1.2, retries=1, queue=0.2, received=4000)
SLOW = Limits()
PATIENT = replace(QUICK, total=10.0, retries=2)
SCHEMA = {"type": "object", "properties": {}, "additionalProperties": False, "required": []}


def at(url: str, limits: Limits = QUICK, **settings: object) -> Endpoint:
    """The endpoint of a fake server."""
    return Endpoint(replace(Settings(llm_url=url, llm_key=KEY, llm_model="fake"), **settings), limits)


@contextmanager
def serving(*ways: Way) -> Iterator[str]:
    """The address of a fake server."""
    with endpoint(*ways) as fake:
        yield fake.url


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """Import the client once, so that its two seconds count for no fault."""
    with endpoint(saying(HELLO)) as fake:
        llm.ask_model(ASKED, at(fake.url, Limits()))


NINE = [
    pytest.param(fake_endpoint.refusing(), ModelUnavailable, id="1 refused connection"),
    pytest.param(fake_endpoint.hanging(), ModelTooSlow, id="2 the connection hangs"),
    pytest.param(serving(status(500)), ModelUnavailable, id="3 error 500 every time"),
    pytest.param(serving(status(429)), ModelUnavailable, id="4 too many requests every time"),
    pytest.param(serving(dripping("tokens")), ModelTooSlow, id="5 a token now and then, without an end"),
    pytest.param(serving(cut), ModelUnavailable, id="6 cut in the middle"),
    pytest.param(serving(saying(HELLO, finish=None)), ReplyIncomplete, id="7 a clean end without finish_reason"),
    pytest.param(serving(saying(HELLO, finish="length")), ReplyIncomplete, id="8 finish_reason length"),
    pytest.param(serving(raw(b"<html>busy</html>")), ReplyUnreadable, id="9 not an event stream"),
]
MORE = [
    pytest.param(serving(silent), ModelTooSlow, id="no word at all: the time to read"),
    pytest.param(serving(dripping("head")), ModelTooSlow, id="a head that drips"),
    pytest.param(serving(dripping("comments")), ModelTooSlow, id="comments that keep the connection alive"),
    pytest.param(serving(dripping("bytes")), ModelTooSlow, id="one line that never ends"),
    pytest.param(serving(reset), ModelUnavailable, id="reset after a token"),
    pytest.param(serving(saying(HELLO, finish="content_filter")), ReplyIncomplete, id="stopped by a filter"),
    pytest.param(serving(saying("")), ReplyUnreadable, id="an empty reply"),
    pytest.param(serving(raw(b"data: {oops\n\n")), ReplyUnreadable, id="an event that is not JSON"),
    pytest.param(serving(raw(b"data: 5\n\n")), ReplyUnreadable, id="an event that is a number"),
    pytest.param(serving(raw(b"data: \xff\xfe\n\n")), ReplyUnreadable, id="an event that is not text"),
    pytest.param(serving(raw(b'data: {"error": {"message": "x"}}\n\n')), ModelUnavailable, id="an error as an event"),
    pytest.param(serving(raw(b'{"choices": []}')), ReplyUnreadable, id="a reply that is not streamed"),
    pytest.param(serving(saying(HELLO * 400)), ReplyIncomplete, id="more than can be a reply"),
    pytest.param(serving(status(401)), ModelUnavailable, id="a wrong key"),
    pytest.param(serving(status(307, location="/v1/other")), ModelUnavailable, id="a redirect is not followed"),
    pytest.param(serving(status(400)), ModelUnavailable, id="a request it never understands"),
]


@pytest.mark.parametrize(("server", "expected"), [*NINE, *MORE])
def test_a_fault_is_an_error_of_ours_in_time(
    server: AbstractContextManager[str], expected: type[ModelUnavailable]
) -> None:
    with server as url:
        started = time.perf_counter()
        with pytest.raises(ModelUnavailable) as refused:
            llm.ask_model(ASKED, at(url))
        took = time.perf_counter() - started
    assert type(refused.value) is expected
    assert took < QUICK.total + 1
    for lang in ("kk", "ru", "en"):
        assert KEY not in refused.value.sentence(lang) and "ТАЙНОЕ" not in refused.value.sentence(lang)


@pytest.mark.parametrize("code", [401, 400, 500])
def test_what_the_server_says_is_not_in_the_traceback(code: int) -> None:
    import traceback

    with endpoint(status(code)) as fake, pytest.raises(ModelUnavailable) as refused:
        llm.ask_model(ASKED, at(fake.url))
    said = "".join(traceback.format_exception(refused.value))
    assert KEY not in said and "ТАЙНОЕ" not in said


def test_a_good_reply() -> None:
    with endpoint(saying(HELLO)) as fake:
        reply = llm.ask_model(ASKED, at(fake.url, llm_price_in=1.0, llm_price_out=10.0))
    assert (reply.text, reply.finish, reply.tokens_in, reply.tokens_out) == (HELLO, "stop", 70, 30)
    assert reply.cost == pytest.approx((70 * 1 + 30 * 10) / 1_000_000)
    assert fake.keys == [f"Bearer {KEY}"]
    sent = [(each["role"], each["content"]) for each in fake.asked[0]["messages"]]
    assert sent == list(ASKED), "braces and all, as they are"
    assert fake.asked[0]["max_tokens"] == QUICK.tokens


def test_tokens_that_are_not_counted_are_not_known() -> None:
    with endpoint(saying(HELLO, usage=False)) as fake:
        reply = llm.ask_model(ASKED, at(fake.url, llm_price_in=1.0))
    assert (reply.tokens_in, reply.tokens_out, reply.cost) == (None, None, None)


@pytest.mark.parametrize(
    "ways",
    [
        pytest.param([status(429, retry_after="0"), saying(HELLO)], id="429, then good"),
        pytest.param([status(500), status(503), saying(HELLO)], id="two errors, then good"),
    ],
)
def test_it_tries_again_before_the_first_token(ways: list[Way]) -> None:
    with endpoint(*ways) as fake:
        assert llm.ask_model(ASKED, at(fake.url, PATIENT)).text == HELLO
    assert len(fake.asked) == len(ways)


@pytest.mark.parametrize("way", [reset, saying(HELLO, finish=None)], ids=["reset", "no finish_reason"])
def test_it_does_not_try_again_after_the_first_token(way: Way) -> None:
    with endpoint(way, saying(HELLO)) as fake, pytest.raises(ModelUnavailable):
        llm.ask_model(ASKED, at(fake.url))
    assert len(fake.asked) == 1


def test_it_tries_three_times_at_most() -> None:
    with endpoint(status(500)) as fake, pytest.raises(ModelUnavailable):
        llm.ask_model(ASKED, at(fake.url, PATIENT))
    assert len(fake.asked) == 1 + PATIENT.retries == 3


@pytest.mark.parametrize(
    "codes", [pytest.param((400, 422), id="says so"), pytest.param((500, 500), id="breaks, as llama-cpp-python does")]
)
def test_a_schema_is_asked_for_in_two_ways_and_given_up_where_the_server_knows_none(codes: tuple[int, ...]) -> None:
    with endpoint(*map(status, codes), saying("{}")) as fake:
        assert llm.ask_model(ASKED, at(fake.url, replace(QUICK, retries=0)), SCHEMA).text == "{}"
    first, second, third = fake.asked
    assert first["response_format"]["json_schema"]["schema"] == SCHEMA
    assert second["response_format"] == {"type": "json_object", "schema": SCHEMA}
    assert first["max_tokens"] == second["max_tokens"] == QUICK.tokens
    assert third.keys() == {"model", "messages", "stream"}


def test_a_long_question_is_not_sent() -> None:
    with endpoint(saying(HELLO)) as fake, pytest.raises(ModelUnavailable):
        llm.ask_model((("user", "а" * (QUICK.sent + 1)),), at(fake.url))
    assert fake.asked == []


def test_without_a_model_nothing_is_asked() -> None:
    with pytest.raises(ModelUnavailable, match="LLM_MODEL"):
        llm.ask_model(ASKED, Endpoint(Settings(llm_key=KEY)))


def test_the_environment_is_not_used_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_API_BASE", "OPENAI_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/v1")
    with endpoint(saying(HELLO)) as fake:
        assert llm.ask_model(ASKED, at(fake.url, llm_key="")).text == HELLO
    assert fake.keys == ["Bearer none"]


def test_a_burst_waits_and_the_fifth_is_told() -> None:
    gate, busy, done = threading.Event(), [], []

    def late(_: dict[str, object]) -> str:
        gate.wait(5)
        return HELLO

    with endpoint(saying(late)) as fake, ExitStack() as ending:
        one = at(fake.url, replace(QUICK, read=5, total=8, queue=0.5))

        def ask() -> None:
            try:
                done.append(llm.ask_model(ASKED, one).text)
            except ModelBusy as error:
                busy.append(error)

        threads = [threading.Thread(target=ask) for _ in range(QUICK.at_once)]
        ending.callback(gate.set)
        for thread in threads:
            thread.start()
        while len(fake.asked) < QUICK.at_once:
            time.sleep(0.02)
        ask()
        assert (len(busy), done) == (1, [])
        gate.set()
        for thread in threads:
            thread.join(10)
        ask()
    assert done == [HELLO] * (QUICK.at_once + 1)


def test_nothing_partial_is_ever_returned() -> None:
    whole = json.dumps({"claims": [{"text": HELLO}]}, ensure_ascii=False)
    for length in range(1, len(whole), 9):
        with endpoint(saying(whole[:length], finish=None)) as fake, pytest.raises(ReplyIncomplete):
            llm.ask_model(ASKED, at(fake.url))


def test_what_is_written_is_heard_as_it_comes_and_between() -> None:
    heard: list[str] = []
    with endpoint(slowly("а" * 100, 0.4)) as server:
        reply = llm.ask_model(ASKED, at(server.url, SLOW), heard=heard.append)
    assert reply.text == "а" * 100 and heard == sorted(heard, key=len) and heard[-1] == reply.text
    assert heard.count("а" * 40) >= 2, "one who listens is asked again while nothing comes"


def test_one_who_listens_can_end_it() -> None:
    def heard(so_far: str) -> None:
        if so_far:
            raise StoppedByUser()

    started = time.monotonic()
    with endpoint(slowly("а" * 100, 5)) as server, pytest.raises(StoppedByUser):
        llm.ask_model(ASKED, at(server.url, SLOW), heard=heard)
    assert time.monotonic() - started < 4
