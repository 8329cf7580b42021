"""RTF: the words of the file, printed numbers of lists kept, hidden text dropped.

Footnotes and running heads are dropped by striprtf; fonts and layout are not looked at.
"""

from __future__ import annotations

import re

from assistant.documents import Document
from assistant.errors import DamagedFile
from assistant.formats import mending

WORD = r"(?<!\\)\\"
HIDDEN_SPAN = re.compile(WORD + r"v(?![a-z0-9])[^{}]*?\\v0(?!\d) ?")
HIDDEN = re.compile(WORD + r"v(?![a-z0-9])")
OLD_NUMBER = re.compile(WORD + r"pntext(?![a-z])")
CELL = re.compile(WORD + r"(?:nest)?cell(?![a-z])")
EIGHT_BIT = re.compile(b"[\x80-\xff]")  # some writers leave letters unescaped
BETWEEN_CELLS = "\ue000"  # a private character, for a printed | may stand in a cell


def read(data: bytes) -> Document:
    """The words of an RTF file, a paragraph a line; DamagedFile where it is not built as RTF is."""
    from striprtf.striprtf import rtf_to_text

    escaped = EIGHT_BIT.sub(lambda byte: b"\\'%02x" % ord(byte[0]), data).decode("ascii")
    source = HIDDEN.sub(r"\\*\\v", HIDDEN_SPAN.sub("", escaped))
    source = CELL.sub(lambda _: BETWEEN_CELLS, OLD_NUMBER.sub(r"\\listtext", source))
    try:
        said = rtf_to_text(source, errors="replace")
    except (ValueError, LookupError, IndexError) as error:
        raise DamagedFile(f"RTF: {error}") from error
    whole = said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Document(mending.lines("\n".join(map(_row, whole.split("\n")))), "rtf")


def _row(line: str) -> str:
    cells = line.split(BETWEEN_CELLS)
    return line if len(cells) == 1 else " | ".join(map(mending.line, cells[:-1] if not cells[-1].strip() else cells))
