"""PDF: lines joined to paragraphs without a word changed, running heads dropped, pages kept."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.errors import NoTextLayer, UnknownFormat
from assistant.formats import kind, layout, pdf
from assistant.formats.layout import Line
from assistant.formats.limits import Limits
from tests import evil_files
from tests import make_files as make
from tests.make_files import At, column

LIMITS = Limits()
WORDS = "нуля первого второго третьего четвёртого пятого шестого".split()


def text(*pages: Sequence[At]) -> str:
    """What is read of some pages."""
    return pdf.read(make.pdf(*pages), LIMITS).text


def test_first_lines_are_set_in() -> None:
    lines = column(
        "1. Смена длится восемь часов, если иное",
        "не сказано в договоре.",
        "2. Перерыв не входит в смену и дается",
        "не позже пятого часа работы,",
        "5. Так решено.",
        indent=(0, 2),
    )
    assert text(lines).split("\n") == [
        "1. Смена длится восемь часов, если иное не сказано в договоре.",
        "2. Перерыв не входит в смену и дается не позже пятого часа работы, 5. Так решено.",
    ]


def test_a_heading_of_two_lines_and_the_text_below_it() -> None:
    heading = [At("Статья 7. Отдых тех, кто", 113, 700, bold=True), At("работает ночью", 85, 684, bold=True)]
    body = column("1. Отдых дается сразу", "после смены.", indent=(0,), top=660)
    assert text([*heading, *body]).split("\n") == [
        "Статья 7. Отдых тех, кто работает ночью",
        "1. Отдых дается сразу после смены.",
    ]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(
            "согласно статье 126-", "1 дается отпуск", "согласно статье 126-1 дается отпуск", id="a dashed number"
        ),
        pytest.param("обязан\u00ad", "ность стороны", "обязанность стороны", id="a soft hyphen"),
        pytest.param("социально-", "трудовые споры", "социально-трудовые споры", id="a word that is written with one"),
        pytest.param("аудио-", "и видеозапись", "аудио- и видеозапись", id="a word cut short before a conjunction"),
        pytest.param("какой-", "либо довод", "какой-либо довод", id="a pronoun, not a conjunction"),
        pytest.param("отдых -", "это право", "отдых - это право", id="a dash"),
        pytest.param("в законе №", "137) сказано", "в законе № 137) сказано", id="a number, not an item"),
        pytest.param("по пункту", "5. Далее", "по пункту 5. Далее", id="a reference, not an item"),
    ],
)
def test_two_lines(first: str, second: str, expected: str) -> None:
    others = ("вводная строка о том, кто и чему", "следует в споре сторон договора")
    lines = [Line(each, 85, 700 - 16 * number) for number, each in enumerate((*others, first, second))]
    assert layout.join([lines])[0].endswith(expected)


def test_words_that_the_setter_broke_are_whole_again() -> None:
    body = ["за каждую переработку платят, переработку считают", "а если переработ-", "ку не учли, надо жаловаться"]
    assert "если переработку не учли" in text(column(*body))


def test_without_indents_an_end_and_a_number_tell() -> None:
    lines = column(
        "1. Стороны договорились, что отдых дается после", "каждой смены.", "2. Споры решает комиссия.", "3) иное;"
    )
    assert text(lines).split("\n")[1:] == ["2. Споры решает комиссия.", "3) иное;"]


def test_running_heads_and_page_numbers_are_dropped() -> None:
    pages = [
        [
            At("Договор АО от 5 мая", y=800),
            *column(f"{n}. Пункт о смене, который", f"длится до {WORDS[n]} часа.", top=760),
            At(str(n), 300, 40),
        ]
        for n in range(1, 7)
    ]
    found = pdf.read(make.pdf(*pages), LIMITS)
    assert found.text.split("\n") == [f"{n}. Пункт о смене, который длится до {WORDS[n]} часа." for n in range(1, 7)]
    assert [found.text[begins:].split(".")[0] for begins in found.pages] == ["1", "2", "3", "4", "5", "6"]
    assert [found.page(found.text.index(f"{n}. ")) for n in range(1, 7)] == [1, 2, 3, 4, 5, 6]


def test_an_article_at_the_top_of_each_page_is_no_running_head() -> None:
    pages = [column(f"Статья {n}. Смена", f"{n}.1. Работа идет до вечера.", top=760) for n in range(1, 7)]
    assert text(*pages).count("Статья") == 6


def test_a_head_that_counts_the_pages() -> None:
    pages = [[At(f"Договор, лист {n}", y=800), At(f"Строка {n * n} о смене", y=700)] for n in range(3, 9)]
    assert "лист" not in text(*pages)
    assert text(*pages).count("Строка") == 6


def test_a_sentence_goes_over_the_page() -> None:
    first = column("1. Стороны решают спор на общем собрании, если", "комиссия его не решила за", indent=(0,))
    second = column("десять дней со дня жалобы.", "2. Решение пишут в двух", "экземплярах.", indent=(1,))
    found = pdf.read(make.pdf(first, second), LIMITS)
    assert "решила за десять дней со дня жалобы.\n2. Решение" in found.text
    assert found.text[found.pages[1] :].startswith("десять дней")


def test_a_raised_digit_is_no_digit_of_the_number() -> None:
    assert text([At("Статья 126", y=700), At("1", 160, 706, 7), At(". Отдых", 165, 700)]).startswith("Статья 126-1. ")


def test_title_and_an_empty_page() -> None:
    found = pdf.read(make.pdf([At("Первая")], [], [At("Третья")], title="Договор"), LIMITS)
    assert (found.title, found.pages) == ("Договор", (0, 6, 7))


def test_scripts_and_attachments_are_left_alone() -> None:
    script = b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Names << /EmbeddedFiles << /Names [] >> >>"
    assert pdf.read(make.pdf([At("Текст")], catalogue=script), LIMITS).text == "Текст"


def test_a_scanned_page_inside_is_not_passed_over() -> None:
    whole, scan = evil_files.GOOD_PDF, evil_files.picture_only()
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    for data in (whole, scan, whole):
        writer.append(PdfReader(BytesIO(data)))
    out = BytesIO()
    writer.write(out)
    with pytest.raises(NoTextLayer, match="page 2"):
        pdf.read(out.getvalue(), LIMITS)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"junk before it\n%PDF-1.4", "pdf", id="the mark within the first KB"),
        pytest.param(b"<html><body>", "html", id="html"),
        pytest.param(b"<!-- a --><!DOCTYPE html>", "html", id="html after a comment"),
        pytest.param(b"\xef\xbb\xbf<!doctype html>", "html", id="html after a byte order mark"),
        pytest.param("# А\n\nб\n\n## В\n".encode(), "markdown", id="headings of Markdown"),
        pytest.param(b'text\n\n<a id="st1"></a>\n', "markdown", id="an anchor of Markdown"),
        pytest.param("1. Отпуск\n2. Смена\n".encode(), "text", id="text"),
        pytest.param("1 < 2".encode("utf-16"), "text", id="text in UTF-16"),
    ],
)
def test_the_format_by_the_bytes(data: bytes, expected: str) -> None:
    assert kind.of(data, "name.exe") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.md", "markdown"), ("a.txt", "text"), ("a.pdf", "text")],
    ids=["Markdown", "text", "neither"],
)
def test_the_name_decides_between_markdown_and_text_only(name: str, expected: str) -> None:
    assert kind.of(b"plain words", name) == expected


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"MZ\x90", id="a program"),
        pytest.param(b"\x89PNG\r\n", id="a picture"),
        pytest.param(b"PK\x05\x06" + b"\x00" * 18, id="an archive without a document"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old Word", id="Word of before 2007"),
        pytest.param(bytes(range(1, 32)) * 40, id="control characters"),
    ],
)
def test_other_formats_are_refused(data: bytes) -> None:
    with pytest.raises(UnknownFormat):
        kind.of(data, "contract.pdf")
