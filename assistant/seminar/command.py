"""The command `python -m assistant seminar`: a lesson as files in a folder. It prints their names; it decides nothing.

Needs no library and no model: lessons are made from the corpus alone.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from assistant import corpus, export
from assistant.errors import UsageError
from assistant.seminar import lesson, paper, slides
from assistant.seminar.item import LEVELS
from assistant.seminar.lesson import LENGTHS, Lesson
from assistant.seminar.pool import Pool
from assistant.settings import Settings


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command with its options."""
    parser = commands.add_parser("seminar", help="make a lesson: plan, hand-out, quiz, key, cases, certificate, slides")
    parser.add_argument("--level", choices=LEVELS, default=LEVELS[0])
    parser.add_argument("--topics", default="", help="ids of corpus/topics.yaml with commas; all where none is named")
    parser.add_argument("--languages", "--lang", dest="langs", default="ru", help="kk, ru, en; several with commas")
    parser.add_argument("--minutes", type=int, choices=tuple(LENGTHS), default=45)
    parser.add_argument("--seed", type=int, default=1, help="the same number gives the same lesson again")
    parser.add_argument("--module", default="", help="the title of the lesson")
    parser.add_argument("--audience", default="", help="who it is for: sector, role")
    parser.add_argument("--as-of", type=date.fromisoformat, default=date.today(), metavar="YYYY-MM-DD")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    parser.set_defaults(run=run, lang=None)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Make the files; 0 when all are written. UsageError for unknown topics and a folder that cannot be written."""
    pool = Pool(corpus.load(settings.corpus), settings.corpus, options.as_of)
    topics = [each for each in options.topics.split(",") if each]
    langs = [each for each in options.langs.split(",") if each]
    lessons = lesson.plan(
        pool, settings.corpus / "cases", options.level, topics, langs, options.minutes, options.audience, options.seed,
        options.module,
    )  # fmt: skip
    for each in lessons:
        folder = options.out / each.lang if len(lessons) > 1 else options.out
        for path in write(each, pool, folder):
            print(path)
    return 0


def files(made: Lesson, pool: Pool) -> dict[str, bytes]:
    """Every file of a lesson by its name: each sheet as DOCX and PDF, the slides as PPTX."""
    found: dict[str, bytes] = {}
    for name, sheet in paper.sheets(made, pool.bank).items():
        found[f"{name}.docx"], found[f"{name}.pdf"] = export.docx(sheet), export.pdf(sheet)
    return found | {"slides.pptx": slides.pptx(made)}


def write(made: Lesson, pool: Pool, folder: Path) -> list[Path]:
    """Write the files of a lesson into a folder, which is made; their paths.

    UsageError names a folder that cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        paths = []
        for name, held in files(made, pool).items():
            (folder / name).write_bytes(held)
            paths.append(folder / name)
    except OSError as error:
        raise UsageError(f"--out {folder}: {error.strerror}") from error
    return paths
