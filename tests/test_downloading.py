"""One address into one file: broken downloads are taken up, nothing comes twice, nothing lasts or grows without end."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.downloading import Came, Downloader, Rules, trusted
from assistant.faults import FetchFault, LoginPage, NotFound, TimedOut, TooLarge, Truncated, UnexpectedAnswer
from tests.publisher import (
    Handler,
    Page,
    Publisher,
    broken_off,
    drip,
    endless,
    publishing,
    redirect,
    send,
    status,
    text,
)

URL = "https://adilet.zan.kz/rus/docs/K1"
BODY = bytes(range(256)) * 400
HEAD = b"HTTP/1.1 200 OK\r\n"


@pytest.fixture(scope="module")
def running() -> Iterator[Publisher]:
    """A publisher for the whole file."""
    with publishing() as found:
        yield found


@pytest.fixture
def publisher(running: Publisher) -> Publisher:
    """The publisher with nothing published and nobody's questions."""
    running.pages.clear()
    running.asked.clear()
    return running


@pytest.fixture
def rules(publisher: Publisher) -> Rules:
    """No pause, this machine only."""
    hosts = frozenset({"adilet.zan.kz", "zan.gov.kz"})
    here = Rules(hosts, publisher.port, lambda host, port: ("127.0.0.1",), lambda a: a == "127.0.0.1")
    return replace(
        here, trust=lambda: publisher.trust, connect=10.0, read=10.0, total=30.0, pause=0.0, largest=1_000_000
    )


@pytest.fixture
def part(tmp_path: Path) -> Path:
    """Where the download goes."""
    return tmp_path / "file.part"


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_redirects_are_followed(code: int, publisher: Publisher, rules: Rules, part: Path) -> None:
    publisher.put(URL, redirect("/moved", code))
    publisher.put("https://adilet.zan.kz/moved", redirect("https://zan.gov.kz/here", code))
    publisher.put("https://zan.gov.kz/here", text(BODY, '"a"', "Wed, 01 Jul 2026 00:00:00 GMT"))
    came = Downloader(rules).download(URL, part)
    assert part.read_bytes() == BODY and came == Came(False, '"a"', "Wed, 01 Jul 2026 00:00:00 GMT")
    assert [asked.host for asked in publisher.asked] == ["adilet.zan.kz", "adilet.zan.kz", "zan.gov.kz"]


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        pytest.param(status(404), NotFound, id="404"),
        pytest.param(status(410), NotFound, id="410"),
        pytest.param(status(401), LoginPage, id="401"),
        pytest.param(redirect("https://adilet.zan.kz/login?back=K1"), LoginPage, id="redirect to a login"),
        pytest.param(redirect("https://sso.gov.kz/auth/realms"), LoginPage, id="redirect to another site's login"),
        pytest.param(status(403), UnexpectedAnswer, id="403"),
        pytest.param(status(429), UnexpectedAnswer, id="429"),
        pytest.param(status(503), UnexpectedAnswer, id="503"),
        pytest.param(status(304), UnexpectedAnswer, id="unchanged, although nothing is known"),
        pytest.param(status(206, BODY, Content_Range="bytes 9-9/10"), Truncated, id="a part nobody asked for"),
        pytest.param(status(302, Location="\u00e9"), UnexpectedAnswer, id="redirect to no address"),
        pytest.param(status(200, b"\x1f\x8b", Content_Encoding="gzip"), UnexpectedAnswer, id="packed unasked"),
        pytest.param(lambda handler: handler.wfile.write(b"SSH-2.0\r\n\r\n"), UnexpectedAnswer, id="no HTTP"),
        pytest.param(broken_off(BODY, 5000, times=9), Truncated, id="breaks off each time"),
        pytest.param(status(200, b"x", Content_Length="2000000"), TooLarge, id="too large by its own word"),
        pytest.param(endless, TooLarge, id="too large without a word"),
        pytest.param(drip(HEAD + b"Content-Length: 99999\r\n\r\n"), TimedOut, id="the body drips"),
        pytest.param(drip(HEAD + b"X-Drip: "), TimedOut, id="the head drips"),
        pytest.param(lambda handler: time.sleep(9.0), TimedOut, id="silence"),
    ],
)
def test_faults_are_named(page: Page, fault: type[FetchFault], publisher: Publisher, rules: Rules, part: Path) -> None:
    publisher.put(URL, page)
    patience = replace(rules, read=0.4, total=0.8) if fault is TimedOut else rules
    began = time.monotonic()
    with pytest.raises(FetchFault) as raised:
        Downloader(patience).download(URL, part)
    assert type(raised.value) is fault and "adilet.zan.kz/rus/docs/K1" in raised.value.detail
    assert time.monotonic() - began < 5  # seconds; a drip would last for hours
    assert not part.exists() or part.stat().st_size <= rules.largest


@pytest.mark.parametrize(
    ("etag", "asked_for"),
    [
        pytest.param('"v1"', "bytes=5000-", id="with a mark: only the rest"),
        pytest.param('W/"v1"', None, id="with a weak mark: all again"),
        pytest.param("", None, id="without a mark: all again"),
    ],
)
def test_what_breaks_off_is_taken_up(
    etag: str, asked_for: str | None, publisher: Publisher, rules: Rules, part: Path
) -> None:
    publisher.put(URL, broken_off(BODY, 5000, etag, text(BODY, etag)))
    Downloader(rules).download(URL, part)
    assert part.read_bytes() == BODY and len(publisher.asked) == 2
    assert publisher.asked[1].headers.get("Range") == asked_for
    assert list(part.parent.iterdir()) == [part]


def test_a_killed_download_is_taken_up_later(publisher: Publisher, rules: Rules, part: Path) -> None:
    publisher.put(URL, broken_off(BODY, 70_000, '"v1"', text(BODY, '"v1"')))
    with pytest.raises(Truncated, match=r"70000 / 102400 bytes"):
        Downloader(replace(rules, tries=1)).download(URL, part)
    assert part.stat().st_size == 70_000
    Downloader(rules).download(URL, part)
    assert part.read_bytes() == BODY
    assert publisher.asked[1].headers["Range"] == "bytes=70000-" and publisher.asked[1].headers["If-Range"] == '"v1"'


def changed(etag: str) -> Callable[[Handler], None]:
    """A file that is no longer the one of which a part is at hand."""
    return lambda handler: send(handler, 200, BODY[::-1], ETag=etag)


@pytest.mark.parametrize(
    "then",
    [
        pytest.param(changed('"v2"'), id="it changed meanwhile: all of the new one"),
        pytest.param(status(416), id="the rest is refused"),
        pytest.param(status(206, b"zz", Content_Range="bytes 1-2/9"), id="another part than was asked for"),
    ],
)
def test_a_part_that_does_not_fit_is_dropped(then: Page, publisher: Publisher, rules: Rules, part: Path) -> None:
    publisher.put(URL, broken_off(BODY, 5000, '"v1"', then))
    with pytest.raises(Truncated):
        Downloader(replace(rules, tries=1)).download(URL, part)
    answers = iter([then, changed('"v2"')])
    publisher.put(URL, lambda handler: next(answers)(handler))
    Downloader(rules).download(URL, part)
    assert part.read_bytes() == BODY[::-1]


def test_a_part_of_another_address_is_not_taken_up(publisher: Publisher, rules: Rules, part: Path) -> None:
    other = publisher.put("https://zan.gov.kz/other", broken_off(b"y" * 9000, 5000, '"v1"', times=9))
    publisher.put(URL, text(BODY, '"v1"'))
    with pytest.raises(Truncated):
        Downloader(replace(rules, tries=1)).download(other, part)
    Downloader(rules).download(URL, part)
    assert part.read_bytes() == BODY


@pytest.mark.parametrize(
    ("etag", "modified"),
    [
        pytest.param('"v1"', "", id="ETag"),
        pytest.param("", "Wed, 01 Jul 2026 00:00:00 GMT", id="Last-Modified"),
    ],
)
def test_what_is_known_does_not_come_again(
    etag: str, modified: str, publisher: Publisher, rules: Rules, part: Path
) -> None:
    publisher.put(URL, text(BODY, etag, modified))
    came = Downloader(rules).download(URL, part, Came(False, etag, modified))
    assert came == Came(True, etag, modified) and not part.exists()


def test_one_request_a_pause_and_host(publisher: Publisher, rules: Rules, part: Path) -> None:
    other = publisher.put("https://zan.gov.kz/a", text(BODY))
    publisher.put(URL, text(BODY))
    polite = Downloader(replace(rules, pause=0.3))
    for url in (URL, other, URL):
        polite.download(url, part)
    first, second, third = (asked.at for asked in publisher.asked)
    assert second - first < 0.25 and third - first >= 0.29


def test_the_end_of_all_patience_comes_before_that_of_one_silence(
    publisher: Publisher, rules: Rules, part: Path
) -> None:
    publisher.put(URL, lambda handler: time.sleep(9.0))
    began = time.monotonic()
    with pytest.raises(TimedOut):
        Downloader(replace(rules, read=8.0, total=0.3)).download(URL, part)
    assert time.monotonic() - began < 5


def test_progress_is_told(publisher: Publisher, rules: Rules, part: Path) -> None:
    publisher.put(URL, text(BODY))
    told: list[tuple[int, int]] = []
    Downloader(rules).download(URL, part, show=lambda done, whole: told.append((done, whole)))
    assert told[-1] == (len(BODY), len(BODY)) and told == sorted(told)


def test_no_proxy_and_no_cookies(
    publisher: Publisher, rules: Rules, part: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    publisher.put(URL, status(302, Location="/next", Set_Cookie="id=1"))
    publisher.put("https://adilet.zan.kz/next", text(BODY))
    Downloader(rules).download(URL, part)
    assert set(publisher.asked[1].headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding"}


def test_by_default_certificates_and_names_are_checked() -> None:
    context = trusted()
    assert context.check_hostname and context.verify_mode.name == "CERT_REQUIRED" and context.cert_store_stats()["x509"]
