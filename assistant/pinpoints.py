"""The places inside an article that a reference names: pairs of paragraph and subparagraph, and what they are in an id.

A part of a paragraph and a sentence are no places: the paragraph is kept. Where the article lies and whether the
place exists is decided elsewhere; a digest is used to read «пп. 20 ст. 22», which names no paragraph.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from assistant.chains import APART
from assistant.citation_forms import BELOW, EITHER, PARAGRAPH, PART, SUBPARAGRAPH, Group, Number
from assistant.law import Digest

LONGEST_RANGE = 100  # articles; a longer one is a slip of the pen or a table of contents


@dataclass(frozen=True)
class Pin:
    """A place as it is written: `paragraph` and `sub` may be empty; `either` if «пп.» may mean paragraphs.

    `number` is the number that sets it apart from the others of its list, `first` the unit whose first number it is.
    """

    paragraph: str
    sub: str
    number: Number
    first: Group | None
    either: bool = False


@dataclass
class _Unit:
    group: Group
    sub: bool
    above: _Unit | None = None


def expand(numbers: Sequence[Number], known: Collection[str]) -> Iterator[Number]:
    """Each number of a list, ranges counted out; `known` are the numbers that there are.

    52-53 is a range unless there is such a number, 126-1 an article that was put in after article 126.

    >>> [n.text for n in expand([Number("52", 0, 2), Number("54", 3, 5, ranged=True)], ())]
    ['52', '53', '54']
    """
    before: Number | None = None
    for number in numbers:
        first, _, last = number.text.partition("-")
        if number.ranged and before is not None:
            yield from _between(before.text, number, before.start)
        elif last and first.isdigit() and number.text not in known and int(last) > int(first):
            start, end = number.start, number.end
            yield Number(first, start, start + len(first), number.inside)
            to = Number(last, start + len(first) + 1, end, (), ranged=True)
            yield from _between(first, to, start)
            number = to
        else:
            yield number
        before = number


def _between(first: str, last: Number, start: int) -> Iterator[Number]:
    """The numbers after the first of a range; those that are not written have the span of the whole range."""
    if first.isalpha() and last.text.isalpha() and len(first) == len(last.text) == 1:
        texts = [chr(code) for code in range(ord(first) + 1, ord(last.text))]
    else:
        begins, ends = first.split("-")[0], last.text.split("-")[0]
        counted = begins.isdigit() and ends.isdigit() and int(ends) - int(begins) <= LONGEST_RANGE
        texts = [str(number) for number in range(int(begins) + 1, int(ends))] if counted else []
        one, other = first.partition("-")[2], last.text.partition("-")[2]
        if one and other and begins == ends:
            texts = [f"{begins}-{number}" for number in range(int(one) + 1, int(other))]  # 127-1–127-3
        elif "-" in last.text and counted and int(ends) > int(begins):
            texts.append(ends)  # 123–124-2 holds 124
    yield from (Number(text, start, last.end) for text in texts)
    yield last


def pins(groups: Sequence[Group], gaps: dict[int, int], descending: bool, known: Collection[str] = ()) -> list[Pin]:
    """The places that inner units name, in their order; `descending` where they stand behind the article."""
    units = [_Unit(g, g.kind in (SUBPARAGRAPH, EITHER)) for g in groups if g.kind != BELOW]
    units = _parts(units, gaps, descending)
    for at, unit in enumerate(units):
        if unit.sub:
            unit.above = _above(units, at, gaps, descending)
    found: list[Pin] = []
    for unit in units:
        if unit.sub:
            found += _subs(unit, descending, known)
        else:
            found += _alone(unit, [other for other in units if other.above is unit], descending, known)
    return found


def _parts(units: list[_Unit], gaps: dict[int, int], descending: bool) -> list[_Unit]:
    """«часть вторая пункта 1» is paragraph 1; «пункт 8 части 1» is the eighth place of part 1."""
    kept = list(units)
    for one, other in zip(units, units[1:], strict=False):
        if gaps.get(one.group.end, APART) >= APART or {one.group.kind, other.group.kind} != {PARAGRAPH, PART}:
            continue
        inner = other if descending else one
        if inner.group.kind == PART:
            kept.remove(inner)
        else:
            inner.sub = True
    return kept


def _above(units: list[_Unit], at: int, gaps: dict[int, int], descending: bool) -> _Unit | None:
    """The paragraph that a subparagraph belongs to: the nearer of the next ones on either side."""
    left = next((here for here in range(at - 1, -1, -1) if not units[here].sub), None)
    right = next((here for here in range(at + 1, len(units)) if not units[here].sub), None)
    if left is None or right is None:
        here = left if right is None else right
        return None if here is None else units[here]
    before = max(gaps.get(units[here].group.end, APART) for here in range(left, at))
    behind = max(gaps.get(units[here].group.end, APART) for here in range(at, right))
    return units[left] if before < behind or (before == behind and descending) else units[right]


def _subs(unit: _Unit, descending: bool, known: Collection[str]) -> Iterator[Pin]:
    above = unit.above.group.numbers if unit.above else ()
    paragraph = (above[-1] if descending else above[0]).text if above else ""
    numbers = list(expand(unit.group.numbers, known))
    for place, number in enumerate(numbers):
        first = unit.group if place == 0 else None
        if number.inside and number.text.isalpha():
            yield Pin(paragraph, "/".join((number.text, *number.inside)), number, first)
        elif number.inside and not paragraph:
            yield Pin(number.text, number.inside[0], number, first)
        else:
            yield Pin(paragraph, number.text, number, first, unit.group.kind == EITHER and not paragraph)


def _alone(unit: _Unit, under: list[_Unit], descending: bool, known: Collection[str]) -> Iterator[Pin]:
    """The numbers of a paragraph without those to which subparagraphs belong."""
    numbers = list(expand(unit.group.numbers, known))
    taken = unit.group.numbers[-1 if descending else 0].text if under else ""
    for place, number in enumerate(numbers):
        if number.text != taken:
            inside = number.inside[0] if number.inside else ""
            yield Pin(number.text, inside, number, unit.group if place == 0 else None)


def places(pin: Pin, digest: Digest | None) -> list[tuple[str, ...]]:
    """What a pin is in an id; more than one where the subparagraph stands in several paragraphs and none is named.

    >>> places(Pin("", "8", Number("8", 0, 1), None), None)
    [('1', '8')]
    """
    structure = digest.structure if digest else {}
    if pin.paragraph and pin.sub:
        inner = pin.sub.split("/")
        return (digest.places(pin.paragraph, *inner) if digest else []) or [(pin.paragraph, inner[0])]
    if pin.paragraph:
        return [_bracket(pin.paragraph, digest)] if not pin.first and not pin.number.text else [(pin.paragraph,)]
    holding = [paragraph for paragraph, subs in structure.items() if pin.sub in subs]
    if holding:
        return [(*filter(None, (paragraph,)), *pin.sub.split("/")) for paragraph in holding]
    if pin.either and pin.sub in structure:
        return [(pin.sub,)]
    if not pin.sub.isdigit() and "-" not in pin.sub and not structure:
        return [(pin.sub,)]  # how the article is built is not known: as it is written
    return [(next(iter(structure), "") or "1", pin.sub)]


def bracketed(inside: tuple[str, ...], digest: Digest | None) -> tuple[str, ...]:
    """What the brackets of "52(1)(8)" are in an id; "22(20)" is a subparagraph where the article has one part only."""
    if not inside[0].isdigit() and "-" not in inside[0]:
        above = places(Pin("", inside[0], Number("", 0, 0), None), digest)[0]
        return _deep((*above, *inside[1:]), digest)
    return _deep(inside, digest) if inside[1:] else _bracket(inside[0], digest)


def _deep(named: tuple[str, ...], digest: Digest | None) -> tuple[str, ...]:
    """The place as it is in an id: "5(1)(h)(iii)" whole where point (h) is divided, no deeper than "52(1)(8)" else."""
    if digest is None or len(named) == 1:
        return named[:2]
    if any(place.startswith(f"{named[1]}/") for place in digest.structure.get(named[0], ())):
        return named
    held = digest.places(*named[:2])
    return held[0] if len(held) == 1 else named[:2]


def _bracket(number: str, digest: Digest | None) -> tuple[str, ...]:
    if digest and digest.numbering == "parts" and len(digest.structure) == 1:
        only, subs = next(iter(digest.structure.items()))
        if number in subs:
            return (only, number)
    return (number,)
