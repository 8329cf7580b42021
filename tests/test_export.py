"""Answers and reports as DOCX, PDF and Markdown: opened again and read, every Kazakh letter in its place."""

from __future__ import annotations

import io
from datetime import date

import docx
import pypdf
import pytest

from assistant import checking, export, sheets
from assistant.answers import Answer, Citation, Claim, Verdicts
from assistant.corpus import Corpus
from assistant.law import Authority, ProvisionId

DAY = date(2026, 11, 21)
LETTERS = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі"
TEXT = "Уволен по пп. 8) п. 1 ст. 52 ТК РК.\nПремии нет по ст. 412 ТК РК."
PLACE = ProvisionId("kz-labour-code", "88", ("1",))
SHOWN = Verdicts(True, True, True, True, True)
CITED = Citation(
    PLACE, "ҚР ЕК, 88-бап", Authority.LAW, LETTERS, False, SHOWN, "https://adilet.zan.kz/x", date(2026, 7, 1)
)
ANSWER = Answer("answered", "kk", "composed", claims=(Claim(f"Демалыс бар | *{LETTERS}*", (1,)),), citations=(CITED,))


def words_of(data: bytes, kind: str) -> str:
    """Every word of a file, in one line."""
    if kind == "pdf":
        text = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    elif kind == "docx":
        made = docx.Document(io.BytesIO(data))
        cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
        feet = [paragraph.text for section in made.sections for paragraph in section.footer.paragraphs]
        text = " ".join([*(paragraph.text for paragraph in made.paragraphs), *cells, *feet])
    else:
        text = data.decode()
    return " ".join(text.split())


WRITERS = [
    pytest.param(export.docx, "docx", id="docx"),
    pytest.param(export.pdf, "pdf", id="pdf"),
    pytest.param(export.markdown, "md", id="markdown"),
]


@pytest.mark.parametrize(("write", "kind"), WRITERS)
def test_an_answer_keeps_its_question_sources_editions_and_day(write: object, kind: str) -> None:
    assert callable(write)
    text = words_of(write(sheets.of_answer("Неше күн демалыс?", ANSWER, DAY)), kind)
    for needed in (
        "Неше күн демалыс?",
        LETTERS,
        "ҚР ЕК, 88-бап",
        "01.07.2026",
        "21.11.2026",
        "[1]" if kind != "md" else "1",
    ):
        assert needed in text, needed
    assert "мазмұндама" in text, "a restatement must say that it is one"


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
@pytest.mark.parametrize(("write", "kind"), WRITERS)
def test_a_report_names_what_is_wrong_and_where(write: object, kind: str, lang: str, whole_corpus: Corpus) -> None:
    assert callable(write)
    report = checking.check(TEXT, whole_corpus, DAY)
    text = words_of(write(sheets.of_report(report, lang, "приказ.docx", DAY)), kind)
    assert "412" in text and "204" in text and "приказ.docx" in text.replace("\\", "")
    assert len(report.findings) == 2 and [finding.wrong for finding in report.findings] == [False, True]


def test_a_checked_docx_comes_back_with_a_comment_at_each_citation(whole_corpus: Corpus) -> None:
    made = docx.Document()
    first = made.add_paragraph("Уволен по ")
    first.add_run("пп. 8) п. 1 ").bold = True
    first.add_run("ст. 52 ТК РК.")
    made.add_table(1, 1).cell(0, 0).text = "Премии нет по ст. 412 ТК РК."
    out = io.BytesIO()
    made.save(out)
    text = "\n".join(["Уволен по пп. 8) п. 1 ст. 52 ТК РК.", "Премии нет по ст. 412 ТК РК."])
    report = checking.check(text, whole_corpus, DAY)
    back = docx.Document(io.BytesIO(export.commented(out.getvalue(), report, "ru")))
    comments = [comment.text for comment in back.comments]
    assert len(comments) == 2 and "204" in comments[1] and back.paragraphs[0].text == first.text
    assert back.paragraphs[0].runs[1].bold, "nothing of the original may change"


def test_signs_that_word_cannot_hold_are_left_out() -> None:
    sheet = sheets.Sheet("a\x00b", "ru", (sheets.Paragraph("c\x0bd <b>&amp;"),), "e")
    assert "cd <b>&amp;" in words_of(export.docx(sheet), "docx") and "cd <b>&amp;" in words_of(export.pdf(sheet), "pdf")


def test_a_table_of_a_docx_has_its_widths_for_every_reader_and_no_torn_row() -> None:
    rules = sheets.Table(("№", "Правило"), (("1", "Текст"), ("2", "Текст")), (0.1, 0.9))
    sheet = sheets.Sheet("T", "ru", (rules,), "")
    (table,) = docx.Document(io.BytesIO(export.docx(sheet))).tables
    narrow, wide = (column.width for column in table.columns)
    assert wide > 8 * narrow and [cell.width for cell in table.rows[1].cells] == [narrow, wide]
    assert len(table._tbl.xpath("./w:tr/w:trPr/w:cantSplit")) == 3
    assert len(table._tbl.xpath("./w:tr/w:trPr/w:tblHeader")) == 1
