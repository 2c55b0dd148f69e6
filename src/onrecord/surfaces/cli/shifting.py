"""`onrecord shifts`: who changed position on a question, with both statements as evidence."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from onrecord.ledger import STATUSES, PositionRow, ShiftQuery, ShiftRow, open_ledger
from onrecord.surfaces import sentences
from onrecord.surfaces.cli import options, printing
from onrecord.surfaces.cli.positioning import signed
from onrecord.surfaces.cli.questioning import asked_for
from onrecord.surfaces.cli.wording import said_days, words_of
from onrecord.surfaces.rows import shift_row
from onrecord.vocabulary import ShiftKind

_LISTED = 20
_JUDGE = "confirm or reject one: `onrecord judge ID confirm|reject --why …`"
_LONGEST = 400  # characters of a statement


@click.command()
@click.argument("shift_id", metavar="[ID]", required=False)
@click.option("--question", metavar="ID", help="Which question (default: the only one that is followed).")
@click.option("--speaker", metavar="NAME", help="Part of a name of who moved, in any spelling.")
@click.option("--actor", metavar="REF", help="The actor that moved: an id, the beginning of one, or a name.")
@click.option("--kind", type=click.Choice([one.value for one in ShiftKind]), help="What kind of change.")
@click.option("--since", metavar="DAY", help="The new position taken on this day or later (2021-04-06).")
@click.option("--until", metavar="DAY", help="The new position taken on this day or earlier.")
@click.option("--status", type=click.Choice(STATUSES), help="Those that a person confirmed, rejected, or said nothing of.")
@click.option("--limit", type=click.IntRange(0), default=_LISTED, show_default=True, help="At most so many.")
@click.option("--all", "everything", is_flag=True, help="All of them, whatever the limit.")
@options.as_json
@options.ledger
def shifts(
    *,
    shift_id: str | None,
    question: str | None,
    limit: int,
    everything: bool,
    ledger_path: Path,
    json_lines: bool,
    **asked: str | None,
) -> None:
    """List who moved on a question, in the order of days; with ID, one of these changes.

    Each is a candidate, with the last statement of the former position and the first of the new one, until a person confirms or
    rejects it.

    \b
    Example:
      onrecord shifts --question bridge
      onrecord shifts --kind reversal --speaker brandt
    """
    with open_ledger(ledger_path, read_only=True) as ledger:
        if shift_id is not None:
            one = ledger.shift(shift_id)
            if one is None:
                printing.not_there("shift", shift_id)
            found, total, row = [one], 1, asked_for(ledger, one.question)
        else:
            row = asked_for(ledger, question)
            actor, kind = asked["actor"], asked["kind"]
            query = ShiftQuery(
                question=row.question.id,
                actor=ledger.actor_meant(actor).id if actor is not None else None,
                speaker=asked["speaker"],
                kind=ShiftKind(kind) if kind else None,
                since=asked["since"],
                until=asked["until"],
                status=asked["status"],
                limit=None if everything else limit,
            )
            found, total = list(ledger.shifts(query)), ledger.count_shifts(query)
    if json_lines:
        printing.print_json(shift_row(one) for one in found)
    else:
        out = printing.console()
        for one in found:
            _print(out, one)
    if not total:
        given = [f"--{name}" for name, value in asked.items() if value is not None]
        none = f": none of {printing.number(row.shifts, 'shift', 'shifts')} on {row.question.id} fits {' and '.join(given)}"
        click.echo(f"onrecord: no shift found{none if given and row.shifts else ''}", err=True)
    elif not json_lines or len(found) < total:
        click.echo(f"{printing.counted(len(found), total, 'shift')}; {_JUDGE}", err=True)
    printing.unplaced(row.waiting)


def moved(row: ShiftRow) -> Text:
    """From which position to which, with the reading of each where they are two: "will: + supports → - opposes"."""
    (reading, before), (later, after) = row.before, row.after
    line = Text(f"{reading}: ").append_text(signed(before)).append(" → ")
    return line.append("" if later is reading else f"{later}: ").append_text(signed(after))


def _print(out: Console, row: ShiftRow) -> None:
    status = f", {printing.decided(row)}" if printing.decided(row) else ""
    about = f"  {row.id[:8]}, {row.confidence:.2f}{status}"
    line = Text.assemble((f"{row.kind}: {row.actor_name}, ", "bold")).append_text(moved(row)).append(about, "dim")
    printing.print_indented(out, line, 0)
    printing.print_indented(out, Text(sentences.moved(row)), 2)
    for one in row.statements:
        printing.print_indented(out, _evidence(one), 4)
    out.print()


def _evidence(row: PositionRow) -> Text:
    where = f"  {printing.where(row.row.article)}, statement {row.row.statement.id[:8]}, position {row.id[:8]}"
    line = Text.assemble((f"{said_days(row)} ", "cyan")).append_text(signed(row.position)).append(": ")
    return line.append_text(words_of(row, _LONGEST)).append(where, "dim")
