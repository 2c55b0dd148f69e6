"""The desk as an application: every page, the files that ship with it, and the rules around all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio.to_thread
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from onrecord import __version__
from onrecord.surfaces.desk import api, taking
from onrecord.surfaces.desk.failing import told
from onrecord.surfaces.desk.links import STATIC, api_url
from onrecord.surfaces.desk.opened import Opened
from onrecord.surfaces.desk.pages import (
    actors,
    articles,
    disagreements,
    questions,
    reviewing,
    searching,
    story,
    utterances,
)
from onrecord.surfaces.desk.security import Guard, Rules
from onrecord.vocabulary import OnrecordError

_PAGES = (story, questions, actors, articles, utterances, disagreements, searching, reviewing, taking)
# Pages made at one time: each thread keeps the ledger open, with up to 32 MB of it in memory.
_THREADS = 8


def desk(opened: Opened, rules: Rules) -> FastAPI:
    """The desk on an opened ledger, keeping to the rules; it closes the ledger when it ends."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = _THREADS
        yield
        opened.close()

    app = FastAPI(
        title="onrecord",
        version=__version__,
        description="Who said what, when, and which outlet says so: the record of one ledger, to be read.",
        openapi_url=api_url(),
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.opened, app.state.rules = opened, rules
    for one in _PAGES:
        app.include_router(one.router, include_in_schema=False)
    app.include_router(api.router)
    app.mount("/static", _Shipped(directory=STATIC))
    for kind in (OnrecordError, HTTPException, RequestValidationError):
        app.add_exception_handler(kind, _told)
    app.add_middleware(Guard, rules=rules)
    return app


class _Shipped(StaticFiles):
    """The files that ship; one asked for by its fingerprint never changes, so that a browser may keep it."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        answer = await super().get_response(path, scope)
        kept = scope["query_string"].startswith(b"v=") and answer.status_code == 200
        answer.headers["Cache-Control"] = "public, max-age=31536000, immutable" if kept else "no-cache"
        return answer


async def _told(request: Request, error: Exception) -> Response:
    return told(request, error)
