"""Ask every question of a file and measure: `python evals/run.py --questions FILE.jsonl [--json OUT] [--no-answers]`.

A line of the file: `id, group, lang, question, required[], acceptable[], expect(answer|refuse), must_contain[]`; a
bare article number means `kz-labour-code/<number>`; "7|seven" in must_contain means either. `--gate NAME=LEAST`
fails the run (exit 1) if a total of any language is below: `--gate recall@5=0.9`. It judges articles and words, not
style.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from assistant import answering, embedding, library
from assistant.answering import Question
from assistant.answers import Answer
from assistant.errors import AssistantError
from assistant.law import LANGUAGES
from assistant.refusal import Refusal
from assistant.settings import Settings

RESAMPLES = 2000
MAIN_ACT = "kz-labour-code"


@dataclass(frozen=True)
class Asked:
    """One line of a question file, with article ids written out."""

    id: str
    lang: str
    question: str
    required: tuple[str, ...]
    acceptable: tuple[str, ...]
    refuse: bool
    must_contain: tuple[str, ...]
    earlier: tuple[str, ...]
    as_of: date


def read(path: Path) -> list[Asked]:
    """Read a question file; ValueError names the line that is wrong."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                found.append(_asked(json.loads(line)))
            except (KeyError, ValueError, TypeError) as error:
                raise ValueError(f"{path}:{number}: {error}") from error
    return found


def _asked(row: dict[str, Any]) -> Asked:
    return Asked(
        id=str(row["id"]),
        lang=row["lang"],
        question=row["question"],
        required=tuple(map(_id, row.get("required", []))),
        acceptable=tuple(map(_id, row.get("acceptable", []))),
        refuse=row.get("expect") == "refuse",
        must_contain=tuple(row.get("must_contain", [])),
        earlier=tuple(row.get("earlier", [])),
        as_of=date.fromisoformat(row["as_of"]) if row.get("as_of") else date.today(),
    )


def _id(name: Any) -> str:
    return str(name) if "/" in str(name) else f"{MAIN_ACT}/{name}"


def ask(asked: Asked, settings: Settings) -> Answer:
    """The assistant's answer to one line."""
    held = library.current(settings)
    try:
        understood = answering.understand(
            asked.question, held, asked.as_of, asked.lang, settings.jurisdiction, asked.earlier
        )
    except AssistantError as error:
        return Answer("refused", asked.lang, "composed", reason=type(error).__name__)
    if not isinstance(understood, Question):
        return (
            answering.refuse(understood, asked.lang) if isinstance(understood, Refusal) else Answer("refused", "", "")
        )
    return answering.answer(understood, held, embedding.open_embedder(settings))


def measure(asked: Asked, answer: Answer) -> dict[str, Any]:
    """What one answer is worth: None where a measure does not apply to the question."""
    ranked = [str(passage.provision) for passage in answer.passages]
    cited = [str(citation.provision) for citation in answer.citations]
    claimed = [cited[number - 1] for claim in answer.claims for number in claim.citations]
    good = {*asked.required, *asked.acceptable}
    rank = next((i for i, found in enumerate(ranked, 1) if _within(found, good)), None)
    refused = answer.status == "refused"
    answered = not asked.refuse
    valid = [citation.verdicts.may_be_shown for citation in answer.citations]
    return {
        "id": asked.id,
        "lang": asked.lang,
        "status": answer.status,
        "reason": answer.reason,
        "ranked": ranked,
        "cited": cited,
        "text": answer.text,
        "ms": {stage: round(took, 2) for stage, took in answer.timings_ms.items()},
        "recall@5": _all_in(asked.required, ranked[:5]) if answered else None,
        "recall@10": _all_in(asked.required, ranked[:10]) if answered else None,
        "hit@5": (rank is not None and rank <= 5) if answered else None,
        "mrr": (1 / rank if rank else 0.0) if answered else None,
        "refused": None if answered else refused,
        "over_refused": refused if answered else None,
        "must_contain": _holds(asked.must_contain, answer.text) if answered and asked.must_contain else None,
        "cited_required": _all_in(asked.required, cited) if answered else None,
        "cited_precision": _share(claimed, good) if answered and claimed else None,
        "citations_valid": all(valid) if valid else None,
    }


def _within(found: str, wanted: set[str]) -> bool:
    return any(f"{found}/".startswith(f"{name}/") or f"{name}/".startswith(f"{found}/") for name in wanted)


def _share(cited: Sequence[str], good: set[str]) -> float:
    """The share of cited articles that are required or acceptable."""
    articles = {"/".join(place.split("/")[:2]) for place in cited}
    return sum(article in good for article in articles) / len(articles)


def _all_in(required: Sequence[str], found: Sequence[str]) -> bool:
    return all(any(_within(place, {name}) for place in found) for name in required)


def _holds(needed: Sequence[str], text: str) -> bool:
    return all(any(choice.casefold() in text.casefold() for choice in each.split("|")) for each in needed)


MEASURES = (
    "recall@5",
    "recall@10",
    "hit@5",
    "mrr",
    "refused",
    "over_refused",
    "must_contain",
    "cited_required",
    "cited_precision",
    "citations_valid",
)


def totals(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Per language: every measure with n, mean and 95% bootstrap interval, and times in ms."""
    return {lang: _of_language([row for row in rows if row["lang"] == lang]) for lang in LANGUAGES}


def _of_language(rows: list[dict[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in MEASURES:
        values = np.array([float(row[name]) for row in rows if row[name] is not None])
        found[name] = _interval(values, np.mean)
    for stage in ("embed", "search", "compose", "total"):
        times = np.array([row["ms"][stage] for row in rows if stage in row["ms"]])
        for share in (50, 95):
            found[f"{stage}_ms_p{share}"] = _interval(times, lambda sample, share=share: np.percentile(sample, share))
    return found


def _interval(values: np.ndarray, statistic: Callable[..., Any]) -> dict[str, Any]:
    if not len(values):
        return {"n": 0, "value": None, "low": None, "high": None}
    random = np.random.default_rng(0)
    samples = [statistic(random.choice(values, len(values))) for _ in range(RESAMPLES if len(values) < 2000 else 200)]
    low, high = np.percentile(samples, [2.5, 97.5])
    value, low, high = (round(float(number), 4) for number in (statistic(values), low, high))
    return {"n": len(values), "value": value, "low": low, "high": high}


def main(arguments: list[str] | None = None) -> int:
    """Run a file of questions; exit 1 if a gate is not reached, 2 if the file is wrong."""
    parser = argparse.ArgumentParser(prog="python evals/run.py")
    parser.add_argument("--questions", type=Path, required=True, action="append")
    parser.add_argument("--json", type=Path, metavar="OUT")
    parser.add_argument("--no-answers", action="store_true", help="leave texts out of the output")
    parser.add_argument("--gate", action="append", default=[], metavar="NAME=LEAST")
    parser.add_argument("--misses", action="store_true", help="list what was not found or wrongly refused")
    options = parser.parse_args(arguments)
    settings = Settings.from_environment()
    try:
        asked = [line for path in options.questions for line in read(path)]
        rows = [measure(line, ask(line, settings)) for line in asked]
    except (ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    except AssistantError as error:
        print(error.sentence(), file=sys.stderr)
        return error.exit_code
    if options.no_answers:
        rows = [{**row, "text": ""} for row in rows]
    result = {"questions": rows, "totals": totals(rows)}
    if options.json:
        options.json.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")
    print(table(result["totals"]))
    if options.misses:
        print("\n".join(_misses(asked, rows)))
    return 1 if _below(result["totals"], options.gate) else 0


def table(found: dict[str, Any]) -> str:
    """The totals as a Markdown table."""
    lines = ["| measure | " + " | ".join(LANGUAGES) + " |", "|---|" + "---|" * len(LANGUAGES)]
    for name in next(iter(found.values())):
        cells = [found[lang][name] for lang in LANGUAGES]
        shown = [
            "–" if c["value"] is None else f"{c['value']:g} ({c['low']:g}–{c['high']:g}, n={c['n']})" for c in cells
        ]
        lines.append(f"| {name} | " + " | ".join(shown) + " |")
    return "\n".join(lines)


def _misses(asked: list[Asked], rows: list[dict[str, Any]]) -> list[str]:
    wrong = ("recall@5", "refused", "must_contain", "cited_required")
    found = []
    for line, row in zip(asked, rows, strict=True):
        missed = [name for name in wrong if row[name] is False] + (["over_refused"] if row["over_refused"] else [])
        if missed:
            short = [place.rpartition("/")[2] for place in row["ranked"][:6]]
            wanted = [place.rpartition("/")[2] for place in line.required]
            why = f"{','.join(missed)} [{row['reason']}]"
            found.append(f"{line.id} {why} {line.question} | {wanted} {line.must_contain} | {short}")
    return found


def _below(found: dict[str, Any], gates: list[str]) -> list[str]:
    failed = []
    for gate in gates:
        name, _, least = gate.partition("=")
        low = [lang for lang in LANGUAGES if (found[lang][name]["value"] or 0.0) < float(least)]
        failed += [f"{name} below {least}: {', '.join(low)}"] if low else []
    for line in failed:
        print(line, file=sys.stderr)
    return failed


if __name__ == "__main__":
    sys.exit(main())
