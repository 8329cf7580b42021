"""Which words stand for which: learned from texts that say the same, from a handful and from the whole corpus."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.corpus import Corpus
from assistant.law import LANGUAGES, Digest
from assistant.lexicon import LIKELY, MOST, Lexicon

SAID = [
    {"kk": "қызыл алма", "ru": "красное яблоко", "en": "red apple"},
    {"kk": "жасыл алма", "ru": "зелёное яблоко", "en": "green apple"},
    {"kk": "қызыл шар", "ru": "красный шар", "en": "red ball"},
    {"kk": "жасыл шар", "ru": "зелёный шар", "en": "green ball"},
    {"kk": "жасыл қауын", "ru": "зелёная дыня", "en": "green melon"},
]


@pytest.fixture(scope="module")
def learned(whole_corpus: Corpus) -> Lexicon:
    """The lexicon of the corpus of the repository."""
    return Lexicon.learn(whole_corpus.digests)


def digest(whole: Corpus, before: int = 0, alike: int = 0) -> Digest:
    """A digest that asks what SAID says and nothing else; so many questions in Kazakh only come before."""
    own = {"kk": tuple(f"бөтен сұрақ {number}" for number in range(before))}
    questions = {lang: (*own.get(lang, ()), *(each[lang] for each in SAID)) for lang in LANGUAGES}
    return replace(
        whole.digests[0], title=SAID[0], points=(), questions=questions, official=(), answers={}, alike=alike
    )


@pytest.mark.parametrize(
    ("source", "target", "stem", "expected"),
    [
        pytest.param("kk", "ru", "k:алм", "r:яблок", id="a thing"),
        pytest.param("kk", "en", "k:жасыл", "e:green", id="a quality in three genders and in none"),
        pytest.param("en", "kk", "e:red", "k:кызыл", id="from English"),
    ],
)
def test_the_likeliest_counterpart(source: str, target: str, stem: str, expected: str, whole_corpus: Corpus) -> None:
    found = Lexicon.learn([digest(whole_corpus)]).translated([stem], source, target)
    assert max(found, key=lambda other: found[other]) == expected


def test_questions_held_in_all_languages_go_together(whole_corpus: Corpus) -> None:
    found = Lexicon.learn([digest(whole_corpus, before=2, alike=len(SAID))]).pairs
    assert found == Lexicon.learn([digest(whole_corpus)]).pairs
    assert found != Lexicon.learn([digest(whole_corpus, before=2)]).pairs


def test_what_stands_in_one_text_teaches_nothing(whole_corpus: Corpus) -> None:
    assert Lexicon.learn([digest(whole_corpus)]).translated(["k:кауын"], "kk", "ru") == {}


def test_the_wording_itself_teaches_nothing(whole_corpus: Corpus) -> None:
    assert not any(Lexicon.learn([replace(digest(whole_corpus), official=("ru",))]).pairs.values())


@pytest.mark.parametrize(
    ("source", "target", "stem", "expected"),
    [
        pytest.param("kk", "ru", "k:айыппул", "r:штраф", id="fine"),
        pytest.param("kk", "ru", "k:демалыс", "r:отпуск", id="leave, and the day of rest after it"),
        pytest.param("ru", "kk", "r:отпуск", "k:демалыс", id="back"),
        pytest.param("en", "kk", "e:dismiss", "k:шыгар", id="dismiss: to send out"),
        pytest.param("ru", "en", "r:забастовк", "e:strike", id="strike"),
    ],
)
def test_the_corpus_teaches_the_words_of_work(
    source: str, target: str, stem: str, expected: str, learned: Lexicon
) -> None:
    found = learned.translated([stem, "k:жокмундайсоз"], source, target)
    assert max(found, key=lambda other: found[other]) == expected


def test_pairs_are_few_and_likely(learned: Lexicon) -> None:
    assert len(learned.pairs) == 6 and all(len(held) > 1500 for held in learned.pairs.values())
    for held in learned.pairs.values():
        assert all(0 < len(others) <= MOST for others in held.values())
        assert all(LIKELY <= likely <= 1 for others in held.values() for likely in others.values())
