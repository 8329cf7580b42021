"""A user's own file: described, kept, found again, taken out; what lacks is asked for or named."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import ingest
from assistant import adding
from assistant.adding import Details
from assistant.errors import CorpusError, DamagedFile, UsageError
from assistant.law import Authority
from assistant.settings import Settings

TODAY = date(2026, 11, 22)
WORDS = "Коллективный договор завода\n4.2. Ночная смена оплачивается вдвойне.\n"
WHOLE = Details("Коллективный договор завода", "kz", "ru", "agreement of the parties")
OWN = "own-kollektivnyy-dogovor-zavoda"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of an agreement."""
    path = tmp_path / "dogovor.txt"
    path.write_text(WORDS, encoding="utf-8")
    return path


def answers(*replies: str) -> tuple[adding.Ask, list[tuple[str, str]]]:
    """One who answers in turn, and what was asked of them."""
    left, asked = list(replies), []

    def ask(question: str, guess: str) -> str:
        asked.append((question, guess))
        return left.pop(0)

    return ask, asked


def test_an_agreement_is_kept_apart_from_the_law(file: Path, settings: Settings) -> None:
    kept = adding.add(file, WHOLE, settings, TODAY)
    assert (kept.instrument, kept.lang, kept.edition, kept.name) == (OWN, "ru", TODAY, "dogovor.txt")
    own = adding.own_instruments(settings.texts)[OWN]
    assert (own.authority, own.jurisdiction, own.numbered) == (Authority.AGREEMENT, "kz", "clauses")
    assert own.title == dict.fromkeys(("kk", "ru", "en"), "Коллективный договор завода")
    assert not own.authority.binding
    assert list(adding.kept(settings.texts)) == [kept]
    row = json.loads((settings.texts / "documents" / f"{OWN}.ru.2026-11-22.json").read_text(encoding="utf-8"))
    assert (row["text"], row["format"], row["added"]) == (WORDS.strip(), "text", "2026-11-22")
    assert len(row["sha256"]) == 64


def test_a_text_of_an_act_of_the_catalogue(file: Path, settings: Settings) -> None:
    details = Details(lang="ru", instrument="kz-labour-code", edition=date(2026, 7, 1))
    kept = adding.add(file, details, settings, TODAY)
    assert kept.file_name == "kz-labour-code.ru.2026-07-01.json"
    assert adding.own_instruments(settings.texts) == {}


def test_a_later_edition_of_the_same_document(file: Path, settings: Settings) -> None:
    for day in (date(2025, 1, 1), date(2026, 1, 1), date(2024, 1, 1)):
        adding.add(file, _on(day), settings, TODAY)
    assert [kept.edition.year for kept in adding.kept(settings.texts)] == [2024, 2025, 2026]
    assert adding.own_instruments(settings.texts)[OWN].edition == date(2026, 1, 1)


def _on(day: date) -> Details:
    return Details(WHOLE.title, WHOLE.jurisdiction, WHOLE.lang, WHOLE.authority, edition=day)


def test_what_lacks_is_asked_for_with_a_guess(file: Path, settings: Settings) -> None:
    ask, asked = answers("", "", "", "act of the employer", "2026-02-03")
    kept = adding.add(file, Details(), settings, TODAY, ask, "ru")
    guesses = [guess for _, guess in asked]
    assert guesses == ["Коллективный договор завода", "kz", "ru", "agreement of the parties", "2026-11-22"]
    assert all(question.startswith("dogovor.txt: ") for question, _ in asked)
    assert (kept.lang, kept.edition) == ("ru", date(2026, 2, 3))
    assert adding.own_instruments(settings.texts)[OWN].authority is Authority.EMPLOYER


@pytest.mark.parametrize(
    ("details", "named"),
    [
        pytest.param(Details(), "--authority, --jurisdiction, --lang, --title", id="nothing is known"),
        pytest.param(Details(instrument="kz-labour-code"), "--edition, --lang", id="an act needs its edition"),
        pytest.param(Details("А", "kz", "fr", "draft"), "--lang fr", id="a language that is not held"),
        pytest.param(Details("А", "Kazakhstan", "ru", "draft"), "--jurisdiction Kazakhstan", id="no code of a country"),
        pytest.param(Details("А", "kz", "ru", "law"), "--authority law", id="a weight that there is not"),
        pytest.param(Details(instrument="kz-none", lang="ru"), "--instrument kz-none", id="an act that is not held"),
    ],
)
def test_what_lacks_or_is_wrong_is_named(details: Details, named: str, file: Path, settings: Settings) -> None:
    with pytest.raises(UsageError, match=named):
        adding.add(file, details, settings, TODAY)
    assert not (settings.texts / "documents").exists()


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ұжымдық шарт", "uzhymdyq-shart"),
        ("Order No. 5/2", "order-no-5-2"),
        ("Подъезд", "podezd"),
        ("ж" * 99, "zh" * 24),
        ("…", ""),
    ],
)
def test_slugs(title: str, expected: str) -> None:
    assert adding.slug(title) == expected


def test_two_documents_with_one_slug(file: Path, settings: Settings) -> None:
    titles = ("Приказ №5", "Приказ 5", "Приказ №5")
    ids = [adding.add(file, Details(title, "kz", "ru", "draft"), settings, TODAY).instrument for title in titles]
    assert ids == ["own-prikaz-5", "own-prikaz-5-2", "own-prikaz-5"]


def test_a_title_cannot_break_out_of_its_description(file: Path, settings: Settings) -> None:
    title = 'А" }\n[kz-labour-code]\nx = "\\'
    kept = adding.add(file, Details(title, "kz", "ru", "draft"), settings, TODAY)
    assert adding.own_instruments(settings.texts).keys() == {kept.instrument}


def test_taking_out(file: Path, settings: Settings) -> None:
    adding.add(file, WHOLE, settings, TODAY)
    gone = adding.remove(OWN, settings)
    assert gone == (f"{OWN}.ru.2026-11-22.json", f"{OWN}.toml")
    assert (list(adding.kept(settings.texts)), adding.own_instruments(settings.texts)) == ([], {})


@pytest.mark.parametrize("instrument", ["kz-labour-code", "own-none", "../x"])
def test_only_what_is_ones_own_is_taken_out(instrument: str, settings: Settings) -> None:
    with pytest.raises(UsageError):
        adding.remove(instrument, settings)


def test_a_text_that_was_damaged_is_named(settings: Settings) -> None:
    folder = settings.texts / "documents"
    folder.mkdir(parents=True)
    (folder / "own-a.ru.2026-01-01.json").write_text("{", encoding="utf-8")
    with pytest.raises(CorpusError, match="own-a"):
        list(adding.kept(settings.texts))


def test_a_file_that_cannot_be_read_keeps_nothing(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7 broken")
    with pytest.raises(DamagedFile):
        adding.add(path, WHOLE, settings, TODAY)
    assert not settings.texts.exists()


def run(monkeypatch: pytest.MonkeyPatch, settings: Settings, *arguments: str) -> int:
    """The exit code of `ingest.py` with the data of a test."""
    monkeypatch.setenv("ASSISTANT_DATA", str(settings.data))
    return ingest.main([*arguments])


def test_the_commands(
    file: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    known = ("--jurisdiction", "kz", "--lang", "ru", "--authority", "draft", "--title", "Проект")
    assert run(monkeypatch, settings, "add", str(file), *known, "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["instrument"] == "own-proekt"
    assert run(monkeypatch, settings, "remove", "own-proekt") == 0
    assert "own-proekt.toml" in capsys.readouterr().out


def test_the_next_file_is_kept_after_one_that_cannot_be_read(
    file: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    replies: Callable[[str], str] = lambda question: ""  # noqa: E731
    monkeypatch.setattr("builtins.input", replies)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    broken = file.with_name("broken.docx")
    broken.write_bytes(b"PK\x03\x04")
    assert run(monkeypatch, settings, "add", str(broken), str(file), "--messages", "ru") == 1
    said = capsys.readouterr()
    assert "broken.docx" in said.err and "повреждён" in said.err
    assert OWN in said.out


def test_one_title_is_not_for_two_files(file: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, settings, "add", str(file), str(file), "--title", "А") == 2
