"""Failing: every error as a page that says what happened and what to do next; never a traceback."""

from __future__ import annotations

import secrets
import sys
import traceback
from http import HTTPStatus

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.surfaces.desk.deciding import DoneError, OvertakenError
from onrecord.surfaces.desk.links import api_url, review_url
from onrecord.surfaces.desk.opened import ReadOnlyError
from onrecord.surfaces.desk.overtaken import overtaken
from onrecord.surfaces.desk.problems import problem
from onrecord.surfaces.desk.views import page
from onrecord.vocabulary import LedgerError, OnrecordError, UsageError

_TITLES = {
    400: "That cannot be asked",
    401: "A token is needed",
    403: "Not allowed here",
    404: "There is nothing here",
    405: "Not possible here",
    413: "Too much at once",
    414: "Too much at once",
    503: "The ledger cannot be read now",
    500: "Something went wrong",
}
_NOT_FOUND = "Nothing in this ledger has that address. It may have been written down wrongly, or come from another ledger."


def refused(request: Request, status: int, why: str) -> Response:
    """A page, or for programs a problem, that says why not."""
    if request.url.path.startswith("/api/"):
        return problem(status, why)
    title = _TITLES.get(status, HTTPStatus(status).phrase)
    return page(request, "error.html", status=status, title=title, why=why)


def told(request: Request, error: Exception) -> Response:
    """The answer to an error: one of ours says itself what to do; of any other the terminal is told more than the page."""
    match error:
        case DoneError() | OvertakenError():
            return error.decision.redirect(review_url()) if isinstance(error, DoneError) else overtaken(request, error)
        case ReadOnlyError():
            return refused(request, 403, f"{error}")
        case UsageError() | RequestValidationError():
            wrong = error.errors() if isinstance(error, RequestValidationError) else ()
            return refused(request, 400, "; ".join(map(_wrong, wrong)) or f"{error}")
        case LedgerError() | OnrecordError():
            return refused(request, 503, f"{error}")
        case HTTPException():
            usual = error.detail == HTTPStatus(error.status_code).phrase
            return refused(request, error.status_code, _NOT_FOUND if usual and error.status_code == 404 else f"{error.detail}")
    number = secrets.token_hex(4)
    print(f"onrecord: error {number} on {request.method} {request.url.path}", file=sys.stderr)
    traceback.print_exception(error)
    why = f"The desk could not make this page. Nothing in the ledger was changed. The terminal says more (error {number})."
    return refused(request, 500, why)


def _wrong(one: dict[str, object]) -> str:
    place = one.get("loc")
    name = place[-1] if isinstance(place, tuple | list) and place else "something"
    if one.get("type") == "extra_forbidden":
        return f"“{name}” is no filter of this: {api_url()} tells which there are"
    return f"“{name}”: {one.get('msg')}"
