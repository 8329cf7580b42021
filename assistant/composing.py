"""The composed answer: which points answer, in which order, with what beside them, and their citations.

Every sentence is a digest point shown with its citation, so that nothing is said which no article says. Law goes
before what only recommends; where only policy or foreign law answers, the first sentence says that it is not law here.
It searches nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant import citations, orders, phrases, reckoning, retrieval, verification
from assistant.answers import Answer, Citation, Claim, Passage
from assistant.corpus import Corpus, points_at
from assistant.law import Authority, Digest, ProvisionId
from assistant.retrieval import Found

CLAIMS = 5
CLAIMS_OF_BEST = 4  # points of the best article, where it has more than can be shown whole
SHOWN_WHOLE = 3  # an article with as few points as this is shown whole
CLAIMS_WHEN_NAMED = 12  # points shown when the question names the article itself
NEAR_BEST_POINT = 0.6  # share of the best point's closeness that another point needs
RULE_NEAR = 0.72  # the same for the rule of an exception which was chosen: it is shown too
RULE_FIRST = 0.95  # share of the nearest point of a place that its rule needs to stand before it
NEAR_BEST_ARTICLE = 0.9  # share of the best article's score that another article needs to be part of the answer
SEE_ALSO, NEAR_ENOUGH = 1, 0.84  # how many articles are named beside the answer, and the share that they need

Place = tuple[Digest, int]  # a digest and the number of one of its points


@dataclass(frozen=True)
class Question:
    """A question with everything that decides its answer; `mended`: its typing errors, each with what it means."""

    text: str
    lang: str
    jurisdiction: str
    as_of: date
    earlier: tuple[str, ...] = ()
    mended: tuple[tuple[str, str], ...] = ()


def compose(question: Question, found: Found, corpus: Corpus, named: bool, compared: Sequence[str] = ()) -> Answer:
    """The answer from what was found; `named`: the question names its article; `compared`: the jurisdictions it weighs.

    An answer without claims if no point of the best articles is in force and quoted exactly.
    """
    rows = _one_of_each(found.passages, corpus, question.as_of, compared)
    chosen, beside = (rows, []) if rows else _choose(found.passages, corpus, question.as_of, named)
    chosen = _by_weight([*chosen, *_differing(chosen, corpus)], corpus)
    writer = Writer(question, corpus)
    claims = (*writer.reckoned(), *writer.claims(chosen))
    best = corpus.instruments[chosen[0][0].instrument] if chosen else None
    home = best is not None and best.jurisdiction == question.jurisdiction and best.authority.binding
    return Answer(
        status="answered",
        language=question.lang,
        mode="composed",
        lead=writer.lead(),
        table=bool(rows),
        claims=claims,
        see_also=writer.claims(beside),
        next_steps=writer.claims(next_steps(chosen, corpus, question.as_of)) if home else (),
        notes=writer.notes(),
        citations=tuple(writer.citations),
    )


def nearest(question: Question, found: Found, corpus: Corpus) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    """The nearest point of an international standard, for a question about an instrument that does not exist."""
    writer = Writer(question, corpus)
    for passage in found.passages:
        act = corpus.instruments[passage.provision.instrument]
        if act.jurisdiction == retrieval.SHARED and act.authority is not Authority.POLICY:
            return writer.claims(near_points(passage, corpus, question.as_of)[:1]), tuple(writer.citations)
    return (), ()


def _one_of_each(passages: Sequence[Passage], corpus: Corpus, day: date, compared: Sequence[str]) -> list[Place]:
    """The best point of the best article in each jurisdiction compared; none unless every one of them has one."""
    if len(compared) < 2:
        return []
    best: dict[str, Passage] = {}
    for passage in passages:
        best.setdefault(corpus.instruments[passage.provision.instrument].jurisdiction, passage)
    rows = [place for name in compared if name in best for place in near_points(best[name], corpus, day)[:1]]
    return rows if len(rows) == len(compared) else []


def _by_weight(chosen: list[Place], corpus: Corpus) -> list[Place]:
    """What binds before what does not; otherwise as chosen."""
    return sorted(chosen, key=lambda place: not corpus.instruments[place[0].instrument].authority.binding)


def _differing(chosen: list[Place], corpus: Corpus) -> list[Place]:
    """What the sources say that a chosen point differs from."""
    differing = [place for digest, number in chosen for place in digest.points[number].differs_from]
    return [place for name in differing for place in _places(name, corpus)]


def _places(name: str, corpus: Corpus) -> list[Place]:
    """The points at a place such as `kz-labour-code/160/1/1#2`; none if it is not held."""
    digest = corpus.digest_at(name)
    return [(digest, number) for number in points_at(corpus, name)] if digest else []


def _choose(passages: Sequence[Passage], corpus: Corpus, day: date, named: bool) -> tuple[list[Place], list[Place]]:
    """The points that answer, best article first, and the best points of articles that may matter too."""
    best, *others = passages
    chosen = _of_best(best, corpus, day, named)
    beside: list[Place] = []
    for passage in [] if named else others[: retrieval.WITH_POINTS - 1]:
        near = near_points(passage, corpus, day)[:1]
        if passage.score >= NEAR_BEST_ARTICLE * best.score and len(chosen) < CLAIMS:
            chosen += near
        elif passage.score >= NEAR_ENOUGH * best.score and len(beside) < SEE_ALSO:
            beside += near
    return chosen, beside


def _of_best(passage: Passage, corpus: Corpus, day: date, named: bool) -> list[Place]:
    """The points of the best article: all of a short one or one asked for by number, else the nearest."""
    digest = corpus.by_article[str(passage.provision)]
    holding = [number for number, _ in passage.pinpoints if digest.points[number].holds(day)]
    if named:
        return [(digest, number) for number in sorted(holding[:CLAIMS_WHEN_NAMED])]
    if len(holding) <= SHOWN_WHOLE:
        return [(digest, number) for number in _in_order(holding, dict(passage.pinpoints))]
    near = [number for _, number in near_points(passage, corpus, day)[:CLAIMS_OF_BEST]]
    return [(digest, number) for number in _with_rules(near, passage, digest, holding)]


def _with_rules(near: list[int], passage: Passage, digest: Digest, holding: list[int]) -> list[int]:
    """The near points by place, nearest place first; in a place its rule beside its exceptions, if it is near too."""
    close = dict(passage.pinpoints)
    ordered: list[int] = []
    for place in dict.fromkeys(digest.points[number].at for number in near):
        rule = min(number for number in holding if digest.points[number].at == place)
        chosen = {number for number in near if digest.points[number].at == place}
        if close[rule] >= RULE_NEAR * passage.closeness:
            chosen.add(rule)
        ordered += _in_order(chosen, close)
    return ordered


def _in_order(numbers: Collection[int], close: Mapping[int, float]) -> list[int]:
    """Points in the order of the article, or first the one that answers, where the rule is much less near than it."""
    ordered = sorted(numbers)
    nearest = max(ordered, key=lambda number: close[number], default=None)
    if nearest is None or close[ordered[0]] >= RULE_FIRST * close[nearest]:
        return ordered
    return [nearest, *(number for number in ordered if number != nearest)]


def near_points(passage: Passage, corpus: Corpus, day: date) -> list[Place]:
    """The points of a passage in force that are nearly as close to the question as its best one, best first."""
    digest = corpus.by_article[str(passage.provision)]
    return [
        (digest, number)
        for number, close in passage.pinpoints
        if digest.points[number].holds(day) and close >= NEAR_BEST_POINT * passage.closeness
    ]


def next_steps(chosen: Sequence[Place], corpus: Corpus, day: date) -> list[Place]:
    """The digest points that say where to turn and until when: the first in force at each place of the guidance."""
    step = corpus.guidance.after(str(chosen[0][0].id)) if chosen else None
    found: list[Place] = []
    for name in step.points if step else ():
        found += [(digest, number) for digest, number in _places(name, corpus) if digest.points[number].holds(day)][:1]
    return found


@lru_cache(maxsize=4096)
def _speaks_to_machines(text: str) -> bool:
    """Of points and wordings, which many answers are made of; what people write is remembered nowhere."""
    return orders.speaks_to_machines(text)


class Writer:
    """Writes claims with their citations, and remembers what the notes must say."""

    def __init__(self, question: Question, corpus: Corpus) -> None:
        self.question, self.corpus = question, corpus
        self.citations: list[Citation] = []
        self._said: set[tuple[str, int]] = set()
        self._less_sure: list[str] = []
        self._untranslated: list[str] = []
        self._differ: list[tuple[str, str]] = []

    def claims(self, places: Sequence[Place]) -> tuple[Claim, ...]:
        """The claims of several points, each once, without those whose citation does not hold."""
        return tuple(claim for place in places if self._is_new(*place) and (claim := self.claim(*place)))

    def _is_new(self, digest: Digest, number: int) -> bool:
        key = (str(digest.id), number)
        new = key not in self._said
        self._said.add(key)
        return new

    def claim(self, digest: Digest, number: int) -> Claim | None:
        """One point as a claim, or None if its citation does not hold or it gives machines orders."""
        point, lang = digest.points[number], self.question.lang
        instrument = self.corpus.instruments[digest.instrument]
        pinpoint = tuple(point.at.split("/")) if point.at else ()
        provision = ProvisionId(digest.instrument, digest.article, pinpoint)
        said = point.text[lang]
        pieces = self.corpus.pieces(provision, lang, self.question.as_of)
        quote = "\n".join(piece.text for piece in pieces) or said
        if _speaks_to_machines(f"{said}\n{quote}"):  # no law does: the text at hand was tampered with
            return None
        verdicts = verification.verify(provision, quote, said, self.question.as_of, lang, self.corpus)
        if not verdicts.may_be_shown:
            return None
        label = citations.label(instrument, digest, point.at, lang)
        official, edition = bool(pieces or digest.official), pieces[0].edition if pieces else digest.edition
        weight, url = instrument.authority, instrument.url[lang]
        self.citations.append(Citation(provision, label, weight, quote, official, verdicts, url, edition))
        if digest.official and lang not in digest.official:
            self._untranslated.append(instrument.short[lang])
        if point.sure not in ("A", "A-"):
            self._less_sure.append(label)
        self._differ += [(label, place) for place in point.differs_from]
        return Claim(said, (len(self.citations),))

    def reckoned(self) -> tuple[Claim, ...]:
        """The sum that the question asks for, reckoned from the year's figure and cited to it."""
        lang = self.question.lang
        asked = reckoning.asked(self.question.text, self.corpus, self.question.as_of)
        given = self.claims([(asked.digest, asked.point)]) if asked else ()
        if asked is None or not given:
            return ()
        count, tenge = reckoning.number(asked.count, lang), reckoning.number(asked.tenge, lang)
        said = phrases.say("reckoned", lang, count=count, tenge=tenge)
        return (Claim(f"{said} {given[0].text}", given[0].citations),)

    def lead(self) -> str:
        """The first sentence where nothing cited binds here: what the weightiest source is instead of law."""
        cited = [citation.authority for citation in self.citations]
        if not cited or any(weight.binding for weight in cited):
            return ""
        return phrases.say(f"lead {min(cited)}", self.question.lang)

    def notes(self) -> tuple[str, ...]:
        """What every answer ends with: certainty, edition, and that it is not a lawyer's advice."""
        lang, said = self.question.lang, []
        said += [phrases.say("differs", lang, label=label, other=self._label(place)) for label, place in self._differ]
        said += [phrases.say("less_sure", lang, label=label) for label in self._less_sure]
        said += [phrases.say("untranslated", lang, act=act) for act in dict.fromkeys(self._untranslated)]
        for key in dict.fromkeys(citation.provision.instrument for citation in self.citations):
            instrument = self.corpus.instruments[key]
            if not instrument.authority.binding:
                said.append(f"{instrument.short[lang]}: {phrases.say(f'lead {instrument.authority}', lang)}")
            if instrument.edition:
                day = phrases.day(instrument.edition, lang)
                said.append(phrases.say("edition", lang, act=instrument.short[lang], date=day))
            if instrument.note:
                said.append(instrument.note[lang])
            elif ratified := citations.ratified(instrument, lang):
                said.append(ratified)
            if newer := self.corpus.newer_edition(instrument):
                said.append(phrases.say("newer_edition", lang, date=phrases.day(newer, lang)))
            if instrument.checked_from and instrument.in_force_on(self.question.as_of) is None:
                said.append(phrases.say("older_wording", lang, date=phrases.day(self.question.as_of, lang)))
        return (*said, phrases.say("disclaimer", lang))

    def _label(self, place: str) -> str:
        digest, number = _places(place, self.corpus)[0]
        act = self.corpus.instruments[digest.instrument]
        return citations.label(act, digest, digest.points[number].at, self.question.lang)
