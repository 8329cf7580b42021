"""The assistant's own sentences: three languages each, the same blanks in all, and none that is asked for in vain."""

from __future__ import annotations

import ast
import re
from datetime import date
from functools import lru_cache
from pathlib import Path
from string import Formatter

import pytest

from assistant import feedback, phrases
from assistant.digests import UNITS
from assistant.law import LANGUAGES, Authority
from assistant.seminar import item

FOLDER = Path(phrases.__file__).parent
ROOM = tuple(sorted((FOLDER / "seminar").glob("*.py")))  # says phrases of its own
CODE = (*sorted(set(FOLDER.rglob("*.py")) - set(ROOM)), FOLDER.parent / "app.py", FOLDER.parent / "ingest.py")
SAYS = ("say", "phrases.say", "state.say")
# keys that the code chooses by a name: how it names them, and what they can be
INDIRECT = {
    "question": {"ask_title", "ask_jurisdiction", "ask_language", "ask_authority", "ask_edition"},
    "key": {
        *("example_1", "example_2", "example_3", "example_4"),
        *(f"ui {name} {code}" for name in ("law", "acts") for code in ("kz", "eu", "kg", "uz", "ru")),
        *("ui acts int", "ui measure found", "ui measure cited", "ui measure other", "ui measure refused"),
    },
    "heading": {"see_also", "next_steps", "ui promises", "ui limits", "ui stored"},
    "text": {"ui promises text", "ui limits text", "ui stored text"},
    "KINDS[each.kind]": {"diff_added", "diff_gone", "diff_changed", "diff_repealed", "diff_ruling"},
    "checked": {"verified_line", "not_checked_in_force"},
    "kind": {"official", "restatement"},
    "state": {"fetch_new", "fetch_kept", "fetch_missing"},
    "words[value]": {"verdict yes", "verdict no", "verdict unknown"},
    **dict.fromkeys(("authority", "citation.authority", "c.authority", "act.authority"), {*map(str, Authority)}),
}
# what the blank of a built key can be: one phrase for each
BUILT = {
    "f'ui unit {figure.unit}'": UNITS,
    "f'ui reason {name}'": feedback.REASONS,
    "f'ui kind {name}'": ("agreement", "employer", "paper"),
    "f'lead {instrument.authority}'": tuple(weight for weight in Authority if not weight.binding),
}


@lru_cache
def asked(code: tuple[Path, ...] = CODE) -> list[tuple[str, ast.expr]]:
    """Every first argument of a call of `say`, each branch of a choice for itself, with its place in the code."""
    found = []
    for path in code:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in SAYS and node.args:
                first = node.args[0]
                branches = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
                found += [(f"{path.name}:{node.lineno}", branch) for branch in branches]
    return found


def prefixes() -> dict[str, str]:
    """What the keys begin with that the code builds with one blank, `check …`, by how it builds them."""
    built = [node for _, node in asked() if isinstance(node, ast.JoinedStr)]
    firsts = [(ast.unparse(node), node.values[0]) for node in built]
    return {how: str(first.value) for how, first in firsts if isinstance(first, ast.Constant)}


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


def test_every_phrase_of_the_seminar_exists_in_three_languages() -> None:
    held = item.phrases()
    written = {where: node.value for where, node in asked(ROOM) if isinstance(node, ast.Constant)}
    assert len(written) > 20 and {where: key for where, key in written.items() if key not in held} == {}
    assert all(tuple(said) == LANGUAGES for said in held.values())
    assert all(blanks(said["kk"]) == blanks(said["ru"]) == blanks(said["en"]) for said in held.values())


def test_every_phrase_chosen_by_the_code_exists() -> None:
    chosen = {ast.unparse(node) for _, node in asked() if not isinstance(node, ast.Constant)}
    assert chosen - prefixes().keys() <= INDIRECT.keys(), "say in INDIRECT which keys it can be"
    assert set().union(*INDIRECT.values()) <= phrases.phrases().keys()


@pytest.mark.parametrize("how", BUILT)
def test_every_phrase_built_by_the_code_exists(how: str) -> None:
    assert {f"{prefixes()[how]}{each}" for each in BUILT[how]} <= phrases.phrases().keys()


def test_no_phrase_lies_unused() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in CODE)
    chosen, begun = set().union(*INDIRECT.values()), tuple(prefixes().values())
    unused = [key for key in phrases.phrases() if not re.search(rf"[\"']{key}[\"']", code) and key not in chosen]
    assert [key for key in unused if not key.startswith(begun)] == []


def test_details_fill_the_blanks() -> None:
    assert phrases.say("older_wording", "en", date="1 May 2020").startswith("The wording of 1 May 2020")


@pytest.mark.parametrize(("key", "lang"), [("no such phrase", "en"), ("disclaimer", "uz")])
def test_an_unknown_phrase_is_an_error(key: str, lang: str) -> None:
    with pytest.raises(KeyError):
        phrases.say(key, lang)


@pytest.mark.parametrize(("lang", "expected"), [("kk", "01.07.2026"), ("ru", "01.07.2026"), ("en", "1 July 2026")])
def test_dates_as_the_language_writes_them(lang: str, expected: str) -> None:
    assert phrases.day(date(2026, 7, 1), lang) == expected
