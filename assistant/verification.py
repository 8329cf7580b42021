"""A citation to verdicts: does the provision exist, is it in force on the day, is the quote its wording.

Code only, no model: everything is compared with the digests and official texts that the library holds. What
cannot be compared is None, never false.
"""

from __future__ import annotations

import re
from datetime import date

from assistant import numbers
from assistant.answers import Verdicts
from assistant.corpus import Corpus
from assistant.law import Digest, Point, ProvisionId

SPACE = re.compile(r"\s+")


def verify(provision: ProvisionId, quote: str, claim: str, day: date, lang: str, corpus: Corpus) -> Verdicts:
    """The verdicts on one citation: `quote` stands for the provision, `claim` is the sentence it supports."""
    digest = corpus.by_article.get(str(provision.whole_article))
    if digest is None:
        return Verdicts(exists=False if provision.instrument in corpus.held else None)
    if not digest.has(provision.pinpoint):
        return Verdicts(exists=False)
    points = _points(digest, provision)
    quoted = [point for point in points if same_words(quote, point.text[lang])]
    holding = quoted or [point for point in points if same_words(claim, point.text[lang])]
    in_force = corpus.instruments[provision.instrument].in_force_on(day)
    if digest.repealed is not None and day >= digest.repealed:
        says_so = not provision.pinpoint and not (holding and all(point.at for point in holding))
        in_force = in_force if says_so else False
    if holding and not any(point.holds(day) for point in holding):
        in_force = False
    elif in_force and holding and not any(point.holds_surely(day) for point in holding):
        in_force = None
    return Verdicts(
        exists=True,
        in_force=in_force,
        quote_exact=bool(quoted) or same_words(quote, corpus.wording(provision, lang, day)),
        figures=figures_agree(claim, quote, lang),
        supports=True if same_words(claim, quote) else None,
    )


def figures_agree(claim: str, quote: str, lang: str) -> bool:
    """True if every number that the claim says in digits stands in the quote, in digits or in words."""
    if lang == "en":
        claim, quote = numbers.ungrouped(claim), numbers.ungrouped(quote)
    said = set(numbers.digits(claim))
    return said <= set(numbers.digits(quote)) or said <= {*numbers.digits(quote), *numbers.in_text(quote, lang)}


def same_words(quote: str, text: str) -> bool:
    """True if the quote is an exact substring of the text once white space is made equal."""
    return bool(quote.strip()) and SPACE.sub(" ", quote).strip() in SPACE.sub(" ", text)


def _points(digest: Digest, provision: ProvisionId) -> list[Point]:
    """The points at a place and under it: what a subparagraph says, its paragraph and its article say."""
    at = "/".join(provision.pinpoint)
    return [point for point in digest.points if not at or point.at == at or point.at.startswith(f"{at}/")]
