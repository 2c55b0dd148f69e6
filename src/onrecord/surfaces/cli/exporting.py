"""`onrecord export`: the ledger's tables as JSON Lines, CSV or Parquet."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path

import click

from onrecord.ledger import TABLES, open_ledger
from onrecord.surfaces.cli import options
from onrecord.surfaces.interchange import dumps
from onrecord.surfaces.parquet import check_installed, write_parquet
from onrecord.surfaces.rows import CSV_COLUMNS, Row, table_row, write_csv
from onrecord.vocabulary import UsageError

_FORMATS = ("jsonl", "csv", "parquet")


@click.command()
@click.option("--table", "name", type=click.Choice(TABLES), required=True, help="Which table.")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="jsonl", show_default=True, help="File format.")
@click.option("--all-versions", is_flag=True, help="Older versions of edited articles too.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file, not to stdout.")
@options.ledger
def export(name: str, form: str, all_versions: bool, output: Path | None, ledger_path: Path) -> None:
    """Print a table of the ledger, every row of it.

    Parquet needs pyarrow: pip install 'onrecord[parquet]'.

    \b
    Example:
      onrecord export --table statements --format csv -o statements.csv
      onrecord export --table utterances --format parquet -o utterances.parquet
    """
    if form == "parquet":
        check_installed()
        if output is None and sys.stdout.isatty():
            raise UsageError("a Parquet file is nothing to read on a terminal: name a file with -o")
    with open_ledger(ledger_path, read_only=True) as ledger:
        rows = (table_row(row) for row in ledger.table(name, all_versions=all_versions))
        if form == "parquet":
            with output.open("wb") if output else nullcontext(sys.stdout.buffer) as file:
                write_parquet(rows, name, file)
        else:
            _write_text(rows, name, form, output)


def _write_text(rows: Iterable[Row], name: str, form: str, output: Path | None) -> None:
    with output.open("w", encoding="utf-8", newline="") if output else nullcontext(sys.stdout) as target:
        if form == "csv":
            write_csv(rows, CSV_COLUMNS[name], target)
        else:
            target.writelines(dumps(row) + "\n" for row in rows)
