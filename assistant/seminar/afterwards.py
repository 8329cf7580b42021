"""After a seminar: the items answered wrongly most, totals as CSV, corrections by trainers as evaluation questions.

Returns bytes for the trainer to save; writes no file, and knows of no participant.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from assistant.members import article_of
from assistant.seminar import paper
from assistant.seminar.item import CHOICE, SEVERAL, Item
from assistant.seminar.room import Outcome

COLUMNS = ("number", "item", "question", "taking part", "answered", "right", "share right", "articles", "options")


def hardest(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The questions that somebody got wrong, the one with the largest share of wrong answers first."""
    wrong = [each for each in outcomes if each.tally.right < each.tally.answered]
    return sorted(wrong, key=lambda each: (each.tally.right / each.tally.answered, each.number))


def labels(item: Item) -> list[str]:
    """The places behind an item as they are written, each once."""
    return list(dict.fromkeys(key.label for key in item.keys))


def totals(outcomes: Sequence[Outcome]) -> bytes:
    """The totals of a room as CSV in UTF-8: a line for each question with its counts, and nobody's answers."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for each in outcomes:
        counted = zip(paper.LETTERS, each.tally.options, strict=False) if each.item.kind in (CHOICE, SEVERAL) else ()
        shares = f"{each.tally.right / each.tally.answered:.2f}"
        rows.writerow(
            (each.number, each.item.id, " ".join(each.item.stem.split()), each.tally.joined, each.tally.answered,
             each.tally.right, shares, "; ".join(labels(each.item)), " ".join(f"{sign}={n}" for sign, n in counted))
        )  # fmt: skip
    return out.getvalue().encode("utf-8-sig")


def corrections(written: Sequence[tuple[Item, str]]) -> bytes:
    """What a trainer wrote on items, one line each in the form of an evaluation file; empty texts are left out.

    `question` is the item as it was asked, `required` the articles of its key, `note` the trainer's words.
    """
    lines = []
    for each, said in written:
        if not (note := said.strip()):
            continue
        row = {
            "id": each.id, "group": f"seminar-{each.template}", "lang": each.lang,
            "question": "\n".join([each.stem, *paper.options(each)]),
            "required": list(dict.fromkeys(article_of(key.place) for key in each.keys)),
            "acceptable": [], "expect": "answer", "must_contain": [], "note": note, "key": paper.right(each),
        }  # fmt: skip
        lines.append(json.dumps(row, ensure_ascii=False) + "\n")
    return "".join(lines).encode()
