"""SAFETY 5 and 18 in a real browser: sixty payloads load nothing, a question leaves no trace in any file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from assistant.phrases import phrases
from tests.browsing import POISONED, Served, ask, foreign, hand_in, visit
from tests.payloads import PAYLOADS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.enable_socket]
AT_ONCE = 10  # payloads in one question, which is shown as it is
BAD_LINKS = 'a[href*="bad.example"], img[src*="bad.example"], [src*="bad.example"], [href*="bad.example"]'


def harmless(page: Page, served: Served) -> None:
    """No request went elsewhere and nothing on the page points to the bad address."""
    assert foreign(page, served) == []
    assert page.locator(BAD_LINKS).count() == 0
    assert page.locator("script:not([src]), iframe, object, embed, form[action]").evaluate_all(
        "all => all.filter(each => each.outerHTML.includes('bad.example')).length"
    ) in (0, [])


def test_payloads_as_questions(served: Served, chromium: Browser) -> None:
    from playwright.sync_api import expect

    page = visit(chromium, served)
    for start in range(0, len(PAYLOADS), AT_ONCE):
        ask(page, "сколько дней отпуска? " + " ".join(PAYLOADS[start : start + AT_ONCE]).replace("\n", " "))
        asked = page.get_by_test_id("stChatMessage").filter(has_text=PAYLOADS[start].split("\n")[0])
        expect(asked).to_be_visible()
        expect(page.get_by_role("button", name=phrases()["new_conversation"]["ru"])).to_be_visible()
        harmless(page, served)
    page.get_by_text(phrases()["ui earlier"]["ru"].split("{")[0]).click()
    harmless(page, served)
    page.context.close()


def test_payloads_in_a_text_that_is_checked(served: Served, chromium: Browser) -> None:
    from playwright.sync_api import expect

    page = visit(chromium, served, "/check")
    text = "\n".join(f"{payload} статья 412 ТК РК {payload}" for payload in PAYLOADS)
    hand_in(page, "![x](http:bad.example).txt", text.encode())
    page.get_by_role("button", name=phrases()["ui do check"]["ru"], exact=True).click()
    expect(page.get_by_text("Статьи 412 нет; последняя – 204.").first).to_be_visible()
    harmless(page, served)
    assert all(
        sign in page.locator('[data-testid="stMain"]').inner_text() for sign in ("![x](", "<img src=", "[press]")
    )
    page.context.close()


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_payloads_in_the_library(lang: str, small: Served, chromium: Browser) -> None:
    """What a poisoned digest says, on its own page and as claims of an answer with its source open."""
    from playwright.sync_api import expect

    page = visit(chromium, small, f"/library?article={POISONED}", locale=f"{lang}-KZ")
    expect(page.get_by_text("<iframe src=").first).to_be_visible()
    harmless(page, small)
    page.get_by_text(phrases()["ui side by side"][lang], exact=True).click()
    expect(page.get_by_text("<iframe src=")).to_have_count(2)
    harmless(page, small)
    page.get_by_role("link", name=phrases()["ui ask"][lang], exact=True).first.click()
    ask(page, {"kk": "87-бапта не жазылған?", "ru": "что в статье 87?", "en": "What does article 87 say?"}[lang])
    chip = page.locator('[class*="st-key-chip-"] button').first
    chip.click()
    expect(page.get_by_text(phrases()["cited_point"][lang]).first).to_be_visible()
    harmless(page, small)
    page.context.close()


def test_a_question_leaves_no_trace(served: Served, chromium: Browser) -> None:
    from playwright.sync_api import expect

    marks = ("Қызғалдақова7f3a", "divorce-marker-9c1e", "метка0а5b")
    page = visit(chromium, served)
    for mark, question in zip(
        marks, ("болничныйда шығара ма", "How do I divorce", "сколько дней отпуска"), strict=True
    ):
        ask(page, f"{mark} {question}")
        expect(page.get_by_test_id("stChatMessage").filter(has_text=mark)).to_be_visible()
        expect(page.get_by_role("button", name=phrases()["new_conversation"]["ru"])).to_be_visible()
    page.get_by_role("button", name=phrases()["ui yes"]["ru"], exact=True).click()
    expect(page.get_by_text(phrases()["ui thanks"]["ru"])).to_be_visible()
    page.context.close()
    kept = [path for path in (*served.data.rglob("*"), *served.home.rglob("*"), served.log) if path.is_file()]
    assert any(path.suffix == ".jsonl" for path in kept), "the judgement itself is kept"
    assert [str(path) for path in kept for mark in marks if mark in _words(path)] == []


def test_what_is_shared_has_no_question_in_it(served: Served, chromium: Browser) -> None:
    """Neither the text, nor a link, nor any address that the browser asked for, nor the log of the server."""
    from playwright.sync_api import expect

    page = visit(chromium, served)
    ask(page, "сколько дней отпуска sharemark4d2e метказ7")
    page.locator('[class*="st-key-share-"] button').first.click()
    text = page.get_by_test_id("stCode").inner_text()
    assert "24" in text and "adilet.zan.kz" in text and "ст. 88" in text
    page.get_by_role("link", name="ТК РК, ст. 88", exact=True).first.click()
    expect(page.get_by_role("heading", name="ТК РК, ст. 88")).to_be_visible()
    said = [text, page.url, served.log.read_text(encoding="utf-8"), *page.asked]  # type: ignore[attr-defined]
    assert [each for each in said if "sharemark" in each or "метказ" in unquote(each)] == []
    page.context.close()


def _words(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")
