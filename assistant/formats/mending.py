"""Mend a text without changing its words: white space, soft hyphens, invisible characters, raised digits.

It joins no lines: `layout` does that for pages, where it is known how lines stand.
"""

from __future__ import annotations

import re
import unicodedata

SPACES = re.compile(r"[\s\u0085\u180e]+")
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
HYPHENS = re.compile("[\u2010\u2011]")  # «126‑1» with a hyphen that does not break is article 126-1
SOFT_BREAK = re.compile("\u00ad[ \t\r]*\n[ \t]*")
LINE_ENDS = re.compile(r"\r\n?|[\n\x0b\x0c\u2028\u2029]")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PLACE = (
    r"(?i:стать\w*|ст\.|пункт\w*|п\.|подпункт\w*|част\w+|ч\.|глав\w*|разделе?\w*|article|art\.|paragraph|section)\s+\d+"
)
INSERTED = re.compile(
    rf"((?:^|(?<=\n))\s*\d+|{_PLACE})([⁰¹²³⁴-⁹]+)|(\d+)([⁰¹²³⁴-⁹]+)(?=\s*-?\s*(?:бап|тарма|тарау|modda))"
)


def line(text: str) -> str:
    """One line: letters composed, invisible characters dropped, white space a single space.

    >>> line("  ра\\u00adбота\\u00a0 ночью ")
    'работа ночью'
    """
    return SPACES.sub(" ", INVISIBLE.sub("", HYPHENS.sub("-", unicodedata.normalize("NFC", text)))).strip()


def lines(text: str) -> str:
    """A text line by line as `line` mends it, with one blank line at most between two others.

    >>> lines("а\\r\\n\\n\\n  б\\u00ad\\nв")
    'а\\n\\nбв'
    """
    mended = [line(each) for each in LINE_ENDS.sub("\n", SOFT_BREAK.sub("", text)).split("\n")]
    kept = [each for number, each in enumerate(mended) if each or (number and mended[number - 1])]
    return inserted("\n".join(kept).strip("\n"))


def raised(digits: str) -> str:
    """Digits as they are printed above the line: «1» becomes «¹», so that 126 and a raised 1 never become 1261."""
    return digits.translate(RAISED)


def inserted(text: str) -> str:
    """Numbers of articles put in later, written with a raised digit, as we write them: with a dash.

    >>> inserted("Статья 126¹. Отдых на 15 м²")
    'Статья 126-1. Отдых на 15 м²'
    """

    def dashed(hit: re.Match[str]) -> str:
        number, digits = (hit[1], hit[2]) if hit[1] else (hit[3], hit[4])
        return f"{number}-{digits.translate(_LOWERED)}"

    return INSERTED.sub(dashed, text)
