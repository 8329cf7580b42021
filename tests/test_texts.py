"""Texts at hand: kept by `add` and `fetch`, cut by the grammar of their act, in the edition of the day, then cited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant import adding, answering, building, corpus, library, texts
from assistant.adding import Details
from assistant.corpus import Corpus
from assistant.errors import CorpusError
from assistant.law import Authority, ProvisionId
from assistant.originals import Fetched
from assistant.settings import Settings
from tests.conftest import FakeEmbedder

DAY = date(2026, 11, 21)
AGREEMENT = """Коллективный договор ТОО «Ромашка»

4. Отдых

4.1. Работник кормит офисного кота по очереди.

4.2. За кормление кота дают один отгул в квартал.
"""
LAW = "Статья 88. Коты\n1. Кот отдыхает {days} дней.\n2. Кот спит.\nСтатья 89. Миски\nМиска полна."


def add(settings: Settings, tmp_path: Path, text: str, details: Details) -> adding.Kept:
    """Add a text file with all details given."""
    path = tmp_path / "file.txt"
    path.write_text(text, encoding="utf-8")
    return adding.add(path, details, settings, DAY)


@pytest.fixture
def agreement(settings: Settings, tmp_path: Path) -> str:
    """The id of a collective agreement that a user added."""
    details = Details(
        "Коллективный договор ТОО «Ромашка»", "kz", "ru", str(Authority.AGREEMENT), edition=date(2026, 1, 1)
    )
    return add(settings, tmp_path, AGREEMENT, details).instrument


def loaded(settings: Settings, day: date = DAY) -> Corpus:
    """The repository's corpus with the texts of a data folder."""
    return corpus.load(settings.corpus, settings.texts, day)


def test_an_agreement_is_cut_into_clauses_and_kept_apart_from_the_law(settings: Settings, agreement: str) -> None:
    held = loaded(settings)
    assert held.instruments[agreement].authority is Authority.AGREEMENT
    assert f"{agreement}/4.2" in held.by_article
    assert held.main_acts["kz"] == "kz-labour-code"


def test_its_clause_is_cited_by_number_and_said_to_be_no_law(
    settings: Settings, agreement: str, few: Corpus, build: Callable[..., building.Built]
) -> None:
    held = loaded(settings)
    own = tuple(wording for wording in held.wordings if wording.instrument == agreement)
    part = replace(few, instruments=held.instruments)
    build(corpus.with_wordings(part, own))
    asked = answering.Question("За кормление кота дают отгул в квартал?", "ru", "kz", DAY)
    given = answering.answer(asked, library.current(settings), FakeEmbedder())
    cited = [c for c in given.citations if c.provision.instrument == agreement]
    assert cited and cited[0].authority is Authority.AGREEMENT and "п. 4.2" in " ".join(c.label for c in cited)
    assert any("один отгул" in claim.text for claim in given.claims)


def test_an_edition_is_in_use_from_its_day(settings: Settings, tmp_path: Path) -> None:
    for edition, days in ((date(2026, 1, 1), "два"), (date(2026, 7, 1), "три"), (date(2027, 1, 1), "пять")):
        details = Details(lang="ru", instrument="kz-labour-code", edition=edition)
        add(settings, tmp_path, LAW.format(days=days), details)
    for day, days in ((DAY, "три"), (date(2026, 3, 1), "два"), (date(2027, 2, 1), "пять")):
        held = loaded(settings, day)
        (piece,) = [p for p in held.official["kz-labour-code/88", "ru"] if p.id.pinpoint == ("1",)]
        assert piece.text == f"1. Кот отдыхает {days} дней."


def test_a_text_without_articles_is_named(settings: Settings, tmp_path: Path) -> None:
    details = Details(lang="ru", instrument="kz-labour-code", edition=date(2026, 7, 1))
    add(settings, tmp_path, "Просто письмо без единого заголовка.", details)
    with pytest.raises(CorpusError, match="kz-labour-code"):
        loaded(settings)


def test_what_was_fetched_in_several_files_is_one_text(settings: Settings, tmp_path: Path) -> None:
    parts = []
    for number, part in enumerate(LAW.format(days="три").split("Статья 89"), 1):
        path = tmp_path / f"{number}.md"
        path.write_text(part if number == 1 else f"Статья 89{part}", encoding="utf-8")
        parts.append(path)
    fetched = Fetched(
        "kz-labour-code", "ru", files=tuple(parts), urls=("https://adilet.zan.kz/x",), format="markdown",
        edition=date(2026, 7, 1),
    )  # fmt: skip
    instruments = corpus.load(settings.corpus).instruments
    texts.take(fetched, instruments, settings, DAY)
    held = loaded(settings)
    assert {w.article for w in held.wordings} == {"88", "89"}
    (kept,) = adding.kept(settings.texts)
    assert kept.name == "https://adilet.zan.kz/x" and len(kept.sha256) == 64
    for wording in held.wordings:
        assert kept.document.text[wording.start : wording.end].startswith(wording.text[:5])


@pytest.mark.parametrize(
    ("asked", "days", "edition"),
    [
        pytest.param(DAY, "три", date(2026, 7, 1), id="today: the edition in use"),
        pytest.param(date(2026, 3, 1), "два", date(2026, 1, 1), id="before the change: the former one"),
        pytest.param(date(2025, 3, 1), "", None, id="before all that are at hand: no wording"),
    ],
)
def test_a_question_as_of_a_day_is_quoted_from_the_edition_of_that_day(
    asked: date, days: str, edition: date | None, settings: Settings, tmp_path: Path
) -> None:
    for day, said in ((date(2026, 1, 1), "два"), (date(2026, 7, 1), "три")):
        add(settings, tmp_path, LAW.format(days=said), Details(lang="ru", instrument="kz-labour-code", edition=day))
    held = corpus.Corpus.from_json(loaded(settings).to_json())
    place = ProvisionId("kz-labour-code", "88", ("1",))
    assert held.wording(place, "ru", asked) == (f"1. Кот отдыхает {days} дней." if days else "")
    assert {piece.edition for piece in held.pieces(place, "ru", asked)} == ({edition} if edition else set())
    assert held.wording(place, "ru") == "1. Кот отдыхает три дней."
