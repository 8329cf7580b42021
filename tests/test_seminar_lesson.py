"""Lessons and their files: the same for a seed, in time, on A4 and slides, Kazakh letters and editions on each page."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pypdf
import pytest
from pptx import Presentation

from assistant import __main__ as command_line
from assistant.corpus import Corpus
from assistant.errors import UsageError
from assistant.seminar import LENGTHS, Lesson, Pool, files, plan
from assistant.seminar.item import say
from tests.seminar_checks import DAY

ROOT = Path(__file__).resolve().parent.parent
CARDS = ROOT / "corpus" / "cases"
A4 = (595, 842)  # points
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def pool(whole_corpus: Corpus) -> Pool:
    """All items of the repository's corpus on a fixed day."""
    return Pool(whole_corpus, ROOT / "corpus", DAY)


@pytest.fixture(scope="module")
def lesson(pool: Pool) -> Lesson:
    """A lesson of 45 minutes on discipline in Kazakh."""
    return plan(pool, CARDS, "elected", ["discipline"], ["kk"], 45, "құрылыс", 7)[0]


@pytest.fixture(scope="module")
def made(lesson: Lesson, pool: Pool) -> dict[str, bytes]:
    """The files of that lesson."""
    return files(lesson, pool)


def test_a_lesson_is_the_same_for_its_seed(pool: Pool, lesson: Lesson) -> None:
    assert plan(pool, CARDS, "elected", ["discipline"], ["kk"], 45, "құрылыс", 7)[0] == lesson


@pytest.mark.parametrize("minutes", LENGTHS)
def test_the_time_table_fills_the_time(minutes: int) -> None:
    assert sum(length for _, length in LENGTHS[minutes][-1]) == minutes


def test_a_lesson_has_every_part(lesson: Lesson) -> None:
    assert len(lesson.quiz) == LENGTHS[45][0]
    assert len({item.id for item in lesson.quiz}) == len(lesson.quiz)
    assert lesson.aims and lesson.questions and lesson.handout
    assert lesson.timetable[-1][1] == 45
    assert all(source.edition and source.url.startswith("https://") for source in lesson.sources)


def test_two_languages_ask_the_same(pool: Pool) -> None:
    kazakh, russian = plan(pool, CARDS, "intro", ["liability"], ["kk", "ru"], 20, seed=3)
    assert [item.template for item in kazakh.quiz] == [item.template for item in russian.quiz]
    assert [card.id for card in kazakh.cases] == [card.id for card in russian.cases]
    assert [rule.place for rule in kazakh.handout] == [rule.place for rule in russian.handout]


def test_a_topic_whose_cases_are_for_higher_levels_has_one_all_the_same(pool: Pool) -> None:
    (made,) = plan(pool, CARDS, "intro", ["algorithms"], ["ru"], 45)
    assert [card.level for card in made.cases] == ["elected"]


def test_without_a_case_its_time_belongs_to_questions(pool: Pool, tmp_path: Path) -> None:
    (made,) = plan(pool, tmp_path, "intro", ["liability"], ["en"], 45)
    parts = [what for _, _, what in made.timetable]
    assert not made.cases and say("part case", "en") not in parts and say("part questions", "en") in parts
    assert made.timetable[-1][1] == 45


@pytest.mark.parametrize(
    ("level", "topics", "langs", "minutes"),
    [
        pytest.param("expert", [], ["kk"], 45, id="no such level"),
        pytest.param("intro", ["cooking"], ["kk"], 45, id="no such topic"),
        pytest.param("intro", [], ["de"], 45, id="no such language"),
        pytest.param("intro", [], ["kk"], 46, id="no such length"),
    ],
)
def test_a_wrong_wish_is_told(pool: Pool, level: str, topics: list[str], langs: list[str], minutes: int) -> None:
    with pytest.raises(UsageError):
        plan(pool, CARDS, level, topics, langs, minutes)


def test_every_file_is_there(made: dict[str, bytes], lesson: Lesson) -> None:
    names = ["plan", "handout", "quiz", "key", "certificate", *(["cases"] if lesson.cases else [])]
    assert made.keys() == {f"{name}.{kind}" for name in names for kind in ("docx", "pdf")} | {"slides.pptx"}


@pytest.mark.parametrize("name", ["plan", "handout", "quiz", "key", "certificate"])
def test_pdf_pages_are_a4_with_kazakh_letters_and_editions(made: dict[str, bytes], name: str) -> None:
    pages = pypdf.PdfReader(io.BytesIO(made[f"{name}.pdf"])).pages
    whole = "".join(page.extract_text() for page in pages)
    assert all((round(float(p.mediabox.width)), round(float(p.mediabox.height))) == A4 for p in pages)
    assert all("Редакциялар:" in page.extract_text() and "01.07.2026" in page.extract_text() for page in pages)
    assert set("әғқңөұүһі") & set(whole.lower()) >= set("ғқңұү")


@pytest.mark.parametrize("name", ["plan", "handout", "quiz", "key", "certificate"])
def test_docx_opens_with_editions_at_its_foot(made: dict[str, bytes], name: str) -> None:
    held = docx.Document(io.BytesIO(made[f"{name}.docx"]))
    assert "01.07.2026" in held.sections[0].footer.paragraphs[0].text
    assert round(held.sections[0].page_width.cm) == 21  # type: ignore[union-attr]
    texts = [p.text for p in held.paragraphs] + [c.text for t in held.tables for r in t.rows for c in r.cells]
    assert set("ғқұү") <= set("".join(texts).lower())


def test_the_quiz_tells_no_answer_and_the_key_tells_all(made: dict[str, bytes], lesson: Lesson) -> None:
    quiz, key = (docx.Document(io.BytesIO(made[f"{name}.docx"])) for name in ("quiz", "key"))
    asked = "\n".join(paragraph.text for paragraph in quiz.paragraphs)
    rows = [[cell.text for cell in row.cells] for row in key.tables[0].rows]
    assert len(rows) == len(lesson.quiz) + 1
    for item, row in zip(lesson.quiz, rows[1:], strict=True):
        assert item.keys[0].label in row[2] and item.keys[0].quote in row[2]
        assert item.keys[0].label not in asked


def test_slides_reveal_the_answer_on_the_next_slide(made: dict[str, bytes], lesson: Lesson) -> None:
    slides = list(Presentation(io.BytesIO(made["slides.pptx"])).slides)
    texts = ["\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame) for slide in slides]
    assert all("01.07.2026" in text for text in texts)
    for number in range(1, len(lesson.quiz) + 1):
        at = next(place for place, text in enumerate(texts) if text.startswith(f"{number} / {len(lesson.quiz)}"))
        assert "✔" not in texts[at] and "✔" in texts[at + 1]
        assert lesson.quiz[number - 1].keys[0].label in texts[at + 1]


def test_text_on_slides_can_be_read_from_the_back(made: dict[str, bytes]) -> None:
    for slide in Presentation(io.BytesIO(made["slides.pptx"])).slides:
        boxes = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
        sizes = [run.font.size.pt for box in boxes[:-1] for p in box.paragraphs for run in p.runs if run.font.size]
        assert min(sizes) >= 14


def test_the_command_writes_the_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wish = ["seminar", "--level", "intro", "--topics", "liability", "--lang", "kk", "--minutes", "20", "--seed", "7"]
    assert command_line.main([*wish, "--as-of", str(DAY), "--out", str(tmp_path / "out")]) == 0
    told = capsys.readouterr().out.split()
    assert sorted(told) == sorted(str(path) for path in (tmp_path / "out").iterdir())
    assert (tmp_path / "out" / "slides.pptx").stat().st_size > 10_000


def test_the_command_names_the_topics_there_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(["seminar", "--topics", "cooking", "--out", str(tmp_path)]) == 2
    assert "dismissal" in capsys.readouterr().err
