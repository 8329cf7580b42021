"""Units beside each other: ranges, sections of articles, preambles, and pages."""

from __future__ import annotations

import pytest

from assistant.citation_forms import groups
from assistant.cleaning import clean
from assistant.neighbours import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("статья 171 – статья 173", "article 171…173", id="a dash between two units"),
        pytest.param("от статьи 1 до статьи 3", "article 1…3", id="ru, until"),
        pytest.param("статья 5 до статьи 7", "article 5; article 7", id="ru, «до» without «от»"),
        pytest.param("171-бабынан 173-бабына дейін", "article 171…173", id="kk"),
        pytest.param("171-бабынан 173-бабына ауысты", "article 171; article 173", id="kk, moved from one to another"),
        pytest.param("article 5 and article 7", "article 5; article 7", id="and is no range"),
        pytest.param("§ 1 of article 53", "paragraph 1; article 53", id="a section of an article"),
        pytest.param("section 5 and article 53", "section 5; article 53", id="a section beside an article"),
        pytest.param("art 52 p 1 s 8", "article 52; paragraph 1; subparagraph 8", id="letters"),
        pytest.param("see p. 52", "", id="a page"),
        pytest.param("пункт 71 преамбулы", "recital 71", id="preamble"),
        pytest.param("преамбула закона", "", id="a preamble without a number"),
        pytest.param("ст. 52 (п. 1), 53 тк", "article 52; paragraph 1; article 53", id="an article behind a bracket"),
        pytest.param("ст. 52 (п. 1), 53 дня", "article 52; paragraph 1", id="days behind a bracket"),
    ],
)
def test_read(text: str, expected: str) -> None:
    cleaned = clean(text).text
    said = [
        f"{group.kind} {'…'.join(number.text for number in group.numbers)}" for group in read(cleaned, groups(cleaned))
    ]
    assert "; ".join(said) == expected
