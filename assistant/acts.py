"""Which acts a text names: those of the catalogue in any case ending, conventions by number, and codes not held.

It finds names; which article of an act is meant is for `citations`, whether an act exists is for `refusal`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from assistant.language import FOLDS, fold, kazakh_stem
from assistant.law import Instrument

LAST_ILO = {"c": 193, "r": 210}  # Convention No. 193 is of June 2026; recommendations had then reached about 209–210
_KAZAKH = re.compile("[әғқңөұүһіё]")
_SHORT = 4  # letters: a name as short as this is an abbreviation, and stands as a whole word
_SHORT_ENDING = r"(?:-?(?:т[ыи]н|н[ыи]н|д[ае]|т[ае]|г[ае]|к[ае]|д[ыи]|т[ыи]|н[ыи]|бен|мен|пен))?"  # «ЕК-нің», folded
_BETWEEN = r"[\s«»\"“”]+(?:(?:мот|хеу|ilo)[\w-]*\s+)?"  # «Конвенция МОТ об охране материнства»
_RUSSIAN = Stemmer.Stemmer("russian")
_NUMBER = r"\s*(?:мот|хеу|ilo|ило)?\s*(?:№|no\.?|n)?\s*(\d{1,3})\b(?!\s*-?\s*ба[пб]|[-/.]\d)"
_ILO = (
    ("c", re.compile(rf"(?:конвенц\w*|convention\w*){_NUMBER}")),
    ("c", re.compile(r"(?:(?:хеу|мот|ilo)[\w-]*\s*)?(?:№|no\.?)\s*(\d{1,3})\s*конвенц\w*")),
    ("c", re.compile(r"\b(?:ilo\s+)?[cс]-?(\d{2,3})\b(?!\s\d)")),
    ("r", re.compile(rf"(?:рекомендаци\w*|усыным\w*|recommendation\w*){_NUMBER}")),
    ("r", re.compile(r"(?:(?:хеу|мот|ilo)[\w-]*\s*)?(?:№|no\.?)\s*(\d{1,3})\s*усыным\w*")),
    ("r", re.compile(r"\b(?:ilo\s+)?r-?(\d{3})\b(?!\s\d)")),
)  # folded: «Конвенция МОТ № 87», «ХЕҰ № 190 конвенциясы», "ILO C190", "R198"
OTHER_CODE = re.compile(
    r"(?<!день )(?<!дню )(?<!дня )\bконституци(?!он)(?!я кун)\w*|\bconstitution(?!al)(?! day)\w*"  # not the holiday
    r"|\b(?:гк|ук|упк|гпк|нк рк)\b"
    r"|\b(?:гражданск|уголовн|налогов|семейн|административн|земельн|предпринимательск|бюджетн|экологическ"
    r"|азаматтык|кылмыстык|салык|отбасы|аким?шилик|жер|касипкерлик|бюджеттик|экологиялык)[\w-]*(?: \w+){0,2}? кодекс\w*"
    r"|\bкодекс\w* о браке\w*"
    r"|\b(?:civil|criminal|tax|penal|family|land|entrepreneurial|budget)(?: \w+){0,2}? code"
    r"|\bcode (?:of|on) (?:civil|criminal)\w*"
)
_TITLE = r"[«\"“][^«»\"“”]*\w\s+\w[^«»\"“”]*[»\"”]"  # at least two words between quotation marks
QUOTED = re.compile(  # «закон „О защите …“», «… туралы» заң, «Кодекс Республики Казахстан „О …“», "the Law “On …”"
    rf"\b(?:закон|кодекс|law|code|act)\w*(?:\s+(?:рк|республики|казахстан\w*|of|the|republic|kazakhstan))*\s+{_TITLE}"
    rf"|{_TITLE}(?:\s+(?:кр|казакстан|республикасынын))*\s+(?:зан|кодекс)\w*"
)
CIVIL = re.compile(r"гк|гражданск|азаматт|civil")


@dataclass(frozen=True)
class Named:
    """An act that a text names from `start` to `end`; `id` is empty for a code that the catalogue does not know."""

    id: str
    text: str
    start: int
    end: int


def named(text: str, instruments: Mapping[str, Instrument]) -> list[Named]:
    """Every act that a text names, in its order; a longer name goes before a shorter one inside it.

    >>> from pathlib import Path; from assistant import catalogue
    >>> held = catalogue.load(Path("corpus/catalogue.toml"))
    >>> [act.id for act in named("ст. 43 Цифрового кодекса и Конвенция МОТ № 87", held)]
    ['kz-digital-code', 'ilo-c087']
    """
    folded = _folded(text)
    hits = [*_by_alias(folded, instruments), *_by_number(folded), *_unknown(folded)]
    hits.sort(key=lambda hit: (not hit[0], hit[1] - hit[2]))  # a known act before an unknown one, then the longest
    taken: list[tuple[str, int, int]] = []
    for hit in hits:
        if all(hit[2] <= other[1] or hit[1] >= other[2] for other in taken):
            taken.append(hit)
    return [Named(key, text[start:end], start, end) for key, start, end in sorted(taken, key=lambda hit: hit[1])]


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


def _by_alias(folded: str, instruments: Mapping[str, Instrument]) -> Iterator[tuple[str, int, int]]:
    for key, act in instruments.items():
        for hit in _pattern(act.aliases).finditer(folded) if act.aliases else ():
            yield key, hit.start(), hit.end()


def _by_number(folded: str) -> Iterator[tuple[str, int, int]]:
    for kind, pattern in _ILO:
        for hit in pattern.finditer(folded):
            number = next(group for group in hit.groups() if group)
            yield f"ilo-{kind}{int(number):03d}", hit.start(), hit.end()


def _unknown(folded: str) -> Iterator[tuple[str, int, int]]:
    for hit in [*OTHER_CODE.finditer(folded), *QUOTED.finditer(folded)]:
        yield "", hit.start(), hit.end()


@lru_cache(maxsize=1000)
def _pattern(aliases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{_name(alias)}(?!\w)" for alias in sorted(aliases, key=len, reverse=True)))


def _name(alias: str) -> str:
    """A pattern for a name in any case: each long word by its stem, an abbreviation as it is."""
    kazakh = bool(_KAZAKH.search(alias.lower()))
    return _BETWEEN.join(_word(word, kazakh) for word in re.findall(r"[^\s«»\"“”]+", alias))


def _word(word: str, kazakh: bool) -> str:
    folded = fold(word)
    if len(word) <= _SHORT or not folded.isalpha() or word.isupper():
        return re.escape(folded) + (_SHORT_ENDING if word.isupper() else r"\w{0,5}" if kazakh else "")
    stem = kazakh_stem(folded) if kazakh else _RUSSIAN.stemWord(folded)
    return re.escape(stem) + r"\w*"
