"""Numbers with what they measure, and dates: «24 календарных дня» is not «24 рабочих дня».

Reads Kazakh, Russian and English. Numbers of articles, of laws and of years are no quantities. It compares two texts
of one language and does not know which of them is right.
"""

# ruff: noqa: E501 a list of words reads better unbroken
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant import numbers

Day = tuple[int, int, int]
"""Year, month, day; 0 where the text does not say."""

REACH = 60  # characters after a number in which its unit begins
# unit: what names it, in the order in which they are tried at one place
UNITS = {
    "ru": {
        "day_of_month": r"числ[аоу]",
        "calendar_days": r"календарн\w+\s+(?:дн|ден|сут)",
        "working_days": r"рабоч\w+\s+(?:дн|ден)",
        "mci": r"\bмрп\b|месячн\w+\s+расч[её]т",
        "minimum_wages": r"минимальн\w+\s+(?:размер\w*\s+)?(?:месячн\w+\s+)?(?:заработн|зарплат|оплат)|\bмзп\b",
        "average_wages": r"среднемесячн\w+\s+(?:заработн|зарплат)",
        "hours": r"\b(?:полу)?час|часов(?:ой|ая|ую|ого|ым)",
        "minutes": r"минут",
        "days": r"\bдн(?:я|ей|ю|ям|ями|ях|и)\b|\bден|дневн|сут(?:ок|ки|очн)",
        "weeks": r"недел",
        "months": r"месяц|месячн",
        "years": r"\bгод|\bлет\b|летн|годичн",
        "percent": r"процент|%",
        "tenge": r"тенге|₸",
        "shifts": r"\bсмен",
        "times": r"кратн|\bраз(?:а|ов)?\b|полуторн|двойн|вдво",
    },
    "kk": {
        "calendar_days": r"күнтізбелік\s+күн",
        "working_days": r"жұмыс\s+күн",
        "mci": r"\bаек\b|айлық\s+есептік",
        "minimum_wages": r"ең\s+төмен\w*\s+(?:айлық\s+)?жалақы|\bетж\b",
        "average_wages": r"орташа\s+(?:айлық\s+)?жалақы",
        "hours": r"\bсағат",
        "minutes": r"минут",
        "days": r"\bкүн(?!тіз)|\bтәулі",
        "weeks": r"\bапта",
        "months": r"\bай(?:\b|дан|да\b|ды|дың|ға|ы\b|ын|лық|мен)",
        "years": r"\bжыл|\bжас(?:\b|қа|тан|та\b|тағы|ты)",
        "percent": r"пайыз|%",
        "tenge": r"теңге|₸",
        "shifts": r"\bауысым",
        "times": r"\bесе(?![пб])|\bрет\b|\bреттен|\bмәрте",
    },
    "en": {
        "day_of_month": r"^\d+(?:st|nd|rd|th)\b",
        "calendar_days": r"calendar\s+days?",
        "working_days": r"(?:working|business)\s+days?",
        "mci": r"\bmcis?\b|monthly\s+calculation",
        "minimum_wages": r"minimum\s+(?:monthly\s+)?(?:wage|salar)",
        "average_wages": r"average\s+(?:monthly\s+)?wages?",
        "hours": r"\bhours?|o'clock",
        "minutes": r"\bminute",
        "days": r"\bdays?\b",
        "weeks": r"\bweek",
        "months": r"\bmonth",
        "years": r"\byear|\baged?\b",
        "percent": r"per\s?cent|%",
        "tenge": r"tenge",
        "shifts": r"\bshift",
        "times": r"\btimes?\b|\bfold\b|\btwice\b|\bdouble\b",
    },
}
WAGES = ("minimum_wages", "average_wages", "mci")
_UNIT = {
    lang: re.compile("|".join(f"(?P<{unit}>{names})" for unit, names in units.items())) for lang, units in UNITS.items()
}
_BEFORE = {  # a unit that stands before its number: «сағат 22-ден», «күнтізбелік 10 күн», "week 12"
    "ru": re.compile(r"(?!)"),
    "kk": re.compile(r"(?P<hours>сағат)\s$|(?P<calendar_days>күнтізбелік)\s$"),
    "en": re.compile(r"\b(?:(?P<weeks>week)|(?P<months>month)|(?P<days>day)|(?P<years>aged|year))\s$"),
}
_PER = {
    "ru": r"\b(?:в|(?:за\s+)?кажд\w+|за)\s+(?:полн\w+\s+)?(?:(?P<days>сутки|день)|(?P<weeks>недел[юи])|(?P<months>месяц)|(?P<quarters>квартал)|(?P<years>год))\b",
    "kk": r"\b(?:(?P<days>тәулігіне|күніне|әр(?:бір)? күн)|(?P<weeks>аптасына|әр(?:бір)? апта)|(?P<months>айына|әр(?:бір)? ай)|(?P<quarters>тоқсанына|әр(?:бір)? тоқсан)|(?P<years>жылына|әр(?:бір)? жыл))",
    "en": r"\b(?:an?|per|each|every)\s+(?:(?P<days>day)|(?P<weeks>week)|(?P<months>month)|(?P<quarters>quarter)|(?P<years>year))\b",
}
REFERENCES = {  # numbers of places and of laws: they come from the citation, not from the sentence
    "ru": r"\b(?:стат|пункт|подпункт|част|абзац|глав|раздел|параграф|приложени)[а-я]*\s+\d[\d\s,–и-]*\d?(?!\d|\s*(?:год|лет|дн|ден|раз|час|сут|мес|недел|рабоч|календ|проц|мрп|тенге))|№\s*[\w-]+",
    "kk": r"(?:\d[\d-]*(?:\s?[–,]\s?|\s(?:және|мен|пен|не|немесе)\s))*\d[\d-]*-(?:\s?ші\s)?(?:бап|баб|тарма|бөлі|тарау|абзац|қосымша)\w*|№\s*[\w-]+",
    "en": r"\b(?:article|paragraph|subparagraph|section|chapter|annex|part|item|convention|no\.?|nos\.?)s?\s+\d[\d-]*(?:(?:\s?[–,]\s?|,?\s(?:and|or|to)\s)\d[\d-]*)*|№\s*[\w-]+",
}
PLACE = r"(?m:^\s*\d+(?:-\d+)?\.(?=\s))|(?<![\w.,])\d+(?:-\d+)?\)"  # «2.» that opens a paragraph, «3)»
MONTHS = {
    "ru": "январ феврал март апрел ма[йя] июн июл август сентябр октябр ноябр декабр".split(),
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(),
    "en": "january february march april may june july august september october november december".split(),
}
_MONTH = {lang: "|".join(f"(?:{name})" for name in names) for lang, names in MONTHS.items()}
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_NO_DAY = "".join(  # «a child under 18 may not» names no day of May
    f"(?<!{words} )"
    for words in ("article", "paragraph", "under", "over", "aged", "age of", "more than", "less than", "longer than")
)
DATES = {
    "ru": rf"(?P<d>\d{{1,2}})\s+(?P<m>{_MONTH['ru']})[а-я]*(?:\s+{_YEAR})?(?:\s+г(?:ода|оду|\.))?",
    "kk": rf"(?:{_YEAR}\s+(?:жыл\w*|ж\.)\s+)?(?P<d>\d{{1,2}})[\s-]+(?P<m>{_MONTH['kk']})[а-яәіңғүұқөһ]*",
    "en": rf"{_NO_DAY}(?<!\d)(?P<d>\d{{1,2}})\s+(?P<m>{_MONTH['en']})\b(?:,?\s+{_YEAR})?",
}
NUMERIC_DATE = r"(?P<d>\d{2})\.(?P<m>\d{2})\.(?P<y>\d{4})(?:\s*ж(?:ыл\w*|\.)|\s*г(?:ода|\.))?"
AMERICAN_DATE = rf"(?P<m>{_MONTH['en']})\s+(?P<d>\d{{1,2}})(?:,?\s+{_YEAR})"
YEARS = {
    "ru": rf"{_YEAR}(?:[–-]\d{{4}})?\s+г(?:од\w*|г?\.)",
    "kk": rf"{_YEAR}(?:[–-]\d{{4}})?\s+(?:жыл\w*|ж\.)",
    "en": rf"\b(?:in|of|since|until|from|for|by|before|after|year)\s+{_YEAR}\b",
}
_LIST = re.compile(r"[\s,–—-]*(?:-?(?:и|или|либо|до|по|or|and|to|не|немесе|және|бен|пен|мен)\b)?\s*")
_LEAST = {
    "ru": (
        r"не (?:менее|меньше|ниже|реже|короче)|минимум|самое меньшее|хотя бы|(?:мо[жг]\w+|вправе) превыша\w+",
        r"не менее|и более|минимум",
    ),
    "kk": (
        r"кемінде|ең кемі|ең аз",
        r"кем (?:емес|болма|бермей)|немесе одан (?:да )?көп|(?:артық|көп|ұзақ) бол(?:ады|уы мүмкін|а алады)",
    ),
    "en": (
        r"at least|(?:not|no) (?:less|fewer|lower) than|(?:a )?minimum of|(?:may|can) (?:exceed|be (?:more|longer) than)",
        r"or more|at least",
    ),
}
_MOST = {
    "ru": (
        r"не (?:(?:долж|мо[жг])\w+ )?(?:быть )?(?:более|больше|свыше|выше|дольше|длиннее|превыша\w+)|максимум|самое большее",
        r"максимум",
    ),
    "kk": (
        r"ең көбі|ең көп|барынша",
        r"(?:аспа|асырм|асыры?лма|артық (?:емес|болма)|көп (?:емес|болма)|ұзақ (?:емес|болма))",
    ),
    "en": (r"at most|(?:not|no) (?:more|longer|higher) than|not exceed\w*|(?:a )?maximum of|up to", r"at most|or less"),
}
NOT_NUMBERS = {  # pronouns and habits of speech that begin like numbers
    "ru": re.compile(r"перв|втор|трет|один\b|одн[а-я]+\b|двойн(?:ик|ое гражд)"),
    "kk": re.compile(
        r"он(?:да|ы|ан|ың|ымен|дай|даған)\b|бір(?:ге|ақ|ден|і|дей|қатар|лес|неше|інші|іне|ін|ыңғай|еу\w*)?\b|екінші|үшінші|үшін\b|екі тарап|екеу|бес?к"
    ),
    "en": re.compile(r"first|second|third|one\b|half\b|double\b"),
}


@dataclass(frozen=True)
class Quantity:
    """A number, its unit ("" where the text names none), what it is counted by, and whether it is a bound.

    `weak`: the word may well be no number, «один из», «в первую очередь», "third parties".
    """

    value: float
    unit: str
    per: str
    bound: str
    said: str
    weak: bool = False


@lru_cache(maxsize=1024)
def quantities(text: str, lang: str) -> tuple[Quantity, ...]:
    """Every number of a text that counts or measures, in digits or words, with its unit.

    >>> [(q.value, q.unit, q.bound) for q in quantities("не менее двадцати четырёх календарных дней", "ru")]
    [(24.0, 'calendar_days', 'least')]
    """
    return tuple(_quantities(_without_dates(text, lang)[0], lang))


@lru_cache(maxsize=1024)
def dates(text: str, lang: str) -> tuple[Day, ...]:
    """The dates of a text as year, month and day; 0 where one is not said.

    >>> dates("с 1 января 2016 года, в 2027 году", "ru")
    ((2016, 1, 1), (2027, 0, 0))
    """
    return tuple(_without_dates(text, lang)[1])


def names_unit(text: str, unit: str, lang: str) -> bool:
    """True if a text has the word of a unit, with a number or without: «в течение суток» is one day.

    >>> names_unit("в течение суток", "days", "ru")
    True
    """
    return unit in UNITS[lang] and re.search(UNITS[lang][unit], text.lower()) is not None


def same_date(claim: Day, held: Day) -> bool:
    """True if the dates agree in all that the first of them says and the second does too."""
    return all(said == found or not said or not found for said, found in zip(claim, held, strict=True))


def same_unit(claim: Quantity, held: Quantity) -> bool:
    """True if two quantities measure in the same unit; «days» alone may stand for calendar days, not working days."""
    pair = {claim.unit, held.unit}
    if held.weak and held.unit != claim.unit:
        return False
    if "" in pair or len(pair) == 1:
        return not (claim.per and held.per and claim.per != held.per)
    return (claim.unit, held.unit) == ("days", "calendar_days")


def _without_dates(text: str, lang: str) -> tuple[str, list[Day]]:
    """The text in lower case with spaces for its dates and for the numbers of places and laws, and the dates."""
    plain, found = text.lower().replace("ё", "е").replace("\u00a0", " "), []
    if lang == "kk":
        plain = plain.replace("i", "і")
    patterns = [
        PLACE,
        NUMERIC_DATE,
        DATES[lang],
        *([AMERICAN_DATE] if lang == "en" else []),
        REFERENCES[lang],
        YEARS[lang],
    ]
    for pattern in patterns:
        for match in re.finditer(pattern, plain):
            said = match.groupdict()
            if said:
                found.append((int(said["y"] or 0), _month(said.get("m"), lang), int(said.get("d") or 0)))
        plain = re.sub(pattern, lambda match: "; ".ljust(len(match[0])), plain)
    return re.sub(r"(\d{1,2}):00\b", r"\1   ", plain), found


def _month(name: str | None, lang: str) -> int:
    if not name:
        return 0
    return int(name) if name.isdigit() else next(i for i, each in enumerate(MONTHS[lang], 1) if re.match(each, name))


def _quantities(text: str, lang: str) -> Iterator[Quantity]:
    plain, found = numbers.placed(text, lang)
    later = ""
    for number in reversed(range(len(found))):
        values, start, end = found[number]
        following = found[number + 1][1] if number + 1 < len(found) else len(plain)
        unit = _unit(plain, start, end, following, lang)
        if not unit and _LIST.fullmatch(plain[end:following]) and following < len(plain):
            unit = later
        later = unit
        said = plain[start : end + 25].split(";")[0].strip()
        like = not plain[start].isdigit() and " " not in plain[start:end] and NOT_NUMBERS[lang].match(plain, start)
        per, bound = _per(plain, start, following, lang), _bound(plain, start, end, lang)
        weak = bool(like and unit in ("", "times") and not per)
        yield from (Quantity(value, unit, per, bound, said, weak) for value in values)


def _unit(plain: str, start: int, end: int, following: int, lang: str) -> str:
    """The unit of the number that stands from `start` to `end`; "" where none is named near it."""
    ahead = re.split(r"[;:()]|[.,](?!\d)|\s[–—]\s", plain[start : min(following, end + REACH)], maxsplit=1)[0]
    match, before = _UNIT[lang].search(ahead), _BEFORE[lang].search(plain[:start])
    if before and (before.lastgroup != "calendar_days" or (match and match.lastgroup == "days")):
        return str(before.lastgroup)
    if match is None or len(ahead[: match.start()].split()) > len(plain[start:end].split()) + 3:
        return ""
    if match.lastgroup == "times":
        around = plain[max(0, start - 40) : start] + ahead if lang == "kk" else ahead  # Kazakh names the wage before
        return next((unit for unit in WAGES if re.search(UNITS[lang][unit], around)), "times")
    return str(match.lastgroup)


def _per(plain: str, start: int, following: int, lang: str) -> str:
    """What a quantity is counted by: «1 час в сутки» by days."""
    behind = re.split(r"[;.,]", plain[max(0, start - 30) : start])[-1] if lang == "kk" else ""
    ahead = re.split(r"[;:()]|[.,](?!\d)", plain[start:following], maxsplit=1)[0]
    match = re.search(_PER[lang], behind + ahead)
    return str(match.lastgroup) if match else ""


def _bound(plain: str, start: int, end: int, lang: str) -> str:
    """«least», «most», or "" where the text sets no bound by words that are sure."""
    behind = re.split(r"[;.]|,(?!\d)", plain[max(0, start - 40) : start])[-1]
    ahead = re.split(r"[;.]|,(?!\d)", plain[end : end + 45], maxsplit=1)[0]
    found = {
        name
        for name, words in (("least", _LEAST), ("most", _MOST))
        if re.search(words[lang][0], behind) or re.search(words[lang][1], ahead)
    }
    return found.pop() if len(found) == 1 else ""
