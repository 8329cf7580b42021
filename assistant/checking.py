"""A text to findings: each citation in it with separate verdicts, their reasons, and what the law says there.

Exists, in force on the day, quote exact, figures agree, supports the sentence: true, false, or None where it cannot be
checked, which is never the same as false. Code only, no model. It writes no report and reads no file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant import citations, measures, phrases, quoting, sentences, supporting, verdicts, verification, wording
from assistant.answers import Verdicts
from assistant.citations import Ambiguous, Cited
from assistant.corpus import Corpus
from assistant.law import Digest, Figure, Point, ProvisionId
from assistant.measures import Quantity
from assistant.verdicts import Reason

AFTER = 300  # characters behind a sentence in which its text may tell the exception
SPEAKS_OF = 0.5  # share of a sentence's words in a rule from which a denial or a swapped duty is called one
RESTATES = 0.45  # the same from which a rule whose figures agree is what the sentence says
NUMBERS = frozenset({"number", "unit", "date"})


@dataclass(frozen=True)
class Finding:
    """One citation of a text. `law` is what the place says, `official` whether in the words of the law itself.

    `name` is the id, or the would-be id, of the place or of an ILO instrument cited by number alone; the act's name
    where the act is not in the catalogue.
    """

    cited: Cited
    name: str
    label: str
    sentence: str
    quotes: tuple[str, ...]
    verdicts: Verdicts
    reasons: tuple[Reason, ...]
    law: str
    official: bool
    url: str
    edition: date | None

    @property
    def wrong(self) -> bool:
        """True if any verdict is false."""
        return False in vars(self.verdicts).values()


@dataclass(frozen=True)
class Report:
    """What was found in a text on a day; `text` is the text that every span counts in."""

    text: str
    day: date
    findings: tuple[Finding, ...]
    ambiguous: tuple[Ambiguous, ...]

    @property
    def wrong(self) -> bool:
        """True if a citation in it is wrong."""
        return any(finding.wrong for finding in self.findings)


def check(text: str, corpus: Corpus, day: date, default: str | None = None, lang: str | None = None) -> Report:
    """Every citation of a text with its verdicts, in the order of the text; reasons are worded in `lang` when shown.

    `default` is the act that a bare article belongs to, where the text is known to speak of one. Without `lang` a
    sentence is read in the language of its citation.
    """
    found = citations.find(text, corpus.instruments, default, corpus.by_article)
    whole = [(each.start, each.end) for each in found.citations]
    whole += [(each.start, each.end) for each in found.ambiguous]
    spans = sentences.split(text, whole)
    checked = []
    for cited in found.citations:
        start, end = next(((s, e) for s, e in spans if s <= cited.start < e), (cited.start, cited.end))
        beside = [other for other in found.citations if start <= other.start < end]
        after = text[end : end + AFTER].partition("\n\n")[0]
        checked.append(_finding(cited, text[start:end], after, start, beside, corpus, day, lang or cited.lang))
    return Report(text, day, tuple(checked), found.ambiguous)


def _finding(
    cited: Cited, sentence: str, after: str, start: int, beside: Sequence[Cited], corpus: Corpus, day: date, lang: str
) -> Finding:
    claim = _without_citations(sentence, start, beside)
    near = claim[slice(*_reach(cited, beside, start))]
    quoted = quoting.quotes(sentence, [(each.start - start, each.end - start) for each in beside])
    quotes = tuple(said for said, nearest in quoted if beside[nearest] == cited)
    place = cited.provision
    if cited.instrument:
        return _instrument(cited, sentence, quotes, corpus, day, lang)
    if place is None or place.instrument not in corpus.instruments:
        known = {} if place is None else {"place": str(place)}
        verdict, reason = (None, Reason("exists", "not_held", {"act": cited.act, **known}))
        name = cited.act if place is None else str(place)
        return Finding(cited, name, cited.act, sentence, quotes, Verdicts(verdict), (reason,), "", False, "", None)
    exists, why = verdicts.exists(place, corpus)
    digest = corpus.by_article.get(str(place.whole_article))
    instrument = corpus.instruments[place.instrument]
    label = _label(place, corpus, lang)
    if not exists or digest is None:
        found = Verdicts(exists)
        return Finding(cited, str(place), label, sentence, quotes, found, why, "", False, instrument.url[lang], None)
    in_force, when = verdicts.in_force(place, digest, instrument, day)
    exact, differs = quoting.verdict(quotes, place, corpus)
    here, _ = _at(place, corpus, lang)
    figures, numbers = _figures(near, here, beside, corpus, lang)
    supports, says = _supports((near, after, "\n".join(here)), _points(digest, place, day), digest, lang, figures)
    return Finding(
        cited=cited,
        name=str(place),
        label=label,
        sentence=sentence,
        quotes=quotes,
        verdicts=Verdicts(True, in_force, exact, figures, supports),
        reasons=(*why, *when, *differs, *numbers, *says),
        law=_law(place, digest, corpus, day, lang),
        official=bool(quoting.wording(place, lang, corpus) or digest.official),
        url=instrument.url[lang],
        edition=digest.edition,
    )


def _instrument(cited: Cited, sentence: str, quotes: tuple[str, ...], corpus: Corpus, day: date, lang: str) -> Finding:
    """The finding of an ILO instrument that is cited by its number alone."""
    exists, in_force, why = verdicts.instrument(cited.instrument, corpus, day)
    held = corpus.instruments.get(cited.instrument)
    label, url = (held.short[lang], held.url[lang]) if held else (cited.act, "")
    found = Verdicts(exists, in_force)
    return Finding(cited, cited.instrument, label, sentence, quotes, found, why, "", False, url, None)


def _reach(cited: Cited, beside: Sequence[Cited], start: int) -> tuple[int, int | None]:
    """What of a sentence a citation stands for: all between the citations before and after it."""
    before = max((each.end for each in beside if each.end <= cited.start), default=start)
    after = min((each.start for each in beside if each.start >= cited.end), default=None)
    return before - start, (after - start if after is not None else None)


def _label(place: ProvisionId, corpus: Corpus, lang: str) -> str:
    """How the place is cited; of an article that is not held, the act and its would-be number."""
    act, digest = corpus.instruments[place.instrument], corpus.by_article.get(str(place.whole_article))
    if digest is None:
        return f"{act.short[lang]}, {'/'.join((place.article, *place.pinpoint))}"
    return citations.label(act, digest, "/".join(place.pinpoint), lang)


def _without_citations(sentence: str, start: int, beside: Sequence[Cited]) -> str:
    """The sentence with its citations made spaces, so that article numbers are no figures of it."""
    signs = list(sentence)
    for cited in beside:
        for at in range(cited.start - start, min(cited.end - start, len(signs))):
            signs[at] = " "
    return "".join(signs)


def _points(digest: Digest, place: ProvisionId, day: date) -> list[Point]:
    """The points in force at a place and under it; of a subparagraph without points, those of its paragraph."""
    at = place.pinpoint
    while True:
        name = "/".join(at)
        here = [p for p in digest.points if not at or p.at == name or p.at.startswith(f"{name}/")]
        if here or not at:
            return [point for point in here if point.holds(day)] or here
        at = at[:-1]


def _law(place: ProvisionId, digest: Digest, corpus: Corpus, day: date, lang: str) -> str:
    """What the place says: the official wording, otherwise our restatement."""
    if wording := quoting.wording(place, lang, corpus):
        return wording
    return "\n".join(point.text[lang] for point in _points(digest, place, day))


def _figures(
    claim: str, here: Sequence[str], beside: Sequence[Cited], corpus: Corpus, lang: str
) -> tuple[bool | None, tuple[Reason, ...]]:
    """True if every quantity said beside the citation stands at a place that the sentence cites; `here` is said at one.

    False if one does not and that place, speaking of the same, has another quantity of the same unit: three
    working days, not five. A quantity that the law does not speak of is a fact of the case: None.
    """
    said = [each for each in measures.quantities(claim, lang) if each.unit]
    cited = [_at(each.provision, corpus, lang) for each in beside if each.provision]
    everywhere = [q for texts, _ in cited for text in texts for q in measures.quantities(text, lang)]
    values = {(figure.value, figure.unit) for _, held in cited for figure in held}
    found = [q for q in said if (q.value, q.unit) in values or any(_agree(q, other) for other in everywhere)]
    opposed = []
    for quantity in (q for q in said if q not in found):
        texts = [text for text in here if supporting.strength(claim, text, lang) >= supporting.RELATED]
        held = [q for text in texts for q in measures.quantities(text, lang) if q.unit == quantity.unit]
        if held:
            instead = "; ".join(dict.fromkeys(_whole_words(q.said) for q in held))
            details = {"said": _whole_words(quantity.said), "instead": instead}
            opposed.append(Reason("figures", "figures_differ", details))
    if opposed:
        return False, tuple(opposed)
    return (True if said and len(found) == len(said) else None), ()


def _agree(said: Quantity, held: Quantity) -> bool:
    """True for the same number in the same unit, or in one that may stand for it."""
    return said.value == held.value and (measures.same_unit(said, held) or measures.same_unit(held, said))


def _at(place: ProvisionId, corpus: Corpus, lang: str) -> tuple[list[str], list[Figure]]:
    """What is said at a place, under it and above it: our points, the official wording, and the figures."""
    digest = corpus.by_article.get(str(place.whole_article))
    if digest is None:
        return [], []
    texts = [point.text[lang] for point in digest.points if _concerns(point.at, place)]
    official = [corpus.wording(place, lang)]
    return [*texts, *filter(None, official)], [f for f in digest.figures if _concerns(f.at, place)]


def _whole_words(said: str) -> str:
    """What a quantity says, without a word cut in two at its end."""
    words = said.split()
    return " ".join(words[:4]).rstrip(".,;:(")


def _concerns(at: str, place: ProvisionId) -> bool:
    """True if a point lies at the place, under it, or above it."""
    name = "/".join(place.pinpoint)
    return not name or not at or f"{at}/".startswith(f"{name}/") or f"{name}/".startswith(f"{at}/")


def _supports(
    said: tuple[str, str, str], points: Sequence[Point], digest: Digest, lang: str, figures: bool | None
) -> tuple[bool | None, tuple[Reason, ...]]:
    """Whether a rule of the place says what a sentence says, read with what follows; None where no rule can tell.

    `said` is the sentence, what follows it, and all that is said at the place: a word not there may say anything.
    """
    claim, after, whole = said
    texts = sorted((point.text[lang] for point in points), key=lambda text: -supporting.strength(claim, text, lang))
    if not texts or supporting.strength(claim, texts[0], lang) < supporting.RELATED:
        return None, (Reason("supports", "speaks_of_something_else", {}),)
    found = [
        *supporting.check(claim, texts[0], lang, digest.figures, after),
        *supporting.left_out(f"{claim} {after}", texts[0], lang),
    ]
    faults = [fault for fault in found if fault.kind not in NUMBERS]
    if figures is False:
        return False, ()
    if not faults:
        says = supporting.strength(claim, texts[0], lang) >= (RESTATES if figures else supporting.BORNE_OUT)
        if says and verification.figures_agree(claim, texts[0], lang):
            other = wording.foreign(claim, whole, lang)
            return (None, (Reason("supports", "other_words", {}),)) if other else (True, ())
        return None, ()
    differs = tuple(Reason("supports", f"differs_{fault.kind}", _words(fault, lang)) for fault in faults)
    hard = [fault for fault in faults if fault.kind != "exception"]
    close = supporting.strength(claim, texts[0], lang) >= SPEAKS_OF
    return (False if hard and close else None), differs


def _words(fault: supporting.Fault, lang: str) -> Mapping[str, str]:
    """What the claim and the law say, in the reader's words where they are duties, permissions and bans."""

    def said(text: str) -> str:
        known = {"duty", "right", "ban", "free", "cond"}
        return ", ".join(phrases.say(f"says {w}", lang) if w in known else w for w in text.split("/"))

    return {"said": said(fault.said), "instead": said(fault.instead) or "—"}


def as_json(report: Report, lang: str) -> dict[str, object]:
    """The object that `check --json` prints."""
    return {
        "citations": [
            {
                "provision": finding.name,
                "text": finding.cited.text,
                "span": [finding.cited.start, finding.cited.end],
                "verdicts": vars(finding.verdicts),
                "reason": "; ".join(reason.say(lang) for reason in finding.reasons),
                "label": finding.label,
                "law": finding.law,
                "official": finding.official,
                "url": finding.url,
                "edition": str(finding.edition) if finding.edition else None,
            }
            for finding in report.findings
        ],
        "ambiguous": [
            {"text": each.text, "span": [each.start, each.end], "candidates": list(each.candidates)}
            for each in report.ambiguous
        ],
        "as_of": str(report.day),
    }
