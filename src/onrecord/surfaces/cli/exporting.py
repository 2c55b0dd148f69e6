"""`onrecord export`: the ledger's tables as JSON Lines, CSV or Parquet; statements as annotations, references, feed; positions in
the shapes of discourse networks.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from pathlib import Path
from typing import TextIO

import click

from onrecord.ledger import (
    TABLES,
    Ledger,
    PositionQuery,
    PositionRow,
    StatementQuery,
    StatementRow,
    UtteranceQuery,
    open_ledger,
)
from onrecord.surfaces.cli import options, printing
from onrecord.surfaces.cli.questioning import asked_for
from onrecord.surfaces.columns import CSV_COLUMNS, write_csv
from onrecord.surfaces.discourse import Voice, voices, write_dna, write_graphml
from onrecord.surfaces.headings import Headings
from onrecord.surfaces.interchange import dumps
from onrecord.surfaces.parquet import check_installed, write_parquet
from onrecord.surfaces.rows import Row, table_row
from onrecord.surfaces.takeaway.feeds import FEED_LENGTH, Channel, atom, feed
from onrecord.surfaces.takeaway.spreadsheets import write_excel_csv
from onrecord.surfaces.takeaway.writing import FORMS, sources, write_statements
from onrecord.surfaces.timeline import middle_of
from onrecord.vocabulary import UsageError

_FORMATS = ("jsonl", "csv", "excel-csv", "parquet")
# Of statements: annotations, references, a feed.
_QUOTED = (*FORMS, "atom")
# Of positions, for programs that draw discourse networks.
_NETWORKS = ("dna", "graphml")


@click.command()
@click.option("--table", "name", type=click.Choice(TABLES), help="Which table.")
@click.option(
    "--format",
    "form",
    type=click.Choice((*_FORMATS, *_QUOTED, *_NETWORKS)),
    default="jsonl",
    show_default=True,
    help="File format.",
)
@click.option(
    "--statement", "chosen", metavar="ID", multiple=True, help="Of the formats of statements: this one alone; may be repeated."
)
@click.option("--question", metavar="ID", help="Of dna and graphml: on this question alone (default: all that are followed).")
@click.option("--all-versions", is_flag=True, help="Older versions of edited articles too.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file, not to stdout.")
@options.ledger
def export(  # noqa: PLR0913  a command: each parameter is an option
    *,
    name: str | None,
    form: str,
    chosen: tuple[str, ...],
    question: str | None,
    all_versions: bool,
    output: Path | None,
    ledger_path: Path,
) -> None:
    """Print a table of the ledger, every row of it; or its statements as annotations, references or a feed; or its positions for
    Discourse Network Analyzer, or as a network of actors.

    excel-csv is CSV that Excel opens with all its letters, in which no cell is taken for a formula. Parquet needs pyarrow:
    pip install 'onrecord[parquet]'. Of the other formats there is one table, which need not be named.

    Of statements: webannotation (W3C Web Annotation), schema-org (Quotation and Claim), footnotes (Markdown), csl-json and ris
    (for programs that keep references), atom (a feed of those added last). Of positions: dna, a CSV file of statements (start,
    stop, person, organization, concept, agreement), and graphml, a network whose edges say who agrees with whom, and who is
    opposed to whom.

    \b
    Example:
      onrecord export --table statements --format csv -o statements.csv
      onrecord export --table utterances --format parquet -o utterances.parquet
      onrecord export --format footnotes --statement 3fa9c1d2 --statement 90bd77e1
      onrecord export --format graphml --question bridge -o bridge.graphml
    """
    if output is not None and output.exists() and ledger_path.exists() and output.samefile(ledger_path):
        raise UsageError(f"{output} is the ledger itself: name another file with -o")
    if chosen and form not in _QUOTED:
        raise UsageError(f"--statement goes with --format {', '.join(_QUOTED)}")
    if form in _QUOTED:
        if name not in (None, "statements") or question is not None:
            wrong = "--question" if name in (None, "statements") else f"--table {name}"
            raise UsageError(f"the format {form} is one of statements: leave out {wrong}")
        with open_ledger(ledger_path, read_only=True) as ledger:
            _write_statements(ledger, form, _asked(ledger, chosen, all_versions=all_versions), output)
        return
    if form in _NETWORKS:
        if name not in (None, "positions"):
            raise UsageError(f"the format {form} is one of positions: leave out --table {name}")
        with open_ledger(ledger_path, read_only=True) as ledger:
            _write_network(ledger, form, question, output)
        return
    if name is None or question is not None:
        missing = "say which table with --table" if name is None else "--question goes with --format dna or graphml"
        raise UsageError(f"{missing}: the tables are {', '.join(TABLES)}")
    if form == "parquet":
        check_installed()
        if output is None and sys.stdout.isatty():
            raise UsageError("a Parquet file is nothing to read on a terminal: name a file with -o")
    with open_ledger(ledger_path, read_only=True) as ledger:
        rows = (table_row(row) for row in ledger.table(name, all_versions=all_versions))
        if form == "parquet":
            _say_if_replaced(output)
            with output.open("wb") if output else nullcontext(sys.stdout.buffer) as file:
                write_parquet(rows, name, file)
        else:
            _write_text(rows, name, form, output)


def _write_text(rows: Iterable[Row], name: str, form: str, output: Path | None) -> None:
    with _opened(output) as target:
        if form == "csv":
            write_csv(rows, CSV_COLUMNS[name], target)
        elif form == "excel-csv":
            write_excel_csv(rows, CSV_COLUMNS[name], target)
        else:
            target.writelines(dumps(row) + "\n" for row in rows)


def _asked(ledger: Ledger, chosen: tuple[str, ...], *, all_versions: bool) -> StatementQuery | list[StatementRow]:
    """The statements with some ids, in their order; the query that means all of them where none is given."""
    if not chosen:
        return StatementQuery(all_versions=all_versions)
    return [ledger.statement(one) or printing.not_there("statement", one) for one in chosen]


def _write_statements(ledger: Ledger, form: str, asked: StatementQuery | list[StatementRow], output: Path | None) -> None:
    with _opened(output) as target:
        if form != "atom":
            rows = ledger.statements(asked) if isinstance(asked, StatementQuery) else asked
            write_statements(form, rows, sources(ledger), target)
            return
        about = Channel("Statements on the record")
        if isinstance(asked, StatementQuery):
            target.write(feed(ledger, asked, about))
        else:
            target.write(atom(asked, about, ledger.judged_at([row.statement.id for row in asked])))
    if isinstance(asked, StatementQuery) and (total := ledger.count_statements(asked)) > FEED_LENGTH:
        click.echo(f"onrecord: the feed has the {FEED_LENGTH} that were added last, of {total} statements", err=True)


def _write_network(ledger: Ledger, form: str, question: str | None, output: Path | None) -> None:
    row = asked_for(ledger, question) if question is not None or not ledger.questions() else None
    found = _voices(ledger, row.question.id if row is not None else None)

    @lru_cache(maxsize=64)
    def text_of(article: str) -> str:
        record = ledger.record(article)
        return record.article.text if record is not None else ""

    with _opened(output) as target:
        if form == "dna":
            write_dna(found, text_of, target)
        else:
            told = {one: row for row in ledger.utterances(UtteranceQuery(statements=2)) for one in row.statements}
            write_graphml(found, told, target)


def _voices(ledger: Ledger, question: str | None) -> Iterator[Voice]:
    known = {row.actor.id: row.actor for row in ledger.actors()}
    headings = Headings(known.values())

    def body_of(row: PositionRow) -> str | None:
        actor, day = known.get(row.actor or ""), middle_of(row)
        return headings.of(actor, day.isoformat() if day else None) if actor is not None else None

    texts = {row.question.id: row.question.text for row in ledger.questions()}
    return voices(ledger.positions(PositionQuery(question=question)), texts, body_of)


def _opened(output: Path | None) -> AbstractContextManager[TextIO]:
    _say_if_replaced(output)
    return output.open("w", encoding="utf-8", newline="") if output else nullcontext(sys.stdout)


def _say_if_replaced(output: Path | None) -> None:
    if output is not None and output.is_file():
        click.echo(f"onrecord: {output} was there and is replaced", err=True)
