"""Check the digests as a jurist would: against the article's text where it is at hand, and each other.

Every fault is one line with file and reason. It mends nothing and knows nothing of embeddings.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from assistant import digests, numbers
from assistant.errors import CorpusError
from assistant.grammars import kz
from assistant.law import LANGUAGES, Digest, Point

QUESTIONS_AT_LEAST = 6
NEAR_DUPLICATE = 0.8  # share of common words from which two questions count as one
FREE_UNITS = frozenset({"count"})


def check(folder: Path, texts: dict[str, str] | None = None) -> Iterator[str]:
    """Faults of all digests under a folder, one line each; `texts` maps article ids to Russian wording."""
    read: list[tuple[Path, Digest]] = []
    for path in sorted(folder.glob("*/*.yaml")):
        try:
            digest = digests.read(path)
        except CorpusError as error:
            yield error.detail
            continue
        read.append((path, digest))
        for fault in check_one(digest, (texts or {}).get(str(digest.id))):
            yield f"{path}:{_line(path, fault[0])}: {fault[1]}"
    yield from _asked_twice(read)


def check_one(digest: Digest, text: str | None = None) -> Iterator[tuple[str, str]]:
    """Faults of one digest as (words to look for in the file, reason)."""
    for lang in LANGUAGES:
        if len(digest.questions[lang]) < QUESTIONS_AT_LEAST and not digest.repealed:
            yield f"  {lang}:", f"{len(digest.questions[lang])} questions in {lang}, at least {QUESTIONS_AT_LEAST}"
    for point in digest.points:
        yield from _same_numbers(point)
    yield from _figures_said(digest)
    if text is not None:
        yield from _against(digest, text)


def _same_numbers(point: Point) -> Iterator[tuple[str, str]]:
    """The three languages of a point name the same numbers in digits."""
    said = {lang: numbers.digits(point.text[lang]) for lang in LANGUAGES}
    if len({tuple(found) for found in said.values()}) > 1:
        shown = ", ".join(f"{lang} {[f'{n:g}' for n in found]}" for lang, found in said.items())
        yield point.text["kk"][:40], f"point {point.at}: the languages name different numbers: {shown}"


def _figures_said(digest: Digest) -> Iterator[tuple[str, str]]:
    """Each figure stands in digits in a point of the digest."""
    said = {number for point in digest.points for number in numbers.digits(point.text["ru"])}
    for figure in digest.figures:
        if figure.value not in said and figure.unit not in FREE_UNITS:
            yield "figures:", f"figure {figure.value:g} {figure.unit} stands in no point"


def _against(digest: Digest, text: str) -> Iterator[tuple[str, str]]:
    """Structure and figures agree with the wording of the article."""
    if (found := kz.structure(text)) != digest.structure and not digest.repealed:
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
        for number in numbers.digits(re.sub(r"\d{2}\.\d{2}\.\d{4}|№\s*\S+", "", point.text["ru"])):
            if number not in held and number / 100 not in held and number != 1:
                yield point.text["kk"][:40], f"point {point.at}: {number:g} does not stand in the text"


def _asked_twice(read: list[tuple[Path, Digest]]) -> Iterator[str]:
    """Questions that two articles share, or nearly: no question may fit several articles equally."""
    for lang in LANGUAGES:
        asked = [(path, digest, question) for path, digest in read for question in digest.questions[lang]]
        said = [frozenset(re.findall(r"\w+", question.casefold())) for _, _, question in asked]
        for one, other in _near(said):
            (path, digest, question), (_, before, text) = asked[one], asked[other]
            if before is not digest:
                yield f"{path}:{_line(path, question)}: article {before.article} asks nearly the same: {text}"


def _near(sets: list[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Every two sets, the later first, of whose words the share NEAR_DUPLICATE or more is common.

    Only sets that meet among their rarest words are compared: of n words, all but NEAR_DUPLICATE * n may be missing
    in the other set, so that one more than those must hold a common one (prefix filtering, Bayardo and others 2007).
    """
    counts = Counter(word for words in sets for word in words)
    by_word: dict[str, list[int]] = {}
    for number, words in enumerate(sets):
        rarest = sorted(words, key=lambda word: (counts[word], word))
        first = rarest[: len(words) - math.ceil(NEAR_DUPLICATE * len(words) - 1e-9) + 1]
        for earlier in sorted({i for word in first for i in by_word.get(word, ())}):
            if len(words & sets[earlier]) >= NEAR_DUPLICATE * len(words | sets[earlier]):
                yield number, earlier
        for word in first:
            by_word.setdefault(word, []).append(number)


def _line(path: Path, words: str) -> int:
    rows = path.read_text(encoding="utf-8").split("\n")
    return next((i for i, row in enumerate(rows, 1) if words[:30] in row), 1)


def official(path: Path | None) -> dict[str, str]:
    """The Russian wording of articles by id, from a file of one JSON object a line; empty without a file."""
    if path is None:
        return {}
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return {f"kz-labour-code/{row['article']}": row["text"] for row in rows}
