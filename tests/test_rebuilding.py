"""The library built anew beside the page: one at a time, a change in between is not lost, a failure is said."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from assistant.rebuilding import DONE, FAILED, IDLE, RUNNING, Rebuild

COUNTING = "import sys, time, pathlib; f = pathlib.Path({!r}); f.open('a').write('x'); time.sleep({})"


def waited(build: Rebuild) -> str:
    """The state of a build once it no longer runs."""
    until = time.monotonic() + 60
    while build.state == RUNNING and time.monotonic() < until:
        time.sleep(0.02)
    return build.state


def counting(file: Path, seconds: float = 0.0) -> Rebuild:
    """A build that only counts how often it was run."""
    return Rebuild((sys.executable, "-c", COUNTING.format(str(file), seconds)))


def test_a_build_runs_beside_and_is_done(tmp_path: Path) -> None:
    build = counting(tmp_path / "runs")
    assert build.state == IDLE
    build.start("ru")
    assert waited(build) == DONE and (tmp_path / "runs").read_text() == "x"


def test_changes_while_it_runs_are_built_once_after_it(tmp_path: Path) -> None:
    build = counting(tmp_path / "runs", 0.5)
    for _ in range(5):
        build.start("ru")
        assert build.state == RUNNING
    assert waited(build) == DONE and (tmp_path / "runs").read_text() == "xx"


@pytest.mark.parametrize(
    ("says", "detail"),
    [
        pytest.param("'one'\nsys.exit('no room')", "no room", id="the last line that it says"),
        pytest.param("''\nsys.exit(75)", "", id="nothing said"),
    ],
)
def test_a_build_that_fails(says: str, detail: str) -> None:
    build = Rebuild((sys.executable, "-c", f"import sys\nprint({says.splitlines()[0]})\n{says.splitlines()[1]}"))
    build.start("en")
    assert waited(build) == FAILED and build.detail == detail
    build.command = (sys.executable, "-c", "pass")
    build.start("en")
    assert waited(build) == DONE and build.detail == ""
