"""Type questions as people do in a hurry: a third of the longer words get one error, the same for the same seed.

Errors are those of a hand on a keyboard (a letter left out, doubled, exchanged with the next, or its neighbour's key)
and of an ear («о» for «а»). The first letter stays, as do numbers, abbreviations and short words.
"""

from __future__ import annotations

import hashlib
import random
import re
from dataclasses import replace

from evals.asking import Asked

SHARE = 0.35  # of the words that may get an error
SHORTEST = 4
CYRILLIC_KEYS, LATIN_KEYS = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"), ("qwertyuiop", "asdfghjkl", "zxcvbnm")
KEYS = {"kk": CYRILLIC_KEYS, "ru": CYRILLIC_KEYS, "en": LATIN_KEYS}
SOUNDS = {  # a letter and what is written for it
    "kk": dict(["оу", "ыі", "іы", "еі", "аә", "ұу", "үу", "тд", "дт", "қг", "пб", "лд", "нд"]),
    "ru": dict(["оа", "ао", "еи", "ие", "ыи", "яе", "зс", "сз", "тд", "дт", "вф", "гк", "бп"]),
    "en": dict(["ea", "ae", "ie", "ou", "sc", "cs", "yi"]),
}
KINDS = ("sound", "sound", "left out", "neighbour", "exchanged", "doubled")


def mistyped(asked: Asked, seed: str) -> Asked:
    """The line with typing errors in its question, and the hash of that."""
    drawn = random.Random(f"{seed} {asked.question}")
    pieces = re.split(r"(\W+)", asked.question)
    question = "".join(_word(piece, asked.lang, drawn) if _may_err(piece, drawn) else piece for piece in pieces)
    return replace(asked, question=question, line=hashlib.sha256(question.encode()).hexdigest()[:12])


def _may_err(piece: str, drawn: random.Random) -> bool:
    return len(piece) >= SHORTEST and piece.isalpha() and not piece.isupper() and drawn.random() < SHARE


def _word(word: str, lang: str, drawn: random.Random) -> str:
    """The word with one error; kinds and places are drawn until one fits."""
    found = word
    while found == word:
        found = _with_error(word, drawn.randrange(1, len(word)), drawn.choice(KINDS), lang, drawn)
    return found


def _with_error(word: str, at: int, kind: str, lang: str, drawn: random.Random) -> str:
    before, letter, after = word[:at], word[at], word[at + 1 :]
    if kind == "sound":
        return before + SOUNDS[lang].get(letter, letter) + after
    if kind == "neighbour":
        return before + drawn.choice(_neighbours(letter, lang)) + after
    if kind == "exchanged":
        return before + after[:1] + letter + after[1:]
    return before + after if kind == "left out" else before + letter + letter + after


def _neighbours(letter: str, lang: str) -> list[str]:
    for row in KEYS[lang]:
        if (at := row.find(letter)) >= 0:
            return [*row[max(0, at - 1) : at], *row[at + 1 : at + 2]]
    return [letter]
