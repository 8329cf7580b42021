"""Simpler ways to find the article, measured like ours: `python evals/baselines.py [--json FOLDER] [--only NAME …]`.

Words alone, vectors alone, digest points alone, official text alone, without workers' questions, and the plain
LangChain pipeline, on the development questions of the Labour Code. What needs official texts takes them from
`--shared` (`../shared`) and is left out, with the reason, where there are none. It writes a run a baseline; `--keep
FOLDER` keeps the vectors of texts for the next time. Only ranking is measured, no answer; times of ours and of the
plain pipeline are those of a question from its words to articles, the others search every chunk and say nothing about
speed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant import corpus as corpora
from assistant import embedding, library
from assistant.documents import Wording
from assistant.embedding import Embedder
from assistant.errors import AssistantError
from assistant.library import Library
from assistant.settings import Settings
from assistant.vectors import FOLDER
from evals import asking, in_memory, measuring, recording, texts
from evals.asking import MAIN_ACT, Asked
from evals.in_memory import InMemory, Remembering
from evals.measuring import Row
from evals.plain import Plain

QUESTIONS = tuple(
    ROOT / "evals" / "questions" / f"{name}.jsonl" for name in ("labour_code_dev", "labour_code_whole_dev")
)
PIECES, MANY_PIECES = 10, 60  # of the plain pipeline: as they come, and enough for ten different articles

DEEPEST = 10  # articles that a measure looks at

Ranker = Callable[[Asked], list[str]]


@dataclass(frozen=True)
class Means:
    """What baselines are made of: the library in use, its embedder, a remembering one, texts, a folder to build in."""

    held: Library
    embedder: Embedder
    remembering: Remembering
    shared: Path
    folder: Path

    @cached_property
    def wordings(self) -> list[Wording]:
        """The official text of the Labour Code in Russian and Kazakh."""
        act = self.held.corpus.instruments[MAIN_ACT]
        return [w for lang, place in texts.LABOUR_CODE.items() for w in texts.wordings(self.shared / place, act, lang)]

    @cached_property
    def with_text(self) -> InMemory:
        """Everything held, and the official text of the Labour Code."""
        corpus = corpora.with_wordings(self.held.corpus, tuple(self.wordings))
        return in_memory.of_corpus(corpus, self.held, self.remembering)

    def plain(self, lang: str) -> Plain:
        """The plain pipeline on the official text in one language."""
        held = [wording for wording in self.wordings if wording.lang == lang]
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        return Plain(texts.articles(held), _Raw(self.embedder, self.remembering), folder)


class _Raw:
    """Passages from the remembering embedder, questions embedded each time: so that a question's time is whole."""

    def __init__(self, embedder: Embedder, remembering: Remembering) -> None:
        self.name, self.runtime = embedder.name, embedder.runtime
        self.questions, self.passages = embedder.questions, remembering.passages


def _passages(held: Library, embedder: Embedder) -> Ranker:
    return lambda asked: [str(found.provision) for found in asking.ask(asked, held, embedder, "kz").passages]


def _ours(means: Means) -> Ranker:
    return _passages(means.held, means.embedder)


def _words(means: Means) -> Ranker:
    return _passages(in_memory.part(means.held, lambda _: True, (True, False)), means.remembering)


def _vectors(means: Means) -> Ranker:
    return _passages(in_memory.part(means.held, lambda _: True, (False, True)), means.remembering)


def _points(means: Means) -> Ranker:
    return _passages(in_memory.part(means.held, lambda chunk: chunk.kind == "point"), means.remembering)


def _with_text(means: Means) -> Ranker:
    return _passages(means.with_text, means.remembering)


def _text(means: Means) -> Ranker:
    act = means.held.corpus.instruments[MAIN_ACT]
    bare = in_memory.of_corpus(texts.text_alone([act], means.wordings, means.held), means.held, means.remembering)
    return _passages(bare, means.remembering)


def _without_questions(means: Means) -> Ranker:
    return _passages(in_memory.part(means.with_text, lambda chunk: chunk.kind != "question"), means.remembering)


def _plain(means: Means) -> Ranker:
    plain = means.plain("ru")
    return lambda asked: plain.nearest(asked.question, PIECES)


def _plain_articles(means: Means) -> Ranker:
    plain = means.plain("ru")
    return lambda asked: list(dict.fromkeys(plain.nearest(asked.question, MANY_PIECES)))


def _plain_own_language(means: Means) -> Ranker:
    plain = {lang: means.plain(lang) for lang in texts.LABOUR_CODE}
    return lambda asked: plain.get(asked.lang, plain["ru"]).nearest(asked.question, PIECES)


BASELINES: dict[str, tuple[str, bool, Callable[[Means], Ranker]]] = {
    "ours": ("ours: digest points and workers' questions, vectors and words", False, _ours),
    "words": ("words only", False, _words),
    "vectors": ("vectors only", False, _vectors),
    "points": ("digest points only, without workers' questions", False, _points),
    "text": ("the same search on official text only (ru and kk)", True, _text),
    "without_questions": ("official text and digest points, without workers' questions", True, _without_questions),
    "with_text": ("ours, with official text beside it", True, _with_text),
    "plain": ("plain LangChain pipeline, Russian text, articles of the first pieces", True, _plain),
    "plain_articles": ("the same, different articles instead of pieces", True, _plain_articles),
    "plain_own_language": ("the same as plain, Kazakh questions on the Kazakh text", True, _plain_own_language),
}


def rank(asked: Sequence[Asked], ranker: Ranker) -> list[Row]:
    """One measured row a question, with the time that it took."""
    rows = []
    for line in [*asked[:1], *asked]:
        started = time.perf_counter()
        ranked = ranker(line)[:DEEPEST]
        rows.append(measuring.of_ranked(line, ranked, (time.perf_counter() - started) * 1000))
    return rows[1:]


def main(arguments: list[str] | None = None) -> int:
    """Measure the baselines; 2 if a file is wrong or a name unknown."""
    parser = argparse.ArgumentParser(prog="python evals/baselines.py")
    parser.add_argument("--questions", type=Path, action="append", metavar="FILE")
    parser.add_argument("--only", nargs="+", choices=[*BASELINES], default=[*BASELINES], metavar="NAME")
    parser.add_argument("--json", type=Path, metavar="FOLDER", help="write a run a baseline there")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="the folder of official texts")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the vectors of texts there")
    options = parser.parse_args(arguments)
    settings, files = Settings.from_environment(), options.questions or QUESTIONS
    try:
        asked = [line for path in files for line in asking.read(path) if not line.refuse]
        with tempfile.TemporaryDirectory() as folder:
            embedder = embedding.open_embedder(settings)
            remembering = Remembering(embedder, settings.corpus / FOLDER, options.keep)
            means = Means(library.current(settings), embedder, remembering, options.shared, Path(folder))
            _measure(means, asked, files, options)
    except (ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    except AssistantError as error:
        print(error.sentence(), file=sys.stderr)
        return error.exit_code
    return 0


def _measure(means: Means, asked: Sequence[Asked], files: Sequence[Path], options: Any) -> None:
    for name in options.only:
        said, needs_texts, make = BASELINES[name]
        if needs_texts and not (means.shared / "law").exists():
            print(f"{name}: left out, no official texts in {means.shared.name}", file=sys.stderr)
            continue
        begun = recording.surroundings()
        run = recording.make(said, means.held, files, rank(asked, make(means)), begun)
        if options.json:
            options.json.mkdir(parents=True, exist_ok=True)
            recording.write(options.json / f"{name}.json", run)
        print(f"\n{said}\n{measuring.table(run['totals'])}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
