"""Ask a real model and record what of its words was shown, dropped or taken over: `python evals/llm_run.py`.

`OPENAI_BASE_URL=… LLM_MODEL=… python evals/llm_run.py --questions FILE.jsonl [--at-most N] [--minutes M] [--json OUT]`.
Without both variables it refuses (exit 2). Each shown sentence stands in OUT beside the points that it cites, so that
somebody can read whether it is true: that is not judged here.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from assistant import embedding, library, phrases
from assistant.answers import Answer
from assistant.embedding import Embedder
from assistant.errors import AssistantError
from assistant.law import LANGUAGES
from assistant.library import Library
from assistant.llm import Endpoint, Limits
from assistant.settings import Settings
from evals import asking, recording
from evals.asking import Asked

Row = dict[str, Any]
COUNTED = ("questions", "answered", "asked_model", "worded_by_model", "taken_over", "shown", "dropped", "citations_bad")


def main(arguments: list[str] | None = None) -> int:
    """Ask, write and print; 2 where no endpoint is configured or a file is wrong."""
    options = _options(arguments)
    try:
        settings = Settings.from_environment()
        if not settings.llm_url or not settings.llm_model:
            raise ValueError("set OPENAI_BASE_URL and LLM_MODEL")
        asked = [line for path in options.questions for line in asking.read(path)]
        asked = asking.some(asked, options.at_most, options.first) if options.at_most else asked
        random.Random(7).shuffle(asked)  # so that a run which stops early has asked some of every file and language
        run = ask_all(asked, settings, options)
    except (ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    except AssistantError as error:
        print(error.sentence(), file=sys.stderr)
        return error.exit_code
    print(json.dumps(run["totals"], ensure_ascii=False, indent=1))
    return 0


def write(path: Path, run: dict[str, Any]) -> None:
    """Write a run as JSON; it is written again after every question, since a small machine takes hours for all."""
    path.write_text(json.dumps(run, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python evals/llm_run.py")
    parser.add_argument("--questions", type=Path, action="append", required=True, metavar="FILE")
    parser.add_argument("--at-most", type=int, metavar="N", help="so many questions, spread over the files")
    parser.add_argument("--first", type=int, default=0, metavar="K", help="with --at-most: pass over K questions first")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="ask no more after so many minutes")
    parser.add_argument("--seconds", type=float, default=Limits.total, help="that one reply may take")
    parser.add_argument("--tokens", type=int, default=Limits.tokens, help="that one reply may have")
    parser.add_argument("--json", type=Path, metavar="OUT")
    return parser.parse_args(arguments)


def ask_all(asked: Sequence[Asked], settings: Settings, options: argparse.Namespace) -> dict[str, Any]:
    """Ask one question after another until all are asked or the minutes are over: manifest, totals, rows."""
    begun, held = recording.surroundings(), library.current(settings)
    embedder = embedding.open_embedder(settings)
    limits = replace(Limits(), read=options.seconds, total=options.seconds, tokens=options.tokens)
    endpoint = Endpoint(settings, limits)
    said = {"language_model": settings.llm_model, "limits": asdict(limits), "wanted": len(asked)}
    manifest = {**recording.library_manifest(held), **begun, **said}
    started = time.perf_counter()
    rows: list[Row] = []
    for line in asked:
        if time.perf_counter() - started > 60 * options.minutes:
            break
        rows.append(one(line, held, embedder, settings.jurisdiction, endpoint))
        print(f"{len(rows)}/{len(asked)} {line.id} {rows[-1]['mode']} {rows[-1]['seconds']} s", file=sys.stderr)
        if options.json:
            write(options.json, {"manifest": manifest, "totals": totals(rows), "questions": rows})
    return {"manifest": manifest, "totals": totals(rows), "questions": rows}


def one(line: Asked, held: Library, embedder: Embedder, jurisdiction: str, endpoint: Endpoint) -> Row:
    """One row: what was shown beside what it cites, what was dropped and why, why the composed answer stands."""
    before, started = endpoint.spent, time.perf_counter()
    answer = asking.ask(line, held, embedder, jurisdiction, endpoint)
    seconds, after = time.perf_counter() - started, endpoint.spent
    by_model = answer.mode == "llm"
    return {
        "id": line.id,
        "file": line.file,
        "lang": line.lang,
        "question": line.question,
        "status": answer.status,
        "mode": answer.mode,
        "written_by": answer.written_by,
        "taken_over": taken_over(answer),
        "claims": [
            {"text": claim.text, "cites": [_cited(answer, number) for number in claim.citations]}
            for claim in (answer.claims if by_model else ())
        ],
        "dropped": [asdict(dropped) for dropped in answer.dropped],
        "citations_valid": all(citation.verdicts.may_be_shown for citation in answer.citations),
        "seconds": round(seconds, 1),
        "tokens_in": after.tokens_in - before.tokens_in,
        "tokens_out": after.tokens_out - before.tokens_out,
    }


def _cited(answer: Answer, number: int) -> dict[str, str]:
    citation = answer.citations[number - 1]
    return {"provision": str(citation.provision), "quote": citation.quote}


def taken_over(answer: Answer) -> str:
    """Why the composed answer stands in the place of the model's; empty where it does not."""
    instead = phrases.say("composed_instead", answer.language)
    first = answer.notes[0] if answer.notes else ""
    return first.removesuffix(instead).strip() if first.endswith(instead) else ""


def totals(rows: Sequence[Row]) -> dict[str, Any]:
    """Per language and of all: counts, reasons, citations that do not hold, seconds and tokens."""
    held = {lang: [row for row in rows if row["lang"] == lang] for lang in LANGUAGES}
    return {name: _counted(some) for name, some in {**held, "all": list(rows)}.items()}


def _counted(rows: Sequence[Row]) -> dict[str, Any]:
    asked = [row for row in rows if row["mode"] == "llm" or row["taken_over"]]
    seconds = sorted(row["seconds"] for row in asked)
    counts = (
        len(rows),
        sum(row["status"] == "answered" for row in rows),
        len(asked),
        sum(row["mode"] == "llm" for row in asked),
        sum(bool(row["taken_over"]) for row in asked),
        sum(len(row["claims"]) for row in rows),
        sum(len(row["dropped"]) for row in rows),
        sum(not row["citations_valid"] for row in rows),
    )
    return {
        **dict(zip(COUNTED, counts, strict=True)),
        "why_taken_over": dict(Counter(row["taken_over"] for row in asked if row["taken_over"]).most_common()),
        "why_dropped": dict(Counter(each["why"] for row in rows for each in row["dropped"]).most_common()),
        "seconds_median": statistics.median(seconds) if seconds else None,
        "seconds_most": max(seconds, default=None),
        "tokens_in": sum(row["tokens_in"] for row in rows),
        "tokens_out": sum(row["tokens_out"] for row in rows),
    }


if __name__ == "__main__":
    sys.exit(main())
