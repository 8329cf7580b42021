"""The forms in which a text names an act beside the names of the catalogue, with a real example beside each.

Patterns for cleaned texts only: titles, numbers, countries, abbreviations that a document defines, references.
It finds nothing by itself; `mentions` does.
"""

from __future__ import annotations

import re

NOUNS = {  # folded words for a kind of act, in every case
    "code": r"кодекс[а-я]*|codes?",
    "law": r"закон(?:ами|ов|ом|ам|ах|а|у|е|ы)?|зан(?:ынын|ында|ына|ынан|ымен|нын|мен|ын|ды|да|га|ы)?|laws?|acts?",
    "convention": r"конвенци[а-я]*|conventions?",
    "recommendation": r"рекомендаци[а-я]*|усыным[а-я]*|recommendations?",
    "regulation": r"регламент[а-я]*|regulations?",
    "directive": r"директив[а-я]*|directives?",
    "constitution": r"конституци[а-я]*|constitutions?",
    "declaration": r"декларац[а-я]*|пакт[а-я]*|declarations?|covenants?",
}
NOUN = re.compile(rf"(?<!\w)(?:{'|'.join(f'(?P<{kind}>{noun})' for kind, noun in NOUNS.items())})(?!\w)")
SHORT_CODE = re.compile(r"(?<!\w)(?:тк|гк|ук|упк|гпк|нк|цк|ск|ек|коап|акбтк|lc)(?!\w)")

COUNTRIES = {  # how the acts of a country are marked, behind the name of the act or before it
    "ru": r"рф|россии|российской федерации|ресей[а-я]*|российск[а-я]+|russian federation|russian?",
    "uz": r"руз|узбекистан[а-я]*|республики узбекистан|озбекстан[а-я]*|озр|узбекск[а-я]+|uzbekistan|uzbek",
    "kg": (
        r"тк кр|кыргызстан[а-я]*|киргизии|к[ыи]ргызской республики|киргизской республики|кыргыз|кырр"
        r"|кыргызск[а-я]+|kyrgyzstan|kyrgyz republic|kyrgyz"
    ),
    "tj": r"рт|таджикистан[а-я]*|республики таджикистан|тажикстан[а-я]*|тжр|таджикск[а-я]+|tajikistan|tajik",
    "mn": r"монголи[а-я]*|mongolian?",
    "tm": r"туркменистан[а-я]*|туркменск[а-я]+|туркименстан[а-я]*|turkmenistan|turkmen",
    "by": r"рб|белару[а-я]+|республики беларусь|белорусск[а-я]+|belarusian|belarus",
    "xx": (  # countries of which the catalogue has no act
        r"украин[а-я]+|ukraine|германи[а-я]+|немецк[а-я]+|germany?|франци[а-я]+|france|китая|кнр|china|армени[а-я]+"
        r"|грузи[ия]|азербайджан[а-я]*|молдов[а-я]+|турци[ия]|туркия[а-я]*|turkey|turkiye|польши|poland|сша|italy|итали[ия]"
        r"|литвы|латвии|эстонии|болгарии|вьетнама|кореи|японии|чехии|испании|georgia|azerbaijan|armenia|moldova"
        r"|lithuania|latvia|estonia|bulgaria|romania|hungary|viet ?nam|korea|japan|spain|brazil|czech republic"
    ),
}
_COUNTRY = "|".join(f"(?P<{code}>{names})" for code, names in COUNTRIES.items())
_BEHIND = _COUNTRY.replace("тк кр", "(?<=тк )кр|(?<=кодекс )кр|(?<=кодекса )кр")  # elsewhere «кр» may be «ҚР»
COUNTRY_AFTER = re.compile(  # «ТК РФ», «ТК КР», "Labour Code of Uzbekistan"
    rf" (?:of )?(?:the )?(?:republic of )?(?:{_BEHIND})(?!\w)"
)
COUNTRY_BEFORE = re.compile(  # «российского ТК», «РФ Еңбек кодексі», «Өзбекстан Республикасының Еңбек кодексі»
    rf"(?<!\w)(?:{_COUNTRY}) (?:республикасы(?:нын)? )?[«\"“]?$"
)

_HOME = r"(?:рк|республики казахстан|казахстана?|казахстанск[а-я]+|казакстан республикасы(?:нын)?|казакстаннын|rk)"
_OURS = rf" (?:of (?:the )?(?:republic of )?)?(?:{_HOME}|kazakhstan)(?!\w)"
_DATE = r" (?:от|of|dated) \d{1,2}[. ]\w+[. ] ?\d{4}(?: ?(?:года|г\.?))?"
_SIGN = r",? ?(?:№|no\.?) ?\d+-[ivx]+(?: зрк)?"
HOME = re.compile(rf"(?<!\w)(?:{_HOME}|kazakhstan)(?!\w)")
AFTER = re.compile(  # «… Республики Казахстан от 23 ноября 2015 года № 414-V», "the Labour Code's"
    rf"(?:['’]s(?!\w))?(?:{_OURS})?(?:{_DATE})?(?:{_SIGN})?"
)
HOME_BEFORE = re.compile(  # «Закона РК от 27.06.2014 № 211-V «», «Қазақстан Республикасының », «ҚР »
    rf"(?<!\w)(?:(?:закон|кодекс)[а-я]*(?:{_OURS})?(?:{_DATE})?(?:{_SIGN})? ?[«\"“]?"
    rf"|(?:law|code)(?:{_OURS}) (?:on )?[«\"“]?"
    r"|(?:регламент[а-я]*|директив[а-я]*|regulation|directive)(?: \((?:ес|eu)\))?(?: ?(?:№|no\.))? "
    rf"|(?:{_HOME}|кр|kazakhstan(?:'s)?|ilo|мот|хеу(?:-?нын)?) )$"
)
BESIDES = re.compile(  # what may stand inside a title: «Закон РК от … № … «О …», «… туралы» ҚР Заңы
    rf"{_OURS}|{_DATE}|{_SIGN}|(?<=[»\"”]) ?(?:кр|{_HOME})(?= )|(?<=туралы) (?:кр|{_HOME})(?= )"
)
NUMBERED = re.compile(  # «Закон № 211-V», «Закона РК от 16 мая 2014 года»
    rf"(?:{_OURS})?(?:(?:{_DATE})?,? ?(?:№|no\.?) ?(?P<number>\d+-[ivx]+)(?: зрк)?(?!\w)|{_DATE})"
    r"|(?: \((?:ес|eu)\))?(?: ?(?:№|no\.))? \d{4}/\d+"  # "Directive (EU) 2016/680"
)
TITLE_AFTER = re.compile(  # «Закона РК от 16 мая 2014 года «О …»», «Закона РК о гражданской защите», "Law on Notaries"
    rf"(?:{_OURS})?(?:{_DATE})?(?:{_SIGN})?"
    r"(?: оон| совета европы)?(?: ?[«\"“](?=об? |on )[^«»\"“”¶]{3,200}[»\"”]"
    r"| об? (?!том|этом|котор|т\.)[а-я]+(?: [а-я]+){0,3}| on (?!the basis)[a-z]+(?: [a-z]+){0,3})"
)
TITLE_BEFORE = re.compile(rf"(?<!\w)(?:[а-я-]+,? ){{1,4}}туралы[»\"”]? (?:(?:кр|{_HOME}) )?$")  # «… туралы ҚР » заңы
QUALIFIED = re.compile(  # «Водного » кодекса, «Кеден » кодексі, "of the Employment Rights " Act
    r"(?<!\w)(?!настоящ|указанн|данн|названн|упомянут|вышеуказ|вышеназв|того|этого|нашего|нового|действующего|трудового)"
    r"[а-я-]+(?:ого|его) $"
    r"|(?<!\w)(?:су|орман|кеден|жер) $"
    r"|(?<=of the )(?!said|same|this|new|present)(?:[a-z'’]+ ){1,4}$"
)
QUALIFIED_SHE = re.compile(  # «Европейской » конвенции, «Всеобщей » декларации
    r"(?<!\w)(?!настоящ|указанн|данн|названн|упомянут|вышеуказ|вышеназв|той|этой|нашей)[а-я-]+(?:ой|ей) $"
)
NEXT_NUMBER = re.compile(  # «… № 87 (ст. 3) и № 98»
    r"(?:,| и| жане| and) (?P<sign>(?:№|no\.) ?(?P<number>\d{2,3}))(?![\d-])"
)
UNCLOSED = re.compile(r"[^«»\"“”¶]{0,120}[»\"”]")  # what a title in quotation marks has left: « и их защите»»
REFERS = re.compile(  # «того же », «настоящего », «осы », "the said "
    r"(?<!\w)(?:(?P<own>настоящ(?:его|ей|ему|ем|им)|осы|this)"
    r"|того же|тому же|том же|тем же|той же|этого(?: же)?|этой(?: же)?|указанн(?:ого|ой)|данн(?:ого|ой)"
    r"|названн(?:ого|ой)|упомянут(?:ого|ой)|вышеуказанн(?:ого|ой)|вышеназванн(?:ого|ой)|аталган|сол|корсетилген"
    r"|(?:the )?(?:same|said|aforementioned)|that) $"
)
DEFINED = re.compile(  # «(далее – ТК)», «(бұдан әрі – Кодекс)», "(hereinafter the Code)", '(the "Code")'
    r"[^()¶.;]{0,60}?\([^()¶]{0,60}?(?:далее|будан ари|hereinafter|hereafter)(?: по тексту)?"
    r"(?: (?:referred to as|called))? ?[-–:,]? ?(?:именуем[а-я]+ )?(?:the )?"
    r"[«\"“]?(?P<name>[^()«»\"“”,;¶]{2,60}?)[»\"”]? ?\)"
    r"| ?\((?:the )?[\"“«](?P<quoted>[^()«»\"“”,;¶]{2,40})[»\"”]\)"
)
