"""The child process that reads one file: bytes come in on standard input, a Document or the name of an error goes out.

Started by `reading` as `python -m assistant.formats LIMITS NAME OCR`; it binds itself to the limits before it reads a
byte. Whatever a parser raises on a file means that the file is damaged.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from assistant.documents import Document
from assistant.errors import DamagedFile, EmptyFile, ReadingError, TooLarge
from assistant.formats.limits import MB, Limits


def main(arguments: list[str]) -> None:
    """Read one file and say what it says, as one JSON object."""
    limits, name, ocr = Limits(**json.loads(arguments[0])), arguments[1], arguments[2]
    limits.bind_this_process()
    data = sys.stdin.buffer.read(limits.file_bytes + 1)
    try:
        said = asdict(limits.require_text(read(data, name, limits, ocr)))
    except ReadingError as error:
        said = {"error": type(error).__name__, "detail": error.detail}
    except MemoryError:
        said = {"error": TooLarge.__name__, "detail": f"it needs more than {limits.memory_bytes // MB} MB of memory"}
    except Exception as error:
        said = {"error": DamagedFile.__name__, "detail": f"{type(error).__name__}: {error}"[:200]}
    sys.stdout.buffer.write(json.dumps(said, ensure_ascii=False).encode("utf-8", "replace"))


def read(data: bytes, name: str, limits: Limits, ocr: str = "") -> Document:
    """The Document of some bytes: their beginning decides the format; `ocr` names languages to recognise letters in."""
    from assistant.formats import docx, html, kind, markdown, pdf, pictures, rtf, text

    if len(data) > limits.file_bytes:
        raise TooLarge(f"more than {limits.file_bytes // MB} MB")
    if not data.strip():
        raise EmptyFile("no bytes")
    found = kind.of(data, name)
    if found == "pdf":
        return pictures.read(data, limits, ocr) if ocr else pdf.read(data, limits)
    if found == "docx":
        return docx.read(data, limits)
    return {"html": html.read, "markdown": markdown.read, "rtf": rtf.read, "text": text.read}[found](data)


if __name__ == "__main__":
    main(sys.argv[1:])
