"""Items that ask whether a rule is in force: the present rule, the former one, one that is still to come.

Made from points with a first or last day. What only says that an article was silent before is left out.
"""

# ruff: noqa: E501 a list of words reads better unbroken
from __future__ import annotations

import re
from collections.abc import Iterator

from assistant import phrases
from assistant.seminar import asking, item, rules
from assistant.seminar.item import Item
from assistant.seminar.rules import Bank, Rule

DAY = r"\d\d\.\d\d\.\d{4}"
CUE = {  # what opens such a point and tells the answer
    "ru": rf"^(?:С {DAY}:? |Прежнее правило(?:,? \(?до {DAY}\)?)?:? |До {DAY}:? )",
    "kk": rf"^(?:{DAY}(?:-?[гғкқ][ае])? (?:күніне )?дейін:? |{DAY} ?(?:күнінен|күннен|-?[дтн][ае]н)?(?: бастап)?:? |Бұрынғы ереже(?:,? \(?{DAY} ?(?:күніне)? дейін\)?)?:? )",
    "en": rf"^(?:From {DAY}(?: on)?[:,]? |Former rule(?:,? \(?(?:before|until) {DAY}\)?)?:? |(?:Before|Until) {DAY}[:,]? )",
}
SILENT = {  # a point on what an article did not say
    "ru": r"не было|не называ|не упомин|не говор|вместо|слов|называл|перечн|текст|отнес|относил|не привод|нов|изменени|исключ|редакци|стать|был[аои]?\b|признавал|убран|добав|закон [№\d]",
    "kk": r"болған жоқ|болмаған|аталма|айтпа|айтыл|орнына|сөз|мәтін|тізбе|жаңа|өзгер|алып таста|алынған|қосыл|\bеді\b|алынып таста|болатын\b|редакция|\bжоқ\b",
    "en": r"\bno\b|expressly|directly|did not|not name|instead|word|called|list|text|new|change|edition|removed|deleted|added|\bwas\b|\bwere\b|\bhad\b|joined|could",
}
PAST = {  # the verb of the main clause tells that the rule is no more
    "ru": re.compile(r"^[^,:]*\b\w{3,}(?:ал|ил|ял|ел|ала|ила|яла|ела|ало|ило|али|или|яли|ели)(?:сь|ся)?\b"),
    "kk": re.compile(r"(?:тын|тін|(?:ған|ген|қан|кен))(?: еді)?\W*$"),
    "en": re.compile(r"^[^,:]*\b(?:did|could|took|made|gave|set up|joined)\b"),
}
TOO = re.compile(r"\S+ д[ае]\s")  # «әйелдерге де»: beside whom?


def items(bank: Bank, lang: str, unasked: frozenset[str] = frozenset()) -> Iterator[Item]:
    """One item for each rule with a first or last day that reads as a rule without it."""
    for rule in bank.everything:
        point = rule.point
        if (
            rule.identity in unasked
            or not rule.topics
            or point.sure != "A"
            or point.since_by
            or point.until_by
            or not (point.since or point.until)
        ):
            continue
        text = _bare(rule, lang)
        right = _state(rule, bank)
        if text is None or right is None or not asking.heard(text, lang):
            continue
        identity = item.name("former", lang, rule.identity)
        day, edition = phrases.day(bank.day, lang), phrases.day(rule.digest.edition, lang)
        keys = ("is now", "is former", "is later")
        stem = f"{item.say('ask former', lang, day=day, edition=edition)}\n{text}"
        options = tuple(item.say(key, lang) for key in keys)
        yield Item(
            identity,
            "former",
            lang,
            rule.topics,
            rule.about(lang),
            stem,
            options,
            (keys.index(right),),
            (rule.key(lang),),
        )


def _state(rule: Rule, bank: Bank) -> str | None:
    point = rule.point
    if point.until is not None:
        return "is former" if point.until <= bank.day else None
    if point.since is not None and point.since > bank.day:
        return "is later"
    return "is now"


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
