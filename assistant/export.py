"""A sheet as DOCX, PDF or Markdown; a DOCX given back with a comment at each citation.

Fonts are embedded in the PDF and have every Kazakh letter. It writes no files: it returns bytes.
"""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from assistant import phrases, sheets
from assistant.checking import Finding, Report
from assistant.sheets import Break, Heading, Paragraph, Sheet, Table

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from docx.text.paragraph import Paragraph as DocxParagraph
    from docx.text.run import Run

FONT, BOLD = "DejaVuSans", "DejaVuSans-Bold"
PAGE_WIDTH_CM = 17.0  # A4 less margins of 2 cm
FOOT_SIGNS, FOOT_LINES = 105, 3  # of the line at the foot of a page
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")  # signs that XML cannot hold
MARKDOWN = re.compile(r"([\\`*_\[\]<>#|])")


def markdown(sheet: Sheet) -> bytes:
    """The sheet as Markdown, UTF-8."""
    lines = [f"# {_md(sheet.title)}", ""]
    for block in sheet.blocks:
        if isinstance(block, Heading):
            lines += [f"## {_md(block.text)}", ""]
        elif isinstance(block, Paragraph):
            text = _md(block.text)
            lines += [f"**{text}**" if block.strong else text, ""]
        elif isinstance(block, Break):
            lines += ["---", ""]
        else:
            lines += [_cells(block.head), "|" + "---|" * len(block.head), *map(_cells, block.rows), ""]
    return "\n".join([*lines, "---", _md(sheet.foot), ""]).encode()


def _md(text: str) -> str:
    return MARKDOWN.sub(r"\\\1", text)


def _cells(row: Sequence[str]) -> str:
    return "| " + " | ".join(_md(cell).replace("\n", "<br>") for cell in row) + " |"


def docx(sheet: Sheet) -> bytes:
    """The sheet as a Word document: A4, headings that a reader can jump to, tables with a repeated head."""
    import docx as word
    from docx.enum.text import WD_BREAK
    from docx.shared import Cm, Pt

    made = word.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    made.core_properties.title, made.core_properties.language = _xml(sheet.title), sheet.lang
    section.footer.paragraphs[0].text = _xml(sheet.foot)
    made.add_heading(_xml(sheet.title), level=1)
    for block in sheet.blocks:
        if isinstance(block, Heading):
            made.add_heading(_xml(block.text), level=2)
        elif isinstance(block, Paragraph):
            run = made.add_paragraph().add_run(_xml(block.text))
            run.bold = block.strong
            run.font.size = Pt(9) if block.small else None
        elif isinstance(block, Break):
            made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        else:
            _docx_table(made, block)
    return _saved(made)


def _docx_table(made: Docx, block: Table) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Pt

    table = made.add_table(rows=1, cols=len(block.head), style="Table Grid")
    table.autofit = False
    for column, share in zip(table.columns, block.widths, strict=True):  # LibreOffice looks here, Word at the cells
        column.width = Cm(PAGE_WIDTH_CM * share)
    for row in (block.head, *block.rows):
        cells = table.rows[0].cells if row is block.head else table.add_row().cells
        for cell, text, share in zip(cells, row, block.widths, strict=True):
            cell.width = Cm(PAGE_WIDTH_CM * share)
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
            run = cell.paragraphs[0].add_run(_xml(text))
            run.font.size, run.bold = Pt(9), row is block.head
    for number, drawn in enumerate(table.rows):
        said: Any = drawn._tr.get_or_add_trPr()
        said.append(OxmlElement("w:cantSplit"))  # a row is not torn by the end of a page
        if number == 0:
            said.append(OxmlElement("w:tblHeader"))


def _saved(made: Docx) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _xml(text: str) -> str:
    return CONTROL.sub("", text)


def pdf(sheet: Sheet) -> bytes:
    """The sheet as PDF: A4, fonts embedded, page numbers and the foot on every page."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.units import cm
    from reportlab.platypus import PageBreak, SimpleDocTemplate, Spacer

    styles = _pdf_styles()
    story: list[Any] = [_pdf_text(sheet.title, styles["title"])]
    for block in sheet.blocks:
        if isinstance(block, Heading):
            story.append(_pdf_text(block.text, styles["heading"]))
        elif isinstance(block, Paragraph):
            name = "strong" if block.strong else "small" if block.small else "text"
            story.append(_pdf_text(block.text, styles[name]))
        elif isinstance(block, Break):
            story.append(PageBreak())
        else:
            story += [_pdf_table(block, styles), Spacer(1, 0.3 * cm)]

    def foot(canvas: Any, page: Any) -> None:
        canvas.setFont(FONT, 8)
        lines = textwrap.wrap(_xml(sheet.foot), FOOT_SIGNS)[:FOOT_LINES]
        for number, line in enumerate(reversed(lines)):
            canvas.drawString(2 * cm, (1.2 + 0.35 * number) * cm, line)
        canvas.drawRightString(19 * cm, 1.2 * cm, str(page.page))

    out = io.BytesIO()
    page: dict[str, Any] = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), 2 * cm)
    page |= {"pagesize": A4, "title": sheet.title, "lang": sheet.lang}
    SimpleDocTemplate(out, **page).build(story, foot, foot)
    return out.getvalue()


@lru_cache(maxsize=1)
def _pdf_styles() -> dict[str, Any]:
    from pathlib import Path

    import matplotlib
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"  # DejaVu: free, with every Kazakh letter
    for name in (FONT, BOLD):
        pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
    shapes: dict[str, tuple[str, float, float]] = {
        "title": (BOLD, 16, 20),
        "heading": (BOLD, 12, 16),
        "strong": (BOLD, 10, 14),
        "text": (FONT, 10, 14),
    }
    shapes |= {"small": (FONT, 8, 11), "cell": (FONT, 8, 10.5), "head": (BOLD, 8, 10.5)}
    return {
        key: ParagraphStyle(
            key, fontName=font, fontSize=size, leading=leading, spaceAfter=0 if key in ("cell", "head") else 6
        )
        for key, (font, size, leading) in shapes.items()
    }


def _pdf_text(text: str, style: Any) -> Any:
    from reportlab.platypus import Paragraph as Flowing

    return Flowing(escape(_xml(text)).replace("\n", "<br/>"), style)


def _pdf_table(block: Table, styles: dict[str, Any]) -> Any:
    from reportlab.lib import colors
    from reportlab.lib.units import cm
    from reportlab.platypus import Table as Grid

    rows = [[_pdf_text(cell, styles["head"]) for cell in block.head]]
    rows += [[_pdf_text(cell, styles["cell"]) for cell in row] for row in block.rows]
    grid = Grid(rows, colWidths=[PAGE_WIDTH_CM * cm * share for share in block.widths], repeatRows=1, splitInRow=1)
    grid.setStyle(
        [
            ("GRID", (0, 0), (-1, -1), 0.4, colors.grey),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke),
        ]
    )
    return grid


def commented(original: bytes, report: Report, lang: str) -> bytes:
    """The DOCX that was checked, with a comment at each citation that says its verdicts and the law's words.

    A citation that stands more than once in the document is commented in the order of the findings.
    """
    import docx as word

    made = word.Document(io.BytesIO(original))
    paragraphs = list(_paragraphs(made))
    at = 0
    for finding in report.findings:
        for number in [*range(at, len(paragraphs)), *range(at)]:
            if finding.cited.text in paragraphs[number].text:
                _comment(made, paragraphs[number], finding, lang)
                at = number
                break
    return _saved(made)


def _paragraphs(made: Docx) -> Iterator[DocxParagraph]:
    from docx.table import Table as DocxTable

    for item in made.iter_inner_content():
        if isinstance(item, DocxTable):
            yield from (paragraph for row in item.rows for cell in row.cells for paragraph in cell.paragraphs)
        else:
            yield item


def _comment(made: Docx, paragraph: DocxParagraph, finding: Finding, lang: str) -> None:
    start = paragraph.text.find(finding.cited.text)
    runs = list(_touched(paragraph, start, start + len(finding.cited.text)))
    said = [finding.label, *sheets.verdict_lines(finding.verdicts, lang), sheets.reasons(finding, lang), finding.law]
    text = _xml("\n".join(line for line in said if line)[: 2 * sheets.LONGEST_LAW])
    author = phrases.say("sheet author", lang)
    if runs:
        made.add_comment(runs, text=text, author=author, initials=author[:1])


def _touched(paragraph: DocxParagraph, start: int, end: int) -> Iterator[Run]:
    """The runs of a paragraph that hold the signs from start to end."""
    at = 0
    for run in paragraph.runs:
        if at < end and at + len(run.text) > start:
            yield run
        at += len(run.text)
