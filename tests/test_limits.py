"""What limits a rule and must be kept by a claim that restates it, in three languages."""

from __future__ import annotations

import pytest

from assistant.limits import dropped, without

DROPPED = [
    pytest.param("ru", "Сторож дежурит.", "Сторож дежурит, но не в праздник.", id="но не"),
    pytest.param(
        "ru", "Сторож дежурит ночью.", "Сторож дежурит ночью. На вахтёра это не распространяется.", id="это не"
    ),
    pytest.param("ru", "Сторож дежурит ночью.", "Сторож дежурит ночью. Условие: есть напарник.", id="a label"),
    pytest.param("ru", "Плату дают лично.", "Плату дают лично. Иначе можно, если иное установлено.", id="иначе"),
    pytest.param("ru", "Плату дают лично.", "Плату дают лично, если по болезни не назван другой.", id="if not"),
    pytest.param("kk", "Күзетші түнде істейді.", "Күзетші түнде істейді. Шарты: серігі болуы керек.", id="kk label"),
    pytest.param(
        "kk", "Күзетші түнде істейді.", "Күзетші түнде істейді. Бұл вахтёрге қолданылмайды.", id="kk this not"
    ),
    pytest.param(
        "kk", "Күзетші түнде істейді.", "Күзетші түнде істейді; ауырса, бұл міндет жоқ.", id="kk no such duty"
    ),
    pytest.param(
        "kk",
        "Өзге жұмысы бар күзетшіге ақы төленеді.",
        "Өзге жұмысы бар күзетшіге ақы төленеді; босатылғандар бұған кірмейді.",
        id="kk a word of the rule is no exception",
    ),
    pytest.param("en", "The guard works nights.", "The guard works nights, but not on holidays.", id="en but not"),
    pytest.param(
        "en", "The guard works nights.", "The guard works nights. This does not apply to trainees.", id="en this"
    ),
]
KEPT = [
    pytest.param("ru", "Сторож дежурит.", "Сторож дежурит, но не больше 3 ночей.", id="a bound is no exception"),
    pytest.param(
        "ru", "Сторож дежурит, праздники вне этого.", "Сторож дежурит, но не в праздник.", id="in other words"
    ),
    pytest.param("kk", "Сторож істейді.", "Сторож істейді, бірақ 3 түннен артық емес.", id="kk a bound"),
    pytest.param(
        "ru", "Сторож дежурит ночью.", "Сторож дежурит ночью.\nЭто не распространяется на гостя.", id="other point"
    ),
    pytest.param(
        "en", "Guards rest.", "Guards rest. They work nights, except in May.", id="en the sentence before alone"
    ),
    pytest.param("en", "", "Guards rest, except in May.", id="nothing said"),
]


@pytest.mark.parametrize(("lang", "claim", "passage"), DROPPED)
def test_a_limit_that_is_dropped(lang: str, claim: str, passage: str) -> None:
    assert list(dropped(claim, passage, lang))


@pytest.mark.parametrize(("lang", "claim", "passage"), KEPT)
def test_a_limit_that_is_kept_or_none(lang: str, claim: str, passage: str) -> None:
    assert list(dropped(claim, passage, lang)) == []


def test_a_text_without_its_exceptions() -> None:
    assert without("Guards rest, except when it is not May. So it is.", "en") == "guards rest, . so it is."
