"""What a unit means beside its neighbours: the ends of a range, «пункт 71 преамбулы», "§ 1 of Art. 53", "p1 s8".

It joins and renames units of a cleaned text where the words between them say so, and drops those that mean nothing
alone. Which units then belong to one article is for `chains`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.citation_forms import ARTICLE, PARAGRAPH, PART, RECITAL, SECTION, SUBPARAGRAPH, Group, Number

_RANGED = (ARTICLE, PARAGRAPH, SUBPARAGRAPH, PART, SECTION)
_FROM = re.compile(r"(?<!\w)(?:с|со|от|начиная с|from)(?: the)? $")  # «от статьи 52 до статьи 54»
_TO = re.compile(r" (?:to|through|up to|until)(?: and including)?(?: the)? | по | ?[–-] ?")
_UNTIL = re.compile(r",? до ")  # only after «от» or «с»
_KK_TO = re.compile(r" (?:бастап )?")
_KK_UNTIL = re.compile(r" (?:дейин|шейин|коса|косып)")
_KK_FROM = re.compile(r"(?:[нд]ан|[нд]ен|т[ае]н)$")  # «171-бабынан»
_OF = re.compile(r" (?:of )?(?:the )?")
_BESIDE = re.compile(r"[ ,:(]{1,3}(?:к )?")
_NEXT_ARTICLE = re.compile(
    r"\) ?(?:,|,? и|,? and|,? жане) (?P<number>\d{1,3}(?:-\d)?)"
    r"(?=$| ?[(),;.¶]| (?:и|and|жане|of|тк|гк|коап|lc|labou?r|трудов|кодекс|закон|конвенц))"
)
_PAGE = re.compile(r"pp?\.?")  # "p1" of "art52 p1"; elsewhere a page


def read(text: str, groups: Iterable[Group]) -> list[Group]:
    """The units of a cleaned text as their neighbours make them, in its order.

    >>> from assistant.citation_forms import groups
    >>> said = "from article 171 to article 173"
    >>> [[n.text for n in group.numbers] for group in read(said, groups(said))]
    [['171', '173']]
    """
    found: list[Group] = []
    following = [*groups]
    for at, group in enumerate(following):
        after = following[at + 1] if at + 1 < len(following) else None
        group = _renamed(text, found[-1] if found else None, group, after)
        found += _article_after_bracket(text, found[-2:], group.start)
        if found and (joined := _joined(text, found[-1], group)):
            found[-1] = joined
        elif not _nothing(text, found[-1] if found else None, group):
            found.append(group)
    found += _article_after_bracket(text, found[-2:], len(text))
    return [group for group in found if group.numbers or group.kind != RECITAL]


def _article_after_bracket(text: str, before: list[Group], end: int) -> list[Group]:
    """The second article of «ст. 52 (п. 1), 53 ТК», which stands without its unit behind a bracket."""
    if len(before) < 2 or before[0].kind != ARTICLE or before[1].kind not in (PARAGRAPH, PART, SUBPARAGRAPH):
        return []
    opened = text[before[0].end : before[1].start].strip() == "("
    hit = _NEXT_ARTICLE.match(text, before[1].end, end) if opened and before[0].numbers else None
    if hit is None:
        return []
    number = Number(hit["number"], hit.start("number"), hit.end("number"))
    return [Group(ARTICLE, (number,), number.start, number.end, before[0].lang)]


def _renamed(text: str, before: Group | None, group: Group, after: Group | None) -> Group:
    """A section of an article is a paragraph, "s8" behind a paragraph a subparagraph."""
    if group.kind != SECTION:
        return group
    sign = text[group.start] == "§"
    if after is not None and after.kind == ARTICLE:
        between = text[group.end : after.start]
        if _OF.fullmatch(between) if sign else between in (" of ", " of the "):
            return replace(group, kind=PARAGRAPH)
    if before is not None:
        between = text[before.end : group.start]
        if sign and before.kind == ARTICLE and between in ("", " ", ", "):
            return replace(group, kind=PARAGRAPH)
        if before.kind == PARAGRAPH and between in ("", " ") and re.match(r"s\.? ?\d", text[group.start : group.end]):
            return replace(group, kind=SUBPARAGRAPH)
    return group


def _joined(text: str, one: Group, other: Group) -> Group | None:
    """Two units as one: the ends of a range, or a paragraph and the preamble that it stands in."""
    between = text[one.end : other.start]
    kinds = {one.kind, other.kind}
    if kinds == {RECITAL, PARAGRAPH} and not (one if one.kind == RECITAL else other).numbers:
        numbers = one.numbers or other.numbers
        same = between == " " or (one.kind == RECITAL and _BESIDE.fullmatch(between))
        return Group(RECITAL, numbers, one.start, other.end, one.lang) if same else None
    if one.kind != other.kind or one.kind not in _RANGED or one.lang != other.lang:
        return None
    if len(one.numbers) != 1 or not other.numbers or one.numbers[0].inside or one.same or other.same:
        return None
    if not _is_range(text, one, other, between):
        return None
    numbers = (*one.numbers, replace(other.numbers[0], ranged=True), *other.numbers[1:])
    return replace(one, numbers=numbers, end=other.end, doubtful=False)


def _is_range(text: str, one: Group, other: Group, between: str) -> bool:
    if one.lang == "kk":
        from_to = _KK_FROM.search(text[one.start : one.end]) and _KK_UNTIL.match(text, other.end)
        return bool(_KK_TO.fullmatch(between) and from_to)
    if _UNTIL.fullmatch(between):
        return bool(_FROM.search(text[max(0, one.start - 12) : one.start]))
    return bool(_TO.fullmatch(between))


def _nothing(text: str, before: Group | None, group: Group) -> bool:
    """True for a page: "p. 5" that does not stand right behind an article."""
    page = _PAGE.match(text, group.start, group.end) if group.lang == "en" and group.kind == PARAGRAPH else None
    if page is None or text[page.end() : page.end() + 1].isalpha():
        return False
    return before is None or before.kind != ARTICLE or text[before.end : group.start] not in ("", " ")
