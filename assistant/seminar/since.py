"""Items that ask from which day on a rule holds as it reads now, or will read.

Made from points with a first day. What only says that an article was silent before is left out.
"""

# ruff: noqa: E501 a list of words reads better unbroken
from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from random import Random

from assistant import phrases
from assistant.seminar import asking, item, rules
from assistant.seminar.item import Item
from assistant.seminar.rules import Bank, Rule

WRONG = 3  # days that are not the right one
APART = 14  # days between them and it: when the days of a publication end is not asked
DAY = r"\d\d\.\d\d\.\d{4}"
CUE = {  # what opens such a point and tells the answer
    "ru": rf"^С {DAY}:? ",
    "kk": rf"^{DAY} ?(?:күнінен|күннен|-?[дтн][ае]н)?(?: бастап)?:? ",
    "en": rf"^From {DAY}(?: on)?[:,]? ",
}
SILENT = {  # a point on what an article did not say
    "ru": r"не было|не называ|не упомин|не говор|вместо|слов|называл|перечн|текст|отнес|относил|не привод|нов|изменени|исключ|редакци|стать|был[аои]?\b|признавал|убран|добав|закон [№\d]",
    "kk": r"болған жоқ|болмаған|аталма|айтпа|айтыл|орнына|сөз|мәтін|тізбе|жаңа|өзгер|алып таста|алынған|қосыл|\bеді\b|алынып таста|болатын\b|редакция|\bжоқ\b",
    "en": r"\bno\b|expressly|directly|did not|not name|instead|word|called|list|text|new|change|edition|removed|deleted|added|\bwas\b|\bwere\b|\bhad\b|joined|could",
}
PAST = {  # the verb of the main clause tells what was before
    "ru": re.compile(r"^[^,:]*\b\w{3,}(?:ал|ил|ял|ел|ала|ила|яла|ела|ало|ило|али|или|яли|ели)(?:сь|ся)?\b"),
    "kk": re.compile(r"(?:тын|тін|(?:ған|ген|қан|кен))(?: еді)?\W*$"),
    "en": re.compile(r"^[^,:]*\b(?:did|could|took|made|gave|set up|joined)\b"),
}
TOO = re.compile(r"\S+ д[ае]\s")  # «әйелдерге де»: beside whom?


def items(bank: Bank, lang: str, unasked: frozenset[str] = frozenset()) -> Iterator[Item]:
    """One item for each rule with a first day that reads as a rule without it; other first days are to be ruled out.

    These are days from which other rules of the bank hold, of the same act where it has them.
    """
    days = {(rule.instrument.id, rule.point.since) for rule in bank.everything if rule.point.since}
    for rule in bank.everything:
        text, right = _bare(rule, lang), _first_day(rule)
        if text is None or right is None or rule.identity in unasked or not asking.heard(text, lang):
            continue
        identity = item.name("since", lang, rule.identity)
        apart = {(act, day) for act, day in days if abs(day - right).days >= APART}
        own = {day for act, day in apart if act == rule.instrument.id}
        others = sorted(own if len(own) >= WRONG else {day for _, day in apart})
        offered = sorted([right, *Random(rule.identity).sample(others, WRONG)])
        yield Item(
            identity, "since", lang, rule.topics, rule.about(lang),
            f"{item.say('ask since', lang)}\n{text}",
            tuple(phrases.day(day, lang) for day in offered), (offered.index(right),), (rule.key(lang),),
        )  # fmt: skip


def _first_day(rule: Rule) -> date | None:
    """The day from which a rule of a topic surely holds, or will hold."""
    point = rule.point
    sure = rule.topics and point.sure == "A" and not (point.since_by or point.until_by or point.until)
    return point.since if sure else None


def _bare(rule: Rule, lang: str) -> str | None:
    """The point without the words that tell whether it holds; None if it does not read as a rule then."""
    text = re.sub(CUE[lang], "", rule.text(lang))
    low = text.lower()
    if re.search(DAY, text) or re.search(SILENT[lang], low) or not rules.SHORTEST <= len(text) <= rules.LONGEST:
        return None
    if (lang == "kk" and TOO.match(low)) or PAST[lang].search(low):
        return None
    if rules.points_outside(text, lang) or re.search(rules.REFERS[lang], text):
        return None
    return text[0].upper() + text[1:]
