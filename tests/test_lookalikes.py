"""What only looks like a place of a law, and the same words where they are one."""

from __future__ import annotations

import pytest

from assistant.corpus import Corpus
from tests.cited import check

SAID = "Говорим о ТК РК. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Бюджетная статья 113", "", id="a line of a budget"),
        pytest.param("Бюджетные выплаты, статья 113", "113", id="money, and an article of the law"),
        pytest.param("В газете статья 5", "", id="a newspaper"),
        pytest.param("В газете пишут: статья 5", "5", id="a newspaper that writes of the law"),
        pytest.param("журналисты, статья 5", "5", id="journalists"),
        pytest.param("art. no. 4521", "", id="goods"),
        pytest.param("Ведомости, 2009 г., № 8, ст. 44", "", id="gazette"),
        pytest.param("4 статьи", "", id="a count"),
        pytest.param("глава 5", "", id="a chapter"),
        pytest.param("ст. 110 ТК РК и приложение № 4 к коллективному договору", "110", id="an annex of an agreement"),
        pytest.param("Annex III to the order on the AI Act", "", id="an annex of an order"),
        pytest.param("ҚР СТ 1174 стандарты", "", id="a standard"),
        pytest.param("ТК КР ст 83", "kg-labour-code:83", id="the Labour Code of Kyrgyzstan"),
        pytest.param("recital 5", "", id="a recital of a code"),
        pytest.param("приложение III", "", id="an annex of a code"),
    ],
)
def test_is_place(text: str, expected: str, whole_corpus: Corpus) -> None:
    check(SAID + text, expected, whole_corpus)
