"""Security: who may ask, what may be sent, and what a browser is told to keep to. Around every page, so that none can forget it.

1. The name that is asked for must be one of the desk's own: no page elsewhere can point a name of its own at it (DNS rebinding).
2. Where the desk is reached from other machines, a token is demanded: once in the address, from then on in a cookie.
3. Addresses and bodies have a limit.
4. A decision must come from a form of this desk: same origin, and the value that is signed for this browser. Never where the desk
   is for reading only.
5. Every answer carries a content-security policy that allows nothing but the desk's own files.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.surfaces.desk.failing import refused, told

LOOPBACK = frozenset(("127.0.0.1", "localhost", "[::1]"))
# Bytes of an address with its query, of a body, and fields in it: far above what any page of the desk sends.
_LONGEST_ADDRESS, _LONGEST_BODY, _MOST_FIELDS = 8_000, 64_000, 200
_CSRF = "desk-form"
_SAFE = ("GET", "HEAD", "OPTIONS")

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


@dataclass(frozen=True, slots=True)
class Rules:
    """What the desk keeps to. `token` is demanded where it is given; `hosts` are the names that it answers to (without port),
    None for any, which needs a token; with `read_only` no decision is taken. `secret` signs forms.
    """

    token: str | None = None
    hosts: frozenset[str] | None = LOOPBACK
    read_only: bool = False
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    @property
    def cookie(self) -> str:
        """The cookie that stands for the token; named by it, since desks on several ports share their cookies."""
        return f"desk-{self.sign('name')[:12]}"

    def sign(self, words: str) -> str:
        """What nobody can make without the token or, where there is none, the secret."""
        key = self.token.encode() if self.token else self.secret
        return hmac.new(key, words.encode(), hashlib.sha256).hexdigest()

    def signed_form(self, nonce: str) -> str:
        """The value of a form for the browser that keeps this nonce."""
        return hmac.new(self.secret, f"form {nonce}".encode(), hashlib.sha256).hexdigest()


class Guard:
    """The middleware that keeps the rules around every page."""

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        self._app = app
        self._rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        head = scope["method"] == "HEAD"
        request = Request(scope, receive)
        cookies = _cookies(request)
        nonce = cookies.get(_CSRF) or secrets.token_urlsafe(24)
        scope.setdefault("state", {})
        scope["state"] |= {
            "form": self._rules.signed_form(nonce),
            "read_only": self._rules.read_only,
            "cookies": cookies,
            "welcome": False,
        }
        sending = _Sending(send, self._rules, None if _CSRF in cookies else nonce, scope["method"], head=head)
        body = b""
        answer = self._unwelcome(request, cookies)
        if answer is None:
            scope["state"]["welcome"] = True
            try:
                body = await _body(request)
                answer = self._undecided(request, body, cookies.get(_CSRF))
            except _TooLargeError:
                answer = refused(request, 413, f"What was sent is larger than {_LONGEST_BODY} bytes.")
        if head:
            scope["method"] = "GET"
        if answer is not None:
            await answer(scope, receive, sending)
            return
        try:
            await self._app(scope, _replayed(body, receive), sending)
        except Exception as error:
            if sending.started:
                raise
            await told(request, error)(scope, receive, sending)

    def _unwelcome(self, request: Request, cookies: dict[str, str]) -> Response | None:
        """The answer to who may not ask at all; None where all is well."""
        rules = self._rules
        if rules.hosts is not None and _name_of(request.headers) not in rules.hosts:  # 1
            return refused(
                request, 400, "This desk does not answer to that name. Open the address that `onrecord serve` printed."
            )
        if len(request.scope["raw_path"]) + len(request.scope["query_string"]) > _LONGEST_ADDRESS:  # 3
            return refused(request, 414, f"This address is longer than {_LONGEST_ADDRESS} bytes.")
        if rules.token is None or request.url.path.startswith("/static/"):
            return None
        right = rules.sign("cookie")  # 2
        if _same(cookies.get(rules.cookie), right) or _same(_bearer(request.headers), rules.token):
            return None
        given = parse_qsl(request.url.query, keep_blank_values=True)
        if request.method in _SAFE and any(name == "token" and _same(value, rules.token) for name, value in given):
            left = urlencode([pair for pair in given if pair[0] != "token"])
            path = "/" + request.url.path.lstrip("/\\")
            welcome = RedirectResponse(f"{path}?{left}" if left else path, status_code=303)
            welcome.set_cookie(rules.cookie, right, httponly=True, samesite="strict", path="/")
            return welcome
        return refused(request, 401, "This desk asks for a token. Open the whole address that `onrecord serve` printed.")

    def _undecided(self, request: Request, body: bytes, nonce: str | None) -> Response | None:
        """The answer to a decision that does not come from a form of this desk; None where it does, or nothing is decided."""
        if request.method in _SAFE:
            return None
        if self._rules.read_only:  # 4
            return refused(request, 403, "This desk was opened for reading only: nothing can be decided here.")
        if not _is_own(request):
            return refused(request, 403, "This was sent from another place than this desk, so nothing was decided.")
        if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/x-www-form-urlencoded":
            return refused(request, 415, "Decisions are sent as a form (application/x-www-form-urlencoded).")
        return self._unsigned(request, body, nonce)

    def _unsigned(self, request: Request, body: bytes, nonce: str | None) -> Response | None:
        """The answer to a form that does not hold the value signed for this browser; None where it does."""
        try:
            fields = dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=_MOST_FIELDS))
        except ValueError:
            return refused(request, 400, "What was sent is not a form, or has too many fields.")
        if nonce is None or not _same(fields.get("form"), self._rules.signed_form(nonce)):
            return refused(
                request, 403, "This form is too old, so nothing was decided. Go back, load the page again, and send it."
            )
        return None


class _Sending:
    """Sends an answer with the headers that every answer has; without its body where only the head was asked for."""

    def __init__(self, send: Send, rules: Rules, nonce: str | None, method: str, *, head: bool) -> None:
        self._send, self._rules, self._nonce, self._method, self._head = send, rules, nonce, method, head
        self.started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            private = self._rules.token is not None or self._method not in _SAFE or message["status"] >= 400
            if "cache-control" not in headers or private:
                headers["Cache-Control"] = "no-store" if private else "private, no-cache"
            if self._nonce is not None and headers.get("content-type", "").startswith("text/html"):
                headers.append("Set-Cookie", f"{_CSRF}={self._nonce}; Path=/; HttpOnly; SameSite=Strict")
        elif self._head and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await self._send(message)


class _TooLargeError(Exception):
    """A body is larger than any that the desk takes."""


async def _body(request: Request) -> bytes:
    if request.method in _SAFE:
        return b""
    told = request.headers.get("content-length", "0")
    if not told.isascii() or not told.isdigit() or int(told) > _LONGEST_BODY:
        raise _TooLargeError
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > _LONGEST_BODY:
            raise _TooLargeError
        parts.append(part)
    return b"".join(parts)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """What hands out a body that was read already, and then whatever comes."""
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def replayed() -> Message:
        return waiting.pop() if waiting else await receive()

    return replayed


def _is_own(request: Request) -> bool:
    """Whether a request comes from a page of this desk, by what the browser says of it (no page can change that)."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin") or request.headers.get("referer")
    if origin is None:
        return True
    parts = urlsplit(origin)
    return parts.scheme in ("http", "https") and parts.netloc.lower() == request.headers.get("host", "").lower()


def _name_of(headers: Headers) -> str:
    host = headers.get("host", "").lower()
    return host[: host.rfind("]") + 1] if host.startswith("[") else host.split(":")[0]


def _bearer(headers: Headers) -> str | None:
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def _cookies(request: Request) -> dict[str, str]:
    try:
        read = SimpleCookie("; ".join(request.headers.getlist("cookie")))
    except CookieError:
        return {}
    return {name: morsel.value for name, morsel in read.items()}


def _same(given: str | None, right: str) -> bool:
    return given is not None and hmac.compare_digest(given.encode("utf-8", "replace"), right.encode())


def hosts_for(host: str) -> Iterable[str]:
    """The names that a desk on an address answers to, as they stand in a request: an IPv6 address in brackets."""
    return {*LOOPBACK, f"[{host.lower()}]" if ":" in host else host.lower()}
