"""Build a library of a few articles with the fake embedder: run as a process of its own by the safety tests.

Usage: python -m tests.build_fake ARTICLES [--no-room-check]; ASSISTANT_DATA names the folder. Prints the library's id.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import sys
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from assistant import building, catalogue, digests, embedding, library, manifest, scope
from assistant.corpus import Corpus
from assistant.errors import AssistantError
from assistant.scope import Guidance
from assistant.settings import Settings
from tests.conftest import ROOT, FakeEmbedder

FRESH = multiprocessing.get_context("forkserver")  # processes that have read the code and nothing else
FRESH.set_forkserver_preload(["tests.build_fake", "chromadb"])
FORKED = multiprocessing.get_context("fork")


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
    """The same in a process of FRESH: it ends with the exit code.

    It verifies in another one that was forked before anything was built; a new interpreter reads the code for two
    seconds first, and nearly every kill would fall there.
    """
    ours, theirs = FORKED.Pipe()
    FORKED.Process(target=_verify, args=(theirs, ours), daemon=True).start()
    theirs.close()

    def verified(aside: Path) -> None:
        ours.send(aside)
        ours.recv()  # EOFError if it found a fault and died of it

    building._verify_afresh = verified
    sys.exit(main(articles, data))


def _verify(asked: Connection, other: Connection) -> None:
    other.close()
    with contextlib.suppress(EOFError):  # the builder was killed
        aside = asked.recv()
        library.verify(aside, manifest.read(aside))
        asked.send(True)


if __name__ == "__main__":
    if "--no-room-check" in sys.argv:
        building._require_room = lambda folder, chunks: None
    sys.exit(main(int(sys.argv[1])))
