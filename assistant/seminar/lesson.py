"""The plan of a lesson: aims, time table, cases, questions, quiz, hand-out, sources; the same for the same seed.

It chooses; the words for paper and screen are put together in `paper` and `slides`. A lesson that is longer than its
topics have items for gets fewer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from assistant import cases, citations
from assistant.cases import Case
from assistant.errors import UsageError
from assistant.law import LANGUAGES
from assistant.members import article_of
from assistant.seminar.item import LEVELS, Item, say
from assistant.seminar.pool import Pool
from assistant.seminar.rules import Rule
from assistant.seminar.topics import Topic

LENGTHS = {  # minutes: items of the quiz, cases, questions for the room, rules of the hand-out, and the time table
    20: (6, 1, 2, 8, (("open", 2), ("case", 8), ("quiz", 8), ("close", 2))),
    45: (10, 1, 3, 12, (("open", 5), ("rules", 10), ("case", 12), ("quiz", 13), ("close", 5))),
    90: (
        16,
        2,
        5,
        20,
        (("open", 5), ("rules", 20), ("case", 15), ("break", 10), ("case", 15), ("quiz", 20), ("close", 5)),
    ),
    360: (
        40,
        4,
        10,
        40,
        (
            ("open", 15),
            ("rules", 45),
            ("case", 30),
            ("break", 15),
            ("quiz", 30),
            ("rules", 30),
            ("lunch", 60),
            ("case", 30),
            ("break", 15),
            ("case", 25),
            ("quiz", 30),
            ("questions", 20),
            ("close", 15),
        ),
    ),
}
TITLED = 3  # topics named in the title of a lesson without one
A_RULES_LEAST = 2  # rules of one article in a hand-out, at most, until all articles have theirs


@dataclass(frozen=True)
class Asked:
    """A question as people ask it, and the article that answers it."""

    question: str
    label: str


@dataclass(frozen=True)
class Source:
    """An act with the articles a lesson uses, its edition and official page."""

    label: str
    articles: tuple[str, ...]
    edition: date
    url: str


@dataclass(frozen=True)
class Lesson:
    """A lesson in one language. `module` is its title; `timetable` what is done from which minute to which."""

    level: str
    module: str
    topics: tuple[Topic, ...]
    lang: str
    minutes: int
    audience: str
    seed: int
    day: date
    aims: tuple[str, ...]
    timetable: tuple[tuple[int, int, str], ...]
    cases: tuple[Case, ...]
    questions: tuple[Asked, ...]
    quiz: tuple[Item, ...]
    handout: tuple[Rule, ...]
    sources: tuple[Source, ...]


def plan(
    pool: Pool, cards: Path, level: str, topics: list[str], langs: Sequence[str], minutes: int, audience: str = "",
    seed: int = 1, module: str = "",
) -> tuple[Lesson, ...]:  # fmt: skip
    """One lesson for each language, all with the same cases, rules and items.

    `level` is intro, elected or function; `minutes` 20, 45, 90 or 360; `cards` the folder of case cards. Raises
    UsageError for what is none of these, or a topic or language that there is not.
    """
    _known(level, langs, minutes)
    chosen = pool.topics.chosen(topics)
    ids = [topic.id for topic in chosen]
    items, case_count, asked_count, rule_count, _ = LENGTHS[minutes]
    drawn = pool.draw(items, langs[0], seed, ids if topics else (), level, "".join(langs[1:2]))
    chance = Random(f"{seed}{level}{minutes}")
    rules = _handout(pool.rules(ids), rule_count, chance)
    told = _cases(cards, ids, level, case_count, chance)

    def made(lang: str) -> Lesson:
        quiz = drawn if lang == langs[0] else pool.translated(drawn, lang, ids if topics else ())
        title = module or ", ".join(topic.name[lang] for topic in chosen[:TITLED])
        asked, sources = _questions(rules, asked_count, lang, seed), _sources(pool, rules, quiz, told, lang)
        return Lesson(
            level, title, chosen, lang, minutes, audience, seed, pool.bank.day, _aims(rules, lang),
            _timetable(minutes, lang, bool(told)), told, asked, tuple(quiz), rules, sources,
        )  # fmt: skip

    return tuple(made(lang) for lang in langs)


def _known(level: str, langs: Sequence[str], minutes: int) -> None:
    if level not in LEVELS or minutes not in LENGTHS or not langs or set(langs) - set(LANGUAGES):
        known = f"{', '.join(LEVELS)}; {', '.join(map(str, LENGTHS))}; {', '.join(LANGUAGES)}"
        raise UsageError(f"{level}, {minutes}, {' '.join(langs)} ({known})")


def _timetable(minutes: int, lang: str, told: bool) -> tuple[tuple[int, int, str], ...]:
    """From minute, to minute, what is done; without a case its time belongs to people's questions."""
    rows, at = [], 0
    for part, length in LENGTHS[minutes][-1]:
        what = part if told or part != "case" else "questions"
        rows.append((at, at + length, say(f"part {what}", lang)))
        at += length
    return tuple(rows)


def _handout(rules: Sequence[Rule], count: int, chance: Random) -> tuple[Rule, ...]:
    """Rules for the hand-out: those of law in force before conventions, no more than two of one article at first."""
    mixed = sorted(rules, key=lambda rule: rule.identity)
    chance.shuffle(mixed)
    mixed.sort(
        key=lambda rule: (rule.instrument.authority, not any(f.at == rule.point.at for f in rule.digest.figures))
    )
    kept: list[Rule] = []
    for most in (A_RULES_LEAST, count):
        for rule in mixed:
            same = sum(1 for other in kept if other.digest.id == rule.digest.id)
            if len(kept) < count and same < most and rule not in kept:
                kept.append(rule)
    order = {rule.identity: number for number, rule in enumerate(rules)}
    return tuple(sorted(kept, key=lambda rule: order[rule.identity]))


def _cases(folder: Path, topics: list[str], level: str, count: int, chance: Random) -> tuple[Case, ...]:
    """Case cards on the topics: those of the level first, then lower ones, then what lies least above it.

    Of these, cards that a second person has read go before others.
    """
    own = LEVELS.index(level)
    held = [card for card in cases.load(folder) if card.topic in topics]
    chance.shuffle(held)

    def order(card: Case) -> tuple[bool, bool, int]:
        above = LEVELS.index(card.level) - own
        return above > 0, card.reviewed is None, abs(above)

    return tuple(sorted(held, key=order)[:count])


def _aims(rules: Sequence[Rule], lang: str) -> tuple[str, ...]:
    titled = [rule.digest.title[lang] for rule in rules if rule.about(lang) != rule.instrument.short[lang]]
    titles = list(dict.fromkeys(titled))[:4]
    return (say("aim know", lang, titles="; ".join(titles)), say("aim find", lang), say("aim apply", lang))


def _questions(rules: Sequence[Rule], count: int, lang: str, seed: int) -> tuple[Asked, ...]:
    """Questions that people ask about the articles of the hand-out, one of an article."""
    digests = {str(rule.digest.id): rule for rule in rules}
    found = []
    chance = Random(f"{seed}asked{lang}")
    for rule in chance.sample(list(digests.values()), min(count, len(digests))):
        proper = [each for each in rule.digest.questions[lang] if each[0].isupper() and each.endswith("?")]
        if proper:
            found.append(Asked(chance.choice(proper), citations.label(rule.instrument, rule.digest, "", lang)))
    return tuple(found)


def _sources(
    pool: Pool, rules: Sequence[Rule], quiz: Sequence[Item], told: Sequence[Case], lang: str
) -> tuple[Source, ...]:
    places = [rule.place for rule in rules] + [key.place for item in quiz for key in item.keys]
    places += [decided.point.partition("#")[0] for card in told for decided in card.decides]
    articles = list(dict.fromkeys(map(article_of, places)))
    found: dict[str, list[str]] = {}
    for article in articles:
        found.setdefault(article.split("/")[0], []).append(article.split("/")[1])
    sources = []
    for act, numbers in sorted(found.items(), key=lambda pair: pool.bank.corpus.instruments[pair[0]].authority):
        held = pool.bank.corpus.instruments[act]
        edition = max(pool.bank.corpus.by_article[f"{act}/{number}"].edition for number in numbers)
        ordered = tuple(sorted(numbers, key=lambda number: [int(part) for part in number.split("-") if part.isdigit()]))
        sources.append(Source(held.short[lang], ordered, edition, held.url[lang]))
    return tuple(sources)
