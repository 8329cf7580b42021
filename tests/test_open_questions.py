"""The open question set: every line can be asked, its gold exists, and the words that prove it stand in the text."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from assistant.corpus import Corpus
from assistant.law import LANGUAGES, ProvisionId
from evals import asking

FOLDER = Path(__file__).resolve().parent.parent / "evals" / "questions"
FILES = [FOLDER / f"open_{share}_{half}.jsonl" for share in "abcd" for half in ("dev", "test")]
LINES, REFUSED = {"a": 150, "b": 150, "c": 150, "d": 156}, {"a": 30, "b": 30, "c": 30, "d": 36}  # of a file
ON_LABOUR_CODE = [path for path in FILES if not path.stem.startswith("open_c")]
LABOUR_CODE = {lang: f"law/kz/labour_code_{lang}_2026-07-01.jsonl" for lang in ("ru", "kk")}
LONGEST_PROOF = 10  # words


def rows(path: Path) -> list[dict[str, Any]]:
    """The lines of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_group_is_asked_in_three_languages(path: Path) -> None:
    asked = asking.read(path)
    groups = defaultdict(list)
    for one in asked:
        groups[one.same].append(one.lang)
    share = path.stem.split("_")[1]
    assert len(asked) == LINES[share] and all(sorted(langs) == sorted(LANGUAGES) for langs in groups.values())
    assert all(one.refuse != bool(one.required) for one in asked)
    assert sum(one.refuse for one in asked) == REFUSED[share]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_gold_place_exists(path: Path, whole_corpus: Corpus) -> None:
    missing = []
    for row in rows(path):
        for name in (*row["required"], *row["acceptable"]):
            place = ProvisionId.parse(name)
            digest = whole_corpus.by_article.get(str(place.whole_article))
            if digest is None or not digest.has(place.pinpoint):
                missing.append((row["id"], name))
    assert missing == []


def test_no_question_stands_in_both_halves() -> None:
    halves = {
        half: {row["question"] for path in FILES if half in path.stem for row in rows(path)} for half in ("dev", "test")
    }
    assert not halves["dev"] & halves["test"]


@pytest.mark.parametrize("path", ON_LABOUR_CODE, ids=lambda path: path.stem)
def test_the_proof_stands_in_the_article(path: Path, shared: Path) -> None:
    texts = {
        lang: {row["article"]: plain(row["text"]) for row in rows(shared / place)}
        for lang, place in LABOUR_CODE.items()
    }
    absent, tried = [], 0
    for row in rows(path):
        articles = [name.split("/")[1] for name in row["required"] if name.startswith("kz-labour-code/")]
        if not row.get("proof") or len(articles) != len(row["required"]):
            continue
        tried += 1
        held = [texts[lang].get(article, "") for lang in texts for article in articles]
        if len(row["proof"].split()) > LONGEST_PROOF or not any(plain(row["proof"]) in text for text in held):
            absent.append(row["id"])
    assert absent == [] and tried > 80


def plain(text: str) -> str:
    """A text with single spaces."""
    return re.sub(r"\s+", " ", text).strip()
