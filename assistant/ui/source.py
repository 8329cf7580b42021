"""The source panel: the cited article in the reader's language, the cited point marked, link to the official page."""

from __future__ import annotations

import re
from datetime import date

import streamlit as st

from assistant import citations, phrases
from assistant.answers import Citation
from assistant.corpus import Corpus
from assistant.law import LANGUAGES, Digest, Point
from assistant.ui import state

MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#$~|!])")


def plain(text: str) -> str:
    """A text with every sign that Markdown would act on made harmless.

    >>> plain("![x](http://a)")
    '\\\\!\\\\[x\\\\](http://a)'
    """
    return MARKDOWN.sub(r"\\\1", text)


def panel(citation: Citation, claim: str, corpus: Corpus, key: str, answer_lang: str) -> None:
    """Show the source of a citation in any of the three languages: the cited point, then the whole article."""
    digest = corpus.by_article[str(citation.provision.whole_article)]
    at = "/".join(citation.provision.pinpoint)
    with st.container(border=True, key=key):
        chosen = st.segmented_control(
            state.say("interface_language"),
            LANGUAGES,
            default=answer_lang,
            format_func=lambda code: state.NAMES[code],
            key=f"{key}-lang",
            label_visibility="collapsed",
        )
        lang = chosen or answer_lang
        _head(citation, digest, corpus, lang)
        cited = [p for p in digest.points if p.at == at and p.text[answer_lang] in claim]
        for point in cited:
            _point(point, digest, corpus, lang, cited=True)
        if official := corpus.wording(citation.provision, lang):
            st.markdown(f"**{phrases.say('official', lang)}**")
            st.text(official)
        others = [point for point in digest.points if point not in cited]
        if others:
            with st.expander(phrases.say("whole_article", lang, count=str(len(digest.points)))):
                for point in digest.points:
                    _point(point, digest, corpus, lang, cited=point in cited)
        _foot(citation, corpus, lang, key)


def _head(citation: Citation, digest: Digest, corpus: Corpus, lang: str) -> None:
    instrument = corpus.instruments[digest.instrument]
    st.markdown(f"#### {plain(citations.label(instrument, digest, '', lang))}")
    st.markdown(f"**{plain(digest.title[lang])}**")
    edition = phrases.say("edition", lang, act=instrument.short[lang], date=phrases.day(digest.edition, lang))
    st.caption(f"{phrases.say(citation.authority, lang)} · {phrases.say('restatement', lang)} · {edition}")


def _point(point: Point, digest: Digest, corpus: Corpus, lang: str, cited: bool) -> None:
    label = citations.label(corpus.instruments[digest.instrument], digest, point.at, lang)
    marks = [label]
    former = point.until is not None and point.until <= date.today()
    if former and point.until:
        marks.append(phrases.say("former_rule", lang, date=phrases.day(point.until, lang)))
    elif point.since:
        marks.append(phrases.say("rule_since", lang, date=phrases.day(point.since, lang)))
    text = f"{plain(point.text[lang])}  \n:small[{plain(' · '.join(marks))}]"
    if cited:
        st.info(f"**{phrases.say('cited_point', lang)}.** {text}", icon=":material/arrow_forward:")
    elif former:
        st.markdown(f":gray[{text}]")
    else:
        st.markdown(text)


def _foot(citation: Citation, corpus: Corpus, lang: str, key: str) -> None:
    checked = "verified_line" if citation.verdicts.in_force else "not_checked_in_force"
    st.caption(phrases.say(checked, lang))
    with st.container(horizontal=True):
        instrument = corpus.instruments[citation.provision.instrument]
        st.link_button(phrases.say("official_page", lang), instrument.url[lang], icon=":material/open_in_new:")
        st.button(state.say("close_source"), key=f"{key}-close", on_click=state.close_source, icon=":material/close:")
