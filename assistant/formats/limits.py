"""What a file may cost its reader, and how a child process binds itself to it. It measures nothing."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from assistant.documents import Document
from assistant.errors import EmptyFile, TooLarge

MB = 1_000_000


@dataclass(frozen=True)
class Limits:
    """Bytes, pages, seconds and memory of one file (SAFETY 14 and 15).

    `cpu_seconds`: 15 and not 10, for a code of 133 pages takes pypdf 7.1 seven seconds on an idle core and must be
    read on a slower or shared one too; `wall_seconds` ends it in any case. `text_bytes`: three times the largest
    act at hand, small enough that the parent stays below 100 MB when it takes the text over.
    """

    file_bytes: int = 20 * MB
    pages: int = 2_000
    memory_bytes: int = 1_000 * MB
    cpu_seconds: int = 15
    wall_seconds: float = 20.0
    text_bytes: int = 10 * MB
    zip_files: int = 2_000
    zip_bytes: int = 100 * MB
    zip_ratio: int = 200

    def bind_this_process(self) -> None:
        """Let the system stop this process at its limits of memory and time; no core files, no files written."""
        import resource

        kinds = {resource.RLIMIT_CPU: self.cpu_seconds, resource.RLIMIT_CORE: 0}
        if sys.platform == "linux":  # other systems refuse or ignore a limit of address space
            kinds[resource.RLIMIT_AS] = self.memory_bytes
        for kind, most in kinds.items():
            hard = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (most, most) if hard == resource.RLIM_INFINITY else (min(most, hard), hard))

    def require_text(self, document: Document) -> Document:
        """The same document; EmptyFile where it has no letter, TooLarge where its text is too long."""
        if not any(letter.isalpha() for letter in document.text):
            raise EmptyFile("no words")
        if len(document.text.encode()) > self.text_bytes:
            raise TooLarge(f"more than {self.text_bytes // MB} MB of text")
        return document
