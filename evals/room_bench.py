"""How fast a room counts: `python evals/room_bench.py [--phones 30] [--json OUT]`, a served page and as many phones.

Every phone is a connection of its own (`visitor`). All vote at the same moment. A vote is counted when the page has
told the phone so; the trainer's screen must then show every one of them, once. It measures this machine with whatever
else runs on it.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np

from evals.served import SERVE, free_port, running
from evals.visitor import PATIENCE, Visitor

CODE = re.compile(r"[A-Z2-9]{5}")
LIMIT = 1.0  # seconds that a vote may take, of 95 in 100
TOPIC = "Дисциплина труда"
GUEST = "127.0.0.9"  # an address that is not the trainer's


class Phone(Visitor):
    """A participant of a room."""

    def radio(self) -> str:
        """The id of the radio that is shown, or nothing."""
        return next((each for each in self.widgets if re.search(r"vote-\w+-\d+-\w+$", each)), "")

    async def vote(self, option: int) -> float:
        """Choose an option of the radio that is shown; the seconds until the page says that it is counted."""
        name = self.radio()
        started = time.perf_counter()
        await self._send(id=name, string_value=self.widgets[name][option])
        await self.until(lambda: any("Ответ принят" in said for said in self.said))
        return time.perf_counter() - started


@contextlib.contextmanager
def served() -> Iterator[int]:
    """The page as a trainer serves it, on a free port."""
    port = free_port()
    env = {**os.environ, "ASSISTANT_PORT": str(port)}
    with running([*SERVE, "--room"], port, env, out=subprocess.DEVNULL, patience=int(PATIENCE * 1000)):
        yield port


async def open_room(trainer: Visitor) -> str:
    """Make a lesson and open its room; the code."""
    await trainer.choose("lesson-topics", TOPIC)
    await trainer.click("make-lesson")
    await trainer.click("open-room")
    await trainer.until(lambda: any(CODE.fullmatch(said) for said in trainer.said))
    return next(said for said in trainer.said if CODE.fullmatch(said))


async def all_see(phones: list[Phone], number: int) -> bool:
    """True once every phone shows the options of a question; False if they do not within five seconds."""
    here = f"-{number}-"
    waits = [phone.until(lambda phone=phone: here in phone.radio()) for phone in phones]
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(asyncio.gather(*waits), 5)
    return all(here in phone.radio() for phone in phones)


async def measure(port: int, phones: int, questions: int) -> dict[str, float]:
    """Seconds of every vote on so many questions, and how many of them the trainer's screen showed."""
    async with Visitor(port, "seminar") as trainer, contextlib.AsyncExitStack() as stack:
        code = await open_room(trainer)
        joined = [Phone(port, "room", f"code={code}", GUEST) for _ in range(phones)]
        await asyncio.gather(*(stack.enter_async_context(phone) for phone in joined))
        await trainer.until(lambda: any(f"Подключились: {phones}" in said for said in trainer.said))
        took: list[float] = []
        moved: list[float] = []
        shown, asked = 0, 0
        while len(moved) < questions and not any("Вопросы закончились" in said for said in trainer.said):
            started = time.perf_counter()
            await trainer.click("screen-next")
            asked += 1
            if not await all_see(joined, asked):
                continue  # an order, a match or an item answered aloud: no radio
            moved.append(time.perf_counter() - started)
            took += await asyncio.gather(*(phone.vote(n % 2) for n, phone in enumerate(joined)))
            await trainer.until(lambda: any(f"{phones} из {phones}" in said for said in trainer.said))
            shown += phones
    return {
        "phones": phones, "votes": len(took), "shown": shown, "p50": float(np.percentile(took, 50)),
        "p95": float(np.percentile(took, 95)), "most": max(took), "next_question_most": max(moved),
    }  # fmt: skip


def main() -> int:
    """Serve, measure, print; 1 if a vote is missing or 95 in 100 are not counted in time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phones", type=int, default=30)
    parser.add_argument("--questions", type=int, default=5)
    parser.add_argument("--json", type=Path, metavar="OUT")
    options = parser.parse_args()
    with served() as port:
        found = asyncio.run(measure(port, options.phones, options.questions))
    print(json.dumps(found, indent=1))
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    return int(found["p95"] > LIMIT or found["votes"] != found["shown"])


if __name__ == "__main__":
    sys.exit(main())
