"""SAFETY 19: asking with a model configured opens connections to that model's host and to nothing else.

Seen are the connections that Python opens; what a compiled library opened past Python would not be.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any
from urllib.parse import urlsplit

import pytest

from assistant.settings import Settings
from tests import fake_endpoint
from tests.conftest import ROOT
from tests.fake_endpoint import saying

WATCHED = """
import json, runpy, sys
seen = []
def watch(event, arguments):
    if event == "socket.connect":
        seen.append(arguments[1][:2] if isinstance(arguments[1], tuple) else "unix")
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        seen.append([str(arguments[0]), 0])
    elif event == "socket.sendto":
        seen.append(arguments[1][:2])
sys.addaudithook(watch)
sys.argv = ["assistant", "ask", *sys.argv[1:]]
try:
    runpy.run_module("assistant", run_name="__main__")
finally:
    print(json.dumps(seen), file=sys.stderr)
"""


def copies(body: dict[str, Any]) -> str:
    """A good model: says its first passage in its own words."""
    given = [json.loads(line) for line in body["messages"][-1]["content"].split("\n")]
    first = next(line for line in given if "id" in line)
    return json.dumps({"claims": [{"text": first["text"], "passages": [first["id"]], "quote": ""}]}, ensure_ascii=False)


def ask(url: str, settings: Settings) -> tuple[list[list[Any]], str]:
    """Where a fresh process connected to that asked one question, and what it printed."""
    model = {"OPENAI_BASE_URL": url, "LLM_MODEL": "fake"} if url else {}
    env = {name: said for name, said in os.environ.items() if not name.startswith(("OPENAI_", "LLM_", "LANG"))}
    env = {**env, **model, "ASSISTANT_DATA": str(settings.data)}
    command = [sys.executable, "-c", WATCHED, "Сколько дней отпуска мне положено?", "--json"]
    ran = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=300, check=True)
    return json.loads(ran.stderr.splitlines()[-1]), ran.stdout


@pytest.mark.slow
def test_only_the_host_of_the_model_is_connected_to(built_settings: Settings) -> None:
    with fake_endpoint.endpoint(saying(copies)) as fake:
        seen, said = ask(fake.url, built_settings)
        place = urlsplit(fake.url)
    assert json.loads(said)["mode"] == "llm", "the model was asked"
    assert [place.hostname, place.port] in seen
    assert [each for each in seen if each not in ([place.hostname, place.port], [place.hostname, 0])] == []


@pytest.mark.slow
def test_without_a_model_nothing_is_connected_to(built_settings: Settings) -> None:
    seen, said = ask("", built_settings)
    assert json.loads(said)["mode"] == "composed" and seen == []
