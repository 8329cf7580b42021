"""How well citations are found and judged: `python evals/check_citations.py [FILE.jsonl] [--json OUT] [--misses]`.

Per language: places found, places found that are none, right verdicts on existence, good citations called wrong,
ambiguous places said to be so. The truth is `evals/citations/sentences.jsonl` or a file of the same shape.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant import checking, corpus
from assistant.checking import Finding
from assistant.law import LANGUAGES
from assistant.settings import Settings

SENTENCES = ROOT / "evals" / "citations" / "sentences.jsonl"
MEASURES = ("found", "precision", "existence", "good_called_wrong", "ambiguous", "clean")


def judge(row: dict[str, Any], held: corpus.Corpus, day: date) -> dict[str, Any]:
    """What the checker makes of one row: counts by measure, and what it missed."""
    report = checking.check(row["text"], held, day, row["default"])
    left = list(report.findings)
    counts: Counter[str] = Counter()
    missed = []
    for gold in row["citations"]:
        hit = next((finding for finding in left if _is(finding, gold, row["text"])), None)
        counts["places"] += 1
        if hit is None:
            missed.append(f"not found: {gold.get('provision') or gold.get('act')}")
            continue
        left.remove(hit)
        counts["found"] += 1
        unknown = gold["provision"] is None and hit.verdicts.exists is not False
        right = hit.verdicts.exists == gold["exists"] or unknown
        counts["existence"] += right
        counts["good"] += gold["exists"] is not False
        counts["good_called_wrong"] += gold["exists"] is not False and hit.verdicts.exists is False
        if not right:
            missed.append(f"exists {hit.verdicts.exists} instead of {gold['exists']}: {gold['provision']}")
    missed += [f"no such place in the text: {finding.name} «{finding.cited.text}»" for finding in left]
    counts["extra"], counts["ambiguous"] = len(left), len(report.ambiguous)
    if len(report.ambiguous) != row["ambiguous"]:
        missed.append(f"ambiguous {len(report.ambiguous)} instead of {row['ambiguous']}")
    return {"id": row["id"], "lang": row["lang"], "counts": counts, "gold": row, "missed": missed}


def _is(finding: Finding, gold: dict[str, Any], text: str) -> bool:
    """True if a finding is the gold place: the same id, or the same stretch of an act outside the catalogue."""
    if gold["provision"] is not None:
        return finding.name == gold["provision"]
    at = text.find(gold["text_contains"])
    outside = finding.cited.provision is None
    return outside and finding.cited.start < at + len(gold["text_contains"]) and at < finding.cited.end


def totals(judged: list[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """The measures by language, and for all."""
    return {lang: _measures([row for row in judged if lang in ("all", row["lang"])]) for lang in (*LANGUAGES, "all")}


def _measures(rows: list[dict[str, Any]]) -> dict[str, float]:
    total: Counter[str] = sum((row["counts"] for row in rows), Counter())
    without = [row for row in rows if not row["gold"]["citations"] and not row["gold"]["ambiguous"]]
    told = [row["counts"]["ambiguous"] == row["gold"]["ambiguous"] for row in rows]
    return {
        "places": total["places"],
        "found": total["found"] / max(total["places"], 1),
        "precision": total["found"] / max(total["found"] + total["extra"], 1),
        "existence": total["existence"] / max(total["places"], 1),
        "good_called_wrong": total["good_called_wrong"],
        "ambiguous": sum(told) / max(len(told), 1),
        "clean": sum(not row["counts"]["extra"] for row in without) / max(len(without), 1),
    }


def main() -> int:
    """Print the measures as a Markdown table."""
    parser = argparse.ArgumentParser(prog="python evals/check_citations.py")
    parser.add_argument("file", type=Path, nargs="?", default=SENTENCES)
    parser.add_argument("--json", type=Path, metavar="OUT")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    held = corpus.load(Settings.from_environment().corpus)
    rows = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines()]
    judged = [judge(row, held, date.today()) for row in rows]
    found = totals(judged)
    print("| measure | " + " | ".join(found) + " |\n|---|" + "---|" * len(found))
    for name in ("places", *MEASURES):
        print(f"| {name} | " + " | ".join(f"{found[lang][name]:.3g}" for lang in found) + " |")
    if options.misses:
        for row in (row for row in judged if row["missed"]):
            print(f"{row['id']} {'; '.join(row['missed'])} | {row['gold']['text']}")
    if options.json:
        options.json.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
