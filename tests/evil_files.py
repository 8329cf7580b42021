"""Files made to harm their reader: twelve PDFs (SAFETY 14) and eight Word files (SAFETY 15), small and made here."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from tests.make_files import At, Pdf, content, fonts, page, pages_tree, pdf, saved, word, zipped

MB = 1_000_000
GOOD_PDF = pdf([At("Работник вправе отдыхать.")])


def one_page(stream: bytes, more: bytes = b"", resources: bytes = b"", packed: bool = True) -> bytes:
    """A PDF of one page with the given content."""
    file = Pdf()
    tree = file.add(b"")
    named = fonts(file) + resources
    number = file.stream(stream, more, packed)
    file.objects[tree - 1] = pages_tree([file.add(page(tree, named, number))])
    return file.written(file.add(b"<< /Type /Catalog /Pages %d 0 R >>" % tree))


def nested_flate() -> bytes:
    """Three layers of Flate: 3 KB that unpack to 420 MB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"BT ET " * 100_000) for _ in range(700)) + packer.flush()
    twice = zlib.compress(zlib.compress(packed, 9), 9)
    return one_page(twice, b"/Filter [/FlateDecode /FlateDecode /FlateDecode]", packed=False)


def many_operations() -> bytes:
    """Ten million operations in some KB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"q Q " * 10_000) for _ in range(500)) + packer.flush()
    return one_page(packed, b"/Filter /FlateDecode", packed=False)


def many_texts() -> bytes:
    """Operations below the limit of a page, on each of two thousand pages."""
    file = Pdf()
    tree = file.add(b"")
    resources = fonts(file)
    number = file.stream(content([At("а")]) * 20_000)
    file.objects[tree - 1] = pages_tree([file.add(page(tree, resources, number)) for _ in range(1_999)])
    return file.written(file.add(b"<< /Type /Catalog /Pages %d 0 R >>" % tree))


def table_loop() -> bytes:
    """A table of objects that names itself as the one before, and no object that can be found without it."""
    head = b"%PDF-1.7\n"
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer << /Size 1 /Root 1 0 R /Prev %d >>\n" % len(head)
    return head + table + b"startxref\n%d\n%%%%EOF" % len(head)


def tree_loop() -> bytes:
    """A page tree that is its own child."""
    file = Pdf()
    tree = file.add(b"<< /Type /Pages /Count 1 /Kids [1 0 R] >>")
    return file.written(file.add(b"<< /Type /Catalog /Pages %d 0 R >>" % tree))


def encrypted() -> bytes:
    """A file that opens with a password."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(GOOD_PDF)))
    writer.encrypt("hidden", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def picture_only() -> bytes:
    """A scan: a page with a picture and no letter."""
    file = Pdf()
    tree = file.add(b"")
    head = b"/Type /XObject /Subtype /Image /Width 1200 /Height 1700 /ColorSpace /DeviceGray /BitsPerComponent 8"
    scan = file.stream(b"\xff" * (1200 * 1700), head)
    number = file.stream(b"q 595 0 0 842 0 0 cm /Im1 Do Q")
    file.objects[tree - 1] = pages_tree([file.add(page(tree, b"/XObject << /Im1 %d 0 R >>" % scan, number))])
    return file.written(file.add(b"<< /Type /Catalog /Pages %d 0 R >>" % tree))


def deep_nesting() -> bytes:
    """A page whose content is a list in a list, a hundred thousand deep."""
    return one_page(b"[" * 100_000 + b"]" * 100_000 + b" TJ")


def many_pages() -> bytes:
    """More pages than any act has."""
    file = Pdf()
    tree = file.add(b"")
    number = file.stream(b"")
    kid = file.add(page(tree, b"", number))
    file.objects[tree - 1] = pages_tree([kid] * 15_000)
    return file.written(file.add(b"<< /Type /Catalog /Pages %d 0 R >>" % tree))


def drawn_again() -> bytes:
    """Pictures that draw pictures that draw pictures: ten to the seventh drawings of one letter."""
    file = Pdf()
    tree = file.add(b"")
    resources = fonts(file)
    inner = file.stream(content([At("а")]), b"/Type /XObject /Subtype /Form /Resources << %s >>" % resources)
    for _ in range(7):
        named = b"/Type /XObject /Subtype /Form /Resources << /XObject << /X %d 0 R >> >>" % inner
        inner = file.stream(b"/X Do " * 10, named)
    top = file.stream(b"/X Do")
    file.objects[tree - 1] = pages_tree([file.add(page(tree, b"/XObject << /X %d 0 R >>" % inner, top))])
    return file.written(file.add(b"<< /Type /Catalog /Pages %d 0 R >>" % tree))


def word_bomb() -> bytes:
    """A body of 300 MB of spaces, packed a thousand times."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        with archive.open("word/document.xml", "w") as body:
            for _ in range(300):
                body.write(b" " * MB)
    return out.getvalue()


def many_files() -> bytes:
    """An archive of more files than any document has."""
    return zipped({"word/document.xml": b"<x/>", **{f"word/{number}.xml": b"" for number in range(20_000)}})


def false_size() -> bytes:
    """A body that declares to be small and is not."""
    data = bytearray(zipped({"word/document.xml": b" " * (50 * MB), "[Content_Types].xml": b"<Types/>"}))
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = data.index(mark)
        data[start + place : start + place + 4] = struct.pack("<I", 1000)
    return bytes(data)


def overlapping() -> bytes:
    """Two entries of an archive that share their bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<x>" + bytes(range(32, 127)) * 300 + b"</x>")
        archive.filelist += [archive.filelist[0]] * 40
    return out.getvalue()


def entities(declared: str) -> bytes:
    """A Word file whose body has a document type of its own."""
    body = f'<?xml version="1.0"?><!DOCTYPE d [{declared}]><w:document xmlns:w="http://schemas.openxmlformats.org/'
    body += 'wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&z;</w:t></w:r></w:p></w:body></w:document>'
    with zipfile.ZipFile(io.BytesIO(saved(word()))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**files, "word/document.xml": body.encode()})


def many_laughs() -> bytes:
    """Entities that name each other, a thousand million words in all."""
    names = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return entities(f'<!ENTITY l0 "ха">{names}<!ENTITY z "&l9;">')


def other_file() -> bytes:
    """An entity that names a file of the machine."""
    return entities('<!ENTITY z SYSTEM "file:///etc/hostname">')


def locked_word() -> bytes:
    """An archive whose entries are marked as encrypted."""
    data = bytearray(saved(word()))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.index(mark)
        data[start + place] |= 1
    return bytes(data)


def broken_off_word() -> bytes:
    """Half a Word file."""
    data = saved(word())
    return data[: len(data) // 2]
