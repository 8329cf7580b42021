"""Check the whole corpus: every digest, and all of them beside each other, the glossary and the official texts.

Coverage, structure, figures, languages, questions asked twice, terms, own words. One line a fault, with file and line.
It mends nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant import catalogue, digests, glossary, provisions
from assistant.digest_check import check_one
from assistant.documents import Wording
from assistant.errors import CorpusError
from assistant.glossary import Term
from assistant.law import LANGUAGES, Authority, Digest, Instrument

NEAR_DUPLICATE = 0.8  # share of common words from which two questions count as one
RUN = 12  # words in a row that stand in an official text: from there on it is a quotation, not a restatement


@dataclass(frozen=True)
class Beside:
    """What the digests are compared with: the catalogue, the glossary, the official texts by article and language."""

    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    terms: Sequence[Term] = ()
    texts: Mapping[tuple[str, str], str] = field(default_factory=dict)


def check(folder: Path, texts: Path | None = None) -> Iterator[str]:
    """Faults of a corpus folder, one line each; `texts` holds official texts as `provisions` reads them."""
    try:
        instruments = catalogue.load(folder / "catalogue.toml")
        terms = glossary.load(folder / "glossary.yaml")
        wordings = provisions.read(texts, instruments) if texts else ()
    except CorpusError as error:
        yield error.detail
        return
    yield from check_digests(folder / "digests", Beside(instruments, terms, by_article(wordings)))


def by_article(wordings: Sequence[Wording]) -> dict[tuple[str, str], str]:
    """Official texts by article id and language, without the notes beside them: what is no law binds no digest."""
    return {(f"{w.instrument}/{w.article}", w.lang): provisions.without_notes(w) for w in wordings}


def check_digests(folder: Path, beside: Beside) -> Iterator[str]:
    """Faults of all digests under a folder, one line each."""
    read: list[tuple[Path, Digest]] = []
    for path in sorted(folder.glob("*/*.yaml")):
        try:
            digest = digests.read(path)
        except CorpusError as error:
            yield error.detail
            continue
        read.append((path, digest))
        for words, reason in _of_one(digest, beside):
            yield f"{path}:{_line(path, words)}: {reason}"
    yield from _asked_twice(read)
    yield from _uncovered(folder, read, beside)
    yield from _not_our_words(read, beside)


def _of_one(digest: Digest, beside: Beside) -> Iterator[tuple[str, str]]:
    act = beside.instruments.get(digest.instrument)
    text = beside.texts.get((str(digest.id), "ru"))
    yield from check_one(digest, text, whole=act is None or act.whole)
    if act is not None and act.authority is not Authority.LAW:
        return  # the terms are those of the law of Kazakhstan; other sources have their own
    for point in digest.points:
        for term, lang in glossary.unsaid(point.text, beside.terms):
            yield point.text["kk"], f"point {point.at}: {lang} does not say «{getattr(term, lang)}» ({term.ru})"


def _uncovered(folder: Path, read: list[tuple[Path, Digest]], beside: Beside) -> Iterator[str]:
    """Articles of the acts restated whole that have no digest: by number, and by the official text where at hand."""
    held = {str(digest.id) for _, digest in read}
    for act in beside.instruments.values():
        if not act.whole:
            continue
        wanted = {f"{act.id}/{number}": None for number in range(1, (act.last_article or 0) + 1)}
        wanted |= dict.fromkeys(name for name, lang in beside.texts if lang == "ru" and name.startswith(f"{act.id}/"))
        for article in wanted:
            if article not in held:
                yield f"{folder / act.id}:1: article {article.rpartition('/')[2]} has no digest"


def _not_our_words(read: list[tuple[Path, Digest]], beside: Beside) -> Iterator[str]:
    """Points and questions that repeat RUN words of an official text."""
    known = {run for text in beside.texts.values() for run in _runs(text)}
    for path, digest in read if known else ():
        ours = [text for point in digest.points for text in point.text.values()]
        ours += [question for asked in digest.questions.values() for question in asked]
        for text in ours:
            if any(run in known for run in _runs(text)):
                yield f"{path}:{_line(path, text)}: {RUN} words in a row as in the official text: {text[:60]}…"


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+", text.lower())
    for start in range(len(words) - RUN + 1):
        yield tuple(words[start : start + RUN])


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
    return next((i for i, row in enumerate(rows, 1) if words[:120] in row), 1)
