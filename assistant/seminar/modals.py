"""A rule with its modal word turned: a duty made a right, a right or a leave denied, a ban lifted.

The turned rule reads as a rule would: «вправе», "may", «құқылы», with nothing that marks it. What no law would say is
left as it is. Whether the result is false is decided in `proofs`.
"""

# ruff: noqa: E501 a list of words reads better unbroken
from __future__ import annotations

import re
from collections.abc import Iterator

from assistant import clauses
from assistant.seminar.swaps import MODAL, Swap

DUTY, RIGHT, BAN = "duty", "right", "ban"
TURNS: dict[str, tuple[tuple[str, str, str], ...]] = {  # what it is, what stands there, what is put there
    "ru": (
        (BAN, r"\bне вправе\b", "вправе"),
        (BAN, r"\bне мо(жет|гут)\b(?! быть| превыш| продолж| длит| состав| измен)", r"мо\1"),
        (BAN, r"\bнельзя\b", "можно"),
        (BAN, r"\bНельзя\b", "Можно"),
        (BAN, r"\bне допускается\b", "допускается"),
        (BAN, r"\bне допускаются\b", "допускаются"),
        (DUTY, r"(?<!не )\bобязан([аы]?)\b(?! не\b)(?=[^,]*\s[а-яё]+(?:ть|ти|чь)(?:ся|сь)?\b)", "вправе"),
        (RIGHT, r"(?<!не )\bвправе\b(?! не\b)", "не вправе"),
        (RIGHT, r"(?<!не )\bмо(жет|гут)\b(?! быть и| также| не\b)", r"не мо\1"),
        (RIGHT, r"(?<!не )\bможно\b(?! не\b)", "нельзя"),
        (RIGHT, r"(?<!не )\bдопускается\b", "не допускается"),
    ),
    "kk": (
        (BAN, r"(?<=[ғгқк][ае]) болмайды(?=[.])", " болады"),
        (BAN, r"\bқұқылы емес(?=[.])", "құқылы"),
        (BAN, r"(?<![ғгқк][ае])(?<=[аеяйп]) алмайды(?=[.])", " алады"),
        (BAN, r"\bжол берілмейді(?=[.])", "жол беріледі"),
        (DUTY, r"(?<=[ғгқк]а |[ғгқк]е )міндетті(?=[.])", "құқылы"),
        (RIGHT, r"(?<=[ғгқк]а |[ғгқк]е )құқылы(?=[.])", "құқылы емес"),
        (RIGHT, r"(?<=[ғгқк][ае]) болады(?=[.])", " болмайды"),
        (RIGHT, r"(?<![ғгқк][ае])(?<=[аеяйп]) алады(?=[.])", " алмайды"),
        (RIGHT, r"\bжол беріледі(?=[.])", "жол берілмейді"),
    ),
    "en": (
        (BAN, r"\b(?:may|must) not\b(?! (?:be )?(?:more|less|longer|lower|higher)| exceed| take)", "may"),
        (BAN, r"\bis not (allowed|permitted)\b", r"is \1"),
        (BAN, r"\bare not (allowed|permitted)\b", r"are \1"),
        (DUTY, r"(?<=[a-z]) must\b(?! (?:not|be|have|contain|state)\b)", " may"),
        (RIGHT, r"\bhas the right to (?=(?:propose|dispose|choose|receive|get|authorise|go|set|issue|demand|take|bring|collect|hold|make|join|refuse|terminate|negotiate|organise|apply|defend)\b)", "may not "),
        (RIGHT, r"\bmay\b(?! (?:not|also|either)\b)", "may not"),
        (RIGHT, r"\bis (allowed|permitted)\b", r"is not \1"),
    ),
}  # fmt: skip
LIMITS = {  # with a bound, a condition or an exception, the turned rule may still be true, or contradict itself
    "ru": r"не (?:более|больше|свыше|дольше|позднее|позже|менее|меньше|ниже|раньше)|недействит|только|лишь|исключени|кроме|если только|\bни\b|независимо|без\b[^,]*соглас|согласи|по (?:\w+ )?соглашению|договор[иеё]нност|по общему правилу|^больше",
    "kk": r"\bтек\b|жарамсыз|ғана|аспайтын|аспауға|қоспағанда|ерекше|кем емес|кемінде|кешіктір|қарамастан|келісім\w*сіз|келісім\w*мен|келісім\w* бойынша|келісе отырып|жалпы ереже|басқа кезде|ешқайсы|ешкім|күннен көп",
    "en": r"invalid|no more than|not more than|at least|at most|\bonly\b|no later than|not later|up to|except|unless|longer than|regardless|\bno one|neither|nobody|consent|as a general rule|agrees|by (?:\w+ )?agreement|more than \d+ calendar",
}
ABSURD = {  # nobody would write them turned: keeping the law as one likes, a leave to discriminate, a duty denied
    "ru": r"соблюд|исполн|выполн|бережн|неукоснит|немедленн|сразу|не допуск(?:ать|ал)|содейств|дискримин|принужд|принуд|противодейств|мешат|мешают|вмеш|любы|никак|никого|самостоятельн|представлять и защ|разглаш|коррупц|уклон|возмест|обеспечить исполн|равн|добровольн|огранич|запрет|всё равно|и дальше|другие права|и другие|способн|служебн|контролировать, соблюд|использовать служеб|служит|снижать|тяжести|угрожа|опасно|угроз|заключить трудовой договор на время замещ|извещены",
    "kk": r"сақта(?:уға|уын|у)\b|орында|ұқыпты|мүлтіксіз|дереу|жол бермеуге|жәрдемдес|кемсіт|мәжбүр|кедергі|араласу|кез келген|білдіруге және қорғ|жария ет|жемқор|жалтар|өтеу|бірдей|ерікті|шекте|тыйым|шығаруға бола|өзге де|басқа да|мақсатқа пайдалан|нұқсан келтіруі|жауаптылықта|төмендет|ауыр затты|қауіп|қатер",
    "en": r"observe|comply|fulfil|perform\b|carry out|strictly|with care|at once|immediately|allow|assist|discriminat|force|counteract|represent and protect|hinder|interfer|\bany\b|disclose|corrupt|evade|compensate|equal|voluntar|restrict|prohibit|other terms|other rights|liab|lower|loads|binding|threat|help to|ensure|respect|follow|cause|oppos|obstruct",
}
EVERY = {  # «на любой стадии не могут» is no Russian, and "may not read all" leaves some of it
    "ru": r"\b(?:люб(?:ой|ая|ое|ые|ого|ых|ому|ым|ую|ыми)|кажд\w+|всегда|все[хм]?|всё|вс[яю]|весь|всего|всеми|всяк\w+|постоянно)\b",
    "kk": r"\b(?:әр|әрбір\w*|барлық|бәрі\w*|барша|бүкіл|әрдайым|әрқашан|үнемі|тұрақты)\b",
    "en": r"\b(?:every|each|all|always|whole|either|both)\b",
}
THING = re.compile(  # «The agreement may not set» is heard as "perhaps will not": only the passive is a ban
    r"(?:[^,]{0,90}, )?(?:the |an? |each )?(?:[\w'-]+ ){0,3}?(?:agreement|contract|charter|act|service|leave|work|duties|recording|deductions|transfer|data) may (?!be\b)",
    re.IGNORECASE,
)
OWN_WAY = {  # «не вправе … в порядке закона» denies a right and tells how it is used
    "ru": r"в порядке|по порядку|в соответствии|на условиях|в случаях|\bины[ехм]|\bдруги[ехм]|и [^,]+, и |предусмотр\w+ (?:её|его) акт|по Трудовому|как требует",
    "kk": r"тәртіппен|сәйкес|\bсай\b|жағдай(?:лар)?да\b|шарттармен|белгіленген|көзделген|\bөзге|\bбасқа|\w+ да, |\w+ де, |айқындалған",
    "en": r"in the manner|as provided|in line with|in accordance|in the cases|in cases|on the conditions|determined|laid down|\bother\b|\beither\b|\bboth\b|set by|by the procedure",
}
SENTENCES = re.compile(r"[.!?] \S")
GENERAL = frozenset(  # principles and lists of basic rights: nobody doubts them
    f"kz-labour-code/{article}" for article in ("1", "4", "5", "6", "7", "8", "22", "23", "25", "193", "194", "182", "182-1", "177", "162", "116")
) | {"kz-trade-union-law/16", "kz-trade-union-law/4", "kz-digital-code/5"}  # fmt: skip
ACTORS = {  # of a duty or a right, in a sentence: those who can decide
    "ru": re.compile(
        r"\b(?:работодатель|работник|профсоюз|кәсіподақ|сторон[аы]|комиссия|агентство занятости|работники|субъект|собственник|оператор|получатель|гражданский служащий|инспектор(?: труда)?|прокурор|орган|член профсоюза|объединение профсоюзов|пострадавший)\b",
        re.IGNORECASE,
    ),
    "kk": re.compile(
        r"(?:жұмыс беруші|жұмыскер(?:лер)?|кәсіподақ|тарап(?:тар)?|комиссия|агенттігі|субъект\w*|оператор\w*|алушы|қызметші|инспектор\w*|прокурор|орган|мүшесі|бірлестігі|зардап шегуші)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:employers?|employees?|unions?|party|parties|commission|agency|subject|owner|operator|recipient|inspector|body|member|worker)(?: [\w'-]+){0,9} must?$",
        re.IGNORECASE,
    ),
}
EN_SUBJECT = re.compile(  # «may» and «must» also say what is likely: the subject must be a party, or a contract
    r"(?:[^,]{0,90}, )?(?:the |an? |each |either )?(?:[\w'-]+ ){0,3}?(?:employers?|employees?|unions?|part(?:y|ies)|inspectors?"
    r"|commission|body|agency|subject|owner|operator|user|corporation|recipient|member|representatives?|prosecutor|association|worker|woman|victim"
    r"|(?:agreement|contract|service|leave|work|duties|recording|deductions|transfer) (?:may|must|is|are)\b)",
    re.IGNORECASE,
)
IF = {  # a blank in a clause that only sets a condition states no duty
    "ru": re.compile(r"\b(?:если|когда|пока|котор\w+|чтобы|что|где)\b"),
    "kk": re.compile(r"[сc][ае]\b"),
    "en": re.compile(r"\b(?:if|when|where|while|that|which|whom?|whose)\b", re.IGNORECASE),
}


def turned(text: str, lang: str, article: str = "") -> Iterator[Swap]:
    """The rule with its one modal word turned, where that reads as a rule; nothing for what is general or absurd.

    >>> [each.text for each in turned("Работодатель обязан выдать документ.", "ru")]
    ['Работодатель вправе выдать документ.']
    """
    found = sole(text, lang)
    if found is None or article in GENERAL or not sayable(text, lang) or SENTENCES.search(text):
        return
    kind, match, now = found
    if lang == "en" and not EN_SUBJECT.match(text):
        return
    if kind != DUTY and re.search(EVERY[lang], text.lower()):
        return
    if kind == DUTY and not ACTORS[lang].search(text[: match.start() + 5]):
        return
    if kind == RIGHT and (re.search(OWN_WAY[lang], text) or IF[lang].search(text[: match.start()].partition(",")[2])):
        return
    put = match.expand(now)
    changed = text[: match.start()] + put + text[match.end() :]
    if not _rings(lang, text if kind == RIGHT else changed, text[match.end() :]):
        yield Swap(MODAL, changed, match[0].strip(), put.strip())


def _rings(lang: str, permits: str, after: str) -> bool:
    """True if the turned rule is heard in another sense: "may" of a thing, or a Russian «можно» as the last word."""
    if lang == "en":
        return THING.match(permits) is not None
    return lang == "ru" and not after.strip(" .")


def sole(text: str, lang: str) -> tuple[str, re.Match[str], str] | None:
    """The one modal word of a rule: what it is, where it stands and what may stand there; None if not just one."""
    if sum(len(clause.modals) for clause in clauses.read(text, lang)) != 1:
        return None
    for kind, pattern, now in TURNS[lang]:
        matches = list(re.finditer(pattern, text))
        if len(matches) == 1:
            return kind, matches[0], now
        if matches:
            return None
    return None


def word(text: str, lang: str) -> str:
    """The modal word of a statement in lower case, by which its truth must not be told; empty if not just one.

    >>> word("Нельзя принимать лиц моложе 16 лет.", "ru")
    'нельзя'
    """
    found = sole(text, lang)
    return found[1][0].strip().lower() if found else ""


def sayable(text: str, lang: str) -> bool:
    """True if a rule can be turned at all: it has no bound or exception, and is not plain for everybody."""
    low = text.lower()
    return not re.search(LIMITS[lang], low) and not re.search(ABSURD[lang], low)
