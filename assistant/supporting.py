"""Does a passage support a claim: numbers, units, dates, denials, duties, parties and exceptions agree.

Rules only, no model: `check` names what the claim says otherwise than the passage, `strength` how much of the claim
the passage speaks of at all. Both texts are in one language. It does not understand: a claim that swaps two things
which no rule names passes. What is known to pass is listed in `evals/claims/README.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from assistant import clauses, conditions, limits, measures, overstating, roles, verification, wording
from assistant.clause_words import (
    AFFIRMED,
    ASKS,
    AUXILIARY,
    CONDITION,
    DENIED,
    EXCEPTION,
    NEGATION,
    NOMINATIVE,
    ONLY,
    SAME_PARTY,
    THIRD_PARTIES,
    WITH_CONSENT,
    WITHOUT,
)
from assistant.clauses import Clause
from assistant.law import Figure
from assistant.measures import Quantity

RELATED = 0.35  # least strength of a claim that its passage speaks of: chosen on the dev claims of evals/claims
BORNE_OUT = 0.6  # least share of content words of a model's sentence that its passages have: honest drafts had 0.60
NEARER = 0.1  # by so much no passage that a sentence does not name may be nearer to it: honest drafts came to 0.09
NEAR = 0.75  # clauses that share this much of what the best one shares are read beside it
FIGURE_UNITS = {
    "times": "times",
    "age": "years",
    "count": "",
    "clock_hour": "hours",
    "average_monthly_wages": "average_wages",
}
DAYS = ("calendar_days", "working_days")
ALIKE = (DAYS, measures.WAGES, ("percent", "mci"))  # units that one word tells apart


@dataclass(frozen=True)
class Fault:
    """One thing that a claim says otherwise than its passage: what it says, and what the passage says instead.

    `kind` is number, unit, date, negation, party, modal or exception.
    """

    kind: str
    said: str
    instead: str


def check(claim: str, passage: str, lang: str, figures: Sequence[Figure] = (), after: str = "") -> tuple[Fault, ...]:
    """What the claim says otherwise than the passage it rests on; empty where no rule finds a difference.

    `figures` are those of the digest for the same place: numbers that the passage says in another way. `after` is what
    follows the claim in its text: an exception may be kept there.

    >>> check("Отпуск 24 рабочих дня.", "Отпуск не менее двадцати четырёх календарных дней.", "ru")[0].kind
    'unit'
    """
    said, held = clauses.read(claim, lang), clauses.read(passage, lang)
    found = [
        *_dates(claim, passage, lang),
        *_numbers(claim, passage, lang, figures),
        *(fault for clause in said for fault in _modals(clause, held, lang)),
        *_denials(claim, passage, lang),
        *_parties(said, held),
        *(Fault("exception", said, instead) for said, instead in limits.dropped(claim, passage, lang, after)),
        *(Fault(*each) for each in overstating.overstated(claim, passage, lang)),
        *(Fault("party", new, former) for new, former in roles.exchanged(claim, passage, lang)),
    ]
    return tuple(dict.fromkeys(found))


def left_out(claim: str, passage: str, lang: str) -> tuple[Fault, ...]:
    """The plain conditions of a rule that a claim restates without them: a reason to doubt it, no proof against it.

    >>> left_out("Данные можно передать.", "Данные можно передать, если указан источник.", "ru")[0].kind
    'exception'
    """
    return tuple(Fault("exception", said, instead) for said, instead in conditions.silent(claim, passage, lang))


def strength(claim: str, passage: str, lang: str) -> float:
    """How much of the claim's content words the passage has, from 0 to 1; under `RELATED` it speaks of something else.

    >>> strength("Работодатель обязан платить вовремя.", "Забастовку вправе возглавить профсоюз.", "ru")
    0.0
    """
    said = clauses.stems(claim, lang)
    return clauses.share(said, clauses.stems(passage, lang)) if said else 0.0


def not_borne_out(
    claim: str,
    cited: Sequence[str],
    others: Sequence[str],
    lang: str,
    figures: Sequence[Figure] = (),
    question: str = "",
) -> str:
    """Why a model's sentence may not be shown with the passages that it cites; empty if it may.

    The kind of the first fault; `number` too for a number of any kind that they do not have; `unrelated` if they, or
    one of them, speak of something else than it or a sentence of it; `question` if it has a word of the question that
    they do not have: an hourly wage where they speak of a monthly one; `elsewhere` if one of the `others` that it was
    given is clearly nearer; `words` if it has any word that they have in no form, and that is not known to be harmless:
    what no rule looks at may stand in it («территориальное» for «республиканское»).

    >>> leave, strike = "Отпуск длится 24 календарных дня.", "Забастовку вправе возглавить профсоюз."
    >>> not_borne_out(leave, [leave], [strike], "ru"), not_borne_out(leave, [strike], [leave], "ru")
    ('', 'unrelated')
    """
    whole = "\n".join(cited)
    held = clauses.stems(whole, lang)
    if faults := [*check(claim, whole, lang, figures), *left_out(claim, whole, lang)]:
        return faults[0].kind
    dated = (str(part) for day in measures.dates(whole, lang) for part in day)  # «01.01.2026» is 1 January 2026
    if not verification.figures_agree(claim, " ".join([whole, *dated, *(f"{each.value:g}" for each in figures)]), lang):
        return "number"
    near = strength(claim, whole, lang)
    least = min(clauses.share(clauses.content(part, lang), held) for part in clauses.SENTENCE.split(claim))
    if least < BORNE_OUT or min(strength(claim, each, lang) for each in cited) < RELATED:
        return "unrelated"
    if (clauses.content(claim, lang) - held - clauses.general(lang)) & clauses.stems(question, lang):
        return "question"
    elsewhere = max((strength(claim, each, lang) for each in others), default=0.0)
    if elsewhere > near + NEARER:
        return "elsewhere"
    return "words" if wording.foreign(claim, whole, lang) else ""


def _dates(claim: str, passage: str, lang: str) -> Iterator[Fault]:
    held = measures.dates(passage, lang)
    for day in measures.dates(claim, lang):
        if not any(measures.same_date(day, other) for other in held):
            yield Fault("date", _shown(day), ", ".join(map(_shown, held)))


def _shown(day: measures.Day) -> str:
    return "-".join(f"{part:02d}" for part in day if part)


def _numbers(claim: str, passage: str, lang: str, figures: Sequence[Figure]) -> Iterator[Fault]:
    """Each quantity of the claim stands in the passage or its figures, in the same unit and as the same bound."""
    said, held = measures.quantities(claim, lang), measures.quantities(passage, lang)
    of_figures = [Quantity(each.value, FIGURE_UNITS.get(each.unit, each.unit), "", "", each.what) for each in figures]
    everything = [*held, *of_figures]
    pairs = [pair for units in ALIKE for pair in permutations(units, 2)]
    for kind, other in pairs:  # «в рабочие дни», «100 процентов среднемесячной зарплаты»: with no number before it
        ours = measures.names_unit(claim, kind, lang) and not measures.names_unit(passage, kind, lang)
        if ours and measures.names_unit(passage, other, lang) and not any(q.unit == kind for q in said):
            yield Fault("unit", kind, other)
    for quantity in (quantity for quantity in said if not quantity.weak):
        equal = [other for other in everything if _equal(quantity, other)]
        if not equal and _unsaid_one(quantity, everything, passage, lang):
            continue
        if not equal:
            instead = [other.said for other in everything if other.unit == quantity.unit] or [
                o.said for o in everything
            ]
            yield Fault("number", quantity.said, "; ".join(instead))
            continue
        same = [other for other in equal if _converted(quantity, other) or measures.same_unit(quantity, other)]
        if not same:
            yield Fault("unit", quantity.said, "; ".join(other.said for other in equal))
        elif all({quantity.bound, other.bound} == {"least", "most"} for other in same):
            yield Fault("number", quantity.said, "; ".join(other.said for other in same))


def _unsaid_one(quantity: Quantity, held: Sequence[Quantity], passage: str, lang: str) -> bool:
    """True for «1 сутки» beside «в течение суток», and for «одна» where the passage counts nothing in that unit."""
    if quantity.value != 1 or any(other.unit == quantity.unit for other in held):
        return False
    return not quantity.said[0].isdigit() or measures.names_unit(passage, quantity.unit, lang)


def _equal(claim: Quantity, held: Quantity) -> bool:
    return claim.value == held.value or _converted(claim, held)


def _converted(claim: Quantity, held: Quantity) -> bool:
    """True for one year and 12 months, a half and 50 percent."""
    values = {claim.unit: claim.value, held.unit: held.value}
    if values.keys() == {"years", "months"}:
        return values["years"] * 12 == values["months"]
    return values.keys() == {"percent", ""} and values["percent"] == values[""] * 100


def _near(clause: Clause, held: Sequence[Clause]) -> list[Clause]:
    """The clauses of the passage that share most words with a clause of the claim, the best first."""
    shares = {index: len(clause.stems & other.stems) for index, other in enumerate(held)}
    best = max(shares.values(), default=0)
    return [
        held[index]
        for index in sorted(shares, key=lambda i: -shares[i])
        if shares[index] and shares[index] >= NEAR * best
    ]


def _modals(clause: Clause, held: Sequence[Clause], lang: str) -> Iterator[Fault]:
    """A clause of the claim obliges, allows or forbids as a clause of the passage does that speaks of the same."""
    near = _near(clause, held)
    allowed = {each for other in near for says in other.modals for each in _meanings(says, other.text, lang)}
    denies = any(NEGATION[lang].search(other.text) for other in near)
    if allowed and any(not other.modals for other in near):  # a law that states a thing as done orders it
        allowed |= {"duty", "ban"} if denies else {"duty"}
    bound = {party for other in near for party in other.actors}
    asks = ASKS[lang].search(clause.text) and not clause.actors & bound  # what I may ask for I am owed
    denied = NEGATION[lang].search(clause.text)
    banned = any("ban" in says for other in held for says in other.modals)
    for says in clause.modals:
        meant = _meanings(says, clause.text, lang)
        if allowed and not meant & allowed and not (asks and meant == {"right"} and "duty" in allowed):
            kind = "modal" if not {"ban", "free"} & (meant | allowed) else "negation"
            yield Fault(kind, "/".join(sorted(meant)), "/".join(sorted(allowed)))
        elif near and not allowed and meant == {"ban"} and not denies and not banned:
            yield Fault("negation", "ban", "")
        elif lang != "kk" and near and not allowed and meant == {"duty"} and denies and not denied:
            yield Fault("negation", "duty", "ban")
        elif near and not allowed and "free" in meant and not denies:  # «может не указывать» of what is done
            yield Fault("modal", "free", "duty")
    if not clause.modals and allowed == {"ban"} and not denied:
        yield Fault("negation", clause.text.strip(), near[0].text.strip())


def _meanings(says: frozenset[str], text: str, lang: str) -> set[str]:
    """What a modal word may mean beside the words of its clause: «можно только с» and «нельзя без» are one."""
    if "cond" in says:
        return {"cond", "right", "ban"}
    only = re.search(f"{WITH_CONSENT[lang]}|{CONDITION[lang]}|{ONLY[lang]}", text)
    if says == {"right"} and only:
        return {"right", "cond", "ban"}
    if says == {"ban"} and (re.search(EXCEPTION[lang], text) or re.search(WITHOUT[lang], text)):
        return {"ban", "cond"}
    return set(says)


def _denials(claim: str, passage: str, lang: str) -> Iterator[Fault]:
    """A verb that one text only denies and the other only affirms: «не выплачивается», «выплачивается»."""
    ours, theirs = limits.without(claim, lang), limits.without(passage, lang)
    no, yes = _verbs(ours, lang, DENIED), _verbs(ours, lang, AFFIRMED)
    no_there, yes_there = _verbs(theirs, lang, DENIED), _verbs(theirs, lang, AFFIRMED)
    for verb in sorted((no - yes) & (yes_there - no_there)):
        yield Fault("negation", f"not: {verb}", verb)
    for verb in sorted((yes - no) & (no_there - yes_there)):
        yield Fault("negation", verb, f"not: {verb}")


def _verbs(text: str, lang: str, pattern: dict[str, re.Pattern[str]]) -> frozenset[str]:
    """The stems of the verbs that a pattern finds; Kazakh ones as they are."""
    words = {next(filter(None, match.groups())) for match in pattern[lang].finditer(text)} - AUXILIARY
    return frozenset(words) if lang == "kk" else frozenset().union(*(clauses.stems(word, lang) for word in words))


def _parties(said: Sequence[Clause], held: Sequence[Clause]) -> Iterator[Fault]:
    """No party that the passage does not know enters, and the one who acts is the one who acts there."""
    named = {party for clause in held for party in clause.parties}
    for clause in said:
        for party in sorted(clause.parties & THIRD_PARTIES):
            if party not in named and SAME_PARTY.get(party) not in named:
                yield Fault("party", party, ", ".join(sorted(named)))
        near = _near(clause, held)
        acting = {party for other in near for party in other.actors}
        ours = {SAME_PARTY.get(party, party) for party in clause.actors}
        theirs = {SAME_PARTY.get(party, party) for party in acting}
        agree = clause.actors & (acting | theirs) or ours & acting
        everyone = {party for other in held for party in other.actors}
        swapped = clause.actors and near and clause.actors <= near[0].receivers - everyone and everyone
        turned = near and clause.receivers & near[0].actors - near[0].receivers and not clause.actors & near[0].actors
        if turned and NOMINATIVE.search(clause.text):  # who owes it there is owed it here
            yield Fault("party", ", ".join(sorted(clause.receivers)), ", ".join(sorted(acting)))
        if swapped or (clause.actors - {"body"} and near and near[0].actors and not agree):
            yield Fault("party", ", ".join(sorted(clause.actors)), ", ".join(sorted(acting)))
