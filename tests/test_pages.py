"""What a publisher sent: the text in each publisher's own structure passes, everything else is named."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from assistant import pages
from assistant.faults import FetchFault, LoginPage, PageWithoutText, Truncated, UnexpectedAnswer
from tests import law_pages

ADILET = law_pages.adilet()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(ADILET, "html", id="adilet, old layout"),
        pytest.param(ADILET.decode().replace("utf-8", "windows-1251").encode("cp1251", "ignore"), "html", id="cp1251"),
        pytest.param(b"\xef\xbb\xbf" + ADILET, "html", id="a byte order mark before it"),
        pytest.param(ADILET.replace(b"<body", law_pages.LOGIN[60:] + b"<body"), "html", id="a login beside the text"),
        pytest.param(law_pages.normlex(), "html", id="NORMLEX"),
        pytest.param(law_pages.eur_lex(), "html", id="EUR-Lex"),
        pytest.param(law_pages.lex_uz(), "html", id="lex.uz, links never closed"),
        pytest.param(law_pages.markdown(), "markdown", id="the repository"),
        pytest.param(law_pages.PDF, "pdf", id="PDF"),
        pytest.param(law_pages.DOCX, "docx", id="DOCX"),
    ],
)
def test_a_text_passes(data: bytes, kind: str) -> None:
    pages.check(data, kind, "https://adilet.zan.kz/")


@pytest.mark.parametrize(
    ("data", "kind", "fault"),
    [
        pytest.param(law_pages.SHELL, "html", PageWithoutText, id="the portal's script shell"),
        pytest.param(law_pages.SHELL, "markdown", PageWithoutText, id="a shell where Markdown was expected"),
        pytest.param(law_pages.LOGIN, "html", LoginPage, id="login"),
        pytest.param(law_pages.LOGIN, "pdf", LoginPage, id="login where a PDF was expected"),
        pytest.param(ADILET[:-400], "html", Truncated, id="half a page"),
        pytest.param(law_pages.PDF[:-20], "pdf", Truncated, id="half a PDF"),
        pytest.param(law_pages.DOCX[:100], "docx", Truncated, id="half a DOCX"),
        pytest.param(ADILET, "pdf", UnexpectedAnswer, id="a page where a PDF was expected"),
        pytest.param(law_pages.PDF, "docx", Truncated, id="a PDF where a DOCX was expected"),
        pytest.param(law_pages.PDF + law_pages.DOCX[-22:], "docx", UnexpectedAnswer, id="neither PDF nor DOCX"),
        pytest.param(law_pages.DOCX, "markdown", UnexpectedAnswer, id="bytes where Markdown was expected"),
        pytest.param(b"", "html", Truncated, id="nothing"),
    ],
)
def test_anything_else_is_named(data: bytes, kind: str, fault: type[FetchFault]) -> None:
    with pytest.raises(FetchFault) as raised:
        pages.check(data, kind, "https://adilet.zan.kz/rus/docs/K1")
    assert type(raised.value) is fault and "adilet.zan.kz/rus/docs/K1" in raised.value.sentence("ru")


@pytest.mark.parametrize("piece", [b"<", b"<!--", b"x='", b"</a", b"<![CDATA["], ids=repr)
def test_a_page_made_to_keep_the_parser_busy_does_not(piece: bytes) -> None:
    began = time.monotonic()
    with pytest.raises(PageWithoutText):
        pages.check(b"<html><a " + piece * (30_000_000 // len(piece)) + b"</html>", "html", "https://a.kz/")
    assert time.monotonic() - began < 10  # seconds; 2 MB of the third kept the parser for 31


def test_real_pages_pass(shared: Path) -> None:
    kept = sorted((shared / "law" / "kz" / "adilet_html").glob("*.html"))
    assert len(kept) == 4
    for path in kept:
        pages.check(path.read_bytes(), "html", path.name)
    for path in (shared / "law" / "kz" / "labour_code_kk").glob("*.md"):
        pages.check(path.read_bytes(), "markdown", path.name)
