"""`onrecord review`: what a person should look at next."""

from __future__ import annotations

from pathlib import Path

import click
from rich.table import Column

from onrecord.ledger import REVIEW_KINDS, Ledger, ReviewItem, ReviewKind, ReviewQuery, open_ledger
from onrecord.surfaces import sentences
from onrecord.surfaces.cli import options, printing
from onrecord.surfaces.reviews import review_row
from onrecord.surfaces.telling import told
from onrecord.vocabulary import UsageError

_LISTED = 20
_DECIDE = "decide with `onrecord judge ID confirm|reject|correct`; of a link, `onrecord judge ID confirm|reject --with OTHER`"


@click.command()
@click.option("--question", metavar="ID", help="What has to do with one question.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([one.value for one in ReviewKind]),
    help="What to look at; may be given several times (default: all).",
)
@click.option("--limit", type=click.IntRange(0), default=_LISTED, show_default=True, help="At most so many rows.")
@options.as_json
@options.ledger
def review(ledger_path: Path, question: str | None, kinds: tuple[str, ...], limit: int, json_lines: bool) -> None:
    """List what a person should look at next: what the machine is least sure of, and what most rests on, first.

    Statements that were read with little confidence or whose speaker is not known, positions that are not sure or that a shift
    rests on, shifts and disagreements that nobody confirmed, and links of statements to one utterance that are not sure. What you
    judge is not asked again.

    \b
    Example:
      onrecord review
      onrecord review --kind shift --kind position --question treaty
    """
    query = ReviewQuery(question=question, kinds=frozenset(map(ReviewKind, kinds)) or REVIEW_KINDS, limit=limit)
    with open_ledger(ledger_path, read_only=True) as ledger:
        if question is not None and ledger.question(question) is None:
            known = ", ".join(row.question.id for row in ledger.questions()) or "none"
            raise UsageError(f"there is no question {question!r}: those that are followed are {known}")
        found = ledger.review(query)
        total = ledger.count_review(query)
        waiting = ledger.waiting()
        rows = [] if json_lines else [_cells(ledger, item) for item in found]
    if json_lines:
        printing.print_json(review_row(item) for item in found)
    elif not total:
        click.echo("onrecord: nothing is left to look at", err=True)
    else:
        columns = [Column("what", no_wrap=True), Column("id", no_wrap=True), Column("why", ratio=1), Column("words", ratio=1)]
        printing.console().print(printing.table(columns, rows))
        of = f"{len(found)} of {total} to look at" if len(found) < total else f"{total} to look at"
        click.echo(f"{of}; {_DECIDE}", err=True)
    printing.waiting(waiting)


def _cells(ledger: Ledger, item: ReviewItem) -> list[str]:
    row = ledger.statement(item.statement) if item.statement else None
    words = f"{printing.speaker(row.statement)}: {told(row.statement)}" if row else ""
    shift = ledger.shift(item.subject) if item.kind is ReviewKind.SHIFT else None
    other = f" --with {item.other[:8]}" if item.other else ""
    return [item.kind, item.subject[:8] + other, sentences.asked(item, shift), words]
