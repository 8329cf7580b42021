"""The house rules that a machine can keep: import layers, single importers, sizes, docstrings, no private paths."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = [
    set(names.split())
    for names in (
        "app ingest evals __main__",
        "ui check_file",
        "export seminar",
        "asking beside sheets showing answering deadlines fetch_report feedback sharing suggesting narrowing "
        "rebuilding warming",
        "drafting",
        "composing",
        "checking quoting verdicts sentences "
        "supporting garbled "
        "counting citations resolving brackets lookalikes whole_instruments pinpoints chains neighbours "
        "citation_forms number_words cleaning "
        "mentions naming_forms ilo_numbers "
        "retrieval wordings nearness turns parts ranking pointing together weighing refusal conversation acts "
        "reckoning verification building entailing llm privacy introductions personal_data prompting claims plain_text "
        "orders",
        "adding reading formats fetching originals downloading pages addresses "
        "library across members learned lexicon vectors words detection spelling mending embedding model_setup adapter "
        "e5s1 latin language "
        "provisions measures limits overstating conditions roles wording known_words clauses clause_words "
        "texts bare digest_check corpus_check glossary corpus checked_yaml cases scope digests catalogue "
        "manifest numbers grammars phrases editions comparing",
        "settings",
        "documents cited law answers errors model_errors room_errors faults",
    )
]
IMPORTERS = {
    "httpcore": {"assistant/downloading.py"},
    "pypdf": {"assistant/formats/"},
    "striprtf": {"assistant/formats/"},
    "pptx": {"assistant/seminar/"},
    "chromadb": {"assistant/library.py", "assistant/building.py"},
    "onnxruntime": {"assistant/embedding.py", "assistant/model_setup.py"},
    "sentence_transformers": {"assistant/embedding.py"},
    "langchain_openai": {"assistant/llm.py"},
    "openai": {"assistant/llm.py"},
    "pymorphy3": {"assistant/mending.py"},
    "symspellpy": {"assistant/mending.py"},
    "streamlit": {"app.py", "assistant/ui/", "evals/visitor.py"},  # the bench speaks as a browser does
}
HEAVY = {"torch", "transformers", "sentence_transformers", "chromadb", "onnxruntime", "langchain_openai", "openai"}
LONGEST_FILE, LONGEST_FUNCTION = 300, 40
PRIVATE_PATH = re.compile(r"(?<!\w)/(?:work|tmp)/")
TEXT = {".py", ".md", ".yaml", ".toml", ".jsonl", ".json", ".txt", ".css", ""}

SOURCES = [
    ROOT / "app.py",
    ROOT / "ingest.py",
    *sorted(ROOT.glob("assistant/**/*.py")),
    *sorted(ROOT.glob("evals/*.py")),
]
TESTS = sorted(ROOT.glob("tests/*.py"))


def name(path: Path) -> str:
    """A file's path inside the project."""
    return path.relative_to(ROOT).as_posix()


def layer_name(path: Path) -> str:
    """What the layers call a file: `ui`, `grammars`, `evals` for folders, else the module."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[1] if parts[0] == "assistant" else parts[0]


def level(module: str) -> int:
    """The number of a module's layer, 0 at the top; a module in no layer fails the test."""
    found = [number for number, layer in enumerate(LAYERS) if module in layer]
    assert found, f"{module} stands in no layer: give it one in LAYERS"
    return found[0]


def imports(tree: ast.AST) -> Iterator[str]:
    """Dotted names of everything that a tree imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def at_import_time(node: ast.AST) -> Iterator[str]:
    """Top-level packages imported when a module is: neither inside functions nor for type checkers only."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            yield from (found for other in child.orelse for found in at_import_time(other))
            continue
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield from (found.split(".")[0] for found in imports(child))
        yield from at_import_time(child)


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def packages(path: Path) -> set[str]:
    """The top-level packages that a file imports, anywhere in it."""
    return {each.split(".")[0] for each in imports(tree(path))}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        pytest.param("import torch.nn", {"torch"}, id="plain"),
        pytest.param("try:\n    from torch import nn\nfinally:\n    pass", {"torch"}, id="in a try, still at import"),
        pytest.param("class A:\n    import torch", {"torch"}, id="in a class body, still at import"),
        pytest.param("def f():\n    import torch", set(), id="in a function"),
        pytest.param("if TYPE_CHECKING:\n    import torch", set(), id="for the type checker"),
    ],
)
def test_the_reader_of_imports(code: str, expected: set[str]) -> None:
    assert set(at_import_time(ast.parse(code))) == expected


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_imports_go_down(path: Path) -> None:
    if path == ROOT / "assistant" / "__init__.py":
        assert not set(imports(tree(path)))
        return
    own = level(layer_name(path))
    ours = {found.split(".")[1] for found in imports(tree(path)) if found.startswith("assistant.")}
    up = {module for module in ours if level(module) < own}
    assert not up, f"{name(path)} imports from above: {sorted(up)}"


@pytest.mark.parametrize("module", ["law", "errors"])
def test_the_lowest_layer_needs_only_the_standard_library(module: str) -> None:
    found = {each.split(".")[0] for each in imports(tree(ROOT / "assistant" / f"{module}.py"))}
    assert found <= {*sys.stdlib_module_names}


@pytest.mark.parametrize("package", IMPORTERS)
def test_single_importers(package: str) -> None:
    users = {name(path) for path in SOURCES if package in packages(path)}
    allowed = IMPORTERS[package]
    assert {user for user in users if user not in allowed and f"{user.rpartition('/')[0]}/" not in allowed} == set()
    assert users, f"nobody imports {package}: take its rule out"


def test_building_takes_only_errors_from_chroma() -> None:
    found = {each for each in imports(tree(ROOT / "assistant" / "building.py")) if each.startswith("chromadb")}
    assert all(each.startswith("chromadb.errors.") for each in found)


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_nothing_heavy_at_import_time(path: Path) -> None:
    assert not HEAVY & set(at_import_time(tree(path)))


@pytest.mark.parametrize("modules", ["assistant.answering", "assistant.__main__, assistant.building, ingest"])
def test_nothing_heavy_is_loaded_by_an_import(modules: str) -> None:
    code = f"import sys, {modules}; print(*sorted({HEAVY!r} & sys.modules.keys()))"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""


@pytest.mark.parametrize("path", [*SOURCES, *TESTS], ids=name)
def test_a_file_is_a_page(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = len(text.splitlines())
    assert lines <= LONGEST_FILE, f"{name(path)}: {lines} lines"
    assert path.name != "utils.py"
    if text:  # an empty __init__.py says nothing
        assert ast.get_docstring(tree(path)), f"{name(path)} has no docstring"


@pytest.mark.parametrize("path", [*SOURCES, *TESTS], ids=name)
def test_a_function_is_a_paragraph(path: Path) -> None:
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    sizes = {f"{each.name}:{each.lineno}": (each.end_lineno or 0) - each.lineno + 1 for each in functions}
    assert {where: size for where, size in sizes.items() if size > LONGEST_FUNCTION} == {}


def swallows(handler: ast.ExceptHandler) -> bool:
    """True for a handler that catches everything and does nothing."""
    broad = handler.type is None or ast.unparse(handler.type) in ("Exception", "BaseException")
    return broad and all(isinstance(node, ast.Pass | ast.Continue) for node in handler.body)


@pytest.mark.parametrize("path", [*SOURCES, *TESTS], ids=name)
def test_no_error_is_swallowed(path: Path) -> None:
    nodes = list(ast.walk(tree(path)))
    assert not [node.lineno for node in nodes if isinstance(node, ast.ExceptHandler) and swallows(node)]
    calls = [ast.unparse(node) for node in nodes if isinstance(node, ast.Call)]
    assert not [call for call in calls if re.search(r"suppress\((Base)?Exception\)", call)]


def test_no_path_of_one_machine() -> None:
    folders = ("assistant", "evals", "corpus", "docs")
    files = [ROOT / "Makefile", *(path for folder in folders for path in sorted(ROOT.glob(f"{folder}/**/*")))]
    kept = [path for path in files if path.is_file() and path.suffix in TEXT and "/out/" not in path.as_posix()]
    assert len(kept) > 100
    found = {name(path): hit[0] for path in kept if (hit := PRIVATE_PATH.search(path.read_text(encoding="utf-8")))}
    assert found == {}
