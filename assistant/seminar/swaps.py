"""A rule with one thing changed: a number, or working for calendar days.

It changes words and says what it changed; modal words are turned in `modals`. Whether the result is false by the law
is decided in `proofs`.
"""

# ruff: noqa: E501 a list of words reads better unbroken
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.clause_words import SUBORDINATE
from assistant.seminar import blanks, item
from assistant.seminar.blanks import Blank
from assistant.seminar.rules import Rule

FIGURE, UNIT, MODAL = "figure", "unit", "modal"


@dataclass(frozen=True)
class Swap:
    """A changed sentence: what kind of change, what stood there and what stands there now."""

    kind: str
    text: str
    was: str
    now: str


DAYS = {  # calendar and working days: how they are found after a number, and how they begin
    "ru": (("календарн(?=(?:ый|ого|ых)\\s)", "календарн"), ("рабоч(?=(?:ий|его|их)\\s)", "рабоч")),
    "en": (("calendar(?=\\sdays?)", "calendar"), ("working(?=\\sdays?)", "working")),
}
DAY_NAMES = {
    "ru": r"календарн\w* д|рабоч\w* д",
    "kk": r"күнтізбелік күн|жұмыс күн",
    "en": r"(?:calendar|working) day",
}
LONGER = {"ru": "рабоч", "kk": "жұмыс", "en": "working"}  # so many working days take longer
RU_ENDINGS = {"ый": "ий", "ого": "его", "ых": "их", "ые": "ие", "ым": "им", "ыми": "ими", "ому": "ему"}
RU_BACK = {new: first for first, new in RU_ENDINGS.items()}
KK_DAYS = {  # «жұмыс күні» declined, «күнтізбелік күн» declined
    "күні": "күн",
    "күнінен": "күннен",
    "күнін": "күнді",
    "күніне": "күнге",
    "күнінің": "күннің",
    "күнінде": "күнде",
    "күнге": "күнге",
    "күннен": "күннен",
    "күн": "күн",
}
RESTRICTS = re.compile(r"огранич|шекте[йу]|restrict|\blimit the\b", re.I)  # general rights may forbid it at any number
PERMITS = {  # a right or an open list: another number may be lawful too
    "ru": re.compile(r"(?<!не )\b(?:вправе|может|могут|можно)\b|вправе"),
    "kk": re.compile(r"мүмкін\b|[ғгқк][ае] болады|[аеяйп] алады|құқылы|көзделуі"),
    "en": re.compile(r"\b(?:may|can)\b(?! ?not)", re.IGNORECASE),
}
UNDER = {
    "ru": r"(?:до|моложе|младше|не достиг\w*|не старше)\s$",
    "kk": r"(?!)",
    "en": r"(?:under|below|up to|younger than|until)\s(?:the age of\s)?$",
}
KK_UNDER = re.compile(r"\s?(?:жас\w*\s)?(?:жасқа\s)?(?:дейін|толма)|\s?жасқа (?:дейін|толма)|\s?жастан кіші")
LIMIT = {  # the number is the most there may be
    "ru": (
        r"(?:в течение|не позднее|не позже|не более|не больше|не дольше|не свыше|не (?:должн\w+ |мо\w+ )?превыша\w+|не выше|чем за|максимум)\s(?:чем\s)?(?:на\s|за\s|через\s|из\s)?$",
        r"(?!)",
    ),
    "kk": (
        r"ең көбі\s$|көп дегенде\s$",
        r"\S*\s?(?:\S+\s){0,3}?(?:ішінде|кешіктір|аспа|асырма|артық емес|көп емес)",
    ),
    "en": (
        r"(?:within|no later than|not later than|no more than|not more than|not exceed|not be longer than|at most)\s(?:than\s)?$",
        r"(?!)",
    ),
}
LEAST = {
    "ru": (
        r"(?:не менее|не меньше|не ниже|не раньше|не короче|минимум|хотя бы)\s(?:чем\s)?(?:на\s|за\s|в\s|из\s)?$",
        r"(?!)",
    ),
    "kk": (
        r"кемінде\s$|ең кемі\s$",
        r"\S*\s?(?:\S+\s){0,3}?(?:кем (?:емес|болма)|төмен (?:емес|болма)|аз болма|бұрын)",
    ),
    "en": (
        r"(?:at least|no less than|not less than|no fewer than|not below|below|not lower than|minimum of)\s$",
        r"(?!)",
    ),
}
NOTICE = {  # so long before: more is asked for, less follows from the rule
    "ru": (r"(?:чем|позднее|минимум|менее|раньше) за\s$", r"(?!)"),
    "kk": (r"(?!)", r"\S*\s?(?:\S+\s){0,3}?бұрын"),
    "en": (r"(?!)", r"(?: [\w']+){0,4}? (?:before|in advance|prior)\b"),
}
COMPARES = {
    "ru": r"\b(?:более|менее|больше|меньше|свыше|старше|от|до|после|с|длиннее|дольше|превыша\w+)\s(?:чем\s)?$",
    "kk": r"(?!)",
    "en": r"\b(?:more than|less than|longer than|shorter than|exceed\w*|up to|until|to|over|under|below|fewer than|after|from|above)\s$",
}
KK_COMPARES = re.compile(
    r"\S*\s?(?:\S+\s){0,2}?(?:астам|артық|көп|аз\b|кем|жоғары|төмен|кейін|бастап|дейін|ұзағырақ|ұзақ)"
)


def corrected(swap: Swap, lang: str) -> str:
    """What stands in the rule instead of the changed words, as the room is told."""
    return item.say("should be", lang, was=blanks.alone(swap.was.strip(), lang))


def direction(text: str, blank: Blank, lang: str) -> int | None:
    """1 if a greater number makes the rule false, -1 if a smaller one, 0 if either, None if that is not sure.

    «Under 18 is forbidden» makes «under 16 is forbidden» true; so only a greater age is false there.
    """
    before, after = text[: blank.start].lower(), text[blank.end :].lower()
    after = re.split(r"[.;:]", after)[0]
    if blank.unit in ("age", "years") and (re.search(UNDER[lang], before) or (lang == "kk" and KK_UNDER.match(after))):
        return 1
    part = re.split(r"[,.;:(](?!\d)\s?", before)[-1] + "0" + re.split(r"[,;]", after)[0]
    subordinate = SUBORDINATE[lang].search(part) is not None
    if re.search(NOTICE[lang][0], before) or re.match(NOTICE[lang][1], after):
        return None if subordinate else 1
    if re.search(LIMIT[lang][0], before) or re.match(LIMIT[lang][1], after):
        return None if subordinate else -1
    if re.search(LEAST[lang][0], before) or re.match(LEAST[lang][1], after):
        return None if subordinate else 1
    compares = re.search(COMPARES[lang], before) or (lang == "kk" and KK_COMPARES.match(after))
    return None if compares or or_more(text, blank) or subordinate or blank.unit == "age" else 0


def bound(text: str, blank: Blank, lang: str) -> int:
    """1 if the number is the most there may be, -1 if the least, 0 if neither: where an employer would overstep it."""
    before, after = text[: blank.start].lower(), re.split(r"[.;:]", text[blank.end :].lower())[0]
    if re.search(NOTICE[lang][0], before) or re.match(NOTICE[lang][1], after):
        return -1
    if re.search(LIMIT[lang][0], before) or re.match(LIMIT[lang][1], after):
        return 1
    return -1 if re.search(LEAST[lang][0], before) or re.match(LEAST[lang][1], after) else 0


def or_more(text: str, blank: Blank) -> bool:
    """True for «2 и более»: every greater number follows from the rule."""
    return (
        re.match(r"[^,.;]{0,9}\s(?:и|или|or|және|немесе|не)\s(?:более|больше|more|одан)", text[blank.end :]) is not None
    )


def figures(rule: Rule, lang: str, others: Sequence[float], blank: Blank) -> Iterator[Swap]:
    """The rule with another number, in the direction in which that makes it false."""
    text = rule.text(lang)
    way = None if RESTRICTS.search(text) or PERMITS[lang].search(text) else direction(text, blank, lang)
    for number in others if way is not None else ():
        if way and (number > blank.value) != (way > 0):
            continue
        now = blanks.said(number, blank.unit, blank.form, lang)
        yield Swap(FIGURE, text[: blank.start] + now + text[blank.end :], text[blank.start : blank.end], now)


def units(text: str, lang: str) -> Iterator[Swap]:
    """The rule with working days for calendar days, or the reverse, where that makes it false.

    Calendar days are fewer: «не больше 3 календарных дней» keeps «не больше 3 рабочих дней», «больше 24 рабочих дней»
    says «больше 24 календарных дней» too. Nothing where the rule speaks of both kinds, or permits.
    """
    if PERMITS[lang].search(text):
        return
    found = list(_days(text, lang))
    if len(found) != 1 or len(re.findall(DAY_NAMES[lang], text)) != 1:
        return
    start, end, now = found[0]
    digits = re.match(r"\d+", text[start:])
    number = float(digits[0]) if digits else 0.0
    longer = LONGER[lang] in now
    way = direction(
        text, Blank(start, end if lang != "kk" else start + len(str(int(number))), number, "days", ""), lang
    )
    if way is None or (way and (way > 0) != longer):
        return
    yield Swap(UNIT, text[:start] + now + text[end:], text[start:end], now)


def _days(text: str, lang: str) -> Iterator[tuple[int, int, str]]:
    """Each number of days of a named kind: where it stands, and the same number of the other kind."""
    if lang == "kk":
        back = {new: old for old, new in reversed(KK_DAYS.items())}
        for match in re.finditer(r"\b(\d+) (жұмыс|күнтізбелік) (күн\w*)", text):
            other = KK_DAYS.get(match[3]) if match[2] == "жұмыс" else back.get(match[3])
            if other:
                kind = "күнтізбелік" if match[2] == "жұмыс" else "жұмыс"
                yield match.start(), match.end(), f"{match[1]} {kind} {other}"
        return
    calendar, working = DAYS[lang]
    for pattern, stem, endings in ((calendar, working[1], RU_ENDINGS), (working, calendar[1], RU_BACK)):
        for match in re.finditer(rf"\b(\d+) {pattern[0]}(\w*) (\w+)", text):
            ending = endings.get(match[2], match[2])
            yield match.start(), match.end(), f"{match[1]} {stem}{ending} {match[3]}"
