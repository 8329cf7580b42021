"""How acts of Kazakhstan are read: headings, notes beside the wording, places of an article. The words are our own."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.documents import Note
from assistant.grammars import kz, layout

BLOCKS = """ РАЗДЕЛ 1. ОБЩЕЕ
Глава 2. ТРУД И
ОТДЫХ
Статья 5. Сколько отдыхают по
правилам
статьи 7

      1. Отдых по 
статье 9
 длится два дня.

      2. Больше можно."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Статья 52. Отдых", [("article", "52", "Отдых")], id="ru"),
        pytest.param("Статья 126-1. Отдых", [("article", "126-1", "Отдых")], id="dashed"),
        pytest.param("Статья 126–1. Отдых", [("article", "126-1", "Отдых")], id="a long dash is a dash"),
        pytest.param("Статья 410-1.Отдых", [("article", "410-1", "Отдых")], id="no space after the stop"),
        pytest.param("Cтатья 69. Отдых", [("article", "69", "Отдых")], id="a Latin C"),
        pytest.param("\xa0\xa0 Статья 456-2. Отдых", [("article", "456-2", "Отдых")], id="set in"),
        pytest.param("52-бап. Демалыс", [("article", "52", "Демалыс")], id="kk"),
        pytest.param("9-1-бап. Демалыс", [("article", "9-1", "Демалыс")], id="kk dashed"),
        pytest.param("1-бап\n1. Демалыс бар.", [("article", "1", "")], id="kk without a title"),
        pytest.param("Article 52. Rest", [("article", "52", "Rest")], id="en"),
        pytest.param("5-бап. Әркім демала алады.", [("article", "5", "")], id="a sentence is no title"),
        pytest.param("Согласно статье 5. Отдых", [], id="not at the beginning of a line"),
        pytest.param("статья 5. отдых", [], id="a link begins with a small letter"),
        pytest.param("Работают по\n31-бап\nсогласно ему.", [], id="a link on a line of its own"),
        pytest.param("31-баптан қараңыз.", [], id="a case ending"),
        pytest.param("ОБЩАЯ ЧАСТЬ\nЕРЕКШЕ БӨЛІК", [("part", "", "")] * 2, id="parts have no number"),
        pytest.param("РАЗДЕЛ 3. ПЛАТА", [("section", "3", "ПЛАТА")], id="section"),
        pytest.param("2-БӨЛІМ. АҚЫ", [("section", "2", "АҚЫ")], id="kk section"),
        pytest.param("IІ бөлім\nАҚЫ", [("section", "II", "АҚЫ")], id="a Cyrillic І in a Roman number"),
        pytest.param("Глава 43-1. ЖАЛОБЫ", [("chapter", "43-1", "ЖАЛОБЫ")], id="chapter"),
        pytest.param("I тарау.\nЖалпы сөз\n", [("chapter", "I", "Жалпы сөз")], id="the title is on the next line"),
        pytest.param("3-тарау. ТІЗІМ,\nОНЫҢ ЖАЙЫ", [("chapter", "3", "ТІЗІМ, ОНЫҢ ЖАЙЫ")], id="capitals go on"),
        pytest.param("Параграф 2. Пособие", [("subchapter", "2", "Пособие")], id="subchapter"),
        pytest.param("1-параграф. Жәрдемақы", [("subchapter", "1", "Жәрдемақы")], id="kk subchapter"),
    ],
)
def test_headings(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(each.kind, each.number, each.title) for each in kz.headings(text)] == expected


def test_headings_between_blank_lines_go_on_until_there_is_one() -> None:
    found = list(kz.headings(BLOCKS))
    assert [each.kind for each in found] == ["section", "chapter", "article"]
    assert [each.title for each in found][1:] == ["ТРУД И ОТДЫХ", "Сколько отдыхают по правилам статьи 7"]
    assert BLOCKS[found[2].end :].strip().startswith("1. Отдых")


def test_a_heading_without_its_word_is_found_by_the_gap() -> None:
    text = "Статья 4. Раз\nСлова.\n5. Два\nСлова.\nСтатья 6. Три\n7. Пункт статьи.\nСтатья 8. Пять"
    assert [each.number for each in kz.headings(text)] == ["4", "5", "6", "8"]


def test_a_table_of_contents_gives_no_headings() -> None:
    contents = "Статья 1. Раз\nСтатья 2. Два\nСтатья 3. Три\n"
    text = contents + contents.replace("\n", "\nСлова.\n")
    assert [each.start >= len(contents) for each in kz.headings(text)] == [True, True, True]


def one(text: str) -> Note:
    """The only note of a text."""
    (found,) = kz.notes(text)
    return found


@pytest.mark.parametrize(
    ("text", "kind", "act", "since"),
    [
        pytest.param("Сноска. Статья 5 изменена Законом от 04.05.2020 № 321-VІ.", "amendment", "321-VI", None, id="ru"),
        pytest.param(
            "> Ескерту. 5-бап өзгерді – ҚР 1999.05.06. № 377 Заңы", "amendment", "377", None, id="kk, old day"
        ),
        pytest.param("Footnote. Article 5 as amended on 04.05.2020 № 321-VI.", "amendment", "321-VI", None, id="en"),
        pytest.param(
            "Сноска. Статья 5 – Закон от 05.07.2023 № 15-VIII (вводится в действие с 01.01.2030).",
            "amendment",
            "15-VIII",
            date(2030, 1, 1),
            id="from a day",
        ),
        pytest.param(
            "Ескерту. 01.01.2027 бастап қолданысқа енгізіледі - 27.06.2025 № 198-VIII Заңы.",
            "amendment",
            "198-VIII",
            date(2027, 1, 1),
            id="kk, the day first",
        ),
        pytest.param(
            "Статья 68 с изменением по Закону от 20.04.2023 № 226-VII.", "amendment", "226-VII", None, id="no «Сноска»"
        ),
        pytest.param(
            "Примечание ИЗПИ!\n\nПункт 1 предусматривается в редакции Закона РК от 09.01.2026 № 256-VIII.",
            "future",
            "256-VIII",
            None,
            id="announced below its head",
        ),
        pytest.param(
            "ЗҚАИ-ның ескертпесі!\n2-тармаққа өзгеріс енгізу көзделген – ҚР 09.01.2026 № 256-VIII.",
            "future",
            "256-VIII",
            None,
            id="kk, announced",
        ),
        pytest.param(
            "Подпункт 6) предусматривается исключить Законом РК от 05.07.2023 № 15-VIII.",
            "future",
            "15-VIII",
            None,
            id="its head was lost",
        ),
        pytest.param("Примечание ИЗПИ!\nДля удобства пользования есть оглавление.", "editor", "", None, id="advice"),
        pytest.param(
            "Сноска. Статья 117 исключена Законом от 04.07.2023 № 15-VIII.", "repealed", "15-VIII", None, id="gone"
        ),
        pytest.param(
            "Ескерту. 117-бап алып тасталды – 04.07.2023 № 15-VIII.", "repealed", "15-VIII", None, id="kk gone"
        ),
        pytest.param(
            "(Нормативным постановлением Конституционного Суда РК от 09.06.2026 № 81-НП признан верным.)",
            "editor",
            "81-НП",
            None,
            id="a ruling",
        ),
        pytest.param(
            "> 4. Исключен Законом РК от 11.07.2017 № 90-VI.", "repealed", "90-VI", None, id="a quoted repealed place"
        ),
        pytest.param("↑ К оглавлению", "editor", "", None, id="a link to the top"),
    ],
)
def test_a_note(text: str, kind: str, act: str, since: date | None) -> None:
    found = one(text)
    assert (found.kind, found.act, found.since, found.text) == (kind, act, since, text)


def test_each_act_of_an_amendment_note_is_a_note_of_its_own() -> None:
    text = (
        "Сноска. Изменено Законами от 01.02.2020 \n№ 3-VI\n (через десять дней); "
        "от 04.05.2021 № 6-VII (вводится в действие с 01.01.2022)."
    )
    found = list(kz.notes(text))
    assert [(n.act, n.adopted, n.since) for n in found] == [
        ("3-VI", date(2020, 2, 1), None),
        ("6-VII", date(2021, 5, 4), date(2022, 1, 1)),
    ]
    assert all(text[n.start : n.end] == n.text for n in found)


def test_an_article_added_and_then_repealed_by_one_note() -> None:
    text = "Сноска. Дополнен статьей 7 Законом от 01.02.2020 № 3-VI; исключена Законом от 04.05.2021 № 6-VII."
    assert [n.kind for n in kz.notes(text)] == ["amendment", "repealed"]


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("2) исключен Законом РК от 01.02.2020 № 3-VI;", "исключен"),
        ("4. Исключен Законом РК от 01.02.2020 № 3-VI.", "Исключен"),
        ("*3) алып тасталды – ҚР 01.02.2020 № 3-VI;*", "алып тасталды"),
        ("1-1. Алып татсалды - ҚР 01.02.2020 № 3-VI.", "Алып"),
    ],
    ids=["subparagraph", "paragraph", "kk", "a misprint of the source"],
)
def test_a_repealed_place_keeps_its_number(line: str, marker: str) -> None:
    found = one(f"1) отдых;\n{line}\n5) плата.")
    assert found.kind == "repealed" and found.act == "3-VI" and found.text.startswith(marker)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Примечание. Ущербом здесь считается потеря.", id="a note of the law itself"),
        pytest.param("Коллективным договором предусматривается надбавка.", id="the law provides for"),
        pytest.param("Исключение работника из списка не допускается.", id="exclusion"),
        pytest.param("Президент Республики Казахстан:\n1) решает;", id="the President as a subject"),
        pytest.param("Кодекс вводится в действие с 1 января 2016 года.", id="the law's own entry into force"),
        pytest.param("1) ескертуге;", id="kk, to warn"),
    ],
)
def test_wording_is_no_note(text: str) -> None:
    assert list(kz.notes(text)) == []


@pytest.mark.parametrize(
    "end",
    [
        "Президент\nРеспублики Казахстан\nН. ФАМИЛИЯ",
        "Қазақстан Республикасының\nПрезиденті\n\nН. ФАМИЛИЯ",
        "Президент Республики Казахстан | Н. ФАМИЛИЯ",
        "ДОГОВОРА И РАБОТНИКА",
    ],
    ids=["ru", "kk", "in a table", "the rest of the next title"],
)
def test_what_stands_below_the_last_article(end: str) -> None:
    text = f"Последнее слово закона.\n\n{end}"
    assert " ".join(n.text for n in kz.notes(text)).split() == end.split()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("Одна часть.\nДругая часть.", ["1", "2"], id="parts are counted"),
        pytest.param(
            "Вот что:\n1) раз;\nно с оговоркой;\n2) два.", ["1", "1/1", "1/1", "1/2"], id="subparagraph of a part"
        ),
        pytest.param("Вступление.\n1. Раз.\n1-1. Ещё.", ["", "1", "1-1"], id="opening words of a numbered article"),
        pytest.param("1. Раз:\n1) а;\nи ещё.\n2. Два.", ["1", "1/1", "1/1", "2"], id="lines go on"),
        pytest.param("Работают по\nКонституции\nи закону.", ["1"] * 3, id="a broken link opens no part"),
        pytest.param(
            "По\n\n      1. Раз, см. пункт\n2. Правил\n\n      3. Три.", ["", "1", "1", "3"], id="nor a paragraph"
        ),
        pytest.param("Раз.\n(Вывод суда.)\nДва.", ["1", "2"], id="a ruling in brackets has no place"),
    ],
)
def test_lines(text: str, places: list[str]) -> None:
    found = list(kz.lines(text))
    assert ["/".join(line.place) for line in found] == places
    assert all(text[line.start : line.end].strip() == text[line.start : line.end] for line in found)


def test_paragraphs_put_broken_lines_back_in_either_layout() -> None:
    assert len(list(layout.paragraphs("Закон от 01.02.2020\n№ 3-VI\n(с 2021 года).\nДругое."))) == 2
    assert len(list(layout.paragraphs("Закон\n№ 3-VI\nДалее.\n\nДругое.\n\nТретье."))) == 3
