"""What a claim says beyond its passage: that a rule has no limit, that nothing is needed, that another body acts.

Word lists, in lower case as `clauses.plain` gives it. A word that the passage has too is no fault. It knows no numbers
and no modal words; those are `supporting`'s.
"""

# ruff: noqa: E501 a list of words reads better unbroken
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from assistant import clauses
from assistant.clause_words import EXCEPTION, NEGATION, WITH_CONSENT

EVERY: Final = {  # a rule without limits
    "ru": r"\bлюб(?:ой|ая|ое|ые|ого|ым|ых|ому|ую|ом|ыми)\b|\bни\s+(?:по|в|при|для|на)\s+(?:одно|как)\w+|\bисключени\w*\s+(?:\w+\s+){0,2}нет\b|\bнет\s+исключени|\bбез\s+(?:каких-либо\s+|всяких\s+)?(?:исключени|ограничени|условий)\w*"
    r"|\bи\s+(?:тогда|в\s+(?:тех|том)\s+случа\w+),?\s+когда\b|\bво\s+всех\s+случаях|\bвсегда\b|\bникогда\b|\bнезависимо\s+от\b|\bкак(?:ими|им|ой|ая|ое|ие)\s+бы\b|\bпусть\s+даже\b|\bдаже\s+(?:если|без|не|после|до)\b|\bсразу\s+же\b|\bтут\s+же\b|\bнемедленно\b|\bвсе,\s+что\b|\bв\s+любое\s+время",
    "kk": r"\bкез\s+келген\b|\bқашанда\b|\bәрқашан\b|\bеш(?:қандай|бір)\s+(?:\w+\s+)?(?:шектеу|ерекшелі|шарт|жағдай)|\bешқашан\b|\w(?:м|б|п)[ае]с[ае]\s+д[ае]\b|\bбарлық\s+жағдай|\bқандай\s+(?:\w+\s+)?(?:болса|болмасын)|\bерекшелі\w+\s+жоқ\b|\bшектеусіз\b|\bшарт(?:ты)?сыз\b|\bтіпті\b|\bбірден\b|\bдереу\b|\bәр(?:бір)?\s+(?:жұмыскер|адам|қызметкер)",
    "en": r"\balways\b|\bnever\b|\bno\s+exceptions?\b|\bwithout\s+(?:any\s+)?(?:exception|limit|restriction|condition)|\bregardless\b|\bin\s+(?:all|any|no)\s+cases?\b|\bunder\s+no\s+|\beven\s+(?:if|when|without|after|before|where)\b|\bwhatever\b|\bat\s+once\b|\bimmediately\b|\bright\s+away\b|\b\w+\s+or\s+not\b|\bno\s+matter\b|\bat\s+any\s+time\b",
}
_NEEDED = {  # what must be had before something may be done
    "ru": r"(?:согласи|уведомлени|заявлени|разрешени|заключени|решени|аттестаци|предупреждени|объяснени|приказ|доверенност|справк|договор|соглашени|осмотр|инструктаж|обучени|проверк)\w*",
    "kk": r"(?:келісім|хабарла|өтініш|рұқсат|қорытынды|шешім|аттестат|ескерту|түсінікте|бұйрық|анықтама|шарт|тексер|нұсқама)\w*",
    "en": r"(?:consent|notice|application|permi|opinion|conclusion|decision|attestation|appraisal|warning|explanation|order|certificate|contract|agreement|examination|training)\w*",
}
NOT_NEEDED: Final = {
    "ru": rf"\bбез\s+(?:\w+\s+){{0,2}}{_NEEDED['ru']}|{_NEEDED['ru']}\s+(?:\w+\s+){{0,2}}не\s+(?:нуж|требу|обязательн)",
    "kk": rf"\b{_NEEDED['kk']}(?<=сыз|сіз)\b|{_NEEDED['kk']}\s+(?:\w+\s+){{0,2}}(?:қажет|керек|міндетті)\s+емес|{_NEEDED['kk']}\s+(?:\w+\s+)?(?:алмай|сұрамай)",
    "en": rf"\bwithout\s+(?:\w+\s+){{0,3}}{_NEEDED['en']}|\bno\s+(?:\w+\s+)?{_NEEDED['en']}\s+is\s+(?:needed|required)",
}
BODIES: Final = {  # who decides, pays or is told; each is somebody else
    "inspection": r"инспек\w+|\binspect(?:or|orate)",
    "prosecutor": r"\bпрокур\w+|\bprosecut",
    "local": r"местн\w+\s+исполнительн\w+|\bакимат\w*|маслихат\w*|жергілікті\s+атқарушы|\bәкімдік\w*|\bмәслихат\w*|\blocal\s+(?:executive|authorit|government)|\bakimat",
    "authorised": r"уполномоченн\w+\s+(?:\w+\s+){0,2}орган\w*|уәкілетті\s+(?:\w+\s+)?орган\w*|\bauthorised\s+(?:\w+\s+){0,2}bod",
    "government": r"\bправительств\w+|(?<!арналған )\bүкімет\w*|\bgovernment\b",
    "court": r"\bсуд(?:а|у|ом|е|ы|ов)?\b|\bсудь\w+|\bсот(?:тың|қа|ты|тан|та|тар)?\b|\bcourt",
    "commission": r"\bкомисси\w+|\bcommission",
    "union": r"профсоюз\w*|профессиональн\w+\s+союз\w*|кәсіподақ\w*|кәсіптік\s+одақ\w*|\bunions?\b",
    "employer": r"\bработодател\w+|\bжұмыс\s+беруші\w*|\bemployer",
    "representatives": r"\bпредставител\w+|\bөкіл(?!етт)\w*|\brepresentative",
    "operator": r"\bоператор\w*|\boperator",
    "fund": r"\bфонд\w*|\bқор(?:ы|дың|ға|дан|ынан|ына)?\b|\bfund\b",
    "revenue": r"орган\w*\s+государственн\w+\s+доход\w*|мемлекеттік\s+кіріс|\brevenue\b",
    "centre": r"\bцентр\w*|\bорталы[қғ]\w*|\bcentre",
    "agency": r"\bагентств\w*|\bагенттік\w*|\bagenc(?:y|ies)",
    "owner": r"\bсобственник\w*|\bменшік\s+иес\w*|\bowner",
    "agent": r"\bагент\w*|\bagent\b",
    "citizen": r"\bгражданин\w*|\bазамат(?:тың|қа|ты|ша)?\b|\bcitizen",
}

NO_CONSENT: Final = {
    "ru": r"\bбез\s+(?:\w+\s+){0,3}согласи\w*|согласи\w*\s+(?:\w+\s+){0,3}не\s+(?:нуж|требу)\w*",
    "kk": r"\bкелісім\w*(?:сыз|сіз)\b|\bкелісім\w*\s+(?:\w+\s+){0,2}(?:алмай|сұрамай|(?:қажет|керек)\s+емес)",
    "en": r"\bwithout\s+(?:[\w']+\s+){0,3}consent|\bconsent\s+is\s+not\s+(?:needed|required)|\bno\s+consent\b",
}
ALONE: Final = {"prosecutor"}  # who is no other's other name


def overstated(claim: str, passage: str, lang: str) -> Iterator[tuple[str, str, str]]:
    """Each thing that the claim says beyond the passage: its kind (exception, party), its words, what stands there.

    >>> list(overstated("Уволить можно и без аттестации.", "Уволить можно, если это подтвердила аттестация.", "ru"))
    [('exception', 'без аттестации', 'аттестац')]
    """
    said, held = clauses.plain(claim, lang), clauses.plain(passage, lang)
    if (hit := re.search(EVERY[lang], said)) and not re.search(EVERY[lang], held):
        yield "exception", hit[0], ""
    if (asked := _asks_consent(said, lang)) is not None and _asks_consent(held, lang) is (not asked):
        yield "exception", "consent", ""
    if hit := re.search(NOT_NEEDED[lang], said):
        needed = clauses.stems(hit[0], lang) & clauses.stems(passage, lang)
        spared = any(clauses.stems(part, lang) & needed and NEGATION[lang].search(part) for part in held.split(","))
        if needed and not spared and not NEGATION[lang].search(_around(hit)):
            yield "exception", hit[0], ", ".join(sorted(needed))
    ours, theirs = _bodies(said), _bodies(held)
    new, gone = ours - theirs, theirs - ours
    if new & ALONE or (new and gone):
        yield "party", ", ".join(sorted(new)), ", ".join(sorted(gone))


def _asks_consent(text: str, lang: str) -> bool | None:
    """True if a text asks for somebody's consent, False if it says that none is needed; None where it does neither, or both.

    «Без согласия нельзя» asks for it: a denial beside it turns it round.
    """
    spared = list(re.finditer(NO_CONSENT[lang], text))
    if not spared:
        return True if re.search(WITH_CONSENT[lang], text) else None
    denied = re.search(EXCEPTION[lang], text) or any(NEGATION[lang].search(_around(hit)) for hit in spared)
    return None if denied else False


def _around(hit: re.Match[str]) -> str:
    """What stands before and behind the words that were found, between the nearest commas."""
    return f"{hit.string[: hit.start()].rpartition(',')[2]} {hit.string[hit.end() :].partition(',')[0]}"


def _bodies(text: str) -> set[str]:
    return {body for body, forms in BODIES.items() if re.search(forms, text)}
