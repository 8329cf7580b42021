"""Name provisions for people, and find the articles that a question names.

A label says paragraph or part as the act itself numbers them. Finding citations in whole documents, with
lists and pinpoints, is not done here yet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.acts import Named
from assistant.law import Digest, Instrument

_NUMBER = r"(\d{1,4}(?:[-–]\d{1,4})?)(?!\d)"
_ARTICLE_RU = r"стат(?:ь?(?:я|и|е|ю|[её]й|ями|ям|ях))(?![^\W\d_])"
_ARTICLE_KK = (
    r"ба(?:п(?:тар[^\W\d_]*|ты[ңн]|[қк]а|ты|та|тан|та[ғг]ы|пен)?"
    r"|б(?:ы|ын|ына|ында|ында[ғг]ы|ынан|ыны[ңн]|ымен))(?![^\W\d_])"
)
_INSIDE = r"(?:подпункт|пункт|част|абзац)[^\W\d_]*"  # places inside an article, whose numbers are not its number
_FORMS = (
    rf"\b\d+[-\s]*[^\W\d_]{{0,2}}\s*{_INSIDE}",  # «2 пункт» of «2 пункт 52 статьи»
    rf"\b(?:{_INSIDE}|пп?|ч)\.?\s*№?\s*\d+(?:[-–]\d+)?",  # «пункт 1» of «пункт 1 статьи 52»
    rf"\b(?:ст\.?|{_ARTICLE_RU})\s*№?\s*{_NUMBER}",  # «ст. 52», «в статье 52»
    rf"\b{_NUMBER}[-\s]*(?:й|ой|ей|я|ая|ю|ую)?\s*{_ARTICLE_RU}"  # «в 52 статье», «52-я статья»
    rf"(?!\s*№?\s*\d+\b(?!\W*(?:[^\W\d_]{{1,2}}\s+)?{_INSIDE}))",  # but not «1 и 2 статьи 52»
    rf"\b{_NUMBER}\s*[-–]?\s*{_ARTICLE_KK}",  # «52-бап», «52-бабының», «52 бап»
    rf"\b(?:ba[pb]|бап)\s+№?\s*{_NUMBER}",
    rf"\bart(?:icle|\.)?s?\s*{_NUMBER}",  # "article 52", "art. 52"
)
ARTICLE = re.compile("|".join(_FORMS), re.IGNORECASE)
NEAR = 60  # characters: «ст. 52 пункт 1 подпункт 2 Гражданского кодекса» has 24 between the article and its act
_WHOLE = {
    "articles": {"kk": "{short}, {n}-бап", "ru": "{short}, ст. {n}", "en": "{short}, art. {n}"},
    "paragraphs": {"kk": "{short}, {n}-тармақ", "ru": "{short}, п. {n}", "en": "{short}, para. {n}"},
    "chapters": {"kk": "{short}, {n}-тарау", "ru": "{short}, гл. {n}", "en": "{short}, ch. {n}"},
    "entries": {"kk": "{short}, {n}-тармақ", "ru": "{short}, п. {n}", "en": "{short}, item {n}"},
    "themes": {"kk": "{short}, {n}-тақырып", "ru": "{short}, тема {n}", "en": "{short}, theme {n}"},
    "annex": {"kk": "{short}, {n} қосымша", "ru": "{short}, приложение {n}", "en": "{short}, Annex {n}"},
}
_INNER = {
    "kk": (", {n}-тармақ", ", {n}-бөлік", ", {n}) тармақша"),
    "ru": (", п. {n}", ", ч. {n}", ", пп. {n}"),
    "en": ("({n})", ", part {n}", "({n})"),
}
ANNEX = "annex-"


def articles_named(text: str) -> list[str]:
    """The numbers of articles that a text names, in its order, each once; both ends of a range.

    >>> articles_named("что в 52 статье и ст. 126-1?")
    ['52', '126-1']
    >>> articles_named("пункт 1 статьи 52, ст. 113-115")
    ['52', '113', '115']
    """
    return list(dict.fromkeys(number for hit in _articles(text) for number in _ends(_number(hit))))


@dataclass(frozen=True)
class Place:
    """An article that a text names, and the act it names with it; None where it names none."""

    article: str
    act: Named | None


def places_named(text: str, acts: Sequence[Named]) -> list[Place]:
    """The articles that a text names, each with its act: the nearest of those that the text names, or the only one.

    >>> from pathlib import Path; from assistant import catalogue; from assistant.acts import named
    >>> held = catalogue.load(Path("corpus/catalogue.toml"))
    >>> asked = "что говорит ст. 24 Конституции?"
    >>> [(place.article, place.act.text) for place in places_named(asked, named(asked, held))]
    [('24', 'Конституции')]
    """
    found = []
    for hit in _articles(text):
        nearest = min(acts, key=lambda act: _gap(act, hit), default=None)
        if nearest and len(acts) > 1 and _gap(nearest, hit) > NEAR:
            nearest = None
        found += [Place(number, nearest) for number in _ends(_number(hit))]
    return list(dict.fromkeys(found))


def _articles(text: str) -> list[re.Match[str]]:
    return [hit for hit in ARTICLE.finditer(text) if hit.lastindex]


def _number(hit: re.Match[str]) -> str:
    """The number that the one form which fits has caught."""
    return str(hit[hit.lastindex or 0]).replace("–", "-")


def _ends(number: str) -> list[str]:
    """Both ends of a range: 52-53 is one, 126-1 is an article that was put in after article 126."""
    first, _, last = number.partition("-")
    return [first, last] if last and int(last) >= int(first) else [number]


def _gap(act: Named, hit: re.Match[str]) -> int:
    return max(act.start - hit.end(), hit.start() - act.end)


def label(instrument: Instrument, digest: Digest, at: str, lang: str) -> str:
    """How a provision is cited in a language: «ТК РК, ст. 54, п. 1, пп. 2».

    The only part of an article without numbered paragraphs is not named.
    """
    annex = digest.article.startswith(ANNEX)
    number = digest.article.removeprefix(ANNEX).upper() if annex else digest.article
    paragraph, part, sub = _INNER[lang]
    place, _, subparagraph = at.partition("/")
    if place and instrument.numbered == "entries":
        number, place = f"{number}.{place}", ""  # «п. 2.1»
    elif instrument.numbered == "themes":
        place, subparagraph = "", ""
    text = _WHOLE["annex" if annex else instrument.numbered][lang].format(short=instrument.short[lang], n=number)
    if place and digest.numbering == "paragraphs":
        text += paragraph.format(n=place)
    elif place and len(digest.structure) > 1:
        text += part.format(n=place)
    return text + (sub.format(n=subparagraph) if subparagraph else "")
