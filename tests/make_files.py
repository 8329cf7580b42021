"""Small files for the tests of reading, made from parts: a PDF with a text layer, a Word file, a zip archive."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docx import Document as new_word
from docx.document import Document as Word
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
4 beginbfrange <0000> <00FF> <0000> <0400> <04FF> <0400> <2000> <20FF> <2000> <2100> <21FF> <2100> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end"""


@dataclass(frozen=True)
class At:
    """A line of a page: words, points from the left and from below, size."""

    text: str
    x: float = 85
    y: float = 700
    size: float = 12
    bold: bool = False


class Pdf:
    """A PDF under construction: numbered objects, written with a table of them at the end."""

    def __init__(self) -> None:
        self.objects: list[bytes] = []

    def add(self, body: bytes) -> int:
        """Add an object; its number."""
        self.objects.append(body)
        return len(self.objects)

    def stream(self, data: bytes, more: bytes = b"", packed: bool = True) -> int:
        """Add a stream, packed with Flate or as it is."""
        kept = zlib.compress(data, 9) if packed else data
        filters = b"/Filter /FlateDecode " if packed else b""
        return self.add(b"<< %s%s /Length %d >>\nstream\n%s\nendstream" % (filters, more, len(kept), kept))

    def written(self, root: int, trailer: bytes = b"") -> bytes:
        """The file, with `root` as its catalogue."""
        out, places = io.BytesIO(), []
        out.write(b"%PDF-1.7\n")
        for number, body in enumerate(self.objects, 1):
            places.append(out.tell())
            out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        table = out.tell()
        out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
        out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
        out.write(b"trailer << /Size %d /Root %d 0 R %s >>\n" % (len(places) + 1, root, trailer))
        out.write(b"startxref\n%d\n%%%%EOF" % table)
        return out.getvalue()


def fonts(file: Pdf) -> bytes:
    """Resources with a plain font F1 and a bold one F2, of Latin and Cyrillic letters."""
    names = []
    for name, base in ((b"F1", b"Plain"), (b"F2", b"Plain-Bold")):
        cmap = file.stream(TO_UNICODE)
        inner = file.add(
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /DW 500 "
            b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>" % base
        )
        font = file.add(
            b"<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H "
            b"/DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>" % (base, inner, cmap)
        )
        names.append(b"/%s %d 0 R" % (name, font))
    return b"/Font << %s >>" % b" ".join(names)


def content(lines: Sequence[At]) -> bytes:
    """The operations that print some lines."""
    return b"".join(
        b"BT /%s %g Tf 1 0 0 1 %g %g Tm <%s> Tj ET\n"
        % (b"F2" if line.bold else b"F1", line.size, line.x, line.y, line.text.encode("utf-16-be").hex().encode())
        for line in lines
    )


def pdf(*pages: Sequence[At], title: str = "", catalogue: bytes = b"") -> bytes:
    """A PDF with a text layer, one list of lines a page."""
    file = Pdf()
    tree = file.add(b"")
    resources = fonts(file)
    kids = []
    for lines in pages:
        stream = file.stream(content(lines))
        kids.append(file.add(page(tree, resources, stream)))
    file.objects[tree - 1] = pages_tree(kids)
    info = file.add(b"<< /Title <FEFF%s> >>" % title.encode("utf-16-be").hex().encode())
    return file.written(file.add(b"<< /Type /Catalog /Pages %d 0 R %s >>" % (tree, catalogue)), b"/Info %d 0 R" % info)


def page(tree: int, resources: bytes, stream: int) -> bytes:
    """A page object."""
    return b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Resources << %s >> /Contents %d 0 R >>" % (
        tree,
        resources,
        stream,
    )


def pages_tree(kids: Sequence[int]) -> bytes:
    """A page tree of some pages."""
    return b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))


def column(*lines: str, indent: Sequence[int] = (), top: float = 780) -> list[At]:
    """Lines one below another, 16 points apart; those whose numbers are in `indent` set in by 28 points."""
    return [At(text, 113 if number in indent else 85, top - 16 * number) for number, text in enumerate(lines)]


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of some files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def word() -> Word:
    """A new Word document without a line in it."""
    return new_word()


def saved(document: Word) -> bytes:
    """The bytes of a Word document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def add_xml(document: Word, xml: str) -> None:
    """Put a block into a Word document, before its last section."""
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(xml.replace("<w:p>", f"<w:p {W}>", 1).replace("<w:tbl>", f"<w:tbl {W}>", 1)))


def replaced(data: bytes, name: str, new: bytes) -> bytes:
    """A zip archive with one file of it put in place of another, or added."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {each: archive.read(each) for each in archive.namelist()}
    return zipped({**files, name: new})
