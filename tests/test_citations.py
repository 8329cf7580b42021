"""Articles that a question names, and how a provision is cited in each language."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from assistant import catalogue
from assistant.acts import named
from assistant.citations import articles_named, find, label, places_named, ratified
from assistant.corpus import Corpus
from assistant.law import Authority, Digest, Instrument

DAY = date(2026, 7, 1)
SHORT = {"kk": "ҚР ЕК", "ru": "ТК РК", "en": "Labour Code of Kazakhstan"}
CODE = Instrument("kz-labour-code", "kz", Authority.LAW, SHORT, SHORT, SHORT, DAY, DAY, edition=DAY)
ACTS = catalogue.load(Path(__file__).resolve().parent.parent / "corpus" / "catalogue.toml")


@dataclass(frozen=True)
class Named:
    """A question, the articles that it names, and why."""

    text: str
    expected: list[str]
    reason: str


NAMED = [
    Named("что говорит статья 52?", ["52"], "ru, nominative"),
    Named("по статье №52", ["52"], "ru, with a number sign"),
    Named("ст.52", ["52"], "ru, short, no space"),
    Named("Ст 52 ТК", ["52"], "ru, short, no full stop"),
    Named("п. 2 ст. 52", ["52"], "ru, the paragraph is not an article"),
    Named("в 52 статье", ["52"], "ru, number first"),
    Named("52-я статья", ["52"], "ru, ordinal"),
    Named("в 52 статье и ст. 126-1", ["52", "126-1"], "ru, two forms, in the order of the text"),
    Named("ст. 126-1 и ст. 52", ["126-1", "52"], "ru, dashed first"),
    Named("статья 52, снова статья 52", ["52"], "each once"),
    Named("52-бап не туралы?", ["52"], "kk, nominative"),
    Named("52 бап", ["52"], "kk, space"),
    Named("ҚР ЕК 52-бабының 1-тармағы", ["52"], "kk, genitive; the paragraph is not an article"),
    Named("52-бапқа сәйкес", ["52"], "kk, dative"),
    Named("126-1-бап", ["126-1"], "kk, dashed"),
    Named("bap 52", ["52"], "kk in Latin letters"),
    Named("what does article 52 say", ["52"], "en"),
    Named("Art. 126-1", ["126-1"], "en, short, dashed"),
    Named("art 52", ["52"], "en, no full stop"),
    Named("стаж 52 года", [], "«ст» is the beginning of a word"),
    Named("статус 52", [], "another word"),
    Named("Part 5 of the form", [], "«art» inside a word"),
    Named("start 5 days later", [], "«art» inside a word"),
    Named("Сколько дней отпуска?", [], "none"),
    Named("12 балл", [], "«ба» is the beginning of a word"),
    Named("пункт 1 статьи 52", ["52"], "ru, the number of a paragraph stands before «статьи» too"),
    Named("подпункт 3) пункта 1 статьи 52", ["52"], "ru, and that of a subparagraph"),
    Named("пункты 1 и 2 статьи 126-1", ["126-1"], "ru, two paragraphs"),
    Named("2 пункт 52 статьи", ["52"], "ru, numbers first"),
    Named("в 52 статье 3 пункт", ["52"], "ru, the number behind is that of a paragraph"),
    Named("статья52", ["52"], "ru, no space"),
    Named("по статьям 52 и 53 статей", ["52", "53"], "ru, plural"),
    Named("хочу стать 5 разрядом", [], "«стать» is a verb"),
    Named("бап 52", ["52"], "kk, number behind"),
    Named("52-бап 1-тармақ", ["52"], "kk, the number behind is that of a paragraph"),
    Named("52-баптың 1-тармағы", ["52"], "kk, another genitive"),
    Named("52-бабынын 1-тармагы", ["52"], "kk, without its letters"),
    Named("у меня 5 бабушек", [], "«баб» is the beginning of a word"),
    Named("ст. 52-53", ["52", "53"], "a range, for a dashed article is numbered from 1: both ends"),
    Named("52–53-баптар", ["52", "53"], "kk, a range with a long dash"),
    Named("article 12345", [], "no number is cut"),
    Named("", [], "nothing"),
]


@pytest.mark.parametrize("case", NAMED, ids=lambda case: case.text or "empty")
def test_articles_named(case: Named) -> None:
    assert articles_named(case.text) == case.expected, case.reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ст. 52", [("52", "")], id="no act"),
        pytest.param("ст. 52 ТК РК", [("52", "ТК РК")], id="ru, ours"),
        pytest.param("ст. 24 Конституции", [("24", "Конституции")], id="ru, constitution"),
        pytest.param("статья 95 ГК", [("95", "ГК")], id="ru, short"),
        pytest.param(
            "ст. 52 п. 1 Уголовно-процессуального кодекса", [("52", "Уголовно-процессуального кодекса")], id="ru"
        ),
        pytest.param("ст. 24 Социального кодекса РК", [("24", "Социального кодекса")], id="ru, social code"),
        pytest.param("ст. 52 ТК и ст. 24 Конституции", [("52", "ТК"), ("24", "Конституции")], id="two acts"),
        pytest.param("азаматтык кодекстин 52-бабы", [("52", "азаматтык кодекстин")], id="kk, without its letters"),
        pytest.param("article 5 of the Criminal Procedure Code", [("5", "Criminal Procedure Code")], id="en"),
        pytest.param("по ст. 52 уволить по семейным обстоятельствам", [("52", "")], id="no act is named"),
        pytest.param("налоговая задолженность, ст. 115", [("115", "")], id="a tax is no tax code"),
        pytest.param("Constitutional Court on article 52", [("52", "")], id="a court is no constitution"),
        pytest.param("ст. 52 ТК, а не ГК", [("52", "ТК")], id="ours stands nearer"),
        pytest.param("ГК и ТК" + " и так далее" * 6 + ", ст. 52", [("52", "")], id="two acts, both too far away"),
        pytest.param(
            "Цифровой кодекс" + " и так далее" * 6 + ", ст. 43", [("43", "Цифровой кодекс")], id="the only act"
        ),
        pytest.param("по Гражданскому кодексу", [], id="no article"),
        pytest.param("статья 3 Конвенции МОТ № 87", [("3", "Конвенции МОТ № 87")], id="a convention"),
    ],
)
def test_an_article_and_its_act(text: str, expected: list[tuple[str, str]]) -> None:
    assert [
        (place.article, place.act.text if place.act else "") for place in places_named(text, named(text, ACTS))
    ] == expected


@dataclass(frozen=True)
class Label:
    """A place of an article, how each language cites it, and why."""

    id: str
    at: str
    kk: str
    ru: str
    en: str
    reason: str
    article: str = "54"
    numbering: str = "paragraphs"
    structure: tuple[str, ...] = ("1", "2")


LABELS = [
    Label("article", "", "54-бап", "ст. 54", "art. 54", "the whole article"),
    Label("paragraph", "1", "54-бап, 1-тармақ", "ст. 54, п. 1", "art. 54(1)", "numbered paragraph"),
    Label(
        "subparagraph",
        "1/2",
        "54-бап, 1-тармақ, 2) тармақша",
        "ст. 54, п. 1, пп. 2",
        "art. 54(1)(2)",
        "numbered paragraph and its subparagraph",
    ),
    Label("part", "2", "54-бап, 2-бөлік", "ст. 54, ч. 2", "art. 54, part 2", "parts are counted", numbering="parts"),
    Label(
        "part and subparagraph",
        "2/3",
        "54-бап, 2-бөлік, 3) тармақша",
        "ст. 54, ч. 2, пп. 3",
        "art. 54, part 2(3)",
        "a list inside a part",
        numbering="parts",
    ),
    Label(
        "single part",
        "1",
        "88-бап",
        "ст. 88",
        "art. 88",
        "the only part is not named",
        article="88",
        numbering="parts",
        structure=("1",),
    ),
    Label(
        "single part and subparagraph",
        "1/20",
        "22-бап, 20) тармақша",
        "ст. 22, пп. 20",
        "art. 22(20)",
        "the only part is not named, its subparagraph is",
        article="22",
        numbering="parts",
        structure=("1",),
    ),
    Label(
        "single paragraph",
        "1",
        "54-бап, 1-тармақ",
        "ст. 54, п. 1",
        "art. 54(1)",
        "a number that stands in the act is named though it is the only one",
        structure=("1",),
    ),
    Label(
        "dashed",
        "1-1/4-1",
        "126-1-бап, 1-1-тармақ, 4-1) тармақша",
        "ст. 126-1, п. 1-1, пп. 4-1",
        "art. 126-1(1-1)(4-1)",
        "dashed numbers stay as they are",
        article="126-1",
        structure=("1", "1-1"),
    ),
]


@pytest.mark.parametrize(
    ("place", "at", "expected"),
    [
        pytest.param("ilo-c087/2", "1", "Конвенция МОТ № 87, ст. 2, п. 1", id="convention"),
        pytest.param("ilo-r198/9", "", "Рекомендация МОТ № 198, п. 9", id="recommendation"),
        pytest.param("eu-ai-act/annex-iii", "4/a", "Акт ЕС об ИИ, приложение III, п. 4, пп. a", id="annex"),
        pytest.param("eu-ai-act/5", "4/a/i", "Акт ЕС об ИИ, ст. 5, п. 4, пп. a (i)", id="what lies deeper"),
        pytest.param("industriall-ai-policy/2", "3", "IndustriALL, документ об ИИ, гл. 2, п. 3", id="chapter"),
        pytest.param("kz-figures-2026/1", "", "Показатели 2026 года, п. 1", id="entry"),
        pytest.param("ilo-c193/3", "1", "Конвенция МОТ № 193, тема 3", id="a theme"),
        pytest.param("kz-figures-2026/1", "4", "Показатели 2026 года, п. 1.4", id="a place in an entry"),
    ],
)
def test_label_by_what_the_places_of_an_act_are_called(place: str, at: str, expected: str) -> None:
    act, _, article = place.partition("/")
    digest = Digest(act, article, DAY, {"1": (), "4": ("a",)}, "paragraphs", {}, (), (), {})
    assert label(ACTS[act], digest, at, "ru") == expected


@pytest.mark.parametrize(
    ("act", "lang", "expected"),
    [
        pytest.param("ilo-c087", "ru", "Конвенция МОТ № 87: ратифицировали – Казахстан (2000).", id="a year"),
        pytest.param("ilo-c138", "en", "ILO Convention No. 138: ratified by Kazakhstan (18 May 2001).", id="a day"),
        pytest.param(
            "ilo-c135",
            "kk",
            "ХЕҰ № 135 конвенциясы: ратификациялаған ел – Қазақстан (күні анықталмаған).",
            id="undated",
        ),
        pytest.param("ilo-c154", "ru", "", id="not ratified"),
    ],
)
def test_who_ratified(act: str, lang: str, expected: str) -> None:
    assert ratified(ACTS[act], lang) == expected


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
@pytest.mark.parametrize("case", LABELS, ids=lambda case: case.id)
def test_label(case: Label, lang: str) -> None:
    structure: dict[str, tuple[str, ...]] = dict.fromkeys(case.structure, ())
    digest = Digest(CODE.id, case.article, DAY, structure, case.numbering, {}, (), (), {})
    assert label(CODE, digest, case.at, lang) == f"{SHORT[lang]}, {getattr(case, lang)}", case.reason


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_every_label_is_found_as_what_it_stands_for(lang: str, whole_corpus: Corpus) -> None:
    wrong = {}
    for digest in whole_corpus.digests[::15]:  # all 15,819 labels were found once; a sample keeps this fast
        act = whole_corpus.instruments[digest.instrument]
        inner = [f"{p}/{sub}" for p, subs in digest.structure.items() for sub in subs if p]
        for at in ("", *filter(None, digest.structure), *inner):
            said = label(act, digest, at, lang)
            cited = find(said, whole_corpus.instruments, known=whole_corpus.by_article).citations
            found = [str(each.provision) for each in cited]
            unsaid = digest.numbering == "parts" and len(digest.structure) == 1 or act.numbered == "themes"
            if found not in ([f"{digest.id}/{at}".rstrip("/")], [str(digest.id)] if unsaid else None):
                wrong[said] = found
    assert wrong == {}


@pytest.mark.slow
def test_a_document_of_forty_pages_takes_a_moment(whole_corpus: Corpus) -> None:
    page = (
        "Работодатель нарушил пп. 8) п. 1 ст. 52 ТК РК и 113-бап. " + "Обычные слова без ссылок, и ещё немного. " * 60
    )
    text = page * (100_000 // len(page) + 1)
    find(text[:3000], whole_corpus.instruments)
    begins = time.process_time()
    found = find(text, whole_corpus.instruments, known=whole_corpus.by_article)
    assert len(found.citations) == 2 * text.count("нарушил")
    assert time.process_time() - begins < 2, "measured 0.3 s of an idle machine"
