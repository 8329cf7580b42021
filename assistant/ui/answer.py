"""An answer on the page: claims with numbered chips, the source beside the claim that cites it, notes, what next.

On a wide screen the source stands beside its claim and what follows, on a phone below the claim. Nothing is decided
here that the answer does not say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

import streamlit as st

from assistant import check_file, citations, phrases, sharing, sheets, suggesting
from assistant.answers import Answer, Claim
from assistant.ui import deadlines, frame, state, thumbs
from assistant.ui.markup import one_line, plain
from assistant.ui.source import panel, weight

BESIDE = (3, 2)  # widths of a claim and of the source beside it
MEASURE = 660  # pixels: a line that the eye can follow, as wide as a claim with its source beside it
MIME = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "md": "text/markdown",
}


@dataclass(frozen=True)
class Part:
    """A piece of an answer in its order: a claim, or what is drawn in another way."""

    draw: Callable[[], None]
    claim: Claim | None = None


def draw(number: int, turn: state.Turn) -> None:
    """Draw the answer of a turn; `number` is its place in the conversation.

    The answer is one column. From the claim whose source is open it goes on beside the source, so that no gap opens
    under a claim that is shorter than its source; on a phone the source stands below its claim.
    """
    answer, parts = turn.answer, _parts(number, turn)
    if answer.status == "refused":
        st.warning(plain(" ".join(answer.notes)), icon=":material/info:")
    opened = state.opened()
    at = opened.place if opened is not None and opened.turn == number else len(parts)
    with st.container(width=MEASURE):
        _lead(answer)
        for part in parts[:at]:
            part.draw()
    if at == len(parts) or opened is None:
        return
    said, beside = (st.container(), st.container()) if frame.on_a_phone() else st.columns(BESIDE, gap="medium")
    claim = parts[at].claim
    assert claim is not None  # only a claim has chips
    with said:
        for part in parts[at : at + 1] if frame.on_a_phone() else parts[at:]:
            part.draw()
    with beside:
        panel(answer.citations[opened.cited - 1], claim.text, f"source-{number}-{opened.cited}", answer.language)
    for part in parts[at + 1 :] if frame.on_a_phone() else ():
        part.draw()


def _parts(number: int, turn: state.Turn) -> list[Part]:
    """Everything of an answer in its order."""
    answer, parts = turn.answer, list[Part]()
    for heading, claims in (("", answer.claims), ("see_also", answer.see_also), ("next_steps", answer.next_steps)):
        if heading and claims:
            parts.append(Part(partial(st.header, phrases.say(heading, answer.language), anchor=False)))  # type: ignore[arg-type]
        for claim in claims:
            parts.append(Part(partial(_said, number, len(parts), claim, answer), claim))
    if answer.status != "refused":
        parts.append(Part(partial(_rest, number, turn)))
    parts.append(Part(partial(thumbs.ask, number, turn)))
    parts.append(Part(partial(_suggestions, number, turn)))
    return parts


def _rest(number: int, turn: state.Turn) -> None:
    """What follows the claims: deadlines, notes, what was not let through, what can be taken away."""
    answer = turn.answer
    important, small = _sorted_notes(answer)
    deadlines.draw(number, answer)
    if important:
        st.info("  \n".join(map(plain, important)), icon=":material/priority_high:")
    st.markdown(f":small[{plain(' '.join(small))}]")
    _dropped(answer)
    _take_away(number, turn)


def draw_more(number: int, answer: Answer, drawn: int) -> int:
    """Draw the claims after the first `drawn` of an answer in the making, where they will stay; how many are drawn.

    Their chips open no source before the answer is whole.
    """
    if not drawn:
        _lead(answer)
    for place, claim in enumerate(answer.claims[drawn:], drawn):
        _said(number, place, claim, answer, live=False)
    return len(answer.claims)


def _lead(answer: Answer) -> None:
    if answer.lead:
        st.warning(plain(answer.lead), icon=":material/gavel:")


def _sorted_notes(answer: Answer) -> tuple[list[str], list[str]]:
    """The notes that must be seen, and those that say of every answer the same: editions, that it is no advice."""
    if answer.status == "refused":
        return [], []
    lang, corpus = answer.language, state.the_library().corpus
    small = {phrases.say("disclaimer", lang)}
    for cited in answer.citations:
        act = corpus.instruments.get(cited.provision.instrument)
        if act is not None and act.edition:
            day = phrases.day(act.edition, lang)
            small.add(phrases.say("edition", lang, act=act.short[lang], date=day))
    important = [note for note in answer.notes if note not in small]
    rest = [note for note in answer.notes if note in small]
    return important, rest if answer.mode == "llm" else [*rest, phrases.say("composed", lang)]


def _said(number: int, place: int, claim: Claim, answer: Answer, live: bool = True) -> None:
    """One sentence and its chips."""
    if answer.table and claim in answer.claims:
        act = answer.citations[claim.citations[0] - 1].provision.instrument
        st.markdown(f"**{one_line(state.the_library().corpus.instruments[act].short[answer.language])}**")
    st.markdown(one_line(claim.text))
    for cited in claim.citations:
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            _chip(state.Opened(number, place, cited), answer, live)


def _chip(source: state.Opened, answer: Answer, live: bool) -> None:
    citation, opened = answer.citations[source.cited - 1], state.opened() == source
    label = f"{source.cited} · {one_line(citation.label)}"
    st.button(
        f"**{label}**" if opened else label,
        key=f"chip-{source.turn}-{source.place}-{source.cited}",
        icon=":material/visibility:" if opened else ":material/menu_book:",
        on_click=state.open_source,
        args=(source,),
        disabled=not live,
        wrap=True,
    )
    weight(citation.authority, answer.language)


def _dropped(answer: Answer) -> None:
    """What a language model wrote and the check did not let through."""
    if answer.dropped:
        with st.expander(phrases.say("ui dropped", answer.language, count=str(len(answer.dropped)))):
            for each in answer.dropped:
                st.markdown(f"~~{one_line(each.text)}~~ ({one_line(each.why)})")


def _take_away(number: int, turn: state.Turn) -> None:
    """Copy the answer, or save it as a file, made only when it is asked for."""
    with st.container(horizontal=True):
        with st.popover(state.say("ui save"), icon=":material/download:"):
            for suffix in MIME:
                st.download_button(
                    f"{state.say('ui save as')} {suffix.upper()}",
                    partial(_file, turn, suffix, date.today()),
                    f"answer.{suffix}",
                    MIME[suffix],
                    key=f"save-{number}-{suffix}",
                    on_click="ignore",
                    icon=":material/description:",
                )
        with st.popover(state.say("ui share"), icon=":material/share:", key=f"share-{number}"):
            _share(turn.answer)


def _share(answer: Answer) -> None:
    """The answer to be copied, and links to its articles: neither has the question in it."""
    st.markdown(f":small[{state.say('ui share lead')}]")
    st.code(sharing.text(answer, st.context.url or ""), language=None, wrap_lines=True)
    corpus = state.the_library().corpus
    for name in dict.fromkeys(str(citation.provision.whole_article) for citation in answer.citations):
        digest = corpus.by_article[name]
        label = citations.label(corpus.instruments[digest.instrument], digest, "", answer.language)
        frame.article_link(name, one_line(label), ":material/link:")


def _file(turn: state.Turn, suffix: str, asked: date) -> bytes:
    sheet = sheets.of_answer(turn.question, turn.answer, asked)
    return bytes(check_file.WRITERS[f".{suffix}"](sheet))


def _suggestions(number: int, turn: state.Turn) -> None:
    asked = [other.question for other in state.conversation()]
    further = suggesting.suggest(turn.answer, asked, state.the_library().corpus)
    if further:
        st.header(phrases.say("ui further", turn.answer.language), anchor=False)
        with st.container(horizontal=True):
            for each, question in enumerate(further):
                st.button(
                    one_line(question),
                    key=f"further-{number}-{each}",
                    on_click=state.choose,
                    args=(question,),
                    wrap=True,
                )
