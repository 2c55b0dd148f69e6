"""`onrecord judge`: a person's word on what the machine found between articles."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.ledger import open_ledger
from onrecord.surfaces.cli import options, printing
from onrecord.surfaces.cli.identifying import decider
from onrecord.surfaces.cli.relating import related
from onrecord.surfaces.rows import judgement_row
from onrecord.vocabulary import Verdict


@click.command()
@click.argument("subject", metavar="ID")
@click.argument("verdict", type=click.Choice(["confirm", "reject", "undo"]))
@click.option("--with", "other", metavar="ID", help="Of two statements, the other: whether both report one utterance.")
@click.option("--why", metavar="WORDS", help="The reason, kept with the decision.")
@click.option("--by", metavar="NAME", help="Who decides (default: your login name).")
@options.as_json
@options.ledger
def judge(subject: str, verdict: str, ledger_path: Path, *, json_lines: bool, **decision: str | None) -> None:
    """Confirm or reject a disagreement, a copy, or that statements report one utterance; or take a decision back.

    ID is a disagreement's, a copy's, a statement's or, for undo, a judgement's. A statement rejected is taken out of its
    utterance; with another one, it is said of the two whether they report one utterance. Every decision is kept with who made
    it, when and why, and later runs respect it.

    \b
    Example:
      onrecord judge 3fa9c1d2 reject --why "two different votes"
      onrecord judge 77aa01b2 confirm --with 90cc13d4 --why "the same speech"
      onrecord judge 5e0f7712 undo
    """
    with open_ledger(ledger_path, create=False) as ledger:
        other, by, why = decision["other"], decider(decision["by"]), decision["why"]
        made = ledger.judge(subject, Verdict(verdict), other=other, by=by, why=why)
        if ledger.waiting():
            related(ledger)
        row = next(one for one in ledger.judgements(machine=False) if one.judgement.id == made.id)
    if json_lines:
        printing.print_json([judgement_row(row)])
    else:
        click.echo(f"{made.verdict}: {row.says}; take it back with `onrecord judge {made.id[:8]} undo`")
