"""What `ingest.py fetch` says at its end: a table of the texts that are there and those that are not, or JSON.

It fetches nothing and decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.faults import ADVICE, FetchFault
from assistant.originals import Fetched
from assistant.phrases import say


def lines(fetched: Sequence[Fetched], folder: Path, lang: str) -> Iterator[str]:
    """The table for people, a text a line, under a text that is not there what happened and its official page."""
    for each in fetched:
        state = ("fetch_new" if each.new else "fetch_kept") if each.had else "fetch_missing"
        edition = each.edition.isoformat() if each.edition else say("fetch_undated", lang) if each.had else ""
        publisher = say(f"fetch_{each.publisher}", lang) if each.had else ""
        yield f"{each.instrument:<34} {each.lang:<3} {say(state, lang):<14} {edition:<12} {publisher}".rstrip()
        for fault in each.faults:
            happened = fault.happened(lang) if isinstance(fault, FetchFault) else fault.sentence(lang)
            yield f"    {type(fault).__name__}: {happened}"
        if not each.had:
            yield f"    {ADVICE[lang]} ({each.page})" if each.page else f"    {ADVICE[lang]}"
    yield say("fetch_total", lang, had=str(sum(e.had for e in fetched)), all=str(len(fetched)), folder=str(folder))


def as_json(fetched: Sequence[Fetched], lang: str) -> dict[str, object]:
    """The same for programs: `texts`, each with its files, faults by name and sentence, and `had` of `asked`."""
    texts = [
        {
            "instrument": each.instrument,
            "lang": each.lang,
            "had": each.had,
            "new": each.new,
            "files": [str(path) for path in each.files],
            "urls": list(each.urls),
            "format": each.format,
            "publisher": each.publisher,
            "edition": each.edition.isoformat() if each.edition else None,
            "fetched": each.fetched.isoformat() if each.fetched else None,
            "page": each.page,
            "faults": [{"fault": type(fault).__name__, "sentence": fault.sentence(lang)} for fault in each.faults],
        }
        for each in fetched
    ]
    return {"asked": len(fetched), "had": sum(each.had for each in fetched), "texts": texts}
