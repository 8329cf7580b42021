"""Which language a question is in: Kazakh, Russian, English, or none of ours.

Kazakh typed without its letters looks Russian to ready-made detectors, so the three languages are told apart by
letter triples counted in the digests themselves, on folded text. A fourth language is recognised by its script, by
letters that none of ours has, or by py3langid when the text fits none of our three. Kazakh and Russian in Latin
letters are compared with English as what they would be in Cyrillic ones.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant import latin
from assistant.language import fold
from assistant.law import LANGUAGES

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

KAZAKH_LETTERS = re.compile("[әғқңөұүһі]", re.IGNORECASE)
FOREIGN_LETTERS = re.compile("[éèêàâîôûўҳҷӣӯїєґљњћђąčęėįłńßñçãõğşıəžšřůäåæø]")
LETTERS = re.compile(r"[^\W\d_]+")
FOREIGN_SURE = 0.9  # py3langid's probability from which a text that fits none of ours is another language's
STRANGE = {"Cyrl": -7.8, "Latn": -7.9}  # mean log-likelihood of a triple below which a text fits none of ours
LEANS_KAZAKH = 0.5  # so that words of which neither language knows the triples, «шеф», do not decide
IN_LATIN, IN_LATIN_LEAST = 1.5, -8.15  # above English, and at least: dev questions 1.73 and -8.05, Uzbek 1.2 and -8.22
SHORTEST = 12  # letters below which a fourth language is not looked for


@dataclass(frozen=True)
class Triples:
    """Letter triples of one language: log-likelihoods, and that of a triple never seen."""

    known: Mapping[str, float]
    unseen: float

    def score(self, text: str) -> float:
        """The mean log-likelihood of the triples of a folded text."""
        found = _triples(text)
        return sum(self.known.get(triple, self.unseen) for triple in found) / max(1, len(found))


@dataclass(frozen=True)
class Detector:
    """Letter triples of the three languages."""

    triples: Mapping[str, Triples]

    @classmethod
    def learn(cls, texts: Iterable[tuple[str, str]]) -> Detector:
        """Count the triples of (language, text) pairs."""
        counts = {lang: Counter[str]() for lang in LANGUAGES}
        for lang, text in texts:
            counts[lang].update(_triples(fold(text)))
        return cls({lang: _likelihoods(found) for lang, found in counts.items()})

    def language(self, text: str) -> str | None:
        """kk, ru or en; None where the text is in none of them.

        A Kazakh letter decides for Kazakh unless the text is mostly Latin.
        """
        letters = "".join(LETTERS.findall(text))
        if not letters:
            return None
        latin = sum("LATIN" in unicodedata.name(letter, "") for letter in letters)
        cyrillic = sum("CYRILLIC" in unicodedata.name(letter, "") for letter in letters)
        if latin + cyrillic < len(letters) / 2:
            return None
        ours = ["en"] if latin > cyrillic else ["kk", "ru"]
        scores = {lang: self.triples[lang].score(fold(text)) for lang in ours}
        script = "Latn" if latin > cyrillic else "Cyrl"
        if typed := self._typed_in_latin(text, scores["en"]) if ours == ["en"] else None:
            return typed
        if len(letters) >= SHORTEST and _is_foreign(text, max(scores.values()), script):
            return None
        if ours == ["en"]:
            return "en"
        return "kk" if KAZAKH_LETTERS.search(text) or self._leans(fold(text)) > LEANS_KAZAKH else "ru"

    def _typed_in_latin(self, text: str, english: float) -> str | None:
        """kk or ru where the text is likelier one of them in Latin letters than English; None where it is not."""
        scores = {lang: self.triples[lang].score(fold(latin.to_cyrillic(text, lang))) for lang in latin.CYRILLIC}
        best = max(scores, key=scores.__getitem__)
        return best if scores[best] > max(english + IN_LATIN, IN_LATIN_LEAST) else None

    def _leans(self, text: str) -> float:
        """How much the words are likelier in Kazakh than in Russian; each weighs by the root of its length.

        By its whole length one Russian root, «сверхурочный», outweighs two Kazakh words (digest questions without
        Kazakh letters, learned from the other half: 15 of 6095 wrong instead of 18; dev questions: 1 instead of 3).
        """
        kazakh, russian = self.triples["kk"], self.triples["ru"]
        return sum(math.sqrt(len(word)) * (kazakh.score(word) - russian.score(word)) for word in LETTERS.findall(text))


def _is_foreign(text: str, score: float, script: str) -> bool:
    if FOREIGN_LETTERS.search(text.lower()) and score < STRANGE[script] + 0.5:
        return True
    if score >= STRANGE[script]:
        return False
    language, probability = _identifier().classify(text)
    return language not in LANGUAGES and float(probability) >= FOREIGN_SURE


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _triples(text: str) -> list[str]:
    return [
        padded[i : i + 3] for word in LETTERS.findall(text) for padded in [f" {word} "] for i in range(len(padded) - 2)
    ]


def _likelihoods(counts: Counter[str]) -> Triples:
    whole = counts.total() + len(counts) + 1
    return Triples({t: math.log((n + 1) / whole) for t, n in counts.items()}, math.log(1 / whole))
