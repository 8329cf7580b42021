"""A real local server that speaks like an OpenAI-compatible endpoint, well or with a fault. It is not a test."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HELLO = "Отпуск — 24 дня."
Way = Callable[["Answering", dict[str, Any]], None]


@dataclass
class FakeEndpoint:
    """Its address, what it was asked, the authorisation it was shown, and the ways it answers: the last one stays."""

    url: str
    ways: list[Way]
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


class Answering(BaseHTTPRequestHandler):
    """One request to the fake endpoint, answered in the next of its ways."""

    protocol_version = "HTTP/1.1"
    endpoint: FakeEndpoint

    def do_POST(self) -> None:
        """Note the request and answer it."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        ways = self.endpoint.ways
        way = ways.pop(0) if len(ways) > 1 else ways[0]
        self.endpoint.asked.append(body)
        self.endpoint.keys.append(self.headers.get("Authorization", ""))
        self.close_connection = True
        way(self, body)

    def head(self, status: int = 200, **headers: str) -> None:
        """Status line and headers of an event stream, or others."""
        self.send_response(status)
        for name, value in {"content-type": "text/event-stream", "connection": "close", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def event(self, content: str, finish: str | None = None) -> None:
        """One token of a reply."""
        choice = {"index": 0, "delta": {"role": "assistant", "content": content}, "finish_reason": finish}
        self.data({"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "fake", "choices": [choice]})

    def data(self, value: object) -> None:
        """One event with a JSON value."""
        self.wfile.write(f"data: {json.dumps(value)}\n\n".encode())
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on the terminal of the tests."""


def saying(text: str | Callable[[dict[str, Any]], str], finish: str | None = "stop", usage: bool = True) -> Way:
    """Answer with a text, or with what a fake model makes of the request; in pieces of seven characters."""

    def way(to: Answering, body: dict[str, Any]) -> None:
        said = text if isinstance(text, str) else text(body)
        to.head()
        for start in range(0, len(said), 7):
            to.event(said[start : start + 7])
        to.event("", finish)
        counted = {"prompt_tokens": 70, "completion_tokens": 30, "total_tokens": 100}
        if usage and body.get("stream_options"):
            to.data(
                {
                    "id": "1",
                    "object": "chat.completion.chunk",
                    "created": 1,
                    "model": "fake",
                    "choices": [],
                    "usage": counted,
                }
            )
        to.wfile.write(b"data: [DONE]\n\n")

    return way


def slowly(text: str | Callable[[dict[str, Any]], str], pause: float, after: str = "") -> Way:
    """Answer in pieces of forty characters with a pause after each; or only once the text has come to `after`."""

    def way(to: Answering, body: dict[str, Any]) -> None:
        said = text if isinstance(text, str) else text(body)
        to.head()
        for start in range(0, len(said), 40):
            try:
                to.event(said[start : start + 40])
            except OSError:
                return
            if after in said[: start + 40]:
                time.sleep(pause)
        to.event("", "stop")
        to.wfile.write(b"data: [DONE]\n\n")

    return way


def status(code: int, **headers: str) -> Way:
    """Answer with an error that repeats the key and the question, as some servers do."""

    def way(to: Answering, body: dict[str, Any]) -> None:
        said = json.dumps({"error": {"message": f"{to.headers.get('Authorization')} {body['messages']}"}}).encode()
        to.head(code, content_type="application/json", content_length=str(len(said)), **headers)
        to.wfile.write(said)

    return way


def raw(body: bytes, **headers: str) -> Way:
    """Answer with these bytes and status 200."""

    def way(to: Answering, _: dict[str, Any]) -> None:
        to.head(**headers)
        to.wfile.write(body)

    return way


def cut(to: Answering, _: dict[str, Any]) -> None:
    """Break the connection in the middle of a reply."""
    to.head(transfer_encoding="chunked")
    to.wfile.write(b"40\r\ndata: ")
    to.wfile.flush()


def reset(to: Answering, _: dict[str, Any]) -> None:
    """Reset the connection after the first token."""
    to.head()
    to.event(HELLO)
    to.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    to.connection.close()


def silent(to: Answering, _: dict[str, Any]) -> None:
    """Take the question and say nothing for ten seconds."""
    for _tick in range(100):
        time.sleep(0.1)
        if to.server.__dict__.get("closing"):
            return


def dripping(of: str) -> Way:
    """Send a byte or token now and then without an end: in the head, in comments, or in tokens of the reply."""

    def way(to: Answering, _: dict[str, Any]) -> None:
        drops = {"head": b"x", "comments": b": wait\n\n", "bytes": b"d"}
        if of == "head":
            to.wfile.write(b"HTTP/1.1 200 OK\r\nx-drip: ")
        else:
            to.head()
        for _tick in range(100):
            try:
                to.event("да ") if of == "tokens" else to.wfile.write(drops[of])
                to.wfile.flush()
            except OSError:
                return
            time.sleep(0.1)

    return way


@contextmanager
def endpoint(*ways: Way) -> Iterator[FakeEndpoint]:
    """A server on a free local port that answers in these ways, one a request; the last one for all that follow."""
    answering = type("Answering", (Answering,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), answering)
    server.daemon_threads = True
    fake = FakeEndpoint(f"http://127.0.0.1:{server.server_port}/v1", list(ways))
    answering.endpoint = fake
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        server.__dict__["closing"] = True
        server.shutdown()
        server.server_close()
        thread.join(5)


@contextmanager
def refusing() -> Iterator[str]:
    """An address at which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{probe.getsockname()[1]}/v1"


@contextmanager
def hanging() -> Iterator[str]:
    """An address that never accepts a connection: its queue is full."""
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(busy.getsockname())
        time.sleep(0.1)
        try:
            yield f"http://127.0.0.1:{busy.getsockname()[1]}/v1"
        finally:
            for each in waiting:
                each.close()
