"""SAFETY 21: the key of the endpoint is in no message, traceback, log, output or answer, whatever goes wrong."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date

import pytest

from assistant import composing, drafting, llm, showing
from assistant.answers import Passage
from assistant.composing import Question
from assistant.corpus import Corpus
from assistant.law import ProvisionId
from assistant.llm import Endpoint, Limits
from assistant.model_errors import ModelUnavailable
from assistant.retrieval import Found
from assistant.settings import Settings
from tests import fake_endpoint
from tests.conftest import ROOT
from tests.fake_endpoint import Way, endpoint, raw, saying, status

KEY = "sk-no-one-may-see-this-7f3a"
FOUND = Found((Passage(ProvisionId("kz-labour-code", "88"), 1.0, 0.9, ((0, 1.0), (1, 0.9))),))
QUICK = Limits(connect=0.5, read=2, total=6, retries=0)


@contextmanager
def serving(*ways: Way) -> Iterator[str]:
    """The address of a fake server."""
    with endpoint(*ways) as fake:
        yield fake.url


FAULTS = [
    pytest.param(serving(status(401)), id="401: a wrong key, which the server repeats"),
    pytest.param(serving(status(403)), id="403"),
    pytest.param(serving(status(429)), id="429"),
    pytest.param(serving(status(500)), id="500, which repeats the headers"),
    pytest.param(fake_endpoint.refusing(), id="refused"),
    pytest.param(serving(raw(b"<html>" + KEY.encode())), id="garbage with the key in it"),
    pytest.param(serving(raw(b'data: {"error": {"message": "' + KEY.encode() + b'"}}\n\n')), id="an error as an event"),
    pytest.param(serving(status(307, location=f"/v1/?key={KEY}")), id="a redirect"),
    pytest.param(serving(saying(f"no claims, {KEY}", finish="length")), id="cut off"),
]


@pytest.mark.parametrize("server", FAULTS)
def test_no_error_log_or_answer_shows_the_key(
    server: AbstractContextManager[str],
    few: Corpus,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    asked = Question("Сколько дней отпуска?", "ru", "kz", date(2026, 11, 22))
    composed = composing.compose(asked, FOUND, few, named=True)
    with server as url:
        one = Endpoint(replace(Settings(), llm_url=url, llm_model="fake", llm_key=KEY), QUICK)
        answer = drafting.draft(asked, FOUND, few, composed, one)
        with pytest.raises(ModelUnavailable) as refused:
            llm.ask_model((("user", "Отпуск?"),), one)
    assert answer.mode == "composed" and answer.claims
    out, err = capfd.readouterr()
    seen = [caplog.text, out, err, repr(one.settings), repr(refused.value), repr(answer), str(vars(one))]
    seen += ["".join(traceback.format_exception(refused.value)), json.dumps(showing.answer_json(answer))]
    seen += [refused.value.sentence(lang) for lang in ("kk", "ru", "en")]
    assert not [text for text in seen if KEY in text]


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"OPENAI_BASE_URL": f"https://user:{KEY}@host/v1"}, id="in the address"),
        pytest.param({"OPENAI_BASE_URL": f"not an address {KEY}"}, id="in what is no address"),
        pytest.param({"ASSISTANT_PORT": "none", "OPENAI_API_KEY": KEY}, id="beside a setting that is wrong"),
        pytest.param(
            {"OPENAI_BASE_URL": "http://127.0.0.1:9/v1", "OPENAI_API_KEY": f"{KEY}\n"}, id="ends in a line break"
        ),
    ],
)
def test_a_wrong_environment_does_not_show_it(wrong: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("data")
    env = {**os.environ, "ASSISTANT_DATA": str(folder), "LLM_MODEL": "fake", "OPENAI_LOG": "debug", **wrong}
    command = [sys.executable, "-m", "assistant", "ask", "Отпуск?"]
    ran = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=120)
    assert ran.returncode != 0 and ran.stderr.strip()
    assert KEY not in ran.stdout + ran.stderr
