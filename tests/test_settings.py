"""Every setting has its variable, every variable its effect, and docs/settings.md names them all."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pytest

from assistant import settings
from assistant.errors import UsageError
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
    Case("EMBEDDING_MODEL", "embedding_model", "some/model", "some/model", "`e5-small-int8`"),
    Case("CHROMA_URL", "chroma_url", "http://localhost:8000", "http://localhost:8000", "empty"),
    Case("ASSISTANT_JURISDICTION", "jurisdiction", "uz", "uz", "`kz`"),
    Case("ASSISTANT_HOST", "host", "0.0.0.0", "0.0.0.0", "`127.0.0.1`"),
    Case("ASSISTANT_PORT", "port", "8502", 8502, "`8501`"),
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
    assert readers == {"settings.py"}
