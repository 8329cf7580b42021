"""A visitor that draws nothing asks the served page as a browser does."""

from __future__ import annotations

import asyncio

import pytest

from evals.visitor import Visitor
from tests.browsing import Served

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_two_visitors_ask_and_are_answered_apart(served: Served) -> None:
    port = int(served.address.rpartition(":")[2])

    async def ask() -> tuple[list[float], str, str]:
        async with Visitor(port, "") as one, Visitor(port, "") as other:
            both = one.ask("Сколько дней отпуска мне положено?"), other.ask("Как подать на развод?")
            took = await asyncio.gather(*both)
            said = " ".join(one.said), " ".join(other.said)
            return [*took, await one.ask("За сколько дней предупредить об увольнении?")], *said

    took, leave, divorce = asyncio.run(ask())
    assert len(took) == 3 and min(took) > 0
    assert "24 календарных" in leave and "24 календарных" not in divorce
