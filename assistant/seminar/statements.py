"""Items that put right and changed rules before the room: true or false, one of four, some of five.

A changed rule has one number, kind of days or modal word swapped, and is proved false. Statements of
one item come from one topic of one act, each from another article, and no word of them marks the false ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from random import Random

from assistant.seminar import item, modals, numbers_asked, swaps
from assistant.seminar.item import Item
from assistant.seminar.proofs import Prover
from assistant.seminar.rules import Rule
from assistant.seminar.swaps import Swap

FALSE = {modals.DUTY: 0.6, modals.RIGHT: 0.45}  # share of rules asked in their changed form, if the modal word is
SHORT = 150  # characters of a statement among several


class Statements:
    """Makes items of statements for one language; remembers which changed rules were proved false."""

    def __init__(self, prover: Prover, lang: str) -> None:
        self.prover, self.lang = prover, lang
        self.wrong = lru_cache(maxsize=10_000)(self._wrong)

    def _wrong(self, rule: Rule) -> tuple[Swap, ...]:
        """The changed forms of a rule that are proved false, at most one of a kind."""
        text, found = rule.text(self.lang), []
        turned = modals.turned(text, self.lang, str(rule.digest.id))
        for kind in (self._figures(rule), self._units(rule), turned):
            for number, swap in enumerate(kind):
                if self.prover.false(swap.text, rule, self.lang):
                    found.append(swap)
                    break
                if number == 2:
                    break
        return tuple(found)

    def _figures(self, rule: Rule) -> Iterator[Swap]:
        for _, blank in numbers_asked.figures(rule, self.lang):
            yield from swaps.figures(rule, self.lang, self.prover.others(rule, self.lang, blank), blank)

    def _units(self, rule: Rule) -> Iterator[Swap]:
        """Swaps of the kind of days, where the rule has a figure in such days; «1 working day (shift)» is no term."""
        here = {figure.unit for figure in rule.digest.figures if figure.at == rule.point.at}
        return swaps.units(rule.text(self.lang), self.lang) if here & {"calendar_days", "working_days"} else iter(())

    def true_false(self, rule: Rule) -> Iterator[Item]:
        """The rule as it is, and one of its changed forms: half are to be true.

        Of a rule whose duty or right alone is changed only one of the two is asked.
        """
        changed = self.wrong(rule)
        kind = self._kind(rule, changed[0] if len(changed) == 1 else None)
        coin = Random(f"true{rule.identity}").random()
        if changed and (kind not in FALSE or coin >= FALSE[kind]):
            yield self._judged(rule, rule.text(self.lang), None)
        if changed and (kind not in FALSE or coin < FALSE[kind]):
            yield self._judged(rule, changed[0].text, changed[0])

    def _kind(self, rule: Rule, swap: Swap | None) -> str:
        """What the modal word of a rule is, if that is what was changed or nothing was; else empty."""
        sole = modals.sole(rule.text(self.lang), self.lang)
        return (
            sole[0]
            if sole and (swap is None or swap.kind == swaps.MODAL) and not (swap is None and self.wrong(rule))
            else ""
        )

    def spare(self, rule: Rule) -> Iterator[Item]:
        """A ban or leave that cannot be turned, as it is: asked where a word would stand in false statements only."""
        if not self.wrong(rule) and self._kind(rule, None) in (modals.BAN, modals.RIGHT):
            yield self._judged(rule, rule.text(self.lang), None)

    def balanced(self, items: Sequence[Item], spare: Sequence[Item]) -> Iterator[Item]:
        """True and false statements in which no modal word stands in more false ones than true ones.

        True ones to spare are added first; what is false beyond them is left out.
        """
        words = {each.id: modals.word(each.stem.partition("\n")[2], self.lang) for each in (*items, *spare)}
        left = Counter(words[each.id] for each in items if each.right == (0,))
        false = Counter(words[each.id] for each in items if each.right != (0,))
        for each in sorted(spare, key=lambda each: each.id):
            if left[words[each.id]] < false[words[each.id]]:
                left[words[each.id]] += 1
                yield each
        for each in sorted(items, key=lambda each: each.id):
            mark = words[each.id]
            if each.right == (0,) or not mark:
                yield each
            elif left[mark] > 0:
                left[mark] -= 1
                yield each

    def _judged(self, rule: Rule, text: str, swap: Swap | None) -> Item:
        options = (item.say("is true", self.lang), item.say("is false", self.lang))
        identity = item.name("true_false", self.lang, rule.identity, swap.kind if swap else "")
        return self._made("true_false", identity, text, options, (1 if swap else 0,), [rule], self._should_be(swap))

    def _should_be(self, swap: Swap | None) -> tuple[str, ...]:
        return (swaps.corrected(swap, self.lang),) if swap else ()

    def _made(
        self, template: str, identity: str, text: str, options: Sequence[str], right: tuple[int, ...],
        rules: Sequence[Rule], working: tuple[str, ...] = (),
    ) -> Item:  # fmt: skip
        stem = f"{item.say(f'ask {template}', self.lang)}\n{text}".strip()
        keys = tuple(rule.key(self.lang) for rule in rules)
        first = rules[0]
        about = first.about(self.lang)
        if len({str(rule.digest.id) for rule in rules}) > 1:
            about = first.instrument.short[self.lang]
        return Item(
            identity, template, self.lang, first.topics, about, stem, tuple(options), right, keys, working=working
        )

    def says(self, rules: Sequence[Rule]) -> Iterator[Item]:
        """One right statement among four on a topic."""
        for rule, others in self._groups("says", rules, 4):
            wrong = [self.wrong(other)[0].text for other in others]
            identity = item.name("says", self.lang, rule.identity, *(other.identity for other in others))
            options = item.shuffled([rule.text(self.lang), *wrong], identity)
            right = (options.index(rule.text(self.lang)),)
            corrected = tuple(f"{self.wrong(o)[0].text} — {self._should_be(self.wrong(o)[0])[0]}" for o in others)
            yield self._made("says", identity, "", options, right, [rule, *others], corrected)

    def _groups(self, template: str, rules: Sequence[Rule], size: int) -> Iterator[tuple[Rule, list[Rule]]]:
        """Groups of a right rule and rules to be changed, every rule changed at most twice, each of another article.

        The right rule is one that could have been changed, too: nothing about it is unlike the others.
        """
        short = [rule for rule in rules if len(rule.text(self.lang)) <= SHORT]
        spoilt = [rule for rule in short if self.wrong(rule)]
        Random(f"{template}{self.lang}").shuffle(spoilt)
        uses: Counter[str] = Counter()
        for rule in [each for each in short if self.wrong(each)]:
            chosen: list[Rule] = []
            for other in spoilt:
                if len(chosen) < size - 1 and uses[other.identity] < 2 and self._fits(other, [rule, *chosen], rule):
                    chosen.append(other)
            if len(chosen) == size - 1:
                uses.update(other.identity for other in chosen)
                yield rule, chosen

    def _fits(self, other: Rule, group: Sequence[Rule], right: Rule) -> bool:
        """True for a rule of another article whose changed word no other changed one has, if the right one lacks it."""
        if any(other.digest.id == each.digest.id for each in group):
            return False
        swap = self.wrong(other)[0]
        if swap.kind != swaps.MODAL or swap.now.lower() in right.text(self.lang).lower():
            return True
        return not any(self.wrong(each)[0].now == swap.now for each in group[1:])

    def several(self, rules: Sequence[Rule]) -> Iterator[Item]:
        """Two or three right statements among five on a topic."""
        left = [rule for rule in rules if len(rule.text(self.lang)) <= SHORT and self.wrong(rule)]
        Random(f"several{len(left)}").shuffle(left)
        while len(left) >= 5:
            group: list[Rule] = []
            for rule in left:
                if len(group) < 5 and all(rule.digest.id != other.digest.id for other in group):
                    group.append(rule)
            left = [rule for rule in left if rule not in group]
            if len(group) < 5:
                return
            if (made := self._several(group)) is not None:
                yield made

    def _several(self, group: Sequence[Rule]) -> Item | None:
        """Two or three of five changed, so that a word put into a changed one also stands in a true one."""
        identity = item.name("several", self.lang, *(rule.identity for rule in group))
        chance = Random(identity)
        changed = chance.sample(list(group), chance.choice((2, 3)))
        true = " ".join(rule.text(self.lang).lower() for rule in group if rule not in changed)
        turned = [self.wrong(rule)[0] for rule in changed]
        if any(swap.kind == swaps.MODAL and swap.now.lower() not in true for swap in turned):
            return None
        said = {r.identity: self.wrong(r)[0].text if r in changed else r.text(self.lang) for r in group}
        options = item.shuffled([said[rule.identity] for rule in group], identity)
        right = sorted(options.index(said[rule.identity]) for rule in group if rule not in changed)
        corrected = tuple(f"{said[r.identity]} — {self._should_be(self.wrong(r)[0])[0]}" for r in changed)
        return self._made("several", identity, "", options, tuple(right), group, corrected)
