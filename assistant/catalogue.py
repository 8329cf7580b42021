"""Read `corpus/catalogue.toml`: what instruments there are, what each weighs, where its text is published.

It knows nothing of articles. An instrument may stand here before it has digests.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.errors import CorpusError
from assistant.law import Authority, Instrument


class _Texts(BaseModel):
    model_config = ConfigDict(extra="forbid")
    kk: str
    ru: str
    en: str


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
    numbered: Literal["articles", "paragraphs", "chapters", "entries", "themes"] = "articles"
    last_article: int | None = None
    whole: bool = False
    ratified_by: dict[str, str] = {}
    note: _Texts | None = None


def load(path: Path) -> dict[str, Instrument]:
    """All instruments by id; CorpusError names the file and the entry that is wrong."""
    try:
        entries: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise CorpusError(f"{path}: not there") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path}: {error}") from error
    return {key: _instrument(path, key, entry) for key, entry in entries.items()}


def _instrument(path: Path, key: str, entry: Any) -> Instrument:
    try:
        checked = _Entry.model_validate(entry)
    except ValidationError as error:
        first = error.errors()[0]
        raise CorpusError(f"{path}: [{key}] {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    fields = checked.model_dump()
    return Instrument(id=key, **{**fields, "aliases": tuple(checked.aliases), "note": fields["note"] or {}})
