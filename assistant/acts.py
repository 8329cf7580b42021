"""Which acts a text names: those of the catalogue in any case ending, conventions by number, and codes not held.

It finds names; which article of an act is meant is for `citations`, whether an act exists is for `refusal`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from assistant import ilo_numbers
from assistant.language import FOLDS, fold, kazakh_stem
from assistant.law import Instrument

LAST_ILO = {"c": 193, "r": 210}  # Convention No. 193 is of June 2026; recommendations had then reached about 209–210
_KAZAKH = re.compile("[әғқңөұүһіё]")
_SHORT = 4  # letters: a name as short as this is an abbreviation, and stands as a whole word
_SHORT_ENDING = r"(?:-?(?:т[ыи]н|н[ыи]н|д[ае]|т[ае]|г[ае]|к[ае]|д[ыи]|т[ыи]|н[ыи]|бен|мен|пен))?"  # «ЕК-нің», folded
_BETWEEN = r"[\s«»\"“”]+(?:(?:мот|хеу|ilo)[\w-]*\s+)?"  # «Конвенция МОТ об охране материнства»
_RUSSIAN = Stemmer.Stemmer("russian")
OTHER_CODE = re.compile(
    r"(?<!день )(?<!дню )(?<!дня )\bконституци(?!он)(?!я кун)\w*|\bconstitution(?!al)(?! day)\w*"  # not the holiday
    r"|\b(?:гк|ук|упк|гпк|нк рк)\b"
    r"|\b(?:гражданск|уголовн|налогов|семейн|административн|земельн|предпринимательск|бюджетн|экологическ"
    r"|азаматтык|кылмыстык|салык|отбасы|аким?шилик|жер|касипкерлик|бюджеттик|экологиялык)[\w-]*(?: \w+){0,2}? кодекс\w*"
    r"|\bкодекс\w* о браке\w*"
    r"|\b(?:civil|criminal|tax|penal|family|land|entrepreneurial|budget)(?: \w+){0,2}? code"
    r"|\bcode (?:of|on) (?:civil|criminal)\w*"
)
_TITLE = r"[«\"“](?=[^«»\"“”]{0,90}\w\s+\w)[^«»\"“”]{3,250}[»\"”]"  # at least two words between quotation marks
QUOTED = re.compile(  # «закон „О защите …“», «… туралы» заң, «Кодекс Республики Казахстан „О …“», "the Law “On …”"
    rf"\b(?:закон|кодекс|law|code|act)\w*(?:\s+(?:рк|республики|казахстан\w*|of|the|republic|kazakhstan))*\s+{_TITLE}"
    rf"|{_TITLE}(?:\s+(?:кр|казакстан|республикасынын))*\s+(?:зан|кодекс)\w*"
)
MODIFIER = re.compile(
    r"(?:[«\"“]|\bthe )(?P<word>[^\W\d_a-zа-яёәғқңөұүһі][\w-]+)\s$"
)  # «Платформалық …», "the Platform …"
COMMON = re.compile(
    r"(?:kaz|каз|new|нов|жан|current|revised|кр|рк|rk|дейст|russ|росс|ресей|kyrg|кыр|uzb|узб|озб|taj|мон)"
)
CIVIL = re.compile(r"гк|гражданск|азаматт|civil")


@dataclass(frozen=True)
class Named:
    """An act that a text names from `start` to `end`; `id` is empty for a code that the catalogue does not know."""

    id: str
    text: str
    start: int
    end: int


def named(text: str, instruments: Mapping[str, Instrument], documents: bool = False) -> list[Named]:
    """Every act that a text names, in its order; a longer name goes before a shorter one inside it.

    With `documents`, acts are also known by the short names and titles of the catalogue, as documents cite them.

    >>> from pathlib import Path; from assistant import catalogue
    >>> held = catalogue.load(Path("corpus/catalogue.toml"))
    >>> [act.id for act in named("ст. 43 Цифрового кодекса и Конвенция МОТ № 87", held)]
    ['kz-digital-code', 'ilo-c087']
    """
    folded = _folded(text)
    hits = [*_by_alias(folded, instruments, documents), *ilo_numbers.found(folded), *_unknown(folded)]
    hits.sort(key=lambda hit: (not hit[0], hit[1] - hit[2]))  # a known act before an unknown one, then the longest
    taken: list[tuple[str, int, int]] = []
    for hit in (_whole_name(hit, text) for hit in hits):
        if all(hit[2] <= other[1] or hit[1] >= other[2] for other in taken):
            taken.append(hit)
    return [Named(key, text[start:end], start, end) for key, start, end in sorted(taken, key=lambda hit: hit[1])]


def _whole_name(hit: tuple[str, int, int], text: str) -> tuple[str, int, int]:
    """The hit, or an unknown act where a capital word before it makes it another's name: "the Platform Labour Code"."""
    before = MODIFIER.search(text[: hit[1]])
    code = re.search("кодекс|code", fold(text[hit[1] : hit[2]]))
    if not hit[0] or not code or before is None or COMMON.match(fold(before["word"])):
        return hit
    return "", before.start("word"), hit[2]


def exists(act: Named, instruments: Mapping[str, Instrument]) -> bool | None:
    """False for an ILO number above the last one adopted; None where it is not in the catalogue but may exist."""
    if act.id in instruments:
        return True
    kind = act.id.removeprefix("ilo-")[:1]
    return False if kind in LAST_ILO and int(act.id[5:]) > LAST_ILO[kind] else None


def _folded(text: str) -> str:
    """Lower case with folded letters, each character where it was."""
    folded = fold(text)
    return folded if len(folded) == len(text) else "".join(c.lower()[:1].translate(FOLDS) for c in text)


def _by_alias(folded: str, instruments: Mapping[str, Instrument], documents: bool) -> Iterator[tuple[str, int, int]]:
    for key, act in instruments.items():
        names = _names(act.aliases, *act.short.values(), *act.title.values()) if documents else act.aliases
        possible = tuple(name for name in names if all(part in folded for part in _fixed(name)))
        for hit in spelt(possible).finditer(folded) if possible else ():
            yield key, hit.start(), hit.end()


@lru_cache(maxsize=1000)
def _names(aliases: tuple[str, ...], *others: str) -> tuple[str, ...]:
    """The names of an act, each once however it is spelt."""
    return tuple({fold(name): name for name in (*others, *aliases)}.values())


def _unknown(folded: str) -> Iterator[tuple[str, int, int]]:
    for hit in [*OTHER_CODE.finditer(folded), *QUOTED.finditer(folded)]:
        yield "", hit.start(), hit.end()


@lru_cache(maxsize=1000)
def spelt(aliases: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for names of one act in any case ending, in a folded text; a digit may touch it: «п.5ТК РК»."""
    return re.compile(
        "|".join(rf"(?<![^\W\d]){_name(alias)}(?!\w)" for alias in sorted(aliases, key=len, reverse=True))
    )


@lru_cache(maxsize=10_000)
def _fixed(alias: str) -> tuple[str, ...]:
    """What a folded text has in it wherever it has the name in any case, the longest first."""
    kazakh = bool(_KAZAKH.search(alias.lower()))
    stems = (_stem(word, kazakh)[0] for word in re.findall(r"[^\s«»\"“”]+", alias))
    return tuple(sorted(stems, key=len, reverse=True))


def _name(alias: str) -> str:
    """A pattern for a name in any case: each long word by its stem, an abbreviation as it is."""
    kazakh = bool(_KAZAKH.search(alias.lower()))
    words = (_stem(word, kazakh) for word in re.findall(r"[^\s«»\"“”]+", alias))
    return _BETWEEN.join(re.escape(stem) + ending for stem, ending in words)


def _stem(word: str, kazakh: bool) -> tuple[str, str]:
    """The part of a word that stays in every case, and a pattern for what may follow it."""
    folded = fold(word)
    if len(word) <= _SHORT or not folded.isalpha() or word.isupper():
        noun = len(word) == _SHORT - 1 and not folded.isascii()  # «Акту»; not «об»
        return folded, _SHORT_ENDING if word.isupper() else r"\w{0,5}" if kazakh else "[а-я]{0,2}" if noun else ""
    return kazakh_stem(folded) if kazakh else _RUSSIAN.stemWord(folded), r"\w*"
