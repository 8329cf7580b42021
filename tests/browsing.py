"""Fixtures of the browser tests: the page served over a copy of the built library, and over a small one; a browser.

One server of each kind for all tests, as people use it: by the command of `make run`. It tests nothing itself.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from assistant.settings import Settings
from evals.served import FLAGS, SERVE, free_port, running
from tests.payloads import PAYLOADS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = shutil.which("chromium")
PATIENCE = 90_000  # milliseconds: the machine may be busy with other work
AGAIN = 100  # milliseconds until one looks again
STILL = 5  # looks in a row that find a part of the page where it was
NARROW = 640  # pixels: narrower windows are those of phones, and say so as phones do
PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36"
SMALL = ("022", "054", "088", "160")  # articles of the small corpus; the steps of the guidance need two of them
POISONED = "kz-labour-code/87"


@dataclass(frozen=True)
class Served:
    """A page that is served: its address, its data folder, its home folder and what it printed."""

    address: str
    data: Path
    home: Path
    log: Path


@contextmanager
def serve(folder: Path, data: Path, corpus: Path | None = None, **more: str) -> Iterator[Served]:
    """Serve the page on a free port until the block ends, with more settings if need be."""
    port = free_port()
    home, log = folder / "home", folder / "log.txt"
    home.mkdir()
    named = {"ASSISTANT_PORT": str(port), "ASSISTANT_DATA": str(data), "HOME": str(home)}
    env = {**os.environ, **named, **({"ASSISTANT_CORPUS": str(corpus)} if corpus else {}), **more}
    with log.open("wb") as out, running(SERVE, port, env, out, out, PATIENCE):
        yield Served(f"http://127.0.0.1:{port}", data, home, log)


def _needs_chromium() -> None:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed (apt-get install chromium)")


def copy_of_data(settings: Settings, folder: Path) -> Path:
    """A data folder with the built library in it, and the models by a link: what a test writes stays here."""
    data = folder / "data"
    current = (settings.libraries / "CURRENT").read_text(encoding="utf-8").strip()
    shutil.copytree(settings.libraries / current, data / "library" / current)
    (data / "library" / "CURRENT").write_text(current, encoding="utf-8")
    (data / "models").symlink_to(settings.models.resolve())
    return data


@pytest.fixture(scope="session")
def served(built_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The page over a copy of the library that `make test` built."""
    _needs_chromium()
    folder = tmp_path_factory.mktemp("served")
    with serve(folder, copy_of_data(built_settings, folder)) as page:
        yield page


@pytest.fixture(scope="session")
def small(built_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The page over a library of a few articles, one of which says the sixty payloads; rebuilt in seconds."""
    _needs_chromium()
    folder = tmp_path_factory.mktemp("small")
    corpus, data = small_corpus(folder), folder / "data"
    data.mkdir()
    (data / "models").symlink_to(built_settings.models.resolve())
    env = {**os.environ, "ASSISTANT_DATA": str(data), "ASSISTANT_CORPUS": str(corpus)}
    subprocess.run([sys.executable, "ingest.py", "build"], env=env, cwd=ROOT, check=True, capture_output=True)
    with serve(folder, data, corpus) as page:
        yield page


def small_corpus(folder: Path) -> Path:
    """A corpus of a few real articles and one that says the payloads."""
    corpus = folder / "corpus"
    digests = corpus / "digests" / "kz-labour-code"
    digests.mkdir(parents=True)
    for name in ("catalogue.toml", "scope.yaml", "guidance.yaml", "glossary.yaml", "deadlines.yaml"):
        shutil.copy(ROOT / "corpus" / name, corpus / name)
    (corpus / "vectors").symlink_to(ROOT / "corpus" / "vectors")
    for article in SMALL:
        shutil.copy(ROOT / "corpus" / "digests" / "kz-labour-code" / f"{article}.yaml", digests)
    guidance = {"steps": [{"articles": ["*"], "points": ["kz-labour-code/22/1/16"]}]}
    (corpus / "guidance.yaml").write_text(yaml.safe_dump(guidance), encoding="utf-8")
    same = [dict.fromkeys(("kk", "ru", "en"), text) for text in PAYLOADS]
    poisoned = {
        "article": "87", "edition": _day(), "structure": {"1": []}, "reviewed": _day(), "title": same[0],
        "points": [{"at": "1", **text} for text in same],
        "questions": {lang: [f"{text[lang]} {lang} ?" for text in same] for lang in ("kk", "ru", "en")},
        "see": ["kz-labour-code/88"],
    }  # fmt: skip
    written = yaml.safe_dump(poisoned, allow_unicode=True)
    (digests / "087.yaml").write_text(written, encoding="utf-8")
    return corpus


def _day() -> object:
    return yaml.safe_load("2026-07-01")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's chromium. One a module: while it is open, no event loop can run in this thread."""
    _needs_chromium()
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def visit(browser: Browser, served: Served, path: str = "/", width: int = 1280, locale: str = "ru-RU") -> Page:
    """A new visitor's page, in a session of its own; every address it asks for is kept in `page.asked`."""
    agent = PHONE if width < NARROW else None
    context = browser.new_context(
        viewport={"width": width, "height": 800}, locale=locale, accept_downloads=True, user_agent=agent
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.asked = []  # type: ignore[attr-defined]
    context.on("request", lambda request: page.asked.append(request.url))  # type: ignore[attr-defined]
    page.goto(served.address + path)
    page.locator("h1").first.wait_for()
    return page


def ask(page: Page, question: str) -> None:
    """Type a question and send it."""
    box = page.locator('[data-testid="stChatInput"] textarea')
    box.fill(question)
    box.press("Enter")


def hand_in(page: Page, name: str, data: bytes, kind: str = "text/plain") -> None:
    """Choose a file, and wait until all of it is there: while it arrives, what stands below the field moves down.

    A button that moves between press and release is not clicked; a hand is never that fast, a test is.
    """
    field = page.get_by_test_id("stFileUploader")
    with page.expect_response(lambda answer: "upload_file" in answer.url and answer.request.method == "PUT"):
        page.locator('input[type="file"]').set_input_files({"name": name, "mimeType": kind, "buffer": data})
    field.get_by_text(Path(name).suffix).first.wait_for()
    before, same = box(field), 0
    while same < STILL:
        page.wait_for_timeout(AGAIN)
        before, same = (now, same + 1) if (now := box(field)) == before else (now, 0)


def box(of: Locator) -> dict[str, float]:
    """Where something stands on the page, once it stands: a page that is drawn anew has nothing for a moment."""
    for _ in range(PATIENCE // AGAIN):
        if (found := of.bounding_box()) is not None:
            return dict(found)
        of.page.wait_for_timeout(AGAIN)
    raise AssertionError(f"{of} is not to be seen")


def foreign(page: Page, served: Served) -> list[str]:
    """The addresses that a page asked for elsewhere than at its own server."""
    ours = (served.address, served.address.replace("http", "ws"), "data:", "blob:")
    return [url for url in page.asked if not url.startswith(ours)]  # type: ignore[attr-defined]


def sideways(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
