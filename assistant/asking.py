"""A question that is being answered beside the page: how far it is, a way to stop it, and what came of it.

One thread a question, which ends with its answer, its error or the limits of the model. It decides nothing of an answer
and keeps nothing of it longer than its own life.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future

from assistant.answers import Answer, Progress, Watch


class Asking:
    """An answer in the making; `progress` is the latest that is known of it."""

    def __init__(self, answering: Callable[[Watch], Answer]) -> None:
        """Start to answer: `answering` is handed a Watch, tells it how far it is, and gives the answer."""
        self.progress = Progress("searching")
        self._stopped = threading.Event()
        self._future: Future[Answer] = Future()
        threading.Thread(target=self._run, args=(answering,), daemon=True).start()

    def _run(self, answering: Callable[[Watch], Answer]) -> None:
        try:
            self._future.set_result(answering(self._watch))
        except Exception as error:
            self._future.set_exception(error)

    def _watch(self, progress: Progress) -> bool:
        self.progress = progress
        return not self._stopped.is_set()

    def stop(self) -> None:
        """Ask for what there is by now; the answer comes within a moment."""
        self._stopped.set()

    def done(self, seconds: float = 0.0) -> bool:
        """True if the answer or an error is there; waits for it at most so many seconds."""
        try:
            self._future.exception(seconds)
        except TimeoutError:
            return False
        return True

    def answer(self) -> Answer:
        """The answer once it is there; what went wrong is raised here."""
        return self._future.result()
