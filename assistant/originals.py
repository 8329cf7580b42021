"""The folder `data/texts/originals/`: files as their publishers sent them, each with a `.json` that says whence.

A text of several files is put in its place as one: while that is under way, or if it was killed on the way, readers are
not shown it, and the next writer ends it. It fetches nothing, and reads no text in the files.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date
from itertools import groupby
from pathlib import Path

from assistant.documents import Place, Published
from assistant.errors import AssistantError
from assistant.faults import AnotherFetch
from assistant.settings import Settings

ENDINGS = {"markdown": "md", "html": "html", "pdf": "pdf", "docx": "docx", "text": "txt"}
READY = ".ready"  # a list of the files of one text that are all aside, to be put in their place


@dataclass(frozen=True)
class Record:
    """What is kept beside a file: whence, when, and what tells whether the publisher has a newer one."""

    instrument: str
    lang: str
    edition: str  # empty where undated
    number: int  # from 1
    url: str
    fetched: str  # the day, by UTC
    etag: str
    last_modified: str
    sha256: str
    format: str
    publisher: str
    text: tuple[str, ...] = ()  # the checksums of all files of the text, in their order; empty while it is not whole

    @property
    def stem(self) -> str:
        """What the names of all files of the text begin with: `kz-labour-code.ru.2026-07-01.`."""
        return f"{self.instrument}.{self.lang}.{self.edition or 'undated'}."


@dataclass(frozen=True)
class Fetched:
    """What became of one text: its files in their order, none where it was not had, and the faults on the way.

    `new` where any file differs from what was held before. `edition` is None where the publisher does not say.
    """

    instrument: str
    lang: str
    page: str = ""
    files: tuple[Path, ...] = ()
    urls: tuple[str, ...] = ()
    format: str = ""
    publisher: str = ""
    edition: date | None = None
    fetched: date | None = None
    new: bool = False
    faults: tuple[AssistantError, ...] = ()

    @property
    def had(self) -> bool:
        """True where the text is there, fetched now or before."""
        return bool(self.files)


def stored(settings: Settings) -> tuple[Fetched, ...]:
    """Every whole text in the folder, by instrument, language and edition; what is damaged or half is left out."""
    return Originals(settings.texts / "originals").stored()


def name(published: Published, place: Place, number: int) -> str:
    """The name of a file, such as `kz-labour-code.ru.2026-07-01.1.md`; its number counts from 1."""
    edition = place.edition.isoformat() if place.edition else "undated"
    return f"{published.instrument}.{published.lang}.{edition}.{number}.{ENDINGS[place.format]}"


class Originals:
    """The folder, and the one beside it in which files wait until their text is whole."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.aside = folder / ".fetching"

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the folder alone and end what a killed fetch began; AnotherFetch if somebody else holds it."""
        self.aside.mkdir(parents=True, exist_ok=True)
        with (self.folder / ".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise AnotherFetch() from error
            for ready in sorted(self.aside.glob(f"*{READY}")):
                self._place(ready)
            yield

    def record(self, file: str, url: str) -> Record | None:
        """The record of a file at hand that came from `url` and still is what its record says, aside or in place."""
        found = (_record(folder / file) for folder in (self.aside, self.folder))
        return next((each for each in found if each and each.url == url), None)

    def keep(self, file: str, record: Record) -> None:
        """Keep a downloaded part, or the file in place where there is no part, with its record aside."""
        part = self.aside / f"{file}.part"
        if part.exists():
            _sync(part)
            os.replace(part, self.aside / file)
        _write(_beside(self.aside / file), json.dumps(asdict(record), ensure_ascii=False, indent=1))

    def publish(self, records: dict[str, Record]) -> Fetched:
        """Put the files of one text, all kept, in their place as one; other files of the same edition go."""
        text = tuple(record.sha256 for record in records.values())
        before = {file: record.sha256 for file in records if (record := _record(self.folder / file))}
        for file, record in records.items():
            self.keep(file, replace(record, text=text))
        first = next(iter(records.values()))
        ready = self.aside / f"{first.stem}{READY}"
        _write(ready, json.dumps(list(records)))
        self._place(ready)
        for left in self.aside.glob(f"{first.instrument}.{first.lang}.*"):
            left.unlink()
        return replace(self._fetched(records), new=any(before.get(file) != r.sha256 for file, r in records.items()))

    def kept(self, published: Published, place: Place) -> Fetched | None:
        """The text as it was had from a place before; None if it was not, or is not what the catalogue means."""
        files = {name(published, place, number): url for number, url in enumerate(place.urls, 1)}
        records = {file: record for file, url in files.items() if (record := _record(self.folder / file, url))}
        if len(records) != len(files) or not _whole(list(records.values())):
            return None
        if place.sha256 and place.sha256 != next(iter(records.values())).text:
            return None
        return self._fetched(records)

    def stored(self) -> tuple[Fetched, ...]:
        """Every whole text in the folder."""
        files = sorted(path.name.removesuffix(".json") for path in self.folder.glob("*.json"))
        records = [(file, record) for file in files if (record := _record(self.folder / file))]
        records.sort(key=lambda each: (each[1].stem, each[1].number))
        texts = (dict(group) for _, group in groupby(records, key=lambda each: each[1].stem))
        return tuple(self._fetched(text) for text in texts if _whole(list(text.values())))

    def _place(self, ready: Path) -> None:
        files: list[str] = json.loads(ready.read_text(encoding="utf-8"))
        for path in self.folder.glob(f"{ready.name.removesuffix(READY)}*"):
            if path.name.removesuffix(".json") not in files:
                path.unlink()
        for waiting in [self.aside / file for file in files] + [_beside(self.aside / file) for file in files]:
            if waiting.exists():
                os.replace(waiting, self.folder / waiting.name)
        ready.unlink()

    def _fetched(self, records: dict[str, Record]) -> Fetched:
        first = next(iter(records.values()))
        return Fetched(
            first.instrument,
            first.lang,
            files=tuple(self.folder / file for file in records),
            urls=tuple(record.url for record in records.values()),
            format=first.format,
            publisher=first.publisher,
            edition=date.fromisoformat(first.edition) if first.edition else None,
            fetched=max(date.fromisoformat(record.fetched) for record in records.values()),
        )


def _whole(records: list[Record]) -> bool:
    """True for all files of one text and no others."""
    found = tuple(record.sha256 for record in records)
    return all(record.text == found for record in records)


def _record(file: Path, url: str = "") -> Record | None:
    """The record beside a file; None if either is absent, not readable, or the file is not what the record says."""
    try:
        said = json.loads(_beside(file).read_text(encoding="utf-8"))
        record = Record(**{**said, "text": tuple(said["text"])})
        found = hashlib.sha256(file.read_bytes()).hexdigest()
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return None
    return record if found == record.sha256 and url in ("", record.url) else None


def _beside(path: Path) -> Path:
    return path.with_name(path.name + ".json")


def _write(path: Path, text: str) -> None:
    aside = path.with_name(path.name + ".new")
    aside.write_text(text, encoding="utf-8")
    _sync(aside)
    os.replace(aside, path)


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
