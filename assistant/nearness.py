"""How near the chunks of a jurisdiction are to the wordings of one question, each read and compared once.

What brings a chunk, what orders its article and what chooses its point all ask for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.embedding import Vectors

Positions = Sequence[int] | NDArray[np.intp]


class Nearness:
    """From 0 to 1; a cosine of `unrelated` counts for nought.

    `wordings` are unit vectors, shape (wordings, dimensions); `stored` reads those of chunks by position, of `chunks`.
    """

    def __init__(self, wordings: Vectors, stored: Callable[[Sequence[int]], Vectors], chunks: int, unrelated: float):
        self._wordings, self._stored, self._unrelated = wordings, stored, unrelated
        self._held = np.zeros((len(wordings), chunks), dtype=np.float32)
        self._known = np.zeros(chunks, dtype=bool)

    def of(self, positions: Positions) -> Vectors:
        """Shape (wordings, positions)."""
        asked = np.asarray(positions, dtype=np.intp)
        new = asked[~self._known[asked]]
        if len(new):
            cosines = self._wordings @ self._stored(new.tolist()).T
            self._held[:, new] = np.maximum(0.0, (cosines - self._unrelated) / (1 - self._unrelated))
            self._known[new] = True
        found: Vectors = self._held[:, asked]
        return found
