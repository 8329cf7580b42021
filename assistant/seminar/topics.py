"""Topics of lessons: which articles belong to dismissal, pay, safety and so on, from `corpus/topics.yaml`.

It names topics and their articles; it chooses nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assistant import checked_yaml
from assistant.errors import UsageError
from assistant.law import Texts


@dataclass(frozen=True)
class Topic:
    """A topic: its name in three languages, and its articles by instrument, one by one or as `49..62`, or `all`.

    An article that was put in after another, such as 126-1, belongs where that one does.
    """

    id: str
    kk: str
    ru: str
    en: str
    articles: dict[str, list[str]]

    @property
    def name(self) -> Texts:
        """The name by language."""
        return {"kk": self.kk, "ru": self.ru, "en": self.en}


@dataclass(frozen=True)
class _File:
    topics: list[Topic]


class Topics:
    """All topics, and the way from an article to its topics."""

    def __init__(self, topics: tuple[Topic, ...]) -> None:
        self.all = topics
        self.by_id = {topic.id: topic for topic in topics}

    def of(self, instrument: str, article: str) -> tuple[str, ...]:
        """The ids of the topics that an article belongs to, in the order of the file."""
        return tuple(topic.id for topic in self.all if self._holds(topic.id, instrument, article))

    def _holds(self, topic: str, instrument: str, article: str) -> bool:
        held = self._articles[topic].get(instrument, frozenset())
        return "all" in held or article in held or article.partition("-")[0] in held

    @cached_property
    def _articles(self) -> dict[str, dict[str, frozenset[str]]]:
        return {
            topic.id: {
                act: frozenset(number for each in articles for number in _numbers(each))
                for act, articles in topic.articles.items()
            }
            for topic in self.all
        }

    def chosen(self, ids: list[str]) -> tuple[Topic, ...]:
        """The topics with these ids, all where none is named; UsageError for one that there is not."""
        unknown = [each for each in ids if each not in self.by_id]
        if unknown:
            raise UsageError(f"{', '.join(unknown)} (topics: {', '.join(self.by_id)})")
        return tuple(self.by_id[each] for each in ids) or self.all


def _numbers(written: str) -> list[str]:
    """The articles that an entry names: `49..62` is fourteen."""
    first, dots, last = written.partition("..")
    return [str(number) for number in range(int(first), int(last) + 1)] if dots else [written]


def load(path: Path) -> Topics:
    """The topics of a file; CorpusError names the file and what is wrong."""
    return Topics(tuple(checked_yaml.read(path, _File).topics))
