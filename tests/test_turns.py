"""Searches wait for a turn: so many at once as there are places, and none is lost when one fails."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from threadpoolctl import threadpool_info

from assistant import turns

PLACES = 3


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(turns, "_processors", lambda: PLACES - turns.ONE_MORE)
    turns._places.cache_clear()
    yield
    turns._places.cache_clear()


def test_no_more_at_once_than_there_are_places_and_everybody_gets_one() -> None:
    here, most, done = 0, 0, 0
    lock = threading.Lock()

    def search() -> None:
        nonlocal here, most, done
        with turns.turn():
            with lock:
                here, most = here + 1, max(most, here + 1)
            time.sleep(0.01)
            with lock:
                here, done = here - 1, done + 1

    threads = [threading.Thread(target=search) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=10)
    assert (most, done) == (PLACES, 20)


def test_a_search_that_fails_gives_its_place_back() -> None:
    for _ in range(2 * PLACES):
        with pytest.raises(ValueError), turns.turn():
            raise ValueError
    with turns.turn():
        pass


def test_small_products_keep_to_one_thread() -> None:
    with turns.turn():
        assert {each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas"} == {1}
