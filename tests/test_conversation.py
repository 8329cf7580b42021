"""Does a question lean on the one before it, in three languages."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from assistant.conversation import is_follow_up

EARLIER = ["Могут ли меня уволить?"]


@dataclass(frozen=True)
class Case:
    """A question, whether it leans on the one before, and why."""

    text: str
    expected: bool
    reason: str


CASES = [
    Case("а если я на испытательном сроке?", True, "opens with «а если»"),
    Case("А сколько дней?", True, "opens with «а»"),
    Case("И потом?", True, "opens with «и»"),
    Case("Что если он откажется?", True, "opens with «что если»"),
    Case("это законно?", True, "short, points back"),
    Case("Кто его подписывает?", True, "short, points back"),
    Case("ал егер мен жүкті болсам?", True, "opens with «ал»"),
    Case("егер келіспесем ше?", True, "opens with «егер»"),
    Case("бірақ шартта жоқ қой", True, "opens with «бірақ»"),
    Case("бирак шартта жок кой", True, "the same without Kazakh letters"),
    Case("бұл заңды ма?", True, "short, points back"),
    Case("And for pregnant women?", True, "opens with «and»"),
    Case("what if I refuse?", True, "opens with «what if»"),
    Case("How about overtime", True, "opens with «how about»"),
    Case("who signs it?", True, "short, points back"),
    Case("Алименты удерживают из зарплаты?", False, "«А» is the beginning of a word"),
    Case("Игорь уволен без приказа", False, "«И» is the beginning of a word"),
    Case("Невыплата зарплаты: куда жаловаться?", False, "«Не» is no opening"),
    Case("алдымен кімге барамын?", False, "«ал» is the beginning of a word"),
    Case("Andrey was fired without notice", False, "«And» is the beginning of a word"),
    Case("Сколько дней отпуска положено?", False, "stands alone"),
    Case("Жылына неше күн демалыс тиесілі?", False, "stands alone"),
    Case("How many days of annual leave?", False, "stands alone"),
    Case(
        "Положена ли доплата вахтовику за дорогу, если это записано только в приказе директора?",
        False,
        "points, but is long enough to stand alone",
    ),
    Case("Егерям положена надбавка за вредность по договору с лесхозом?", False, "«егер» is the beginning of a word"),
    Case("Is it legal to fire a pregnant woman?", False, "the «it» points forward"),
    Case("Is it legal?", True, "this one points back"),
    Case("почему?", True, "an opening alone"),
    Case("", False, "nothing"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:40] or "empty")
def test_is_follow_up(case: Case) -> None:
    assert is_follow_up(case.text, EARLIER) is case.expected, case.reason


@pytest.mark.parametrize("case", [case for case in CASES if case.expected], ids=lambda case: case.text[:40])
def test_the_first_question_leans_on_nothing(case: Case) -> None:
    assert is_follow_up(case.text, []) is False
