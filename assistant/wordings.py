"""What both channels say of a question in each of its wordings, by jurisdiction.

A question has one wording; a follow-up has two, by itself and with what was asked before; a long message has its parts
besides (`parts`). Wordings of the whole count by their shares, of the parts the one that says most. It orders nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from assistant import across
from assistant.embedding import Embedder, Vectors
from assistant.library import Library
from assistant.nearness import Nearness
from assistant.parts import asking, parts
from assistant.words import Scores, best

CANDIDATES = 64  # chunks that the vectors bring; 160 find no more of 212 development questions
WORD_CANDIDATES = 64  # chunks that the words bring
EARLIER_SHARE = 0.5  # weight of the conversation so far in a follow-up question
PARTS_SHARE = 0.5  # weight of the parts of a long message beside the whole
ASKING_SHARE = 0.3  # weight of the part that asks, where it is judged whether a long message is ours


@dataclass(frozen=True)
class Wording:
    """A wording: its text, its share of the whole (shares add up to 1; a part has none), its unit vector.

    `asks` marks the part of a long message that asks.
    """

    text: str
    share: float
    vector: Vectors
    asks: bool = False

    @property
    def part(self) -> bool:
        """Whether it is a part of a long message."""
        return not self.share


@dataclass(frozen=True)
class Asked:
    """A question in a jurisdiction: its wordings, what the words of each say of every chunk, and what was brought.

    `words` has shape (wordings, chunks), 0 to 1; `positions` are the chunks that a channel brought for a wording.
    """

    wordings: tuple[Wording, ...]
    words: Scores
    positions: NDArray[np.intp]
    near: Nearness

    @property
    def has_parts(self) -> bool:
        """Whether it is a long message."""
        return any(each.part for each in self.wordings)

    def combined(self, said: Scores) -> Scores:
        """What all wordings say, where each says one row of `said`, shape (wordings, ...)."""
        if not self.has_parts:
            return self.whole(said)
        of_parts = [row for each, row in zip(self.wordings, said, strict=True) if each.part]
        return np.asarray((1 - PARTS_SHARE) * self.whole(said) + PARTS_SHARE * np.max(of_parts, axis=0))

    def whole(self, said: Scores) -> Scores:
        """The same without the parts: one sentence of a story may be about a flat, and the question about wages."""
        return np.asarray(np.tensordot([each.share for each in self.wordings], said, axes=1))

    def judged(self, said: Scores) -> Scores:
        """What tells whether the message is ours: the whole, and of a long one the part that asks."""
        whole = self.whole(said)
        for each, row in zip(self.wordings, said, strict=True):
            if each.asks:
                return np.asarray((1 - ASKING_SHARE) * whole + ASKING_SHARE * row)
        return whole

    def closest(self, said: Scores) -> Scores:
        """The same for points of one article: of a follow-up, either wording may be the one that asks for them."""
        return self.combined(said) if self.has_parts else np.asarray(np.max(said, axis=0))

    def scores(self, words_share: float) -> Scores:
        """What both channels say of the chunks that one of them brought: shape (wordings, positions)."""
        return (1 - words_share) * self.near.of(self.positions) + words_share * self.words[:, self.positions]


def of(question: str, earlier: Sequence[str], lang: str, library: Library, embedder: Embedder) -> list[Wording]:
    """The wordings of a question that leans on earlier ones, or on none."""
    held = [] if earlier else parts(question)
    if earlier:
        texts, shares = [question, " ".join([*earlier, question])], [1.0 - EARLIER_SHARE, EARLIER_SHARE]
    else:
        texts, shares = [question, *held], [1.0, *[0.0] * len(held)]
    spelt = [library.learned.speller.restore(text) for text in texts] if lang == "kk" else texts
    asks = 1 + asking(held) if held else None  # behind the whole
    vectors = embedder.questions(spelt)
    return [Wording(*each, number == asks) for number, each in enumerate(zip(texts, shares, vectors, strict=True))]


def ask(
    wordings: Sequence[Wording], lang: str, reach: Sequence[str], library: Library, unrelated: float
) -> dict[str, Asked]:
    """By jurisdiction what both channels say. Words are measured by the best chunk of the first jurisdiction.

    Another one counts by its own best chunk if that is better, so that a standard which repeats the question does not
    make the country's own words count for less. Parts are measured by the one that says most: «что мне делать» says
    little, and its own best chunk is no measure.
    """
    texts, vectors = [each.text for each in wordings], np.stack([each.vector for each in wordings])
    said = {name: library.words[name].scores_each(texts, lang) for name in reach}
    most_said = [float(each.max(initial=1e-9)) for each in said[reach[0]]]
    of_parts = max((most for most, each in zip(most_said, wordings, strict=True) if each.part), default=0.0)
    measures = [of_parts if each.part else most for most, each in zip(most_said, wordings, strict=True)]
    found = {}
    for name in reach:
        words = np.stack(
            [
                _filled(heard / max(measure, float(heard.max(initial=0.0))), text, lang, name, library)
                for heard, measure, text in zip(said[name], measures, texts, strict=True)
            ]
        )
        near = Nearness(vectors, partial(library.vectors, name), words.shape[1], unrelated)
        found[name] = Asked(tuple(wordings), words, _brought(vectors, words, name, library), near)
    return found


def _filled(words: Scores, text: str, lang: str, jurisdiction: str, library: Library) -> Scores:
    """With what the translated words say of texts that are not held in the language of the question."""
    index = library.words[jurisdiction]
    held = library.elsewhere[jurisdiction]
    return across.with_translated(words, index.terms(text, lang), lang, held, index, library.learned.lexicon)


def _brought(vectors: Vectors, words: Scores, jurisdiction: str, library: Library) -> NDArray[np.intp]:
    """The best chunks of both channels. What one of them brought is scored by both.

    Taking the nearness of chunks that only the words brought for nought lost 0.025 recall@5 on the dev questions.
    """
    near = library.nearest_each(jurisdiction, vectors, CANDIDATES)
    found = {position for brought in near for position, _ in brought}
    found.update(*(best(said, WORD_CANDIDATES).tolist() for said in words))
    return np.array(sorted(found), dtype=np.intp)
