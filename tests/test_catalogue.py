"""The catalogue of instruments: read whole, refused by file and entry, and sound in the repository."""

from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path

import pytest

from assistant import catalogue
from assistant.documents import Place, Published
from assistant.errors import CorpusError, UsageError
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


SUM = "0" * 64
PLACED = """\
[[ilo-c132.texts.en]]
url = "https://a.kz/en"
format = "html"
publisher = "official"
[[ilo-c132.texts.en]]
base = "https://b.kz/"
url = ["1.md", "2.md"]
format = "markdown"
publisher = "copy"
edition = 1970-06-24
sha256 = ["{sum}", "{sum}"]
fixed = true
[[ilo-c132.texts.uz]]
url = "https://a.kz/uz"
format = "pdf"
publisher = "official"
""".replace("{sum}", SUM)


def test_places_of_a_text(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD + PLACED)
    copy = Place(("https://b.kz/1.md", "https://b.kz/2.md"), "markdown", "copy", DAY, (SUM, SUM), True)
    assert catalogue.published(path) == (
        Published("ilo-c132", "en", "https://a/en", (Place(("https://a.kz/en",), "html", "official"), copy)),
        Published("ilo-c132", "uz", "https://a/en", (Place(("https://a.kz/uz",), "pdf", "official"),)),
    )
    assert catalogue.load(path) == {"ilo-c132": EXPECTED}  # a library does not change when a place does


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        pytest.param("https://a.kz/en", "http://a.kz/en", id="not https"),
        pytest.param("https://a.kz/en", "https://aliya@a.kz/en", id="a user"),
        pytest.param("https://a.kz/en", "https://a.kz:8443/en", id="a port"),
        pytest.param('["1.md", "2.md"]', "[]", id="no address"),
        pytest.param('base = "https://b.kz/"', 'base = "https:/"', id="no host"),
        pytest.param(f'"{SUM}", "{SUM}"', f'"{SUM}"', id="one checksum for two files"),
        pytest.param(f'"{SUM}", "{SUM}"', '"0", "0"', id="no checksums"),
        pytest.param('"pdf"', '"exe"', id="a format that is not read"),
        pytest.param('"copy"', '"friend"', id="a publisher of no known kind"),
        pytest.param("texts.uz", "texts.xx", id="a language that is not known"),
        pytest.param("fixed", "frozen", id="an unknown key"),
    ],
)
def test_a_place_that_is_wrong(right: str, wrong: str, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"catalogue\.toml: \[ilo-c132\] texts"):
        catalogue.published(written(tmp_path, GOOD + PLACED.replace(right, wrong)))


def test_the_texts_that_are_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD + PLACED + GOOD.replace("ilo-c132", "ilo-c190"))
    known, instruments = catalogue.published(path), catalogue.load(path)
    english, uzbek = known
    assert catalogue.wanted(known, instruments, [], None) == known
    assert catalogue.wanted(known, instruments, ["ilo-c132"], "uz") == (uzbek,)
    assert catalogue.wanted(known, instruments, [], "ru") == ()
    absent = Published("ilo-c190", "kk", "https://a/kk")
    assert catalogue.wanted(known, instruments, ["ilo-c132", "ilo-c190"], "kk")[1:] == (absent,)
    with pytest.raises(UsageError, match="ilo-c999"):
        catalogue.wanted(known, instruments, ["ilo-c999"], None)


def test_the_main_codes_have_places_in_both_languages_and_an_official_one_among_them() -> None:
    places = {(text.instrument, text.lang): text.places for text in catalogue.published(REAL)}
    for act, lang in itertools.product(("kz-labour-code", "kz-digital-code"), ("kk", "ru")):
        kinds = [place.publisher for place in places[act, lang]]
        assert kinds[0] == "copy" and places[act, lang][0].fixed and "official" in kinds
        assert places[act, lang][0].edition == catalogue.load(REAL)[act].edition
