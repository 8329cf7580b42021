"""What limits a rule, an exception, a consent or a condition, and whether a claim that restates the rule keeps it.

Word lists only (`clause_words`). One exception of two may be dropped unseen, and whether the one that a claim names is
the one of the rule is not looked at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from assistant import clauses
from assistant.clause_words import (
    BUT_NOT,
    CONDITION,
    CONSENT,
    EXCEPTION,
    IF_NOT,
    LINKS,
    NEGATION,
    POINTS_BACK,
    SAID_CONDITION,
    SAID_EXCEPTION,
    SAID_NOT,
    WITH_CONSENT,
)

RESTATES = 0.4  # share of a claim's words in a rule from which it restates the rule, exceptions and all
RESTATED = 0.85  # of the share of the rule that the claim restates best: those are the rules it restates
MORE = 0.1  # share of a claim that a rule adds to the sentence before: else the claim restates that one alone
SHOWN = 60  # characters of an exception
_TO_ITS_END = r"[^.;]*"


def dropped(claim: str, passage: str, lang: str, after: str = "") -> Iterator[tuple[str, str]]:
    """Each sentence of a claim that restates a rule without what limits it, and the words that limit the rule.

    What limits it may be kept in the words `after` the claim too.

    >>> list(dropped("Ночной труд запрещён.", "Ночной труд запрещён, кроме труда сторожей.", "ru"))
    [('ночной труд запрещен.', 'кроме труда сторожей.')]
    """
    whole = clauses.plain(claim, lang)
    kept = f"{whole} {clauses.plain(after, lang)}" if after else whole
    rules = [rule for line in clauses.plain(passage, lang).splitlines() for rule in _rules(line, lang)]
    for said in clauses.SENTENCE.split(whole):
        words, denies = clauses.stems(said, lang), _denies(said, lang)
        shares = [_restated(words, rule, before, lang) for rule, before in rules]
        alike = [share for share, (rule, _) in zip(shares, rules, strict=True) if _denies(rule, lang) == denies]
        least = max(RESTATES, RESTATED * max(alike or shares, default=0.0))
        for rule in (rule for (rule, _), share in zip(rules, shares, strict=True) if share >= least):
            if limit := _unanswered(kept, rule, lang):
                yield said, limit


def _rules(line: str, lang: str) -> Iterator[tuple[str, str]]:
    """The sentences of a point, one that limits the sentence before joined to it, and what is said before each."""
    sentences = clauses.SENTENCE.split(line)
    for at, sentence in enumerate(sentences):
        linked = bool(at and LINKS[lang].search(sentence))
        before = " ".join(sentences[max(0, at - 1 - linked) : at - linked])
        yield f"{sentences[at - 1]} {sentence}" if linked else sentence, before


def _restated(words: frozenset[str], rule: str, before: str, lang: str) -> float:
    """How much of a claim a rule says, with the sentence before where «ол», «его», "it" points back to it."""
    own = clauses.share(words, clauses.stems(rule, lang))
    if not before or not POINTS_BACK[lang].search(rule):
        return own
    former = clauses.share(words, clauses.stems(before, lang))
    both = clauses.share(words, clauses.stems(f"{before} {rule}", lang))
    return both if both >= former + MORE else own


def _denies(text: str, lang: str) -> bool:
    return bool(NEGATION[lang].search(text))


def without(text: str, lang: str) -> str:
    """The text as it is read, without its exceptions: what they deny, the rule affirms.

    >>> without("Данные удаляют, если иное не предусмотрено договором. Это бесплатно.", "ru")
    'данные удаляют, . это бесплатно.'
    """
    return re.sub(f"(?:{EXCEPTION[lang]}){_TO_ITS_END}", "", clauses.plain(text, lang))


def _unanswered(claim: str, rule: str, lang: str) -> str:
    """The words of a rule that limit it and have nothing to answer them in the claim; "" where there are none."""
    limits = (
        (WITH_CONSENT, CONSENT[lang]),
        (EXCEPTION, f"{SAID_EXCEPTION[lang]}|{EXCEPTION[lang]}"),
        (BUT_NOT, f"{SAID_NOT[lang]}|{SAID_EXCEPTION[lang]}"),
        (CONDITION, f"{CONSENT[lang]}|{SAID_CONDITION[lang]}|{EXCEPTION[lang]}"),
        (IF_NOT, f"{SAID_CONDITION[lang]}|{EXCEPTION[lang]}"),
    )
    for words, answer in limits:
        if not (limit := re.search(words[lang], rule)):
            continue
        said = Counter(_with_next(answer, claim, lang))
        if words is not WITH_CONSENT:  # «не распространяется», «өзге жұмыс» may stand in the rule: they limit nothing
            said -= Counter(_with_next(answer, rule, lang, limit.start()))
        if not said:
            return rule[limit.start() : limit.start() + SHOWN].strip()
    return ""


def _with_next(answer: str, text: str, lang: str, until: int | None = None) -> Iterator[tuple[str, str]]:
    """The words that a pattern finds, each with the beginning of the word behind it; a denial alone is enough."""
    for hit in re.finditer(answer, text):
        if until is not None and hit.end() >= until:
            return
        ahead = re.match(r"\w*\W+(\w{1,4})", text[hit.end() :])
        yield hit[0], ahead[1] if ahead and not NEGATION[lang].search(hit[0]) else ""
