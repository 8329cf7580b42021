"""The addresses that phones may use: those of real networks first, none of this computer alone."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from assistant.seminar import reach


@dataclass
class Address:
    """An address as the library lists it: a text, or three parts for IPv6."""

    ip: str | tuple[str, int, int]


@dataclass
class Adapter:
    """A network of this computer."""

    nice_name: str
    ips: list[Address]


LOOP = Adapter("lo", [Address("127.0.0.1"), Address(("::1", 0, 0))])
WIFI = Adapter("wlan0", [Address("192.168.1.5"), Address(("fe80::1", 0, 3))])
DOCKER = Adapter("docker0", [Address("172.17.0.1")])
PUBLIC = Adapter("eth0", [Address("8.8.8.8")])
UNPLUGGED = Adapter("eth1", [Address("169.254.3.4")])


@pytest.mark.parametrize(
    ("adapters", "expected"),
    [
        pytest.param([LOOP, WIFI], ("192.168.1.5",), id="a wireless network"),
        pytest.param([LOOP, DOCKER, WIFI], ("192.168.1.5", "172.17.0.1"), id="a virtual network comes last"),
        pytest.param([LOOP, PUBLIC, WIFI], ("192.168.1.5", "8.8.8.8"), id="the local network before the public one"),
        pytest.param([LOOP, UNPLUGGED], (), id="an address that the computer gave itself reaches nobody"),
        pytest.param([LOOP], (), id="no network"),
    ],
)
def test_addresses(adapters: list[Adapter], expected: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ifaddr.get_adapters", lambda: adapters)
    assert reach.addresses() == expected


def test_the_address_of_a_room_and_its_picture() -> None:
    address = reach.room_address("192.168.1.5", 8501, "K2MTA")
    assert address == "http://192.168.1.5:8501/room?code=K2MTA"
    drawn = reach.qr(address)
    assert drawn.startswith("<svg") and drawn == reach.qr(address) != reach.qr(address + "x")
    assert "script" not in drawn and "href" not in drawn
