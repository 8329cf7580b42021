"""Where people say what they are called: «меня зовут …», «менің атым …», "my name is …", a signature.

It knows no list of names: a name is what follows such words, and the same words elsewhere in the text. A name that
nothing introduces, such as that of a manager, is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.personal_data import Span

# words after which a name follows, even one in small letters
SURE = re.compile(
    r"(?<![^\W_])(?:меня\s+(?:зовут|звать)|зовут\s+меня|мен[іи][ңн]\s+(?:толық\s+|толык\s+)?(?:атым|ес[іи]м[іи]м)"
    r"|(?:мен[іи][ңн]\s+)?(?:аты|атым)[\s-]ж[өо]н[іи]м|my\s+(?:full\s+|first\s+|last\s+)?name(?:\s+is|['’]s)"
    r"|ф\.?\s?и\.?\s?о\.?\s*[:—–-])(?![^\W_])",
    re.IGNORECASE,
)
# words after which one may follow: it needs a capital, or a sign before or after it
PERHAPS = re.compile(
    r"(?<![^\W_])(?:мо[её]\s+(?:полное\s+)?имя|имя\s+мо[её]|моя\s+фамилия|фамилия\s+моя|атым|ес[іи]м[іи]м|тег[іи]м"
    r"|фамилиям|my\s+(?:full\s+|first\s+|last\s+|family\s+)?(?:sur)?name)(?![^\W_])",
    re.IGNORECASE,
)
CAPITAL_NEEDED = re.compile(
    r"(?<![^\W_])(?:i\s+am|i['’]m|this\s+is|call\s+me|с\s+уважением|құрметпен|курметпен|(?:kind\s+|best\s+)?regards"
    r"|sincerely)(?![^\W_])",
    re.IGNORECASE,
)
MYSELF = re.compile(r"(?<![^\W_])(?:Я|Мен)(?![^\W_])")  # the name must then end a clause: «Я, Айгуль Серикова, …»
_BETWEEN = re.compile(r"[^\S\n]*(?:[:,—–-]\s*|это\s+|есть\s+)?\s*")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
_NEXT = re.compile(r" ([^\W\d_]+)")
_HAPPENED = re.compile(r"(?:[лр]ды|[лр]ді|[рл]са|[рл]се)$")  # «тегім өзгерді»: my surname has changed
_LONGEST = 4  # words of a name: surname, name, patronymic, and «қызы» or «ұлы» apart
_ENDS = re.compile(r"\s*(?:[.,;!?)\n]|$)")
_FAMILY = re.compile(
    r"(?:ов|ев|ёв|ин|ын|ова|ева|ёва|ина|ына|ский|ская|цкий|цкая|вич|вна|ұлы|улы|уулу|қызы|кызы|оглы|тегі|баев|беков"
    r"|ko|ov|ev|ova|eva|sky|skaya|uly|kyzy)$"
)
_VERB = re.compile(r"(?:ть|ться|тись|ли|ла|ют|ет|ит)$")
_NO_SURNAME = re.compile(  # endings of verbs and participles, which may stand last in a clause after a name
    r"(?:ть|ся|ли|ла|ло|л|ют|ут|ет|ит|ат|ят|ю|у|ен|ена|ны|на|мын|мін|мин|ды|ді|ды|ты|ті|ған|ген|қан|кен|са|се|ed|ing)$"
)
_NOT_NAMES = frozenset(
    """
    в во на к ко по из за у о об от до с со и а но не ни же ли бы то это как так что где когда уже снова опять обратно
    туда сюда все мне меня мой моя мое моё мы он она они работаю работал работала уволили я вы вас нас скажите
    здравствуйте подскажите могу можно если при для без после начальник директор еще ещё только просто
    мен сен ол біз биз сіз сиз менің менин мені мени емес жоқ жок қате кате дұрыс дурыс жазылған жазылган сәлем салем
    сәлеметсіз саламатсыз бар және жане жұмыс жумыс еңбек енбек
    i i'm my me we you he she it the a an not no is was in on at from to for and or but missing wrong spelled misspelled
    written listed absent correct there here so very also just now still being going working worried afraid sorry back
    mr mrs ms hr ceo what how can does do if when
    """.split()
)
_PEOPLES_AND_PLACES = re.compile(  # hiding these would change the question
    r"(?:kazakh|russian|uzbek|kyrgyz|tajik|uyghur|ukrainian|german|chinese|korean|turk|indian|american|british|muslim"
    r"|christian|orthodox|jewish|catholic|buddhist|казах|қазақ|росси|ресей|русск|узбек|өзбек|киргиз|кыргыз|қырғыз"
    r"|мусульман|мұсылман|христиан|алмат|астан|шымкент|караганд|қарағанд|актау|ақтау|атырау|almaty|astana)",
    re.IGNORECASE,
)
_AGAIN = 4  # letters that a part of a name needs to be hidden wherever it stands


def find(text: str) -> list[Span]:
    """Every name that the text introduces, and its repetitions; the spans do not overlap.

    >>> [(span.start, span.end) for span in find("Здравствуйте, меня зовут айгуль серикова, уволили")]
    [(25, 40)]
    """
    spans: list[Span] = []
    for start, end in sorted(_introduced(text)):
        if all(end <= span.start or start >= span.end for span in spans):
            spans.append(Span("PERSON", start, end))
    said = {text[span.start : span.end] for span in spans}
    parts = {word for name in said for word in _WORD.findall(name) if len(word) >= _AGAIN and word[0].isupper()}
    for word in sorted(said | parts, key=len, reverse=True):
        for hit in re.finditer(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text):
            if all(hit.end() <= span.start or hit.start() >= span.end for span in spans):
                spans.append(Span("PERSON", *hit.span()))
    return sorted(spans, key=lambda span: span.start)


def _introduced(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (SURE, PERHAPS, CAPITAL_NEEDED, MYSELF):
        for hit in pattern.finditer(text):
            between = _BETWEEN.match(text, hit.end())
            begin = between.end() if between else hit.end()
            signed = any(sign in text[hit.end() : begin] for sign in ":—–-") or hit[0][-1] in ":—–-"
            end = _capital_name(text, begin) or _small_name(text, begin, pattern, signed)
            if end and (pattern is not MYSELF or _ENDS.match(text, end) or _is_predicate(text[begin:end])):
                yield begin, end


def _capital_name(text: str, begin: int) -> int:
    """Where a name in capitals ends that begins here; 0 if there is none."""
    end, at = 0, begin
    for number in range(_LONGEST):
        hit = _WORD.match(text, at)
        if hit is None or not _may_be_name(hit[0]) or not (hit[0][0].isupper() or (number and _FAMILY.match(hit[0]))):
            break
        if len(hit[0].rstrip(".")) > 1 and hit[0].isupper() and not text.isupper() and number == 0 and len(hit[0]) < 4:
            break  # «Я ИП», "I am HR"
        end = hit.end() - (hit[0].endswith(".") and len(hit[0]) > 2)
        if end < hit.end():
            break
        at = hit.end() + (hit.end() < len(text) and text[hit.end()] == " ")
    return end


def _small_name(text: str, begin: int, pattern: re.Pattern[str], signed: bool) -> int:
    """Where a name in small letters ends that begins here; 0 if there is none."""
    if pattern not in (SURE, PERHAPS):
        return 0
    hit = _WORD.match(text, begin)
    if hit is None or not _may_be_name(hit[0]) or _VERB.search(hit[0].rstrip(".")):
        return 0
    end = hit.end() - hit[0].endswith(".")
    if pattern is PERHAPS and not signed and (_HAPPENED.search(text[begin:end]) or text[begin:end].isascii()):
        return 0
    while (more := _NEXT.match(text, end)) and _is_surname(more[1], bool(_ENDS.match(text, more.end()))):
        end = more.end()
    if pattern is PERHAPS and not signed and not _ENDS.match(text, end):
        return 0
    return end


def _is_surname(word: str, last: bool) -> bool:
    """True for a word in small letters that looks like a surname, or that ends the clause and looks like no verb."""
    return bool(_FAMILY.search(word)) or (last and _may_be_name(word) and not _NO_SURNAME.search(word))


def _may_be_name(word: str) -> bool:
    plain = word.rstrip(".").lower()
    if len(plain) == 1:
        return word.endswith(".")  # an initial
    if word.rstrip(".") == "Ли":
        return True
    return plain not in _NOT_NAMES and not _PEOPLES_AND_PLACES.match(plain)


def _is_predicate(name: str) -> bool:
    """True for «Айгүлмін»: I am Aigul."""
    return bool(re.search(r"[мбп][ыі]н$", name))
