"""The rules that items may be made from: reviewed points of law in force that are clear without the rest.

Left out are points that are not sure, that tell of wordings and sources rather than of rules, and that point outside
themselves («этот», "such"). It makes no items.
"""

# ruff: noqa: E501 a list of words reads better unbroken
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assistant import citations, clauses
from assistant.corpus import Corpus
from assistant.law import LANGUAGES, Authority, Digest, Instrument, Point
from assistant.seminar.item import Key
from assistant.seminar.topics import Topics

COUNTRY = "kz"
FIGURES = "kz-figures-"  # yearly sums: facts and press accounts, no rules
LONGEST = 260  # characters of a stem that can be read on a screen
SHORTEST = 40
TITLE = 110  # characters of an article's heading above a stem
OUTSIDE = {  # words that point to another sentence
    "ru": r"\bэт(?:от|а|ой|ого|их|им|ому|у|и|ом|ою|ими)\b|\bэто(?!\s*[–—-])\b|\bтак(?:ой|ая|ие|ого|их|ую|им|ому|ими|ое)\b"
    r"|\bнастоящ\w+\s+(?:стат|кодекс|закон)|\b(?:указан|назван|перечислен|упомянут|остальн)\w*\b|\bданн(?:ый|ой|ом|ого|ая|ую)\b|(?<!а )\bтакже\b"
    r"|\bтоже\b|\bздесь\b|\bвыше\s+(?:указ|назв)|\bиначе\b|\bто же\b|\bтех же\b|\bтаков\w*|^(?:он|она|они|оно|его|её|их|исключение|и|но|а)\b"
    r"|\bи так\b|\bтогда\b|\bсам[аио]?\s+(?:по себе|правил)",
    "kk": r"\b(?:бұл|осы|мұндай|мұнда|ондай|аталған|көрсетілген|осындай|сондай(?!-ақ)|бұдан|бұған|бұлар\w*|солар\w*|қалған)\b|^(?:ол|олар|оның|бірақ|ал)\b",
    "en": r"\b(?:this|these|such(?! as)|those(?! who)|the same|also|above|otherwise|said|others|too|then|here)\b"
    r"|^(?:it|they|he|she|its|their|exception|but|and)\b",
}
META = {  # points on wordings, sources and doubts
    "ru": r"редакци|не установл|не видел|не найд|прямо не|в тексте|примечани|толковани|конституционн\w+ суд|слов(?:о|а|ами) «|стать\w+ "
    r"(?:\S+ )?(?:не )?(?:говор|назыв|упомин|содерж)|прежн|до \d\d\.\d\d\.\d{4}|с \d\d\.\d\d\.\d{4}|пересказ|опечатк|перевод\w* текст|\bкс\b|исключён|исключен[аоы]?\b|исключил закон|утратил|больше не действует|не просмотрен",
    "kk": r"редакция|анықталма|көрмеді|табылма|тікелей айт|мәтін|ескертпе|конституциялық сот|бұрынғы|күніне дейін|бап \S+ (?:айтпайды|атамайды)|алып тасталды|заң алып таст|қазір қолданылмайды|көрілген жоқ",
    "en": r"\bwording|edition|not established|ruling|constitutional c|article \S+ (?:does|says|names)|former|before \d\d\.\d\d\.\d{4}"
    r"|from \d\d\.\d\d\.\d{4}|the text|repealed|deleted|removed by|no longer applies|not (?:been )?seen|footnote",
}
REFERS = {  # other places of the law, by number
    "ru": r"\b(?:стать[а-я]*|стат\.|пункт[а-я]*|подпункт[а-я]*|част[а-я]*|абзац[а-я]*|глав[а-я]*|раздел[а-я]*|параграф[а-я]*)\s+\(?(?:\d|перв|втор|трет|четв|пят)|№",
    "kk": r"\d\)?-(?:\s?ші\s)?(?:бап|баб|тарма|бөлі|тарау|абзац|параграф)|(?:бірінші|екінші|үшінші|төртінші|бесінші)\s+бөлік|№",
    "en": r"\b(?:articles?|paragraphs?|subparagraphs?|sections?|chapters?|parts?|clauses?)\s+\(?(?:\d|one|two|three|four|five|i+v?\b)|№|\bNo\.",
}


@dataclass(frozen=True, eq=False)
class Rule:
    """One point with what it stands in; `number` is its place among the points of its digest."""

    instrument: Instrument
    digest: Digest
    point: Point
    number: int
    topics: tuple[str, ...]

    @property
    def place(self) -> str:
        """The id of the place, such as `kz-labour-code/54/1/2`."""
        return f"{self.digest.id}/{self.point.at}".rstrip("/")

    @property
    def identity(self) -> str:
        """What tells the rule from the others of the same place."""
        return f"{self.place}#{self.number}"

    def text(self, lang: str) -> str:
        """The point in a language."""
        return self.point.text[lang]

    def key(self, lang: str) -> Key:
        """The point as the reason of an answer."""
        label = citations.label(self.instrument, self.digest, self.point.at, lang)
        return Key(self.place, label, self.text(lang), self.digest.edition)

    def about(self, lang: str) -> str:
        """The act and the heading of the article, without its number.

        The number is left out because some items ask for it; a long heading is left out rather than cut.
        """
        title = self.digest.title[lang].strip()
        if re.search(r"(?i)настоящ|\bосы\b|\bthis\b|…", title) or len(title) > TITLE:
            return self.instrument.short[lang]
        return f"{self.instrument.short[lang]} · {title}"


def acts(rules: Iterable[Rule], lang: str) -> str:
    """The acts that some rules come from, each named once."""
    return ", ".join(dict.fromkeys(rule.instrument.short[lang] for rule in rules))


class Bank:
    """The rules in force on a day, those that no longer are, and an index of their words."""

    def __init__(self, corpus: Corpus, day: date, topics: Topics) -> None:
        self.corpus, self.day, self.topics = corpus, day, topics
        self.everything = tuple(self._rules())
        self.rules = tuple(rule for rule in self.everything if _usable(rule, day))

    def _rules(self) -> Iterator[Rule]:
        for digest in self.corpus.digests:
            act = self.corpus.instruments[digest.instrument]
            ours = act.authority is Authority.LAW and act.jurisdiction == COUNTRY and not act.id.startswith(FIGURES)
            ratified = act.authority is Authority.RATIFIED and COUNTRY in act.ratified_by
            if not (ours or ratified) or digest.reviewed is None or digest.repealed is not None:
                continue
            topics = self.topics.of(digest.instrument, digest.article)
            for number, point in enumerate(digest.points):
                yield Rule(act, digest, point, number, topics)

    @cached_property
    def of_article(self) -> dict[str, tuple[Rule, ...]]:
        """Every rule, usable or not, by the id of its article."""
        found: dict[str, list[Rule]] = {}
        for rule in self.everything:
            found.setdefault(str(rule.digest.id), []).append(rule)
        return {key: tuple(held) for key, held in found.items()}

    @cached_property
    def _holding(self) -> dict[str, dict[str, list[int]]]:
        held: dict[str, dict[str, list[int]]] = {lang: {} for lang in LANGUAGES}
        for lang in LANGUAGES:
            for number, rule in enumerate(self.everything):
                if rule.point.holds(self.day):
                    for stem in clauses.stems(rule.text(lang), lang):
                        held[lang].setdefault(stem, []).append(number)
        return held

    def like(self, text: str, lang: str, share: float) -> Iterator[Rule]:
        """The rules in force that have at least this share of the content words of a text."""
        said = clauses.stems(text, lang)
        counted: dict[int, int] = {}
        for stem in said:
            for number in self._holding[lang].get(stem, ()):
                counted[number] = counted.get(number, 0) + 1
        least = share * len(said)
        yield from (self.everything[number] for number, count in counted.items() if count >= least)


def _usable(rule: Rule, day: date) -> bool:
    """True for a rule surely in force that says a rule and stands alone, in each of the three languages."""
    point = rule.point
    if point.sure != "A" or not point.holds_surely(day) or point.until is not None or point.differs_from:
        return False
    return all(stands_alone(point.text[lang], lang) for lang in LANGUAGES)


def stands_alone(text: str, lang: str) -> bool:
    """True if a sentence can be read alone: it is short, names no other place and points to no other sentence.

    >>> stands_alone("Такой отпуск дают не более чем на пять дней в году по заявлению.", "ru")
    False
    """
    return SHORTEST <= len(text) <= LONGEST and not points_outside(text, lang) and not re.search(REFERS[lang], text)


def points_outside(text: str, lang: str) -> bool:
    """True if a sentence points to another one, or tells of wordings and sources rather than of a rule.

    >>> points_outside("Пункт исключён законом и больше не действует.", "ru")
    True
    """
    return any(re.search(words[lang], text.lower()) for words in (OUTSIDE, META))
