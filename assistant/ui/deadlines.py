"""Deadlines under an answer: the user names the day that a term runs from, and sees the last days in order.

The days named stay in this session. Nothing is counted here: `deadlines` does that.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from assistant import citations, deadlines, phrases
from assistant.answers import Answer
from assistant.corpus import Corpus, points_at
from assistant.deadlines import Deadline, LastDay, Terms
from assistant.errors import AssistantError
from assistant.seminar import blanks
from assistant.settings import Settings
from assistant.ui import frame, state
from assistant.ui.markup import one_line, plain
from assistant.ui.source import draw_point

EARLIEST = date(2016, 1, 1)  # the day the Labour Code entered into force
FIELD = 340  # pixels: a date needs no more
COUNTING = "kz-labour-code/13"  # the article on counting terms


def draw(number: int, answer: Answer) -> None:
    """Draw the deadlines of an answer, folded away; nothing where it carries none. `number` is its turn.

    A fault in the list of deadlines is said in their place: the answer above stands without them.
    """
    lang, corpus = answer.language, state.the_library().corpus
    try:
        terms = deadlines.load(Settings.from_environment().corpus)
        if carried := deadlines.carried(answer, corpus, terms):
            with st.expander(phrases.say("ui deadlines", lang), icon=":material/event:", key=f"deadlines-{number}"):
                _unfolded(number, carried, terms, corpus, lang)
    except AssistantError as error:
        st.error(plain(error.sentence(state.language())))


def _unfolded(number: int, carried: Sequence[Deadline], terms: Terms, corpus: Corpus, lang: str) -> None:
    st.markdown(phrases.say("ui deadlines lead", lang))
    named = _named(number, carried, terms, corpus, lang)
    found = deadlines.last_days(carried, named, corpus)
    with st.container(key=f"last-days-{number}"):
        for each in found:
            _step(each, corpus, lang)
    if any(each.day and not each.known for each in found):
        st.warning(phrases.say("ui deadline holidays", lang), icon=":material/event_busy:")
    _what_changes(carried, corpus, lang)
    st.markdown(f":small[{phrases.say('ui deadlines counted', lang)}]")
    frame.article_link(COUNTING, phrases.say("ui deadline article", lang), ":material/article:")


def _named(number: int, carried: Sequence[Deadline], terms: Terms, corpus: Corpus, lang: str) -> dict[str, date]:
    """The days that the user names, by event; below each what runs from it, and how long."""
    named: dict[str, date] = {}
    for event in dict.fromkeys(each.runs_from for each in carried):
        day = st.date_input(
            terms.events[event].text(lang), None, EARLIEST, date(date.today().year + 1, 12, 31), format="DD.MM.YYYY",
            key=f"from-{state.generation()}-{number}-{event}", persist_state="session", width=FIELD,
        )  # fmt: skip
        said = [_in_short(each, corpus, lang) for each in carried if each.runs_from == event]
        if terms.events[event].take:
            said.append(phrases.say("ui deadline earlier", lang))
        st.markdown("  \n".join(f":small[{plain(each)}]" for each in said))
        if isinstance(day, date):
            named[event] = day
    return named


def _in_short(each: Deadline, corpus: Corpus, lang: str) -> str:
    return f"{each.do.text(lang)}: {_length(each, corpus, lang)} · {_label(each, corpus, lang)}"


def _label(each: Deadline, corpus: Corpus, lang: str) -> str:
    digest = deadlines.digest_of(each.at, corpus)
    return citations.label(corpus.instruments[digest.instrument], digest, deadlines.point(each.at, corpus).at, lang)


def _step(last: LastDay, corpus: Corpus, lang: str) -> None:
    """One step whose day was named: its last day, what is to be done by then, how it was counted, the article."""
    if last.start is None:
        return
    small = [_length(last.deadline, corpus, lang), _label(last.deadline, corpus, lang)]
    if last.day is None:
        since = deadlines.point(last.deadline.at, corpus).since or last.start
        head = phrases.say("ui deadline no rule", lang, date=phrases.day(since, lang))
    else:
        head = phrases.say("ui deadline until", lang, date=phrases.day(last.day, lang))
        if last.moved_from is not None:
            small.append(phrases.say("ui deadline moved", lang, date=phrases.day(last.moved_from, lang)))
        if last.day < date.today():
            small.append(phrases.say("ui deadline passed", lang))
    with st.container(border=True, gap="xsmall"):
        said = f"{plain(last.deadline.do.text(lang))}  \n:small[{plain(' · '.join(small))}]"
        st.markdown(f"**{plain(head)}**  \n{said}")
        article = str(deadlines.digest_of(last.deadline.at, corpus).id)
        frame.article_link(article, one_line(phrases.say("ui article page", lang)), ":material/article:")


def _length(each: Deadline, corpus: Corpus, lang: str) -> str:
    count = deadlines.number(each, corpus)
    if lang == "kk":
        return f"{count} {phrases.say(f'ui unit {each.unit}', lang)}"
    return blanks.said(count, each.unit, "plain", lang)


def _what_changes(carried: Sequence[Deadline], corpus: Corpus, lang: str) -> None:
    """The rules that suspend, prolong or restore these terms."""
    places = dict.fromkeys(place for each in carried for place in each.but if points_at(corpus, place))
    if places:
        st.markdown(f"**{phrases.say('ui deadline changes', lang)}**")
        for place in places:
            draw_point(deadlines.point(place, corpus), deadlines.digest_of(place, corpus), corpus, lang)
