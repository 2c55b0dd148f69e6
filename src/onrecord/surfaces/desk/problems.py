"""Problems: why a program gets no answer, as RFC 9457 has it (application/problem+json)."""

from __future__ import annotations

from http import HTTPStatus

from starlette.responses import JSONResponse

PROBLEM = "application/problem+json"


def problem(status: int, why: str, headers: dict[str, str] | None = None) -> JSONResponse:
    """The answer that says why not. One to whom it wants to know (401) says by what it is told."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": why}
    asking = {"WWW-Authenticate": "Bearer"} if status == HTTPStatus.UNAUTHORIZED else {}
    return JSONResponse(told, status_code=status, headers=asking | (headers or {}), media_type=PROBLEM)
