"""The loader of digests: a good file gives back what it says, a bad one is refused by file and line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from assistant import digests
from assistant.errors import CorpusError
from assistant.law import Digest, Figure, Point, ProvisionId

GOOD = """\
article: "126-1"
edition: 2026-07-01
numbering: paragraphs
structure: {"1": [], "2": ["1", "4-1"]}
title: {kk: "Атау", ru: "Название", en: "Title"}
points:
  - at: "1"
    kk: " 5 күн. "
    ru: "5 дней."
    en: "5 days."
  - at: "2/4-1"
    kk: "Ереже."
    ru: "Правило."
    en: "Rule."
    since: 2026-06-08
    until: 2027-01-01
    sure: B
    source: "Ruling"
figures:
  - {at: "1", value: 5, unit: working_days, what: answer}
questions:
  kk:
    - "Неше күн?"
    - "Қашан?"
  ru: ["Сколько дней?", "Когда?"]
  en: ["How many days?"]
answers: {kk: "1 -", ru: "1 2/4-1#1", en: "1"}
asked:
  - at: "2/4-1"
    kk: " Болама? "
    ru: "Можно ли?"
    en: "May they?"
see: [kz-labour-code/52, ilo-c158]
reviewed: 2026-11-21
"""
GOOD_DIGEST = Digest(
    instrument="kz-labour-code",
    article="126-1",
    edition=date(2026, 7, 1),
    structure={"1": (), "2": ("1", "4-1")},
    numbering="paragraphs",
    title={"kk": "Атау", "ru": "Название", "en": "Title"},
    points=(
        Point("1", {"kk": "5 күн.", "ru": "5 дней.", "en": "5 days."}),
        Point(
            "2/4-1",
            {"kk": "Ереже.", "ru": "Правило.", "en": "Rule."},
            date(2026, 6, 8),
            date(2027, 1, 1),
            "B",
            "Ruling",
        ),
    ),
    figures=(Figure("1", 5.0, "working_days", "answer"),),
    questions={
        "kk": ("Неше күн?", "Қашан?", "Болама?"),
        "ru": ("Сколько дней?", "Когда?", "Можно ли?"),
        "en": ("How many days?", "May they?"),
    },
    see=("kz-labour-code/52", "ilo-c158"),
    reviewed=date(2026, 11, 21),
    answers={"kk": (0, None, 1), "ru": (0, 1, 1), "en": (0, 1)},
    alike=1,
)


@dataclass(frozen=True)
class Case:
    """A fault put into the good file, the line on which it must be reported, and words of the report."""

    id: str
    old: str
    new: str
    line: int
    says: str


REFUSED = [
    Case("missing language of a point", '    en: "5 days."\n', "", 7, "points.0.en"),
    Case("missing language of the title", ', en: "Title"', "", 5, "title.en"),
    Case("missing language of the questions", '  en: ["How many days?"]\n', "", 22, "questions.en"),
    Case("empty text", '"5 days."', '"  "', 7, "an empty text"),
    Case("unknown key of the file", "see:", "seealso:", 33, "seealso"),
    Case("unknown key of a point", "    sure: B", "    sour: B", 17, "points.1.sour"),
    Case("unknown language", 'en: "Title"', 'en: "Title", de: "Titel"', 5, "title.de"),
    Case("unknown unit", "working_days", "fortnights", 20, "fortnights"),
    Case("unknown certainty", "sure: B", "sure: D", 17, "points.1.sure"),
    Case(
        "a later day without an earlier",
        "    since: 2026-06-08",
        "    since_by: 2026-06-08",
        15,
        "must come after since",
    ),
    Case("a later day that is earlier", "    sure: B", "    until_by: 2026-12-31", 17, "must come after until"),
    Case("unknown numbering", "numbering: paragraphs", "numbering: chapters", 3, "numbering"),
    Case("a number for an article", 'article: "126-1"', "article: 126", 1, "article"),
    Case("a value in words", "value: 5", "value: five", 20, "value"),
    Case("no points", "points:", "pointz:", 1, "points"),
    Case("broken YAML", "figures:", "figures: [", 20, "not YAML"),
    Case("a tab", "figures:", "\tfigures:", 19, "not YAML"),
    Case("pinpoint not in the structure", '- at: "1"', '- at: "3"', 7, "no place '3'"),
    Case("figure's pinpoint not in the structure", '{at: "1"', '{at: "2/2"', 20, "no place '2/2'"),
    Case("question twice", '    - "Қашан?"', '    - "НЕШЕ КҮН? "', 24, "asked twice: 'неше күн?'"),
    Case("a day that does not exist", "2026-07-01", "2026-02-30", 2, "day"),
    Case("a key twice", '    en: "5 days."', '    en: "5 days."\n    en: "9 days."', 11, "the key 'en' stands twice"),
    Case("an empty question", '["How many days?"]', '[""]', 26, "questions.en.0: an empty question"),
    Case("an answer too few", 'kk: "1 -"', 'kk: "1"', 27, "answers.kk: 1 places for 2 questions"),
    Case("an answer where no point is", 'en: "1"}', 'en: "2"}', 27, "no single point at '2'"),
    Case("an answer beyond the points there", "2/4-1#1", "2/4-1#2", 27, "no single point at '2/4-1#2'"),
    Case("an answer that counts no points", "2/4-1#1", "2/4-1#a", 27, "no single point at '2/4-1#a'"),
    Case("a question for no point", 'at: "2/4-1"\n    kk: " Б', 'at: "2"\n    kk: " Б', 29, "no single point at '2'"),
    Case("a question in two languages", '    en: "May they?"\n', "", 29, "asked.0.en"),
    Case("a question in all languages twice", '"Можно ли?"', '"Когда?"', 31, "asked twice: 'когда?'"),
]


def written(folder: Path, text: str, name: str = "126-1.yaml") -> Path:
    """A digest file of the Labour Code."""
    path = folder / "kz-labour-code" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file_gives_back_what_it_says(tmp_path: Path) -> None:
    assert digests.read(written(tmp_path, GOOD)) == GOOD_DIGEST
    assert GOOD_DIGEST.id == ProvisionId("kz-labour-code", "126-1")


def test_the_days_that_two_sources_name(tmp_path: Path) -> None:
    both = "    since: 2026-06-08\n    since_by: 2026-07-01\n    until: 2027-01-01\n    until_by: 2027-02-01"
    text = GOOD.replace("    since: 2026-06-08\n    until: 2027-01-01", both)
    rule = replace(GOOD_DIGEST.points[1], since_by=date(2026, 7, 1), until_by=date(2027, 2, 1))
    assert digests.read(written(tmp_path, text)).points[1] == rule


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.id)
def test_a_bad_file_is_refused_by_file_and_line(case: Case, tmp_path: Path) -> None:
    assert GOOD.count(case.old) >= 1, "the fault is not put in"
    path = written(tmp_path, GOOD.replace(case.old, case.new, 1))
    with pytest.raises(CorpusError) as refused:
        digests.read(path)
    assert refused.value.detail.startswith(f"{path}:{case.line}: ")
    assert case.says in refused.value.detail


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param('- at: "1"', '- at: "3"', "no place '3'", id="pinpoint of a point"),
        pytest.param('{at: "1"', '{at: "2/2"', "no place '2/2'", id="pinpoint of a figure"),
        pytest.param('"Қашан?"', '"НЕШЕ КҮН? "', "asked twice: 'неше күн?'", id="question twice but for capitals"),
    ],
)
def test_a_fault_of_the_whole_file_names_the_file(old: str, new: str, says: str, tmp_path: Path) -> None:
    path = written(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(CorpusError) as refused:
        digests.read(path)
    assert str(path) in refused.value.detail
    assert says in refused.value.detail


@pytest.mark.parametrize("text", ["", "- 1\n", "words\n"], ids=["empty", "a list", "a text"])
def test_not_a_digest_at_all(text: str, tmp_path: Path) -> None:
    path = written(tmp_path, text)
    with pytest.raises(CorpusError) as refused:
        digests.read(path)
    assert refused.value.detail.startswith(f"{path}:1: ")


def test_not_utf8_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    path.write_bytes(GOOD.encode().replace("Атау".encode(), "Атау".encode("cp1251")))
    with pytest.raises(CorpusError) as refused:
        digests.read(path)
    assert refused.value.detail.startswith(f"{path}:5: not UTF-8")


def test_a_repealed_article_may_speak_for_itself(tmp_path: Path) -> None:
    bare = (
        GOOD.replace('at: "1"', 'at: ""')
        .replace('{kk: "1 -", ru: "1 ', '{kk: "#1 -", ru: "#1 ')
        .replace('en: "1"}', 'en: "#1"}')
    )
    with pytest.raises(CorpusError, match="no place ''"):
        digests.read(written(tmp_path, bare))
    found = digests.read(written(tmp_path, bare + "repealed: 2020-01-01\n"))
    assert found.points[0].at == "" and found.answers == GOOD_DIGEST.answers


def test_load_reads_all_folders_in_order(tmp_path: Path) -> None:
    written(tmp_path, GOOD.replace("126-1", "7"), "007.yaml")
    written(tmp_path, GOOD)
    (tmp_path / "uz-labour-code").mkdir()
    (tmp_path / "uz-labour-code" / "126-1.yaml").write_text(GOOD, encoding="utf-8")
    found = [str(digest.id) for digest in digests.load(tmp_path)]
    assert found == ["kz-labour-code/7", "kz-labour-code/126-1", "uz-labour-code/126-1"]


def test_load_refuses_two_files_for_one_article(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    written(tmp_path, GOOD, "127.yaml")
    with pytest.raises(CorpusError, match="article 126-1 has two files"):
        digests.load(tmp_path)


def test_load_stops_at_a_bad_file(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    bad = written(tmp_path, "article: 7\n", "007.yaml")
    with pytest.raises(CorpusError) as refused:
        digests.load(tmp_path)
    assert str(bad) in refused.value.detail
