"""Deciding: what a form of decision brings (who, why, and where to go back to), and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import Depends, Form, Request
from starlette.responses import RedirectResponse, Response

from onrecord.surfaces.desk.links import is_local
from onrecord.vocabulary import UsageError

PERSON = "desk-by"
_YEAR = 365 * 24 * 3600
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Decided:
    """Who decides (`by`), why (None where no reason was given), and the page to go back to (None for the page's own choice)."""

    by: str
    why: str | None
    back: str | None

    def redirect(self, otherwise: str) -> Response:
        """The way back to the page that the form stood on, else to `otherwise`; the browser keeps who decided."""
        answer = RedirectResponse(self.back or otherwise, status_code=303)
        answer.set_cookie(PERSON, quote(self.by), max_age=_YEAR, httponly=True, samesite="strict", path="/")
        return answer


def person(request: Request) -> str:
    """Who decided last in this browser, "" where nobody did."""
    cookies: dict[str, str] = request.scope.get("state", {}).get("cookies", {})
    return unquote(cookies.get(PERSON, ""))[:_LONGEST_NAME]


def _decided(by: Annotated[str, Form()] = "", why: Annotated[str, Form()] = "", back: Annotated[str, Form()] = "") -> Decided:
    name = " ".join(by.split())
    if not name:
        raise UsageError("A decision is kept with who took it: go back and fill in your name.")
    if len(name) > _LONGEST_NAME:
        raise UsageError(f"A name has at most {_LONGEST_NAME} characters.")
    return Decided(name, " ".join(why.split()) or None, back if is_local(back) else None)


# What a page that takes a decision asks for: `def judge(request: Request, here: Here, decision: Decision) -> Response`.
Decision = Annotated[Decided, Depends(_decided)]
