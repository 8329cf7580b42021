"""Which chunks of a jurisdiction belong to which article, by position in the list of chunks.

It knows nothing of vectors, words or scores.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.law import LANGUAGES, Chunk, Digest

RULE, QUESTION = "rule", "question"

Answered = list[tuple[int, int]]  # the position of a question, and the number of the point that answers it


@dataclass(frozen=True)
class Members:
    """The chunks of an article that say a rule or ask a question: their positions, and which of these are what.

    `of` numbers the places in `positions` by (kind, language). An article without a digest is `bare`: its wording is
    its rules.
    """

    positions: tuple[int, ...] = ()
    of: dict[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)
    bare: bool = False


def article_of(provision: str) -> str:
    """The article of a place.

    >>> article_of("kz-labour-code/88/1/2")
    'kz-labour-code/88'
    """
    return "/".join(provision.split("/", 2)[:2])


def act_of(place: str) -> str:
    """The act of a place.

    >>> act_of("kz-labour-code/88/1/2")
    'kz-labour-code'
    """
    return place.partition("/")[0]


def members(chunks: Sequence[Chunk], bare: Collection[str]) -> dict[str, Members]:
    """By article: its rules and questions; of those in `bare`, which have no digest, the wording is the rules."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    for position, chunk in enumerate(chunks):
        article = article_of(chunk.provision)
        if chunk.kind == "point" or (chunk.kind == "text" and article in bare):
            found.setdefault(article, []).append((position, RULE, chunk.lang))
        elif chunk.kind == "question":
            found.setdefault(article, []).append((position, QUESTION, chunk.lang))
    return {article: _grouped(held, article in bare) for article, held in found.items()}


def _grouped(held: Sequence[tuple[int, str, str]], bare: bool) -> Members:
    of: dict[tuple[str, str], list[int]] = {}
    for place, (_, kind, lang) in enumerate(held):
        of.setdefault((kind, lang), []).append(place)
    return Members(tuple(position for position, _, _ in held), {key: tuple(places) for key, places in of.items()}, bare)


def rules(held: dict[str, Members]) -> dict[str, dict[str, list[int]]]:
    """By language and article: the positions of its rules, in their order; an article in one language serves all."""
    found: dict[str, dict[str, list[int]]] = {}
    for article, chunks in held.items():
        for (kind, lang), places in chunks.of.items():
            if kind == RULE:
                found.setdefault(lang, {})[article] = [chunks.positions[place] for place in places]
    every = dict(found)
    for own in every.values():
        for lang in LANGUAGES:
            found[lang] = {**own, **found.get(lang, {})}
    return found


def answered(chunks: Sequence[Chunk], digests: Mapping[str, Digest]) -> dict[str, Answered]:
    """By article: the questions that a point of it is known to answer."""
    found: dict[str, Answered] = {}
    for position, chunk in enumerate(chunks):
        held = digests[chunk.provision].answers.get(chunk.lang, ()) if chunk.kind == "question" else ()
        number = held[chunk.number] if held else None
        if number is not None:
            found.setdefault(chunk.provision, []).append((position, number))
    return found
