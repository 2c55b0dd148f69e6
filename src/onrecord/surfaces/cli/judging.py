"""`onrecord judge`: a person's word on what the machine found between articles and on questions."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.ledger import Judgement, Ledger, open_ledger
from onrecord.surfaces.cli import options, printing
from onrecord.surfaces.cli.identifying import decider
from onrecord.surfaces.cli.relating import placed, related
from onrecord.surfaces.rows import judgement_row
from onrecord.vocabulary import Position, Reading, UsageError, Verdict


@click.command()
@click.argument("subject", metavar="ID")
@click.argument("verdict", type=click.Choice(["confirm", "reject", "correct", "undo"]))
@click.option("--with", "other", metavar="ID", help="Of two statements, the other: whether both report one utterance.")
@click.option("--as", "right", metavar="POSITION", help="What a position is: should:opposes, will:conditional, not-about.")
@click.option("--why", metavar="WORDS", help="The reason, kept with the decision.")
@click.option("--by", metavar="NAME", help="Who decides (default: your login name).")
@options.as_json
@options.ledger
def judge(subject: str, verdict: str, ledger_path: Path, *, json_lines: bool, **decision: str | None) -> None:
    """Confirm or reject a disagreement, a copy, a position, a shift, or that statements report one utterance; or undo it.

    ID is a disagreement's, a copy's, a position's, a shift's, a statement's or, for undo, a judgement's. A statement rejected is
    taken out of its utterance; with another one, it is said of the two whether they report one utterance. A position is put right
    with `correct --as READING:POSITION`; what you confirm or correct is an example for statements alike. Every decision is kept
    with who made it, when and why, and later runs respect it.

    \b
    Example:
      onrecord judge 3fa9c1d2 reject --why "two different votes"
      onrecord judge 77aa01b2 confirm --with 90cc13d4 --why "the same speech"
      onrecord judge 41d07c3e correct --as should:opposes --why "he quotes his rival"
      onrecord judge 5e0f7712 undo
    """
    with open_ledger(ledger_path, create=False) as ledger:
        waited = _unplaced(ledger)
        made = _decide(ledger, subject, verdict, **decision)
        if ledger.waiting():
            related(ledger)
            placed(ledger)
        row = next(one for one in ledger.judgements(machine=False) if one.judgement.id == made.id)
        learns = _unplaced(ledger) > waited
    if json_lines:
        printing.print_json([judgement_row(row)])
    else:
        click.echo(f"{made.verdict}: {row.says}; take it back with `onrecord judge {made.id[:8]} undo`")
    if learns:
        click.echo("`onrecord relate` learns from it for statements alike, and for shifts", err=True)


def _unplaced(ledger: Ledger) -> int:
    return sum(row.waiting for row in ledger.questions())


def _decide(ledger: Ledger, subject: str, verdict: str, **decision: str | None) -> Judgement:
    other, right, by, why = decision["other"], decision["right"], decider(decision["by"]), decision["why"]
    if (right is not None) != (verdict == "correct"):
        raise UsageError("a position is put right with both: `onrecord judge ID correct --as should:opposes`")
    if right is None:
        return ledger.judge(subject, Verdict(verdict), other=other, by=by, why=why)
    reading, position = _read(right)
    return ledger.correct_position(subject, reading, position, by=by, why=why)


def _read(right: str) -> tuple[Reading | None, Position]:
    """The reading and position that words such as "should:opposes" name; Raises UsageError where they name none."""
    if right == Position.NOT_ABOUT:
        return None, Position.NOT_ABOUT
    reading, _, position = right.partition(":")
    try:
        found = Reading(reading), Position(position)
    except ValueError:
        found = None
    if found is None or found[1] is Position.NOT_ABOUT:
        told = ", ".join(f"{one}:{other}" for one in Reading for other in Position if other is not Position.NOT_ABOUT)
        raise UsageError(f"{right!r} is no position: give one of {told}, not-about")
    return found
