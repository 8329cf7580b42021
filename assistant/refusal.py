"""When not to answer: another branch of law, another country, an article that does not exist, nothing close.

Refusal rests on what is missing, not on a score alone: kinds of questions out of scope compete with the articles.
Lay wording scores low and is not refused for it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from assistant import citations, language
from assistant.acts import CIVIL, LAST_ILO, Named, exists, named
from assistant.citations import Place
from assistant.corpus import Corpus
from assistant.law import LANGUAGES, Instrument, Texts
from assistant.parts import parts
from assistant.retrieval import SCOPE, Found
from assistant.scope import Scope

MARGIN = {"kk": -0.025, "ru": -0.04, "en": -0.06}  # by how much a kind must beat the best article, from dev
NAMED = 0.5  # what a word that speaks for a kind adds: «придумай», "predict"
OF_WORK = 0.08  # what a word of work adds to the best article: "my boss fired me by text" is near to nothing we hold
DESPITE_WORK = ("invent", "other_country")  # it adds nothing against: a false order, a job abroad have such words
UNSEEN = 0.3  # what such a kind has at least, where none of its examples was found
FOREIGN_LAW, PREDICTION = "scope/foreign_labour_law", "scope/prediction"
ADJECTIVE_REACH = 2  # words between an adjective and its law, the law included
YEAR = re.compile(r"\b20\d\d\b")
BESIDE = 2  # words: «закону труда РФ», "law of Turkey"
SHORT = 3  # letters: a stem as short as this is a whole word
CLAUSE = re.compile(r"[.,;:?!()]")
LEAST_SCORE = {"kk": 0.4, "ru": 0.4, "en": 0.46}  # below this no article answers; two of 1,146 dev questions lie below


@dataclass(frozen=True)
class Refusal:
    """Why there is no answer, and the sentence for the asker in three languages."""

    reason: str
    say: Texts


def by_name(question: str, corpus: Corpus, main: str) -> Refusal | None:
    """A refusal if the question asks for another country's law, or names an act or article that is not there."""
    acts = named(question, corpus.instruments)
    held = corpus.held
    home = corpus.instruments[main].jurisdiction
    abroad = any(act.id in held and corpus.instruments[act.id].jurisdiction != home for act in acts)
    if not abroad and foreign_law(question, corpus.scope, corpus.jurisdictions):
        return _other_country(question, corpus)
    for act in acts:
        if act.id in corpus.instruments and act.id not in held:
            return _text_not_held(corpus.instruments[act.id], corpus.scope)
        if act.id and act.id not in held:
            return _number_not_held(act, corpus)
        if not act.id and not CIVIL.match(language.fold(act.text)) and not any(other.id for other in acts):
            return Refusal("not_held", _filled(corpus.scope.say["not_held"], detail=act.text))
    for place in citations.places_named(question, acts):
        if refused := _place_missing(place, corpus, main):
            return refused
    return None


def _other_country(question: str, corpus: Corpus) -> Refusal:
    """A refusal with the official page of the country's labour code, where the catalogue knows it."""
    named_here = countries_named(question, corpus.scope)
    pages = [act for act in corpus.instruments.values() if act.jurisdiction in named_here]
    say = corpus.scope.say["other_country"]
    said = {lang: " ".join([say[lang], *(f"{act.title[lang]}: {act.url[lang]}" for act in pages)]) for lang in say}
    return Refusal("other_country", said)


def _text_not_held(instrument: Instrument, scope: Scope) -> Refusal:
    detail = {lang: f"{instrument.title[lang]}: {instrument.url[lang]}" for lang in LANGUAGES}
    said = _filled(scope.say["text_not_held"], detail=detail)
    return Refusal("text_not_held", {lang: f"{said[lang]} {instrument.note.get(lang, '')}".strip() for lang in said})


def _number_not_held(act: Named, corpus: Corpus) -> Refusal:
    """An ILO number that is not in the catalogue: it may exist, or lies beyond the last one adopted."""
    if exists(act, corpus.instruments) is not False:
        return Refusal("not_held", _filled(corpus.scope.say["not_held"], detail=act.text))
    last = str(LAST_ILO[act.id.removeprefix("ilo-")[0]])
    return Refusal("no_such_act", _filled(corpus.scope.say["no_such_act"], detail=act.text, last=last))


def _place_missing(place: Place, corpus: Corpus, main: str) -> Refusal | None:
    say, act = corpus.scope.say, place.act
    if act is not None and not act.id:
        return Refusal("not_held", _filled(say["not_held"], detail=f"{place.article}, {act.text}"))
    instrument = corpus.instruments[act.id if act else main]
    articles = {digest.article for digest in corpus.by_article.values() if digest.instrument == instrument.id}
    if place.article in articles and instrument.numbered != "themes":
        return None
    number, last = int(place.article.split("-")[0]), instrument.last_article or _highest(articles)
    if number <= last and not {str(each) for each in range(1, last + 1)} <= articles:
        detail = {lang: f"{instrument.short[lang]}, {place.article}" for lang in LANGUAGES}
        return Refusal("not_held", _filled(say["not_held"], detail=detail))
    filled = _filled(say["no_such_article"], detail=place.article, last=str(last), act=instrument.title)
    return Refusal("no_such_article", filled)


def _highest(articles: set[str]) -> int:
    return max((int(article.split("-")[0]) for article in articles if article[0].isdigit()), default=0)


def out_of_scope(
    question: str, lang: str, found: Found, corpus: Corpus, today: date, earlier: Sequence[str] = ()
) -> Refusal | None:
    """A refusal if a kind out of scope fits the question better than any article, or nothing fits at all.

    A word of work speaks for an article from the `earlier` questions too that a follow-up leans on.
    """
    best = found.nearest
    text = language.fold(question)
    origin = any(_says(text, stem) for stem in corpus.scope.origin)
    rivals = {name: score for name, score in found.out_of_scope if not (origin and name == FOREIGN_LAW)}
    for name in _spoken_for(question, corpus.scope, today):
        rivals[name] = max(rivals.get(name, 0.0), UNSEEN) + NAMED
    name, score = max(rivals.items(), key=lambda rival: rival[1], default=("", 0.0))
    said = language.fold(" ".join([*earlier, question]))
    gain = OF_WORK * any(_says(said, stem) for stem in corpus.scope.of_work)
    for kind in corpus.scope.kinds:
        if SCOPE + kind.id == name and score > best + MARGIN[lang] + gain * (kind.reason not in DESPITE_WORK):
            return Refusal(kind.reason, kind.say)
    if best + gain < LEAST_SCORE[lang]:
        return Refusal("nothing_close", corpus.scope.say["nothing_close"])
    return None


def _spoken_for(question: str, scope: Scope, today: date) -> list[str]:
    """The kinds for which a word of the question speaks by itself; a year after the next speaks for a prediction."""
    text = language.fold(question)
    named = [SCOPE + kind.id for kind in scope.kinds if any(_says(text, stem) for stem in kind.stems)]
    return [*named, PREDICTION] if any(int(year) > today.year + 1 for year in YEAR.findall(text)) else named


def countries_named(question: str, scope: Scope) -> set[str]:
    """The codes of the countries and unions of countries that a question names by name or adjective."""
    text = language.fold(question)
    stems = {country.code: (*country.stems, *country.adjectives) for country in (*scope.countries, *scope.unions)}
    return {code for code, said in stems.items() if any(_says(text, stem) for stem in said)}


def names_own_country(question: str, scope: Scope) -> bool:
    """True if a question names the country whose law is asked by default: who names two compares."""
    text = language.fold(question)
    return any(_says(text, stem) for stem in scope.own_country)


def foreign_law(question: str, scope: Scope, held: Collection[str] = ()) -> bool:
    """True if the question asks for the law of a country not held: it names the country, and not in passing.

    «Гражданин Узбекистана» and «командировка в Китай» name one in passing; «по закону России» never does.
    What a citizen of another country has a right to here is our law, unless that country's law is named; so it is where
    a town of ours is named too, and where a long message names a country somewhere («ресейлік тапсырысшы»).
    """
    text = language.fold(question)
    scope = replace(scope, countries=tuple(country for country in scope.countries if country.code not in held))
    if names_own_country(question, scope):
        return False
    if _adjective_of_law(text, scope):
        return True
    if not any(_says(text, stem) for country in scope.countries for stem in country.stems):
        return False
    if parts(question) or any(_says(text, stem) for stem in (*scope.origin, *scope.own_places)):
        return any(_law_of_country(clause, scope) for clause in CLAUSE.split(text))
    return any(_says(text, stem) for stem in scope.law_words) or not any(_says(text, stem) for stem in scope.work_here)


def _adjective_of_law(text: str, scope: Scope) -> bool:
    """True if a folded text has another country's adjective right before a law: «по немецкому трудовому праву»."""
    words = language.WORD.findall(text)
    for at, word in enumerate(words):
        if any(_says(word, stem) for country in scope.countries for stem in country.adjectives):
            after = words[at + 1 : at + 1 + ADJECTIVE_REACH]
            if any(_says(near, stem) for near in after for stem in scope.law_words):
                return True
    return False


def _law_of_country(clause: str, scope: Scope) -> bool:
    """True if a folded clause names a country's law: «по закону РФ», «Ресей заңы»; not «гражданин РФ по закону»."""
    words = language.WORD.findall(clause)
    countries = [i for i, word in enumerate(words) if any(_says(word, s) for c in scope.countries for s in c.stems)]
    for at in countries:
        if any(_says(word, stem) for word in words[max(0, at - BESIDE) : at + 2] for stem in scope.origin):
            continue
        beside = words[max(0, at - BESIDE) : at + BESIDE + 1]
        if any(_says(word, stem) for word in beside for stem in scope.law_words):
            return True
    return False


def _says(text: str, stem: str) -> bool:
    """True if a folded text holds the stem: as a phrase, as a whole word if it is short, else as a beginning."""
    return stem in text if " " in stem else stem in _said(text)


@lru_cache(maxsize=256)
def _said(text: str) -> frozenset[str]:
    """The words of a folded text, what stands before a hyphen («ео-нын» names «ео»), and the beginnings of all."""
    held = language.WORD.findall(text)
    words = {*held, *(word.partition("-")[0] for word in held)}
    return frozenset(words | {word[:end] for word in words for end in range(SHORT + 1, len(word))})


def _filled(say: Texts, **details: str | Texts) -> Texts:
    found = dict(say)
    for name, detail in details.items():
        for lang, text in found.items():
            found[lang] = text.replace("{" + name + "}", detail if isinstance(detail, str) else detail[lang])
    return found
