"""SAFETY 8, 9, 12: two writers, kills at any moment with a live reader, a full disk."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import library
from assistant.errors import NoLibrary
from assistant.settings import Settings
from tests import build_fake
from tests.conftest import ROOT, FakeEmbedder

pytestmark = pytest.mark.slow
KILLS = 80
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
        both = [_start(settings.data, 4 + number % 3) for _ in range(2)]
        while all(process.poll() is None for process in both):
            time.sleep(0.01)
        first = next(process for process in both if process.poll() is not None)
        said = [process.communicate(timeout=60)[1] for process in both]
        assert sorted(process.returncode for process in both) == [0, 75], said
        assert first.returncode == 75, "the one that lost must not wait for the winner"
        assert _read(settings)[1] == 5


def test_a_build_killed_at_any_moment_leaves_a_library_that_answers(settings: Settings) -> None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.build_fake", "chromadb"])
    started = time.monotonic()
    whole = context.Process(target=build_fake.main, args=(4, settings.data))
    whole.start()
    whole.join()
    as_long_as_a_build = time.monotonic() - started
    published = {_read(settings)[0]}
    chance = random.Random(9)
    for number in range(KILLS):
        builder = context.Process(target=build_fake.main, args=(5 + number % 4, settings.data))
        builder.start()
        until = time.monotonic() + chance.uniform(0.05, 1.1 * as_long_as_a_build)
        while time.monotonic() < until:
            assert _read(settings)[1] == 5
            time.sleep(0.05)
        builder.kill()
        builder.join()
        name, found = _read(settings)
        assert found == 5, f"kill {number}"
        published.add(name)
    assert len(published) > 1, "no build ever lived to publish: the kills come too early to prove anything"


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
