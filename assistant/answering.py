"""The story of an answer: understand -> retrieve -> refuse or compose -> verify -> Answer.

Without a model the answer is composed of digest points, each shown with its citation, so that nothing is said
which no article says. It neither stores nor logs a question.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant import citations, conversation, language, phrases, refusal, retrieval, verification
from assistant.corpus import Corpus, points_at
from assistant.embedding import Embedder
from assistant.errors import BadQuestion, UnknownJurisdiction
from assistant.law import Answer, Citation, Claim, Digest, Passage, ProvisionId
from assistant.library import Library
from assistant.refusal import Refusal
from assistant.retrieval import Found

LONGEST_QUESTION = 2000  # characters
CLAIMS = 5
CLAIMS_OF_BEST = 4  # points of the best article, where it has more than can be shown whole
SHOWN_WHOLE = 3  # an article with as few points as this is shown whole
CLAIMS_WHEN_NAMED = 12  # points shown when the question names the article itself
NEAR_BEST_POINT = 0.65  # share of the best point's closeness that another point needs
RULE_NEAR = 0.5  # the same for the rule that stands before an exception which was chosen
NEAR_BEST_ARTICLE = 0.8  # share of the best article's score that another article needs to be part of the answer
SEE_ALSO, NEAR_ENOUGH = 1, 0.72  # how many articles are named beside the answer, and the share that they need
MAIN_ACT = {"kz": "kz-labour-code"}

Place = tuple[Digest, int]  # a digest and the number of one of its points


@dataclass(frozen=True)
class Question:
    """A question with everything that decides its answer."""

    text: str
    lang: str
    jurisdiction: str
    as_of: date
    earlier: tuple[str, ...] = ()


def understand(
    text: str, library: Library, as_of: date, lang: str | None, jurisdiction: str, earlier: Sequence[str] = ()
) -> Question | Refusal:
    """A question that can be searched; a Refusal where its language is none of ours.

    BadQuestion if it is empty, longer than 2,000 characters or not text; UnknownJurisdiction.
    """
    text = text.strip()
    if len(text) > LONGEST_QUESTION or "\x00" in text or not re.search(r"[^\W\d_]{2}", text):
        raise BadQuestion()
    if jurisdiction not in library.manifest.counts:
        raise UnknownJurisdiction(jurisdiction)
    found = library.learned.detector.language(text)
    if found is None:
        return Refusal("other_language", library.corpus.scope.say["other_language"])
    leaning = tuple(earlier[-1:]) if conversation.is_follow_up(text, earlier) else ()
    return Question(text, lang or found, jurisdiction, as_of, leaning)


def answer(question: Question, library: Library, embedder: Embedder) -> Answer:
    """The composed answer to a question, or a refusal with its reason; every citation shown is verified."""
    started = time.perf_counter()
    corpus, act = library.corpus, MAIN_ACT[question.jurisdiction]
    refused = refusal.article_missing(question.text, corpus, act)
    named = _names_article(question, corpus, act)
    found = Found(())
    if refused is None:
        found = retrieval.search(
            question.text, question.lang, question.jurisdiction, library, embedder, question.earlier, named
        )
        if not named:
            refused = refusal.out_of_scope(question.text, question.lang, found, corpus, question.as_of)
    searched = time.perf_counter()
    given = refuse(refused, question.lang) if refused else _compose(question, found, corpus, bool(named))
    ended = time.perf_counter()
    timings = {**found.timings_ms, "compose": (ended - searched) * 1000, "total": (ended - started) * 1000}
    return replace(given, passages=found.passages, timings_ms=timings, library=library.id, as_of=question.as_of)


def refuse(refused: Refusal, lang: str) -> Answer:
    """An answer that says why there is none."""
    return Answer("refused", lang, "composed", notes=(refused.say[lang],), reason=refused.reason)


def _names_article(question: Question, corpus: Corpus, act: str) -> list[str]:
    named = [f"{act}/{number}" for number in citations.articles_named(question.text)]
    return [article for article in named if article in corpus.by_article]


def _compose(question: Question, found: Found, corpus: Corpus, named: bool) -> Answer:
    """Claims from the best points, what else may matter, next steps from the guidance, notes."""
    chosen, beside = _choose(found.passages, corpus, question.as_of, named)
    writer = _Writer(question, corpus)
    claims = writer.claims(chosen)
    if not claims:
        return refuse(Refusal("nothing_close", corpus.scope.say["nothing_close"]), question.lang)
    return Answer(
        status="answered",
        language=question.lang,
        mode="composed",
        claims=claims,
        see_also=writer.claims(beside),
        next_steps=writer.claims(_next(chosen, corpus, question.as_of)),
        notes=writer.notes(),
        citations=tuple(writer.citations),
    )


def _choose(passages: Sequence[Passage], corpus: Corpus, day: date, named: bool) -> tuple[list[Place], list[Place]]:
    """The points that answer, best article first, and the best points of articles that may matter too."""
    best, *others = passages
    chosen = _of_best(best, corpus, day, named)
    beside: list[Place] = []
    for passage in [] if named else others[: retrieval.WITH_POINTS - 1]:
        near = _near_points(passage, corpus, day)[:1]
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
        return [(digest, number) for number in sorted(holding)]
    near = [number for _, number in _near_points(passage, corpus, day)[:CLAIMS_OF_BEST]]
    return [(digest, number) for number in _rules_first(near, passage, digest, holding)]


def _rules_first(near: list[int], passage: Passage, digest: Digest, holding: list[int]) -> list[int]:
    """The near points by place, nearest place first; in a place its rule before its exceptions, if it is near too."""
    close = dict(passage.pinpoints)
    ordered: list[int] = []
    for place in dict.fromkeys(digest.points[number].at for number in near):
        rule = min(number for number in holding if digest.points[number].at == place)
        chosen = {number for number in near if digest.points[number].at == place}
        if close[rule] >= RULE_NEAR * passage.closeness:
            chosen.add(rule)
        ordered += sorted(chosen)
    return ordered


def _near_points(passage: Passage, corpus: Corpus, day: date) -> list[Place]:
    digest = corpus.by_article[str(passage.provision)]
    return [
        (digest, number)
        for number, close in passage.pinpoints
        if digest.points[number].holds(day) and close >= NEAR_BEST_POINT * passage.closeness
    ]


def _next(chosen: list[Place], corpus: Corpus, day: date) -> list[Place]:
    """The digest points that say where to turn and until when, without those already shown."""
    step = corpus.guidance.after(str(chosen[0][0].id)) if chosen else None
    found = []
    for place in step.points if step else ():
        digest = corpus.by_article[str(ProvisionId.parse(place.partition("#")[0]).whole_article)]
        numbers = [number for number in points_at(corpus, place) if digest.points[number].holds(day)]
        found += [(digest, number) for number in numbers[:1] if (digest, number) not in chosen]
    return found


class _Writer:
    """Writes claims with their citations, and remembers what the notes must say."""

    def __init__(self, question: Question, corpus: Corpus) -> None:
        self.question, self.corpus = question, corpus
        self.citations: list[Citation] = []
        self._less_sure: list[str] = []

    def claims(self, places: Sequence[Place]) -> tuple[Claim, ...]:
        """The claims of several points, without those whose citation does not hold."""
        return tuple(claim for place in places if (claim := self.claim(*place)))

    def claim(self, digest: Digest, number: int) -> Claim | None:
        """One point as a claim, or None if its citation does not hold."""
        point, lang = digest.points[number], self.question.lang
        instrument = self.corpus.instruments[digest.instrument]
        pinpoint = tuple(point.at.split("/")) if point.at else ()
        provision = ProvisionId(digest.instrument, digest.article, pinpoint)
        said, official = point.text[lang], self.corpus.wording(provision, lang)
        quote = official or said
        verdicts = verification.verify(provision, quote, said, self.question.as_of, lang, self.corpus)
        if not verdicts.may_be_shown:
            return None
        label = citations.label(instrument, digest, point.at, lang)
        weight, url, edition = instrument.authority, instrument.url[lang], digest.edition
        self.citations.append(Citation(provision, label, weight, quote, bool(official), verdicts, url, edition))
        if point.sure not in ("A", "A-"):
            self._less_sure.append(label)
        return Claim(said, (len(self.citations),))

    def notes(self) -> tuple[str, ...]:
        """What every answer ends with: certainty, edition, and that it is not a lawyer's advice."""
        lang, said = self.question.lang, []
        said += [phrases.say("less_sure", lang, label=label) for label in self._less_sure]
        for key in dict.fromkeys(citation.provision.instrument for citation in self.citations):
            instrument = self.corpus.instruments[key]
            day = phrases.day(instrument.edition, lang)
            said.append(phrases.say("edition", lang, act=instrument.short[lang], date=day))
            if instrument.newer_edition:
                said.append(phrases.say("newer_edition", lang, date=phrases.day(instrument.newer_edition, lang)))
            if instrument.in_force_on(self.question.as_of) is None:
                said.append(phrases.say("older_wording", lang, date=phrases.day(self.question.as_of, lang)))
        return (*said, phrases.say("disclaimer", lang))


def language_of_interface(text: str) -> str:
    """A language to say an error in when no library is there to detect it: kk, ru or en, by letters alone."""
    return "en" if not language.CYRILLIC.search(text) else "kk" if re.search("[әғқңөұүһі]", text.lower()) else "ru"
