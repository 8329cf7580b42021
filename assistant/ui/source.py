"""The source panel: the cited article in the reader's language, the cited point marked, link to the official page."""

from __future__ import annotations

from datetime import date

import streamlit as st

from assistant import citations, phrases
from assistant.answers import Citation
from assistant.corpus import Corpus
from assistant.law import LANGUAGES, Authority, Digest, Point
from assistant.ui import frame, state
from assistant.ui.markup import lines, one_line, plain


def weight(authority: Authority, lang: str) -> None:
    """A badge that says what a source weighs; its words say it too, not its colour alone."""
    st.badge(phrases.say(authority, lang), color="green" if authority.binding else "orange")


def panel(citation: Citation, claim: str, key: str, answer_lang: str) -> None:
    """Show the source of a citation in any of the three languages: the cited point, then the whole article."""
    corpus = state.the_library().corpus
    digest = corpus.by_article[str(citation.provision.whole_article)]
    at = "/".join(citation.provision.pinpoint)
    with st.container(border=True, key=key, gap="small"):
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            chosen = st.segmented_control(
                state.say("interface_language"),
                LANGUAGES,
                default=answer_lang,
                format_func=lambda code: state.NAMES[code],
                key=f"{key}-lang",
                label_visibility="collapsed",
            )
            close = state.say("close_source")
            st.button(close, key=f"{key}-close", on_click=state.close_source, icon=":material/close:", type="tertiary")
        lang = chosen or answer_lang
        instrument = corpus.instruments[digest.instrument]
        st.header(one_line(citations.label(instrument, digest, "", lang)), anchor=False)
        st.markdown(f"**{one_line(digest.title[lang])}**")
        here = [point for point in digest.points if point.at == at]
        cited = [point for point in here if point.text[answer_lang] in claim] or _by_quote(here, citation, answer_lang)
        for point in cited:
            draw_point(point, digest, corpus, lang, cited=True)
        if official := "" if digest.official else corpus.wording(citation.provision, lang):
            st.markdown(f"**{phrases.say('official', lang)}**")
            st.markdown(lines(official))
        if any(point not in cited for point in digest.points):
            with st.expander(phrases.say("whole_article", lang, count=str(len(digest.points)))):
                for point in digest.points:
                    draw_point(point, digest, corpus, lang, cited=point in cited)
        _foot(citation, digest, corpus, lang)


def _by_quote(points: list[Point], citation: Citation, lang: str) -> list[Point]:
    """The points whose words the citation quotes; all at the place where it quotes official wording."""
    return [point for point in points if point.text[lang] == citation.quote] or points


def draw_point(point: Point, digest: Digest, corpus: Corpus, lang: str, cited: bool = False) -> None:
    """One rule of an article with its place and dates; a former one is marked as such, a cited one stands out."""
    marks = [citations.label(corpus.instruments[digest.instrument], digest, point.at, lang)]
    former = point.ended is not None and point.ended <= date.today()
    if former and point.ended:
        marks.append(phrases.say("former_rule", lang, date=phrases.day(point.ended, lang)))
    elif point.since and point.since_by:
        first, last = phrases.day(point.since, lang), phrases.day(point.since_by, lang)
        marks.append(phrases.say("check sources_differ", lang, first=first, last=last))
    elif point.since:
        marks.append(phrases.say("rule_since", lang, date=phrases.day(point.since, lang)))
    if point.sure not in ("A", "A-"):
        marks.append(phrases.say("ui not official source", lang))
    text = f"{lines(point.text[lang])}  \n:small[{plain(' · '.join(marks))}]"
    if cited:
        st.info(f"**{phrases.say('cited_point', lang)}.** {text}", icon=":material/arrow_forward:")
    elif former:
        st.markdown(f":gray[{text}]")
    else:
        st.markdown(text)


def _foot(citation: Citation, digest: Digest, corpus: Corpus, lang: str) -> None:
    """What the source weighs, of which day it is, what was checked; links to the official page and to the article."""
    instrument = corpus.instruments[digest.instrument]
    said = [phrases.say(citation.authority, lang)]
    said.append(phrases.say("official" if digest.official else "restatement", lang))
    said.append(phrases.say("edition", lang, act=instrument.short[lang], date=phrases.day(digest.edition, lang)))
    said.append(phrases.say("verified_line" if citation.verdicts.in_force else "not_checked_in_force", lang))
    if citation.verdicts.figures:
        said[-1] += f" · {phrases.say('verdict figures', lang)}"
    st.markdown(f":small[{plain(' · '.join(part.rstrip('.') for part in said))}]")
    with st.container(horizontal=True, vertical_alignment="center"):
        if address := instrument.url[lang]:
            st.link_button(phrases.say("official_page", lang), address, icon=":material/open_in_new:")
        frame.article_link(str(digest.id), phrases.say("ui article page", lang), ":material/article:")
