"""The command line of the library: `python ingest.py [build|fetch|add|remove|diff|status|verify|vectors]`.

`fetch` gets official texts from their publishers (docs/texts.md); exit code 1 if any that was asked for is not there.
`add` keeps the text of a user's own files, `remove` takes an own document out again.
`build` assembles the embedding model if it is not there, builds the library aside, verifies and publishes it.
Exit codes: 0 done, 1 failed, 2 wrong usage, 75 another writer is at work.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, get_args

from assistant import adding, beside, building, catalogue, embedding, library, manifest, phrases
from assistant.catalogue import TextLanguage
from assistant.errors import AssistantError, ReadingError, UsageError
from assistant.law import LANGUAGES, Authority
from assistant.settings import Settings


def main(arguments: list[str] | None = None) -> int:
    """Run one command, `build` where none is named; the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if not given or (given[0].startswith("-") and given[0] not in ("-h", "--help")):
        given = ["build", *given]
    options = _parser().parse_args(given)
    try:
        code: int = options.run(options, Settings.from_environment())
    except AssistantError as error:
        print(error.sentence(options.messages), file=sys.stderr)
        return error.exit_code
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python ingest.py", description="Get texts, build and check the library.")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--json", action="store_true", help="print one JSON object")
    common.add_argument("--messages", choices=LANGUAGES, default="en", help="language of messages")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    simple = {"build": (_build, "build the library (the default)"), "status": (_status, "say what is held")}
    simple["verify"] = (_verify, "check the library")
    simple["vectors"] = (_vectors, "write the vectors of the corpus's own texts into corpus/vectors")
    for name, (run, does) in simple.items():
        command = commands.add_parser(name, parents=[common], help=does)
        command.add_argument("--lang", dest="messages", choices=LANGUAGES, help="the same as --messages")
        command.set_defaults(run=run)
    fetch = commands.add_parser("fetch", parents=[common], help="get official texts from their publishers")
    fetch.add_argument("instruments", nargs="*", metavar="INSTRUMENT", help="ids of the catalogue; all by default")
    fetch.add_argument("--lang", choices=get_args(TextLanguage), help="texts in this language only")
    fetch.set_defaults(run=_fetch)
    diff = commands.add_parser("diff", parents=[common], help="what changed between two editions of an act")
    diff.add_argument("instrument", help="its id, such as kz-labour-code")
    diff.add_argument("old", help="an edition at hand, YYYY-MM-DD, or a file")
    diff.add_argument("new", help="the same for the later one")
    diff.add_argument("--lang", default="ru", choices=adding.TEXT_LANGUAGES, help="language of the text")
    diff.set_defaults(run=_diff)
    _file_commands(commands, common)
    return parser


def _file_commands(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    add = commands.add_parser("add", parents=[common], help="keep the text of your own files")
    add.add_argument("files", nargs="+", type=Path, metavar="FILE", help="PDF, DOCX, HTML, Markdown, RTF or text")
    add.add_argument("--title", default="", help="what the document is called")
    add.add_argument("--jurisdiction", default="", help="whose law: kz, kg, uz, ru, eu, int")
    add.add_argument("--lang", default="", choices=adding.TEXT_LANGUAGES, help="language of the text")
    add.add_argument("--authority", default="", choices=[str(each) for each in Authority], help="what it weighs")
    add.add_argument("--instrument", default="", help="id of the catalogue, or of an own document, that the text is of")
    add.add_argument("--edition", type=date.fromisoformat, help="the day of the text, YYYY-MM-DD")
    add.set_defaults(run=_add)
    remove = commands.add_parser("remove", parents=[common], help="take out an own document")
    remove.add_argument("instrument", help="its id, own-…")
    remove.set_defaults(run=_remove)


def _add(options: argparse.Namespace, settings: Settings) -> int:
    """Keep each file; 1 if any could not be read, after the others are kept."""
    named = (options.title, options.jurisdiction, options.lang, options.authority, options.instrument, options.edition)
    if len(options.files) > 1 and (options.title or options.instrument):
        raise UsageError("--title, --instrument: one FILE")
    failed, said = 0, []
    for path in options.files:
        try:
            kept = adding.add(path, adding.Details(*named), settings, date.today(), _asking(), options.messages)
        except ReadingError as error:
            print(error.sentence(options.messages), file=sys.stderr)
            failed = error.exit_code
            continue
        said.append({"file": kept.name, "instrument": kept.instrument, "language": kept.lang})
        said[-1] |= {"day": kept.edition.isoformat(), "letters": str(len(kept.document.text))}
    lines = [phrases.say("kept_text", options.messages, **each) for each in said]
    print(json.dumps(said, ensure_ascii=False) if options.json else "\n".join(lines))
    return failed


def _asking() -> adding.Ask | None:
    """Asks on the terminal; None where there is none."""
    return (lambda asked, guess: input(f"{asked} [{guess}]: ")) if sys.stdin.isatty() else None


def _remove(options: argparse.Namespace, settings: Settings) -> int:
    gone = adding.remove(options.instrument, settings)
    print(json.dumps(gone) if options.json else phrases.say("removed_text", options.messages, files=", ".join(gone)))
    return 0


def _build(options: argparse.Namespace, settings: Settings) -> int:
    if embedding.prepare(settings):
        print("Embedding model assembled.", file=sys.stderr)
    built = building.prepare_and_build(settings, building.on_a_terminal)
    if not any(adding.kept(settings.texts)):
        print(phrases.say("fetch_offer", options.messages), file=sys.stderr)
    return _say(asdict(built), options)


def _fetch(options: argparse.Namespace, settings: Settings) -> int:
    from assistant import fetch_report, fetching, texts

    path = settings.corpus / "catalogue.toml"
    published = catalogue.published(path)
    wanted = catalogue.wanted(published, catalogue.load(path), options.instruments, options.lang)
    acts = catalogue.load(path)
    take = partial(texts.take, instruments=acts, settings=settings, today=date.today())
    fetched = fetching.fetch(wanted, settings, fetching.rules_for(published), building.on_a_terminal, take)
    if options.json:
        print(json.dumps(fetch_report.as_json(fetched, options.messages), ensure_ascii=False))
    else:
        print(*fetch_report.lines(fetched, settings.texts, options.messages), sep="\n")
    return 0 if all(each.had for each in fetched) else 1


def _diff(options: argparse.Namespace, settings: Settings) -> int:
    from assistant import comparing, corpus

    act = (catalogue.load(settings.corpus / "catalogue.toml") | adding.own_instruments(settings.texts)).get(
        options.instrument
    )
    if act is None:
        raise UsageError(f"{options.instrument} (catalogue.toml)")
    digests = corpus.load(settings.corpus).digests
    found = comparing.compare(act, options.lang, options.old, options.new, settings.texts, digests)
    print(json.dumps(found.as_json(), ensure_ascii=False) if options.json else "\n".join(found.lines(options.messages)))
    return 0


def _status(options: argparse.Namespace, settings: Settings) -> int:
    said = manifest.read(library.current_folder(settings))
    shown = {name: value for name, value in asdict(said).items() if name != "files"}
    opened = library.open_library(library.current_folder(settings), settings)
    articles: dict[str, int] = {}
    for digest in opened.corpus.digests:
        articles[digest.instrument] = articles.get(digest.instrument, 0) + 1
    texts = sorted({f"{w.instrument}.{w.lang}.{w.edition}" for w in opened.corpus.wordings})
    unlike = {act: dict(beside.unlike(act, opened.corpus)) for act in {w.instrument for w in opened.corpus.wordings}}
    held = {"texts": texts, "unlike": {act: found for act, found in unlike.items() if found}}
    return _say({**shown, "articles": articles, **held, "folder": str(opened.folder)}, options)


def _verify(options: argparse.Namespace, settings: Settings) -> int:
    opened = library.open_library(library.current_folder(settings), settings)
    library.verify(opened.folder, opened.manifest)
    return _say({"id": opened.id, "verified": True, "chunks": sum(opened.manifest.counts.values())}, options)


def _vectors(options: argparse.Namespace, settings: Settings) -> int:
    return _say({"vectors": building.ship_vectors(settings)}, options)


def _say(said: dict[str, Any], options: argparse.Namespace) -> int:
    """Print what a command says of itself; 0, for it was done."""
    lines = "\n".join(f"{name}: {value}" for name, value in said.items())
    print(json.dumps(said, ensure_ascii=False) if options.json else lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
