"""Citations in forms that the languages share: ranges of units, annexes, recitals, numbers in words, instruments."""

from __future__ import annotations

import pytest

from assistant.corpus import Corpus
from tests.cited import check

RANGES = [
    ("Еңбек кодексінің 171-бабынан 173-бабына дейін", "171 172 173", "kk, from an article to an article"),
    ("ЕК 54-бабының 1-тармағынан 3-тармағына дейін", "54/1 54/2 54/3", "kk, paragraphs"),
    ("со статьи 171 по статью 173 ТК РК", "171 172 173", "ru, with «по»"),
    ("от статьи 171 до статьи 173 ТК РК", "171 172 173", "ru, with «до»"),
    ("с 52 по 54 статью ТК", "52 53 54", "ru, numbers first"),
    ("с пункта 1 по пункт 3 статьи 54 ТК", "54/1 54/2 54/3", "ru, paragraphs"),
    ("from Article 171 to Article 173 of the Labour Code", "171 172 173", "en"),
    ("Article 131(1)(1)–(3) of the Labour Code", "131/1/1 131/1/2 131/1/3", "en, brackets"),
    ("Article 54(1)-(3) LC RK", "54/1 54/2 54/3", "en, brackets of paragraphs"),
    ("Art. 6(1)(a)–(c) GDPR", "eu-gdpr:6/1/a eu-gdpr:6/1/b eu-gdpr:6/1/c", "en, letters"),
    ("Art. 52 (para. 1) and 53 LC RK", "52/1 53", "en, an article behind a bracket"),
]
UNITS = [
    ("§ 1 of Art. 53 of the Labour Code", "53/1", "the sign before an article is a paragraph"),
    ("Art. 53, § 1 LC RK", "53/1", "and behind it"),
    ("section 1 of Article 53 of the Labour Code", "53/1", "a section of an article"),
    ("art52 p1 s8 labour code", "52/1/8", "typed on a phone"),
    ("ст.113п.5ТК РК", "113/5", "no spaces at all"),
    ("ЕК 76-б. 7-т., ақысы 110-б.", "76/7 110", "«б.» is an article where it was one before"),
    ("Кітап. Алматы, 2019. 110-б. Еңбек кодексі.", "", "else it is a page"),
    ("see p. 52 of the Labour Code commentary", "", "a page"),
    ("Article 52.1.16 of the Labour Code", "52/1/16", "points, no date"),
    ("ӘҚБтК 462-бабының 2-бөлігі бар", "koap:462/2", "«бар» behind a place, which is no count"),
    ("Статья 102-1 Социального кодекса, в том числе её пункт 5", "soc:102-1 soc:102-1/5", "its paragraph, ru"),
    ("Әлеуметтік кодекстің 102-1-бабы және оның 5-тармағы", "soc:102-1 soc:102-1/5", "its paragraph, kk"),
    ("Art. 65 LC RK asks for words (para. 2); its paragraph 3 too", "65 65/2 65/3", "in brackets; its paragraph, en"),
    ("Статья 52 ТК РК. Работница подписала договор, её пункт 5 не устроил.", "52", "its: of something else"),
    ("ст. 65 ТК РК нарушена, а приказ отменён (п. 2)", "65", "in brackets: of the order"),
]
ANNEXES = [
    ("Пункт 4 приложения III к Акту ЕС об ИИ", "eu-ai-act:annex-iii/4", "ru"),
    ("ЕО ЖИ актісінің III қосымшасының 4-тармағы", "eu-ai-act:annex-iii/4", "kk"),
    ("point 4(a) of Annex III to Regulation (EU) 2024/1689", "eu-ai-act:annex-iii/4/a", "en"),
    ("Annexes I and III to the AI Act", "eu-ai-act:annex-i eu-ai-act:annex-iii", "en, a list"),
    ("The AI Act is strict. Annex III lists the fields.", "eu-ai-act:annex-iii", "en, the only act"),
    ("The Labour Code is strict. Annex III lists the fields.", "", "no act of the EU"),
    ("recitals 12 and 14 of the GDPR", "eu-gdpr:recital-12 eu-gdpr:recital-14", "en, recitals"),
    ("пункт 71 преамбулы GDPR", "eu-gdpr:recital-71", "ru, preamble"),
    ("GDPR, преамбула, п. 71", "eu-gdpr:recital-71", "ru, preamble first"),
    ("GDPR преамбуласының 71-тармағы", "eu-gdpr:recital-71", "kk, preamble"),
]
WORDS = [
    ("статья пятьдесят вторая ТК", "52", "ru"),
    ("пункт второй статьи сто тринадцатой ТК РК", "113/2", "ru, hundreds"),
    ("статья сорок девять ТК", "49", "ru, cardinal"),
    ("Еңбек кодексінің жүз он үшінші бабының бірінші тармағы", "113/1", "kk"),
    ("Part three of Article 108 of the Labour Code", "108/3", "en, part"),
    ("paragraph one of Article fifty-three LC RK", "53/1", "en"),
    ("the fifty-second article of the Labour Code", "52", "en, ordinal"),
    ("the article one reads about the Labour Code", "", "en, one is somebody"),
]
INSTRUMENTS = [
    ("Казахстан связан Конвенциями МОТ № 29 и № 105", "ilo-c029 ilo-c105", "ru, signs"),
    ("Конвенции МОТ №№ 29 и 105", "ilo-c029 ilo-c105", "ru, a double sign"),
    ("ХЕҰ-ның № 29 және № 105 конвенциялары", "ilo-c029 ilo-c105", "kk"),
    ("ХЕҰ-ның 29 және 105-конвенциялары", "ilo-c029 ilo-c105", "kk, no sign"),
    ("ILO Conventions Nos. 29, 87 and 105", "ilo-c029 ilo-c087 ilo-c105", "en"),
    ("ILO Recommendation No. 227", "ilo-r227", "one that there is not"),
    ("Forced Labour Convention, 1930 (No. 29) of the ILO", "ilo-c029", "number behind the title"),
    ("ILO C212 is new", "ilo-c212", "by its sign"),
    ("Конвенция МОТ № 87 гарантирует (ст. 3) свободу", "ilo-c087:3", "its article is cited, not the whole"),
    ("Казахстан ратифицировал Конвенцию о принудительном труде", "", "no number, nothing to be wrong"),
    ("Конвенция № 87 и 12 работников", "ilo-c087", "people are no convention"),
    ("Replace the bolt with a C190 and an R198, art. no. 4521.", "", "goods"),
    ("Рекомендация 3: улучшить вентиляцию.", "", "not of the ILO"),
    ("Конвенция № 108 Совета Европы", "", "of the Council of Europe"),
]
CLAUSE = [
    ("ТК РК тут ни при чём, а в ГК РК есть ст. 5.", "?", "ru, the act of the clause"),
    ("КоАП РК. По ТК РК применяется ст. 52.", "52", "ru, «по»"),
    ("ӘҚБтК туралы айтты. ЕК-де 52-бап бар.", "52", "kk, the act of the clause, «бар»"),
    ("ӘҚБтК туралы айтты. ЕК-де 52-бап жұмыс істейді.", "52", "kk, the act of the clause"),
    ("The Digital Code. In the Labour Code there is Article 52.", "52", "en"),
    ("ТК РК и КоАП РК говорят: по ст. 52", "!", "two acts and no clause"),
]
NOT = [
    ("Поезд по ТК РК стоит на ст. Арысь 20 минут, на ст. 88-й километр не стоит.", "stations"),
    ("В журнале вышла статья 2 из 5 о ТК РК.", "a series in a magazine"),
    ("Статья 5 газеты о Трудовом кодексе", "a newspaper"),
    ("ЕК емес: шығыс бабы 113 жабылды.", "a line of a budget, kk"),
    ("По ТК РК. Расходы по статье бюджета 113 закрыты.", "a line of a budget, ru"),
    ("Budget article 113 is closed; see the Labour Code.", "a line of a budget, en"),
    ("the Labour Code's 52 articles", "articles are counted"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row[:2], id=row[2]) for row in (*RANGES, *UNITS, *ANNEXES, *WORDS, *INSTRUMENTS, *CLAUSE)],
)
def test_found(text: str, expected: str, whole_corpus: Corpus) -> None:
    check(text, expected, whole_corpus)


@pytest.mark.parametrize("text", [pytest.param(text, id=reason) for text, reason in NOT])
def test_no_citation(text: str, whole_corpus: Corpus) -> None:
    check(text, "", whole_corpus)


@pytest.mark.parametrize("text", ["по ст. 127 расходы возмещаются", "возмещают расходы по ст. 127"])
def test_money_beside_an_article_is_no_budget(text: str, whole_corpus: Corpus) -> None:
    check(f"По ТК РК {text}", "127", whole_corpus)
