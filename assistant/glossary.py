"""Read `corpus/glossary.yaml` and tell where a text says a term in one language and not in another.

A term is recognised by the beginnings of its words; `also` are looser wordings that count as the term said. A term
marked `loose` is often left out rightly («the agreement of the parties» beside «they agree») and is not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant import checked_yaml
from assistant.law import LANGUAGES, Texts

BASE = "ru"  # the language of the official text that the digests were written from


@dataclass(frozen=True)
class Term:
    """A term of the law in three languages, where the official texts have it, and how it is recognised."""

    id: str
    kk: str
    ru: str
    en: str
    where: str
    stems: dict[str, tuple[str, ...]]
    also: dict[str, tuple[str, ...]]
    sure: str
    loose: bool = False


@dataclass(frozen=True)
class Glossary:
    """Everything in `glossary.yaml`."""

    terms: tuple[Term, ...]


def load(path: Path) -> tuple[Term, ...]:
    """All terms; CorpusError names the file and what is wrong."""
    return checked_yaml.read(path, Glossary).terms


def unsaid(texts: Texts, terms: Sequence[Term]) -> Iterator[tuple[Term, str]]:
    """The terms that the Russian text says and another language does not, with that language."""
    held = {lang: folded(texts[lang], lang) for lang in LANGUAGES}
    for term in terms:
        if term.loose or not says(term.stems[BASE], held[BASE], BASE):
            continue
        for lang in LANGUAGES:
            if not says((*term.stems[lang], *term.also[lang]), held[lang], lang):
                yield term, lang


def folded(text: str, lang: str) -> str:
    """The words of a text as terms are compared: lower case, ё as е, Latin i as і in Kazakh, apostrophes dropped.

    >>> folded("The employee's pay", "en")
    'the employee pay'
    """
    text = text.lower().replace("ё", "е")
    if lang == "kk":
        text = text.replace("i", "і")
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"['’ʼ](?:s\b)?", "", text)))


def says(stems: Sequence[str], text: str, lang: str) -> bool:
    """Whether one of the stems occurs in a folded text: each of its words begins a word, side by side."""
    return bool(stems) and _pattern(tuple(stems), lang).search(text) is not None


@lru_cache(maxsize=10_000)
def _pattern(stems: tuple[str, ...], lang: str) -> re.Pattern[str]:
    return re.compile("|".join(r"\b" + r"\w* ".join(folded(stem, lang).split(" ")) for stem in stems))
