"""An article of which only the official wording is held, as a digest whose points are that wording.

So a text that somebody added is searched, cited, verified and shown like everything else. A language in which there
is no text gets the words of one in which there is; nothing is translated and nothing restated.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.documents import Provision, Wording
from assistant.law import LANGUAGES, Digest, Point

Held = tuple[Wording, Sequence[Provision]]
"""The wording of an article in one language, and what it was cut into."""


def digest(held: Sequence[Held]) -> Digest:
    """The digest of one article from its wordings, the first of each language; ValueError if there is none."""
    by_lang = {wording.lang: (wording, _by_place(provisions)) for wording, provisions in reversed(held)}
    if not by_lang:
        raise ValueError("no wording")
    own = next(lang for lang in (*LANGUAGES, *by_lang) if lang in by_lang)
    first, places = by_lang[own]
    texts = {lang: by_lang.get(lang, by_lang[own]) for lang in LANGUAGES}
    points = tuple(
        Point("/".join(place), {lang: said.get(place, text) for lang, (_, said) in texts.items()})
        for place, text in places.items()
    )
    return Digest(
        instrument=first.instrument,
        article=first.article,
        edition=first.edition,
        structure=structure(places),
        numbering="paragraphs",
        title={lang: wording.heading or first.heading for lang, (wording, _) in texts.items()},
        points=points,
        figures=(),
        questions=dict.fromkeys(LANGUAGES, ()),
        official=tuple(dict.fromkeys(lang for lang in (*LANGUAGES, *by_lang) if lang in by_lang)),
    )


def _by_place(provisions: Sequence[Provision]) -> dict[tuple[str, ...], str]:
    """The words at each place; pieces of one place are joined."""
    found: dict[tuple[str, ...], list[str]] = {}
    for provision in provisions:
        found.setdefault(provision.id.pinpoint, []).append(provision.text)
    return {place: "\n".join(pieces) for place, pieces in found.items()}


def structure(places: Iterable[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Every paragraph with what lies in it: {"1": ("a", "a/i")}.

    >>> structure([("1",), ("1", "a"), ("1", "a", "i"), ("2",)])
    {'1': ('a', 'a/i'), '2': ()}
    """
    found: dict[str, list[str]] = {}
    for place in places:
        if place:
            held = found.setdefault(place[0], [])
            held += ["/".join(place[1:])] if place[1:] else []
    return {paragraph: tuple(dict.fromkeys(inner)) for paragraph, inner in found.items()}
