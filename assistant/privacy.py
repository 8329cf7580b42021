"""Hide personal data before a text leaves the machine, and put it back into what returns.

Where personal data stand is for `personal_data` and `introductions` to find; here they become placeholders that a
model keeps. Nothing is stored, and no service is asked.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from assistant import introductions, personal_data
from assistant.personal_data import Span

PLACEHOLDER = re.compile(r"\[\s*(ID|CARD|PHONE|EMAIL|IBAN|PERSON)\s*[-–_ ]\s*(\d+)\s*\]", re.IGNORECASE)


@dataclass(frozen=True)
class Found:
    """One thing that was hidden: its kind (ID, CARD, PHONE, EMAIL, IBAN, PERSON), the words, the placeholder."""

    kind: str
    said: str
    placeholder: str


@dataclass(frozen=True)
class Hidden:
    """A text without personal data, and what was hidden in it, for the user to see."""

    text: str
    found: tuple[Found, ...]


def hide(text: str, earlier: Sequence[Found] = ()) -> Hidden:
    """The text with placeholders for personal data; what was hidden `earlier` in a conversation keeps its own.

    >>> hide("Меня зовут Айгуль Серикова, тел. 8 701 123 45 67. Отпуск с 01.07.2026, ст. 88?").text
    'Меня зовут [PERSON-1], тел. [PHONE-1]. Отпуск с 01.07.2026, ст. 88?'
    """
    spans = personal_data.find(text)
    spans += [span for span in introductions.find(text) if not any(_overlap(span, other) for other in spans)]
    known = {(each.kind, each.said): each for each in earlier}
    taken = {(hit[1].upper(), int(hit[2])) for hit in PLACEHOLDER.finditer(text)}
    taken |= {(hit[1].upper(), int(hit[2])) for each in earlier if (hit := PLACEHOLDER.match(each.placeholder))}
    found, parts, end = [], [], 0
    for span in sorted(spans, key=lambda each: each.start):
        said = text[span.start : span.end]
        if (span.kind, said) not in known:
            number = next(n for n in range(1, len(text) + len(taken) + 2) if (span.kind, n) not in taken)
            taken.add((span.kind, number))
            known[span.kind, said] = Found(span.kind, said, f"[{span.kind}-{number}]")
        found.append(known[span.kind, said])
        parts += [text[end : span.start], found[-1].placeholder]
        end = span.end
    return Hidden("".join([*parts, text[end:]]), tuple(dict.fromkeys(found)))


def restore(text: str, found: Sequence[Found]) -> str:
    """The text with what was hidden in the place of its placeholders, also of those that a model wrote a little off.

    >>> restore("[Person 1] has a right to leave.", [Found("PERSON", "Айгуль", "[PERSON-1]")])
    'Айгуль has a right to leave.'
    """
    said = {each.placeholder: each.said for each in found}
    return PLACEHOLDER.sub(lambda hit: said.get(f"[{hit[1].upper()}-{int(hit[2])}]", hit[0]), text)


def reach(address: str) -> str:
    """How far a text goes that is sent to an address: `machine`, `network` (a private one) or `internet`.

    >>> reach("http://localhost:11434/v1"), reach("http://192.168.1.5/v1"), reach("https://api.example.com/v1")
    ('machine', 'network', 'internet')
    """
    host = urlsplit(address).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return "machine"
    try:
        place = ipaddress.ip_address(host)
    except ValueError:
        return "internet"  # a name, even a short one, may lead anywhere
    return "machine" if place.is_loopback else "network" if place.is_private else "internet"


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
