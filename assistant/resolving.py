"""From references to citations: which act each means, which articles a range holds, what «той же статьи» refers to.

An act that could be two is reported as ambiguous, never guessed. Whether what is cited exists is for `verification`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant import brackets, lookalikes
from assistant.chains import AGAIN, PAPER, Segment
from assistant.citation_forms import ANNEX, ARTICLE, BELOW, EITHER, RECITAL, SUBPARAGRAPH, Group, Number
from assistant.cited import NO_ACT, SEVERAL_ACTS, SEVERAL_PARAGRAPHS, Ambiguous, Cited
from assistant.cleaning import Cleaned
from assistant.law import Digest, Instrument, ProvisionId
from assistant.mentions import BARE, OWN, SAME, Mention
from assistant.pinpoints import Pin, bracketed, expand, pins, places
from assistant.sentences import same_sentence

_HEADING = re.compile(r"(?:^|[\n#*])[ \u00a0\t#*]*$")  # what stands before the heading of an article
_ITS = ("ее", "its", "онын")  # «её пункт 5»
_OTHER_PAPER = re.compile(
    r"договор|соглашени|контракт|приказ|устав|положени|правил|инструкц|протокол|шарт|буйры[кг]|жаргы|ереже"
    r"|contract|agreement|order|charter|rules|polic|report"
)
_IN_CLAUSE = re.compile(r"[;!?¶:,–]|\. ")
_SAID_IN = re.compile(r"(?<!\w)(?:в|во|по|согласно|in|under)(?: the)? $")  # «в ГК РК есть ст. 5»
_CLAUSE = 60  # characters from an act to the article that the clause puts in it
_KAZAKH_IN = re.compile(r"[дт][ае]$")  # «АК-де 5-бап бар»


@dataclass(frozen=True)
class Act:
    """The act that a reference means: the id is empty outside the catalogue."""

    id: str
    text: str


@dataclass(frozen=True)
class _Piece:
    """One place inside the article of a segment: its span in the cleaned text and its pinpoints, one or several."""

    start: int
    end: int
    article: str
    pinpoints: list[tuple[str, ...]]


@dataclass
class Resolver:
    """Reads the references of one text in their order and remembers what was named last."""

    source: str
    cleaned: Cleaned
    instruments: Mapping[str, Instrument]
    named: Sequence[Mention]
    known: Container[str] = ()
    digests: Mapping[str, Digest] = field(default_factory=dict)
    default: str | None = None
    document: str | None = None
    last: tuple[Act, str, tuple[str, ...]] | None = None
    ended: int = 0
    short: bool = False
    heading: tuple[Act, str, tuple[str, ...]] | None = None

    def read(self, segment: Segment) -> Iterator[Cited | Ambiguous]:
        """The citations of one segment; none where it names no law."""
        if segment.act is not None and segment.act.refers == PAPER:
            return
        article = segment.article
        if article is not None and article.same:
            yield from self._again(segment, article)
            return
        if article is None and segment.act is None and self._in_brackets(segment):
            yield from self._inside(segment)
            return
        if not lookalikes.is_place(segment, self.cleaned.text, self.instruments, self.short):
            return
        found = self.act(segment)
        if article is not None and article.kind in (ANNEX, RECITAL) and not _has_annexes(found, segment):
            return
        if isinstance(found, Ambiguous):
            yield found
            return
        self.short = self.short or (article is not None and article.doubtful and article.lang == "kk")
        yield from self._cite(segment, found)

    def act(self, segment: Segment) -> Act | Ambiguous:
        """The act that a segment means."""
        beside = segment.act
        if beside is not None and not beside.refers:
            return Act(beside.id, self._text(beside.start, beside.end))
        if beside is not None and not beside.kinds and self.last is not None:
            return self.last[0]  # «там же, ст. 53»
        before = [act for act in self.named if act.end <= segment.start]
        kinds = beside.kinds if beside is not None else frozenset()
        if self.document and (beside is None or beside.refers in (OWN, BARE)):
            return Act(self.document, "")
        if beside is None and (clause := self._in_clause(segment)):
            return Act(clause.id, self._text(clause.start, clause.end))
        fitting = [act for act in before if not kinds or act.kinds & kinds]
        if beside is not None and beside.refers in (SAME, OWN) and fitting:
            return Act(fitting[-1].id, self._text(fitting[-1].start, fitting[-1].end))
        if not before:
            fitting = [act for act in self.named if not kinds or act.kinds & kinds]
        distinct = {act.act: act for act in fitting}
        if len(distinct) == 1:
            act = next(iter(distinct.values()))
            return Act(act.id, self._text(act.start, act.end))
        if self.default and (not kinds or self._fits(self.default, kinds)):
            return Act(self.default, "")
        reason = SEVERAL_ACTS if distinct else NO_ACT
        start, end = segment.start, segment.end
        if beside is not None and segment.beside:
            start, end = min(start, beside.start), max(end, beside.end)
        return self._ambiguous(start, end, tuple(distinct), reason, segment.lang)

    def _in_clause(self, segment: Segment) -> Mention | None:
        """The one act in which the clause says that the article is: «ТК ни при чём, в ГК РК есть ст. 5»."""
        text, named = self.cleaned.text, [act for act in self.named if act.end <= segment.start][-2:]
        inside = [act for act in named if not _IN_CLAUSE.search(text, act.end, segment.start)]
        if len(inside) != 1:
            return None
        (act,) = inside
        said = _SAID_IN.search(text[max(0, act.start - 15) : act.start]) or _KAZAKH_IN.search(text[: act.end][-2:])
        return act if said and segment.start - act.end < _CLAUSE else None

    def _fits(self, act: str, kinds: frozenset[str]) -> bool:
        kind = "code" if act.endswith("-code") else "law" if act.endswith("-law") else act.split("-")[0]
        return kind in kinds

    def _cite(self, segment: Segment, act: Act) -> Iterator[Cited | Ambiguous]:
        pieces = list(self._pieces(segment, act))
        beside = segment.act if segment.beside else None
        for number, piece in enumerate(pieces):
            start, end = piece.start, piece.end
            if number == 0:
                start = min(start, segment.start, beside.start if beside is not None else start)
            if beside is not None and len(pieces) == 1:
                end = max(end, beside.end)
            if len(piece.pinpoints) > 1:
                ids = tuple(str(ProvisionId(act.id, piece.article, place)) for place in piece.pinpoints)
                yield self._ambiguous(start, end, ids, SEVERAL_PARAGRAPHS, segment.lang)
            else:
                yield self._cited(act, piece.article, piece.pinpoints[0], start, end, segment.lang)
        if pieces:
            if self.document and self._heads(segment):
                self.heading = (act, pieces[0].article, ())
            self.last, self.ended = (act, pieces[-1].article, pieces[-1].pinpoints[0]), segment.end

    def _heads(self, segment: Segment) -> bool:
        """True where an article begins: «Статья 52. …» at the start of a line."""
        start, end = self.cleaned.original(segment.start, segment.end)
        return self.source[end : end + 1] == "." and bool(_HEADING.search(self.source[max(0, start - 20) : start]))

    def _cited(self, act: Act, article: str, pinpoint: tuple[str, ...], start: int, end: int, lang: str) -> Cited:
        provision = ProvisionId(act.id, article, pinpoint) if act.id else None
        begin, stop = self._closed(start, end)
        return Cited(provision, self.source[begin:stop], begin, stop, lang, act.text)

    def _ambiguous(self, start: int, end: int, candidates: tuple[str, ...], reason: str, lang: str) -> Ambiguous:
        begin, stop = self._closed(start, end)
        return Ambiguous(self.source[begin:stop], begin, stop, candidates, reason, lang)

    def _closed(self, start: int, end: int) -> tuple[int, int]:
        """The span in the source, with the bracket or quotation mark that it opens or closes."""
        begin, stop = self.cleaned.original(start, end)
        text = self.source[begin:stop]
        if text.count("(") > text.count(")") and self.source[stop : stop + 1] == ")":
            stop += 1
        if text.count("»") > text.count("«") and self.source[begin - 1 : begin] == "«":
            begin -= 1
        return begin, stop

    def _text(self, start: int, end: int) -> str:
        begin, stop = self.cleaned.original(start, end)
        return self.source[begin:stop]

    def _again(self, segment: Segment, article: Group) -> Iterator[Cited | Ambiguous]:
        """«п. 2 той же статьи», "ibid.": the article cited last, with what is named inside it."""
        meant = self.heading if self.heading and re.match("настоящ|осы|this", article.same) else self.last
        if meant is None:
            return
        if article.same in _ITS and not self._near(article.start):
            return
        act, number, pinpoint = meant
        ibid = article.same.rstrip(".") in AGAIN
        inner = [*segment.before, *segment.after] if not ibid else segment.after
        if not inner and (article.same == "thereof" or (ibid and not article.same.startswith("ibid"))):
            return
        if not inner:
            self.last, self.ended = (act, number, pinpoint if ibid else ()), article.end
            yield self._cited(act, *self.last[1:], article.start, article.end, segment.lang)
            return
        same = Group(ARTICLE, (Number(number, article.start, article.end),), article.start, article.end, article.lang)
        again = Segment(same, [] if ibid else segment.before, segment.after, gaps=segment.gaps)
        yield from self._cite(again, act)

    def _near(self, start: int) -> bool:
        """True if an article was cited before in the same sentence, and no contract or order was named since."""
        if self.last is None or self.ended > start or _OTHER_PAPER.search(self.cleaned.text, self.ended, start):
            return False
        return same_sentence(self.source, *self.cleaned.original(self.ended - 1, start))

    def _in_brackets(self, segment: Segment) -> bool:
        """True for «(п. 2)» behind an article: «ст. 65 ТК требует объяснения (п. 2)»."""
        text = self.cleaned.text
        closed = text[segment.start - 1 : segment.start] == "(" and text[segment.end : segment.end + 1] == ")"
        return closed and self._near(segment.start)

    def _inside(self, segment: Segment) -> Iterator[Cited | Ambiguous]:
        """Places of the article that was cited last."""
        if self.last is not None:
            at = segment.start
            same = Group(ARTICLE, (Number(self.last[1], at, at),), at, at, segment.lang)
            yield from self._cite(Segment(same, [], segment.groups, gaps=segment.gaps), self.last[0])

    def _pieces(self, segment: Segment, act: Act) -> Iterator[_Piece]:
        """Each place that a segment names, in its order; one for each number of its lists."""
        held = self.instruments.get(act.id)
        article, before, after = segment.article, segment.before, segment.after
        if article is None:
            article = lookalikes.first(segment, held) if held else None
            if article is None:
                return
            at = before.index(article)
            before, after = before[:at], before[at + 1 :]
        if article.kind == ANNEX:
            before, after = brackets.points(before), brackets.points(after)
        numbers = list(self._articles(article, act))
        for place, number in enumerate(numbers):
            digest = self.digests.get(f"{act.id}/{number.text}")
            known = {*digest.structure, *(s for subs in digest.structure.values() for s in subs)} if digest else ()
            inner = self._inner(before if place == 0 else [], after if number is numbers[-1] else [], segment, known)
            alone = len(numbers) == 1 and len(inner) <= 1
            yield from self._piece(segment, article, number, place == 0, inner, digest, alone)

    def _inner(self, before: list[Group], after: list[Group], segment: Segment, known: Collection[str]) -> list[Pin]:
        if before and after and all(group.kind in (SUBPARAGRAPH, EITHER, BELOW) for group in after):
            return pins([*before, *after], segment.gaps, True, known)  # «пункт 2 статьи 182 (подпункты 2, 3)»
        return [*pins(before, segment.gaps, False, known), *pins(after, segment.gaps, True, known)]

    def _articles(self, article: Group, act: Act) -> Iterator[Number]:
        """The articles of a list, each with its brackets: "6(1)(a) and (f)" names article 6 twice."""
        held = [number.text for number in article.numbers if f"{act.id}/{number.text}" in self.known]
        before: Number | None = None
        for number in expand(article.numbers, held):
            if not number.text and before is not None:
                yield from brackets.through(before, number)
                number = Number(before.text, number.start, number.end, brackets.going_on(before.inside, number.inside))
            if article.kind == RECITAL:
                number = replace(number, text=f"recital-{number.text}")
            if number.text:
                before = number
                yield number

    def _piece(
        self,
        segment: Segment,
        article: Group,
        number: Number,
        first: bool,
        inner: list[Pin],
        digest: Digest | None,
        alone: bool,
    ) -> Iterator[_Piece]:
        head = article.start if first and article.numbers and number.start >= article.numbers[0].start else number.start
        if not inner:
            span = (segment.start, segment.end) if alone else (head, number.end)
            place = bracketed(number.inside, digest) if number.inside else ()
            yield _Piece(*span, number.text, [place])
        for pin in inner:
            start = pin.first.start if pin.first else pin.number.start
            span = (segment.start, segment.end) if alone else (start, pin.number.end)
            within = bool(number.inside) and not pin.paragraph  # "Article 5(1), point (c)"
            exact: tuple[str, ...] = (number.inside[0], pin.sub) if within else ()
            yield _Piece(*span, number.text, [exact] if within else places(pin, digest))


def _has_annexes(act: Act | Ambiguous, segment: Segment) -> bool:
    """False for an annex or a recital of no named act, unless the only act of the text is one of the EU."""
    named = segment.act is not None and not segment.act.refers
    return named or (isinstance(act, Act) and act.id.startswith("eu-"))
