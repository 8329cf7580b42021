"""Name provisions for people, and find the articles that a question names.

A label says paragraph or part as the act itself numbers them. Finding citations in whole documents, with
ranges, lists and pinpoints, is not done here yet.
"""

from __future__ import annotations

import re

from assistant.law import Digest, Instrument

_NUMBER = r"(?P<number>\d{1,4}(?:-\d{1,2})?)"
_FORMS = (
    rf"\b(?:ст\.?|стать\w*)\s*№?\s*{_NUMBER}",  # «ст. 52», «в статье 52»
    rf"\b{_NUMBER}[-\s]*(?:й|ой|ей|я|ю)?\s*стать\w*",  # «в 52 статье», «52-я статья»
    rf"\b{_NUMBER}\s*-?\s*ба[пб]\w*",  # «52-бап», «52-бабының», «52 бап»
    rf"\bba[pb]\s+{_NUMBER}",
    rf"\bart(?:icle|\.)?s?\s*{_NUMBER}",  # "article 52", "art. 52"
)
ARTICLE = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
OTHER_ACTS = re.compile(
    r"конституци|гражданск\w+ кодекс|уголовн|налогов|семейн|\bгк\b|\bук\b|\bкоап\b|әкімшілік|қылмыстық|салық"
    r"|азаматтық кодекс|constitution|civil code|criminal code|tax code|penal code|administrative",
    re.IGNORECASE,
)
_LABELS = {
    "kk": ("{short}, {article}-бап", ", {n}-тармақ", ", {n}-бөлік", ", {n}) тармақша"),
    "ru": ("{short}, ст. {article}", ", п. {n}", ", ч. {n}", ", пп. {n}"),
    "en": ("{short}, art. {article}", "({n})", ", part {n}", "({n})"),
}


def articles_named(text: str) -> list[str]:
    """The numbers of articles that a text names, in its order, each once.

    >>> articles_named("что в 52 статье и ст. 126-1?")
    ['52', '126-1']
    """
    found = sorted((hit.start(), hit["number"]) for form in ARTICLE for hit in form.finditer(text))
    return list(dict.fromkeys(number for _, number in found))


def label(instrument: Instrument, digest: Digest, at: str, lang: str) -> str:
    """How a provision is cited in a language: «ТК РК, ст. 54, п. 1, пп. 2».

    The only part of an article without numbered paragraphs is not named.
    """
    whole, paragraph, part, sub = _LABELS[lang]
    text = whole.format(short=instrument.short[lang], article=digest.article)
    place, _, subparagraph = at.partition("/")
    if place and digest.numbering == "paragraphs":
        text += paragraph.format(n=place)
    elif place and len(digest.structure) > 1:
        text += part.format(n=place)
    return text + (sub.format(n=subparagraph) if subparagraph else "")
