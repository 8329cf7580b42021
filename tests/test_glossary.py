"""The glossary: its terms are distinct and whole, and stand in the official Kazakh and Russian texts it names."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.glossary import folded, says
from tests.conftest import ROOT

LANGUAGES = ("kk", "ru", "en")
KEYS = {"id", "kk", "ru", "en", "where", "stems", "also", "sure"}
ARTICLE = re.compile(r"\d+(?:-\d+)?")
OTHER_ACT = re.compile(r"[a-z][a-z0-9-]*/\d+(?:-\d+)?")
HEADINGS = {"kk": r"^(\d+(?:-\d+)?)-бап\. ", "ru": r"^Статья (\d+(?:-\d+)?)\. "}  # of the personal data law
TERMS: list[dict[str, Any]] = yaml.safe_load((ROOT / "corpus" / "glossary.yaml").read_text(encoding="utf-8"))["terms"]


@lru_cache(maxsize=2)
def official(shared: Path, lang: str) -> dict[str, str]:
    """Official texts by article, as words: of the Labour Code by number, of the personal data law by id."""
    code = shared / "law" / "kz" / f"labour_code_{lang}_2026-07-01.jsonl"
    law = shared / "law" / "kz" / f"personal_data_law_{lang}.txt"
    if not (code.exists() and law.exists()):
        pytest.skip(f"no official texts in {code.parent}")
    found: dict[str, str] = {}
    for row in map(json.loads, code.read_text(encoding="utf-8").splitlines()):
        found[row["article"]] = folded(f"{row['title']} {row['text']}", lang)
    parts = re.split(HEADINGS[lang], law.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for number, text in zip(parts[1::2], parts[2::2], strict=True):
        found.setdefault(f"kz-personal-data-law/{number}", folded(text, lang))
    return found


def test_there_are_enough_terms() -> None:
    assert len(TERMS) >= 150


@pytest.mark.parametrize("key", ["id", *LANGUAGES])
def test_no_entry_is_given_twice(key: str) -> None:
    assert [entry for entry, times in Counter(term[key].lower() for term in TERMS).items() if times > 1] == []


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["id"])
def test_a_term_is_whole(term: dict[str, Any]) -> None:
    assert set(term) - {"loose"} == KEYS
    assert set(term["stems"]) == set(term["also"]) == set(LANGUAGES)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", term["id"])
    assert term["sure"] in {"A", "B"}
    for lang in LANGUAGES:
        assert says(term["stems"][lang], folded(term[lang], lang), lang), f"{lang}: no stem recognises the term itself"
        for stem in (*term["stems"][lang], *term["also"][lang]):
            assert stem and stem == folded(stem, lang), f"{lang}: {stem!r} could never match"


def test_a_bare_article_is_one_of_the_digests() -> None:
    digests = {
        re.sub(r"^0+", "", path.stem) for path in (ROOT / "corpus" / "digests" / "kz-labour-code").glob("*.yaml")
    }
    for term in TERMS:
        if ARTICLE.fullmatch(term["where"]):
            assert term["where"] in digests, term["id"]
        else:
            assert OTHER_ACT.fullmatch(term["where"]), term["id"]


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_stems_occur_in_the_official_text(lang: str, shared: Path) -> None:
    texts = official(shared, lang)
    missing = [t["id"] for t in TERMS if not says(t["stems"][lang], texts.get(t["where"], ""), lang)]
    assert missing == []


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_a_sure_term_stands_there_word_by_word(lang: str, shared: Path) -> None:
    texts = official(shared, lang)
    missing = []
    for term in TERMS:
        without_endings = " ".join(word[: max(3, len(word) - 3)] for word in folded(term[lang], lang).split())
        if term["sure"] == "A" and not says([without_endings], texts.get(term["where"], ""), lang):
            missing.append(term["id"])
    assert missing == []
