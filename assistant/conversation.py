"""Does a question lean on the one before it: «а если я на испытательном сроке?».

It looks at the words only and keeps nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.language import words

OPENINGS = re.compile(
    r"^\s*(?:(?:а|и|но|ал|and|but|then) |(?:тогда|а если|если же|и если|что если|даже если|в таком случае|почему|"
    r"онда|сонда|егер|бірақ|бирак|неге|сол кезде|ол кезде|"
    r"what if|what about|how about|if so|in that case|why)\b)",
    re.IGNORECASE,
)
EXPLETIVE = re.compile(  # the "it" of "is it legal to fire": it stands for what follows
    r"\b(?:is|was|would|isn't|wasn't) it (?:also |even |really |always )?"
    r"(?:il|un)?(?:legal|lawful|allowed|permitted|possible|ok|okay|mandatory|necessary|required|obligatory|fair|true|"
    r"normal|right|correct|compulsory|forbidden|prohibited) (?:to|that|for|when)\b",
    re.IGNORECASE,
)
POINTING = re.compile(
    r"\b(?:это|этот|этом|этого|этой|он|она|они|его|её|ее|их|там|туда|"
    r"бұл|бул|осы|сол|оны|оған|оган|онда|оның|онын|"
    r"it|this|that|they|them|there|he|she)\b",
    re.IGNORECASE,
)
FEW_WORDS = 5  # content words: a question as short as this that points back cannot stand alone


def is_follow_up(text: str, earlier: Sequence[str]) -> bool:
    """True if the question opens like a continuation, or is short and points back.

    >>> is_follow_up("а если я на испытательном сроке?", ["Могут ли меня уволить?"])
    True
    """
    if not earlier:
        return False
    short = len(words(text)) <= FEW_WORDS
    return bool(OPENINGS.match(text)) or (short and bool(POINTING.search(EXPLETIVE.sub(" ", text))))
