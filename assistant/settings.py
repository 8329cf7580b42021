"""All settings on one screen, read once from the environment. Documented in docs/settings.md."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from assistant.errors import TracingOn, UsageError

ROOT = Path(__file__).resolve().parent.parent

DEFAULT_MODEL = "e5-small-work-int8"  # multilingual-e5-small with what it learned about work (`adapter`)
OPENAI = "https://api.openai.com/v1"  # where a model is asked if a key is given but no address
TRACING = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING", "LANGCHAIN_TRACING_V2")
GATEWAYS = ("LANGSMITH_GATEWAY",)
OFF = ("", "0", "false", "no", "off")


@dataclass(frozen=True)
class Settings:
    """Where things lie, which model embeds, and which language model is asked, if any. Each field names its variable.

    The key is left out of `repr`, so that no error or log shows it.
    """

    data: Path = ROOT / "data"  # ASSISTANT_DATA: texts, library and models; ignored by git
    corpus: Path = ROOT / "corpus"  # ASSISTANT_CORPUS: catalogue, digests, scope, guidance
    embedding_model: str = (
        DEFAULT_MODEL  # EMBEDDING_MODEL: e5-small[-work]-int8 or -fp32, or a sentence-transformers name
    )
    chroma_url: str = ""  # CHROMA_URL: a Chroma server instead of the folder, http://host:port
    jurisdiction: str = "kz"  # ASSISTANT_JURISDICTION: whose law is asked about by default
    host: str = "127.0.0.1"  # ASSISTANT_HOST: the address the page listens on
    port: int = 8501  # ASSISTANT_PORT
    room: bool = False  # ASSISTANT_ROOM: participants of a seminar may open its room from the local network
    llm_url: str = ""  # OPENAI_BASE_URL: an OpenAI-compatible endpoint
    llm_key: str = field(default="", repr=False)  # OPENAI_API_KEY
    llm_model: str = ""  # LLM_MODEL: without one no language model is asked
    llm_price_in: float = 0.0  # LLM_PRICE_IN: for a million tokens sent; 0 is not known
    llm_price_out: float = 0.0  # LLM_PRICE_OUT: the same for tokens written
    llm_entailment: bool = False  # LLM_ENTAILMENT: a second request checks the sentences that the rules let through
    llm_show_dropped: bool = False  # LLM_SHOW_DROPPED: answers in a terminal show dropped sentences, struck

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """The settings of this process; a variable that is empty counts as not set.

        UsageError if one is wrong; TracingOn if LangSmith would record the questions.
        """
        _refuse_tracing(os.environ if environ is None else environ)
        env = {name: value for name, value in (os.environ if environ is None else environ).items() if value}
        return cls(
            data=Path(env.get("ASSISTANT_DATA", cls.data)).expanduser(),
            corpus=Path(env.get("ASSISTANT_CORPUS", cls.corpus)).expanduser(),
            embedding_model=env.get("EMBEDDING_MODEL", cls.embedding_model),
            chroma_url=env.get("CHROMA_URL", cls.chroma_url),
            jurisdiction=env.get("ASSISTANT_JURISDICTION", cls.jurisdiction),
            host=env.get("ASSISTANT_HOST", cls.host),
            port=_port(env.get("ASSISTANT_PORT", str(cls.port))),
            room=_switch("ASSISTANT_ROOM", env.get("ASSISTANT_ROOM", "")),
            llm_url=_address(env.get("OPENAI_BASE_URL", cls.llm_url)),
            llm_key=env.get("OPENAI_API_KEY", cls.llm_key),
            llm_model=env.get("LLM_MODEL", cls.llm_model),
            llm_price_in=_price("LLM_PRICE_IN", env.get("LLM_PRICE_IN", str(cls.llm_price_in))),
            llm_price_out=_price("LLM_PRICE_OUT", env.get("LLM_PRICE_OUT", str(cls.llm_price_out))),
            llm_entailment=_switch("LLM_ENTAILMENT", env.get("LLM_ENTAILMENT", "")),
            llm_show_dropped=_switch("LLM_SHOW_DROPPED", env.get("LLM_SHOW_DROPPED", "")),
        )

    @property
    def endpoint(self) -> str:
        """The address of the language model; empty where none is configured: that needs its name and address or key."""
        return (self.llm_url or (OPENAI if self.llm_key else "")) if self.llm_model else ""

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


def _price(name: str, given: str) -> float:
    """A price that is not negative; UsageError names the variable, its value and what it may be."""
    try:
        price = float(given)
    except ValueError:
        price = -1.0
    if not 0 <= price < 1_000_000:
        raise UsageError(f"{name}={given} (0–1000000)")
    return price


def _switch(name: str, given: str) -> bool:
    """True for 1, false for 0 or nothing; UsageError names the variable, its value and what it may be."""
    if given not in ("", "0", "1"):
        raise UsageError(f"{name}={given} (0, 1)")
    return given == "1"


def _address(given: str) -> str:
    """An http address without a name and password; UsageError does not repeat it, since it may hold a secret."""
    try:
        parts = urlsplit(given)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
        good = good and (parts.port is None or parts.port > 0)
    except ValueError:
        good = False
    if given and not good:
        raise UsageError("OPENAI_BASE_URL (https://host/v1)")
    return given.rstrip("/")


def _refuse_tracing(environ: Mapping[str, str]) -> None:
    """TracingOn, naming the variables, if LangChain would record questions with LangSmith or send them through it."""
    on = [name for name in (*TRACING, *GATEWAYS) if environ.get(name, "").strip().lower() not in OFF]
    if on:
        raise TracingOn(", ".join(on))
