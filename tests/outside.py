"""Stands for the world outside this machine: a proxy that notes what it was asked for and gives nothing.

Python's clients and compiled ones (curl, reqwest) go through the proxy that the environment names; what would open
connections past it is not seen. It tests nothing itself.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PROXIES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")


class Outside(ThreadingHTTPServer):
    """The proxy; `asked` holds the addresses that it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), _Refuse)

    def environment(self) -> dict[str, str]:
        """This process's environment, with the proxy as the only way out, and without what would keep it quiet."""
        quiet = {"no_proxy", "ort_disable_telemetry", "ci"}
        kept = {name: said for name, said in os.environ.items() if name.lower() not in quiet}
        return kept | dict.fromkeys(PROXIES, f"http://127.0.0.1:{self.server_address[1]}")


class _Refuse(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Outside)
        self.server.asked.append(self.path)
        self.send_error(502)

    do_CONNECT = do_POST = do_GET

    def log_message(self, *said: object) -> None:
        """Nothing is printed."""


@contextmanager
def world() -> Iterator[Outside]:
    """The proxy, as long as the block lasts."""
    with Outside() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
