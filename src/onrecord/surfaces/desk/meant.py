"""Meant: what the id in an address, or the beginning of one, means."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from fastapi import HTTPException, Request
from starlette.responses import RedirectResponse, Response

_Found = TypeVar("_Found")


def there(found: _Found | None) -> _Found:
    """What was found. Raises a 404 for nothing."""
    if found is None:
        raise HTTPException(404)
    return found


def whole(request: Request, prefix: str, identity: str, address: Callable[[str], str]) -> Response | None:
    """The way from the beginning of an id to the page of the whole, which asks the same; None where the id is whole."""
    if prefix == identity:
        return None
    query = request.url.query
    return RedirectResponse(f"{address(identity)}?{query}" if query else address(identity), status_code=303)
