"""A lesson on the screen: one item a slide in large type, the next slide with the answer and its article.

Black on white, for any projector; the editions stand at the foot of every slide. Returns bytes, writes no file.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from assistant import phrases
from assistant.seminar import paper
from assistant.seminar.item import CHOICE, SEVERAL, Item, say
from assistant.seminar.lesson import Lesson

if TYPE_CHECKING:
    from pptx.presentation import Presentation

WIDTH_CM, HEIGHT_CM, MARGIN_CM = 33.87, 19.05, 1.5  # 16:9
FONT = "Arial"  # on every office computer, with every Kazakh letter; LibreOffice has its twin
SIZES = ((330, 28), (520, 24), (760, 20), (1050, 17), (100_000, 14))  # characters on a slide, points
FOOT_PT, TITLE_PT = 11, 36
RIGHT = "✔ "


def pptx(lesson: Lesson) -> bytes:
    """The slides as PPTX: title, aims and time table, cases, each item and its answer, sources."""
    from pptx import Presentation as new
    from pptx.util import Cm

    made = new()
    made.slide_width, made.slide_height = Cm(WIDTH_CM), Cm(HEIGHT_CM)
    made.core_properties.title, made.core_properties.language = lesson.module, lesson.lang
    lang, foot = lesson.lang, paper.foot(lesson)
    _slide(made, "", [lesson.module, say(f"level {lesson.level}", lang)], foot, TITLE_PT)
    _slide(made, say("aims", lang), [f"• {aim}" for aim in lesson.aims], foot)
    _slide(made, say("timetable", lang), [f"{first}–{last}  {what}" for first, last, what in lesson.timetable], foot)
    for number, card in enumerate(lesson.cases, 1):
        story = [card.situation.said(lang), *(f"• {question}" for question in card.questions.said(lang))]
        _slide(made, f"{say('situation', lang)} {number}", story, foot)
        _slide(made, f"{say('solution', lang)} {number}", [card.answer.said(lang)], foot)
    for number, each in enumerate(lesson.quiz, 1):
        _slide(made, f"{number} / {len(lesson.quiz)}", [*each.stem.split("\n"), *paper.options(each)], foot)
        _slide(made, f"{number} / {len(lesson.quiz)}  {say('answer', lang)}", _answer(each), foot)
    sources = [f"{s.label}: {', '.join(s.articles)} ({phrases.day(s.edition, lang)})" for s in lesson.sources]
    _slide(made, say("sources", lang), [*sources, say("restated", lang)], foot)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _answer(each: Item) -> list[str]:
    """The right options with a tick, then the rule with its article; of many rules the first four."""
    if each.kind in (CHOICE, SEVERAL):
        chosen = [f"{RIGHT}{paper.LETTERS[number]}) {each.options[number]}" for number in each.right]
    else:
        chosen = [RIGHT + paper.right(each)]
    shown = " ".join(chosen)
    keys = list(dict.fromkeys(each.keys))[:4]
    told = [key.label if key.quote in shown or len(keys) > 1 else f"{key.label}: {key.quote}" for key in keys]
    return [*chosen, *each.working[:4], *told]


def _slide(made: Presentation, title: str, lines: list[str], foot: str, size: int = 0) -> None:
    """One slide: heading, lines in a size in which they fit, foot."""
    slide = made.slides.add_slide(made.slide_layouts[6])
    written = sum(max(len(line), 60) for line in lines)
    points = size or next(points for most, points in SIZES if written <= most)
    top = MARGIN_CM
    if title:
        _box(slide, top, 1.8, [title], 24, bold=True)
        top += 2.0
    _box(slide, top, HEIGHT_CM - top - 2.2, lines, points)
    _box(slide, HEIGHT_CM - 1.9, 1.6, [foot], FOOT_PT)


def _box(slide: Any, top: float, height: float, lines: list[str], points: int, bold: bool = False) -> None:
    from pptx.util import Cm, Pt

    frame = slide.shapes.add_textbox(Cm(MARGIN_CM), Cm(top), Cm(WIDTH_CM - 2 * MARGIN_CM), Cm(height)).text_frame
    frame.word_wrap = True
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(points / 3)
        run = paragraph.add_run()
        run.text, run.font.size, run.font.name = line, Pt(points), FONT
        run.font.bold = bold or line.startswith(RIGHT)
