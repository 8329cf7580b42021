"""The page "Check": a text or a file whose citations of the law are checked; each verdict with the law beside it.

What is checked stays in this session's memory and goes nowhere. What is right and wrong is decided by `checking`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import PurePath

import streamlit as st

from assistant import check_file, checking, export, phrases, reading, sheets
from assistant.checking import Finding, Report
from assistant.errors import AssistantError
from assistant.settings import Settings
from assistant.ui import frame, state, upload
from assistant.ui.answer import MIME
from assistant.ui.markup import coloured, lines, one_line, plain

TYPES = ("pdf", "docx", "md", "txt", "html", "rtf")
LONGEST_TEXT = 100_000  # characters that can be pasted
SHOWN = 30_000  # characters of a text that are shown in colours
A_PAGE = 15  # findings on a page
LARGEST_MB = 10  # the same bound as server.maxUploadSize
COLOURS = {"right": "green", "wrong": "red", "unknown": "orange", "ambiguous": "orange"}
WORKED_EXAMPLE = "check-text"


@dataclass(frozen=True)
class Checked:
    """What was checked: the report, under which name, and the bytes of the file."""

    report: Report
    name: str
    original: bytes


def page() -> None:
    """Draw the page: what to check, then what was found."""
    st.title(state.say("ui check"), anchor=False)
    st.markdown(state.say("ui check lead"))
    _input()
    if failed := st.session_state.pop("check failed", ""):
        st.error(failed)
    checked: Checked | None = st.session_state.get("checked")
    if checked is not None:
        _report(checked)


def _input() -> None:
    """One form, so that a text is sent when it is to be checked and Streamlit's own hint on keys is not shown."""
    with st.form("check", border=False, enter_to_submit=False):
        st.text_area(
            state.say("ui text"), key=WORKED_EXAMPLE, height=160, max_chars=LONGEST_TEXT, persist_state="session",
            placeholder=state.say("ui paste"),
        )  # fmt: skip
        upload.field(state.say("ui or file"), TYPES, "check-upload", LARGEST_MB)
        st.toggle(state.say("ui bare"), key="check-bare", value=True, persist_state="session")
        with st.container(horizontal=True):
            st.form_submit_button(state.say("ui do check"), on_click=_check, icon=":material/fact_check:")
            st.form_submit_button(state.say("ui example"), on_click=_example, icon=":material/lightbulb:")


def _example() -> None:
    st.session_state[WORKED_EXAMPLE] = state.say("ui example text")
    _check(paste_only=True)


def _check(paste_only: bool = False) -> None:
    """Check the file, or the text where there is none; what goes wrong is said and the last report goes."""
    st.session_state.pop("checked", None)
    file = None if paste_only else st.session_state.get("check-upload")
    pasted = str(st.session_state.get(WORKED_EXAMPLE) or "")
    try:
        corpus = state.the_library().corpus
        name = PurePath(file.name).name if file else state.say("ui pasted")
        data = file.getvalue() if file else b""
        text = reading.read(data, name).text if file else pasted
    except AssistantError as error:
        st.session_state["check failed"] = plain(error.sentence(state.language()))
        return
    if not text.strip():
        st.session_state["check failed"] = state.say("ui nothing to check")
        return
    home = Settings.from_environment().jurisdiction
    default = corpus.main_acts.get(home) if st.session_state.get("check-bare", True) else None
    report = checking.check(text, corpus, date.today(), default)
    st.session_state["checked"] = Checked(report, name, data)


def _report(checked: Checked) -> None:
    report, lang = checked.report, state.language()
    counted = [sheets.verdict_of(finding.verdicts) for finding in report.findings]
    st.header(one_line(checked.name), anchor=False)
    summary = phrases.say(
        "sheet summary", lang, all=str(len(counted)), right=str(counted.count("right")),
        wrong=str(counted.count("wrong")), unknown=str(counted.count("unknown")), ambiguous=str(len(report.ambiguous)),
    )  # fmt: skip
    (st.error if report.wrong else st.info)(summary)
    if report.findings:
        _downloads(checked, lang)
    said = [f":{COLOURS[kind]}[**{plain(_kind(kind, lang))}**]" for kind in COLOURS]
    st.markdown(f":small[{' · '.join(said)}]")
    with st.container(border=True):
        st.markdown(_in_colours(report))
        if len(report.text) > SHOWN:
            st.markdown(f":small[{state.say('ui shown so far', count=str(SHOWN))}]")
    pages = -(-len(report.findings) // A_PAGE)
    number = st.pagination(pages, key="findings-page") if pages > 1 else 1
    for finding in report.findings[(number - 1) * A_PAGE : number * A_PAGE]:
        _finding(finding, lang)
    for each in report.ambiguous if number == max(pages, 1) else ():
        st.warning(f"**{one_line(each.text)}**: {plain(_kind('ambiguous', lang))}")


def _kind(name: str, lang: str) -> str:
    return phrases.say(f"found {name}", lang)


def _in_colours(report: Report) -> str:
    spans = [(f.cited.start, f.cited.end, COLOURS[sheets.verdict_of(f.verdicts)]) for f in report.findings]
    spans += [(each.start, each.end, COLOURS["ambiguous"]) for each in report.ambiguous]
    return coloured(report.text[:SHOWN], [span for span in spans if span[1] <= SHOWN])


def _finding(finding: Finding, lang: str) -> None:
    """One citation: on the left what the text says and why it is right or wrong, on the right the law."""
    kind = sheets.verdict_of(finding.verdicts)
    word = phrases.say(f"found {kind}", lang)
    label = f":{COLOURS[kind]}[**{plain(word)}**] {one_line(finding.cited.text)}"
    with st.expander(label, expanded=kind == "wrong"):
        left, right = st.columns(2, gap="medium")
        with left:
            st.markdown(f"**{state.say('sheet in the text')}**")
            st.markdown(lines(finding.sentence))
            if said := sheets.reasons(finding, lang):
                st.info(plain(said))
            st.markdown(f":small[{plain(' · '.join(sheets.verdict_lines(finding.verdicts, lang)))}]")
        with right:
            _law(finding, lang)


def _law(finding: Finding, lang: str) -> None:
    st.markdown(f"**{state.say('sheet in the law')}**: {one_line(finding.label)}")
    if finding.law:
        law = finding.law[: sheets.LONGEST_LAW]
        st.markdown(lines(law + (" …" if len(law) < len(finding.law) else "")))
        kind = phrases.say("official" if finding.official else "restatement", lang)
        day = f" · {phrases.day(finding.edition, lang)}" if finding.edition else ""
        st.markdown(f":small[{plain(kind)}{day}]")
    with st.container(horizontal=True, vertical_alignment="center"):
        if finding.url:
            st.link_button(phrases.say("official_page", lang), finding.url, icon=":material/open_in_new:")
        place = finding.cited.provision
        if place is not None and finding.law:
            frame.article_link(str(place.whole_article), phrases.say("ui article page", lang), ":material/article:")


def _downloads(checked: Checked, lang: str) -> None:
    """The report as a file, and the DOCX with a comment at each citation; made when they are asked for."""
    with st.container(horizontal=True):
        for suffix in ("docx", "pdf"):
            st.download_button(
                f"{state.say('ui report as')} {suffix.upper()}", partial(_file, checked, suffix, lang),
                f"report.{suffix}", MIME[suffix], key=f"report-{suffix}", on_click="ignore",
                icon=":material/download:",
            )  # fmt: skip
        if checked.original.startswith(check_file.DOCX):
            st.download_button(
                state.say("ui commented"), partial(export.commented, checked.original, checked.report, lang),
                f"{PurePath(checked.name).stem}-checked.docx", MIME["docx"], key="report-comments", on_click="ignore",
                icon=":material/comment:",
            )  # fmt: skip


def _file(checked: Checked, suffix: str, lang: str) -> bytes:
    sheet = sheets.of_report(checked.report, lang, checked.name, date.today())
    return bytes(check_file.WRITERS[f".{suffix}"](sheet))
