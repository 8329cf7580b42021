"""Read `corpus/digests/**` into Digests and refuse what is not in the format, naming file and line.

It does not compare a digest with the official text: `digest_check` does.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, field_validator, model_validator
from yaml.constructor import ConstructorError

from assistant.checked_yaml import Loader, line_of
from assistant.errors import CorpusError
from assistant.law import LANGUAGES, Digest, Figure, Point, numbers_at

UNITS = (
    "calendar_days working_days days hours minutes weeks months years age percent times mci "
    "minimum_wages tenge day_of_month clock_hour count grams kilograms average_daily_wages "
    "average_monthly_wages"
).split()
NO_ANSWER = "-"  # of a question that no single point answers

Fault = tuple[tuple[int | str, ...], str]  # the place in the file and the reason


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Texts(_Strict):
    kk: str
    ru: str
    en: str

    @model_validator(mode="after")
    def _all_said(self) -> _Texts:
        if not all(getattr(self, lang).strip() for lang in LANGUAGES):
            raise ValueError("an empty text")
        return self


class _Point(_Texts):
    at: str
    since: date | None = None
    until: date | None = None
    sure: Literal["A", "A-", "B", "C"] = "A"
    source: str = ""
    differs_from: list[str] = []
    since_by: date | None = None
    until_by: date | None = None


class _Figure(_Strict):
    at: str
    value: float | int
    unit: str
    what: str

    @field_validator("unit")
    @classmethod
    def _known(cls, unit: str) -> str:
        if unit not in UNITS:
            raise ValueError(f"unit {unit!r} is none of {', '.join(UNITS)}")
        return unit


class _Questions(_Strict):
    kk: list[str]
    ru: list[str]
    en: list[str]


class _Asked(_Texts):
    at: str


class _File(_Strict):
    article: str
    edition: date
    structure: dict[str, list[str]]
    numbering: Literal["paragraphs", "parts"] = "paragraphs"
    title: _Texts
    points: list[_Point]
    figures: list[_Figure] = []
    questions: _Questions
    answers: _Texts | None = None
    asked: list[_Asked] = []
    see: list[str] = []
    reviewed: date | None = None
    repealed: date | None = None


def load(folder: Path) -> tuple[Digest, ...]:
    """All digests under `corpus/digests`, in the order of their files; CorpusError if one is broken."""
    digests = tuple(read(path) for path in sorted(folder.glob("*/*.yaml")))
    seen: dict[str, str] = {}
    for digest in digests:
        if str(digest.id) in seen:
            raise CorpusError(f"{digest.instrument}: article {digest.article} has two files")
        seen[str(digest.id)] = digest.article
    return digests


def read(path: Path) -> Digest:
    """One digest file; its folder names the instrument. CorpusError names file and line."""
    try:
        text = path.read_text(encoding="utf-8")
        data = yaml.load(text, Loader=Loader)  # noqa: S506 (a safe loader)
        checked = _File.model_validate(data)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise CorpusError(f"{path}:{line}: not UTF-8 text ({error.reason})") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = error.problem if isinstance(error, ConstructorError) else "not YAML"
        raise CorpusError(f"{path}:{mark.line + 1 if mark else 1}: {reason}") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise CorpusError(f"{path}:{line_of(text, first['loc'])}: {_where(first['loc'])}{first['msg']}") from error
    for place, reason in _faults(checked):
        raise CorpusError(f"{path}:{line_of(text, place)}: {_where(place)}{reason}")
    return _digest(path.parent.name, checked)


def _faults(file: _File) -> Iterator[Fault]:
    """What is wrong between the parts of a file: places that the article does not have, questions asked twice."""
    places = {place for p, subs in file.structure.items() for place in (p, *(f"{p}/{s}" for s in subs))}
    named = [(("points", number, "at"), point.at) for number, point in enumerate(file.points)]
    named += [(("figures", number, "at"), figure.at) for number, figure in enumerate(file.figures)]
    for where, at in named:
        if at not in places and not (at == "" and (file.repealed or not file.structure)):
            yield where, f"the article has no place {at!r}"
    for number, point in enumerate(file.points):
        for name, first, last in (("since", point.since, point.since_by), ("until", point.until, point.until_by)):
            if last is not None and (first is None or last <= first):
                yield ("points", number, f"{name}_by"), f"{name}_by must come after {name}"
    yield from _answer_faults(file)
    for lang in LANGUAGES:
        seen: set[str] = set()
        for place, question in _asked(file, lang):
            asked = question.casefold()
            if not asked or asked in seen:
                yield place, f"asked twice: {asked!r}" if asked else "an empty question"
            seen.add(asked)


def _answer_faults(file: _File) -> Iterator[Fault]:
    """Places of answers where no point stands, and languages with more or fewer of them than questions."""
    named: list[Fault] = [(("asked", number, "at"), each.at) for number, each in enumerate(file.asked)]
    for lang in LANGUAGES if file.answers else ():
        places, asked = getattr(file.answers, lang).split(), getattr(file.questions, lang)
        if len(places) != len(asked):
            yield ("answers", lang), f"{len(places)} places for {len(asked)} questions"
        named += [(("answers", lang), place) for place in places]
    for where, place in named:
        if place != NO_ANSWER and _point(place, file) is None:
            yield where, f"no single point at {place!r}"


def _asked(file: _File, lang: str) -> list[tuple[tuple[int | str, ...], str]]:
    """Every question of a language with its place in the file: those of the language, then those asked in all."""
    own: list[str] = getattr(file.questions, lang)
    held: list[tuple[tuple[int | str, ...], str]] = [(("questions", lang, n), q.strip()) for n, q in enumerate(own)]
    return held + [(("asked", n, lang), getattr(each, lang).strip()) for n, each in enumerate(file.asked)]


def _answers(file: _File, lang: str) -> tuple[int | None, ...]:
    """The point that answers each question, in the order of `_asked`."""
    own = getattr(file.answers, lang).split() if file.answers else [NO_ANSWER] * len(getattr(file.questions, lang))
    return tuple(_point(place, file) for place in (*own, *(each.at for each in file.asked)))


def _point(place: str, file: _File) -> int | None:
    """The number of the point at a place («3», «3#2» for the second there); None if there is no single one."""
    at, _, which = place.partition("#")
    held = numbers_at([point.at for point in file.points], at, which)
    return held[0] if len(held) == 1 else None


def _where(place: tuple[int | str, ...]) -> str:
    return ".".join(map(str, place)) + ": " if place else ""


def _texts(said: _Texts) -> dict[str, str]:
    return {lang: str(getattr(said, lang)).strip() for lang in LANGUAGES}


def _digest(instrument: str, file: _File) -> Digest:
    return Digest(
        instrument=instrument,
        article=file.article,
        edition=file.edition,
        structure={paragraph: tuple(subs) for paragraph, subs in file.structure.items()},
        numbering=file.numbering,
        title=_texts(file.title),
        points=tuple(
            Point(p.at, _texts(p), p.since, p.until, p.sure, p.source, tuple(p.differs_from), p.since_by, p.until_by)
            for p in file.points
        ),
        figures=tuple(Figure(f.at, float(f.value), f.unit, f.what) for f in file.figures),
        questions={lang: tuple(question for _, question in _asked(file, lang)) for lang in LANGUAGES},
        see=tuple(file.see),
        reviewed=file.reviewed,
        repealed=file.repealed,
        answers={lang: _answers(file, lang) for lang in LANGUAGES},
        alike=len(file.asked),
    )
