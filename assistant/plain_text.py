"""Make a model's sentence plain: no HTML, links, images, Markdown or signs that nobody sees (SAFETY 5).

It takes out more than it must: what is left are words, numbers and the marks of a sentence. It judges no content.
"""

from __future__ import annotations

import html
import re
import unicodedata

_PASSES = 5  # what one removal may put together, the next takes out
_HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style|svg|iframe|object|template)\b.*?(?:</\1\s*>|\Z)", re.S | re.I)
_TAG = re.compile(r"<[/!?a-z][^<>]*(?:>|\Z)", re.IGNORECASE)
_IMAGE = re.compile(r"!\[[^\[\]]*\]\s*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)?|\[[^\[\]]*\])")
_LINK = re.compile(r"\[([^\[\]]*)\]\s*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)?|\[[^\[\]]*\]|:\s*\S+)")
_ADDRESS = re.compile(
    r"(?<![a-z\d])(?:[a-z][a-z\d+.-]{1,20}:/{1,3}\S*|(?:javascript|vbscript|mailto|blob):\S*|data:\w+[/;,]\S*"
    r"|tel:\+?\d\S*|www\.\S+"
    r"|(?:[\w-]+\.)+(?:com|net|org|kz|ru|info|io|me|app|dev|ai|eu|uz|kg|xyz|top|site|online|link|test|example|invalid"
    r"|рф|қаз)(?![^\W_])(?:[/:?#]\S*)?)|//\w\S*|[\w.+-]+@[\w.-]+",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\[([A-Z]{2,6}-\d+)\]")  # of `privacy`: the only brackets that stay
_LEFT_OUT = re.compile(r"[^\w\s.,;:!?()«»\"'’“”„—–\-%№/+=₸€…\x01\x02]|_")  # _ too, which \w takes
_SHORTCODE = re.compile(r":[a-z_]+(?:/[a-z_]+)?:", re.IGNORECASE)  # :material/home:, :smile:
_EMPTY = re.compile(r"\(\s*\)|«\s*»|“\s*”")


def plain(text: str) -> str:
    """A sentence in which nothing can be clicked, loaded or drawn.

    >>> plain("**Отпуск** ![x](https://a.example/p.png) [24 дня](javascript:x)<img src=x> — [PERSON-1]")
    'Отпуск 24 дня — [PERSON-1]'
    """
    text = unicodedata.normalize("NFC", text)
    for _pass in range(_PASSES):
        before, text = text, _once(text)
        if text == before:
            return text
    return _ADDRESS.sub(" ", text).strip()


def _once(text: str) -> str:
    text = html.unescape(text)
    text = "".join(sign for sign in text if sign.isspace() or unicodedata.category(sign)[0] != "C")
    text = _TAG.sub(" ", _HIDDEN.sub(" ", text))
    text = _PLACEHOLDER.sub("\x01\\1\x02", text)
    text = _LINK.sub(r"\1", _IMAGE.sub(" ", text))
    text = _ADDRESS.sub(" ", _SHORTCODE.sub(" ", text))
    text = _ADDRESS.sub(" ", _LEFT_OUT.sub("", text))
    text = re.sub(r"\s+", " ", _EMPTY.sub("", text)).strip().lstrip("-+=–—: ").strip()
    text = re.sub(r"\s+(?=[.,;:!?)](?:\s|$))", "", text)
    return text.replace("\x01", "[").replace("\x02", "]")
