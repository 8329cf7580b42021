"""The page in a real browser at a phone's and a desktop's width: first question, source, no foreign request."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from assistant.settings import Settings
from tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.enable_socket]
CHROMIUM = shutil.which("chromium")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="module")
def address(built_settings: Settings) -> Iterator[str]:
    """The page, served for the test on a free port by the command that `make run` uses."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed (apt-get install chromium)")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = {**os.environ, "ASSISTANT_PORT": str(port)}
    served = subprocess.Popen(
        [sys.executable, "-m", "assistant", "serve"], env=env, cwd=ROOT, stdout=subprocess.DEVNULL
    )
    try:
        for _ in range(150):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        served.terminate()
        served.wait(20)


@pytest.mark.parametrize(
    ("width", "locale", "question", "chip"),
    [
        pytest.param(360, "kk-KZ", "болничныйда жургенде жумыстан шыгарса бола ма", "54-бап", id="phone, kk"),
        pytest.param(1280, "ru-RU", "задержали зарплату что делать", "ст. 113", id="desktop, ru"),
        pytest.param(360, "en-GB", "How many days of annual leave do I get?", "art. 88", id="phone, en"),
    ],
)
def test_a_question_gets_its_answer_and_its_source(
    width: int, locale: str, question: str, chip: str, address: str
) -> None:
    from playwright.sync_api import expect, sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_context(viewport={"width": width, "height": 800}, locale=locale).new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        box = page.locator('[data-testid="stChatInput"] textarea')
        expect(box).to_be_visible(timeout=60_000)
        box.fill(question)
        box.press("Enter")
        button = page.get_by_role("button").filter(has_text=chip).first
        expect(button).to_be_visible(timeout=60_000)
        button.click()
        expect(page.get_by_test_id("stAlert").first).to_be_visible(timeout=30_000)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, "the page scrolls sideways"
        browser.close()
    foreign = [url for url in asked if not url.startswith((address, "data:", "blob:", address.replace("http", "ws")))]
    assert not foreign
