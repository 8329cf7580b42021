"""Make a text fit for finding citations: folded letters, one kind of space and dash, and the way back to the original.

It mends what scanners, word processors and keyboards do to letters. It finds nothing and changes no wording: every
offset in the cleaned text leads to the place in the original that it came from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from assistant.language import CYRILLIC, FOLDS

PARAGRAPH = "¶"  # what stays of a blank line; no citation reaches across it
_DROPPED = re.compile(
    "[\u00ad\u200b-\u200d\u2060\ufeff]+|(?<=[^\\W\\d_])[-\u00ad]\\s*\\n\\s*(?=[^\\W\\d_])"
    "|[^\\S\\n]+(?=\\n)|(?<=\\s)[^\\S\\n]+"
)  # «ста-⏎тьи»; of several spaces, and of those beside a line break, one is kept
_BLANK = re.compile(r"\s*\n[^\S\n]*\n\s*")
_WHITE = re.compile(r"[^\S ]")
_DASHES = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2212": "-", "\u2014": "–", "\u2015": "–"})
_SMALL = FOLDS | _DASHES | str.maketrans("\u00a0\t\u2009\u202f\u2007", "     ")
_MISREAD = re.compile(r"(?<=\d)[зо](?=\d|[^\w]|$)")  # «5З» for 53, as scanners read it
_MIXED = re.compile(r"[a-z]+(?=[\u0400-\u04ff])[^\W\d_]*|[\u0400-\u04ff]+(?=[a-z])[^\W\d_]*")
_TO_CYRILLIC = str.maketrans("abcehkmoptxyi", "авсенкмортхуи")  # letters that look alike, small or capital
_TO_LATIN = str.maketrans("авсенкмортхуи", "abcehkmoptxyi")
_TYPED = {"tk": "тк", "pk": "рк", "ek": "ек", "kp": "кр", "ct": "ст"}  # whole words in Latin letters: «TK PK», «CT. 52»
_LATIN_WORD = re.compile(r"(?<![^\W\d_])(?:tk|pk|ek|kp|ct)(?![^\W\d_])")


@dataclass(frozen=True)
class Cleaned:
    """A folded text; `breaks` are the offsets in it before which something was dropped, `dropped` how much in all."""

    text: str
    breaks: tuple[int, ...] = ()
    dropped: tuple[int, ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original text of a span that is not empty in the cleaned one."""
        return self._back(start), self._back(end - 1) + 1

    def _back(self, at: int) -> int:
        before = bisect_right(self.breaks, at)
        return at + (self.dropped[before - 1] if before else 0)


def clean(text: str) -> Cleaned:
    """A text in small folded letters without soft hyphens and look-alikes, with the way back to its offsets.

    >>> clean("cтaтья\\u00a052, TK PK").text
    'статья 52, тк рк'
    """
    pieces, breaks, dropped, last, gone = [], [], [], 0, 0
    for hit in _DROPPED.finditer(text):
        pieces.append(text[last : hit.start()])
        last, gone = hit.end(), gone + hit.end() - hit.start()
        breaks.append(last - gone)
        dropped.append(gone)
    kept = "".join([*pieces, text[last:]])
    return Cleaned(_mended(_spaced(_lower(kept))), tuple(breaks), tuple(dropped))


def _lower(text: str) -> str:
    """Small folded letters, each where it was."""
    low = text.lower()
    low = low if len(low) == len(text) else "".join(c.lower()[:1] for c in text)
    return low.translate(_SMALL)


def _spaced(text: str) -> str:
    """Every white space a plain space, a blank line `PARAGRAPH` and spaces."""
    return _WHITE.sub(" ", _BLANK.sub(lambda hit: PARAGRAPH.ljust(len(hit[0])), text))


def _mended(text: str) -> str:
    """Look-alikes mended: Latin ones in a Cyrillic word, Cyrillic ones in a Latin word, whole words typed in Latin."""
    if not CYRILLIC.search(text):
        return text
    text = _MISREAD.sub(lambda hit: "3" if hit[0] == "з" else "0", _MIXED.sub(_one_script, text))
    return _LATIN_WORD.sub(lambda hit: _TYPED[hit[0]], text)


def _one_script(hit: re.Match[str]) -> str:
    word = hit[0]
    latin = [letter for letter in word if letter.isascii()]
    looks_cyrillic = all(ord(letter) in _TO_CYRILLIC for letter in latin)
    return word.translate(_TO_CYRILLIC if looks_cyrillic else _TO_LATIN)
