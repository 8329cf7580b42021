"""Modal words turned: duties, rights and bans as a rule would say them; nothing where no law would."""

# ruff: noqa: E501 a table reads better unbroken
from __future__ import annotations

import pytest

from assistant.seminar import modals, words_asked


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        pytest.param("Нельзя менять график.", "ru", "Можно менять график.", id="a ban is lifted"),
        pytest.param("Менять график нельзя.", "ru", None, id="a ban as the last word: «менять можно» rings of the change"),
        pytest.param("Дети к вахте не допускаются.", "ru", None, id="the same of a verb"),
        pytest.param("На любой стадии стороны могут обратиться к посреднику.", "ru", None, id="«на любой … не могут» is no Russian"),
        pytest.param("Каждый работник вправе вступить в профсоюз.", "ru", None, id="not each, or none at all"),
        pytest.param("Әр жұмыскер кәсіподаққа кіруге құқылы.", "kk", None, id="kk each"),
        pytest.param("The victim may read all the papers.", "en", None, id="may not read all: some of them?"),
        pytest.param("The collective agreement may set extra leave.", "en", None, id="a thing may not set: perhaps it does not"),
        pytest.param("The agreement must not set lower pay.", "en", None, id="a thing may set: perhaps it does"),
        pytest.param("An employment contract may be concluded for a season.", "en", "An employment contract may not be concluded for a season.", id="of a thing the passive is a ban"),
        pytest.param("By agreement of the parties, leave may be moved.", "en", None, id="agreed and yet not allowed"),
        pytest.param("По соглашению сторон работник вправе перенести отпуск.", "ru", None, id="ru agreed and yet not allowed"),
        pytest.param("Тараптардың келісімі бойынша демалысты бөлуге болады.", "kk", None, id="kk agreed and yet not allowed"),
        pytest.param("The employer may give more than 24 calendar days.", "en", None, id="en a number of days is a bound"),
        pytest.param("Работодатель вправе премировать работника.", "ru", "Работодатель не вправе премировать работника.", id="a right is denied"),
        pytest.param("Работодатель обязан выдать документ.", "ru", "Работодатель вправе выдать документ.", id="a duty is a plain right, with no tail"),
        pytest.param("Жұмыс беруші құжат беруге міндетті.", "kk", "Жұмыс беруші құжат беруге құқылы.", id="kk duty"),
        pytest.param("Жұмыскерді түнгі жұмысқа жіберуге болмайды.", "kk", "Жұмыскерді түнгі жұмысқа жіберуге болады.", id="kk ban"),
        pytest.param("Инспектор заңды басшылыққа алады.", "kk", None, id="kk алады is no right after a dative"),
        pytest.param("The employer must pay the wages.", "en", "The employer may pay the wages.", id="en duty"),
        pytest.param("An employee may refuse a trip.", "en", "An employee may not refuse a trip.", id="en right"),
        pytest.param("The employer may work them no more than 8 hours.", "en", None, id="a bound may stay true"),
        pytest.param("This effect may lead to illness.", "en", None, id="may of what is likely"),
        pytest.param("Нельзя увольнять, кроме ликвидации.", "ru", None, id="an exception would contradict"),
        pytest.param("Ни одна сторона не вправе уклоняться.", "ru", None, id="«ни одна … вправе» is no Russian"),
        pytest.param("Работник обязан бережно обращаться с имуществом.", "ru", None, id="with care if one likes: absurd"),
        pytest.param("Профсоюз обязан соблюдать законодательство.", "ru", None, id="keeping the law as one likes"),
        pytest.param("Трудовой договор обязан содержать срок.", "ru", None, id="a contract decides nothing"),
        pytest.param("Разрешена дискриминация, её нельзя запрещать.", "ru", None, id="discrimination"),
        pytest.param("Профсоюз вправе выдвигать требования в порядке закона.", "ru", None, id="a right in its own way"),
        pytest.param("Предложить её вправе и работник, и работодатель.", "ru", None, id="both … and cannot be denied so"),
        pytest.param("Ереуілге ешкімді мәжбүрлеуге болмайды.", "kk", None, id="forcing"),
    ],
)  # fmt: skip
def test_a_modal_word_is_turned(text: str, lang: str, expected: str | None) -> None:
    assert [swap.text for swap in modals.turned(text, lang)] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("before", "several"),
    [
        pytest.param(
            "Беременная женщина и работник с инвалидностью ", True, id="they «обязаны», the option is «обязан»"
        ),
        pytest.param("Работник, у которого есть ребёнок, ", False, id="one subject"),
        pytest.param("Инспектор ", False, id="no «и» of its own"),
    ],
)
def test_a_blank_for_one_modal_word_has_one_subject(before: str, several: bool) -> None:
    assert (words_asked.SEVERAL.search(before) is not None) == several


@pytest.mark.parametrize("article", ["kz-labour-code/22", "kz-labour-code/193", "kz-trade-union-law/16"])
def test_articles_whose_rights_stand_beside_duties_are_left_alone(article: str) -> None:
    assert not list(modals.turned("Инспектор вправе требовать документы.", "ru", article))


@pytest.mark.parametrize(
    ("text", "lang", "word"),
    [
        pytest.param("Нельзя принимать детей.", "ru", "нельзя", id="ru"),
        pytest.param("Оған жұмыс беруге болады.", "kk", "болады", id="kk"),
        pytest.param("Отпуск длится месяц.", "ru", "", id="no modal word"),
    ],
)
def test_the_modal_word_of_a_statement(text: str, lang: str, word: str) -> None:
    assert modals.word(text, lang) == word
