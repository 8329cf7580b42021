"""Words between quotation marks beside a citation: are they the law's own, and if not, which words differ.

Compared with official texts only: our restatement is no measure of a quote. It finds no citations.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from assistant.corpus import Corpus
from assistant.law import LANGUAGES, ProvisionId
from assistant.verdicts import Reason

MARKS = re.compile(r"«([^«»]+)»|“([^“”]+)”|\"([^\"]+)\"|„([^„“”]+)[“”]")
LEAST = 4  # words: fewer between quotation marks are a name or a term, not a quote
WORD = re.compile(r"\w+(?:-\w+)*")
SPACE = re.compile(r"\s+")
NEAR = 0.6  # share of the quote's words in the best stretch of the wording, from which the two are compared


def quotes(sentence: str, names: Sequence[tuple[int, int]]) -> list[tuple[str, int]]:
    """The quotes of a sentence, of four words or more, each with the number of the citation nearest to it.

    `names` are the spans of the citations; a quote inside one is the title of an act.
    """
    found = []
    for hit in MARKS.finditer(sentence):
        said = next(group for group in hit.groups() if group)
        inside = any(start < hit.end() and hit.start() < end for start, end in names)
        if names and not inside and len(WORD.findall(said)) >= LEAST:
            gaps = [max(start - hit.end(), hit.start() - end) for start, end in names]
            found.append((said.strip(), gaps.index(min(gaps))))
    return found


def verdict(said: Sequence[str], place: ProvisionId, corpus: Corpus) -> tuple[bool | None, tuple[Reason, ...]]:
    """True if every quote is the wording of the place, false if one differs, None without quote or official text."""
    if not said:
        return None, ()
    wordings = [text for lang in LANGUAGES if (text := wording(place, lang, corpus))]
    if not wordings:
        return None, (Reason("quote_exact", "no_text", {}),)
    found = [_one(quote, place, wordings, corpus) for quote in said]
    return all(exact for exact, _ in found), tuple(reason for _, reasons in found for reason in reasons)


def wording(place: ProvisionId, lang: str, corpus: Corpus) -> str:
    """The official words at a place and under it."""
    held = corpus.official.get((str(place.whole_article), lang), ())
    depth = len(place.pinpoint)
    return "\n".join(piece.text for piece in held if piece.id.pinpoint[:depth] == place.pinpoint)


def _one(quote: str, place: ProvisionId, wordings: Sequence[str], corpus: Corpus) -> tuple[bool, tuple[Reason, ...]]:
    if any(_same(quote) in _same(text) for text in wordings):
        return True, ()
    for lang in LANGUAGES:
        for piece in corpus.official.get((str(place.whole_article), lang), ()):
            if _same(quote) in _same(piece.text):
                where = "/".join((place.article, *piece.id.pinpoint))
                return False, (Reason("quote_exact", "elsewhere", {"place": where}),)
    changed = min((differing(quote, text) for text in wordings), key=len)
    return False, (Reason("quote_exact", "differs", {"words": changed}),)


def _same(text: str) -> str:
    """A text with one kind of space, dash and quotation mark, without a full stop at its end."""
    plain = SPACE.sub(" ", re.sub(r"[«»“”„\"]", "", text)).replace("–", "-").replace("—", "-")
    return plain.strip(" .;,").lower()


def differing(quote: str, text: str) -> str:
    """The quote with the words that are not the law's in [-brackets-] and the law's in {+brackets+}.

    >>> differing("ежегодный отпуск не менее двадцати дней", "Дают ежегодный отпуск не менее тридцати дней всем.")
    'ежегодный отпуск не менее [-двадцати-] {+тридцати+} дней'
    """
    said, held = WORD.findall(quote), WORD.findall(text)
    low = [word.lower() for word in said]
    whole = difflib.SequenceMatcher(None, low, [word.lower() for word in held], autojunk=False)
    blocks = [block for block in whole.get_matching_blocks() if block.size]
    if not blocks or sum(block.size for block in blocks) < NEAR * len(said):
        return f"[-{quote}-]"
    first = max(0, blocks[0].b - blocks[0].a)
    last = min(len(held), blocks[-1].b + blocks[-1].size + len(said) - blocks[-1].a - blocks[-1].size)
    near = held[first:last]
    steps = difflib.SequenceMatcher(None, low, [word.lower() for word in near], autojunk=False).get_opcodes()
    shown: list[str] = []
    for step, a, b, c, d in steps:
        if step == "equal":
            shown += said[a:b]
        else:
            shown += [f"[-{' '.join(said[a:b])}-]"] if b > a else []
            shown += ["{+" + " ".join(near[c:d]) + "+}"] if d > c else []
    return " ".join(shown)
