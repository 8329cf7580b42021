"""The command line: `python -m assistant ask|show|check|serve|seminar|feedback|digests`. It prints; it decides nothing.

Exit codes: 0 done, 1 the thing asked about failed, 2 wrong usage, 75 another writer is at work, 141 nobody reads on
(`… | head`), as of any program that writes to a closed pipe.
"""

from __future__ import annotations

import argparse
import json
import os
import socket
import sys
from datetime import date
from pathlib import Path

from assistant import answering, check_file, checking, embedding, feedback, library, llm, phrases, seminar, showing
from assistant.errors import AssistantError, BadQuestion, UsageError
from assistant.law import LANGUAGES
from assistant.refusal import Refusal
from assistant.settings import Settings

NOBODY_READS = 141
EVERYWHERE = "0.0.0.0"  # every network that this computer is in
EXAMPLES = """examples:
  python -m assistant ask "Сколько дней отпуска мне положено?"
  python -m assistant ask "Сынақ мерзімі қанша ай?" --json
  python -m assistant show kz-labour-code/88 --lang en
  python -m assistant check order.docx --report report.pdf --comments order-checked.docx
"""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    interface = options.lang or answering.language_of_interface(getattr(options, "question", "") or "")
    try:
        code = int(options.run(options, Settings.from_environment()))
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains when it closes it
        return NOBODY_READS
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
    check = commands.add_parser("check", help="check the citations of a text, DOCX or PDF (`-`: standard input)")
    check.add_argument("file")
    check.add_argument("--act", metavar="ID", help="the act that a bare article belongs to, such as kz-labour-code")
    check.add_argument("--as-of", type=date.fromisoformat, default=date.today(), metavar="YYYY-MM-DD")
    check.add_argument("--report", type=Path, metavar="OUT", help="write a report: .docx, .pdf or .md")
    check.add_argument("--comments", type=Path, metavar="OUT", help="write the DOCX back with comments")
    check.set_defaults(run=_check)
    for command in (ask, show, check):
        command.add_argument("--lang", choices=LANGUAGES, default=None)
        command.add_argument("--json", action="store_true", help="print one JSON object")
    serve = commands.add_parser("serve", help="open the page")
    serve.add_argument("--room", action="store_true", help="let phones in this network open the room of a seminar")
    serve.set_defaults(run=_serve)
    seminar.command.add(commands)
    said = commands.add_parser("feedback", help="save what people said of answers, one JSON object a line")
    said.add_argument("--export", type=Path, required=True, metavar="FILE")
    said.set_defaults(run=_feedback)
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
        given = answering.answer(asked, held, embedding.open_embedder(settings), llm.endpoint(settings))
    text = showing.answer_text(given, settings.llm_show_dropped)
    print(json.dumps(showing.answer_json(given), ensure_ascii=False) if options.json else text)
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


def _check(options: argparse.Namespace, settings: Settings) -> int:
    """Check a text; 1 if a citation in it is wrong."""
    text, original = check_file.read(options.file)
    held = library.current(settings).corpus
    if options.act and options.act not in held.instruments:
        raise UsageError(f"--act {options.act}")
    report = checking.check(text, held, options.as_of, options.act, options.lang)
    lang = options.lang or check_file.language_of(report)
    said = checking.as_json(report, lang)
    print(json.dumps(said, ensure_ascii=False) if options.json else check_file.as_text(report, lang))
    check_file.write(report, lang, options.file, original, options.report, options.comments)
    return 1 if report.wrong else 0


def _serve(options: argparse.Namespace, settings: Settings) -> int:
    """Hand this process over to Streamlit; one sentence if the port is taken.

    Its welcome is left out: for an address open to the network it would ask an outside service for ours.
    """
    room = options.room or settings.room
    host = EVERYWHERE if room and settings.host == Settings.host else settings.host
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, settings.port))
        except OSError:
            print(phrases.say("port_taken", options.lang or "en", port=str(settings.port)), file=sys.stderr)
            return 1
    library.current(settings)
    address = f"http://localhost:{settings.port}"
    print(phrases.say("page_open_at", options.lang or "en", address=address), flush=True)
    page = [f"--server.port={settings.port}", f"--server.address={host}", "--logger.hideWelcomeMessage=true"]
    command = [sys.executable, "-m", "assistant.ui.serving", *page]
    os.putenv("ASSISTANT_ROOM", "1" if room else "")  # the page reads its settings for itself
    os.execv(sys.executable, command)


def _feedback(options: argparse.Namespace, settings: Settings) -> int:
    """Save everybody's judgements, readable by this user alone; NotWritable."""
    said = feedback.export(settings)
    feedback.save(said, options.export)
    print(phrases.say("feedback_saved", options.lang or "en", count=str(said.count(b"\n"))))
    return 0


def _digests(options: argparse.Namespace, settings: Settings) -> int:
    from assistant import corpus_check

    faults = list(corpus_check.check(settings.corpus, options.texts or settings.texts))
    for fault in faults:
        print(fault)
    print(f"{len(faults)} faults", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
