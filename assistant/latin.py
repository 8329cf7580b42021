"""Kazakh and Russian typed in Latin letters, put back into Cyrillic ones: «ya beremenna» is «я беременна».

As people type on a phone, which no standard describes: several ways to write one letter, none of them kept to. Kazakh
letters come back as the Russian ones that stand for them («zhalaqy» as «жалакы»); the speller restores them. It does
not tell whether a text is in Latin letters by choice or because it is English: `detection` does.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.language import fold

CYRILLIC = ("kk", "ru")  # the languages that are typed so
VOWELS = "аеёиоуыэюя"
WORD = re.compile(r"4to\b|(?<!\w)[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*(?!\w)", re.IGNORECASE)
ADDRESS = re.compile(r"(\S*(?:@|://|www\.)\S*)")
PLAIN = str.maketrans("äáǵğıíñńóöúüūşçʼ’`", "aaggiinnoouuusc'''")
SEVERAL = {  # letters that stand for one, the longest first
    "shch": "щ", "sch": "щ", "zh": "ж", "kh": "х", "ch": "ч", "sh": "ш", "ts": "ц", "gh": "г",
    "ya": "я", "ja": "я", "yu": "ю", "ju": "ю", "yo": "ё", "jo": "ё", "ye": "е",
}  # fmt: skip
ONE = dict(zip("abvgdezijklmnoprstufhcwqx'", "абвгдезийклмнопрстуфхцукхь", strict=True))
KAZAKH_SEVERAL = {key: sign for key, sign in SEVERAL.items() if key not in ("ja", "ju", "jo", "sch", "shch", "ts")}
KAZAKH_ONE = ONE | {"j": "ж", "c": "ш"}
ALIKE = str.maketrans("йыэёю", "ииееу", "ьъ")  # typed in Latin letters they cannot be told apart, or are left out


def to_cyrillic(text: str, lang: str) -> str:
    """A text with its Latin words in Cyrillic letters; `lang` is kk or ru, numbers, addresses and «C190» stay.

    >>> to_cyrillic("ya beremenna 9 nedel", "ru")
    'я беременна 9 недел'
    >>> to_cyrillic("Kozhaiyn zhalaqyny bermei zhatyr", "kk")
    'Кожайын жалакыны бермей жатыр'
    """
    parts = ADDRESS.split(text)  # every second one is an address
    return "".join(
        part if i % 2 else WORD.sub(lambda found: _word(found[0], lang), part) for i, part in enumerate(parts)
    )


def mostly(text: str) -> bool:
    """True if a text has more Latin letters than Cyrillic ones."""
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(letter < "\u0400" for letter in letters) > len(letters)


def _word(word: str, lang: str) -> str:
    plain = "chto" if word.lower() == "4to" else word.lower().translate(PLAIN)
    if not plain.replace("'", "").isascii():
        return word
    several, one = (KAZAKH_SEVERAL, KAZAKH_ONE) if lang == "kk" else (SEVERAL, ONE)
    found, at = "", 0
    while at < len(plain):
        length = next((size for size in (4, 3, 2) if plain[at : at + size] in several), 1)
        if plain[at : at + 2] == "ye" and found and found[-1] not in VOWELS:
            length = 1  # «первые», not «перве»
        letters = plain[at : at + length]
        found += several[letters] if length > 1 else _sign(letters, found, one)
        at += length
    found = re.sub(rf"(?<=[{VOWELS}])и(?!й)", "й", found) if lang == "kk" else re.sub(r"(?<=[кгхжчшщ])ии$", "ий", found)
    return found.capitalize() if word[:1].isupper() else found


def _sign(letter: str, before: str, one: dict[str, str]) -> str:
    """One letter; y is й after a vowel and ы elsewhere."""
    if letter == "y":
        return "й" if before[-1:] and before[-1] in VOWELS and before[-1] != "ы" else "ы"
    return one.get(letter, letter)


@dataclass(frozen=True)
class Known:
    """Known words of one language by what is left of them in Latin letters."""

    words: Mapping[str, str]

    @classmethod
    def learn(cls, texts: Iterable[str]) -> Known:
        """Learn from texts as they are written; of two words that look alike the commoner."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for text in texts:
            for word in WORD.findall(text.lower()):
                found[alike(word)][word] += 1
        return cls({key: max(sorted(words), key=words.__getitem__) for key, words in found.items()})

    def restore(self, text: str) -> str:
        """The text with the letters of known words put back.

        >>> Known.learn(["этот день"]).restore("етот ден")
        'этот день'
        """
        return WORD.sub(lambda found: self.words.get(alike(found[0]), found[0]), text)


def alike(word: str) -> str:
    """What is left of a word when letters count as one that Latin ones do not tell apart.

    >>> alike("счёт"), alike("жалақысын")
    ('щет', 'жалакисин')
    """
    return re.sub("и+", "и", fold(word).translate(ALIKE).replace("сч", "щ").replace("нг", "н"))
