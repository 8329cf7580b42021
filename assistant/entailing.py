"""The second check of a model's sentences: a model is asked of each whether its passages alone make it true.

It comes after the rules of `supporting` and can only take a sentence away. A sentence without a verdict counts as not
borne out. It judges no sentence by itself, and no sentence that the rules have dropped.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant import claims, llm
from assistant.llm import Endpoint
from assistant.model_errors import ReplyUnreadable
from assistant.orders import visible
from assistant.prompting import prompt

ENTAILS = "entails-1"  # the version of the prompt in use
SCHEMA: Mapping[str, object] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["verdicts"],
    "properties": {
        "verdicts": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["id", "holds"],
                "properties": {"id": {"type": "string"}, "holds": {"type": "boolean"}},
            },
        }
    },
}
"""What the endpoint is asked to keep to."""


@dataclass(frozen=True)
class Pair:
    """A sentence, and the text of the passages that it rests on."""

    claim: str
    passage: str


def borne_out(pairs: Sequence[Pair], endpoint: Endpoint) -> tuple[bool, ...]:
    """For each pair in order: whether a model finds that the passage makes the sentence true; one request for all.

    ModelUnavailable or one of its kinds where it cannot be asked or its verdicts cannot be read.
    """
    if not pairs:
        return ()
    lines = [
        {"id": f"C{number}", "passage": visible(pair.passage), "claim": visible(pair.claim)}
        for number, pair in enumerate(pairs, 1)
    ]
    asked = ("system", prompt(ENTAILS)), ("user", "\n".join(json.dumps(each, ensure_ascii=False) for each in lines))
    holding = _holding(llm.ask_model(asked, endpoint, SCHEMA).text)
    return tuple(line["id"] in holding for line in lines)


def _holding(reply: str) -> frozenset[str]:
    """The ids that a reply says to hold, each time that it speaks of them; ReplyUnreadable if there is no verdict."""
    said: dict[str, bool] = {}
    for value in claims.values(reply):
        verdicts = value.get("verdicts") if isinstance(value, dict) else value
        for each in verdicts if isinstance(verdicts, list) else []:
            if isinstance(each, dict) and isinstance(each.get("id"), str):
                said[each["id"]] = each.get("holds") is True and said.get(each["id"], True)
    if not said:
        raise ReplyUnreadable("JSON")
    return frozenset(key for key, holds in said.items() if holds)
