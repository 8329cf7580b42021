"""A question answered beside the page: progress is seen, a stop is heard, an error is raised where it is asked for."""

from __future__ import annotations

import threading

import pytest

from assistant.answers import Answer, Progress, Watch
from assistant.asking import Asking
from assistant.errors import BadQuestion

ANSWER = Answer("answered", "ru", "composed")


def test_progress_is_seen_and_the_answer_comes() -> None:
    go_on, told = threading.Event(), threading.Event()

    def answering(watch: Watch) -> Answer:
        assert watch(Progress("reading", 6))
        told.set()
        assert go_on.wait(10)
        return ANSWER

    asking = Asking(answering)
    assert told.wait(10) and asking.progress == Progress("reading", 6) and not asking.done(0.01)
    go_on.set()
    assert asking.done(10) and asking.answer() is ANSWER


def test_a_stop_is_heard() -> None:
    def answering(watch: Watch) -> Answer:
        while watch(Progress("checking", 1)):
            pass
        return ANSWER

    asking = Asking(answering)
    assert not asking.done(0.01)
    asking.stop()
    assert asking.done(10)


@pytest.mark.parametrize("error", [BadQuestion(), ZeroDivisionError("a fault of ours")], ids=["ours", "any other"])
def test_what_goes_wrong_is_raised_where_the_answer_is_asked_for(error: Exception) -> None:
    def answering(watch: Watch) -> Answer:
        raise error

    asking = Asking(answering)
    assert asking.done(10)
    with pytest.raises(type(error)):
        asking.answer()
