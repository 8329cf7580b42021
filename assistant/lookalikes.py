"""What only looks like a place of a law: counted articles, goods numbers, lines of a budget, pieces in a magazine.

It judges one reference by its units, its act and the words around it. Which act a reference means is for `resolving`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.chains import Segment
from assistant.citation_forms import ANNEX, ARTICLE, CHAPTER, PARAGRAPH, RECITAL, SECTION, SUBPARAGRAPH, THEME, Group
from assistant.law import Instrument
from assistant.mentions import BARE, OWN, SAME

UNITS = {  # what an instrument calls the places that come first in an id
    "articles": (ARTICLE, SECTION, ANNEX, RECITAL),
    "paragraphs": (PARAGRAPH, ARTICLE),
    "entries": (PARAGRAPH, SUBPARAGRAPH, ARTICLE),
    "chapters": (CHAPTER, SECTION, ARTICLE),
    "themes": (THEME, ARTICLE),
}
_GAZETTE = re.compile(r"№ ?\d+[\w/-]*, ?$")  # «Ведомости Парламента, 2009 г., № 8, ст. 44»: an item of a gazette
_GOODS = re.compile(r"art(?:icle)?\.? ?nos?\.? ?\d{4}")  # "art. no. 4521" of a price list
_MONEY = (
    r"(?:расходн|доходн|затратн|бюджетн)\w+|шыгыс|шыгын|кирис|бюджет|смета|budget|expense|expenditure|cost|spending"
)
_PRESS = r"(?:журнал|газет|выпуск|рассылк|блог)(?:е|у|а|ы|и)?|magazine|newspaper|newsletter|journal|blog"
_BEFORE = re.compile(  # «шығыс бабы 113», «в журнале вышла статья 2»; but «расходы по ст. 127»
    rf"(?<!\w)(?:{_MONEY}) $|(?<!\w)(?:{_PRESS})(?: \w+)? $"
)
_BEHIND = re.compile(  # «статья 113 бюджета», «статья 5 газеты», "article 3 in the magazine"
    r",? (?:(?:(?:в|из) )?(?:(?:нашего|нашей|этого|этой) )?(?:бюджета|сметы|журнала|газеты|выпуска|рассылки|блога)"
    r"|(?:of|in|from) (?:the|our|this|your) (?:budget|magazine|newspaper|newsletter|journal|blog))(?!\w)"
)
_STANDARD_BEFORE = re.compile(
    r"(?<!тк )(?<!ек )(?<!кодекс )(?<!кодекса )(?<!\w)кр $"
)  # «ҚР СТ 1174»; but «ТК КР ст 83»
_STANDARD_BEHIND = re.compile(r"(?:-\d{4})? стандарт")
_TO = re.compile(r" (?:к|to|of) (?:the )?[«\"“]?")
_LEAST = 5  # «2 статьи», «4 статьи»: the words for fewer than five are also those for the second and the fourth


def is_place(segment: Segment, text: str, instruments: Mapping[str, Instrument], short: bool) -> bool:
    """True if a reference of a cleaned text names a place of a law.

    `short` is true where the text has called articles «110-б.» before; otherwise that is a page.
    """
    article = segment.article
    if article is not None and article.kind == ANNEX and _of_another(segment, text):
        return False
    if article is None or article.kind in (SECTION, CHAPTER, THEME, ANNEX, RECITAL):
        return _by_act(segment, instruments)
    if not segment.beside and _named_otherwise(segment, text):
        return False
    if _GOODS.match(text, article.start):
        return False
    bap = article.doubtful and article.lang == "kk"
    if bap and short:
        return True
    if bap and not segment.before and segment.act is not None and segment.act.start > segment.start:
        return False  # «2019. 110-б. Еңбек кодексі»
    small = article.doubtful and int(article.numbers[0].text.split("-")[0]) < _LEAST
    return not article.doubtful or bool(segment.before) or (segment.beside and not small)


def _by_act(segment: Segment, instruments: Mapping[str, Instrument]) -> bool:
    """Whether a unit other than an article is one that its act has: a chapter is none of a code, an annex may be."""
    article = segment.article
    if segment.act is None or segment.act.refers in (BARE, SAME, OWN):
        european = article is not None and article.kind in (ANNEX, RECITAL)
        return european or (article is not None and article.kind == SECTION and segment.act is not None)
    act = instruments.get(segment.act.id)
    if act is None:
        return article is not None and article.kind in (SECTION, RECITAL)
    unit = article or first(segment, act)
    if unit is not None and unit.kind == RECITAL and not act.id.startswith("eu-"):
        return False
    return unit is not None and unit.kind in UNITS[act.numbered]


def _named_otherwise(segment: Segment, text: str) -> bool:
    before = text[max(0, segment.start - 40) : segment.start]
    if text.startswith("ст ", segment.start) and _STANDARD_BEFORE.search(before):
        return True
    if _STANDARD_BEHIND.match(text, segment.end):
        return True
    return bool(_GAZETTE.search(before) or _BEFORE.search(before) or _BEHIND.match(text, segment.end))


def _of_another(segment: Segment, text: str) -> bool:
    """True for «приложение № 4 к коллективному договору»: an annex to something other than its act."""
    behind = _TO.match(text, segment.end)
    if behind is None:
        return False
    return segment.act is None or not segment.end <= segment.act.start <= behind.end()


def first(segment: Segment, act: Instrument) -> Group | None:
    """The unit that stands for the article where an act has none: the paragraph of a recommendation."""
    return next((group for group in segment.groups if group.kind in UNITS[act.numbered]), None)
