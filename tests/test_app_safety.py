"""SAFETY 6, 18, 20, 22 without a browser: bounds of use, no trace of a question, sessions apart, safe settings."""

from __future__ import annotations

import os
import re
import threading
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant import adding, answering, check_file, embedding, library, sheets
from assistant.errors import UnknownFormat
from assistant.law import Authority
from assistant.phrases import phrases
from assistant.settings import Settings
from assistant.ui import own, state
from tests.browsing import copy_of_data
from tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]
MARKED = 100
MB = 1_000_000


@pytest.fixture
def page(built_settings: Settings) -> Iterator[AppTest]:
    """The page of a new visitor."""
    yield AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()


def asks(page: AppTest, question: str) -> str:
    """Ask a question; what the page then says as a warning or an error."""
    page.chat_input[0].set_value(question).run()
    assert not page.exception
    return "\n".join(str(each.value) for each in (*page.error, *page.warning))


def test_the_eleventh_question_of_a_minute_waits(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [1000.0]
    monkeypatch.setattr("assistant.ui.state.time.monotonic", lambda: clock[0])
    wait = phrases()["ui wait"]["ru"].split("{")[0]
    for number in range(state.QUESTIONS_A_MINUTE):
        clock[0] += 1
        assert wait not in asks(page, f"что в статье {number + 1}?")
    assert f"{wait}51 " in asks(page, "что в статье 88?")
    assert len(page.session_state["conversation"]) == state.QUESTIONS_A_MINUTE
    clock[0] += 52
    assert wait not in asks(page, "что в статье 88?")


@pytest.mark.parametrize("size", [pytest.param(2001, id="one sign too many"), pytest.param(1_000_000, id="1 MB")])
def test_no_more_than_two_thousand_signs_are_taken(size: int, page: AppTest) -> None:
    """A browser's field takes no more; what is sent past it is cut by Streamlit before the page sees it."""
    assert asks(page, "а" * size)
    assert all(len(turn.question) <= answering.LONGEST_QUESTION for turn in page.session_state["conversation"])


def test_two_hundred_questions_cost_little_memory(built_settings: Settings) -> None:
    """The answering and what a session keeps of it: at most 50 turns."""
    held, embedder = library.current(built_settings), embedding.open_embedder(built_settings)

    def ask(number: int) -> state.Turn:
        question = f"что говорит статья {number % 180 + 1}?"
        understood = answering.understand(question, held, date.today(), "ru", "kz")
        assert not isinstance(understood, answering.Refusal)
        return state.Turn(question, answering.answer(understood, held, embedder))

    turns = [ask(number) for number in range(20)]  # what is loaded once is loaded
    before = _resident()
    for number in range(200):
        turns.append(ask(number))
        del turns[: -state.LONGEST_CONVERSATION]
    assert _resident() - before < 50 * MB


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def test_a_hundred_marked_questions_leave_no_trace(
    built_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Answers, refusals, errors of ours, crashes and judgements; then every file of the data and home folders."""
    data, home = copy_of_data(built_settings, tmp_path), tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("ASSISTANT_DATA", str(data))
    monkeypatch.setenv("HOME", str(home))
    kinds = ("сколько дней отпуска?", "как подать на развод?", "что в статье 412?", "\u0000", "what is overtime?")
    real = answering.answer
    for number in range(MARKED):
        if number % 10 == 0:
            page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
        if number % 10 == 9:
            monkeypatch.setattr(answering, "answer", lambda *_: 1 / 0)
        page.chat_input[0].set_value(f"zq{number:03}marker {kinds[number % 5]}").run()
        monkeypatch.setattr(answering, "answer", real)
        if number % 10 == 0:
            next(button for button in page.button if str(button.key).startswith("good-")).click().run()
    printed = capfd.readouterr()
    files = [path for folder in (data, home) for path in folder.rglob("*") if path.is_file()]
    assert (data / "feedback").exists() and len(files) > 10
    assert [path.name for path in files if b"marker" in path.read_bytes() and b"zq0" in path.read_bytes()] == []
    assert "zq0" not in printed.out + printed.err


def test_twenty_sessions_do_not_mix(built_settings: Settings) -> None:
    """Each session asks about articles of its own: 200 answers, none of which cites another session's article."""
    held, embedder = library.current(built_settings), embedding.open_embedder(built_settings)
    start = threading.Barrier(20)

    def session(number: int) -> list[str]:
        start.wait(60)
        wrong, earlier = [], []
        for question in range(10):
            article = f"{number * 9 + question % 9 + 1}"
            text = f"что говорит статья {article} ТК?"
            asked = answering.understand(text, held, date.today(), "ru", "kz", earlier)
            assert not isinstance(asked, answering.Refusal)
            given = answering.answer(asked, held, embedder)
            main = {str(c.provision.whole_article) for claim in given.claims for c in cited(given, claim)}
            wrong += [] if main <= {f"kz-labour-code/{article}"} else [text]
            earlier.append(text)
        return wrong

    def cited(given: answering.Answer, claim: sheets.Claim) -> list[answering.Answer]:
        return [given.citations[number - 1] for number in claim.citations]  # type: ignore[misc]

    with ThreadPoolExecutor(20) as pool:
        assert [wrong for found in pool.map(session, range(20)) for wrong in found] == []


def test_two_pages_at_once_keep_their_conversations(built_settings: Settings) -> None:
    one, other = (AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run() for _ in range(2))
    asks(one, "Сколько дней отпуска мне положено?")
    asks(other, "задержали зарплату что делать")
    assert [turn.question for turn in one.session_state["conversation"]] == ["Сколько дней отпуска мне положено?"]
    assert [turn.question for turn in other.session_state["conversation"]] == ["задержали зарплату что делать"]


def test_streamlit_is_configured_safely() -> None:
    """SAFETY 19 and 22: no usage statistics, errors hidden, XSRF on, uploads small, this machine only."""
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())
    assert config["browser"]["gatherUsageStats"] is False and config["client"]["showErrorDetails"] == "none"
    assert config["server"]["enableXsrfProtection"] is True and config["server"]["maxUploadSize"] <= 10
    assert config["server"]["address"] == "127.0.0.1"
    assert own.LARGEST <= 10 * MB


def test_no_page_draws_raw_html() -> None:
    """The one exception is a style sheet of ours, given as a file: the large type of the projector and of phones."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "assistant" / "ui").glob("*.py"))
    sheets_of_ours = re.findall(r"^STYLE = Path\(__file__\)\.with_name\(\"\w+\.css\"\)", code, re.MULTILINE)
    assert "unsafe_allow" not in code and "components" not in code
    assert code.count("st.html") == code.count("st.html(STYLE)") == len(sheets_of_ours) == code.count("STYLE =")


@pytest.mark.parametrize(
    "data", [pytest.param(b"MZ" + bytes(500), id="exe"), pytest.param(b"\x7fELF" + bytes(500), id="elf")]
)
def test_a_program_named_pdf_is_not_added(data: bytes, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_DATA", str(settings.data))
    details = adding.Details("Договор", "kz", "ru", str(Authority.AGREEMENT))
    with pytest.raises(UnknownFormat):
        own.add("../../order.pdf", data, details)
    assert not list(settings.texts.rglob("*.*")) and check_file.LARGEST > 0
