"""When not to answer: another branch of law, another country, an article that does not exist, nothing close.

Refusal rests on what is missing, not on a score alone: kinds of questions out of scope compete with the articles.
Lay wording scores low and is not refused for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from assistant import citations, language
from assistant.corpus import Corpus
from assistant.law import Texts
from assistant.retrieval import SCOPE, Found
from assistant.scope import Scope

MARGIN = {"kk": 0.05, "ru": 0.0, "en": -0.045}  # by how much a kind must beat the best article, from dev
NAMED = 0.35  # what a word that speaks for a kind adds: «придумай», "predict"
FOREIGN_LAW, PREDICTION = "scope/foreign_labour_law", "scope/prediction"
ADJECTIVE_REACH = 2  # words between an adjective and its law, the law included
YEAR = re.compile(r"\b20\d\d\b")
BESIDE = 2  # words: «закону труда РФ», "law of Turkey"
CLAUSE = re.compile(r"[.,;:?!()]")
LEAST_SCORE = {"kk": 0.5, "ru": 0.5, "en": 0.52}  # below this no article answers; the lowest of 140 dev answers: 0.59


@dataclass(frozen=True)
class Refusal:
    """Why there is no answer, and the sentence for the asker in three languages."""

    reason: str
    say: Texts


def article_missing(question: str, corpus: Corpus, instrument: str) -> Refusal | None:
    """A refusal if the question asks for another country's law, another act, or an article the act does not have."""
    if foreign_law(question, corpus.scope):
        return Refusal("other_country", corpus.scope.say["other_country"])
    if act := citations.another_act(question):
        return Refusal("not_held", _filled(corpus.scope.say["not_held"], act))
    named = citations.articles_named(question)
    if other := citations.of_another_act(question):
        return Refusal("not_held", _filled(corpus.scope.say["not_held"], other))
    articles = {digest.article for digest in corpus.digests if digest.instrument == instrument}
    for number in named:
        if number not in articles:
            reason = "not_held" if _may_exist(number, articles) else "no_such_article"
            return Refusal(reason, _filled(corpus.scope.say[reason], number))
    return None


def out_of_scope(question: str, lang: str, found: Found, corpus: Corpus, today: date) -> Refusal | None:
    """A refusal if a kind out of scope fits the question better than any article, or nothing fits at all."""
    best = found.passages[0].score if found.passages else 0.0
    origin = any(_says(language.fold(question), stem) for stem in corpus.scope.origin)
    rivals = {name: score for name, score in found.out_of_scope if not (origin and name == FOREIGN_LAW)}
    for name in _spoken_for(question, corpus.scope, today):
        rivals[name] = rivals.get(name, 0.0) + NAMED
    name, score = max(rivals.items(), key=lambda rival: rival[1], default=("", 0.0))
    if score > best + MARGIN[lang]:
        kind = next(kind for kind in corpus.scope.kinds if SCOPE + kind.id == name)
        return Refusal(kind.reason, kind.say)
    if best < LEAST_SCORE[lang]:
        return Refusal("nothing_close", corpus.scope.say["nothing_close"])
    return None


def _spoken_for(question: str, scope: Scope, today: date) -> list[str]:
    """The kinds for which a word of the question speaks by itself; a year to come speaks for a prediction."""
    text = language.fold(question)
    named = [SCOPE + kind.id for kind in scope.kinds if any(_says(text, stem) for stem in kind.stems)]
    return [*named, PREDICTION] if any(int(year) > today.year for year in YEAR.findall(text)) else named


def foreign_law(question: str, scope: Scope) -> bool:
    """True if the question asks for another country's law: it names the country, and not in passing.

    «Гражданин Узбекистана» and «командировка в Китай» name one in passing; «по закону России» never does.
    What a citizen of another country has a right to here is our law, unless that country's law is named.
    """
    text = language.fold(question)
    if any(_says(text, stem) for stem in scope.own_country):
        return False
    if _adjective_of_law(text, scope):
        return True
    if not any(_says(text, stem) for country in scope.countries for stem in country.stems):
        return False
    if any(_says(text, stem) for stem in scope.origin):
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
    if " " in stem:
        return stem in text
    held = language.WORD.findall(text)
    return any(word == stem or (len(stem) > 3 and word.startswith(stem)) for word in held)


def _may_exist(number: str, articles: set[str]) -> bool:
    """True if an act of this size may have the article although no digest of it is held."""
    return int(number.split("-")[0]) <= max(int(article.split("-")[0]) for article in articles)


def _filled(say: Texts, detail: str) -> Texts:
    return {lang: text.replace("{detail}", detail) for lang, text in say.items()}
