"""Problems: why a program gets no answer, as RFC 9457 has it (application/problem+json)."""

from __future__ import annotations

from http import HTTPStatus

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from onrecord.surfaces.desk.links import api_url
from onrecord.vocabulary import OnrecordError, UsageError

PROBLEM = "application/problem+json"


def problem(status: int, why: str, headers: dict[str, str] | None = None) -> JSONResponse:
    """The answer that says why not."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": why}
    return JSONResponse(told, status_code=status, headers=headers, media_type=PROBLEM)


def problem_of(error: Exception) -> JSONResponse:
    """The answer to an error of ours, or of a request that makes no sense."""
    match error:
        case UsageError():
            return problem(400, f"{error}")
        case OnrecordError():
            return problem(503, f"{error}")
        case RequestValidationError():
            return problem(400, "; ".join(_wrong(one) for one in error.errors()))
        case HTTPException():
            return problem(error.status_code, f"{error.detail}", dict(error.headers) if error.headers else None)
    raise error


def _wrong(one: dict[str, object]) -> str:
    place = one.get("loc")
    name = place[-1] if isinstance(place, tuple | list) and place else "something"
    if one.get("type") == "extra_forbidden":
        return f"“{name}” is no filter of this: {api_url()} tells which there are"
    return f"“{name}”: {one.get('msg')}"
