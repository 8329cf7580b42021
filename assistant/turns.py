"""So many searches at once as there are processors, and one; who comes later waits for a turn.

Twenty threads that search at the same moment hinder each other: they wait for one another's locks and drive what they
work on out of the caches. One after the other they are all done sooner. It knows nothing of what is searched.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator
from functools import lru_cache

from threadpoolctl import threadpool_limits

ONE_MORE = 1  # search, while others embed: beside two processors three take 0.88 of the time of two, four 0.94
_making = threading.Lock()


@contextlib.contextmanager
def turn() -> Iterator[None]:
    """Wait for a turn, and hold it while the block runs."""
    with _making:
        places = _places()
    with places:
        yield


@lru_cache(maxsize=1)
def _places() -> threading.Semaphore:
    """The places of this process. The first asks OpenBLAS, which numpy has loaded by then, to work in one thread.

    Its helpers wait for the next product in a busy loop, which took as much of the processors as the search itself.
    """
    threadpool_limits(1, user_api="blas")
    return threading.Semaphore(_processors() + ONE_MORE)


def _processors() -> int:
    """How many this process may use, where the system tells; else how many there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
