"""Each kind of fault that the check of digests must find, and the clean digest that has none."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from assistant.digest_check import QUESTIONS_AT_LEAST, check, check_one, official
from assistant.law import LANGUAGES, Digest, Figure, Point

DAY = date(2026, 7, 1)
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
    figures=(Figure("1", 24, "days", "leave"), Figure("2", 2, "count", "rights")),
    questions={lang: tuple(f"{lang} question {n}?" for n in range(QUESTIONS_AT_LEAST)) for lang in LANGUAGES},
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


CASES = [
    Case("clean", CLEAN, (), "no fault"),
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
        replace(CLEAN, figures=(Figure("1", 30, "days", "leave"),)),
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


def written(folder: Path, digest: Digest, **changes: object) -> Path:
    """A digest as a file of the corpus, with some of its keys changed."""
    data: dict[str, object] = {
        "article": digest.article,
        "edition": digest.edition,
        "structure": {paragraph: list(subs) for paragraph, subs in digest.structure.items()},
        "title": digest.title,
        "points": [{"at": point.at, **point.text} for point in digest.points],
        "figures": [vars(figure) for figure in digest.figures],
        "questions": {lang: list(asked) for lang, asked in digest.questions.items()},
    }
    path = folder / digest.instrument / f"{digest.article}.yaml"
    path.parent.mkdir(exist_ok=True)
    text = yaml.safe_dump({**data, **changes}, allow_unicode=True, sort_keys=False, default_flow_style=False, width=200)
    path.write_text(text, encoding="utf-8")
    return path


def line(path: Path, words: str) -> int:
    """The first line of a file that holds the words, from 1."""
    return next(n for n, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if words in row)


def other_questions(**asked: list[str]) -> dict[str, list[str]]:
    """Six questions a language that nobody else asks, after those given."""
    return {lang: [*asked.get(lang, []), *(f"{lang} чужой {n}{n}!" for n in range(6))] for lang in LANGUAGES}


def test_a_clean_folder_has_no_faults(tmp_path: Path) -> None:
    written(tmp_path, CLEAN)
    assert list(check(tmp_path, {"kz-labour-code/88": TEXT})) == []


def test_a_fault_names_file_and_line(tmp_path: Path) -> None:
    path = written(tmp_path, replace(CLEAN, points=said("24 күн.", "25 дней.", "24 days.")))
    faults = list(check(tmp_path))
    assert faults[0].startswith(f"{path}:{line(path, '24 күн.')}: point 1: the languages name different numbers")
    assert faults[1].startswith(f"{path}:{line(path, 'figures:')}: figure 24 days")
    assert len(faults) == 2


def test_a_broken_file_does_not_hide_the_others(tmp_path: Path) -> None:
    broken = written(tmp_path, CLEAN, numbering="chapters")
    other = written(tmp_path, replace(CLEAN, article="89"), questions=other_questions(), points=[])
    faults = list(check(tmp_path))
    assert faults[0].startswith(f"{broken}:{line(broken, 'numbering')}: ")
    assert any(fault.startswith(f"{other}:") and "figure 24 days" in fault for fault in faults[1:])


@pytest.mark.parametrize(
    ("question", "found"),
    [
        pytest.param("kk question 0?", True, id="the same"),
        pytest.param("KK, Question 0!", True, id="the same but for signs and capitals"),
        pytest.param("kk quite another question 0?", False, id="two words more: three of five are common"),
    ],
)
def test_questions_of_two_articles(question: str, found: bool, tmp_path: Path) -> None:
    written(tmp_path, CLEAN)
    other = written(tmp_path, replace(CLEAN, article="89"), questions=other_questions(kk=[question]))
    expected = f"{other}:{line(other, question)}: article 88 asks nearly the same: kk question 0?"
    assert list(check(tmp_path)) == ([expected] if found else [])


def test_the_same_question_in_another_language_is_no_fault(tmp_path: Path) -> None:
    written(tmp_path, CLEAN)
    written(tmp_path, replace(CLEAN, article="89"), questions=other_questions(ru=["kk question 0?"]))
    assert list(check(tmp_path)) == []


def test_official_texts_by_article(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    rows = [{"article": "88", "text": "a"}, {"article": "126-1", "text": "b"}]
    path.write_text("\n\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    assert official(path) == {"kz-labour-code/88": "a", "kz-labour-code/126-1": "b"}
    assert official(None) == {}
