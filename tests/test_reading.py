"""Reading in a child process: limits that hold, files made to do harm, and what the parent believes (SAFETY 14, 15)."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import reading
from assistant.errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    NoTextLayer,
    ReadingError,
    TooLarge,
    TooSlow,
    UnknownFormat,
)
from assistant.formats.limits import Limits
from tests import evil_files
from tests.make_files import At, pdf

SECONDS = 22.0
GROWTH = 100_000  # KB
LIMITS = Limits()
GOOD = pdf([At("Работник вправе отдыхать.")])
NEXT = "Работник вправе отдыхать."
LANGUAGES = reading.pictures.languages

EVIL_PDFS = [
    pytest.param(evil_files.nested_flate, TooLarge, id="three layers of Flate, 420 MB"),
    pytest.param(evil_files.many_operations, TooLarge, id="ten million operations"),
    pytest.param(evil_files.table_loop, DamagedFile, id="the table of objects names itself"),
    pytest.param(evil_files.tree_loop, DamagedFile, id="the page tree is its own child"),
    pytest.param(evil_files.encrypted, EncryptedFile, id="opens with a password"),
    pytest.param(lambda: b"", EmptyFile, id="no bytes"),
    pytest.param(evil_files.picture_only, NoTextLayer, id="a scan"),
    pytest.param(lambda: GOOD[: len(GOOD) // 3], DamagedFile, id="breaks off"),
    pytest.param(evil_files.deep_nesting, DamagedFile, id="a list in a list, 100,000 deep"),
    pytest.param(evil_files.many_pages, TooLarge, id="15,000 pages"),
    pytest.param(evil_files.drawn_again, TooLarge, id="drawings of drawings: no text with holes"),
    pytest.param(lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400, DamagedFile, id="garbage with the mark of a PDF"),
]
EVIL_WORDS = [
    pytest.param(evil_files.word_bomb, TooLarge, id="300 MB of spaces"),
    pytest.param(evil_files.many_files, TooLarge, id="20,000 files"),
    pytest.param(evil_files.false_size, DamagedFile, id="declares a false size"),
    pytest.param(evil_files.overlapping, DamagedFile, id="files that share their bytes"),
    pytest.param(evil_files.many_laughs, DamagedFile, id="entities that name each other"),
    pytest.param(evil_files.other_file, DamagedFile, id="an entity that names a file of the machine"),
    pytest.param(evil_files.locked_word, EncryptedFile, id="encrypted"),
    pytest.param(evil_files.broken_off_word, DamagedFile, id="breaks off"),
]


@pytest.fixture(autouse=True)
def no_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without tesseract, installed or not."""
    monkeypatch.setattr(reading.pictures, "languages", lambda: "")


def refused(data: bytes, error: type[ReadingError], limits: Limits = LIMITS) -> float:
    """Seconds that it takes to refuse a file, for the right reason; the next file is still read."""
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    with pytest.raises(error) as caught:
        reading.read(data, "evil.pdf", limits)
    took = time.monotonic() - began
    assert type(caught.value) is error
    assert caught.value.detail.startswith("evil.pdf: ")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < GROWTH
    assert reading.read(NEXT.encode()).text == NEXT
    return took


@pytest.mark.slow
@pytest.mark.parametrize(("made", "error"), [*EVIL_PDFS, *EVIL_WORDS])
def test_an_evil_file_is_refused(made: Callable[[], bytes], error: type[ReadingError]) -> None:
    assert refused(made(), error) < SECONDS


@pytest.mark.slow
def test_work_without_end_is_ended() -> None:
    assert refused(evil_files.many_texts(), TooSlow) < SECONDS


def test_twelve_and_eight() -> None:
    assert (len(EVIL_PDFS), len(EVIL_WORDS)) == (12, 8)


@pytest.mark.parametrize(
    ("limits", "error"),
    [
        pytest.param(replace(LIMITS, cpu_seconds=1), TooSlow, id="seconds of work"),
        pytest.param(replace(LIMITS, wall_seconds=0.8), TooSlow, id="seconds that pass"),
        pytest.param(replace(LIMITS, file_bytes=1000), TooLarge, id="bytes of the file"),
        pytest.param(replace(LIMITS, pages=100), TooLarge, id="pages"),
    ],
)
def test_each_limit_holds(limits: Limits, error: type[ReadingError]) -> None:
    assert refused(evil_files.many_texts(), error, limits) < 5


@pytest.mark.parametrize(
    ("data", "limits", "error"),
    [
        pytest.param("слово ".encode() * 1000, replace(LIMITS, text_bytes=1000), TooLarge, id="more text than allowed"),
        pytest.param(b"slovo " * 1_500_000, replace(LIMITS, memory_bytes=70_000_000), TooLarge, id="memory"),
        pytest.param(b" \n\n", LIMITS, EmptyFile, id="white space"),
        pytest.param(b"123 456", LIMITS, EmptyFile, id="no letters"),
        pytest.param(b"MZ\x90\x00 program", LIMITS, UnknownFormat, id="a program named .pdf"),
        pytest.param(b"\x7fELF\x02\x01", LIMITS, UnknownFormat, id="another program named .pdf"),
    ],
)
def test_refused_by_what_it_holds(data: bytes, limits: Limits, error: type[ReadingError]) -> None:
    refused(data, error, limits)


def test_a_name_decides_nothing(tmp_path: Path) -> None:
    path = tmp_path / "dogovor.docx"
    path.write_bytes(GOOD)
    assert reading.read(path).format == "pdf"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        reading.read(tmp_path / "none.pdf")


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"[1]", id="not an object"),
        pytest.param(b'{"text": 1, "pages": [], "format": "pdf"}', id="a text that is none"),
        pytest.param(b'{"text": "a", "pages": [2, 1], "format": "pdf"}', id="pages out of order"),
        pytest.param(b'{"text": "a", "pages": ["1"], "format": "pdf"}', id="pages that are no numbers"),
        pytest.param(b'{"text": "a", "pages": [], "format": "exe"}', id="a format that is none"),
        pytest.param(b'{"error": "SystemExit", "detail": ""}', id="an error that is none of reading"),
        pytest.param(b'{"error": "CorpusError", "detail": ""}', id="an error of ours, but not of reading"),
    ],
)
def test_a_child_is_not_believed(said: bytes) -> None:
    with pytest.raises(DamagedFile):
        reading._document(said, LIMITS)


def test_a_child_that_talks_without_end() -> None:
    talker = [sys.executable, "-c", "import sys\nwhile True: sys.stdout.write('x' * 65536)"]
    child = subprocess.Popen(talker, stdout=subprocess.PIPE, start_new_session=True)
    with pytest.raises(TooLarge):
        reading._heard(child, replace(LIMITS, text_bytes=1_000_000))
    reading._kill(child)
    assert child.returncode


def test_what_a_child_has_started_is_ended_with_it() -> None:
    script = (
        "import subprocess, sys, time; p = subprocess.Popen(['sleep', '60']); print(p.pid, flush=True); time.sleep(60)"
    )
    child = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, start_new_session=True)
    assert child.stdout is not None
    started = int(child.stdout.readline())
    reading._kill(child)
    for _ in range(50):
        if not Path(f"/proc/{started}/cmdline").exists() or not Path(f"/proc/{started}/cmdline").read_bytes():
            return
        time.sleep(0.1)
    pytest.fail("it lives on")


def test_a_child_gets_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    seen: list[dict[str, str]] = []
    real = subprocess.Popen

    def popen(*args: object, **options: object) -> object:
        seen.append(dict(options["env"]))  # type: ignore[call-overload]
        return real(*args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(reading.subprocess, "Popen", popen)
    assert reading.read(GOOD).format == "pdf"
    assert "PATH" in os.environ and seen and "OPENAI_API_KEY" not in seen[0]


def test_a_scan_is_recognised_where_tesseract_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "tesseract"
    program.write_text(
        '#!/bin/sh\n[ "$1" = --list-langs ] && echo rus && exit 0\ncat > /dev/null\necho "Распознанная строка"\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(reading.pictures, "languages", LANGUAGES.__wrapped__)
    found = reading.read(evil_files.picture_only(), "scan.pdf")
    assert (found.text, found.pages) == ("Распознанная строка", (0,))


ALONE = """
import resource, sys
from pathlib import Path
from assistant import reading
reading.read(Path(sys.argv[1]))
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def _of_children() -> float:
    """Seconds of the processor that the ended children of this process took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.slow
def test_a_real_code_is_read_in_time(shared: Path) -> None:
    file, began = shared / "law" / "kg" / "labour_code_2025_ru.pdf", _of_children()
    found = reading.read(file)
    assert _of_children() - began <= 15  # seconds of the processor: the clock also counts what runs beside this test
    # In a process of its own: the peak of all children that this one ever had would count browsers and libraries too.
    alone = subprocess.run([sys.executable, "-c", ALONE, file], capture_output=True, text=True, check=True)
    assert 10_000 <= int(alone.stdout) <= 400_000
    assert len(found.pages) == 133
    lines = found.text.split("\n")
    assert sum(line.startswith("Статья ") for line in lines) == 265
    assert not [
        line for line in lines if re.search(r"cbd\.minjust|^\d+$|-$", line)
    ]  # heads, page numbers, halves of words
