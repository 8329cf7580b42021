"""What a library learns from its own corpus: to tell languages apart, and how Kazakh words are spelt.

Learned once at building and kept in the library, so that opening one costs no time.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from assistant.corpus import Corpus
from assistant.detection import Detector
from assistant.law import LANGUAGES, Chunk
from assistant.spelling import Speller

NAME = "learned.json"


@dataclass(frozen=True)
class Learned:
    """The detector of languages and the speller of one corpus."""

    detector: Detector
    speller: Speller

    @classmethod
    def learn(cls, corpus: Corpus) -> Learned:
        """Learn languages from the questions of all digests, as people type them; spelling from points too.

        Points of many acts share technical words between languages: with them «шеф орет» was taken for Kazakh.
        """
        digests = corpus.digests
        texts = [(lang, text) for digest in digests for lang in LANGUAGES for text in digest.questions[lang]]
        written = [point.text["kk"] for digest in digests for point in digest.points]
        typed = [question for digest in digests for question in digest.questions["kk"]]
        return cls(Detector.learn(texts), Speller.learn(written, typed))

    def save(self, folder: Path) -> None:
        """Write it into a library."""
        (folder / NAME).write_bytes(_ADAPTER.dump_json(self))

    @classmethod
    def load(cls, folder: Path) -> Learned:
        """Read what `save` wrote."""
        return _ADAPTER.validate_json((folder / NAME).read_bytes())

    def embedded_text(self, chunk: Chunk) -> str:
        """The text of a chunk as it is embedded: Kazakh with its letters put back."""
        return self.speller.restore(chunk.text) if chunk.lang == "kk" else chunk.text


_ADAPTER = TypeAdapter(Learned)
