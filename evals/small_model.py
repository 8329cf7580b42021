"""A real small model behind an OpenAI-compatible endpoint that keeps the form of a reply for it; its recorded words.

`python evals/small_model.py --replies FILE.jsonl [--model MODEL.gguf] [--copies N] [--port N]`. A model of 135 million
parameters does not keep to the prompt (`assistant/prompts`): asked for JSON it writes until it is cut off. So the
server asks it for one sentence on each of the first passages (`ASKED`) and wraps these as claims: what they say is the
model's, that they are claims is not. The system prompt of a request is not shown to the model. Sentences are kept in
FILE by question and passage; without a model the server answers from there alone, or with status 503. It needs nothing
of the project; `llama-cpp-python` and a model are for whoever runs it (docs/judging.md).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import queue
import re
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ASKED = "Passage: {passage}\nQuestion: {question}\nAnswer the question in one sentence in {language}."
ROLE = "You answer questions about labour law in {language}. Use only the passage."
NAMES = {"kk": "Kazakh", "ru": "Russian", "en": "English"}
PASSAGES = 3  # of a question that the model is asked about: the nearest
TOKENS = {"kk": 110, "ru": 110, "en": 70}  # its vocabulary is English: a Cyrillic word takes it several tokens
TEMPERATURE, SEED = 0.5, 7  # at 0 it copies the passage or goes round in circles
CONTEXT, CUT = 2048, (500, 300)  # tokens; characters of passage and question that it is shown
LONGEST = 400  # characters of two sentences; longer, the first alone is taken
END = re.compile(r"(?<=[.!?])\s+")

Say = Callable[[str, str, str], tuple[str, int, int]]
"""Language, question and passage -> a sentence, tokens in, tokens out."""


@dataclass
class Replies:
    """The sentences that were written so far, by language, question and passage; kept in a file as they come."""

    path: Path
    held: dict[tuple[str, str, str], str] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def read(self) -> Replies:
        """Read the file, if there is one."""
        for line in self.path.read_text(encoding="utf-8").splitlines() if self.path.is_file() else ():
            row = json.loads(line)
            for passage, sentence in row["sentences"].items():
                self.held[row["lang"], row["question"], passage] = sentence
        return self

    def add(self, lang: str, question: str, new: dict[str, str]) -> None:
        """Keep the sentences on some passages of a question, each under the mark of its passage."""
        with self.lock:
            self.held |= {(lang, question, passage): sentence for passage, sentence in new.items()}
            row = {"lang": lang, "question": question, "sentences": new}
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


def mark(passage: str) -> str:
    """The beginning of the SHA-256 of a passage: a passage that was worded anew since is another."""
    return hashlib.sha256(passage.encode()).hexdigest()[:16]


def reply(body: dict[str, Any], replies: Replies, say: Say | None) -> tuple[str, int, int] | None:
    """The JSON of claims for a request, tokens in and out; None where a sentence is neither recorded nor to be had."""
    lines = [json.loads(line) for line in body["messages"][-1]["content"].split("\n")]
    lang, question = lines[0]["language"], lines[0]["question"].split("\n")[-1]
    claims, new, tokens = [], {}, (0, 0)
    for passage in lines[1 : 1 + PASSAGES]:
        sentence = replies.held.get((lang, question, mark(passage["text"])))
        if sentence is None:
            if say is None:
                return None
            sentence, sent, written = say(lang, question, passage["text"])
            new[mark(passage["text"])] = sentence
            tokens = (tokens[0] + sent, tokens[1] + written)
        claims.append({"text": sentence, "passages": [passage["id"]], "quote": ""})
    if new:
        replies.add(lang, question, new)
    return json.dumps({"claims": claims}, ensure_ascii=False), *tokens


def of_model(path: Path, copies: int) -> Say:
    """What a model file says; several copies of it, where several questions are asked at once."""
    import llama_cpp

    free: queue.Queue[Any] = queue.Queue()
    for _ in range(copies):
        free.put(llama_cpp.Llama(str(path), n_ctx=CONTEXT, n_threads=1, n_threads_batch=1, verbose=False, seed=SEED))

    def say(lang: str, question: str, passage: str) -> tuple[str, int, int]:
        asked = ASKED.format(passage=passage[: CUT[0]], question=question[: CUT[1]], language=NAMES[lang])
        messages = [
            {"role": "system", "content": ROLE.format(language=NAMES[lang])},
            {"role": "user", "content": asked},
        ]
        model = free.get()
        try:
            said = model.create_chat_completion(messages, max_tokens=TOKENS[lang], temperature=TEMPERATURE)
        finally:
            free.put(model)
        used = said["usage"]
        return taken(said["choices"][0]["message"]["content"]), used["prompt_tokens"], used["completion_tokens"]

    return say


def taken(said: str) -> str:
    """The first two sentences of the first line that a model wrote, or the first alone where they are long.

    >>> taken("Leave is 24 days. It is paid. It is due.\\nNote:")
    'Leave is 24 days. It is paid.'
    """
    parts = END.split(said.strip().split("\n")[0])
    both = " ".join(parts[:2])
    return both if len(both) < LONGEST else parts[0]


class Answering(BaseHTTPRequestHandler):
    """One request, answered as a stream of two events."""

    replies: Replies
    say: Say | None

    def do_POST(self) -> None:
        """Answer with claims, or with 503 where there are none to repeat."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        found = reply(body, self.replies, self.say)
        self.send_response(200 if found else 503)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        if not found:
            return
        text, sent, written = found
        head = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": body["model"]}
        delta = {"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": "stop"}
        usage = {"prompt_tokens": sent, "completion_tokens": written, "total_tokens": sent + written}
        for event in ({**head, "choices": [delta]}, {**head, "choices": [], "usage": usage}):
            self.wfile.write(f"data: {json.dumps(event)}\n\n".encode())
        self.wfile.write(b"data: [DONE]\n\n")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of what was asked."""


def server(replies: Replies, say: Say | None, port: int = 0) -> ThreadingHTTPServer:
    """The endpoint on this machine alone; port 0 takes a free one."""
    answering = type("Answering", (Answering,), {"replies": replies, "say": staticmethod(say) if say else None})
    return ThreadingHTTPServer(("127.0.0.1", port), answering)


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until stopped; the address is printed first."""
    parser = argparse.ArgumentParser(prog="python evals/small_model.py")
    parser.add_argument("--replies", type=Path, required=True, metavar="FILE.jsonl")
    parser.add_argument("--model", type=Path, metavar="MODEL.gguf")
    parser.add_argument("--copies", type=int, default=1, metavar="N")
    parser.add_argument("--port", type=int, default=0)
    options = parser.parse_args(arguments)
    say = of_model(options.model, options.copies) if options.model else None
    serving = server(Replies(options.replies).read(), say, options.port)
    print(f"http://127.0.0.1:{serving.server_port}/v1", flush=True)
    serving.serve_forever()
    return 0


if __name__ == "__main__":
    sys.exit(main())
