"""What can go wrong when a text is fetched: one class a fault, each with its sentence and what to do about it.

    FetchFault (errors.AssistantError)          exit 1
    ├── HostNotAllowed      the address is not one that texts are fetched from
    ├── AddressNotPublic    its name leads to an address that is not public
    ├── NotReachable        no connection
    ├── TimedOut            too slow to connect, to answer or as a whole
    ├── NotFound            the publisher has no such page
    ├── LoginPage           the publisher asks for a name and a password
    ├── UnexpectedAnswer    any other answer that is not the text
    ├── Truncated           the file broke off
    ├── TooLarge            larger than any text of a law
    ├── PageWithoutText     a page that a script fills in the browser
    ├── ChangedChecksum     not the file that was checked
    └── NoPlace             the catalogue knows no place for the text
    AnotherFetch (errors.AnotherWriter)         exit 75

It decides nothing: which fault it is, `downloading` and `pages` say.
"""

from __future__ import annotations

from typing import ClassVar

from assistant.errors import AnotherWriter, AssistantError

ADD = "python ingest.py add FILE"
ADVICE = {
    "kk": f"Мәтінді ресми беттен өзіңіз жүктеп алып, қосыңыз: {ADD}",
    "ru": f"Скачайте текст с официальной страницы сами и добавьте его: {ADD}",
    "en": f"Download the text from its official page by hand and add it: {ADD}",
}


class FetchFault(AssistantError):
    """A place from which a text could not be had; the detail names the address."""

    def sentence(self, lang: str = "en") -> str:
        """What happened and what to do, in kk, ru or en."""
        return f"{self.happened(lang)} {ADVICE.get(lang, ADVICE['en'])}"

    def happened(self, lang: str = "en") -> str:
        """What happened, without the advice."""
        return super().sentence(lang)


class HostNotAllowed(FetchFault):
    """The address is not https on a host of the catalogue."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Бұл мекенжайдан мәтін жүктелмейді, ол каталогтағы сайттардың бірі емес: {detail}.",
        "ru": "С этого адреса тексты не берутся, его нет среди сайтов каталога: {detail}.",
        "en": "Texts are not fetched from this address, it is not one of the catalogue's sites: {detail}.",
    }


class AddressNotPublic(FetchFault):
    """The host's name leads into a private network, to this machine or to a reserved address."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Сайттың атауы жалпыға ортақ емес желі мекенжайына апарады: {detail}.",
        "ru": "Имя сайта ведёт на непубличный сетевой адрес: {detail}.",
        "en": "The site's name leads to a network address that is not public: {detail}.",
    }


class NotReachable(FetchFault):
    """No connection could be made, or its certificate is not trusted."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Сайтпен байланыс орнатылмады: {detail}.",
        "ru": "С сайтом нет связи: {detail}.",
        "en": "The site could not be reached: {detail}.",
    }


class TimedOut(FetchFault):
    """Connecting, the answer or the whole download took too long; what came is kept for the next try."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Сайт тым баяу жауап берді: {detail}. Жүктелген бөлігі сақталды, кейін қайталап көріңіз.",
        "ru": "Сайт отвечает слишком медленно: {detail}. Полученная часть сохранена, попробуйте позже.",
        "en": "The site is too slow: {detail}. The part that came is kept, you may try again later.",
    }


class NotFound(FetchFault):
    """The publisher has no page at the address."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Мұндай бет сайтта жоқ: {detail}.",
        "ru": "Такой страницы на сайте нет: {detail}.",
        "en": "The site has no such page: {detail}.",
    }


class LoginPage(FetchFault):
    """The publisher shows a login page instead of the text."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Сайт мәтіннің орнына кіру бетін көрсетті: {detail}.",
        "ru": "Вместо текста сайт показал страницу входа: {detail}.",
        "en": "The site showed a login page instead of the text: {detail}.",
    }


class UnexpectedAnswer(FetchFault):
    """The answer is not the text: an error of the site, another format, redirects without end."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Сайттың жауабы күтілген мәтін емес: {detail}.",
        "ru": "Ответ сайта – не тот текст, который ожидался: {detail}.",
        "en": "The site's answer is not the text that was expected: {detail}.",
    }


class Truncated(FetchFault):
    """The file broke off before its end."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Файл толық жүктелмеді, аяғы жоқ: {detail}.",
        "ru": "Файл получен не целиком, конца нет: {detail}.",
        "en": "The file came only in part, its end is missing: {detail}.",
    }


class TooLarge(FetchFault):
    """The file is larger than any text of a law can be."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Файл тым үлкен: {detail}.",
        "ru": "Файл слишком велик: {detail}.",
        "en": "The file is too large: {detail}.",
    }


class PageWithoutText(FetchFault):
    """The page holds no text: a script would fill it in a browser."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Беттің өзінде мәтін жоқ, оны браузердегі скрипт толтырады: {detail}.",
        "ru": "В самой странице текста нет, его подставляет скрипт в браузере: {detail}.",
        "en": "The page itself holds no text, a script fills it in the browser: {detail}.",
    }


class ChangedChecksum(FetchFault):
    """The file is not the one whose checksum the catalogue holds."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Файл тексерілген көшірмеден өзгеше, бақылау қосындысы сәйкес емес: {detail}.",
        "ru": "Файл отличается от проверенной копии, контрольная сумма не сходится: {detail}.",
        "en": "The file differs from the copy that was checked, its checksum is another: {detail}.",
    }


class NoPlace(FetchFault):
    """The catalogue knows no place where the text is published in that language."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Бұл мәтінді жүктейтін орын каталогта жоқ: {detail}.",
        "ru": "В каталоге нет места, откуда взять этот текст: {detail}.",
        "en": "The catalogue knows no place to fetch this text from: {detail}.",
    }


class AnotherFetch(AnotherWriter):
    """Somebody else is fetching texts into the same folder."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Мәтіндерді қазір басқа процесс жүктеп жатыр. Ол аяқталған соң қайталаңыз.",
        "ru": "Тексты сейчас загружает другой процесс. Повторите, когда он закончит.",
        "en": "Another process is fetching texts now. Try again when it is done.",
    }
