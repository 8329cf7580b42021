"""Pairs of texts that should lie near each other, drawn from the digests and, where they are at hand, official texts.

A batch is drawn around articles that lie near each other, so that its wrong pairs are hard ones. `about` names what a
pair is about: two pairs about the same are never each other's wrong ones, two points of one article hardly.
For `evals/learn_embedding.py`.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant import corpus as corpora
from assistant import library
from assistant.corpus import Corpus
from assistant.embedding import Embedder, Vectors
from assistant.law import LANGUAGES
from assistant.library import Library
from assistant.members import article_of
from assistant.settings import Settings
from evals import texts

OFFICIAL, CLOZE = 20, 16  # of a batch of 120: questions with official paragraphs, sentences with their passages
NEIGHBOURS, DRAWN, OF_EACH = 24, 7, 2  # articles that count as near, how many of them are drawn, texts of each
SAME_POINT, OTHER_BEST = 0.7, 0.3  # chances: a point with its own translation; the second nearest text for the nearest
ALIKE, ITS_ANSWER = 0.4, 0.7  # chances: a question with its own translation; else with the point that answers it
PASSAGE_LENGTH, LINE, SENTENCE = (150, 1000), 20, 25  # characters
WHOLE_PASSAGE = 0.1  # chance that a sentence is not taken out of its passage
LAWS = {  # texts for the sentences, in the folder `law`; Kazakh twice, of which there is little
    "ru": "kz/labour_code_ru.txt kz/social_code_ru.txt kz/administrative_offences_code_ru.txt "
    "kz/personal_data_law_ru.txt kz/digital_code_ru.md kz/trade_union_law_ru.md",
    "kk": "kz/labour_code_kk/*.md kz/personal_data_law_kk.txt",
    "en": "eu/ai_act_en.jsonl eu/gdpr_en.jsonl ilo/articles/C*.txt",
}
TURNS = ("ru", "kk", "kk", "en")


@dataclass(frozen=True)
class Pair:
    """A text as it is asked, a text as it is found, what both are about, and which point of it if one is known."""

    text: str
    other: str
    about: str
    point: int | None = None


@dataclass(frozen=True)
class _Text:
    """A point or question of a digest. `same` tells its translations: texts of one article that say the same.

    `answer` is the number of the point itself, or of the one that answers the question; None where there is none.
    """

    article: str
    text: str
    lang: str
    point: bool
    same: str
    answer: int | None


class Pairs:
    """Draws batches; see `of`."""

    def __init__(self, held: Sequence[_Text], vectors: Vectors, rng: random.Random) -> None:
        self._held, self._vectors, self._rng = held, vectors, rng
        self._of: dict[str, list[int]] = {}
        for at, each in enumerate(held):
            self._of.setdefault(each.article, []).append(at)
        self._articles = sorted(self._of)
        middle = np.stack([vectors[self._of[name]].mean(axis=0) for name in self._articles])
        middle /= np.linalg.norm(middle, axis=1, keepdims=True)
        self._near = np.argsort(-(middle @ middle.T), axis=1)[:, :NEIGHBOURS]
        self._official: dict[tuple[str, str], tuple[list[str], Vectors]] = {}
        self._passages: dict[str, list[str]] = {}

    @classmethod
    def of(cls, settings: Settings, embedder: Embedder, shared: Path, rng: random.Random) -> Pairs:
        """From the corpus that the settings name; with official texts if `shared` holds any."""
        corpus = corpora.load(settings.corpus)
        held = list(_texts(corpus))
        found = cls(held, embedder.passages([each.text for each in held]), rng)
        if (shared / "law").is_dir():
            built = library.current(Settings.from_environment())  # of which only texts are read, none of its vectors
            found._with_official(built, embedder, shared)
        return found

    def batch(self, size: int) -> list[Pair]:
        """So many pairs; those of official texts are among them."""
        others = [self._of_official() for _ in range(OFFICIAL if self._official else 0)]
        others += [self._cloze(number) for number in range(CLOZE if self._passages else 0)]
        found: list[Pair] = []
        while len(found) < size - len(others):
            first = self._rng.randrange(len(self._articles))
            for place in [first, *self._rng.sample(list(self._near[first]), DRAWN)]:
                here = self._of[self._articles[place]]
                drawn = self._rng.sample(here, min(OF_EACH, len(here)))
                found += [pair for at in drawn if (pair := self._pair(at)) is not None]
        return [*found[: size - len(others)], *others]

    def _pair(self, at: int) -> Pair | None:
        """A text with its translation; a question with what answers it, or what that answers too; else the nearest."""
        one, rng = self._held[at], self._rng
        own = [other for other in self._of[one.article] if other != at]
        alike = [i for i in own if self._held[i].same == one.same]
        if alike and rng.random() < (SAME_POINT if one.point else ALIKE):
            return Pair(one.text, self._held[rng.choice(alike)].text, one.article, one.answer)
        wants_point = rng.random() < ITS_ANSWER
        if one.point or one.answer is None:
            return self._nearest(at, own)
        said = (one.answer, wants_point)
        here = [i for i in own if (self._held[i].answer, self._held[i].point) == said and i not in alike]
        if here:
            return Pair(one.text, self._held[rng.choice(here)].text, one.article, one.answer)
        return self._nearest(at, own)

    def _nearest(self, at: int, own: list[int]) -> Pair | None:
        """A text with the nearest text of its article in a language drawn by chance."""
        one, rng = self._held[at], self._rng
        lang, point = rng.choice(LANGUAGES), not one.point and rng.random() < 0.5
        here = [i for i in own if self._held[i].lang == lang and self._held[i].point == point]
        if not here:
            return None
        best = np.argsort(-(self._vectors[here] @ self._vectors[at]))[:2]
        chosen = best[1] if len(best) > 1 and rng.random() < OTHER_BEST else best[0]
        return Pair(one.text, self._held[here[int(chosen)]].text, one.article)

    def _with_official(self, held: Library, embedder: Embedder, shared: Path) -> None:
        act = held.corpus.instruments["kz-labour-code"]
        for lang, path in texts.LABOUR_CODE.items():
            alone = texts.text_alone([act], texts.wordings(shared / path, act, lang), held)
            chunks = [chunk for chunk in corpora.chunks(alone) if chunk.provision.startswith(act.id)]
            for article in sorted({article_of(chunk.provision) for chunk in chunks} & self._of.keys()):
                here = [held.learned.embedded_text(c) for c in chunks if article_of(c.provision) == article]
                self._official[article, lang] = (here, embedder.passages(here))
        for lang, names in LAWS.items():
            paths = [path for name in names.split() for path in sorted((shared / "law").glob(name))]
            self._passages[lang] = [passage for path in paths for passage in _passages(path)]

    def _of_official(self) -> Pair:
        """A text of a digest with the paragraph of its article's wording that lies nearest to it."""
        (article, lang), (paragraphs, vectors) = self._rng.choice(list(self._official.items()))
        at = self._rng.choice([i for i in self._of[article] if self._held[i].lang == lang])
        return Pair(self._held[at].text, paragraphs[int(np.argmax(vectors @ self._vectors[at]))], article)

    def _cloze(self, number: int) -> Pair:
        """A sentence with the rest of its passage."""
        while True:
            passage = self._rng.choice(self._passages[self._rng.choice(TURNS)])
            sentences = [each for each in re.split(r"(?<=[.;])\s+", passage) if len(each) > SENTENCE]
            if len(sentences) > 1:
                one = self._rng.choice(sentences)
                rest = passage if self._rng.random() < WHOLE_PASSAGE else passage.replace(one, "", 1)
                return Pair(one, rest, f"cloze {number}")


def _texts(corpus: Corpus) -> Iterator[_Text]:
    for digest in corpus.digests:
        for lang in LANGUAGES:
            for number, point in enumerate(digest.points):
                yield _Text(str(digest.id), point.text[lang], lang, True, f"point {number}", number)
            asked = zip(digest.questions[lang], digest.answers[lang], strict=True)
            for number, (question, answer) in enumerate(asked, start=-len(digest.questions[lang])):
                same = f"question {number}" if number >= -digest.alike else f"{lang} question {number}"
                yield _Text(str(digest.id), question, lang, False, same, answer)


def _passages(path: Path) -> Iterator[str]:
    """A file in passages of whole lines."""
    whole = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        whole = "\n".join(json.loads(line).get("text", "") for line in whole.splitlines())
    held = ""
    for line in filter(lambda line: len(line) >= LINE, map(str.strip, whole.splitlines())):
        if len(held) + len(line) > PASSAGE_LENGTH[1] * 0.7:
            if PASSAGE_LENGTH[0] < len(held) < PASSAGE_LENGTH[1]:
                yield held
            held = ""
        held = f"{held} {line}".strip()
