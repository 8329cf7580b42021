"""How phones reach this computer: its addresses in the local network, and an address as a QR code.

It asks the operating system only; nothing is sent anywhere.
"""

from __future__ import annotations

import io
import ipaddress

VIRTUAL = ("docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "utun", "tun", "tap", "zt", "wg", "vethernet")


def addresses() -> tuple[str, ...]:
    """The IPv4 addresses of this computer that phones in its network can reach, the likeliest first; none without one.

    Addresses of virtual networks of this computer come last: no phone is in them, but a name may mislead.
    """
    import ifaddr

    found = []
    for adapter in ifaddr.get_adapters():
        virtual = adapter.nice_name.lower().startswith(VIRTUAL)
        for each in adapter.ips:
            address = ipaddress.ip_address(each.ip) if isinstance(each.ip, str) else None
            if address is not None and not (address.is_loopback or address.is_link_local):
                found.append((virtual, not address.is_private, str(address)))
    return tuple(address for _, _, address in sorted(found))


def room_address(address: str, port: int, code: str) -> str:
    """The address that a phone opens.

    >>> room_address("192.168.1.5", 8501, "K2MTA")
    'http://192.168.1.5:8501/room?code=K2MTA'
    """
    return f"http://{address}:{port}/room?code={code}"


def qr(text: str) -> str:
    """A QR code as SVG, black on white with its margin, to be shown as large as there is room."""
    import segno

    out = io.BytesIO()
    segno.make(text, error="m", micro=False).save(out, kind="svg", scale=10, border=4, light="white", xmldecl=False)
    return out.getvalue().decode("utf-8")
