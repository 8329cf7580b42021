"""The corpus of the repository: it loads whole, refers only to what exists, and agrees with itself and with the law."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import catalogue, corpus, corpus_check, digests
from assistant.corpus import Corpus, points_at
from assistant.corpus_check import Beside
from assistant.errors import CorpusError
from assistant.law import Digest
from tests import kz_acts

FOLDER = Path(__file__).resolve().parent.parent / "corpus"
ACT = "kz-labour-code"
ARTICLES = 222  # of the edition of 01.07.2026: 1 to 204 and 18 dashed ones


def official(shared: Path, lang: str) -> dict[str, str]:
    """The official wording of the Labour Code by article id, without the notes beside it."""
    return {name: text for (name, _), text in corpus_check.by_article(kz_acts.rows(shared, lang)).items()}


def of_the_code(whole: Corpus) -> Iterator[Digest]:
    """The digests of the Labour Code."""
    return (digest for digest in whole.digests if digest.instrument == ACT)


def test_it_loads_whole(whole_corpus: Corpus) -> None:
    assert set(whole_corpus.jurisdictions) <= {"eu", "int", "kz"}
    assert whole_corpus.main_acts["kz"] == ACT
    assert len(whole_corpus.by_article) == len(whole_corpus.digests) > 0
    assert {digest.instrument for digest in whole_corpus.digests} <= whole_corpus.instruments.keys()


def test_a_file_is_named_after_its_article() -> None:
    for path in (FOLDER / "digests").glob("*/*.yaml"):
        first, *dashed = digests.read(path).article.split("-")
        assert path.stem == "-".join([first.zfill(3) if first.isdigit() else first, *dashed])


def test_every_digest_was_checked_against_the_edition_of_the_catalogue(whole_corpus: Corpus) -> None:
    later = {
        str(digest.id): digest.edition
        for digest in whole_corpus.digests
        if digest.edition > (whole_corpus.instruments[digest.instrument].edition or digest.edition)
    }
    assert later == {}


def test_every_point_holds_for_some_day(whole_corpus: Corpus) -> None:
    points = [(str(digest.id), point) for digest in whole_corpus.digests for point in digest.points]
    assert [where for where, point in points if point.since and point.until and point.since >= point.until] == []


def test_every_guidance_point_resolves(whole_corpus: Corpus) -> None:
    places = [place for step in whole_corpus.guidance.steps for place in step.points]
    assert places
    assert {place: len(points_at(whole_corpus, place)) for place in places if not points_at(whole_corpus, place)} == {}
    assert {place for place in places if "#" in place and len(points_at(whole_corpus, place)) != 1} == set()


def test_every_article_has_guidance(whole_corpus: Corpus) -> None:
    named = {name for step in whole_corpus.guidance.steps for name in step.articles}
    assert {name for name in named if not fnmatch.filter(whole_corpus.by_article, name)} == set()
    assert all(whole_corpus.guidance.after(article) for article in whole_corpus.by_article)


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        pytest.param("kz-labour-code/113", "kz-labour-code/195/1/1#4", id="pay: the inspector may order it paid"),
        pytest.param("kz-labour-code/52", "kz-labour-code/194/1/4#1", id="dismissal"),
        pytest.param("kz-labour-code/88", "kz-labour-code/194/1/4#1", id="any other article of the code"),
        pytest.param("kz-administrative-offences-code/92-1", "kz-labour-code/194/1/4#1", id="an offence at work"),
    ],
)
def test_where_to_turn_names_the_labour_inspectorate(whole_corpus: Corpus, article: str, expected: str) -> None:
    step = whole_corpus.guidance.after(article)
    assert step and expected in step.points


@pytest.mark.parametrize(
    "article",
    ["kz-labour-code/171", "kz-personal-data-law/7", "kz-administrative-offences-code/641-1", "ru-labour-code/88"],
)
def test_what_the_labour_inspectorate_does_not_decide_does_not_name_it(whole_corpus: Corpus, article: str) -> None:
    step = whole_corpus.guidance.after(article)
    assert step and not any(place.startswith(("kz-labour-code/194", "kz-labour-code/195")) for place in step.points)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param("88/1", (0, 1), id="all points of a place"),
        pytest.param("88/1#2", (1,), id="one of them, counted from 1"),
        pytest.param("88/1#3", (), id="one that is not there"),
        pytest.param("88/7", (), id="no such place"),
        pytest.param("999/1", (), id="no such article"),
    ],
)
def test_points_at(place: str, expected: tuple[int, ...], whole_corpus: Corpus) -> None:
    assert points_at(whole_corpus, f"{ACT}/{place}") == expected


def test_every_see_exists(whole_corpus: Corpus) -> None:
    held = {str(digest.id) for digest in of_the_code(whole_corpus)}
    if len(held) < ARTICLES:
        pytest.skip(f"{ARTICLES - len(held)} articles have no digest yet")
    named = {(str(digest.id), other) for digest in whole_corpus.digests for other in digest.see}
    assert {(where, other) for where, other in named if other.startswith(f"{ACT}/") and other not in held} == set()
    assert {where for where, other in named if where == other} == set(), "an article that refers to itself"


def test_the_check_finds_no_fault() -> None:
    assert list(corpus_check.check(FOLDER)) == []


def test_the_check_finds_no_fault_beside_the_official_texts(shared: Path) -> None:
    held = {(name, lang): text for lang in ("ru", "kk") for name, text in official(shared, lang).items()}
    beside = Beside(catalogue.load(FOLDER / "catalogue.toml"), texts=held)  # the test above compares the terms
    assert list(corpus_check.check_digests(FOLDER / "digests", beside)) == []


def test_chunks_stand_for_places_that_exist(whole_corpus: Corpus) -> None:
    chunks = list(corpus.chunks(whole_corpus))
    assert len({chunk.id for chunk in chunks}) == len(chunks)
    kinds = {f"scope/{kind.id}" for kind in whole_corpus.scope.kinds}
    for chunk in chunks:
        article = "/".join(chunk.provision.split("/")[:2])
        assert chunk.text.strip()
        assert article in (kinds if chunk.kind == "scope" else whole_corpus.by_article)


def test_the_corpus_survives_being_kept_in_a_library(whole_corpus: Corpus) -> None:
    assert Corpus.from_json(whole_corpus.to_json()) == whole_corpus


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the corpus with the two digests that its only guidance names."""
    for name in ("catalogue.toml", "scope.yaml"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    folder = tmp_path / "digests" / ACT
    folder.mkdir(parents=True)
    for name in ("088.yaml", "159.yaml"):
        (folder / name).write_bytes((FOLDER / "digests" / ACT / name).read_bytes())
    steps = f'steps:\n  - articles: ["*"]\n    points: ["{ACT}/159/1#1"]\n'
    (tmp_path / "guidance.yaml").write_text(steps, encoding="utf-8")
    return tmp_path


def test_a_small_corpus_loads(small: Path) -> None:
    assert sorted(corpus.load(small).by_article) == [f"{ACT}/159", f"{ACT}/88"]


def test_what_no_second_reader_has_dated_is_left_out(small: Path) -> None:
    path = small / "digests" / ACT / "088.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith("reviewed:")), encoding="utf-8")
    assert sorted(corpus.load(small).by_article) == [f"{ACT}/159"]


def test_guidance_without_its_digest_is_refused(small: Path) -> None:
    (small / "digests" / ACT / "159.yaml").unlink()
    with pytest.raises(CorpusError, match=rf"guidance\.yaml: no digest point {ACT}/159/1#1"):
        corpus.load(small)


def test_a_digest_without_its_instrument_is_refused(small: Path) -> None:
    (small / "digests" / ACT).rename(small / "digests" / "kz-unknown-code")
    with pytest.raises(CorpusError, match=r"digests/kz-unknown-code: not in catalogue\.toml"):
        corpus.load(small)


def test_guidance_that_is_no_provision_is_refused(small: Path) -> None:
    path = small / "guidance.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(f"{ACT}/159/1#1", ACT), encoding="utf-8")
    with pytest.raises(CorpusError, match=r"guidance\.yaml"):
        corpus.load(small)
