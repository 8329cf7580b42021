"""The seminar room: items made from the verified rules of the corpus, lessons drawn from them, and their files.

`Pool(corpus, folder, day)` holds the items: `items(lang, topics)` gives all, `draw(count, lang, seed, topics, level)` a
repeatable choice. `plan(pool, cards, level, topics, langs, minutes, …)` makes a lesson, `files(lesson, pool)` its
files. The page and the group mode in the room are not here; nor is any text of a law.
"""

from __future__ import annotations

from assistant.seminar.command import files, write
from assistant.seminar.item import LEVELS, Item, Key
from assistant.seminar.lesson import LENGTHS, Lesson, plan
from assistant.seminar.pool import Pool

__all__ = ["LENGTHS", "LEVELS", "Item", "Key", "Lesson", "Pool", "files", "plan", "write"]
