"""Which words of a heading tell its matter, and whether a text says them in any form.

Words are known by their beginnings; a modal word counts as the heading on rights or duties that it tells. It compares
no meanings.
"""

# ruff: noqa: E501 a list of words reads better unbroken
from __future__ import annotations

from functools import lru_cache

from assistant import language

BEGINNING = {"kk": 5, "ru": 4, "en": 5}  # letters by which two forms of a word are known
LONGER = {  # words that begin alike and name other things, in the letters that `language.words` keeps
    "kk": ("жумыссыз", "жумыскер"),
    "ru": ("работник", "работодат"),
    "en": ("employee", "employer", "employm"),
}
SAME = {  # a modal word tells a heading on rights or duties, and some words do not begin alike in all forms
    "kk": {
        "кукыл": "кукык",
        "кукыг": "кукык",
        "акти": "акт",
        "куру": "кур",
        "курыл": "кур",
        "курат": "кур",
        "уста": "уста",
        "толе": "толе",
        "отил": "отил",
        "шек": "шек",
    },
    "ru": {"вправ": "прав", "обязан": "обяз", "должност": "должн", "должен": "обяз", "должн": "обяз"},
    "en": {
        "must": "duty",
        "dutie": "duty",
        "may": "right",
        "setti": "set",
        "paid": "pay",
        "paym": "pay",
        "payi": "pay",
    },
}
EMPTY = {  # words of headings that name no matter
    "kk": ("жане", "немесе", "кезинде", "туралы", "бойынша", "ушин", "жониндеги", "тартиби", "озге", "баска"),
    "ru": ("при", "или", "порядок", "общие", "положения", "отдельных", "иных", "своей"),
    "en": ("the", "and", "for", "with", "from", "other", "certain", "their", "procedure", "general"),
}


@lru_cache(maxsize=20_000)
def beginnings(text: str, lang: str) -> frozenset[str]:
    """The beginnings of the words of a text that name a matter.

    >>> sorted(beginnings("Night work", "en"))
    ['night', 'work']
    """
    said = (word for word in language.words(text) if len(word) > 2 and word not in EMPTY[lang])
    return frozenset(_beginning(word, lang) for word in said if not word.isdigit())


def _beginning(word: str, lang: str) -> str:
    same = next((kept for begun, kept in SAME[lang].items() if word.startswith(begun)), "")
    return same or next((longer for longer in LONGER[lang] if word.startswith(longer)), word[: BEGINNING[lang]])


def shared(title: str, text: str, lang: str) -> int:
    """How many words of a heading, or of a term, a text says in any form."""
    return len(beginnings(title, lang) & beginnings(text, lang))
