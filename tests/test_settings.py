"""Every setting has its variable, every variable its effect, and docs/settings.md names them all."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pytest

from assistant import settings
from assistant.errors import TracingOn, UsageError
from assistant.settings import ROOT, Settings

ROW = re.compile(r"^\| `(?P<variable>[A-Z_]+)` \| (?P<default>[^|]+) \| (?P<meaning>[^|]+) \|$", re.MULTILINE)
DOCUMENTED = {row["variable"]: row for row in ROW.finditer((ROOT / "docs/settings.md").read_text(encoding="utf-8"))}


@dataclass(frozen=True)
class Case:
    """A variable, what is written into it, the field it sets, and how the default is documented."""

    variable: str
    field: str
    given: str
    expected: Any
    default: str


CASES = [
    Case("ASSISTANT_DATA", "data", "/srv/data", Path("/srv/data"), "`data` beside the code"),
    Case("ASSISTANT_CORPUS", "corpus", "/srv/corpus", Path("/srv/corpus"), "`corpus` beside the code"),
    Case("EMBEDDING_MODEL", "embedding_model", "some/model", "some/model", "`e5-small-work-int8`"),
    Case("CHROMA_URL", "chroma_url", "http://localhost:8000", "http://localhost:8000", "empty"),
    Case("ASSISTANT_JURISDICTION", "jurisdiction", "uz", "uz", "`kz`"),
    Case("ASSISTANT_HOST", "host", "0.0.0.0", "0.0.0.0", "`127.0.0.1`"),
    Case("ASSISTANT_PORT", "port", "8502", 8502, "`8501`"),
    Case("ASSISTANT_ROOM", "room", "1", True, "empty"),
    Case("OPENAI_BASE_URL", "llm_url", "http://localhost:11434/v1/", "http://localhost:11434/v1", "empty"),
    Case("OPENAI_API_KEY", "llm_key", "sk-kept-quiet", "sk-kept-quiet", "empty"),
    Case("LLM_MODEL", "llm_model", "some-model", "some-model", "empty"),
    Case("LLM_PRICE_IN", "llm_price_in", "0.15", 0.15, "empty"),
    Case("LLM_PRICE_OUT", "llm_price_out", "0.6", 0.6, "empty"),
    Case("LLM_ENTAILMENT", "llm_entailment", "1", True, "empty"),
    Case("LLM_SHOW_DROPPED", "llm_show_dropped", "1", True, "empty"),
]


def read_variables() -> set[str]:
    """The variables that settings.py asks the environment for."""
    tree = ast.parse(Path(settings.__file__).read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "env.get"]
    return {str(ast.literal_eval(call.args[0])) for call in calls}


def test_the_table_covers_every_field_and_variable() -> None:
    assert {case.field for case in CASES} == {field.name for field in fields(Settings)}
    assert {case.variable for case in CASES} == read_variables()


def test_every_variable_is_documented_and_no_other() -> None:
    assert DOCUMENTED.keys() == read_variables()
    assert all(len(row["meaning"].split()) >= 3 for row in DOCUMENTED.values())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.variable)
def test_documented_default_is_the_default(case: Case) -> None:
    default = getattr(Settings(), case.field)
    said = f"`{default.name}` beside the code" if isinstance(default, Path) else f"`{default}`" if default else "empty"
    assert DOCUMENTED[case.variable]["default"].strip() == said == case.default


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.variable)
def test_a_variable_sets_its_field_and_no_other(case: Case) -> None:
    found, unset = Settings.from_environment({case.variable: case.given}), Settings.from_environment({})
    changed = {field.name for field in fields(Settings) if getattr(found, field.name) != getattr(unset, field.name)}
    assert changed == {case.field}
    assert getattr(found, case.field) == case.expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.variable)
def test_an_empty_variable_is_not_set(case: Case) -> None:
    assert Settings.from_environment({case.variable: ""}) == Settings.from_environment({})


@pytest.mark.parametrize("given", ["abc", "0", "70000", "-1", "8501.0", "८५०१"])
def test_a_wrong_port_is_one_sentence(given: str) -> None:
    with pytest.raises(UsageError) as refused:
        Settings.from_environment({"ASSISTANT_PORT": given})
    assert f"ASSISTANT_PORT={given} (1–65535)" in refused.value.sentence("ru")
    assert refused.value.exit_code == 2


@pytest.mark.parametrize("given", ["yes", "2", "true"])
@pytest.mark.parametrize("variable", ["LLM_ENTAILMENT", "LLM_SHOW_DROPPED"])
def test_a_wrong_switch_is_one_sentence(variable: str, given: str) -> None:
    with pytest.raises(UsageError, match=f"{variable}={given} "):
        Settings.from_environment({variable: given})


@pytest.mark.parametrize("given", ["abc", "-1", "nan", "inf", "1e9"])
@pytest.mark.parametrize("variable", ["LLM_PRICE_IN", "LLM_PRICE_OUT"])
def test_a_wrong_price_is_one_sentence(variable: str, given: str) -> None:
    with pytest.raises(UsageError, match=f"{variable}={given}"):
        Settings.from_environment({variable: given})


@pytest.mark.parametrize(
    "given",
    [
        pytest.param("sk-kept-quiet", id="a key written into the wrong variable"),
        pytest.param("ftp://host/v1", id="not http"),
        pytest.param("https://user:sk-kept-quiet@host/v1", id="a password inside"),
        pytest.param("https:///v1", id="no host"),
        pytest.param("https://host:port/v1", id="no port number"),
        pytest.param("http://[::1/v1", id="a broken address"),
    ],
)
def test_a_wrong_address_is_refused_and_not_repeated(given: str) -> None:
    with pytest.raises(UsageError) as refused:
        Settings.from_environment({"OPENAI_BASE_URL": given})
    assert "OPENAI_BASE_URL" in str(refused.value) and given not in str(refused.value)
    assert "quiet" not in str(refused.value) + repr(refused.value)


@pytest.mark.parametrize(
    ("environ", "endpoint"),
    [
        pytest.param({}, "", id="nothing: answers are composed"),
        pytest.param({"OPENAI_API_KEY": "k"}, "", id="a key kept for something else names no model"),
        pytest.param({"LLM_MODEL": "m"}, "", id="neither address nor key"),
        pytest.param({"LLM_MODEL": "m", "OPENAI_API_KEY": "k"}, "https://api.openai.com/v1", id="a key alone: OpenAI"),
        pytest.param({"LLM_MODEL": "m", "OPENAI_BASE_URL": "http://a:1/v1"}, "http://a:1/v1", id="a local server"),
    ],
)
def test_when_a_language_model_is_asked(environ: dict[str, str], endpoint: str) -> None:
    assert Settings.from_environment(environ).endpoint == endpoint


def test_the_key_is_never_shown() -> None:
    assert "quiet" not in repr(Settings.from_environment({"OPENAI_API_KEY": "sk-kept-quiet"}))


@pytest.mark.parametrize("variable", [*settings.TRACING, *settings.GATEWAYS])
@pytest.mark.parametrize("given", ["true", "1", "True ", "yes", "anything"])
def test_it_does_not_start_while_tracing_is_on(variable: str, given: str) -> None:
    with pytest.raises(TracingOn, match=variable):
        Settings.from_environment({variable: given})


@pytest.mark.parametrize("given", ["", "false", "0", "False", "off", "no"])
def test_it_starts_where_tracing_is_switched_off(given: str) -> None:
    assert Settings.from_environment({"LANGSMITH_TRACING": given}) == Settings.from_environment({})


def test_the_home_folder_is_expanded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/aliya")
    assert Settings.from_environment({"ASSISTANT_DATA": "~/law"}).data == Path("/home/aliya/law")


def test_folders_lie_in_the_data_folder() -> None:
    found = Settings(data=Path("/srv"))
    assert (found.models, found.libraries, found.texts) == (
        Path("/srv/models"),
        Path("/srv/library"),
        Path("/srv/texts"),
    )


def test_the_environment_is_read_in_one_place() -> None:
    files = [*ROOT.glob("assistant/**/*.py"), ROOT / "ingest.py", ROOT / "app.py"]
    readers = {path.name for path in files if re.search(r"os\.environ|getenv", path.read_text(encoding="utf-8"))}
    assert readers == {"settings.py", "reading.py"}, "reading.py only strips the environment of its child"
