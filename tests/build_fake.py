"""Build a library of a few articles with the fake embedder: run as a process of its own by the safety tests.

Usage: python -m tests.build_fake ARTICLES [--no-room-check]; ASSISTANT_DATA names the folder. Prints the library's id.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from assistant import building, catalogue, digests, embedding, scope
from assistant.corpus import Corpus
from assistant.errors import AssistantError
from assistant.scope import Guidance
from assistant.settings import Settings
from tests.conftest import ROOT, FakeEmbedder


def main(articles: int, data: Path | None = None) -> int:
    """Build from the first so many articles; the exit code of the error, with its sentence on stderr."""
    embedding.runtime = lambda name: "fake 1"
    settings = replace(Settings.from_environment(), embedding_model="fake")
    settings = replace(settings, data=data) if data else settings
    folder = Path(ROOT) / "corpus"
    files = sorted((folder / "digests" / "kz-labour-code").glob("*.yaml"))[:articles]
    held = scope.load_scope(folder / "scope.yaml")
    part = Corpus(
        instruments=catalogue.load(folder / "catalogue.toml"),
        digests=tuple(map(digests.read, files)),
        scope=replace(held, kinds=held.kinds[:1]),
        guidance=Guidance(()),
    )
    try:
        print(building.build(part, FakeEmbedder, settings).id)
    except AssistantError as error:
        print(error.sentence("en"), file=sys.stderr)
        return error.exit_code
    return 0


def run(articles: int, data: Path) -> None:
    """The same in a process that `multiprocessing` started: it ends with the exit code."""
    sys.exit(main(articles, data))


if __name__ == "__main__":
    if "--no-room-check" in sys.argv:
        building._require_room = lambda folder, chunks: None
    sys.exit(main(int(sys.argv[1])))
