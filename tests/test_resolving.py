"""References to what was named before, abbreviations that a document defines, and acts that could be two."""

from __future__ import annotations

import pytest

from assistant.citations import find
from assistant.cited import NO_ACT, SEVERAL_ACTS, SEVERAL_PARAGRAPHS
from assistant.corpus import Corpus
from tests.cited import HOME, check, ids

BEFORE = [
    ("ст. 52 ТК. Пункт 2 той же статьи", "52 52/2", "ru, the same article"),
    ("статью 113 ТК нарушили; согласно п. 2 этой статьи", "113 113/2", "ru, this article"),
    ("ст. 52 ТК; пп. 1) п. 2 указанной статьи", "52 52/2/1", "ru, subparagraph of it"),
    ("ст. 52 ТК. В той же статье сказано", "52 52", "ru, the whole of it again"),
    ("ст. 52 ТК РК; п. 3 ст. 54 того же Кодекса", "52 54/3", "ru, the same code"),
    ("ст. 5 КоАП и ст. 52 ТК РК, ст. 53 названного Кодекса", "koap:5 52 53", "ru, the code named last"),
    ("Статья 52 ТК РК. Там же, ст. 53", "52 53", "ru, another article of it"),
    ("ст. 52 ТК РК. Там же, п. 2", "52 52/2", "ru, another paragraph of it"),
    ("п. 2 указанной статьи 52 ТК", "52/2", "ru, the number stands behind"),
    ("ҚР ЕК 52-бабы. Аталған баптың 2-тармағы", "52 52/2", "kk, the said article"),
    ("ЕК 52-бабы. Сол баптың 1-тармағының 3) тармақшасы", "52 52/1/3", "kk, that article"),
    ("Еңбек кодексінің 52-бабы. Сол кодекстің 54-бабы. Осы баптың 2-тармағы", "52 54 54/2", "kk, that code"),
    ("Article 52 of the Labour Code. Paragraph 2 of the same article", "52 52/2", "en, the same article"),
    ("Article 52 of the Labour Code and paragraph 2 thereof", "52 52/2", "en, thereof"),
    ("Article 52 of the Labour Code; Article 54 of the said Code", "52 54", "en, the said code"),
    ("Article 88 of the Labour Code. Ibid., para. 1", "88 88/1", "en, ibid. with a paragraph"),
    ("Article 88 of the Labour Code. Ibid., Article 89", "88 89", "en, ibid. with an article"),
    ("Article 88(1) of the Labour Code. Ibid.", "88/1 88/1", "en, ibid. alone"),
]
DEFINED = [
    ("Трудовой кодекс РК (далее – ТК). ст. 5 ТК и статья 6", "5 6", "ru, abbreviation"),
    ("Трудовой кодекс РК от 23 ноября 2015 года № 414-V (далее — Кодекс). Статья 22 Кодекса", "22", "ru, a word"),
    ("Закон РК о профсоюзах (далее – Закон), ТК РК. Статья 16 Закона", "tu:16", "ru, a law"),
    ("Трудовой кодекс Российской Федерации (далее – ТК). ст. 77 ТК", "ru-labour-code:77", "ru, not our code"),
    ("Қазақстан Республикасының Еңбек кодексі (бұдан әрі – Кодекс). Кодекстің 53-бабы", "53", "kk"),
    ("the Labour Code (hereinafter the Code). Article 5 of the Code", "5", "en"),
    ('the Labour Code (the "Code"), the Digital Code. Article 53 of the Code', "53", "en, quotation marks"),
]
ONE_ACT = [
    ("Под Трудовой кодекс подпадают все. Статья 113 говорит о выплате.", "113", "ru, one act in the text"),
    ("На основании ст. 52 ТК приказываю. Выплатить по ст. 113.", "52 113", "ru, after it"),
    ("Статья 113 применима, см. Трудовой кодекс", "113", "ru, the act comes later"),
    ("Трудовой кодекс и Закон о профсоюзах. ст. 5 Закона, ст. 7 Кодекса", "tu:5 7", "ru, one of each kind"),
    ("Цифрлық кодекс қабылданды. 43-бап", "kz-digital-code:43", "kk"),
    ("The Labour Code applies. Article 57 adds more.", "57", "en"),
    ("Конституция РК; статья 24", "?", "an act that is not held is an act too"),
]
AMBIGUOUS = [
    ("Уволили по ст. 52", "!", "ru, no act"),
    ("ТК РК и ГК РК. Применили ст. 52", "!", "ru, two acts"),
    ("КоАП и Трудовой кодекс. Статья 52 Кодекса", "!", "ru, two codes"),
    ("Статья 5 Закона", "!", "ru, no law is named"),
    ("ст. 5 КоАП, ст. 52 ТК, потом ст. 53 и ст. 54 ТК", "koap:5 52 53 54", "ru, joined to one that says it"),
    ("Еңбек кодексі мен Әлеуметтік кодекс. 52-бап", "!", "kk, two codes"),
    ("52-бапта айтылған", "!", "kk, no act"),
    ("The Labour Code and the Digital Code apply. Article 43 matters.", "!", "en, two codes"),
    ("Article 15 of the Convention", "!", "en, no convention is named"),
]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*row[:2], id=row[2]) for row in (*BEFORE, *DEFINED, *ONE_ACT, *AMBIGUOUS)]
)
def test_found(text: str, expected: str, whole_corpus: Corpus) -> None:
    check(text, expected, whole_corpus)


@pytest.mark.parametrize(
    ("text", "reason", "candidates"),
    [
        pytest.param("ст. 52", NO_ACT, (), id="no act"),
        pytest.param("ТК и КоАП: по закону. ст. 52", SEVERAL_ACTS, (HOME, "kz-administrative-offences-code"), id="two"),
        pytest.param("пп. 2 ст. 23 ТК", SEVERAL_PARAGRAPHS, (f"{HOME}/23/1/2", f"{HOME}/23/2/2"), id="two paragraphs"),
    ],
)
def test_why_it_is_ambiguous(text: str, reason: str, candidates: tuple[str, ...], whole_corpus: Corpus) -> None:
    (found,) = find(text, whole_corpus.instruments, known=whole_corpus.by_article).ambiguous
    assert (found.reason, found.candidates) == (reason, candidates)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ст. 52", [f"{HOME}/52"], id="no act: the default"),
        pytest.param("ТК РК и КоАП. ст. 52", [f"{HOME}/52"], id="two acts: the default"),
        pytest.param("Цифровой кодекс. ст. 43", ["kz-digital-code/43"], id="one act: that one"),
        pytest.param("ст. 52 Кодекса", [f"{HOME}/52"], id="a code: the default is one"),
        pytest.param("ст. 52 Закона", [], id="a law: the default is none"),
    ],
)
def test_default(text: str, expected: list[str], whole_corpus: Corpus) -> None:
    assert ids(find(text, whole_corpus.instruments, HOME, whole_corpus.by_article)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Конституция и ГК. статья 52", [f"{HOME}/52"], id="its own article, whatever is named"),
        pytest.param("ГК РК. п. 1 статьи 52 настоящего Кодекса", [f"{HOME}/52/1"], id="this code"),
        pytest.param("осы Кодекстің 52-бабы", [f"{HOME}/52"], id="kk, this code"),
        pytest.param(
            "Статья 52. Первое\n\nсм. статью 113.\n\nпункт 1 настоящей статьи",
            [f"{HOME}/52", f"{HOME}/113", f"{HOME}/52/1"],
            id="this article is the one that it stands in",
        ),
    ],
)
def test_a_document_that_is_the_act(text: str, expected: list[str], whole_corpus: Corpus) -> None:
    found = find(text, whole_corpus.instruments, known=whole_corpus.by_article, document=HOME)
    assert ids(found) == expected


def test_this_code_is_the_one_named_last_where_the_document_is_no_act(whole_corpus: Corpus) -> None:
    check("КоАП. Трудовой кодекс. ст. 52 настоящего Кодекса", "52", whole_corpus)


def test_without_digests_a_range_and_a_dashed_article_are_told_apart_by_size(whole_corpus: Corpus) -> None:
    found = find("ст. 52-53 и 126-1 ТК", whole_corpus.instruments)
    assert ids(found) == [f"{HOME}/52", f"{HOME}/53", f"{HOME}/126-1"]


def test_known_articles_decide(whole_corpus: Corpus) -> None:
    found = find("ст. 52-53 ТК", whole_corpus.instruments, known={f"{HOME}/52-53"})
    assert ids(found) == [f"{HOME}/52-53"]
