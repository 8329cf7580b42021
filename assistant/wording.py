"""Does a sentence keep to the words of its passages: which of its words they do not have.

A word they have in another form is theirs, so is one of the same group in `known_words`; a harmless one passes. Numbers
are left to `measures`. It does not know what a word means: an honest sentence in other words has foreign words too.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile

from assistant import clauses, known_words, numbers

LEAST, ENDING = 4, 2  # letters that two forms of a word begin with, at least; letters by which their stems may differ


def foreign(claim: str, passage: str, lang: str) -> frozenset[str]:
    """The stems of a claim's content words that the passage has in no form.

    >>> sorted(foreign("Отпуск длится тридцать дней в квартал.", "Работнику дают отпуск 30 дней.", "ru"))
    ['квартал']
    """
    held = clauses.stems(passage, lang) | clauses.stems(_without_numbers(passage, passage, lang), lang)
    said = (
        clauses.content(_without_numbers(claim, passage, lang), lang) - held - clauses.general(lang) - _harmless(lang)
    )
    said |= _oneself(claim, lang) - _oneself(passage, lang)
    known = held.union(*(group for group in _groups(lang) if group & held))
    return frozenset(word for word in said if not any(_one_word(word, other) for other in known))


def _oneself(text: str, lang: str) -> frozenset[str]:
    """«Сам», «өзі», "itself": small words that put one who is named elsewhere in the place of the one who acts."""
    return frozenset(known_words.ONESELF[lang].findall(clauses.plain(text, lang)))


def _without_numbers(claim: str, passage: str, lang: str) -> str:
    """The claim without the numbers in words that its passage has in words or digits; «үшінші» beside «1-топ» stays."""
    held = numbers.in_text(passage, lang)
    text, found = numbers.placed(claim, lang)
    for values, start, end in reversed(found):
        if values <= held:
            text = f"{text[:start]} {text[end:]}"
    return text


def _one_word(one: str, other: str) -> bool:
    """True for two forms of one word, by how they begin: «передал», «передан».

    >>> _one_word("переда", "передан"), _one_word("работник", "работодател")
    (True, False)
    """
    shorter = min(len(one), len(other))
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return common >= (shorter if shorter <= LEAST else max(LEAST, shorter - ENDING)) and shorter > 2


@lru_cache(maxsize=8)
def _harmless(lang: str) -> frozenset[str]:
    return clauses.stems(known_words.HARMLESS[lang], lang)


@lru_cache(maxsize=8)
def _groups(lang: str) -> tuple[frozenset[str], ...]:
    return tuple(clauses.stems(line, lang) for line in known_words.ALIKE[lang].splitlines() if line.strip())
