"""How the laws of Kazakhstan are built, in Kazakh, Russian and English: headings, and the numbers of an article.

«Статья 52.», «52-бап.», `Article 52.`; paragraphs `1.`, subparagraphs `1)`, unnumbered parts. Notes are for
`kz_notes` to find. It reads no files.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from assistant.grammars import layout
from assistant.grammars.base import DIVISIONS, Heading, Line
from assistant.grammars.kz_notes import ROMAN, notes

__all__ = ["headings", "lines", "notes", "numbering", "structure"]

NUMBER = r"\d+(?:[-–]\d+)*"
ORDINAL = rf"(?:{NUMBER}|[IVXІХ]+)"
STOP = r"(?:\.|$)"
KINDS = {  # by the name of its group: what a heading that begins so is; «Cтатья 69» has a Latin C
    "article": rf"(?:[CС]татья|СТАТЬЯ|Article)\s+(?P<article>{NUMBER})\s*{STOP}",
    "bap": rf"(?P<bap>{NUMBER})-(?:бап|БАП){STOP}",
    "part": r"(?P<part>(?:ОБЩАЯ|ОСОБЕННАЯ) ЧАСТЬ|(?:ЖАЛПЫ|ЕРЕКШЕ) БӨЛІК|(?:GENERAL|SPECIAL) PART)$",
    "section": rf"(?:РАЗДЕЛ|Раздел|SECTION|Section)\s+(?P<section>{ORDINAL}){STOP}",
    "bolim": rf"(?P<bolim>{ORDINAL})[- ](?:БӨЛІМ|бөлім){STOP}",
    "chapter": rf"(?:ГЛАВА|Глава|CHAPTER|Chapter)\s+(?P<chapter>{ORDINAL}){STOP}",
    "tarau": rf"(?P<tarau>{ORDINAL})[- ](?:ТАРАУ|тарау){STOP}",
    "subchapter": rf"(?:ПАРАГРАФ|Параграф|Paragraph|§)\s*(?P<subchapter>{ORDINAL}){STOP}",
    "paragraf": rf"(?P<paragraf>{ORDINAL})-(?:ПАРАГРАФ|параграф){STOP}",
}
IN_KAZAKH = {"bap": "article", "bolim": "section", "tarau": "chapter", "paragraf": "subchapter"}
HEADING = re.compile("|".join(KINDS.values()))
PARAGRAPH = re.compile(rf"\*?({NUMBER})\.(?:\s|$)")  # «1-1. Заключение гражданско-правовых договоров …»
SUBPARAGRAPH = re.compile(rf"\*?({NUMBER})\)(?:\s|$)")  # «4-1) …»
EDITORS_NOTE = "("  # a whole line in brackets is a note on a ruling, not the wording of the act


def headings(text: str) -> Iterator[Heading]:
    """Every heading of an act, in its order; one printed without its word («173. …») is found by the gap it leaves.

    >>> [(h.kind, h.number, h.title) for h in headings("2-тарау. ДЕМАЛЫС\\n5-1-бап. Ұзақтығы")]
    [('chapter', '2', 'ДЕМАЛЫС'), ('article', '5-1', 'Ұзақтығы')]
    """
    spans = list(layout.lines(text))
    blocks = layout.in_blocks(text)
    found: list[Heading] = []
    taken = 0
    for at, (start, end) in enumerate(spans):
        match = HEADING.match(text, start, end)
        if match is None or match.lastgroup is None or at < taken:
            continue
        bare = match.end() == end and match.lastgroup != "part"
        if bare and _below_a_sentence(text, spans, at, found):
            continue
        taken = at + 1
        while taken < len(spans) and _titled_on(text, spans[taken - 1], spans[taken], match.lastgroup, bare, blocks):
            taken += 1
        found.append(_heading(text, match, spans[taken - 1][1]))
    complete = sorted((*found, *_without_their_word(text, spans, found)), key=lambda heading: heading.start)
    yield from layout.without_contents(text, complete)


def _heading(text: str, match: re.Match[str], end: int) -> Heading:
    group = match.lastgroup or ""
    kind = IN_KAZAKH.get(group, group)
    title = " ".join(text[match.end() : end].split())
    if kind == "article" and title.endswith((".", ";", ":")):  # no title: the wording begins on the line of the number
        return Heading(kind, _number(match[group]), "", match.start(), match.end())
    return Heading(kind, "" if kind == "part" else _number(match[group]), title, match.start(), end)


def _number(said: str) -> str:
    return said.translate(ROMAN).replace("–", "-")


def _below_a_sentence(text: str, spans: list[tuple[int, int]], at: int, found: list[Heading]) -> bool:
    """True for «31-бап» alone on a line that a broken link has left there: the line above it does not end."""
    if at == 0 or text.count("\n", spans[at - 1][1], spans[at][0]) > 1:
        return False
    above = text[slice(*spans[at - 1])]
    return not layout.ENDED.search(above) and not (found and found[-1].end >= spans[at - 1][1])


def _titled_on(text: str, above: tuple[int, int], line: tuple[int, int], group: str, bare: bool, blocks: bool) -> bool:
    """True where a title goes on in the line right below."""
    start, end = line
    if text.count("\n", above[1], start) > 1 or group == "part" or HEADING.match(text, start, end):
        return False
    if blocks:
        return layout.goes_on("", text[text.rfind("\n", 0, start) + 1 : end], blocks)
    is_division = IN_KAZAKH.get(group, group) in DIVISIONS
    first = HEADING.match(text, *above) is not None
    return is_division and (text[start:end].isupper() or (bare and first))


def _without_their_word(text: str, spans: list[tuple[int, int]], found: list[Heading]) -> Iterator[Heading]:
    """Headings printed as «173. …»: the number is missing between its neighbours, and the line is no sentence."""
    articles = [each for each in found if each.kind == "article"]
    for before, after in pairwise(articles):
        missing = int(before.number.partition("-")[0]) + 1
        if after.number != str(missing + 1):
            continue
        first, last = (bisect_left(spans, (offset,)) for offset in (before.end, after.start))
        for start, end in spans[first:last]:
            words = text[start:end]
            if words.startswith(f"{missing}. ") and words[-1].isalnum():
                title = words.partition(". ")[2]
                yield Heading("article", str(missing), title, start, end)


def lines(text: str) -> Iterator[Line]:
    """Give each line of an article its place; parts without a number are counted from 1.

    >>> [l.place for l in lines("1. Сторона вправе:\\n1) уйти;\\n2) остаться.")]
    [('1',), ('1', '1'), ('1', '2')]
    """
    spans = list(_opening(text))
    numbered = any(opens and PARAGRAPH.match(text, start, end) for start, end, opens in spans)
    paragraph, subparagraph, before = "", "", ""
    for start, end, opens in spans:
        line = text[start:end]
        if line.startswith(EDITORS_NOTE) and opens:
            continue
        if opens and (head := PARAGRAPH.match(line)):
            paragraph, subparagraph = head[1], ""
        elif opens and (head := SUBPARAGRAPH.match(line)):
            paragraph, subparagraph = paragraph or "1", head[1]
        elif not numbered and (not paragraph or (opens and _opens_a_part(line, before))):
            paragraph, subparagraph = str(int(paragraph or 0) + 1), ""
        before = line
        yield Line(tuple(number for number in (paragraph, subparagraph) if number), start, end)


def _opening(text: str) -> Iterator[tuple[int, int, bool]]:
    """Each line of an article, and whether it opens a paragraph of the text rather than goes on with one."""
    blocks = layout.in_blocks(text)
    above = -1
    for start, end in layout.lines(text):
        raw = text[text.rfind("\n", 0, start) + 1 : end]
        on = above >= 0 and text.count("\n", above, start) == 1
        before = text[text.rfind("\n", 0, above) + 1 : above] if on else ""
        yield start, end, not (on and layout.goes_on(before, raw, blocks))
        above = end


def _opens_a_part(line: str, before: str) -> bool:
    return line[0].isupper() and not before.endswith(":") and bool(layout.ENDED.search(before))


def structure(text: str) -> dict[str, tuple[str, ...]]:
    """Every paragraph of an article with its subparagraphs, in the order of the text."""
    found: dict[str, list[str]] = {}
    for line in lines(text):
        paragraph, subparagraph, *_ = *line.place, "", ""
        subparagraphs = found.setdefault(paragraph, [])
        if subparagraph and subparagraph not in subparagraphs:
            subparagraphs.append(subparagraph)
    return {paragraph: tuple(subs) for paragraph, subs in found.items()}


def numbering(text: str) -> str:
    """`paragraphs` where the article numbers them, else `parts` (cited as «часть первая»)."""
    numbered = (opens and PARAGRAPH.match(text, start, end) for start, end, opens in _opening(text))
    return "paragraphs" if any(numbered) else "parts"
