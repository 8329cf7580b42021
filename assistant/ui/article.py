"""The page of one article: what it says point by point, official words, figures, history; two languages side by side.

It searches nothing and answers nothing.
"""

from __future__ import annotations

import re
from datetime import date

import streamlit as st

from assistant import beside, citations, phrases
from assistant.corpus import Corpus
from assistant.law import LANGUAGES, Digest, Figure, Instrument
from assistant.ui import frame, state
from assistant.ui.markup import lines, one_line, plain
from assistant.ui.source import draw_point, weight

QUESTIONS = 6  # that are shown at once
ALL = "all"
PAIRS = {"-".join(pair): pair for pair in (beside.PAIR, ("kk", "en"), ("ru", "en"))}


def draw(name: str, corpus: Corpus) -> None:
    """Draw an article by its id, `kz-labour-code/88`; one that is not held is said to be so."""
    digest = corpus.by_article.get(name)
    if digest is None:
        st.title(state.say("ui library"), anchor=False)
        st.warning(state.say("ui no such article", article=plain(name[:80])))
        return
    instrument, lang = corpus.instruments[digest.instrument], state.language()
    st.title(one_line(citations.label(instrument, digest, "", lang)), anchor=False)
    st.markdown(f"**{one_line(digest.title[lang])}**")
    _head(digest, instrument, lang)
    chosen = st.segmented_control(
        state.say("interface_language"),
        (*LANGUAGES, ALL),
        default=lang,
        format_func=lambda code: state.NAMES.get(code) or state.say("ui side by side"),
        key=f"shown-{name}-{lang}",
        label_visibility="collapsed",
    )
    if chosen == ALL:
        _side_by_side(digest, corpus)
    else:
        _points(digest, corpus, chosen or lang)
    _figures(digest, instrument, lang)
    _history(digest, corpus, lang)
    _related(digest, corpus, lang)
    _questions(digest, lang)


def _head(digest: Digest, instrument: Instrument, lang: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        weight(instrument.authority, lang)
        kind = phrases.say("official" if digest.official else "restatement", lang)
        edition = phrases.say("edition", lang, act=instrument.short[lang], date=phrases.day(digest.edition, lang))
        st.markdown(f":small[{plain(kind)} · {plain(edition)}]", width="content")
    if digest.repealed:
        st.error(plain(phrases.say("check repealed", lang, day=phrases.day(digest.repealed, lang))))
    if instrument.newer_edition and digest.edition < instrument.newer_edition:
        st.warning(plain(phrases.say("newer_edition", lang, date=phrases.day(instrument.newer_edition, lang))))
    if instrument.url[lang]:
        st.link_button(phrases.say("official_page", lang), instrument.url[lang], icon=":material/open_in_new:")


def _former(digest: Digest) -> list[int]:
    return [i for i, point in enumerate(digest.points) if point.ended is not None and point.ended <= date.today()]


def _points(digest: Digest, corpus: Corpus, lang: str) -> None:
    """What holds now, in one language, and the official words where they are at hand."""
    former = _former(digest)
    for number, point in enumerate(digest.points):
        if number not in former:
            draw_point(point, digest, corpus, lang)
    official = corpus.official.get((str(digest.id), lang), ())
    if official and not digest.official:
        with st.expander(phrases.say("official", lang).capitalize(), expanded=True):
            for provision in official:
                st.markdown(lines(provision.text))


def _side_by_side(digest: Digest, corpus: Corpus) -> None:
    """Two languages: columns on a wide screen, one under another on a phone.

    Kazakh and Russian are the official words place by place, where texts of both are at hand; all else is the digest.
    """
    official = all((str(digest.id), lang) in corpus.official for lang in beside.PAIR)
    lang = state.language()
    chosen = st.segmented_control(
        state.say("ui two languages"), list(PAIRS), key=f"pair-{digest.id}-{lang}", required=True,
        default=next(name for name, pair in PAIRS.items() if official or lang in pair),
        format_func=lambda name: " | ".join(state.NAMES[each] for each in PAIRS[name]),
    )  # fmt: skip
    pair = PAIRS[str(chosen)]
    if official and pair == beside.PAIR:
        _official_rows(digest, corpus)
    else:
        _digest_rows(digest, corpus, pair)


def _official_rows(digest: Digest, corpus: Corpus) -> None:
    """The official words of both languages, place beside place; what one of them lacks is said."""
    instrument = corpus.instruments[digest.instrument]
    for row in beside.rows(digest.id, corpus):
        with st.container(border=True):
            for column, lang in zip(st.columns(len(row.texts)), row.texts, strict=True):
                place = citations.label(instrument, digest, row.at, lang)
                said = lines(row.texts[lang]) or f":gray[{plain(phrases.say('place_lacking', lang))}]"
                with column:
                    st.badge(state.NAMES[lang], color="gray")
                    st.markdown(f"{said}  \n:small[{plain(place)} · {plain(phrases.say('official', lang))}]")


def _digest_rows(digest: Digest, corpus: Corpus, pair: tuple[str, ...]) -> None:
    """Each point of the digest that is no history, in two languages."""
    former = _former(digest)
    for number, point in enumerate(digest.points):
        if number in former:
            continue
        with st.container(border=True):
            for column, lang in zip(st.columns(len(pair)), pair, strict=True):
                with column:
                    st.badge(state.NAMES[lang], color="gray")
                    draw_point(point, digest, corpus, lang)


def _figures(digest: Digest, instrument: Instrument, lang: str) -> None:
    if digest.figures:
        st.header(state.say("ui figures"), anchor=False)
        said = dict.fromkeys(_figure(figure, digest, instrument, lang) for figure in digest.figures)
        st.markdown("\n".join(f"- {each}" for each in said))


def _figure(figure: Figure, digest: Digest, instrument: Instrument, lang: str) -> str:
    value = f"{figure.value:,g}" if abs(figure.value) < 1e6 else f"{figure.value:,.0f}"
    value = value.replace(",", "\u00a0")
    if lang != "en":
        value = value.replace(".", ",")
    unit = phrases.say(f"ui unit {figure.unit}", lang)
    place = citations.label(instrument, digest, figure.at, lang)
    return f"**{value}** {plain(unit)} :small[{plain(place)}]"


def _history(digest: Digest, corpus: Corpus, lang: str) -> None:
    """Rules that no longer hold, and the days from which the present ones do."""
    former = [digest.points[number] for number in _former(digest)]
    since = [point for point in digest.points if point.since and point not in former]
    if former or since:
        st.header(state.say("ui history"), anchor=False)
        for point in (*sorted(since, key=lambda p: str(p.since), reverse=True), *former):
            draw_point(point, digest, corpus, lang)


def _related(digest: Digest, corpus: Corpus, lang: str) -> None:
    held = [corpus.by_article[name] for name in digest.see if name in corpus.by_article]
    acts = [corpus.instruments[name] for name in digest.see if name in corpus.instruments]
    if not held and not acts:
        return
    st.header(state.say("ui related"), anchor=False)
    for other in held:
        label = citations.label(corpus.instruments[other.instrument], other, "", lang)
        frame.article_row(str(other.id), one_line(label), one_line(other.title[lang]))
    for act in acts:
        if act.id in corpus.held:
            st.page_link(frame.page("library"), label=one_line(act.short[lang]), query_params={"act": act.id})
        elif re.match("https://", act.url[lang]):
            st.link_button(one_line(act.short[lang]), act.url[lang], icon=":material/open_in_new:")


def _questions(digest: Digest, lang: str) -> None:
    questions = digest.questions.get(lang, ())
    if not questions:
        return
    st.header(state.say("ui questions"), anchor=False)
    for number, question in enumerate(questions[:QUESTIONS]):
        if st.button(
            one_line(question), key=f"ask-{digest.id}-{number}", type="tertiary", icon=":material/chat:", wrap=True
        ):
            state.choose(question)
            st.switch_page(frame.page("ask"))
