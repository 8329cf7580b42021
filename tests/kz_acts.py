"""The acts of Kazakhstan in ../shared as documents and wordings, read once; sentences of the law stay there."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from assistant import catalogue, grammars, provisions, reading
from assistant.documents import Document, Wording
from assistant.law import Instrument

ROOT = Path(__file__).resolve().parent.parent
JULY = date(2026, 7, 1)
TEXTS = {  # by name: instrument, language, edition, file or folder under law/kz
    "code ru": ("kz-labour-code", "ru", date(2026, 1, 25), "labour_code_ru.txt"),
    "code kk": ("kz-labour-code", "kk", JULY, "labour_code_kk"),
    "digital": ("kz-digital-code", "ru", date(2026, 1, 9), "digital_code_ru.md"),
    "social": ("kz-social-code", "ru", date(2026, 2, 3), "social_code_ru.txt"),
    "data ru": ("kz-personal-data-law", "ru", date(2026, 4, 4), "personal_data_law_ru.txt"),
    "data kk": ("kz-personal-data-law", "kk", date(2026, 4, 4), "personal_data_law_kk.txt"),
    "offences": ("kz-administrative-offences-code", "ru", date(2026, 2, 3), "administrative_offences_code_ru.txt"),
    "unions": ("kz-trade-union-law", "ru", date(2026, 3, 27), "trade_union_law_ru.md"),
}


@cache
def instruments() -> dict[str, Instrument]:
    """The catalogue of the repository."""
    return catalogue.load(ROOT / "corpus" / "catalogue.toml")


@cache
def document(shared: Path, file: str) -> Document:
    """A file under law/kz as the application reads it; of a folder, its sections one after the other."""
    path = shared / "law" / "kz" / file
    if path.is_dir():
        parts = [reading.read(section) for section in sorted(path.glob("*.md"))]
        return Document("\n".join(part.text for part in parts), "markdown")
    return reading.read(path)


@cache
def wordings(shared: Path, name: str) -> tuple[Wording, ...]:
    """The articles of an act of TEXTS."""
    instrument, lang, edition, file = TEXTS[name]
    return provisions.articles(document(shared, file), instrument, lang, edition, grammars.by_name("kz"), "kz")


@cache
def rows(shared: Path, lang: str) -> tuple[Wording, ...]:
    """The Labour Code of July from the file that has its articles apart."""
    path = shared / "law" / "kz" / f"labour_code_{lang}_2026-07-01.jsonl"
    return tuple(provisions.read_file(path, instruments()["kz-labour-code"], lang))
