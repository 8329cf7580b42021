"""The acts of Kazakhstan at hand, cut whole: as many articles as there are, every place as in the digests, offsets."""

from __future__ import annotations

import json
import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import editions, grammars, provisions
from assistant.documents import Wording
from tests import kz_acts

NEWER = {  # printed in Kazakh as in force since 01.07.2026, in Russian with a footnote that says 01.01.2027
    "101": "paragraph 9 of 291-VIII",
    "146": "part 2 of 291-VIII",
}
PAGES = {"sample_law": 43, "z13088": 41, "current_constitution": 102}
BESIDE_THE_WORDING = {  # articles in which labour_code_kk_2026-07-01.jsonl holds what is a note
    "26": "ruling",
    "52": "ruling",
    "160": "rulings",
    "197": "marker",
    "199": "marker",
    "204": "signature",
}


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("code ru", 221),
        ("code kk", 223),
        ("digital", 106),
        ("social", 272),
        ("data ru", 38),
        ("data kk", 38),
        ("offences", 1068 + 3),  # a simple pattern counts 1,068; 69, 173 and 312 have odd headings
        ("unions", 34),
    ],
)
def test_every_article_is_found_once_and_has_words_or_is_repealed_or_to_come(
    name: str, count: int, shared: Path
) -> None:
    found = kz_acts.wordings(shared, name)
    assert len({wording.article for wording in found}) == len(found) == count
    empty = {wording.article for wording in found if not wording.text and not wording.repealed}
    assert empty == ({"139-1"} if name == "code kk" else set())
    assert all(wording.heading for wording in found)
    assert all(wording.division for wording in found)


@pytest.mark.parametrize("name", kz_acts.TEXTS)
def test_every_offset_gives_its_words_back(name: str, shared: Path) -> None:
    text = kz_acts.document(shared, kz_acts.TEXTS[name][3]).text
    for wording in kz_acts.wordings(shared, name):
        assert text[wording.start : wording.end] == wording.text
        assert all(text[note.start : note.end] == note.text for note in wording.notes)
        for provision in provisions.cut(wording):
            assert text[provision.start : provision.end] == provision.text
            assert not [n for n in wording.notes if n.start < provision.end and provision.start < n.end]


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_the_file_of_articles_gives_its_words_back_too(lang: str, shared: Path) -> None:
    for wording in kz_acts.rows(shared, lang):
        for provision in provisions.cut(wording):
            assert wording.text[provision.start : provision.end] == provision.text


def test_no_note_is_left_in_a_wording(shared: Path) -> None:
    left = re.compile(r"Сноска|Примечание [ИР]|ЗҚАИ|РҚАО|Ескерту\.|исключен\w* Закон|алып тасталды|НАЗАРБАЕВ|ТОКАЕВ")
    for name in kz_acts.TEXTS:
        for wording in kz_acts.wordings(shared, name):
            assert not left.search(provisions.without_notes(wording)), f"{name} {wording.article}"


def _apart(wording: Wording) -> str:
    """The wording without white space and notes, but with the markers of repealed places, as the rows have it."""
    markers = [
        note for note in wording.notes if note.kind == "repealed" and not note.text.startswith(("> ", "Ескерту"))
    ]
    others = tuple(note for note in wording.notes if note not in markers)
    below = [note.text for note in markers if note.start >= wording.end]
    return "".join(" ".join((provisions.without_notes(replace(wording, notes=others)), *below)).split())


def test_the_kazakh_code_equals_the_file_of_its_articles(shared: Path) -> None:
    path = shared / "law" / "kz" / "labour_code_kk_2026-07-01.jsonl"
    rows = {row["article"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    found = {wording.article: wording for wording in kz_acts.wordings(shared, "code kk")}
    assert list(found) == list(rows)
    same = {a: _apart(w) == "".join(rows[a]["text"].replace("*", "").split()) for a, w in found.items()}
    assert {article for article, equal in same.items() if not equal} == BESIDE_THE_WORDING.keys()
    assert {a for a, w in found.items() if w.heading.split() != rows[a]["title"].split()} == set()


def test_two_languages_are_aligned(shared: Path) -> None:
    code = editions.align(kz_acts.wordings(shared, "code kk"), kz_acts.rows(shared, "ru"))
    assert {unlike.article for unlike in code if "" in unlike.only_one + unlike.only_other} == {"139-1"}
    assert {unlike.article for unlike in code} - {"139-1"} == NEWER.keys()
    assert editions.align(kz_acts.wordings(shared, "data kk"), kz_acts.wordings(shared, "data ru")) == ()


def test_from_january_to_july_the_changed_articles_and_no_other_are_named(shared: Path) -> None:
    path = shared / "law" / "kz" / "labour_code_ru_updates_2026.jsonl"
    changed = {json.loads(line)["article"] for line in path.read_text(encoding="utf-8").splitlines()}
    found = editions.diff(kz_acts.wordings(shared, "code ru"), kz_acts.rows(shared, "ru"))
    assert len(changed) == 42
    assert {change.article for change in found} == changed
    assert {change.article: change.kind for change in found if change.kind != "changed"} == {
        "143-2": "added",
        "160": "ruling",
    }


@pytest.mark.parametrize(("page", "count"), PAGES.items())
def test_pages_of_the_portal(page: str, count: int, shared: Path) -> None:
    document = kz_acts.document(shared, f"adilet_html/{page}.html")
    found = provisions.articles(document, "kz-act", "kk", kz_acts.JULY, grammars.by_name("kz"), "kz")
    assert len({wording.article for wording in found}) == len(found) == count
    numbers = [int(wording.article.partition("-")[0]) for wording in found]
    assert all(after - before in (0, 1) for before, after in zip(numbers, numbers[1:], strict=False))
    assert all(wording.text or wording.repealed for wording in found)


def test_what_acts_have_changed_the_code_and_what_is_announced(shared: Path) -> None:
    notes = [note for wording in kz_acts.wordings(shared, "code ru") for note in wording.notes]
    amended = [note for note in notes if note.kind == "amendment"]
    assert len(amended) > 300 and all(note.act and note.adopted for note in amended)
    future = {(note.act, note.since) for note in notes if note.kind == "future"}
    assert {act for act, _ in future} == {
        "15-VIII",
        "188-VII",
        "198-VIII",
        "213-VIII",
        "248-VIII",
        "254-VIII",
        "256-VIII",
    }
    assert {f"{since}" for act, since in future if act in ("15-VIII", "188-VII")} == {"2030-01-01", "2027-01-01"}


def test_the_code_is_cut_within_a_second(shared: Path) -> None:
    document = kz_acts.document(shared, "labour_code_ru.txt")
    started = time.process_time()
    found = provisions.articles(document, "kz-labour-code", "ru", kz_acts.JULY, grammars.by_name("kz"), "kz")
    assert sum(1 for wording in found for _ in provisions.cut(wording)) > 1600
    assert time.process_time() - started < 1
