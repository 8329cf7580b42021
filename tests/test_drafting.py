"""What a model writes reaches the answer only as far as its passages say it; else the composed answer stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assistant import answering, composing, drafting
from assistant.answering import Question
from assistant.answers import Answer, Passage
from assistant.corpus import Corpus
from assistant.law import ProvisionId
from assistant.library import Library
from assistant.llm import Endpoint
from assistant.retrieval import Found
from assistant.settings import Settings
from tests import fake_endpoint
from tests.conftest import FakeEmbedder
from tests.fake_endpoint import saying

DAY = date(2026, 11, 21)
QUESTION = "Что в статье 88 об отпуске?"


def given(body: dict[str, Any]) -> list[dict[str, str]]:
    """The passages that a request shows to the model."""
    lines = [json.loads(line) for line in body["messages"][-1]["content"].split("\n")]
    return [line for line in lines if "id" in line]


def reply(*claims: dict[str, Any]) -> str:
    """A reply of claims."""
    return json.dumps({"claims": list(claims)}, ensure_ascii=False)


def copies(body: dict[str, Any]) -> str:
    """A good model: says the first two passages that name no article in their own words."""
    chosen = [p for p in given(body) if "стать" not in p["text"]][:2]
    return reply(*({"text": p["text"], "passages": [p["id"]], "quote": p["text"][:60]} for p in chosen))


def swaps(body: dict[str, Any]) -> str:
    """A model that says 240 instead of 24."""
    wrong = [p for p in given(body) if "24" in p["text"]]
    return reply(*({"text": p["text"].replace("24", "240"), "passages": [p["id"]], "quote": ""} for p in wrong))


def mostly(body: dict[str, Any]) -> str:
    """A model two of whose three sentences hold."""
    return reply(*json.loads(copies(body))["claims"], *json.loads(swaps(body))["claims"][:1])


def half(body: dict[str, Any]) -> str:
    """A model one of whose two sentences holds."""
    return reply(*json.loads(copies(body))["claims"][:1], *json.loads(swaps(body))["claims"][:1])


@pytest.fixture
def ask(held_few: Library, settings: Settings) -> Callable[..., Answer]:
    """Ask the few articles with a model behind an endpoint, or without one."""

    def run(url: str, text: str = QUESTION, lang: str = "ru", **more: Any) -> Answer:
        endpoint = Endpoint(replace(settings, llm_url=url, llm_model="fake", **more)) if url else None
        return answering.answer(Question(text, lang, "kz", DAY), held_few, FakeEmbedder(), endpoint)

    return run


def test_sentences_that_hold_are_shown_with_the_citations_of_their_points(ask: Callable[..., Answer]) -> None:
    with fake_endpoint.endpoint(saying(copies)) as endpoint:
        answer = ask(endpoint.url)
    assert answer.mode == "llm" and len(answer.claims) == 2 and not answer.dropped
    assert all(c.provision.article == "88" and c.verdicts.may_be_shown for c in answer.citations[:2])
    assert answer.written_by == "fake, answer-3" and "fake" in answer.notes[0]
    assert all(claim.citations for claim in answer.claims)


@pytest.mark.parametrize(
    ("way", "why"),
    [
        pytest.param(saying(swaps), "число", id="a number that no passage says"),
        pytest.param(saying(half), "число", id="of two sentences one holds"),
        pytest.param(saying(reply()), "", id="no claims"),
        pytest.param(
            saying(reply({"text": "Отпуск есть.", "passages": ["P99"], "quote": ""})), "источник", id="no such id"
        ),
        pytest.param(saying("Отпуск 24 дня, точно."), "", id="prose"),
        pytest.param(saying(copies, finish=None), "", id="a clean end without finish_reason"),
    ],
)
def test_where_it_does_not_hold_the_composed_answer_takes_over_and_says_so(
    way: Any, why: str, ask: Callable[..., Answer]
) -> None:
    with fake_endpoint.endpoint(way) as endpoint:
        answer = ask(endpoint.url)
    plainly = ask("")
    assert answer.mode == "composed" and answer.claims == plainly.claims
    assert "составлен из пересказов" in answer.notes[0] and "240" not in answer.text
    assert not why or any(why in dropped.why for dropped in answer.dropped)


def test_one_that_does_not_hold_is_dropped_with_its_reason(ask: Callable[..., Answer]) -> None:
    with fake_endpoint.endpoint(saying(mostly)) as endpoint:
        answer = ask(endpoint.url)
    assert answer.mode == "llm" and len(answer.claims) == 2
    assert [("240" in dropped.text, dropped.why) for dropped in answer.dropped] == [(True, "другое число")]
    assert "240" not in answer.text


def test_personal_data_stay_here(ask: Callable[..., Answer]) -> None:
    with fake_endpoint.endpoint(saying(copies)) as endpoint:
        answer = ask(endpoint.url, f"Меня зовут Айгуль Серикова, ИИН 900101300123. {QUESTION}")
    sent = json.dumps(endpoint.asked, ensure_ascii=False)
    assert "Айгуль" not in sent and "900101300123" not in sent and "[PERSON-1]" in sent
    assert set(answer.hidden) == {"[PERSON-1] Айгуль Серикова", "[ID-1] 900101300123"}


def test_a_refusal_asks_no_model(ask: Callable[..., Answer]) -> None:
    with fake_endpoint.endpoint(saying(copies)) as endpoint:
        answer = ask(endpoint.url, "Что в статье 412 Трудового кодекса?")
    assert answer.status == "refused" and not endpoint.asked


@pytest.mark.parametrize(
    ("holds", "shown"),
    [
        pytest.param((True, True), 2, id="both hold"),
        pytest.param((True, False), 0, id="one of two does not: the composed answer"),
        pytest.param((False, False), 0, id="none holds: the composed answer"),
    ],
)
def test_the_second_check_can_only_drop(holds: tuple[bool, ...], shown: int, ask: Callable[..., Answer]) -> None:
    verdicts = {"verdicts": [{"id": f"C{number}", "holds": each} for number, each in enumerate(holds, 1)]}
    with fake_endpoint.endpoint(saying(copies), saying(json.dumps(verdicts))) as endpoint:
        answer = ask(endpoint.url, llm_entailment=True)
    assert len(endpoint.asked) == 2
    assert (answer.mode, len(answer.claims)) == ("llm", shown) if shown else answer.mode == "composed"
    assert [dropped.why for dropped in answer.dropped] == ["вторая проверка не подтвердила"] * holds.count(False)


def test_a_second_check_that_fails_lets_nothing_through(ask: Callable[..., Answer]) -> None:
    with fake_endpoint.endpoint(saying(copies), saying("Yes.")) as endpoint:
        answer = ask(endpoint.url, llm_entailment=True)
    assert answer.mode == "composed" and "составлен из пересказов" in answer.notes[0]


@pytest.mark.parametrize(
    ("bare", "asked"),
    [
        pytest.param("88", False, id="the best article is one: no model is asked"),
        pytest.param("113", True, id="another is one: it is left out"),
    ],
)
def test_a_text_at_hand_is_sent_to_no_model(bare: str, asked: bool, few: Corpus) -> None:
    digests = tuple(replace(d, official=("ru",)) if d.article == bare else d for d in few.digests)
    corpus = replace(few, digests=digests)
    places = ((0, 1.0), (1, 0.9))
    found = Found(tuple(Passage(ProvisionId("kz-labour-code", each), 1.0, 0.9, places) for each in ("88", "113")))
    question = Question("Сколько дней отпуска?", "ru", "kz", DAY)
    composed = composing.compose(question, found, corpus, named=True)
    with fake_endpoint.endpoint(saying(copies)) as endpoint:
        one = Endpoint(replace(Settings(), llm_url=endpoint.url, llm_model="fake"))
        answer = drafting.draft(question, found, corpus, composed, one)
    assert [bool(endpoint.asked), answer.mode == "llm"] == [asked, asked]
    own = corpus.by_article[f"kz-labour-code/{bare}"].points[0].text["ru"]
    assert own not in json.dumps(endpoint.asked, ensure_ascii=False)
