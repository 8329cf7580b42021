"""Serve the page: `python -m assistant.ui.serving [--server.port=… and other options of streamlit run]`.

Library and model load beside it from the first moment, once a process. Everything else is Streamlit's own command; what
is shown is decided in app.py and the pages.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from assistant import warming
from assistant.settings import ROOT, Settings


def main(options: Sequence[str]) -> None:
    """Start loading, then serve until the process is ended; AssistantError if a setting is wrong."""
    from streamlit import net_util
    from streamlit.web import cli

    net_util.get_external_ip = _unknown
    warming.begin(Settings.from_environment())
    cli.main(["run", str(ROOT / "app.py"), *options], prog_name="streamlit")


def _unknown() -> None:
    """No address of this machine as seen from outside.

    Asked by a page of another origin, Streamlit 1.67 would have a public service tell it that address (SAFETY 19).
    """


if __name__ == "__main__":
    main(sys.argv[1:])
