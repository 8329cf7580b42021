"""Which addresses may be asked for a text: https, a host of the list, and a public address behind its name.

It looks names up and judges; it opens no connection. `downloading` connects to the very address that was judged here,
so that a name which changes its mind between the look-up and the connection gains nothing.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from assistant.faults import AddressNotPublic, HostNotAllowed, NotReachable

HOST = re.compile(r"(?=.{1,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
KEPT = "%/:?#[]@!$&'()*+,;=-._~"  # RFC 3986: what may stand in a path and a query as it is
GLOBAL_IPV6 = ipaddress.ip_network("2000::/3")  # RFC 4291: the only part of IPv6 given out for the internet
WITHOUT_TUNNELS = tuple(
    ipaddress.ip_network(each)
    for each in ("2001::/32", "2002::/16")  # Teredo (RFC 4380) and 6to4 (RFC 3056) reach any IPv4 address
)
NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: the IPv4 address is in the last four bytes


@dataclass(frozen=True)
class Target:
    """An address that passed: the host in small letters, the port, and the path with its query."""

    host: str
    port: int
    path: str


def target(url: str, hosts: frozenset[str], port: int = 443) -> Target:
    """Take an address apart; HostNotAllowed unless it is https on one of the hosts and on that port, without a user.

    >>> target("https://adilet.zan.kz/rus/docs/K1500000414#z1", frozenset({"adilet.zan.kz"}))
    Target(host='adilet.zan.kz', port=443, path='/rus/docs/K1500000414')
    """
    if not url.isprintable() or re.search(r"[\s\\]", url):
        raise HostNotAllowed(ascii(url)[1:-1])
    try:
        parts = urlsplit(url)
        host, given = parts.hostname or "", parts.port
    except ValueError as error:
        raise HostNotAllowed(url) from error
    allowed = parts.scheme == "https" and HOST.fullmatch(host) and host in hosts
    if not allowed or "@" in parts.netloc or given not in (None, port):
        raise HostNotAllowed(url)
    path = quote(parts.path or "/", safe=KEPT) + (f"?{quote(parts.query, safe=KEPT)}" if parts.query else "")
    return Target(host, port, path)


def is_public(address: str) -> bool:
    """True for an IP address on the open internet; False for anything private, reserved, tunnelled or not an IP.

    >>> is_public("8.8.8.8"), is_public("169.254.169.254"), is_public("::ffff:127.0.0.1"), is_public("0x7f.1")
    (True, False, False, False)
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found in NAT64:
            return is_public(str(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)))
        if found not in GLOBAL_IPV6 or any(found in tunnel for tunnel in WITHOUT_TUNNELS):
            return False
    return found.is_global and not (found.is_multicast or found.is_reserved)


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The IP addresses behind a name, in the system's order, each once; NotReachable if there are none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotReachable(f"{host}: {error}") from error
    return tuple(dict.fromkeys(str(each[4][0]) for each in found))


def judged(
    host: str, port: int, look_up: Callable[[str, int], tuple[str, ...]], public: Callable[[str], bool]
) -> tuple[str, ...]:
    """The addresses behind a name; AddressNotPublic if even one of them is not public, NotReachable without any."""
    found = look_up(host, port)
    hidden = [address for address in found if not public(address)]
    if hidden:
        raise AddressNotPublic(f"{host} → {hidden[0]}")
    if not found:
        raise NotReachable(host)
    return found
