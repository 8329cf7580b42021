"""The image and the services of docs/deployment.md, as far as they can be checked without a Docker engine.

The files are parsed and every command in them is looked up in this environment; no image is built and nothing is run.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = ("chroma", "library", "app")
SERVING = ("chroma", "app", "model")
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
IGNORED = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
PAGE = (ROOT / "docs" / "deployment.md").read_text(encoding="utf-8")
INSTRUCTION = re.compile(r"^([A-Z]+) ((?:.*\\\n)*.*)", re.MULTILINE)
INSTRUCTIONS = [(name, re.sub(r"\\\n\s*", "", said)) for name, said in INSTRUCTION.findall(DOCKERFILE)]


def test_the_services_and_what_each_waits_for() -> None:
    assert SERVICES.keys() == {"chroma", "library", "app", "model"}
    assert SERVICES["library"]["depends_on"] == {"chroma": {"condition": "service_healthy"}}
    assert SERVICES["app"]["depends_on"] == {
        "chroma": {"condition": "service_healthy"},
        "library": {"condition": "service_completed_successfully"},
    }
    assert SERVICES["model"]["profiles"] == ["model"], "a language model is never started unasked"


@pytest.mark.parametrize("name", OURS)
def test_ours_run_with_a_read_only_root_and_without_rights(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True and service["tmpfs"] == ["/tmp"]
    assert service["cap_drop"] == ["ALL"] and service["security_opt"] == ["no-new-privileges:true"]
    assert "user" not in service, "the image's own"


@pytest.mark.parametrize("name", SERVICES)
def test_only_the_page_has_a_port_and_that_on_this_machine(name: str) -> None:
    assert SERVICES[name].get("ports", []) == (["${ASSISTANT_BIND:-127.0.0.1:8501}:8501"] if name == "app" else [])
    assert "network_mode" not in SERVICES[name]


@pytest.mark.parametrize("name", SERVICES)
def test_only_the_page_is_in_a_network_that_leads_outside(name: str) -> None:
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert set(SERVICES[name]["networks"]) == ({"inside", "outside"} if name == "app" else {"inside"})


@pytest.mark.parametrize("name", SERVICES)
def test_every_image_is_built_here_or_its_version_demanded(name: str) -> None:
    image = SERVICES[name]["image"]
    demanded = re.search(r":\$\{\w+:\?", image) is not None
    assert demanded or (SERVICES[name]["build"]["context"] == "." and image.startswith("labour-law-assistant:"))
    assert "latest" not in image


@pytest.mark.parametrize("name", SERVING)
def test_who_serves_has_a_health_check_and_starts_again(name: str) -> None:
    assert SERVICES[name]["restart"] == "unless-stopped"
    written = SERVICES[name].get("healthcheck", {}).get("test") or ["CMD", *health_check()]
    assert written[0] == "CMD" and "HEALTHCHECK" in DOCKERFILE


def test_volumes_are_declared_and_no_folder_of_the_host_is_mounted() -> None:
    used = {mount.split(":")[0] for service in SERVICES.values() for mount in service.get("volumes", [])}
    assert used == set(COMPOSE["volumes"])


def test_only_the_page_and_the_build_hear_of_the_key() -> None:
    assert SERVICES["chroma"]["environment"] == {"ANONYMIZED_TELEMETRY": "false"}
    assert SERVICES["app"]["environment"]["OPENAI_API_KEY"] == "${OPENAI_API_KEY:-}"


def health_check() -> list[str]:
    """The command of the image's own health check."""
    (said,) = [said for name, said in INSTRUCTIONS if name == "HEALTHCHECK"]
    command: list[str] = yaml.safe_load(said.partition("CMD ")[2])
    return command


COMMANDS = {
    **{name: SERVICES[name]["command"] for name in ("chroma", "library")},
    "image": yaml.safe_load([said for name, said in INSTRUCTIONS if name == "CMD"][0]),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_exists_here_and_takes_its_options(name: str) -> None:
    command, bin_folder = COMMANDS[name], Path(sys.executable).parent
    program = sys.executable if command[0] == "python" else str(bin_folder / command[0])
    helped = [program, *(word for word in command[1:4] if not word.startswith("--")), "--help"]
    ran = subprocess.run(helped, cwd=ROOT, capture_output=True, text=True, check=True)
    assert [word for word in command if word.startswith("--") and word not in ran.stdout] == []


@pytest.mark.parametrize(
    "check", [health_check(), SERVICES["chroma"]["healthcheck"]["test"][1:]], ids=["page", "chroma"]
)
def test_a_health_check_is_python_and_fails_where_nobody_answers(check: list[str]) -> None:
    nobody = [re.sub(r":(8501|8000)/", ":9/", word) for word in check]
    assert nobody != check and check[:2] == ["python", "-c"]
    ran = subprocess.run([sys.executable, *nobody[1:]], capture_output=True, text=True, check=False)
    assert ran.returncode == 1 and "URLError" in ran.stderr


def test_the_image_names_a_version_and_drops_its_rights() -> None:
    assert [said for name, said in INSTRUCTIONS if name == "FROM"] == ["${PYTHON_IMAGE} AS setup", "${PYTHON_IMAGE}"]
    (base,) = [said for name, said in INSTRUCTIONS if name == "ARG" and said.startswith("PYTHON_IMAGE=")]
    assert re.fullmatch(r"PYTHON_IMAGE=python:3\.\d+-slim-[a-z]+", base)
    names = [name for name, _ in INSTRUCTIONS]
    assert ("USER", "10001") in INSTRUCTIONS and names.index("USER") < names.index("CMD")
    assert {said for name, said in INSTRUCTIONS if name == "EXPOSE"} == {"8501"}


def test_no_secret_and_no_host_is_written_into_the_image() -> None:
    given = [said for name, said in INSTRUCTIONS if name in ("ARG", "ENV")]
    assert not [said for said in given if re.search("KEY|TOKEN|SECRET|PASSWORD", said)]
    assert not re.search(r"https?://(?!127\.0\.0\.1)", DOCKERFILE)


def test_the_image_gets_neither_data_nor_history() -> None:
    assert {".git", ".venv", "data"} <= set(IGNORED)
    copied = [shlex.split(said) for name, said in INSTRUCTIONS if name == "COPY" and "--from" not in said]
    assert copied == [["requirements.txt", "./"], [".", "."]]


def test_every_variable_of_the_compose_file_is_documented() -> None:
    asked = set(re.findall(r"\$\{(\w+):", (ROOT / "compose.yaml").read_text(encoding="utf-8")))
    assert {name for name in asked if f"`{name}" not in PAGE} == set()
