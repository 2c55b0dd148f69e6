"""Running: the desk on a socket that listens, until it is told to stop."""

from __future__ import annotations

import socket
from types import FrameType

import uvicorn
from fastapi import FastAPI

# What one desk takes at a time, and how long a silent connection is kept; far above what a few readers need.
_CONNECTIONS, _KEEP_ALIVE, _LONGEST_HEAD = 100, 15, 32_000
_PATIENCE = 3  # seconds for what is under way when it is told to stop


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
    _Server(config).run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that Ctrl-C ends in order, however often it is pressed, so that there is nothing to complain of."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.should_exit = True
