"""A publisher of laws for the tests: a real HTTPS server on this machine that behaves, or misbehaves, as it is told.

It answers under any host name; its certificates are its own. It knows nothing of the code under test.
"""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import trustme

NAMES = ("adilet.zan.kz", "old.adilet.zan.kz", "zan.gov.kz", "raw.githubusercontent.com", "eur-lex.europa.eu")


@dataclass(frozen=True)
class Asked:
    """One request that came in."""

    host: str
    path: str
    headers: dict[str, str]
    at: float


class Handler(BaseHTTPRequestHandler):
    """Hands each request to the page at its path."""

    protocol_version = "HTTP/1.1"
    publisher: Publisher

    def do_GET(self) -> None:
        """Answer one request and end the connection."""
        host = self.headers["Host"].partition(":")[0]
        self.publisher.asked.append(Asked(host, self.path, dict(self.headers.items()), time.monotonic()))
        self.close_connection = True
        page = self.publisher.pages.get((host, self.path)) or self.publisher.pages.get(("", self.path)) or status(404)
        page(self)

    def log_message(self, *said: object) -> None:
        """Nothing is printed."""


Page = Callable[[Handler], None]


@dataclass
class Publisher:
    """What lies at which path (a host, or any), who asked for it, and how it is reached."""

    port: int
    trust: ssl.SSLContext
    pages: dict[tuple[str, str], Page] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def put(self, url: str, page: Page) -> str:
        """Let a page lie at an address; the address."""
        host, slash, path = url.removeprefix("https://").partition("/")
        self.pages[host, slash + path] = page
        return url


class Server(ThreadingHTTPServer):
    """Shakes hands in the thread of the request and says nothing of clients that hang up."""

    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is no fault of the server."""


@contextmanager
def publishing(names: tuple[str, ...] = NAMES) -> Iterator[Publisher]:
    """A running publisher."""
    authority = trustme.CA()
    offered = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(offered)
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    authority.configure_trust(trust)
    server = Server(("127.0.0.1", 0), Handler)
    server.socket = offered.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    found = Publisher(server.server_address[1], trust)
    server.RequestHandlerClass = type("Bound", (Handler,), {"publisher": found})
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def send(handler: Handler, code: int, body: bytes = b"", **headers: str) -> None:
    """A whole answer; `Content_Type` stands for Content-Type."""
    handler.send_response(code)
    for name, value in {"Content_Length": str(len(body)), **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def status(code: int, body: bytes = b"", **headers: str) -> Page:
    """Always this status."""
    return lambda handler: send(handler, code, body, **headers)


def redirect(to: str, code: int = 302) -> Page:
    """Lead elsewhere."""
    return status(code, Location=to)


def text(body: bytes, etag: str = "", last_modified: str = "") -> Page:
    """A well-behaved file: whole, in part, or unchanged, as it is asked for."""
    marks = {name: value for name, value in {"ETag": etag, "Last_Modified": last_modified}.items() if value}

    def page(handler: Handler) -> None:
        asked = handler.headers
        if (etag and asked["If-None-Match"] == etag) or (last_modified and asked["If-Modified-Since"] == last_modified):
            return send(handler, 304, **marks)
        if asked["Range"] and asked["If-Range"] in (etag, last_modified):
            start = int(asked["Range"].removeprefix("bytes=").removesuffix("-"))
            if start >= len(body):
                return send(handler, 416, Content_Range=f"bytes */{len(body)}")
            return send(handler, 206, body[start:], Content_Range=f"bytes {start}-{len(body) - 1}/{len(body)}", **marks)
        return send(handler, 200, body, **marks)

    return page


def broken_off(body: bytes, after: int, etag: str = "", then: Page | None = None, times: int = 1) -> Page:
    """Announces the whole, sends a part and hangs up, so many times; then behaves, or goes on like that."""
    left = [times]

    def page(handler: Handler) -> None:
        if left[0] <= 0 and then is not None:
            return then(handler)
        left[0] -= 1
        marks = {"ETag": etag} if etag else {}
        return send(handler, 200, body[:after], Content_Length=str(len(body)), **marks)

    return page


def drip(before: bytes, pause: float = 0.05) -> Page:
    """Sends these bytes, then one byte at a time without end."""

    def page(handler: Handler) -> None:
        try:
            handler.wfile.write(before)
            while True:
                handler.wfile.write(b"x")
                handler.wfile.flush()
                time.sleep(pause)
        except OSError:
            return

    return page


def endless(handler: Handler) -> None:
    """Sends large pieces without end and without saying how many."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    try:
        while True:
            handler.wfile.write(b"10000\r\n" + b"x" * 65536 + b"\r\n")
    except OSError:
        return
