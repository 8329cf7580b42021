"""What is not ours to answer: the kinds of scope.yaml, other countries' law, articles that are not there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from assistant import catalogue, scope
from assistant.corpus import Corpus
from assistant.errors import CorpusError
from assistant.language import fold
from assistant.law import LANGUAGES, Digest
from assistant.refusal import by_name, foreign_law, out_of_scope
from assistant.retrieval import Found
from assistant.scope import Guidance, Kind, Scope, Step

FOLDER = Path(__file__).resolve().parent.parent / "corpus"
ACTS = catalogue.load(FOLDER / "catalogue.toml")
REAL = scope.load_scope(FOLDER / "scope.yaml")
LEAST = 10  # questions a kind and language
ACT = "kz-labour-code"
PASSING = 4  # of 17,000 questions so many name a country in passing in a way that no rule knows yet


def held(article: str) -> Digest:
    """A digest that says nothing but its number."""
    return Digest(ACT, article, date(2026, 7, 1), {"1": ()}, "parts", {}, (), (), {})


CORPUS = Corpus(ACTS, tuple(map(held, ("52", "115", "126-1", "204"))), REAL, Guidance(()))


@pytest.mark.parametrize("kind", REAL.kinds, ids=lambda kind: kind.id)
def test_a_kind_is_known_by_its_questions(kind: Kind) -> None:
    assert {lang: len(kind.questions[lang]) for lang in LANGUAGES if len(kind.questions[lang]) < LEAST} == {}
    assert kind.questions.keys() == set(LANGUAGES)
    assert all(question.strip() for asked in kind.questions.values() for question in asked)


@pytest.mark.parametrize("kind", REAL.kinds, ids=lambda kind: kind.id)
def test_a_kind_says_why_in_three_languages(kind: Kind) -> None:
    assert kind.reason
    assert kind.say.keys() == set(LANGUAGES)
    assert len({text.strip() for text in kind.say.values()} - {""}) == len(LANGUAGES)
    assert not any("{" in text for text in kind.say.values())


def test_the_sentences_without_a_kind() -> None:
    assert {"other_country", "no_such_article", "not_held", "nothing_close", "other_language"} <= REAL.say.keys()
    for key, said in REAL.say.items():
        assert said.keys() == set(LANGUAGES), key
        assert len({"{detail}" in text for text in said.values()}) == 1, key


def test_no_question_twice() -> None:
    asked = Counter(fold(q).strip(" ?!.") for kind in REAL.kinds for lang in LANGUAGES for q in kind.questions[lang])
    assert [question for question, count in asked.items() if count > 1] == []


def test_kinds_and_countries_stand_once() -> None:
    assert len({kind.id for kind in REAL.kinds}) == len(REAL.kinds)
    assert len({country.code for country in REAL.countries}) == len(REAL.countries)
    stems = Counter(stem for country in REAL.countries for stem in country.stems)
    assert [stem for stem, count in stems.items() if count > 1] == []


def test_stems_are_folded() -> None:
    lists = [REAL.origin, REAL.work_here, REAL.law_words, REAL.of_work, REAL.own_country, REAL.own_places]
    lists += [country.stems for country in REAL.countries] + [kind.stems for kind in REAL.kinds]
    stems = [stem for each in lists for stem in each]
    assert [stem for stem in stems if fold(stem) != stem or stem != stem.strip() or not stem] == []


@pytest.mark.parametrize(
    ("question", "kind", "refused"),
    [
        ("My boss screams and swears at me", "attack", False),
        ("You scream and swear at me", "attack", True),
        ("Директор обещает всех заменить роботами, что нас ждет", "prediction", False),
        ("Шеф, составь мне ложный приказ", "invent", True),
        ("My employer in Omsk pays late", "foreign_labour_law", True),
    ],
)
def test_words_of_work_speak_for_an_article_but_not_against_a_forgery_or_a_job_abroad(
    question: str, kind: str, refused: bool
) -> None:
    lang = "en" if question.isascii() else "ru"
    even = Found((), ((f"scope/{kind}", 0.5),), {}, 0.5)
    assert (out_of_scope(question, lang, even, CORPUS, date(2026, 11, 23)) is not None) == refused


@dataclass(frozen=True)
class Case:
    """A question, what is expected of it, and why."""

    text: str
    expected: bool | str | None
    reason: str


LONG = (
    "Сәлеметсіз бе, тігін фабрикасында сегіз жыл тігінші болып істеймін, екі балам бар. {} Жұма күні бәрімізді жинап, "
    "дүйсенбіден бастап кесте де, ақы да өзгереді деді, ұжымдық шартта бұл туралы ештеңе жоқ. Мұндай өзгерісті "
    "неше күн бұрын айтуға міндетті еді, заң не дейді?"
)
FOREIGN = [
    Case("Какой минимальный отпуск в России?", True, "names another country and nothing of ours"),
    Case("сколько дней отпуска по закону Узбекистана", True, "its law is named"),
    Case("в рф сколько дней отпуск", True, "a short name is a whole word"),
    Case("США минималка", True, "capitals"),
    Case("Командировка в Китай: какая оплата по закону Китая?", True, "a trip, yet its law is asked for"),
    Case("В Германии изменили отпуск?", True, "«из» is a whole word, not a beginning"),
    Case("Ресейде демалыс қанша күн?", True, "kk"),
    Case("Түркияда еңбек заңы бойынша жалақы қашан төленеді?", True, "kk, its law is named"),
    Case("What is overtime pay in Germany?", True, "en"),
    Case("Is overtime paid double under the law of Turkey?", True, "en, its law is named"),
    Case("UK maternity leave", True, "en, a short name"),
    Case("Сколько дней отпуска мне положено?", False, "no country"),
    Case("Отпуск в Казахстане и в России: где дольше?", False, "names our country too"),
    Case("Я гражданин Узбекистана, могут ли меня уволить?", False, "where the asker is from"),
    Case("Отправляют в командировку в Китай, обязаны ли платить суточные?", False, "a trip from here"),
    Case("Работаю в фирме из Турции, не платят зарплату", False, "whose firm it is"),
    Case("Вахта в Монголии, как оплачивают дорогу?", False, "rotation abroad"),
    Case("Мен Өзбекстан азаматымын, еңбек шарты жасай ала ма?", False, "kk, where the asker is from"),
    Case("Қытайға іссапарға жібереді, тәулікақы төлей ме?", False, "kk, a trip from here"),
    Case("Our boss sends us to China, who pays the daily allowance?", False, "en, a trip from here"),
    Case("I am a citizen of India, can I work in Kazakhstan?", False, "en, our country is named"),
    Case("Индийский чай в столовой", False, "an adjective of a country is not the country"),
    Case("", False, "nothing"),
    Case("Екі жыл қатарынан демалыс бермейді", False, "kk, in a row: no Qatar"),
    Case("Мені тізімге айтпай кіргізіп қойыпты", False, "kk, has put in: no Kirgizia"),
    Case("Ресейге көшіп кетсем, төлем тоқтай ма?", False, "kk, who moves away"),
    Case("Какой отпуск в Катаре?", True, "the country"),
    Case("Какой отпуск в Киргизии?", True, "the country"),
    Case("Қырғыз еңбек заңы бойынша сынақ мерзімі қанша?", True, "kk, an adjective beside the law"),
    Case(
        "Я гражданин России, сколько дней отпуска по закону РФ?",
        True,
        "where the asker is from, yet its law is asked for",
    ),
    Case("Мен Ресей азаматымын, Ресей заңы бойынша демалыс қанша күн?", True, "kk, the same"),
    Case("I am a citizen of India, what is the leave under the law of India?", True, "en, the same"),
    Case("Я гражданин Узбекистана, имею ли право на отпуск?", False, "a right of the asker, not a country's law"),
    Case("Я гражданин РФ по закону имею право на отпуск", False, "without commas"),
    Case("Өзбекстан азаматымын, заң бойынша демалыс бар ма?", False, "kk, no country's law is named"),
    Case("гражданин Узбекистана, какое разрешение нужно, чтобы работать", False, "where the asker is from"),
    Case(LONG.format("Ресейлік тапсырысшы шартты үзді, заказ азайды."), False, "kk, a country in a long message"),
    Case(
        LONG.format("Мен Ресейде жұмыс істеймін, Ресей заңы бойынша сұраймын."), True, "kk, its law in a long message"
    ),
]
MISSING = [
    Case("Сколько дней отпуска?", None, "names no article"),
    Case("Что говорит статья 52?", None, "held"),
    Case("126-1-бап не туралы?", None, "held, dashed"),
    Case("article 204", None, "the last one"),
    Case("Что в статье 412 ТК?", "no_such_article", "beyond the last article"),
    Case("412-бап не туралы?", "no_such_article", "kk"),
    Case("what does article 205 say", "no_such_article", "one beyond the last"),
    Case("ст. 52 и ст. 412", "no_such_article", "one of two is not there"),
    Case("Что в статье 77?", "not_held", "within the act, no digest is held"),
    Case("ст. 5 Цифрового кодекса", "text_not_held", "an act of the catalogue without digests"),
    Case("Что требует Рекомендация МОТ № 227?", "no_such_act", "beyond the last ILO recommendation"),
    Case("Какой испытательный срок по Трудовому кодексу Узбекистана?", "other_country", "a code named with a country"),
    Case("Convention No. 231", "no_such_act", "en, beyond the last convention"),
    Case("Конвенция МОТ № 169", "not_held", "exists, is not in the catalogue"),
    Case("ст. 52 Гражданского кодекса", "not_held", "another act, though its number is ours too"),
    Case("Салық кодексінің 52-бабы", "not_held", "kk, another act"),
    Case("article 52 of the Criminal Code", "not_held", "en, another act"),
    Case("Удержат ли налоговую задолженность по ст. 115?", None, "held; a tax is no tax code"),
    Case("По ст. 52 уволить могут по семейным обстоятельствам?", None, "held; a family is no family code"),
    Case("ст. 52-53", "not_held", "a range of which one end is not held"),
    Case("пункт 99 статьи 52", None, "held; the number before is that of a paragraph"),
]


@pytest.mark.parametrize("case", FOREIGN, ids=lambda case: case.text[:40] or "empty")
def test_foreign_law(case: Case) -> None:
    assert foreign_law(case.text, REAL) is case.expected, case.reason


@pytest.mark.parametrize("case", MISSING, ids=lambda case: case.text[:40])
def test_by_name(case: Case) -> None:
    refused = by_name(case.text, CORPUS, ACT)
    assert (refused.reason if refused else None) == case.expected, case.reason


def test_another_countrys_code_is_refused_with_its_official_page() -> None:
    refused = by_name("сколько дней отпуска по закону Узбекистана", CORPUS, ACT)
    assert refused
    assert all(ACTS["uz-labour-code"].url[lang] in refused.say[lang] for lang in LANGUAGES)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("ст. 412", "412", id="no such article"),
        pytest.param("ст. 77", "77", id="not held"),
        pytest.param("ст. 52 Гражданского кодекса", "52", id="another act"),
    ],
)
def test_a_refusal_names_the_article(text: str, number: str) -> None:
    refused = by_name(text, CORPUS, ACT)
    assert refused
    assert all(number in said and "{" not in said for said in refused.say.values())


def test_the_first_fitting_step_is_taken() -> None:
    dismissal, rest = Step(("kz-labour-code/52",), ("a",)), Step(("*",), ("b",))
    assert Guidance((dismissal, rest)).after("kz-labour-code/52") is dismissal
    assert Guidance((dismissal, rest)).after("kz-labour-code/88") is rest
    assert Guidance((dismissal,)).after("kz-labour-code/88") is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("steps:\n\t- a\n", ":2: not YAML", id="broken YAML"),
        pytest.param("steps:\n  - articles: [a]\n", "steps.0.points", id="missing key"),
        pytest.param("steps: 7\n", ": steps: ", id="not a list"),
        pytest.param("", "guidance.yaml: ", id="empty"),
    ],
)
def test_bad_guidance_is_refused(text: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "guidance.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError) as refused:
        scope.load_guidance(path)
    assert str(path) in refused.value.detail
    assert says in refused.value.detail


def test_bad_scope_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"scope\.yaml: not there"):
        scope.load_scope(tmp_path / "scope.yaml")
    (tmp_path / "scope.yaml").write_bytes("kinds: ә".encode("cp1251", errors="replace") + b"\xff")
    with pytest.raises(CorpusError, match="not YAML"):
        scope.load_scope(tmp_path / "scope.yaml")


def test_the_real_scope_is_a_scope() -> None:
    assert isinstance(REAL, Scope)
    assert len(REAL.kinds) >= 10


def test_no_question_of_the_labour_code_names_another_country(whole_corpus: Corpus) -> None:
    digests = [digest for digest in whole_corpus.digests if digest.instrument == "kz-labour-code"]
    asked = [question for digest in digests for lang in LANGUAGES for question in digest.questions[lang]]
    assert len([question for question in asked if foreign_law(question, REAL)]) <= PASSING


@pytest.mark.parametrize(
    ("question", "foreign"),
    [
        pytest.param("сколько предупреждать об уходе по немецкому праву", True, id="adjective and law"),
        pytest.param("неміс заңы бойынша демалыс қанша күн", True, id="adjective and law, kk"),
        pytest.param("notice period under Turkish labour law", True, id="adjective and law, en"),
        pytest.param("работаю в китайской компании, они нарушают закон", False, id="an employer from abroad"),
        pytest.param("my German boss breaks the law", False, id="a boss from abroad"),
        pytest.param("учу английский язык, дадут ли учебный отпуск", False, id="a language"),
    ],
)
def test_an_adjective_names_a_countrys_law_only_beside_it(question: str, foreign: bool) -> None:
    assert foreign_law(question, REAL) is foreign


@pytest.mark.parametrize(
    ("question", "foreign"),
    [
        pytest.param("живу в Караганде, отпуск проведу в Турции, можно уйти раньше", False, id="a town of ours"),
        pytest.param("Алматыда істеймін, Түркияға кетсем жұмыс орным сақтала ма", False, id="a town of ours, kk"),
        pytest.param("Georgian firm's office in Aktau, Georgia wants us on Sundays", False, id="a town of ours, en"),
        pytest.param("живу в Алматы, сколько дней отпуска по закону России", True, id="a town of ours, their law"),
        pytest.param("сколько дней отпуска в Турции", True, id="leave there"),
        pytest.param("пока был в отпуске в Турции, уволили", False, id="on leave there"),
    ],
)
def test_a_town_of_ours_speaks_for_our_law(question: str, foreign: bool) -> None:
    assert foreign_law(question, REAL) is foreign
