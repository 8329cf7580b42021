"""The places that digests name are those of the texts in ../shared, every one, for every instrument at hand."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from assistant import provisions
from assistant.corpus import Corpus
from assistant.digest_check import undisputed
from assistant.documents import Wording
from assistant.grammars import kz
from assistant.law import Digest
from tests import kz_acts
from tests.grammar_cases import articles, read_text, structure
from tests.test_grammar_eu import printed

CODE = "kz-labour-code"
KAZAKHSTAN = ("code kk", "digital", "social", "data ru", "data kk", "offences", "unions")  # "code ru" is of January
UNION = {"industriall-ai-policy": "industriall_ai_policy_en"}
EUROPE = {"eu-ai-act": "ai_act_en", "eu-gdpr": "gdpr_en"}
WITHOUT_TEXT = {  # known from published accounts, tables, or speeches that have no numbered places
    *"kz-ai-law kz-figures-2026 eu-platform-work-directive fturk-positions ilo-actrav-briefs".split(),
    *"ituc-ai uni-ai-principles etuc-ai psi-bargaining-hub ilo-code-workers-data".split(),
    *"ilo-c187 ilo-c190 ilo-c193 ilo-r198 ilo-r204 ilo-r206".split(),
}
TO_COME = f"{CODE}/139-1"  # the texts have its heading only


def digests(corpus: Corpus, instrument: str) -> list[Digest]:
    """The digests of an instrument, without those of repealed articles: their texts are a note."""
    return [digest for digest in corpus.digests if digest.instrument == instrument and not digest.repealed]


def disagreeing(corpus: Corpus, wordings: Iterable[Wording]) -> set[str]:
    """The digests of an instrument whose places are not those of its text in its own language."""
    cut = {f"{each.instrument}/{each.article}": each for each in wordings}
    instrument = next(iter(cut)).partition("/")[0]
    named = {str(digest.id): digest.structure for digest in digests(corpus, instrument) if str(digest.id) in cut}
    assert len(digests(corpus, instrument)) - len(named) == (TO_COME not in cut and instrument == CODE)
    return {name for name, places in named.items() if places != _cut(cut[name])}


def _cut(wording: Wording) -> dict[str, tuple[str, ...]]:
    """Paragraphs and what lies below them; of acts of Kazakhstan with the numbers of repealed places."""
    return kz.structure(provisions.without_notes(wording)) if wording.grammar == "kz" else structure(wording)


def _named(text: str, grammar: str, instrument: str) -> tuple[Wording, ...]:
    return tuple(
        Wording(
            instrument, each.article, each.lang, each.edition, each.text, each.start, notes=each.notes, grammar=grammar
        )
        for each in articles(text, grammar)
    )


@pytest.mark.parametrize("name", KAZAKHSTAN)
def test_acts_of_kazakhstan(name: str, shared: Path, whole_corpus: Corpus) -> None:
    assert disagreeing(whole_corpus, kz_acts.wordings(shared, name)) == set()


def test_the_russian_labour_code_lacks_only_what_sources_date_differently(shared: Path, whole_corpus: Corpus) -> None:
    rows = kz_acts.rows(shared, "ru")
    lacking = disagreeing(whole_corpus, rows)
    assert lacking == {f"{CODE}/101", f"{CODE}/146"}
    held = {f"{CODE}/{row.article}": kz.structure(provisions.without_notes(row)) for row in rows}
    assert {name for name in lacking if undisputed(whole_corpus.by_article[name]) != held[name]} == set()


@pytest.mark.parametrize(
    ("lang", "unlike"),
    [
        pytest.param("ru", set(), id="ru"),
        pytest.param("kk", {"187-1"}, id="kk: the Kazakh text numbers the one paragraph that the Russian does not"),
    ],
)
def test_paragraphs_or_parts(lang: str, unlike: set[str], shared: Path, whole_corpus: Corpus) -> None:
    texts = {row.article: provisions.without_notes(row) for row in kz_acts.rows(shared, lang)}
    held = [digest for digest in digests(whole_corpus, CODE) if digest.structure]
    assert {digest.article for digest in held if digest.numbering != kz.numbering(texts[digest.article])} == unlike


def test_instruments_of_the_ilo(shared: Path, whole_corpus: Corpus) -> None:
    wrong: set[str] = set()
    for path in (shared / "law" / "ilo" / "articles").glob("*.txt"):
        name = f"ilo-{path.stem.lower()}"
        if digests(whole_corpus, name):
            wrong |= disagreeing(whole_corpus, _named(read_text(path), "ilo", name))
    assert wrong == set()


@pytest.mark.parametrize(("instrument", "file"), EUROPE.items())
def test_acts_of_the_european_union(instrument: str, file: str, shared: Path, whole_corpus: Corpus) -> None:
    text, _ = printed(shared / "law" / "eu" / f"{file}.jsonl")
    assert disagreeing(whole_corpus, _named(text, "eu", instrument)) == set()


@pytest.mark.parametrize(("instrument", "file"), UNION.items())
def test_union_papers(instrument: str, file: str, shared: Path, whole_corpus: Corpus) -> None:
    text = read_text(shared / "law" / "union" / f"{file}.txt")
    assert disagreeing(whole_corpus, _named(text, "general", instrument)) == set()


def test_no_instrument_is_left_out(shared: Path, whole_corpus: Corpus) -> None:
    compared = {kz_acts.TEXTS[name][0] for name in KAZAKHSTAN} | UNION.keys() | EUROPE.keys()
    compared |= {f"ilo-{path.stem.lower()}" for path in (shared / "law" / "ilo" / "articles").glob("*.txt")}
    assert {digest.instrument for digest in whole_corpus.digests} - compared == WITHOUT_TEXT


def test_every_instrument_that_a_digest_refers_to_is_in_the_catalogue(whole_corpus: Corpus) -> None:
    named = {other.partition("/")[0] for digest in whole_corpus.digests for other in digest.see}
    assert named - whole_corpus.instruments.keys() == {"ilo-c132"}  # nothing of it is established here
