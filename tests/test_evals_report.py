"""The report: made of the committed runs, the same as what is committed, and drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals import plots, report

EVALS = Path(__file__).resolve().parent.parent / "evals"


@pytest.fixture(scope="module")
def runs() -> report.Runs:
    """The committed runs."""
    return report.load(EVALS / "runs")


def test_the_committed_report_is_the_generated_one(runs: report.Runs) -> None:
    notes = (EVALS / "report_notes.md").read_text(encoding="utf-8")
    made = report.generate(notes, runs)
    assert made == (EVALS / "report.md").read_text(encoding="utf-8"), "run: python evals/report.py"
    assert "{{" not in made


def test_every_table_is_used() -> None:
    notes = (EVALS / "report_notes.md").read_text(encoding="utf-8")
    assert {name for name in report.TABLES if f"\n{{{{{name}}}}}\n" not in notes} == set()


@pytest.mark.parametrize("name", report.TABLES)
def test_a_table_has_as_many_cells_in_every_row(name: str, runs: report.Runs) -> None:
    lines = list(report.TABLES[name](runs))
    assert lines
    assert len({line.count("|") for line in lines}) == 1


def test_an_unknown_table_is_named(runs: report.Runs) -> None:
    with pytest.raises(ValueError, match="no table is called nowhere"):
        report.generate("# Title\n\n{{nowhere}}\n", runs)


def test_runs_of_before_manifests_are_left_alone(runs: report.Runs) -> None:
    assert "out_of_scope_first_look" not in runs and "bench" not in runs
    assert {"dev", "held_out", "baselines/plain"} <= runs.keys()


def test_links_lead_to_files() -> None:
    text = (EVALS / "report.md").read_text(encoding="utf-8")
    links = {part.partition(")")[0] for part in text.split("](")[1:]}
    assert {link for link in links if not (EVALS / link).exists()} == set()


@pytest.mark.slow
def test_plots_are_drawn_small(runs: report.Runs, tmp_path: Path) -> None:
    plots.draw(runs, tmp_path)
    sizes = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert sizes.keys() == {"recall.png", "times.png"}
    assert all(3_000 < size < 80_000 for size in sizes.values())
    assert {path.name for path in (EVALS / "plots").iterdir()} == sizes.keys() | {"scale.png"}  # of evals/scale.py
