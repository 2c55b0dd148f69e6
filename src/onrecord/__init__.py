"""onrecord reads the news and keeps the record of who said what, when, and which outlet says so.

article = onrecord.read("story.txt", outlet="The Courier")
for statement in onrecord.extract(article).statements:
    print(statement.speaker, statement.content)

with onrecord.open_ledger("onrecord.db") as ledger:
    ledger.add(onrecord.extract(article))
    onrecord.frame(ledger, "statements")
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

# The room `onrecord.extract` is loaded first, so that the function below keeps the name `onrecord.extract` for callers:
# loading it later would put the module in its place. Inside the house the room is imported by name from its module.
from onrecord.extract import statements as _statements  # noqa: F401
from onrecord.vocabulary import Article, Record, RejectedError, Rejection, UsageError

if TYPE_CHECKING:
    from onrecord.ledger import Ledger
    from onrecord.pipeline import Pipeline

__version__ = "0.1.0"
__all__ = ["__version__", "extract", "frame", "open_ledger", "read", "read_all"]


def read(
    path: str | PathLike[str],
    *,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
    title: str | None = None,
) -> Article:
    """The article in a file (plain text, Markdown, HTML, or JSON Lines with one line).

    What is given here wins over what a `meta.csv` beside the file or the file itself says; `published` is an ISO 8601 day,
    time, or interval of two. Raises RejectedError where the file holds no article, with the reason and what to do, and
    UsageError where it holds several (see `read_all`).
    """
    from onrecord.clean import Given, read_path  # noqa: PLC0415

    given = Given(outlet=outlet, published=published, url=url, title=title)
    found = list(read_path(Path(path), given=given))
    if len(found) > 1:
        raise UsageError(f"{path} holds {len(found)} articles: read them with onrecord.read_all")
    if isinstance(found[0], Rejection):
        raise RejectedError(found[0])
    return found[0]


def read_all(*paths: str | PathLike[str]) -> Iterator[Article | Rejection]:
    """The articles in files and folders, in order, and a rejection for each input that is none. Raises nothing on an input."""
    from onrecord.clean import Given  # noqa: PLC0415
    from onrecord.pipeline import articles  # noqa: PLC0415
    from onrecord.settings import Settings  # noqa: PLC0415

    return articles([Path(path) for path in paths], Given(), Settings())


def extract(article: Article) -> Record:
    """The record of an article: its statements, each with its evidence. The model is loaded at the first call (0.4 s)."""
    return _pipeline().record(article)


def open_ledger(path: str | PathLike[str] = "onrecord.db", *, read_only: bool = False) -> Ledger:
    """The ledger kept in a file, made where there is none; a context manager. Raises LedgerError where it cannot be opened."""
    from onrecord.identify.who.resolving import resolve  # noqa: PLC0415
    from onrecord.ledger import open_ledger as opened  # noqa: PLC0415

    return opened(Path(path), read_only=read_only, resolve=resolve)


def frame(ledger: Ledger, table: str, query: object = None, library: Literal["pandas", "polars"] | None = None) -> Any:
    """A data frame of a table of the ledger, a row for each, with the columns of CSV; of the rows that a query means where one is
    given (`onrecord.ledger.StatementQuery(speaker="Orlan")` for "statements").

    `library` None is the one of pandas and polars that is in use, or installed. It needs pyarrow too. Raises UsageError where
    something is not installed, there is no such table, or the query is none of it.
    """
    from onrecord.surfaces.frames import frame as made  # noqa: PLC0415

    return made(ledger, table, query, library)


@cache
def _pipeline() -> Pipeline:
    from onrecord.pipeline import Pipeline, provenance  # noqa: PLC0415
    from onrecord.settings import Settings  # noqa: PLC0415

    return Pipeline(provenance(Settings()))
