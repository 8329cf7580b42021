"""A file to a checker's report and back: read, print, write as DOCX, PDF or Markdown, comment the original.

What is right and wrong is decided by `checking`.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date
from pathlib import Path

from assistant import export, phrases, reading, sheets
from assistant.checking import Report
from assistant.errors import NotWritable, UsageError

WRITERS = {".docx": export.docx, ".pdf": export.pdf, ".md": export.markdown}
DOCX = b"PK\x03\x04"
LARGEST = 20_000_000  # bytes


def read(name: str) -> tuple[str, bytes]:
    """The text of a file, or of standard input for `-`, and its bytes.

    Plain UTF-8 is taken as it is, so that spans count in the file; everything else is read by its format.
    Errors: UsageError if there is no such file, ReadingError.
    """
    if name == "-":
        data = sys.stdin.buffer.read(LARGEST + 1)
    else:
        try:
            data = Path(name).read_bytes()
        except OSError as error:
            raise UsageError(f"{name}: {error.strerror}") from error
    try:
        text = data.decode("utf-8")
        plain = not any(sign < " " and sign not in "\n\r\t\f" for sign in text) and not text.startswith(
            ("%PDF", "{\\rtf")
        )
    except UnicodeDecodeError:
        plain = False
    if plain and len(data) <= LARGEST and not name.lower().endswith((".htm", ".html")):
        return text, data
    return reading.read(data, name).text, data


def language_of(report: Report) -> str:
    """The language in which most citations of a text are written; English where there are none."""
    counted = Counter(finding.cited.lang for finding in report.findings)
    return counted.most_common(1)[0][0] if counted else "en"


def as_text(report: Report, lang: str) -> str:
    """The report for a terminal: a line a citation, its verdicts and reasons."""
    lines = []
    for finding in report.findings:
        word = phrases.say(f"found {sheets.verdict_of(finding.verdicts)}", lang)
        where = " ".join(finding.cited.text.split())
        lines.append(f"{word}: {where} – {finding.label}")
        lines += [f"    {reason.say(lang)}" for reason in finding.reasons]
    lines += [f"{phrases.say('found ambiguous', lang)}: {' '.join(each.text.split())}" for each in report.ambiguous]
    return "\n".join(lines or [phrases.say("found nothing", lang)])


def write(report: Report, lang: str, name: str, original: bytes, out: Path | None, comments: Path | None) -> None:
    """Write the report by its file name's end, and the commented DOCX. UsageError, NotWritable."""
    if out is not None:
        if out.suffix.lower() not in WRITERS:
            raise UsageError(f"--report {out.name} ({', '.join(WRITERS)})")
        sheet = sheets.of_report(report, lang, Path(name).name, date.today())
        _put(out, WRITERS[out.suffix.lower()](sheet))
    if comments is not None:
        if not original.startswith(DOCX):
            raise UsageError(f"--comments: {name} (.docx)")
        _put(comments, export.commented(original, report, lang))


def _put(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise NotWritable(f"{path}: {error.strerror}") from error
