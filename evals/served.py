"""The page, served by the command of `make run`, and visitors of it in a real browser, for measuring.

Times are taken inside the browser: from the key that sends a question to the moment its first sentence stands on the
page. Needs chromium and playwright. It judges nothing.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from assistant.settings import ROOT, Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 120_000  # milliseconds: twenty pages on two cores
SERVE = (sys.executable, "-m", "assistant", "serve")
BOX = '[data-testid="stChatInput"] textarea'
WATCH = """number => {
  const chip = `[class*="st-key-chip-${number}-"], .st-key-good-0-${number}`;
  window.answered = new Promise(done => {
    const look = () => document.querySelector(chip) && done(performance.now() - window.sent);
    new MutationObserver(look).observe(document.body, {childList: true, subtree: true, attributes: true});
  });
  document.addEventListener("keydown", key => {
    if (key.key === "Enter") window.sent = performance.now();
  }, {capture: true, once: true});
}"""
PAINTS = """() => Object.fromEntries(performance.getEntriesByType("paint").map(each => [each.name, each.startTime]))"""


Out = int | IO[bytes] | None  # where a process writes, as subprocess takes it


@dataclass(frozen=True)
class Served:
    """A page that is served: its address and its process."""

    address: str
    process: subprocess.Popen[bytes]

    def memory(self) -> float:
        """The resident memory of the serving process, in MB."""
        return resident(self.process.pid)


def memory() -> float:
    """The resident memory of this process, in MB."""
    return resident(os.getpid())


def resident(process: int) -> float:
    """The resident memory of a process, in MB, as Linux tells it."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace").splitlines()
    (held,) = [line for line in lines if line.startswith("VmRSS:")]
    return round(int(held.split()[1]) / 1024, 1)


@contextmanager
def page(settings: Settings, env: dict[str, str] | None = None) -> Iterator[Served]:
    """Serve the page on a free port until the block ends; TimeoutError if it does not come up."""
    port = free_port()
    with tempfile.TemporaryDirectory() as home:
        named = {"ASSISTANT_PORT": str(port), "ASSISTANT_DATA": str(settings.data), "HOME": home, **(env or {})}
        with running(SERVE, port, {**os.environ, **named}, out=subprocess.DEVNULL) as process:
            yield Served(f"http://127.0.0.1:{port}", process)


def free_port() -> int:
    """A port of this machine that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(
    command: Sequence[str],
    port: int,
    env: Mapping[str, str],
    out: Out = None,
    err: Out = None,
    patience: int = PATIENCE,
) -> Iterator[subprocess.Popen[bytes]]:
    """A process that listens on a port, until the block ends; TimeoutError if it does not within `patience` ms."""
    process = subprocess.Popen(command, env=dict(env), cwd=ROOT, stdout=out, stderr=err)
    try:
        _wait_for(port, process, patience)
        yield process
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(port: int, process: subprocess.Popen[bytes], patience: int) -> None:
    until = time.monotonic() + patience / 1000
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("nobody listens")


@contextmanager
def browser() -> Iterator[Browser]:
    """Debian's chromium, headless; FileNotFoundError where there is none."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium")
    if program is None:
        raise FileNotFoundError("chromium (apt-get install chromium), or --no-browser")
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=program, args=FLAGS)
        yield opened
        opened.close()


def visit(chromium: Browser, address: str) -> Page:
    """A new visitor in a session of its own, the page drawn."""
    found = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="ru-RU").new_page()
    found.set_default_timeout(PATIENCE)
    found.goto(address)
    found.locator(BOX).wait_for()
    found.locator('[data-testid="stExpander"]').first.wait_for()
    return found


def paint(chromium: Browser, address: str) -> dict[str, float]:
    """Milliseconds from asking for the page to its paints, and until it is drawn and can be typed into."""
    visitor = visit(chromium, address)
    drawn: float = visitor.evaluate("performance.now()")
    paints: dict[str, Any] = visitor.evaluate(PAINTS)
    visitor.context.close()
    return {**paints, "drawn": drawn}


def answered(visitors: Sequence[Page], texts: Sequence[str]) -> list[float]:
    """Every visitor sends one question, as nearly at once as keys can be pressed; milliseconds to the first sentence.

    A refusal counts by the buttons under it.
    """
    for visitor, text in zip(visitors, texts, strict=True):
        visitor.evaluate(WATCH, visitor.evaluate("window.turn = (window.turn ?? -1) + 1"))
        visitor.locator(BOX).fill(text)
    for visitor in visitors:
        visitor.locator(BOX).press("Enter")
    return [float(visitor.evaluate("window.answered")) for visitor in visitors]
