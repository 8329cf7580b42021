"""Every fault of fetching speaks three languages, names its place and says what to do."""

from __future__ import annotations

import pytest

from assistant import faults
from assistant.errors import AssistantError
from assistant.faults import ADVICE, AnotherFetch, FetchFault
from assistant.law import LANGUAGES

NAMED = FetchFault.__subclasses__()


@pytest.mark.parametrize("fault", [*NAMED, AnotherFetch], ids=lambda fault: fault.__name__)
def test_three_sentences_of_its_own(fault: type[AssistantError]) -> None:
    assert "sentences" in vars(fault) and tuple(fault.sentences) == LANGUAGES
    assert len(set(fault.sentences.values())) == len(LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("fault", NAMED, ids=lambda fault: fault.__name__)
def test_it_names_the_place_and_what_to_do(fault: type[FetchFault], lang: str) -> None:
    said = fault("https://adilet.zan.kz/x").sentence(lang)
    assert "https://adilet.zan.kz/x" in said and said.endswith(ADVICE[lang]) and faults.ADD in said
    assert fault("x").happened(lang) in fault("x").sentence(lang)


def test_the_tree_in_the_docstring_is_whole() -> None:
    assert {fault.__name__ for fault in NAMED} == {
        line.split()[1] for line in (faults.__doc__ or "").splitlines() if line.strip().startswith(("├", "└"))
    }


def test_exit_codes() -> None:
    assert {fault.exit_code for fault in NAMED} == {1} and AnotherFetch.exit_code == 75
