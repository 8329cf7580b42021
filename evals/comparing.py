"""Two runs of the same questions, compared question by question: gains, losses, and the interval of the difference.

A difference is paired: each question is compared with itself, and questions are drawn again with their pair. Times are
never judged, since machines and their load differ. It asks nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from assistant.law import LANGUAGES
from evals import measuring
from evals.measuring import Row
from evals.recording import Run

LESS_IS_BETTER = frozenset({"over_refused"})
OF_ALL = frozenset({"agreement"})  # of the three languages together, so the same in each
ALL = "all"  # the three languages together
SHOWN = 5  # articles shown of a question that was gained or lost

Pair = tuple[Row, Row]


@dataclass(frozen=True)
class Difference:
    """A measure in one language (or all): before, after, and the interval of after − before; `n` pairs."""

    measure: str
    lang: str
    n: int
    before: float
    after: float
    low: float
    high: float

    @property
    def lost(self) -> bool:
        """True where the whole interval lies on the worse side of nought."""
        return self.low > 0 if self.measure in LESS_IS_BETTER else self.high < 0


def unlike(before: Run, after: Run) -> str | None:
    """Why two runs may not be compared, in one sentence; None if they asked the same questions."""
    first, second = _lines(before), _lines(after)
    if first == second:
        return None
    alone, other = len(first.keys() - second.keys()), len(second.keys() - first.keys())
    changed = sum(first[key] != second[key] for key in first.keys() & second.keys())
    return (
        f"The runs asked different questions ({alone} only in the first, {other} only in the second, "
        f"{changed} worded or marked otherwise): they cannot be compared."
    )


def _lines(run: Run) -> dict[tuple[str, str], str]:
    return {_key(row): row["line"] for row in run["questions"]}


def _key(row: Row) -> tuple[str, str]:
    return row["file"], row["id"]


def pairs(before: Run, after: Run) -> list[Pair]:
    """The questions that both runs asked in the same words with the same gold, in the order of the second."""
    held = {(*_key(row), row["line"]): row for row in before["questions"]}
    both = ((held.get((*_key(row), row["line"])), row) for row in after["questions"])
    return [(old, new) for old, new in both if old is not None]


def differences(both: Sequence[Pair]) -> list[Difference]:
    """Every measure in every language and in all together, where any question has it in both runs.

    In all together a question counts once, with the mean of its languages, since they are not three chances.
    """
    found = []
    for measure in measuring.MEASURES:
        for lang in (ALL,) if measure in OF_ALL else (*LANGUAGES, ALL):
            held = _by_question([(old, new) for old, new in both if lang in (ALL, new["lang"])], measure)
            if held:
                was, now = np.array(held).T
                spread = measuring.interval(now - was)
                means = (round(float(was.mean()), 4), round(float(now.mean()), 4))
                found.append(Difference(measure, lang, len(held), *means, spread["low"], spread["high"]))
    return found


def _by_question(both: Sequence[Pair], measure: str) -> list[tuple[float, float]]:
    """(before, after) of every question that has the measure in both runs: means over the languages that are given."""
    held: dict[str, list[tuple[float, float]]] = {}
    for old, new in both:
        if old[measure] is not None and new[measure] is not None:
            held.setdefault(new["same"], []).append((float(old[measure]), float(new[measure])))
    return [
        (sum(was for was, _ in rows) / len(rows), sum(now for _, now in rows) / len(rows)) for rows in held.values()
    ]


def losses(found: Sequence[Difference]) -> list[Difference]:
    """What was lost beyond the interval."""
    return [difference for difference in found if difference.lost]


def changes(both: Sequence[Pair]) -> Iterator[str]:
    """A line for every question that gained or lost a measure of yes or no, losses first."""
    found, told = [], set()
    for old, new in both:
        for measure in measuring.MEASURES:
            was, now = old[measure], new[measure]
            if measure in OF_ALL and new["same"] in told:
                continue
            told |= {new["same"]} if measure in OF_ALL else set()
            if isinstance(was, bool) and isinstance(now, bool) and was != now:
                gained = now != (measure in LESS_IS_BETTER) if measure != "refused" else now
                found.append((gained, f"{'gained' if gained else 'lost'} {measure}: {_said(old, new)}"))
    yield from (line for _, line in sorted(found))


def _said(old: Row, new: Row) -> str:
    return f"{new['file']} {new['id']}: {_short(old)} → {_short(new)}"


def _short(row: Row) -> str:
    """The first articles of a row, `labour-code` left out, and its status where that is no answer.

    >>> _short({"status": "refused", "ranked": ["kz-labour-code/88", "ilo-c132/3"]})
    'refused 88, ilo-c132/3'
    """
    articles = ", ".join(name.removeprefix("kz-labour-code/") for name in row["ranked"][:SHOWN])
    return articles if row["status"] in ("answered", "ranked") else f"{row['status']} {articles}".strip()


def report(before: Run, after: Run) -> str:
    """The comparison as Markdown: what differs in how they were made, differences, gains and losses, times."""
    both = pairs(before, after)
    lines = [*_made_otherwise(before["manifest"], after["manifest"]), ""]
    lines += ["| measure | language | n | before | after | after − before, 95% | |", "|---|---|---|---|---|---|---|"]
    for each in differences(both):
        mark = "LOST" if each.lost else ""
        spread = f"{each.after - each.before:+.4f} ({each.low:+.4f} to {each.high:+.4f})"
        lines.append(f"| {each.measure} | {each.lang} | {each.n} | {each.before} | {each.after} | {spread} | {mark} |")
    changed = list(changes(both))
    lines += ["", f"{len(both)} questions, {len(changed)} changes of yes or no:", *changed, "", *_times(both)]
    return "\n".join(lines)


def _made_otherwise(before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    for name in ("name", "content", "corpus", "model", "runtime", "commit", "changed", "cores", "load", "date"):
        if before.get(name) != after.get(name):
            yield f"{name}: {str(before.get(name))[:40]} → {str(after.get(name))[:40]}"


def _times(both: Sequence[Pair]) -> Iterator[str]:
    """Median times of a stage, after to before: a ratio says more than milliseconds of two loaded machines."""
    for stage in measuring.STAGES:
        held = [(old["ms"][stage], new["ms"][stage]) for old, new in both if stage in old["ms"] and stage in new["ms"]]
        if held:
            was, now = np.median(np.array(held), axis=0)
            yield f"{stage}: p50 {was:.1f} → {now:.1f} ms (× {now / max(was, 1e-9):.2f})"
