"""Text made harmless: read back by a Markdown reader it is the same text, with no link, picture, list or heading."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from assistant.ui import markup
from assistant.ui.markup import JOINER, SPACE, coloured, lines, one_line, plain
from tests.payloads import PAYLOADS

TRICKY = [
    pytest.param("1. one\n2) two\n- three\n+ four", id="lists"),
    pytest.param("    four spaces\n\tand a tab", id="indented code"),
    pytest.param("title\n===\nother\n---", id="underlined headings"),
    pytest.param("&amp; &#33; R&D", id="entities"),
    pytest.param("a -> b <- c <-> d -- e >= f <= g ~= h", id="arrows that Streamlit draws"),
    pytest.param(":smile: :material/home: :red[x] 10:30 см.: вот", id="names between colons"),
    pytest.param("ст. 52, п. 1, пп. 8) ТК РК – «уволен» (№ 5)", id="a citation"),
    pytest.param("one\n\n\ntwo  \nthree", id="empty lines and hard breaks"),
    *(pytest.param(text, id=f"payload {number}") for number, text in enumerate(PAYLOADS, 1)),
]
HARMLESS = {"paragraph_open", "paragraph_close", "inline", "text", "softbreak", "hardbreak", "text_special"}


def read(text: str) -> tuple[str, set[str]]:
    """What a reader of Markdown makes of a text: its plain words, and the kinds of tokens."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    found: list[Token] = [each for token in tokens for each in (token, *(token.children or ()))]
    said = "".join("\n" if t.type in ("softbreak", "hardbreak") else t.content for t in found if t.type != "inline")
    return said, {token.type for token in found}


def as_shown(text: str) -> str:
    """A text as a page shows it: without invisible signs, with one kind of space, lines without their ends."""
    shown = text.replace(JOINER, "").replace(SPACE, " ").expandtabs(4)
    return "\n".join(line.rstrip() for line in shown.split("\n"))


@pytest.mark.parametrize("text", TRICKY)
def test_lines_are_shown_as_they_are(text: str) -> None:
    said, kinds = read(lines(text))
    assert kinds <= HARMLESS
    assert as_shown(said).strip() == as_shown(text).strip()


@pytest.mark.parametrize("text", TRICKY)
def test_one_line_is_shown_as_it_is(text: str) -> None:
    said, kinds = read(one_line(text))
    assert kinds <= HARMLESS
    assert as_shown(said) == " ".join(as_shown(text).split())


@pytest.mark.parametrize("text", TRICKY)
def test_no_address_is_left_to_be_made_a_link(text: str) -> None:
    shown = plain(text)
    assert "://" not in shown and "www." not in shown
    assert not any(f"{mark}" in f" {shown} " for mark in (" -> ", " <- ", " -- ", ":smile:", ":material/home:"))


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        pytest.param("no span", [], "no span", id="nothing to colour"),
        pytest.param("см. ст. 52 ТК", [(4, 10, "red")], "см. :red[**ст. 52**] ТК", id="a span and its spaces"),
        pytest.param("52-бабына", [(0, 7, "green")], ":green[**52-бабы**]на", id="inside a word"),
        pytest.param("ст. 1 ст. 2", [(6, 11, "red"), (0, 5, "green")], ":green[**ст. 1**] :red[**ст. 2**]", id="order"),
        pytest.param("ст. 1-2", [(0, 5, "red"), (4, 7, "green")], ":red[**ст. 1**]-2", id="overlapping: the first"),
        pytest.param("ст.\n 5", [(0, 6, "red")], f":red[**ст.**]  \n{SPACE}:red[**5**]", id="over two lines"),
        pytest.param("a:ст. 5", [(2, 7, "red")], f"a:{JOINER}:red[**ст. 5**]", id="after a colon"),
        pytest.param("[x](y)", [(0, 6, "red")], ":red[**\\[x\\](y)**]", id="a span that is Markdown"),
    ],
)
def test_spans_in_colours(text: str, spans: list[tuple[int, int, str]], expected: str) -> None:
    assert coloured(text, spans) == expected


@pytest.mark.parametrize("text", TRICKY)
def test_colours_change_no_sign_around_them(text: str) -> None:
    middle = len(text) // 2
    shown = coloured(text, [(middle, middle + 1, "red")]).replace(":red[**", "").replace("**]", "")
    said, kinds = read(shown)
    assert kinds <= HARMLESS
    assert as_shown(said).strip() == as_shown(text).strip()


def test_every_replacement_of_the_page_is_parted() -> None:
    assert markup.REPLACED_LATER.sub("|", "http://a www.b c@d :e: f->g") == "http:|//a www|.b c|@d :|e: f-|>g"
