"""Every written form of a place in an act, built from small named parts with a real example beside each.

It finds a unit with its numbers («пп. 1), 3) и 5)», «52, 53-баптар», "Arts. 52–54") in a cleaned text. Which of them
belong together is for `chains`, which act is meant for `mentions`, which articles a range holds for `resolving`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant import number_words

ARTICLE, SECTION, PARAGRAPH, SUBPARAGRAPH, EITHER, PART, BELOW, CHAPTER, THEME, ANNEX, RECITAL = (
    "article section paragraph subparagraph either part below chapter theme annex recital".split()
)  # `either` is «пп.», short for a subparagraph and for paragraphs; `below` lies deeper than an id reaches

UNITS = {  # by kind and language, in folded letters
    (ARTICLE, "ru"): r"ст ?\.? ?ст ?\.|ст(?: ?\.)?|стать?(?:ями|ям|ях|ею|ей|ёй|я|и|е|ю)|статей",  # «ст.ст.», «статьями»
    (EITHER, "ru"): r"пп ?\.|п ?\. ?п ?\.|пп|п/п",  # «пп. 8)», «п.п. 1, 2»
    (SUBPARAGRAPH, "ru"): r"подп ?\.?|под-?пункт[а-я]{0,3}",  # «подпунктами 1) и 2)»
    (PARAGRAPH, "ru"): r"пункт[а-я]{0,3}|п(?: ?\.)?",  # «пунктом 1», «п. 1»
    (PART, "ru"): r"част(?:ями|ям|ях|ей|ью|ь|и)|ч(?: ?\.)?",  # «ч. 2», «частью второй»
    (BELOW, "ru"): r"абзац[а-я]{0,3}|абз ?\.?",  # «абзац 2»
    (RECITAL, "ru"): r"преамбул[а-я]{0,3}",  # «пункт 71 преамбулы»
    (CHAPTER, "ru"): r"глав(?:ой|а|ы|е|у)|гл ?\.",
    (THEME, "ru"): r"тем(?:а|ы|е|у|ой)",
    (ARTICLE, "kk"): (
        r"ба(?:п(?:тар[^\W\d_]*|тын|тин|ка|ты|та|тан|тагы|пен)?"  # «52, 53-баптар», «52-баптың»
        r"|б(?:ындагы|ында|ынан|ынын|ымен|ына|ын|ы))"  # «52-бабында», «52-бабының»
    ),
    (PARAGRAPH, "kk"): r"тарма[кг](?!ш)[^\W\d_]*",  # «1-тармағының»
    (SUBPARAGRAPH, "kk"): r"тармакша[^\W\d_]*",  # «8) тармақшасы»
    (PART, "kk"): r"боли[кг][^\W\d_]*",  # «екінші бөлігі»
    (BELOW, "kk"): r"азат ?жол[^\W\d_]*|абзац[^\W\d_]*",
    (RECITAL, "kk"): r"(?:преамбула|кириспе)[^\W\d_]*",  # «преамбуласының 71-тармағы»
    (CHAPTER, "kk"): r"тарау[^\W\d_]*",
    (THEME, "kk"): r"такыры[пб][^\W\d_]*",
    (ARTICLE, "en"): r"articles?|arts? ?\.|arts?",  # "Arts. 52–54"
    (SECTION, "en"): r"sections?|sects?\.|secs?\.|ss?\.|§§?",  # "s. 52"
    (SUBPARAGRAPH, "en"): r"sub-? ?paragraphs?|sub-? ?paras?\.?|sub-?clauses?|points?|items?|letters?",
    (PARAGRAPH, "en"): r"paragraphs?|paras?\.?|sub-?sections?|clauses?",
    (PART, "en"): r"parts?",
    (BELOW, "en"): r"sentences?|indents?",
    (CHAPTER, "en"): r"chapters?|ch\.",
    (THEME, "en"): r"themes?",
    (RECITAL, "en"): r"recitals?",
}
_L, _R = r"(?<![^\W\d_])", r"(?![^\W\d_])"  # no letter before, none after: digits touch words in «п1ст52»
_COUNTED = (  # what is counted is no place: «52, 3 работника», «ст. 2024 года», "Article 5, 10 days"
    r"(?!(?:-[а-я]{1,3} )? ?(?:%|(?:год|г\.|жыл|дн[еяй]|день|кунд?[ги]?|месяц|айга|айлык|час(?:а|ов|ы)?\b"
    r"|сагат|минут|недел|апта|лет\b|раза?\b|тенге|тг\b|руб|мрп|мзп|аек|процент|пайыз|чел|работник|сотрудник|жумыск"
    r"|адам|календарн|рабочи[хм]"
    r"|январ|феврал|марта|апрел|мая\b|июн|июл|август|сентябр|октябр|ноябр|декабр"
    r"|кантар|акпан|наурыз|сауир|мамыр|маусым|шилде|тамыз|кыркуйек|казан(?!ш)|караша|желтоксан"
    r"|days?\b|weeks?\b|months?\b|years?\b|hours?\b|employees|workers|per ?cent"
    r"|january|february|march\b|april|may 20|june|july|august|september|october|november|december"
    r"|км\b|километр|шакырым|(?:из|of) \d)))"  # «ст. 88-й километр», «статья 2 из 5»
)
_DATE = r"(?:0?[1-9]|[12]\d|3[01])\.(?:0\d|1[0-2])\.\d\d(?!\d)"  # «12.05.24»; "52.1.16" is a place
_DIGITS = rf"(?!{_DATE})\d{{1,4}}(?:-\d{{1,3}}(?!\d))?(?!\d|\.\d+\.\d{{4}}){_COUNTED}"  # «52», «126-1»; no date, no sum
_RAISED = str.maketrans("¹²³⁴⁵", "12345")  # «126¹» is how older texts print 126-1
_SUFFIX = (  # «52-й», «1-ші», «54-ке дейінгі»
    rf"(?:-[кг][ае] дейин(?:ги)?{_R}|-?(?:ши|шы|ей|ом|го|му|ой|ая|ую|ых|ым|ыми|й|я|ю|м|е)|st|nd|rd|th){_R}"
)
_INSIDE = (  # "(1)(8)" and "(1)8)" of "52(1)(8)", "(b)" of "9(b)", ".1" of "52.1"
    r"(?: ?\((?:\d{1,3}(?:-\d{1,3})?|[a-z]|[ivx]{2,4})\)(?: ?(?:\d{1,3}(?:-\d)?|[a-z])\))?"
    r"|(?:\.\d{1,2}){1,2}(?![\d)]|\.\d))*"
)
_BRACKET = r"[(«\"“](?:\d{1,3}(?:-\d{1,3})?|[a-zа-и])[)»\"”]|(?:[a-zа-и]|[ivx]{2,4})\)"  # «(2)», «"а"», «a)»
_ONE = rf"(?:{_DIGITS}(?:[¹²³⁴⁵]|{_SUFFIX})?(?:\)|{_INSIDE})|{_BRACKET}|{number_words.ORDINAL})"
_TO = r"(?: ?(?:-|–) ?| (?:по|to|through) |-[дтн][ае]н )"  # «52–54», «с 52 по 54», «52-ден 54-ке дейінгі»
_AND = r"(?: ?[,;])? (?:и|или|либо|а также|жане|немесе|мен|бен|пен|and|or|and/or|и/или) | ?& ?| ?[,;] ?"
_LIST = rf"{_ONE}(?:(?:{_TO}|{_AND}){_ONE})*"
_WORDS = (
    rf"{number_words.CARDINAL}{_COUNTED}(?:(?:{_TO}|{_AND}){number_words.CARDINAL})*"  # "part three", «статья сорок»
)
_SIGN = r":? ?(?:№№? ?|nos?\. ?|n )?(?:с (?=\d+ по ))?"  # «ст. № 52», «статьями с 52 по 54»


def _any(lang: str, *kinds: str) -> str:
    return "|".join(unit for (kind, of), unit in UNITS.items() if of == lang and (not kinds or kind in kinds))


_INNER_RU = r"(?:под-?пункт|пункт|част|абзац)[а-я]{0,3}"
_ARTICLE_RU = (  # «в 52 статье», but not «1 статьи 52», where 52 is the article; again so in «52 статье 3 пункт»
    rf"стать?(?:ями|ям|ях|ею|ей|я|и|е|ю)(?! ?№? ?\d+{_R}(?!\W*(?:[^\W\d_]{{1,2}} )?{_INNER_RU}))|статей(?! ?\d)"
)
_COUNTS_RU = rf"{_INNER_RU}(?! ?\d+(?!\d)(?! ?(?:-?[а-я]{{1,2}} )?стат))"  # «2 пункт 52 статьи», not «2 пункт 3»
_BEHIND_EN = rf"{_any('en', PARAGRAPH, SUBPARAGRAPH, PART, BELOW)}|(?<=[a-z] )articles?(?! ?\d)"  # "second article"
_LAST = rf"{_any('kk')}|(?:б|т|тш)\.|{_ARTICLE_RU}|{_COUNTS_RU}|{_BEHIND_EN}"
_SAME = (  # the article named before
    r"(?:т|эт|указанн|данн|настоящ|названн|упомянут|вышеуказанн|вышеназванн)(?:ой|ей|ая|а|ую|у)(?: же)?"
    rf" стать(?:ей|и|я|е|ю){_R}(?! ?№? ?\d)"  # «той же статьи», «указанной статьёй»
    rf"|(?:аталган|сол|осы|корсетилген) (?:{UNITS[ARTICLE, 'kk']}){_R}"  # «аталған баптың»
    rf"|(?:same|said|that|this|aforementioned|above-mentioned) article{_R}(?! ?\d)"
    rf"|thereof{_R}|ibid(?:em)?{_R}\.?|там же{_R}|сонда{_R}"
    r"|(?:ее|its|онын)(?= (?:\d{1,3}(?:-\d)?\)?[- ]?|[а-я]+ ?)?"
    rf"(?:{_INNER_RU}|п\.|пп\.|ч\.|тарма|боли[кг]|paragraph|para|part))"
)  # «её пункт 5», «оның 5-тармағы», "its paragraph 3"
_ROMAN = rf"[ivx]{{1,5}}{_R}(?:(?:, | и | and | жане | ?[-–] ?)[ivx]{{1,5}}{_R})*"
_ANNEX = (  # "Annex III(4)", «приложения I и III», «приложение 2 к Директиве», «III қосымша»
    rf"(?:annex(?:es)?|приложени(?:ями|ях|ям|ем|е|я|ю|и)) (?P<roman>{_ROMAN}|(?:№ ?|no\. ?)?\d{{1,2}}(?= (?:к|to|of) ))"
    rf"(?P<within>{_INSIDE})|(?P<roman_kk>{_ROMAN}|(?<=[нтд][иы]н )\d{{1,2}})[- ]косымша[а-я]*"
)
_PREAMBLE = rf"(?:{_any('ru', RECITAL)}|{_any('kk', RECITAL)}|preamble){_R}"  # «пункт 71 преамбулы», "of the preamble"
_BARE = r"(?:[a-jабгде]|[ivx]{2,4})(?![^\W\d_]|\))"  # «пп. a», "point ii"
_DEEPER = r"(?P<deeper> ?\([ivx]{1,4}\))?"  # «пп. c (i)»
_LETTERED = rf"(?P<lettered>{_any('ru', SUBPARAGRAPH, EITHER)}|{_any('en', SUBPARAGRAPH)}) (?P<letter>{_BARE}){_DEEPER}"
_TYPED = r"ba[pb] |(?:pp?\.?|(?<!['’\d])s)(?= ?\d)"  # "bap 52", "p1 s8"
_FIRST = rf"(?P<first>{_any('ru')}|{_any('en')}|{UNITS[ARTICLE, 'kk']}|{_TYPED}){_SIGN}(?P<after>{_LIST}|{_WORDS})"
FORMS = re.compile(
    rf"{_L}(?:(?P<same>{_SAME})|(?P<annex>{_ANNEX})|{_LETTERED}|{_FIRST}|(?P<preamble>{_PREAMBLE}))"
    rf"|(?<![\d.,/№-])(?<!№ )(?P<before>{_LIST})(?: ?[-–] ?| ?)(?P<last>{_LAST}){_R}"
    r"(?P<under> \([ivx]{1,4}\))?"  # «c) тармақша (i)»
)
_ITEM = re.compile(
    rf"(?P<digits>\d{{1,4}}(?:-\d{{1,3}})?(?P<raised>[¹²³⁴⁵])?)(?P<suffix>{_SUFFIX})?(?:(?P<close>\))|(?P<inside>{_INSIDE}))"
    rf"|(?P<bracket>{_BRACKET})|(?P<ordinal>{number_words.ORDINAL}|{number_words.CARDINAL})"
)
_IN = re.compile(r"[a-z]+|\d+(?:-\d+)?")
_LETTERS = str.maketrans("абвгдежзис", "abcdefghic")  # the lists of Russian texts: «а)», «б)»; с only looks like c
_COUNT = re.compile(r"(?:под-?)?пункт(?:а|ов)|част(?:и|ей)|стат(?:ьи|ей)")  # «2 пункта», «5 статей»


@dataclass(frozen=True)
class Number:
    """One number of a list: «54» of «52–54» with `ranged`, "52" of "52(1)(8)" with `inside` ("1", "8").

    `text` is empty for a bracket that goes on from the number before it: the second of "6(1)(a) and (f)".
    """

    text: str
    start: int
    end: int
    inside: tuple[str, ...] = ()
    ranged: bool = False


@dataclass(frozen=True)
class Group:
    """A unit with its numbers, from `start` to `end` of the cleaned text; `lang` is the language of the form.

    `same` is the word that refers to the article named before and then there are no numbers. `doubtful`: it may be a
    count («22 статьи») if nothing stands with it.
    """

    kind: str
    numbers: tuple[Number, ...]
    start: int
    end: int
    lang: str
    same: str = ""
    doubtful: bool = False


def groups(text: str) -> Iterator[Group]:
    """Every unit with its numbers in a cleaned text, in its order, not overlapping.

    >>> [(g.kind, [n.text for n in g.numbers]) for g in groups("пп. 1) и 3) п. 1 ст. 52")]
    [('either', ['1', '3']), ('paragraph', ['1']), ('article', ['52'])]
    """
    for hit in FORMS.finditer(text):
        if hit["same"]:
            yield Group(ARTICLE, (), hit.start(), hit.end(), _script(hit["same"]), hit["same"])
        elif hit["annex"]:
            yield Group(ANNEX, tuple(_annexes(hit)), hit.start(), hit.end(), _script(hit["annex"]))
        elif hit["preamble"]:
            yield Group(RECITAL, (), hit.start(), hit.end(), _script(hit["preamble"]))
        elif hit["letter"]:
            kind, lang = _kind(hit["lettered"])
            deeper = tuple(_IN.findall(hit["deeper"] or ""))
            number = Number(_letters(hit["letter"]), *hit.span("letter"), deeper)
            yield Group(kind, (number,), hit.start(), hit.end(), lang)
        else:
            yield from _group(hit)


def _annexes(hit: re.Match[str]) -> Iterator[Number]:
    start, end = hit.span("roman" if hit["roman"] else "roman_kk")
    inside, before = tuple(_IN.findall(hit["within"] or "")), start
    for number in re.finditer(r"[ivx]+|\d+", hit.string[start:end].replace("no.", "   ")):
        at, stop = start + number.start(), start + number.end()
        yield Number(f"annex-{number[0]}", at, stop, inside if stop == end else (), "–" in hit.string[before:at])
        before = stop


def _group(hit: re.Match[str]) -> Iterator[Group]:
    first = hit["first"] is not None
    unit = str(hit["first"] if first else hit["last"]).strip()
    kind, lang = _KINDS[unit] if unit in _KINDS else _kind(unit)
    if not kind:
        return
    start, end = hit.span("after" if first else "before")
    numbers = tuple(_numbers(hit.string, start, end, kind))
    if not numbers or (kind in (ARTICLE, SECTION) and not numbers[0].text):
        return
    if hit["under"]:
        numbers = (*numbers[:-1], replace(numbers[-1], inside=tuple(_IN.findall(hit["under"]))))
    if (
        (kind, lang) == (ARTICLE, "en")
        and hit.string[start:end] == "one"
        and re.match(r" (?!of |and )[a-z]", hit.string[end:])
    ):
        return  # "the article one reads"
    counts_kk = lang == "kk" and not first and "-" not in hit.string[end : hit.end()]
    if counts_kk and re.match(r" бар(?!\w)", hit.string[hit.end() : hit.end() + 5]):
        return  # «5 бап бар»: there are five; «462-бабының 2-бөлігі бар» is a place
    counted = not first and lang != "kk" and hit.string[start:end].isdigit()
    if counted and (lang == "en" or (kind != ARTICLE and _COUNT.fullmatch(unit)) or unit == "статей"):
        return
    ordinal_en = not first and (kind, lang) == (ARTICLE, "en")  # "the second article": of a code, or of a magazine
    doubtful = counted and bool(_COUNT.fullmatch(unit)) or unit == "б." or ordinal_en
    yield Group(kind, numbers, hit.start(), numbers[-1].end if first else hit.end(), lang, "", doubtful)


def _numbers(text: str, start: int, end: int, kind: str) -> Iterator[Number]:
    before = start
    for hit in _ITEM.finditer(text, start, end):
        ranged = before > start and bool(re.fullmatch(_TO, text[before : hit.start()]))
        closes = bool(hit["close"]) and _opened(text, start)
        if hit["close"] and not closes and kind in (ARTICLE, SECTION) and hit.start() > start:
            return  # «3)» of «2) ст. 53; 3) ст. 54» counts lines
        before = stop = hit.end()
        if hit["ordinal"]:
            yield Number(number_words.value(hit[0]), hit.start(), stop, (), ranged)
        elif hit["bracket"]:
            inner = _letters(hit[0].strip('()«»"“”'))
            article = kind in (ARTICLE, SECTION)
            yield Number("" if article else inner, hit.start(), stop, (inner,) if article else (), ranged)
        else:
            number = hit["digits"]
            if hit["raised"]:
                number = f"{number[:-1]}-{hit['raised'].translate(_RAISED)}"
            if hit["close"] and kind not in (SUBPARAGRAPH, EITHER) and (closes or kind == ARTICLE):
                stop -= 1  # the bracket of «(ст. 52)»
            yield Number(number, hit.start(), stop, tuple(_IN.findall(hit["inside"] or "")), ranged)
            if stop < before:
                return  # «(п. 1), 53»: what follows the bracket is no paragraph


def _opened(text: str, at: int) -> bool:
    """True where a bracket that was opened shortly before is not closed yet."""
    return "(" in text[max(0, at - 40) : at].rpartition(")")[2]


def _letters(text: str) -> str:
    return text.translate(_LETTERS)


def _script(text: str) -> str:
    if text.isascii():
        return "en"
    kazakh = re.search(r"^(?:аталган|сол|осы|корсетилген|сонда|онын|кириспе)|косымша|преамбуласы", text)
    return "kk" if kazakh else "ru"


def _kind(unit: str) -> tuple[str, str]:
    """The kind and language of a unit; empty for a word that only begins like one («5 частных»)."""
    return next((key for key, pattern in UNITS.items() if re.fullmatch(pattern, unit)), ("", ""))


_KINDS = {  # «52-б. 1-т. 8) тш.», "bap 52", "p. 1" (a page where it stands behind no article)
    **dict.fromkeys(("p", "p.", "pp", "pp."), (PARAGRAPH, "en")),
    "s": (SECTION, "en"),
    "bap": (ARTICLE, "kk"),
    "bab": (ARTICLE, "kk"),
    "б.": (ARTICLE, "kk"),
    "т.": (PARAGRAPH, "kk"),
    "тш.": (SUBPARAGRAPH, "kk"),
}
