"""Plain conditions that a claim drops in silence, and those that it keeps in its own words."""

from __future__ import annotations

import pytest

from assistant.conditions import silent

RU = "Данные можно передать третьим лицам, если указан источник сведений."
KK = "Деректерді үшінші тұлғалар ақпарат көзіне сілтеме берген жағдайда тарата алады."
EN = "Third parties may pass the data on if the source of information is named."


@pytest.mark.parametrize(
    ("claim", "passage", "lang", "dropped"),
    [
        pytest.param("Данные можно передать третьим лицам.", RU, "ru", True, id="ru, dropped"),
        pytest.param("Данные можно передать третьим лицам, назвав источник.", RU, "ru", False, id="ru, by its word"),
        pytest.param("Данные можно передать, если на них сослаться.", RU, "ru", False, id="ru, in other words"),
        pytest.param("Деректерді үшінші тұлғалар тарата алады.", KK, "kk", True, id="kk, dropped"),
        pytest.param("Сілтеме берсе, деректерді үшінші тұлғалар тарата алады.", KK, "kk", False, id="kk, kept"),
        pytest.param("Third parties may pass the data on.", EN, "en", True, id="en, dropped"),
        pytest.param("Third parties who name the source may pass the data on.", EN, "en", False, id="en, kept"),
        pytest.param("Отпуск дают.", "Отпуск дают в случаях, предусмотренных законом.", "ru", False, id="only points"),
        pytest.param("Директор подписал приказ.", RU, "ru", False, id="restates another rule"),
    ],
)
def test_what_is_dropped_in_silence(claim: str, passage: str, lang: str, dropped: bool) -> None:
    assert bool(list(silent(claim, passage, lang))) is dropped
