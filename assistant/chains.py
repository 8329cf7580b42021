"""Which units, numbers and acts of a cleaned text belong together: «пп. 8) п. 1 ст. 52 ТК РК» is one reference.

It joins what stands side by side, and decides by closeness what belongs to which article. It knows neither the
catalogue nor the digests: which act a word like «Кодекса» means is for `resolving`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.citation_forms import ANNEX, ARTICLE, CHAPTER, RECITAL, SECTION, THEME, Group
from assistant.mentions import BARE, SAME, Mention

ARTICLES = (ARTICLE, SECTION, ANNEX, CHAPTER, THEME, RECITAL)  # units that hold the others
AGAIN = ("ibid", "ibidem", "там же", "сонда")
PAPER = "paper"  # what a contract or an order is called here: its articles are no law's
CLOSE, NEAR, APART, LISTED = 0, 1, 2, 3  # «ст. 52 ТК»; «ТК, ст. 52»; «ст. 52 и ст. 53»; «ст. 52; ст. 53»
_LONGEST_GLUE = 45  # characters
_WORDS = (
    "и или либо а также также в во по со с к см см. согласно совокупности взаимосвязи учетом жане немесе мен бен пен "
    "указанной указанных названной данной вышеуказанной упомянутой "
    "and or of the to in under as well see read with together conjunction both subject"
).split()
_GLUE = re.compile(rf"(?:[ ,;:()«»\"“”/–&]|(?<!\w)(?:{'|'.join(map(re.escape, _WORDS))})(?![\w]))*")
_CLOSE = re.compile(r" ?[«»\"“”]?(?: ?of)?(?: the)? ?[«\"“]?")
_NEAR = re.compile(r"[ ,:()«»\"“”/–]*(?:(?:of|in|to|the|under|в|к|по|см\.?|see) ?)*[(«\"“]?")
_PAPERS = re.compile(  # «настоящего договора», «Жарғының», "of this agreement"
    r"(?<!\w)(?:(?P<ru>договора|соглашения|контракта|устава|положения|правил|инструкции|приказа|протокола|меморандума"
    r"|распоряжения|политики|стандарта|договоров)"
    r"|(?P<kk>(?:келисим)?шарт(?:тын|ынын)|келисим(?:нин|инин)|жаргы(?:нын|сынын)|буйры(?:ктын|гынын)|хаттама(?:нын|сынын)"
    r"|ереже(?:нин|синин|лерди|лерин|лердин|леринин))"
    r"|(?P<en>agreements?|contracts?|charter|by-?laws|polic(?:y|ies)|rules|orders?|protocol|memorandum|handbook|manual))(?!\w)"
)
_ADJECTIVES = re.compile(
    r"(?:[а-я-]+(?:ого|его|ой|ей|ых|их) ){1,3}$|(?:(?:of )?(?:the|this|our|your|said|that) )(?:[a-z-]+ ){0,3}$"
)
_OWNED = re.compile(r"(?:кодекса|закона|конвенции|рекомендации|регламента|директивы|конституции)$|[тнд][иы]н$")

Item = Group | Mention


@dataclass
class Segment:
    """One article, or a paragraph alone, with the inner units and the act that belong to it."""

    article: Group | None
    before: list[Group] = field(default_factory=list)
    after: list[Group] = field(default_factory=list)
    act: Mention | None = None
    beside: bool = False  # the act stands next to it, so that it is part of the citation's text
    gaps: dict[int, int] = field(default_factory=dict)  # by the end of a unit: how far the next stands

    @property
    def groups(self) -> list[Group]:
        """Its units in the order of the text."""
        return [*self.before, *([self.article] if self.article else []), *self.after]

    @property
    def start(self) -> int:
        """Where its first unit begins."""
        return self.groups[0].start

    @property
    def end(self) -> int:
        """Where its last unit ends."""
        return self.groups[-1].end

    @property
    def lang(self) -> str:
        """The language of its form."""
        return (self.article or self.groups[0]).lang


def segments(text: str, groups: Sequence[Group], mentions: Sequence[Mention]) -> Iterator[Segment]:
    """The references of a cleaned text, each with what belongs to it, in its order."""
    covered = bytearray(len(text) + 1)
    for group in groups:
        covered[group.start : group.end] = b"\1" * (group.end - group.start)
    acts = [act for act in mentions if not covered[act.start] and (act.refers != BARE or _owned(text, act))]
    items: list[Item] = sorted([*groups, *acts, *_papers(text, covered)], key=lambda item: item.start)
    items = [_of_the_same_act(text, items, at) for at in range(len(items))]
    chain: list[Item] = []
    for item in items:
        if chain and _gap(text, chain[-1], item) is None:
            yield from _read(text, chain)
            chain = []
        chain.append(item)
    yield from _read(text, chain)


def _of_the_same_act(text: str, items: Sequence[Item], at: int) -> Item:
    """«Там же» before an article is no article but the act cited last."""
    item = items[at]
    if isinstance(item, Group) and item.same.rstrip(".") in AGAIN and at + 1 < len(items):
        following = items[at + 1]
        if isinstance(following, Group) and following.kind == ARTICLE and _gap(text, item, following) is not None:
            return Mention("", frozenset(), item.start, item.end, SAME)
    return item


def _owned(text: str, act: Mention) -> bool:
    """True where a word like «кодекс» stands in the case in which an article belongs to it."""
    return bool(_OWNED.search(text[act.start : act.end])) or text[: act.start].endswith((" of the ", " of "))


def _papers(text: str, covered: bytearray) -> Iterator[Mention]:
    for hit in _PAPERS.finditer(text):
        if covered[hit.start()]:
            continue
        window = text[max(0, hit.start() - 60) : hit.start()]
        before = _ADJECTIVES.search(window)
        if hit["en"] and not (before and "of " in f"{window[-40:]}"):
            continue
        start = hit.start() - (len(window) - before.start() if before and not covered[hit.start() - 1] else 0)
        while start < hit.start() and covered[start]:
            start += 1
        yield Mention("", frozenset(), start, hit.end(), PAPER)


def _gap(text: str, one: Item, other: Item) -> int | None:
    """How far two neighbours stand apart; None where they do not belong together."""
    between = text[one.end : other.start]
    if one.end > other.start or len(between) > _LONGEST_GLUE or not _GLUE.fullmatch(between):
        return None
    if ";" in between:
        return LISTED
    return CLOSE if _CLOSE.fullmatch(between) else NEAR if _NEAR.fullmatch(between) else APART


def _read(text: str, chain: list[Item]) -> Iterator[Segment]:
    """The segments of one chain of neighbours."""
    gaps = {one.end: _gap(text, one, other) or CLOSE for one, other in zip(chain, chain[1:], strict=False)}
    places = [at for at, item in enumerate(chain) if isinstance(item, Group) and item.kind in ARTICLES]
    if not places:
        inner = [item for item in chain if isinstance(item, Group)]
        found = [Segment(None, before=inner)] if inner else []
    else:
        found = _divide(chain, places, gaps)
        listed = _inner(chain[: chain.index(found[0].groups[0])])
        found = [Segment(None, before=listed), *found] if listed else found  # «(п. 2); её пункт 3»
    for segment in found:
        segment.gaps = gaps
    _give_acts(found, chain, gaps)
    yield from found


def _divide(chain: list[Item], places: list[int], gaps: dict[int, int]) -> list[Segment]:
    """One segment for each article; inner units between two articles go to the one that they stand nearer to."""
    found = []
    for at in places:
        article = chain[at]
        assert isinstance(article, Group)
        found.append(Segment(article))
    begins = max((at + 1 for at in range(places[0]) if gaps[chain[at].end] == LISTED), default=0)
    found[0].before = _inner(chain[begins : places[0]])
    for number, (at, after) in enumerate(zip(places, [*places[1:], len(chain)], strict=True)):
        between = chain[at + 1 : after]
        if after == len(chain):
            found[number].after = _inner(between)
            continue
        cut = _cut(chain, at, after, gaps)
        found[number].after = _inner(chain[at + 1 : cut])
        found[number + 1].before = _inner(chain[cut:after])
    return found


def _inner(items: Sequence[Item]) -> list[Group]:
    return [item for item in items if isinstance(item, Group)]


def _cut(chain: list[Item], at: int, after: int, gaps: dict[int, int]) -> int:
    """Where what stands between two articles is divided: behind an act, else at the widest gap."""
    acts = [here for here in range(at + 1, after) if isinstance(chain[here], Mention)]
    article = chain[after]
    if isinstance(article, Group) and article.lang == "kk" and not article.same:
        return after
    if acts:
        return acts[-1] + 1
    widths = [gaps[chain[here].end] for here in range(at, after)]
    widest = [here for here, width in enumerate(widths) if width == max(widths)]
    first = next(item for item in chain if isinstance(item, Group))
    return at + 1 + (widest[-1] if first.kind in ARTICLES else widest[0])


def _give_acts(found: list[Segment], chain: list[Item], gaps: dict[int, int]) -> None:
    """Give each segment the act beside it, the others the act of their neighbours."""
    acts = [item for item in chain if isinstance(item, Mention)]
    for number, segment in enumerate(found):
        floor = found[number - 1].article if number else None
        ceiling = found[number + 1] if number + 1 < len(found) else None
        left = [a for a in acts if a.end <= segment.start and (floor is None or a.start >= floor.end)]
        right = [a for a in acts if a.start >= segment.end and (ceiling is None or a.end <= ceiling.start)]
        inside = [a for a in acts if segment.start < a.start < segment.end]
        first = segment.lang == "kk" or (isinstance(chain[0], Mention) and chain[0].refers != PAPER)
        segment.act = _beside(segment, left[-1:], [*inside, *right][:1], gaps, ceiling, first)
        segment.beside = segment.act is not None and not (number and segment.act is found[number - 1].act)
    for one, other in zip(found, found[1:], strict=False):
        if other.act is None and one.act is not None:
            other.act = one.act
    for other, one in zip(reversed(found[:-1]), reversed(found[1:]), strict=False):
        if other.act is None:
            other.act = one.act


def _beside(
    segment: Segment,
    left: list[Mention],
    right: list[Mention],
    gaps: dict[int, int],
    following: Segment | None,
    acts_first: bool,
) -> Mention | None:
    """The act before or behind a segment, whichever stands nearer.

    Where both are as near: the one before in Kazakh and where acts stand first («ТК, ст. 52, ГК, ст. 5»).
    """
    kazakh = segment.lang == "kk"
    before = gaps.get(left[0].end, APART) if left else APART + 1
    behind = gaps.get(_end_before(segment, right[0]), CLOSE) if right else APART + 1
    if left and left[0].refers in (BARE, PAPER) and (not kazakh or before > CLOSE):
        before = APART + 1
    if right and right[0].refers in (BARE, PAPER) and (kazakh or behind > CLOSE):
        behind = APART + 1
    if right and kazakh and following and gaps.get(right[0].end) == CLOSE:
        behind = APART + 1  # «52-бап, Еңбек кодексінің 53-бабы»
    if min(before, behind) >= APART:
        return None
    return left[0] if before < behind or (before == behind and acts_first) else right[0]


def _end_before(segment: Segment, act: Mention) -> int:
    return max(group.end for group in segment.groups if group.end <= act.start)
