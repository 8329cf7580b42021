"""Citations in Kazakh texts: what is found and as what."""

from __future__ import annotations

import pytest

from assistant.corpus import Corpus
from tests.cited import check

FORMS = [
    ("Еңбек кодексінің 52-бабының 1-тармағының 8) тармақшасы", "52/1/8", "in full"),
    ("ҚР ЕК 52-баптың 1-тармағы", "52/1", "another genitive"),
    ("ҚР ЕК 52-бабы 1-тармағы 8) тармақшасы", "52/1/8", "short"),
    ("ҚР ЕК, 54-бап, 1-тармақ, 2) тармақша", "54/1/2", "with commas"),
    ("ҚР ЕК 52 бап 1 тармақ 8 тармақша", "52/1/8", "as it is typed on a phone"),
    ("ҚР ЕК 52-б. 1-т. 8) тш.", "52/1/8", "letters for units"),
    ("енбек кодексинин 52-бабы", "52", "without its letters"),
    ("ЕК-нің 52-бабы", "52", "abbreviation with an ending"),
    ("ЕК-тің 52-бабына", "52", "another ending"),
    ("Еңбек кодексінің 126-1-бабына сәйкес", "126-1", "dashed, dative"),
    ("Еңбек кодексінің 52-бабында", "52", "locative"),
    ("Еңбек кодексінің 113-бабынан", "113", "ablative"),
    ("Еңбек кодексінің 113-бабымен", "113", "instrumental"),
    ("ҚР Еңбек кодексінің 113-бабының екінші бөлігі", "113/2", "a part in words"),
    ("ЕК-нің 52-бабының бірінші тармағы", "52/1", "a paragraph in words"),
    ("ЕК-нің 52-бабының 1-тармағының екінші бөлігі", "52/1", "a part of a paragraph is no place"),
    ("ЕК 15-бабының 3) тармақшасы", "15/1/3", "the only part is not named"),
    ("52-бап, ҚР ЕК", "52", "act last"),
    ("Еңбек кодексінің 412-бабы", "412", "an article that there is not"),
    ("TK PK емес, ҚР ЕК 52-бабы", "52", "the nearer act"),
]
LISTS = [
    ("ҚР ЕК 52, 53-баптар", "52 53", "comma"),
    ("Еңбек кодексінің 52 және 53-баптарында", "52 53", "and"),
    ("Еңбек кодексінің 52-бабы мен 53-бабы", "52 53", "two articles, one act"),
    ("Еңбек кодексінің 49, 50 және 52-баптарына", "49 50 52", "three"),
    ("ҚР ЕК-нің 52–54-баптары", "52 53 54", "range"),
    ("ҚР ЕК 52-ден 54-ке дейінгі баптары", "52 53 54", "range in words"),
    ("Еңбек кодексінің 126-1, 127-баптарымен", "126-1 127", "dashed"),
    ("Еңбек кодексінің 50-бабының 1, 2 және 3-тармақтары", "50/1 50/2 50/3", "paragraphs"),
    ("ЕК 52-бабы 1-тармағының 8) және 9) тармақшалары", "52/1/8 52/1/9", "subparagraphs"),
    ("ЕК 52-бабының 1-тармағы және 53-бабының 2-тармағы", "52/1 53/2", "each article its own"),
    ("ЕК 52-бабының 1-тармағының 1)–3) тармақшалары", "52/1/1 52/1/2 52/1/3", "range of subparagraphs"),
    ("ЕК (2 және 5-тармақтар; 113-бап)", "113", "a semicolon divides"),
    ("Азаматтық кодекстің 5-бабы мен ҚР ЕК 52-бабы", "? 52", "each its own act"),
]
ACTS = [
    ("Цифрлық кодекстің 43-бабы", "kz-digital-code:43", "Digital Code"),
    ("ӘҚБтК 87-бабының 1-бөлігі", "koap:87/1", "offences"),
    ("Әлеуметтік кодекстің 107-бабы", "soc:107", "Social Code"),
    ("Кәсіптік одақтар туралы заңның 16-бабы", "tu:16", "law"),
    ("Кәсіподақтар туралы ҚР Заңының 16-бабы", "tu:16", "country inside the title"),
    ("«Кәсіптік одақтар туралы» Қазақстан Республикасы Заңының 16-бабының 2-тармағы", "tu:16/2", "quotation marks"),
    ("Дербес деректер туралы заңның 8-бабы", "kz-personal-data-law:8", "personal data"),
    ("ХЕҰ № 87 конвенциясының 3-бабы", "ilo-c087:3", "convention"),
    ("ХЕҰ-ның № 190 конвенциясының 4-бабы", "ilo-c190:4", "convention with an ending"),
    ("ХЕҰ 87-конвенциясының 3-бабы", "ilo-c087:3", "number first"),
    ("ХЕҰ № 198 ұсынымдамасының 9-тармағы", "ilo-r198:9", "a recommendation has paragraphs"),
    ("РФ Еңбек кодексінің 81-бабы", "ru-labour-code:81", "Russia"),
    ("Ресей Еңбек кодексінің 81-бабы", "ru-labour-code:81", "Russia by name"),
    ("Өзбекстан Республикасының Еңбек кодексінің 100-бабы", "uz-labour-code:100", "Uzbekistan"),
    ("Азаматтық кодекстің 52-бабы", "?", "a code that is not held"),
    ("Конституцияның 24-бабы", "?", "constitution"),
    ("Кеден кодексінің 5-бабы", "?", "a code by its noun"),
    ("«Мерекелер туралы ереже туралы» Заңның 5-бабы", "?", "a law by its title"),
]
NOT = [
    ("Шарттың 5-бабы", "contract"),
    ("ұжымдық шарттың 4-бабы мен келісімнің 3-бабы", "agreements"),
    ("бұйрықтың 3-тармағы, ереженің 2-тармағы", "order and rules"),
    ("кодексте 5 бап бар", "articles are counted"),
    ("12 балл алдым, 5 бала, 3-тарау", "other words"),
    ("осы баптың 2-тармағы", "nothing was named before"),
    ("2026 жылғы 5 қаңтарда 52 000 теңге", "date and sum"),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row[:2], id=row[2]) for row in (*FORMS, *LISTS, *ACTS)])
def test_found(text: str, expected: str, whole_corpus: Corpus) -> None:
    check(text, expected, whole_corpus)


@pytest.mark.parametrize("text", [pytest.param(text, id=reason) for text, reason in NOT])
def test_no_citation(text: str, whole_corpus: Corpus) -> None:
    check(text, "", whole_corpus)
