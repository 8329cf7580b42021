"""The words by which a clause of a law says who must, may or may not: patterns in Kazakh, Russian and English.

Word lists only, for texts in lower case. How a clause is read with them is in `clauses`.
"""

# ruff: noqa: E501 a list of words reads better unbroken
from __future__ import annotations

import re
from typing import Final

# what a modal says, in the order in which the patterns are tried; "duty ban" means either, «обязан не …»
Patterns = dict[str, tuple[tuple[str, str], ...]]

MODALS: Final[Patterns] = {
    "ru": (
        ("", r"не\s+(?:долж\w+|мо[жг]\w+)\s+(?:быть\s+)?(?:превыша\w+|больше|меньше|более|менее|ниже|выше|дольше|длиннее|короче|позже|позднее)"),
        ("", r"(?:долж\w+|мо[жг]\w+)\s+быть\s+не\s+\w+"),
        ("right", r"не\s+запрещ\w+"),
        ("free right", r"(?:вправе|мо(?:жет|гут|жно)|право)\s+не\s+(?!(?:тольк|превыш|быть))\w+(?:ть|ти|чь)(?:ся)?\b|не\s+обязан\w*|не\s+требуется|не\s+нуж(?:но|ен|на|ны)\b|необязательн\w+|реша\w+\s+сам\w*|\bсам(?:а|о|и)?\s+реша\w+|мо(?:жет|гут)\s+по\s+(?:своему\s+)?желани\w+|по\s+(?:своему\s+|его\s+|собственному\s+)?усмотрени\w+|если\s+(?:сам\w*\s+)?(?:захо\w+|пожела\w+|хо(?:чет|тят))|(?:лишь|только)\s+рекомендац\w+|рекомендательн\w+"),
        ("free ban", r"не\s+подлеж(?:ит|ат)\b"),
        ("cond", r"(?:нуж(?:но|ен|на|ны)|требу[ею]тся|необходим\w*)\s+(?:\w+\s+){0,3}согласи\w+"),
        ("ban", r"нельзя|запрещ\w+|запрет\w*|не\s+вправе|не\s+мо(?:жет|гут|жно|гли?|г)\b|не\s+име[ею]т\s+права|не\s+долж(?:ен|на|но|ны)\b"
                r"|не\s+име[ею]т\s+прав[ао]?\b|\bправ[ао]?\s+(?:\w+\s+){0,3}нет\b|не\s+допуска(?:ется|ются)|не\s+разреш\w+|недопустим\w*|не\s+дозволя\w+|призна\w+\s+недействительн\w+"),
        ("duty ban", r"(?:обязан[аоы]?|долж(?:ен|на|но|ны))\s+не\b"),
        ("duty", r"\bобязательно\b|\bобязател(?:ен|ьна|ьны)\b|\bобязан[аоы]?\b|\bобязанность\b|\bдолж(?:ен|на|но|ны)\b|необходимо\b|надлежит|подлеж(?:ит|ат)\b|обязыва[ею]т"),
        ("right", r"вправе|\bмо(?:жет|гут|жно)\b|(?:име[ею]т|есть|имея)\s+право|разреш(?:ено|ается|аются|ен|ена|ены)\b|допуска(?:ется|ются)\b|допустим\w*|позволено"),
    ),
    "kk": (
        ("", r"(?:ас(?:пауға|пауы)|асырмауға|асырмауы)\s+(?:тиіс|керек)|(?:кем|көп|артық|ұзақ|жоғары|төмен|кеш)\s+бол(?:май\w*|мау\w*(?:\s+(?:керек|тиіс))?)"),
        ("right", r"тыйым\s+салынба\w+"),
        ("free right", r"\w+(?:мау|меу|бау|беу|пау|пеу)(?:ға|ге|ы|і|ына|іне|ыңызға|іңізге)\s+(?:(?:да|де)\s+)?(?:құқылы|болады|мүмкін)|өз\s+(?:еркінде|қалауын\w*|еркімен)|\bқала(?:са|маса)\b|өз[іе]\s+таңда\w+|(?:міндетті|қажет|керек)\s+емес|талап\s+етілмейді"),
        ("cond", r"келісім(?:і|ін)?\s+(?:\w+\s+){0,6}(?:керек|қажет)"),
        ("ban", r"тыйым\s+сал\w+|\bтыйым\b|жол\s+бер(?:іл)?мейді|\w+(?:ға|ге|қа|ке|[ыі]на|[ыі]не)\s+болмайды|\w+[аеяйп]\s+алмайды|құқығы\s+(?:жоқ|болмайды)|құқылы\s+емес"
                r"|мүмкін\s+емес|тиіс\s+емес|рұқсат\s+(?:етілмейді|берілмейді)|шектей\s+алмайды"),
        ("duty ban", r"\w+(?:мау|меу|бау|беу|пау|пеу)(?:ға|ге|ы|і)\w*\s+(?:тиіс|міндетті|керек)|жол\s+бермеуге\s+(?:тиіс|міндетті)"),
        ("duty", r"\bміндетті\s+түрде\b|\w+(?:ға|ге|қа|ке)\s+міндетті\b|\bміндетті(?=\s*(?:[.,;:]|$))|\bтиіс\b|\w+[уыі]\s+(?:керек|қажет)(?=\s*(?:[.,;:]|$))|\bміндеті(?=\s*(?:[.,;:]|$|бар|болып|туындайды))"
                 r"|міндеттеледі"),
        ("right", r"құқылы\b|құқығы\s+бар|құқығы\w*\s+сақталады|\w+[аеяйп]\s+алады|\w+(?:ға|ге|қа|ке)\s+болады|\bмүмкін\b|рұқсат\s+(?:етіл|беріл)\w+|жол\s+беріледі"),
    ),
    "en": (
        ("", r"(?:must|may|can|shall|should)\s?not\s+(?:exceed|be\s+(?:more|less|longer|shorter|higher|lower|later|fewer|below|above))"),
        ("right", r"not\s+(?:prohibited|forbidden|barred)"),
        ("free right", r"(?:is|are)\s+not\s+(?:obliged|required|bound)|need\s+not|(?:may|can)\s+(?:choose|decide|opt|elect)\s+not\s+to|may\s+(?:decline|refrain|omit|skip)|\boptional\b|\bif\s+(?:he|she|they|it|you)\s+(?:wish|want|like|choose)\w*|(?:do|does)\s+not\s+have\s+to|not\s+subject\s+to"),
        ("cond", r"(?:needs?|requires?)\s+(?:[\w']+\s+){0,5}consent"),
        ("ban", r"(?:may|must|shall|can)\s?not\b|cannot|\bprohibit\w*|\bforbid\w*|not\s+(?:be\s+)?(?:allowed|permitted|entitled)|no\s+right"
                r"|\b(?:nobody|no\s+one|none|neither|no\s+(?!later|earlier|sooner|more|less|fewer|longer|shorter|matter|doubt)\w+)"
                r"\s+(?:[\w'-]+\s+){0,6}?(?:may|can|must|shall)\b(?!\s+not)|\bban(?:ned)?\b|\bbarred\b|must\s+never|may\s+never"),
        ("duty", r"\bmust\b|\bshall\b|\b(?:has|have)\s+to\b|\b(?:is|are)\s+(?:obliged|required|bound)\b|\bduty\s+to\b|'s?\s+duty\b|\bduty\s+of\b|\bobligation\s+to\b|\b(?:compulsory|mandatory|obligatory)\b"),
        ("right", r"\bmay\b|\bcan\b|\bentitled\b|\b(?:has|have)\s+(?:the\s+|a\s+)?right\b|\b(?:is|are|be)\s+(?:allowed|permitted)\b"),
    ),
}  # fmt: skip

# party: every form of it, and the forms in which it is the one who must or may
PARTIES: Final[dict[str, tuple[tuple[str, str, str], ...]]] = {
    "ru": (
        ("employee", r"член\w*\s+(?:этого\s+|данного\s+)?профсоюз\w*", r"член(?:ы)?\s"),
        ("employees_reps", r"представител\w+\s+(?:\w+\s+)?работник\w*", r"представител[ьи]\b"),
        ("employers_reps", r"представител\w+\s+(?:\w+\s+)?работодател\w*", r"представител[ьи]\b"),
        ("employers_reps", r"(?:объединени|ассоциаци|союз|организаци)\w*\s+(?:\w+\s+)?работодател\w*", r"(?:объединени[ея]|ассоциаци[яи]|союзы?|организаци[яи])\b"),
        ("employees_reps", r"представител\w+", r"представител[ьи]\b"),
        ("union", r"профсоюз\w*|профессиональн\w+\s+союз\w*", r"профсоюзы?\b|профессиональн\w+\s+союзы?\b"),
        ("employer", r"\bработодател\w+|\bначальни\w+", r"работодател[ьи]\b|начальник\b"),
        ("employee", r"\bработни(?:к|ц)\w*|сотрудни(?:к|ц)\w*|трудящ\w+|гражданск\w+\s+служащ\w+|пострадавш\w+",
         r"работник(?:и)?\b|работниц[аы]\b|сотрудник(?:и)?\b|гражданск(?:ий|ие)\s+служащ(?:ий|ие)|пострадавш(?:ий|ая|ие)\b"),
        ("receiving_party", r"принимающ\w+\s+сторон\w+", r"принимающая\s"),
        ("sending_party", r"направляющ\w+\s+сторон\w+", r"направляющая\s"),
        ("government", r"правительств\w+", r"правительство\b"),
        ("state", r"\bинспек\w+|уполномоченн\w+\s+(?:\w+\s+)?(?:гос)?орган\w*|государственн\w+\s+орган\w*|госорган\w*|акимат\w*|территориальн\w+\s+подразделени\w+|орган\w*\s+по\s+труд\w+",
         r"инспектор(?:ы)?\b|инспекция\b|госорганы?\b|акиматы?\b|органы?\s|(?:уполномоченный|государственный|территориальное|территориальные)\s"),
        ("court", r"\bсуд(?:а|у|ом|е|ы|ов)?\b", r"суды?\b"),
        ("commission", r"комисси\w+", r"комиссия\b|комиссии\b$"),
        ("council", r"производственн\w+\s+совет\w*", r"производственн(?:ый|ые)\s"),
        ("body", r"\bорган(?:а|у|ом|е|ы|ов|ам|ами)?\b", r"органы?\b"),
        ("other", r"\b(?:агент|оператор|фонд|агентств|карьерн\w+\s+центр|страхов\w+\s+организаци|банк)\w*", r"(?:агент|оператор|фонд|банк)ы?\b|агентств[оа]\b|карьерны[йе]\s|страхов(?:ая|ые)\s"),
    ),
    "kk": (
        ("employee", r"кәсіподақ\w*\s+мүше\w*", r".*мүше(?:лер|сі|лері)?$"),
        ("employees_reps", r"(?:жұмыскер|қызметкер)лер\w*\s+(?:\w+\s+)?өкіл\w*", r".*өкіл(?:дер)?[іі]?$"),
        ("employers_reps", r"жұмыс\s+беруші\w*\s+(?:\w+\s+)?өкіл\w*", r".*өкіл(?:дер)?[іі]?$"),
        ("employers_reps", r"жұмыс\s+берушілер\w*\s+(?:\w+\s+)?(?:бірлест|қауымдаст|одағ|одақ|ұйым)\w*", r".*(?:бірлестіктер|бірлестігі|қауымдастығы|одағы|ұйым(?:ы|дары))$"),
        ("employees_reps", r"\bөкіл(?!етт)\w*", r"өкіл(?:дер)?[іі]?$"),
        ("union", r"кәсіподақ\w*(?!\w*\s+мүше)|кәсіптік\s+одақ\w*", r"кәсіподақ(?:тар)?$"),
        ("employer", r"жұмыс\s+беруші\w*", r".*беруші(?:лер)?$"),
        ("employee", r"\bжұмыскер\w*|\bқызметкер\w*|\bжұмысшы\w*|азаматтық\s+қызметші\w*|зардап\s+шег?к?\w+(?:\s+адам\w*)?",
         r"(?:жұмыскер|қызметкер|жұмысшы|азаматтық\s+қызметші)(?:лер|лар)?$|зардап\s+(?:шегуші|шеккен)(?:\s+адам)?$"),
        ("receiving_party", r"қабылдаушы\s+тарап\w*", r".*тарап$"),
        ("sending_party", r"жіберуші\s+тарап\w*", r".*тарап$"),
        ("government", r"үкімет\w*", r"үкімет(?:і)?$"),
        ("state", r"инспек\w+|уәкілетті\s+(?:мемлекеттік\s+)?орган\w*|мемлекеттік\s+(?:кіріс\s+)?орган\w*|әкімдік\w*|аумақтық\s+бөлімше\w*|еңбек\s+(?:жөніндегі\s+)?орган\w*",
         r"инспектор(?:ы|лары|лар)?$|инспекция(?:сы)?$|әкімдік(?:тер)?$|.*орган(?:дар)?(?:ы)?$|.*бөлімше(?:лер)?(?:сі|лері)?$"),
        ("court", r"\bсот(?:тың|қа|ты|тан|та|тар)?\b", r"сот(?:тар)?$"),
        ("commission", r"комиссия\w*", r"комиссия(?:сы)?$"),
        ("council", r"өндірістік\s+кеңес\w*", r".*кеңес(?:тер)?[іі]?$"),
        ("body", r"\bорган(?:ы|дар|дары|ның|ға|ды|нан)?\b", r"орган(?:ы|дар|дары)?$"),
        ("other", r"\b(?:агент|оператор|қор(?:\b|ы|дың|ға)|мансап\s+орталы[ғқ]|сақтандыру\s+ұйым|банк)\w*", r"(?:агент|оператор|қор|банк)(?:тер|лар|лары|ы|і)?$|.*(?:орталығы|ұйымы)$"),
    ),
    "en": (
        ("employee", r"(?:trade\s+)?union\s+members?|members?\s+of\s+(?:the|a|an)\s+(?:trade\s+)?union", ""),
        ("employees_reps", r"(?:employee|worker)s?'?\s+(?:\w+\s+)?representatives?|representatives?\s+of\s+(?:the\s+|its\s+)?(?:employee|worker)s?", ""),
        ("employers_reps", r"employers?'?s?\s+(?:organi[sz]ation|association|union|federation)s?|(?:organi[sz]ation|association|union|federation)s?\s+of\s+employers", ""),
        ("employers_reps", r"employer(?:'?s|s')?\s+(?:\w+\s+)?representatives?|representatives?\s+of\s+(?:the\s+|an\s+)?employers?", ""),
        ("employees_reps", r"\brepresentatives?\b", ""),
        ("union", r"(?:trade\s+)?\bunions?\b", ""),
        ("employer", r"\bemployers?\b", ""),
        ("employee", r"\bemployees?\b|\bworkers?\b|\bcivil\s+(?:employee|servant)s?\b|\bvictims?\b", ""),
        ("receiving_party", r"receiving\s+part(?:y|ies)", ""),
        ("sending_party", r"sending\s+part(?:y|ies)", ""),
        ("government", r"\bgovernment\b", ""),
        ("state", r"\binspect(?:or|orate|ion)s?\b|(?:authorised|state)\s+(?:\w+\s+){0,2}?bod(?:y|ies)|labour\s+(?:bod(?:y|ies)|authorit(?:y|ies))|territorial\s+(?:sub)?(?:divisions?|units?)", ""),
        ("court", r"\bcourts?\b", ""),
        ("commission", r"\bcommissions?\b", ""),
        ("council", r"\b(?:production|safety)\s+councils?\b", ""),
        ("body", r"\bbod(?:y|ies)\b", ""),
        ("other", r"\b(?:agent|operator|fund|agenc(?:y|ies)|career\s+centre|insurance\s+organi[sz]ation|bank)s?\b", ""),
    ),
}  # fmt: skip

THIRD_PARTIES: Final = frozenset(
    "union employees_reps employers_reps court commission state government receiving_party".split()
)
SAME_PARTY: Final = {  # who may stand for whom as the one who acts
    "employers_reps": "employer",
    "state": "body",
    "commission": "body",
    "union": "body",
    "employees_reps": "body",
    "court": "body",
}

SUBORDINATE: Final = {  # a part of a sentence that begins or ends so says when, not who
    "ru": re.compile(r"^\s*(?:но\s+)?(?:если|когда|пока|котор\w+|чтобы|что|где|так как|поскольку|хотя|в\s+случа\w+|при\s+условии|за\s+исключением|кроме|с\s+котор\w+|у\s+котор\w+|для\s+котор\w+|считая|предупредив|получив|заключая)\b"),
    "kk": re.compile(r"\w+(?:са|се)(?:\s+(?:да|де|ғана))?\s*$|\w+(?:ған|ген|қан|кен)(?:да|де|нан|нен)?(?:\s+кейін|\s+кезде)?\s*$|\w+(?:ып|іп|п)\s*$"),
    "en": re.compile(r"^\s*(?:and\s+)?(?:if|when|where|while|unless|until|who|which|that|whose|except|provided|once|after|before|on\s+condition|only\s+if|notifying)\b"),
}  # fmt: skip

NEGATION: Final = {
    "ru": re.compile(
        r"\b(?:не|ни|нет|нельзя|никогда|никто|никого|никому|никем|ничто|ничего|никак(?:ой|ая|ие|их|им)|без)\b|запрещ|\bнедо|\bнепри|\bнеза"
    ),
    "kk": re.compile(
        r"(?:ма|ме|ба|бе|па|пе)(?:й|с|ған|ген|у|ст|йін)\w*|\bемес\b|\bжоқ\b|\bешкім|\bешбір|\bешқандай|\bбірде-бір|тыйым|сыз\b|сіз\b"
    ),
    "en": re.compile(
        r"\b(?:not|no|never|nobody|none|nor|neither|without|cannot|unless|only)\b|n't\b|prohibit|forbid|\bban|\bbarred"
    ),
}
DENIED: Final = {  # a verb in the present that is denied
    "ru": re.compile(r"\bне\s+([а-я]{3,}(?:ет|ют|ут|ит|ат|ят)(?:ся)?)\b"),
    "kk": re.compile(r"\b([а-яәіңғүұқөһ]{3,}?)(?:май|мей|бай|бей|пай|пей)(?:ды|ді|тын|тін)\b"),
    "en": re.compile(r"\b(?:is|are|was|were|has|have|does|do)\s+not\s+(?:\w+ly\s+)?(?:be\s+|been\s+)?([a-z]{3,})"),
}
AFFIRMED: Final = {  # a verb in the present that is not
    "ru": re.compile(r"(?<!\bне )(?<!\bни )\b([а-я]{3,}(?:ет|ют|ут|ит|ат|ят)(?:ся)?)\b"),
    "kk": re.compile(r"\b([а-яәіңғүұқөһ]{3,}?)(?<!ма)(?<!ме)(?<!ба)(?<!бе)(?<!па)(?<!пе)(?:а|е|й)?(?:ды|ді|тын|тін)\b"),
    "en": re.compile(r"\b(?:is|are|was|were|has|have)\s+(?:be\s+|been\s+)?(?!not\b)([a-z]{3,})|\b([a-z]{3,}s)\b"),
}

AUXILIARY: Final = frozenset("бол ал ет тұр бер кел қал бар де".split())  # Kazakh verbs that other verbs lean on
CONSENT: Final = {  # any wording by which a claim keeps a consent
    "ru": r"согласи\w*|соглас(?:ен|на|ны)\b|по\s+соглашени|договорил",
    "kk": r"келісім(?:імен|ін?сіз|ін\s+ал|і\s+(?:болса|бойынша|негізінде|бер|керек|қажет)|\s+(?:бер|бойынша|болса)|(?:і|ін)?\s+(?:\w+\s+){0,6}(?:керек|қажет))|келіс(?:се|кен|пе|іп)",
    "en": r"consent|\bagrees?\b|\bagreed\b|by\s+(?:mutual\s+)?agreement",
}
EXCEPTION: Final = {  # what takes cases out of a rule
    "ru": r"за\s+исключением|исключени(?:е|я|ем)\b|\bкроме\b(?!\s+того)|если\s+(?:только\s+)?иное|если\s+(?:\w+\s+){0,6}(?:ино(?:е|го)|не\s+предусм|не\s+установ)|если\s+только|\bисключая\b|\bпомимо\b"
    r"|(?:(?<=[.;]\s)(?:[^.;]*?\s)?|(?<=\bно\s)|(?<=однако\s))(?:это|эт\w+\s+\w+|(?:правило|требование|запрет|ограничение|норма))\s+(?:\w+\s+){0,3}?не\s+(?:распростран|применя|касает|относит|действу|затраг)\w+|\b(?:этого|такого)\s+(?:права|запрета|ограничения|требования)\s+нет\b",
    "kk": r"қоспағанда|(?:дан|ден|тан|тен|нан|нен)\s+басқа\b(?!:)|кірмейді|болмаса\b|(?:өзгеше|өзге|басқаша)\s+(?:\w+\s+){0,3}(?:көздел|белгілен|айт|жаз)\w*|көзделмесе|тыйым\s+жоқ|\bерекшелі[кг]\w*|(?:(?<=[.;]\s)(?:[^.;]*?\s)?|(?<=бірақ\s)|(?<=алайда\s))(?:бұл|бұған)\b(?:\s+\w+){0,8}?\s+(?:қолданылмайды|қатысты\s+емес|жатпайды|таралмайды|жүрмейді)|\b(?:бұл|мұндай)\s+(?:құқық|тыйым|талап|ереже|шектеу|міндет)\s+(?:жоқ|болмайды)",
    "en": r"\bexcept(?:ions?)?\b|\bunless\b|\bsave\s+(?:in|for|where|as)\b|apart\s+from|other\s+than|otherwise\s+(?:provided|agreed|set)|with\s+the\s+exception|\bexcluding\b"
    r"|(?:(?<=[.;]\s)|(?<=\bbut\s)|(?<=however,\s))(?:this|it|they|these|the\s+(?:rule|ban|limit|requirement))\s+(?:does|do|is|are)\s+not\s+(?:apply|applied|cover|concern|extend)|\b(?:there\s+is\s+)?no\s+such\s+(?:right|ban|limit|duty)\b|\bthis\s+(?:right|ban|limit|duty)\s+does\s+not\s+(?:exist|arise|apply)",
}  # fmt: skip
WITH_CONSENT: Final = {  # what is done with consent and not without it
    "ru": r"\b(?:с|без|при|кроме)\s+(?:\w+\s+){0,2}согласи[яи]\b|если\s+(?:\w+\s+){0,6}соглас(?:ен|на|ны|ил\w+)\b",
    "kk": r"келісім(?:імен|ін?сіз|ін\s+ал|і\s+(?:болса|бойынша\s+ғана|негізінде\s+ғана|бер)|\s+(?:берсе|берген|болса))|келіс(?:се|кен)\w*",
    "en": r"\b(?:with|without|upon|unless|if|only)\s+(?:[\w']+\s+){0,7}(?:consent|agree)s?\b",
}
CONDITION: Final = {  # «при условии»
    "ru": r"при\s+условии|\bуслови[ея]\s*:|(?:только|лишь)\s+(?:если|когда|при|по|после|с\s|в\s+случа|на\s+услови)|если\s+соблюда|не\s+иначе\s+как|при\s+соблюдении|без\s+соблюдения|не\s+соблюдая",
    "kk": r"у\s+шартымен|шартпен\s+ғана|шарты\s+бойынша\s+ғана|\bшарт(?:ы|тары)\s*:|\w(?:мен|пен|бен)\s+ғана\b|кейін\s+ғана\b|сақта(?:май|маса)\b|(?:са|се|да|де)\s+ғана\b",
    "en": r"on\s+(?:the\s+)?condition\b|\bprovided\s+(?:that|the|it|he)\b|\bonly\s+(?:if|when|where|on|in|after|by|with|upon)\b|as\s+long\s+as|\bsubject\s+to\b|\bconditions?\s*:|without\s+(?:observing|complying)",
}
SAID_CONDITION: Final = {  # any wording by which a claim keeps a condition
    "ru": r"\bесли\b|\bпри\b|\bкогда\b|услови|соблюд|\bтолько\b|\bлишь\b|\bпо\b(?!\s+(?:\w+\s+)?(?:конвенц|рекоменда|кодекс|закон))"
    r"|согласн|\bс\s+соглас|\bнуж|требу|необходим|договор(?:ил|ен)",
    "kk": r"\w(?:са|се)\b|шарт|кез|жағдай|ғана|\bтек\b|келіс|сақта",
    "en": r"\bif\b|\bwhen\b|\bwhere\b|\bprovided\b|condition|\bonly\b|\bas\s+long\b|subject\s+to|observ|\bonce\b|\bby\b|\bneeds?\b|\brequires?\b|consent|\bagree[sd]?\b",
}
SAID_EXCEPTION: Final = {  # any wording by which a claim keeps an exception
    "ru": r"исключ|\bкроме\b|\bиное\b|если\s+только|не\s+счита|помимо|\bбез\b|только|лишь|не\s+(?:относ|касает|распростран|затраг|охватыва|входит|входят|подпада|действу|применя|включа)|\bвне\b|\bдругое\b|\bиначе\b",
    "kk": r"қоспа|(?:дан|ден|тан|тен|нан|нен)\s+басқа|кірмейді|болмаса|өзге|ерекше|ғана|\bтек\b|көзделме|қатысты\s+емес|қолданылмайды|жатпайды|\bтыс\b|қатысы\s+жоқ|таралмайды|шарттар\w*\s+бөлек",
    "en": r"except|unless|\bsave\b|apart|other\s+than|otherwise|\bonly\b|without|but\s+for|not\s+(?:apply|concern|cover|extend|include)|exclud|exempt|\bsay\s+otherwise|do\s+not\s+fall",
}
_BOUNDS_RU = r"(?!боле|больше|мене|меньше|позже|поздн|ранее|раньше|выше|ниже|свыше|дольше|чаще|реже|короч|длинн|превыш|долж|мо[жг]|тольк)"
BUT_NOT: Final = {  # what a rule leaves out by a plain «но не»
    "ru": rf"\bно\s+не\s+{_BOUNDS_RU}|,\s+а\s+не\s+{_BOUNDS_RU}",
    "kk": r"бірақ\s+(?:\w+\s+){0,5}(?!артық|кем|кеш|көп|ұзақ|ерте|бұрын)\w+\s+емес\b",
    "en": r"\bbut\s+not\s+(?!more|less|later|earlier|fewer|longer|over|above|below|only|necessar)",
}
IF_NOT: Final = {  # a condition behind its rule that denies: it says when the rule does not hold
    "ru": r",\s+если\s+(?:[^,.;]*?\s)?не\s",
    "kk": r",\s+егер\b[^.;]*?(?:м|б|п)[ае]с[ае]\b",
    "en": r"(?<=\w),?\s+if\s[^,.;]*?\b(?:not|no|cannot)\b",
}
NOMINATIVE: Final = re.compile(  # Russian and Kazakh modal words whose subject is no dative
    r"\bобязан|\bвправе\b|\bдолж(?:ен|на|ны|но)\b|\b(?:міндетті|құқылы|тиіс|алады|алмайды)\b"
)
SAID_NOT: Final = {
    "ru": r"\bне\b|кроме|\bвне\b",
    "kk": r"емес|(?:ма|ме|ба|бе|па|пе)й",
    "en": r"\bnot\b|rather|outside|n't",
}
ASKS: Final = {
    "ru": re.compile(
        r"\b(?:по)?прос(?:ить|ит|ят)\b|\b(?:по|ис)?треб(?:овать|ует)\b|\bзапро(?:сить|шивать)\b|\bобра(?:титься|щаться)\b"
    ),
    "kk": re.compile(r"\b(?:сұра[йуп]\w*|талап\s+ет\w*|өтін\w*|жүгін\w*)"),
    "en": re.compile(r"\b(?:ask|request|demand|claim|apply)\b"),
}
ONLY: Final = {"ru": r"\b(?:только|лишь|исключительно)\b", "kk": r"\b(?:ғана|тек)\b", "en": r"\b(?:only|solely)\b"}
LINKS: Final = {  # how a sentence begins, or what it says, that limits the one before it
    "ru": re.compile(
        r"\bиначе\b|\bпо-другому\b|\b(?:этого|такого)\s+права\s+нет\b|\bэто\s+(?:\w+\s+){0,3}?не\s+(?:распростран|применя|касает|относит|действу|затраг)|^\s*(?:исключени|но\s|кроме|иначе|однако|услови[ея]\s*:|это|эт\w+\s+(?:правило|требование|запрет|норма)|(?:правило|требование|запрет)\s+не\s)"
    ),
    "kk": re.compile(
        r"^\s*(?:бұған|бұл\b|тек|бірақ|ерекше|алайда|шарт(?:ы|тары)\s*:)|\bбасқаша\b|\bбұл\s+(?:\w+\s+){0,2}(?:қатысты\s+емес|қолданылмайды|жүрмейді|таралмайды|жоқ\b)|\bөзгеше\s+(?:көздел|белгілен)|\bбұған\s+(?:кірмейді|жатпайды)|\bтыйым\s+жоқ"
    ),
    "en": re.compile(
        r"\botherwise\b|\bno\s+such\s+right\b|\bthis\s+(?:\w+\s+)?does\s+not\s+(?:apply|exist|cover|concern)|^\s*(?:the\s+only\s+exception|exception|but\s|however|otherwise|conditions?\s*:|the\s+condition|this\s|it\s+does\s+not|the\s+(?:rule|ban|requirement)\s)"
    ),
}
POINTS_BACK: Final = {  # words for a thing that the sentence before names
    "ru": re.compile(r"\b(?:он|она|оно|они|его|ее|их|ему|ей|им|это|этого)\b"),
    "kk": re.compile(r"\b(?:ол|оны|оның|оған|олар|оларды|бұл|бұны|бұған)\b"),
    "en": re.compile(r"\b(?:it|they|them|this|these|those)\b"),
}
WITHOUT: Final = {  # what is banned unless there is something: «без наряда нельзя»
    "ru": r"\bбез\b",
    "kk": r"(?:сыз|сіз|й)\b|болмаса",
    "en": r"\bwithout\b|\bunless\b",
}
LIGHT = {  # words that say nothing of what a sentence is about: they join, point, count, oblige or allow
    "ru": frozenset(
        """
        а без более больше будет бы был была было быть весь вместе вправе все всех вся всё выше где да даже для до
        должен должна должны его ее ей ему если есть еще ещё её же запрещено здесь и из или им имеет их как когда
        которая которого которой которые который которых кто ли либо лишь между менее меньше могут может можно на
        над не нельзя нет ни ниже ним них но нужно об обязан обязана обязаны он она они оно от перед по под позднее
        поздно позже после право при про разрешено раньше сам самое самый своего своей свои свой своя своё себя
        составляет составляют так также там тем тогда того тоже только том тот уже чем через что чтобы эта эти этим
        это этого этой этот является являются
        """.split()
    ),
    "kk": frozenset(
        """
        аз алады алмайды артық арқылы бар барлық бастап бен бойынша бол болады болмайды болса болу болуға болып
        болған бүкіл бұл бұрын да де дегенде дейін егер емес жоқ және кезде кезінде кейін кем керек кеш кім көп мен
        міндетті мүмкін мұндай не немесе ол олар олардың онда оны оның осы осындай оған пен сол сондай соң та те тек
        тиіс тиісті туралы яғни ішінде ғана қажет қай қандай қарай құқылы үшін әр әрбір өз өзі өзінің
        """.split()
    ),
    "en": frozenset(
        """
        all allowed also and another any are as at back be been being but by can did do does done each earlier
        entitled even every for from get gets had has have having he her here his in into is it its itself later
        latest least less made make makes may more most must never no nobody nor not obliged of off on one only onto
        or other out over own required right same say says shall she should such than that the their them then there
        these they this those to too under unless until was were what when where which while who whom whose with
        without you your yours
        """.split()
    ),
}
GENERAL = {  # words of work that any question has: they turn no rule into another
    "ru": frozenset(
        "работа работать работает работаю работал трудовой труд закон так считать считается фирма компания".split()
    ),
    "kk": frozenset("жұмыс жұмысқа жұмыста істеу істейді істеуге істемеуге еңбек заң адам фирма компания".split()),
    "en": frozenset("work working works job employment law company firm people person".split()),
}
