"""Which addresses are judged fit: by their form, by the network behind the name, and on the way (SAFETY 16)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from assistant import addresses
from assistant.downloading import Downloader, Rules
from assistant.faults import AddressNotPublic, FetchFault, HostNotAllowed, NotReachable, UnexpectedAnswer
from tests.publisher import Publisher, publishing, redirect, text

HOSTS = frozenset({"adilet.zan.kz"})
GOOD = "https://adilet.zan.kz/rus/docs/K1"


@pytest.fixture(scope="module")
def publisher() -> Iterator[Publisher]:
    """A publisher under the portal's name."""
    with publishing() as found:
        yield found


def here(host: str, port: int) -> tuple[str, ...]:
    """Every name leads to this machine."""
    return ("127.0.0.1",)


def rules(publisher: Publisher, **changed: object) -> Rules:
    """Rules under which the test's publisher, and it alone, may be reached."""
    found = Rules(HOSTS, publisher.port, here, lambda a: a == "127.0.0.1", lambda: publisher.trust, pause=0)
    return replace(found, **changed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("url", "path"),
    [
        pytest.param(GOOD, "/rus/docs/K1", id="plain"),
        pytest.param("https://adilet.zan.kz", "/", id="no path"),
        pytest.param("https://ADILET.zan.kz:443/rus?a=1&b=2#z3", "/rus?a=1&b=2", id="capitals, the port, an anchor"),
        pytest.param("https://adilet.zan.kz/кодекс", "/%D0%BA%D0%BE%D0%B4%D0%B5%D0%BA%D1%81", id="Cyrillic path"),
        pytest.param("https://adilet.zan.kz/f?p=X:12100:0::NO::C:C087", "/f?p=X:12100:0::NO::C:C087", id="NORMLEX"),
        pytest.param("https://adilet.zan.kz/?uri=CELEX%3A32016", "/?uri=CELEX%3A32016", id="escaped once stays so"),
    ],
)
def test_an_address_that_may_be_asked(url: str, path: str) -> None:
    assert addresses.target(url, HOSTS) == addresses.Target("adilet.zan.kz", 443, path)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2a00:1450:4001:80b::200e", True),
        ("64:ff9b::808:808", True),  # NAT64 of 8.8.8.8: how IPv6-only networks reach IPv4 sites
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("127.0.0.1", False),
        ("169.254.169.254", False),
        ("172.16.0.1", False),
        ("192.0.2.1", False),
        ("192.168.1.1", False),
        ("198.18.0.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("::7f00:1", False),
        ("::ffff:8.8.8.8", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b:1::808:808", False),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", False),
        ("2001:db8::1", False),
        ("2002:808:808::", False),
        ("fc00::1", False),
        ("fe80::1", False),
        ("fe80::1%lo", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("2130706433", False),
        ("0177.0.0.1", False),
        ("localhost", False),
        ("", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert addresses.is_public(address) is public


@dataclass(frozen=True)
class Blocked:
    """An address that must be refused: by its form, by where its name leads, or by where it redirects."""

    url: str = GOOD
    fault: type[FetchFault] = HostNotAllowed
    allow: str = ""  # a host that somebody put on the list
    leads: tuple[str, ...] = ()  # where the look-up says the name leads; the system's own look-up if empty
    redirects: str = ""


FORM = {
    "http": Blocked("http://adilet.zan.kz/rus"),
    "ftp": Blocked("ftp://adilet.zan.kz/rus"),
    "a file": Blocked("file:///etc/passwd"),
    "another host": Blocked("https://example.org/"),
    "the host as a user": Blocked("https://adilet.zan.kz@example.org/"),
    "a user": Blocked("https://aliya:secret@adilet.zan.kz/"),
    "the host as a beginning": Blocked("https://adilet.zan.kz.example.org/"),
    "the host as an end": Blocked("https://not-adilet.zan.kz/"),
    "another port": Blocked("https://adilet.zan.kz:8443/"),
    "port nought": Blocked("https://adilet.zan.kz:0/"),
    "a dot at the end": Blocked("https://adilet.zan.kz./"),
    "a Cyrillic letter": Blocked("https://аdilet.zan.kz/"),
    "a backslash": Blocked("https://adilet.zan.kz\\@example.org/"),
    "a line break": Blocked("https://adilet.zan.kz/\r\nHost: example.org"),
    "IPv6 loopback": Blocked("https://[::1]/", allow="::1"),
}
NETWORK = {
    "IPv4 loopback": Blocked("https://127.0.0.1/", AddressNotPublic, "127.0.0.1"),
    "decimal": Blocked("https://2130706433/", AddressNotPublic, "2130706433"),
    "octal": Blocked("https://0177.0.0.1/", AddressNotPublic, "0177.0.0.1"),
    "hexadecimal": Blocked("https://0x7f000001/", AddressNotPublic, "0x7f000001"),
    "short": Blocked("https://127.1/", AddressNotPublic, "127.1"),
    "the cloud's own address": Blocked("https://169.254.169.254/latest", AddressNotPublic, "169.254.169.254"),
    "localhost": Blocked("https://localhost/", AddressNotPublic, "localhost"),
    "a name for a private network": Blocked(fault=AddressNotPublic, leads=("192.168.0.10",)),
    "one of two is private": Blocked(fault=AddressNotPublic, leads=("8.8.8.8", "10.0.0.1")),
    "IPv4 inside IPv6": Blocked(fault=AddressNotPublic, leads=("::ffff:169.254.169.254",)),
    "IPv4 inside NAT64": Blocked(fault=AddressNotPublic, leads=("64:ff9b::a9fe:a9fe",)),
}
WAY = {
    "redirect to the cloud's own address": Blocked(redirects="https://169.254.169.254/latest/meta-data"),
    "redirect to this machine": Blocked(redirects="https://localhost/"),
    "redirect to http": Blocked(redirects="http://adilet.zan.kz/rus/docs/K1"),
    "redirect in a circle": Blocked(fault=UnexpectedAnswer, redirects=GOOD),
}


def test_there_are_thirty() -> None:
    assert len(FORM | NETWORK | WAY) == 30


@pytest.mark.parametrize("case", (FORM | NETWORK).values(), ids=(FORM | NETWORK).keys())
def test_blocked_before_anything_is_asked(case: Blocked, publisher: Publisher, tmp_path: Path) -> None:
    publisher.pages["", "/"] = publisher.pages["", "/rus"] = publisher.pages["", "/rus/docs/K1"] = text(b"secret")
    publisher.asked.clear()
    look_up: Callable[[str, int], tuple[str, ...]] = (
        (lambda host, port: case.leads) if case.leads else addresses.resolve
    )
    allowed = HOSTS | {case.allow}
    strict = rules(publisher, hosts=allowed, resolve=look_up, public=addresses.is_public)
    with pytest.raises(FetchFault) as raised:
        Downloader(strict).download(case.url, tmp_path / "part")
    assert type(raised.value) is case.fault
    assert publisher.asked == [] and not (tmp_path / "part").exists()


@pytest.mark.parametrize("case", WAY.values(), ids=WAY.keys())
def test_blocked_on_the_way(case: Blocked, publisher: Publisher, tmp_path: Path) -> None:
    publisher.asked.clear()
    publisher.put(case.url, redirect(case.redirects))
    with pytest.raises(FetchFault) as raised:
        Downloader(rules(publisher)).download(case.url, tmp_path / "part")
    assert type(raised.value) is case.fault
    assert {asked.path for asked in publisher.asked} == {"/rus/docs/K1"} and len(publisher.asked) <= 6
    assert not (tmp_path / "part").exists()


def test_a_redirect_is_looked_up_and_judged_again(publisher: Publisher, tmp_path: Path) -> None:
    publisher.put(GOOD, redirect("https://zan.gov.kz/inside"))
    leads = {"adilet.zan.kz": ("127.0.0.1",), "zan.gov.kz": ("10.0.0.7",)}
    strict = rules(publisher, hosts=HOSTS | {"zan.gov.kz"}, resolve=lambda host, port: leads[host])
    with pytest.raises(AddressNotPublic, match=r"zan\.gov\.kz → 10\.0\.0\.7"):
        Downloader(strict).download(GOOD, tmp_path / "part")


def test_it_connects_to_the_address_that_was_judged(publisher: Publisher, tmp_path: Path) -> None:
    """A name that leads elsewhere at a second look-up (DNS rebinding) is not looked up a second time."""
    publisher.put(GOOD, text(b"the text"))
    answers = iter([("127.0.0.1",), ("10.0.0.1",)])
    Downloader(rules(publisher, resolve=lambda host, port: next(answers))).download(GOOD, tmp_path / "part")
    assert (tmp_path / "part").read_bytes() == b"the text" and next(answers) == ("10.0.0.1",)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"hosts": frozenset({"lex.uz"})}, id="a certificate for other names"),
        pytest.param({"trust": Rules(HOSTS).trust}, id="a certificate that nobody vouches for"),
        pytest.param({"resolve": lambda host, port: ()}, id="a name without addresses"),
        pytest.param({"port": 1}, id="nobody listens"),
    ],
)
def test_not_reachable(changed: dict[str, object], publisher: Publisher, tmp_path: Path) -> None:
    publisher.asked.clear()
    url = "https://lex.uz/docs/6257288" if "hosts" in changed else GOOD
    with pytest.raises(NotReachable):
        Downloader(rules(publisher, **changed)).download(url, tmp_path / "part")
    assert publisher.asked == []
