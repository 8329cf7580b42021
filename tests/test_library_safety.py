"""SAFETY 8, 9, 12: two writers, kills at any moment with a live reader, a full disk."""

from __future__ import annotations

import math
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing.connection import wait
from pathlib import Path

import pytest

from assistant import library
from assistant.errors import NoLibrary
from assistant.settings import Settings
from tests import build_fake
from tests.build_fake import FRESH
from tests.conftest import ROOT, FakeEmbedder

pytestmark = pytest.mark.slow
KILLS, SHARES = 100, 4  # so many in all, a fifth of them spared, in tests of their own that can run side by side
ROUNDS = 10
READS = 100


def _start(data: Path, articles: int, *more: str) -> subprocess.Popen[str]:
    env = {**os.environ, "ASSISTANT_DATA": str(data)}
    command = [sys.executable, "-m", "tests.build_fake", str(articles), *more]
    return subprocess.Popen(command, env=env, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _read(settings: Settings) -> tuple[str, int]:
    """What a reader gets now: the library's id and how many chunks it found."""
    held = library.current(settings)
    return held.id, len(held.nearest("kz", FakeEmbedder().questions(["отпуск"])[0], 5))


def test_of_two_writers_one_wins_and_the_other_says_so(settings: Settings) -> None:
    for number in range(ROUNDS):
        both = [FRESH.Process(target=build_fake.run, args=(4 + number % 3, settings.data)) for _ in range(2)]
        for process in both:
            process.start()
        wait([process.sentinel for process in both])
        first = next(process for process in both if not process.is_alive())
        for process in both:
            process.join(60)
        assert sorted(process.exitcode or 0 for process in both) == [0, 75]
        assert first.exitcode == 75, "the one that lost must not wait for the winner"
        assert _read(settings)[1] == 5


@pytest.mark.parametrize("share", range(SHARES))
def test_a_build_killed_at_any_moment_leaves_a_library_that_answers(share: int, settings: Settings) -> None:
    assert build_fake.main(4, settings.data) == 0
    published, chance, span = {_read(settings)[0]}, random.Random(9 + share), 0.0
    for number in range(KILLS // SHARES):
        # what a build takes changes with the machine's load: each fifth one is spared and tells how long that is
        at = chance.uniform(0.05, 1.1 * span) if number % 5 else math.inf
        lived = _lived(5 + number % 4, settings, at)
        span = lived if lived < at else max(span, lived)
        name, found = _read(settings)
        assert found == 5, f"kill {number}"
        published.add(name)
    assert len(published) > KILLS // SHARES // 5, "a build that nobody killed did not publish"


def _lived(articles: int, settings: Settings, at: float) -> float:
    """Seconds a build lived: to its end, or to the kill at that second. A reader reads all the while."""
    builder = FRESH.Process(target=build_fake.run, args=(articles, settings.data))
    started = time.monotonic()
    builder.start()
    while builder.is_alive() and time.monotonic() - started < at:
        assert _read(settings)[1] == 5
        time.sleep(0.05)
    lived = time.monotonic() - started
    builder.kill()
    builder.join()
    return lived


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of 12 MB; skipped where none can be mounted."""
    folder = tmp_path / "small"
    folder.mkdir()
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("a small file system needs root and mount")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m", "none", str(folder)], capture_output=True).returncode:
        pytest.skip("tmpfs cannot be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.parametrize("more", [(), ("--no-room-check",)], ids=["seen before", "met while building"])
def test_a_full_disk_is_a_clear_error_and_the_reader_stays_right(
    more: tuple[str, ...], small: Path, settings: Settings, tmp_path: Path
) -> None:
    assert build_fake.main(3, settings.data) == 0
    shutil.copytree(settings.libraries, small / "library")
    (small / "filler").write_bytes(bytes(max(0, shutil.disk_usage(small).free - 600_000)))
    here = Settings(data=small, embedding_model="fake")
    before, started = _read(here), time.monotonic()
    build = _start(small, 8, *more)
    _, said = build.communicate(timeout=60)
    assert build.returncode == 1 and "not enough room" in said, said
    assert time.monotonic() - started < 20
    assert [_read(here) for _ in range(READS)] == [before] * READS
    assert not list((small / "library").glob("*.part"))


def test_a_reader_without_any_library_is_told_the_command(settings: Settings) -> None:
    with pytest.raises(NoLibrary):
        _read(settings)
