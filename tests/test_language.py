"""Folding, words, Kazakh stems and search terms, however a question is typed."""

from __future__ import annotations

import pytest

from assistant.corpus import Corpus
from assistant.language import GROUP, fold, kazakh_stem, terms, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Жұмыстан ШЫҒАРДЫ", "жумыстан шыгарды", id="Kazakh letters as typed on a phone"),
        pytest.param("ӘҒҚҢӨҰҮҺІ", "агкноуухи", id="all nine"),
        pytest.param("ещё ЁЛКА", "еще елка", id="ё as е"),
        pytest.param("Sick LEAVE", "sick leave", id="Latin only loses its capitals"),
        pytest.param("ст. 126-1!", "ст. 126-1!", id="signs and digits stay"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected
    assert fold(expected) == expected, "folding twice changes nothing"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Жұмыстан шығарды!", ["жумыстан", "шыгарды"], id="folded, without signs"),
        pytest.param("cтатья", ["статя"], id="a Latin c inside a Cyrillic word is mended"),
        pytest.param("больничный болничный", ["болничный"] * 2, id="soft signs are left out on phones"),
        pytest.param("объект обект", ["обект"] * 2, id="hard signs too"),
        pytest.param("я на больничном", ["болничном"], id="Russian stop words"),
        pytest.param("мен бұл шартты", ["шартты"], id="Kazakh stop words"),
        pytest.param("how is the overtime paid", ["overtime", "paid"], id="English stop words"),
        pytest.param("статья 126-1", ["статя", "126-1"], id="a dashed number is one word"),
        pytest.param("coffee xerox", ["coffee", "xerox"], id="Latin words keep their letters"),
        pytest.param("?! …", [], id="signs only"),
        pytest.param("есть ли теперь здесь", [], id="stop words with a soft sign"),
        pytest.param("ест ли тепер", [], id="and without it, as typed on phones"),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        pytest.param("демалысымды", "демалыс", id="possession and case"),
        pytest.param("жумыстан", "жумыс", id="ablative"),
        pytest.param("шартынызды", "шарт", id="polite possession and case"),
        pytest.param("енбекке", "енбек", id="dative"),
        pytest.param("адамдар", "адам", id="plural"),
        pytest.param("кызметкерлердин", "кызметкер", id="plural and genitive"),
        pytest.param("болады", "бол", id="verb"),
        pytest.param("айы", "айы", id="three letters stay"),
        pytest.param("ай", "ай", id="two letters stay"),
    ],
)
def test_kazakh_stem(word: str, stem: str) -> None:
    assert kazakh_stem(word) == stem
    assert kazakh_stem(stem) == stem, "a stem has no ending left"


def test_no_kazakh_stem_is_too_short(whole_corpus: Corpus) -> None:
    asked = {word for digest in whole_corpus.digests for text in digest.questions["kk"] for word in words(text)}
    assert len(asked) > 1000
    assert {word for word in asked if len(kazakh_stem(word)) < min(3, len(word))} == set()
    assert {word for word in asked if not word.startswith(kazakh_stem(word))} == set()


@pytest.mark.parametrize(
    ("text", "lang", "russian", "expected"),
    [
        pytest.param("отпуск", "kk", {"отпуск"}, {"r:отпуск", "k:отпуск"}, id="a Russian word in Kazakh gets both"),
        pytest.param("жұмыстан", "kk", {"отпуск"}, {"k:жумыс"}, id="a Kazakh word gets its own stem"),
        pytest.param("отпуска", "ru", {"отпуска"}, {"r:отпуск"}, id="a known Russian word in Russian"),
        pytest.param("жумыстан", "ru", set(), {"r:жумыста", "k:жумыс"}, id="an unknown word in Russian gets both"),
        pytest.param("dismissals", "ru", set(), {"e:dismiss"}, id="Latin letters get the English stem"),
        pytest.param("dismissed", "en", set(), {"e:dismiss"}, id="English"),
        pytest.param("the of", "en", set(), set(), id="stop words give nothing"),
    ],
)
def test_stems_of_a_text(text: str, lang: str, russian: set[str], expected: set[str]) -> None:
    assert {term for term in terms(text, lang, russian) if not term.startswith(f"{GROUP}:")} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("отпуск", ["4: отп", "4:отпу", "4:тпус", "4:пуск", "4:уск "], id="a window slides over the word"),
        pytest.param("ТК", ["4: тк "], id="a short word is one group"),
    ],
)
def test_groups_of_letters(text: str, expected: list[str]) -> None:
    assert [term for term in terms(text, "ru", frozenset()) if term.startswith(f"{GROUP}:")] == expected


def test_a_misspelt_word_shares_groups_with_the_right_one() -> None:
    right, wrong = (set(terms(word, "ru", frozenset())) for word in ("сверхурочные", "сверхурочныи"))
    assert len(right & wrong) > len(right) / 2
