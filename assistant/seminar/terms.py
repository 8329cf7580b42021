"""Items on the terms of the law: a term and its definition, a Kazakh term and the Russian one.

Definitions are the points of the articles on notions; pairs of languages come from the glossary, where the official
texts have both. It translates nothing.
"""

# ruff: noqa: E501 a list of words reads better unbroken
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from assistant import glossary
from assistant.glossary import Term
from assistant.law import LANGUAGES
from assistant.seminar import asking, item, rules
from assistant.seminar.heading_words import shared
from assistant.seminar.item import Item
from assistant.seminar.rules import Bank, Rule, acts

NOTIONS = (
    "kz-labour-code/1",
    "kz-labour-code/162",
    "kz-labour-code/116",
    "kz-ai-law/1",
    "kz-personal-data-law/1",
    "kz-trade-union-law/1",
)
SPLIT = {
    "kk": re.compile(r"^(?P<term>[^–—.,:]{3,70}?)\s[–—]\s(?P<means>.{30,})$"),
    "ru": re.compile(r"^(?P<term>[^–—.,:]{3,70}?)\s[–—]\s(?:это\s)?(?P<means>.{30,})$"),
    "en": re.compile(r"^(?:An?\s|The\s)?(?P<term>[^.,:]{3,70}?)\s(?:is|are|means?)\s(?P<means>.{30,})$"),
}
DANGLING = re.compile(
    r"(?i)(?:тот|та|те|то|когда|если|ол|олар|олардың|оның|их|его|её|one|those|when|their|its)\b"
)  # no definition without its term
PRONOUN = re.compile(
    r"(?i)\b(?:его|её|ее|их|она|он|они|оно|ей|ему|им|нём|ней|ними|ним|оның|олардың|ол|олар|онда|its|their|it|they|them|his|her)\b"
)
CALQUE = re.compile(r"(?:мер|средств|мероприятий)\b[^.]*,? чтобы\b|[^,] чтобы\b")
LONGEST_TERM = 60
FAMILIES = (  # terms of one kind: each is asked for among others of its family
    (
        "kz-labour-code/1/1/6",
        "kz-labour-code/1/1/55-2",
        "kz-labour-code/1/1/56",
        "kz-labour-code/1/1/80",
        "kz-labour-code/1/1/82",
    ),
    ("kz-labour-code/1/1/70", "kz-labour-code/1/1/71", "kz-labour-code/1/1/72", "kz-labour-code/1/1/74"),
    ("kz-labour-code/116/1/1", "kz-labour-code/116/1/4", "kz-labour-code/116/1/5", "kz-labour-code/116/1/6-1"),
    ("kz-labour-code/1/1/12", "kz-labour-code/1/1/33", "kz-labour-code/162/1/1", "kz-labour-code/162/1/3"),
    ("kz-labour-code/1/1/1", "kz-labour-code/1/1/7", "kz-labour-code/1/1/14", "kz-labour-code/1/1/63"),
    ("kz-labour-code/1/1/15", "kz-labour-code/1/1/23", "kz-labour-code/1/1/25", "kz-labour-code/1/1/32-1"),
)
LONGEST = 190  # characters of a definition among four
TRIVIAL = {
    "kz-labour-code/1/1/39",
    "kz-labour-code/1/1/43",
}  # who an employee and an employer are, each told by the other
DECLINED = {  # unequal pairs: a piece of a phrase, a business trip in Kazakh, an age or an employee in one language only
    "expiry-of-term",
    "secondment",
    "childcare-leave",
    "personal-property-use",
    "travelling-work",
    "parity",
    "accident-insurance",
    "disciplinary-offence",  # shown by a reprimand only
    "temporary-incapacity",  # shown by the pay of diplomats only
}
GROUP = 4
SHUFFLES = 3  # orders in which pairs of languages are put together
MOST_OPPOSITE = 1  # terms that may stand opposite their own


@dataclass(frozen=True)
class Pair:
    """A term and what it is matched with, the rule that shows it, the topics of the article that it is taken from."""

    left: str
    right: str
    rule: Rule
    topics: tuple[str, ...]


def definitions(bank: Bank, lang: str, unasked: frozenset[str] = frozenset()) -> list[tuple[str, str, Rule]]:
    """Terms with their definitions and rules, a term with a single definition only, no word of it in the definition."""
    found: list[tuple[str, str, Rule]] = []
    for rule in bank.rules:
        if rule.identity in unasked or rule.place in TRIVIAL:
            continue
        match = SPLIT[lang].match(rule.text(lang)) if str(rule.digest.id) in NOTIONS else None
        if match is None or len(match["means"]) > LONGEST or rule.point.since is not None:
            continue
        term = re.sub(r"\s*\([^)]*\)", "", match["term"]).strip()
        means = match["means"].strip()
        told = shared(term, means, lang) or CALQUE.search(means)
        if not DANGLING.match(means) and not PRONOUN.search(means) and not told and asking.heard(means, lang):
            found.append((term[0].upper() + term[1:], means[0].upper() + means[1:], rule))
    counted = [term for term, _, _ in found]
    return [each for each in found if counted.count(each[0]) == 1]


def of_definitions(bank: Bank, lang: str, unasked: frozenset[str] = frozenset()) -> Iterator[Item]:
    """A choice of the term for each definition among the nearest terms, and matches of four terms and definitions."""
    held = definitions(bank, lang, unasked)
    for number, (term, means, rule) in enumerate(held):
        near = _nearest(held[number], bank, lang)
        identity = item.name("definition", lang, rule.identity)
        if len(near) == GROUP - 1:
            options = item.shuffled([term, *near], identity)
            stem, right = f"{item.say('ask definition', lang)}\n«{means}»", (options.index(term),)
            yield Item(
                identity, "definition", lang, rule.topics, rule.instrument.short[lang], stem, tuple(options), right,
                (rule.key(lang),),
            )  # fmt: skip
        same = [each for each in held[number + 1 :] if each[2].instrument is rule.instrument]
        group = [held[number], *same[:: max(1, len(same) // (GROUP - 1))][: GROUP - 1]]
        echo = any(shared(a[0], b[1], lang) for a in group for b in group)
        if (
            len(group) == GROUP
            and not echo
            and all(_apart(a[0], b[0], lang) for a in group for b in group if a is not b)
        ):
            yield _match("term", lang, [Pair(*each, each[2].topics) for each in group])


def _nearest(asked: tuple[str, str, Rule], bank: Bank, lang: str) -> list[str]:
    """Three other terms of its family in the order of the law; none if it has no family."""
    place = asked[2].place
    family = next((each for each in FAMILIES if place in each), ())
    named = {held.place: term for term, held in _named(bank, lang) if held.place in family and held.place != place}
    return list(named.values())[: GROUP - 1]


def _named(bank: Bank, lang: str) -> Iterator[tuple[str, Rule]]:
    """Every term that an article on notions defines, whether or not it can be asked for."""
    for notions in NOTIONS:
        for rule in bank.of_article.get(notions, ()):
            match = SPLIT[lang].match(rule.text(lang))
            if match is not None and len(match["term"]) <= LONGEST_TERM and rule.point.holds_surely(bank.day):
                term = re.sub(r"\s*\([^)]*\)", "", match["term"]).strip()
                yield term[0].upper() + term[1:], rule


def _apart(one: str, other: str, lang: str) -> bool:
    """True if two terms share no word: «рабочее место» and «рабочее время» might be told by it alone."""
    first, second = (set(glossary.folded(each, lang).split()) for each in (one, other))
    return not {word[:6] for word in first} & {word[:6] for word in second}


def _match(template: str, lang: str, pairs: Sequence[Pair]) -> Item:
    names = [pair.rule.identity for pair in pairs]
    identity = item.name(template, lang, *names)
    while sum(a == b for a, b in zip(item.shuffled(names, identity), names, strict=True)) > MOST_OPPOSITE:
        identity = item.name(template, lang, identity.rpartition("-")[2], *names)
    options = item.shuffled([pair.right for pair in pairs], identity)
    few = (topic for pair in pairs for topic in pair.topics if topic in asking.THIN)
    return Item(
        identity, template, lang, tuple(dict.fromkeys((*pairs[0].topics, *few))), acts((pair.rule for pair in pairs), lang),
        item.say(f"ask {template}", lang), tuple(options), tuple(options.index(pair.right) for pair in pairs),
        tuple(pair.rule.key(lang) for pair in pairs), left=tuple(pair.left for pair in pairs),
    )  # fmt: skip


def of_languages(bank: Bank, terms: Sequence[Term], lang: str) -> Iterator[Item]:
    """Four terms in the language of the room and their four terms in the other: Kazakh beside Russian, else Kazakh."""
    other = "ru" if lang == "kk" else "kk"
    found: list[Pair] = []
    for term in terms:
        rule = _saying(bank, term)
        plain = not re.search(r"[()]", term.kk + term.ru) and term.id not in DECLINED
        if term.sure == "A" and rule is not None and len(term.kk) > 4 and term.kk != term.ru and plain:
            topics = bank.topics.of(*_place(term).split("/")) or rule.topics
            found.append(Pair(str(getattr(term, lang)), str(getattr(term, other)), rule, topics))
    for number in range(SHUFFLES):
        Random(f"terms{number}").shuffle(found)
        for group in _groups(found, lang, other, by_topic=number == 0):
            yield _match("term_kk_ru", lang, group)


def _groups(pairs: Sequence[Pair], lang: str, other: str, by_topic: bool) -> Iterator[list[Pair]]:
    """Fours of pairs, each pair in one of them, no word of a term in another of the same four.

    `by_topic`: pairs on a topic of the first come before others.
    """
    left = list(pairs)
    while left:
        group: list[Pair] = []
        near = set(left[0].topics) if by_topic else set[str]()
        for pair in sorted(left, key=lambda each: not near & set(each.topics)) if by_topic else left:
            apart = (_apart(pair.left, e.left, lang) and _apart(pair.right, e.right, other) for e in group)
            if len(group) < GROUP and all(apart):
                group.append(pair)
        if len(group) < GROUP:
            return
        left = [pair for pair in left if pair not in group]
        yield group


def _place(term: Term) -> str:
    """The article that a term is taken from."""
    return term.where if "/" in term.where else f"kz-labour-code/{term.where}"


def _saying(bank: Bank, term: Term) -> Rule | None:
    """The rule that a term is shown by: its definition, else the shortest at its place that says it in its own words.

    None where that would be a point that may not be in force, that tells of wordings, or that cannot be read alone.
    """
    place = _place(term)
    held = [*_defining(bank, term, place), *bank.of_article.get(place, ())]
    shown = [rule for rule in held if _shows(rule, term, bank)]
    return min(shown, key=lambda rule: (not _defines(rule, term), len(rule.text("ru"))), default=None)


def _defining(bank: Bank, term: Term, place: str) -> Iterator[Rule]:
    """The points of the articles on notions of the same act that define a term."""
    act = place.split("/")[0]
    for notions in NOTIONS:
        if notions.startswith(f"{act}/"):
            yield from (rule for rule in bank.of_article.get(notions, ()) if _defines(rule, term))


def _defines(rule: Rule, term: Term) -> bool:
    match = SPLIT["ru"].match(rule.text("ru")) if str(rule.digest.id) in NOTIONS else None
    named = re.sub(r"\([^)]*\)", "", match["term"]) if match else ""
    return glossary.folded(named, "ru") == glossary.folded(term.ru, "ru")


def _shows(rule: Rule, term: Term, bank: Bank) -> bool:
    """True if a rule surely in force, readable alone, says a term in its own words in each language."""
    point = rule.point
    if not rule.topics or point.sure != "A" or not point.holds_surely(bank.day) or point.until or point.differs_from:
        return False
    if _defines(rule, term):
        alone = not any(rules.points_outside(rule.text(lang), lang) for lang in LANGUAGES)
    else:
        alone = all(rules.stands_alone(rule.text(lang), lang) for lang in LANGUAGES)
    return alone and all(says(term, rule.text(lang), lang) for lang in LANGUAGES)


def says(term: Term, text: str, lang: str) -> bool:
    """True if a text says a term, and each longer word of its name in any form.

    «Хабардар етеді» tells of notice without the word «хабарлама».
    """
    told = glossary.folded(text, lang)
    named = [word for word in glossary.folded(str(getattr(term, lang)), lang).split() if len(word) > 3]
    words = all(glossary.says([word[: max(4, len(word) - 2)]], told, lang) for word in named)
    return words and glossary.says(term.stems[lang], told, lang)
