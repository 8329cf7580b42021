"""Mend the typing errors of a question: «началник», «выхадные» and "dissmised" become the words that are meant.

A word is mended if no text held has it, no dictionary knows it, and a word that the texts have lies near: one letter
away, in a long Russian or English word two. Names, abbreviations and short words stay. Kazakh letters left out are no
errors of this kind: `spelling` puts them back.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from os.path import commonprefix
from typing import Any

from assistant.language import CYRILLIC, WORD, fold, kazakh_stem
from assistant.law import LANGUAGES

SHORTEST = 4  # letters of a word that is mended
LONG = {"ru": 10, "en": 9}  # letters from which a word may lie two away; Kazakh endings do so too often
FULL = 7  # letters of a Kazakh word below which only a letter left out is mended: short ones lie near each other
ENDING = 2  # letters at the end of a Kazakh word that are left as they are: there every form lies near another
# Beginnings of spoken words that no dictionary has.
SPOKEN = tuple("расчетк срочк матпомощ испыталк удаленк бюджетниц сверхурочк".split())
KNOWN = {"kk": 1, "ru": 2, "en": 2}  # how often a word stands in the texts to be one: their questions have errors too
MEANT = {"kk": 5, "ru": 2, "en": 2}  # and how often to be what another means
STEM = 4  # letters of a Kazakh stem by which a word with another ending is known
ENGLISH = "frequency_dictionary_en_82_765.txt"  # comes with symspellpy
DENYING = "мбп"
NEGATION = re.compile(f"[{DENYING}][ае]")  # in a Kazakh verb, folded: «аудармады» is not «аударады»
NOT = "не"  # typed together with its verb: «невыплачивают»
SENTENCE_ENDS = ".!?…:\n"
REMEMBERED = 10_000  # words looked up in the Russian dictionary


@dataclass(frozen=True)
class Mender:
    """By language: the folded words of the texts held, with how often they stand there."""

    held: Mapping[str, Mapping[str, int]]

    @classmethod
    def learn(cls, texts: Iterable[tuple[str, str]]) -> Mender:
        """Learn from (language, text) pairs."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for lang, text in texts:
            found[lang].update(word for word in WORD.findall(fold(text)) if len(word) >= SHORTEST and word.isalpha())
        return cls(dict(found))

    def mend(self, text: str, lang: str) -> str:
        """The text with its typing errors mended, everything else as it stands."""
        return mended(text, self.errors(text, lang))

    def errors(self, text: str, lang: str) -> dict[str, str]:
        """What is mended: each word as it is typed, and what it means."""
        typed = dict.fromkeys(found[0] for found in WORD.finditer(text) if not _stays(found))
        return {word: meant for word in typed if (meant := self._word(word, lang)) != word}

    def _word(self, word: str, lang: str) -> str:
        folded = fold(word)
        cyrillic = bool(CYRILLIC.search(folded))
        if len(folded) < SHORTEST or not folded.isalpha() or cyrillic == (lang == "en") or self._knows(folded, lang):
            return word
        if lang == "ru" and folded.startswith(NOT) and self._knows(rest := folded.removeprefix(NOT), lang):
            return f"{word[: len(NOT)]} {rest}"
        meant = self._nearest(folded, lang)
        return word if not meant else meant.capitalize() if word[0].isupper() else meant

    def _knows(self, folded: str, lang: str) -> bool:
        if folded in self._everywhere or folded.startswith(SPOKEN) or lang == "kk" and self._knows_stem(folded):
            return True
        return _is_russian(folded) if CYRILLIC.search(folded) else folded in _english()

    def _knows_stem(self, folded: str) -> bool:
        stem = kazakh_stem(folded)
        return len(stem) >= STEM and stem in self._kazakh_stems

    def _nearest(self, folded: str, lang: str) -> str:
        """The commonest of the nearest words that begin alike, or nothing."""
        from symspellpy import Verbosity

        far = 2 if len(folded) >= LONG.get(lang, len(folded) + 1) else 1
        for found in self._spelling[lang].lookup(folded, Verbosity.CLOSEST, max_edit_distance=far):
            if found.term[0] == folded[0] and (lang != "kk" or _is_kazakh_error(folded, found.term)):
                return str(found.term)
        return ""

    @cached_property
    def _everywhere(self) -> frozenset[str]:
        return frozenset(
            word for lang, words in self.held.items() for word, times in words.items() if times >= KNOWN.get(lang, 1)
        )

    @cached_property
    def _kazakh_stems(self) -> frozenset[str]:
        return frozenset(kazakh_stem(word) for word in self.held.get("kk", {}))

    @cached_property
    def _spelling(self) -> dict[str, Any]:
        """By language: a dictionary to look words up in that lie near. editdistpy's distances keep no state."""
        from symspellpy import SymSpell
        from symspellpy.editdistance import DistanceAlgorithm, EditDistance

        made = {}
        for lang in LANGUAGES:
            near = EditDistance(DistanceAlgorithm.DAMERAU_OSA_FAST)
            made[lang] = SymSpell(2 if lang in LONG else 1, distance_comparer=near)
            for word, times in self.held.get(lang, {}).items():
                if times >= MEANT[lang]:
                    made[lang].create_dictionary_entry(word, times)
        return made


def mended(text: str, errors: Mapping[str, str]) -> str:
    """The text with each of its errors, as `Mender.errors` gives them, replaced by what it means."""
    return WORD.sub(lambda found: found[0] if _stays(found) else errors.get(found[0], found[0]), text)


def _stays(found: re.Match[str]) -> bool:
    """Whether a word is no error: capitalised within a sentence (a firm, a town, a person), or before an apostrophe."""
    before, after = found.string[: found.start()].rstrip(" «\"'("), found.string[found.end() : found.end() + 1]
    name = found[0][0].isupper() and bool(before) and before[-1] not in SENTENCE_ENDS and not found[0].isupper()
    return name or after in ("'", "’")


def _is_kazakh_error(typed: str, meant: str) -> bool:
    """Whether a word may be meant by what is typed: not where it denies otherwise, or only the ending is another."""
    if _denies_otherwise(typed, meant) or len(commonprefix([typed, meant])) >= len(typed) - ENDING:
        return False
    return len(typed) >= FULL or len(meant) > len(typed)


def _denies_otherwise(one: str, other: str) -> bool:
    """Whether two forms of one Kazakh word differ in what denies."""
    stems = {kazakh_stem(word).rstrip(DENYING) for word in (one, other)}
    return len(stems) == 1 and len(NEGATION.findall(one)) != len(NEGATION.findall(other))


@cache
def _morphology() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()


@lru_cache(REMEMBERED)
def _is_russian(folded: str) -> bool:
    return bool(_morphology().word_is_known(folded))


@cache
def _english() -> frozenset[str]:
    lines = (resources.files("symspellpy") / ENGLISH).read_text(encoding="utf-8-sig").splitlines()
    return frozenset(line.partition(" ")[0] for line in lines)
