"""Loading in the background: everything a first question needs is there, and what is missing is not complained of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant import building, embedding, library, warming
from assistant.law import LANGUAGES
from assistant.library import Library
from assistant.settings import Settings
from tests.conftest import FakeEmbedder

LOADED = ("corpus", "chunks", "positions", "words", "learned")


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fake model in the place of the real one."""
    monkeypatch.setattr(embedding, "open_embedder", lambda settings: FakeEmbedder())


def loaded(held: Library) -> set[str]:
    """What of a library is in memory."""
    return {name for name in LOADED if name in vars(held)}


def test_what_a_question_needs_is_loaded(build: Callable[..., building.Built], settings: Settings, model: None) -> None:
    build()
    assert loaded(library.current(settings)) == set()
    thread = warming.begin(settings)
    thread.join(60)
    assert thread.daemon and not thread.is_alive()
    assert loaded(library.current(settings)) == set(LOADED)


def test_an_example_is_asked_in_every_language(
    build: Callable[..., building.Built], settings: Settings, model: None
) -> None:
    build()
    assert warming.warm(settings) == len(LANGUAGES)


@pytest.mark.parametrize("built", [pytest.param(False, id="no library"), pytest.param(True, id="no model")])
def test_what_is_missing_is_left_for_the_page_to_say(
    built: bool, build: Callable[..., building.Built], settings: Settings
) -> None:
    if built:
        build()
    without = replace(settings, embedding_model="e5-small-int8") if built else settings
    assert warming.warm(without) == 0
