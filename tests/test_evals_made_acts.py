"""Acts that do not exist: as many chunks as wanted, the same for a seed, planted questions held out."""

from __future__ import annotations

from collections import Counter

import pytest

from assistant import corpus as corpora
from assistant.corpus import Corpus
from assistant.law import LANGUAGES, ProvisionId
from evals import made_acts
from evals.made_acts import Made


@pytest.fixture(scope="module")
def made(whole_corpus: Corpus) -> Made:
    """A corpus of some three thousand chunks."""
    return made_acts.make(whole_corpus, 3000)


def test_it_gives_about_as_many_chunks_as_wanted_in_their_shares(made: Made) -> None:
    counts = Counter(chunk.jurisdiction for chunk in corpora.chunks(made.corpus))
    assert 3000 <= sum(counts.values()) < 3200
    assert counts.keys() == made_acts.SHARES.keys()
    assert counts["kz"] > 0.75 * sum(counts.values())


def test_the_same_seed_gives_the_same_and_another_another(whole_corpus: Corpus, made: Made) -> None:
    assert made_acts.make(whole_corpus, 3000) == made
    assert made_acts.make(whole_corpus, 3000, seed=2).corpus.digests != made.corpus.digests


def test_what_is_planted_is_the_same_in_every_size(whole_corpus: Corpus, made: Made) -> None:
    small = made_acts.make(whole_corpus, 1000)
    assert small.planted == made.planted and len(made.planted) == made_acts.PLANTED * len(LANGUAGES)


def test_no_chunk_says_a_planted_question_and_each_names_an_article_that_is_held(made: Made) -> None:
    texts = {chunk.text for chunk in corpora.chunks(made.corpus)}
    assert not texts & {planted.question for planted in made.planted}
    assert {planted.article for planted in made.planted} <= made.corpus.by_article.keys()


def test_every_text_has_its_origin_in_the_real_corpus(whole_corpus: Corpus, made: Made) -> None:
    real = {(chunk.lang, chunk.text) for chunk in corpora.chunks(whole_corpus)}
    for chunk in corpora.chunks(made.corpus):
        if chunk.kind != "scope":
            assert (chunk.lang, made.origin[chunk.lang, chunk.text]) in real
            assert ProvisionId.parse(chunk.provision).instrument in made.corpus.instruments


def test_there_are_near_duplicates(made: Made) -> None:
    behind = Counter(made.origin.values())
    assert behind.most_common(1)[0][1] >= 3
