"""Conventions and recommendations of the ILO that a text cites by number alone: «связан Конвенцией МОТ № 105».

The number itself may be wrong, so it is a citation without an article. A name without a number is none, nor is "C190"
where nothing in the text speaks of the ILO. Whether there is such an instrument is for `verdicts`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from assistant.cited import Cited
from assistant.cleaning import Cleaned
from assistant.mentions import Mention
from assistant.sentences import same_sentence

_NUMBERED = re.compile(r"ilo-[cr](\d{3})")
_SPEAKS_OF_IT = re.compile(  # what makes "C190" or an unknown number one of the ILO's
    r"(?<!\w)(?:ilo|мот|хеу|ило)(?!\w)|международн\w+ (?:организаци\w+ )?труд|халыкаралык енбек|international labou?r"
    r"|ратифи|ratif"
)
_CODE = re.compile(r"(?:(?:ilo|мот|хеу) )?[cсr]-?\d{2,3}")
_KAZAKH = re.compile(r"хеу|усыным|конвенция(?:сы|нын|ны|га|дан|мен|лар)")
_KAZAKH_LETTERS = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")


def cited(
    source: str,
    cleaned: Cleaned,
    acts: Sequence[Mention],
    used: Container[int],
    found: Sequence[Cited],
    instruments: Container[str],
) -> Iterator[Cited]:
    """The acts of a text that are cited by number and to which no article belongs.

    `used` are the starts of the acts that belong to articles; `found` are the articles that are cited already.
    """
    speaks = bool(_SPEAKS_OF_IT.search(cleaned.text))
    for act in acts:
        number = _NUMBERED.fullmatch(act.id)
        said = cleaned.text[act.start : act.end]
        if number is None or act.refers or act.start in used or not _says(said, int(number[1])):
            continue
        if not speaks and (_CODE.fullmatch(said) or act.id not in instruments):
            continue
        start, end = cleaned.original(act.start, act.end)
        whole = Cited(None, source[start:end], start, end, _lang(source, said, start, end), source[start:end], act.id)
        if not any(_belongs(each, whole, source) for each in found):
            yield whole


def _says(said: str, number: int) -> bool:
    return any(int(digits) == number for digits in re.findall(r"\d+", said))


def _belongs(article: Cited, whole: Cited, source: str) -> bool:
    """True if an article of the act is cited in the same sentence."""
    if article.provision is None or article.provision.instrument != whole.instrument:
        return False
    first, last = sorted((article, whole), key=lambda each: each.start)
    return same_sentence(source, first.end, last.start)


def _lang(source: str, said: str, start: int, end: int) -> str:
    if said.isascii() and not re.search("[\u0400-\u04ff]", source[max(0, start - 30) : end + 30]):
        return "en"
    near = source[max(0, start - 60) : end + 60]
    return "kk" if _KAZAKH.search(said) or _KAZAKH_LETTERS.search(near) else "ru"
