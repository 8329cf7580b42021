"""From the lines of pages to paragraphs: running heads dropped, lines of a sentence and halves of a word joined.

No word is changed. It knows lines by where they stand and in which font; columns and tables it does not know.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median, quantiles

MARKER = re.compile(
    r"(?:\d+(?:[-.]\d+)*\.?[.)]|[^\W\d_]\)|[IVXLC]+\.|[-–—•]\s"
    r"|(?i:статья|глава|раздел|параграф|приложение|article|chapter|section|annex)\s+[\dIVXLC]"
    r"|\d+(?:-\d+)?\s?-\s?(?i:бап|тарау|бөлім|параграф|modda|bob)\b)"
)
SENTENCE_ENDS = re.compile(r"[.;:!?…][)»\"”]?$")
REFERENCE = re.compile(r"(?:№|\bN|\b(?:ст|пп?|ч|гл|art)\.|\b(?:стать|пункт|подпункт|част)\w{0,3})$")
SUSPENDED = re.compile(r"(?i:и|или|либо|да|а|не|және|немесе|мен|пен|бен|and|or|und)\b")
PRONOUN = re.compile(r"(?i:\b(?:как|кто|ко[мг]|кем|что|че[мгй]|чь|где|куда|откуда|когда|сколько|почему)\w*)-$")
PARTICLE = re.compile(r"(?i:либо|нибудь|то|таки|ка)\b")
DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(r"\W*(?:стр\.?|бет|page|p\.)?\s*(\d+)(?:\s*(?:из|of|/)\s*\d+)?\W*", re.IGNORECASE)
WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
EDGE = 3  # lines at the top and at the bottom among which a running head is looked for
REPEATED = 0.4  # of the pages, since heads of even and odd pages differ
FEWEST_PAGES = 3
INDENT = 5.0  # points from which a line counts as set in
CENTRED = 40.0
WIDER = 1.35  # times the usual distance of lines: a gap
SHORT = 0.75  # of a full line
FEWEST_BREAKS = 5  # below it a hyphen at the end of a line is taken for one that the word is written with
HABIT = 0.04  # of the lines end in a hyphen where the setter breaks words


@dataclass(frozen=True)
class Line:
    """A line as it stands on its page: words, position in points from the left and from below, font ("" if mixed)."""

    text: str
    x: float = 0.0
    y: float = 0.0
    font: str = ""


Page = Sequence[Line]


def join(pages: Sequence[Page]) -> tuple[str, tuple[int, ...]]:
    """The text of the pages, a paragraph a line, and the offset in it at which each page begins."""
    kept = without_heads(pages)
    habits = _Habits([line for page in kept for line in page])
    parts: list[str] = []
    begins: list[int] = []
    size, before = 0, None
    for page in kept:
        margin = _margin(page)
        begins += [size] if not page else []
        for number, line in enumerate(page):
            if before is not None:
                own = habits.begins(before, line, margin, same_page=number > 0)
                first, glue = (parts[-1], "\n") if own else habits.glue(parts[-1], line.text)
                size += len(first) - len(parts[-1]) + len(glue)
                parts[-1:] = [first, glue]
            begins += [size] if number == 0 else []
            parts.append(line.text)
            size += len(line.text)
            before = line
    return "".join(parts).rstrip("\u00ad"), tuple(begins)


def without_heads(pages: Sequence[Page]) -> list[list[Line]]:
    """The pages without the lines that repeat at the same height of most pages, and without page numbers.

    Numbers in it may go with those of the pages. It must stand among the outermost lines of its page; a line that
    begins as an article or an item does («Статья 5» at the top of page 5) is kept, unless it is the same every time.
    """
    edges = [_edge(page) for page in pages]
    keys = [[_keys(number, line) for line in edge] for number, edge in enumerate(edges)]
    counts = Counter(key for page in keys for key in {each for line in page for each in line})
    enough = max(FEWEST_PAGES, REPEATED * len(pages))
    heads = {key for key, count in counts.items() if count >= enough}
    shifts = Counter(_shift(number, line) for number, edge in enumerate(edges) for line in edge)
    del shifts[None]
    usual, times = shifts.most_common(1)[0] if shifts else (None, 0)
    if times >= max(2, REPEATED * len(pages)):
        heads.add(f"page {usual}")
    kept = []
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True)):
        gone = {id(line) for line in edge if heads & {*_keys(number, line), f"page {_shift(number, line)}"}}
        kept.append([line for line in page if id(line) not in gone])
    return kept


def _edge(page: Page) -> list[Line]:
    by_height = sorted(page, key=lambda line: -line.y)
    return by_height[:EDGE] + by_height[max(EDGE, len(by_height) - EDGE) :]


def _keys(number: int, line: Line) -> set[str]:
    """What may be the same on other pages: height and words of a line, as they are or but for a number of the page."""
    height = round(line.y / 4)
    keys = {f"{height} {line.text}"}
    if not MARKER.match(line.text):
        keys |= {
            f"{height} {int(hit[0]) - number} {line.text[: hit.start()]}#{line.text[hit.end() :]}"
            for hit in DIGITS.finditer(line.text)
            if len(hit[0]) < 6
        }
    return keys


def _shift(number: int, line: Line) -> int | None:
    """By how much a line that is nothing but a page number differs from the count of pages."""
    hit = PAGE_NUMBER.fullmatch(line.text)
    return int(hit[1]) - number if hit and len(hit[1]) < 6 else None


def _margin(page: Page) -> float:
    """Where lines begin: the leftmost place that every sixth line of the page shares, or any line on a short page."""
    places = Counter(round(line.x) for line in page)
    shared = [place for place, count in places.items() if count * 6 >= len(page)]
    return min(shared or places or [0])


@dataclass(frozen=True)
class _Habits:
    """How a document is set: how far apart its lines are, how long, how far the first of a paragraph is set in."""

    lines: Sequence[Line]

    @cached_property
    def distance(self) -> float:
        steps = [a.y - b.y for a, b in zip(self.lines, self.lines[1:], strict=False) if 0 < a.y - b.y < 60]
        return median(steps) if steps else 0.0

    @cached_property
    def full(self) -> float:
        lengths = [len(line.text) for line in self.lines]
        return quantiles(lengths, n=10)[-1] if len(lengths) > 1 else 0.0

    @cached_property
    def indent(self) -> float:
        """The usual distance of first lines from the margin in points; 0 where paragraphs are not set in."""
        margin = _margin(self.lines)
        steps = Counter(round(line.x - margin) for line in self.lines if INDENT < line.x - margin < 2 * CENTRED)
        step, count = steps.most_common(1)[0] if steps else (0, 0)
        return float(step) if count * 20 >= len(self.lines) else 0.0

    @cached_property
    def words(self) -> Counter[str]:
        inner = (WORDS.findall(line.text)[1:-1] for line in self.lines)
        return Counter(word.lower() for found in inner for word in found)

    @cached_property
    def breaks_words(self) -> bool:
        """True where the setter breaks words, as far as the words themselves tell, else as hyphens are many."""
        ends = [(a, b) for a, b in zip(self.lines, self.lines[1:], strict=False) if re.search(r"[^\W\d_]-$", a.text)]
        known = [verdict for a, b in ends if (verdict := self._known(a.text, b.text)) is not None]
        return sum(known) * 2 > len(known) if known else len(ends) > max(FEWEST_BREAKS, HABIT * len(self.lines))

    def begins(self, before: Line, line: Line, margin: float, *, same_page: bool) -> bool:
        """True if a line begins a paragraph, heading or numbered item of its own."""
        indent, ended = line.x - margin, bool(SENTENCE_ENDS.search(before.text))
        if line.text[:1].isdigit() and REFERENCE.search(before.text):
            return False  # «№» at the end of a line, «137)» on the next
        gap = same_page and self.distance > 0 and before.y - line.y > WIDER * self.distance
        if gap or (before.font and line.font and before.font != line.font):
            return True
        if indent > CENTRED and before.x - margin > CENTRED and abs(indent - self.indent) > INDENT:
            return ended or bool(MARKER.match(line.text))
        if self.indent and abs(indent - self.indent) < INDENT / 2:
            return True
        if MARKER.match(line.text) and (ended or indent > INDENT):
            return True
        if self.indent:
            return indent > INDENT and ended
        short = len(before.text) < SHORT * self.full
        return (ended and short) or (short and MARKER.match(before.text) is None and line.text[:1].isupper() and ended)

    def glue(self, before: str, after: str) -> tuple[str, str]:
        """The first of two lines, without a hyphen that only broke a word, and what stands between it and the next.

        A hyphen stays in numbers («126-1») and in words that the document writes with one.
        """
        if before.endswith("\u00ad"):
            return before[:-1], ""
        suspended = SUSPENDED.match(after) and not PRONOUN.search(before)  # «аудио- и видеозапись», but «какой-либо»
        if suspended or not re.search(r"[^\W_]-$", before):
            return before, " "
        if not re.search(r"[^\W\d_]-$", before) or not after[:1].isalpha() or after[:1].isupper():
            return before, ""
        known = False if PARTICLE.match(after) else self._known(before, after)
        return (before[:-1], "") if (self.breaks_words if known is None else known) else (before, "")

    def _known(self, before: str, after: str) -> bool | None:
        """True if the word is known without its hyphen, False if with it, None if the document tells neither."""
        halves = WORDS.findall(before[:-1])[-1:] + WORDS.findall(after)[:1]
        if len(halves) < 2:
            return None
        without, with_it = self.words["".join(halves).lower()], self.words["-".join(halves).lower()]
        return None if without == with_it else without > with_it


def letters(pages: Iterable[Page]) -> int:
    """How many letters stand on some pages."""
    return sum(letter.isalpha() for page in pages for line in page for letter in line.text)
