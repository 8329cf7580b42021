"""The story of an answer: understand -> retrieve -> refuse or compose -> verify -> Answer.

Without a model the answer is composed of digest points, each shown with its citation, so that nothing is said
which no article says. It neither stores nor logs a question.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant import acts, citations, composing, conversation, drafting, language, latin, mending, refusal, retrieval
from assistant.answers import Answer, Watch
from assistant.composing import Question
from assistant.corpus import Corpus
from assistant.embedding import Embedder
from assistant.errors import BadQuestion, UnknownJurisdiction
from assistant.library import Library
from assistant.llm import Endpoint
from assistant.refusal import Refusal
from assistant.retrieval import Found, Named

LONGEST_QUESTION = 2000  # characters
NO_SUCH_ACT = "no_such_act"


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
    found = _language(text, library)
    if found is None:
        return Refusal("other_language", library.corpus.scope.say["other_language"])
    text, errors = _meant(text, found, library)
    earlier = [_meant(each, _language(each, library), library)[0] for each in earlier[-1:]]
    leaning = tuple(earlier) if conversation.is_follow_up(text, earlier) else ()
    if found == "kk":  # as it is read: with its letters
        errors = {typed: library.learned.speller.restore(meant) for typed, meant in errors.items()}
    return Question(text, lang or found, jurisdiction, as_of, leaning, tuple(errors.items()))


def _language(text: str, library: Library) -> str | None:
    """The language of a question; a Kazakh one full of typing errors looks like none of ours until mended."""
    detector = library.learned.detector
    return detector.language(text) or detector.language(library.learned.mender.mend(text, "kk"))


def _meant(text: str, lang: str | None, library: Library) -> tuple[str, dict[str, str]]:
    """A question without its typing errors, and these; in Kazakh or Russian typed in Latin letters, in its own."""
    if lang is None:
        return text, {}
    if lang in latin.CYRILLIC and latin.mostly(text):
        return library.written[lang].restore(latin.to_cyrillic(text, lang)), {}
    errors = library.learned.mender.errors(text, lang)
    return mending.mended(text, errors), errors


def answer(
    question: Question,
    library: Library,
    embedder: Embedder,
    endpoint: Endpoint | None = None,
    watch: Watch | None = None,
) -> Answer:
    """The answer to a question, or a refusal with its reason; every citation shown is verified.

    Composed, or worded by the model of an endpoint as far as its words hold; `watch` is told how far that is.
    """
    started = time.perf_counter()
    corpus = library.corpus
    refused = refusal.by_name(question.text, corpus, corpus.main_acts[question.jurisdiction])
    found = Found(())
    if refused is None or refused.reason == NO_SUCH_ACT:
        named = _named(question, corpus)
        standards = refused is not None and retrieval.SHARED in corpus.jurisdictions
        where = retrieval.SHARED if standards else question.jurisdiction
        text = _without_unknown(question.text, corpus) if refused else question.text
        found = retrieval.search(text, question.lang, where, library, embedder, question.earlier, named)
        if refused is None and not named.articles:
            refused = refusal.out_of_scope(
                question.text, question.lang, found, corpus, question.as_of, question.earlier
            )
    searched = time.perf_counter()
    given = _refused(refused, question, found, corpus) if refused else _composed(question, found, corpus, named)
    if endpoint is not None and endpoint.settings.endpoint and given.status == "answered" and not given.table:
        given = drafting.draft(question, found, corpus, given, endpoint, watch)
    ended = time.perf_counter()
    timings = {**found.timings_ms, "compose": (ended - searched) * 1000, "total": (ended - started) * 1000}
    return replace(
        given,
        passages=found.passages,
        timings_ms=timings,
        library=library.id,
        as_of=question.as_of,
        mended=question.mended,
    )


def _without_unknown(text: str, corpus: Corpus) -> str:
    """A question without the names of instruments that do not exist, so that its subject is searched."""
    for act in reversed(acts.named(text, corpus.instruments)):
        if act.id not in corpus.instruments:
            text = f"{text[: act.start]} {text[act.end :]}"
    return text


def _refused(refused: Refusal, question: Question, found: Found, corpus: Corpus) -> Answer:
    given = refuse(refused, question.lang)
    if refused.reason != NO_SUCH_ACT:
        return given
    near, cited = composing.nearest(question, found, corpus)
    return replace(given, see_also=near, citations=cited)


def _composed(question: Question, found: Found, corpus: Corpus, named: Named) -> Answer:
    compared = [question.jurisdiction, *sorted(named.countries & set(corpus.jurisdictions) - {question.jurisdiction})]
    given = composing.compose(question, found, corpus, bool(named.articles), compared)
    if given.claims:
        return given
    return refuse(Refusal("nothing_close", corpus.scope.say["nothing_close"]), question.lang)


def refuse(refused: Refusal, lang: str) -> Answer:
    """An answer that says why there is none."""
    return Answer("refused", lang, "composed", notes=(refused.say[lang],), reason=refused.reason)


def _named(question: Question, corpus: Corpus) -> Named:
    """The articles, acts and countries that a question names, of those that are held."""
    main = corpus.main_acts[question.jurisdiction]
    mentioned = acts.named(question.text, corpus.instruments)
    places = citations.places_named(question.text, mentioned)
    articles = [f"{place.act.id if place.act else main}/{place.article}" for place in places]
    return Named(
        articles=tuple(article for article in articles if article in corpus.by_article),
        acts=frozenset(act.id for act in mentioned if act.id in corpus.instruments),
        countries=frozenset(refusal.countries_named(question.text, corpus.scope)),
        compared=refusal.names_own_country(question.text, corpus.scope),
    )


def language_of_interface(text: str) -> str:
    """A language to say an error in when no library is there to detect it: kk, ru or en, by letters alone."""
    return "en" if not language.CYRILLIC.search(text) else "kk" if re.search("[әғқңөұүһі]", text.lower()) else "ru"
