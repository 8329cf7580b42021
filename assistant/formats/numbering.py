"""The numbers that Word prints before paragraphs without writing them into the text: «1.», «2)», «4.2.», «а)».

Citations hang on them. It counts as Word does for the kinds of numbers met in laws and agreements; a kind it does not
know is counted in digits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"  # Word leaves ё, й, ъ, ы, ь out
LATIN = "abcdefghijklmnopqrstuvwxyz"
ROMAN = {"m": 1000, "cm": 900, "d": 500, "cd": 400, "c": 100, "xc": 90, "l": 50, "xl": 40}
ROMAN |= {"x": 10, "ix": 9, "v": 5, "iv": 4, "i": 1}
UNNUMBERED = ("bullet", "none")


@dataclass(frozen=True)
class Level:
    """One level of a list: first number, kind of number, and its pattern such as `%1.%2.`."""

    start: int = 1
    kind: str = "decimal"
    pattern: str = ""
    legal: bool = False


@dataclass
class Numbering:
    """The lists of a document, and how far each has been counted."""

    levels: dict[tuple[str, int], Level] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _restarted: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def read(cls, part: _Element | None) -> Numbering:
        """The lists that the numbering part of a file describes; none where there is no such part."""
        numbering = cls()
        for abstract in _all(part, "abstractNum"):
            name = abstract.get(f"{W}abstractNumId", "")
            for level in _all(abstract, "lvl"):
                numbering.levels[name, _number(level.get(f"{W}ilvl"), 0)] = _level(level)
        for used in _all(part, "num"):
            name, abstract_name = used.get(f"{W}numId", ""), _value(used, "abstractNumId")
            numbering.lists[name] = abstract_name
            for override in _all(used, "lvlOverride"):
                at = _number(override.get(f"{W}ilvl"), 0)
                if start := _value(override, "startOverride"):
                    numbering.restarts[name, at] = _number(start, 1)
                for level in _all(override, "lvl"):
                    numbering.levels[f"#{name}", at] = _level(level)
        return numbering

    def next(self, list_name: str, level: int) -> str:
        """What is printed before the next paragraph of a list; "" for bullets and lists that are not described."""
        abstract = self.lists.get(list_name)
        if abstract is None:
            return ""
        counts = self._counts.setdefault(abstract, {})
        key = (list_name, level)
        if key in self.restarts and key not in self._restarted:
            self._restarted.add(key)
            counts[level] = self.restarts[key] - 1
        counts[level] = counts.get(level, self._of(list_name, level).start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        own = self._of(list_name, level)
        if own.kind in UNNUMBERED:
            return "-" if own.kind == "bullet" else ""
        printed = own.pattern
        for at in range(level + 1):
            of = self._of(list_name, at)
            count = counts.setdefault(at, of.start)
            printed = printed.replace(f"%{at + 1}", written(count, "decimal" if own.legal else of.kind))
        return printed.strip()

    def _of(self, list_name: str, level: int) -> Level:
        found = self.levels.get((f"#{list_name}", level)) or self.levels.get((self.lists[list_name], level))
        return found or Level(pattern=f"%{level + 1}.")


def written(count: int, kind: str) -> str:
    """A count as a kind of number writes it.

    >>> written(4, "lowerRoman"), written(3, "russianLower"), written(28, "lowerLetter")
    ('iv', 'в', 'bb')
    """
    if kind.endswith(("Letter", "Lower", "Upper")) and count > 0:
        letters = RUSSIAN if kind.startswith("russian") else LATIN
        said = letters[(count - 1) % len(letters)] * ((count - 1) // len(letters) + 1)
    elif kind.endswith("Roman") and 0 < count < 4000:
        said = ""
        for sign, value in ROMAN.items():
            said += sign * (count // value)
            count %= value
    else:
        return f"{count:02}" if kind == "decimalZero" else str(count)
    return said.upper() if kind.startswith("upper") or kind.endswith("Upper") else said


def _level(level: _Element) -> Level:
    legal = level.find(f"{W}isLgl") is not None
    return Level(
        _number(_value(level, "start"), 1), _value(level, "numFmt") or "decimal", _value(level, "lvlText"), legal
    )


def _all(parent: _Element | None, name: str) -> Iterable[_Element]:
    return () if parent is None else parent.iterchildren(f"{W}{name}")


def _value(parent: _Element, name: str) -> str:
    child = parent.find(f"{W}{name}")
    return "" if child is None else str(child.get(f"{W}val", ""))


def _number(said: str | None, otherwise: int) -> int:
    return int(said) if said and said.lstrip("-").isdigit() else otherwise
