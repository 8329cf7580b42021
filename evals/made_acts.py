"""Acts that do not exist, as many as a test of size needs: rules of the corpus with other numbers, of other trades.

Each article takes the rules and questions of one real digest, changes their numbers, and names a trade and a workplace,
so that there are many near-duplicates which only these words tell apart. A few articles are planted: the same ones in a
corpus of any size, each with a question in three languages that stands in no chunk. It embeds and measures nothing.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.corpus import Corpus
from assistant.law import LANGUAGES, Authority, Digest, Instrument, Point, Texts
from assistant.scope import Guidance, Kind

SHARES = {"kz": 0.8, "int": 0.1, "kg": 0.05, "uz": 0.05}  # of the chunks; questions are asked in the first
WEIGHTS = {"kz": Authority.LAW, "int": Authority.RATIFIED, "kg": Authority.FOREIGN, "uz": Authority.FOREIGN}
POINTS, QUESTIONS = 4, 2  # most rules an article, and questions in each language
ARTICLES_AN_ACT = 40
PLANTED = 40
EXAMPLES = 50  # of a kind out of scope in a language: a small library must have room for what is planted
EDITION = date(2026, 7, 1)
NUMBER = re.compile(r"(?<![\w./-])[1-9]\d?(?![\w./-])")
TRADES = [
    dict(zip(LANGUAGES, row.split("|"), strict=True))
    for row in (
        "дәнекерлеуші|сварщик|welder", "сүңгуір|водолаз|diver", "наубайшы|пекарь|baker", "тігінші|швея|seamstress",
        "шахтер|шахтёр|miner", "балықшы|рыбак|fisherman", "курьер|курьер|courier", "крановшы|крановщик|crane driver",
        "мейіргер|медсестра|nurse", "кітапханашы|библиотекарь|librarian", "орманшы|лесник|forester",
        "электрик|электрик|electrician", "диспетчер|диспетчер|dispatcher", "аспаз|повар|cook",
        "ұшқыш|лётчик|pilot", "сылақшы|штукатур|plasterer", "қойшы|чабан|shepherd", "суретші|художник|painter",
        "аудармашы|переводчик|translator", "бағбан|садовник|gardener", "машинист|машинист|train driver",
        "сатушы|продавец|shop assistant", "бухгалтер|бухгалтер|accountant", "күзетші|сторож|watchman",
        "теңізші|матрос|sailor", "жүк тасушы|грузчик|loader", "темір ұстасы|кузнец|blacksmith",
        "зергер|ювелир|jeweller", "фармацевт|фармацевт|pharmacist", "геолог|геолог|geologist",
    )
]  # fmt: skip
PLACES = [
    dict(zip(LANGUAGES, row.split("|"), strict=True))
    for row in (
        "маяк|маяк|lighthouse", "кеме жөндеу зауыты|судоремонтный завод|shipyard",
        "нан зауыты|хлебозавод|bread factory", "мұражай|музей|museum",
        "қант зауыты|сахарный завод|sugar mill", "әуежай|аэропорт|airport",
        "мақта пункті|хлопковый пункт|cotton station", "тас карьері|каменный карьер|stone quarry",
        "құс фабрикасы|птицефабрика|poultry farm", "метро|метро|underground", "жылыжай|теплица|greenhouse",
        "мұнай платформасы|нефтяная платформа|oil platform", "санаторий|санаторий|sanatorium",
        "шыны зауыты|стекольный завод|glassworks", "типография|типография|printing house", "зообақ|зоопарк|zoo",
        "цирк|цирк|circus", "элеватор|элеватор|grain elevator", "тұз кеніші|соляной рудник|salt mine",
        "обсерватория|обсерватория|observatory", "тері зауыты|кожевенный завод|tannery",
        "су қоймасы|водохранилище|reservoir", "кірпіш зауыты|кирпичный завод|brickworks", "театр|театр|theatre",
        "балабақша|детский сад|kindergarten",
    )
]  # fmt: skip
RULE = {
    "kk": "{said} Мамандығы: {trade}, жұмыс орны: {place}.",
    "ru": "{said} Профессия: {trade}, место работы: {place}.",
    "en": "{said} Trade: {trade}, workplace: {place}.",
}
ASKED = {
    "kk": "{said} Мамандығым {trade}, жұмыс орным {place}.",
    "ru": "{said} Моя профессия {trade}, место работы {place}.",
    "en": "{said} My trade is {trade}, my workplace is the {place}.",
}


@dataclass(frozen=True)
class Planted:
    """A question that one article answers, in one language."""

    article: str
    lang: str
    question: str


@dataclass(frozen=True)
class Made:
    """A corpus of acts that do not exist, the text of the real corpus behind each text of it, and what was planted."""

    corpus: Corpus
    origin: dict[tuple[str, str], str]
    planted: tuple[Planted, ...]


def make(real: Corpus, chunks: int, seed: int = 1) -> Made:
    """A corpus that gives about so many chunks, made of the digests of a real one; the same for the same seed."""
    bases = [digest for digest in real.digests if _fit(digest)]
    random.Random(seed).shuffle(bases)
    scope = replace(real.scope, kinds=tuple(map(_few, real.scope.kinds[:1])))
    laws = sum(weight is Authority.LAW for weight in WEIGHTS.values())
    wanted = chunks - laws * sum(len(asked) for kind in scope.kinds for asked in kind.questions.values())
    origin: dict[tuple[str, str], str] = {}
    digests: list[Digest] = []
    planted: list[Planted] = []
    for jurisdiction, share in SHARES.items():
        count, number = 0, 0
        drawn = _drawn(bases, random.Random(f"{seed} {jurisdiction}"), jurisdiction == "kz")
        while count < wanted * share:
            base, named, asked_too = next(drawn)
            act = f"made-{jurisdiction}-{number // ARTICLES_AN_ACT + 1}"
            made = _article(base, act, str(number % ARTICLES_AN_ACT + 1), named, origin)
            digests.append(made)
            planted += _planted(base, made, named) if asked_too else []
            count += len(LANGUAGES) * len(made.points) + sum(map(len, made.questions.values()))
            number += 1
    instruments = {digest.instrument: _instrument(digest.instrument) for digest in digests}
    corpus = Corpus(instruments, tuple(digests), scope, Guidance(()))
    return Made(corpus, origin, tuple(planted))


def _few(kind: Kind) -> Kind:
    """A kind out of scope with some of its examples."""
    return replace(kind, questions={lang: asked[:EXAMPLES] for lang, asked in kind.questions.items()})


def _fit(digest: Digest) -> bool:
    """True for a digest with rules, and with a question left over in each language."""
    return bool(digest.points) and all(len(digest.questions[lang]) > QUESTIONS for lang in LANGUAGES)


Named = tuple[Texts, Texts, int]
"""A trade, a workplace, and by how much numbers are raised."""


def _drawn(bases: Sequence[Digest], draw: random.Random, plant: bool) -> Iterator[tuple[Digest, Named, bool]]:
    """What articles are made of, without end: first those that are planted, then others of which none is like one."""
    taken: set[tuple[str, str, str]] = set()
    rounds = 0
    while True:
        base = bases[rounds % len(bases)] if rounds < PLANTED else draw.choice(bases)
        named = (draw.choice(TRADES), draw.choice(PLACES), draw.randint(1, 9))
        key = (str(base.id), named[0]["en"], named[1]["en"])
        if key not in taken:
            taken.add(key)
            yield base, named, plant and rounds < PLANTED
            rounds += 1


def _article(base: Digest, act: str, article: str, named: Named, origin: dict[tuple[str, str], str]) -> Digest:
    """One article: some rules and questions of the base, changed."""
    points = []
    for place, point in enumerate(base.points[:POINTS], 1):
        text = {lang: changed(RULE[lang], point.text[lang], named, lang) for lang in LANGUAGES}
        origin |= {(lang, text[lang]): point.text[lang] for lang in LANGUAGES}
        points.append(Point(str(place), text))
    questions = {}
    for lang in LANGUAGES:
        said = {changed(ASKED[lang], asked, named, lang): asked for asked in base.questions[lang][:QUESTIONS]}
        origin |= {(lang, text): asked for text, asked in said.items()}
        questions[lang] = tuple(said)
    title = {lang: f"{base.title[lang]}: {named[0][lang]}, {named[1][lang]}" for lang in LANGUAGES}
    structure: dict[str, tuple[str, ...]] = {point.at: () for point in points}
    return Digest(act, article, EDITION, structure, "paragraphs", title, tuple(points), (), questions, reviewed=EDITION)


def _planted(base: Digest, made: Digest, named: Named) -> list[Planted]:
    """Its questions: the last one of the base in each language, which no chunk holds."""
    return [
        Planted(str(made.id), lang, changed(ASKED[lang], base.questions[lang][-1], named, lang)) for lang in LANGUAGES
    ]


def changed(pattern: str, said: str, named: Named, lang: str) -> str:
    """A rule or question with its small numbers raised, said of a trade and a workplace.

    >>> changed(ASKED["en"], "Do 24 days hold?", (TRADES[1], PLACES[0], 3), "en")
    'Do 27 days hold? My trade is diver, my workplace is the lighthouse.'
    """
    trade, place, more = named
    raised = NUMBER.sub(lambda found: str(int(found[0]) + more), said)
    return pattern.format(said=raised, trade=trade[lang], place=place[lang])


def _instrument(name: str) -> Instrument:
    _, jurisdiction, number = name.split("-")
    title = {"kk": f"Ойдан шығарылған {number}-заң", "ru": f"Придуманный закон № {number}", "en": f"Made act {number}"}
    return Instrument(
        name, jurisdiction, WEIGHTS[jurisdiction], title, title, dict.fromkeys(LANGUAGES, ""), in_force=EDITION,
        edition=EDITION,
    )  # fmt: skip
