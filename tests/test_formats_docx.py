"""DOCX: what Word prints, in its order: numbers of lists, tables, footnotes; not what it hides."""

from __future__ import annotations

import pytest

from assistant.errors import DamagedFile
from assistant.formats import docx, numbering
from assistant.formats.limits import Limits
from tests.make_files import W, add_xml, replaced, saved, word, zipped

LIMITS = Limits()
WHITE, RAISED = "<w:color w:val='FFFFFF'/>", "<w:vertAlign w:val='superscript'/>"
LIST = "<w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr>"
ABSTRACT = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="russianLower"/><w:lvlText w:val="%3)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperRoman"/>
<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>
<w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="7"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""


def run(text: str, properties: str = "") -> str:
    """A run of words."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def paragraph(text: str, list_name: int | None = None, level: int = 0) -> str:
    """A paragraph, of a list or none."""
    in_list = LIST.format(level=level, list=list_name) if list_name is not None else ""
    return f"<w:p>{in_list}{run(text)}</w:p>"


def read(*blocks: str, lists: str = ABSTRACT) -> list[str]:
    """The lines read of a Word file of some blocks."""
    document = word()
    for block in blocks:
        add_xml(document, block)
    return docx.read(replaced(saved(document), "word/numbering.xml", lists.encode()), LIMITS).text.split("\n")


def test_automatic_numbers_are_text() -> None:
    found = read(
        paragraph("Общие правила", 1),
        paragraph("Смена", 1, 1),
        paragraph("утром", 1, 2),
        paragraph("вечером", 1, 2),
        paragraph("Отдых", 1, 1),
        paragraph("ночью", 1, 2),
        paragraph("Без номера"),
        paragraph("Споры", 1),
        paragraph("Порядок", 1, 1),
    )
    assert found == ["1. Общие правила", "1.1. Смена", "а) утром", "б) вечером", "1.2. Отдых", "а) ночью", "Без номера",
                     "2. Споры", "2.1. Порядок"]  # fmt: skip


def test_starts_kinds_bullets_and_restarts() -> None:
    blocks = (paragraph("с трёх", 2), paragraph("дальше", 2), paragraph("точка", 3), paragraph("один", 1))
    assert read(*blocks, paragraph("два", 1), paragraph("снова", 4), paragraph("нет", 0)) == [
        "III) с трёх", "IV) дальше", "- точка", "1. один", "2. два", "1. снова", "нет",
    ]  # fmt: skip


def test_a_list_of_a_style() -> None:
    document = word()
    style = document.styles["Heading 2"].element
    from docx.oxml import parse_xml

    style.get_or_add_pPr().append(parse_xml(f"<w:numPr {W}><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"))
    document.add_heading("Оплата", 2)
    document.add_heading("Отпуск", 2)
    data = replaced(saved(document), "word/numbering.xml", ABSTRACT.encode())
    assert docx.read(data, LIMITS).text == "1. Оплата\n2. Отпуск"


def test_tables_stand_between_blank_lines_in_their_place() -> None:
    document = word()
    document.add_paragraph("Выше")
    table = document.add_table(2, 3)
    for number, said in enumerate(("должность", "дни", "", "сварщик", "12", "вредно")):
        table.cell(number // 3, number % 3).text = said
    table.cell(1, 2).add_paragraph("очень")
    document.add_paragraph("Ниже")
    found = docx.read(saved(document), LIMITS).text
    assert found == "Выше\n\nдолжность | дни |\nсварщик | 12 | вредно очень\n\nНиже"


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        pytest.param(f"<w:p>{run('вид')}{run('тайна', '<w:vanish/>')}</w:p>", "вид", id="hidden words"),
        pytest.param(f"<w:p>{run('вид')}{run('тайна', WHITE)}</w:p>", "вид", id="white words"),
        pytest.param(f"<w:p>{run('вид')}<w:del>{run('было')}</w:del></w:p>", "вид", id="deleted words"),
        pytest.param(f"<w:p>{run('вид')}<w:ins>{run(' есть')}</w:ins></w:p>", "вид есть", id="inserted words"),
        pytest.param(f"<w:p><w:hyperlink>{run('ссылка')}</w:hyperlink></w:p>", "ссылка", id="words of a link"),
        pytest.param(
            "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>" + run("вид") + "</w:p>", "вид", id="a field's code"
        ),
        pytest.param(f"<w:p>{run('ст. 126')}{run('1', RAISED)}</w:p>", "ст. 126-1", id="raised"),
        pytest.param(
            "<w:p><w:r><w:t>126</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r></w:p>", "126-1", id="a hyphen that holds"
        ),
        pytest.param("<w:p><w:r><w:t>а</w:t><w:softHyphen/><w:t>б</w:t></w:r></w:p>", "аб", id="a soft hyphen"),
    ],
)
def test_what_word_prints(block: str, expected: str) -> None:
    assert read(block) == [expected]


def test_footnotes_stand_at_the_end_with_their_marks() -> None:
    document = word()
    add_xml(document, "<w:p>" + run("Смена") + "<w:r><w:footnoteReference w:id='2'/></w:r></w:p>")
    data = saved(document)
    notes = f"<w:footnotes {W}><w:footnote w:id='2'><w:p>{run('кроме ночной')}</w:p></w:footnote></w:footnotes>"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    relation = f'<Relationship Id="rIdN" Type="{kind}/footnotes" Target="footnotes.xml"/></Relationships>'
    name, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    files[name] = files[name].replace(b"</Relationships>", relation.encode())
    override = '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    override += 'wordprocessingml.footnotes+xml"/></Types>'
    files[types] = files[types].replace(b"</Types>", override.encode())
    assert (
        docx.read(zipped({**files, "word/footnotes.xml": notes.encode()}), LIMITS).text == "Смена[1]\n[1] кроме ночной"
    )


@pytest.mark.parametrize(
    ("count", "kind", "expected"),
    [
        (1, "decimal", "1"),
        (7, "decimalZero", "07"),
        (4, "upperRoman", "IV"),
        (1994, "lowerRoman", "mcmxciv"),
        (10, "russianLower", "к"),
        (2, "russianUpper", "Б"),
        (27, "upperLetter", "AA"),
        (5, "chineseCounting", "5"),
    ],
)
def test_kinds_of_numbers(count: int, kind: str, expected: str) -> None:
    assert numbering.written(count, kind) == expected


def test_an_archive_that_is_no_document() -> None:
    with pytest.raises(DamagedFile):
        docx.read(zipped({"word/document.xml": b"<x/>"}), LIMITS)
