"""Plain text: in which of the encodings in use it is written, and its lines as they stand.

It joins no lines and looks for no headings.
"""

from __future__ import annotations

import codecs
import re

from assistant.documents import Document
from assistant.errors import DamagedFile
from assistant.formats import mending

MARKS = {  # byte order marks; the longer ones first, for that of UTF-16 begins that of UTF-32
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
FAMILIES = ["cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic"]
KAZAKH_PAGES = ("cp1251", "kz1048", "ptcp154")  # one page with three upper halves: Russian, STRK 1048, Paratype 154
OURS = re.compile("[а-яёәғқңөұүһіА-ЯЁӘҒҚҢӨҰҮҺІ]")
STRANGE = re.compile("[^\\W\\d_a-zA-Zа-яёәғқңөұүһіА-ЯЁӘҒҚҢӨҰҮҺІ]")
SAMPLE = 200_000


def read(data: bytes) -> Document:
    """The text of a file that is nothing but text."""
    return Document(mending.lines(decode(data)), "text")


def decode(data: bytes, declared: str = "") -> str:
    """The text of some bytes: by its mark, as UTF-16 without a mark, as UTF-8, as declared, else by its letters.

    DamagedFile where no encoding gives words.
    """
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            return _strict(data, encoding)
    if wide := _wide(data):  # before UTF-8, for its bytes are that as well
        return _strict(data, wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    named = _known(declared)
    if named and named not in ("utf-8", *KAZAKH_PAGES):
        return _strict(data, named)
    return _by_letters(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DamagedFile(f"not {encoding} at byte {error.start}") from error


def _known(declared: str) -> str:
    try:
        return codecs.lookup(declared).name if declared else ""
    except LookupError:
        return ""


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: every second byte is that of Latin (0) or Cyrillic (4)."""
    sample = data[: SAMPLE - SAMPLE % 2]
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(high) > 1 and (high.count(0) + high.count(4)) / len(high) > 0.9:
            return name
    return ""


def _by_letters(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE], cp_isolation=FAMILIES).best()
    if best is not None and best.encoding != "cp1251":
        return _strict(data, best.encoding)
    page = min(KAZAKH_PAGES, key=lambda name: _strangers(data[:SAMPLE], name))  # ties go to the first
    text = data.decode(page, "replace")
    if len(OURS.findall(text[:SAMPLE])) < len(text[:SAMPLE]) / 3:
        raise DamagedFile("the encoding of its letters is unknown")
    return text


def _strangers(sample: bytes, page: str) -> int:
    """How many letters a code page gives that neither Kazakh nor Russian nor English has."""
    return len(STRANGE.findall(sample.decode(page, "replace")))
