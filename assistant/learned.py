"""What a library learns from its own corpus: to tell languages apart, how Kazakh words are spelt, which
words there are, what they mean.

Learned once at building and kept in the library, so that opening one costs no time.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from assistant.corpus import Corpus, chunks
from assistant.detection import Detector
from assistant.law import LANGUAGES, Chunk
from assistant.lexicon import Lexicon
from assistant.mending import Mender
from assistant.spelling import Speller

NAME = "learned.json.gz"


@dataclass(frozen=True)
class Learned:
    """The detector of languages, the speller, the mender and the lexicon of one corpus."""

    detector: Detector
    speller: Speller
    mender: Mender
    lexicon: Lexicon

    @classmethod
    def learn(cls, corpus: Corpus) -> Learned:
        """Learn languages from the questions of all digests, as people type them; spelling from points too.

        Points of many acts share technical words between languages: with them «шеф орет» was taken for Kazakh.
        """
        digests = corpus.digests
        texts = [(lang, text) for digest in digests for lang in LANGUAGES for text in digest.questions[lang]]
        written = [point.text["kk"] for digest in digests for point in digest.points]
        typed = [question for digest in digests for question in digest.questions["kk"]]
        mender = Mender.learn((chunk.lang, chunk.text) for chunk in chunks(corpus))
        return cls(Detector.learn(texts), Speller.learn(written, typed), mender, Lexicon.learn(digests))

    def save(self, folder: Path) -> None:
        """Write it into a library."""
        (folder / NAME).write_bytes(gzip.compress(_ADAPTER.dump_json(self), mtime=0))

    @classmethod
    def load(cls, folder: Path) -> Learned:
        """Read what `save` wrote."""
        return _ADAPTER.validate_json(gzip.decompress((folder / NAME).read_bytes()))

    def embedded_text(self, chunk: Chunk) -> str:
        """The text of a chunk as it is embedded: Kazakh with its letters put back, official wording under its heading.

        A paragraph of a law says little without its heading: with it the vectors find 0.05 more of the Labour Code of
        Russia. Points and questions stand by themselves.
        """
        text = f"{chunk.heading}. {chunk.text}" if chunk.kind == "text" and chunk.heading else chunk.text
        return self.speller.restore(text) if chunk.lang == "kk" else text


_ADAPTER = TypeAdapter(Learned)
