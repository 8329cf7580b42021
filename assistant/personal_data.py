"""Where numbers and addresses stand that tell who somebody is: IIN, BIN, cards, telephones, e-mails, IBANs.

Articles, dates, sums, years and numbers of laws are left alone: without them a question cannot be answered. Every
number of 12 digits or more counts, whether or not its check digit is right. Names are found in `introductions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

REGION = "KZ"  # whose numbers are written without a country code
FEWEST_DIGITS = 10  # of a telephone number that nothing introduces; of an IBAN of another country
_SEP = r"[^\S\n]?[-\u2010-\u2015]?[^\S\n]?"  # between the digits of a number: a space, a hyphen, or « - »
_GAP = r"[\s().\-\u2010-\u2015/]{0,3}"  # between those of a telephone number
_BEGIN, _END = r"(?<!\d)", r"(?!\d)"


def _grouped(*sizes: int, between: str = _SEP) -> str:
    return between.join(rf"\d{{{size}}}" for size in sizes)


EMAIL = re.compile(r"[\w.+%-]{1,64}[^\S\n]?@[^\S\n]?[\w-]{1,63}(?:\.[\w-]{1,63})+")
IBAN_KZ = re.compile(r"(?<![^\W_])[KК][^\S\n]?[ZЗ](?:[\s-]?\d){5}(?:[\s-]?[A-Z\d]){13}(?![^\W_])", re.IGNORECASE)
IBAN = re.compile(
    r"(?<![^\W_])[A-Z]{2}\d{2}(?:[^\S\n]?[A-Z\d]{4}){2,7}(?:[^\S\n]?[A-Z\d]{1,3})?(?![^\W_])", re.IGNORECASE
)
SOLID = re.compile(rf"{_BEGIN}\d{{12,}}{_END}")
ONE_BY_ONE = re.compile(rf"{_BEGIN}\d(?:[^\S\n]?[-\u2010-\u2015\s][^\S\n]?\d{_END}){{11}}")
_TAILS = "|".join(_grouped(*sizes, between=_GAP) for sizes in ((7,), (3, 2, 2), (3, 4), (2, 2, 3), (4, 3), (1, 3, 3)))
PHONE = re.compile(rf"{_BEGIN}(?:\+{_GAP}7|[78]){_GAP}[67]\d\d{_GAP}(?:{_TAILS}){_END}")  # «8 (701) 123-45-67»
ANY_PHONE = re.compile(rf"{_BEGIN}(?:\+{_GAP}7|[78]){_GAP}[3-9](?:{_GAP}\d){{9}}{_END}")
CALLED = re.compile(  # a short number is one only after the word: «тел. 55-12-34»
    r"(?<![^\W_])(?:тел(?:ефон\w*)?|сот(?:ка|ке|ку|овый)|whats\s?app|в[ао]т?сап\w*|phone|mobile|tel)(?![^\W_])"
    rf"[^\S\n]?(?:number|номер\w*|нөмір\w*)?[^\S\n]*[.:№–-]?[^\S\n]*(\+?\d(?:{_GAP}\d){{4,14}}){_END}",
    re.IGNORECASE,
)
GROUPED = re.compile(
    _BEGIN
    + "(?:"
    + "|".join(
        _grouped(*sizes)
        for sizes in ((4, 4, 4, 4, 3), (4, 4, 4, 4), (4, 6, 5), (6, 6), (4, 4, 4), (3, 3, 3, 3), (2, 2, 2, 2, 2, 2))
    )
    + ")"
    + _END
)
LONG = re.compile(rf"{_BEGIN}\d(?:{_SEP}\d){{11,}}{_END}")

_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_MONEY = r"(?:тенге|тг|теңге|₸|kzt|tenge|руб\w*|₽|долл\w*|\$|usd|евро|eur|€|сум|сом|мрп|аек|mci|т\.)"
_THREES = r"\d{1,3}(?:[^\S\n]\d{3})*"
DATES_ARTICLES_SUMS = re.compile(
    rf"(?<![\d-]){_DAY}([./-]){_MONTH}\1{_YEAR}(?!-?\d)"
    rf"|(?<![\d-]){_YEAR}([./-]){_MONTH}\2{_DAY}(?!-?\d)"
    r"|(?<![^\W_])(?:ст(?:ать[а-яё]*|атей|\.)?|бап\w*|art(?:icle)?s?\.?)[^\S\n]*№?[^\S\n]*\d{1,4}(?!\d)"
    r"(?:(?:[^\S\n]*[,;и–-][^\S\n]*|[^\S\n]+)\d{1,4}(?!\d))*"
    rf"|{_BEGIN}(?:{_THREES}|\d{{1,9}})(?:[.,]\d+)?(?:[^\S\n]*(?:[–—-]|до)[^\S\n]*(?:{_THREES}|\d{{1,9}}))?"
    rf"[^\S\n]*{_MONEY}(?![^\W\d_])",
    re.IGNORECASE,
)
_MONTHS = (
    "янв фев мар апр май мая июн июл авг сен окт ноя дек қаң кан ақп акп нау сәу сау мам мау шіл шил там қыр кыр қаз"
    " каз қар кар жел jan feb apr may jun jul aug sep oct nov dec"
)
_NAMED_MONTH = rf"(?:{'|'.join(_MONTHS.split())})[^\W\d_]*"
YEARS_AND_ROUND_SUMS = re.compile(
    rf"{_BEGIN}\d{{1,2}}[^\S\n]+{_NAMED_MONTH}(?:[^\S\n]+{_YEAR}{_END})?"
    rf"|{_BEGIN}{_YEAR}[^\S\n]*ж[^\W\d_]*\.?[^\S\n]+\d{{1,2}}{_END}"
    rf"|(?<![\d-])(?<!\d[^\S\n]){_YEAR}(?:[^\S\n]*[,–—-]?[^\S\n]*{_YEAR})*(?![^\S\n]*-?[^\S\n]*\d)"
    rf"|{_BEGIN}(?<!\d[^\S\n])\d{{1,3}}(?:[^\S\n]\d{{3}})?[^\S\n]000(?![^\S\n]?\d)"
    rf"|{_BEGIN}\d{{3}}000[^\S\n]?[–—-][^\S\n]?\d{{3}}000{_END}",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Span:
    """Something personal in a text, from `start` to `end`, and its kind: ID, CARD, PHONE, EMAIL, IBAN or PERSON."""

    kind: str
    start: int
    end: int


def find(text: str) -> list[Span]:
    """Every number or address in a text that tells who somebody is; the spans do not overlap.

    >>> [(span.kind, span.start, span.end) for span in find("ИИН 880101 300123, ст. 52")]
    [('ID', 4, 17)]
    """
    found: list[Span] = []

    def take(spans: Iterable[Span]) -> None:
        nonlocal text
        for span in list(spans):
            found.append(span)
            text = _masked(text, span.start, span.end)

    take(_spans("EMAIL", EMAIL, text))
    take(_spans("IBAN", IBAN_KZ, text))
    take(span for span in _spans("IBAN", IBAN, text) if _digits(text, span) >= FEWEST_DIGITS)
    take(_numbers(SOLID, text))
    take(_numbers(ONE_BY_ONE, text))
    take(_spans("PHONE", PHONE, text))
    text = _without(DATES_ARTICLES_SUMS, text)
    take(_spans("PHONE", CALLED, text, 1))
    take(_numbers(GROUPED, _without(YEARS_AND_ROUND_SUMS, text)))
    take(_spans("PHONE", ANY_PHONE, text))
    text = _without(YEARS_AND_ROUND_SUMS, text)
    take(_phones(text))
    take(_numbers(LONG, text))
    return sorted(found, key=lambda span: span.start)


def _spans(kind: str, pattern: re.Pattern[str], text: str, group: int = 0) -> Iterator[Span]:
    return (Span(kind, *hit.span(group)) for hit in pattern.finditer(text))


def _numbers(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """Numbers of 12 digits, and longer ones, which are those of cards and accounts."""
    for span in _spans("ID", pattern, text):
        yield span if _digits(text, span) == 12 else Span("CARD", span.start, span.end)


def _phones(text: str) -> Iterator[Span]:
    """Telephone numbers of any country with its code, and of ours without."""
    from phonenumbers import Leniency, PhoneNumberMatcher

    for hit in PhoneNumberMatcher(text, REGION, leniency=Leniency.VALID):
        span = Span("PHONE", hit.start, hit.end)
        if _digits(text, span) >= FEWEST_DIGITS or "+" in hit.raw_string:
            yield span


def _digits(text: str, span: Span) -> int:
    return sum(sign.isdigit() for sign in text[span.start : span.end])


def _masked(text: str, start: int, end: int) -> str:
    """The text with signs from `start` to `end` that no pattern takes, each character where it was."""
    return text[:start] + "\x00" * (end - start) + text[end:]


def _without(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda hit: "\x00" * len(hit[0]), text)
