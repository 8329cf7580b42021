"""How search grows with the library: `python evals/scale.py [--sizes N …] [--server N …] [--json OUT] [--plot PNG]`.

Builds libraries of acts that do not exist (`made_acts`) in a temporary folder, the usual way; then a fresh process asks
the planted questions of each. Vectors of planted articles come from the model; those of all others are the vectors of
the real texts behind them, moved about as far as the model moves such a text: so building needs no hours of a model,
and build times are those of everything but embedding. `--server`: the same sizes in a Chroma server besides.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np

from assistant import building, embedding, library, manifest
from assistant import corpus as corpora
from assistant.embedding import Embedder, Progress, Vectors
from assistant.learned import Learned
from assistant.members import article_of
from assistant.settings import Settings
from evals import made_acts, recording, scale_asking, served
from evals.made_acts import Made

SIZES, IN_SERVER = (1_000, 10_000, 100_000), (10_000, 100_000)
ROUNDS = 3  # of asking, in turns, so that what else runs on the machine meets every size
SAMPLED = 150  # texts embedded to see how far a changed text lies from the one behind it
DRAWN = (("latency", "milliseconds"), ("memory", "MB"), ("building", "seconds"), ("recall", "recall@5"))


class Moved:
    """An embedder that gives a text the vector it was handed for it; the model embeds the questions."""

    def __init__(self, like: Embedder, vectors: Mapping[str, Vectors]) -> None:
        self._like, self._vectors = like, vectors
        self.name, self.runtime, self.unrelated = like.name, like.runtime, like.unrelated

    def questions(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors of questions, by the model."""
        return self._like.questions(texts)

    def passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """The vectors that were handed over, shape (texts, dimensions); KeyError for any other text."""
        return np.stack([self._vectors[text] for text in texts])


def moved(made: Made, held: library.Library, embedder: Embedder, seed: int = 1) -> tuple[Moved, float]:
    """The embedder for a made corpus, and the mean cosine of its texts with those behind them."""
    known = {
        (chunk.lang, chunk.text): vector
        for name, chunks in held.chunks.items()
        for chunk, vector in zip(chunks, held.vectors(name, range(len(chunks))), strict=True)
    }
    learned = Learned.learn(made.corpus)
    wanted = {learned.embedded_text(chunk): chunk for chunk in corpora.chunks(made.corpus)}
    planted = {planted.article for planted in made.planted}
    by_model = [
        text for text, chunk in wanted.items() if chunk.kind == "scope" or article_of(chunk.provision) in planted
    ]
    found = dict(zip(by_model, embedder.passages(by_model), strict=True))
    rest = [text for text in wanted if text not in found]
    behind = np.stack([known[wanted[t].lang, made.origin[wanted[t].lang, wanted[t].text]] for t in rest])
    some = range(0, len(rest), max(1, len(rest) // SAMPLED))
    true = embedder.passages([rest[i] for i in some])
    cosine = float(np.mean([true[n] @ behind[i] for n, i in enumerate(some)]))
    noise = np.random.default_rng(seed).standard_normal(behind.shape, dtype=np.float32)
    noise *= np.sqrt(1 / cosine**2 - 1) / np.sqrt(behind.shape[1])
    vectors = behind + noise
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return Moved(embedder, {**found, **dict(zip(rest, vectors, strict=True))}), cosine


@contextmanager
def chroma_server(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A Chroma server over a folder: its address and its process."""
    port = served.free_port()
    program = str(Path(sys.executable).with_name("chroma"))
    command = [program, "run", "--path", str(folder), "--host", "127.0.0.1", "--port", str(port)]
    with served.running(command, port, os.environ, out=subprocess.DEVNULL, err=subprocess.DEVNULL) as process:
        yield f"http://127.0.0.1:{port}", process


@dataclass
class Grown:
    """A made library: how it was built, the settings to open it with, its server if it has one, what asking showed."""

    said: dict[str, Any]
    settings: Settings
    server: subprocess.Popen[bytes] | None
    asked: list[dict[str, Any]]

    def ask(self) -> None:
        """Ask every planted question of it in a fresh process."""
        env = {**os.environ, "ASSISTANT_DATA": str(self.settings.data), "CHROMA_URL": self.settings.chroma_url}
        command = [sys.executable, "-m", "evals.scale_asking"]
        ran = subprocess.run(command, env=env, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
        self.asked.append(json.loads(ran.stdout))
        if self.server:
            self.said["server MB"] = served.resident(self.server.pid)

    def found(self) -> dict[str, Any]:
        """How it was built, and the round of asking that other work on the machine disturbed least."""
        return {**self.said, **min(self.asked, key=lambda round: float(round["passages ms"]["p50"]))}


def grow(size: int, settings: Settings, folder: Path, stack: ExitStack, server: bool = False) -> Grown:
    """Build one size the usual way; a server of its own, where it is to have one, lives as long as the stack."""
    held, embedder = library.current(settings), embedding.open_embedder(settings)
    started = time.perf_counter()
    made = made_acts.make(held.corpus, size)
    model, cosine = moved(made, held, embedder)
    found: dict[str, Any] = {"wanted": size, "server": server, "cosine": round(cosine, 4)}
    found["making s"] = round(time.perf_counter() - started, 1)
    data = folder / f"{size}{'-server' if server else ''}"
    data.mkdir()
    (data / "models").symlink_to(settings.models.resolve())
    address, process = stack.enter_context(chroma_server(data / "served")) if server else ("", None)
    here = replace(settings, data=data, chroma_url=address)
    grown = Grown(found | _built(made, model, here), here, process, [])
    print(json.dumps(grown.said), file=sys.stderr, flush=True)
    return grown


def _built(made: Made, model: Moved, settings: Settings) -> dict[str, Any]:
    started = time.perf_counter()
    built = building.build(made.corpus, lambda: model, settings)
    took = time.perf_counter() - started
    (settings.data / scale_asking.PLANTED).write_text(
        json.dumps([asdict(planted) for planted in made.planted], ensure_ascii=False), encoding="utf-8"
    )
    files = [path for path in library.current_folder(settings).rglob("*") if path.is_file()]
    said = manifest.read(library.current_folder(settings)).counts
    return {
        "chunks": built.chunks,
        "of them": said,
        "acts": len(made.corpus.instruments),
        "build s": round(took, 1),
        "library MB": round(sum(path.stat().st_size for path in files) / 1e6, 1),
    }


def draw(runs: Sequence[dict[str, Any]], path: Path) -> None:
    """Four small plots of the runs against their size, in the folder and in the server."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, places = pyplot.subplots(2, 2, figsize=(7.2, 5.2), layout="constrained")
    lines = {
        "latency": [("search, processor time, p95", lambda run: run["search processor ms"]["p95"]),
                    ("p50", lambda run: run["search processor ms"]["p50"])],
        "memory": [("process that asks", lambda run: run["memory MB"])],
        "building": [("build without embedding", lambda run: run["build s"])],
        "recall": [("planted article among the first five", lambda run: run["recall@5"])],
    }  # fmt: skip
    for axes, (name, unit) in zip(places.flat, DRAWN, strict=True):
        for colour, (said, of) in zip(("#0b3d62", "#95b8d1"), lines[name], strict=False):
            for server, style in ((False, "o-"), (True, "s--")):
                drawn = [(run["chunks"], of(run)) for run in runs if run["server"] is server]
                label = f"{said}{', Chroma server' if server else ''}"
                if drawn:
                    axes.plot(*zip(*drawn, strict=True), style, color=colour, label=label, markersize=4)
        axes.set_xscale("log")
        axes.set_ylim(bottom=0)
        axes.set_xlabel("chunks")
        axes.set_ylabel(unit)
        axes.spines[["top", "right"]].set_visible(False)
        axes.legend(fontsize=6, frameon=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=100, metadata={"Software": None})
    pyplot.close(figure)


def main() -> int:
    """Build every size, ask all of them in turns, print what was found."""
    parser = argparse.ArgumentParser(prog="python evals/scale.py")
    parser.add_argument("--sizes", type=int, nargs="*", default=list(SIZES), metavar="N")
    parser.add_argument("--server", type=int, nargs="*", default=list(IN_SERVER), metavar="N")
    parser.add_argument("--json", type=Path, metavar="OUT")
    parser.add_argument("--plot", type=Path, metavar="PNG")
    parser.add_argument("--folder", type=Path, metavar="FOLDER", help="where to build what is removed afterwards")
    options = parser.parse_args()
    settings = Settings.from_environment()
    begun = recording.surroundings()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder, ExitStack() as stack:
        wanted = [(size, False) for size in options.sizes] + [(size, True) for size in options.server]
        libraries = [grow(size, settings, Path(folder), stack, server) for size, server in wanted]
        for _ in range(ROUNDS):
            for grown in libraries:
                grown.ask()
        runs = [grown.found() for grown in libraries]
    said = json.dumps({"surroundings": begun, "rounds": ROUNDS, "runs": runs}, ensure_ascii=False, indent=1)
    print(said)
    if options.json:
        options.json.write_text(said + "\n", encoding="utf-8")
    if options.plot:
        draw(runs, options.plot)
    return 0


if __name__ == "__main__":
    sys.exit(main())
