"""A run on disk: what it was made with (the manifest), its totals, and one row a question.

So that only like runs are compared, and every number of the report is traced to a library, a corpus and a commit. It
measures nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant.library import CORPUS, Library
from evals import measuring
from evals.measuring import Row

ROOT = Path(__file__).resolve().parent.parent
CODE = ("assistant", "evals/*.py", "corpus")  # what decides a run besides the questions

Run = dict[str, Any]


def make(name: str, held: Library, files: Sequence[Path], rows: Sequence[Row], begun: dict[str, Any]) -> Run:
    """A run of that name: manifest, totals, and its rows with the agreement of languages.

    `begun` is what `surroundings` said before the first question was asked.
    """
    agreed = measuring.agree(rows)
    said = {"name": name, **library_manifest(held), **begun, "files": [_file(path) for path in files]}
    return {"manifest": said, "totals": measuring.totals(agreed), "questions": agreed}


def library_manifest(held: Library) -> dict[str, Any]:
    """The library of a run: its id, the hash of its chunks, of the corpus in it, its model and sizes."""
    said = held.manifest
    return {
        "library": said.id,
        "content": said.content,
        "corpus": said.files.get(CORPUS, ""),
        "model": said.model,
        "runtime": said.runtime,
        "chunks": said.counts,
    }


def surroundings() -> dict[str, Any]:
    """The commit (`changed` where files differ from it), cores, load of the last minute, and time: as a run begins."""
    return {
        "commit": _git("rev-parse", "HEAD"),
        "changed": bool(_git("status", "--porcelain", "--", *CODE)),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "date": f"{datetime.now(UTC):%Y-%m-%dT%H:%MZ}",
    }


def _git(*arguments: str) -> str:
    """What git says of the project; empty where there is no git or no repository."""
    try:
        return subprocess.run(
            ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True, timeout=30
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return ""


def _file(path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    return {"file": path.stem, "sha256": hashlib.sha256(data).hexdigest(), "lines": len(data.splitlines())}


def write(path: Path, run: Run) -> None:
    """Write a run as JSON, one question a line, so that two versions of it can be read side by side.

    A measure that does not apply to a question is left out of its line; `read` puts it back as None.
    """
    head = json.dumps({key: run[key] for key in ("manifest", "totals")}, ensure_ascii=False, indent=1)
    held = ({name: said for name, said in row.items() if said is not None} for row in run["questions"])
    rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in held)
    path.write_text(f'{head.removesuffix("}").rstrip()},\n "questions": [\n{rows}\n]}}\n', encoding="utf-8")


def read(path: Path) -> Run:
    """A run that `write` wrote; ValueError says what is wrong with the file, OSError that it is not there."""
    try:
        run = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise ValueError(f"{path}: not JSON: {error}") from error
    if not isinstance(run, dict) or {"manifest", "questions", "totals"} - run.keys():
        raise ValueError(f"{path}: a run has a manifest, totals and questions; make it again with evals/run.py --json")
    absent = dict.fromkeys(measuring.MEASURES)
    return {**run, "questions": [{**absent, **row} for row in run["questions"]]}
