"""A user's own file: read, described, kept in `data/texts/`; and taken out again.

`documents/<instrument>.<lang>.<edition>.json` holds the text with the checksum and name of the file, `own/<id>.toml`
describes an instrument that the catalogue does not have, in the catalogue's own words. The file itself is not kept.
Nothing is cut into articles or indexed here.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from assistant import catalogue, digests, phrases, reading
from assistant.detection import Detector
from assistant.documents import Document
from assistant.errors import CorpusError, UsageError
from assistant.formats import mending
from assistant.law import LANGUAGES, Authority, Instrument
from assistant.settings import Settings

OWN = "own-"
TEXT_LANGUAGES = (*LANGUAGES, "uz")
JURISDICTION = re.compile(r"[a-z]{2,4}")
LATIN = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі", (
    "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya a g q n o u u h i"
).split(), strict=True))  # fmt: skip
LONGEST_SLUG = 48

Ask = Callable[[str, str], str]
"""Asks the user: a question in words and a guess, which an empty reply takes."""


@dataclass(frozen=True)
class Details:
    """What is known of a file beside its text; what is empty or None is asked for."""

    title: str = ""
    jurisdiction: str = ""
    lang: str = ""
    authority: str = ""
    instrument: str = ""
    edition: date | None = None


@dataclass(frozen=True)
class Kept:
    """A text that is kept: of which instrument, in which language and edition, and from which file it was read."""

    instrument: str
    lang: str
    edition: date
    document: Document
    sha256: str
    name: str
    added: date

    @property
    def file_name(self) -> str:
        """Under which it is kept."""
        return f"{self.instrument}.{self.lang}.{self.edition.isoformat()}.json"


def add(
    path: Path, details: Details, settings: Settings, today: date, ask: Ask | None = None, lang: str = "en"
) -> Kept:
    """Read a file and keep its text; what `details` lack is asked for, in the language of the interface.

    UsageError where something lacks and nobody can be asked, or is wrong; ReadingError where the file cannot be read.
    """
    known = catalogue.load(settings.corpus / "catalogue.toml")
    own = own_instruments(settings.texts)
    if details.instrument and details.instrument not in known | own:
        raise UsageError(f"{path.name}: --instrument {details.instrument} (catalogue.toml)")
    try:
        data = path.read_bytes() if path.stat().st_size <= reading.LIMITS.file_bytes else path
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    document = reading.read(data, path.name)
    whole = _Asking(path.name, document, settings, ask, lang).complete(
        details, today, (known | own).get(details.instrument)
    )
    instrument = details.instrument or _own_id(whole.title, own)
    checksum = hashlib.sha256(data).hexdigest() if isinstance(data, bytes) else ""
    assert whole.edition is not None
    if instrument not in known:
        _describe(instrument, whole, own.get(instrument), settings.texts)
    return keep(Kept(instrument, whole.lang, whole.edition, document, checksum, path.name, today), settings)


def keep(text: Kept, settings: Settings) -> Kept:
    """Keep a text under its name, in the place of a former one of the same day."""
    row = {**asdict(text.document), "sha256": text.sha256, "name": text.name, "added": text.added.isoformat()}
    _write(settings.texts / "documents" / text.file_name, json.dumps(row, ensure_ascii=False))
    return text


def remove(instrument: str, settings: Settings) -> tuple[str, ...]:
    """Take out an own document: its description and all its texts; the names of the files that are gone.

    UsageError for an instrument of the catalogue, or one that is not held.
    """
    described = settings.texts / "own" / f"{instrument}.toml"
    if instrument not in own_instruments(settings.texts):
        raise UsageError(f"{instrument} ({OWN}…)")
    texts = [
        settings.texts / "documents" / each.file_name for each in kept(settings.texts) if each.instrument == instrument
    ]
    for path in (*texts, described):
        path.unlink(missing_ok=True)
    return tuple(path.name for path in (*texts, described))


def own_instruments(texts: Path) -> dict[str, Instrument]:
    """The user's own instruments by id; CorpusError names a description that is wrong."""
    found: dict[str, Instrument] = {}
    for path in sorted((texts / "own").glob("*.toml")):
        found |= catalogue.load(path)
    return found


def kept(texts: Path) -> Iterator[Kept]:
    """Every text that is kept, sorted by instrument, language and edition; CorpusError names a file that is wrong."""
    for path in sorted((texts / "documents").glob("*.json")):
        try:
            instrument, lang, edition = path.stem.rsplit(".", 2)
            row = json.loads(path.read_text(encoding="utf-8"))
            document = Document(row["text"], row["format"], row["title"], tuple(row["pages"]))
            day, added = date.fromisoformat(edition), date.fromisoformat(row["added"])
            yield Kept(instrument, lang, day, document, row["sha256"], row["name"], added)
        except (ValueError, KeyError, TypeError) as error:
            raise CorpusError(f"{path}: {error}") from error


@dataclass(frozen=True)
class _Asking:
    """Completes the details of one file."""

    name: str
    document: Document
    settings: Settings
    ask: Ask | None
    lang: str

    def complete(self, details: Details, today: date, act: Instrument | None) -> Details:
        """All details, given, taken from the instrument or asked for; UsageError names those that lack or are wrong."""
        lacking = [f"--{field}" for field in ("lang",) if not getattr(details, field)]
        lacking += ["--edition"] if act is not None and not act.id.startswith(OWN) and details.edition is None else []
        if act is None:
            lacking += [f"--{field}" for field in ("title", "jurisdiction", "authority") if not getattr(details, field)]
        if lacking and self.ask is None:
            raise UsageError(f"{self.name}: {', '.join(sorted(lacking))}")
        title = act.title["en"] if act else self._of(details.title, "ask_title", self._title)
        jurisdiction = act.jurisdiction if act else self._of(details.jurisdiction, "ask_jurisdiction", lambda: "kz")
        language = self._of(details.lang, "ask_language", self._language)
        authority = (
            str(act.authority)
            if act
            else self._of(details.authority, "ask_authority", lambda: str(Authority.AGREEMENT))
        )
        edition = details.edition
        if edition is None:
            said = self._of("", "ask_edition", today.isoformat) if self.ask is not None else today.isoformat()
            edition = _day(said, self.name)
        whole = Details(title, jurisdiction, language, authority, details.instrument, edition)
        return self._checked(whole)

    def _of(self, given: str, question: str, guess: Callable[[], str]) -> str:
        if given or self.ask is None:
            return mending.line(given)
        choices = ", ".join(Authority) if question == "ask_authority" else ", ".join(TEXT_LANGUAGES)
        asked, guessed = phrases.say(question, self.lang, file=self.name, choices=choices), guess()
        return mending.line(self.ask(asked, guessed)) or guessed

    def _checked(self, whole: Details) -> Details:
        wrong = [] if whole.title else ["--title"]
        wrong += [] if JURISDICTION.fullmatch(whole.jurisdiction) else [f"--jurisdiction {whole.jurisdiction}"]
        wrong += [] if whole.lang in TEXT_LANGUAGES else [f"--lang {whole.lang}"]
        wrong += [] if whole.authority in list(Authority) else [f"--authority {whole.authority}"]
        if wrong:
            raise UsageError(f"{self.name}: {', '.join(wrong)}")
        return whole

    def _title(self) -> str:
        first = next((line for line in self.document.text.split("\n") if line), "")
        return self.document.title or first[:120]

    def _language(self) -> str:
        """The likeliest language by the questions of all digests; "" where the text fits none."""
        held = digests.load(self.settings.corpus / "digests")
        detector = Detector.learn(
            (lang, asked) for each in held for lang in LANGUAGES for asked in each.questions[lang]
        )
        return detector.language(self.document.text[:5000]) or ""


def _day(said: str, name: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError as error:
        raise UsageError(f"{name}: --edition {said} (2026-07-01)") from error


def slug(title: str) -> str:
    """A title as it may stand in an id: Latin letters, digits and dashes.

    >>> slug("Коллективный договор АО «Шахта» на 2026 г.")
    'kollektivnyy-dogovor-ao-shakhta-na-2026-g'
    """
    latin = "".join(LATIN.get(letter, letter) for letter in title.lower())
    return re.sub("[^a-z0-9]+", "-", re.sub(r"(?<=\w)-(?=\w)", "", latin))[:LONGEST_SLUG].strip("-")


def _own_id(title: str, own: dict[str, Instrument]) -> str:
    """The id of the own instrument of that title, or a new one."""
    for name, instrument in own.items():
        if instrument.title["en"] == title:
            return name
    wanted = f"{OWN}{slug(title) or hashlib.sha256(title.encode()).hexdigest()[:8]}"
    free = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, len(own) + 2))
    return next(name for name in free if name not in own)


def _describe(instrument: str, whole: Details, before: Instrument | None, texts: Path) -> None:
    """Write the description of an own instrument; its edition is the latest that is kept."""
    edition = max(day for day in (whole.edition, before.edition if before else None) if day is not None)
    named = before.title["en"] if before else whole.title
    three = ", ".join(f"{lang} = {json.dumps(named, ensure_ascii=False)}" for lang in LANGUAGES)
    nowhere = ", ".join(f'{lang} = ""' for lang in LANGUAGES)
    _write(
        texts / "own" / f"{instrument}.toml",
        f"[{instrument}]\njurisdiction = {json.dumps(whole.jurisdiction)}\nauthority = {json.dumps(whole.authority)}\n"
        f'edition = {edition.isoformat()}\nnumbered = "clauses"\ntitle = {{ {three} }}\nshort = {{ {three} }}\n'
        f"url = {{ {nowhere} }}\n",
    )


def _write(path: Path, said: str) -> None:
    """Write aside, flush to the disk, rename: a reader sees the former file or the whole new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    with aside.open("w", encoding="utf-8") as file:
        file.write(said)
        file.flush()
        os.fsync(file.fileno())
    os.replace(aside, path)
