"""What of an answer is passed on to others: its sentences and sources, links to the cited articles; never the question.

A link that brought the question with it would put it into an address, and addresses are written down on their way: in
the log of the server, in the history of the browser, in previews of messengers. Streamlit reads no fragment, and a
script of our own for one would be the only raw script of the page. So a link names an article, which is public, and
the words of the answer are copied. A mail link was left out: it holds about 2,000 signs, a Cyrillic letter takes six.
"""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import quote, urlsplit

from assistant import phrases, showing
from assistant.answers import Answer


def text(answer: Answer, page: str = "") -> str:
    """An answer to be copied, with links to its articles on this page where others can open it.

    `page`: the address at which the reader sees the page, as the browser tells it; empty if that is not known.
    """
    said, links = showing.answer_text(answer), article_links(answer, page)
    if not links:
        return said
    return "\n".join([said, "", phrases.say("share articles", answer.language), *links.values()])


def article_links(answer: Answer, page: str) -> dict[str, str]:
    """The links to the cited articles by id, each once; none where the page is open on the reader's machine only.

    >>> article_links(Answer("answered", "en", "composed"), "https://union.example/ask")
    {}
    """
    root = public_root(page)
    articles = dict.fromkeys(str(citation.provision.whole_article) for citation in answer.citations)
    return {name: f"{root}/library?article={quote(name)}" for name in articles} if root else {}


def public_root(page: str) -> str:
    """The address of the whole assistant from that of one of its pages; empty for one that only this machine opens.

    >>> public_root("https://union.example/law/ask?x=1"), public_root("http://localhost:8501/")
    ('https://union.example/law', '')
    """
    parts = urlsplit(page)
    if parts.scheme not in ("http", "https") or not parts.hostname or _is_this_machine(parts.hostname):
        return ""
    return f"{parts.scheme}://{parts.netloc}{parts.path.rpartition('/')[0]}"


def _is_this_machine(host: str) -> bool:
    try:
        address = ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
    return address.is_loopback or address.is_unspecified
