"""A lesson on paper: plan, hand-out, quiz sheet, answer key, case cards and certificate, as sheets to print.

A4, black on white; the editions of all acts stand at the foot of every page. How a sheet becomes DOCX or PDF is for
`export`.
"""

from __future__ import annotations

from assistant import phrases
from assistant.cases import Case
from assistant.seminar import item, places
from assistant.seminar.item import MATCH, OPEN, ORDER, SEVERAL, Item, say
from assistant.seminar.lesson import Lesson
from assistant.seminar.rules import Bank
from assistant.sheets import Break, Heading, Paragraph, Sheet, Table

LETTERS = "ABCDEFGH"
Block = Heading | Paragraph | Table | Break


def foot(lesson: Lesson) -> str:
    """The line at the foot of every page: the edition of each act, and the day."""
    editions = "; ".join(f"{source.label} – {phrases.day(source.edition, lesson.lang)}" for source in lesson.sources)
    return say("foot", lesson.lang, editions=editions, day=phrases.day(lesson.day, lesson.lang))


def sheets(lesson: Lesson, bank: Bank) -> dict[str, Sheet]:
    """Every sheet of a lesson by the name of its file."""
    made = {
        "plan": (_title("sheet plan", lesson), _plan(lesson)),
        "handout": (_title("sheet handout", lesson), _handout(lesson)),
        "quiz": (_title("sheet quiz", lesson), _quiz(lesson)),
        "key": (_title("sheet key", lesson), _key(lesson)),
        "certificate": (say("sheet certificate", lesson.lang), _certificate(lesson)),
    }
    if lesson.cases:
        made["cases"] = (_title("sheet cases", lesson), _cases(lesson, bank))
    return {name: Sheet(title, lesson.lang, tuple(blocks), foot(lesson)) for name, (title, blocks) in made.items()}


def _title(key: str, lesson: Lesson) -> str:
    return f"{say(key, lesson.lang)}: {lesson.module}"


def _plan(lesson: Lesson) -> list[Block]:
    lang = lesson.lang
    blocks: list[Block] = [Paragraph(say(f"level {lesson.level}", lang), strong=True)]
    blocks.append(Paragraph(say("minutes", lang, minutes=str(lesson.minutes))))
    blocks += [Paragraph(say("audience", lang, audience=lesson.audience))] if lesson.audience else []
    blocks += [Heading(say("aims", lang)), *(Paragraph(f"• {aim}") for aim in lesson.aims)]
    rows = tuple((f"{first}–{last}", what) for first, last, what in lesson.timetable)
    blocks += [Heading(say("timetable", lang)), Table((say("time", lang), say("what", lang)), rows, (0.2, 0.8))]
    if lesson.cases:
        blocks += [Heading(say("cases", lang)), *(Paragraph(f"• {card.situation.said(lang)}") for card in lesson.cases)]
    if lesson.questions:
        asked = tuple((each.question, each.label) for each in lesson.questions)
        head = (say("question", lang), say("place", lang))
        blocks += [Heading(say("asked", lang)), Table(head, asked, (0.7, 0.3))]
    return [*blocks, *_sources(lesson), Paragraph(say("drawn", lang, seed=str(lesson.seed)), small=True)]


def _sources(lesson: Lesson) -> list[Block]:
    lang = lesson.lang
    rows = tuple(
        (source.label, ", ".join(source.articles), phrases.day(source.edition, lang), source.url)
        for source in lesson.sources
    )
    head = (say("act", lang), say("articles", lang), say("edition", lang), say("page", lang))
    return [
        Heading(say("sources", lang)),
        Table(head, rows, (0.2, 0.26, 0.18, 0.36)),
        Paragraph(say("restated", lang), small=True),
    ]


def _handout(lesson: Lesson) -> list[Block]:
    lang = lesson.lang
    rows = tuple((rule.text(lang), rule.key(lang).label) for rule in lesson.handout)
    return [Table((say("rule", lang), say("place", lang)), rows, (0.75, 0.25)), *_sources(lesson)]


def _quiz(lesson: Lesson) -> list[Block]:
    blocks: list[Block] = [Paragraph(say("name line", lesson.lang))]
    for number, each in enumerate(lesson.quiz, 1):
        ask, _, stem = each.stem.partition("\n")
        blocks.append(Paragraph(f"{number}. {ask}", strong=True))
        blocks.append(Paragraph(each.about, small=True))
        blocks += [Paragraph(stem)] if stem else []
        blocks += [Paragraph(text) for text in options(each)]
        blocks += [Paragraph(say("your answer", lesson.lang))] if each.kind in (OPEN, MATCH) else []
        blocks += [Paragraph(say("your order", lesson.lang))] if each.kind == ORDER else []
    return blocks


def options(each: Item) -> list[str]:
    """The options of an item as printed: lettered, with boxes where several are right, terms numbered."""
    mark = "☐ " if each.kind == SEVERAL else ""
    left = [f"{number}) {text}" for number, text in enumerate(each.left, 1)]
    return [*left, *(f"{mark}{LETTERS[number]}) {text}" for number, text in enumerate(each.options))]


def right(each: Item) -> str:
    """The right answer in a line: «B) 3 месяца», «1–C, 2–A», «B → A → C»."""
    if each.kind == OPEN:
        return each.answer
    letters = [LETTERS[number] for number in each.right]
    if each.kind == ORDER:
        return " → ".join(letters)
    if each.kind == MATCH:
        return ", ".join(f"{number}–{letter}" for number, letter in enumerate(letters, 1))
    if each.kind == SEVERAL:
        return ", ".join(letters)
    return f"{letters[0]}) {each.options[each.right[0]]}"


def _key(lesson: Lesson) -> list[Block]:
    lang = lesson.lang
    rows = []
    for number, each in enumerate(lesson.quiz, 1):
        answer = right(each)
        if each.working:
            steps = [f"{say('working', lang)}:"] if each.template == "calculation" else []
            answer += "\n" + "\n".join([*steps, *each.working])
        said = "\n".join(
            dict.fromkeys(f"{key.label}: {key.quote} ({phrases.day(key.edition, lang)})" for key in each.keys)
        )
        rows.append((str(number), answer, said))
    head = ("№", say("answer", lang), say("rule", lang))
    return [Table(head, tuple(rows), (0.06, 0.37, 0.57)), *_sources(lesson)]


def _cases(lesson: Lesson, bank: Bank) -> list[Block]:
    """Each card on a page: the story and questions first, the solution on the next."""
    blocks: list[Block] = []
    for number, card in enumerate(lesson.cases, 1):
        blocks += [Break()] if number > 1 else []
        blocks += [*_story(card, number, lesson.lang), Break(), *_solution(card, number, lesson.lang, bank)]
    return blocks


def _story(card: Case, number: int, lang: str) -> list[Block]:
    people = "; ".join(person.said(lang) for person in card.people)
    return [
        Heading(f"{number}. {say('situation', lang)}"),
        Paragraph(f"{say('people', lang)}: {people}. {say('minutes', lang, minutes=str(card.minutes))}"),
        Paragraph(card.situation.said(lang)),
        *(Paragraph(f"• {question}", strong=True) for question in card.questions.said(lang)),
    ]


def _solution(card: Case, number: int, lang: str, bank: Bank) -> list[Block]:
    blocks: list[Block] = [Heading(f"{number}. {say('solution', lang)}"), Paragraph(card.answer.said(lang))]
    if card.working:
        blocks.append(Paragraph(f"{say('working', lang)}: {card.working.said(lang)}"))
    rows = tuple((decided.said(lang), places.rule(bank, decided.point).key(lang).label) for decided in card.decides)
    blocks.append(Table((say("decides", lang), say("place", lang)), rows, (0.7, 0.3)))
    blocks += [Heading(say("errors", lang)), *(Paragraph(f"• {text}") for text in card.errors.said(lang))]
    return [*blocks, Heading(say("discussion", lang)), *(Paragraph(f"• {text}") for text in card.discussion.said(lang))]


def _certificate(lesson: Lesson) -> list[Block]:
    lang = lesson.lang
    attended = item.say("attended", lang, module=lesson.module, minutes=str(lesson.minutes))
    lines = (
        say("name line", lang),
        attended,
        say(f"level {lesson.level}", lang),
        say("date line", lang),
        say("trainer line", lang),
    )
    return [block for line in lines for block in (Paragraph(" "), Paragraph(line))]
