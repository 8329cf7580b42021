"""When not to answer: another branch of law, another country, an article that does not exist, nothing close.

Refusal rests on what is missing, not on a score alone: kinds of questions out of scope compete with the articles.
Lay wording scores low and is not refused for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant import citations, language
from assistant.corpus import Corpus
from assistant.law import Texts
from assistant.retrieval import SCOPE, Found
from assistant.scope import Scope

MARGIN = 0.0  # by how much a kind out of scope must beat the best article; calibrated on the dev questions
COUNTRY_NAMED = 0.15  # what a question's naming another country adds to the kind "foreign labour law"
FOREIGN_LAW = "scope/foreign_labour_law"
LEAST_SCORE = 0.25  # an article below this is no answer to anything


@dataclass(frozen=True)
class Refusal:
    """Why there is no answer, and the sentence for the asker in three languages."""

    reason: str
    say: Texts


def article_missing(question: str, corpus: Corpus, instrument: str) -> Refusal | None:
    """A refusal if the question names an article that the act does not have, or another act's article."""
    named = citations.articles_named(question)
    if not named:
        return None
    if citations.OTHER_ACTS.search(question):
        return Refusal("not_held", corpus.scope.say["not_held"])
    articles = {digest.article for digest in corpus.digests if digest.instrument == instrument}
    for number in named:
        if number not in articles:
            reason = "not_held" if _may_exist(number, articles) else "no_such_article"
            return Refusal(reason, _filled(corpus.scope.say[reason], number))
    return None


def out_of_scope(question: str, found: Found, corpus: Corpus) -> Refusal | None:
    """A refusal if a kind out of scope fits the question better than any article, or nothing fits at all."""
    best = found.passages[0].score if found.passages else 0.0
    country = foreign_country(question, corpus.scope)
    rivals = [(name, score + (COUNTRY_NAMED if country and name == FOREIGN_LAW else 0.0)) for name, score in found.out_of_scope]
    name, score = max(rivals, key=lambda rival: rival[1], default=("", 0.0))
    if score > best + MARGIN:
        kind = next(kind for kind in corpus.scope.kinds if SCOPE + kind.id == name)
        return Refusal(kind.reason, kind.say)
    if best < LEAST_SCORE:
        return Refusal("nothing_close", corpus.scope.say["nothing_close"])
    return None


def foreign_country(question: str, scope: Scope) -> str | None:
    """The code of another country that a question names without naming ours."""
    words = language.WORD.findall(language.fold(question))
    if any(_names(word, stem) for word in words for stem in scope.own_country):
        return None
    return next((c.code for c in scope.countries for s in c.stems for word in words if _names(word, s)), None)


def _names(word: str, stem: str) -> bool:
    return word == stem or (len(stem) > 3 and word.startswith(stem))


def _may_exist(number: str, articles: set[str]) -> bool:
    """True if an act of this size may have the article although no digest of it is held."""
    return int(number.split("-")[0]) <= max(int(article.split("-")[0]) for article in articles)


def _filled(say: Texts, detail: str) -> Texts:
    return {lang: text.replace("{detail}", detail) for lang, text in say.items()}
