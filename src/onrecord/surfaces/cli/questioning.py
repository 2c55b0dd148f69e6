"""`onrecord question`: the questions that a user follows."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import click
from rich.table import Column
from rich.text import Text

from onrecord.ledger import Asking, Ledger, QuestionRow, open_ledger
from onrecord.surfaces.cli import options, printing
from onrecord.surfaces.cli.relating import placed
from onrecord.surfaces.rows import question_row
from onrecord.vocabulary import Position, Reading, UsageError

# The positions that phrasings are given for, in the order of a question's file.
_GIVEN = (Position.SUPPORTS, Position.CONDITIONAL, Position.OPPOSES, Position.NONCOMMITTAL)


@click.group()
def question() -> None:
    """Follow a yes/no matter: who says that it will, or should, be.

    A question is a small TOML file, or one that ships. What is added is asked of every statement, now and whenever articles are
    added.

    \b
    Example:
      onrecord question add bridge.toml
      onrecord timeline --question bridge
    """


@question.command()
@click.argument("file", metavar="FILE|NAME")
@options.ledger
def add(file: str, ledger_path: Path) -> None:
    """Follow a question, and place the statements of the ledger on it.

    FILE is a question's file; NAME one that ships: ukraine-nato. The same id with another text is asked instead of the former
    one, and every statement is placed anew; what persons judged stays.

    \b
    Example:
      onrecord question add ukraine-nato
      onrecord question add bridge.toml --ledger bid.db
    """
    from onrecord.relate.positions.files import gaps, read_question  # noqa: PLC0415  the room is slow to import

    asked, text = read_question(file)
    for missing in gaps(asked):
        click.echo(f"onrecord: {asked.id}: {missing}: it is harder to tell", err=True)
    with open_ledger(ledger_path) as ledger:
        done = ledger.add_question(asked, text)
        found = placed(ledger)
        row = ledger.question(asked.id)
        waiting = ledger.waiting()
    assert row is not None
    click.echo(f"{'kept as it was' if done is Asking.UNCHANGED else done.value}: {asked.id}, “{asked.text}”")
    if found:
        click.echo(found)
    told = f"{row.about} of {printing.number(row.statements, 'statement is', 'statements are')} about it"
    click.echo(f"{told}; see them with `onrecord timeline --question {asked.id}`" if row.statements else "nothing to place yet")
    printing.waiting(waiting)


@question.command("list")
@options.as_json
@options.ledger
def list_(ledger_path: Path, json_lines: bool) -> None:
    """List the questions that are followed.

    \b
    Example:
      onrecord question list
    """
    with open_ledger(ledger_path, read_only=True) as ledger:
        found = ledger.questions()
    if json_lines:
        printing.print_json(question_row(row) for row in found)
    elif found:
        columns = [Column("id", no_wrap=True), *(Column(name, justify="right") for name in ("about", "positions", "shifts"))]
        columns += [Column("waiting", justify="right"), Column("question", ratio=1)]
        printing.console().print(printing.table(columns, map(_cells, found)))
    if not found:
        click.echo(f"onrecord: {_NONE}", err=True)


@question.command()
@click.argument("identity", metavar="ID")
@click.option("--file", "as_file", is_flag=True, help="Print the text of the file that it was read from, to edit and add again.")
@options.as_json
@options.ledger
def show(*, identity: str, as_file: bool, ledger_path: Path, json_lines: bool) -> None:
    """Show a question: the names and words that it is about, its phrasings, and what was found.

    \b
    Example:
      onrecord question show bridge
      onrecord question show bridge --file > bridge.toml
    """
    with open_ledger(ledger_path, read_only=True) as ledger:
        row = ledger.question(identity)
        if row is None:
            _unknown(ledger, identity)
    if as_file:
        click.echo(row.text, nl=not row.text.endswith("\n"))
    elif json_lines:
        printing.print_json([question_row(row)])
    else:
        _print(row)


@question.command()
@click.argument("identity", metavar="ID")
@options.ledger
def remove(identity: str, ledger_path: Path) -> None:
    """Follow a question no longer: its positions and shifts go; what persons judged counts again where it is added again.

    \b
    Example:
      onrecord question remove bridge
    """
    with open_ledger(ledger_path, create=False) as ledger:
        row = ledger.question(identity)
        if row is None:
            _unknown(ledger, identity)
        ledger.remove_question(identity)
    gone = f"{printing.counted(row.positions, row.positions, 'position')} and {printing.counted(row.shifts, row.shifts, 'shift')}"
    click.echo(f"removed: {identity}, with {gone}; `onrecord question add` takes it up again")


_NONE = "no question is followed: write one (docs/questions.md) and `onrecord question add FILE`"


def asked_for(ledger: Ledger, identity: str | None) -> QuestionRow:
    """The question with an id; without one, the only one there is. Raises UsageError where it is none, or not said which."""
    rows = ledger.questions()
    if not rows:
        raise UsageError(_NONE)
    if identity is None and len(rows) == 1:
        return rows[0]
    found = next((row for row in rows if row.question.id == identity), None)
    if found is None:
        known = ", ".join(row.question.id for row in rows)
        what = "say which question with --question" if identity is None else f"there is no question {identity!r}"
        raise UsageError(f"{what}: {known}")
    return found


def _unknown(ledger: Ledger, identity: str) -> NoReturn:
    asked_for(ledger, identity)
    raise AssertionError(identity)


def _cells(row: QuestionRow) -> list[str]:
    counts = [str(number) for number in (row.about, row.positions, row.shifts, row.waiting)]
    return [row.question.id, *counts, row.question.text]


def _print(row: QuestionRow) -> None:
    out, asked = printing.console(), row.question
    out.print(Text(asked.text, "bold"))
    counts = [printing.counted(row.about, row.about, "statement") + f" about it, of {row.statements}"]
    counts += [printing.counted(number, number, what) for number, what in ((row.positions, "position"), (row.shifts, "shift"))]
    version = f"version {row.version}, " if row.version > 1 else ""
    facts = [("id", f"{asked.id} ({version}added {row.added_at[:10]})"), ("found", ", ".join(counts))]
    facts += [("names", ", ".join(asked.subject)), ("words", ", ".join(asked.about))]
    facts += [("stages", ", ".join(f"{number}. {one.name}" for number, one in enumerate(asked.stages, 1)))]
    for name, value in facts:
        if value:
            out.print(Text(f"{name:8}", "dim").append(value))
    for reading in Reading:
        for position in _GIVEN:
            phrasings = [one.text for one in asked.examples if (one.reading, one.position) == (reading, position)]
            if phrasings:
                out.print(Text(f"{reading}: {position}", "bold"))
            for words in phrasings:
                printing.print_indented(out, Text(words), 4)
    printing.unplaced(row.waiting)
