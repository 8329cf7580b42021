"""Read `corpus/catalogue.toml`: what instruments there are, what each weighs, where its text is published.

It knows nothing of articles. An instrument may stand here before it has digests.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from assistant.documents import Place, Published
from assistant.errors import CorpusError, UsageError
from assistant.law import Authority, Instrument

TextLanguage = Literal["kk", "ru", "en", "uz"]
HTTPS = re.compile(r"https://[^\s/@:]+/\S+")
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class _Texts(BaseModel):
    model_config = ConfigDict(extra="forbid")
    kk: str
    ru: str
    en: str


class _Place(BaseModel):
    model_config = ConfigDict(extra="forbid")
    base: str = ""
    url: str | Annotated[list[str], Field(min_length=1)]
    format: Literal["markdown", "html", "pdf", "docx", "text"]
    publisher: Literal["official", "copy"]
    edition: date | None = None
    sha256: list[Sha256] = []
    fixed: bool = False

    @model_validator(mode="after")
    def _addresses_with_a_checksum_each(self) -> Self:
        if not all(HTTPS.fullmatch(url) for url in self.urls):
            raise ValueError("url: https://host/path, without a user or a port")
        if self.sha256 and len(self.sha256) != len(self.urls):
            raise ValueError("sha256: one for each url, in the same order")
        return self

    @property
    def urls(self) -> tuple[str, ...]:
        return tuple(self.base + url for url in ([self.url] if isinstance(self.url, str) else self.url))


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")
    jurisdiction: str
    authority: Authority
    number: str = ""
    adopted: date | None = None
    in_force: date | None = None
    in_force_by: date | None = None
    edition: date | None = None
    checked_from: date | None = None
    newer_edition: date | None = None
    repealed: date | None = None
    title: _Texts
    short: _Texts
    url: _Texts
    aliases: list[str] = []
    numbered: Literal["articles", "paragraphs", "chapters", "entries", "themes", "clauses"] = "articles"
    last_article: int | None = None
    whole: bool = False
    ratified_by: dict[str, str] = {}
    note: _Texts | None = None
    texts: dict[TextLanguage, list[_Place]] = {}


def load(path: Path) -> dict[str, Instrument]:
    """All instruments by id; CorpusError names the file and the entry that is wrong."""
    return {key: _instrument(key, entry) for key, entry in _entries(path).items()}


def published(path: Path) -> tuple[Published, ...]:
    """Every text that has places in the catalogue, in its order; CorpusError names the file and the wrong entry."""
    return tuple(
        Published(key, lang, entry.url.model_dump().get(lang, entry.url.en), tuple(_place(each) for each in places))
        for key, entry in _entries(path).items()
        for lang, places in entry.texts.items()
    )


def wanted(
    known: Iterable[Published], instruments: Mapping[str, Instrument], ids: Sequence[str], lang: str | None
) -> tuple[Published, ...]:
    """The texts asked for: all with places, those of some instruments, those in one language.

    An instrument that is named and has no such text comes without places. UsageError for an id not in the catalogue.
    """
    unknown = [each for each in ids if each not in instruments]
    if unknown:
        raise UsageError(f"{', '.join(unknown)} (catalogue.toml)")
    found = [each for each in known if each.instrument in (ids or instruments) and each.lang == (lang or each.lang)]
    for absent in dict.fromkeys(each for each in ids if each not in {text.instrument for text in found}):
        page = instruments[absent].url
        found.append(Published(absent, lang or "ru", page.get(lang or "ru", page["en"])))
    return tuple(found)


def _entries(path: Path) -> dict[str, _Entry]:
    try:
        entries: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise CorpusError(f"{path}: not there") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path}: {error}") from error
    return {key: _checked(path, key, entry) for key, entry in entries.items()}


def _checked(path: Path, key: str, entry: Any) -> _Entry:
    try:
        return _Entry.model_validate(entry)
    except ValidationError as error:
        first = error.errors()[0]
        raise CorpusError(f"{path}: [{key}] {'.'.join(map(str, first['loc']))}: {first['msg']}") from error


def _instrument(key: str, entry: _Entry) -> Instrument:
    fields = entry.model_dump(exclude={"texts"})  # a library holds no places: where a text lies changes no answer
    return Instrument(id=key, **{**fields, "aliases": tuple(entry.aliases), "note": fields["note"] or {}})


def _place(entry: _Place) -> Place:
    return Place(entry.urls, entry.format, entry.publisher, entry.edition, tuple(entry.sha256), entry.fixed)
