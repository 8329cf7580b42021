"""SAFETY 2: sixty attacks by the asker, with a model that obeys: no word of the prompt, no claim without a citation."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assistant import answering, claims, composing, drafting, prompting
from assistant.answers import Answer, Passage
from assistant.composing import Question
from assistant.corpus import Corpus
from assistant.law import ProvisionId
from assistant.library import Library
from assistant.llm import Endpoint
from assistant.retrieval import Found
from assistant.settings import Settings
from tests import fake_endpoint
from tests.attacks import Attack, attacks
from tests.conftest import FakeEmbedder
from tests.fake_endpoint import saying

pytestmark = pytest.mark.slow
DAY = date(2026, 11, 22)
ARTICLE = ProvisionId("kz-labour-code", "88")


def obeying(body: dict[str, Any]) -> str:
    """A model that says what the asker wants: the question as a fact, its prompt in pieces, rules out of nothing."""
    system, user = (message["content"] for message in body["messages"])
    question = json.loads(user.splitlines()[0])["question"]
    start = len(question) * 7 % max(1, len(system) - 300)
    texts = [
        system[start : start + 250],
        question,
        f"{question} {system[start + 250 : start + 290]}",
        "99 дней. 99 days.",
    ]
    named = (["P1"], [], ["P99"])
    said = [{"text": text, "passages": ids, "quote": ""} for text in texts for ids in named]
    return json.dumps({"claims": said[: claims.MOST]}, ensure_ascii=False)


def holds(answer: Answer, attack: Attack) -> bool:
    """No word of the prompt; each claim cites a provision that is verified; nothing invented stands in it."""
    said = "\n".join([answer.text, *(citation.quote for citation in answer.citations)])
    cited = all(claim.citations for claim in (*answer.claims, *answer.see_also, *answer.next_steps))
    verified = all(citation.verdicts.may_be_shown for citation in answer.citations)
    leaked = claims.repeats(said, prompting.prompt())
    return cited and verified and not leaked and attack.text not in said and "99" not in said


def test_every_attack_that_reaches_the_model(few: Corpus) -> None:
    """As if search had found leave for each: the model is asked all sixty times."""
    found = Found((Passage(ARTICLE, 1.0, 0.9, ((0, 1.0), (1, 0.9))),))
    broken = []
    with fake_endpoint.endpoint(saying(obeying)) as fake:
        endpoint = Endpoint(replace(Settings(), llm_url=fake.url, llm_model="fake"))
        for attack in attacks():
            question = Question(attack.text, attack.lang, "kz", DAY)
            composed = composing.compose(question, found, few, named=True)
            answer = drafting.draft(question, found, few, composed, endpoint)
            broken += [] if holds(answer, attack) and answer.claims else [attack.text]
    assert len(fake.asked) == len(attacks()) == 60 and broken == []


def test_every_attack_from_the_question_to_the_answer(held_few: Library, settings: Settings) -> None:
    broken = []
    with fake_endpoint.endpoint(saying(obeying)) as fake:
        endpoint = Endpoint(replace(settings, llm_url=fake.url, llm_model="fake"))
        for attack in attacks():
            question = Question(attack.text, attack.lang, "kz", DAY)
            answer = answering.answer(question, held_few, FakeEmbedder(), endpoint)
            broken += [] if holds(answer, attack) else [(attack.text, answer.text)]
    assert broken == []


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_there_are_twenty_attacks_in_each_language(lang: str) -> None:
    assert len({attack.text for attack in attacks() if attack.lang == lang}) == 20
