"""HTML, Markdown, RTF and text: words as they are seen, numbers as they are printed, letters in any encoding."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import DamagedFile, EmptyFile, ScriptShell
from assistant.formats import html, markdown, mending, rtf, text

RUSSIAN = "Работник обязан сообщить о причине, если он не вышел на смену. Отпуск длится двадцать четыре дня."
KAZAKH = "Жұмыскер демалысқа шыққысы келсе, өтінішін екі апта бұрын береді. Ұжымдық шартқа қол қойылады."
SHELL = "<html><head><title>Кодекс</title></head><body><div id='app'></div><script src='a.js'></script></body></html>"


@pytest.mark.parametrize("said", [RUSSIAN, RUSSIAN[:40]], ids=["two sentences", "a line"])
@pytest.mark.parametrize(
    "encoding", "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 cp1251 koi8-r cp866 iso8859-5".split()
)
def test_russian_in_any_encoding(said: str, encoding: str) -> None:
    assert text.read(said.encode(encoding)).text == said


@pytest.mark.parametrize(
    "said", [KAZAKH, "Біздің кәсіпорында еңбек демалысы отыз күн"], ids=["two sentences", "a line"]
)
@pytest.mark.parametrize("encoding", "utf-8 utf-16 utf-16-le kz1048 ptcp154".split())
def test_kazakh_in_any_encoding(said: str, encoding: str) -> None:
    assert text.read(said.encode(encoding)).text == said


@pytest.mark.parametrize(
    "data", [bytes(range(128, 192)) * 9, b"\xff\xfea", b"\xef\xbb\xbf\xff"], ids=["noise", "half", "not UTF-8"]
)
def test_letters_that_cannot_be_told(data: bytes) -> None:
    with pytest.raises(DamagedFile):
        text.decode(data)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param("ра\u00adбота\u200b", "работа", id="soft hyphens and invisible characters"),
        pytest.param("обязан\u00ad\nность", "обязанность", id="a soft hyphen at the end of a line"),
        pytest.param("126\u20111", "126-1", id="a hyphen that does not break"),
        pytest.param("и\u0306", "й", id="a letter in two parts"),
        pytest.param("статье 126¹ и 5 м²", "статье 126-1 и 5 м²", id="a raised number of an article, and of a measure"),
        pytest.param("139¹-бап. Атауы", "139-1-бап. Атауы", id="a raised number in Kazakh"),
        pytest.param("а\r\n\r\n\r\n\fб", "а\n\nб", id="one blank line at most"),
        pytest.param("а\U000e0041\u202eб", "аб", id="tags and turned writing that nobody sees"),
    ],
)
def test_mending(given: str, expected: str) -> None:
    assert mending.lines(given) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<p>Один</p><p>Два<br>Три</p>", "Один\nДва\nТри", id="a paragraph a line"),
        pytest.param("<h3 id=z1>1-бап. Смена</h3><p>а&nbsp;б</p>", "1-бап. Смена\nа б", id="headings"),
        pytest.param("<p><i>см</i><b>ена</b></p>", "смена", id="inline marks split no word"),
        pytest.param("<style>.x{display:none}</style><p class='a x'>т</p>в", "в", id="hidden by a class"),
        pytest.param("<p style='display: none'>т</p>в", "в", id="not displayed"),
        pytest.param("<p style='color:#ffffff'>т</p>в", "в", id="white"),
        pytest.param("<p style='color:#fff;background:#000'>т</p>в", "т\nв", id="white on black is seen"),
        pytest.param("<p><font color=white>т</font>в</p>", "в", id="white by the old way"),
        pytest.param("<p>в<span style='font-size:0'>т</span></p>", "в", id="no size"),
        pytest.param("<p style='font-size:0.8em'>в</p>", "в", id="a small size"),
        pytest.param("<p hidden>т</p>в", "в", id="hidden"),
        pytest.param(
            "<!-- т --><style>т</style><template>т</template><noscript>т</noscript>в", "в", id="comments and styles"
        ),
        pytest.param("<nav>т</nav>в<footer>т</footer>", "в", id="menus"),
        pytest.param("<p>ст. 126<sup>1</sup></p>", "ст. 126-1", id="a raised digit"),
        pytest.param("<table><tr><td>а<td>б<tr><td>в<td></table>г", "а | б\nв |\n\nг", id="a table"),
        pytest.param("<table><tr><td><p>а</p><p>б</p></table>", "а\nб", id="a table of one column is layout"),
        pytest.param("<ol start=3><li>а<li>б</ol>", "3. а\n4. б", id="numbers that a browser prints"),
        pytest.param("<ol><li>1) а</ol><ul><li>б</ul>", "1) а\n- б", id="an item that brings its number"),
        pytest.param("<div>" * 2000 + "в", "в", id="two thousand deep"),
    ],
)
def test_html(body: str, expected: str) -> None:
    assert html.read(f"<html><body>{body}</body></html>".encode()).text == expected


def test_an_article_with_its_title_and_status() -> None:
    page = f"""<body><ul><li>Басты бет</ul><div class=slogan><h1>Демалыс туралы</h1><span>Жаңартылған</span></div>
    <ul><li>Көшіру</ul><div class=text><article><p><a name=z1></a>1-бап. {KAZAKH}</p>
    <span class=note>Ескерту. 1-бап </span><a href=x>№ 5</a><span class=note> Заңымен.</span><br></article></div>
    <p>Қате тапсаңыз, жазыңыз</p></body>"""
    found = html.read(page.encode())
    assert found.title == "Демалыс туралы"
    lines = [line for line in found.text.split("\n") if line]
    assert lines == ["Демалыс туралы", "Жаңартылған", f"1-бап. {KAZAKH}", "Ескерту. 1-бап № 5 Заңымен."]


def test_the_declared_encoding() -> None:
    page = f"<html><head><meta charset=koi8-r></head><body><p>{RUSSIAN[:20]}</p></body></html>"
    assert html.read(page.encode("koi8-r")).text == RUSSIAN[:20].strip()


def test_a_page_of_scripts_is_no_text() -> None:
    assert html.looks_empty(SHELL)
    assert not html.looks_empty(f"<p>{RUSSIAN * 9}</p><script></script>")
    with pytest.raises(ScriptShell):
        html.read(SHELL.encode())


def test_a_page_too_deep_is_refused_and_not_cut() -> None:
    with pytest.raises(DamagedFile):
        html.read(b"<div>" * 3000 + b"text")


def test_an_empty_page() -> None:
    with pytest.raises(EmptyFile):
        html.read(b"\x00")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param("# А\n\n**Статья 1. Б**", "А\n\nСтатья 1. Б", id="headings and bold"),
        pytest.param(
            "5. а\n\n   7) б\n\n   9) в\n\n8. г", "5. а\n7) б\n9) в\n8. г", id="numbers as printed, not counted"
        ),
        pytest.param("126-1. а\n4-1) б", "126-1. а\n4-1) б", id="dashed numbers"),
        pytest.param("а) б\nв) г", "а) б\nв) г", id="letters"),
        pytest.param("    1) в глубине", "1) в глубине", id="an indented line is words, too"),
        pytest.param('<a id="st1"></a>\n\n1. а', "1. а", id="anchors"),
        pytest.param("> *Сноска. а*\n>\n> б", "> Сноска. а\n> б", id="notes keep their mark"),
        pytest.param("[а](http://x) <b>б</b> `в`", "а б в", id="links, tags, code"),
        pytest.param("одна\nстрока", "одна строка", id="a line that goes on"),
        pytest.param("ст. 126<sup>1</sup>", "ст. 126-1", id="a raised digit"),
        pytest.param("| а | б |\n|---|---|\n| в | г |", "а | б\nв | г", id="a table"),
        pytest.param("---\ntitle: а\n---\nб", "б", id="front matter"),
        pytest.param("а <!-- т --> б", "а б", id="comments"),
        pytest.param("- а\n- б", "- а\n- б", id="bullets"),
        pytest.param("1\\. а", "1. а", id="an escaped number"),
    ],
)
def test_markdown(given: str, expected: str) -> None:
    found = markdown.read(given.encode()).text
    assert [line for line in found.split("\n") if line] == [line for line in expected.split("\n") if line]


def escaped(said: str) -> str:
    """Words as RTF in cp1251 writes them."""
    return "".join(f"\\'{byte:02x}" if byte > 127 else chr(byte) for byte in said.encode("cp1251"))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(escaped("Смена") + r"\par 2.", "Смена\n2.", id="letters by code page"),
        pytest.param(r"\u1178?\u1201?", "Құ", id="Kazakh letters by number"),
        pytest.param(r"{\listtext 1.\tab}a\par{\pntext 2.\tab}b", "1. a\n2. b", id="printed numbers of lists"),
        pytest.param(r"a{\v b}c\v d\v0 e", "ace", id="hidden words"),
        pytest.param(r"a\cell b|c\cell\row d", "a | b|c\nd", id="a row of a table"),
        pytest.param(r"126\_1 a\-b", "126-1 ab", id="hyphens"),
        pytest.param(r"{\*\generator x}{\info{\title t}}a", "a", id="what is not text"),
    ],
)
def test_rtf(body: str, expected: str) -> None:
    head = r"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fnil\fcharset204 Arial;}}\f0 "
    assert rtf.read((head + body + "}").encode()).text == expected


def test_rtf_with_letters_left_unescaped() -> None:
    assert rtf.read(rb"{\rtf1\ansi\ansicpg1251 " + "Смена".encode("cp1251") + b"}").text == "Смена"


def test_pages_of_the_old_portal(shared: Path) -> None:
    pages = sorted((shared / "law" / "kz" / "adilet_html").glob("*.html"))
    found = {page.stem: html.read(page.read_bytes()) for page in pages}
    assert found["z13088"].text.count("\nЕскерту. ") == 59
    assert all(page.title and page.text.startswith(page.title) for page in found.values())
    assert not [name for name, page in found.items() if "function" in page.text or "Ctrl+Enter" in page.text]
