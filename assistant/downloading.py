"""One address into one file: redirects judged one by one, time and size limited, broken downloads taken up again.

It connects only to addresses that `addresses` has judged, with the certificate checked against the host's name, and
never through a proxy. It does not look at what came: that is `pages`. It sends no cookies and no data.
"""

from __future__ import annotations

import json
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import httpcore

from assistant import addresses
from assistant.faults import LoginPage, NotFound, NotReachable, TimedOut, TooLarge, Truncated, UnexpectedAnswer
from assistant.pages import LOGIN_PATH

REDIRECTS = {301, 302, 303, 307, 308}
ERRORS = {401: LoginPage, 407: LoginPage, 404: NotFound, 410: NotFound}
HEADERS = {"User-Agent": "labour-law-assistant (fetches texts of laws, one request a second)", "Accept": "*/*"}
Show = Callable[[int, int], None]


def trusted() -> ssl.SSLContext:
    """The certificates that the system trusts, and those that certifi lists."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


@dataclass(frozen=True)
class Rules:
    """What may be fetched and how patiently: hosts, look-up and judgement of addresses, seconds, bytes."""

    hosts: frozenset[str]
    port: int = 443
    resolve: Callable[[str, int], tuple[str, ...]] = addresses.resolve
    public: Callable[[str], bool] = addresses.is_public
    trust: Callable[[], ssl.SSLContext] = trusted
    redirects: int = 5
    largest: int = 30 * 1024 * 1024  # bytes; the longest code is 4 MB as a page
    connect: float = 10.0  # seconds
    read: float = 20.0  # seconds of silence
    total: float = 300.0  # seconds for one file, redirects and further tries included
    pause: float = 1.0  # seconds between two requests to one host
    tries: int = 3  # how often a file that breaks off is taken up


@dataclass(frozen=True)
class Came:
    """What an address answered: `unchanged` where the copy at hand is still the newest, else the file is written."""

    unchanged: bool
    etag: str = ""
    last_modified: str = ""


class Downloader:
    """Downloads by one set of rules, and remembers when it last asked which host."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self._asked: dict[str, float] = {}
        self._trust = rules.trust()

    def download(self, url: str, part: Path, known: Came | None = None, show: Show | None = None) -> Came:
        """Write what is at `url` into `part`, going on where an earlier try broke off; any fault of `faults`.

        `known` is what came with the copy at hand: if that is still the newest, nothing is written. After a fault
        the part stays if it can be taken up later.
        """
        deadline = time.monotonic() + self.rules.total
        for left in reversed(range(self.rules.tries)):
            try:
                with _named(url):
                    return self._once(url, part, known, show, deadline)
            except Truncated:
                if not left:
                    raise
        raise Truncated(url)

    def _once(self, url: str, part: Path, known: Came | None, show: Show | None, deadline: float) -> Came:
        asked = {**HEADERS, "Accept-Encoding": "identity", **_conditions(url, part, known)}
        with self._answer(url, asked, deadline) as response:
            headers = {name.decode().lower(): value.decode("latin-1") for name, value in response.headers}
            came = Came(response.status == 304, headers.get("etag", ""), headers.get("last-modified", ""))
            if came.unchanged and known is not None:
                return Came(True, came.etag or known.etag, came.last_modified or known.last_modified)
            start = _start(url, response.status, headers, part)
            if not start:
                _remember(url, part, came)
            self._save(url, response, headers, part, start, show)
        _sidecar(part).unlink(missing_ok=True)
        return came

    @contextmanager
    def _answer(self, url: str, headers: dict[str, str], deadline: float) -> Iterator[httpcore.Response]:
        """The first answer that is no redirect."""
        for _ in range(self.rules.redirects + 1):
            target = addresses.target(url, self.rules.hosts, self.rules.port)
            self._wait(target.host)
            limits = {"connect": self.rules.connect, "read": self.rules.read, "write": self.rules.read}
            place = httpcore.URL(scheme="https", host=target.host, port=target.port, target=target.path)
            with (
                httpcore.ConnectionPool(self._trust, network_backend=_Judged(self.rules, deadline)) as pool,
                pool.stream("GET", place, headers=list(headers.items()), extensions={"timeout": limits}) as response,
            ):
                if response.status not in REDIRECTS:
                    yield response
                    return
                url = _location(url, response)
        raise UnexpectedAnswer(f"{url} (> {self.rules.redirects} redirects)")

    def _wait(self, host: str) -> None:
        """Keep the pause between two requests to one host."""
        wait = self._asked.get(host, float("-inf")) + self.rules.pause - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        self._asked[host] = time.monotonic()

    def _save(
        self, url: str, response: httpcore.Response, headers: dict[str, str], part: Path, start: int, show: Show | None
    ) -> None:
        length = headers.get("content-length", "")
        whole = start + int(length) if length.isdigit() else 0
        done = start
        try:
            if whole > self.rules.largest:
                raise TooLarge(f"{url} ({whole} > {self.rules.largest} bytes)")
            with part.open("ab" if start else "wb") as file:
                for piece in response.iter_stream():
                    done += len(piece)
                    if done > self.rules.largest:
                        raise TooLarge(f"{url} (> {self.rules.largest} bytes)")
                    file.write(piece)
                    if show:
                        show(done, max(whole, done))
        except TooLarge:
            forget(part)
            raise
        except (httpcore.RemoteProtocolError, httpcore.ReadError) as error:
            raise Truncated(f"{url} ({done} / {whole or '?'} bytes)") from error


class _Judged(httpcore.NetworkBackend):
    """Connects to judged addresses only, and gives up all at one moment."""

    def __init__(self, rules: Rules, deadline: float) -> None:
        self._rules = rules
        self._deadline = deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of the host that answers."""
        failed: Exception = NotReachable(host)
        for address in addresses.judged(host, port, self._rules.resolve, self._rules.public):
            left = _left(timeout, self._deadline, httpcore.ConnectTimeout)
            try:
                stream = httpcore.SyncBackend().connect_tcp(address, port, left, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                return _Stream(stream, self._deadline)
        raise failed


class _Stream(httpcore.NetworkStream):
    """A connection on which no wait outlasts the deadline: bytes that drip one by one do not evade it."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """What has come, at most so many bytes."""
        return self._stream.read(max_bytes, _left(timeout, self._deadline, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all."""
        self._stream.write(buffer, _left(timeout, self._deadline, httpcore.WriteTimeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Encrypt, with the certificate checked against the host's name."""
        left = _left(timeout, self._deadline, httpcore.ConnectTimeout)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What the connection beneath says of itself."""
        return self._stream.get_extra_info(info)


def _left(timeout: float | None, deadline: float, late: type[httpcore.TimeoutException]) -> float:
    """Seconds to wait: the timeout, or what is left until the deadline if that is sooner."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise late("the whole took too long")
    return left if timeout is None else min(timeout, left)


@contextmanager
def _named(url: str) -> Iterator[None]:
    """Name the faults of the connection."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise TimedOut(url) from error
    except httpcore.NetworkError as error:
        raise NotReachable(f"{url} ({error})") from error
    except (httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        raise UnexpectedAnswer(f"{url} ({error})") from error


def _location(url: str, response: httpcore.Response) -> str:
    """Where a redirect leads; LoginPage if to a login."""
    found = next((value for name, value in response.headers if name.lower() == b"location"), b"")
    try:
        leads = urljoin(url, found.decode("ascii"))
    except ValueError as error:
        raise UnexpectedAnswer(f"{url} → {found!r}") from error
    if LOGIN_PATH.search(leads):
        raise LoginPage(f"{url} → {leads}")
    return leads


def _conditions(url: str, part: Path, known: Came | None) -> dict[str, str]:
    """What to ask for: the rest of a part that can be taken up, else the whole if it is newer than the known copy."""
    memory = _sidecar(part)
    if part.exists() and part.stat().st_size and memory.exists():
        said = json.loads(memory.read_text(encoding="utf-8"))
        if said["url"] == url:
            return {"Range": f"bytes={part.stat().st_size}-", "If-Range": said["validator"]}
    forget(part)
    if known is None:
        return {}
    asked = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in asked.items() if value}


def _start(url: str, status: int, headers: dict[str, str], part: Path) -> int:
    """The byte from which to write, from the answer's status; the fault if it is neither the whole nor the rest."""
    size = part.stat().st_size if part.exists() else 0
    if status == 416 or (status == 206 and not headers.get("content-range", "").startswith(f"bytes {size}-")):
        forget(part)
        raise Truncated(url)
    if status not in (200, 206):
        raise ERRORS.get(status, UnexpectedAnswer)(f"{url} ({status})")
    if headers.get("content-encoding", "identity") != "identity":  # not asked for, and its size cannot be known
        raise UnexpectedAnswer(f"{url} ({headers['content-encoding']})")
    return size if status == 206 else 0


def _remember(url: str, part: Path, came: Came) -> None:
    """Note by what the publisher will know the rest; without a strong mark (RFC 9110, 13.1.5) nothing is noted."""
    validator = came.etag if came.etag and not came.etag.startswith("W/") else came.last_modified
    forget(part)
    if validator:
        _sidecar(part).write_text(json.dumps({"url": url, "validator": validator}), encoding="utf-8")


def _sidecar(part: Path) -> Path:
    return part.with_name(part.name + ".json")


def forget(part: Path) -> None:
    """Delete a part and what is noted of it."""
    part.unlink(missing_ok=True)
    _sidecar(part).unlink(missing_ok=True)
