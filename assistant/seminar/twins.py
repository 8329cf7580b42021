"""The same item in two languages: which option of the one is which option of the other, where that is sure.

Items of one name in two languages may still differ: other wrong options, another changed statement. Those are told
apart here and are not the same. It makes and translates nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Sequence

from assistant.law import LANGUAGES
from assistant.members import article_of
from assistant.seminar import item
from assistant.seminar.item import Item
from assistant.seminar.lesson import Lesson
from assistant.seminar.pool import Pool, twin
from assistant.seminar.room import Question
from assistant.seminar.rules import Bank

SAME_PLACE = {"true_false", "since", "modal", "mistake", "calculation"}  # options that no language reorders
BY_RULE = {"says", "several", "list", "order", "match_article", "term"}  # shuffled by the id, one rule an option
NUMBER = re.compile(r"\d[\d ]*(?:[.,]\d+)?(?:-\d+)?")


def matching(one: Item, other: Item, bank: Bank) -> tuple[int, ...] | None:
    """For each option of `other` the number of the same option of `one`; None where they are not surely the same."""
    if one.template != other.template or len(one.options) != len(other.options) or one.kind != other.kind:
        return None
    if _rules(one, bank) != _rules(other, bank):
        return None
    ours, theirs = _marks(one), _marks(other)
    if not ours or len(set(ours)) != len(ours) or set(ours) != set(theirs):
        return None
    found = tuple(ours.index(mark) for mark in theirs)
    right = tuple(found[number] for number in other.right)
    same = sorted(right) == sorted(one.right) if one.kind == item.SEVERAL else right == one.right
    return found if same else None


def _rules(each: Item, bank: Bank) -> list[str]:
    """The rules behind an item in their order: those whose very words its keys quote."""
    found = []
    for key in each.keys:
        article = article_of(key.place)
        there = [rule for rule in bank.of_article.get(article, ()) if rule.place == key.place]
        found += [rule.identity for rule in there if rule.text(each.lang) == key.quote][:1] or [key.place]
    return found


def _marks(each: Item) -> Sequence[Hashable]:
    """What every option is, in a form that does not depend on the language; empty where it cannot be told."""
    if each.template in SAME_PLACE:
        return range(len(each.options))
    if each.template in BY_RULE:
        places = [str(number) for number in range(len(each.options))]
        return item.shuffled(places, each.id)
    if each.template in ("figure", "article", "number"):
        return _numbers(each.options)
    return ()


def _numbers(options: Sequence[str]) -> list[str]:
    """The first number of each option, or nothing where one has none."""
    found = [match[0].strip().replace(",", ".") for option in options if (match := NUMBER.search(option))]
    return found if len(found) == len(options) else []


def questions(lesson: Lesson, others: Collection[Lesson], pool: Pool) -> tuple[Question, ...]:
    """The quiz of a lesson for a room: each item with what is surely the same in the other languages.

    Takes seconds; `others` are the same lesson in other languages, where it was made in several.
    """
    chosen = [topic.id for topic in lesson.topics]
    found: list[dict[str, tuple[Item, tuple[int, ...]]]] = [{} for _ in lesson.quiz]
    for lang in LANGUAGES:
        if lang == lesson.lang:
            continue
        made = [*pool.translated(lesson.quiz, lang, chosen), *(i for o in others if o.lang == lang for i in o.quiz)]
        held = {twin(each): each for each in made}
        for number, each in enumerate(lesson.quiz):
            if (same := held.get(twin(each))) and (order := matching(each, same, pool.bank)) is not None:
                found[number][lang] = (same, order)
            elif (same is not None) and not each.options and _rules(each, pool.bank) == _rules(same, pool.bank):
                found[number][lang] = (same, ())
    return tuple(Question(each, twins) for each, twins in zip(lesson.quiz, found, strict=True))
