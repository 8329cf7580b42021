"""What one answer is worth, and the totals of many: means with their 95% bootstrap interval.

It judges articles, places and words, not style; None stands where a measure does not apply to a question. It asks
nothing and compares no two runs (`comparing` does).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.answers import Answer
from assistant.corpus import Corpus
from assistant.law import LANGUAGES
from assistant.members import article_of
from evals.asking import Asked

RESAMPLES = 2000
FIRST = 5  # passages whose best pinpoints are looked at, as in the page
STAGES = ("embed", "search", "compose", "total")
MEASURES = {
    "recall@5": "all required articles among the first five",
    "recall@10": "all required articles among the first ten",
    "several@10": "the same, of questions that require more than one article",
    "hit@5": "a right article among the first five",
    "paragraph_hit@5": "a required paragraph cited, or the best pinpoint of one of the first five",
    "mrr": "1 / rank of the first right article",
    "agreement": "the same first article in all three languages",
    "refused": "refused, of questions that are not ours",
    "over_refused": "refused, of questions that are ours",
    "must_contain": "all figures or words that the answer needs stand in it",
    "cited_required": "all required articles cited anywhere in the answer",
    "cited_recall": "share of required articles that the claims cite",
    "cited_precision": "share of articles the claims cite that are required or acceptable",
    "citations_valid": "every citation exists, is not out of force and is quoted exactly",
    "worded_by_model": "a model's sentences are shown, of answers for which a model wrote claims that could be read",
    "model_shown": "share of the sentences a model wrote that are shown",
}

Values = NDArray[np.float64]
Row = dict[str, Any]


def measure(asked: Asked, answer: Answer, corpus: Corpus) -> Row:
    """What one answer is worth: one row of a run; `agreement` is set when all languages are there (`agree`)."""
    ranked = [str(passage.provision) for passage in answer.passages]
    cited = [str(citation.provision) for citation in answer.citations]
    claimed = [cited[number - 1] for claim in answer.claims for number in claim.citations]
    places = best_places(answer, corpus)
    found = {
        "id": asked.id,
        "file": asked.file,
        "line": asked.line,
        "same": asked.same,
        "lang": asked.lang,
        "status": answer.status,
        "reason": answer.reason,
        "ranked": ranked,
        "places": places,
        "cited": cited,
        "text": answer.text,
        "ms": {stage: round(took, 2) for stage, took in answer.timings_ms.items()},
    }
    valid = [citation.verdicts.may_be_shown for citation in answer.citations]
    refused = answer.status == "refused"
    return {
        **found,
        **dict.fromkeys(MEASURES),
        **({"refused": refused} if asked.refuse else {"over_refused": refused}),
        **({} if asked.refuse else _of_ranked(asked, ranked) | _of_text(asked, claimed, cited, answer.text)),
        "paragraph_hit@5": _paragraph_hit(asked, [*places, *cited]),
        "citations_valid": all(valid) if valid else None,
        **_of_model(answer),
    }


def _of_model(answer: Answer) -> Row:
    """Whether a model's sentences are shown, and which share of them; nothing where no model wrote any."""
    if not answer.written_by:
        return {}
    shown = len(answer.claims) if answer.mode == "llm" else 0
    wrote = shown + len(answer.dropped)
    return {"worded_by_model": answer.mode == "llm", "model_shown": shown / wrote if wrote else None}


def of_ranked(asked: Asked, ranked: Sequence[str], took_ms: float) -> Row:
    """One row of a run of something that only ranks articles, such as a baseline: the other measures are None."""
    found: Row = {"id": asked.id, "file": asked.file, "line": asked.line, "same": asked.same, "lang": asked.lang}
    found |= {"status": "ranked", "reason": "", "ranked": list(ranked), "places": [], "cited": [], "text": ""}
    measured = {} if asked.refuse else _of_ranked(asked, ranked)
    return {**found, "ms": {"total": round(took_ms, 2)}, **dict.fromkeys(MEASURES), **measured}


def _of_ranked(asked: Asked, ranked: Sequence[str]) -> Row:
    if not asked.required:
        return {}
    good = {*asked.required, *asked.acceptable}
    rank = next((i for i, found in enumerate(ranked, 1) if _within(found, good)), None)
    among_ten = _all_in(asked.required, ranked[:10])
    return {
        "recall@5": _all_in(asked.required, ranked[:5]),
        "recall@10": among_ten,
        "several@10": among_ten if len({article_of(name) for name in asked.required}) > 1 else None,
        "hit@5": rank is not None and rank <= 5,
        "mrr": 1 / rank if rank else 0.0,
    }


def _of_text(asked: Asked, claimed: Sequence[str], cited: Sequence[str], text: str) -> Row:
    right = {article_of(name) for name in (*asked.required, *asked.acceptable)}
    required = {article_of(name) for name in asked.required}
    said = {article_of(name) for name in claimed}
    return {
        "must_contain": _holds(asked.must_contain, text) if asked.must_contain else None,
        "cited_required": _all_in(asked.required, cited) if required else None,
        "cited_recall": len(said & required) / len(required) if required else None,
        "cited_precision": len(said & right) / len(said) if said and right else None,
    }


def best_places(answer: Answer, corpus: Corpus) -> list[str]:
    """The place of the best pinpoint of each of the first five passages; of one without points, its article."""
    found = []
    for passage in answer.passages[:FIRST]:
        digest = corpus.by_article.get(str(passage.provision))
        at = digest.points[passage.pinpoints[0][0]].at if digest and passage.pinpoints else ""
        found.append(f"{passage.provision}/{at}".rstrip("/"))
    return found


def _paragraph_hit(asked: Asked, places: Iterable[str]) -> bool | None:
    """True if a place lies at or under a required paragraph; None if none is required."""
    wanted = [name for name in asked.required if name.count("/") > 1]
    if asked.refuse or not wanted:
        return None
    return any(f"{place}/".startswith(f"{name}/") for place in places for name in wanted)


def _within(found: str, wanted: Iterable[str]) -> bool:
    return any(f"{found}/".startswith(f"{name}/") or f"{name}/".startswith(f"{found}/") for name in wanted)


def _all_in(required: Sequence[str], found: Sequence[str]) -> bool:
    return all(any(_within(place, {name}) for place in found) for name in required)


def _holds(needed: Sequence[str], text: str) -> bool:
    return all(any(choice.casefold() in text.casefold() for choice in each.split("|")) for each in needed)


def agree(rows: Sequence[Row]) -> list[Row]:
    """The rows with `agreement`: whether a question's first article is the same in all three languages.

    None for a question that is not asked in all three, each once, or that is not ours to answer.
    """
    held: dict[str, list[Row]] = {}
    for row in rows:
        held.setdefault(row["same"], []).append(row)
    found = []
    for row in rows:
        others = held[row["same"]]
        whole = sorted(other["lang"] for other in others) == sorted(LANGUAGES)
        ours = all(other["hit@5"] is not None for other in others)
        first = {other["ranked"][0] if other["ranked"] else other["id"] for other in others}
        found.append({**row, "agreement": len(first) == 1 if whole and ours else None})
    return found


def totals(rows: Sequence[Row]) -> dict[str, dict[str, Any]]:
    """Per language: every measure with n, mean and 95% bootstrap interval, and times in ms at p50 and p95."""
    return {lang: _of_language([row for row in rows if row["lang"] == lang]) for lang in LANGUAGES}


def _of_language(rows: Sequence[Row]) -> dict[str, Any]:
    found: dict[str, Any] = {name: interval(values(rows, name), _mean) for name in MEASURES}
    for stage in STAGES:
        times = np.array([row["ms"][stage] for row in rows if stage in row["ms"]])
        for share in (50, 95):
            found[f"{stage}_ms_p{share}"] = interval(times, _percentile(share))
    return found


def values(rows: Iterable[Row], name: str) -> Values:
    """A measure of those rows to which it applies, shape (rows,)."""
    return np.array([float(row[name]) for row in rows if row.get(name) is not None])


def _mean(samples: Values) -> Values:
    found: Values = samples.mean(axis=-1)
    return found


def _percentile(share: int) -> Callable[[Values], Values]:
    return lambda samples: np.percentile(samples, share, axis=-1)


def interval(found: Values, statistic: Callable[[Values], Values] = _mean) -> dict[str, Any]:
    """n, the statistic and its 95% bootstrap interval; the same numbers for the same values."""
    if not len(found):
        return {"n": 0, "value": None, "low": None, "high": None}
    chosen = np.random.default_rng(0).integers(0, len(found), (RESAMPLES, len(found)))
    low, high = np.percentile(statistic(found[chosen]), [2.5, 97.5])
    value, low, high = (round(float(number), 4) for number in (statistic(found), low, high))
    return {"n": len(found), "value": value, "low": low, "high": high}


def table(found: dict[str, dict[str, Any]]) -> str:
    """The totals as a Markdown table; measures that no question has are left out."""
    lines = ["| measure | " + " | ".join(LANGUAGES) + " |", "|---|" + "---|" * len(LANGUAGES)]
    for name in next(iter(found.values())):
        cells = [found[lang][name] for lang in LANGUAGES]
        if any(cell["n"] for cell in cells):
            lines.append(f"| {name} | " + " | ".join(map(_cell, cells)) + " |")
    return "\n".join(lines)


def _cell(cell: dict[str, Any]) -> str:
    if cell["value"] is None:
        return "–"
    return f"{cell['value']:g} ({cell['low']:g}–{cell['high']:g}, n={cell['n']})"
