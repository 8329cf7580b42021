"""Every error of ours speaks three languages and has the exit code that DESIGN promises."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from assistant import errors, model_errors, room_errors
from assistant.errors import AssistantError
from assistant.law import LANGUAGES


def tree(of: type[AssistantError] = AssistantError) -> Iterator[type[AssistantError]]:
    """Every class below one, that one left out."""
    for below in of.__subclasses__():
        if below.__module__ in (errors.__name__, model_errors.__name__, room_errors.__name__):
            yield below
            yield from tree(below)


CLASSES = list(tree())
EXIT_CODES = {  # 1 the thing asked about failed, 2 wrong usage, 75 another writer is at work
    "UsageError": 2,
    "BadQuestion": 2,
    "UnknownJurisdiction": 2,
    "UnknownProvision": 1,
    "TracingOn": 2,
    "CorpusError": 1,
    "LibraryError": 1,
    "NoLibrary": 1,
    "LibraryMismatch": 1,
    "LibraryDamaged": 1,
    "NoSpace": 1,
    "NotWritable": 1,
    "AnotherWriter": 75,
    **dict.fromkeys(("ReadingError", "UnknownFormat", "EmptyFile", "TooLarge", "TooSlow"), 1),
    **dict.fromkeys(("EncryptedFile", "NoTextLayer", "DamagedFile", "ScriptShell"), 1),
    "ModelError": 1,
    "ModelUnavailable": 1,
    "ModelTooSlow": 1,
    "ModelBusy": 1,
    "ReplyIncomplete": 1,
    "ReplyUnreadable": 1,
    "StoppedByUser": 1,
    **dict.fromkeys(("RoomError", "NoSuchRoom", "RoomFull", "AnswerClosed", "AnswerIncomplete"), 1),
}


@pytest.mark.parametrize("error", CLASSES, ids=lambda error: error.__name__)
def test_three_sentences_of_its_own(error: type[AssistantError]) -> None:
    assert "sentences" in vars(error), "it borrows the sentences of the class above"
    assert tuple(error.sentences) == LANGUAGES
    assert len({said.strip() for said in error.sentences.values()} - {""}) == len(LANGUAGES)
    holes = {lang: sorted(re.findall(r"{\w+}", said)) for lang, said in error.sentences.items()}
    assert holes["kk"] == holes["ru"] == holes["en"]
    assert set(holes["en"]) <= {"{detail}", "{rebuild}"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("error", CLASSES, ids=lambda error: error.__name__)
def test_a_sentence_is_filled(error: type[AssistantError], lang: str) -> None:
    said = error("kz-labour-code/412").sentence(lang)
    assert "{" not in said
    assert ("kz-labour-code/412" in said) is ("{detail}" in error.sentences[lang])
    assert (errors.REBUILD in said) is ("{rebuild}" in error.sentences[lang])


def test_exit_codes() -> None:
    assert {error.__name__: error.exit_code for error in CLASSES} == EXIT_CODES


def test_the_drawn_tree_is_the_tree() -> None:
    drawn = re.findall(r"[├└]── (\w+)", f"{errors.__doc__}{model_errors.__doc__}{room_errors.__doc__}")
    assert sorted(drawn) == sorted(error.__name__ for error in CLASSES)  # a branch comes when its module is imported


def test_another_language_gets_english() -> None:
    error = errors.UnknownJurisdiction("fr")
    assert error.sentence("fr") == error.sentence("en") == str(error)


def test_detail_is_kept_for_logs() -> None:
    assert errors.CorpusError("088.yaml:3: x").detail == "088.yaml:3: x"
