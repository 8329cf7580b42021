"""The whole corpus in one object: instruments, digests, scope, guidance; and the chunks it gives.

Read from `corpus/` when a library is built, and from the library itself when a question is answered, so
that a half-edited corpus is never shown.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from pydantic import TypeAdapter

from assistant import catalogue, digests, provisions, scope
from assistant.errors import CorpusError
from assistant.law import LANGUAGES, Authority, Chunk, Digest, Instrument, Provision, ProvisionId, Wording
from assistant.scope import Guidance, Scope


@dataclass(frozen=True)
class Corpus:
    """Everything the repository says about the law."""

    instruments: dict[str, Instrument]
    digests: tuple[Digest, ...]
    scope: Scope
    guidance: Guidance
    wordings: tuple[Wording, ...] = ()

    @cached_property
    def official(self) -> dict[tuple[str, str], tuple[Provision, ...]]:
        """Official provisions by article id and language, where texts are at hand."""
        return {(f"{w.instrument}/{w.article}", w.lang): tuple(provisions.cut(w)) for w in self.wordings}

    def wording(self, provision: ProvisionId, lang: str) -> str:
        """The official wording of a paragraph or subparagraph in a language; empty where none is at hand."""
        held = self.official.get((str(provision.whole_article), lang), ())
        return "\n".join(found.text for found in held if found.id.pinpoint == provision.pinpoint)

    @cached_property
    def by_article(self) -> dict[str, Digest]:
        """Digests by article id, `kz-labour-code/88`."""
        return {str(digest.id): digest for digest in self.digests}

    @cached_property
    def jurisdictions(self) -> tuple[str, ...]:
        """The jurisdictions of which there are digests, sorted: countries, `eu`, and `int` for standards of all."""
        return tuple(sorted({self.instruments[digest.instrument].jurisdiction for digest in self.digests}))

    @cached_property
    def main_acts(self) -> dict[str, str]:
        """By jurisdiction: the act that is meant where none is named, the first of the catalogue with digests."""
        return {act.jurisdiction: act.id for act in reversed(self.instruments.values()) if act.id in self.held}

    @cached_property
    def held(self) -> frozenset[str]:
        """The ids of the instruments that have digests."""
        return frozenset(digest.instrument for digest in self.digests)

    def digest_at(self, place: str) -> Digest | None:
        """The digest of a place such as `kz-labour-code/160/1/1` or `kz-labour-code/160/1/1#2`, if it is held."""
        return self.by_article.get(str(ProvisionId.parse(place.partition("#")[0]).whole_article))

    def to_json(self) -> bytes:
        """The corpus as it is kept in a library."""
        return _ADAPTER.dump_json(self)

    @classmethod
    def from_json(cls, data: bytes) -> Corpus:
        """Read what `to_json` wrote."""
        return _ADAPTER.validate_json(data)


_ADAPTER = TypeAdapter(Corpus)


def load(folder: Path, texts: Path | None = None) -> Corpus:
    """Read `corpus/`, and official texts where there are any; CorpusError names file and line of the first fault.

    A digest that no second reader has dated (`reviewed`) is left out: what nobody checked is not shown.
    """
    corpus = Corpus(
        instruments=catalogue.load(folder / "catalogue.toml"),
        digests=tuple(digest for digest in digests.load(folder / "digests") if digest.reviewed),
        scope=scope.load_scope(folder / "scope.yaml"),
        guidance=scope.load_guidance(folder / "guidance.yaml"),
    )
    if texts is not None:
        corpus = replace(corpus, wordings=provisions.read(texts, corpus.instruments))
    for digest in corpus.digests:
        if digest.instrument not in corpus.instruments:
            raise CorpusError(f"{folder / 'digests' / digest.instrument}: not in catalogue.toml")
        for point in digest.points:
            _require_points(corpus, point.differs_from, folder / "digests" / digest.instrument)
    for step in corpus.guidance.steps:
        _require_points(corpus, step.points, folder / "guidance.yaml")
    return corpus


def _require_points(corpus: Corpus, places: tuple[str, ...], path: Path) -> None:
    for place in places:
        try:
            held = points_at(corpus, place)
        except ValueError as error:
            raise CorpusError(f"{path}: {error}") from error
        if not held:
            raise CorpusError(f"{path}: no digest point {place}")


def points_at(corpus: Corpus, place: str) -> tuple[int, ...]:
    """The numbers of the points of a digest at a place such as `kz-labour-code/160/1/1`, or one of them (`…#2`)."""
    name, _, which = place.partition("#")
    digest, at = corpus.digest_at(place), "/".join(ProvisionId.parse(name).pinpoint)
    held = tuple(i for i, point in enumerate(digest.points) if point.at == at) if digest else ()
    return held[int(which) - 1 : int(which)] if which else held


def chunks(corpus: Corpus) -> Iterator[Chunk]:
    """Every chunk of the corpus: points, questions, official texts, and the questions that are out of scope."""
    for digest in corpus.digests:
        yield from _digest_chunks(digest, corpus.instruments[digest.instrument].jurisdiction)
    for provision in (provision for held in corpus.official.values() for provision in held):
        jurisdiction = corpus.instruments[provision.id.instrument].jurisdiction
        yield chunk("text", str(provision.id), provision.start, provision.lang, provision.text, jurisdiction)
    for jurisdiction, act in corpus.main_acts.items():
        if corpus.instruments[act].authority is not Authority.LAW:
            continue  # what is not ours to answer is decided once, beside the law of the country
        for kind in corpus.scope.kinds:
            for lang in LANGUAGES:
                for number, question in enumerate(kind.questions[lang]):
                    yield chunk("scope", f"scope/{kind.id}", number, lang, question, jurisdiction)


def _digest_chunks(digest: Digest, jurisdiction: str) -> Iterator[Chunk]:
    for lang in LANGUAGES:
        for number, point in enumerate(digest.points):
            place = f"{digest.id}/{point.at}".rstrip("/")
            yield chunk("point", place, number, lang, point.text[lang], jurisdiction, digest.title[lang])
        for number, question in enumerate(digest.questions[lang]):
            yield chunk("question", str(digest.id), number, lang, question, jurisdiction)


def chunk(kind: str, provision: str, number: int, lang: str, text: str, jurisdiction: str, heading: str = "") -> Chunk:
    """A chunk whose id is made of its content, so that an unchanged one is recognised."""
    content = "\x1f".join((kind, provision, str(number), lang, jurisdiction, heading, text))
    key = hashlib.sha256(content.encode()).hexdigest()[:32]
    return Chunk(key, kind, provision, number, lang, text, jurisdiction, heading)
