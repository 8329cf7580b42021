"""Plain conditions that a claim drops in silence: «если право сохранилось», «… берген жағдайда», "if he asks for it".

Word patterns only, in lower case as `clauses.plain` gives it. A condition counts as kept if the claim has one of its
words, or a condition of its own in other words. It does not look at exceptions, consents and «при условии» (`limits`),
nor at whether the condition is the right one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant import clauses
from assistant.limits import RESTATED, RESTATES

OWN_WORDS = 2  # content words that the rule itself does not have: «если выявлено» alone says too little
_WORD, _TO_ITS_END = r"[^\s,;.()]+", r"[^,;.()]*"
CONDITION: Final = {
    "ru": re.compile(
        rf"(?:\b(?:если|когда)\b|\bв\s+случа(?:е|ях)\b|\bу\s+котор\w+\s+(?:не|нет)\b|\bпри\s+(?!этом|условии|чем|помощи)(?={_WORD})){_TO_ITS_END}"
    ),
    "kk": re.compile(
        rf"\b(?:{_WORD}\s+){{0,3}}{_WORD}(?:са|се|ғанда|генде|қанда|кенде)(?=[\s,;.])"
        rf"|\b(?:{_WORD}\s+){{1,4}}(?:жағдай(?:да|ларда|ында)|кез(?:де|інде))(?=[\s,;.])"
    ),
    "en": re.compile(
        rf"\b(?:if|when|where|once|in\s+case\s+of|in\s+the\s+(?:case|event)\s+of|in\s+the\s+event)\b{_TO_ITS_END}"
    ),
}
BESIDE: Final = {  # what stands before a condition of something else, which the claim may leave out
    "ru": re.compile(r"(?:\bили,?|в\s+том\s+числе,?|\bтакже,?)\s*$"),
    "kk": re.compile(r"(?:немесе,?|\bне,|соның\s+ішінде|сондай-ақ)\s*$"),
    "en": re.compile(r"(?:\bor,?|including,?|\balso)\s*$"),
}
VAGUE: Final = {  # a condition that only points to other law, or none
    "ru": re.compile(r"предусмотр|законодат|\bзакон\w*\s+(?:не\s+)?устан|\bстать"),
    "kk": re.compile(r"көздел|заңнама|қарағанда|айтпағанда|өзге|\d-бап"),
    "en": re.compile(r"provided|\blaw\b|otherwise|\barticle"),
}


def silent(claim: str, passage: str, lang: str) -> Iterator[tuple[str, str]]:
    """Each sentence of a claim that restates a rule without a condition of it, and the condition.

    >>> list(silent("Данные можно передать.", "Данные можно передать, если указан источник сведений.", "ru"))
    [('данные можно передать.', 'если указан источник сведений')]
    """
    whole = clauses.plain(claim, lang)
    words = clauses.content(whole, lang)
    rules = [rule for line in clauses.plain(passage, lang).splitlines() for rule in clauses.SENTENCE.split(line)]
    for said in clauses.SENTENCE.split(whole):
        stems = clauses.stems(said, lang)
        shares = [clauses.share(stems, clauses.stems(rule, lang)) for rule in rules]
        least = max(RESTATES, RESTATED * max(shares, default=0.0))
        for rule in (rule for rule, share in zip(rules, shares, strict=True) if share >= least):
            yield from ((said, condition) for condition in _unanswered(whole, words, rule, lang))


def _unanswered(claim: str, words: frozenset[str], rule: str, lang: str) -> Iterator[str]:
    """The conditions of a rule of which the claim has no word, and no condition that may stand for it."""
    found = [hit for hit in CONDITION[lang].finditer(rule) if _counts(hit, lang)]
    held = [clauses.content(hit[0], lang) for hit in found]
    main = clauses.content(_without(rule, found), lang)
    answers = [new for hit in CONDITION[lang].finditer(claim) if (new := clauses.content(hit[0], lang) - main)]
    for hit, has in zip(found, held, strict=True):
        own = has - main
        others = frozenset().union(*(each for each in held if each is not has))
        answered = own & words or any(not new & others for new in answers)
        if len(own) >= OWN_WORDS and not answered:
            yield hit[0].strip()


def _counts(hit: re.Match[str], lang: str) -> bool:
    return not (BESIDE[lang].search(hit.string[: hit.start()]) or VAGUE[lang].search(hit[0]))


def _without(rule: str, found: list[re.Match[str]]) -> str:
    for hit in reversed(found):
        rule = f"{rule[: hit.start()]} {rule[hit.end() :]}"
    return rule
