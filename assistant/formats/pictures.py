"""A scanned PDF: its pages recognised by tesseract, where that is installed with Kazakh, Russian and English.

It draws no page: the pictures in the file are recognised as they are. Words may be misread: the text is for search,
and a quote from it needs a look at the page.
"""

from __future__ import annotations

import subprocess
from functools import lru_cache
from shutil import which

from assistant.documents import Document
from assistant.errors import NoTextLayer
from assistant.formats import mending, pdf
from assistant.formats.limits import Limits

LANGUAGES = ("kaz", "rus", "eng")
SECONDS = 60


@lru_cache(maxsize=1)
def languages() -> str:
    """Which of our languages tesseract is installed with, in its words: `kaz+rus+eng`; "" without Russian."""
    program = which("tesseract")
    if program is None:
        return ""
    ran = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=SECONDS, check=False)
    held = [name for name in LANGUAGES if name in ran.stdout.split()]
    return "+".join(held) if "rus" in held else ""


def read(data: bytes, limits: Limits, names: str) -> Document:
    """The recognised text of a scanned PDF; NoTextLayer where its pictures hold no letters."""
    parts: list[str] = []
    begins: list[int] = []
    size = 0
    for page in pdf.open_reader(data, limits).pages:
        said = mending.lines("\n".join(_recognised(image.data, names) for image in page.images))
        begins.append(size)
        parts.append(said)
        size += len(said) + 1
    if not any(parts):
        raise NoTextLayer("no letters recognised")
    return Document("\n".join(parts), "pdf", "", tuple(begins))


def _recognised(picture: bytes, names: str) -> str:
    ran = subprocess.run(
        ["tesseract", "stdin", "stdout", "-l", names], input=picture, capture_output=True, timeout=SECONDS, check=False
    )
    return ran.stdout.decode("utf-8", "replace")
