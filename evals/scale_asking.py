"""Ask the planted questions of a made library, in a fresh process: `python -m evals.scale_asking`.

For `evals/scale.py`. It prints one JSON object: times of a question by stage and of the two searches by themselves,
recall, and memory. Processor time is that of the thread that searches: other work does not lengthen it. The data folder
(`ASSISTANT_DATA`) holds the library and the questions.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from assistant import embedding, library, retrieval, wordings
from assistant.answers import Answer
from assistant.embedding import Embedder
from assistant.library import Library
from assistant.settings import Settings
from evals import asking, served, texts
from evals.in_memory import Remembering
from evals.load_bench import shares

PLANTED = "planted.json"
WARM = 12  # questions asked before anything is timed
JURISDICTION = "kz"


def main() -> int:
    """Ask, and print what was found."""
    settings = Settings.from_environment()
    rows = json.loads((settings.data / PLANTED).read_text(encoding="utf-8"))
    asked = [
        texts.asked("planted", str(n), row["lang"], row["question"], [row["article"]]) for n, row in enumerate(rows)
    ]
    started = time.perf_counter()
    held, embedder = library.current(settings), embedding.open_embedder(settings)
    asking.ask(asked[0], held, embedder, JURISDICTION)
    found: dict[str, Any] = {"first answer s": round(time.perf_counter() - started, 2)}
    for one in asked[:WARM]:
        asking.ask(one, held, embedder, JURISDICTION)
    began = time.process_time()
    given = [(one, asking.ask(one, held, embedder, JURISDICTION)) for one in asked]
    found["processor ms a question"] = round((time.process_time() - began) * 1000 / len(asked), 1)
    searched = [(one, answer) for one, answer in given if answer.passages]  # the rest name what is not held
    found |= _times([answer for _, answer in searched])
    found |= _searches([one.question for one, _ in searched], [one.lang for one, _ in searched], held, embedder)
    for depth in (1, 5):
        hits = [one.required[0] in map(str, (p.provision for p in said.passages[:depth])) for one, said in searched]
        found[f"recall@{depth}"] = round(sum(hits) / len(hits), 3)
    print(json.dumps({**found, "questions": len(searched), "memory MB": served.memory()}))
    return 0


def _times(given: Sequence[Answer]) -> dict[str, Any]:
    """Milliseconds of a question by stage; passages is embedding and search together."""
    rows = [answer.timings_ms for answer in given]
    stages = {name: [row[name] for row in rows] for name in ("embed", "search", "compose", "total")}
    stages["passages"] = [row["embed"] + row["search"] for row in rows]
    return {f"{name} ms": shares(times) for name, times in stages.items()}


def _searches(asked: Sequence[str], langs: Sequence[str], held: Library, embedder: Embedder) -> dict[str, Any]:
    """Milliseconds of each of the two searches in the jurisdiction that is asked in, by themselves."""
    vectors = [embedder.questions([text])[0] for text in asked]
    index = held.words[JURISDICTION]
    words = _timed([partial(index.scores, text, lang) for text, lang in zip(asked, langs, strict=True)])
    nearest = _timed([partial(held.nearest, JURISDICTION, vector, wordings.CANDIDATES) for vector in vectors])
    known = Remembering(embedder, Path())
    known.questions(asked)
    whole = [
        partial(retrieval.search, text, lang, JURISDICTION, held, known)
        for text, lang in zip(asked, langs, strict=True)
    ]
    return {
        "words alone ms": shares(words),
        "vectors alone ms": shares(nearest),
        "search processor ms": shares(_timed(whole, time.thread_time)),
    }


def _timed(calls: Sequence[Callable[[], object]], clock: Callable[[], float] = time.perf_counter) -> list[float]:
    times = []
    for call in calls:
        started = clock()
        call()
        times.append((clock() - started) * 1000)
    return times


if __name__ == "__main__":
    sys.exit(main())
