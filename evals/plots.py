"""The plots of the report, as small PNG files, from runs alone. matplotlib is loaded only when they are drawn."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.law import LANGUAGES
from evals import measuring
from evals.recording import Run

if TYPE_CHECKING:
    from matplotlib.axes import Axes

BARS = {  # the baselines that are drawn, with what stands beside their bars
    "ours": "ours",
    "words": "words only",
    "vectors": "vectors only",
    "points": "digest points only",
    "text": "official text only",
    "plain": "plain LangChain pipeline",
}
COLOURS = ("#0b3d62", "#3f7cac", "#95b8d1", "#b8b08d", "#d9ae61", "#b5523b")
INCHES, DOTS = (7.2, 3.4), 100


def draw(runs: dict[str, Run], folder: Path) -> None:
    """Write recall.png and times.png into a folder; KeyError if a run that they need is not there."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    folder.mkdir(parents=True, exist_ok=True)
    for name, fill in (("recall", _recall), ("times", _times)):
        figure, axes = pyplot.subplots(figsize=INCHES, layout="constrained")
        fill(axes, runs)
        axes.spines[["top", "right"]].set_visible(False)
        figure.savefig(folder / f"{name}.png", dpi=DOTS, metadata={"Software": None})
        pyplot.close(figure)


def _recall(axes: Axes, runs: dict[str, Run]) -> None:
    """Bars by language, one a baseline, with their intervals."""
    drawn = [(said, runs[f"baselines/{name}"]["totals"]) for name, said in BARS.items() if f"baselines/{name}" in runs]
    width = 0.8 / len(drawn)
    for number, (said, totals) in enumerate(drawn):
        cells = [totals[lang]["recall@5"] for lang in LANGUAGES]
        heights = [cell["value"] for cell in cells]
        spread = [[c["value"] - c["low"] for c in cells], [c["high"] - c["value"] for c in cells]]
        at = [place + (number - len(drawn) / 2 + 0.5) * width for place in range(len(LANGUAGES))]
        axes.bar(at, heights, width, yerr=spread, label=said, color=COLOURS[number], error_kw={"linewidth": 0.8})
    axes.set_xticks(range(len(LANGUAGES)), ["Kazakh", "Russian", "English"])
    axes.set_ylim(0, 1.02)
    count = drawn[0][1][LANGUAGES[0]]["recall@5"]["n"]
    axes.set_ylabel("recall@5")
    axes.set_title(f"All required articles among the first five (n={count} a language)", fontsize=10)
    axes.legend(fontsize=7, ncols=3, loc="upper center", bbox_to_anchor=(0.5, -0.1), frameon=False)


def _times(axes: Axes, runs: dict[str, Run]) -> None:
    """Stacked median times by stage and language, with the p95 of the whole as a mark."""
    totals: dict[str, Any] = runs["dev"]["totals"]
    left = [0.0] * len(LANGUAGES)
    for number, stage in enumerate(measuring.STAGES[:-1]):
        took = [totals[lang][f"{stage}_ms_p50"]["value"] for lang in LANGUAGES]
        axes.barh(range(len(LANGUAGES)), took, left=left, label=f"{stage}, p50", color=COLOURS[number])
        left = [before + now for before, now in zip(left, took, strict=True)]
    for share, mark in ((50, "|"), (95, "D")):
        whole = [totals[lang][f"total_ms_p{share}"]["value"] for lang in LANGUAGES]
        axes.plot(
            whole, range(len(LANGUAGES)), mark, color="#b5523b", markersize=9 - share // 20, label=f"total, p{share}"
        )
    axes.set_yticks(range(len(LANGUAGES)), ["Kazakh", "Russian", "English"])
    said = runs["dev"]["manifest"]
    axes.set_xlabel("milliseconds")
    axes.set_title(f"Question to composed answer, {said['cores']} cores, load {said['load']}", fontsize=10)
    axes.legend(fontsize=7, ncols=5, loc="upper center", bbox_to_anchor=(0.5, -0.2), frameon=False)
