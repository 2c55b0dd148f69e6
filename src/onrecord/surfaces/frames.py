"""Data frames of the ledger's tables, by way of Arrow: of pandas or polars, whichever is there; neither is needed otherwise."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal

from onrecord.ledger import (
    TABLES,
    ActorQuery,
    ArticleQuery,
    ArticleText,
    DisagreementQuery,
    Ledger,
    PositionQuery,
    ShiftQuery,
    StatementQuery,
    TableRow,
    UtteranceQuery,
)
from onrecord.surfaces.parquet import arrow_table, check_installed
from onrecord.surfaces.rows import table_row
from onrecord.vocabulary import UsageError

Library = Literal["pandas", "polars"]
_LIBRARIES: tuple[Library, ...] = ("pandas", "polars")


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which queries narrow a table, and how its rows are asked for then."""

    query: type
    rows: Callable[[Ledger, Any], Iterator[TableRow]]


def _texts(ledger: Ledger, query: ArticleQuery) -> Iterator[TableRow]:
    for row in ledger.articles(query):
        if (record := ledger.record(row.id)) is not None:
            yield ArticleText(row, record.article.text, record.article.zones)


_ASKED = {
    "articles": _Asked(ArticleQuery, _texts),
    "statements": _Asked(StatementQuery, lambda ledger, query: ledger.statements(query)),
    "actors": _Asked(ActorQuery, lambda ledger, query: ledger.actors(query)),
    "utterances": _Asked(UtteranceQuery, lambda ledger, query: ledger.utterances(query)),
    "disagreements": _Asked(DisagreementQuery, lambda ledger, query: ledger.disagreements(query)),
    "positions": _Asked(PositionQuery, lambda ledger, query: ledger.positions(query)),
    "shifts": _Asked(ShiftQuery, lambda ledger, query: ledger.shifts(query)),
}


def frame(ledger: Ledger, table: str, query: object = None, library: Library | None = None) -> Any:
    """A data frame of a table, or of the rows of it that a query means; the columns are those of CSV.

    Of what a statement says, `content_start`, `content_end` and `content_text` are the first fragment, `content` all of them.
    `library` None is the one that the program has imported, else that which is installed, pandas before polars.
    """
    chosen = _chosen(library)
    check_installed()
    made = arrow_table((table_row(row) for row in _rows(ledger, table, query)), table)
    return made.to_pandas() if chosen == "pandas" else import_module("polars").from_arrow(made)


def _rows(ledger: Ledger, table: str, query: object) -> Iterator[TableRow]:
    if query is None:
        return ledger.table(table)
    if table not in TABLES:
        raise UsageError(f"there is no table {table!r}: the tables are {', '.join(TABLES)}")
    asked = _ASKED.get(table)
    if asked is None:
        raise UsageError(f"the table {table!r} takes no query: leave it out")
    if type(query) is not asked.query:
        raise UsageError(f"the table {table!r} takes a query of the kind {asked.query.__name__}, not {type(query).__name__}")
    return asked.rows(ledger, query)


def _chosen(library: str | None) -> str:
    """The library that makes the frame. Raises UsageError where none is installed, or the one asked for is not."""
    if library is not None and library not in _LIBRARIES:
        raise UsageError(f"{library!r} makes no data frames here: give one of {', '.join(_LIBRARIES)}")
    wanted = (library,) if library is not None else _LIBRARIES
    found = [one for one in wanted if one in sys.modules] or [one for one in wanted if _is_installed(one)]
    if not found:
        names = " or ".join(wanted)
        raise UsageError(f"a data frame needs {names}, not installed here: `pip install {wanted[0]}`")
    return found[0]


def _is_installed(library: str) -> bool:
    return find_spec(library) is not None
