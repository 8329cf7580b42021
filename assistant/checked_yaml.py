"""Read a YAML file of the corpus into the shape that is expected of it, or say what is wrong with it.

It names file and line of the first fault and decides nothing. `digests`, which reads the digests, uses its loader.
"""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError
from yaml.constructor import ConstructorError

from assistant.errors import CorpusError

Shape = TypeVar("Shape")


class Loader(yaml.CSafeLoader):
    """The safe loader of PyYAML, in C, without its two silences: a key given twice, a date that does not exist."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> object:
        try:
            return super().construct_object(node, deep)
        except ValueError as error:
            raise ConstructorError(None, None, str(error), node.start_mark) from error

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, object]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise ConstructorError(None, None, f"the key {key.value!r} stands twice", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def read(path: Path, shape: type[Shape]) -> Shape:
    """What the file says, as `shape`, a dataclass or model; CorpusError names file, line and place of a fault."""
    text = ""
    try:
        text = path.read_text(encoding="utf-8")
        data = yaml.load(text, Loader=Loader)  # noqa: S506
        return TypeAdapter(shape).validate_python(data)
    except FileNotFoundError as error:
        raise CorpusError(f"{path}: not there") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        reason = error.problem if isinstance(error, ConstructorError) else "not YAML"
        raise CorpusError(f"{path}:{mark.line + 1 if mark else 1}: {reason}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = f":{line_of(text, first['loc'])}" if first["loc"] else ""
        raise CorpusError(f"{path}{where}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error


def line_of(text: str, place: tuple[int | str, ...]) -> int:
    """The line of a place in a YAML text, keys and numbers from outside in, or of the nearest thing that is there.

    >>> line_of("a:\\n- b: 1\\n- b: 2", ("a", 1, "b"))
    3
    """
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    line = 1
    for key in place:
        if node is None:
            return line
        line = node.start_mark.line + 1
        if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
            node = node.value[key]
        elif isinstance(node, yaml.MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == str(key)), None)
            line, node = (pair[0].start_mark.line + 1, pair[1]) if pair else (line, None)
        else:
            node = None
    return line if node is None else int(node.start_mark.line) + 1
