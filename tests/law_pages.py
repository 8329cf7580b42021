"""Pages and files as each publisher builds them, filled with words of our own; no law stands here."""

from __future__ import annotations

WORDS = (
    "Садовник поливает яблони утром, вечером он чинит забор и считает корзины. "
    "Сосед приносит ему чай с мёдом, кот спит на крыльце, и никто никуда не спешит. "
)
ARTICLES = dict.fromkeys(range(1, 9), WORDS * 4)


def adilet(articles: dict[int, str] = ARTICLES) -> bytes:
    """The portal's old layout: banners and tabs, then the text in `article` inside `gs_12`, anchors, red notes."""
    body = "".join(
        f'<h3 id="z{n}">Статья {n}. О саде</h3>\n<p><a name="z{n}0"></a>&nbsp;&nbsp;&nbsp; 1. {said}</p>\n'
        f'<p><font color="#FF0000">&nbsp; Сноска. Статья {n} про яблони.</font></p>\n'
        for n, said in articles.items()
    )
    return f"""<!DOCTYPE html>
<html><head><meta charset="utf-8" /><title>О саде - ИПС "Әділет"</title><script>var _gaq = [];</script></head>
<body class="no-js"><div class="container_aside"><a href="/add.html"><img src="/b.jpg" alt="Әділет" /></a></div>
<div id="container" class="module_npaView lang_rus"><div id="header"><a href="/rus">Главная</a></div>
<div class="container_alpha slogan"><h1>О саде</h1><span class="status status_upd">Обновленный</span></div>
<div class="container_gamma text text_upd" lang="ru"><div class="gs_12"><article>{body}</article></div></div></div>
</body></html>
""".encode()


SHELL = """<!doctype html>
<html lang="ru"><head><meta charset="utf-8" /><title>Әділет</title>
<script type="module" crossorigin src="/assets/index-5b1d.js"></script><link rel="stylesheet" href="/assets/i.css">
<script>window.__config = {"api": "/api/documents", "text": "%s"}</script></head>
<body><noscript>Для работы портала включите JavaScript.</noscript><div id="root"></div>
<footer><a href="/rus/about">О портале</a> <a href="/rus/help">Помощь</a></footer></body></html>
""".replace("%s", WORDS * 40).encode()  # what stands in a script is not text of the page

LOGIN = """<!DOCTYPE html>
<html><head><title>Вход</title></head><body><form action="/login" method="post"><label>Имя <input name="user"></label>
<label>Пароль <input type="password" name="password"></label><button>Войти</button></form></body></html>
""".encode()


def markdown(number: int = 1) -> bytes:
    """A section of the kazakhstan-law/codes repository: a link up, headings by level, an anchor an article."""
    articles = "".join(
        f'<a id="st{n}"></a>\n\n#### Статья {n}. О саде\n\n1. {said}\n\n   1) ещё одно слово;\n\n'
        f"> *Сноска. Статья {n} про яблони.*\n\n"
        for n, said in ARTICLES.items()
    )
    return f"↑ [Вся редакция](../rus.md)\n\n## РАЗДЕЛ {number}. САД\n\n### Глава 1. ЯБЛОНИ\n\n{articles}".encode()


def normlex() -> bytes:
    """NORMLEX: a form of Oracle APEX around tables, articles in bold paragraphs."""
    body = "".join(
        f'<p align="center"><b><i>Article {n}</i></b></p><p>{"An apple a day. " * 20}</p>' for n in range(1, 9)
    )
    return (
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"><html><head><title>Convention</title></head><body>'
        '<form action="wwv_flow.accept" method="post"><table summary=""><tr><td><div id="content">'
        f"{body}</div></td></tr></table></form></body></html>"
    ).encode()


def eur_lex() -> bytes:
    """EUR-Lex: XHTML, one `eli-subdivision` an article."""
    body = "".join(
        f'<div class="eli-subdivision" id="art_{n}"><p class="oj-ti-art">Article {n}</p><div class="eli-title">'
        f'<p class="oj-sti-art">Apples</p></div><p class="oj-normal">{"An apple a day. " * 20}</p></div>'
        for n in range(1, 9)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head>'
        f'<title>L_2024</title></head><body><div id="document1">{body}</div></body></html>'
    ).encode()


def lex_uz() -> bytes:
    """lex.uz: one `ACT_TEXT` a paragraph, each with an anchor of its own, links never closed."""
    body = "".join(
        f'<div class="CLAUSE_DEFAULT lx_elem"><a id="{n}">{n}-modda. Bog‘</div>'
        f'<div class="ACT_TEXT lx_elem"><a id="{n}0">{"Bog‘bon olma daraxtini ertalab sug‘oradi. " * 10}</div>'
        for n in range(1, 9)
    )
    return f'<!DOCTYPE html><html><body><div class="docBody">{body}</div></body></html>'.encode()


PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"
DOCX = b"PK\x03\x04" + bytes(200) + b"PK\x05\x06" + bytes(18)
