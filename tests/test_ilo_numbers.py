"""Conventions and recommendations by number, alone and in lists, and where each name begins and ends."""

from __future__ import annotations

import pytest

from assistant.ilo_numbers import found
from assistant.language import fold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Конвенция МОТ № 87", "ilo-c087 конвенция мот № 87", id="ru"),
        pytest.param("Конвенции №№ 29 и 105", "ilo-c029 конвенции №№ 29; ilo-c105 105", id="ru, list"),
        pytest.param("Конвенции МОТ: № 87, № 98", "ilo-c087 конвенции мот: № 87; ilo-c098 № 98", id="ru, colon"),
        pytest.param("Конвенция № 87 и 12 человек", "ilo-c087 конвенция № 87", id="ru, people"),
        pytest.param(
            "2 Конвенции № 87 и 3 Конвенции № 98", "ilo-c087 конвенции № 87; ilo-c098 конвенции № 98", id="of"
        ),
        pytest.param("Конвенция 1948 года № 87", "ilo-c087 конвенция 1948 года № 87", id="ru, year"),
        pytest.param(
            "Конвенция МОТ о принудительном труде (№ 29)",
            "ilo-c029 конвенция мот о принудительном труде (№ 29)",
            id="ru",
        ),
        pytest.param("87-я Конвенция", "ilo-c087 87-я конвенция", id="ru, ordinal"),
        pytest.param("29 және 105-конвенциялар", "ilo-c029 29; ilo-c105 105-конвенциялар", id="kk"),
        pytest.param("конвенцияның 5-бабы", "", id="kk, an article of it"),
        pytest.param("Convention, 1930 (No. 29)", "ilo-c029 convention, 1930 (no. 29)", id="en, year"),
        pytest.param("Recommendations Nos. 198 and 204", "ilo-r198 recommendations nos. 198; ilo-r204 204", id="en"),
        pytest.param("C190 and R206", "ilo-c190 c190; ilo-r206 r206", id="codes"),
        pytest.param("Convention 108+", "", id="not of the ILO"),
        pytest.param("Council of Europe Convention No. 108", "", id="nor this"),
    ],
)
def test_found(text: str, expected: str) -> None:
    folded = fold(text)
    kept: list[tuple[str, int, int]] = []
    for hit in sorted(found(folded), key=lambda hit: hit[1] - hit[2]):
        if all(hit[2] <= other[1] or hit[1] >= other[2] for other in kept):
            kept.append(hit)
    said = [f"{key} {folded[start:end]}" for key, start, end in sorted(kept, key=lambda hit: hit[1])]
    assert "; ".join(said) == expected
