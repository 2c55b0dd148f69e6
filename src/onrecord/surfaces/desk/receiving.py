"""Receiving: what a request brings, read before any page sees it, so that no page is sent more than the desk takes."""

from __future__ import annotations

from starlette.requests import Request
from starlette.types import Message, Receive

from onrecord.surfaces.desk.sending import SAFE

# Bytes of a body: far above what any form of the desk sends.
LONGEST_BODY = 64_000


class TooLargeError(Exception):
    """A body is larger than any that the desk takes."""


async def body_of(request: Request) -> bytes:
    """What was sent, whole. Raises TooLargeError."""
    if request.method in SAFE:
        return b""
    told = request.headers.get("content-length", "0")
    if not told.isascii() or not told.isdigit() or int(told) > LONGEST_BODY:
        raise TooLargeError
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > LONGEST_BODY:
            raise TooLargeError
        parts.append(part)
    return b"".join(parts)


def replayed(body: bytes, receive: Receive) -> Receive:
    """What hands out a body that was read already, and then whatever comes."""
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return waiting.pop() if waiting else await receive()

    return again
