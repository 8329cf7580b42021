"""Official texts and third-party questions that lie beside the project, for baselines and runs on other texts.

They are read where they are and never copied into the repository; where the folder is absent there is nothing to read.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from assistant import corpus as corpora
from assistant import provisions
from assistant.corpus import Corpus
from assistant.documents import Wording
from assistant.law import Authority, Instrument
from assistant.library import Library
from evals.asking import Asked

LABOUR_CODE = {"ru": "law/kz/labour_code_ru_2026-07-01.jsonl", "kk": "law/kz/labour_code_kk_2026-07-01.jsonl"}
RUSSIAN_CODE = "law/ru/labour_code_ru.jsonl"
RUSSIAN_QUESTIONS = ("evals/questions_30.tsv", "evals/questions_ru_law_tk_sample.tsv")
KAZAKH_PASSAGES, KAZAKH_QUESTIONS = "evals/mini_passages.jsonl", "evals/mini_queries.jsonl"


def instrument(name: str, jurisdiction: str, authority: Authority, edition: date) -> Instrument:
    """An instrument that is in no catalogue, for a run on its text alone."""
    names = dict.fromkeys(("kk", "ru", "en"), name)
    return Instrument(name, jurisdiction, authority, names, names, names, in_force=edition, edition=edition)


def wordings(path: Path, act: Instrument, lang: str) -> list[Wording]:
    """The wording of every article of a file, one a line, with its title; CorpusError, OSError."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    titles = {str(row["article"]): str(row.get("title") or "") for row in rows}
    return [replace(found, heading=titles[found.article]) for found in provisions.read_file(path, act, lang)]


def articles(held: Iterable[Wording]) -> list[tuple[str, str]]:
    """(article id, its title and text) for the plain pipeline."""
    return [(f"{w.instrument}/{w.article}", f"{w.heading}\n{w.text}".strip()) for w in held]


def text_alone(acts: Sequence[Instrument], held: Sequence[Wording], like: Library) -> Corpus:
    """A corpus of official wording without any digest; what is out of scope as in a library."""
    bare = replace(like.corpus, instruments={act.id: act for act in acts}, digests=(), wordings=(), provisions=())
    return corpora.with_wordings(bare, tuple(held))


def russian_questions(path: Path, act: str) -> list[Asked]:
    """Third-party questions on the Labour Code of Russia: number, articles («414,415»), kind if any, question.

    A question without an article is one that the code does not answer.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    names = [[name.strip() for name in row[1].split(",") if name.strip()] for row in rows]
    return [
        asked(path.stem, row[0], "ru", row[-1], [f"{act}/{name}" for name in found])
        for row, found in zip(rows, names, strict=True)
    ]


def kazakh_passages(path: Path, act: Instrument) -> list[Wording]:
    """Third-party passages in Kazakh, each as if it were an article."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    edition = act.edition or date.today()
    return [Wording(act.id, r["id"], "kk", edition, r["text"], heading=r["title"], grammar="general") for r in rows]


def kazakh_questions(path: Path, act: str) -> list[Asked]:
    """Third-party questions in Kazakh on those passages."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [asked(path.stem, r["qid"], "kk", r["question"], [f"{act}/{name}" for name in r["gold"]]) for r in rows]


def asked(file: str, name: str, lang: str, question: str, required: Sequence[str]) -> Asked:
    """A line to ask of which only the question and its articles are known; without articles it is to be refused."""
    line = hashlib.sha256("\x1f".join((question, *required)).encode()).hexdigest()[:12]
    return Asked(file, name, "", lang, question, tuple(required), (), not required, (), (), date.today(), line)
