"""Whether what a publisher sent is the text: not a login page, not a page that a script fills, not half a file.

It looks only as far as is needed to name the fault; the text itself is read by `reading`. It opens no file.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from assistant.faults import LoginPage, PageWithoutText, Truncated, UnexpectedAnswer

LEAST = 1500  # letters outside links; the shortest convention has 3,000, the portal's empty page under 300
LOOKED_AT, PIECE = 500_000, 20_000  # characters: a text begins well before; no page keeps the parser for long
LOGIN_PATH = re.compile(r"/(?:log-?in|sign-?in|auth|sso|account/login|user/login)(?:[/?.#]|\Z)", re.IGNORECASE)
UNSEEN = {"script", "style", "noscript", "template", "head", "a", "button", "select", "textarea"}
ENDS = {"pdf": (b"%%EOF", 2048), "docx": (b"PK\x05\x06", 65_557), "html": (b"</html>", 4096)}  # mark, how near the end
PLAIN = {"markdown", "text"}
BLOCKS = {"body", "p", "div", "li", "tr", "td", "table", "h1", "h2", "h3", "h4", "h5", "h6", "article", "section"}
BEGINS = {"pdf": b"%PDF-", "docx": b"PK\x03\x04"}


def check(data: bytes, kind: str, url: str) -> None:
    """Pass a file of the format `kind` (markdown, text, html, pdf, docx), else raise the fault that it shows."""
    page = _Looked.at(data) if kind == "html" or _is_page(data) else None
    if page and page.letters < LEAST and page.asks_for_a_password:
        raise LoginPage(url)
    mark, near = ENDS.get("html" if page else kind, (b"", 0))
    if mark.lower() not in data[-near:].lower():
        raise Truncated(f"{url} ({len(data)} bytes, no {mark!r})")
    if page and page.letters < LEAST:
        raise PageWithoutText(f"{url} ({page.letters} letters)")
    if (page and kind != "html") or not data.startswith(BEGINS.get(kind, b"")) or (kind in PLAIN and b"\x00" in data):
        raise UnexpectedAnswer(f"{url} (not {kind})")


def _is_page(data: bytes) -> bool:
    return bool(
        re.match(rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", data[:4096], re.I | re.S)
    )


class _Looked(HTMLParser):
    """Counts the letters of a page that are seen without a script and are not links, and looks for a password."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.letters = 0
        self.asks_for_a_password = False
        self._unseen: list[str] = []

    @classmethod
    def at(cls, data: bytes) -> _Looked:
        """What a page shows until it has enough letters; counted rightly in UTF-8, near enough in other encodings."""
        looked = cls()
        page = data.decode("utf-8") if _is_utf8(data) else data.decode("cp1251", errors="replace")
        for start in range(0, min(len(page), LOOKED_AT), PIECE):
            looked.feed(page[start : start + PIECE])
            if looked.letters >= LEAST:
                break
        return looked

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what is unseen and a password field; a block ends a link or a head that was never closed."""
        while tag in BLOCKS and self._unseen and self._unseen[-1] in ("a", "head"):
            self._unseen.pop()
        if tag in UNSEEN and (tag != "a" or "href" in dict(attrs)):  # without it, a place in the text
            self._unseen.append(tag)
        if tag == "input" and (dict(attrs).get("type") or "").lower() == "password":
            self.asks_for_a_password = True

    def handle_endtag(self, tag: str) -> None:
        """Leave what is unseen."""
        if tag in self._unseen:
            while self._unseen.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Count letters that are seen."""
        if not self._unseen:
            self.letters += sum(map(str.isalpha, data))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
