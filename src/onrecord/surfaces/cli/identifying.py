"""`onrecord actors`: who is who over all articles, and a person's decisions on it."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.table import Column

from onrecord.ledger import ActorQuery, ActorRow, Judgement, Ledger, open_ledger
from onrecord.surfaces.cli import options, printing, profiling
from onrecord.surfaces.rows import actor_row, judgement_row
from onrecord.vocabulary import ActorType, UsageError

Command = TypeVar("Command", bound=Callable[..., object])

# How many rows a list shows where nothing is said of it; the number of all is always said beside it.
_LISTED = 50


class _Actors(click.Group):
    """A group in which anything but the name of a command is a search: `onrecord actors brandt`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = ["list", *args]
        return super().parse_args(ctx, args)


def _judging(command: Command) -> Command:
    """The options of a command by which a person decides something."""
    command = click.option("--by", metavar="NAME", help="Who decides (default: your login name).")(command)
    return click.option("--why", metavar="WORDS", help="The reason, kept with the decision.")(command)


@click.group(cls=_Actors, subcommand_metavar="[SEARCH] | COMMAND [ARGS]...")
def actors() -> None:
    """List who speaks and who is spoken of; say who is who. Places that never speak are left out.

    SEARCH is part of a name, in any spelling; `onrecord actors list --help` has the options. REF, below, is an actor's id, the
    beginning of one, or a name. Every decision is kept with who made it, when and why, holds for all that is added later, and
    can be taken back.

    \b
    Example:
      onrecord actors brandt
      onrecord actors show "Ada Brandt"
      onrecord actors merge "Ada Brandt" Q1234 --why "her maiden name"
      onrecord actors undo 3fa9c1d2
    """


@actors.command("list")
@click.argument("search", required=False)
@click.option("--type", "type_", type=click.Choice([one.value for one in ActorType]), help="Which kind of actor.")
@click.option("--limit", type=click.IntRange(0), default=_LISTED, show_default=True, help="At most so many rows.")
@click.option("--all", "everyone", is_flag=True, help="All rows, whatever the limit.")
@click.option("--places", is_flag=True, help="Countries and other places that never speak too.")
@options.as_json
@options.ledger
def list_(*, search: str | None, type_: str | None, ledger_path: Path, json_lines: bool, **rows: Any) -> None:
    """List the actors, those with most statements first.

    \b
    Example:
      onrecord actors list --type organisation --all
    """
    type_of = ActorType(type_) if type_ else None
    query = ActorQuery(name=search, type=type_of, places=rows["places"], limit=None if rows["everyone"] else rows["limit"])
    with open_ledger(ledger_path, read_only=True) as ledger:
        found = list(ledger.actors(query))
        total = ledger.count_actors(query)
        silent = ledger.count_actors(replace(query, places=True)) - total
    if json_lines:
        printing.print_json(actor_row(row) for row in found)
    elif total:
        columns = [Column("id", no_wrap=True), Column("type"), Column("statements", justify="right")]
        columns += [Column("articles", justify="right"), Column("name", max_width=36), Column("also", ratio=1)]
        printing.console().print(printing.table(columns, map(_cells, found)))
    if not total:
        printing.none_found("actor")
    elif not json_lines or len(found) < total:
        click.echo(printing.counted(len(found), total, "actor"), err=True)
    if silent:
        click.echo(f"{printing.counted(silent, silent, 'place')} without a statement left out: see --places", err=True)


@actors.command()
@click.argument("ref")
@click.option("--all", "everything", is_flag=True, help="All articles and judgements, and all offices told.")
@options.as_json
@options.ledger
def show(ref: str, everything: bool, ledger_path: Path, json_lines: bool) -> None:
    """Show an actor: the names seen, offices, statements by month and by outlet, articles, who judged what.

    \b
    Example:
      onrecord actors show brandt
    """
    with open_ledger(ledger_path, read_only=True) as ledger:
        found = ledger.actor(ref)
    if json_lines:
        printing.print_json([profiling.as_json(found)])
    else:
        profiling.print_history(found, everything=everything)


@actors.command()
@click.argument("ref")
@click.argument("other", metavar="OTHER")
@_judging
@options.as_json
@options.ledger
def merge(*, ref: str, other: str, by: str | None, why: str | None, ledger_path: Path, json_lines: bool) -> None:
    """Make OTHER the same actor as REF.

    \b
    Example:
      onrecord actors merge "Ada Brandt" "Ada Meer" --why "her maiden name"
    """
    _decide(ledger_path, json_lines, lambda ledger: ledger.merge(ref, other, by=decider(by), why=why))


@actors.command()
@click.argument("ref")
@click.option("--name", "names", multiple=True, metavar="NAME", help="A name that is another's; may be given several times.")
@click.option("--article", "articles", multiple=True, metavar="ID", help="An article that means another; several times too.")
@_judging
@options.as_json
@options.ledger
def split(
    ref: str,
    names: tuple[str, ...],
    articles: tuple[str, ...],
    ledger_path: Path,
    json_lines: bool,
    **decision: str | None,
) -> None:
    """Make some names of an actor, or what some articles tell, another actor.

    \b
    Example:
      onrecord actors split brandt --name "Tor Brandt" --why "her brother"
      onrecord actors split brandt --article 3fa9c1d2
    """
    by, why = decider(decision["by"]), decision["why"]
    _decide(ledger_path, json_lines, lambda ledger: ledger.split(ref, names=names, articles=articles, by=by, why=why))


@actors.command()
@click.argument("ref")
@click.argument("name")
@_judging
@options.as_json
@options.ledger
def rename(*, ref: str, name: str, by: str | None, why: str | None, ledger_path: Path, json_lines: bool) -> None:
    """Give an actor the NAME that it is shown by.

    \b
    Example:
      onrecord actors rename brandt "Ada Brandt"
    """

    def decide(ledger: Ledger) -> Judgement:
        made = ledger.rename(ref, name, by=decider(by), why=why)
        others = [f"{one.name} ({one.type or 'actor'}, {one.id})" for one in ledger.called(name) if one.id != made.subject]
        if others:
            click.echo(f"another is called so too: {'; '.join(others)}; if they are one: `onrecord actors merge`", err=True)
        return made

    _decide(ledger_path, json_lines, decide)


@actors.command()
@click.argument("judgement", metavar="ID")
@_judging
@options.as_json
@options.ledger
def undo(judgement: str, by: str | None, why: str | None, ledger_path: Path, json_lines: bool) -> None:
    """Take a decision back; taking back an undo lets stand again what it undid.

    ID is that of a judgement, or the beginning of it: see `onrecord actors log`.

    \b
    Example:
      onrecord actors undo 3fa9c1d2 --why "they are cousins"
    """
    _decide(ledger_path, json_lines, lambda ledger: ledger.undo(judgement, by=decider(by), why=why))


@actors.command()
@click.option("--machine", is_flag=True, help="What the machine judged too.")
@click.option("--limit", type=click.IntRange(0), default=_LISTED, show_default=True, help="At most so many, the last ones.")
@click.option("--all", "everything", is_flag=True, help="All of them, whatever the limit.")
@options.as_json
@options.ledger
def log(machine: bool, limit: int, everything: bool, ledger_path: Path, json_lines: bool) -> None:
    """List who decided what, when and why; the last one last.

    \b
    Example:
      onrecord actors log --machine --all
    """
    with open_ledger(ledger_path, read_only=True) as ledger:
        found = list(ledger.judgements(machine=machine))
    chosen = found if everything else found[max(0, len(found) - limit) :]
    if json_lines:
        printing.print_json(judgement_row(row) for row in chosen)
    else:
        profiling.print_log(printing.console(), chosen)
    if not found:
        printing.none_found("judgement")
    elif not json_lines or len(chosen) < len(found):
        click.echo(printing.counted(len(chosen), len(found), "judgement"), err=True)


def _decide(ledger_path: Path, json_lines: bool, decide: Callable[[Ledger], Judgement]) -> None:
    with open_ledger(ledger_path, create=False) as ledger:
        made = decide(ledger)
        row = next(one for one in ledger.judgements(machine=False) if one.judgement.id == made.id)
        followed = bool(ledger.questions())
    if json_lines:
        printing.print_json([judgement_row(row)])
    else:
        click.echo(f"{made.verdict}: {row.says}; take it back with `onrecord actors undo {made.id[:8]}`")
        if followed:
            click.echo("`onrecord relate` finds utterances and shifts anew for it", err=True)


def decider(name: str | None) -> str:
    """Who decides. Raises UsageError where nobody is named and the system does not tell."""
    if name is not None and name.strip():
        return name.strip()
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise UsageError("your login name is not known: say who decides with --by NAME") from error


def _cells(row: ActorRow) -> list[str]:
    one = row.actor
    also = ", ".join(name for name in one.names if name != one.name)
    return [one.id[:12], one.type or "", str(row.statements), str(row.articles), one.name, also]
