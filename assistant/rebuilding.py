"""Build the library anew in another process while this one goes on answering from the old one.

One build at a time; a change that comes while it runs is built after it. It decides nothing about the library.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.settings import ROOT

COMMAND = (sys.executable, str(ROOT / "ingest.py"), "build")
IDLE, RUNNING, DONE, FAILED = "idle", "running", "done", "failed"
LONGEST_DETAIL = 500  # characters of what a build that failed says


@dataclass
class Rebuild:
    """The build of this process: where it stands, and what the one that failed said."""

    command: Sequence[str] = COMMAND
    state: str = IDLE
    detail: str = ""
    _again: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def start(self, lang: str) -> None:
        """Begin a build, or have one more follow the one that runs; messages come in `lang`."""
        with self._lock:
            if self.state == RUNNING:
                self._again = True
                return
            self.state, self.detail, self._again = RUNNING, "", False
        threading.Thread(target=self._run, args=(lang,), daemon=True).start()

    def _run(self, lang: str) -> None:
        while True:
            command = [*self.command, "--messages", lang]
            ran = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
            with self._lock:
                if self._again:
                    self._again = False
                    continue
                self.state = FAILED if ran.returncode else DONE
                said = ran.stderr.strip().splitlines()
                self.detail = said[-1][:LONGEST_DETAIL] if ran.returncode and said else ""
                return
