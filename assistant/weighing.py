"""What an act weighs in the order of articles: law goes before what only recommends, a named act before the rest.

It searches nothing and knows no scores but those it is given.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from assistant.law import Authority
from assistant.library import Library
from assistant.members import act_of

WEIGHT = {  # of an article's score, by what the act weighs: law goes before what only recommends; from dev
    Authority.LAW: 1.0,
    Authority.RATIFIED: 0.95,
    Authority.NOT_RATIFIED: 0.92,
    Authority.RECOMMENDATION: 0.92,
    Authority.AGREEMENT: 0.92,
    Authority.EMPLOYER: 0.92,
    Authority.FOREIGN: 0.92,
    Authority.DRAFT: 0.9,
    Authority.POLICY: 0.9,
}
OTHER_LAW = 0.92  # of its score, where a law is not the main act of its country: an everyday question is asked of that
NAMED_ACT = 0.25  # what an article gains where the question names its act
NAMED_AGAIN = 0.5  # what it gains once more in the second look, whose scores lie further apart
NAMED_COUNTRY = 0.1  # the same where it names the country, or the ILO, whose act it is


def weighed(
    fused: Mapping[str, float], acts: Collection[str], countries: Collection[str], library: Library
) -> dict[str, float]:
    """The scores of articles with what each act weighs, and with what those of named acts and countries gain."""
    found = {}
    for name, score in fused.items():
        act = library.corpus.instruments.get(act_of(name))
        if act is not None and act.id in acts:
            score += NAMED_ACT
        elif act is not None and act.jurisdiction in countries:
            score += NAMED_COUNTRY
        elif act is not None:
            main = library.corpus.main_acts[act.jurisdiction] == act.id
            score *= OTHER_LAW if act.authority is Authority.LAW and not main else WEIGHT[act.authority]
        found[name] = score
    return found
