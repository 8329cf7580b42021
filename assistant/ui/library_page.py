"""The page "Library": what is held, act by act and article by article; a search; own documents.

`?act=…` opens an act, `?article=kz-labour-code/88` an article: both are links that stay. It answers no questions.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assistant import citations, phrases, retrieval
from assistant.errors import AssistantError
from assistant.law import LANGUAGES, Digest, Instrument
from assistant.library import Library
from assistant.ui import article, frame, own, state
from assistant.ui.markup import one_line, plain
from assistant.ui.source import weight

A_PAGE = 30  # articles on a page
FOUND = 12  # articles that a search names
LONGEST_SEARCH = 200  # characters


def page() -> None:
    """Draw the list of acts, one act or one article, as the address asks."""
    try:
        held = state.the_library()
    except AssistantError as error:
        st.title(state.say("ui library"), anchor=False)
        st.error(error.sentence(state.language()))
        return
    name, act = st.query_params.get("article", ""), st.query_params.get("act", "")
    _keep_address({"article": name} if name else {"act": act} if act else {})
    if name:
        _back(name.partition("/")[0] if name in held.corpus.by_article else "")
        article.draw(name, held.corpus)
    elif act in held.corpus.held:
        _back("")
        _act(held.corpus.instruments[act], held)
    else:
        _list(held)


def _keep_address(wanted: dict[str, str]) -> None:
    """Write into the address what is shown: Streamlit does not, where a link leads to the page that it stands on."""
    if st.session_state.get("address") != wanted:
        st.query_params.from_dict(wanted)
        st.session_state["address"] = wanted


def _back(act: str) -> None:
    with st.container(horizontal=True):
        st.page_link(frame.page("library"), label=state.say("ui all acts"), icon=":material/arrow_back:")
        if act:
            short = state.the_library().corpus.instruments[act].short[state.language()]
            st.page_link(
                frame.page("library"), label=one_line(short), icon=":material/arrow_back:", query_params={"act": act}
            )


def _list(held: Library) -> None:
    st.title(state.say("ui library"), anchor=False)
    st.markdown(state.say("ui library lead"))
    if wanted := _search_field("search"):
        _results(wanted, held, sorted_digests(held))
        return
    lang = state.language()
    counted: dict[str, int] = {}
    for digest in held.corpus.by_article.values():
        counted[digest.instrument] = counted.get(digest.instrument, 0) + 1
    acts = sorted((held.corpus.instruments[name] for name in counted), key=lambda act: act.authority)
    for jurisdiction in sorted({act.jurisdiction for act in acts}, key=lambda code: (code != "kz", code)):
        key = f"ui acts {jurisdiction}"
        heading = state.say(key) if key in phrases.phrases() else jurisdiction.upper()
        st.header(heading, anchor=False)
        for act in acts:
            if act.jurisdiction == jurisdiction:
                _row(act, counted[act.id], lang)
    own.draw(held)


def _row(act: Instrument, count: int, lang: str) -> None:
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
            st.page_link(frame.page("library"), label=one_line(act.short[lang]), query_params={"act": act.id})
            st.markdown(f"**{one_line(act.title[lang])}**", width="content")
        with st.container(horizontal=True, vertical_alignment="center"):
            weight(act.authority, lang)
            said = state.say("ui articles", count=str(count))
            if act.edition:
                said += f" · {state.say('ui edition of', day=phrases.day(act.edition, lang))}"
            st.markdown(f":small[{plain(said)}]", width="content")


def _act(act: Instrument, held: Library) -> None:
    """One act: what it weighs, its official page, its articles by number, a page at a time."""
    lang = state.language()
    st.title(one_line(act.title[lang]), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        weight(act.authority, lang)
        if act.edition:
            said = phrases.say("edition", lang, act=act.short[lang], date=phrases.day(act.edition, lang))
            st.markdown(f":small[{plain(said)}]", width="content")
    if act.newer_edition:
        st.warning(plain(phrases.say("newer_edition", lang, date=phrases.day(act.newer_edition, lang))))
    if act.note:
        st.info(plain(act.note[lang]))
    if act.url[lang]:
        st.link_button(phrases.say("official_page", lang), act.url[lang], icon=":material/open_in_new:")
    digests = [digest for digest in sorted_digests(held) if digest.instrument == act.id]
    if wanted := _search_field(f"search-{act.id}"):
        _results(wanted, held, digests)
        return
    pages = -(-len(digests) // A_PAGE)
    number = st.pagination(pages, key=f"page-{act.id}") if pages > 1 else 1
    for digest in digests[(number - 1) * A_PAGE : number * A_PAGE]:
        _link(digest, held, lang)


def sorted_digests(held: Library) -> list[Digest]:
    """Every article held, by act and number: 126, 126-1, 127."""

    def place(digest: Digest) -> tuple[str, list[tuple[int, str]]]:
        parts = digest.article.replace(".", "-").split("-")
        return digest.instrument, [(int(part), "") if part.isdigit() else (0, part) for part in parts]

    return sorted(held.corpus.by_article.values(), key=place)


def _link(digest: Digest, held: Library, lang: str) -> None:
    name = citations.label(held.corpus.instruments[digest.instrument], digest, "", lang)
    gone = f" ({state.say('ui repealed')})" if digest.repealed else ""
    frame.article_row(str(digest.id), one_line(name), f"{one_line(digest.title[lang])}{gone}")


def _search_field(key: str) -> str:
    """What is to be found; it is searched while it is typed."""
    said = st.text_input(
        state.say("ui search"), key=key, max_chars=LONGEST_SEARCH, placeholder=state.say("ui search example"),
        icon=":material/search:", live="400ms",
    )  # fmt: skip
    return (said or "").strip()


def _results(wanted: str, held: Library, digests: Sequence[Digest]) -> None:
    """Articles whose number or title has the words, then those that mean the same."""
    lang = state.language()
    named = by_name(wanted, digests)[: 2 * FOUND]
    for digest in named:
        _link(digest, held, lang)
    allowed = {str(digest.id): digest for digest in digests if digest not in named}
    near = [allowed[name] for name in _by_meaning(wanted, held) if name in allowed][:FOUND]
    if near:
        st.header(state.say("ui by meaning"), anchor=False)
    for digest in near:
        _link(digest, held, lang)
    if not named and not near:
        st.info(state.say("ui nothing found"))


def by_name(wanted: str, digests: Sequence[Digest]) -> list[Digest]:
    """The articles that are numbered so, else those with every word in a title, in any language."""
    numbers = {*citations.articles_named(wanted), wanted.casefold()}
    if numbered := [digest for digest in digests if digest.article.casefold() in numbers]:
        return numbered
    said = wanted.casefold().split()
    return [d for d in digests if any(all(word in d.title[lang].casefold() for word in said) for lang in LANGUAGES)]


def _by_meaning(wanted: str, held: Library) -> list[str]:
    if not any(sign.isalpha() for sign in wanted):
        return []
    lang = held.learned.detector.language(wanted) or state.language()
    found = retrieval.search(wanted, lang, state.filters().jurisdiction, held, state.the_embedder())
    return [str(passage.provision) for passage in found.passages]
