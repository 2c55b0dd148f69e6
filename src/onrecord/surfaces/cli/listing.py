"""`onrecord statements`, `articles` and `rejections`: what the ledger holds, filtered, as a table or JSON Lines."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.table import Column

from onrecord.ledger import STATEMENT_STATUSES, ArticleQuery, Order, StatementQuery, StatementRow, open_ledger
from onrecord.surfaces.cli import options, printing
from onrecord.surfaces.rows import article_row, rejection_row, statement_row
from onrecord.vocabulary import Kind

Command = TypeVar("Command", bound=Callable[..., object])

# Which cells of a statement's row make a history of one speaker: id, day, act, kind, the words, the outlet.
_HISTORY = (0, 1, 4, 5, 6, 2)


def _choice(values: type[StrEnum]) -> click.Choice[str]:
    return click.Choice([one.value for one in values])


def _filters(command: Command) -> Command:
    for option in (
        click.option("--all-versions", is_flag=True, help="Older versions of edited articles too."),
        click.option("--limit", type=click.IntRange(0), help="At most so many rows (default: all)."),
        click.option("--order", type=_choice(Order), help="Order of the rows (default: added; of one speaker, oldest)."),
        click.option("--text", help='Words to be found, as search finds them: word "a phrase" -not this OR that.'),
        click.option("--until", metavar="DAY", help="Last day (YYYY-MM-DD); rows without a day are left out."),
        click.option("--since", metavar="DAY", help="First day (YYYY-MM-DD); rows without a day are left out."),
        click.option("--outlet", help="Whole name of the outlet, in any case."),
    ):
        command = option(command)
    return command


@click.command()
@click.option("--speaker", help="Name of the speaker in any spelling, or the beginning of one of its words.")
@click.option("--actor", metavar="REF", help="The actor that speaks: an id, the beginning of one, or a name.")
@click.option("--kind", type=_choice(Kind), help="How the words are given.")
@click.option("--article", metavar="ID", help="Statements of one article.")
@click.option("--status", type=click.Choice(STATEMENT_STATUSES), help="Those that a person judged so, or said nothing of.")
@_filters
@options.as_json
@options.ledger
def statements(
    ledger_path: Path,
    json_lines: bool,
    article: str | None,
    kind: str | None,
    order: str | None,
    **filters: Any,
) -> None:
    """List who said what. Of one speaker it is a history: by the day of saying, the last one last.

    The day is the day of saying where it is known, else of publication (in brackets).

    \b
    Example:
      onrecord statements --speaker Brandt --since 2031-01-01
      onrecord statements --text '"open door" -summit' --json
    """
    with open_ledger(ledger_path, read_only=True) as ledger:
        whole = ledger.article(article) if article else None
        if article and whole is None:
            printing.not_there("article", article)
        of_one = filters["actor"] is not None or filters["speaker"] is not None
        if filters["actor"] is not None:
            filters["actor"] = ledger.actor_meant(filters["actor"]).id
        query = StatementQuery(
            article=whole.id if whole else None,
            kind=Kind(kind) if kind else None,
            order=Order(order) if order else Order.OLDEST if of_one else Order.ADDED,
            **filters,
        )
        if json_lines:
            printing.print_json(statement_row(row) for row in ledger.statements(query))
            return
        found = list(ledger.statements(query))
        total = ledger.count_statements(query)
    if not total:
        printing.none_found("statement")
        return
    columns = [Column("id", no_wrap=True), Column("day", no_wrap=True), Column("outlet", max_width=22)]
    columns += [Column("speaker", max_width=26), Column("act"), Column("kind"), Column("said", ratio=1)]
    rows = [_cells(row) for row in found]
    speakers = {row.statement.speaker.actor if row.statement.speaker else None for row in found}
    if of_one and len(speakers) == 1:
        # A history: the day, the words, the outlet; who speaks is known.
        click.echo(f"{printing.speaker(found[0].statement)}:", err=True)
        columns = [columns[place] for place in _HISTORY]
        rows = [[cells[place] for place in _HISTORY] for cells in rows]
    printing.console().print(printing.table(columns, rows))
    click.echo(printing.counted(len(rows), total, "statement"), err=True)


def _cells(row: StatementRow) -> list[str]:
    """The cells of a statement, the day in brackets where it is that of publication."""
    number, day, *rest = printing.statement_cells(row)
    is_published = row.statement.said_on is None and row.article.published is not None
    return [number, f"({day})" if is_published else day, *rest]


@click.command()
@_filters
@options.as_json
@options.ledger
def articles(ledger_path: Path, json_lines: bool, order: str | None, **filters: object) -> None:
    """List the articles.

    \b
    Example:
      onrecord articles --outlet "The Courier" --order newest
    """
    query = ArticleQuery(order=Order(order or Order.ADDED), **filters)  # type: ignore[arg-type]
    with open_ledger(ledger_path, read_only=True) as ledger:
        if json_lines:
            printing.print_json(article_row(row) for row in ledger.articles(query))
            return
        found = list(ledger.articles(query))
        total = ledger.count_articles(query)
    if not total:
        printing.none_found("article")
        return
    rows = [
        [row.id[:8], printing.day(row.published), row.outlet or "", str(row.statements), printing.titled(row)] for row in found
    ]
    columns = [Column("id", no_wrap=True), Column("published", no_wrap=True), Column("outlet", max_width=26)]
    columns += [Column("statements", justify="right"), Column("title", ratio=1)]
    printing.console().print(printing.table(columns, rows))
    click.echo(printing.counted(len(rows), total, "article"), err=True)


@click.command()
@options.as_json
@options.ledger
def rejections(ledger_path: Path, json_lines: bool) -> None:
    """List the inputs that were no articles, with the reason and what to do.

    \b
    Example:
      onrecord rejections
    """
    with open_ledger(ledger_path, read_only=True) as ledger:
        found = ledger.rejections()
    if json_lines:
        printing.print_json(rejection_row(row) for row in found)
    elif not found:
        printing.none_found("rejection")
    else:
        rows = [[row.rejection.reason, row.rejection.path, row.rejection.detail] for row in found]
        printing.console().print(
            printing.table([Column("reason", no_wrap=True), Column("path"), Column("what to do", ratio=1)], rows)
        )
