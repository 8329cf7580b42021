"""Numbers of a sentence that can be blanked, and other numbers for the same blank in the right grammatical form.

A blank of Russian and English takes the number with its unit («3 месяца»), of Kazakh the number alone, where the
noun after a number does not change. Whether another number is wrong is decided in `proofs`.
"""

# ruff: noqa: E501 a list of words reads better unbroken
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant import measures
from assistant.law import Figure

BLANK = "_____"
DIGITS = re.compile(r"(?<![\d.,/])(?:\d{1,3}(?: \d{3})+|\d+(?:[.,]\d+)?)(?![\d/]|[.,]\d)")
RANGE_BEFORE = re.compile(
    r"\bот \d+ до $|\d жаст[ае]н $|\b(?:from|between) \d+ (?:to|and) $|\b\d+(?:ден|дан|тен|тан)\s$|(?:\d|\b(?:один|одна|екі|two))[\w-]*\s?(?:[–—-]|,|и|или|либо|не|немесе|және|or|and|to|from \d+)\s?$"
)
RANGE_AFTER = re.compile(
    r"^(?:-\w+)?\s?(?:[–—]|,|-(?=\d)|(?:и|или|либо|до|по|не|немесе|және|or|and|to)\b)\s?\d|^-?(?:дан|ден|тан|тен)\s\d"
)
UNIT_OF = {  # units of figures as `measures` names them; others have no noun of their own
    "age": "years",
    "average_monthly_wages": "average_wages",
}
RU = {  # after a number: 1, 2–4 or any number in the genitive; 5 and more
    "calendar_days": (("календарный день", "календарного дня"), "календарных дня", "календарных дней"),
    "working_days": (("рабочий день", "рабочего дня"), "рабочих дня", "рабочих дней"),
    "days": (("день", "дня"), "дня", "дней"),
    "hours": (("час", "часа"), "часа", "часов"),
    "minutes": (("минута", "минуты"), "минуты", "минут"),
    "weeks": (("неделя", "недели"), "недели", "недель"),
    "months": (("месяц", "месяца"), "месяца", "месяцев"),
    "years": (("год", "года"), "года", "лет"),
    "percent": (("процент", "процента"), "процента", "процентов"),
    "mci": (("МРП", "МРП"), "МРП", "МРП"),
    "tenge": (("тенге", "тенге"), "тенге", "тенге"),
}
EN = {
    "calendar_days": ("calendar day", "calendar days"),
    "working_days": ("working day", "working days"),
    "days": ("day", "days"),
    "hours": ("hour", "hours"),
    "minutes": ("minute", "minutes"),
    "weeks": ("week", "weeks"),
    "months": ("month", "months"),
    "years": ("year", "years"),
    "percent": ("percent", "percent"),
    "mci": ("MCI", "MCI"),
    "tenge": ("tenge", "tenge"),
}
GENITIVE = re.compile(
    r"\b(?:не (?:более|менее|больше|меньше|ниже|выше|позднее|позже|раньше|свыше)|более|менее|больше|меньше|ниже|выше|свыше"
    r"|до|от|после|с|со|из|около|старше|моложе|младше|минимум|течение|дольше|длиннее|короче|для|позже|позднее|продолжительностью"
    r"|сроком|ранее|раньше|превыша\w+|истечени[ияю]|достиг\w*|меньше чем|размере)\s(?:чем\s)?$"
)
# «1-часовая», «1 сағаттық»: the law has the word alone
NAMED = re.compile(r"-|\s(?:сағат|күн|апта|ай|жыл)[тдл][ыі][қк]\b")
LOOSE = {"count"}  # a noun follows that this module does not know
MOST_NUMBERS = 4  # of a sentence: more make a table of it
SAID_TWICE = re.compile(r"\s?%?\s?(?:\w+\s)?\((?:half|получас|половин|жарт)")  # «0,5 часа (получаса)»
HALF = re.compile(r"(?:половин\w*|half|жарты\w*)\W{1,3}(?:\w+ )?\(?$")  # «больше половины (50 %)»
ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
KK_SUFFIX = re.compile(
    r"-(?!(?:күн|бала|топ|бап|тарма|айы|жыл|сәуір|қазан|рет)\w*)"
)  # «10-ынан»: another number, another suffix


@dataclass(frozen=True)
class Blank:
    """A number in a sentence: `text[start:end]` is what is blanked; `value` and `unit` what it says.

    `form` is how the number and its unit stand there: `genitive`, `plain`, or "" where the number is blanked alone.
    """

    start: int
    end: int
    value: float
    unit: str
    form: str
    per: str = ""

    def stem(self, text: str) -> str:
        """The sentence with the blank."""
        return text[: self.start] + BLANK + text[self.end :]


def find(text: str, lang: str, figure: Figure) -> Blank | None:
    """The one place where a sentence says a figure; None if there is none, several, or it is part of a range or list."""
    if "working week" in figure.what:  # «5-дневная неделя» is its name
        return None
    everything = list(numbers(text, lang))
    found = [match for match in everything if value(match[0]) == figure.value]
    if len(found) != 1 or len(everything) > MOST_NUMBERS:
        return None
    blank = _blank(text, lang, figure, found[0])
    if blank is None or said(blank.value, blank.unit, blank.form, lang) != text[blank.start : blank.end]:
        return None
    rest = {each.value for each in measures.quantities(blank.stem(text), lang)}
    return None if SAID_TWICE.match(text[blank.end :]) or figure.value in rest else blank


def numbers(text: str, lang: str) -> Iterator[re.Match[str]]:
    """Every number in digits that is no date and no number of a law or of a place."""
    masked = text
    for pattern in (measures.NUMERIC_DATE, measures.DATES[lang], measures.YEARS[lang], measures.REFERENCES[lang]):
        masked = re.sub(pattern, lambda match: "\x00" * len(match[0]), masked, flags=re.IGNORECASE)
    yield from DIGITS.finditer(masked)


def _blank(text: str, lang: str, figure: Figure, match: re.Match[str]) -> Blank | None:
    start, end = match.span()
    if RANGE_BEFORE.search(text[:start]) or RANGE_AFTER.match(text[end:]):
        return None
    if text[end : end + 2] in (") ", ").") or text[max(0, start - 1) : start] in ("(", "№"):
        return None
    if HALF.search(text[:start]) or (figure.value == 1 and NAMED.match(text[end:])):
        return None
    if lang == "kk" and KK_SUFFIX.match(text[end:]):
        return None
    if lang == "en" and ORDINAL.match(text[end:]):
        return Blank(start, end + 2, figure.value, figure.unit, "ordinal")
    unit = UNIT_OF.get(figure.unit, figure.unit)
    if unit in measures.UNITS[lang] and not measures.quantities(text[start : end + 60].split(". ")[0], lang):
        return None
    if lang == "kk" or text[end : end + 1] == "-":
        return Blank(start, end, figure.value, figure.unit, "")
    forms = _forms(unit, lang)
    noun = next(
        (n for n in sorted(forms, key=len, reverse=True) if text[end:].startswith((f" {n}", f" {n.lower()}"))), ""
    )
    if not noun or re.match(r"\w", text[end + 1 + len(noun) :]):
        return (
            None
            if unit in RU and lang == "ru" and figure.unit not in LOOSE
            else Blank(start, end, figure.value, figure.unit, "")
        )
    return Blank(
        start, end + 1 + len(noun), figure.value, figure.unit, _case(text, start, noun, figure.value, unit, lang)
    )


def _forms(unit: str, lang: str) -> tuple[str, ...]:
    if lang == "en":
        return EN.get(unit, ())
    if unit not in RU:
        return ()
    one, few, many = RU[unit]
    return (*one, few, many)


def _case(text: str, start: int, noun: str, number: float, unit: str, lang: str) -> str:
    """`genitive` or `plain`: seen from the form of the noun, or from the word before the number."""
    if lang == "en":
        return "plain"
    one, few, many = RU[unit]
    kind = agreement(number)
    if kind == "one":
        return "genitive" if noun == one[1] != one[0] else "plain"
    if kind == "few":
        return "genitive" if noun == many != few else "plain"
    return "genitive" if GENITIVE.search(text[:start].lower()) else "plain"


def agreement(number: float) -> str:
    """`one`, `few`, `many` or `part`: how a Russian noun agrees with a number.

    >>> [agreement(n) for n in (1, 3, 12, 21, 1.5)]
    ['one', 'few', 'many', 'one', 'part']
    """
    if number != int(number):
        return "part"
    last, teen = int(number) % 10, int(number) % 100 in range(11, 15)
    if last == 1 and not teen:
        return "one"
    return "few" if last in (2, 3, 4) and not teen else "many"


def said(number: float, unit: str, form: str, lang: str) -> str:
    """A number, with its unit where the blank takes it, as it stands in the sentence.

    >>> said(3, "months", "genitive", "ru"), said(1, "working_days", "plain", "en"), said(1.5, "times", "", "ru")
    ('3 месяцев', '1 working day', '1,5')
    """
    digits, unit = written(number, lang), UNIT_OF.get(unit, unit)
    if not form:
        return digits
    if form == "ordinal":
        return digits + ordinal(int(number))
    if lang == "en":
        return f"{digits} {EN[unit][number != 1]}"
    one, few, many = RU[unit]
    kind = agreement(number)
    if kind == "one":
        return f"{digits} {one[form == 'genitive']}"
    if kind == "part":
        return f"{digits} {one[1]}"
    return f"{digits} {many if form == 'genitive' or kind == 'many' else few}"


def alone(text: str, lang: str) -> str:
    """A number with its unit as it is said by itself: in the nominative.

    >>> alone("3 рабочих дней", "ru"), alone("1 месяца", "ru"), alone("5 жұмыс күнінен", "kk"), alone("2", "ru")
    ('3 рабочих дня', '1 месяц', '5 жұмыс күні', '2')
    """
    if lang == "kk":
        named = re.sub(r"(?<=жұмыс )күн\w*", "күні", text)
        return re.sub(r"(?<=күнтізбелік )күн\w*", "күн", named)
    match = DIGITS.match(text)
    noun = text[match.end() :].strip() if match else ""
    unit = next((unit for unit in RU if noun in _forms(unit, "ru")), "") if lang == "ru" else ""
    return said(value(match[0]), unit, "plain", lang) if match and unit else text


def ordinal(number: int) -> str:
    """The ending of an English ordinal: 1st, 12th, 22nd."""
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def fits(number: float, blank: Blank, text: str, lang: str) -> bool:
    """True if another number can stand in the blank without a change of the words after it."""
    if blank.form or lang == "kk" or text[blank.end : blank.end + 1] == "-":
        return True
    return agreement(number) == agreement(blank.value) if lang == "ru" else (number == 1) == (blank.value == 1)


def written(number: float, lang: str) -> str:
    """A number in digits as the digests write it.

    >>> written(1.25, "kk"), written(85000, "ru")
    ('1,25', '85 000')
    """
    if number != int(number):
        return f"{number:g}" if lang == "en" else f"{number:g}".replace(".", ",")
    return f"{int(number):,}".replace(",", " ") if number >= 10_000 else str(int(number))


def value(digits: str) -> float:
    """The value of a number in digits."""
    return float(digits.replace(" ", "").replace(",", "."))
