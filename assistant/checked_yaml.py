"""Read a YAML file of the corpus into the shape that is expected of it, or say what is wrong with it.

The digests are read in `digests`, which also names the line of every fault. It decides nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from assistant.errors import CorpusError

Shape = TypeVar("Shape")


def read(path: Path, shape: type[Shape]) -> Shape:
    """What the file says, as `shape`, a dataclass; CorpusError names file and place of the first fault."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)  # noqa: S506
        return TypeAdapter(shape).validate_python(data)
    except FileNotFoundError as error:
        raise CorpusError(f"{path}: not there") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        raise CorpusError(f"{path}:{mark.line + 1 if mark else 1}: not YAML") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise CorpusError(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
