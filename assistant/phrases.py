"""The sentences that the assistant itself says, from `phrases.yaml`, in Kazakh, Russian and English."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("phrases.yaml")


@lru_cache(maxsize=1)
def phrases() -> dict[str, dict[str, str]]:
    """Every phrase by key and language."""
    found: dict[str, dict[str, str]] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)  # noqa: S506
    return found


def say(key: str, lang: str, **details: str) -> str:
    """One phrase in one language; KeyError if there is none."""
    return phrases()[key][lang].format(**details)


def day(value: date, lang: str) -> str:
    """A date as it is written in the language: 01.07.2026, or 1 July 2026 in English."""
    return f"{value.day} {value:%B %Y}" if lang == "en" else f"{value:%d.%m.%Y}"
