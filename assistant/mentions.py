"""Which acts a document names: with its own abbreviations, other countries' acts, and words like «того же Кодекса».

It builds on `acts`, which knows the names of the catalogue. Which article belongs to which act is for `chains`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from assistant import naming_forms as forms
from assistant.acts import Named, named, spelt
from assistant.law import Instrument

SAME, OWN, BARE = "same", "own", "bare"
_REACH = 40  # characters from one number of a convention to the next
_WINDOW = 110  # characters before a name in which «Закон Республики Казахстан от 27 июня 2014 года № 211-V «…» begins


@dataclass(frozen=True)
class Mention:
    """A place that names an act. `id` is empty for an act outside the catalogue and for a mere reference.

    `kinds` are the words that may refer to it: `code`, `law`, `convention` … `refers` is "" for a name, SAME for
    «того же Кодекса», OWN for «настоящего Кодекса», BARE for «Кодекса». `name` tells acts without an id apart.
    """

    id: str
    kinds: frozenset[str]
    start: int
    end: int
    refers: str = ""
    name: str = ""

    @property
    def act(self) -> str:
        """What tells one act from another: its id, or the beginning of its name."""
        return self.id or self.name


def mentions(text: str, instruments: Mapping[str, Instrument]) -> list[Mention]:
    """Every act that a cleaned text names or refers to, in its order, not overlapping.

    >>> [(act.id, act.refers) for act in mentions("п. 2 того же кодекса", {})]
    [('', 'same')]
    """
    found: list[Mention] = []
    taken = bytearray(len(text))
    known = partial(_known, instruments=instruments, seen={})
    acts = (_whole(act, text, known, instruments) for act in named(text, instruments, documents=True))
    for act in chain(acts, _numbered(text, found), _titled(text, known, instruments, taken)):
        if not any(taken[act.start : act.end]):
            found.append(act)
            taken[act.start : act.end] = b"\1" * (act.end - act.start)
    found.sort(key=lambda act: act.start)
    names = [act for act in found if not act.refers]
    defined = list(_defined(text, names))
    used = [act for name, start, act in defined for act in _uses(name, start, act, text, taken)]
    free = [act for act in found if not act.refers or not any(_inside(act, other) for other in used)]
    return sorted([*(_redefined(act, text, defined) for act in free), *used], key=lambda act: act.start)


def _inside(reference: Mention, other: Mention) -> bool:
    return reference.start <= other.start and other.end <= reference.end


def _known(text: str, instruments: Mapping[str, Instrument], seen: dict[str, str]) -> str:
    """The id of the act that a title names once country, date and number are taken out of it; else empty."""
    if text not in seen:
        short = forms.BESIDES.sub("", text)
        ids = [act.id for act in named(short, instruments, documents=True) if act.id]
        seen[text] = ids[0] if ids else ""
    return seen[text]


def _whole(act: Named, text: str, known: partial[str], instruments: Mapping[str, Instrument]) -> Mention:
    """A name with what belongs to it: «Закона Республики Казахстан от 27 июня 2014 года № 211-V «…»», «ТК РФ»."""
    key = act.id or known(text[act.start : act.end])
    start, end = act.start, act.end
    window = text[max(0, start - _WINDOW) : start]
    abroad = forms.COUNTRY_AFTER.match(text, end)
    if abroad:
        end = abroad.end()
    elif behind := forms.AFTER.match(text, end):
        end = behind.end()
    if end == act.end or abroad is None:
        ours = forms.HOME_BEFORE.search(window)
        if ours:
            start -= len(window) - ours.start()
        elif forms.HOME.search(text[act.start : end]) is None and (before := forms.COUNTRY_BEFORE.search(window)):
            abroad, start = before, start - len(window) + before.start()
    if len(re.findall('[«“"]', text[start:end])) % 2 and not text[start:end].endswith(("»", "”")):
        rest = forms.UNCLOSED.match(text, end)
        end = rest.end() if rest else end
    if abroad and not key.startswith(("ilo-", "eu-")):
        there = f"{next((code for code in forms.COUNTRIES if abroad[code]), '')}-labour-code"
        key = there if key == "kz-labour-code" and there in instruments else ""
    return Mention(key, _kinds(key, text[start:end]), start, end, "", _name(text[start:end]))


def _name(text: str) -> str:
    """The beginning of an act's name, so that «Конституции» and «Конституция» are one."""
    return " ".join(word[:6] for word in re.findall(r"\w+", text)[:6])


def _kinds(key: str, text: str) -> frozenset[str]:
    """By which words an act may be referred to."""
    if re.match(r"ilo-[cr]\d", key):
        return frozenset({"convention" if key[4] == "c" else "recommendation"})
    if key.startswith("eu-"):
        return frozenset({"directive"} if key.endswith("directive") else {"regulation", "law"})
    said = {kind for kind, noun in forms.NOUNS.items() if re.search(rf"(?<!\w)(?:{noun})(?!\w)", text)}
    if forms.SHORT_CODE.search(text) or key.endswith("-code"):
        said.add("code")
    return frozenset(said - {"law"} if "code" in said else said or ({"law"} if key.endswith("-law") else set()))


def _titled(
    text: str, known: partial[str], instruments: Mapping[str, Instrument], taken: bytearray
) -> Iterator[Mention]:
    """Acts by a word for an act: with a title that `acts` does not know, by number, or as a reference."""
    for hit in forms.NOUN.finditer(text):
        if taken[hit.start()]:
            continue
        start, end = hit.span()
        window = text[max(0, start - _WINDOW) : start]
        kinds = frozenset({str(hit.lastgroup)})
        title, before = forms.TITLE_AFTER.match(text, end), forms.TITLE_BEFORE.search(window)
        numbered = forms.NUMBERED.match(text, end)
        if title or before:
            start, end = (start, title.end()) if title else (hit.start() - len(window) + before.start(), end)  # type: ignore[union-attr]
            yield Mention(known(text[start:end]), kinds, start, end, "", _name(text[start:end]))
        elif numbered:
            ids = [act.id for act in instruments.values() if act.number.lower() == numbered["number"]]
            name = numbered["number"] or _name(numbered[0])
            yield Mention(ids[0] if ids else "", kinds, start, numbered.end(), "", name)
        elif qualified := (forms.QUALIFIED if kinds <= {"code", "law"} else forms.QUALIFIED_SHE).search(window):
            start -= len(window) - qualified.start()
            yield Mention("", kinds, start, end, "", _name(text[start:end]))
        else:
            word = forms.REFERS.search(window)
            refers = BARE if not word else OWN if word["own"] else SAME
            start -= len(window) - word.start() if word else 0
            yield Mention("", kinds, start, end, refers)


def _numbered(text: str, found: list[Mention]) -> Iterator[Mention]:
    """The second convention of «Конвенции № 87 (ст. 3) и № 98 (ст. 4)», which is named by its number alone."""
    ends = [act.end for act in found if act.id.startswith("ilo-c")]
    for hit in forms.NEXT_NUMBER.finditer(text) if ends else ():
        before = [end for end in ends if 0 <= hit.start() - end < _REACH]
        if before and not set(".;¶") & set(text[before[-1] : hit.start()].replace("ст.", "").replace("art.", "")):
            yield Mention(f"ilo-c{int(hit['number']):03d}", frozenset({"convention"}), hit.start("sign"), hit.end())
            ends.append(hit.end())


def _defined(text: str, names: list[Mention]) -> Iterator[tuple[re.Pattern[str], int, Mention]]:
    """The document's own abbreviations: the name, from where on it holds, and its act."""
    for number, act in enumerate(names):
        hit = forms.DEFINED.match(text, act.end)
        between = names[number + 1].start if number + 1 < len(names) else len(text)
        if hit and (opens := text.index("(", act.end)) < between:
            name = (hit["name"] or hit["quoted"]).strip()
            if len(name) > 1:
                yield spelt((name,)), opens, act


def _uses(name: re.Pattern[str], start: int, act: Mention, text: str, taken: bytearray) -> Iterator[Mention]:
    for hit in name.finditer(text, start):
        reference = not forms.NOUN.fullmatch(hit[0])
        if not any(taken[hit.start() : hit.end()]) or not reference:
            yield replace(act, start=hit.start(), end=hit.end())


def _redefined(act: Mention, text: str, defined: list[tuple[re.Pattern[str], int, Mention]]) -> Mention:
    """A name that the document has given to another act before: «ТК» after «ТК РФ (далее – ТК)»."""
    for name, start, meant in reversed(defined):
        if act.start >= start and not act.refers and name.fullmatch(text[act.start : act.end]):
            return replace(meant, start=act.start, end=act.end)
    return act
