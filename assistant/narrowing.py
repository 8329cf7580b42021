"""An answer with law only: what binds nobody is left out, and said so where nothing is left.

It searches nothing and weighs nothing anew: the authority of each citation decides.
"""

from __future__ import annotations

from dataclasses import replace

from assistant import phrases
from assistant.answers import Answer, Claim


def law_only(answer: Answer) -> Answer:
    """The same answer without claims that rest on anything but binding law; citations are numbered anew.

    Refused with a sentence if no claim is left.
    """
    if all(citation.authority.binding for citation in answer.citations):
        return answer
    held = [number for number, cited in enumerate(answer.citations, 1) if cited.authority.binding]
    anew = {number: position for position, number in enumerate(held, 1)}
    claims = _kept(answer.claims, anew)
    if not claims:
        said = phrases.say("ui nothing binding", answer.language)
        return Answer(
            "refused", answer.language, answer.mode, notes=(said,), reason="law_only", passages=answer.passages,
            library=answer.library, as_of=answer.as_of, timings_ms=answer.timings_ms,
        )  # fmt: skip
    gone = [cited for cited in answer.citations if not cited.authority.binding]
    acts = {cited.label.split(",")[0] for cited in gone}
    notes = tuple(note for note in answer.notes if not any(note.startswith(f"{act}:") for act in acts))
    return replace(
        answer,
        claims=claims,
        see_also=_kept(answer.see_also, anew),
        next_steps=_kept(answer.next_steps, anew),
        notes=(phrases.say("ui left out", answer.language), *notes),
        citations=tuple(answer.citations[number - 1] for number in held),
        lead="",
        table=answer.table and len(claims) > 1,
    )


def _kept(claims: tuple[Claim, ...], anew: dict[int, int]) -> tuple[Claim, ...]:
    """The claims all of whose citations are kept."""
    return tuple(
        Claim(claim.text, tuple(anew[number] for number in claim.citations))
        for claim in claims
        if all(number in anew for number in claim.citations)
    )
