"""Running: the desk on a socket that listens, until it is told to stop."""

from __future__ import annotations

import gc
import socket
from types import FrameType

import uvicorn
from fastapi import FastAPI

# What one desk takes at a time, and how long a silent connection is kept; far above what a few readers need.
_CONNECTIONS, _KEEP_ALIVE, _LONGEST_HEAD = 100, 15, 32_000
_PATIENCE = 3  # seconds for what is under way when it is told to stop
# So many objects are made before the garbage of the youngest is looked for, and so many rounds of it before that of the older:
# a page of thousands of rows would stop several times else (a fifth of its time; `benchmarks/desk.py`).
_YOUNG, _OLDER, _OLDEST = 50_000, 20, 100


def run(app: FastAPI, listening: socket.socket) -> None:
    """Answers whoever asks, until Ctrl-C; then what is under way has some seconds to end."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=_PATIENCE,
        h11_max_incomplete_event_size=_LONGEST_HEAD,
        ws="none",
    )
    settle()
    _Server(config).run(sockets=[listening])


def settle() -> None:
    """Leaves what was loaded so far out of the search for garbage, and makes that rarer: for a process that serves alone."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, _OLDER, _OLDEST)


class _Server(uvicorn.Server):
    """A server that Ctrl-C ends in order, however often it is pressed, so that there is nothing to complain of."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.should_exit = True
