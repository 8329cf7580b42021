"""Numbers in words as places are numbered: «статья пятьдесят вторая», «елу екінші бап», "part three".

Patterns for cleaned texts and the number that a match means, up to 299. Which numbers a text measures is in `numbers`.
"""

from __future__ import annotations

_RU = (  # ordinal stem, cardinal: an ordinal stands on either side of its unit, a cardinal only behind it
    "перв одна|один втор две|два трет три четверт четыре пят пять шест шесть седьм семь восьм восемь девят девять "
    "десят десять одиннадцат одиннадцать двенадцат двенадцать тринадцат тринадцать четырнадцат четырнадцать "
    "пятнадцат пятнадцать шестнадцат шестнадцать семнадцат семнадцать восемнадцат восемнадцать "
    "девятнадцат девятнадцать"
).split()
_RU_TENS = (
    "двадцат двадцать тридцат тридцать сороков сорок пятидесят пятьдесят шестидесят шестьдесят семидесят семьдесят "
    "восьмидесят восемьдесят девяност девяносто"
).split()
_KK = "биринши екинши ушинши тортинши бесинши алтыншы жетинши сегизинши тогызыншы".split()
_KK_TENS = "он жиырма отыз кырык елу алпыс жетпис сексен токсан".split()
_KK_TENTHS = "оныншы жиырманшы отызыншы кыркыншы елуинши алпысыншы жетписинши сексенинши токсаныншы".split()
_EN = (
    "first one second two third three fourth four fifth five sixth six seventh seven eighth eight ninth nine "
    "tenth ten eleventh eleven twelfth twelve thirteenth thirteen fourteenth fourteen fifteenth fifteen "
    "sixteenth sixteen seventeenth seventeen eighteenth eighteen nineteenth nineteen"
).split()
_EN_TENS = (
    "twentieth twenty thirtieth thirty fortieth forty fiftieth fifty sixtieth sixty seventieth seventy "
    "eightieth eighty ninetieth ninety"
).split()

_ENDING = "(?:ьего|ьему|ьей|ьем|ого|ому|ыми|ая|ой|ую|ый|ом|ые|ых|ым|ья|ью|ий|ье)?"
_L, _R = r"(?<![^\W\d_])", r"(?![^\W\d_])"


def _any(words: list[str]) -> str:
    return "|".join(sorted((each for word in words for each in word.split("|")), key=len, reverse=True))


_RU_FIRST, _RU_SECOND = _any([*_RU[::2], *_RU_TENS[::2], "сот", "двухсот"]), _any([*_RU[3::2], *_RU_TENS[1::2], "сто"])
_RU_LEAD = rf"(?:(?:сто|двести) )?(?:(?:{_any(_RU_TENS[1::2])}) )?"
_KK_LEAD = rf"(?:(?:(?:еки )?жуз) )?(?:(?:{_any(_KK_TENS)}) )?"
_EN_LEAD = rf"(?:(?:(?:one|two) )?hundred(?: and)? )?(?:(?:{_any(_EN_TENS[1::2])})[- ])?"
ORDINAL = (  # «пятьдесят вторая», «сто тринадцатой», «елу екінші», «жүз он үшінші», "fifty-second", "twelfth"
    rf"{_L}(?:{_RU_LEAD}(?:{_RU_FIRST}){_ENDING}|{_KK_LEAD}(?:{_any([*_KK, *_KK_TENTHS])}|жузинши)"
    rf"|{_EN_LEAD}(?:{_any([*_EN[::2], *_EN_TENS[::2], 'hundredth'])})){_R}"
)
CARDINAL = (  # «сорок девять», "fifty-two", "one hundred and thirteen"
    rf"{_L}(?:{_RU_LEAD}(?:{_RU_SECOND}){_R}|{_EN_LEAD}(?:{_any([*_EN[1::2], *_EN_TENS[1::2]])}){_R}"
    rf"|(?:one|two) hundred{_R})"
)
_VALUES = {
    **{word: n for n, pair in enumerate(zip(_RU[::2], _RU[1::2], strict=True), 1) for word in pair[1].split("|")},
    **{word: 10 * n for n, word in enumerate(_RU_TENS[1::2], 2)},
    **{word: n for n, word in enumerate(_KK, 1)},
    **{word: 10 * n for words in (_KK_TENS, _KK_TENTHS) for n, word in enumerate(words, 1)},
    **{word: n // 2 + 1 for n, word in enumerate(_EN)},
    **{word: 10 * (n // 2 + 2) for n, word in enumerate(_EN_TENS)},
    **{"сто": 100, "двести": 200, "жуз": 100, "жузинши": 100, "еки": 2, "hundred": 100, "hundredth": 100, "and": 0},
}
_STEMS = {  # longest first: «пятнадцат» before «пят»
    **{stem: n for n, stem in enumerate(_RU[::2], 1)},
    **{stem: 10 * n for n, stem in enumerate(_RU_TENS[::2], 2)},
    **{"сот": 100, "двухсот": 200},
}
_BY_LENGTH = sorted(_STEMS, key=len, reverse=True)


def value(said: str) -> str:
    """The number that a match of ORDINAL or CARDINAL means, in digits.

    >>> value("сто тринадцатой"), value("елу екинши"), value("one hundred and thirteen")
    ('113', '52', '113')
    """
    total = 0
    for word in said.replace("-", " ").split():
        one = _one(word)
        total = total * 100 if one == 100 and 0 < total < 10 else total + one
    return str(total)


def _one(word: str) -> int:
    if word in _VALUES:
        return _VALUES[word]
    return next(_STEMS[stem] for stem in _BY_LENGTH if word.startswith(stem))
