"""Fetching from places in their order, against a real local publisher; the command with its table and exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

import ingest
from assistant import fetching
from assistant.documents import Place, Published
from assistant.downloading import Rules
from assistant.errors import CorpusError, NotWritable
from assistant.originals import Fetched
from assistant.settings import Settings
from tests import law_pages
from tests.publisher import NAMES, Page, Publisher, broken_off, drip, publishing, redirect, status, text

RAW = "https://raw.githubusercontent.com/kazakhstan-law/codes/0123abc/rus"
SECTIONS = [law_pages.markdown(number) for number in (1, 2, 3)]
EDITION = date(2026, 7, 1)
COPY = Place(tuple(f"{RAW}/sec00{n}.md" for n in (1, 2, 3)), "markdown", "copy", EDITION, fixed=True)
OLD_LAYOUT = Place(("https://old.adilet.zan.kz/rus/docs/K1500000414",), "html", "official")
PORTAL = Place(("https://adilet.zan.kz/rus/docs/K1500000414",), "html", "official")
PAGE = "https://adilet.zan.kz/rus/docs/K1500000414"


@pytest.fixture(scope="module")
def running() -> Iterator[Publisher]:
    """A publisher for the whole file."""
    with publishing() as found:
        yield found


@pytest.fixture
def publisher(running: Publisher) -> Publisher:
    """The repository with three sections, the portal with its old layout and its script shell."""
    running.pages.clear()
    running.asked.clear()
    for url, section in zip(COPY.urls, SECTIONS, strict=True):
        running.put(url, text(section, f'"{url[-9:]}"'))
    running.put(OLD_LAYOUT.urls[0], text(law_pages.adilet(), '"v1"'))
    running.put(PORTAL.urls[0], text(law_pages.SHELL))
    return running


@pytest.fixture
def rules(publisher: Publisher) -> Rules:
    """No pause, this machine only."""
    here = Rules(frozenset(NAMES), publisher.port, lambda host, port: ("127.0.0.1",), lambda a: a == "127.0.0.1")
    return replace(here, trust=lambda: publisher.trust, connect=10.0, read=10.0, total=30.0, pause=0.0, largest=100_000)


Get = Callable[..., Fetched]


@pytest.fixture
def get(rules: Rules, tmp_path: Path) -> Get:
    """Fetch one text from these places."""

    def run(*places: Place, then: Callable[[Fetched], None] = lambda fetched: None, total: float = 30.0) -> Fetched:
        published, limited = Published("kz-labour-code", "ru", PAGE, places), replace(rules, total=total)
        return fetching.fetch([published], Settings(data=tmp_path), limited, lambda file: lambda done, of: None, then)[
            0
        ]

    return run


def names(fetched: Fetched) -> list[str]:
    """The faults on the way."""
    return [type(fault).__name__ for fault in fetched.faults]


def test_a_text_in_several_files(get: Get, publisher: Publisher, tmp_path: Path) -> None:
    had = get(COPY, PORTAL)
    assert had.new and names(had) == [] and (had.edition, had.publisher, had.page) == (EDITION, "copy", PAGE)
    assert [path.read_bytes() for path in had.files] == SECTIONS
    said = json.loads((tmp_path / "texts/originals/kz-labour-code.ru.2026-07-01.2.md.json").read_text())
    assert {key: said[key] for key in ("url", "etag", "format", "edition", "sha256", "last_modified")} == {
        "url": COPY.urls[1],
        "etag": '"sec002.md"',
        "format": "markdown",
        "edition": "2026-07-01",
        "sha256": sha256(SECTIONS[1]).hexdigest(),
        "last_modified": "",
    }


@pytest.mark.parametrize(
    ("place", "requests"),
    [
        pytest.param(COPY, 0, id="a commit cannot change: not asked"),
        pytest.param(replace(COPY, fixed=False), 3, id="asked whether there is a newer one"),
        pytest.param(
            replace(COPY, fixed=False, sha256=tuple(sha256(s).hexdigest() for s in SECTIONS)), 0, id="checked"
        ),
        pytest.param(OLD_LAYOUT, 1, id="a page"),
    ],
)
def test_nothing_is_fetched_twice(place: Place, requests: int, get: Get, publisher: Publisher) -> None:
    first = get(place)
    publisher.asked.clear()
    assert get(place) == replace(first, new=False)
    assert len(publisher.asked) == requests
    assert all(asked.headers["If-None-Match"] for asked in publisher.asked)


def test_the_same_bytes_without_a_mark_are_not_new(get: Get, publisher: Publisher) -> None:
    publisher.put(OLD_LAYOUT.urls[0], text(law_pages.adilet()))
    assert [get(OLD_LAYOUT).new, get(OLD_LAYOUT).new] == [True, False]


def test_a_newer_text_takes_the_place_of_the_old_one(get: Get, publisher: Publisher) -> None:
    get(OLD_LAYOUT)
    newer = law_pages.adilet({9: law_pages.WORDS * 40})
    publisher.put(OLD_LAYOUT.urls[0], text(newer, '"v2"'))
    had = get(OLD_LAYOUT)
    assert had.new and had.files[0].read_bytes() == newer


MISBEHAVES = {
    "page without text": (text(law_pages.SHELL), "PageWithoutText"),
    "login page": (text(law_pages.LOGIN), "LoginPage"),
    "redirect to a login": (redirect("/login"), "LoginPage"),
    "404": (status(404), "NotFound"),
    "503": (status(503), "UnexpectedAnswer"),
    "half a file": (broken_off(law_pages.adilet(), 900, times=9), "Truncated"),
    "half a page, whole by its length": (text(law_pages.adilet()[:-300]), "Truncated"),
    "a PDF": (text(law_pages.PDF + b"</html>"), "PageWithoutText"),
    "too large": (text(b"x" * 100_001), "TooLarge"),
    "drip": (drip(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"), "TimedOut"),
    "redirect to the cloud": (redirect("https://169.254.169.254/latest"), "HostNotAllowed"),
    "redirect to http": (redirect("http://adilet.zan.kz/rus"), "HostNotAllowed"),
}


@pytest.mark.parametrize(("page", "fault"), MISBEHAVES.values(), ids=MISBEHAVES.keys())
def test_a_fault_is_named_and_the_next_place_tried(page: Page, fault: str, get: Get, publisher: Publisher) -> None:
    publisher.put(PORTAL.urls[0], page)
    had = get(PORTAL, OLD_LAYOUT, total=2.0 if fault == "TimedOut" else 30.0)
    assert names(had) == [fault] and had.urls == OLD_LAYOUT.urls
    assert had.files[0].read_bytes() == law_pages.adilet()


@pytest.mark.parametrize(("page", "fault"), MISBEHAVES.values(), ids=MISBEHAVES.keys())
def test_what_was_there_is_kept(page: Page, fault: str, get: Get, publisher: Publisher, tmp_path: Path) -> None:
    before = get(OLD_LAYOUT)
    publisher.put(OLD_LAYOUT.urls[0], page)
    had = get(OLD_LAYOUT, PORTAL, total=2.0 if fault == "TimedOut" else 30.0)
    assert names(had) == [fault] and had.had and not had.new and had.files == before.files
    assert had.files[0].read_bytes() == law_pages.adilet()


def test_a_changed_checksum(get: Get, tmp_path: Path) -> None:
    other = replace(COPY, sha256=tuple("0" * 64 for _ in COPY.urls))
    assert names(get(other)) == ["ChangedChecksum"]
    assert not list(tmp_path.glob("texts/originals/**/*.m*"))
    had = get(other, OLD_LAYOUT)
    assert names(had) == ["ChangedChecksum"] and had.urls == OLD_LAYOUT.urls


def test_one_missing_section_is_no_text_and_the_others_are_not_fetched_again(get: Get, publisher: Publisher) -> None:
    publisher.put(COPY.urls[2], status(404))
    assert not get(COPY).had
    publisher.put(COPY.urls[2], text(SECTIONS[2]))
    publisher.asked.clear()
    assert get(COPY).new and len(publisher.asked) == 3
    assert ["If-None-Match" in asked.headers for asked in publisher.asked] == [True, True, False]


def test_no_place(get: Get) -> None:
    assert names(get()) == ["NoPlace"]


def test_every_text_is_handed_on_and_one_that_is_refused_is_taken_elsewhere(get: Get) -> None:
    seen: list[Fetched] = []

    def refuse_the_copy(fetched: Fetched) -> None:
        seen.append(fetched)
        if fetched.publisher == "copy":
            raise CorpusError("no article in it")

    had = get(COPY, OLD_LAYOUT, then=refuse_the_copy)
    assert [each.publisher for each in seen] == ["copy", "official"] and names(had) == ["CorpusError"]
    assert had.publisher == "official" and get(COPY, then=seen.append).had and not seen[-1].new


@pytest.mark.parametrize("fault", [NotWritable("data"), KeyError("a fault of ours")], ids=["the disk", "a bug"])
def test_other_faults_stop_the_run(fault: Exception, get: Get) -> None:
    def fail(fetched: Fetched) -> None:
        raise fault

    with pytest.raises(type(fault)):
        get(COPY, OLD_LAYOUT, then=fail)


def test_a_folder_that_cannot_be_written(get: Get, tmp_path: Path) -> None:
    (tmp_path / "texts").write_text("a file")
    with pytest.raises(NotWritable):
        get(COPY)


CATALOGUE = f"""\
[kz-labour-code]
jurisdiction = "kz"
authority = "law in force"
title = {{ kk = "Бақ", ru = "Сад", en = "Garden" }}
short = {{ kk = "Бақ", ru = "Сад", en = "Garden" }}
url = {{ kk = "{PAGE}", ru = "{PAGE}", en = "{PAGE}" }}
[[kz-labour-code.texts.ru]]
url = "{PORTAL.urls[0]}"
format = "html"
publisher = "official"
[[kz-labour-code.texts.ru]]
url = {json.dumps(COPY.urls)}
format = "markdown"
publisher = "copy"
edition = 2026-07-01
[[kz-labour-code.texts.kk]]
url = "https://adilet.zan.kz/kaz/docs/K1500000414"
format = "html"
publisher = "official"
"""


@pytest.fixture
def run(
    rules: Rules, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """The command, with a catalogue and rules of the test."""
    (tmp_path / "catalogue.toml").write_text(CATALOGUE, encoding="utf-8")
    monkeypatch.setenv("ASSISTANT_CORPUS", str(tmp_path))
    monkeypatch.setenv("ASSISTANT_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(fetching, "rules_for", lambda published: rules)

    def command(*arguments: str) -> tuple[int, str, str]:
        code = ingest.main(["fetch", *arguments])
        return code, *capsys.readouterr()

    return command


def test_the_command_says_what_was_had_and_what_not(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _ = run("--messages", "ru")
    assert code == 1 and "получено" in out and "PageWithoutText" in out and "2026-07-01" in out
    assert (
        "NotFound" in out and f"({PAGE})" in out and "python ingest.py add FILE" in out and "Текстов: 2, есть: 1" in out
    )
    assert run("kz-labour-code", "--lang", "ru")[0] == 0


def test_the_command_in_json(run: Callable[..., tuple[int, str, str]], tmp_path: Path) -> None:
    code, out, _ = run("--lang", "ru", "--json")
    said = json.loads(out)
    assert (code, said["asked"], said["had"]) == (0, 1, 1)
    assert [fault["fault"] for fault in said["texts"][0]["faults"]] == ["PageWithoutText"]
    assert all(Path(file).exists() for file in said["texts"][0]["files"]) and said["texts"][0]["new"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        pytest.param(["kz-garden"], 2, "kz-garden", id="an instrument that the catalogue does not know"),
        pytest.param(["kz-labour-code", "--lang", "uz"], 1, "NoPlace", id="no text in that language"),
    ],
)
def test_what_cannot_be_had(
    arguments: list[str], code: int, said: str, run: Callable[..., tuple[int, str, str]]
) -> None:
    found, out, err = run(*arguments)
    assert found == code and said in out + err
