"""Each kind of fault that the check of digests must find, and the clean digest that has none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from assistant.digest_check import QUESTIONS_AT_LEAST, check_one, undisputed
from assistant.law import LANGUAGES, Digest, Figure, Point

DAY = date(2026, 7, 1)
LEAST = QUESTIONS_AT_LEAST["kz-labour-code"]
TEXT = "1. Отпуск длится двадцать четыре дня.\n2. Работодатель вправе:\n1) перенести отпуск на 10 дней;\n2) отозвать."
POINT = Point("1", {"kk": "24 күн.", "ru": "24 дня.", "en": "24 days."})
PAST = replace(POINT, text={"kk": "18 күн.", "ru": "18 дней.", "en": "18 days."}, until=date(2020, 1, 1))
CLEAN = Digest(
    instrument="kz-labour-code",
    article="88",
    edition=DAY,
    structure={"1": (), "2": ("1", "2")},
    numbering="paragraphs",
    title=dict.fromkeys(LANGUAGES, "Title"),
    points=(POINT, Point("2/1", {"kk": "10 күнге.", "ru": "На 10 дней.", "en": "By 10 days."})),
    figures=(Figure("1", 24, "days", "leave"), Figure("2/1", 10, "days", "shift"), Figure("2", 2, "count", "rights")),
    questions={
        lang: tuple(f"{lang} question {n}?" for n in range(QUESTIONS_AT_LEAST["kz-labour-code"])) for lang in LANGUAGES
    },
)


def said(kk: str, ru: str, en: str) -> tuple[Point, ...]:
    """The clean points with other words in the first."""
    return (replace(POINT, text={"kk": kk, "ru": ru, "en": en}), CLEAN.points[1])


@dataclass(frozen=True)
class Case:
    """A digest, the reasons expected of its check against the text (by their beginnings), and why."""

    id: str
    digest: Digest
    expected: tuple[str, ...]
    reason: str


NEW = Point("2/2", dict.fromkeys(LANGUAGES, "New."), since=DAY, since_by=date(2027, 1, 1), source="two notes")
LATER = replace(NEW, at="3")
CASES = [
    Case("clean", CLEAN, (), "no fault"),
    Case(
        "a paragraph of which sources name two first days",
        replace(CLEAN, structure={**CLEAN.structure, "3": ()}, points=(*CLEAN.points, LATER)),
        (),
        "the text of one language may lack it yet",
    ),
    Case(
        "a paragraph that the text does not have",
        replace(CLEAN, structure={**CLEAN.structure, "3": ()}, points=(*CLEAN.points, replace(LATER, since_by=None))),
        ("structure differs",),
        "nobody names another day",
    ),
    Case(
        "the number of the article",
        replace(CLEAN, points=said("24 күн, 88-бап.", "24 дня по статье 88.", "24 days by article 88.")),
        (),
        "it is said of the article itself",
    ),
    Case(
        "few questions",
        replace(CLEAN, questions={**CLEAN.questions, "kk": CLEAN.questions["kk"][1:]}),
        ("5 questions in kk, at least 6",),
        "one too few in one language",
    ),
    Case(
        "few questions of a repealed article",
        replace(CLEAN, questions=dict.fromkeys(LANGUAGES, ("one?",)), repealed=date(2020, 1, 1)),
        (),
        "nobody asks much of it",
    ),
    Case(
        "languages differ",
        replace(CLEAN, points=said("24 күн.", "24 дня.", "10 days.")),
        ("point 1: the languages name different numbers: kk ['24'], ru ['24'], en ['10']",),
        "English says another number",
    ),
    Case(
        "a number in words in one language",
        replace(CLEAN, points=said("24 күн.", "24 дня.", "Twenty-four days.")),
        ("point 1: the languages name different numbers",),
        "numbers stand in digits in all three",
    ),
    Case(
        "figure in no point",
        replace(CLEAN, points=CLEAN.points[1:]),
        ("figure 24 days stands in no point",),
        "the figure is in the text, no point says it",
    ),
    Case(
        "figure not in the text",
        replace(CLEAN, figures=(*CLEAN.figures, Figure("1", 30, "days", "leave"))),
        ("figure 30 days stands in no point", "figure 30 days does not stand in the text"),
        "an invented figure",
    ),
    Case(
        "point not in the text",
        replace(CLEAN, points=(*CLEAN.points, *said("36 сағат.", "36 часов.", "36 hours.")[:1])),
        ("point 1: 36 does not stand in the text",),
        "an invented number in a point",
    ),
    Case(
        "former rule", replace(CLEAN, points=(*CLEAN.points, PAST)), (), "a rule kept as history is not in today's text"
    ),
    Case(
        "sourced elsewhere",
        replace(CLEAN, points=(*CLEAN.points, replace(PAST, until=None, source="ruling"))),
        (),
        "the number comes from another source",
    ),
    Case(
        "dates and numbers of acts",
        replace(CLEAN, points=said("24 (08.06.2026, № 88).", "24 (08.06.2026, № 88).", "24 (08.06.2026, № 88).")),
        (),
        "a date and the number of an act are no figures of the article",
    ),
    Case(
        "no figure for a number",
        replace(CLEAN, figures=(CLEAN.figures[0], CLEAN.figures[2])),
        ("10 stands in the text and is no figure",),
        "the text measures by it",
    ),
    Case(
        "structure",
        replace(CLEAN, structure={"1": (), "2": ("1",)}),
        ("structure differs from the text: {'1': (), '2': ('1', '2')}",),
        "a subparagraph is left out",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_one_digest(case: Case) -> None:
    found = [reason for _, reason in check_one(case.digest, TEXT)]
    assert len(found) == len(case.expected), (case.reason, found)
    assert all(reason.startswith(start) for reason, start in zip(found, case.expected, strict=True)), case.reason


def test_without_a_text_nothing_is_held_against_it() -> None:
    wrong = replace(CLEAN, structure={"9": ()}, points=(*CLEAN.points, *said("36.", "36.", "36.")[:1]))
    assert list(check_one(wrong)) == []


def test_an_act_not_restated_whole_may_leave_numbers_out() -> None:
    some = replace(CLEAN, figures=CLEAN.figures[:1])
    assert list(check_one(some, TEXT, whole=False)) == []


def test_an_act_that_workers_ask_less_about_needs_fewer_questions() -> None:
    few = {lang: asked[:3] for lang, asked in CLEAN.questions.items()}
    assert list(check_one(replace(CLEAN, instrument="ilo-c087", questions=few))) == []


def test_undisputed() -> None:
    new = replace(CLEAN, structure={**CLEAN.structure, "3": ()}, points=(*CLEAN.points, NEW, LATER))
    assert undisputed(new) == {"1": (), "2": ("1",)}
    assert undisputed(replace(new, points=(*new.points, replace(NEW, since_by=None)))) == {"1": (), "2": ("1", "2")}
