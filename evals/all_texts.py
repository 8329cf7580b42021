"""Every text beside the project, read, cut, indexed and asked: `python evals/all_texts.py [--json OUT]`.

Codes and laws of four countries, ILO instruments, EU acts and papers (`--shared`, `../shared`) go into a temporary data
folder by the code of `ingest.py add` and `build`; then it is built again unchanged, and thirty questions are asked.
Times are of the clock and of the processor: other work on the machine lengthens only the first. Nothing stays, and no
text is copied into the project; where the folder is absent it says so and measures nothing.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant import adding, building, catalogue, embedding, library, reading
from assistant.adding import Details
from assistant.law import LANGUAGES, Authority
from assistant.settings import Settings
from evals import asking, recording, served
from evals.load_bench import shares

QUESTIONS = ROOT / "evals" / "questions" / "labour_code_dev.jsonl"
ASKED = 30
PATIENCE = 600.0  # seconds a PDF may take here
LAW, FOREIGN, RATIFIED, POLICY = map(str, (Authority.LAW, Authority.FOREIGN, Authority.RATIFIED, Authority.POLICY))


@dataclass(frozen=True)
class Text:
    """A file (or several, one after the other) that is one text: of an instrument, an own one if none is catalogued."""

    files: str
    lang: str
    edition: date
    instrument: str = ""
    jurisdiction: str = ""
    authority: str = ""


JULY = date(2026, 7, 1)
TEXTS = (
    Text("kz/labour_code_ru.txt", "ru", date(2026, 1, 25), "kz-labour-code"),
    Text("kz/labour_code_kk/sec*.md", "kk", JULY, "kz-labour-code"),
    Text("kz/digital_code_ru.md", "ru", date(2026, 1, 9), "kz-digital-code"),
    Text("kz/social_code_ru.txt", "ru", date(2026, 2, 3), "kz-social-code"),
    Text("kz/personal_data_law_ru.txt", "ru", date(2026, 4, 4), "kz-personal-data-law"),
    Text("kz/personal_data_law_kk.txt", "kk", date(2026, 4, 4), "kz-personal-data-law"),
    Text("kz/administrative_offences_code_ru.txt", "ru", date(2026, 2, 3), "kz-administrative-offences-code"),
    Text("kz/trade_union_law_ru.md", "ru", date(2026, 3, 27), "kz-trade-union-law"),
    *(Text(f"kz/adilet_html/{name}.html", "kk", date(2026, 4, 1), "", "kz", LAW)
      for name in ("adilet_sample", "current_constitution", "sample_law", "z13088")),
    Text("kg/labour_code_2025_ru.pdf", "ru", date(2025, 7, 10), "kg-labour-code", "kg", FOREIGN),
    Text("kg/digital_code_ru.pdf", "ru", date(2025, 8, 1), "", "kg", FOREIGN),
    Text("uz/labour_code_uz.txt", "uz", JULY, "uz-labour-code", "uz", FOREIGN),
    Text("ru/labour_code_ru.txt", "ru", date(2025, 3, 11), "ru-labour-code", "ru", FOREIGN),
    Text("union/industriall_ai_policy_en.txt", "en", date(2025, 1, 1), "", "int", POLICY),
    *(Text(f"union/{name}_en.txt", "en", date(2025, 4, 1), "", "int", POLICY)
      for name in ("fturk_ctuca_2025-04", "fturk_perc_2026-01", "fturk_sco_2025-05", "ilo_actrav_briefs")),
)  # fmt: skip
APART = (  # files that have an article a line: how they name a piece, and the instrument
    ("eu/ai_act_en.jsonl", "eu-ai-act", date(2024, 7, 12)),
    ("eu/gdpr_en.jsonl", "eu-gdpr", date(2016, 5, 4)),
)


def texts(law: Path) -> Iterator[Text]:
    """Every text of the table, and each ILO instrument that lies there by itself."""
    yield from TEXTS
    for path in sorted((law / "ilo" / "articles").glob("*.txt")):
        name = f"ilo-{path.stem.lower()}"
        yield Text(f"ilo/articles/{path.name}", "en", date(2017, 1, 1), name, "int", RATIFIED)


def read(text: Text, law: Path, settings: Settings) -> int:
    """Read a text and keep it as `ingest.py add` does; its letters. ReadingError, UsageError."""
    paths = sorted(law.glob(text.files))
    with tempfile.TemporaryDirectory() as folder:
        path = paths[0]
        if len(paths) > 1:
            path = Path(folder) / f"{paths[0].parent.name}{paths[0].suffix}"
            path.write_text("\n\n".join(each.read_text(encoding="utf-8") for each in paths), encoding="utf-8")
        if path.suffix == ".pdf":  # the reader's limit is of the clock: on a busy machine it refuses a long PDF
            said = reading.read(path, limits=replace(reading.LIMITS, wall_seconds=PATIENCE)).text
            path = Path(folder) / f"{path.stem}.txt"
            path.write_text(said, encoding="utf-8")
        known = text.instrument in catalogue.load(settings.corpus / "catalogue.toml")
        instrument, title = (text.instrument, "") if known else ("", path.stem)
        details = Details(title, text.jurisdiction, text.lang, text.authority, instrument, text.edition)
        return len(adding.add(path, details, settings, date.today()).document.text)


def keep_apart(law: Path, settings: Settings) -> int:
    """Keep the files that have their articles apart in the form in which a library reads those; their letters."""
    letters = 0
    for file, instrument, edition in APART:
        rows = map(json.loads, (law / file).read_text(encoding="utf-8").splitlines())
        named = [(row["n"] if row["unit"] == "article" else f"{row['unit']}-{row['n'].lower()}", row) for row in rows]
        lines = [
            json.dumps({"article": name, "text": row["text"], "edition": edition.isoformat()}, ensure_ascii=False)
            for name, row in named
            if row["text"].strip()
        ]
        letters += sum(map(len, lines))
        settings.texts.mkdir(parents=True, exist_ok=True)
        (settings.texts / f"{instrument}.en.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return letters


@contextmanager
def timed(found: dict[str, Any], name: str) -> Iterator[None]:
    """Note under a name how long a block takes by the clock and by the processor, children included, in seconds."""
    clock, processor = time.perf_counter(), _processor()
    yield
    found[name] = {"s": round(time.perf_counter() - clock, 1), "processor s": round(_processor() - processor, 1)}
    print(name, found[name], file=sys.stderr, flush=True)


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def measure(law: Path, settings: Settings) -> dict[str, Any]:
    """Read, build, build again, ask: every number, with what it was measured on."""
    found: dict[str, Any] = {"surroundings": recording.surroundings()}
    with timed(found, "reading"):
        held = list(texts(law))
        letters = sum(read(text, law, settings) for text in held) + keep_apart(law, settings)
    found |= {"texts": len(held) + len(APART), "letters": letters}
    with timed(found, "building"):
        built = building.prepare_and_build(settings)
    found |= {"chunks": built.chunks, "embedded": built.embedded}
    with timed(found, "building again, nothing changed"):
        again = building.prepare_and_build(settings)
    found["embedded again"] = again.embedded + again.new
    opened = library.current(settings)
    found["of them"] = {
        name: {kind: sum(chunk.kind == kind for chunk in chunks) for kind in ("text", "point", "question", "scope")}
        for name, chunks in opened.chunks.items()
    }
    found["provisions"] = len(opened.corpus.provisions) + len(opened.corpus.former)
    found["library MB"] = round(sum(p.stat().st_size for p in opened.folder.rglob("*") if p.is_file()) / 1e6, 1)
    return found | ask(opened, settings)


def ask(held: library.Library, settings: Settings) -> dict[str, Any]:
    """Milliseconds of thirty questions on the law of Kazakhstan, ten a language, and of their stages; memory after."""
    embedder = embedding.open_embedder(settings)
    rows = [one for one in asking.read(QUESTIONS) if not one.refuse]
    asked = [one for lang in LANGUAGES for one in [row for row in rows if row.lang == lang][: ASKED // len(LANGUAGES)]]
    for one in asked:
        asking.ask(one, held, embedder, "kz")  # warm
    answers = [asking.ask(one, held, embedder, "kz").timings_ms for one in asked]
    times = {name: [each.get(name, 0.0) for each in answers] for name in ("embed", "search", "compose", "total")}
    times["passages"] = [each.get("embed", 0.0) + each.get("search", 0.0) for each in answers]
    return {**{f"{name} ms": shares(took) for name, took in times.items()}, "memory MB": served.memory()}


def main() -> int:
    """Measure, and print what was found."""
    parser = argparse.ArgumentParser(prog="python evals/all_texts.py")
    parser.add_argument("--json", type=Path, metavar="OUT")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--folder", type=Path, metavar="FOLDER", help="where to build what is removed afterwards")
    options = parser.parse_args()
    law = options.shared / "law"
    if not law.exists():
        print(f"no texts in {options.shared.name}: nothing to measure", file=sys.stderr)
        return 0
    settings = Settings.from_environment()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        here = replace(settings, data=Path(folder), chroma_url="")
        here.models.symlink_to(settings.models.resolve())
        said = json.dumps(measure(law, here), ensure_ascii=False, indent=1)
    print(said)
    if options.json:
        options.json.write_text(said + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
