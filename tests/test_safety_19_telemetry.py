"""SAFETY 19: no library in use reports to its maker, compiled ones included, nor asks anybody for our own address."""

from __future__ import annotations

import base64
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.settings import Settings
from evals.served import free_port
from tests import outside
from tests.conftest import ROOT
from tests.outside import Outside

pytestmark = [pytest.mark.slow, pytest.mark.enable_socket]
HANDSHAKE = """GET /_stcore/stream HTTP/1.1
Host: 127.0.0.1:{port}
Origin: http://elsewhere.example
Connection: Upgrade
Upgrade: websocket
Sec-WebSocket-Version: 13
Sec-WebSocket-Key: {key}
Sec-WebSocket-Protocol: streamlit

"""
MAKER = 'import onnxruntime; onnxruntime.InferenceSession({!r}, providers=["CPUExecutionProvider"])'
LOADS = "from assistant import embedding, settings; embedding.open_embedder(settings.Settings.from_environment())"


@pytest.fixture
def world() -> Iterator[Outside]:
    """The proxy that everything which leaves the machine goes through."""
    with outside.world() as found:
        yield found


def left_at_home(code: str, settings: Settings, home: Path) -> list[str]:
    """What a fresh process that runs some lines leaves in the home folder: the reporter keeps its queue there."""
    env = {name: said for name, said in os.environ.items() if name not in ("ORT_DISABLE_TELEMETRY", "CI")}
    env |= {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "ASSISTANT_DATA": str(settings.data)}
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, check=True, capture_output=True, timeout=300)
    return [path.name for path in home.rglob("*") if path.is_file()]


def test_the_runtime_of_the_model_is_kept_quiet(built_settings: Settings, tmp_path: Path) -> None:
    assert left_at_home(LOADS, built_settings, tmp_path) == []


def test_left_to_itself_it_would_report(built_settings: Settings, tmp_path: Path) -> None:
    model = built_settings.models / built_settings.embedding_model / "model.onnx"
    left = left_at_home(MAKER.format(str(model)), built_settings, tmp_path)
    assert "deviceid" in left, "seen with 1.31.1; if a newer one does not, no_telemetry may go"


def test_an_answer_leaves_no_trace_outside(world: Outside, built_settings: Settings) -> None:
    env = world.environment() | {"ASSISTANT_DATA": str(built_settings.data)}
    command = [sys.executable, "-m", "assistant", "ask", "Сколько дней отпуска мне положено?"]
    subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True, timeout=300)
    assert world.asked == []


def test_a_page_of_another_origin_does_not_make_the_server_ask_for_its_address(
    world: Outside, built_settings: Settings
) -> None:
    port = free_port()
    env = world.environment() | {"ASSISTANT_DATA": str(built_settings.data)}
    command = [sys.executable, "-m", "assistant.ui.serving", f"--server.port={port}", "--server.address=127.0.0.1"]
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        assert healthy(f"http://127.0.0.1:{port}") == "ok"
        assert handshake(port).startswith("HTTP/1.1 403")
    finally:
        process.terminate()
        process.wait(20)
    assert world.asked == []


def healthy(address: str) -> str:
    """What the health check says once the server is up."""
    straight = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(300):
        try:
            with straight.open(f"{address}/_stcore/health", timeout=20) as said:
                return str(said.read().decode())
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail("the page was not served")


def handshake(port: int) -> str:
    """What the server says to a page of another origin that wants to speak with it."""
    asked = HANDSHAKE.format(port=port, key=base64.b64encode(bytes(16)).decode()).replace("\n", "\r\n")
    with socket.create_connection(("127.0.0.1", port), timeout=30) as link:
        link.sendall(asked.encode())
        return link.recv(200).decode()
