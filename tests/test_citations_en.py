"""Citations in English texts: what is found and as what."""

from __future__ import annotations

import pytest

from assistant.corpus import Corpus
from tests.cited import check

FORMS = [
    ("LC RK art. 52(1)(8)", "52/1/8", "brackets"),
    ("Article 52(1)8) of the Labour Code", "52/1/8", "half a bracket"),
    ("Labour Code, s. 52", "52", "section"),
    ("Section 52 of the Labour Code", "52", "section in full"),
    ("§ 52 of the Labour Code", "52", "sign of a section"),
    ("subparagraph 8 of paragraph 1 of Article 52 of the Labour Code", "52/1/8", "in full"),
    ("LC RK, Article 54, paragraph 1, subparagraph 2", "54/1/2", "act first"),
    ("Art. 52 para. 1 subpara. 8 LC RK", "52/1/8", "short"),
    ("Article 52 paragraph (1) subparagraph (8) of the Labour Code", "52/1/8", "units and brackets"),
    ("Labor Code of Kazakhstan, Art. 52.1.8", "52/1/8", "points"),
    ("the Labour Code's Article 52", "52", "possessive"),
    ("Labour Code (Art. 88)", "88", "in brackets"),
    ("the second paragraph of Article 52 of the Labour Code", "52/2", "ordinal"),
    ("Article 126-1 of the LC RK", "126-1", "dashed"),
    ("Article 15(3) LC RK", "15/1/3", "a subparagraph of the only part"),
    ("ARTICLE 52 OF THE LABOUR CODE", "52", "capitals"),
    ("Article 412 of the Labour Code", "412", "an article that there is not"),
    ("Article 113 of the Labor Code of the Republic of Kazakhstan, paragraph 2", "113/2", "inner behind the act"),
]
LISTS = [
    ("Arts. 52–54 of the Labour Code", "52 53 54", "range"),
    ("Articles 52 to 54 of the Labour Code", "52 53 54", "range in words"),
    ("Articles 22 and 25 LC RK", "22 25", "and"),
    ("Arts 52, 53 & 54 LC RK", "52 53 54", "ampersand"),
    ("paragraphs 1 and 3 of Article 54 of the Labour Code", "54/1 54/3", "paragraphs"),
    ("Articles 22, 23(1) and 25(2)(1) of the Labour Code", "22 23/1 25/2/1", "brackets in a list"),
    ("Articles 6(1)(a) and (f) of the GDPR", "eu-gdpr:6/1/a eu-gdpr:6/1/f", "a bracket that goes on"),
    ("Articles 54(1) and (2) LC RK", "54/1 54/2", "a paragraph that goes on"),
    ("Art. 52(1)(8) and Art. 53 of the Labour Code", "52/1/8 53", "the act behind is of both"),
    ("Article 5, 10 days, of the Labour Code", "5", "days are counted"),
]
ACTS = [
    ("C190 Art. 9(b)", "ilo-c190:9/1/b", "a letter where the paragraphs are not known"),
    ("Article 1(a) of C100", "ilo-c100:1/1/a", "a letter under the only paragraph"),
    ("Article 3 of ILO Convention No. 87", "ilo-c087:3", "convention"),
    ("ILO Convention No. 87, Articles 2 and 3", "ilo-c087:2 ilo-c087:3", "act first"),
    ("ILO Conventions No. 87, Art. 2 and No. 98, Art. 4", "ilo-c087:2 ilo-c098:4", "the second by its number"),
    ("Paragraph 9 of ILO Recommendation No. 198", "ilo-r198:9", "a recommendation has paragraphs"),
    ("R198, para. 13", "ilo-r198:13", "its sign"),
    ("GDPR Art. 22(3)", "eu-gdpr:22/3", "regulation"),
    ("Article 26(7) of the EU AI Act", "eu-ai-act:26/7", "act of the EU"),
    ("Annex III, point 4(a) of the AI Act", "eu-ai-act:annex-iii/4/a", "annex"),
    ('Article 5 of the Law "On Trade Unions"', "tu:5", "title"),
    ("Article 16 of the Law of the Republic of Kazakhstan on Trade Unions", "tu:16", "country inside"),
    ("Part 2 of Article 87 of the Code of Administrative Offences", "koap:87/2", "part"),
    ("Article 100 of the Labour Code of Uzbekistan", "uz-labour-code:100", "another country"),
    ("Article 81 of the Labour Code of the Russian Federation", "ru-labour-code:81", "Russia"),
    ("Russian Labour Code, Article 77", "ru-labour-code:77", "adjective"),
    ("Labour Code of Georgia, Article 37", "?", "a country of which nothing is known"),
    ("Article 24 of the Constitution", "?", "constitution"),
    ("Article 5 of the Tax Code", "?", "a code that is not held"),
    ("section 98 of the Employment Rights Act 1996", "?", "a foreign act"),
]
NOT = [
    ("Section 3 of this agreement", "agreement"),
    ("Article 22 of the employment contract", "contract"),
    ("section 4, page 52, Part 3 of the report", "report"),
    ("Chapter 5 of the Labour Code", "a chapter of an act with articles"),
    ("an article of 52 pages", "another article"),
    ("paragraph 2 of that Article", "nothing was named before"),
    ("5 articles and 3 points", "counts"),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row[:2], id=row[2]) for row in (*FORMS, *LISTS, *ACTS)])
def test_found(text: str, expected: str, whole_corpus: Corpus) -> None:
    check(text, expected, whole_corpus)


@pytest.mark.parametrize("text", [pytest.param(text, id=reason) for text, reason in NOT])
def test_no_citation(text: str, whole_corpus: Corpus) -> None:
    check(text, "", whole_corpus)
