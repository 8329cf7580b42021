"""Any text made harmless for Streamlit's Markdown, shown sign for sign as it is; spans of it in colours.

Nothing is taken out of a text: what Markdown would act on is escaped, and what Streamlit would replace only after
reading the Markdown (emoji names, bare addresses, arrows) is parted by an invisible sign.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

SIGNS = re.compile(r"([\\`*_{}\[\]<>#$~|!])")
ENTITY = re.compile(r"&(?=#?\w+;)")
LINE_OPENING = re.compile(r"^(\s*)(?:([-+=:])|(\d{1,9})([.)]))", re.MULTILINE)
INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
REPLACED_LATER = re.compile(r"(?<=:)(?=//|[\w+/-]+:)|(?<=www)(?=\.)|(?<=\S)(?=@\S)|(?<=[-<>~])(?=[-=>])", re.IGNORECASE)
JOINER = "\u2060"  # word joiner: no width, no place to break a line
SPACE = "\u00a0"


def plain(text: str) -> str:
    r"""A text with every sign that Markdown would act on made harmless.

    >>> plain("![x](b)")
    '\\!\\[x\\](b)'
    >>> plain("1. *a*")
    '1\\. \\*a\\*'
    """
    escaped = SIGNS.sub(r"\\\1", REPLACED_LATER.sub(JOINER, text))
    return LINE_OPENING.sub(_opening, ENTITY.sub(r"\\&", escaped))


def _opening(found: re.Match[str]) -> str:
    space, sign, number, dot = found.groups()
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{dot}"


def one_line(text: str) -> str:
    """A text as one harmless line, for labels and sentences.

    >>> one_line("a\\n b")
    'a b'
    """
    return plain(" ".join(text.split()))


def lines(text: str) -> str:
    r"""A text of several lines, harmless, each line and its indent kept.

    >>> lines("a\nb")
    'a  \nb'
    """
    kept = plain(INDENT.sub(lambda found: SPACE * len(found[0].expandtabs(4)), text)).split("\n")
    return "  \n".join([*(line if line.strip() else SPACE for line in kept[:-1]), kept[-1]])


def coloured(text: str, spans: Sequence[tuple[int, int, str]]) -> str:
    r"""A text of several lines with spans (start, end, colour) in colours; the first of two that overlap is shown.

    >>> coloured("see art. 52!", [(4, 11, "red")])
    'see :red[**art. 52**]\\!'
    """
    parts, at = [], 0
    for start, end, colour in sorted(spans):
        if start < at or end <= start:
            continue
        parts.append(_piece(text[at:start], text, at))
        parts.append(JOINER if text[start - 1 : start] == ":" else "")  # two colons would begin another directive
        parts.append("".join(_spot(piece, colour) for piece in re.split(r"(\s*\n\s*)", text[start:end])))
        at = end
    parts.append(_piece(text[at:], text, at))
    return "".join(parts)


def _spot(piece: str, colour: str) -> str:
    if "\n" in piece:
        return lines("x" + piece)[1:]
    core = piece.strip()
    return piece.replace(core, f":{colour}[**{plain(core)}**]", 1) if core else piece


def _piece(piece: str, text: str, at: int) -> str:
    """A piece between spans; only where it begins a line can its first sign open a list."""
    if at == 0 or text[at - 1] == "\n" or not piece:
        return lines(piece)
    return lines("x" + piece)[1:]
