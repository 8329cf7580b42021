"""What could be asked next: questions of the cited articles' digests, in the language of the answer.

It invents no question and does not look at who asks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.answers import Answer
from assistant.corpus import Corpus
from assistant.language import words

MOST = 3
SHORTEST, LONGEST = 20, 90  # characters of a question that fits on a button and can be understood alone
WELL_WRITTEN = re.compile(r"[А-ЯЁӘІҢҒҮҰҚӨҺA-Z].*\?")
SAME = 0.6  # share of common words from which two questions ask the same


def suggest(answer: Answer, asked: Sequence[str], corpus: Corpus) -> tuple[str, ...]:
    """Up to three questions that were not asked yet, of articles beside the main one first."""
    lang = answer.language
    cited = [str(citation.provision.whole_article) for citation in answer.citations]
    main, others = cited[:1], [article for article in dict.fromkeys(cited) if article not in cited[:1]]
    chosen: list[str] = []
    taken = [set(words(question)) for question in asked]
    for article in (*main, *others, *main, *_related(main, corpus)):
        if len(chosen) == MOST:
            break
        digest = corpus.by_article.get(article)
        for question in digest.questions.get(lang, ()) if digest and not digest.repealed else ():
            fits = SHORTEST <= len(question) <= LONGEST and WELL_WRITTEN.fullmatch(question)
            if fits and not any(_same(_words(question), other) for other in taken):
                chosen.append(question)
                taken.append(set(_words(question)))
                break
    return tuple(chosen)


def _related(articles: Sequence[str], corpus: Corpus) -> list[str]:
    return [place for article in articles if (digest := corpus.digest_at(article)) for place in digest.see]


@lru_cache(maxsize=4096)
def _words(question: str) -> frozenset[str]:
    """The words of a digest's question; what people ask is remembered nowhere."""
    return frozenset(words(question))


def _same(ours: frozenset[str], theirs: set[str]) -> bool:
    return len(ours & theirs) >= SAME * max(1, min(len(ours), len(theirs)))
