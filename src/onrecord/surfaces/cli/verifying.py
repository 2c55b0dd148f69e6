"""`onrecord verify`: whether every word that the ledger shows stands where it says."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.ledger import ArticleQuery, StatementQuery, open_ledger
from onrecord.surfaces.cli import FAILURE, options, printing


@click.command()
@options.as_json
@options.ledger
def verify(ledger_path: Path, json_lines: bool) -> int:
    """Check every span against the stored texts; exit 1 where one fails.

    Recomputes each against the text and the hash that were stored with it, and names each that does not hold.

    \b
    Example:
      onrecord verify --ledger bid.db
    """
    failures = 0
    with open_ledger(ledger_path, read_only=True) as ledger:
        for failure in ledger.verify():
            failures += 1
            if json_lines:
                printing.print_json([{"table": failure.table, "id": failure.id, "wrong": failure.wrong}])
            else:
                click.echo(f"{failure.table} {failure.id}: {failure.wrong}")
        articles = ledger.count_articles(ArticleQuery(all_versions=True))
        statements = ledger.count_statements(StatementQuery(all_versions=True))
    verdict = f"{failures} wrong" if failures else "all holds"
    click.echo(f"{ledger_path}: {articles} articles, {statements} statements checked; {verdict}", err=json_lines)
    return FAILURE if failures else 0
