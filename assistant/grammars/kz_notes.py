"""The notes that the official portal and its copies print beside the laws of Kazakhstan, in Kazakh, Russian, English.

Amendments («Сноска. …», «Ескерту. …»), announced wordings («Примечание ИЗПИ! …»), repealed places («Исключен
Законом …»), rulings, the signature. It reads dates and numbers of acts; it does not say which place a note is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from assistant.documents import Note
from assistant.grammars.layout import paragraphs

DAY = r"(\d{2})\.(\d{2})\.(\d{4})|(\d{4})\.(\d{2})\.(\d{2})\.?"
ACT = re.compile(rf"(?:{DAY})\s*(?:г\.|ж\.)?\s*(?:№|N)\s*([\w-]+)")  # «от 04.05.2020 № 321-VI», «1999.05.06. № 377»
SINCE = re.compile(
    r"(?:действие|действует|силу|force)\s+(?:(?:с|from|on)\s+)?(?P<ru>\d{2}\.\d{2}\.\d{4})"
    r"|(?P<kk>\d{2}\.\d{2}\.\d{4})\s*(?:ж\.\s*)?бастап"
)
FOOTNOTE = re.compile(
    r"(?:>\s*)?\*{0,2}(?:(?:Сноска|Ескерту|Ескертпе|Footnote)\b[\s.,:!]"
    r"|Статья\s+\S+\s+(?:[-–]\s*)?(?:с изменени|в редакции|дополнена|исключена))"  # its «Сноска.» was lost
)
PUBLISHER = re.compile(  # the announcement itself is the paragraph below
    r"(?:>\s*)?\*{0,2}(?:Примечание\s+(?:ИЗПИ|РЦПИ)|(?:ЗҚАИ|РҚАО)\S*\s+ескерт\w+|Note\s+(?:of|by)\s+[A-Z]{2,}\S*"
    r"|Вниманию пользователей|Қолданушылар назарына)\s*!?\*{0,2}"
)
GONE = re.compile(  # «2) исключен Законом РК …», «*3) алып тасталды – ҚР …»
    r"(?:>\s*)?\*?(?:\d+(?:-\d+)?[.)]\s*)?(?P<mark>(?:исключен[аоы]?|утратил[аио]? силу)\s+(?:Закон|в соответ|с )"
    r"|(?:алып та(?:ст|тс)алды|күші жойылды)\s*(?:[-–—(.]|ҚР)|(?:is |was )?(?:excluded|deleted) by )",
    re.I,
)
RULING = re.compile(
    r"\(?\*?(?:Нормативн\w+\s+постановлени\w+\s+Конституц|ҚР Конституциялық Сот\w+ \d"
    r"|ҚР \S+ кодексіне өзгерістер мен толықтырулар енгізілгенге дейін)"  # what to follow until the act is changed
)
SIGNED = re.compile(
    r"\*{0,2}(?:Президент\s+Республики\s+Казахстан|Қазақстан\s+Республикасының\s+Президенті)\*{0,2}\s*[\w. *|]*$"
    r"|\*{0,2}(?:Президент|Қазақстан\s+Республикасының)\*{0,2}$"
)
SIGNATURE = 60  # letters of the longest line below that: the country, the office, the name
UNTITLED = re.compile(  # an announcement or a ruling whose «Примечание ИЗПИ!» was lost
    r"(?:В\s+)?(?:абзац|част|ч\.|пункт|подпункт|стать|глав|заголов|примечани)\S*\s[^.;]*?"
    r"(?:предусм(?:атрива|отрен)|вступа\w+ в силу с \d|вводится в действие с \d)"
    r"|\S+\s+(?:тармақ|тармақша|бап|бөлік)\S*\s[^.;]*?көзделген\s*[-–]\s*ҚР"
    r"|Конституционным\s+Судом\s+РК\s+начато",
    re.IGNORECASE,
)
REPEALED = re.compile(
    r"(?:Стать[яию]\s+\S+\s+(?:исключена|утратила силу)|-бап\s+алып тасталды|-баптың\s+күші жойылды"
    r"|Article\s+\S+\s+(?:is|was)\s+(?:excluded|deleted))"
)
FUTURE = re.compile(
    r"предусм(?:атрив|отрен)|вступа\w+ в силу|ввод\w+\s+в действие|көздел|енгізіледі|күшіне енеді"
    r"|enters? into force|is to be|shall be (?:put|enacted)"
)
ANNOUNCED = re.compile(rf"{FUTURE.pattern}|Конституц|\bсм\.|қараңыз|для удобства|ыңғайлы|вводится", re.I)
REWORDED = re.compile(r"слов[ао]|сөз", re.I)
ROMAN = str.maketrans("ІХѴ", "IXV")  # Cyrillic letters that look like Roman numerals: «№ 321-VІ»


def notes(text: str) -> Iterator[Note]:
    """Every note of a document, in its order; an amendment note gives one note for each act that it names.

    >>> [(n.kind, n.act, str(n.since)) for n in notes("Сноска. Статья 5 изменена Законом РК от 04.07.2023 № 15-VIII "
    ... "(вводится в действие 01.01.2030).")]
    [('amendment', '15-VIII', '2030-01-01')]
    """
    spans = list(paragraphs(text))
    tail = _tail(text, spans)
    at = 0
    while at < tail:
        start, end = spans[at]
        first = at = at + 1
        if SIGNED.match(text, start, end):
            while at < tail and _signs(text[slice(*spans[at])]):
                at += 1
            yield _note("editor", text, start, spans[at - 1][1])
        elif (head := PUBLISHER.match(text, start, end)) and head.end() == end:
            while at < tail and _announces(text[slice(*spans[at])], at == first, text[spans[at - 1][1] - 1]):
                at += 1
            end = spans[at - 1][1]
            yield _note("future" if FUTURE.search(text, start, end) else "editor", text, start, end)
        else:
            yield from _one(text, start, end)
    for start, end in spans[tail:]:
        yield _note("editor", text, start, end)


def _tail(text: str, spans: Sequence[tuple[int, int]]) -> int:
    """Where lines all in capitals begin that end a text: what a copy left there of the next heading, or the signer."""
    tail = len(spans)
    while tail > 1 and text[slice(*spans[tail - 1])].isupper():
        tail -= 1
    return tail


def _signs(words: str) -> bool:
    return len(words) < SIGNATURE and not words.endswith((".", ";", ":"))


def _announces(words: str, first: bool, before: str) -> bool:
    """True for a paragraph that belongs to the announcement above it."""
    if FOOTNOTE.match(words) or PUBLISHER.match(words):
        return False
    return bool(ANNOUNCED.search(words)) if first else before in ";:" and bool(REWORDED.search(words))


def _one(text: str, start: int, end: int) -> Iterator[Note]:
    """The notes of one paragraph; none where it is wording."""
    words = text[start:end]
    if FOOTNOTE.match(words):
        yield from [_note("repealed", text, start, end)] if REPEALED.search(words) else _by_act(text, start, end)
    elif PUBLISHER.match(words) or (UNTITLED.match(words) and (ACT.search(words) or "начато" in words)):
        yield _note("future" if FUTURE.search(words) else "editor", text, start, end)
    elif gone := GONE.match(words):  # a quoted line is a note from its mark on, any other from behind its number
        yield _note("repealed", text, start + (0 if words.startswith(">") else gone.start("mark")), end)
    elif words.startswith((">", "↑")) or RULING.match(words):
        yield _note("editor", text, start, end)


def _by_act(text: str, start: int, end: int) -> Iterator[Note]:
    """One note for each act that a footnote names, parted where the list of acts is."""
    acts = list(ACT.finditer(text, start, end))
    cuts = [start]
    for before, after in zip(acts, acts[1:], strict=False):
        parted = max(text.rfind(sign, before.end(), after.start()) for sign in ";,")
        cuts.append(parted + 1 if parted >= 0 else after.start())
    for begins, ends in zip(cuts, [*cuts[1:], end], strict=True):
        piece = text[begins:ends]
        gone = GONE.match(piece.lstrip())  # «… дополнена статьей 73-1 …; исключена Законом …»
        kind = "repealed" if gone else "amendment" if acts else "editor"
        yield _note(kind, text, ends - len(piece.lstrip()), begins + len(piece.rstrip()))


def _note(kind: str, text: str, start: int, end: int) -> Note:
    words = text[start:end]
    act, since = ACT.search(words), SINCE.search(words)
    number, adopted = "", None
    if act:
        number = act[7].translate(ROMAN) if re.fullmatch(r"\d+-[IVXІХѴ]+", act[7]) else act[7]
        adopted = _day(f"{act[1]}.{act[2]}.{act[3]}" if act[1] else f"{act[6]}.{act[5]}.{act[4]}")
    return Note(kind, words, start, end, number, _day(since["ru"] or since["kk"]) if since else None, adopted)


def _day(said: str) -> date | None:
    try:
        return date(*map(int, reversed(said.split("."))))
    except ValueError:  # a misprint such as «31.02.2020»: the note's text says what was printed
        return None
