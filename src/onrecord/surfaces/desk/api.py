"""The record as JSON: a documented interface to read it by, over the same queries as the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from onrecord.ledger import ArticleRow, TableRow
from onrecord.surfaces.desk import filters, selecting, shapes
from onrecord.surfaces.desk.asked import Asked
from onrecord.surfaces.desk.links import Value, api_url, with_query
from onrecord.surfaces.desk.opened import Here, Opened
from onrecord.surfaces.desk.problems import PROBLEM, problem
from onrecord.surfaces.interchange import dumps, span_json
from onrecord.surfaces.rows import Row, article_row, question_row, statement_row, table_row

_WRONG = {"content": {PROBLEM: {"schema": shapes.Problem.model_json_schema()}}}
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    "4XX": {"description": "What was asked cannot be answered; `detail` says what to do.", **_WRONG},
    "5XX": {"description": "The ledger cannot be read now.", **_WRONG},
}

router = APIRouter(prefix="/api/v1", responses=_PROBLEMS, tags=["The record"])


@router.get("/statements", response_model=shapes.Rows[shapes.Statement])
def statements(request: Request, here: Here, some: Annotated[filters.StatementFilters, Query()]) -> Response:
    """Statements: who said what, when, and which article says so. Where the day of saying is not known, the day of publication
    stands for it in `since`, `until` and the order.
    """
    return _view(request, here, "statements", some)


@router.get("/articles", response_model=shapes.Rows[shapes.ArticleWithText] | shapes.Rows[shapes.Article])
def articles(request: Request, here: Here, some: Annotated[filters.TextFilters, Query()]) -> Response:
    """Articles; one without a day is left out as soon as `since` or `until` is given."""
    if some.text == "1":
        return _view(request, here, "articles", some)
    return _view(request, here, "articles", some, rows=lambda ledger, query: ledger.articles(query))


@router.get("/actors", response_model=shapes.Rows[shapes.Actor])
def actors(request: Request, here: Here, some: Annotated[filters.ActorFilters, Query()]) -> Response:
    """Actors over all articles, those with most statements first."""
    return _view(request, here, "actors", some)


@router.get("/utterances", response_model=shapes.Rows[shapes.Utterance])
def utterances(request: Request, here: Here, some: Annotated[filters.UtteranceFilters, Query()]) -> Response:
    """Utterances: one act of saying, with every statement that reports it."""
    return _view(request, here, "utterances", some)


@router.get("/disagreements", response_model=shapes.Rows[shapes.Disagreement])
def disagreements(request: Request, here: Here, some: Annotated[filters.DisagreementFilters, Query()]) -> Response:
    """What two reports cannot both be right about, the surest first."""
    return _view(request, here, "disagreements", some)


@router.get("/positions", response_model=shapes.Rows[shapes.PositionRow])
def positions(request: Request, here: Here, some: Annotated[filters.PositionFilters, Query()]) -> Response:
    """What each statement says on the questions that are followed."""
    return _view(request, here, "positions", some)


@router.get("/shifts", response_model=shapes.Rows[shapes.ShiftRow])
def shifts(request: Request, here: Here, some: Annotated[filters.ShiftFilters, Query()]) -> Response:
    """Who changed position, by day: candidates until a person confirms them."""
    return _view(request, here, "shifts", some)


@router.get("/questions", response_model=shapes.Rows[shapes.QuestionRow])
def questions(request: Request, here: Here, some: Annotated[filters.Some, Query()]) -> Response:
    """The questions that are followed, in the order in which they were added."""
    found = here.ledger.questions()
    cut = found[some.offset : some.offset + some.limit]
    return _sent(_page(request, some, len(found), [question_row(row) for row in cut]))


@router.get("/search", response_model=shapes.FoundRows)
def search(request: Request, here: Here, some: Annotated[filters.SearchFilters, Query()]) -> Response:
    """Statements and articles that hold some words, the best first. `limit` and `offset` count statements and articles each."""
    found = here.ledger.search(some.q, limit=some.limit, offset=some.offset, all_versions=some.versions == "1")
    totals = {"statements_total": found.statements_total, "articles_total": found.articles_total}
    place = _place(request, some, max(totals.values()))
    hits: list[Row] = [
        {"found": "statement", "score": hit.score, "matches": [span_json(span) for span in hit.matches], **statement_row(hit.row)}
        for hit in found.statements
    ]
    read: list[Row] = [
        {
            "found": "article",
            "score": hit.score,
            "matches": [span_json(span) for span in hit.matches],
            "snippet": span_json(hit.snippet),
            **article_row(hit.row),
        }
        for hit in found.articles
    ]
    return _sent(totals | place | {"statements": hits, "articles": read})


@router.api_route("/{rest:path}", methods=["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"], include_in_schema=False)
def elsewhere(request: Request) -> Response:
    """What there is not, or is for reading only."""
    if request.method in ("GET", "HEAD"):
        return problem(404, f"there is nothing here: {api_url()} tells what there is")
    return problem(405, "the record can be read here, and nothing else", {"Allow": "GET, HEAD"})


Rows = Callable[[Any, Any], Iterable[TableRow | ArticleRow]]


def _view(request: Request, here: Opened, name: str, some: filters.Some, rows: Rows | None = None) -> Response:
    view = selecting.VIEWS[name]
    asked = Asked.of(request)
    query = view.asked(here.ledger, asked)
    total = here.kept((name, query), lambda ledger: view.count(ledger, query))
    cut = replace(query, limit=some.limit, offset=some.offset)
    found = (rows or view.rows)(here.ledger, cut)
    told = [article_row(row) if isinstance(row, ArticleRow) else table_row(row) for row in found]
    return _sent(_page(request, some, total, told))


def _page(request: Request, some: filters.Some, total: int, rows: list[Row]) -> Row:
    return {"total": total, **_place(request, some, total), "rows": rows}


def _place(request: Request, some: filters.Some, total: int) -> Row:
    after = some.offset + some.limit
    asked: dict[str, Value] = {**dict(request.query_params.multi_items()), "limit": some.limit, "offset": after}
    following = with_query(request.url.path, **asked) if after < total else None
    return {"limit": some.limit, "offset": some.offset, "next": following}


def _sent(answer: Row) -> Response:
    return Response(dumps(answer), media_type="application/json")
