"""The answer that a language model drafts and code checks: nothing of it is shown that its passages do not say.

The model sees digest points with ids, and the question without personal data. Each of its sentences must name its
points, and what it says otherwise than they do is dropped. If too little is left, the composed answer stands and says
so. The model decides neither what is searched nor what is cited.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from assistant import claims, composing, entailing, garbled, llm, phrases, privacy, prompting, supporting, verification
from assistant.answers import Answer, Claim, Dropped, Passage, Progress, Watch
from assistant.claims import DraftClaim, Drafts
from assistant.composing import Place, Question, Writer
from assistant.corpus import Corpus
from assistant.entailing import Pair
from assistant.llm import Endpoint
from assistant.model_errors import ModelUnavailable, StoppedByUser
from assistant.prompting import GivenPassage
from assistant.retrieval import WITH_POINTS, Found
from assistant.settings import Settings

POINTS_OF_PASSAGE = 5
LEAST_KEPT = 2 / 3  # share of a draft's sentences that must hold, or the composed answer takes over


@dataclass(frozen=True)
class _Given:
    """What the model is shown: passages by id, and the digest point that each is."""

    passages: tuple[GivenPassage, ...]
    places: dict[str, Place]


def draft(
    question: Question,
    found: Found,
    corpus: Corpus,
    composed: Answer,
    endpoint: Endpoint,
    watch: Watch | None = None,
) -> Answer:
    """The model's answer as far as it holds; else the composed one with the reason in its notes.

    Where the best article is a text at hand without a digest, such as a user's own file, the composed answer stands as
    it is: such a text is sent to no model. `watch` is told of each sentence that holds while the model still writes;
    if it says stop, what holds by then is the answer, and is called partial.
    """
    if not found.passages or corpus.by_article[str(found.passages[0].provision)].official:
        return composed
    hidden = privacy.hide("\n".join([*question.earlier, question.text]))
    given = _given(question, found.passages, corpus)
    asked = prompting.messages(hidden.text, question.lang, given.passages)
    work = _Work(given, question, corpus, composed, tuple(hidden.found), endpoint.settings)
    try:
        kept, dropped, status = _checked(asked, work, endpoint, watch)
    except ModelUnavailable as error:
        return _taken_over(composed, question.lang, error.sentence(question.lang))
    written = _written(kept, work) if _enough(kept, dropped) else composed
    if written is composed or not written.claims:
        written = _taken_over(composed, question.lang, phrases.say("model_not_supported", question.lang))
    elif status == "partial":
        written = replace(written, status=status, notes=(phrases.say("model_stopped", question.lang), *written.notes))
    secret = tuple(f"{each.placeholder} {each.said}" for each in hidden.found)
    by = f"{endpoint.settings.llm_model}, {prompting.ANSWER}"
    return replace(written, dropped=tuple(dropped), written_by=by, hidden=secret)


def _checked(
    asked: llm.Messages, work: _Work, endpoint: Endpoint, watch: Watch | None
) -> tuple[list[DraftClaim], list[Dropped], str]:
    """The sentences that hold, the others, and whether that is all of the reply: answered, or partial if stopped."""
    listening, twice = _Listening(work, watch) if watch else None, endpoint.settings.llm_entailment
    try:
        if listening is not None:
            listening("")  # a busy model may not be heard of for some seconds
        reply = llm.ask_model(asked, endpoint, claims.SCHEMA, listening)
    except StoppedByUser:
        if listening is None or twice or not listening.held[0]:
            raise
        return *listening.held, "partial"
    kept, dropped = _held(claims.drafts_from(reply.text, work.given.passages), work)
    if twice:
        kept, more = _entailed(kept, work.given, work.question.lang, endpoint)
        dropped += more
    return kept, dropped, "answered"


@dataclass(frozen=True)
class _Work:
    """What a draft is held against."""

    given: _Given
    question: Question
    corpus: Corpus
    composed: Answer
    hidden: tuple[privacy.Found, ...]
    settings: Settings


class _Listening:
    """Hears a reply while it is written, and tells of the sentences that hold as soon as each is whole.

    With a second check by a model nothing is told before that check. Raises StoppedByUser where it is told to stop.
    """

    def __init__(self, work: _Work, watch: Watch) -> None:
        self.work, self.watch = work, watch
        self.held: tuple[list[DraftClaim], list[Dropped]] = ([], [])
        articles = {digest.id for digest, _ in work.given.places.values()}
        self.progress = Progress("reading", len(articles))
        self._closed = 0

    def __call__(self, so_far: str) -> None:
        """Look at the text of the reply so far."""
        closed = so_far.count("}")
        if closed != self._closed and (whole := claims.whole_so_far(so_far)):
            self._read(claims.drafts_from(whole, self.work.given.passages))
        self._closed = closed
        if not self.watch(self.progress):
            raise StoppedByUser()

    def _read(self, drafts: Drafts) -> None:
        self.held = kept, dropped = _held(drafts, self.work)
        shown = self.progress.answer
        if _enough(kept, dropped) and not self.work.settings.llm_entailment:
            shown = _written(kept, self.work)
        self.progress = Progress("checking", len(kept) + len(dropped), shown)


def _enough(kept: Sequence[DraftClaim], dropped: Sequence[Dropped]) -> bool:
    return bool(kept) and len(kept) >= LEAST_KEPT * (len(kept) + len(dropped))


def _given(question: Question, passages: Sequence[Passage], corpus: Corpus) -> _Given:
    places: dict[str, Place] = {}
    shown: list[GivenPassage] = []
    for passage in passages[:WITH_POINTS]:
        for digest, number in composing.near_points(passage, corpus, question.as_of)[:POINTS_OF_PASSAGE]:
            if digest.official:
                continue
            key = f"P{len(shown) + 1}"
            weight = str(corpus.instruments[digest.instrument].authority)
            provision = f"{digest.id}/{digest.points[number].at}".rstrip("/")
            shown.append(GivenPassage(key, provision, digest.points[number].text[question.lang], weight))
            places[key] = (digest, number)
    return _Given(tuple(shown), places)


def _held(drafts: Drafts, work: _Work) -> tuple[list[DraftClaim], list[Dropped]]:
    """The sentences that the rules let through, and the others with the reason."""
    lang = work.question.lang
    dropped = [Dropped(each.text, phrases.say(f"dropped {each.reason}", lang)) for each in drafts.refused]
    kept: list[DraftClaim] = []
    for drafted in drafts.claims:
        why = _fault(drafted, work.given, work.question, work.corpus)
        if why:
            dropped.append(Dropped(drafted.text, why))
        else:
            kept.append(drafted)
    return kept, dropped


def _entailed(
    kept: Sequence[DraftClaim], given: _Given, lang: str, endpoint: Endpoint
) -> tuple[list[DraftClaim], list[Dropped]]:
    """The same by the second check: a model's word that its passages make a sentence true."""
    texts = {key: digest.points[number].text[lang] for key, (digest, number) in given.places.items()}
    pairs = [Pair(drafted.text, "\n".join(texts[key] for key in drafted.passages)) for drafted in kept]
    found = list(zip(kept, entailing.borne_out(pairs, endpoint), strict=True))
    why = phrases.say("dropped not_entailed", lang)
    return [each for each, holds in found if holds], [Dropped(each.text, why) for each, holds in found if not holds]


def _fault(drafted: DraftClaim, given: _Given, question: Question, corpus: Corpus) -> str:
    """Why a sentence is not let through; empty if its passages say what it says."""
    lang = question.lang
    texts = {key: digest.points[number].text[lang] for key, (digest, number) in given.places.items()}
    cited = [texts.pop(key) for key in drafted.passages]
    if drafted.quote and not verification.same_words(drafted.quote.strip("«»“”\"'. "), "\n".join(cited)):
        return phrases.say("dropped quote", lang)
    held = [given.places[key] for key in drafted.passages]
    figures = [f for digest, number in held for f in digest.figures if f.at == digest.points[number].at]
    said = privacy.PLACEHOLDER.sub(" ", drafted.text)  # the number of a placeholder is no figure
    why = supporting.not_borne_out(said, cited, list(texts.values()), lang, figures, question.text)
    if not why and garbled.garbled(said, "\n".join(cited), lang, corpus):
        why = "garbled"
    return phrases.say(f"dropped {why}", lang) if why else ""


def _written(kept: Sequence[DraftClaim], work: _Work) -> Answer:
    """The answer of the sentences that hold, each with the citations of its points."""
    given, question, corpus, composed = work.given, work.question, work.corpus, work.composed
    writer = Writer(question, corpus)
    said: list[Claim] = []
    numbers: dict[str, int] = {}
    for drafted in kept:
        for key in drafted.passages:
            if key not in numbers and writer.claim(*given.places[key]):
                numbers[key] = len(writer.citations)
        cited = tuple(sorted({numbers[key] for key in drafted.passages if key in numbers}))
        if len(cited) == len(set(drafted.passages)):
            said.append(Claim(privacy.restore(drafted.text, work.hidden), cited))
    chosen = [given.places[key] for key in numbers]
    steps = writer.claims(composing.next_steps(chosen, corpus, question.as_of)) if composed.next_steps else ()
    return replace(
        composed,
        mode="llm",
        lead=writer.lead(),
        claims=tuple(said),
        see_also=(),
        next_steps=steps,
        notes=(*_about(work.settings, question.lang), *writer.notes()),
        citations=tuple(writer.citations),
    )


def _about(settings: Settings, lang: str) -> tuple[str, ...]:
    """Who wrote the sentences, and where the question went if that is not this machine or its network."""
    said = [phrases.say("written_by_model", lang, model=settings.llm_model)]
    if privacy.reach(settings.endpoint) == "internet":
        said.append(phrases.say("sent_away", lang, host=urlsplit(settings.endpoint).hostname or ""))
    return tuple(said)


def _taken_over(composed: Answer, lang: str, why: str) -> Answer:
    """The composed answer with the reason why no model's words are shown."""
    return replace(composed, notes=(f"{why} {phrases.say('composed_instead', lang)}", *composed.notes))
