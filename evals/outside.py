"""Third-party questions on texts that have no digests: `python evals/outside.py [--json FOLDER] [--shared FOLDER]`.

The Labour Code of Russia with questions of its readers, and Kazakh passages of general knowledge with their questions:
our search on the bare text against the plain LangChain pipeline, by the same embedding model. It shows how much is owed
to the search and not to the digests. Neither texts nor questions are copied; where `--shared` (`../shared`) is absent
it says so and measures nothing. None of these sets asks about the law of Kazakhstan.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant import embedding, library
from assistant.documents import Wording
from assistant.errors import AssistantError
from assistant.law import Authority, Instrument
from assistant.settings import Settings
from assistant.vectors import FOLDER
from evals import asking, in_memory, measuring, recording, texts
from evals.asking import Asked
from evals.baselines import PIECES, Means, Ranker, rank
from evals.in_memory import InMemory, Remembering
from evals.plain import Plain
from evals.recording import Run

RUSSIA = texts.instrument("ru-labour-code", "ru", Authority.LAW, date(2025, 3, 11))
PASSAGES = texts.instrument("kk-passages", "general", Authority.POLICY, date(2026, 1, 1))


@dataclass(frozen=True)
class Outside:
    """Texts with questions on them, and the files that both come from."""

    name: str
    act: Instrument
    wordings: Sequence[Wording]
    asked: Sequence[Asked]
    files: Sequence[Path]


def russian(shared: Path) -> Outside:
    """The Labour Code of Russia with 99 questions in Russian."""
    files = [shared / place for place in texts.RUSSIAN_QUESTIONS]
    asked = [line for path in files for line in texts.russian_questions(path, RUSSIA.id)]
    return Outside("russian_code", RUSSIA, texts.wordings(shared / texts.RUSSIAN_CODE, RUSSIA, "ru"), asked, files)


def kazakh(shared: Path) -> Outside:
    """Kazakh passages of general knowledge with 545 questions."""
    path = shared / texts.KAZAKH_QUESTIONS
    held = texts.kazakh_passages(shared / texts.KAZAKH_PASSAGES, PASSAGES)
    return Outside("kazakh_passages", PASSAGES, held, texts.kazakh_questions(path, PASSAGES.id), [path])


SETS = {"russian_code": russian, "kazakh_passages": kazakh}


def measure(outside: Outside, means: Means) -> dict[str, Run]:
    """Runs by name: our search on the bare text, vectors alone, words alone, and the plain pipeline.

    That one by article, and on the code as one text.
    """
    corpus = texts.text_alone([outside.act], outside.wordings, means.held)
    bare = in_memory.of_corpus(corpus, means.held, means.remembering)
    searched = {"ours": bare, "vectors": _one_channel(bare, False), "words": _one_channel(bare, True)}
    runs, begun = {}, recording.surroundings()
    for name, held in searched.items():
        runs[name] = rank(outside.asked, _ranker(held, means, outside.act.jurisdiction))
    for name, by_article in (("plain", True), ("plain_one_text", False)):
        folder = Path(tempfile.mkdtemp(dir=means.folder))
        plain = Plain(texts.articles(outside.wordings), means.remembering, folder, by_article)
        runs[name] = rank(outside.asked, lambda asked, plain=plain: plain.nearest(asked.question, PIECES))
        plain.close()
    return {
        name: recording.make(f"{outside.name}: {name}", means.held, outside.files, rows, begun)
        for name, rows in runs.items()
    }


def _one_channel(bare: InMemory, words: bool) -> InMemory:
    return in_memory.part(bare, lambda _: True, (words, not words))


def _ranker(held: InMemory, means: Means, jurisdiction: str) -> Ranker:
    def ranked(asked: Asked) -> list[str]:
        answer = asking.ask(asked, held, means.remembering, jurisdiction)
        return [str(passage.provision) for passage in answer.passages]

    return ranked


def main(arguments: list[str] | None = None) -> int:
    """Measure the sets that are there; 2 if a file is wrong."""
    parser = argparse.ArgumentParser(prog="python evals/outside.py")
    parser.add_argument("--only", nargs="+", choices=[*SETS], default=[*SETS], metavar="NAME")
    parser.add_argument("--json", type=Path, metavar="FOLDER", help="write the runs there")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the vectors of texts there")
    options = parser.parse_args(arguments)
    if not (options.shared / "evals").exists():
        print(f"no third-party questions in {options.shared.name}: nothing to measure", file=sys.stderr)
        return 0
    settings = Settings.from_environment()
    try:
        with tempfile.TemporaryDirectory() as folder:
            embedder = embedding.open_embedder(settings)
            remembering = Remembering(embedder, settings.corpus / FOLDER, options.keep)
            means = Means(library.current(settings), embedder, remembering, options.shared, Path(folder))
            for name in options.only:
                _show(measure(SETS[name](options.shared), means), name, options.json)
    except (ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    except AssistantError as error:
        print(error.sentence(), file=sys.stderr)
        return error.exit_code
    return 0


def _show(runs: dict[str, Run], name: str, folder: Path | None) -> None:
    for kind, run in runs.items():
        print(f"\n{run['manifest']['name']}\n{measuring.table(run['totals'])}", flush=True)
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
            recording.write(folder / f"{name}-{kind}.json", run)


if __name__ == "__main__":
    sys.exit(main())
