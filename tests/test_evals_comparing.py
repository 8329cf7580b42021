"""Two runs compared: unlike ones refused, gains and losses named, and a loss told from chance."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from evals import comparing, measuring, recording, run
from evals.asking import Asked
from evals.recording import Run

ASKED = Asked("file", "", "", "ru", "Вопрос?", ("kz-labour-code/88",), (), False, (), (), date(2026, 11, 1), "abc")


def made(found: Sequence[bool], line: str = "abc", first: int = 0) -> Run:
    """A run of so many Russian questions; True where the article was found."""
    rows = []
    for number, right in enumerate(found, first):
        asked = replace(ASKED, id=f"q{number}-ru", line=line)
        rows.append(measuring.of_ranked(asked, ["kz-labour-code/88" if right else "kz-labour-code/1"], 10.0))
    manifest = {"name": "ours", "date": "2026-11-01T00:00Z", "commit": f"{sum(found)}"}
    return {"manifest": manifest, "totals": measuring.totals(rows), "questions": rows}


def refusing(refused: Sequence[bool], ours: bool) -> Run:
    """A run of questions that were refused or not, of those that are ours or of those that are not."""
    whole = made([True] * len(refused))
    name = "over_refused" if ours else "refused"
    rows = [{**row, name: said} for row, said in zip(whole["questions"], refused, strict=True)]
    return {**whole, "questions": rows}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        pytest.param(made([True]), made([False]), None, id="the same questions, other answers"),
        pytest.param(made([True]), made([True, True]), "0 only in the first, 1 only in the second", id="one more"),
        pytest.param(made([True]), made([True], first=5), "1 only in the first, 1 only in the second", id="another"),
        pytest.param(made([True]), made([True], "changed"), "1 worded or marked otherwise", id="worded otherwise"),
    ],
)
def test_unlike_runs_are_refused_with_one_sentence(before: Run, after: Run, said: str | None) -> None:
    reason = comparing.unlike(before, after)
    assert (reason is None) if said is None else (reason is not None and said in reason and "\n" not in reason)


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        pytest.param([True] * 100, [True] * 100, False, id="nothing changed"),
        pytest.param([True] * 100, [False] + [True] * 99, False, id="one of a hundred may be chance"),
        pytest.param([True] * 100, [False] * 6 + [True] * 94, True, id="six of a hundred are not"),
        pytest.param([False] * 6 + [True] * 94, [True] * 94 + [False] * 6, False, id="six lost, six gained"),
        pytest.param([False] * 50, [True] * 50, False, id="a gain is no loss"),
    ],
)
def test_a_loss_beyond_the_interval(before: list[bool], after: list[bool], lost: bool) -> None:
    found = comparing.losses(comparing.differences(comparing.pairs(made(before), made(after))))
    assert ({each.measure for each in found} >= {"recall@5", "hit@5", "mrr"}) is lost
    assert bool(found) is lost


@pytest.mark.parametrize(
    ("ours", "more", "lost"),
    [
        pytest.param(True, True, {"over_refused"}, id="refusing more of ours is a loss"),
        pytest.param(True, False, set(), id="refusing less of ours is a gain"),
        pytest.param(False, True, set(), id="refusing more of what is not ours is a gain"),
        pytest.param(False, False, {"refused"}, id="refusing less of it is a loss"),
    ],
)
def test_which_way_is_worse(ours: bool, more: bool, lost: set[str]) -> None:
    few, many = refusing([False] * 30, ours), refusing([True] * 10 + [False] * 20, ours)
    both = comparing.pairs(few, many) if more else comparing.pairs(many, few)
    assert {each.measure for each in comparing.losses(comparing.differences(both))} == lost
    words = {line.split()[0] for line in comparing.changes(both)}
    assert words == ({"lost"} if lost else {"gained"})


def test_gains_and_losses_are_named_question_by_question() -> None:
    said = list(comparing.changes(comparing.pairs(made([True, False, True]), made([False, True, True]))))
    assert said == [
        "lost hit@5: file q0-ru: 88 → 1",
        "lost recall@10: file q0-ru: 88 → 1",
        "lost recall@5: file q0-ru: 88 → 1",
        "gained hit@5: file q1-ru: 1 → 88",
        "gained recall@10: file q1-ru: 1 → 88",
        "gained recall@5: file q1-ru: 1 → 88",
    ]


def test_three_languages_of_a_question_are_one_chance() -> None:
    def in_three(right: bool, agree: bool) -> Run:
        whole = made([right] * 3)
        rows = [
            {**row, "same": "file/q", "lang": lang, "agreement": agree}
            for row, lang in zip(whole["questions"], ("kk", "ru", "en"), strict=True)
        ]
        return {**whole, "questions": rows}

    both = comparing.pairs(in_three(True, True), in_three(False, False))
    found = {(each.measure, each.lang): each.n for each in comparing.differences(both)}
    assert found["recall@5", "kk"] == found["recall@5", "all"] == found["agreement", "all"] == 1
    assert ("agreement", "kk") not in found
    assert sum(line.startswith("lost agreement") for line in comparing.changes(both)) == 1


def test_only_unchanged_questions_are_paired() -> None:
    before, after = made([True, True]), made([False, False])
    after["questions"][1]["line"] = "worded otherwise"
    assert [new["id"] for _, new in comparing.pairs(before, after)] == ["q0-ru"]


def test_a_difference_holds_its_own_interval() -> None:
    (each,) = (
        d
        for d in comparing.differences(comparing.pairs(made([True] * 50 + [False] * 50), made([True] * 100)))
        if (d.measure, d.lang) == ("recall@5", "ru")
    )
    assert (each.n, each.before, each.after) == (100, 0.5, 1.0)
    assert 0.38 < each.low < 0.5 < each.high < 0.62


def test_a_run_survives_the_disk(tmp_path: Path) -> None:
    whole = made([True, False])
    recording.write(tmp_path / "run.json", whole)
    assert recording.read(tmp_path / "run.json") == json.loads(json.dumps(whole))
    assert "null" not in (tmp_path / "run.json").read_text().split('"questions"')[1]
    assert sum(line.startswith('{"id"') for line in (tmp_path / "run.json").read_text().splitlines()) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("{", "not JSON", id="broken"),
        pytest.param('{"questions": [], "totals": {}}', "make it again", id="a run of before manifests"),
        pytest.param("[]", "make it again", id="something else"),
    ],
)
def test_a_wrong_run_is_refused(text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        recording.read(tmp_path / "a.json")
    assert run.main(["--compare", str(tmp_path / "a.json"), str(tmp_path / "a.json")]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("after", "code", "said"),
    [
        pytest.param(made([False, True]), 0, "lost recall@5: file q0-ru: 88 → 1", id="compared"),
        pytest.param(made([True] * 3), 2, "cannot be compared", id="unlike"),
    ],
)
def test_the_command_compares(
    after: Run, code: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, whole in (("a", made([True, True])), ("b", after)):
        recording.write(tmp_path / f"{name}.json", whole)
    assert run.main(["--compare", str(tmp_path / "a.json"), str(tmp_path / "b.json")]) == code
    out = capsys.readouterr()
    assert said in (out.err if code else out.out)


def test_what_was_made_otherwise_is_said_first() -> None:
    report = comparing.report(made([True, True]), made([True, False]))
    assert report.startswith("commit: 2 → 1")
    assert "total: p50 10.0 → 10.0 ms (× 1.00)" in report


def test_against_an_earlier_run_too_few_in_common() -> None:
    with pytest.raises(ValueError, match="only 1 of 4 questions"):
        run.lost(made([True]), made([True] * 4))
