"""Answers and articles as JSON and as plain text for a terminal. The shapes of the JSON are a promise.

It formats; it neither searches nor verifies.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from assistant import beside, citations, phrases
from assistant.answers import Answer, Citation, Claim
from assistant.corpus import Corpus
from assistant.errors import UnknownProvision
from assistant.law import Digest, Instrument, Point, ProvisionId

DAYS = ("since", "since_by", "until", "until_by")


def answer_json(answer: Answer) -> dict[str, Any]:
    """The object that `ask --json` prints."""
    return {
        "status": answer.status,
        "language": answer.language,
        "text": answer.text,
        "mode": answer.mode,
        "reason": answer.reason,
        "written_by": answer.written_by,
        "dropped": [asdict(dropped) for dropped in answer.dropped],
        "hidden": list(answer.hidden),
        "mended": [{"typed": typed, "meant": meant} for typed, meant in answer.mended],
        "citations": [_citation(citation) for citation in answer.citations],
        "passages": [{"provision": str(p.provision), "score": round(p.score, 4)} for p in answer.passages],
        "timings_ms": {stage: round(took, 1) for stage, took in answer.timings_ms.items()},
        "library": answer.library,
        "as_of": str(answer.as_of) if answer.as_of else None,
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "provision": str(citation.provision),
        "label": citation.label,
        "authority": str(citation.authority),
        "quote": citation.quote,
        "official": citation.official,
        "verdicts": asdict(citation.verdicts),
        "url": citation.url,
        "edition": str(citation.edition),
    }


def answer_text(answer: Answer, dropped: bool = False) -> str:
    """An answer for a terminal: claims, next steps, what each number stands for, notes.

    With `dropped` also what a model wrote and the check did not let through, struck, with the reason.
    """
    lines = [*([read_as(answer), ""] if answer.mended else []), *([answer.lead] if answer.lead else [])]
    lines += [_row(claim, answer) if answer.table else _numbered(claim) for claim in answer.claims]
    for heading, claims in (("see_also", answer.see_also), ("next_steps", answer.next_steps)):
        if claims:
            lines += ["", phrases.say(heading, answer.language) + ":"]
            lines += [_numbered(claim) for claim in claims]
    lines += [""] if answer.citations else []
    lines += [
        f"[{number}] {c.label} ({phrases.say(c.authority, answer.language)}) {c.url}"
        for number, c in enumerate(answer.citations, 1)
    ]
    struck = [f"~~{each.text}~~ ({each.why})" for each in answer.dropped] if dropped else []
    lines += ["", *struck] if struck else []
    return "\n".join([*lines, *([""] if lines else []), *answer.notes])


def read_as(answer: Answer) -> str:
    """The typing errors of the question with what they were taken to mean, to be checked by who typed it."""
    words = ", ".join(f"{typed} → {meant}" for typed, meant in answer.mended)
    return phrases.say("read_as", answer.language, words=words)


def _row(claim: Claim, answer: Answer) -> str:
    """One source of a comparison."""
    return f"{answer.citations[claim.citations[0] - 1].label}:\n  {_numbered(claim)}"


def _numbered(claim: Claim) -> str:
    return f"• {claim.text} " + " ".join(f"[{number}]" for number in claim.citations)


def article(provision: str, corpus: Corpus) -> dict[str, Any]:
    """Everything held of an article, for `show --json`; UnknownProvision if it is not held."""
    try:
        wanted = ProvisionId.parse(provision)
    except ValueError as error:
        raise UnknownProvision(provision) from error
    digest = corpus.by_article.get(str(wanted.whole_article))
    if digest is None or not digest.has(wanted.pinpoint):
        raise UnknownProvision(provision)
    instrument = corpus.instruments[digest.instrument]
    at = "/".join(wanted.pinpoint)
    return {
        "provision": str(wanted),
        "label": {lang: citations.label(instrument, digest, at, lang) for lang in digest.title},
        "title": digest.title,
        "authority": str(instrument.authority),
        "ratified_by": instrument.ratified_by,
        "ratified": {lang: said for lang in digest.title if (said := citations.ratified(instrument, lang))},
        "bare": bool(digest.official),
        "edition": str(digest.edition),
        "newer_edition": str(newer) if (newer := corpus.newer_edition(instrument)) else None,
        "reviewed": str(digest.reviewed) if digest.reviewed else None,
        "repealed": str(digest.repealed) if digest.repealed else None,
        "structure": {paragraph: list(subs) for paragraph, subs in digest.structure.items()},
        "points": [
            _point(point, digest, instrument)
            for point in digest.points
            if f"{point.at}/".startswith(f"{at}/") or not at
        ],
        "official": {lang: text for lang in digest.title if (text := _official(wanted, lang, corpus))},
        "beside": [{"at": row.at, **row.texts} for row in beside.rows(wanted, corpus)],
        "figures": [asdict(figure) for figure in digest.figures],
        "see": list(digest.see),
        "url": instrument.url,
    }


def _point(point: Point, digest: Digest, instrument: Instrument) -> dict[str, Any]:
    days = {name: getattr(point, name) for name in DAYS}
    return {
        "at": point.at,
        "label": {lang: citations.label(instrument, digest, point.at, lang) for lang in point.text},
        **point.text,
        **{name: str(day) if day else None for name, day in days.items()},
        "sure": point.sure,
        "source": point.source,
    }


def _official(wanted: ProvisionId, lang: str, corpus: Corpus) -> str:
    """The official wording of an article, or of the place in it that was asked for; empty if none is at hand."""
    if wanted.pinpoint:
        return corpus.wording(wanted, lang)
    return "\n".join(provision.text for provision in corpus.official.get((str(wanted), lang), ()))


def article_text(shown: dict[str, Any], lang: str) -> str:
    """What `article` gives, for a terminal."""
    lines = [shown["label"][lang], shown["title"][lang]]
    lines += [shown["ratified"][lang], ""] if shown["ratified"] else [""]
    for point in shown["points"]:
        dates = [f"{name} {point[name]}" for name in DAYS if point[name]]
        marks = f" ({', '.join(dates)})" if dates else ""
        lines.append(f"{point['at'] or '—'}: {point[lang]}{marks}")
    kind = "official" if shown["bare"] else "restatement"
    lines += ["", f"{phrases.say(kind, lang)} · {shown['edition']} · {shown['url'][lang]}"]
    return "\n".join([*lines, *_beside(shown["beside"], lang)])


def _beside(rows: list[dict[str, str]], lang: str) -> list[str]:
    """The official words place by place, Kazakh over Russian; what one language lacks is said."""
    if not rows:
        return []
    lacks = phrases.say("place_lacking", lang)
    lines = ["", phrases.say("official", lang)]
    for row in rows:
        lines += [f"{row['at'] or '—'}", *(f"  {name}: {row[name] or lacks}" for name in beside.PAIR)]
    return lines
