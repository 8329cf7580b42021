"""A slow model behind the page, in a real browser: sentences come one by one and stay; a stop keeps what was shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from assistant.phrases import phrases
from tests import fake_endpoint
from tests.browsing import Served, ask, box, serve, visit
from tests.fake_endpoint import slowly
from tests.test_drafting import given, reply

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.enable_socket]
QUESTION = "Сколько дней отпуска мне положено?"


def three_and_a_wrong_one(body: dict[str, Any]) -> str:
    """Three passages in their own words, and after the second one a sentence with another number."""
    said = [{"text": p["text"], "passages": [p["id"]], "quote": ""} for p in given(body)[:3]]
    wrong = {**said[0], "text": said[0]["text"].replace("24", "240")}
    return reply(*said[:2], wrong, *said[2:])


@pytest.fixture(scope="module")
def with_model(small: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The small library's page with a model that writes forty characters at a time."""
    folder = tmp_path_factory.mktemp("model")
    corpus = small.data.parent / "corpus"
    with (
        fake_endpoint.endpoint(slowly(three_and_a_wrong_one, 0.2)) as endpoint,
        serve(folder, small.data, corpus, OPENAI_BASE_URL=endpoint.url, LLM_MODEL="fake") as page,
    ):
        yield page


def test_sentences_come_one_by_one_and_stay_where_they_are(with_model: Served, chromium: Browser) -> None:
    from playwright.sync_api import expect

    page = visit(chromium, with_model)
    seen: list[str] = []
    ask(page, QUESTION)
    chips, new = page.locator('[class*="st-key-chip-"]'), page.get_by_text(phrases()["new_conversation"]["ru"])
    chips.first.wait_for()
    at = box(chips.first)
    while not new.count():
        seen.append(page.locator('[data-testid="stMain"]').inner_text())
    expect(new).to_be_visible()
    counts = [sum(f"{number} · " in text for number in (1, 2, 3)) for text in seen]
    assert counts == sorted(counts) and {1, 2} <= set(counts), counts
    assert any(phrases()["ui checking sentence"]["ru"].split("{")[0] in text for text in seen)
    assert not [text for text in seen if "240" in text], "what does not hold is never on the screen"
    assert box(chips.first) == at and chips.count() >= 3
    page.context.close()


def test_a_stop_keeps_what_was_verified(with_model: Served, chromium: Browser) -> None:
    from playwright.sync_api import expect

    page = visit(chromium, with_model, width=360)
    ask(page, QUESTION)
    page.locator('[class*="st-key-chip-"]').first.wait_for()
    page.get_by_role("button", name=phrases()["ui stop"]["ru"]).click()
    expect(page.get_by_text(phrases()["model_stopped"]["ru"])).to_be_visible()
    page.locator('[class*="st-key-chip-"] button').first.click()
    expect(page.get_by_text(phrases()["cited_point"]["ru"]).first).to_be_visible()
    page.context.close()
