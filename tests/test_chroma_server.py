"""A library in a Chroma server is built and read like one in a folder, against a real `chroma run`."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import building, library
from assistant.corpus import Corpus
from assistant.settings import Settings
from evals.served import free_port
from tests.conftest import FakeEmbedder

pytestmark = pytest.mark.slow


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The address of a Chroma server started for the test."""
    port = free_port()
    chroma = Path(sys.executable).with_name("chroma")
    command = [str(chroma), "run", "--path", str(tmp_path / "served"), "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(f"{address}/api/v2/heartbeat")
        yield address
    finally:
        process.terminate()
        process.wait(20)


def _wait(address: str) -> None:
    for _ in range(150):
        try:
            urllib.request.urlopen(address, timeout=1).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail("chroma run did not answer in 30 s")


def test_a_library_in_a_server_is_built_read_and_cleared_away(
    server: str, build: Callable[..., building.Built], few: Corpus, settings: Settings
) -> None:
    remote = replace(settings, chroma_url=server)
    made = [build(replace(few, digests=few.digests[: 4 + n]), where=remote).id for n in range(3)]
    held = library.current(remote)
    chunk = held.chunks["kz"][3]
    found = held.nearest("kz", FakeEmbedder().questions([held.learned.embedded_text(chunk)])[0], 1)
    assert held.id == made[-1] and held.chunks["kz"][found[0][0]].text == chunk.text
    assert not (held.folder / library.CHROMA).exists()
    held.close()
    client = library.connect(held.folder, server)
    names = {collection.name for collection in client.list_collections()}
    client.close()
    assert names == {library.collection_name(name, "kz") for name in made[1:]}
