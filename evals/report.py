"""Write evals/report.md and its plots from the committed runs: `python evals/report.py`.

The paragraphs are those of report_notes.md; a line `{{name}}` there is replaced by the table or plot of that name, made
of `runs/*.json` alone, so that every number in a table is traced to a run and its manifest. It runs nothing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np

from assistant.law import LANGUAGES
from evals import measuring, recording
from evals.recording import Run

FOLDER = ROOT / "evals"
FOUND = (
    "recall@5",
    "recall@10",
    "several@10",
    "mrr",
    "paragraph_hit@5",
    "agreement",
    "must_contain",
    "cited_required",
    "cited_recall",
    "cited_precision",
    "citations_valid",
    "over_refused",
)
ARTICLES = {
    "open_test": "the open set, test half: all sources, to the paragraph",
    "held_out": "Labour Code, held out",
    "labour_code_test": "Labour Code, test",
    "other_sources_test": "other sources, test",
    "hr_and_workers": "Labour Code, HR people and workers, to the paragraph",
    "stories_test": "long messages, test half, to the paragraph",
    "mistyped_test": "all test halves, a third of the words mistyped",
    "dev": "development questions (Labour Code and other sources)",
    "mistyped_dev": "development questions, a third of the words mistyped",
    "stories_dev": "long messages, development",
}
BASELINES = (
    *("ours", "words", "vectors", "points", "text", "without_questions", "with_text"),
    *("plain", "plain_articles", "plain_own_language"),
)
OUTSIDE = ("ours", "words", "vectors", "plain", "plain_one_text")
OUTSIDE_SETS = {
    "russian_code": ("Labour Code of Russia, bare text", "ru"),
    "kazakh_passages": ("Kazakh passages", "kk"),
}

Runs = dict[str, Run]


def load(folder: Path) -> Runs:
    """Every run with a manifest in a folder and its subfolders, by path without ending: `baselines/words`."""
    found = {}
    for path in sorted(folder.rglob("*.json")):
        if '"manifest"' in path.read_text(encoding="utf-8")[:200]:
            found[path.relative_to(folder).with_suffix("").as_posix()] = recording.read(path)
    return found


def generate(notes: str, runs: Runs) -> str:
    """The report: the notes with every `{{name}}` replaced; ValueError names one that is unknown.

    >>> generate("# A\\n{{nothing}}", {})
    Traceback (most recent call last):
    ValueError: report_notes.md: no table is called nothing
    """

    def put(found: re.Match[str]) -> str:
        if found[1] not in TABLES:
            raise ValueError(f"report_notes.md: no table is called {found[1]}")
        return "\n".join(TABLES[found[1]](runs))

    return re.sub(r"^\{\{(\w+)\}\}$", put, notes, flags=re.MULTILINE)


def articles(runs: Runs) -> Iterator[str]:
    """What was found and cited, set by set."""
    yield from _head("measure", LANGUAGES)
    for name, said in ARTICLES.items():
        if name in runs:
            yield f"| **{said}** ([run](runs/{name}.json)) | | | |"
            for measure in FOUND:
                cells = [runs[name]["totals"][lang][measure] for lang in LANGUAGES]
                if any(cell["n"] for cell in cells):
                    yield _row(measure, [_cell(cell) for cell in cells])


def agreement(runs: Runs) -> Iterator[str]:
    """Questions by whether their first article is the same in the three languages, and right where it is not."""
    kinds = ("the same", "not the same, each right", "not the same, two right", "not the same, fewer right")
    yield from _head("first article in three languages", kinds)
    for name, said in ARTICLES.items():
        by_question: dict[str, list[dict[str, Any]]] = {}
        for row in runs[name]["questions"] if name in runs else []:
            if row["agreement"] is not None:
                by_question.setdefault(row["same"], []).append(row)
        counts = dict.fromkeys(kinds, 0)
        for rows in by_question.values():
            right = sum(row["mrr"] == 1 for row in rows)
            counts[kinds[0] if rows[0]["agreement"] else kinds[min(3, 4 - right)]] += 1
        if by_question:
            yield _row(f"{said} ([run](runs/{name}.json))", [str(count) for count in counts.values()])


def refusal(runs: Runs) -> Iterator[str]:
    """Questions that are not ours, refused, and questions that are ours, refused, file by file."""
    yield from _head("file", [f"{lang}: {what}" for what in ("refused", "wrongly refused") for lang in LANGUAGES])
    for name in (*ARTICLES, "out_of_scope", "out_of_scope_fourth"):
        rows = runs[name]["questions"] if name in runs else []
        for file in dict.fromkeys(row["file"] for row in rows):
            held = [row for row in rows if row["file"] == file]
            cells = [_count(held, lang, what) for what in ("refused", "over_refused") for lang in LANGUAGES]
            yield _row(f"[`{file}`](runs/{name}.json)", cells)


def _count(rows: Sequence[dict[str, Any]], lang: str, measure: str) -> str:
    found = measuring.values([row for row in rows if row["lang"] == lang], measure)
    return f"{int(found.sum())} of {len(found)}" if len(found) else "–"


def traps(runs: Runs) -> Iterator[str]:
    """Right answers to the traps: the needed words stand in it, or it is refused as it should be."""
    yield from _head("right", LANGUAGES)
    rows = runs["traps"]["questions"]
    cells = []
    for lang in LANGUAGES:
        held = [row for row in rows if row["lang"] == lang]
        right = [row["must_contain"] if row["must_contain"] is not None else row["refused"] for row in held]
        judged = [bool(each) for each in right if each is not None]
        cells.append(f"{sum(judged)} of {len(judged)}")
    yield _row("[`traps`](runs/traps.json)", cells)


def baselines(runs: Runs) -> Iterator[str]:
    """Recall@5 and MRR of every baseline on the same questions, with the share of ours in its recall."""
    yield from _head("what is searched", [f"{lang}: {m}" for m in ("recall@5", "MRR") for lang in LANGUAGES])
    for name in BASELINES:
        run = runs.get(f"baselines/{name}")
        if run:
            cells = [_cell(run["totals"][lang][m], m == "recall@5") for m in ("recall@5", "mrr") for lang in LANGUAGES]
            yield _row(f"[{run['manifest']['name']}](runs/baselines/{name}.json)", cells)


def channels(runs: Runs) -> Iterator[str]:
    """Of the questions of the baselines: which channel alone has all required articles among the first five."""
    yield from _head("all required among the first five", LANGUAGES)
    by_name = {
        name: {(row["file"], row["id"]): row["recall@5"] for row in runs[f"baselines/{name}"]["questions"]}
        for name in ("ours", "words", "vectors")
    }
    counted: dict[str, dict[str, int]] = {said: dict.fromkeys(LANGUAGES, 0) for said in CHANNELS.values()}
    for row in runs["baselines/ours"]["questions"]:
        key = (row["file"], row["id"])
        words, vectors, ours = (by_name[name][key] for name in ("words", "vectors", "ours"))
        counted[CHANNELS[bool(words), bool(vectors)]][row["lang"]] += 1
        if (words or vectors) and not ours:
            counted[LOST][row["lang"]] += 1
        if ours and not (words or vectors):
            counted[WON][row["lang"]] += 1
    for said, numbers in counted.items():
        yield _row(said, [str(numbers[lang]) for lang in LANGUAGES])


WON, LOST = "of these found by both together", "found by one of them, lost by both together"
CHANNELS: dict[Any, str] = {
    (True, True): "by words alone and by vectors alone",
    (True, False): "by words only",
    (False, True): "by vectors only",
    (False, False): "by neither alone",
    WON: WON,
    LOST: LOST,
}


def outside(runs: Runs) -> Iterator[str]:
    """Third-party questions on texts without digests: ours on the bare text, each channel, the plain pipeline."""
    yield from _head("texts and questions", [f"{name}: {m}" for name in OUTSIDE for m in ("recall@5", "MRR")])
    for key, (said, lang) in OUTSIDE_SETS.items():
        held = [runs[f"outside/{key}-{name}"]["totals"][lang] for name in OUTSIDE if f"outside/{key}-{name}" in runs]
        if len(held) == len(OUTSIDE):
            cells = [_cell(each[measure], measure == "recall@5") for each in held for measure in ("recall@5", "mrr")]
            yield _row(f"{said} (n={held[0]['recall@5']['n']})", cells)


def times(runs: Runs) -> Iterator[str]:
    """Milliseconds by stage, over all languages."""
    yield from _head("stage", ["p50 ms", "p95 ms", "n"])
    for stage in measuring.STAGES:
        found = np.array([row["ms"][stage] for row in runs["dev"]["questions"] if stage in row["ms"]])
        p50, p95 = (float(np.percentile(found, share)) for share in (50, 95))
        yield _row(stage, [f"{p50:.1f}", f"{p95:.1f}", str(len(found))])


def made(runs: Runs) -> Iterator[str]:
    """How every run was made."""
    yield from _head("run", ["questions", "library content", "corpus", "model", "commit", "cores, load", "date"])
    for name, run in runs.items():
        said = run["manifest"]
        commit = f"`{said['commit'][:7]}`{' with changes' if said['changed'] else ''}"
        ids = [f"`{said['content'][:8]}`", f"`{said['corpus'][:8]}`", f"{said['model']}, {said['runtime']}"]
        cells = [str(len(run["questions"])), *ids, commit, f"{said['cores']}, {said['load']}", said["date"]]
        yield _row(f"[{name}](runs/{name}.json)", cells)


def plot(name: str, said: str) -> Callable[[Runs], Iterator[str]]:
    """A line that shows a plot."""
    return lambda runs: iter([f"![{said}](plots/{name}.png)"])


TABLES: dict[str, Callable[[Runs], Iterator[str]]] = {
    "articles": articles,
    "agreement": agreement,
    "refusal": refusal,
    "traps": traps,
    "baselines": baselines,
    "channels": channels,
    "outside": outside,
    "times": times,
    "made": made,
    "plot_recall": plot("recall", "Recall@5 by language, ours and baselines, with 95% intervals"),
    "plot_times": plot("times", "Milliseconds by stage, p50 and p95, by language"),
}


def _head(first: str, others: Sequence[str]) -> Iterator[str]:
    yield _row(first, others)
    yield "|---" * (len(others) + 1) + "|"


def _row(first: str, cells: Sequence[str]) -> str:
    return f"| {first} | " + " | ".join(cells) + " |"


def _cell(cell: dict[str, Any], spread: bool = True) -> str:
    """A value as `0.947 (0.907–0.980, n=150)`; without its interval where only the value is wanted."""
    if cell["value"] is None:
        return "–"
    value = f"{cell['value']:.3f}"
    return f"{value} ({cell['low']:.3f}–{cell['high']:.3f}, n={cell['n']})" if spread else value


def main() -> int:
    """Write the report and the plots; 2 if a run or the notes are wrong."""
    from evals import plots

    try:
        runs = load(FOLDER / "runs")
        report = generate((FOLDER / "report_notes.md").read_text(encoding="utf-8"), runs)
        (FOLDER / "report.md").write_text(report, encoding="utf-8")
        plots.draw(runs, FOLDER / "plots")
    except (ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
