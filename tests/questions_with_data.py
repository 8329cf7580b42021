"""Makes questions full of invented personal data, with the law beside them. It is not a test."""

from __future__ import annotations

import random
from dataclasses import dataclass

NAMES = {
    "kk": (
        "Айгүл Ерлан Нұрсұлтан Гүлнұр Бауыржан Әсел Қанат Жансая Дәурен Мөлдір Шыңғыс Ұлжан Тоқтар Сәуле Өркен"
    ).split(),
    "ru": (
        "Айгуль Иван Ольга Тимур Светлана Руслан Дмитрий Наталья Ержан Асель Юлия Олег Жанна Ибрагим Карлыгаш"
    ).split(),
    "en": ("Aigerim John Dana Timur Olga Peter Zhanar Marat Susan Ivan Madina Adil Kate Ruslan Saule").split(),
}
SURNAMES = {
    "kk": ("Бекұлы Серікқызы Ахметов Жұмабаев Оспанова Қасымова Нұрланқызы Тоқаев Есенова Байжан").split(),
    "ru": ("Серикова Иванов Ким Петренко Жумабаев Цой Ахметова Коваль Шевчук Оспанов Ли Смирнова").split(),
    "en": ("Bekova Smith Akhmetov Kim Johnson Ospanova Brown Zhumabayev Lee Serikova").split(),
}
INTRODUCED = {
    "kk": ("Менің атым", "Менің есімім", "Есімім —", "Атым", "Аты-жөнім:", "менин атым", "МЕНІҢ АТЫМ"),
    "ru": ("Меня зовут", "Моё имя", "Мое имя —", "меня зовут", "Здравствуйте, меня зовут", "ФИО:", "МЕНЯ ЗОВУТ"),
    "en": ("My name is", "I am", "I'm", "Hello, my name is", "my name is", "My full name is", "My name's"),
}
ASKED = {
    "kk": (
        "{who}. {id}. {article} бойынша {date} жұмыстан босатты, "
        "байланыс {phone}, {mail}, шот {iban}. {date2} жалақы {sum}?"
    ),
    "ru": (
        "{who}. {id}. По {article} уволили {date}, звоните {phone} или {mail}, счёт {iban}. С {date2} зарплата {sum}?"
    ),
    "en": (
        "{who}. {id}. Under {article} I was dismissed on {date}, "
        "call {phone} or {mail}, account {iban}. From {date2} pay {sum}?"
    ),
}
ARTICLES = {
    "kk": ("{n}-бап", "{n}-баптың 1-тармағы", "{n}-бабы", "{n}, {m}-баптар", "ҚР ЕК {n}-бабы"),
    "ru": ("ст. {n}", "статье {n}", "п. 2 ст. {n}", "ст.ст. {n}, {m}", "ст. {n}-1 ТК РК", "статьям {n} {m} 113 126"),
    "en": ("article {n}", "art. {n}", "articles {n} and {m}", "Article {n}(2)", "art. {n}-1"),
}
DATES = (
    "{d:02}.{m:02}.{y}",
    "{y}-{m:02}-{d:02}",
    "{d:02}/{m:02}/{y}",
    "{d} {named} {y}",
    "{d:02}-{m:02}-{y}",
    "{d}.{m}.{y}",
)
MONTHS = {"kk": "қаңтар ақпан шілде", "ru": "января марта сентября", "en": "January May November"}
MAILBOXES = ("a.bek", "worker", "ivan_k", "dana+1")
SUMS = ("150 000 тенге", "300000 тг", "1 250 000 ₸", "100 000 - 150 000 тенге", "85 000 KZT", "2 000 000 000 тенге")


@dataclass(frozen=True)
class Made:
    """A question, what must be hidden in it by kind, its name, and what must stay."""

    lang: str
    text: str
    secrets: dict[str, str]
    name: str
    article: str
    dates: tuple[str, str]


def make(number: int, seed: int = 7) -> list[Made]:
    """So many questions, always the same for a seed."""
    source = random.Random(seed)
    return [_one(source, ("kk", "ru", "en")[i % 3]) for i in range(number)]


def _one(source: random.Random, lang: str) -> Made:
    name = source.choice(NAMES[lang])
    if source.random() < 0.6:
        name += " " + source.choice(SURNAMES[lang])
    introduced = source.choice(INTRODUCED[lang])
    if introduced.isupper():
        name = name.upper()
    elif source.random() < 0.2 and introduced not in ("I am", "I'm"):
        name = name.lower()
    digits = "".join(source.choice("0123456789") for _ in range(40))
    secrets = {
        "ID": _identity(source, digits[:12]),
        "PHONE": _phone(source, digits[12:22]),
        "EMAIL": f"{source.choice(MAILBOXES)}{digits[:2]}@{source.choice(('mail.kz', 'x.com', 'a.b.org'))}",
        "IBAN": _iban(source, digits[22:]),
    }
    n, m = source.sample(range(1, 205), 2)
    article = source.choice(ARTICLES[lang]).format(n=n, m=m)
    dates = _date(source, lang), _date(source, lang)
    labels = {"ID": ("ИИН {}", "ЖСН: {}", "IIN {}", "{}", "БИН {}")}
    text = ASKED[lang].format(
        who=f"{introduced} {name}",
        id=source.choice(labels["ID"]).format(secrets["ID"]),
        article=article,
        date=dates[0],
        date2=dates[1],
        phone=secrets["PHONE"],
        mail=secrets["EMAIL"],
        iban=secrets["IBAN"],
        sum=source.choice(SUMS),
    )
    return Made(lang, text, secrets, name, article, dates)


def _identity(source: random.Random, d: str) -> str:
    forms = (
        d,
        f"{d[:6]} {d[6:]}",
        f"{d[:6]}-{d[6:]}",
        f"{d[:4]} {d[4:8]} {d[8:]}",
        f"{d[:3]} {d[3:6]} {d[6:9]} {d[9:]}",
    )
    return source.choice((*forms, " ".join(d), f"{d[:2]} {d[2:4]} {d[4:6]} {d[6:]}", f"{d[:6]} – {d[6:]}"))


def _phone(source: random.Random, d: str) -> str:
    code = source.choice(("701", "747", "775", "727", "7172"[:3], "702"))
    a, b, c = d[:3], d[3:5], d[5:7]
    return source.choice(
        (
            f"+7{code}{a}{b}{c}",
            f"8{code}{a}{b}{c}",
            f"+7 {code} {a} {b} {c}",
            f"8 ({code}) {a}-{b}-{c}",
            f"8-{code}-{a}-{b}-{c}",
            f"+7 ({code}) {a}{b}{c}",
            f"7 {code} {a} {b} {c}",
            f"8.{code}.{a}.{b}.{c}",
            f"+7-{code}-{a} {b} {c}",
        )
    )


def _iban(source: random.Random, d: str) -> str:
    letters = "".join(source.choice("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789") for _ in range(13))
    whole = f"KZ{d[:5]}{letters}"
    spaced = " ".join(whole[start : start + 4] for start in range(0, 20, 4))
    return source.choice((whole, spaced, whole.lower(), spaced.replace(" ", "-")))


def _date(source: random.Random, lang: str) -> str:
    return source.choice(DATES).format(
        d=source.randint(1, 28),
        m=source.randint(1, 12),
        y=source.randint(2015, 2027),
        named=source.choice(MONTHS[lang].split()),
    )
