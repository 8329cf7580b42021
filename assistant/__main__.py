"""The command line: `python -m assistant ask|show|serve|digests`. It prints; it decides nothing.

Exit codes: 0 done, 1 the thing asked about failed, 2 wrong usage, 75 another writer is at work.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import sys
from datetime import date
from pathlib import Path

from assistant import answering, embedding, library, phrases, showing
from assistant.errors import AssistantError, BadQuestion
from assistant.law import LANGUAGES
from assistant.refusal import Refusal
from assistant.settings import ROOT, Settings

EXAMPLES = """examples:
  python -m assistant ask "Сколько дней отпуска мне положено?"
  python -m assistant ask "Сынақ мерзімі қанша ай?" --json
  python -m assistant show kz-labour-code/88 --lang en
"""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    interface = options.lang or answering.language_of_interface(getattr(options, "question", "") or "")
    try:
        return int(options.run(options, Settings.from_environment()))
    except AssistantError as error:
        print(error.sentence(interface), file=sys.stderr)
        return error.exit_code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m assistant",
        description="Answers about rights at work, with citations.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(lang=None)
    commands = parser.add_subparsers(required=True, metavar="command")
    ask = commands.add_parser("ask", help="answer a question (`-` reads it from standard input)")
    ask.add_argument("question")
    ask.add_argument("--jurisdiction", help="whose law: kz (default)")
    ask.add_argument("--as-of", type=date.fromisoformat, default=date.today(), metavar="YYYY-MM-DD")
    ask.add_argument("--earlier", action="append", default=[], metavar="QUESTION", help="what was asked before")
    ask.set_defaults(run=_ask)
    show = commands.add_parser("show", help="show an article, such as kz-labour-code/88")
    show.add_argument("provision")
    show.set_defaults(run=_show)
    for command in (ask, show):
        command.add_argument("--lang", choices=LANGUAGES, default=None)
        command.add_argument("--json", action="store_true", help="print one JSON object")
    serve = commands.add_parser("serve", help="open the page")
    serve.set_defaults(run=_serve)
    digests = commands.add_parser("digests", help="check the digests of the corpus")
    digests.add_argument("action", choices=["check"])
    digests.add_argument("--texts", type=Path, metavar="FOLDER", help="official texts to compare with")
    digests.set_defaults(run=_digests)
    return parser


def _ask(options: argparse.Namespace, settings: Settings) -> int:
    text = _standard_input() if options.question == "-" else options.question
    held = library.current(settings)
    jurisdiction = options.jurisdiction or settings.jurisdiction
    asked = answering.understand(text, held, options.as_of, options.lang, jurisdiction, options.earlier)
    if isinstance(asked, Refusal):
        given = answering.refuse(asked, options.lang or "en")
    else:
        given = answering.answer(asked, held, embedding.open_embedder(settings))
    print(json.dumps(showing.answer_json(given), ensure_ascii=False) if options.json else showing.answer_text(given))
    return 0


def _standard_input() -> str:
    """The question from standard input, no more than can be asked; BadQuestion if it is not text."""
    try:
        return sys.stdin.buffer.read(4 * answering.LONGEST_QUESTION + 1).decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadQuestion() from error


def _show(options: argparse.Namespace, settings: Settings) -> int:
    corpus = library.current(settings).corpus
    shown = showing.article(options.provision, corpus)
    lang = options.lang or "ru"
    print(json.dumps(shown, ensure_ascii=False) if options.json else showing.article_text(shown, lang))
    return 0


def _serve(options: argparse.Namespace, settings: Settings) -> int:
    """Hand this process over to Streamlit; one sentence if the port is taken."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError:
            print(phrases.say("port_taken", options.lang or "en", port=str(settings.port)), file=sys.stderr)
            return 1
    library.current(settings)
    address = f"http://localhost:{settings.port}"
    print(phrases.say("page_open_at", options.lang or "en", address=address), flush=True)
    page = [f"--server.port={settings.port}", f"--server.address={settings.host}"]
    os.execv(sys.executable, [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), *page])


def _digests(options: argparse.Namespace, settings: Settings) -> int:
    from assistant import corpus_check

    faults = list(corpus_check.check(settings.corpus, options.texts or settings.texts))
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
