"""PDF: the text layer page by page, mended, with the offset of each page; or why it cannot be had.

It draws nothing, runs no script of the file and opens no attachment. Columns and tables come as the file lists them.
"""

from __future__ import annotations

import logging
from io import BytesIO
from typing import TYPE_CHECKING, Any

from assistant.documents import Document
from assistant.errors import DamagedFile, EmptyFile, EncryptedFile, NoTextLayer, TooLarge
from assistant.formats import layout, mending
from assistant.formats.layout import Line
from assistant.formats.limits import MB, Limits

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

UNREADABLE = 0.2  # of the characters: from here a text layer is signs without a meaning
LARGE_PICTURE = 0.3  # million points: a scan of half a page has more
FORMS = 500  # drawings inside the drawing of one page
OPERATIONS = 500_000  # in the content of one page; a page of dense text has 5,000


def read(data: bytes, limits: Limits) -> Document:
    """The text of a PDF; an error that names why there is none."""
    from pypdf.errors import LimitReachedError, PyPdfError

    try:
        return _read(data, limits)
    except LimitReachedError as error:
        raise TooLarge(str(error)) from error
    except PyPdfError as error:
        raise DamagedFile(str(error)) from error


def open_reader(data: bytes, limits: Limits) -> PdfReader:
    """A reader of the pages; EncryptedFile, TooLarge or EmptyFile where there can be none."""
    from pypdf import PdfReader, overwrite_configuration
    from pypdf.errors import DependencyError

    overwrite_configuration(
        stream_parsing_work_maximum_count=OPERATIONS,
        page_tree_maximum_entries=10 * limits.pages,
        xform_maximum_invocations_per_extraction=FORMS,
    )
    reader = PdfReader(BytesIO(data))
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            raise EncryptedFile("PDF")
    except DependencyError as error:
        raise EncryptedFile("PDF") from error
    count = len(reader.pages)
    if count > limits.pages:
        raise TooLarge(f"{count} pages, at most {limits.pages}")
    if not count:
        raise EmptyFile("no pages")
    return reader


def _read(data: bytes, limits: Limits) -> Document:
    reader = open_reader(data, limits)
    skipped = _Skipped()
    logging.getLogger("pypdf").addHandler(skipped)
    pages, size = [], 0
    for page in reader.pages:
        pages.append(_lines(page))
        if skipped.said:
            raise TooLarge(skipped.said)
        size += sum(len(line.text) for line in pages[-1])
        if size > limits.text_bytes:
            raise TooLarge(f"more than {limits.text_bytes // MB} MB of text")
    _require_letters(reader, pages)
    text, begins = layout.join(pages)
    title = reader.metadata.title if reader.metadata else ""
    return Document(text, "pdf", mending.line(str(title or "")), begins)


class _Skipped(logging.Handler):
    """Hears pypdf say that it leaves out what is beyond a limit: a text with holes is no text of a law."""

    said = ""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what is said of limits."""
        message = record.getMessage()
        if "Exceeded" in message or "limit" in message.lower():
            self.said = message


def _lines(page: PageObject) -> list[Line]:
    """The lines of a page, in the order of the file."""
    writer = _Lines()
    page.extract_text(visitor_text=writer.piece)
    writer.end()
    return writer.lines


class _Lines:
    """Puts the pieces that pypdf names together to lines."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._text = ""
        self._at: tuple[float, float] | None = None
        self._fonts: set[str] = set()
        self._size = 0.0
        self._x = 0.0
        self._broken = False  # pypdf has named the end of a line; the next piece shows whether it is one

    def piece(self, text: str, cm: list[float], tm: list[float], font: dict[str, Any] | None, size: float) -> None:
        """One piece of text where it stands: matrices of the page and of the text, font and its size."""
        first, *rest = text.split("\n")
        self._add(first, cm, tm, font, size)
        for each in rest:
            self._broken = True
            self._add(each, cm, tm, font, size)

    def _add(self, text: str, cm: list[float], tm: list[float], font: dict[str, Any] | None, size: float) -> None:
        if not text.strip():
            self._text += text
            return
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = abs(size * tm[3] * cm[3]) or size
        if self._broken and not self._goes_on(x, y):
            self.end()
        self._x = x
        if self._at is None:
            self._at, self._size = (x, y), height
        elif text.strip().isdigit() and height < 0.8 * self._size and y > self._at[1] + 0.2 * self._size:
            text = mending.raised(text)
        self._broken = False
        if any(map(str.isalpha, text)):
            self._fonts.add(str((font or {}).get("/BaseFont", "")))
        self._text += text

    def _goes_on(self, x: float, y: float) -> bool:
        """True for a piece to the right of the last one and about as high, where pypdf yet ends the line."""
        return self._at is not None and x > self._x and abs(y - self._at[1]) < 0.6 * self._size

    def end(self) -> None:
        """End the line that has begun."""
        hyphened = self._text.rstrip().endswith("\u00ad")
        said = mending.inserted(mending.line(self._text)) + ("\u00ad" if hyphened else "")
        if said and self._at is not None:
            font = self._fonts.pop() if len(self._fonts) == 1 else ""
            self.lines.append(Line(said, *self._at, font))
        self._text, self._at, self._fonts = "", None, set()


def _require_letters(reader: PdfReader, pages: list[list[Line]]) -> None:
    """NoTextLayer where pages are pictures or their letters have no meaning; EmptyFile where there is nothing.

    A first or last page without text is let pass: covers and signatures are often scanned.
    """
    bare = [number for number, page in enumerate(pages) if not layout.letters([page])]
    scanned = [number for number in bare if _is_picture(reader.pages[number])]
    inner = [number for number in scanned if 0 < number < len(pages) - 1]
    if len(bare) == len(pages):
        if scanned:
            raise NoTextLayer(f"{len(scanned)} of {len(pages)} pages")
        raise EmptyFile("no words")
    if inner:
        raise NoTextLayer(f"page {', '.join(str(number + 1) for number in inner[:10])}")
    text = "".join(line.text for page in pages for line in page)
    signs = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in text)
    if signs > UNREADABLE * len(text):
        raise NoTextLayer("the letters of its fonts have no meaning")


def _is_picture(page: PageObject) -> bool:
    """True for a page with a large picture, named in its resources or drawn into it."""
    resources = page.get("/Resources")
    named = resources.get_object().get("/XObject") if resources is not None else None
    for entry in (named.get_object() if named is not None else {}).values():
        picture = entry.get_object()
        if picture.get("/Subtype") == "/Image":
            area = float(picture.get("/Width", 0)) * float(picture.get("/Height", 0))
            if area > LARGE_PICTURE * MB:
                return True
    return False
