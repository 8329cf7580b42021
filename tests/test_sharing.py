"""What is passed on of an answer: sources and links, never the question; no link that only this machine opens."""

from __future__ import annotations

from datetime import date

import pytest

from assistant import sharing
from assistant.answers import Answer, Citation, Claim, Verdicts
from assistant.law import Authority, ProvisionId
from assistant.phrases import phrases

DAY = date(2026, 7, 1)
URL = "https://adilet.zan.kz/rus/docs/K1500000414"


def cited(place: str) -> Citation:
    """A citation of a place."""
    name = ProvisionId.parse(place)
    return Citation(name, f"ст. {name.article}", Authority.LAW, "слова", False, Verdicts(), URL, DAY)


ANSWER = Answer(
    "answered", "ru", "composed", (Claim("Отпуск – 24 дня.", (1, 2)), Claim("Праздники не в счёт.", (3,))),
    citations=(cited("kz-labour-code/88/1"), cited("kz-labour-code/88/2"), cited("kz-labour-code/126-1/1")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("page", "root"),
    [
        pytest.param("https://union.example/", "https://union.example", id="a host of its own"),
        pytest.param("https://union.example/ask", "https://union.example", id="a page of it"),
        pytest.param("https://union.example/law/library?act=x", "https://union.example/law", id="under a folder"),
        pytest.param("http://192.168.1.7:8501/ask", "http://192.168.1.7:8501", id="in the office's network"),
        pytest.param("http://localhost:8501/", "", id="this machine by name"),
        pytest.param("http://127.0.0.1:8501/ask", "", id="this machine by number"),
        pytest.param("http://[::1]:8501/ask", "", id="this machine, IPv6"),
        pytest.param("http://0.0.0.0:8501/", "", id="no address at all"),
        pytest.param("", "", id="the browser does not say"),
        pytest.param("javascript:alert(1)", "", id="not http"),
    ],
)
def test_links_are_given_only_where_others_can_open_them(page: str, root: str) -> None:
    links = sharing.article_links(ANSWER, page)
    wanted = {name: f"{root}/library?article={name}" for name in ("kz-labour-code/88", "kz-labour-code/126-1")}
    assert links == (wanted if root else {})
    assert (phrases()["share articles"]["ru"] in sharing.text(ANSWER, page)) is bool(root)


def test_the_text_has_every_claim_and_official_link() -> None:
    said = sharing.text(ANSWER, "https://union.example/")
    assert all(claim.text in said for claim in ANSWER.claims) and said.count(URL) == 3
    assert said.endswith("https://union.example/library?article=kz-labour-code/126-1")
