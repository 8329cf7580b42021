"""Which format a file has, by its bytes. Its name decides only between Markdown and plain text, which have no mark."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import PurePath

from assistant.errors import DamagedFile, EncryptedFile, UnknownFormat
from assistant.formats import text

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
MARKS = {  # formats that are refused by name
    b"MZ": "a program",
    b"\x7fELF": "a program",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"II*\x00": "a picture",
    b"MM\x00*": "a picture",
    b"\x1f\x8b": "an archive",
    b"Rar!": "an archive",
    b"7z\xbc\xaf": "an archive",
    b"SQLite format 3": "a database",
}
HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|article|h1)\b",
    re.I | re.S,
)
HEADINGS = re.compile(r"^#{1,6}\s+\S", re.MULTILINE)
ANCHOR = re.compile(r"^<a id=\"\w+\"></a>\s*$", re.MULTILINE)
CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
HEAD_OF_PDF = 1024  # readers of PDF look for its mark so far
SAMPLE = 100_000


def of(data: bytes, name: str = "") -> str:
    """pdf, docx, html, markdown, rtf or text; UnknownFormat names what the file is instead, where that can be told.

    >>> of(b"%PDF-1.7 ..."), of(b"{\\\\rtf1 ...}"), of(b"<!DOCTYPE html><p>"), of(b"Agreement")
    ('pdf', 'rtf', 'html', 'text')
    """
    for mark, what in MARKS.items():
        if data.startswith(mark):
            raise UnknownFormat(what)
    if data.startswith(OLD_OFFICE):
        if ENCRYPTED_OFFICE in data:
            raise EncryptedFile("DOCX")
        raise UnknownFormat("Word 97–2003, .doc")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if b"%PDF-" in data[:HEAD_OF_PDF]:
        return "pdf"
    if data.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    return _written(data, PurePath(name).suffix.lower())


def _zipped(data: bytes) -> str:
    try:
        names = zipfile.ZipFile(BytesIO(data)).NameToInfo.keys()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise DamagedFile(f"zip: {error}") from error
    if "word/document.xml" not in names:
        raise UnknownFormat("an archive without a Word document")
    return "docx"


def _written(data: bytes, suffix: str) -> str:
    try:
        said = text.decode(data[:SAMPLE].rsplit(b"\n", 1)[0] if len(data) > SAMPLE else data)
    except DamagedFile as error:
        raise UnknownFormat("no text in a known encoding") from error
    if len(CONTROLS.findall(said)) > len(said) / 1000:
        raise UnknownFormat("not a text")
    if HTML.match(said.lstrip("\ufeff")):
        return "html"
    if suffix == ".txt":
        return "text"
    markdown = suffix in (".md", ".markdown") or len(HEADINGS.findall(said)) > 1 or ANCHOR.search(said)
    return "markdown" if markdown else "text"
