"""`onrecord show`: one statement in its article, with source, cue and content marked."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from onrecord.ledger import StatementRow, open_ledger
from onrecord.surfaces.cli import options, printing
from onrecord.surfaces.days import in_words
from onrecord.surfaces.rows import statement_row
from onrecord.surfaces.telling import act_of
from onrecord.text.paragraphs import paragraphs
from onrecord.vocabulary import Record, Statement


@click.command()
@click.argument("statement_id", metavar="ID")
@click.option("--whole", is_flag=True, help="Show the whole article, not only the paragraphs of the statement.")
@options.as_json
@options.ledger
def show(statement_id: str, ledger_path: Path, whole: bool, json_lines: bool) -> None:
    """Show a statement in its article, its source, cue and content marked.

    ID is a statement's id or its first digits (4 at least).

    \b
    Example:
      onrecord show 3fa9c1d2
    """
    with open_ledger(ledger_path, read_only=True) as ledger:
        row = ledger.statement(statement_id)
        if row is None:
            printing.not_there("statement", statement_id)
        record = ledger.record(row.article.id)
    if json_lines:
        printing.print_json([statement_row(row)])
        return
    assert record is not None
    print_statement(printing.console(), row, record, whole=whole)


def print_statement(out: Console, row: StatementRow, record: Record, *, whole: bool = False) -> None:
    """Print a statement in its article (`record` has the text), its source, cue and content marked."""
    out.print(_facts(row))
    out.print()
    out.print(_context(row, record, whole=whole))
    if not out.is_terminal:
        for span, role in printing.roles(row.statement):
            out.print(Text(f"{role:8} {span.start}-{span.end}  {span.text}"))


def _facts(row: StatementRow) -> Text:
    one, article = row.statement, row.article
    lines = [
        ("statement", one.id),
        ("speaker", _speaker(one)),
        ("kind", f"{one.kind}; speech act: {act_of(one) or 'not known'}; confidence {one.confidence:.2f}"),
        ("to", one.addressee or ""),
        ("venue", one.venue or ""),
        ("within", one.within or ""),
        ("repeats", one.repeats or ""),
        ("article", f"{article.title or article.id} — {article.outlet or 'outlet not known'}, {_published(row)}"),
        ("at", article.url or article.path or ""),
        ("judged", printing.decided(row)),
    ]
    text = Text()
    for name, value in lines:
        if value:
            text.append(f"{name:10}", "dim").append(f"{value}\n")
    text.append("source", printing.STYLES["source"]).append("  ").append("cue", printing.STYLES["cue"]).append("  ")
    return text.append("content", printing.STYLES["content"])


def _speaker(one: Statement) -> str:
    if one.speaker is None:
        return "not known (the text names nobody)"
    return f"{one.speaker.name} ({in_words(one.speaker.reason)})"


def _published(row: StatementRow) -> str:
    published = row.article.published
    return f"published {printing.day(published)} ({published.basis})" if published else "day of publication not known"


def _context(row: StatementRow, record: Record, *, whole: bool) -> Text:
    text = record.article.text
    spans = row.statement.spans
    start, end = spans[0].start, spans[-1].end
    around = [place for place in paragraphs(text) if place[0] < end and start < place[1]]
    begin, finish = (0, len(text)) if whole else (around[0][0], around[-1][1])
    return printing.marked(text, begin, finish, printing.roles(row.statement))
