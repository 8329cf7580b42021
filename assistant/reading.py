"""Read a file: bytes in whatever format they are to a Document, in a child process that is bound to limits.

A file may have been made to harm its reader: the child that parses it has no secrets in its environment, little memory
and little time, and is killed with all that it started. Nothing is cut into articles here, and nothing is kept.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import IO

from assistant import errors
from assistant.documents import Document
from assistant.errors import DamagedFile, EmptyFile, NoTextLayer, ReadingError, TooLarge, TooSlow
from assistant.formats import pictures
from assistant.formats.limits import MB, Limits

ROOT = Path(__file__).resolve().parent.parent
LIMITS = Limits()
OCR_SECONDS = 600  # a scanned page takes tesseract some seconds
KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "TESSDATA_PREFIX", "SYSTEMROOT")
PIECE = 1 << 16
FORMATS = ("pdf", "docx", "html", "markdown", "rtf", "text")


def read(source: Path | bytes, name: str = "", limits: Limits = LIMITS) -> Document:
    """The text of a file, or of bytes that a user has handed over under a name.

    Its first bytes decide the format. A ReadingError names the file and says what to do; a file that is not there
    raises OSError. Where tesseract is installed, a scanned PDF is recognised instead of refused.
    """
    name = name or (source.name if isinstance(source, Path) else "")
    try:
        with _opened(source, limits) as file:
            try:
                return _in_child(file, name, limits)
            except NoTextLayer:
                if not (languages := pictures.languages()):
                    raise
                file.seek(0)
                return _in_child(file, name, replace(limits, wall_seconds=OCR_SECONDS), languages)
    except ReadingError as error:
        found = error.detail.rstrip(". ")
        raise type(error)(f"{name}: {found}" if name else found) from error


@contextmanager
def _opened(source: Path | bytes, limits: Limits) -> Iterator[IO[bytes]]:
    with source.open("rb") if isinstance(source, Path) else tempfile.TemporaryFile() as file:
        if isinstance(source, bytes):
            if len(source) <= limits.file_bytes:
                file.write(source)
                file.seek(0)
            size = len(source)
        else:
            size = os.fstat(file.fileno()).st_size
        if size > limits.file_bytes:
            raise TooLarge(f"{size / MB:.1f} MB, at most {limits.file_bytes // MB}")
        if not size:
            raise EmptyFile("no bytes")
        yield file


def _in_child(file: IO[bytes], name: str, limits: Limits, ocr: str = "") -> Document:
    command = [sys.executable, "-m", "assistant.formats", json.dumps(asdict(limits)), name, ocr]
    child = subprocess.Popen(
        command,
        stdin=file,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={variable: os.environ[variable] for variable in KEPT_VARIABLES if variable in os.environ},
        start_new_session=True,
    )
    try:
        said = _heard(child, limits)
    finally:
        _kill(child)
    if child.returncode in (-signal.SIGXCPU, -signal.SIGKILL) and not said:
        raise TooSlow(f"more than {limits.cpu_seconds} seconds of work")
    return _document(said, limits)


def _heard(child: subprocess.Popen[bytes], limits: Limits) -> bytes:
    """All that a child says; TooSlow or TooLarge where it says it too late or says too much."""
    assert child.stdout is not None
    most, until, said = 2 * limits.text_bytes + MB, time.monotonic() + limits.wall_seconds, bytearray()
    with selectors.DefaultSelector() as ready:
        ready.register(child.stdout, selectors.EVENT_READ)
        while True:
            if not ready.select(max(0.0, until - time.monotonic())):
                raise TooSlow(f"more than {limits.wall_seconds:g} seconds")
            piece = os.read(child.stdout.fileno(), PIECE)
            if not piece:
                break
            said += piece
            if len(said) > most:
                raise TooLarge(f"more than {limits.text_bytes // MB} MB of text")
    try:
        child.wait(max(0.1, until - time.monotonic()))
    except subprocess.TimeoutExpired as error:
        raise TooSlow(f"more than {limits.wall_seconds:g} seconds") from error
    return bytes(said)


def _kill(child: subprocess.Popen[bytes]) -> None:
    """End a child and all that it started, and take its exit status."""
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        child.kill()
    child.wait()
    if child.stdout is not None:
        child.stdout.close()


def _document(said: bytes, limits: Limits) -> Document:
    """What a child has said, believed only as far as it has the shape of a Document or names an error of ours."""
    try:
        row = json.loads(said)
    except ValueError as error:
        raise DamagedFile("its reader broke down") from error
    if not isinstance(row, Mapping):
        raise DamagedFile("its reader broke down")
    if "error" in row:
        kind = getattr(errors, str(row["error"]), DamagedFile)
        is_ours = isinstance(kind, type) and issubclass(kind, ReadingError)
        raise (kind if is_ours else DamagedFile)(str(row.get("detail", ""))[:300])
    text, pages = row.get("text"), row.get("pages")
    if not isinstance(text, str) or not isinstance(pages, list) or row.get("format") not in FORMATS:
        raise DamagedFile("its reader broke down")
    if not all(isinstance(each, int) for each in pages) or pages != sorted(pages):
        raise DamagedFile("its reader broke down")
    if len(text.encode("utf-8", "replace")) > limits.text_bytes:
        raise TooLarge(f"more than {limits.text_bytes // MB} MB of text")
    return Document(text, str(row["format"]), str(row.get("title", ""))[:500], tuple(pages))
