"""Markdown: the words without the markup, numbers of lists exactly as they are printed.

It renumbers nothing, follows no link, shows no picture. A quoted line keeps its mark `> `, for notes stand there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.documents import Document
from assistant.formats import html, mending, text

if TYPE_CHECKING:
    from markdown_it.token import Token

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
OWN_LINE = re.compile(r"(?:\d+(?:[-.]\d+)*[.)]|\w\)|[-–—•]|(?:Статья|Глава|Раздел|Article|Chapter)\b|\d+-\w+\.)\s")
CELL = " | "


def read(data: bytes) -> Document:
    """The words of a Markdown file, a paragraph, heading or numbered item a line."""
    from markdown_it import MarkdownIt

    source = FRONT_MATTER.sub("", mending.LINE_ENDS.sub("\n", text.decode(data)))
    parser = MarkdownIt("commonmark", {"maxNesting": 200}).enable("table")
    writer = _Writer()
    for token in parser.parse(source):
        writer.take(token)
    return Document(mending.lines("\n".join(writer.lines)), "markdown", writer.title)


class _Writer:
    """Collects lines from the tokens of a parsed file."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.title = ""
        self._quotes = 0
        self._markers: list[str] = []
        self._cells: list[str] | None = None
        self._heading = ""

    def take(self, token: Token) -> None:
        """One token of a block: what it opens, closes or says."""
        kind = token.type
        if kind == "blockquote_open":
            self._quotes += 1
        elif kind == "blockquote_close":
            self._quotes -= 1
        elif kind == "list_item_open":
            marker = f"{token.info}{token.markup}" if token.info else "-"
            self._markers.append(marker)
        elif kind == "heading_open":
            self._heading = token.tag
        elif kind in ("table_open", "table_close"):
            self._put("")
        elif kind == "tr_open":
            self._cells = []
        elif kind == "tr_close":
            self._put(CELL.join(self._cells or ()))
            self._cells = None
        elif kind == "inline":
            self._inline(_inline(token.children or ()))
        elif kind in ("code_block", "fence"):
            self._say(token.content)
        elif kind == "html_block":
            self._say(html.words(token.content))

    def _inline(self, said: str) -> None:
        if self._cells is not None:
            self._cells.append(mending.line(said))
            return
        if self._heading == "h1" and not self.title:
            self.title = mending.line(said)
        self._heading = ""
        self._say(said)

    def _say(self, said: str) -> None:
        for line in said.split("\n"):
            if line.strip():
                markers = "".join(f"{marker} " for marker in self._markers)
                self._markers.clear()
                self._put(markers + line.strip())

    def _put(self, line: str) -> None:
        self.lines.append("> " * min(self._quotes, 1) + line)


def _inline(tokens: Sequence[Token]) -> str:
    said, up = "", False
    for number, token in enumerate(tokens):
        if token.type in ("text", "code_inline", "text_special"):
            said += mending.raised(token.content) if up else token.content
        elif token.type == "hardbreak":
            said += "\n"
        elif token.type == "softbreak":
            following = "".join(each.content for each in tokens[number + 1 : number + 4])
            said += "\n" if OWN_LINE.match(following) or said.rstrip().endswith((";", ":", ".")) else " "
        elif token.type == "html_inline":
            tag = token.content.lower()
            up = tag.startswith("<sup") or (up and not tag.startswith("</sup"))
            said += "\n" if tag.startswith("<br") else ""
    return said
