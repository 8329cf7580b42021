"""Twenty people at once: `python evals/load_bench.py [--people N] [--rounds N] [--no-browser] [--json OUT]`.

Four times: by threads that search, and by threads that ask the way the page asks, of one library and one model; by
visitors that speak to the served page over its websocket and draw nothing; and in a real browser, a session each. Then
the memory of the serving process, the first paint of a warm page, and the time from a question to the first sentence.
Browser and server share one machine, so times in the browser are upper bounds: twenty browsers are measured there, not
the page. Compare ratios, not seconds. Nothing is written into the data folder.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import sys
import threading
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np

from assistant import answering, embedding, library, retrieval
from assistant.composing import Question
from assistant.embedding import Embedder
from assistant.library import Library
from assistant.settings import Settings
from evals import recording, served
from evals.visitor import Visitor

QUESTIONS = ROOT / "evals" / "questions" / "labour_code_whole_dev.jsonl"
TARGETS = {
    "passages p95": 300,
    "answer_ms p95": 2000,
    "memory MB": 1200,
    "first paint ms": 2000,
    "one person answer_ms p50": 1000,
}


def shares(times: Sequence[float]) -> dict[str, float]:
    """Median, 95th percentile and largest of some times.

    >>> shares([1.0, 2.0, 3.0])
    {'p50': 2.0, 'p95': 2.9, 'most': 3.0, 'n': 3}
    """
    p50, p95 = (round(float(np.percentile(times, share)), 1) for share in (50, 95))
    return {"p50": p50, "p95": p95, "most": round(max(times), 1), "n": len(times)}


def ask(text: str, held: Library, embedder: Embedder) -> float:
    """Milliseconds from a question's words to its composed answer, as the page asks."""
    started = time.perf_counter()
    asked = answering.understand(text, held, date.today(), None, "kz")
    if isinstance(asked, Question):
        answering.answer(asked, held, embedder)
    return (time.perf_counter() - started) * 1000


def passages(text: str, held: Library, embedder: Embedder) -> float:
    """Milliseconds from a question's words to its passages, waiting for a turn counted."""
    lang = held.learned.detector.language(text) or "en"
    started = time.perf_counter()
    retrieval.search(text, lang, "kz", held, embedder)
    return (time.perf_counter() - started) * 1000


def in_threads(people: int, rounds: int, one: Callable[[str], float]) -> dict[str, Any]:
    """Times of people who all press the key at the same moment, round by round; and of one person alone."""
    texts = questions(people * rounds)
    for text in texts[:people]:
        one(text)  # warm
    alone = [one(text) for text in texts[: 2 * people]]
    times: list[float] = []
    started = time.perf_counter()
    for turn in range(rounds):
        gate = threading.Barrier(people)
        threads = [
            threading.Thread(target=_one, args=(text, one, gate, times))
            for text in texts[turn * people : (turn + 1) * people]
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    took = time.perf_counter() - started
    return {"alone": shares(alone), "at once": shares(times), "a second": round(len(times) / took, 1)}


def _one(text: str, one: Callable[[str], float], gate: threading.Barrier, times: list[float]) -> None:
    gate.wait()
    times.append(one(text))


def questions(count: int) -> list[str]:
    """So many different questions in three languages, from the development set, again from its beginning if need be."""
    rows = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    texts = [row["question"] for row in rows if row.get("expect") != "refuse"]
    return [texts[number % len(texts)] for number in range(count)]


def measure(people: int, rounds: int, browser: bool, settings: Settings) -> dict[str, Any]:
    """Every number of the bench with the surroundings it was measured in."""
    held, embedder = library.current(settings), embedding.open_embedder(settings)
    found: dict[str, Any] = {"surroundings": recording.surroundings(), **recording.library_manifest(held)}
    found |= {"people": people, "targets": TARGETS}
    for name, way in (("passages", passages), ("threads", ask)):
        found[name] = in_threads(people, rounds, partial(way, held=held, embedder=embedder))
    held.close()
    found["visitors"] = _by_visitors(people, _rounds(people), settings)
    if browser:
        found["browser"] = _in_a_browser(people, settings)
    return found


def _rounds(people: int) -> int:
    """How often everybody asks until a hundred questions are answered: the page lets nobody ask without end."""
    return -(-100 // people)


def _by_visitors(people: int, rounds: int, settings: Settings) -> dict[str, Any]:
    """Everybody at once asks the served page, round after round, each after the last answer of all."""
    texts = questions(people * rounds)

    async def ask(port: int) -> list[float]:
        async with contextlib.AsyncExitStack() as stack:
            here = [await stack.enter_async_context(Visitor(port, "")) for _ in range(people)]
            await here[0].ask(texts[-1])  # warm
            took: list[float] = []
            for turn in range(rounds):
                asked = texts[turn * people : (turn + 1) * people]
                took += await asyncio.gather(*(one.ask(text) for one, text in zip(here, asked, strict=True)))
            return took

    with served.page(settings) as page:
        took = asyncio.run(ask(int(page.address.rpartition(":")[2])))
        return {"at once": shares([1000 * each for each in took]), "memory MB": page.memory()}


def _in_a_browser(people: int, settings: Settings) -> dict[str, Any]:
    """First paint, one person alone, then everybody at once until a hundred questions are answered; memory after it."""
    rounds = _rounds(people)
    with served.page(settings) as page, served.browser() as chromium:
        first = served.visit(chromium, page.address)
        cold = served.answered([first], questions(1))
        memory = {"after the first question": page.memory()}
        paints = [served.paint(chromium, page.address) for _ in range(5)]
        alone = [time for text in questions(6)[1:] for time in served.answered([first], [text])]
        visitors = [served.visit(chromium, page.address) for _ in range(people)]
        memory[f"with {people} visitors"] = page.memory()
        times: list[float] = []
        texts = questions(people * rounds)
        for turn in range(rounds):
            times += served.answered(visitors, texts[turn * people : (turn + 1) * people])
        memory[f"after {people * rounds} questions"] = page.memory()
    return {
        "first question ms": round(cold[0], 1),
        "first paint ms": shares([paint["first-contentful-paint"] for paint in paints]),
        "page drawn ms": shares([paint["drawn"] for paint in paints]),
        "one person": shares(alone),
        "at once": shares(times),
        "memory MB": memory,
    }


def main() -> int:
    """Print the numbers, and write them as JSON if a file is named."""
    parser = argparse.ArgumentParser(prog="python evals/load_bench.py")
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--no-browser", action="store_true", help="threads alone")
    parser.add_argument("--json", type=Path, metavar="OUT")
    options = parser.parse_args()
    found = measure(options.people, options.rounds, not options.no_browser, Settings.from_environment())
    said = json.dumps(found, ensure_ascii=False, indent=1)
    print(said)
    if options.json:
        options.json.write_text(said + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
