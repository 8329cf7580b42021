"""Typing errors put into questions: the same for the same seed, one a word, and a run of them is no run without."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from evals.asking import Asked
from evals.mistyping import mistyped

QUESTIONS = {
    "kk": "Жұмыс беруші ЕК 52-бабы бойынша шартты бір жақты бұза ала ма, қанша өтемақы төлейді?",
    "ru": "Может ли работодатель по статье 52 ТК уволить беременную женщину во время отпуска без содержания?",
    "en": "May the employer dismiss a pregnant woman under article 52 while she is on unpaid leave?",
}


def asked(lang: str) -> Asked:
    """A line of a question file."""
    return Asked("f", f"a-{lang}", "", lang, QUESTIONS[lang], (), (), False, (), (), date(2026, 11, 23), "0" * 12)


@pytest.mark.parametrize("lang", QUESTIONS)
def test_a_question_is_mistyped_but_not_beyond_recognition(lang: str) -> None:
    errors_made = 0
    for seed in "abcdefgh":
        line = asked(lang)
        found = mistyped(line, seed)
        before, after = line.question.split(), found.question.split()
        errors = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
        assert len(errors) <= len(before) / 2
        assert all(a[0] == b[0] and abs(len(a) - len(b)) <= 1 for a, b in errors)
        assert not any(a.isdigit() or a.isupper() or len(a.strip(",?")) < 4 for a, _ in errors)
        assert found.line != line.line, "another question to compare runs by"
        assert replace(found, question=line.question, line=line.line) == line
        errors_made += len(errors)
    assert errors_made > 8


def test_a_seed_gives_the_same_errors_and_another_one_others() -> None:
    assert mistyped(asked("ru"), "a") == mistyped(asked("ru"), "a")
    assert mistyped(asked("ru"), "a") != mistyped(asked("ru"), "b")
