"""The page in a real browser, in three languages, on a phone and a desktop: questions, sources, files, two at once."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.phrases import phrases
from tests.browsing import Served, ask, box, foreign, sideways, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.enable_socket]
WAYS = [
    pytest.param(360, "kk", "kk-KZ", "болничныйда жургенде жумыстан шыгарса бола ма", "54-бап", id="phone, kk"),
    pytest.param(1280, "kk", "kk-KZ", "Жылына неше күн еңбек демалысы тиесілі?", "88-бап", id="desktop, kk"),
    pytest.param(360, "ru", "ru-RU", "сколько дней отпуска", "ст. 88", id="phone, ru"),
    pytest.param(1280, "ru", "ru-RU", "задержали зарплату что делать", "ст. 113", id="desktop, ru"),
    pytest.param(360, "en", "en-GB", "How many days of annual leave do I get?", "art. 88", id="phone, en"),
    pytest.param(1280, "en", "en-GB", "Can I be dismissed while on sick leave?", "art. 54", id="desktop, en"),
]


def say(key: str, lang: str) -> str:
    """A phrase of the page."""
    return phrases()[key][lang]


def chip(page: Page, label: str):  # type: ignore[no-untyped-def]
    """The first chip whose label has these words."""
    return page.locator('[class*="st-key-chip-"] button').filter(has_text=label).first


@pytest.mark.parametrize(("width", "lang", "locale", "question", "label"), WAYS)
def test_a_question_its_answer_its_source(
    width: int, lang: str, locale: str, question: str, label: str, served: Served, chromium: Browser
) -> None:
    from playwright.sync_api import expect

    page = visit(chromium, served, width=width, locale=locale)
    expect(page.get_by_text(say("page_lead", lang))).to_be_visible()
    ask(page, question)
    first = page.locator('[class*="st-key-chip-"] button').first
    expect(first).to_be_in_viewport()  # the first claim is seen first, however long the answer is
    opened = chip(page, label)
    following = page.locator('[class*="st-key-chip-"]').nth(1)
    before = box(following)
    opened.click()
    panel = page.locator('[class*="st-key-source-"]').first
    expect(panel.get_by_text(say("cited_point", lang)).first).to_be_visible()
    expect(panel.get_by_text(say("verified_line", lang)).first).to_be_visible()
    left, top = box(opened), box(panel)
    beside = top["x"] > left["x"] + left["width"] and abs(top["y"] - left["y"]) < 400
    below = top["y"] > left["y"] and top["x"] < left["x"] + left["width"]
    assert beside if width > 1000 else below, "the source stands beside its claim, on a phone below it"
    assert width < 1000 or abs(box(following)["y"] - before["y"]) <= 1, "no gap opens under the claim"
    other = "ru" if lang != "ru" else "kk"
    panel.get_by_text({"kk": "Қазақша", "ru": "Русский"}[other]).click()
    expect(panel.get_by_text(say("cited_point", other)).first).to_be_visible()
    assert sideways(page) <= 0, "the page scrolls sideways"
    assert not foreign(page, served)
    page.context.close()


def test_a_follow_up_and_an_earlier_question(served: Served, chromium: Browser) -> None:
    from playwright.sync_api import expect

    page = visit(chromium, served, width=360)
    ask(page, "За сколько дней предупредить об увольнении по собственному желанию?")
    expect(chip(page, "ст. 56")).to_be_visible()
    page.locator('[data-testid="stMain"]').evaluate("main => main.scrollTo(0, main.scrollHeight)")
    ask(page, "а если я на испытательном сроке?")
    expect(page.get_by_text(say("follow_up", "ru"))).to_be_in_viewport()  # the new answer is seen from its beginning
    page.get_by_text(say("ui earlier", "ru").split("{")[0]).click()
    page.locator('[class*="st-key-turn-0"] button').click()
    expect(chip(page, "ст. 56")).to_be_visible()
    expect(page.get_by_text(say("follow_up", "ru"))).to_have_count(0)
    page.context.close()


@pytest.mark.parametrize(
    ("lang", "question"),
    [("kk", "Ажырасу үшін қайда арыз беремін?"), ("ru", "Как подать на развод?"), ("en", "How do I file for divorce?")],
)
def test_a_refusal(lang: str, question: str, served: Served, chromium: Browser) -> None:
    from playwright.sync_api import expect

    page = visit(chromium, served, width=360, locale=f"{lang}-KZ")
    ask(page, question)
    expect(page.get_by_test_id("stAlert").first).to_be_visible()
    assert page.locator('[class*="st-key-chip-"]').count() == 0
    page.context.close()


def test_the_language_of_the_page_is_switched(served: Served, chromium: Browser) -> None:
    from playwright.sync_api import expect

    page = visit(chromium, served, locale="de-DE")
    expect(page.get_by_text(say("page_lead", "ru"))).to_be_visible()
    page.get_by_text("English", exact=True).click()
    expect(page.get_by_text(say("page_lead", "en"))).to_be_visible()
    page.get_by_role("link", name=say("ui check", "en")).first.click()
    expect(page.get_by_role("heading", name=say("ui check", "en"))).to_be_visible()
    page.context.close()


def test_an_answer_is_saved_as_a_file_and_printed_whole(served: Served, chromium: Browser, tmp_path: Path) -> None:
    page = visit(chromium, served)
    ask(page, "Сколько дней отпуска мне положено?")
    for kind in ("DOCX", "PDF", "MD"):
        page.get_by_role("button", name=say("ui save", "ru")).click()
        with page.expect_download() as waiting:
            page.get_by_role("button", name=f"{say('ui save as', 'ru')} {kind}").click()
        text = " ".join(_text_of(kind, waiting.value.path().read_bytes()).split())
        for words in ("Сколько дней отпуска мне положено?", "24", "ст. 88", "01.07.2026", "adilet.zan.kz"):
            assert words in text, (kind, words)
        page.keyboard.press("Escape")
    chips = page.locator('[class*="st-key-chip-"]').all_inner_texts()
    printed = " ".join(_text_of("PDF", page.pdf(format="A4")).split())
    for words in (*(each.split("\n")[-1] for each in chips), say("disclaimer", "ru"), say("new_conversation", "ru")):
        assert words in printed, f"the browser's own print lacks {words!r}"
    page.context.close()


def test_the_last_day_of_a_deadline_on_a_phone(served: Served, chromium: Browser) -> None:
    from playwright.sync_api import expect

    page = visit(chromium, served, width=360)
    ask(page, "Меня уволили во время больничного, это законно?")
    page.get_by_text(say("ui deadlines", "ru")).click()
    page.get_by_role("spinbutton").first.click()
    page.keyboard.type("14102026", delay=40)
    page.keyboard.press("Escape")
    until = page.get_by_text(say("ui deadline until", "ru").format(date="16.11.2026"))  # a month, then off a Saturday
    expect(until).to_be_visible()
    assert sideways(page) <= 0 and not foreign(page, served)
    page.context.close()


def _text_of(kind: str, data: bytes) -> str:
    if kind == "MD":
        return data.decode()
    if kind == "PDF":
        import pypdf

        return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    import docx

    made = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in made.paragraphs), *cells])


def test_two_people_at_once(served: Served, chromium: Browser) -> None:
    from playwright.sync_api import expect

    one, other = visit(chromium, served), visit(chromium, served, locale="en-GB", width=360)
    for page, question in ((one, "что в статье 88?"), (other, "What does article 113 say?")):
        box = page.locator('[data-testid="stChatInput"] textarea')
        box.fill(question)
    for page in (one, other):
        page.locator('[data-testid="stChatInput"] textarea').press("Enter")
    expect(chip(one, "ст. 88")).to_be_visible()
    expect(chip(other, "art. 113")).to_be_visible()
    assert "113" not in one.locator('[data-testid="stMain"]').inner_text()
    assert "что в статье" not in other.locator('[data-testid="stMain"]').inner_text()
    one.context.close()
    other.context.close()
