"""An OpenAI-compatible endpoint: messages go out, one whole reply comes back or an error of ours.

The only importer of langchain and openai. It keeps the limits of time and length itself, since a server that drips
evades the client's, and takes a reply as whole only where the server says that it stopped by itself. It neither hides
personal data (`privacy`) nor reads claims (`claims`), follows no redirect, and stores and logs nothing. What the
server says in an error is not repeated, since it may hold the key or the question.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from assistant.model_errors import ModelBusy, ModelTooSlow, ModelUnavailable, ReplyIncomplete, ReplyUnreadable
from assistant.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langchain_openai import ChatOpenAI
    from openai import DefaultAsyncHttpxClient as AsyncClient

Messages = Sequence[tuple[str, str]]
"""Role (`system`, `user` or `assistant`) and text of each message, in order."""

Schema = Mapping[str, object]
"""A JSON schema that a reply is asked to keep to."""

Heard = Callable[[str], None]
"""Is told the text of a reply so far; what it raises ends the request."""

Piece = TypeVar("Piece")
TICK = 0.25  # seconds after which one who waits for a piece is asked whether to go on
STOPPED = "stop"  # the one finish_reason that says the reply is whole
REFUSED = (400, 404, 415, 422, 501)  # what servers answer to a parameter that they do not know
BROKEN = 500  # what the server of llama-cpp-python 0.3.36 answers to a form of reply that it does not know
MILLION = 1_000_000


@dataclass(frozen=True)
class Limits:
    """How long and how much: seconds, tokens and characters. The defaults are those of SAFETY 6 and 7."""

    connect: float = 3.0
    read: float = 20.0
    total: float = 60.0
    retries: int = 2  # before the first token only
    tokens: int = 1500  # that the model may write
    sent: int = 40_000  # characters of all messages
    received: int = 40_000  # characters of the reply, where the server does not keep to the tokens
    at_once: int = 4
    queue: float = 10.0  # seconds that a question waits for its turn


@dataclass(frozen=True)
class Reply:
    """A whole reply. Tokens and cost are None where the server does not count or no price is set."""

    text: str
    finish: str
    tokens_in: int | None
    tokens_out: int | None
    cost: float | None
    model: str
    seconds: float


@dataclass(frozen=True)
class Spent:
    """What whole replies took so far: how many there were, their tokens where the server counts them, their cost."""

    replies: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float = 0.0


class Endpoint:
    """The configured model, its limits, and the places in its queue: one for the whole process, for all sessions.

    `spent` counts what all of them used together, and nothing of what was asked.
    """

    def __init__(self, settings: Settings, limits: Limits = Limits()) -> None:
        self.settings, self.limits = settings, limits
        self.spent = Spent()
        self._places = threading.BoundedSemaphore(limits.at_once)
        self._counting = threading.Lock()

    def count(self, reply: Reply) -> None:
        """Add a whole reply to what was spent."""
        with self._counting:
            so_far = self.spent
            self.spent = Spent(
                so_far.replies + 1,
                so_far.tokens_in + (reply.tokens_in or 0),
                so_far.tokens_out + (reply.tokens_out or 0),
                so_far.cost + (reply.cost or 0.0),
            )

    @contextmanager
    def place(self) -> Iterator[None]:
        """A place in the queue; ModelBusy if none gets free in time."""
        if not self._places.acquire(timeout=self.limits.queue):
            raise ModelBusy()
        try:
            yield
        finally:
            self._places.release()


@lru_cache(maxsize=4)
def endpoint(settings: Settings) -> Endpoint | None:
    """The one endpoint of these settings for the whole process; None where no model is configured."""
    return Endpoint(settings) if settings.endpoint else None


def ask_model(
    messages: Messages, endpoint: Endpoint, schema: Schema | None = None, heard: Heard | None = None
) -> Reply:
    """The model's whole reply to the messages; with a schema as JSON, where the server can promise that.

    `heard` is told the text so far with each piece and a few times a second; an error that it raises ends the request.
    Waits for its turn, then at most `limits.total` seconds. ModelUnavailable, or one of its kinds: ModelTooSlow,
    ModelBusy, ReplyIncomplete, ReplyUnreadable. It runs an event loop, so it is not for code that runs inside one.
    """
    limits = endpoint.limits
    if not endpoint.settings.endpoint:
        raise ModelUnavailable("LLM_MODEL")
    if (length := sum(len(text) for _, text in messages)) > limits.sent:
        raise ModelUnavailable(f"{length} > {limits.sent}")
    with endpoint.place():
        reply = asyncio.run(_within_the_limit(messages, endpoint, schema, heard))
    endpoint.count(reply)
    return reply


async def _within_the_limit(
    messages: Messages, endpoint: Endpoint, schema: Schema | None, heard: Heard | None
) -> Reply:
    """The reply, or ModelTooSlow once the whole time is over: while connecting, waiting, reading or retrying."""
    started = time.perf_counter()
    try:
        async with asyncio.timeout(endpoint.limits.total):
            return await _asked(messages, endpoint, schema, started, heard)
    except TimeoutError:
        raise ModelTooSlow(f"{endpoint.limits.total:g} s") from None


async def _asked(
    messages: Messages, endpoint: Endpoint, schema: Schema | None, started: float, heard: Heard | None
) -> Reply:
    """Ask with everything that helps, and each time with less if the server refuses that."""
    import openai

    *more, plainly = _ways(endpoint, schema)
    for options in more:
        try:
            return await _one_reply(messages, endpoint, options, started, heard)
        except openai.APIStatusError as error:
            unknown_form = error.status_code == BROKEN and "response_format" in options
            if error.status_code not in REFUSED and not unknown_form:
                raise _ours(error) from None
        except openai.OpenAIError as error:
            raise _ours(error) from None
    try:
        return await _one_reply(messages, endpoint, plainly, started, heard)
    except openai.OpenAIError as error:
        raise _ours(error) from None


def _ways(endpoint: Endpoint, schema: Schema | None) -> list[dict[str, object]]:
    """What is asked for beside the messages, from what most servers understand to nothing that one can refuse.

    The length and an even temper; the JSON schema as OpenAI takes it, or as smaller servers do.
    """
    own = urlsplit(endpoint.settings.endpoint).hostname == "api.openai.com"
    limits: dict[str, object] = {
        "max_completion_tokens" if own else "max_tokens": endpoint.limits.tokens,
        "temperature": 0,
    }
    if schema is None:
        return [limits, {}]
    named = {"name": "reply", "strict": True, "schema": dict(schema)}
    formats = ({"type": "json_schema", "json_schema": named}, {"type": "json_object", "schema": dict(schema)})
    return [*({**limits, "response_format": each} for each in formats), {}]


async def _one_reply(
    messages: Messages, endpoint: Endpoint, options: Mapping[str, object], started: float, heard: Heard | None
) -> Reply:
    """One request, read to its end. Errors of openai propagate; a reply that is cut off or garbage is one of ours."""
    import openai

    timeout = openai.Timeout(endpoint.limits.read, connect=endpoint.limits.connect)
    usage: dict[str, object] = {}
    text: list[str] = []
    finish, size = "", 0
    async with openai.DefaultAsyncHttpxClient(timeout=timeout, follow_redirects=False) as client:
        model = _model(endpoint, client, options)
        try:
            stream = model.astream(list(messages))
            async for chunk in _ticking(stream, lambda: heard("".join(text))) if heard else stream:
                text.append(chunk.text)
                size += len(chunk.text)
                finish = chunk.response_metadata.get("finish_reason") or finish
                usage = dict(chunk.usage_metadata or usage)
                if size > endpoint.limits.received:
                    raise ReplyIncomplete(f"> {endpoint.limits.received}")
        except (ValueError, TypeError, LookupError, AttributeError) as error:  # what the client makes of garbage
            raise ReplyUnreadable(type(error).__name__) from None
    if finish != STOPPED:
        raise ReplyIncomplete(f"finish_reason {finish or '-'}")
    if not size:
        raise ReplyUnreadable("0")
    return _reply("".join(text), usage, endpoint.settings, time.perf_counter() - started)


async def _ticking(stream: AsyncIterator[Piece], tick: Callable[[], None]) -> AsyncIterator[Piece]:
    """The same pieces; `tick` is called before each, and again and again while none comes."""
    while True:
        coming = asyncio.ensure_future(anext(stream, None))
        try:
            while not (await asyncio.wait({coming}, timeout=TICK))[0]:
                tick()
            tick()
        finally:
            coming.cancel()  # nothing is lost: one that is done stays done
        if (piece := coming.result()) is None:
            return
        yield piece


def _model(endpoint: Endpoint, client: AsyncClient, options: Mapping[str, object]) -> ChatOpenAI:
    """The chat model of one request. Address and key are given, so that none of the environment is used instead."""
    from langchain_openai import ChatOpenAI
    from pydantic import SecretStr

    return ChatOpenAI(
        model=endpoint.settings.llm_model,
        base_url=endpoint.settings.endpoint,
        api_key=SecretStr(endpoint.settings.llm_key or "none"),
        openai_proxy="",
        http_async_client=client,
        timeout=client.timeout,
        stream_chunk_timeout=None,
        max_retries=endpoint.limits.retries,
        stream_usage=bool(options),
        use_responses_api=False,
        extra_body=dict(options) or None,
    )


def _reply(text: str, usage: Mapping[str, object], settings: Settings, seconds: float) -> Reply:
    """A whole reply with its tokens and what it cost in the currency of the prices."""
    sent, written = usage.get("input_tokens"), usage.get("output_tokens")
    if not isinstance(sent, int) or not isinstance(written, int):
        return Reply(text, STOPPED, None, None, None, settings.llm_model, seconds)
    cost = (sent * settings.llm_price_in + written * settings.llm_price_out) / MILLION
    priced = settings.llm_price_in or settings.llm_price_out
    return Reply(text, STOPPED, sent, written, cost if priced else None, settings.llm_model, seconds)


def _ours(error: Exception) -> ModelUnavailable:
    """The error of ours for one of openai: the kind and the status, nothing that the server said."""
    import openai

    if isinstance(error, openai.APITimeoutError):
        return ModelTooSlow(type(error).__name__)
    status = getattr(error, "status_code", None)
    return ModelUnavailable(f"{type(error).__name__} {status}" if status else type(error).__name__)


for _transport in ("httpcore", "httpcore2"):  # at DEBUG it writes the headers of a server, which may repeat the key
    logging.getLogger(_transport).setLevel(logging.INFO)
