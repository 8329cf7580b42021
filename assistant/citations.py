"""Find citations in any text, in Kazakh, Russian and English, and name provisions for people.

The order is clean, find, join, resolve. A label says paragraph or part as the act itself numbers them. Whether what
is cited exists, and whether its quote is right, is for `verification`.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant import chains, citation_forms, ilo_numbers, mentions, neighbours, phrases, whole_instruments
from assistant.acts import Named
from assistant.citation_forms import ARTICLE, Number
from assistant.cited import Ambiguous, Cited
from assistant.cleaning import clean
from assistant.law import Digest, Instrument
from assistant.resolving import Resolver

__all__ = ["Ambiguous", "Cited", "Found", "Place", "articles_named", "find", "label", "places_named", "ratified"]

NEAR = 60  # characters: «ст. 52 пункт 1 подпункт 2 Гражданского кодекса» has 24 between the article and its act
_WHOLE = {
    "articles": {"kk": "{short}, {n}-бап", "ru": "{short}, ст. {n}", "en": "{short}, art. {n}"},
    "paragraphs": {"kk": "{short}, {n}-тармақ", "ru": "{short}, п. {n}", "en": "{short}, para. {n}"},
    "chapters": {"kk": "{short}, {n}-тарау", "ru": "{short}, гл. {n}", "en": "{short}, ch. {n}"},
    "entries": {"kk": "{short}, {n}-тармақ", "ru": "{short}, п. {n}", "en": "{short}, item {n}"},
    "clauses": {"kk": "{short}, {n}-тармақ", "ru": "{short}, п. {n}", "en": "{short}, clause {n}"},
    "themes": {"kk": "{short}, {n}-тақырып", "ru": "{short}, тема {n}", "en": "{short}, theme {n}"},
    "annex": {"kk": "{short}, {n} қосымша", "ru": "{short}, приложение {n}", "en": "{short}, Annex {n}"},
}
_INNER = {
    "kk": (", {n}-тармақ", ", {n}-бөлік", ", {n}) тармақша"),
    "ru": (", п. {n}", ", ч. {n}", ", пп. {n}"),
    "en": ("({n})", ", part {n}", "({n})"),
}
ANNEX = "annex-"


@dataclass(frozen=True)
class Found:
    """What a text cites, in its order, and what it cites without saying which act, or which paragraph."""

    citations: tuple[Cited, ...]
    ambiguous: tuple[Ambiguous, ...]


def find(
    text: str,
    instruments: Mapping[str, Instrument],
    default: str | None = None,
    known: Mapping[str, Digest] | Container[str] = (),
    document: str | None = None,
) -> Found:
    """Every citation of a text, each with its span in it.

    `known` are the articles that there are, by id (`corpus.by_article`): they tell the range 52-53 from the article
    126-1, and digests tell in which paragraph a subparagraph stands. `default` is the act that an article means where
    the text does not name just one; `document` the act that the text itself is, which «настоящего Кодекса» means.

    >>> from pathlib import Path; from assistant import catalogue
    >>> held = catalogue.load(Path("corpus/catalogue.toml"))
    >>> [(str(c.provision), c.text) for c in find("Уволен по пп. 8) п. 1 ст. 52 ТК РК.", held).citations]
    [('kz-labour-code/52/1/8', 'пп. 8) п. 1 ст. 52 ТК РК')]
    """
    cleaned = clean(text)
    units = neighbours.read(cleaned.text, citation_forms.groups(cleaned.text))
    if not units and next(ilo_numbers.found(cleaned.text), None) is None:
        return Found((), ())
    acts = mentions.mentions(cleaned.text, instruments)
    digests = known if isinstance(known, Mapping) else {}
    named = [act for act in acts if not act.refers]
    resolver = Resolver(text, cleaned, instruments, named, known, digests, default, document)
    segments = list(chains.segments(cleaned.text, units, acts))
    found = [each for segment in segments for each in resolver.read(segment)]
    cited = [each for each in found if isinstance(each, Cited)]
    used = {segment.act.start for segment in segments if segment.act is not None}
    cited += whole_instruments.cited(text, cleaned, named, used, cited, instruments)
    return Found(
        tuple(sorted(cited, key=lambda each: (each.start, each.end))),
        tuple(each for each in found if isinstance(each, Ambiguous)),
    )


def articles_named(text: str) -> list[str]:
    """The numbers of articles that a text names, in its order, each once; both ends of a range.

    >>> articles_named("что в 52 статье и ст. 126-1?")
    ['52', '126-1']
    >>> articles_named("пункт 1 статьи 52, ст. 113-115")
    ['52', '113', '115']
    """
    return list(dict.fromkeys(end for number in _articles(text) for end in _ends(number.text)))


@dataclass(frozen=True)
class Place:
    """An article that a text names, and the act it names with it; None where it names none."""

    article: str
    act: Named | None


def places_named(text: str, acts: Sequence[Named]) -> list[Place]:
    """The articles that a text names, each with its act: the nearest of those that the text names, or the only one.

    >>> from pathlib import Path; from assistant import catalogue; from assistant.acts import named
    >>> held = catalogue.load(Path("corpus/catalogue.toml"))
    >>> asked = "что говорит ст. 24 Конституции?"
    >>> [(place.article, place.act.text) for place in places_named(asked, named(asked, held))]
    [('24', 'Конституции')]
    """
    found = []
    for number in _articles(text):
        nearest = min(acts, key=lambda act: _gap(act, number), default=None)
        if nearest and len(acts) > 1 and _gap(nearest, number) > NEAR:
            nearest = None
        found += [Place(end, nearest) for end in _ends(number.text)]
    return list(dict.fromkeys(found))


def _articles(text: str) -> Iterator[Number]:
    """Every number of an article, with its span in the text as it is."""
    cleaned = clean(text)
    for group in citation_forms.groups(cleaned.text):
        if group.kind == ARTICLE:
            for number in group.numbers:
                if number.text:
                    yield Number(number.text, *cleaned.original(number.start, number.end))


def _ends(number: str) -> list[str]:
    """Both ends of a range: 52-53 is one, 126-1 is an article that was put in after article 126."""
    first, _, last = number.partition("-")
    return [first, last] if last and int(last) >= int(first) else [number]


def _gap(act: Named, number: Number) -> int:
    return max(act.start - number.end, number.start - act.end)


def label(instrument: Instrument, digest: Digest, at: str, lang: str) -> str:
    """How a provision is cited in a language: «ТК РК, ст. 54, п. 1, пп. 2»; "AI Act, art. 5(1)(h)(iii)".

    The only part of an article without numbered paragraphs is not named.
    """
    annex = digest.article.startswith(ANNEX)
    number = digest.article.removeprefix(ANNEX).upper() if annex else digest.article
    paragraph, part, sub = _INNER[lang]
    place, _, subparagraph = at.partition("/")
    if place and instrument.numbered == "entries":
        number, place = f"{number}.{place}", ""  # «п. 2.1»
    elif instrument.numbered == "themes":
        place, subparagraph = "", ""
    text = _WHOLE["annex" if annex else instrument.numbered][lang].format(short=instrument.short[lang], n=number)
    if place and digest.numbering == "paragraphs":
        text += paragraph.format(n=place)
    elif place and len(digest.structure) > 1:
        text += part.format(n=place)
    if not subparagraph:
        return text
    first, *deeper = subparagraph.split("/")
    apart = "" if lang == "en" else " "
    return text + sub.format(n=first) + "".join(f"{apart}({each})" for each in deeper)


def ratified(instrument: Instrument, lang: str) -> str:
    """Who has ratified a convention, with the day or year where it is established; empty where nobody is known to."""
    said = [
        f"{phrases.say(f'country {country}', lang)} ({_day(day, lang)})"
        for country, day in instrument.ratified_by.items()
    ]
    return phrases.say("ratified", lang, act=instrument.short[lang], who=", ".join(said)) if said else ""


def _day(said: str, lang: str) -> str:
    if not said:
        return phrases.say("ratified_undated", lang)
    return phrases.day(date.fromisoformat(said), lang) if "-" in said else said
