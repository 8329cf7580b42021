"""Get official texts from their publishers, each from the first of its places that has it.

Where files go is the affair of `originals`, how one address is fetched that of `downloading`. It reads and cuts no
text: what becomes of one is up to the caller (`then`).
"""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from assistant import pages
from assistant.documents import Place, Published
from assistant.downloading import Came, Downloader, Rules, forget
from assistant.errors import AssistantError, LibraryError, NoSpace, NotWritable
from assistant.faults import ChangedChecksum, FetchFault, NoPlace
from assistant.originals import Fetched, Originals, Record, name
from assistant.settings import Settings

REDIRECT_HOSTS = frozenset({"www.adilet.zan.kz", "www.zan.gov.kz", "www.lex.uz", "www.ilo.org"})
Progress = Callable[[str], Callable[[int, int], None]]


def rules_for(published: Iterable[Published]) -> Rules:
    """The rules of the network for texts of the catalogue: its hosts and those they may redirect to."""
    places = (place for each in published for place in each.places)
    return Rules(REDIRECT_HOSTS | {urlsplit(url).hostname or "" for place in places for url in place.urls})


def fetch(
    published: Iterable[Published],
    settings: Settings,
    rules: Rules,
    progress: Progress,
    then: Callable[[Fetched], None] = lambda fetched: None,
) -> tuple[Fetched, ...]:
    """Get each text from the first of its places that has it, and hand it to `then`; one Fetched for each.

    A fault of a place, or one that `then` raises for its text, is noted and the next place is tried; a text that was
    there before is kept when its place fails. NotWritable or NoSpace if files cannot be kept, AnotherFetch if somebody
    else is fetching into the folder.
    """
    folder = settings.texts / "originals"
    run = _Run(Originals(folder), Downloader(rules), progress, then)
    try:
        with run.originals.alone():
            return tuple(run.text(each) for each in published)
    except OSError as error:
        raise (NoSpace if error.errno == errno.ENOSPC else NotWritable)(str(folder)) from error


@dataclass(frozen=True)
class _Run:
    """One run: where files go, what downloads them, and what becomes of them."""

    originals: Originals
    downloader: Downloader
    progress: Progress
    then: Callable[[Fetched], None]
    day: str = field(default_factory=lambda: datetime.now(UTC).date().isoformat())

    def text(self, published: Published) -> Fetched:
        """One text, from the first place that has it and whose text `then` takes."""
        absent = f"{published.instrument} ({published.lang})"
        faults: list[AssistantError] = [] if published.places else [NoPlace(absent)]
        for place in published.places:
            kept = self.originals.kept(published, place)
            had = kept if place.fixed or place.sha256 else None
            try:
                had = had or self._from(published, place)
            except FetchFault as fault:
                faults.append(fault)
                had = kept
            if had and self._taken(had, faults):
                return replace(had, page=published.page, faults=tuple(faults))
        return Fetched(published.instrument, published.lang, published.page, faults=tuple(faults))

    def _taken(self, had: Fetched, faults: list[AssistantError]) -> bool:
        try:
            self.then(had)
        except LibraryError:  # the disk or the library, not this text
            raise
        except AssistantError as error:
            faults.append(error)
            return False
        return True

    def _from(self, published: Published, place: Place) -> Fetched:
        """All files of a place; its first fault, and then nothing of it is put in place."""
        numbers = range(1, len(place.urls) + 1)
        records = {name(published, place, number): self._file(published, place, number) for number in numbers}
        return self.originals.publish(records)

    def _file(self, published: Published, place: Place, number: int) -> Record:
        """One file, kept aside: as it is at hand if the publisher has no newer one. The fault of what came if not."""
        url, file = place.urls[number - 1], name(published, place, number)
        known = self.originals.record(file, url)
        part = self.originals.aside / f"{file}.part"
        marks = Came(False, known.etag, known.last_modified) if known else None
        came = self.downloader.download(url, part, marks, self.progress(file))
        if known and came.unchanged:
            return replace(known, etag=came.etag, last_modified=came.last_modified)
        data = part.read_bytes()
        found = hashlib.sha256(data).hexdigest()
        try:
            pages.check(data, place.format, url)
            if place.sha256 and found != place.sha256[number - 1]:
                raise ChangedChecksum(f"{url} ({found[:12]}… ≠ {place.sha256[number - 1][:12]}…)")
        except FetchFault:
            forget(part)
            raise
        edition = place.edition.isoformat() if place.edition else ""
        whence = (published.instrument, published.lang, edition, number, url, self.day, came.etag, came.last_modified)
        record = Record(*whence, found, place.format, place.publisher)
        self.originals.keep(file, record)
        return record
