"""Check one digest as a jurist would: its languages, its figures, and its article's text where that is at hand.

`corpus_check` does it for all and compares them with each other. It mends nothing and knows nothing of embeddings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant import numbers
from assistant.grammars import kz
from assistant.law import LANGUAGES, Digest, Point

QUESTIONS_AT_LEAST = {"kz-labour-code": 6}  # what workers ask most about
QUESTIONS_ELSEWHERE = 3
FREE_UNITS = frozenset({"count"})


def check_one(digest: Digest, text: str | None = None, whole: bool = True) -> Iterator[tuple[str, str]]:
    """Faults of one digest as (words to look for in the file, reason); `text` is the Russian wording.

    `whole`: the act is restated rule by rule, so that a number of the text without its figure is a fault too.
    """
    least = QUESTIONS_AT_LEAST.get(digest.instrument, QUESTIONS_ELSEWHERE)
    for lang in LANGUAGES:
        if len(digest.questions[lang]) < least and not digest.repealed:
            yield f"  {lang}:", f"{len(digest.questions[lang])} questions in {lang}, at least {least}"
    for point in digest.points:
        yield from _same_numbers(point)
    yield from _figures_said(digest)
    if text is not None:
        yield from _against(digest, text)
    if text is not None and whole and not digest.repealed:
        yield from _figures_missing(digest, text)


def _same_numbers(point: Point) -> Iterator[tuple[str, str]]:
    """The three languages of a point name the same numbers in digits."""
    said = {lang: numbers.digits(point.text[lang]) for lang in LANGUAGES}
    if len({tuple(found) for found in said.values()}) > 1:
        shown = ", ".join(f"{lang} {[f'{n:g}' for n in found]}" for lang, found in said.items())
        yield point.text["kk"], f"point {point.at}: the languages name different numbers: {shown}"


def _figures_said(digest: Digest) -> Iterator[tuple[str, str]]:
    """Each figure stands in digits in a point of the digest."""
    said = {number for point in digest.points for number in numbers.digits(point.text["ru"])}
    for figure in digest.figures:
        if figure.value not in said and figure.unit not in FREE_UNITS:
            yield "figures:", f"figure {figure.value:g} {figure.unit} stands in no point"


def _against(digest: Digest, text: str) -> Iterator[tuple[str, str]]:
    """Structure and figures agree with the wording of the article."""
    if (found := kz.structure(text)) not in (digest.structure, undisputed(digest)) and not digest.repealed:
        yield "structure:", f"structure differs from the text: {found}"
    held = numbers.in_text(text, "ru")
    past = {
        number for point in digest.points if point.until or point.source for number in numbers.digits(point.text["ru"])
    }
    for figure in digest.figures:
        if figure.value not in held | past and figure.value / 100 not in held and figure.unit not in FREE_UNITS:
            yield "figures:", f"figure {figure.value:g} {figure.unit} does not stand in the text"
    for point in digest.points:
        if point.until or point.source:
            continue
        own = rf"\bстать\w+ {re.escape(digest.article)}(?![\d-])"  # «названные в статье 26», said in article 26
        for number in numbers.digits(re.sub(rf"\d{{2}}\.\d{{2}}\.\d{{4}}|№\s*\S+|{own}", "", point.text["ru"])):
            if number not in held and number / 100 not in held and number != 1:
                yield point.text["kk"], f"point {point.at}: {number:g} does not stand in the text"


def undisputed(digest: Digest) -> dict[str, tuple[str, ...]]:
    """The structure without the places of which sources name two first days: one language's text may lack them yet."""
    new = {point.at for point in digest.points if point.since_by is not None}
    new -= {point.at for point in digest.points if point.since_by is None}
    return {
        paragraph: tuple(sub for sub in subs if f"{paragraph}/{sub}" not in new)
        for paragraph, subs in digest.structure.items()
        if paragraph not in new
    }


def _figures_missing(digest: Digest, text: str) -> Iterator[tuple[str, str]]:
    """Every number by which the article measures something is one of the figures."""
    held = {figure.value for figure in digest.figures}
    for number in sorted(numbers.measured(text) - {1.0}):
        if number not in held and number * 100 not in held:
            yield "figures:", f"{number:g} stands in the text and is no figure"
