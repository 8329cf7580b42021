"""The benches of size and load: vectors near those behind them, planted questions found, a plot, times."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from assistant import building, library, retrieval
from assistant import corpus as corpora
from assistant.corpus import Corpus
from assistant.learned import Learned
from assistant.settings import Settings
from evals import all_texts, load_bench, made_acts, scale, served
from evals.made_acts import Made
from evals.scale import Moved
from tests.conftest import FakeEmbedder


@pytest.fixture
def grown(build: Callable[..., building.Built], few: Corpus, settings: Settings) -> tuple[Made, Moved]:
    """A made corpus of a thousand chunks with its vectors, and its library in use."""
    build()
    made = made_acts.make(few, 1000)
    model, _ = scale.moved(made, library.current(settings), FakeEmbedder())
    building.build(made.corpus, lambda: model, settings)
    return made, model


@pytest.mark.slow
def test_vectors_lie_near_those_of_the_texts_behind_them(grown: tuple[Made, Moved]) -> None:
    made, model = grown
    fake, learned = FakeEmbedder(), Learned.learn(made.corpus)
    planted = {each.article for each in made.planted}
    rest = [c for c in corpora.chunks(made.corpus) if c.kind == "question" and c.provision not in planted]
    given = model.passages([learned.embedded_text(chunk) for chunk in rest])
    behind = fake.passages([made.origin[chunk.lang, chunk.text] for chunk in rest])
    cosines = (given * behind).sum(axis=1)
    assert np.allclose(np.linalg.norm(given, axis=1), 1, atol=1e-4)
    assert 0.5 < cosines.mean() < 0.999


@pytest.mark.slow
def test_planted_questions_are_found(grown: tuple[Made, Moved], settings: Settings) -> None:
    made, model = grown
    held, hits = library.current(settings), 0
    for planted in made.planted[:30]:
        found = retrieval.search(planted.question, planted.lang, "kz", held, model)
        hits += planted.article in [str(passage.provision) for passage in found.passages[:5]]
    assert hits >= 24


def test_the_plot_is_drawn(tmp_path: Path) -> None:
    times = {"p50": 10.0, "p95": 20.0}
    runs = [
        {
            "chunks": size,
            "server": server,
            "search processor ms": times,
            "memory MB": 1.0,
            "build s": 1.0,
            "recall@5": 1.0,
        }
        for size in (1000, 10_000)
        for server in (False, True)
    ]
    scale.draw(runs, tmp_path / "plots" / "scale.png")
    assert (tmp_path / "plots" / "scale.png").read_bytes().startswith(b"\x89PNG")


def test_shares_of_times() -> None:
    assert load_bench.shares([3.0, 1.0, 2.0]) == {"p50": 2.0, "p95": 2.9, "most": 3.0, "n": 3}


def test_questions_begin_again_where_there_are_too_few() -> None:
    assert load_bench.questions(500)[:3] == load_bench.questions(3)
    assert len(load_bench.questions(500)) == 500 and len(set(load_bench.questions(60))) == 60


def test_memory_is_that_of_the_process() -> None:
    assert served.memory() == pytest.approx(served.resident(os.getpid()), rel=0.1)
    assert served.memory() > 10


def test_people_at_once_are_all_answered(build: Callable[..., building.Built], settings: Settings) -> None:
    build()
    held, embedder = library.current(settings), FakeEmbedder()
    for way in (load_bench.ask, load_bench.passages):
        found = load_bench.in_threads(4, 2, partial(way, held=held, embedder=embedder))
        assert found["at once"]["n"] == 8 and found["alone"]["n"] == 8
        assert found["a second"] > 0


def test_every_text_of_the_table_is_there(shared: Path) -> None:
    held = list(all_texts.texts(shared / "law"))
    assert [text.files for text in held if not list((shared / "law").glob(text.files))] == []
    assert len(held) > 70 and len({(text.files, text.lang) for text in held}) == len(held)


def test_a_text_is_kept_under_its_instrument(shared: Path, settings: Settings) -> None:
    law = shared / "law"
    (text,) = [each for each in all_texts.texts(law) if each.files.endswith("C087.txt")]
    assert all_texts.read(text, law, settings) > 5000
    own = replace(text, files="union/ilo_actrav_briefs_en.txt", instrument="", authority=all_texts.POLICY)
    assert all_texts.read(own, law, settings) > 1000
    names = {wording.instrument for wording in corpora.load(settings.corpus, settings.texts).wordings}
    assert names == {"ilo-c087", "own-ilo-actrav-briefs-en"}
