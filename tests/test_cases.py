"""The case cards: their form, the points that they name, their numbers and their languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant import cases, corpus, measures
from assistant.cases import Case, Deciding, Trio
from assistant.corpus import Corpus
from assistant.errors import CorpusError
from assistant.law import LANGUAGES, Point
from assistant.measures import Quantity
from tests.conftest import ROOT

FOLDER = ROOT / "corpus" / "cases"
CARDS = cases.load(FOLDER)
TODAY = date(2026, 11, 22)
WORDS = range(60, 141)
UNITS_OF_ONE_KIND = {"average_wages": "months"}  # «средняя зарплата за 2 месяца» is «2 айлық орташа жалақы»

GOOD = """\
id: late
topic: dismissal
level: intro
people:
  - {kk: "Әсел, сатушы", ru: "Асель, продавец", en: "Assel, assistant"}
situation: {kk: "Оқиға.", ru: "История.", en: "Story."}
questions:
  kk: ["Бола ма?", "Қашан?"]
  ru: ["Можно?", "Когда?"]
  en: ["Allowed?", "When?"]
decides:
  - {point: kz-labour-code/52/1/8, kk: "Иә.", ru: "Да.", en: "Yes."}
answer: {kk: "Жоқ.", ru: "Нет.", en: "No."}
errors: {kk: ["Қате."], ru: ["Ошибка."], en: ["Error."]}
discussion: {kk: ["Неге?"], ru: ["Почему?"], en: ["Why?"]}
minutes: 15
reviewed: 2026-11-22
"""
card = pytest.mark.parametrize("card", [pytest.param(each, id=each.id) for each in CARDS])


def written(folder: Path, text: str) -> Path:
    """A card in a file of the right name."""
    path = folder / "late.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_card_gives_back_what_it_says(tmp_path: Path) -> None:
    card = cases.read(written(tmp_path, GOOD))
    assert (card.id, card.topic, card.minutes, card.reviewed) == ("late", "dismissal", 15, TODAY)
    assert card.questions.said("ru") == ("Можно?", "Когда?")
    assert card.decides[0].point == "kz-labour-code/52/1/8" and card.decides[0].said("kk") == "Иә."
    assert card.working is None


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        pytest.param("minutes: 15", "minutes: 5", 16, "minutes", id="shorter than 10 minutes"),
        pytest.param("topic: dismissal", "topic: cooking", 2, "cooking", id="a topic outside the list"),
        pytest.param("level: intro", "level: expert", 3, "level", id="a level outside the list"),
        pytest.param("minutes: 15", "minutes: 15\nauthor: me", 17, "author", id="an unknown key"),
        pytest.param(', en: "Story."', "", 6, "situation.en", id="a missing language"),
        pytest.param('"No."', '" "', 13, "answer.en", id="an empty text"),
        pytest.param("minutes: 15", "minutes: 15\nminutes: 20", 17, "stands twice", id="a key twice"),
        pytest.param("2026-11-22", "2026-11-31", 17, "day", id="a day that does not exist"),
        pytest.param('ru: ["Можно?", "Когда?"]', 'ru: ["Можно?"]', 8, "same number", id="a question left out"),
        pytest.param("kz-labour-code/52/1/8", "статья 52", 12, "decides.0.point", id="a point that is no id"),
        pytest.param("id: late", "id: early", 1, "early", id="an id that is not the name of the file"),
        pytest.param("minutes: 15", "minutes: [", 18, "not YAML", id="broken YAML"),
    ],
)
def test_a_bad_card_is_refused_by_file_and_line(old: str, new: str, line: int, says: str, tmp_path: Path) -> None:
    path = written(tmp_path, GOOD.replace(old, new))
    assert old in GOOD
    with pytest.raises(CorpusError) as refused:
        cases.read(path)
    assert refused.value.detail.startswith(f"{path}:{line}: ")
    assert says in refused.value.detail


def points(held: Corpus, card: Case) -> Iterator[tuple[Deciding, Point]]:
    """The points of the digests that a card names, each with what the card says of it."""
    for deciding in card.decides:
        digest = held.digest_at(deciding.point)
        assert digest is not None, deciding.point
        numbers = corpus.points_at(held, deciding.point)
        assert len(numbers) == 1, f"{deciding.point} is {len(numbers)} points"
        yield deciding, digest.points[numbers[0]]


@card
def test_points_exist_and_are_in_force(card: Case, whole_corpus: Corpus) -> None:
    assert [deciding.point for deciding, point in points(whole_corpus, card) if not point.holds_surely(TODAY)] == []


def texts(card: Case) -> Iterator[tuple[str, dict[str, str]]]:
    """Every text of a card in its languages, with its name."""
    trios: list[tuple[str, Trio | None]] = [("situation", card.situation), ("answer", card.answer)]
    trios += [("working", card.working), *((deciding.point, deciding) for deciding in card.decides)]
    trios += [(f"people {number}", each) for number, each in enumerate(card.people)]
    for name, trio in trios:
        if trio is not None:
            yield name, {lang: trio.said(lang) for lang in LANGUAGES}
    for name, lists in (("questions", card.questions), ("errors", card.errors), ("discussion", card.discussion)):
        for number in range(len(lists.kk)):
            yield f"{name} {number}", {lang: lists.said(lang)[number] for lang in LANGUAGES}


def counted(text: str, lang: str) -> Counter[float]:
    """The numbers that a text counts or measures with, as often as it says them."""
    return Counter(q.value for q in measures.quantities(text, lang) if not q.weak)


@card
def test_the_languages_say_the_same_numbers(card: Case) -> None:
    for name, said in texts(card):
        values = {lang: counted(said[lang], lang) for lang in said}
        days = {lang: set(measures.dates(said[lang], lang)) for lang in said}
        assert values["kk"] == values["ru"] == values["en"], (name, values)
        assert days["kk"] == days["ru"] == days["en"], (name, days)


def stands(said: Quantity, held: Quantity) -> bool:
    """Whether a number of an answer is that of a point or of the working, in the same unit."""
    units = {UNITS_OF_ONE_KIND.get(each.unit, each.unit) for each in (said, held)}
    return said.value == held.value and (len(units) == 1 or measures.same_unit(said, held))


@card
def test_measures_of_the_answer_stand_in_the_points_or_are_reckoned(card: Case, whole_corpus: Corpus) -> None:
    for lang in LANGUAGES:
        held = [point.text[lang] for _, point in points(whole_corpus, card)]
        held += [card.working.said(lang)] if card.working else []
        known = [q for text in held for q in measures.quantities(text, lang)]
        said = [q for q in measures.quantities(card.answer.said(lang), lang) if q.unit and not q.weak]
        assert [q for q in said if not any(stands(q, other) for other in known)] == [], lang


@card
def test_a_card_is_as_long_as_a_page(card: Case) -> None:
    for lang in LANGUAGES:
        assert len(card.situation.said(lang).split()) in WORDS, lang


def test_there_are_sixty_cards_and_three_on_every_topic() -> None:
    assert len(CARDS) >= 60
    assert all(each.reviewed for each in CARDS), [each.id for each in CARDS if not each.reviewed]
    of = Counter(each.topic for each in CARDS)
    assert {topic: of[topic] for topic in cases.TOPICS if of[topic] < 3} == {}
    assert set(cases.LEVELS) == {each.level for each in CARDS}
