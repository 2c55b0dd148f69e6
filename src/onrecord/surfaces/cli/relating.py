"""`onrecord relate`: finds what the articles of a ledger have to do with one another."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.ledger import Ledger, Placed, Related, open_ledger
from onrecord.surfaces.cli import options, printing
from onrecord.surfaces.cli.reading import progress


@click.command()
@click.option("--again", is_flag=True, help="Relate and place all articles anew, not only those that are new or changed.")
@options.ledger
def relate(*, again: bool, ledger_path: Path) -> None:
    """Find copies, one utterance in many reports, how its wording drifted, and what cannot both be right.

    Where questions are followed (`onrecord question`), find positions on them too, and who moved. `add` does this for what it
    adds; only what is new or changed since is compared. What a person confirmed or rejected stays.

    \b
    Example:
      onrecord relate
      onrecord relate --again --ledger bid.db
    """
    with open_ledger(ledger_path, create=False) as ledger:
        done = [related(ledger, again=again), placed(ledger, again=again)]
    for line in filter(None, done):
        click.echo(line)


def related(ledger: Ledger, *, again: bool = False) -> str:
    """Relates what is new in a ledger; what was found, in a line."""
    from onrecord.relate import Relater  # noqa: PLC0415  numpy is slow to import

    with progress("relating") as advance:
        done = ledger.relate(Relater(), again=again, progress=lambda _done, _total: advance())
    return _told(done)


def placed(ledger: Ledger, *, again: bool = False) -> str:
    """Places what is new in a ledger on the questions that are followed; what was found, in a line; "" where nothing was new."""
    if not ledger.questions():
        return ""
    from onrecord.relate.placer import Placer  # noqa: PLC0415  numpy is slow to import

    with progress("placing") as advance:
        done = ledger.place(Placer(), again=again, progress=lambda _done, _total: advance())
    return _told_of_questions(done)


def _told_of_questions(done: Placed) -> str:
    if not done.statements:
        return ""
    counts = [
        printing.number(done.statements, "statement", "statements"),
        printing.number(done.questions, "question", "questions"),
    ]
    found = [printing.number(done.positions, "position", "positions"), printing.number(done.shifts, "shift", "shifts")]
    return f"placed {' on '.join(counts)}: {', '.join(found)}"


def _told(done: Related) -> str:
    if not done.articles:
        return "nothing new to relate"
    words = [(done.articles, "article"), (done.statements, "statement")]
    counted = " with ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in words)
    copies = f"{done.copies} {'copy' if done.copies == 1 else 'copies'}"
    return f"related {counted}: {copies}, {done.links} {'link' if done.links == 1 else 'links'} between statements"
