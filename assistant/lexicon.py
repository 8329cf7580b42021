"""Which stems of one language stand for which of another, learned from digests that say the same in three languages.

IBM Model 1 (Brown et al. 1993) on stems, both ways: what both ways find likely is kept. It translates single words for
searching; it makes no sentence and nothing of it is ever shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations

import numpy as np
from numpy.typing import NDArray

from assistant.language import stems, words
from assistant.law import LANGUAGES, Digest

NONE = ""  # stands before the words of every text: what has no counterpart comes from it
ROUNDS = 6  # of expectation and maximisation; more change no question of the development set
LIKELY = 0.1  # least likelihood of a pair, the geometric mean of both ways
MOST = 4  # counterparts of a stem

Likely = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Lexicon:
    """By pair of languages, "kk ru": for a stem of the first the likeliest stems of the second, 0 to 1 each."""

    pairs: Mapping[str, Likely] = field(default_factory=dict)

    @classmethod
    def learn(cls, digests: Iterable[Digest]) -> Lexicon:
        """Learn from points, titles and questions, each of which says the same in every language."""
        texts = [text for digest in digests for text in _parallel(digest)]
        russian = frozenset(word for text in texts for word in words(text["ru"]))
        held = {lang: _met_again([stems(text[lang], lang, russian) for text in texts]) for lang in LANGUAGES}
        found: dict[str, Likely] = {}
        for one, other in combinations(LANGUAGES, 2):
            there = _model([*zip(held[one], held[other], strict=True)])
            back = _model([*zip(held[other], held[one], strict=True)])
            both = {pair: (share * back.get((pair[1], pair[0]), 0.0)) ** 0.5 for pair, share in there.items()}
            found[f"{one} {other}"] = _likeliest(both)
            found[f"{other} {one}"] = _likeliest({(b, a): likely for (a, b), likely in both.items()})
        return cls(found)

    def translated(self, asked: Iterable[str], source: str, target: str) -> dict[str, float]:
        """The stems of another language that those of a question stand for, with how likely each is, 0 to 1."""
        pairs = self.pairs.get(f"{source} {target}", {})
        found: dict[str, float] = {}
        for stem in asked:
            for other, likely in pairs.get(stem, {}).items():
                found[other] = max(likely, found.get(other, 0.0))
        return found


def _parallel(digest: Digest) -> Iterable[Mapping[str, str]]:
    """Title, points and questions of a digest, as many questions as every language has."""
    if digest.official:
        return []  # the wording itself, in one language or two
    questions = [digest.questions[lang] for lang in LANGUAGES]
    own = zip(*(each[: len(each) - digest.alike] for each in questions), strict=False)
    alike = zip(*(each[len(each) - digest.alike :] for each in questions), strict=True)
    return [
        digest.title,
        *(point.text for point in digest.points),
        *(dict(zip(LANGUAGES, each, strict=True)) for each in (*own, *alike)),
    ]


def _met_again(texts: Sequence[Sequence[str]]) -> list[list[str]]:
    """The same without stems that stand in one text only: from one text nothing can be learned."""
    count = Counter(stem for text in texts for stem in text)
    return [[stem for stem in text if count[stem] > 1] for text in texts]


def _model(pairs: Sequence[tuple[Sequence[str], Sequence[str]]]) -> dict[tuple[str, str], float]:
    """By (stem, counterpart): the probability of the counterpart where the stem stands, of texts that say the same."""
    number: dict[str, int] = {NONE: 0}
    counterpart: dict[str, int] = {}
    sources, targets = [], []  # for each word of a second text: the words of the first, and itself
    for first, second in pairs:
        held = [0, *(number.setdefault(stem, len(number)) for stem in first)]
        sources += [held] * len(second)
        targets += [counterpart.setdefault(stem, len(counterpart)) for stem in second]
    if not sources:
        return {}
    sizes = [len(held) for held in sources]
    source = np.fromiter(chain.from_iterable(sources), np.int64)
    row = np.repeat(np.arange(len(sources)), sizes)
    met, which = np.unique(source * len(counterpart) + np.repeat(targets, sizes), return_inverse=True)
    stem, other = np.divmod(met, len(counterpart))
    share: NDArray[np.float64] = np.ones(len(met))
    for _ in range(ROUNDS):
        now = share[which]
        expected = np.bincount(which, now / np.bincount(row, now)[row])
        share = expected / np.bincount(stem, expected)[stem]
    kept = np.flatnonzero((share > LIKELY**2) & (stem > 0))
    names, others = list(number), list(counterpart)
    return {(names[stem[i]], others[other[i]]): float(share[i]) for i in kept}


def _likeliest(likely: Mapping[tuple[str, str], float]) -> Likely:
    found: Likely = {}
    for (stem, other), share in sorted(likely.items(), key=lambda item: (-item[1], item[0])):
        if share >= LIKELY and len(found.setdefault(stem, {})) < MOST:
            found[stem][other] = round(share, 2)
    return {stem: held for stem, held in found.items() if held}
