"""What is printed: an answer or a checker's report as a sheet of headings, paragraphs and tables.

A sheet is words in their order; how it becomes DOCX, PDF or Markdown is for `export`. Nothing is decided here that the
answer or report does not already say.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import partial

from assistant import phrases
from assistant.answers import Answer, Claim, Verdicts
from assistant.checking import Finding, Report

LONGEST_LAW = 900  # characters of the law's wording in a cell of a table


@dataclass(frozen=True)
class Heading:
    """A heading inside a sheet."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `strong` for what must not be overlooked, `small` for what stands at the end."""

    text: str
    strong: bool = False
    small: bool = False


@dataclass(frozen=True)
class Table:
    """A table; every row has as many cells as the head. `widths` are shares of the page."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True)
class Break:
    """What follows begins on a new page."""


@dataclass(frozen=True)
class Sheet:
    """A document to print: its title, its blocks, and the line that stands at the foot of every page."""

    title: str
    lang: str
    blocks: tuple[Heading | Paragraph | Table | Break, ...]
    foot: str


def of_answer(question: str, answer: Answer, asked: date) -> Sheet:
    """An answer with its question, every source, edition dates and the day of asking."""
    lang = answer.language
    say = partial(phrases.say, lang=lang)
    blocks: list[Heading | Paragraph | Table] = [Paragraph(question, strong=True)]
    blocks += [Paragraph(answer.lead, strong=True)] if answer.lead else []
    blocks += [Paragraph(_numbered(claim)) for claim in answer.claims]
    for key, claims in (("see_also", answer.see_also), ("next_steps", answer.next_steps)):
        if claims:
            blocks += [Heading(say(key)), *(Paragraph(_numbered(claim)) for claim in claims)]
    if answer.citations:
        rows = tuple(
            (
                str(number),
                f"{c.label}\n{phrases.say(c.authority, lang)}\n{phrases.day(c.edition, lang)}",
                f"{c.quote}\n({say('official' if c.official else 'restatement')})",
                c.url,
            )
            for number, c in enumerate(answer.citations, 1)
        )
        head = ("№", say("sheet source"), say("sheet wording"), say("official_page"))
        blocks += [Heading(say("sheet sources")), Table(head, rows, (0.05, 0.25, 0.45, 0.25))]
    blocks += [Paragraph(note, small=True) for note in answer.notes]
    foot = phrases.say("sheet foot", lang, day=phrases.day(asked, lang))
    return Sheet(say("sheet answer"), lang, tuple(blocks), foot)


def _numbered(claim: Claim) -> str:
    return f"{claim.text} " + "".join(f"[{number}]" for number in claim.citations)


def of_report(report: Report, lang: str, name: str, today: date) -> Sheet:
    """A checker's report: what was counted, what is wrong first said in a sentence, then every citation in a table."""
    say = partial(phrases.say, lang=lang)
    counted = Counter(verdict_of(finding.verdicts) for finding in report.findings)
    summary = phrases.say(
        "sheet summary",
        lang,
        all=str(len(report.findings)),
        right=str(counted["right"]),
        wrong=str(counted["wrong"]),
        unknown=str(counted["unknown"]),
        ambiguous=str(len(report.ambiguous)),
    )
    blocks: list[Heading | Paragraph | Table] = [Paragraph(name, strong=True), Paragraph(summary)]
    blocks.append(Paragraph(phrases.say("sheet as of", lang, day=phrases.day(report.day, lang))))
    wrong = [finding for finding in report.findings if finding.wrong]
    if wrong:
        blocks.append(Heading(say("sheet wrong")))
        blocks += [Paragraph(f"{finding.cited.text}: {reasons(finding, lang)}") for finding in wrong]
    head = ("№", say("sheet in the text"), say("sheet in the law"), say("sheet verdict"))
    rows = tuple(_row(number, finding, lang) for number, finding in enumerate(report.findings, 1))
    blocks += [Heading(say("sheet all")), Table(head, rows, (0.05, 0.3, 0.37, 0.28))] if rows else []
    if report.ambiguous:
        blocks.append(Heading(say("sheet ambiguous")))
        blocks += [Paragraph(f"{each.text} – {', '.join(each.candidates) or '?'}") for each in report.ambiguous]
    blocks.append(Paragraph(say("disclaimer"), small=True))
    return Sheet(
        say("sheet report"), lang, tuple(blocks), phrases.say("sheet foot", lang, day=phrases.day(today, lang))
    )


def _row(number: int, finding: Finding, lang: str) -> tuple[str, ...]:
    law = finding.law if len(finding.law) <= LONGEST_LAW else f"{finding.law[:LONGEST_LAW].rsplit(' ', 1)[0]} …"
    kind = phrases.say("official" if finding.official else "restatement", lang)
    edition = phrases.day(finding.edition, lang) if finding.edition else ""
    held = f"{finding.label}\n{law}\n({kind}, {edition})\n{finding.url}" if finding.law else finding.label
    said = "\n".join(verdict_lines(finding.verdicts, lang))
    return str(number), f"{finding.cited.text}\n{finding.sentence}", held, f"{said}\n{reasons(finding, lang)}".strip()


def reasons(finding: Finding, lang: str) -> str:
    """Every reason of a finding, in its order."""
    return " ".join(reason.say(lang) for reason in finding.reasons)


def verdict_lines(verdicts: Verdicts, lang: str) -> list[str]:
    """Each verdict with its name: yes, no, or cannot be checked."""
    words = {True: "verdict yes", False: "verdict no", None: "verdict unknown"}
    return [
        f"{phrases.say(f'verdict {name}', lang)}: {phrases.say(words[value], lang)}"
        for name, value in vars(verdicts).items()
    ]


def verdict_of(verdicts: Verdicts) -> str:
    """One word for a citation: `wrong` if a verdict is false, `right` if it exists and is in force, else `unknown`."""
    if False in vars(verdicts).values():
        return "wrong"
    return "right" if verdicts.exists and verdicts.in_force else "unknown"
