"""Nothing in a model's sentence can be clicked, loaded or drawn; the sentence itself stays."""

from __future__ import annotations

import re

import pytest

from assistant.corpus import Corpus
from assistant.plain_text import plain

URL = "https://evil.example/p.png"
ACTIVE = re.compile(
    r"[<>*`#|~^{}\\@_$]|\]\(|!\[|://|www\.|javascript:|data:|mailto:|\w\.(?:example|com|kz)\b", re.IGNORECASE
)
PAYLOADS = [
    f"![x]({URL})",
    f"![x][1]\n[1]: {URL}",
    f"[тут]({URL})",
    f"[тут][1]\n\n[1]: {URL}",
    f"<{URL}>",
    URL,
    "www.evil.example/a",
    "evil.com",
    "evil.kz/путь?q=1",
    "//evil.example/x",
    f"<img src={URL}>",
    f"<img src='{URL}' onerror=alert(1)",
    "<svg/onload=x>",
    f"<a href='{URL}'>тут</a>",
    "<script>alert(1)</script>",
    f"<script src={URL}>",
    "<!-- тайна -->",
    "<!-- без конца",
    "&lt;img src=https://evil.example/x&gt;",
    "&amp;lt;b&amp;gt;",
    "<scr<script>ipt>alert(1)</script>",
    "<<b>img src=x>",
    "[тут](javascript:alert(1))",
    "[тут](data:text/html;base64,AAAA)",
    "javascript:alert(1)",
    "mailto:a@evil.com",
    "a@evil.com",
    "ht*tps://evil.example/x",
    "ht\u200btps://evil.example/x",
    "h**tt**ps://evil.example",
    "`код`",
    "```\nкод\n```",
    "# Заголовок",
    "> цитата",
    "| a | b |\n|---|---|",
    "***жирно***",
    "~~зачёркнуто~~",
    "__подчёркнуто__",
    ":red[слово]",
    ":material/home:",
    ":smile:",
    "$x^2$",
    "$$\\href{https://evil.example}{x}$$",
    "\\(x\\)",
    "[^1]",
    "- [ ] дело",
    "<iframe src=x></iframe>",
    "<style>a{}</style>",
    f"[![x]({URL})]({URL})",
    f"[a[b]({URL})]({URL})",
    "[тут](<https://evil.example/a b>)",
    '[тут](https://evil.example "т")',
    "HTTPS://EVIL.EXAMPLE/X",
    "file:///etc/passwd",
    "tel:+77010000000",
    "vbscript:x",
    "пла\u202eта",
    "пла\u00adта",
    "\x07звонок",
    "<details><summary>x</summary></details>",
]


def test_there_are_sixty_payloads() -> None:
    assert len(PAYLOADS) == 60


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("around", ["{}", "Отпуск {} длится 24 дня.", "Отпуск{}длится"])
def test_nothing_active_is_left(payload: str, around: str) -> None:
    made = plain(around.format(payload))
    assert not ACTIVE.search(made)
    assert not [sign for sign in made if not sign.isprintable()]
    assert plain(made) == made, "taking out once is enough"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            "Отпуск — 24 календарных дня (п. «а»).", "Отпуск — 24 календарных дня (п. «а»).", id="a plain sentence"
        ),
        pytest.param("[PERSON-1] вправе; [тут](x)", "[PERSON-1] вправе; тут", id="marks of hidden data stay"),
        pytest.param("Жұмыскер «1,5 есе» алады: 50%", "Жұмыскер «1,5 есе» алады: 50%", id="Kazakh, figures and signs"),
        pytest.param("1. Отпуск\n\n2. Плата", "1. Отпуск 2. Плата", id="one line"),
        pytest.param("и\u0306од", "йод", id="letters in one sign"),
    ],
)
def test_the_sentence_stays(given: str, expected: str) -> None:
    assert plain(given) == expected


def test_digest_points_stay_as_they_are(whole_corpus: Corpus) -> None:
    """But for the signs < and >, and the names of sites, which few points hold."""
    points = [
        point.text[lang] for digest in whole_corpus.digests[::8] for point in digest.points for lang in point.text
    ]
    changed = [said for said in points if plain(said) != " ".join(said.split())]
    assert len(changed) / len(points) < 0.005
