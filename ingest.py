"""The command line of the library: `python ingest.py [build|status|verify]`.

`build` assembles the embedding model if it is not there, builds the library aside, verifies and publishes it.
Exit codes: 0 done, 1 failed, 2 wrong usage, 75 another writer is at work.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from typing import Any

from assistant import building, embedding, library, manifest
from assistant.errors import AssistantError
from assistant.law import LANGUAGES
from assistant.settings import Settings


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit code."""
    parser = argparse.ArgumentParser(prog="python ingest.py", description="Build and check the library.")
    parser.add_argument("command", nargs="?", choices=["build", "status", "verify"], default="build")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="language of messages")
    options = parser.parse_args(arguments)
    commands = {"build": _build, "status": _status, "verify": _verify}
    try:
        said = commands[options.command](Settings.from_environment())
    except AssistantError as error:
        print(error.sentence(options.lang), file=sys.stderr)
        return error.exit_code
    print(json.dumps(said, ensure_ascii=False) if options.json else _lines(said))
    return 0


def _build(settings: Settings) -> dict[str, Any]:
    if embedding.prepare(settings):
        print("Embedding model assembled.", file=sys.stderr)
    return asdict(building.prepare_and_build(settings, library.on_a_terminal))


def _status(settings: Settings) -> dict[str, Any]:
    said = manifest.read(library.current_folder(settings))
    shown = {name: value for name, value in asdict(said).items() if name != "files"}
    opened = library.open_library(library.current_folder(settings), settings)
    articles: dict[str, int] = {}
    for digest in opened.corpus.digests:
        articles[digest.instrument] = articles.get(digest.instrument, 0) + 1
    return {**shown, "articles": articles, "folder": str(opened.folder)}


def _verify(settings: Settings) -> dict[str, Any]:
    opened = library.open_library(library.current_folder(settings), settings)
    library.verify(opened.folder, opened.manifest)
    return {"id": opened.id, "verified": True, "chunks": sum(opened.manifest.counts.values())}


def _lines(said: dict[str, Any]) -> str:
    return "\n".join(f"{name}: {value}" for name, value in said.items())


if __name__ == "__main__":
    sys.exit(main())
