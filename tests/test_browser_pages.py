"""Library, check, about and own documents in a real browser; what axe-core says of every page."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.phrases import phrases
from tests.browsing import Served, ask, foreign, hand_in, sideways, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.enable_socket]
OWN_WORDS = "Коллективный договор фабрики «Ромашка»\n\n4.2. Портному за работу на карусели даётся два дня отдыха.\n"


def say(key: str, lang: str) -> str:
    """A phrase of the page."""
    return phrases()[key][lang]


@pytest.mark.parametrize(
    ("width", "lang", "title"),
    [
        pytest.param(360, "kk", "ҚР ЕК, 88-бап", id="phone, kk"),
        pytest.param(1280, "ru", "ТК РК, ст. 88", id="desktop, ru"),
        pytest.param(1280, "en", "Labour Code of Kazakhstan, art. 88", id="desktop, en"),
    ],
)
def test_an_article_has_a_link_that_stays(width: int, lang: str, title: str, served: Served, chromium: Browser) -> None:
    from playwright.sync_api import expect

    page = visit(chromium, served, "/library?article=kz-labour-code/88", width, f"{lang}-KZ")
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    page.get_by_text(say("ui side by side", lang), exact=True).click()
    for words in ("24 күнтізбелік күн", "24 calendar days" if lang == "en" else "24 календарных дня"):
        expect(page.get_by_text(words).first).to_be_visible()
    assert sideways(page) <= 0
    page.context.close()


def test_browsing_from_the_acts_to_an_article_and_a_question(served: Served, chromium: Browser) -> None:
    from playwright.sync_api import expect

    page = visit(chromium, served, "/library")
    page.get_by_role("link", name="ТК РК", exact=True).click()
    expect(page.get_by_role("heading", name="Трудовой кодекс Республики Казахстан")).to_be_visible()
    expect(page.get_by_role("link", name="ТК РК, ст. 1", exact=True)).to_be_visible()  # the whole page is another one
    field = page.get_by_label(say("ui search", "ru"))
    field.fill("88")  # it is searched while it is typed
    page.get_by_role("link", name="ТК РК, ст. 88", exact=True).click()
    expect(page.get_by_role("heading", name="ТК РК, ст. 88")).to_be_visible()
    assert "article=kz-labour-code%2F88" in page.url or "article=kz-labour-code/88" in page.url
    page.get_by_role("button", name="Какой минимальный ежегодный отпуск по закону?").click()
    expect(page.locator('[class*="st-key-chip-"] button').filter(has_text="ст. 88").first).to_be_visible()
    assert not foreign(page, served)
    page.context.close()


def _order(name: str) -> bytes:
    """An order in DOCX, or as a text, that cites a right article and one that does not exist."""
    words = "Работник уволен по подпункту 8) пункта 1 статьи 52 ТК РК. Основание: статья 412 ТК РК."
    if name.endswith(".txt"):
        return words.encode()
    import docx

    made, out = docx.Document(), io.BytesIO()
    made.add_paragraph(words)
    made.save(out)
    return out.getvalue()


def test_a_docx_is_checked_and_given_back_with_comments(served: Served, chromium: Browser) -> None:
    import docx
    from playwright.sync_api import expect

    page = visit(chromium, served, "/check", 360)
    hand_in(page, "приказ.docx", _order("d"), "x")
    page.get_by_role("button", name=say("ui do check", "ru"), exact=True).click()
    expect(page.get_by_text("Статьи 412 нет; последняя – 204.")).to_be_visible()
    assert page.locator("span[style*=color]").filter(has_text="статья 412 ТК РК").count() >= 1
    with page.expect_download() as waiting:
        page.get_by_role("button", name=say("ui commented", "ru")).click()
    made = docx.Document(io.BytesIO(waiting.value.path().read_bytes()))
    assert [comment for comment in made.comments if "412" in comment.text]
    with page.expect_download() as waiting:
        page.get_by_role("button", name=f"{say('ui report as', 'ru')} PDF").click()
    assert waiting.value.path().read_bytes().startswith(b"%PDF")
    assert sideways(page) <= 0 and not foreign(page, served)
    page.context.close()


@pytest.mark.parametrize(("lang", "word"), [("kk", "Файл таңдау"), ("ru", "Выбрать файл"), ("en", "Upload")])
def test_the_field_for_a_file_speaks_the_language_of_the_page(
    lang: str, word: str, served: Served, chromium: Browser
) -> None:
    from playwright.sync_api import expect

    page = visit(chromium, served, "/check", 360, locale=f"{lang}-KZ")
    field = page.get_by_test_id("stFileUploaderDropzone")
    expect(field.get_by_role("button", name=word, exact=True)).to_be_visible()
    hidden = field.get_by_text("per file")
    (expect(hidden).to_be_visible if lang == "en" else expect(hidden).to_be_hidden)()
    page.context.close()


def test_a_program_named_pdf_is_refused(served: Served, chromium: Browser) -> None:
    """SAFETY 22: the bytes decide what a file is, not its name."""
    from playwright.sync_api import expect

    page = visit(chromium, served, "/check", locale="en-GB")
    hand_in(page, "order.pdf", b"MZ" + bytes(2000), "application/pdf")
    page.get_by_role("button", name=say("ui do check", "en"), exact=True).click()
    expect(page.get_by_test_id("stAlert").filter(has_text="order.pdf: a program")).to_be_visible()
    page.context.close()


def test_an_own_document_is_added_found_and_removed(small: Served, chromium: Browser) -> None:
    from playwright.sync_api import expect

    page = visit(chromium, small, "/library")
    page.get_by_text(say("ui add own", "ru")).click()
    hand_in(page, "dogovor.txt", OWN_WORDS.encode())
    page.get_by_label(say("ui title", "ru"), exact=True).fill("Договор «Ромашка»")
    page.get_by_role("button", name=say("ui add", "ru"), exact=True).click()
    expect(page.get_by_text(say("ui rebuilding", "ru"))).to_be_visible()
    meanwhile = visit(chromium, small)
    ask(meanwhile, "Сколько дней отпуска мне положено?")
    expect(meanwhile.locator('[class*="st-key-chip-"] button').first).to_be_visible()
    expect(page.get_by_text(say("ui rebuilt", "ru"))).to_be_visible()
    ask(meanwhile, "Что полагается портному за работу на карусели?")
    expect(meanwhile.locator('[class*="st-key-chip-"] button').filter(has_text="Ромашка").first).to_be_visible()
    expect(meanwhile.get_by_text(say("agreement of the parties", "ru")).first).to_be_visible()
    page.get_by_role("button", name=say("ui remove", "ru")).click()
    expect(page.get_by_role("button", name=say("ui remove", "ru"))).to_have_count(0)
    expect(page.get_by_text(say("ui rebuilt", "ru"))).to_be_visible()
    assert not list((small.data / "texts" / "own").glob("*.toml"))
    for each in (page, meanwhile):
        each.context.close()


@pytest.mark.parametrize("path", ["/", "/library", "/library?article=kz-labour-code/52", "/check", "/about"])
def test_axe_finds_nothing_serious(path: str, served: Served, chromium: Browser) -> None:
    """In light on a desktop, then in dark on a phone's width."""
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import expect

    page = visit(chromium, served, path, locale="en-GB")
    if path == "/":
        ask(page, "Can I be dismissed while on sick leave?")
        page.locator('[class*="st-key-chip-"] button').first.click()
        expect(page.get_by_text(say("cited_point", "en")).first).to_be_visible()
        page.get_by_text(say("ui deadlines", "en")).click()
    if path == "/check":
        page.get_by_role("button", name=say("ui example", "en")).click()
        expect(page.get_by_text(say("found wrong", "en")).first).to_be_visible()
    for scheme, width in (("light", 1280), ("dark", 360)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 800})
        expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
        found = Axe().run(page).response["violations"]
        grave = {each["id"]: [n["html"][:200] for n in each["nodes"]] for each in found if each["impact"] in GRAVE}
        assert {name: nodes for name, nodes in grave.items() if name not in STREAMLIT} == {}, scheme
    page.context.close()


GRAVE = ("serious", "critical")
STREAMLIT: frozenset[str] = frozenset()  # findings in Streamlit's own parts, which a page cannot change


def test_every_page_has_its_title_and_no_error(served: Served, chromium: Browser, tmp_path: Path) -> None:
    for path, key in (("/", "page_title"), ("/library", "ui library"), ("/check", "ui check"), ("/about", "ui about")):
        page = visit(chromium, served, path, 320, "kk-KZ")
        assert page.locator("h1").first.inner_text() == say(key, "kk")
        assert page.get_by_test_id("stException").count() == 0 and sideways(page) <= 0, path
        page.context.close()
