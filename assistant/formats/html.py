"""HTML: what a reader of the page sees, a paragraph a line; scripts, styles, comments, menus and hidden text dropped.

It knows the old layout of the portal of Kazakhstan (title and status above an `article`) only so far as any page
with an article has it. It loads nothing and runs no script.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.documents import Document
from assistant.errors import DamagedFile, EmptyFile, ScriptShell
from assistant.formats import mending, text

if TYPE_CHECKING:
    from lxml.etree import _Element

DROPPED = set(
    "script style noscript template svg math iframe object embed applet head title button select option textarea input "
    "audio video canvas map dialog datalist".split()
)
AROUND = set("nav aside footer form menu".split())
BLOCKS = set(
    "address article blockquote body br caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 "
    "h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
CHARSET = re.compile(rb"<meta[^>]{0,300}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
WHITE = r"(?:#fff(?:fff)?\b|white\b|rgba?\(\s*255\s*,\s*255\s*,\s*255|transparent\b)"
HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d]*[1-9])"
    rf"|(?<![\w-])color\s*:\s*{WHITE}|text-indent\s*:\s*-\d{{3,}}|(?:left|top)\s*:\s*-\d{{3,}}",
    re.IGNORECASE,
)
BACKGROUND = re.compile(r"background", re.IGNORECASE)  # white on a background of its own may well be seen
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
SIMPLE = re.compile(r"[.#][\w-]+|\w+")
FEW_LETTERS = 400  # a page of scripts with fewer letters than a short order is a shell
MOST = 0.4  # of the letters of a page must stand in its article for the rest to be left out
LONG_CELL = 1_500  # a cell longer than any table's is a column of the layout


def read(data: bytes) -> Document:
    """The words of a page; ScriptShell where a script is to load them, EmptyFile where there are none."""
    found = CHARSET.search(data[:4096])
    root = _parse(text.decode(data, found[1].decode() if found else ""))
    if root is None:
        raise EmptyFile("no page")
    scripts = next(root.iter("script"), None) is not None
    hidden = _hidden_names(root)
    title = _title(root)
    from lxml import etree

    etree.strip_elements(root, *DROPPED - {"head", "title"}, with_tail=False)
    body = "\n".join(_Writer(hidden).write(part) for part in _parts(root))
    said = mending.lines(body)
    if scripts and _letters(said) < FEW_LETTERS:
        raise ScriptShell("a page of scripts")
    return Document(said, "html", title)


def looks_empty(page: str | bytes) -> bool:
    """True for a page that shows nothing until its scripts have run.

    >>> looks_empty("<html><body><div id='app'></div><script src='x.js'></script></body></html>")
    True
    """
    try:
        read(page.encode() if isinstance(page, str) else page)
    except (ScriptShell, EmptyFile):
        return True
    return False


def words(fragment: str) -> str:
    """The words of a piece of HTML, a block a line.

    >>> words("<a id='st1'></a><p>Отпуск</p><!-- нет -->")
    'Отпуск'
    """
    root = _parse(fragment)
    return "" if root is None else mending.lines(_Writer(_hidden_names(root)).write(root))


def _parse(page: str) -> _Element | None:
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(page.replace("\x00", "").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None  # nothing at all in it
    if any(fault.type_name == "ERR_RESOURCE_LIMIT" for fault in parser.error_log):
        raise DamagedFile("nested too deep")  # what lies deeper would be left out without a word
    return root


def _letters(said: str) -> int:
    return sum(map(str.isalpha, said))


def _title(root: _Element) -> str:
    for tag in ("h1", "title"):
        for element in root.iter(tag):
            if said := mending.line("".join(map(str, element.itertext()))):
                return said
    return ""


def _parts(root: _Element) -> list[_Element]:
    """The article of a page with the block of its title, where the article holds most of the words; else the page."""
    whole = _letters("".join(map(str, root.itertext())))
    articles = [element for element in root.iter("article", "main") if element.getparent() is not None]
    if not articles:
        return [root]
    sizes = [_letters("".join(map(str, element.itertext()))) for element in articles]
    article = articles[sizes.index(max(sizes))]
    if max(sizes) < MOST * whole:
        return [root]
    for heading in root.iter("h1"):
        above = heading.getparent()
        if above is not None and article not in above.iter() and article not in heading.iterancestors():
            return [above, article]
    return [article]


def _hidden_names(root: _Element) -> frozenset[str]:
    """Classes, ids and tags that the page's own styles hide, `.x` and `#y` as they are written there."""
    names: set[str] = set()
    for style in root.iter("style"):
        for selectors, rule in RULE.findall(style.text or ""):
            if _hides(rule):
                names.update(name.strip() for name in selectors.split(",") if SIMPLE.fullmatch(name.strip()))
    return frozenset(names)


def _hides(rule: str) -> bool:
    hit = HIDING.search(rule)
    return hit is not None and not ("olor" in hit[0].lower() and BACKGROUND.search(rule))


class _Writer:
    """Writes the words below an element as lines. `frames` are lines begun, one frame a table cell inside another."""

    def __init__(self, hidden: frozenset[str]) -> None:
        self._hidden = hidden
        self._frames: list[list[str]] = [[""]]
        self._rows: list[list[list[str]]] = []
        self._lists: list[list[int | str]] = []
        self._raised = 0

    def write(self, root: _Element) -> str:
        """The lines below an element, the element itself included."""
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if not isinstance(element.tag, str):
                continue
            if event == "start":
                if self._unseen(element) or (element is not root and element.tag in AROUND | DROPPED):
                    walk.skip_subtree()
                    self._skipped = element
                    continue
                self._open(element)
                self._say(element.text)
            else:
                if element is not getattr(self, "_skipped", None):
                    self._close(element)
                if element is not root:
                    self._say(element.tail)
        return "\n".join(self._frames[0])

    def _unseen(self, element: _Element) -> bool:
        names = {
            str(element.tag),
            f"#{element.get('id', '')}",
            *(f".{name}" for name in element.get("class", "").split()),
        }
        white = str(element.get("color", "")).lower() in ("#ffffff", "#fff", "white")
        return (
            white or element.get("hidden") is not None or bool(names & self._hidden) or _hides(element.get("style", ""))
        )

    def _open(self, element: _Element) -> None:
        tag = str(element.tag)
        if tag in BLOCKS:
            self._new_line()
        if tag in ("table", "caption"):
            self._frames[-1] += ["", ""]
        if tag == "tr":
            self._rows.append([])
        elif tag in ("td", "th") and self._rows:
            self._frames.append([""])
        elif tag in ("ol", "ul"):
            self._lists.append([_start(element), element.get("type", "1") if tag == "ol" else ""])
        elif tag == "li":
            self._say(self._marker(element))
        self._raised += tag == "sup"

    def _close(self, element: _Element) -> None:
        tag = str(element.tag)
        self._raised -= tag == "sup"
        if tag in ("td", "th") and self._rows and len(self._frames) > 1:
            self._rows[-1].append([line for line in map(mending.line, self._frames.pop()) if line])
        elif tag == "tr" and self._rows:
            self._row(self._rows.pop())
        elif tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        if tag in BLOCKS:
            self._new_line()
        if tag == "table":
            self._frames[-1].append("")

    def _row(self, cells: list[list[str]]) -> None:
        filled = [cell for cell in cells if cell]
        alone = len(cells) < 2 or (len(filled) < 2 and any(len(cell) > 1 for cell in filled))
        layout = not filled or alone or any(sum(map(len, cell)) > LONG_CELL for cell in filled)
        lines = [line for cell in filled for line in cell] if layout else [" | ".join(" ".join(cell) for cell in cells)]
        begun = [self._frames[-1].pop()]
        self._frames[-1] += [*(begun if begun[0].strip() else ()), *lines, ""]

    def _marker(self, element: _Element) -> str:
        """The number that a browser would print before an item; none where the item brings its own."""
        said = mending.line("".join(map(str, element.itertext()))[:40])
        if not self._lists or re.match(r"\d+(?:[-.]\d+)*[.)]|\w\)", said):
            return ""
        number, kind = self._lists[-1]
        value = str(element.get("value", ""))
        number = int(value) if value.isdigit() else int(number)
        self._lists[-1][0] = number + 1
        if not kind:
            return "- "
        return f"{chr(ord(str(kind)) + number - 1) if kind in ('a', 'A') and number <= 26 else number}. "

    def _say(self, said: str | None) -> None:
        if said:
            inline = mending.SPACES.sub(" ", said)
            self._frames[-1][-1] += mending.raised(inline) if self._raised else inline

    def _new_line(self) -> None:
        if self._frames[-1][-1].strip():
            self._frames[-1].append("")


def _start(element: _Element) -> int:
    start = str(element.get("start", "1"))
    return int(start) if start.isdigit() else 1
