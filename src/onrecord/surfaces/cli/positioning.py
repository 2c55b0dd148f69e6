"""`onrecord positions`: what statements say on a question."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from rich.table import Column
from rich.text import Text

from onrecord.ledger import POSITION_STATUSES, Ledger, PositionQuery, PositionRow, open_ledger
from onrecord.surfaces.cli import options, printing
from onrecord.surfaces.cli.charting import SIGNS, STYLES
from onrecord.surfaces.cli.questioning import asked_for
from onrecord.surfaces.cli.wording import said_days, words_of
from onrecord.surfaces.days import in_words
from onrecord.surfaces.rows import position_row
from onrecord.text.quoting import quoted
from onrecord.vocabulary import Position, Reading

_LISTED = 50
_JUDGE = "not so? `onrecord judge ID reject`, or `correct --as should:opposes`"
# What narrows a list of positions.
_NARROWING = ("speaker", "actor", "reading", "position", "since", "until", "status")
_LONGEST = 240  # characters of a statement in a list


@click.command()
@click.argument("position_id", metavar="[ID]", required=False)
@click.option("--question", metavar="ID", help="Which question (default: the only one that is followed).")
@click.option("--speaker", metavar="NAME", help="Part of a name of who holds it, in any spelling.")
@click.option("--actor", metavar="REF", help="The actor that holds it: an id, the beginning of one, or a name.")
@click.option("--reading", type=click.Choice([one.value for one in Reading]), help="Of what will be, or of what should be.")
@click.option("--position", type=click.Choice([one.value for one in SIGNS]), help="Which position.")
@click.option("--since", metavar="DAY", help="Said on this day or later (2021-04-06).")
@click.option("--until", metavar="DAY", help="Said on this day or earlier.")
@click.option("--status", type=click.Choice(POSITION_STATUSES), help="Those that a person judged so, or said nothing of.")
@click.option("--unsure", is_flag=True, help="Those about it, too, of which nobody can tell the position.")
@click.option("--not-about", is_flag=True, help="Statements, too, that are not about it, each with the reason.")
@click.option("--limit", type=click.IntRange(0), default=_LISTED, show_default=True, help="At most so many rows.")
@click.option("--all", "everything", is_flag=True, help="All rows, whatever the limit.")
@options.as_json
@options.ledger
def positions(
    *, position_id: str | None, ledger_path: Path, json_lines: bool, limit: int, everything: bool, **asked: Any
) -> None:
    """List the positions that statements take on a question, the oldest first; with ID (a position's or a statement's), all that
    decided it.

    The day is the day of saying where it is known, else of publication (in brackets). A position told of somebody by another is
    second-hand.

    \b
    Example:
      onrecord positions --question bridge --speaker brandt
      onrecord positions --position opposes --since 2031-01-01
      onrecord positions 3fa9c1d2
    """
    with open_ledger(ledger_path, read_only=True) as ledger:
        if position_id is not None:
            _show(ledger, _of(ledger, position_id), json_lines=json_lines)
            return
        row = asked_for(ledger, asked["question"])
        asked["question"], asked["limit"] = row.question.id, None if everything else limit
        query = _query(ledger, **asked)
        found, total = list(ledger.positions(query)), ledger.count_positions(query)
    if json_lines:
        printing.print_json(position_row(one) for one in found)
    elif found:
        columns = [Column("id", no_wrap=True), Column("day", no_wrap=True), Column("who", max_width=24)]
        columns += [Column("reading"), Column("position", no_wrap=True), Column("said", ratio=1), Column("outlet", max_width=22)]
        printing.console().print(printing.table(columns, map(_cells, found)))
    if not total:
        given = [f"--{name}" for name in _NARROWING if asked[name] is not None]
        none = (
            f"none of {printing.number(row.positions, 'position', 'positions')} on {row.question.id} fits {' and '.join(given)}"
        )
        click.echo(f"onrecord: no position found{': ' + none if given and row.positions else ''}", err=True)
    elif not json_lines or len(found) < total:
        click.echo(f"{printing.counted(len(found), total, 'position')}; {_JUDGE}", err=True)
    printing.unplaced(row.waiting)


def _of(ledger: Ledger, prefix: str) -> list[PositionRow]:
    """The position with an id, or those of the statement with it."""
    if (one := ledger.position(prefix)) is not None:
        return [one]
    statement = ledger.statement(prefix)
    key = statement.statement.id if statement is not None else ""
    found = list(ledger.positions(PositionQuery(statement=key, about=False, unsure=True, rejected=True)))
    if not found and statement is not None:
        raise click.ClickException(f"the statement {prefix} is not placed on a question yet: `onrecord relate`")
    return found or printing.not_there("position", prefix)


def _query(ledger: Ledger, **asked: Any) -> PositionQuery:
    reading, position, actor = asked["reading"], asked["position"], asked["actor"]
    return PositionQuery(
        actor=ledger.actor_meant(actor).id if actor is not None else None,
        reading=Reading(reading) if reading else None,
        position=Position(position) if position else None,
        about=not asked["not_about"],
        unsure=asked["unsure"],
        **{name: asked[name] for name in ("question", "speaker", "since", "until", "status", "limit")},
    )


def _cells(row: PositionRow) -> list[str | Text]:
    who = row.actor_name or "not known"
    told = f"{who} (second-hand)" if row.second_hand else who
    said = words_of(row, _LONGEST)
    return [row.id[:8], said_days(row), told, row.reading or "", signed(row.position), said, printing.where(row.row.article)]


def signed(position: Position | None) -> Text:
    """A position with its sign: "+ supports"; "not known" where nobody can tell."""
    if position is None:
        return Text("not known", "dim")
    return Text.assemble((f"{SIGNS.get(position, ' ')} {position}", STYLES.get(position, "dim")))


def _show(ledger: Ledger, rows: Sequence[PositionRow], *, json_lines: bool) -> None:
    if json_lines:
        printing.print_json(position_row(row) for row in rows)
        return
    for row in rows:
        _print(ledger, row)


def _print(ledger: Ledger, row: PositionRow) -> None:
    out, statement, article = printing.console(), row.row.statement, row.row.article
    out.print(Text.assemble((f"{row.actor_name or 'not known who'}, {said_days(row)}: ", "bold"), signed(row.position)))
    record = ledger.record(article.id)
    told = ", ".join(quoted(" ".join(span.text.split())) for span in row.words)
    facts = [
        ("question", f"{row.question}{', ' + row.reading if row.reading else ''}{', stage ' + row.stage if row.stage else ''}"),
        ("reason", f"{in_words(row.reason)}; confidence {row.confidence:.2f}"),
        ("words", told),
        ("holder", "told by another: second-hand" if row.second_hand else ""),
        ("judged", _instead(ledger, row) or printing.decided(row) or "by nobody yet"),
        ("outlet", f"{printing.where(article)}, {printing.day(article.published)}"),
        ("where", f"statement {statement.id[:8]}, article {article.id[:8]} at {_place(row)}"),
    ]
    if record is not None:
        printing.print_indented(out, _sentence(row, record.article.text), 2)
    for name, value in facts:
        if value:
            out.print(Text(f"{name:10}", "dim").append(value))
    out.print(Text(f"judge     onrecord judge {row.id[:8]} confirm|reject, or correct --as {_other(row)}", "dim"))


def _instead(ledger: Ledger, row: PositionRow) -> str:
    """What persons put in the place of a rejected position; "" where nobody did."""
    if row.status != "rejected":
        return ""
    others = ledger.positions(PositionQuery(question=row.question, statement=row.row.statement.id, about=False))
    right = [one for one in others if one.status in ("corrected", "confirmed")]
    told = ", ".join(f"{_named(one)}, {printing.decided(one)} (position {one.id[:8]})" for one in right)
    return f"{printing.decided(row)}; in its place {told}" if told else ""


def _named(row: PositionRow) -> str:
    """A position as `judge … correct --as` takes it."""
    return ":".join(part.value for part in (row.reading, row.position) if part)


def _other(row: PositionRow) -> str:
    """A position that a reader may hold to be the right one instead, as an example of how to say so."""
    position = Position.SUPPORTS if row.position is Position.OPPOSES else Position.OPPOSES
    return f"{row.reading or Reading.SHOULD}:{position}"


def _place(row: PositionRow) -> str:
    spans = row.row.statement.spans
    return f"{spans[0].start}-{max(span.end for span in spans)}"


def _sentence(row: PositionRow, text: str) -> Text:
    """From the first to the last word of the statement as printed, the words that decided marked."""
    spans = row.row.statement.spans
    start, end = spans[0].start, max(span.end for span in spans)
    shown = printing.marked(text, start, end, printing.roles(row.row.statement))
    for span in row.words:
        shown.stylize("bold underline", max(0, span.start - start), max(0, span.end - start))
    return shown
