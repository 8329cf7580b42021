"""Name provisions for people, and find the articles that a question names.

A label says paragraph or part as the act itself numbers them. Finding citations in whole documents, with
lists and pinpoints, is not done here yet.
"""

from __future__ import annotations

import re

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
OTHER_ACTS = re.compile(
    r"\bконституци(?!он)\w*|\bconstitution(?!al)\w*|\b(?:гк|ук|упк|гпк|коап|нк рк)\b"
    r"|\b(?:гражданск|уголовн|налогов|семейн|административн|земельн|предпринимательск|социальн|бюджетн|экологическ"
    r"|азаматты[қк]|[қк]ылмысты[қк]|салы[қк]|отбасы|[әа]к[іи]мш[іи]л[іи]к|жер|к[әа]с[іи]пкерл[іи]к|[әа]леуметт[іи]к"
    r"|бюджетт[іи]к|экологиялы[қк])[\w-]*(?: \w+){0,2}? кодекс\w*"
    r"|\bкодекс\w* (?:об административн|о браке)\w*"
    r"|\b(?:civil|criminal|tax|penal|administrative|family|land|entrepreneurial|social|budget)(?: \w+){0,2}? code"
    r"|\bcode (?:of|on) (?:civil|criminal|administrative)\w*",
    re.IGNORECASE,
)
CIVIL = re.compile(r"гк|гражданск|азаматт|civil", re.IGNORECASE)
OWN_ACT = re.compile(r"\bтк\b|\bек\b|\bтрудов\w+ кодекс|\bе[ңн]бек кодекс|\blabou?r code", re.IGNORECASE)
NEAR = 60  # characters: «ст. 52 пункт 1 подпункт 2 Гражданского кодекса» has 24 between the article and its act
_LABELS = {
    "kk": ("{short}, {article}-бап", ", {n}-тармақ", ", {n}-бөлік", ", {n}) тармақша"),
    "ru": ("{short}, ст. {article}", ", п. {n}", ", ч. {n}", ", пп. {n}"),
    "en": ("{short}, art. {article}", "({n})", ", part {n}", "({n})"),
}


def articles_named(text: str) -> list[str]:
    """The numbers of articles that a text names, in its order, each once; both ends of a range.

    >>> articles_named("что в 52 статье и ст. 126-1?")
    ['52', '126-1']
    >>> articles_named("пункт 1 статьи 52, ст. 113-115")
    ['52', '113', '115']
    """
    return list(dict.fromkeys(number for hit in _articles(text) for number in _ends(_number(hit))))


def of_another_act(text: str) -> str:
    """The first article that a text names together with another act than the Labour Code, else nothing.

    The act of an article is the one whose name stands nearest to it.

    >>> of_another_act("что говорит ст. 24 Конституции?"), of_another_act("налог по ст. 115")
    ('24, Конституции', '')
    """
    acts = [*OTHER_ACTS.finditer(text), *OWN_ACT.finditer(text)]
    for hit in _articles(text):
        nearest = min(acts, key=lambda act: _gap(act, hit), default=None)
        if nearest is not None and nearest.re is OTHER_ACTS and _gap(nearest, hit) <= NEAR:
            return f"{_number(hit)}, {nearest[0]}"
    return ""


def another_act(text: str) -> str:
    """The name of another code that a text asks about without naming ours; empty if there is none.

    The Civil Code is left out: «договор по Гражданскому кодексу или трудовой?» is a question about work.
    """
    found = next((hit[0] for hit in OTHER_ACTS.finditer(text) if not CIVIL.match(hit[0])), "")
    return "" if OWN_ACT.search(text) else found


def _articles(text: str) -> list[re.Match[str]]:
    return [hit for hit in ARTICLE.finditer(text) if hit.lastindex]


def _number(hit: re.Match[str]) -> str:
    """The number that the one form which fits has caught."""
    return str(hit[hit.lastindex or 0]).replace("–", "-")


def _ends(number: str) -> list[str]:
    """Both ends of a range: 52-53 is one, 126-1 is an article that was put in after article 126."""
    first, _, last = number.partition("-")
    return [first, last] if last and int(last) >= int(first) else [number]


def _gap(one: re.Match[str], other: re.Match[str]) -> int:
    return max(one.start() - other.end(), other.start() - one.end())


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
