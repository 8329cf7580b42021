"""A visitor of the page that speaks to it as a browser does, over its websocket: it draws nothing, but asks as often.

Twenty browsers on one machine measure the browsers; twenty of these measure the page. It judges nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from websockets.asyncio.client import ClientConnection

PATIENCE = 90.0  # seconds for anything
ANSWERED = re.compile(r"-(?:chip|good-0)-(\d+)")


class Visitor:
    """One visitor of a page: what it was sent, and the words, choices and clicks that it sends."""

    def __init__(self, port: int, path: str, query: str = "", source: str = "127.0.0.1") -> None:
        self.port, self.path, self.query, self.source = port, path, query, source
        self.shown: dict[tuple[int, ...], tuple[int, str, list[str]]] = {}  # place: run, id of a widget or "", words
        self.received = bytearray()
        self._run = 0
        self.finished = asyncio.Event()
        self._page = ""
        self._polls: dict[str, tuple[int, asyncio.Task[None]]] = {}
        self._socket: ClientConnection | None = None
        self._reader: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Visitor:
        """Connect and have the page drawn."""
        from websockets.asyncio.client import connect
        from websockets.typing import Subprotocol

        self._socket = await connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream", subprotocols=[Subprotocol("streamlit")],
            max_size=2**26, local_addr=(self.source, 0), ping_interval=None,
        )  # fmt: skip
        self._reader = asyncio.create_task(self._read())
        await self._send()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Leave the page."""
        for task in (*(task for _, task in self._polls.values()), *([self._reader] if self._reader else [])):
            task.cancel()
        if self._socket:
            await self._socket.close()

    async def _send(self, fragment: str = "", chosen: Sequence[str] = (), **value: Any) -> None:
        from streamlit.proto.BackMsg_pb2 import BackMsg

        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.page_script_hash, state.fragment_id = self.query, self._page, fragment
        state.page_name = "" if self._page else self.path
        state.is_auto_rerun = bool(fragment)
        state.context_info.url = f"http://127.0.0.1:{self.port}/{self.path}"
        state.context_info.locale = "ru-RU"
        if value:
            widget = state.widget_states.widgets.add(**value)
            if chosen:
                widget.string_array_value.data.extend(chosen)
        if self._socket:
            await self._socket.send(message.SerializeToString())

    async def _read(self) -> None:
        from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

        assert self._socket
        async for raw in self._socket:
            data = raw if isinstance(raw, bytes) else raw.encode()
            self.received += data
            message = ForwardMsg.FromString(data)
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self._run += 1
            elif kind == "navigation":
                self._page = message.navigation.page_script_hash
            elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                self._element(tuple(message.metadata.delta_path), message.delta.new_element)
            elif kind == "auto_rerun":
                self._poll_every(message.auto_rerun.fragment_id, message.auto_rerun.interval)
            elif kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    self._forget_former()
                self.finished.set()

    def _element(self, place: tuple[int, ...], element: object) -> None:
        kind = element.WhichOneof("type")  # type: ignore[attr-defined]
        held = getattr(element, kind)
        if kind in ("radio", "button", "multiselect", "chat_input"):
            words = list(held.options) if kind in ("radio", "multiselect") else [getattr(held, "label", "")]
            self.shown[place] = (self._run, held.id, words)
        else:
            self.shown[place] = (self._run, "", [held.body] if kind in ("markdown", "heading", "alert") else [])

    def _forget_former(self) -> None:
        """A run of the whole page takes away what it did not draw again."""
        self.shown = {place: each for place, each in self.shown.items() if each[0] == self._run}
        for fragment, (run, task) in list(self._polls.items()):
            if run != self._run:
                task.cancel()
                del self._polls[fragment]

    def _poll_every(self, fragment: str, seconds: float) -> None:
        _, task = self._polls.get(fragment) or (0, asyncio.create_task(self._poll(fragment, seconds)))
        self._polls[fragment] = (self._run, task)

    @property
    def said(self) -> list[str]:
        """What the page says now."""
        return [word for _, name, words in self.shown.values() if not name for word in words]

    @property
    def widgets(self) -> dict[str, list[str]]:
        """The id of each radio, button and list, and its options."""
        return {name: words for _, name, words in self.shown.values() if name}

    async def _poll(self, fragment: str, seconds: float) -> None:
        while True:
            await asyncio.sleep(seconds)
            await self._send(fragment)

    def widget(self, ending: str) -> str:
        """The id of the one radio or button whose key ends so, or nothing."""
        return next((each for each in self.widgets if each.endswith(ending)), "")

    async def until(self, holds: Callable[[], object]) -> float:
        """Wait until something holds; the seconds it took. TimeoutError."""
        started = time.perf_counter()
        while not holds():
            self.finished.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.finished.wait(), 0.02)
            if time.perf_counter() - started > PATIENCE:
                raise TimeoutError(f"{self.path}: {self.said[-5:]}")
        return time.perf_counter() - started

    async def click(self, key: str) -> None:
        """Press the button with a key, once it is there."""
        await self.until(lambda: self.widget(f"-{key}"))
        await self._send(id=self.widget(f"-{key}"), trigger_value=True)

    async def choose(self, key: str, option: str) -> None:
        """Choose one option of the list with a key, once it is there."""
        await self.until(lambda: self.widget(f"-{key}"))
        await self._send(id=self.widget(f"-{key}"), chosen=[option])

    async def ask(self, question: str) -> float:
        """Type a question into the page; the seconds until the first of its answer's buttons stands there."""
        from streamlit.proto.Common_pb2 import ChatInputValue

        await self.until(lambda: self.widget("-question"))
        before, started = self._answered(), time.perf_counter()
        await self._send(id=self.widget("-question"), chat_input_value=ChatInputValue(data=question))
        await self.until(lambda: self._answered() - before)
        return time.perf_counter() - started

    def _answered(self) -> set[str]:
        """The numbers of the turns that are shown: by the buttons of their sources, or those to judge a refusal."""
        return {found[1] for name in self.widgets if (found := ANSWERED.search(name))}
