"""The catalogue of instruments: read whole, refused by file and entry, and sound in the repository."""

from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path

import pytest

from assistant import catalogue
from assistant.errors import CorpusError
from assistant.law import LANGUAGES, Authority, Instrument

REAL = Path(__file__).resolve().parent.parent / "corpus" / "catalogue.toml"
GOOD = """\
[ilo-c132]
jurisdiction = "int"
authority = "convention not ratified"
number = "C132"
adopted = 1970-06-24
in_force = 1973-06-30
edition = 1970-06-24
checked_from = 1970-06-24
newer_edition = 2026-01-01
repealed = 2030-01-01
title = { kk = "Демалыс", ru = "Отпуска", en = "Holidays" }
short = { kk = "К132", ru = "К132", en = "C132" }
url = { kk = "https://a/kk", ru = "https://a/ru", en = "https://a/en" }
aliases = ["C132", "К132"]
"""
DAY = date(1970, 6, 24)
EXPECTED = Instrument(
    id="ilo-c132",
    jurisdiction="int",
    authority=Authority.NOT_RATIFIED,
    title={"kk": "Демалыс", "ru": "Отпуска", "en": "Holidays"},
    short={"kk": "К132", "ru": "К132", "en": "C132"},
    url={"kk": "https://a/kk", "ru": "https://a/ru", "en": "https://a/en"},
    adopted=DAY,
    in_force=date(1973, 6, 30),
    edition=DAY,
    number="C132",
    checked_from=DAY,
    repealed=date(2030, 1, 1),
    newer_edition=date(2026, 1, 1),
    aliases=("C132", "К132"),
)


def written(folder: Path, text: str) -> Path:
    """A catalogue file."""
    path = folder / "catalogue.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def real() -> dict[str, Instrument]:
    """The catalogue of the repository."""
    return catalogue.load(REAL)


def test_a_good_entry_gives_back_what_it_says(tmp_path: Path) -> None:
    assert catalogue.load(written(tmp_path, GOOD)) == {"ilo-c132": EXPECTED}


@pytest.mark.parametrize("key", ["number", "checked_from", "newer_edition", "repealed", "aliases"])
def test_what_may_be_left_out(key: str, tmp_path: Path) -> None:
    text = "".join(line for line in GOOD.splitlines(keepends=True) if not line.startswith(key))
    found = catalogue.load(written(tmp_path, text))["ilo-c132"]
    assert not getattr(found, key)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param('jurisdiction = "int"\n', "", "[ilo-c132] jurisdiction", id="missing key"),
        pytest.param("number =", "nummer =", "[ilo-c132] nummer", id="unknown key"),
        pytest.param("convention not ratified", "soft law", "[ilo-c132] authority", id="unknown authority"),
        pytest.param(', en = "Holidays"', "", "[ilo-c132] title.en", id="missing language"),
        pytest.param('en = "C132" }', 'en = "C132", de = "K" }', "[ilo-c132] short.de", id="unknown language"),
        pytest.param("adopted = 1970-06-24", 'adopted = "June"', "[ilo-c132] adopted", id="not a day"),
        pytest.param('aliases = ["C132", "К132"]', "aliases = 132", "[ilo-c132] aliases", id="aliases not a list"),
        pytest.param("[ilo-c132]", "[ilo-c132", "line 1", id="broken TOML"),
        pytest.param("adopted = 1970-06-24", "adopted = 1970-06-31", "line 5", id="a day that does not exist"),
        pytest.param("[ilo-c132]", "note = 1\n[ilo-c132]", "[note]", id="a key outside every entry"),
    ],
)
def test_a_bad_entry_is_refused_by_file_and_place(old: str, new: str, says: str, tmp_path: Path) -> None:
    assert old in GOOD
    path = written(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(CorpusError) as refused:
        catalogue.load(path)
    assert refused.value.detail.startswith(f"{path}: ")
    assert says in refused.value.detail


def test_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"catalogue\.toml: not there"):
        catalogue.load(tmp_path / "catalogue.toml")


def test_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.toml"
    path.write_bytes(GOOD.encode("cp1251", errors="replace"))
    with pytest.raises(CorpusError, match="catalogue.toml"):
        catalogue.load(path)


def test_the_real_catalogue_is_said_in_three_languages(real: dict[str, Instrument]) -> None:
    for act in real.values():
        for texts in (act.title, act.short, act.url):
            assert tuple(texts) == LANGUAGES
            assert all(text.strip() for text in texts.values()), act.id


def test_the_links_of_the_real_catalogue_are_secure_pages(real: dict[str, Instrument]) -> None:
    assert all(url.startswith("https://") for act in real.values() for url in act.url.values())


def test_the_dates_of_the_real_catalogue_follow_each_other(real: dict[str, Instrument]) -> None:
    for act in real.values():
        rows = [
            (act.adopted, act.in_force, act.in_force_by),
            (act.adopted, act.in_force, act.checked_from),
            (act.adopted, act.checked_from, act.edition, act.newer_edition),
        ]
        for row in rows:
            days = [day for day in row if day]
            assert days == sorted(days), act.id


def test_no_two_acts_share_an_alias(real: dict[str, Instrument]) -> None:
    for one, other in itertools.combinations(real.values(), 2):
        assert not {*map(str.casefold, one.aliases)} & {*map(str.casefold, other.aliases)}, (one.id, other.id)


def test_the_labour_code_is_law_in_force(real: dict[str, Instrument]) -> None:
    code = real["kz-labour-code"]
    assert (code.authority, code.jurisdiction, code.number) == (Authority.LAW, "kz", "414-V")
    assert code.in_force_on(date(2026, 7, 1)) is True
