"""A seminar as it is held, in real browsers: a trainer, three phones, bars, the reveal, the end; nothing left on disk.

Phones come from another address than the trainer's, which is how the page tells them apart.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from assistant.seminar.item import phrases
from assistant.settings import Settings
from evals.room_bench import GUEST, Phone, open_room
from tests.browsing import Served, copy_of_data, foreign, serve, sideways, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.enable_socket]
GRAVE = ("serious", "critical")
PHONE = {"X-Forwarded-For": "192.168.77.7"}  # as a proxy on this computer tells whom it passes on
ELSEWHERE = ", ".join(f'a[href*="/{name}"]' for name in ("ask", "library", "check", "seminar", "about"))
TOPIC = "Дисциплина"
LANGS = ("ru", "kk", "en")  # of the phones
PATIENT = 30_000  # milliseconds until a page is loaded again
ONE_OPTION = '.st-key-phone-vote [role="radiogroup"] label'
ASKED = '.st-key-phone-vote label:visible, [data-testid="stAlert"]'  # what can be chosen, or that one answers aloud


def say(key: str, lang: str = "ru", **details: str) -> str:
    """A phrase of the page."""
    return phrases()[key][lang].format(**details)


@pytest.fixture(scope="module")
def room(built_settings: Settings, chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The page as `serve --room` opens it."""
    folder = tmp_path_factory.mktemp("room")
    with serve(folder, copy_of_data(built_settings, folder), ASSISTANT_ROOM="1") as page:
        yield page


def files(served: Served) -> dict[str, str]:
    """Every file of the data and home folders, and what is in it."""
    kept = [path for folder in (served.data, served.home) for path in sorted(folder.rglob("*")) if path.is_file()]
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in kept}


def phone(browser: Browser, served: Served, path: str, locale: str) -> Page:
    """A participant's phone, from an address of the local network."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale=locale, extra_http_headers=PHONE)
    page = context.new_page()
    page.set_default_timeout(90_000)
    page.asked = []  # type: ignore[attr-defined]
    context.on("request", lambda request: page.asked.append(request.url))  # type: ignore[attr-defined]
    page.goto(served.address + path)
    page.locator("h1").first.wait_for()
    return page


def lesson(browser: Browser, served: Served) -> Page:
    """The trainer's page with a lesson of twenty minutes on one topic."""
    page = visit(browser, served, "/seminar")
    topics = page.get_by_role("combobox").first
    topics.fill(TOPIC)
    page.get_by_role("option", name=TOPIC).first.click()
    page.keyboard.press("Escape")
    page.get_by_text(say("length short", minutes="20"), exact=True).click()
    page.get_by_role("button", name=say("make lesson")).click()
    page.get_by_text(say("timetable"), exact=True).wait_for()
    return page


def grave(page: Page) -> dict[str, list[str]]:
    """What axe-core finds on a page that is serious or critical."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return {each["id"]: [n["html"][:200] for n in each["nodes"]] for each in found if each["impact"] in GRAVE}


def vote(trainer: Page, phones: list[Page]) -> str:
    """Go on to the first question with one right option and let every phone choose its first; which question it is.

    Every phone is waited for: one that still shows the question before would answer that.
    """
    from playwright.sync_api import expect

    while True:
        before = trainer.locator("h1").first.inner_text()
        trainer.keyboard.press("ArrowRight")
        number = trainer.locator("h1").first
        expect(number).not_to_have_text(before)
        shown = number.inner_text()
        for page in phones:
            expect(page.get_by_text(f"{shown} ·")).to_be_visible()
            expect(page.locator(ASKED).first).to_be_visible()
        if phones[0].locator(ONE_OPTION).count():
            break
    for page, lang in zip(phones, LANGS, strict=True):
        page.locator(ONE_OPTION).filter(has_text="A)").click()
        if not seen(page, say("counted", lang)):
            page.locator(ONE_OPTION).filter(has_text="A)").click()
            expect(page.get_by_text(say("counted", lang))).to_be_visible()
    return shown


def seen(page: Page, text: str) -> bool:
    """Whether a phone shows a text. One that stands still, as happens on a busy machine, is loaded again, as a person
    does: its address tells who one is.
    """
    from playwright.sync_api import expect

    for last in (False, True):
        try:
            expect(page.get_by_text(text).first).to_be_visible(timeout=PATIENT)
        except AssertionError:
            if not last:
                page.reload()
        else:
            return True
    return False


def test_a_seminar_is_held(room: Served, chromium: Browser) -> None:
    from playwright.sync_api import expect

    trainer = lesson(chromium, room)
    before = files(room)
    trainer.get_by_role("button", name=say("open room")).click()
    code = trainer.locator(".st-key-projector-code p").inner_text()
    expect(trainer.get_by_role("img", name=say("join qr"))).to_be_visible()
    assert grave(trainer) == {} and sideways(trainer) <= 0
    phones = [phone(chromium, room, f"/room?code={code}", locale) for locale in ("ru-RU", "kk-KZ", "en-GB")]
    for page, lang in zip(phones, LANGS, strict=True):
        expect(page.get_by_text(say("you are in", lang))).to_be_visible()
        assert page.locator(ELSEWHERE).count() == 0, "no way to another page"
    expect(trainer.get_by_text(say("joined count", count="3"))).to_be_visible()
    shown = vote(trainer, phones)
    expect(trainer.get_by_text(say("answered count", count="3", joined="3"))).to_be_visible()
    assert any(bar.get_attribute("aria-valuenow") != "0" for bar in trainer.get_by_role("progressbar").all())
    for page in phones:
        assert "✔" not in page.content() and sideways(page) <= 0 and not foreign(page, room)
    assert grave(phones[0]) == {}
    trainer.get_by_role("button", name=say("screen next")).focus()  # as after a click: the space bar must not press it
    trainer.keyboard.press(" ")
    expect(trainer.get_by_text("✔").first).to_be_visible()
    assert trainer.locator("h1").first.inner_text() == shown, "the space bar reveals and does nothing else"
    for page, lang in zip(phones, LANGS, strict=True):
        assert seen(page, say("right answer", lang, answer="")[:10])
    assert grave(trainer) == {} and sideways(trainer) <= 0
    trainer.get_by_role("button", name=say("end room")).click()
    expect(trainer.get_by_text(say("results"))).to_be_visible()
    for page, lang in zip(phones, LANGS, strict=True):
        expect(page.get_by_text(say("room left", lang))).to_be_visible()
    assert not foreign(trainer, room)
    assert files(room) == before, "nothing is left on disk"
    for page in (trainer, *phones):
        page.context.close()


def test_a_stranger_is_sent_nothing_of_the_key_before_the_reveal(room: Served) -> None:
    """Every byte that the page sends to a phone, until the trainer reveals; then the article is among them."""
    port = int(room.address.rpartition(":")[2])

    async def watch() -> tuple[bytes, bytes, list[str]]:
        async with Phone(port, "seminar") as trainer:
            code = await open_room(trainer)
            async with (
                Phone(port, "room", f"code={code}", GUEST) as stranger,
                Phone(port, "seminar", "", GUEST) as other,
            ):
                await trainer.click("screen-next")
                await stranger.until(lambda: any("1 / " in said for said in stranger.said))
                await asyncio.sleep(1.5)
                before = bytes(stranger.received)
                await trainer.click("screen-reveal")
                await stranger.until(lambda: any("ст. " in said for said in stranger.said))
                assert not other.widget("-make-lesson"), "the trainer's page is not for strangers"
                rules = [said for said in trainer.said if "(01." in said or " ст. " in said]
                return before, bytes(stranger.received), rules

    with ThreadPoolExecutor(1) as apart:  # the browser's event loop runs in this thread
        before, after, rules = apart.submit(lambda: asyncio.run(watch())).result(300)
    quotes = [rule.partition("): ")[2][:80] for rule in rules]
    assert quotes and all(quote.encode() in after for quote in quotes)
    assert not any(rule.partition("**")[2].partition("**")[0].encode() in before for rule in rules)
    assert "✔".encode() not in before


@pytest.mark.parametrize(
    ("path", "lang", "width"),
    [
        pytest.param("/seminar", "kk", 360, id="the wish on a phone"),
        pytest.param("/seminar", "en", 1280, id="the wish on a desk"),
        pytest.param("/room", "ru", 360, id="without a code"),
        pytest.param("/room?code=22222", "kk", 360, id="with a wrong code"),
    ],
)
def test_axe_finds_nothing_serious(path: str, lang: str, width: int, room: Served, chromium: Browser) -> None:
    page = visit(chromium, room, path, width, f"{lang}-KZ")
    page.get_by_role("button", name=say("make lesson" if path == "/seminar" else "enter", lang)).wait_for()
    assert grave(page) == {} and sideways(page) <= 0 and not foreign(page, room)
    page.context.close()


def test_a_phone_finds_the_room_and_nothing_else(room: Served, chromium: Browser) -> None:
    page = phone(chromium, room, "/library", "ru-RU")
    assert page.locator("h1").first.inner_text() == say("room")
    assert page.locator(ELSEWHERE).count() == 0
    page.context.close()
