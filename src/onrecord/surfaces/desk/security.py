"""Security: who may ask, what may be sent, and what a browser is told to keep to. Around every page, so that none can forget it.

1. The name that is asked for must be one of the desk's own: no page elsewhere can point a name of its own at it (DNS rebinding).
2. Where the desk is reached from other machines, a token is demanded: once in the address, from then on in a cookie; of a feed in
   the address each time.
3. Addresses and bodies have a limit.
4. A decision must come from a form of this desk: same origin, and the value that is signed for this browser. Never where the desk
   is for reading only.
5. Every answer carries a content-security policy that allows nothing but the desk's own files (`sending.py`).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request, cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.surfaces.desk.failing import refused, told
from onrecord.surfaces.desk.receiving import LONGEST_BODY, TooLargeError, body_of, replayed
from onrecord.surfaces.desk.sending import CSRF, SAFE, Sending

LOOPBACK = frozenset(("127.0.0.1", "localhost", "[::1]"))
# Bytes of an address with its query, and fields of a form: far above what any page of the desk sends.
_LONGEST_ADDRESS, _MOST_FIELDS = 8_000, 200


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
        request = Request(scope, receive)
        cookies = _cookies(request)
        nonce = cookies.get(CSRF) or secrets.token_urlsafe(24)
        scope.setdefault("state", {})
        scope["state"] |= {
            "form": self._rules.signed_form(nonce),
            "read_only": self._rules.read_only,
            "cookies": cookies,
            "welcome": False,
        }
        sending = Sending(send, scope["method"], None if CSRF in cookies else nonce, private=self._rules.token is not None)
        body = b""
        answer = self._unwelcome(request, cookies)
        if answer is None:
            scope["state"]["welcome"] = True
            try:
                body = await body_of(request)
                answer = self._undecided(request, body, cookies.get(CSRF))
            except TooLargeError:
                answer = refused(request, 413, f"What was sent is larger than {LONGEST_BODY} bytes.")
        if scope["method"] == "HEAD":
            scope["method"] = "GET"
        if answer is not None:
            await answer(scope, receive, sending)
            return
        try:
            await self._app(scope, replayed(body, receive), sending)
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
        return self._unlet(request, cookies, rules.token)  # 2

    def _unlet(self, request: Request, cookies: dict[str, str], token: str) -> Response | None:
        """The answer to who does not bring the token, or brings it for a browser to keep; None for who is let in."""
        rules, right = self._rules, self._rules.sign("cookie")
        if _same(cookies.get(rules.cookie), right) or _same(_bearer(request.headers), token):
            return None
        given = parse_qsl(request.url.query, keep_blank_values=True)
        if request.method in SAFE and any(name == "token" and _same(value, token) for name, value in given):
            left = urlencode([pair for pair in given if pair[0] != "token"])
            if _is_feed(request):
                request.scope["query_string"] = left.encode()  # the token goes no further, into no address of the feed
                return None
            path = "/" + request.url.path.lstrip("/\\")
            welcome = RedirectResponse(f"{path}?{left}" if left else path, status_code=303)
            welcome.set_cookie(rules.cookie, right, httponly=True, samesite="strict", path="/")
            return welcome
        return refused(request, 401, "This desk asks for a token. Open the whole address that `onrecord serve` printed.")

    def _undecided(self, request: Request, body: bytes, nonce: str | None) -> Response | None:
        """The answer to a decision that does not come from a form of this desk; None where it does, or nothing is decided."""
        if request.method in SAFE:
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


def _is_own(request: Request) -> bool:
    """Whether a request comes from a page of this desk, by what the browser says of it (no page can change that)."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin") or request.headers.get("referer")
    if origin is None:
        return True
    parts = urlsplit(origin)
    return parts.scheme in ("http", "https") and parts.netloc.lower() == request.headers.get("host", "").lower()


def _is_feed(request: Request) -> bool:
    """Whether a feed is asked for: who reads feeds follows the address each time, and keeps no cookies."""
    return request.url.path.startswith("/take/") and request.url.path.endswith(".atom")


def _name_of(headers: Headers) -> str:
    host = headers.get("host", "").lower()
    return host[: host.rfind("]") + 1] if host.startswith("[") else host.split(":")[0]


def _bearer(headers: Headers) -> str | None:
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def _cookies(request: Request) -> dict[str, str]:
    """The cookies by name, each read by itself: other programs of this machine have theirs beside the desk's, in any form."""
    return cookie_parser("; ".join(request.headers.getlist("cookie")))


def _same(given: str | None, right: str) -> bool:
    return given is not None and hmac.compare_digest(given.encode("utf-8", "replace"), right.encode())


def hosts_for(host: str) -> Iterable[str]:
    """The names that a desk on an address answers to, as they stand in a request: an IPv6 address in brackets."""
    return {*LOOPBACK, f"[{host.lower()}]" if ":" in host else host.lower()}
