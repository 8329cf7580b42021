"""Who does and to whom, exchanged; and the same told from the other side, which is no exchange."""

from __future__ import annotations

import pytest

from assistant.roles import exchanged

KK = "Уәкілетті орган бұл туралы операторға хабарлайды."
EN = "At the demand of the revenue bodies the payer must submit a list."


@pytest.mark.parametrize(
    ("claim", "passage", "lang", "turned"),
    [
        pytest.param("Оператор бұл туралы уәкілетті органға хабарлайды.", KK, "kk", True, id="kk, exchanged"),
        pytest.param("Орган операторға хабарлайды.", KK, "kk", False, id="kk, as it is"),
        pytest.param("Операторға бұл туралы хабарланады.", KK, "kk", False, id="kk, without the one who acts"),
        pytest.param("If the payer asks, the revenue bodies must submit a list.", EN, "en", True, id="en, exchanged"),
        pytest.param("The payer must submit a list to the revenue bodies.", EN, "en", False, id="en, as it is"),
        pytest.param("The list must be submitted by the payer.", EN, "en", False, id="en, a passive"),
        pytest.param("Оператор извещает орган.", "Орган извещает оператора.", "ru", False, id="ru is not looked at"),
    ],
)
def test_exchanged(claim: str, passage: str, lang: str, turned: bool) -> None:
    assert bool(list(exchanged(claim, passage, lang))) is turned
