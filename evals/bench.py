"""How fast and how large: `python evals/bench.py [--json OUT]`. One run on one machine; compare ratios, not seconds.

It builds a library in a temporary folder (with the model assembled before), asks every development question, starts
the command line cold, and measures the memory of a process that has answered.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np

from assistant import answering, building, embedding, library
from assistant.settings import Settings

QUESTIONS = ROOT / "evals" / "questions" / "labour_code_dev.jsonl"


def timed(command: list[str], data: Path) -> float:
    """Seconds that a command takes from cold, with this data folder."""
    started = time.perf_counter()
    env = {**os.environ, "ASSISTANT_DATA": str(data)}
    subprocess.run([sys.executable, *command], env=env, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - started


def measure(settings: Settings) -> dict[str, Any]:
    """Every number of the bench, seconds unless the name says ms or MB."""
    found: dict[str, Any] = {"cores": os.cpu_count()}
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        (data / "models").symlink_to(settings.models.resolve())
        found["build, nothing there"] = timed(["ingest.py", "build"], data)
        found["build, nothing changed"] = timed(["ingest.py", "build"], data)
        found["ask, cold"] = min(timed(["-m", "assistant", "ask", "Сколько дней отпуска?"], data) for _ in range(3))
        here = replace(settings, data=data)
        found["chunks"] = sum(library.current(here).manifest.counts.values())
        size = sum(path.stat().st_size for path in library.current_folder(here).rglob("*") if path.is_file())
        found["library MB"] = size / 1e6
        second = building.prepare_and_build(here)
        found["embeddings of a second build"] = second.embedded
        found |= answers(here)
    found["memory MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {name: round(value, 3) if isinstance(value, float) else value for name, value in found.items()}


def answers(settings: Settings) -> dict[str, float]:
    """Milliseconds from a warm question to passages and to a composed answer."""
    held, embedder = library.current(settings), embedding.open_embedder(settings)
    stages: dict[str, list[float]] = {"passages": [], "answer": []}
    rows = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    for row in [*rows[:20], *rows]:
        asked = answering.understand(row["question"], held, date.today(), row["lang"], "kz")
        if isinstance(asked, answering.Question):
            given = answering.answer(asked, held, embedder)
            took = given.timings_ms
            stages["passages"].append(took.get("embed", 0.0) + took.get("search", 0.0))
            stages["answer"].append(took["total"])
    return {
        f"{stage} ms p{share}": float(np.percentile(times[20:], share))
        for stage, times in stages.items()
        for share in (50, 95)
    }


def main() -> int:
    """Print the numbers as a Markdown table, and as JSON if a file is named."""
    parser = argparse.ArgumentParser(prog="python evals/bench.py")
    parser.add_argument("--json", type=Path, metavar="OUT")
    options = parser.parse_args()
    found = measure(Settings.from_environment())
    print("| what | value |\n|---|---|")
    print("\n".join(f"| {name} | {value} |" for name, value in found.items()))
    if options.json:
        options.json.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
