"""Sending: what every answer of the desk tells the browser to keep to, whichever page it comes from."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

# The cookie by which a browser's forms are known, and the methods that decide nothing.
CSRF = "desk-form"
SAFE = ("GET", "HEAD", "OPTIONS")

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Not "no-referrer": a browser would then hide the origin of the desk's own forms too.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Sending:
    """Sends an answer with the headers that every answer has, but for those that it brings itself; without its body where only
    the head was asked for. With a `nonce` a page hands it to the browser; what is `private` nobody may keep.
    """

    def __init__(self, send: Send, method: str, nonce: str | None, *, private: bool) -> None:
        self._send, self._method, self._nonce, self._private = send, method, nonce, private
        self.started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
            private = self._private or self._method not in SAFE or message["status"] >= 400
            if "cache-control" not in headers or private:
                headers["Cache-Control"] = "no-store" if private else "private, no-cache"
            if self._nonce is not None and headers.get("content-type", "").startswith("text/html"):
                headers.append("Set-Cookie", f"{CSRF}={self._nonce}; Path=/; HttpOnly; SameSite=Strict")
        elif self._method == "HEAD" and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await self._send(message)
