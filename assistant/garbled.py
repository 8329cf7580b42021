"""Is a model's sentence a statement made of words: none that nobody writes, none twice in a row, no question, an end.

What small models write is seen here: «обязан ублокируется», "retraining and retraining", a sentence cut off in a word.
A sentence of real words that means nothing passes, and what it means is judged by `supporting`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from assistant import clauses, numbers
from assistant.corpus import WORD, Corpus

LONG = 9  # letters from which a word may differ in its last three, else in its last two: endings that we never wrote
TWICE = re.compile(
    r"\b(\w+(?:\s+\w+){1,5})[\s,]+\1\b|\b(\w{3,})(?:\s+\2\b){2,}"
    r"|\b(\w{4,})\s+(?:and|or|и|или|және|немесе|мен)\s+\3\b"
)

LEAST = 3  # words of a sentence: «Аяқталады.» says nothing
RUN = 4  # words that stand in a sentence but once: a small model goes round
ENDED = re.compile(r"[.!…][\"'»”)\]]*$")
ASKED = re.compile(r"\?")
FIRST = {  # the asker's words, or the model's about itself: no law says I
    "ru": re.compile(r"\b(?:я|мне|меня|мною|мой|моя|мое|мои)\b"),
    "kk": re.compile(r"\b(?:менің|маған|\w{2,}(?:дым|дім))\b"),
    "en": re.compile(r"\b(?:i|me|my)\b(?!\.)"),
}


def garbled(claim: str, passage: str, lang: str, corpus: Corpus) -> bool:
    """True if a sentence is no whole statement, says words twice, or uses one that nothing of ours has.

    What the passage itself says so is no fault. An ending that we never wrote is none either.
    """
    said, held = clauses.plain(claim, lang).strip(), clauses.plain(passage, lang)
    if not ENDED.search(said) and not any(line.endswith(said) for line in held.splitlines()):
        return True  # cut off: what is missing may be its condition
    if len(re.findall(r"\w+", said)) < LEAST:
        return True
    if any(pattern.search(said) and not pattern.search(held) for pattern in (ASKED, FIRST[lang])):
        return True
    if any(twice[0] not in held for twice in TWICE.finditer(said)) or _runs(said) - _runs(held):
        return True
    known = corpus.spellings.get(lang, ())
    return any(
        word not in held and not _written(word, known) and not numbers.in_text(word, lang)
        for word in WORD.findall(said)
    )


def _runs(text: str) -> set[str]:
    """The runs of a few words that stand in a text more than once."""
    words = re.findall(r"\w+", text)
    counted = Counter(" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    return {run for run, times in counted.items() if times > 1}


def _written(word: str, known: tuple[str, ...]) -> bool:
    """True if a word begins as one of ours does, but for its ending."""
    start = word[:-3] if len(word) >= LONG else word[:-2]
    at = bisect_left(known, start)
    return len(start) < 3 or (at < len(known) and known[at].startswith(start))
