"""The whole corpus in one object: instruments, digests, scope, guidance; and the chunks it gives.

Read from `corpus/` when a library is built, and from the library itself when a question is answered, so
that a half-edited corpus is never shown.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from pydantic import TypeAdapter

from assistant import adding, bare, catalogue, clauses, digests, editions, provisions, scope
from assistant import texts as at_hand
from assistant.documents import Provision, Wording
from assistant.errors import CorpusError
from assistant.law import LANGUAGES, Authority, Chunk, Digest, Instrument, ProvisionId, numbers_at
from assistant.scope import Guidance, Scope

WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True)
class Corpus:
    """Everything the repository says about the law."""

    instruments: dict[str, Instrument]
    digests: tuple[Digest, ...]
    scope: Scope
    guidance: Guidance
    wordings: tuple[Wording, ...] = ()
    provisions: tuple[Provision, ...] = ()
    former: tuple[Provision, ...] = ()

    @cached_property
    def official(self) -> dict[tuple[str, str], tuple[Provision, ...]]:
        """Official provisions by article id and language, where texts are at hand, in the editions in use."""
        return _by_article(self.provisions)

    @cached_property
    def _of_other_days(self) -> dict[tuple[str, str], tuple[Provision, ...]]:
        return _by_article((*self.provisions, *self.former))

    @cached_property
    def bare(self) -> tuple[Digest, ...]:
        """The articles of which only the wording is held, each as a digest of its own words."""
        restated = {(digest.instrument, digest.article) for digest in self.digests}
        held: dict[tuple[str, str], list[Wording]] = {}
        for wording in self.wordings:
            if (wording.instrument, wording.article) not in restated:
                held.setdefault((wording.instrument, wording.article), []).append(wording)
        return tuple(
            bare.digest([(w, self.official.get((f"{w.instrument}/{w.article}", w.lang), ())) for w in wordings])
            for wordings in held.values()
        )

    def pieces(self, provision: ProvisionId, lang: str, day: date | None = None) -> tuple[Provision, ...]:
        """The official pieces of a paragraph or subparagraph in a language; none where no text is at hand.

        In the edition in use, or in the latest one at hand that is not later than `day`.
        """
        key = (str(provision.whole_article), lang)
        held = self.official.get(key, ())
        if day is not None and self.former:
            known = [piece for piece in self._of_other_days.get(key, ()) if piece.edition <= day]
            latest = max((piece.edition for piece in known), default=None)
            held = tuple(piece for piece in known if piece.edition == latest)
        return tuple(piece for piece in held if piece.id.pinpoint == provision.pinpoint)

    def wording(self, provision: ProvisionId, lang: str, day: date | None = None) -> str:
        """The official words of a paragraph or subparagraph, as `pieces` gives them; empty where none is at hand."""
        return "\n".join(piece.text for piece in self.pieces(provision, lang, day))

    @cached_property
    def by_article(self) -> dict[str, Digest]:
        """Digests by article id, `kz-labour-code/88`; of an article without one, its wording in that shape."""
        return {str(digest.id): digest for digest in (*self.digests, *self.bare)}

    @cached_property
    def spellings(self) -> dict[str, tuple[str, ...]]:
        """By language: every form of a word that the digests and their questions have, sorted."""
        found: dict[str, set[str]] = {lang: set() for lang in LANGUAGES}
        for digest in self.digests:
            for lang, forms in found.items():
                points = (point.text[lang] for point in digest.points)
                for text in (digest.title[lang], *points, *digest.questions[lang]):
                    forms.update(WORD.findall(clauses.plain(text, lang)))
        return {lang: tuple(sorted(forms)) for lang, forms in found.items()}

    @cached_property
    def jurisdictions(self) -> tuple[str, ...]:
        """The jurisdictions of which something is held, sorted: countries, `eu`, and `int` for standards of all."""
        return tuple(sorted({self.instruments[act].jurisdiction for act in self.held}))

    @cached_property
    def main_acts(self) -> dict[str, str]:
        """By jurisdiction: the act that is meant where none is named, the first of the catalogue that is held."""
        return {act.jurisdiction: act.id for act in reversed(self.instruments.values()) if act.id in self.held}

    def newer_edition(self, instrument: Instrument) -> date | None:
        """A later edition than the digests were checked against, that is known of or at hand; None if there is none."""
        known = [w.edition for w in self.wordings if w.instrument == instrument.id]
        known += [instrument.newer_edition] if instrument.newer_edition else []
        later = [day for day in known if instrument.edition is not None and day > instrument.edition]
        return max(later, default=None)

    @cached_property
    def held(self) -> frozenset[str]:
        """The ids of the instruments of which articles are held."""
        return frozenset(digest.instrument for digest in self.by_article.values())

    def digest_at(self, place: str) -> Digest | None:
        """The digest of a place such as `kz-labour-code/160/1/1` or `kz-labour-code/160/1/1#2`, if it is held."""
        return self.by_article.get(str(ProvisionId.parse(place.partition("#")[0]).whole_article))

    def to_json(self) -> bytes:
        """The corpus as it is kept in a library: the words of provisions once, not again in their wordings."""
        return _ADAPTER.dump_json(replace(self, wordings=tuple(replace(w, text="") for w in self.wordings)))

    @classmethod
    def from_json(cls, data: bytes) -> Corpus:
        """Read what `to_json` wrote."""
        return _ADAPTER.validate_json(data)


_ADAPTER = TypeAdapter(Corpus)


def load(folder: Path, texts: Path | None = None, day: date | None = None) -> Corpus:
    """Read `corpus/`, and the texts at hand where a folder of them is named, in the editions of a day (today).

    CorpusError names file and line of the first fault.

    A digest that no second reader has dated (`reviewed`) is left out: what nobody checked is not shown.
    """
    corpus = Corpus(
        instruments=catalogue.load(folder / "catalogue.toml"),
        digests=tuple(digest for digest in digests.load(folder / "digests") if digest.reviewed),
        scope=scope.load_scope(folder / "scope.yaml"),
        guidance=scope.load_guidance(folder / "guidance.yaml"),
    )
    if texts is not None:
        corpus = replace(corpus, instruments={**corpus.instruments, **adding.own_instruments(texts)})
        corpus = with_wordings(corpus, at_hand.wordings(texts, corpus.instruments), day or date.today())
    for digest in corpus.digests:
        if digest.instrument not in corpus.instruments:
            raise CorpusError(f"{folder / 'digests' / digest.instrument}: not in catalogue.toml")
        for point in digest.points:
            _require_points(corpus, point.differs_from, folder / "digests" / digest.instrument)
    for step in corpus.guidance.steps:
        _require_points(corpus, step.points, folder / "guidance.yaml")
    return corpus


def with_wordings(corpus: Corpus, wordings: tuple[Wording, ...], day: date | None = None) -> Corpus:
    """The corpus with official texts, cut into their provisions.

    Of several editions the one of the day is in use; the others are kept for questions as of another day.
    """
    used = editions.as_of(wordings, day) if day else wordings
    cut = {True: list[Provision](), False: list[Provision]()}
    held = set(map(id, used))
    for wording in wordings:
        cut[id(wording) in held] += provisions.cut(wording)
    return replace(corpus, wordings=used, provisions=tuple(cut[True]), former=tuple(cut[False]))


def _by_article(held: Iterable[Provision]) -> dict[tuple[str, str], tuple[Provision, ...]]:
    found: dict[tuple[str, str], list[Provision]] = {}
    for provision in held:
        found.setdefault((str(provision.id.whole_article), provision.lang), []).append(provision)
    return {key: tuple(pieces) for key, pieces in found.items()}


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
    return numbers_at([point.at for point in digest.points], at, which) if digest else ()


def chunks(corpus: Corpus) -> Iterator[Chunk]:
    """Every chunk of the corpus: points, questions, official texts, and the questions that are out of scope."""
    for digest in corpus.digests:
        yield from _digest_chunks(digest, corpus.instruments[digest.instrument].jurisdiction)
    for digest in corpus.bare:
        yield from _bare_chunks(digest, corpus.instruments[digest.instrument].jurisdiction)
    without = {str(digest.id) for digest in corpus.bare}
    headings = {(f"{w.instrument}/{w.article}", w.lang): w.heading for w in corpus.wordings}
    for (article, lang), held in corpus.official.items():
        jurisdiction = corpus.instruments[article.partition("/")[0]].jurisdiction
        for p in held if article not in without else ():
            yield chunk("text", str(p.id), p.start, lang, p.text, jurisdiction, headings.get((article, lang), ""))
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


def _bare_chunks(digest: Digest, jurisdiction: str) -> Iterator[Chunk]:
    """Its points in the languages of the wording alone, as texts: in other languages they repeat its words."""
    for lang in digest.official:
        for number, point in enumerate(digest.points):
            place, text = f"{digest.id}/{point.at}".rstrip("/"), point.text.get(lang, point.text[LANGUAGES[0]])
            yield chunk("text", place, number, lang, text, jurisdiction, digest.title.get(lang, digest.title["ru"]))


def chunk(kind: str, provision: str, number: int, lang: str, text: str, jurisdiction: str, heading: str = "") -> Chunk:
    """A chunk whose id is made of its content, so that an unchanged one is recognised."""
    content = "\x1f".join((kind, provision, str(number), lang, jurisdiction, heading, text))
    key = hashlib.sha256(content.encode()).hexdigest()[:32]
    return Chunk(key, kind, provision, number, lang, text, jurisdiction, heading)
