"""Read the claims in a language model's reply, however it is wrapped, and refuse what no claim may hold.

A claim that is read here is a draft: whether its passages say it is for `supporting` and `verification`. Links, HTML
and Markdown are taken out; a claim is refused that names an article itself, rests on no passage that was given,
repeats the prompt, or rests on a passage that gives machines orders. A reply that is cut off is an error, not fewer
claims.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant import citations, numbers, orders
from assistant.model_errors import ReplyIncomplete, ReplyUnreadable
from assistant.plain_text import plain
from assistant.prompting import ANSWER, GivenPassage, prompt

MOST = 8  # claims of one reply that are read
LONGEST = 600  # characters of a claim or quote
LEAK = 20  # SAFETY 2: consecutive characters of the prompt that a claim may share
CLOSED = {"{[": "]}", "[": "]"}  # what closes the list of claims, by what is open after one of them
FIELDS = ("text", "quote", "who", "what", "whom", "until")
SCHEMA: Mapping[str, object] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["claims"],
    "properties": {
        "claims": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["text", "passages", *FIELDS[1:]],
                "properties": {
                    "passages": {"type": "array", "items": {"type": "string"}},
                    **{name: {"type": "string"} for name in FIELDS},
                },
            },
        }
    },
}
"""What the endpoint is asked to keep to, for `llm.ask_model`."""

_THINKING = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
_STRING = r'"(?:[^"\\]|\\.)*"'
_TRAILING_COMMA = re.compile(rf"({_STRING})|,(?=\s*[}}\]])", re.DOTALL)
_ID = re.compile(r"[PpРр]\s*-?\s*(\d{1,3})(?!\d)")
_PLACE = (  # what a place in a law is called, and in Kazakh what stands after its number
    r"(?:ст(?:ать\w*|\.)|пункт\w*|п\.|пп\.|подпункт\w*|част(?:ь|и|ью|ей)|глав\w*|раздел\w*|articles?|art\.|paragraphs?"
    r"|para\.|sections?|subparagraphs?|clauses?|chapters?|§)"
)
_PLACE_KK = r"(?:ба[пб]\w*|тарма[қк]\w*|тарау\w*|бөлі[кг]\w*)"
_PLACE_NUMBER = re.compile(
    rf"(?<![^\W_]){_PLACE}\s*(?:№\s*)?(?:\d|[ivxlc]+(?![^\W_]))"
    rf"|\d+(?:[-–]\d+)?[-–)\s]*(?:й|ой|я|ая|ей|ю|ую|шы|ші)?\s*(?:стат\w+|пункт\w*|{_PLACE_KK})",
    re.IGNORECASE,
)
_WORDS_BEFORE, _WORDS_AFTER = r"((?:[^\W\d_]+[\s-]+){0,3})(?<![^\W_])", r"(?![^\W_])((?:[\s-]+[^\W\d_]+){0,3})"
_BESIDE = {  # a number in words: «пятьдесят второй статье», "article fifty-two", «елу екінші бап»
    "ru": re.compile(rf"{_WORDS_BEFORE}стать\w+{_WORDS_AFTER}", re.IGNORECASE),
    "kk": re.compile(rf"{_WORDS_BEFORE}ба[пб]\w*()", re.IGNORECASE),
    "en": re.compile(rf"()(?<![^\W_])articles?{_WORDS_AFTER}", re.IGNORECASE),
}
_ACT_NUMBER = re.compile(  # «Конвенция МОТ № 87», "Law No. 414-V", «№ 87 конвенция», C190
    r"(?:№|(?<![^\W_])(?:nos?\.?|n°)\s)\s*(\d+)|(?<![^\W_])(?:конвенци|рекомендаци|закон|усыным|заң|convention|recommendation)"
    r"\w*\s+(?:мот\s+|ilo\s+|хеұ\s+)?(\d+)|(?<![^\W_])[cсr](\d{3})(?![^\W_])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class DraftClaim:
    """One sentence of a model, the ids of the passages it names, and the words it relies on; nothing is checked yet.

    `who` owes or may do `what` to `whom` `until` when; empty where the model did not say.
    """

    text: str
    passages: tuple[str, ...]
    quote: str
    who: str = ""
    what: str = ""
    whom: str = ""
    until: str = ""


@dataclass(frozen=True)
class Refused:
    """A claim that may not even be checked, and why.

    `reason`: no_passage, article_number, act_number, prompt, order, empty or length.
    """

    text: str
    reason: str


@dataclass(frozen=True)
class Drafts:
    """What was read in a reply: claims to be checked, and those refused."""

    claims: tuple[DraftClaim, ...]
    refused: tuple[Refused, ...] = ()


def claims_from(reply: str, passages: Sequence[GivenPassage], name: str = ANSWER) -> tuple[DraftClaim, ...]:
    """The claims of a reply that may be checked; none if the model says that the passages do not answer.

    ReplyUnreadable if there are no claims to read, ReplyIncomplete if they are cut off.

    >>> given = [GivenPassage("P1", "kz-labour-code/88", "Отпуск — 24 дня.")]
    >>> reply = 'Here: {"claims": [{"text": "Отпуск **24** дня.", "passages": ["P1", "P9"], "quote": "24 дня"},]}'
    >>> [(claim.text, claim.passages) for claim in claims_from(reply, given)]
    [('Отпуск 24 дня.', ('P1',))]
    """
    return drafts_from(reply, passages, name).claims


def drafts_from(reply: str, passages: Sequence[GivenPassage], name: str = ANSWER) -> Drafts:
    """The same with the claims that were refused, and why."""
    known = {passage.id: passage for passage in passages}
    claims: list[DraftClaim] = []
    refused: list[Refused] = []
    for item in _items(reply)[:MOST]:
        claim = _draft(item, known)
        reason = _reason(claim, known, name)
        if reason:
            refused.append(Refused(claim.text, reason))
        else:
            claims.append(claim)
    return Drafts(tuple(dict.fromkeys(claims)), tuple(refused))


def _draft(item: Mapping[str, object], known: Mapping[str, GivenPassage]) -> DraftClaim:
    said = {name: str(item.get(name) or "") for name in FIELDS}
    quote = said.pop("quote").strip()
    given = item.get("passages")
    named = [given] if isinstance(given, str) else given if isinstance(given, list) else []
    ids = [f"P{hit[1]}" for each in named if isinstance(each, str) and (hit := _ID.search(each))]
    return DraftClaim(
        text=plain(said["text"]),
        passages=tuple(dict.fromkeys(each for each in ids if each in known)),
        quote=quote,
        who=plain(said["who"]),
        what=plain(said["what"]),
        whom=plain(said["whom"]),
        until=plain(said["until"]),
    )


def _reason(claim: DraftClaim, known: Mapping[str, GivenPassage], name: str) -> str:
    """Why a claim may not even be checked; empty if it may."""
    if not re.search(r"[^\W\d_]{2}", claim.text):
        return "empty"
    if max(len(claim.text), len(claim.quote)) > LONGEST:
        return "length"
    if not claim.passages:
        return "no_passage"
    said = " ".join((claim.text, claim.who, claim.what, claim.whom, claim.until))
    if names_article(said):
        return "article_number"
    if repeats(said, prompt(name)):
        return "prompt"
    texts = (said, *(known[each].text for each in claim.passages))
    if not _acts(said) <= _acts(" ".join(texts[1:])):
        return "act_number"
    return "order" if any(orders.speaks_to_machines(text) for text in texts) else ""


def names_article(text: str) -> bool:
    """True if a text names an article or another place of an act by its number, in digits or in words.

    >>> names_article("По статье 52 увольняют"), names_article("елу екінші бап"), names_article("24 дня отпуска")
    (True, True, False)
    """
    if citations.articles_named(text) or _PLACE_NUMBER.search(text):
        return True
    return any(
        numbers.in_text(near, lang)
        for lang, pattern in _BESIDE.items()
        for hit in pattern.finditer(text)
        for near in hit.groups("")
    )


def _acts(text: str) -> set[str]:
    """The numbers of the acts that a text names: a claim may name those of its passages."""
    return {number for hit in _ACT_NUMBER.finditer(text) for number in hit.groups() if number}


def repeats(text: str, secret: str) -> bool:
    """True if a text shares more than twenty consecutive characters with a secret one, white space made equal."""
    folded, held = (" ".join(each.lower().split()) for each in (text, secret))
    return any(folded[start : start + LEAK + 1] in held for start in range(len(folded) - LEAK))


def _items(reply: str) -> list[Mapping[str, object]]:
    """The claims of the last JSON in a reply that holds claims."""
    found = None
    for value in values(reply):
        held = value.get("claims") if isinstance(value, dict) else value
        if isinstance(held, list) and all(isinstance(item, dict) for item in held):
            found = held
    if found is None:
        raise ReplyUnreadable("JSON")
    return found


def values(reply: str) -> Iterator[object]:
    """Every JSON value that stands in a reply after its thinking; ReplyIncomplete if the reply ends inside one.

    >>> list(values('Here: {"claims": []} and [1,]'))
    [{'claims': []}, [1]]
    """
    text = _THINKING.sub(" ", reply)
    start, held = 0, ""
    for place, held in _brackets(text):
        if not held:
            yield _value(text[start : place + 1])
        elif len(held) == 1 and text[place] in "{[":
            start = place
    if held:
        raise ReplyIncomplete("JSON")


def whole_so_far(reply: str) -> str:
    """The claims that are whole in a reply which is still being written, as a reply of their own; empty if none is.

    >>> whole_so_far('{"claims": [{"text": "a"}, {"text": "b')
    '{"claims": [{"text": "a"}]}'
    """
    text = _THINKING.sub(" ", reply)
    start, whole = 0, ""
    for place, held in _brackets(text):
        if len(held) == 1 and text[place] in "{[":
            start = place
        elif text[place] == "}" and held in CLOSED:
            whole = text[start : place + 1] + CLOSED[held]
    return whole


def _brackets(text: str) -> Iterator[tuple[int, str]]:
    """The place of each bracket of JSON in a text, and which are open after it; those in strings are passed over."""
    held, quoted, skip = "", False, False
    for place, sign in enumerate(text):
        if skip or quoted:
            skip, quoted = (quoted and sign == "\\" and not skip), not (sign == '"' and not skip)
        elif sign in "{[":
            held += sign
            yield place, held
        elif sign == '"' and held:
            quoted = True
        elif sign in "}]" and held:
            held = held[:-1] if held[-1] + sign in ("{}", "[]") else ""
            yield place, held


def _value(text: str) -> object:
    """A JSON value, with commas forgiven that nothing follows; None if it is not one."""
    try:
        value: object = json.loads(_TRAILING_COMMA.sub(lambda hit: hit[1] or "", text), strict=False)
    except (ValueError, RecursionError):
        return None
    return value
