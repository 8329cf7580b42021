"""The assistant's own sentences: three languages each, the same blanks in all, and none that is asked for in vain."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from assistant import phrases
from assistant.law import LANGUAGES, Authority

FOLDER = Path(phrases.__file__).parent
# keys that the code builds or chooses: how it names them, and what they can be
INDIRECT = {
    "key": {"example_1", "example_2", "example_3", "example_4"},
    "heading": {"see_also", "next_steps"},
    "checked": {"verified_line", "not_checked_in_force"},
    "authority": {*map(str, Authority)},
    "citation.authority": {*map(str, Authority)},
    "c.authority": {*map(str, Authority)},
    "f'lead {instrument.authority}'": {f"lead {weight}" for weight in Authority if not weight.binding},
    "f'lead {min(cited)}'": {f"lead {weight}" for weight in Authority if not weight.binding},
}


def asked() -> list[tuple[str, ast.expr]]:
    """Every first argument of a call of `say`, with its place in the code."""
    found = []
    for path in sorted(FOLDER.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "say" and node.args:
                found.append((f"{path.relative_to(FOLDER)}:{node.lineno}", node.args[0]))
    return found


def blanks(text: str) -> set[str]:
    """The names of the blanks of a sentence."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", phrases.phrases())
def test_three_languages(key: str) -> None:
    said = phrases.phrases()[key]
    assert tuple(said) == LANGUAGES
    assert all(isinstance(text, str) and text.strip() for text in said.values())


@pytest.mark.parametrize("key", phrases.phrases())
def test_the_same_blanks(key: str) -> None:
    said = {lang: blanks(text) for lang, text in phrases.phrases()[key].items()}
    assert said["kk"] == said["ru"] == said["en"]
    assert "" not in said["en"], "a blank has a name"


def test_every_phrase_asked_for_exists() -> None:
    held = phrases.phrases().keys()
    written = {where: node.value for where, node in asked() if isinstance(node, ast.Constant)}
    assert len(written) > 20
    assert {where: key for where, key in written.items() if key not in held} == {}


def test_every_phrase_chosen_by_the_code_exists() -> None:
    chosen = {ast.unparse(node) for _, node in asked() if not isinstance(node, ast.Constant)}
    assert chosen <= INDIRECT.keys(), "say in INDIRECT which keys it can be"
    assert set().union(*INDIRECT.values()) <= phrases.phrases().keys()


def test_no_phrase_lies_unused() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in [*FOLDER.rglob("*.py"), FOLDER.parent / "app.py"])
    chosen = set().union(*INDIRECT.values())
    assert [key for key in phrases.phrases() if not re.search(rf"[\"']{key}[\"']", code) and key not in chosen] == []


def test_details_fill_the_blanks() -> None:
    assert phrases.say("older_wording", "en", date="1 May 2020").startswith("The wording of 1 May 2020")


@pytest.mark.parametrize(("key", "lang"), [("no such phrase", "en"), ("disclaimer", "uz")])
def test_an_unknown_phrase_is_an_error(key: str, lang: str) -> None:
    with pytest.raises(KeyError):
        phrases.say(key, lang)


@pytest.mark.parametrize(("lang", "expected"), [("kk", "01.07.2026"), ("ru", "01.07.2026"), ("en", "1 July 2026")])
def test_dates_as_the_language_writes_them(lang: str, expected: str) -> None:
    assert phrases.day(date(2026, 7, 1), lang) == expected
