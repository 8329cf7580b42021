"""The page "About": what is promised and what not, what is stored, which texts of which day, how good it was measured.

Numbers are read from the library and from `evals/runs/`; none is written here.
"""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from pathlib import Path

import streamlit as st

from assistant import feedback, phrases
from assistant.corpus import Corpus
from assistant.errors import AssistantError
from assistant.law import LANGUAGES
from assistant.settings import ROOT
from assistant.ui import frame, state, thumbs
from assistant.ui.markup import plain
from assistant.ui.source import draw_point

RUNS = ROOT / "evals" / "runs"
MEASURED = (  # file, measure, how it is called
    ("held_out", "recall@5", "ui measure found"),
    ("held_out", "cited_required", "ui measure cited"),
    ("other_sources_test", "recall@5", "ui measure other"),
    ("out_of_scope_first_look", "refused", "ui measure refused"),
)
CONTACTS = "kz-figures-2026/7"  # what the corpus establishes of the labour inspectorate


def page() -> None:
    """Draw the page."""
    st.title(state.say("ui about"), anchor=False)
    for heading, text in (
        ("ui promises", "ui promises text"),
        ("ui limits", "ui limits text"),
        ("ui stored", "ui stored text"),
    ):
        st.header(state.say(heading), anchor=False)
        st.markdown(state.say(text))
    try:
        corpus = state.the_library().corpus
    except AssistantError as error:
        st.error(error.sentence(state.language()))
        return
    _measured()
    _contacts(corpus)
    _texts(corpus)
    _feedback()


def _measured() -> None:
    rows = measured(RUNS)
    if not rows:
        return
    st.header(state.say("ui measured"), anchor=False)
    st.markdown(state.say("ui measured lead"))
    table = [
        {
            state.say("ui measure"): state.say(key),
            **{state.NAMES[lang]: f"{values[lang][0]:.0%} (n={values[lang][1]})" for lang in values},
        }
        for key, values in rows
    ]
    st.table(table, hide_index=True)


@lru_cache(maxsize=2)
def measured(runs: Path) -> tuple[tuple[str, dict[str, tuple[float, int]]], ...]:
    """What was measured: the phrase of each measure, and by language its share and number of questions."""
    found = []
    for name, measure, key in MEASURED:
        path = runs / f"{name}.json"
        if path.exists():
            totals = json.loads(path.read_text(encoding="utf-8"))["totals"]
            held = {lang: totals[lang][measure] for lang in LANGUAGES if lang in totals}
            found.append((key, {lang: (float(each["value"]), int(each["n"])) for lang, each in held.items()}))
    return tuple(found)


def _contacts(corpus: Corpus) -> None:
    """Where to turn, as far as the corpus establishes it: it gives no address that was not verified."""
    digest = corpus.by_article.get(CONTACTS)
    if digest is None:
        return
    st.header(state.say("ui contacts"), anchor=False)
    for point in digest.points:
        draw_point(point, digest, corpus, state.language())
    frame.article_link(CONTACTS, state.say("ui article page"), ":material/article:")


def _texts(corpus: Corpus) -> None:
    """Every act that is held: what it weighs, of which day its text is, how many articles."""
    st.header(state.say("ui texts"), anchor=False)
    lang = state.language()
    acts = sorted((corpus.instruments[name] for name in corpus.held), key=lambda act: (act.authority, act.id))
    rows = []
    for act in acts:
        held = [digest for digest in corpus.by_article.values() if digest.instrument == act.id]
        reviewed = max((digest.reviewed for digest in held if digest.reviewed), default=None)
        rows.append(
            {
                state.say("ui column act"): plain(act.short[lang]),
                state.say("ui column weight"): phrases.say(act.authority, lang),
                state.say("ui column edition"): _day(act.edition, lang),
                state.say("ui column reviewed"): _day(reviewed, lang),
                state.say("ui column articles"): str(len(held)),
            }
        )
    with st.expander(state.say("ui texts count", count=str(len(rows)))):
        st.table(rows, hide_index=True)


def _day(day: date | None, lang: str) -> str:
    return phrases.day(day, lang) if day else "–"


def _feedback() -> None:
    st.header(state.say("ui feedback"), anchor=False)
    st.markdown(state.say("ui feedback text"))
    if said := thumbs.own():
        st.download_button(
            state.say("ui feedback save", count=str(len(said))), feedback.lines(said), "feedback.jsonl",
            "application/jsonl", on_click="ignore", icon=":material/download:",
        )  # fmt: skip
