"""Load the library and the model in the background, so that the first visitor need not wait for them.

What is loaded is what a question needs, in the way a question needs it: the page's own examples are asked, and their
answers thrown away. No language model is asked. Where something is missing it keeps quiet: the page says so when asked.
What stays for good is then taken out of the garbage collector's sight, which would walk through it again and again.
"""

from __future__ import annotations

import contextlib
import gc
import threading
from datetime import date

from assistant import answering, embedding, library, phrases
from assistant.composing import Question
from assistant.errors import AssistantError
from assistant.law import LANGUAGES
from assistant.settings import Settings


def begin(settings: Settings) -> threading.Thread:
    """Start loading in a thread that does not hold up the end of the process; the thread."""
    thread = threading.Thread(target=warm, args=(settings,), name="warming", daemon=True)
    thread.start()
    return thread


def warm(settings: Settings) -> int:
    """Ask one example in each language; how many were answered: fewer where library or model cannot be had."""
    done = 0
    with contextlib.suppress(AssistantError):
        held = library.current(settings)
        for lang in LANGUAGES:
            asked = answering.understand(
                phrases.say("example_1", lang), held, date.today(), lang, settings.jurisdiction
            )
            if isinstance(asked, Question):
                answering.answer(asked, held, embedding.open_embedder(settings))
                done += 1
    gc.collect()
    gc.freeze()
    return done
