"""The exception tree. Each error carries the sentence shown to the user, in three languages.

    AssistantError
    ├── UsageError              the request itself is wrong                       exit 2
    │   ├── BadQuestion         empty, too long, not text
    │   ├── UnknownJurisdiction
    │   ├── UnknownProvision    the article asked about is not held               exit 1
    │   └── TracingOn           a service would record every question
    ├── CorpusError             a catalogue or digest file is broken              exit 1
    ├── LibraryError            the library cannot be used                        exit 1
    │   ├── NoLibrary           there is none yet
    │   ├── LibraryMismatch     built by another version, model or runtime
    │   ├── LibraryDamaged      its files do not hold what its manifest says
    │   ├── NoSpace             the disk is too full to build one
    │   └── NotWritable         the data folder cannot be written
    ├── AnotherWriter           somebody else is building the library             exit 75
    ├── ReadingError            a file cannot be read                             exit 1
    │   ├── UnknownFormat       none of the formats that are read
    │   ├── EmptyFile           nothing in it, or no words
    │   ├── TooLarge            more bytes, pages or memory than the limits allow
    │   ├── TooSlow             more time than the limits allow
    │   ├── EncryptedFile       it opens with a password only
    │   ├── NoTextLayer         pictures of pages, without their text
    │   ├── DamagedFile         it breaks off, or is not built as its format says
    │   └── ScriptShell         a web page that loads its text by script
    └── ModelError              the embedding model is absent or unusable         exit 1

The errors of a language model are in `model_errors`, those of a room in `room_errors`, drawn there. This module does
not print, log or translate numbers; `sentence()` only picks a language.
"""

from __future__ import annotations

from typing import ClassVar

REBUILD = "python ingest.py build"


class AssistantError(Exception):
    """Any error of ours. `detail` is appended to the sentence: a name, a path, a number."""

    exit_code: ClassVar[int] = 1
    sentences: ClassVar[dict[str, str]] = {}

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail

    def sentence(self, lang: str = "en") -> str:
        """The sentence for the user, in kk, ru or en."""
        said = self.sentences.get(lang) or self.sentences.get("en", type(self).__name__)
        return said.replace("{detail}", self.detail).replace("{rebuild}", REBUILD)

    def __str__(self) -> str:
        return self.sentence()


class UsageError(AssistantError):
    """The request itself is wrong."""

    exit_code = 2
    sentences: ClassVar[dict[str, str]] = {
        "kk": "Сұрауды орындау мүмкін емес: {detail}",
        "ru": "Запрос не выполнен: {detail}",
        "en": "The request cannot be carried out: {detail}",
    }


class BadQuestion(UsageError):
    """The question is empty, too long or not text."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Сұрағыңызды өз сөзіңізбен жазыңыз: бірнеше сөзден 2 000 таңбаға дейін.",
        "ru": "Напишите вопрос словами: от нескольких слов до 2 000 знаков.",
        "en": "Please write your question in words: from a few words up to 2,000 characters.",
    }


class UnknownJurisdiction(UsageError):
    """No laws of that country are held."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Бұл елдің заңдары бізде жоқ: {detail}. Бар елдер: kz.",
        "ru": "Законов этой страны у нас нет: {detail}. Есть: kz.",
        "en": "We hold no laws of this country: {detail}. Held: kz.",
    }


class UnknownProvision(UsageError):
    """The instrument or article asked for is not held."""

    exit_code = 1
    sentences: ClassVar[dict[str, str]] = {
        "kk": "Бізде мұндай бап жоқ: {detail}.",
        "ru": "Такой статьи у нас нет: {detail}.",
        "en": "We hold no such article: {detail}.",
    }


class TracingOn(UsageError):
    """A tracing service is switched on that would be sent every question."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Сұрақтарды бөгде қызметке жіберетін бақылау қосулы: {detail}. Оны өшіріп, қайта іске қосыңыз.",
        "ru": "Включена трассировка, которая отправляла бы вопросы стороннему сервису: {detail}. Выключите её "
        "и запустите снова.",
        "en": "Tracing is on and would send questions to an outside service: {detail}. Switch it off and start again.",
    }


class CorpusError(AssistantError):
    """A catalogue or digest file is broken; the detail names file and line."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Корпус файлында қате бар: {detail}",
        "ru": "Ошибка в файле корпуса: {detail}",
        "en": "A corpus file is wrong: {detail}",
    }


class LibraryError(AssistantError):
    """The library cannot be used."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Кітапхананы пайдалану мүмкін емес: {detail}. Қайта құрыңыз: {rebuild}",
        "ru": "Библиотеку нельзя использовать: {detail}. Постройте её заново: {rebuild}",
        "en": "The library cannot be used: {detail}. Build it again: {rebuild}",
    }


class NoLibrary(LibraryError):
    """There is no library yet."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Кітапхана әлі құрылмаған. Алдымен мынаны орындаңыз: {rebuild}",
        "ru": "Библиотека ещё не построена. Сначала выполните: {rebuild}",
        "en": "The library has not been built yet. First run: {rebuild}",
    }


class LibraryMismatch(LibraryError):
    """The library was built by another version, model or runtime."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Кітапхана басқа нұсқамен құрылған ({detail}). Қайта құрыңыз: {rebuild}",
        "ru": "Библиотека построена другой версией ({detail}). Постройте её заново: {rebuild}",
        "en": "The library was built by another version ({detail}). Build it again: {rebuild}",
    }


class LibraryDamaged(LibraryError):
    """The library's files do not hold what its manifest says."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Кітапхана файлдары бүлінген ({detail}). Қайта құрыңыз: {rebuild}",
        "ru": "Файлы библиотеки повреждены ({detail}). Постройте её заново: {rebuild}",
        "en": "The library's files are damaged ({detail}). Build it again: {rebuild}",
    }


class NoSpace(LibraryError):
    """The disk is too full to build a library; the published one is untouched."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Дискіде орын жеткіліксіз: {detail}. Бұрынғы кітапхана өзгерген жоқ.",
        "ru": "На диске не хватает места: {detail}. Прежняя библиотека не тронута.",
        "en": "There is not enough room on the disk: {detail}. The former library is untouched.",
    }


class NotWritable(LibraryError):
    """The data folder cannot be written."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Деректер қалтасына жазу мүмкін емес: {detail}. ASSISTANT_DATA арқылы басқасын көрсетіңіз.",
        "ru": "В папку данных нельзя писать: {detail}. Укажите другую в ASSISTANT_DATA.",
        "en": "The data folder cannot be written: {detail}. Name another one in ASSISTANT_DATA.",
    }


class AnotherWriter(AssistantError):
    """Somebody else is building the library."""

    exit_code = 75
    sentences: ClassVar[dict[str, str]] = {
        "kk": "Кітапхананы қазір басқа процесс құрып жатыр. Ол аяқталған соң қайталаңыз.",
        "ru": "Библиотеку сейчас строит другой процесс. Повторите, когда он закончит.",
        "en": "Another process is building the library now. Try again when it is done.",
    }


class ReadingError(AssistantError):
    """A file cannot be read; the detail names it, and what was found."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Файлды оқу мүмкін болмады: {detail}.",
        "ru": "Файл не удалось прочитать: {detail}.",
        "en": "The file could not be read: {detail}.",
    }


class UnknownFormat(ReadingError):
    """The file is in none of the formats that are read."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Бұл пішім оқылмайды: {detail}. PDF, DOCX, HTML, Markdown, RTF немесе мәтін ретінде сақтаңыз.",
        "ru": "Такой формат не читается: {detail}. Сохраните файл как PDF, DOCX, HTML, Markdown, RTF или текст.",
        "en": "This format is not read: {detail}. Save the file as PDF, DOCX, HTML, Markdown, RTF or plain text.",
    }


class EmptyFile(ReadingError):
    """There is nothing in the file, or no words."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Файлда мәтін жоқ: {detail}. Басқа көшірмесін алыңыз.",
        "ru": "В файле нет текста: {detail}. Возьмите другую копию.",
        "en": "There is no text in the file: {detail}. Take another copy.",
    }


class TooLarge(ReadingError):
    """The file has more bytes, pages or contents than the limits allow."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Файл тым үлкен: {detail}. Оны бөліктерге бөліп, бір-бірлеп қосыңыз.",
        "ru": "Файл слишком велик: {detail}. Разделите его и добавьте по частям.",
        "en": "The file is too large: {detail}. Split it and add the parts.",
    }


class TooSlow(ReadingError):
    """Reading the file takes more time than the limits allow."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Файлды оқу тым ұзаққа созылды: {detail}. Оны бөліңіз немесе DOCX не мәтін ретінде сақтаңыз.",
        "ru": "Файл читается слишком долго: {detail}. Разделите его или сохраните как DOCX или текст.",
        "en": "Reading the file takes too long: {detail}. Split it, or save it as DOCX or plain text.",
    }


class EncryptedFile(ReadingError):
    """The file opens with a password only."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Файл құпиясөзбен қорғалған: {detail}. Қорғаныссыз сақтап, қайта қосыңыз.",
        "ru": "Файл защищён паролем: {detail}. Сохраните его без защиты и добавьте снова.",
        "en": "The file is protected by a password: {detail}. Save it without protection and add it again.",
    }


class NoTextLayer(ReadingError):
    """The file holds pictures of pages without their text, or letters that cannot be told."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Файлда мәтін қабаты жоқ, тек беттердің суреті бар: {detail}. Мәтіні бар көшірмесін алыңыз.",
        "ru": "В файле нет текстового слоя, это снимки страниц: {detail}. Возьмите копию с текстом.",
        "en": "The file has no text layer, only pictures of pages: {detail}. Take a copy with text.",
    }


class DamagedFile(ReadingError):
    """The file breaks off, or is not built as its format says."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Файл бүлінген: {detail}. Оны қайтадан жүктеңіз немесе басқа көшірмесін алыңыз.",
        "ru": "Файл повреждён: {detail}. Скачайте его ещё раз или возьмите другую копию.",
        "en": "The file is damaged: {detail}. Download it again or take another copy.",
    }


class ScriptShell(ReadingError):
    """The web page has no text of its own: a script loads it later."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Беттің ішінде мәтін жоқ, оны скрипт жүктейді: {detail}. Актіні PDF не DOCX ретінде жүктеп алыңыз.",
        "ru": "В странице нет текста, его подгружает скрипт: {detail}. Скачайте акт как PDF или DOCX.",
        "en": "The page holds no text, a script loads it: {detail}. Download the act as PDF or DOCX.",
    }


class ModelError(AssistantError):
    """The embedding model is absent or unusable."""

    sentences: ClassVar[dict[str, str]] = {
        "kk": "Мәтінді іздеу моделі дайын емес: {detail}",
        "ru": "Модель для поиска не готова: {detail}",
        "en": "The embedding model is not ready: {detail}",
    }
