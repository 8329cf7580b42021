"""Words and stems for search, in Kazakh, Russian and English, however they are typed.

Kazakh letters are folded to the Russian ones that people type instead, so «жұмыстан» and «жумыстан»
are one word. Which language a question is in is decided in `detection`.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache

import Stemmer

FOLDS = str.maketrans("әғқңөұүһіёієїў", "агкноуухиеиеиу")
LATIN_LOOKALIKES = str.maketrans("aceopxyi", "асеорхуи")  # typed inside a Cyrillic word
SIGNS = str.maketrans("", "", "ьъ")  # left out on phones: «болничный»
WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")

# Endings of Kazakh nouns and verbs in the folded alphabet, longest first: plural, possession, case,
# person, negation, participles, converbs. Source: the inflection tables of any Kazakh school grammar.
_KK_SUFFIXES = sorted(
    """
    лар лер дар дер тар тер лары лери дары дери тары тери ларды лерди
    ым им ын ин ымыз имиз ыныз иниз сы си ы и нын нин дын дин тын тин
    ны ни ды ди ты ти га ге ка ке на не а е да де та те нда нде дан ден тан тен нан нен
    мен бен пен менен мын мин пын пин бын бин сын син сыз сиз мыз миз быз биз пыз пиз
    ган ген кан кен атын етин йтын йтин ып ип п у уга уге уды уди мак мек бак бек пак пек
    майды мейди байды бейди пайды пейди май мей бай бей пай пей ма ме ба бе па пе
    са се ады еди йды йди дым дим тым тим дык дик тык тик гым гим кым ким шы ши лык лик дык дик тык тик
    сыз сиз дай дей тай тей лы ли ды ди ты ти гы ги кы ки дагы деги тагы теги
    латын летин ылды илди ылган илген ылса илсе лган лген лады леди
    """.split(),
    key=len,
    reverse=True,
)
_KK_SHORTEST = 3
GROUP = 4
LETTERS = "4:"  # marks a group of letters among the terms
_RUSSIAN = Stemmer.Stemmer("russian")
_ENGLISH = Stemmer.Stemmer("english")
_STOP = frozenset(  # without ь and ъ, as words are when they are looked up here
    """
    и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня
    еще нет о из ему теперь когда даже ну ли если уже или ни быть был него до вас нибудь опять уж вам ведь там потом
    себя ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под
    ма ме ба бе па пе мен сен ол биз сиз олар бул осы сол бир жане да де та те ушин гой екен еди дейди болады бола ма
    the a an of to in is are and or my i me it for on at be can do does if that this with what how when am was he she
    they we you his her their have has will would from by as not no здесь
    """.translate(SIGNS).split()
)


def fold(text: str) -> str:
    """Lower case, Kazakh letters as the Russian ones typed instead of them, ё as е.

    >>> fold("Жұмыстан ШЫҒАРДЫ")
    'жумыстан шыгарды'
    """
    return text.lower().translate(FOLDS)


def words(text: str) -> list[str]:
    """The folded words of a text, Latin look-alikes inside Cyrillic words mended, stop words left out."""
    found = []
    for word in WORD.findall(fold(text)):
        mended = word.translate(LATIN_LOOKALIKES).translate(SIGNS) if CYRILLIC.search(word) else word
        if mended not in _STOP:
            found.append(mended)
    return found


@lru_cache(maxsize=100_000)
def kazakh_stem(word: str) -> str:
    """A folded Kazakh word without its endings, never shorter than three letters.

    >>> kazakh_stem("демалысымды"), kazakh_stem("жумыстан")
    ('демалыс', 'жумыс')
    """
    while True:
        for suffix in _KK_SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= max(_KK_SHORTEST, len(suffix)):
                word = word[: -len(suffix)]
                break
        else:
            return word


def stems(text: str, lang: str, russian: AbstractSet[str]) -> list[str]:
    """The search terms of a text without the letter groups, each once, in the order of the alphabet."""
    return sorted({stem for word in words(text) for stem in _stems(word, lang, russian)})


def terms(text: str, lang: str, russian: AbstractSet[str]) -> list[str]:
    """The search terms of a text: stems marked r:, k: or e:, and letter groups marked 4:.

    A Kazakh text is full of Russian words: a word gets its Russian stem if it is one of the `russian` words, and
    its Kazakh stem in any case; in a Russian text the Kazakh stem is added to words that are not Russian. Groups
    of four letters find misspelt words and endings that no stemmer knows (dev questions, kk: recall@5 0.93 to
    0.95, MRR 0.91 to 0.95; prefixes of five letters instead of Kazakh stems: 0.92 and 0.92).
    """
    found = []
    for word in words(text):
        padded = f" {word} "
        found += [LETTERS + padded[start : start + GROUP] for start in range(max(1, len(padded) - GROUP + 1))]
        found += _stems(word, lang, russian)
    return found


def _stems(word: str, lang: str, russian: AbstractSet[str]) -> list[str]:
    if not CYRILLIC.search(word):
        return ["e:" + _ENGLISH.stemWord(word)]
    found = ["r:" + _RUSSIAN.stemWord(word)] if lang == "ru" or word in russian else []
    return [*found, "k:" + kazakh_stem(word)] if lang == "kk" or word not in russian else found
