"""Who does something and to whom, exchanged by a claim that has both: «оператор органға хабарлайды» for the reverse.

By endings and places of words, for anybody whom a text names; `supporting` knows the usual parties by name besides. In
Russian only those are looked at there, and nothing here: its order of words says little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant import clauses

_KK_WHO = re.compile(  # one who can act: -шы, and bodies
    r"\b[^\W\d]*(?:уші|ушы|йшы|йші|мшы|мші|жұмыскер|өкіл|оператор|орган|комиссия|инспектор|сот|прокурор|кәсіподақ|агент|орталық|"
    r"ұйым|кеңес|басшы)(?P<ending>\w*)"
)
_KK_MANY = r"(?:[лдт]ар|[лдт]ер)?(?:ы|і|сы|сі)?"
_KK_TO, _KK_BY = re.compile(_KK_MANY + r"(?:ға|ге|қа|ке|на|не)"), re.compile(_KK_MANY)
_EN_MODAL = (
    r"(?:must|may|shall|can|cannot|(?:is|are)\s+(?:obliged|entitled|required)|(?:has|have)\s+(?:to|the\s+right)"
    r"|needs?\s+to)\b(?!\s+(?:not\s+|also\s+)?be\s+\w+(?:ed|en|t)\b)"
)
_EN_WHO = re.compile(
    r"\b(?:the|an?|every|each|any|its|their)\s+((?:(?!(?:the|an?)\b)[\w'-]+\s+){1,4}?)(?:also\s+|itself\s+|then\s+)?"
    + _EN_MODAL
)
_EN_HANGS_ON = re.compile(r"\b(?:of|to|with|for|from|against|between|on|at|by|under|than)\s+$")


def exchanged(claim: str, passage: str, lang: str) -> Iterator[tuple[str, str]]:
    """Who acts by the claim, and who by the passage, where each has the other's place.

    >>> list(exchanged("Оператор органға хабарлайды.", "Орган операторға хабарлайды.", "kk"))
    [('оператор', 'орган')]
    """
    said, held = clauses.plain(claim, lang), clauses.plain(passage, lang)
    new, former = _turned_kk(said, held) if lang == "kk" else _turned_en(said, held) if lang == "en" else ((), ())
    if new and former:
        yield ", ".join(sorted(new)), ", ".join(sorted(former))


def _turned_kk(said: str, held: str) -> tuple[set[str], set[str]]:
    """Those who act here and are acted towards there, and the reverse."""
    (by, to), (by_there, to_there) = _roles(said), _roles(held)
    return (by - to) & (to_there - by_there), (to - by) & (by_there - to_there)


def _turned_en(said: str, held: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of those who act here, and of those who act there, if each text names both; none if they share one."""
    by, by_there = _subjects(said), _subjects(held)
    if by & by_there:
        return frozenset(), frozenset()
    return by & clauses.content(held, "en"), by_there & clauses.content(said, "en")


def _roles(text: str) -> tuple[set[str], set[str]]:
    """Kazakh: those named in the form of one who acts, and those in the dative."""
    by, to = set(), set()
    for hit in _KK_WHO.finditer(text):
        name = hit[0].removesuffix(hit["ending"])
        if _KK_TO.fullmatch(hit["ending"]):
            to.add(name)
        elif _KK_BY.fullmatch(hit["ending"]):
            by.add(name)
    return by, to


def _subjects(text: str) -> frozenset[str]:
    """English: the words of those who must or may do something, none for a passive."""
    found = [hit[1] for hit in _EN_WHO.finditer(text) if not _EN_HANGS_ON.search(text[: hit.start()])]
    return frozenset().union(*(clauses.content(words, "en") for words in found))
