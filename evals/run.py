"""Ask every question of a file and measure: `python evals/run.py --questions FILE.jsonl [--json OUT] [--no-answers]`.

`--questions` may be given several times. `--gate NAME=LEAST` fails the run (exit 1) if a total of any language is
below: `--gate recall@5=0.9`. `--against RUN.json` compares with an earlier run and fails on a loss beyond the paired
interval. `--llm` lets the configured model word the answers. `--mistyped SEED` puts typing errors into the questions.
`--compare A.json B.json` asks nothing and compares two runs; runs of other questions are refused (exit 2).
How a line looks says `asking`, what is measured `measuring`, what stands in OUT `recording`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from assistant import embedding, library, llm
from assistant.embedding import Embedder
from assistant.errors import AssistantError
from assistant.law import LANGUAGES
from assistant.library import Library
from assistant.llm import Endpoint
from assistant.settings import Settings
from evals import asking, comparing, measuring, mistyping, recording
from evals.asking import Asked
from evals.measuring import Row
from evals.recording import Run

WRONG = ("recall@5", "paragraph_hit@5", "refused", "must_contain", "cited_required")


def main(arguments: list[str] | None = None) -> int:
    """Run files of questions, or compare two runs; exit 1 if a gate is not reached, 2 if a file is wrong."""
    options = _options(arguments)
    try:
        if options.compare:
            return compare(*options.compare)
        settings = Settings.from_environment()
        endpoint = llm.endpoint(settings) if options.llm else None
        if options.llm and endpoint is None:
            raise ValueError("--llm: set LLM_MODEL and OPENAI_BASE_URL")
        run, asked = ask_all(options.questions, options.at_most, settings, endpoint, options.mistyped)
        return finish(run, asked, options)
    except (ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    except AssistantError as error:
        print(error.sentence(), file=sys.stderr)
        return error.exit_code


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python evals/run.py")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--questions", type=Path, action="append", metavar="FILE")
    what.add_argument("--compare", type=Path, nargs=2, metavar=("A", "B"))
    parser.add_argument("--json", type=Path, metavar="OUT")
    parser.add_argument("--no-answers", action="store_true", help="leave texts out of the output")
    parser.add_argument("--gate", action="append", default=[], metavar="NAME=LEAST", type=_gate)
    parser.add_argument("--against", type=Path, metavar="RUN", help="fail on a loss against this run")
    parser.add_argument("--at-most", type=int, metavar="N", help="ask so many questions, spread over the files")
    parser.add_argument("--llm", action="store_true", help="let the model of LLM_MODEL word the answers")
    parser.add_argument("--mistyped", metavar="SEED", help="put typing errors into the questions")
    parser.add_argument("--misses", action="store_true", help="list what was not found or wrongly refused")
    return parser.parse_args(arguments)


def _gate(given: str) -> tuple[str, float]:
    name, _, least = given.partition("=")
    if name not in measuring.MEASURES:
        raise argparse.ArgumentTypeError(f"no measure {name!r}: {', '.join(measuring.MEASURES)}")
    return name, float(least)


def ask_all(
    files: Sequence[Path],
    at_most: int | None,
    settings: Settings,
    endpoint: Endpoint | None = None,
    mistyped: str | None = None,
) -> tuple[Run, list[Asked]]:
    """Ask the library in use every question of the files, or some of them; ValueError, OSError, AssistantError."""
    asked = [line for path in files for line in asking.read(path)]
    asked = asking.some(asked, at_most) if at_most else asked
    asked = [mistyping.mistyped(line, mistyped) for line in asked] if mistyped else asked
    begun, held = recording.surroundings(), library.current(settings)
    rows = answers(asked, held, embedding.open_embedder(settings), settings.jurisdiction, endpoint)
    name = f"ours, {settings.llm_model}" if endpoint else f"ours, mistyped {mistyped}" if mistyped else "ours"
    return recording.make(name, held, files, rows, begun), asked


def answers(
    asked: Sequence[Asked], held: Library, embedder: Embedder, jurisdiction: str, endpoint: Endpoint | None = None
) -> list[Row]:
    """One measured row a question; one question before them warms the library up, so that no time is of a first one."""
    if asked:
        asking.ask(asked[0], held, embedder, jurisdiction)
    given = ((line, asking.ask(line, held, embedder, jurisdiction, endpoint)) for line in asked)
    return [measuring.measure(line, answer, held.corpus) for line, answer in given]


def finish(run: Run, asked: Sequence[Asked], options: argparse.Namespace) -> int:
    """Write and print a run, and judge it: 1 if a gate is not reached or something was lost."""
    if options.no_answers:
        run = {**run, "questions": [{**row, "text": ""} for row in run["questions"]]}
    failed = below(run["totals"], options.gate)
    print(measuring.table(run["totals"]))
    if options.misses:
        print("\n".join(misses(asked, run["questions"])))
    if options.against:
        failed += lost(recording.read(options.against), run)
    if options.json:
        recording.write(options.json, run)
    for line in failed:
        print(line, file=sys.stderr)
    return 1 if failed else 0


def compare(first: Path, second: Path) -> int:
    """Print the comparison of two runs of the same questions; 2 with one sentence if they are not."""
    before, after = recording.read(first), recording.read(second)
    reason = comparing.unlike(before, after)
    if reason:
        print(reason, file=sys.stderr)
        return 2
    print(comparing.report(before, after))
    return 0


def lost(before: Run, after: Run) -> list[str]:
    """What an earlier run had and this one lost beyond the paired interval; prints the comparison.

    Questions that only one of them asked, or that are worded or marked otherwise now, are left out and counted;
    ValueError if fewer than half of those asked now can be compared.
    """
    both, asked = comparing.pairs(before, after), len(after["questions"])
    if 2 * len(both) < asked:
        raise ValueError(f"only {len(both)} of {asked} questions stand in the earlier run: record it again")
    print(f"\nAgainst {before['manifest']['date']}, {asked - len(both)} questions not in it:")
    print(comparing.report(before, after))
    return [
        f"lost {each.measure} {each.lang}: {each.before} → {each.after} ({each.low:+} to {each.high:+}, n={each.n})"
        for each in comparing.losses(comparing.differences(both))
    ]


def misses(asked: Sequence[Asked], rows: Sequence[Row]) -> list[str]:
    """A line for every question that missed something, with what was wanted and what was found."""
    found = []
    for line, row in zip(asked, rows, strict=True):
        missed = [name for name in WRONG if row[name] is False] + (["over_refused"] if row["over_refused"] else [])
        if missed:
            short = [place.rpartition("/")[2] for place in row["ranked"][:6]]
            wanted = [place.partition("/")[2] for place in line.required]
            why = f"{','.join(missed)} [{row['reason']}]"
            found.append(f"{line.id} {why} {line.question} | {wanted} {line.must_contain} | {short}")
    return found


def below(found: dict[str, Any], gates: Sequence[tuple[str, float]]) -> list[str]:
    """A sentence for every measure that is below its least in some language."""
    failed = []
    for name, least in gates:
        low = [lang for lang in LANGUAGES if (found[lang][name]["value"] or 0.0) < least]
        failed += [f"{name} below {least}: {', '.join(low)}"] if low else []
    return failed


if __name__ == "__main__":
    sys.exit(main())
