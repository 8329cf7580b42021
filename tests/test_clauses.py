"""Clauses: who acts, and what the modal words say, in three languages."""

from __future__ import annotations

import pytest

from assistant.clauses import read, stems


@pytest.mark.parametrize(
    ("lang", "text", "actors", "modals"),
    [
        pytest.param("ru", "Работодатель обязан уведомить работника.", {"employer"}, [{"duty"}], id="nominative"),
        pytest.param(
            "ru",
            "Если работник болен, работодатель вправе ждать.",
            {"employer"},
            [{"right"}],
            id="not of the condition",
        ),
        pytest.param(
            "ru", "Представителям работодателей нельзя входить.", {"employers_reps"}, [{"ban"}], id="dative of a ban"
        ),
        pytest.param(
            "ru", "Акт обсуждается представителями работников.", {"employees_reps"}, [], id="passive with an agent"
        ),
        pytest.param("ru", "Срок не должен превышать года.", set(), [], id="a bound is no ban"),
        pytest.param("ru", "Он выполняет трудовые обязанности.", set(), [], id="duties as things done are no duty"),
        pytest.param("kk", "Жұмыс беруші жұмыскерге төлеуге міндетті.", {"employer"}, [{"duty"}], id="kk nominative"),
        pytest.param("kk", "Бұл – кәсіподақтың міндеті.", {"union"}, [{"duty"}], id="kk whose duty"),
        pytest.param("kk", "Міндетті зейнетақы жарналары төленеді.", set(), [], id="kk «міндетті» as an adjective"),
        pytest.param("en", "The employer must pay the employee.", {"employer"}, [{"duty"}], id="en before the verb"),
        pytest.param("en", "An employee may be dismissed.", set(), [{"right"}], id="en passive"),
        pytest.param("en", "The list is set by the union.", {"union"}, [], id="en agent"),
        pytest.param("en", "It is the employer's duty to pay.", {"employer"}, [{"duty"}], id="en whose duty"),
    ],
)
def test_a_clause(lang: str, text: str, actors: set[str], modals: list[set[str]]) -> None:
    (clause,) = read(text, lang)
    assert clause.actors == actors
    assert [set(says) for says in clause.modals] == modals


def test_a_contrast_begins_a_clause() -> None:
    assert [sorted(clause.actors) for clause in read("Работник просит, а работодатель решает.", "ru")] == [
        ["employee"],
        ["employer"],
    ]


def test_stems_leave_numbers_and_endings_out() -> None:
    assert stems("24 отпуска", "ru") == stems("отпуском 30", "ru") != frozenset()
