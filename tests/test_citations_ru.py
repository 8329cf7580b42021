"""Citations in Russian texts: what is found and as what."""

from __future__ import annotations

import pytest

from assistant.citations import find
from assistant.corpus import Corpus
from tests.cited import check

FORMS = [
    ("пп. 8) п. 1 ст. 52 ТК РК", "52/1/8", "short, inner first"),
    ("подпункт 8) пункта 1 статьи 52 Трудового кодекса Республики Казахстан", "52/1/8", "in full"),
    ("По ТК РК ст. 52 п. 1 пп. 8", "52/1/8", "act first, inner last"),
    ("пп.8) п.1 ст.52 ТК РК", "52/1/8", "no spaces"),
    ("п1ст52 тк", "52/1", "no spaces, no full stops, small letters"),
    ("п.п. 8 п. 1 ст. 52 ТК РК", "52/1/8", "«п.п.» is a subparagraph beside «п.»"),
    ("статья 54, пункт 1 ТК", "54/1", "commas"),
    ("ст. 54 ТК РК (п. 1, пп. 2)", "54/1/2", "inner in brackets behind the act"),
    ("ст. 54 (п. 1) ТК РК", "54/1", "inner in brackets before the act"),
    ("ТК РК, ст. 52", "52", "act first, comma"),
    ("Трудовой кодекс: ст. 113, п. 1", "113/1", "act first, colon"),
    ("ТРУДОВОЙ КОДЕКС, СТ. 52", "52", "capitals"),
    ("ч. 2 ст. 88 ТК РК", "88/2", "a part counts like a paragraph"),
    ("часть вторая статьи 88 ТК", "88/2", "a part in words"),
    ("частями первой и второй статьи 87 КоАП", "koap:87/1 koap:87/2", "two parts in words"),
    ("первая часть статьи 88 ТК РК", "88/1", "the word before the unit"),
    ("часть вторая пункта 1 статьи 52 ТК", "52/1", "a part of a paragraph is no place"),
    ("абзац второй пункта 1 статьи 54 ТК РК", "54/1", "nor is a sentence"),
    ("ст. 113 ТК РК абз. 2", "113", "a sentence of the article"),
    ("пп. 3 ст. 15 ТК РК", "15/1/3", "the only part is not named"),
    ("пп. 20 ст. 22 ТК РК", "22/1/20", "only one paragraph has such a subparagraph"),
    ("пп. 2 ст. 23 ТК", "!", "two paragraphs have such a subparagraph"),
    ("п.п. 1, 2 ст. 50 ТК РК", "50/1 50/2", "«п.п.» is paragraphs where there are no subparagraphs"),
    ("в 52 статье ТК", "52", "number first"),
    ("по 52-й статье ТК РК", "52", "ordinal"),
    ("2 пункт 52 статьи ТК", "52/2", "numbers first"),
    ("статья 52-1 ТК РК", "52-1", "a dashed article that there is not"),
    ("статья 412 ТК РК", "412", "an article that there is not keeps its number"),
    ("ст. 126¹ ТК РК", "126-1", "a raised number"),
    ("ст. 52.1 ТК РК", "52/1", "a point before the paragraph"),
    ("ст. 5З ТК РК", "53", "a letter read for a digit"),
    ("Статьёй 52 ТК, о статье 54 ТК, статью 56 ТК", "52 54 56", "cases"),
]
LISTS = [
    ("ст.ст. 52–54 ТК РК", "52 53 54", "a range"),
    ("ст. 52-53 ТК", "52 53", "a range with a hyphen"),
    ("ст. 52 - 54 ТК", "52 53 54", "a hyphen between spaces"),
    ("пункт 2 статьи 23 (подпункты 1 и 3) ТК", "23/2/1 23/2/3", "subparagraphs behind, their paragraph before"),
    ("с 52 по 54 статьи ТК", "52 53 54", "a range in words"),
    ("статьями 126-1, 127 ТК", "126-1 127", "a dashed article in a list"),
    ("статьи 126–128 ТК", "126 127 128", "126-1 inside a range is not invented"),
    ("ст. 127-1 – 127-3 ТК", "127-1 127-2 127-3", "a range of dashed articles"),
    ("ст. 52,53 ТК РК", "52 53", "no space"),
    ("согласно ст.ст. 52, 53, 54-56 ТК РК", "52 53 54 55 56", "list and range"),
    ("пунктами 1 и 2 статьи 50 ТК", "50/1 50/2", "paragraphs"),
    ("подпунктами 1), 3) и 5) пункта 1 статьи 52 ТК", "52/1/1 52/1/3 52/1/5", "subparagraphs"),
    (
        "пунктов 3), 4) и 12) части первой статьи 35 ТК РФ",
        " ".join(f"ru-labour-code:35/1/{n}" for n in (3, 4, 12)),
        "paragraphs of a part, with brackets",
    ),
    ("подпункты 1)-3) пункта 1 статьи 52 ТК РК", "52/1/1 52/1/2 52/1/3", "a range of subparagraphs"),
    ("пункты 1-1 и 2 статьи 50 ТК РК", "50/1-1 50/2", "a dashed paragraph"),
    ("пп. 1 п. 1 и пп. 3 п. 2 ст. 52 ТК РК", "52/1/1 52/2/3", "two pairs in one article"),
    ("ст. 52 п. 1, ст. 54 п. 2 ТК", "52/1 54/2", "inner behind each article"),
    ("п. 1 ст. 54, пп. 2 п. 2 ст. 23 ТК РК", "54/1 23/2/2", "inner before each article"),
    ("ст. 52, ст. 53 и п. 1 ст. 113 ТК РК", "52 53 113/1", "the act behind is of all"),
    ("ТК РК (ст.ст. 22-24; 52)", "22 23 24 52", "semicolon"),
    ("ст. 52, 3 работника ТК", "52", "people are counted"),
    ("ст. 52, 5 января 2026 года по ТК", "52", "a date"),
    ("1) ст. 52 ТК РК;\n2) ст. 53;\n3) ст. 54", "52 53 54", "numbered lines"),
    ("ст. 52 (п. 1), 53 ТК", "52/1 53", "what follows a bracket is an article, no paragraph"),
]
ACTS = [
    ("ст. 43 Цифрового кодекса", "kz-digital-code:43", "Digital Code"),
    ("ст. 12 ЦК РК", "kz-digital-code:12", "its abbreviation"),
    ("ч. 1 ст. 87 КоАП РК", "koap:87/1", "offences"),
    ("ст. 87 Кодекса РК об административных правонарушениях", "koap:87", "country inside the title"),
    ("ст. 16 Закона РК о профсоюзах", "tu:16", "country inside"),
    ("Закон РК «О профессиональных союзах», ст. 16", "tu:16", "title in quotation marks"),
    ("ст. 16 Закона РК от 27 июня 2014 года № 211-V «О профессиональных союзах»", "tu:16", "date and number"),
    ("ст. 16 Закона № 211-V", "tu:16", "number alone"),
    ("ст. 5 Закона об ИИ", "kz-ai-law:5", "AI law"),
    ("Статья 3 Конвенции МОТ № 87", "ilo-c087:3", "convention"),
    ("ст. 3 и 4 Конвенции 87", "ilo-c087:3 ilo-c087:4", "no sign"),
    ("Конвенции МОТ №87 (ст.3) и №98 (ст.4)", "ilo-c087:3 ilo-c098:4", "the second by its number alone"),
    ("С190, ст. 9", "ilo-c190:9", "Cyrillic letter"),
    ("п. 13 Рекомендации МОТ № 198", "ilo-r198:13", "a recommendation has paragraphs"),
    ("статья 5 Конвенции МОТ № 169", "ilo-c169:5", "not in the catalogue, but it has an id"),
    ("пп. «а» п. 1 ст. 6 GDPR", "eu-gdpr:6/1/a", "a letter"),
    ("Акт ЕС об ИИ, приложение III, п. 4, пп. a", "eu-ai-act:annex-iii/4/a", "annex"),
    ("ст. 22 Регламента (ЕС) 2016/679", "eu-gdpr:22", "a regulation by its number"),
    ("статья 13 Директивы 2016/680", "?", "a directive that is not held"),
    ("ст. 77 ТК РФ", "ru-labour-code:77", "Russia"),
    ("п.8 ч.1 ст.77 ТК РФ", "ru-labour-code:77/1/8", "a paragraph of a part"),
    ("ст. 5 Трудового кодекса Российской Федерации", "ru-labour-code:5", "Russia in full"),
    ("ст. 83 ТК КР", "kg-labour-code:83", "Kyrgyzstan"),
    ("Трудового кодекса Республики Узбекистан, ст. 100", "uz-labour-code:100", "Uzbekistan"),
    ("ст. 37 ТК Грузии", "?", "a country of which nothing is known"),
    ("ст. 24 Конституции РК", "?", "constitution"),
    ("ст. 152 ГПК РК и ст. 5 ГК РК", "? ?", "codes by abbreviation"),
    ("ст. 5 Водного кодекса", "?", "a code by its adjective"),
    ("ст. 7 Закона РК от 16 мая 2014 года «О разрешениях»", "?", "a law by its title"),
    ("ст. 9 Конвенции ООН о правах инвалидов", "?", "not of the ILO"),
    ("ст. 23 Всеобщей декларации", "?", "declaration"),
    ("по ст. 52 ГК РК и ст. 52 ТК РК", "? 52", "each its own"),
    ("ТК РК, ст. 52, ГК РК, ст. 5", "52 ?", "acts first"),
    ("п. 1 ст. 52 ТК, п. 2 ст. 5 Закона РК о профсоюзах", "52/1 tu:5/2", "acts last"),
]
LETTERS = [
    ("cт. 52 TК PК", "52", "mixed"),
    ("п. 1 cтaтьи 54, TK PK", "54/1", "whole words in Latin letters"),
    ("ст.\u00a052 ТК\u00a0РК", "52", "no-break spaces"),
    ("ста\u00adтьи 52 ТК РК", "52", "soft hyphen"),
    ("ста-\nтьи 52 ТК РК", "52", "divided word"),
    ("статья\n52\nТрудового\nкодекса", "52", "line breaks"),
    ("ст . 52 п . 1 пп . 8 ТК РК", "52/1/8", "spaces before full stops"),
]
NOT = [
    ("п. 5 договора", "contract"),
    ("ст. 5 настоящего трудового договора", "article of a contract"),
    ("ст. 52 устава ТОО", "charter"),
    ("пункт 3 приказа, пункт 1 протокола", "order and minutes"),
    ("п. 3 Правил внутреннего распорядка", "rules"),
    ("В кодексе 204 статьи, из них 5 статей новые", "articles are counted"),
    ("стр. 52, с. 52, гл. 5, раздел 2", "pages and chapters"),
    ("ИИН 880101300123, тел. 8 701 123 45 67", "numbers of people"),
    ("от 12.05.2024 № 52 на 500 000 тенге", "date and sum"),
    ("статья 2024 года, статья 500 тенге", "year and sum behind the word"),
    ("глава 5 ТК РК", "a chapter of an act with articles"),
    ("2 ст. л. и стаж 52 года", "other words"),
    ("Ведомости Парламента, 2009 г., № 8, ст. 44", "gazette"),
    ("там же, п. 3", "nothing was named before"),
]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*row[:2], id=row[2]) for row in (*FORMS, *LISTS, *ACTS, *LETTERS)]
)
def test_found(text: str, expected: str, whole_corpus: Corpus) -> None:
    check(text, expected, whole_corpus)


@pytest.mark.parametrize("text", [pytest.param(text, id=reason) for text, reason in NOT])
def test_no_citation(text: str, whole_corpus: Corpus) -> None:
    check(text, "", whole_corpus)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("5 января по ст. 52 ТК РК выплатили", ["ст. 52 ТК РК"], id="with its act"),
        pytest.param("«ТК РК» (ст. 52)", ["«ТК РК» (ст. 52)"], id="brackets and quotation marks are closed"),
        pytest.param("ст.ст. 52–54 ТК", ["ст.ст. 52", "52–54", "54"], id="a range: what is not written has all of it"),
        pytest.param("пп. 1) и 3) п. 1 ст. 52 ТК", ["пп. 1)", "3)"], id="a list: the head, then numbers"),
    ],
)
def test_spans(text: str, expected: list[str], whole_corpus: Corpus) -> None:
    found = find(text, whole_corpus.instruments, known=whole_corpus.by_article)
    assert [cited.text for cited in found.citations] == expected
