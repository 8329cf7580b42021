"""Numbers in the words of a law: «двадцать четыре» is 24, «полуторном» is 1.5, «жиырма төрт» is 24.

It finds cardinal and ordinal numbers below a million in Russian, Kazakh and English, and the
first half of Russian compounds («трехмесячный», «двадцатичетырехчасовой»). It does not read units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:[.,]\d+)?(?:\s\d{3})*")
DIGITS = re.compile(r"\d+(?:[.,]\d+)?")

# value: every stem or whole word that names it, longest first where one begins with another
_RU_UNITS = {
    1: "один|одна|одно|одного|одной|одному|одну|одним|одном|одних|перв",
    2: "два|две|двух|двум|двумя|втор",
    3: "три|трех|трем|тремя|трет",
    4: "четыре|четырех|четырем|четырьмя|четверт",
    5: "пять|пяти|пятью|пят",
    6: "шесть|шести|шестью|шест",
    7: "семь|семи|семью|седьм",
    8: "восемь|восьми|восемью|восьм",
    9: "девять|девяти|девятью|девят",
    10: "десять|десяти|десятью|десят",
}
_RU_TEENS = "одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат"
_RU_TENS = {
    20: "двадцат",
    30: "тридцат",
    40: "сорок|сорока|сороков",
    50: "пятьдесят|пятидесят|пятьюдесят",
    60: "шестьдесят|шестидесят|шестьюдесят",
    70: "семьдесят|семидесят|семьюдесят",
    80: "восемьдесят|восьмидесят|восемьюдесят|восьмьюдесят",
    90: "девяносто|девяноста|девяност",
    100: "сто|ста|сот|сотых",
    200: "двести|двухсот|двумстам|двумястами|двухстах",
    300: "триста|трехсот|тремстам|тремястами|трехстах",
    400: "четыреста|четырехсот|четыремстам|четырьмястами|четырехстах",
    500: "пятьсот|пятисот|пятистам|пятьюстами|пятистах",
    600: "шестьсот|шестисот|шестистам|шестьюстами|шестистах",
    700: "семьсот|семисот|семистам|семьюстами|семистах",
    800: "восемьсот|восьмисот|восьмистам|восемьюстами|восьмьюстами|восьмистах",
    900: "девятьсот|девятисот|девятистам|девятьюстами|девятистах",
    1000: "тысяча|тысячи|тысяч|тысячу|тысяче|тысячам|тысячами|тысячах",
}
_ENDING = "(?:ь|и|ью|ый|ой|ая|ое|ого|ому|ым|ом|ую|ых|ыми|ые|ий|ья|ье|ьего|ьей|ьем|ью|ем|ей|его|ему|ю|их)?"
_COMPOUND = (
    "календарн|рабоч|месячн|недельн|дневн|суточн|часов|летн|кратн|процентн|сменн|разов|минутн|днев|годичн|разрядн"
    "|сторонн"
)


_MEASURE = re.compile(f"(?!.*(?:сторонн|разрядн)).*(?:{_COMPOUND}|полуторн|двойн|половин)")


def _ru_values() -> list[tuple[int, str]]:
    teens = [(11 + i, stem) for i, stem in enumerate(_RU_TEENS.split())]
    return [*_RU_UNITS.items(), *teens, *_RU_TENS.items()]


# cases of «семья» and «четверть» that the endings above would read as 7 and 4
_RU_OTHER = re.compile("семь(?:и|я|е|ей|ям|ями|ях)$|четверт(?:ь|и|ью|ей|ям|ями|ях)$")
_RU_WORD = [(value, re.compile(f"(?:{stems}){_ENDING}$")) for value, stems in _ru_values()]
_RU_PREFIX = [
    (value, re.compile(f"(?:{'|'.join(sorted(stems.split('|'), key=len, reverse=True))})(?:и|ех|ух)?"))
    for value, stems in reversed(_ru_values())
]
_RU_ALONE = {
    "получас": 0.5,
    "полуторн": 1.5,
    "полутора": 1.5,
    "полтора": 1.5,
    "половин": 0.5,
    "четверть": 0.25,
    "четверти": 0.25,
    "двойн": 2.0,
    "вдвое": 2.0,
}
_RU_ALONE |= {"двукратн": 2.0, "трехкратн": 3.0, "однократн": 1.0, "ежемесячн": 1.0, "вдвойне": 2.0}

_KK = {
    "нөл": 0, "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9,
    "он": 10, "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70, "сексен": 80,
    "тоқсан": 90, "жүз": 100, "мың": 1000,
}  # fmt: skip
_KK_SUFFIX = (
    r"(?:ы?нш[ыі]|[ыі]нш[ыі])?"
    r"(?:[нд]?[ыіае]н?|[дт][ае]н?|[ғгқк][ае]|[дтн][ыі]ң|л[ыі]қ|л[ыі]к|[дт][ыі]қ|ай|еу|[ае]у|с[ыі]|ға|ге)*"
)
_KK_QUARTER = re.compile(r"тоқсан(?:ына|ының|ның|ында|да|дық)$")  # of a year, not ninety
_KK_WORD = [(value, re.compile(f"{word}{_KK_SUFFIX}$")) for word, value in _KK.items()]
_EN = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "half": 0.5, "twice": 2,
    "double": 2, "doubled": 2, "tripled": 3, "first": 1, "second": 2, "third": 3, "tenth": 10,
}  # fmt: skip
UNIT = re.compile(
    r"час|дн[яей]|ден|сут[ок]|недел|месяц|год|лет|процент|кратн|размер|минут|месячн|тенге|килограмм|кг|грамм|смен"
)
UNIT_REACH = 45  # characters: «шестидесяти месячных расчетных показателей» has 22 to its end
AMENDMENT = re.compile("вводится в действие|введен[аоы]? в действие|предусматрива[ею]тся")  # a note, not the wording
REFERENCE = re.compile(  # «статьи 88», «частью третьей», «№ 353», «2015 года», «9 мая», the number that opens a line
    r"(?:стат|пункт|подпункт|част|абзац|глав|раздел|параграф)[^\W\d_]*\s+"
    r"(?:(?:[\d–-]+|перв\w+|втор\w+|трет\w+|четверт\w+|пят\w+|шест\w+)(?:\s*(?:,|–|и|или)\s*)?)+"
    r"|№\s*\S+|\b\d{4}\s*г\w*\b|\d{2}\.\d{2}\.\d{4}|^\s*\d+(?:-\d+)?[.)]\s"
    r"|\b\d{1,2}\s+(?:январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр)\w*",
    re.MULTILINE,
)
HALF_MORE = re.compile(r"\b(?:с половиной|and a half|жарым(?:нан|ға|ды|дай)?)\b")
_EN_SMALL = "|".join(word for word, value in _EN.items() if 1 <= value < 100)
_EN_AND = re.compile(  # «two hundred and fifty thousand», but not «one hundred and two hundred»
    rf"(?:(?<=hundred) and (?=(?:{_EN_SMALL})\b(?! hundred))|(?<=thousand) and (?=(?:{_EN_SMALL})\b(?! thousand)))"
)


def in_text(text: str, lang: str) -> set[float]:
    """Every number that a text names in digits or words.

    >>> sorted(in_text("двадцать четыре календарных дня, в полуторном размере", "ru"))
    [1.5, 24.0]
    """
    return {number for values, _, _ in _runs(_plain(text, lang), lang) for number in values}


def placed(text: str, lang: str) -> tuple[str, list[tuple[set[float], int, int]]]:
    """The text as it is read, in lower case, and its numbers with the places where their words begin and end.

    >>> placed("От 3 до двадцати пяти дней", "ru")
    ('от 3 до двадцати пяти дней', [({3.0}, 3, 4), ({25.0}, 8, 21)])
    """
    plain = _plain(text, lang)
    return plain, list(_runs(plain, lang))


def measured(text: str) -> set[float]:
    """The numbers of a Russian text that measure: days, hours, percent, times; not those of articles or dates.

    >>> sorted(measured("По пункту 2 статьи 88 отпуск не менее двадцати четырех дней, шестнадцатилетним 30 дней."))
    [16.0, 24.0, 30.0]
    """
    lines = [line for line in _plain(text, "ru").split("\n") if not AMENDMENT.search(line)]
    plain = REFERENCE.sub(" ; ", "\n".join(lines))
    found: set[float] = set()
    for values, _, end in _runs(plain, "ru"):
        ahead = WORD.findall(plain[end : end + UNIT_REACH].partition(";")[0])[:3]
        unit = next((word for word in ahead if word[0].isdigit() or UNIT.match(word)), "")
        if UNIT.match(unit) or _MEASURE.match(plain[:end].rpartition(" ")[2]):
            found |= values
    return found


def _runs(plain: str, lang: str) -> Iterator[tuple[set[float], int, int]]:
    """The numbers of a text, a run of words at a time, with the places where the run begins and ends."""
    run, start, end = 0.0, 0, 0
    for match in WORD.finditer(plain):
        token = match[0]
        value = _value(token, lang)
        if value is not None and (joined := _joined(run, value, token)):
            run, end = joined, match.end()
            continue
        if run:
            yield {run}, start, end
        if within := _within(token, lang):
            yield within, match.start(), match.end()
        run, start, end = value or 0.0, match.start(), match.end()
    if run:
        yield {run}, start, end


def digits(text: str) -> list[float]:
    """The numbers that stand in digits, sorted, whatever the decimal sign; a full hour is one number.

    >>> digits("не позднее 10-го числа, в размере 1,5, до 22:00")
    [1.5, 10.0, 22.0]
    """
    spaced = re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}\b)|(?<=\d):00\b", "", text)
    return sorted(float(found.replace(",", ".")) for found in DIGITS.findall(spaced))


def ungrouped(text: str) -> str:
    """An English text with its thousands written without commas.

    >>> ungrouped("69,049 tenge, 1,5")
    '69049 tenge, 1,5'
    """
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)


def _plain(text: str, lang: str) -> str:
    """The text in lower case with one sign for «and a half», and English numbers without hyphens, commas and «and»."""
    text = HALF_MORE.sub("½", text.lower().replace("ё", "е"))
    if lang != "en":
        return text
    text = ungrouped(text)
    return _EN_AND.sub(" ", re.sub(r"(?<=[^\W\d_])-(?=[^\W\d_])", " ", text))


def _joined(run: float, value: float, token: str) -> float:
    """The number that a word makes with those before it, or 0 where it begins a new one: 1 thousand 2 hundred 5."""
    below = run % 1000
    if token == "½":
        return run + value if run and run == int(run) else 0
    if value == 1000:
        return run * value if 0 < run < 1000 else 0
    if value == 100 and 0 < below < 10:
        return run - below + below * value
    for step in (100, 10):
        if value >= step:
            return run + value if run and below % (step * 10) == 0 else 0
    return run + value if run >= 10 and run % 10 == 0 else 0


def _value(token: str, lang: str) -> float | None:
    if token == "½":
        return 0.5
    if lang == "en":
        return _EN.get(token)
    if (lang == "ru" and _RU_OTHER.match(token)) or (lang == "kk" and _KK_QUARTER.match(token)):
        return None
    for value, pattern in _KK_WORD if lang == "kk" else _RU_WORD:
        if pattern.match(token):
            return float(value)
    return None


def _within(token: str, lang: str) -> set[float]:
    """Numbers in digits or inside one word, such as «шестнадцатилетнего»."""
    if token[:1].isdigit():
        return set(digits(token))
    if lang == "ru":
        for stem, value in _RU_ALONE.items():
            if token.startswith(stem):
                return {value}
        head = re.match(f"(.+?)(?:{_COMPOUND})", token)
        return _prefix(head[1]) if head else set()
    if lang == "kk" and token.startswith("жарт"):
        return {0.5}
    return set()


def _prefix(head: str) -> set[float]:
    """The number in the head of a compound: «двадцатичетырех» is 24."""
    total, rest = 0, head
    while rest:
        hit = next(((v, m) for v, p in _RU_PREFIX if (m := p.match(rest)) and m.end()), None)
        if hit is None:
            return set()
        total, rest = total + hit[0], rest[hit[1].end() :]
    return {float(total)} if total else set()
