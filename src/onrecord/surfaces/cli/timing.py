"""`onrecord timeline`: where each actor stands on a question, since when, and who moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from onrecord.ledger import Ledger, PositionQuery, QuestionRow, ShiftQuery, UtteranceQuery, open_ledger
from onrecord.surfaces.cli import options, printing
from onrecord.surfaces.cli.questioning import asked_for
from onrecord.surfaces.cli.standing import Shown, print_chart, print_words
from onrecord.surfaces.headings import Headings
from onrecord.surfaces.rows import position_row, shift_row
from onrecord.surfaces.timeline import Standing, grouped, standings
from onrecord.vocabulary import Actor, ActorType

_LISTED = 8
# Who speaks for none but itself; of all others, a country too, the people are shown beside them.
_ALONE = (ActorType.PERSON, ActorType.UNNAMED)


@dataclass(frozen=True, slots=True)
class _Found:
    """What is known on a question: the standings under their headings, and how many positions have no holder."""

    groups: Sequence[tuple[str | None, Sequence[Standing]]]
    nobody: int


@click.command()
@click.option("--question", metavar="ID", help="Which question (default: the only one that is followed).")
@click.option("--actor", metavar="REF", help="One actor with every statement, or a body with its people: an id, or a name.")
@click.option("--limit", type=click.IntRange(1), default=_LISTED, show_default=True, help="At most so many actors.")
@click.option("--all", "everything", is_flag=True, help="All actors and all their statements, second-hand and unsure ones too.")
@options.as_json
@options.ledger
def timeline(
    *, question: str | None, actor: str | None, limit: int, everything: bool, ledger_path: Path, json_lines: bool
) -> None:
    """Show where each actor stands on a question, since when, and who moved.

    Above, a chart: for each actor a line for what will be and one for what should be, a sign for each position. Below, the words
    as printed with which each position was first taken, the day (of publication in brackets, where that of saying is not known),
    the outlet and the ids to check and to judge them by. Reports of one utterance count once. Institutions stand beside their
    people, under the country or body that they speak for.

    \b
    Example:
      onrecord timeline --question bridge
      onrecord timeline --question bridge --actor brandt
    """
    with open_ledger(ledger_path, read_only=True) as ledger:
        row = asked_for(ledger, question)
        of_one = ledger.actor(actor).row.actor if actor is not None else None
        found = _found(ledger, row.question.id, of_one)
    if json_lines:
        printing.print_json(_json(row, heading, one) for heading, group in found.groups for one in group)
    elif found.groups:
        _print(row, found, None if everything or of_one else limit, Shown(everything=everything or of_one is not None))
    if not found.groups:
        of_it = f" by {actor}" if actor is not None else ""
        click.echo(f"onrecord: no position{of_it} found on “{row.question.text}”", err=True)
    printing.unplaced(row.waiting)


def _found(ledger: Ledger, question: str, actor: Actor | None) -> _Found:
    """What is known of all actors, of one person, or of an institution with its people."""
    known = {row.actor.id: row.actor for row in ledger.actors()}
    headings = Headings(known.values())
    house = headings.of(actor) if actor and actor.type not in _ALONE else None
    only = actor.id if actor and not house else None
    rows = list(ledger.positions(PositionQuery(question=question, actor=only, unsure=True)))
    changed = ledger.shifts(ShiftQuery(question=question, actor=only))
    told = {one: row for row in ledger.utterances(UtteranceQuery(actor=only, statements=2)) for one in row.statements}
    groups = grouped(standings(rows, changed, told), headings, known)
    if house:
        groups = [(heading, group) for heading, group in groups if heading == house]
        rows = [row for row in rows if row.actor is not None]
    return _Found(groups, len({row.row.statement.id for row in rows if row.actor is None and row.position is not None}))


def _print(row: QuestionRow, found: _Found, limit: int | None, how: Shown) -> None:
    groups = _most(found.groups, limit)
    out = printing.console()
    everybody = [one for _, group in found.groups for one in group]
    shown = [one for _, group in groups for one in group]
    print_chart(out, row.question.text, groups)
    print_words(out, groups, how)
    told = sum(one.told for one in everybody)
    notes = [f"{printing.number(told, 'position', 'positions')} by {printing.number(len(everybody), 'actor', 'actors')}"]
    apart = [] if how.everything else [(sum(len(one.second_hand) for one in everybody), "second-hand")]
    apart += [] if how.everything else [(sum(len(one.unsure) for one in everybody), "that nobody can place")]
    actors = len(everybody) - len(shown)
    left_out = [printing.number(actors, "actor", "actors")] if actors else []
    left_out += [f"{number} {what}" for number, what in apart if number]
    notes += [f"left out, see --all: {', '.join(left_out)}"] if left_out else []
    if everybody and not any(one.points for one in everybody):
        notes.append(
            "no day is known of any: give those of publication (`add --published`, or a meta.csv), and shifts can be found"
        )
    if found.nobody:
        notes.append(f"{found.nobody} by nobody known: `onrecord positions`")
    click.echo("; ".join(notes), err=True)
    click.echo("check, or judge, a statement: `onrecord positions ID`; a shift: `onrecord judge ID confirm|reject`", err=True)


def _most(
    groups: Sequence[tuple[str | None, Sequence[Standing]]], limit: int | None
) -> list[tuple[str | None, Sequence[Standing]]]:
    """The actors of whom most is told, and those who moved, in the order and under the headings of all."""
    if limit is None:
        return list(groups)
    by_weight = sorted((one for _, group in groups for one in group if one.told), key=lambda one: (not one.shifts, -one.told))
    kept = {one.actor for one in by_weight[:limit]}
    few = [(heading, [one for one in group if one.actor in kept]) for heading, group in groups]
    return [(heading, group) for heading, group in few if group]


def _json(row: QuestionRow, heading: str | None, one: Standing) -> dict[str, object]:
    told = [report for point in (*one.points, *one.undated) for report in point.reports]
    return {
        "question": row.question.id,
        "actor": one.actor,
        "name": one.name,
        "type": one.type,
        "heading": heading,
        "positions": [position_row(report) for report in (*told, *one.second_hand, *one.unsure)],
        "shifts": [shift_row(shift) for shift in one.shifts],
    }
