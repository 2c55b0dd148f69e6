"""The search: statements and articles by their words, with filters that stand in the address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request
from starlette.responses import Response

from onrecord.ledger import ArticleHit, ArticleRow, Found, StatementRow
from onrecord.surfaces.desk.asked import SIZE, Asked, Pages, paged, window
from onrecord.surfaces.desk.opened import Here, Opened
from onrecord.surfaces.desk.querying import article_query, statement_query
from onrecord.surfaces.desk.views import page
from onrecord.vocabulary import Kind, Span, UsageError

router = APIRouter()

_IN = ("statements", "articles")
# Filters that the search by rank does not know: with one of them rows come by day. What the words find is the same.
_FILTERS = ("speaker", "actor", "since", "until", "kind", "outlet", "article", "within", "order", "versions")
_ONLY_STATEMENTS = ("speaker", "actor", "kind", "article", "within")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a search shows: statements with the words found, or articles with a stretch of their text; how many of each there are
    (None where nobody counted)."""

    statements: Sequence[tuple[StatementRow, tuple[Span, ...]]]
    articles: Sequence[tuple[ArticleRow, Span | None, tuple[Span, ...]]]
    pages: Pages
    number_of_statements: int | None
    number_of_articles: int | None
    ranked: bool


@router.get("/search")
def search(request: Request, here: Here) -> Response:
    """Statements or articles by words and filters. No words are an error; what is wrong with a filter is said above the boxes."""
    asked = Asked.of(request)
    shown, wrong, status = None, "", 200
    try:
        where = asked.one_of("in", _IN, "statements") or "statements"
        if asked.values.keys() - {"in"}:
            shown = _found(here, asked, where)
    except UsageError as error:
        where, wrong, status = "statements", str(error), 400
    values = {name: str(value) for name, value in asked.values.items()}
    kinds = [("", "any"), *((kind.value, kind.value) for kind in Kind)]
    context = {"shown": shown, "wrong": wrong, "where": where, "values": values, "asked": asked, "kinds": kinds}
    return page(request, "search.html", status=status, **context)


def _found(here: Opened, asked: Asked, where: str) -> _Shown:
    words = asked.words("q")
    if words and not any(asked.line(name) for name in _FILTERS):
        return _ranked(here, asked, words, where)
    return _by_day(here, asked, where)


def _ranked(here: Opened, asked: Asked, words: str, where: str) -> _Shown:
    """The best first, as the ledger ranks them."""
    offset = (asked.page - 1) * SIZE
    found: Found = here.kept(("search", words, offset), lambda ledger: ledger.search(words, limit=SIZE + 1, offset=offset))
    if where == "statements":
        hits, pages = paged(asked, found.statements, found.statements_total)
        shown = [(hit.row, hit.matches) for hit in hits]
        return _Shown(shown, (), pages, found.statements_total, found.articles_total, ranked=True)
    texts, pages = paged(asked, found.articles, found.articles_total)
    read = [(hit.row, hit.snippet, _within(hit)) for hit in texts]
    return _Shown((), read, pages, found.statements_total, found.articles_total, ranked=True)


def _by_day(here: Opened, asked: Asked, where: str) -> _Shown:
    """All that the filters let through, by day; the words are marked where they stand as they were written."""
    if where == "articles":
        of_statements = [name for name in _ONLY_STATEMENTS if asked.line(name)]
        if of_statements:
            raise UsageError(f"articles have no {' and no '.join(of_statements)}: leave it empty, or search in statements")
        query = article_query(asked)
        total = here.kept(("articles", query), lambda ledger: ledger.count_articles(query))
        rows, pages = paged(asked, here.ledger.articles(replace(query, **window(asked))), total)
        return _Shown((), [(row, None, ()) for row in rows], pages, None, total, ranked=False)
    sought = statement_query(asked)
    number = here.kept(("statements", sought), lambda ledger: ledger.count_statements(sought))
    found, pages = paged(asked, here.ledger.statements(replace(sought, **window(asked))), number)
    shown = [(row, _spelled(_searched(row), sought.text)) for row in found]
    return _Shown(shown, (), pages, number, None, ranked=False)


def _within(hit: ArticleHit) -> tuple[Span, ...]:
    return tuple(match for match in hit.matches if hit.snippet.start <= match.start < hit.snippet.end)


def _searched(row: StatementRow) -> tuple[Span, ...]:
    """What of a statement is searched: its source and its content."""
    source = row.statement.source
    return (*((source,) if source else ()), *row.statement.content)


def _spelled(spans: Sequence[Span], words: str | None) -> tuple[Span, ...]:
    """The words of a search where a text has them, or words that begin so."""
    sought = {word.lower() for word in _WORD.findall(words or "")} - {"or"}
    if not sought:
        return ()
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, sought), reverse=True))})\w*", re.IGNORECASE)
    found = ((span, match) for span in spans for match in pattern.finditer(span.text))
    return tuple(Span(span.start + match.start(), span.start + match.end(), match[0]) for span, match in found)
