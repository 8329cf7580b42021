"""Law only: what binds nobody is left out, numbers stay right, and nothing left is said."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.answers import Answer, Citation, Claim, Verdicts
from assistant.law import LANGUAGES, Authority, ProvisionId
from assistant.narrowing import law_only
from assistant.phrases import phrases

DAY = date(2026, 7, 1)
LAW, POLICY = Authority.LAW, Authority.POLICY


def cited(*weights: Authority) -> tuple[Citation, ...]:
    """Citations of these weights, each of an act of its own."""
    return tuple(
        Citation(ProvisionId(f"act-{n}", "1"), f"Акт {n}, ст. 1", weight, "слова", False, Verdicts(), "", DAY)
        for n, weight in enumerate(weights, 1)
    )


def answer(*weights: Authority, lang: str = "ru", table: bool = False) -> Answer:
    """An answer with one claim a citation."""
    claims = tuple(Claim(f"claim {n}", (n,)) for n in range(1, len(weights) + 1))
    notes = tuple(f"Акт {n}: не закон" for n, weight in enumerate(weights, 1) if not weight.binding)
    return Answer(
        "answered", lang, "composed", claims, notes=(*notes, "справка"), citations=cited(*weights), table=table
    )


def test_an_answer_of_law_alone_stays_as_it_is() -> None:
    given = answer(LAW, Authority.RATIFIED)
    assert law_only(given) is given


@pytest.mark.parametrize(
    ("weights", "kept"),
    [
        pytest.param((LAW, POLICY), ["claim 1"], id="the position goes"),
        pytest.param((POLICY, LAW, Authority.DRAFT, LAW), ["claim 2", "claim 4"], id="numbers begin anew"),
        pytest.param((Authority.FOREIGN, Authority.RATIFIED), ["claim 2"], id="a ratified convention binds"),
        pytest.param((Authority.AGREEMENT, LAW), ["claim 2"], id="an agreement is not law"),
    ],
)
def test_what_does_not_bind_is_left_out(weights: tuple[Authority, ...], kept: list[str]) -> None:
    left = law_only(answer(*weights))
    assert [claim.text for claim in left.claims] == kept
    assert [claim.citations for claim in left.claims] == [(n,) for n in range(1, len(kept) + 1)]
    assert all(citation.authority.binding for citation in left.citations) and len(left.citations) == len(kept)
    assert left.notes == (phrases()["ui left out"]["ru"], "справка")


def test_a_claim_that_rests_on_both_goes() -> None:
    given = answer(LAW, POLICY)
    both = Answer(
        "answered", "ru", "llm", (Claim("a", (1, 2)), Claim("b", (1,))), (Claim("c", (2,)),), citations=given.citations
    )
    left = law_only(both)
    assert ([claim.text for claim in left.claims], left.see_also) == (["b"], ())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_left_is_said(lang: str) -> None:
    left = law_only(answer(POLICY, lang=lang))
    assert (left.status, left.claims, left.notes) == ("refused", (), (phrases()["ui nothing binding"][lang],))


def test_a_comparison_of_one_is_no_table() -> None:
    assert not law_only(answer(LAW, Authority.FOREIGN, table=True)).table
