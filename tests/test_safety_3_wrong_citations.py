"""SAFETY 3: of 500 drafts that cite what does not say it none gets through, of 200 good ones none is held back."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date

import pytest

from assistant import checking, claims, supporting, verification
from assistant.corpus import Corpus
from assistant.prompting import GivenPassage
from tests import generated_drafts
from tests.generated_drafts import WRONG, Draft

DAY = date(2026, 11, 22)
BORNE_OUT_BY_THE_CHECKER = 25  # of 500, at most: 22 measured (41 before the numbers of the rule itself were asked for)


@pytest.fixture(scope="module")
def good(whole_corpus: Corpus) -> list[Draft]:
    """Two hundred drafts that say what the cited place says."""
    return generated_drafts.good(whole_corpus)


@pytest.fixture(scope="module")
def bad(whole_corpus: Corpus) -> list[Draft]:
    """Five hundred that do not."""
    return generated_drafts.bad(whole_corpus)


def may_be_shown(draft: Draft, corpus: Corpus) -> bool:
    """What an answer asks of every citation: it exists, is not out of force, and the words are its own."""
    return verification.verify(draft.provision, draft.claim, draft.claim, DAY, draft.lang, corpus).may_be_shown


def borne_out(draft: Draft, corpus: Corpus) -> bool:
    """What the checker of texts finds: the place exists, is in force, its figures agree and it says the sentence."""
    place = f"{draft.provision.whole_article}/"
    findings = checking.check(draft.text, corpus, DAY, lang=draft.lang).findings
    own = [finding.verdicts for finding in findings if f"{finding.name}/".startswith(place)]
    return any(v.exists and v.in_force is not False and v.figures is not False and v.supports for v in own)


def test_the_drafts_are_of_all_kinds(good: list[Draft], bad: list[Draft], whole_corpus: Corpus) -> None:
    assert (len(good), len({draft.claim for draft in good}) > 150) == (200, True)
    assert Counter(draft.wrong for draft in bad) == dict.fromkeys(WRONG, 125)
    assert generated_drafts.bad(whole_corpus, 20) == bad[:20], "the same for the same seed"


def test_none_that_is_wrong_may_be_shown(good: list[Draft], bad: list[Draft], whole_corpus: Corpus) -> None:
    assert [draft for draft in bad if may_be_shown(draft, whole_corpus)] == []
    assert [draft for draft in good if not may_be_shown(draft, whole_corpus)] == []


def test_a_model_cannot_cite_by_itself(good: list[Draft], bad: list[Draft]) -> None:
    """A model names ids; a number of an article in its words is refused, right or wrong."""
    given = [GivenPassage("P1", "kz-labour-code/88/1", "Отпуск.")]
    for draft in (*good, *bad):
        reply = json.dumps({"claims": [{"text": draft.text, "passages": ["P1"], "quote": ""}]})
        (refused,) = claims.drafts_from(reply, given).refused
        assert refused.reason in ("article_number", "length", "prompt")


@pytest.mark.slow
def test_a_model_that_names_the_wrong_passage_is_held_back(
    good: list[Draft], bad: list[Draft], whole_corpus: Corpus
) -> None:
    """The worst case: of the article it names, the point that says most of the sentence."""
    through = []
    wrongly = [draft for draft in bad if draft.wrong in ("another article", "next article")]
    for draft in wrongly:
        digest = whole_corpus.by_article.get(str(draft.provision.whole_article))
        texts = [point.text[draft.lang] for point in digest.points] if digest else [""]
        nearest = max(texts, key=lambda text: supporting.strength(draft.claim, text, draft.lang))
        if not supporting.not_borne_out(draft.claim, [nearest], [draft.claim], draft.lang):
            through.append((draft.text, nearest))
    assert len(wrongly) == 250 and through == []
    assert not [d.text for d in good if supporting.not_borne_out(d.claim, [d.claim], [], d.lang)]


@pytest.mark.slow
def test_the_checker_of_texts_bears_out_the_good_and_few_of_the_wrong(
    good: list[Draft], bad: list[Draft], whole_corpus: Corpus
) -> None:
    """Neighbours that say nearly the same, and numbers that stand elsewhere at the place, are what it bears out."""
    found = [draft.wrong for draft in bad if borne_out(draft, whole_corpus)]
    assert len(found) <= BORNE_OUT_BY_THE_CHECKER and "another country" not in found
    held_back = [draft.text for draft in good if not borne_out(draft, whole_corpus)]
    assert held_back == []
