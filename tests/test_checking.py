"""The checker: separate verdicts with reasons, on sentences of employers, unions and chatbots."""

from __future__ import annotations

import json
from datetime import date

import pytest

from assistant import checking, corpus
from assistant.corpus import Corpus
from assistant.documents import Wording
from tests.conftest import ROOT

DAY = date(2026, 11, 21)
DOCUMENTS = ROOT / "evals" / "citations" / "documents"
CODE = "kz-labour-code"


def only(text: str, held: Corpus, day: date = DAY) -> checking.Finding:
    """The one finding of a text."""
    (found,) = checking.check(text, held, day).findings
    return found


@pytest.mark.parametrize(
    ("text", "verdict", "value", "phrase"),
    [
        pytest.param("По ст. 412 ТК РК премии нет.", "exists", False, "no_such_article", id="beyond the last article"),
        pytest.param("По п. 9 ст. 88 ТК РК.", "exists", False, "no_such_paragraph", id="no such paragraph"),
        pytest.param(
            "По пп. 40 п. 1 ст. 52 ТК РК.", "exists", False, "no_such_subparagraph", id="no such subparagraph"
        ),
        pytest.param("По ст. 24 Конституции РК.", "exists", None, "not_held", id="an act not held is not «not found»"),
        pytest.param("ЕК 117-бабы бойынша.", "in_force", False, "repealed", id="kk, repealed"),
        pytest.param(
            "Отпуск – 28 календарных дней (ст. 88 ТК РК).", "figures", False, "figures_differ", id="wrong days"
        ),
        pytest.param("Отпуск – 24 календарных дня (ст. 88 ТК РК).", "figures", True, None, id="right days"),
        pytest.param("Выдать премию 500 тенге (ст. 88 ТК РК).", "figures", None, None, id="a fact of the case"),
        pytest.param(
            "Annual leave is 24 calendar days (LC RK art. 88).", "supports", None, "differs_exception", id="en, but"
        ),
        pytest.param("The employer pays wages in tenge (LC RK art. 113).", "supports", True, None, id="en, supported"),
        pytest.param("Курьер съел арбуз (ст. 88 ТК РК).", "supports", None, "speaks_of_something_else", id="no match"),
        pytest.param(
            "Сказано: «отпуск длится сто дней в году» (ст. 88 ТК РК).", "quote_exact", None, "no_text", id="quote"
        ),
    ],
)
def test_verdicts(text: str, verdict: str, value: bool | None, phrase: str | None, whole_corpus: Corpus) -> None:
    found = only(text, whole_corpus)
    assert getattr(found.verdicts, verdict) is value
    reasons = [reason for reason in found.reasons if reason.verdict == verdict]
    assert phrase is None or phrase in [reason.phrase for reason in reasons]
    assert all(reason.say(lang) for reason in reasons for lang in ("kk", "ru", "en"))


@pytest.mark.parametrize(
    ("text", "name", "exists", "phrase"),
    [
        pytest.param("Есть Конвенция МОТ № 105.", "ilo-c105", True, None, id="held"),
        pytest.param("Есть Конвенция МОТ № 132.", "ilo-c132", None, "not_held", id="one that may exist"),
        pytest.param("ILO Convention No. 212.", "ilo-c212", False, "no_such_act", id="beyond the last convention"),
        pytest.param("ХЕҰ-ның № 227 ұсынымдамасы.", "ilo-r227", False, "no_such_act", id="beyond the last one"),
    ],
)
def test_an_instrument_cited_by_number_alone(
    text: str, name: str, exists: bool | None, phrase: str | None, whole_corpus: Corpus
) -> None:
    found = only(text, whole_corpus)
    assert (found.name, found.verdicts.exists) == (name, exists)
    assert [reason.phrase for reason in found.reasons] == ([phrase] if phrase else [])
    assert bool(found.url) is bool(exists) and found.label


def test_of_an_article_whose_paragraphs_are_not_established_nothing_is_called_wrong(whole_corpus: Corpus) -> None:
    found = only("C190, Article 9(b).", whole_corpus)
    assert found.name == "ilo-c190/9/1/b" and found.verdicts.exists is None
    assert [reason.phrase for reason in found.reasons] == ["places_not_established"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nobody under 18 can be recalled from leave (Art. 95(4) LC RK).", id="en, nobody"),
        pytest.param("No one under 18 may be recalled from leave (Art. 95(4) LC RK).", id="en, no one"),
        pytest.param("Никого моложе 18 лет отозвать из отпуска нельзя (п. 4 ст. 95 ТК РК).", id="ru"),
        pytest.param("18-ге толмаған ешкімді демалыстан шақыртуға болмайды (ЕК 95-бабының 4-тармағы).", id="kk"),
    ],
)
def test_nobody_may_is_a_ban(text: str, whole_corpus: Corpus) -> None:
    assert not only(text, whole_corpus).wrong


def test_a_rule_that_changed_is_said_with_its_day(whole_corpus: Corpus) -> None:
    found = only("Одинокую мать не сокращают (п. 2 ст. 54 ТК РК).", whole_corpus)
    assert found.verdicts.in_force and any(reason.phrase == "changed" for reason in found.reasons)


def test_with_the_wording_at_hand_a_quote_is_compared(few: Corpus) -> None:
    wording = Wording(CODE, "88", "ru", date(2026, 7, 1), "Кот отдыхает не меньше двадцати четырёх дней подряд.")
    held = corpus.with_wordings(few, (wording,))
    right = only("В ст. 88 ТК РК: «кот отдыхает не меньше двадцати четырёх дней».", held)
    wrong = only("В ст. 88 ТК РК: «кот отдыхает не меньше тридцати дней подряд».", held)
    assert right.verdicts.quote_exact is True and right.official
    assert wrong.verdicts.quote_exact is False and "{+двадцати" in wrong.reasons[-1].say("ru") + str(wrong.reasons)


@pytest.mark.parametrize("name", ["order_ru", "claim_kk", "chatbot_en"])
def test_whole_documents_with_their_findings(name: str, whole_corpus: Corpus) -> None:
    """Existence and figures as the gold says; nothing that is right is called wrong."""
    text = (DOCUMENTS / f"{name}.md").read_text(encoding="utf-8")
    gold = json.loads((DOCUMENTS / f"{name}.json").read_text(encoding="utf-8"))
    found = {finding.name: finding for finding in checking.check(text, whole_corpus, DAY).findings}
    for row in gold["citations"]:
        finding = found.get(row["provision"])
        if finding is None:
            continue
        assert finding.verdicts.exists == row["exists"], row
        if row.get("figures") is not None and finding.verdicts.figures is not None:
            assert finding.verdicts.figures == row["figures"], row
        if row["exists"] and row.get("figures") is not False:
            assert not finding.wrong, (row, finding.reasons)
    held = [row for row in gold["citations"] if row["provision"] in found]
    assert len(held) == len([row for row in gold["citations"] if row["provision"]])


def test_json_has_the_promised_shape(whole_corpus: Corpus) -> None:
    text = "Уволен по пп. 8) п. 1 ст. 52 ТК РК и ст. 412 ТК РК."
    said = checking.as_json(checking.check(text, whole_corpus, DAY), "ru")
    assert [row["provision"] for row in said["citations"]] == [f"{CODE}/52/1/8", f"{CODE}/412"]
    for row in said["citations"]:
        start, end = row["span"]
        assert text[start:end] == row["text"]
        assert set(row["verdicts"]) == {"exists", "in_force", "quote_exact", "figures", "supports"}
    assert said["citations"][1]["verdicts"]["exists"] is False and said["ambiguous"] == []
