"""A sentence of a law as clauses: who must, may or may not, and what about.

A simple reading by word lists (`clause_words`), no grammar: where it finds no party or no modal word it says none. It
compares nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant import language, numbers
from assistant.clause_words import GENERAL, LIGHT, MODALS, PARTIES, SUBORDINATE

SENTENCE = re.compile(r"(?<=[.!?;])(?<!\bno\.)\s+(?=\S)")
CONTRAST = {
    "ru": re.compile(r",\s+(?=(?:а|но)\s)"),
    "kk": re.compile(r"[,;]\s+(?=(?:ал|бірақ)\s)"),
    "en": re.compile(r",\s+(?=(?:but|while|and\s+the\s+\w+\s+(?:must|may|shall))\s)"),
}
PART = re.compile(r",(?!\d)|\s[–—-]\s|[()«»:;]")
PASSIVE_REACH = 24  # characters from a modal word to the passive that hangs on it: "is entitled to be paid"
AT_ONCE = 6  # characters from a modal word to the passive that is its own: "must be paid"
LISTED = 2  # words of a part that only names one more party: «работодатель, принимающая сторона вправе»
ASIDE = re.compile(r"\([^()]*\)")
PASSIVE = {
    "ru": re.compile(
        r"\bбы(?:ть|л[аои]?)\s+(?!обязан|должн)\w+(?:н[аоы]?|т[аоы]?)\b|\w+(?:ется|ются|ится|атся|ятся)\b"
    ),
    "kk": re.compile(
        r"\w+(?:ыл|іл|лын|лін)(?:уы|уі|уға|уге|ады|еді|са|се|ған(?!да)|ген(?!де)|ып|іп|май|мей|мау|меу)\w*"
    ),
    "en": re.compile(
        r"\b(?:be|is|are|been|being|was|were)\s+(?:not\s+|also\s+|only\s+)?"
        r"(?!obliged|required|entitled|allowed|permitted|bound|prohibited|forbidden)"
        r"(?:\w+ed|given|paid|kept|set|made|put|taken|moved|held|chosen|told)\b"
    ),
}
_EN_AFTER = r"\b(?:of|to|with|for|from|against|between|on|at|than|in|about|as|under|over|among|before|after)\s+"
_EN_OBLIQUE = re.compile(_EN_AFTER + r"(?:[\w'-]+\s+){0,2}$")
_EN_BY = re.compile(r"\bby\s+(?:the\s+|an?\s+|its\s+)?$")
_EN_OWN = re.compile(r"(?:'s?|s')\s+(?:duty|right|obligation|initiative)\b")
_KK_OWN = re.compile(r"міндеті\b|құқығы\b|бастамасы|[уү](?:ы|і)\s+(?:тиіс|керек|қажет|мүмкін)")
_KK_GENITIVE = re.compile(r"[ндт][ыі]ң$")
_KK_OTHER = re.compile(
    r"\s+(?:мен|пен|бен)\s+\w+\s+(?:арасы|өкіл)|\s+(?:арасы|туралы|жөнінде|үшін|бойынша|арқылы|сияқты)"
)
_KK_PARTICIPLE = re.compile(  # «жұмыскер алмай қалған жалақы»
    r"(?:жұмыс\s+)?\w+(?:\s+\w+){0,4}?\s+(?!оған\b)\w+(?:(?<!іл)(?<!ыл)(?<!лен)(?<!лан)(?<!дел)(?:ған|ген|қан|кен)|атын|етін|йтын|йтін)\s+\w"
)
_KK_WHEN = re.compile(r"(?:\w+\s+){1,5}?\w+(?:[ғг][ае]н|[қк][ае]н)(?:д[ае]|\s+кезде)\s")  # «жұмыскер үйленгенде»

_EN_WHO = re.compile(r"\b(?:who|which|that)\s+$")
_EN_RELATIVE = re.compile(r"\b(?:whom?|which|that|whose)\b")
_RU_OWN = re.compile(r"(?:обязанность|инициатив[еы])\s*$")
_DATIVE = {"ru": re.compile(r"[а-я]+(?:ам|ям|[ую])\b.*"), "kk": re.compile(r".*(?:ға|ге|қа|ке)")}
_RU_DATIVE = re.compile(r"\S+(?:ам|ям|[ую])\b")
_RU_BY = re.compile(r"\S+(?:[ое]м|[ая]ми)\b")
_RU_TO_WHOM = re.compile(r"\s+(?:\w+\s+){0,2}(?:нельзя|запрещ|разреш)")
_RU_HAS = re.compile(r"(?:^|\s)у\s+(?:\w+\s+)?$")
_RU_INTO = re.compile(r"\b(?:в|на|через|за)\s+(?:\w+\s+)?$")
THINGS = {"union", "body", "court", "commission"}  # their Russian accusative is their nominative


@dataclass(frozen=True)
class Clause:
    """A clause: its words in lower case, their stems, what its modal words say, who acts, who is named at all.

    `receivers` are those in the dative, of Russian and Kazakh clauses only.
    """

    text: str
    stems: frozenset[str]
    modals: tuple[frozenset[str], ...]
    actors: frozenset[str]
    parties: frozenset[str]
    receivers: frozenset[str] = frozenset()


@lru_cache(maxsize=8_000)
def read(text: str, lang: str) -> tuple[Clause, ...]:
    """The clauses of a text in their order.

    >>> [(sorted(c.actors), *map(sorted, c.modals)) for c in read("Работодатель обязан уведомить работника.", "ru")]
    [(['employer'], ['duty'])]
    """
    return tuple(_clause(piece, lang) for piece in _pieces(text, lang))


@lru_cache(maxsize=20_000)
def stems(text: str, lang: str) -> frozenset[str]:
    """The content words of a text without their endings; numbers left out."""
    found = set()
    for word in language.words(text):
        if word.isdigit() or len(word) < 3:
            continue
        mark = "e" if not language.CYRILLIC.search(word) else lang
        for term in language.terms(word, "kk" if mark == "kk" else "ru", frozenset() if mark == "kk" else {word}):
            if not term.startswith("4:"):
                found.add(term[2:])
    return frozenset(found)


@lru_cache(maxsize=20_000)
def content(text: str, lang: str) -> frozenset[str]:
    """The stems of the words that say what a text is about: no numbers, no joining, pointing or modal words.

    >>> sorted(content("Работник вправе взять свой отпуск на двадцать дней.", "ru"))
    ['взят', 'ден', 'отпуск', 'работник']
    """
    said = (word for word in language.words(text) if not numbers.in_text(word, lang))
    return stems(" ".join(said), lang) - _light(lang)


@lru_cache(maxsize=8)
def _light(lang: str) -> frozenset[str]:
    return frozenset().union(*(stems(word, lang) for word in LIGHT[lang]))


@lru_cache(maxsize=8)
def general(lang: str) -> frozenset[str]:
    """The stems of words of work that say nothing of one rule rather than another."""
    return frozenset().union(*(stems(word, lang) for word in GENERAL[lang]))


def share(said: frozenset[str], held: frozenset[str]) -> float:
    """How much of some stems others have, from 0 to 1."""
    return len(said & held) / len(said) if said else 0.0


def plain(text: str, lang: str) -> str:
    """The text as clauses are read: lower case, ё as е, one kind of apostrophe, Latin i as і in Kazakh, not for n't."""
    text = text.lower().replace("ё", "е").replace("’", "'").replace("\u00a0", " ")
    text = text.replace("can't", "cannot").replace("n't", " not") if lang == "en" else text
    return text.replace("i", "і") if lang == "kk" else text


def _pieces(text: str, lang: str) -> Iterator[str]:
    for sentence in SENTENCE.split(plain(text, lang)):
        yield from (piece for piece in CONTRAST[lang].split(sentence) if piece.strip())


def _clause(piece: str, lang: str) -> Clause:
    parts = [part for part in re.split(r",(?!\d)|[()]", piece) if part.strip()]
    main = [part for part in parts if not SUBORDINATE[lang].search(part)]
    modals = [says for part in main for says in _modals(part, lang)[0]] or (
        [] if main and lang != "kk" else _modals(piece, lang)[0]
    )
    named = list(_named(piece, lang))
    dative = _DATIVE.get(lang)
    receivers = {party for party, start, end in named if dative and dative.fullmatch(piece[start:end])}
    actors, parties = frozenset(_actors(piece, lang)), frozenset(party for party, _, _ in named)
    return Clause(piece, stems(piece, lang), tuple(modals), actors, parties, frozenset(receivers))


def _modals(piece: str, lang: str) -> tuple[list[frozenset[str]], list[int]]:
    """What each modal word of a clause says, and where it stands; bounds such as «не должно превышать» are none."""
    found = []
    for says, pattern in MODALS[lang]:
        if places := [match.start() for match in re.finditer(pattern, piece)]:
            found += [(place, frozenset(says.split())) for place in places]
            piece = re.sub(pattern, lambda match: "\x00" * len(match[0]), piece)
    real = sorted((place, says) for place, says in found if says)
    return [says for _, says in real], [place for place, _ in real]


def _named(piece: str, lang: str) -> Iterator[tuple[str, int, int]]:
    """Each party that a piece of text names, with its place; «представители работников» is one party, not two."""
    for party, forms, _ in PARTIES[lang]:
        if places := [match.span() for match in re.finditer(forms, piece)]:
            yield from ((party, start, end) for start, end in places)
            piece = re.sub(forms, lambda match: "\x00" * len(match[0]), piece)


def _actors(piece: str, lang: str) -> set[str]:
    """The parties that act in a clause: those of its main parts, or of any part where the main ones name none."""
    parts = [part for part in PART.split(ASIDE.sub(" ", piece)) if part.strip()]
    main = [part for part in parts if not SUBORDINATE[lang].search(part)]
    with_modal = [part for part in main if _modals(part, lang)[0]]
    for chosen in (with_modal, main, parts):
        named = [part for part in main if len(part.split()) <= LISTED and part not in chosen]
        if found := {party for part in chosen for party in _acting(part, lang, part is parts[0])}:
            found |= {party for part in named for party in _acting(part, lang, part is parts[0])}
            return found - {"body"} or found
    return set()


def _acting(part: str, lang: str, opens: bool) -> set[str]:
    """The parties that stand in a part of a sentence as the one who acts; `opens`: the part opens its clause."""
    if lang == "en":
        return set(_acting_en(part))
    found = {(party, start) for party, start, end in _named(part, lang) if _acts(party, part, start, end, lang)}
    if lang == "kk":
        opens = opens and not _KK_WHEN.match(
            part
        )  # what opens a clause is its actor; elsewhere a participle may have its own
        found = {
            (party, start) for party, start in found if opens and not start or not _KK_PARTICIPLE.match(part, start)
        }
    modal = min(_modals(part, lang)[1], default=len(part))
    if lang == "ru" and any(party not in THINGS for party, _ in found):
        found = {(party, start) for party, start in found if party not in THINGS or start < modal}
    return {party for party, _ in found}


def _acts(party: str, part: str, start: int, end: int, lang: str) -> bool:
    """True if the party named from `start` to `end` stands in the form of one who acts, and the verb is active."""
    said, behind, ahead = part[start:end], part[:start], part[end:]
    verb = " ".join(part.split()[-3:]) if lang == "kk" else part  # a Kazakh clause ends with its verb
    nominative = any(re.match(subject, said) for each, _, subject in PARTIES[lang] if each == party)
    passive = PASSIVE[lang].search(verb)
    active = nominative and not passive
    if lang == "kk":
        if _KK_OTHER.match(ahead):
            return False
        if party == "union" and re.match(r"\s+(?:орган|ұйым|жарна|бірлест|жарғы|комитет)", ahead):
            return False
        return active or bool(_KK_GENITIVE.search(said) and _KK_OWN.search(ahead))
    if party in THINGS and _RU_INTO.search(behind):
        return False
    by_whom = passive and _RU_BY.match(said)
    to_whom = _RU_DATIVE.match(said) and _RU_TO_WHOM.match(ahead)
    return bool(active or by_whom or to_whom or _RU_OWN.search(behind) or (_RU_HAS.search(behind) and "право" in ahead))


def _acting_en(part: str) -> Iterator[str]:
    """The first party before the verb that hangs on no preposition, the one after «by», or the owner of a duty."""
    passive = PASSIVE["en"].search(part)
    modal = _modals(part, "en")[1]
    if passive and modal and not 0 <= passive.start() - modal[0] <= PASSIVE_REACH:
        passive = None
    at_once = passive and modal and passive.start() - modal[0] <= AT_ONCE
    at_once = at_once and not _EN_WHO.search(part[: modal[0]])
    if passive and modal and _EN_RELATIVE.search(part[: modal[0]]) and not at_once:
        passive = None
    before = min([*modal, passive.start() if passive else len(part)])
    subject = ""
    for party, start, end in sorted(_named(part, "en"), key=lambda named: named[1]):
        behind, ahead = part[:start], part[end:]
        owner = ahead.startswith("'")
        if _EN_OWN.match(ahead) or (_EN_BY.search(behind) and not owner):
            yield party
        elif owner or _EN_OBLIQUE.search(behind) or (passive and not _of_another(part, end, passive.start())):
            continue
        elif not subject and start <= before:
            subject = party
    if subject:
        yield subject


def _of_another(part: str, end: int, passive: int) -> bool:
    """True if a passive stands in a relative clause of a later word: «pays after the month in which it was earned»."""
    between = _EN_RELATIVE.search(part[end:passive])
    return bool(between and between.start() > 1)
