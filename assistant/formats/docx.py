"""DOCX: paragraphs and tables in their order, printed numbers of lists as text, footnotes at the end.

What a reader of the printed page does not see is left out: deleted and hidden words, comments, field codes, running
heads. Nothing that the file refers to is opened.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from assistant.documents import Document
from assistant.errors import DamagedFile, EncryptedFile, TooLarge
from assistant.formats import mending
from assistant.formats.limits import MB, Limits
from assistant.formats.numbering import Numbering, W

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.opc.part import Part
    from lxml.etree import _Element

SKIPPED = {
    f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sectPr", "tblPr", "tcPr")
}
SKIPPED.add("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
MARKUP = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
NOTE_OF_WORD = ("separator", "continuationSeparator", "continuationNotice")
BREAKS_OFF = ("", "0", "false", "off")
SMALL = 1 * MB  # below it any ratio of compression is harmless


def read(data: bytes, limits: Limits) -> Document:
    """The text of a Word file; TooLarge, EncryptedFile or DamagedFile before anything of it is inflated."""
    from docx import Document as open_word
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    check_zip(data, limits)
    try:
        word = open_word(BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, XMLSyntaxError, KeyError, ValueError) as error:
        raise DamagedFile(f"DOCX: {error}") from error
    if word.element.getroottree().docinfo.doctype:
        raise DamagedFile("DOCX with a document type of its own")
    said = mending.lines("\n".join(_Writer(word).lines()))
    return Document(said, "docx", mending.line(word.core_properties.title or ""))


def check_zip(data: bytes, limits: Limits) -> None:
    """Compare what a zip archive declares with the limits; nothing is inflated."""
    try:
        entries = zipfile.ZipFile(BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise DamagedFile(f"zip: {error}") from error
    if len(entries) > limits.zip_files:
        raise TooLarge(f"{len(entries)} files in the archive, at most {limits.zip_files}")
    whole, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if whole > limits.zip_bytes:
        raise TooLarge(f"{whole // MB} MB unpacked, at most {limits.zip_bytes // MB}")
    if any(entry.file_size > max(SMALL, limits.zip_ratio * entry.compress_size) for entry in entries):
        raise TooLarge(f"packed more than {limits.zip_ratio} times")
    if any(entry.flag_bits & 1 for entry in entries):
        raise EncryptedFile("zip")
    if len({entry.filename for entry in entries}) < len(entries) or packed > len(data):
        raise DamagedFile("files of the archive overlap")


class _Writer:
    """Writes the blocks of a Word file as lines."""

    def __init__(self, word: Word) -> None:
        self._word = word
        self._numbering = Numbering.read(_xml(word.part, "numbering"))
        self._styles = _styles(word)
        self._notes: list[tuple[str, str, str]] = []  # mark in the text, kind, id

    def lines(self) -> Iterator[str]:
        """Every line of the body, then the footnotes and endnotes that it names, each with its mark."""
        yield from self._blocks(self._word.element.body)
        texts = {kind: self._note_texts(kind) for kind in {kind for _, kind, _ in self._notes}}
        for mark, kind, name in list(self._notes):
            yield f"{mark} {texts[kind].get(name, '')}"

    def _blocks(self, parent: _Element) -> Iterator[str]:
        for block in parent:
            if block.tag == f"{W}p":
                yield self._paragraph(block)
            elif block.tag == f"{W}tbl":
                yield from ("", *self._table(block), "")
            elif block.tag not in SKIPPED and len(block):
                yield from self._blocks(block)  # content controls, inserted blocks

    def _table(self, table: _Element) -> Iterator[str]:
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl"), None) is not table:
                continue  # a row of a table inside this one, which its cell writes
            cells = [child for child in row.iter(f"{W}tc") if next(child.iterancestors(f"{W}tr"), None) is row]
            said = [mending.line(" ".join(self._blocks(cell)).replace("\n", " ")) for cell in cells]
            yield " | ".join(said) if any(said) else ""

    def _paragraph(self, paragraph: _Element) -> str:
        boxes = [line for box in paragraph.iter(f"{W}txbxContent") if _seen(box) for line in self._blocks(box)]
        number = self._number(paragraph)
        said = "".join(self._inline(paragraph))
        return "\n".join([f"{number} {said}" if number and said.strip() else said, *boxes])

    def _number(self, paragraph: _Element) -> str:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        inherited = self._styles.get("" if style is None else style.get(f"{W}val", ""), ("", 0))
        name = _value(paragraph, "pPr", "numPr", "numId") or inherited[0]
        level = _value(paragraph, "pPr", "numPr", "ilvl")
        at = int(level) if level.isdigit() else inherited[1]
        return self._numbering.next(name, at) if name and name != "0" else ""

    def _inline(self, parent: _Element) -> Iterator[str]:
        for child in parent:
            if child.tag in SKIPPED or child.tag == f"{W}txbxContent" or (child.tag == f"{W}r" and _vanishes(child)):
                continue
            if child.tag == f"{W}t":
                raised = _value(parent, "rPr", "vertAlign") == "superscript"
                yield mending.raised(child.text or "") if raised else child.text or ""
            elif child.tag in MARKUP:
                yield MARKUP[child.tag]
            elif child.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                self._notes.append((f"[{len(self._notes) + 1}]", child.tag, child.get(f"{W}id", "")))
                yield self._notes[-1][0]
            else:
                yield from self._inline(child)

    def _note_texts(self, reference: str) -> dict[str, str]:
        kind = "footnote" if reference == f"{W}footnoteReference" else "endnote"
        part = _xml(self._word.part, f"{kind}s")
        notes = () if part is None else part.iterchildren(f"{W}{kind}")
        return {
            note.get(f"{W}id", ""): mending.line(" ".join(self._blocks(note)))
            for note in notes
            if note.get(f"{W}type") not in NOTE_OF_WORD
        }


def _xml(part: Part, kind: str) -> _Element | None:
    """The root of the part that the main part calls `numbering`, `footnotes` …; None where there is none."""
    from lxml import etree

    for relation in part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            return etree.fromstring(relation.target_part.blob, parser)
    return None


def _styles(word: Word) -> dict[str, tuple[str, int]]:
    """List and level that each paragraph style gives, "" standing for the default style; based-on styles followed."""
    own: dict[str, tuple[str, int]] = {}
    above: dict[str, str] = {}
    for style in word.styles.element.iterchildren(f"{W}style"):
        name = style.get(f"{W}styleId", "")
        above[name] = _value(style, "basedOn")
        if number := _value(style, "pPr", "numPr", "numId"):
            level = _value(style, "pPr", "numPr", "ilvl")
            own[name] = (number, int(level) if level.isdigit() else 0)
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") == "1":
            above[""] = name
    return {name: own[found] for name in above if (found := _nearest(name, own, above)) is not None}


def _nearest(name: str, own: dict[str, tuple[str, int]], above: dict[str, str]) -> str | None:
    for _ in range(len(above)):
        if name in own:
            return name
        if name not in above:
            return None
        name = above[name]
    return None


def _value(parent: _Element, *path: str) -> str:
    child = parent.find("/".join(f"{W}{name}" for name in path))
    return "" if child is None else str(child.get(f"{W}val", ""))


def _vanishes(run: _Element) -> bool:
    """True for words that Word does not print: hidden, or white without a shade of their own."""
    hidden = run.find(f"{W}rPr/{W}vanish")
    if hidden is not None and hidden.get(f"{W}val", "1") not in BREAKS_OFF:
        return True
    white = _value(run, "rPr", "color").upper() == "FFFFFF"
    return white and run.find(f"{W}rPr/{W}shd") is None and run.find(f"{W}rPr/{W}highlight") is None


def _seen(box: _Element) -> bool:
    return not any(parent.tag in SKIPPED for parent in box.iterancestors())
