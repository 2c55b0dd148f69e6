"""`onrecord utterances` and `compare`: one act of saying, and the reports of it side by side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import click
from rich.table import Column

from onrecord.ledger import Ledger, UtteranceOrder, UtteranceQuery, UtteranceRow, open_ledger
from onrecord.surfaces.cli import options, printing
from onrecord.surfaces.cli.retelling import print_reports
from onrecord.surfaces.rows import utterance_history_row, utterance_row
from onrecord.surfaces.telling import cue_alone, is_plain
from onrecord.vocabulary import DriftType, UsageError

_LISTED = 50
_DRIFTS = [one.value for one in DriftType if one is not DriftType.VERBATIM]
_ORDERS = [one.value for one in UtteranceOrder]
_JUDGE = "take a statement out of it: `onrecord judge ID apart --why …`; a copy is none: `onrecord judge ID reject --why …`"
# What narrows a list of utterances, and what it is where it does not.
_NARROWING = {"speaker": None, "actor": None, "since": None, "until": None, "text": None, "drift": None, "reports": 1}


@click.command()
@click.option("--speaker", metavar="NAME", help="Part of a name of who said it, in any spelling.")
@click.option("--actor", metavar="REF", help="The actor that speaks: an id, the beginning of one, or a name.")
@click.option("--since", metavar="DAY", help="Said on this day or later (2021-04-06); what has no day is left out.")
@click.option("--until", metavar="DAY", help="Said on this day or earlier; what has no day is left out.")
@click.option("--text", metavar="WORDS", help="Words of it.")
@click.option("--reports", type=click.IntRange(1), default=1, show_default=True, help="At least so many independent reports.")
@click.option("--drift", type=click.Choice(_DRIFTS), metavar="TYPE", help=f"Worded otherwise: {', '.join(_DRIFTS)}.")
@click.option("--order", type=click.Choice(_ORDERS), help="Order of the rows (default: reports; of one speaker, oldest).")
@click.option("--single", is_flag=True, help="What one statement alone tells, too.")
@click.option("--limit", type=click.IntRange(0), default=_LISTED, show_default=True, help="At most so many rows.")
@click.option("--all", "everything", is_flag=True, help="All rows, whatever the limit.")
@options.as_json
@options.ledger
def utterances(
    *, order: str | None, ledger_path: Path, json_lines: bool, single: bool, limit: int, everything: bool, **asked: Any
) -> None:
    """List what was said, each act of saying once, with how many outlets report it; the most reported first.

    Of one speaker it is a history: by the day of saying, the last one last. Copies of one text are one report. What only one
    statement tells is left out: see --single.

    \b
    Example:
      onrecord utterances --reports 3
      onrecord utterances --speaker brandt --since 2031-01-01
      onrecord utterances --drift condition-dropped
    """
    if (drift := asked.pop("drift")) is not None:
        asked["drift"] = DriftType(drift)
    with open_ledger(ledger_path, read_only=True) as ledger:
        of_one = asked["actor"] is not None or asked["speaker"] is not None
        if asked["actor"] is not None:
            asked["actor"] = ledger.actor_meant(asked["actor"]).id
        in_order = UtteranceOrder(order) if order else UtteranceOrder.OLDEST if of_one else UtteranceOrder.REPORTS
        every = None if everything else limit
        query = UtteranceQuery(**asked, statements=1 if single else 2, order=in_order, limit=every)
        found = list(ledger.utterances(query))
        total, waiting = ledger.count_utterances(query), ledger.waiting()
        why = "" if total else _why_none(ledger, query)
    if json_lines:
        printing.print_json(utterance_row(row) for row in found)
    elif found:
        columns = [Column("id", no_wrap=True), Column("day"), Column("who", max_width=24), Column("reports", justify="right")]
        columns += [Column("copies", justify="right"), Column("drift", max_width=24), Column("said", ratio=1)]
        printing.console().print(printing.table(columns, map(_cells, found)))
    if not total:
        click.echo(f"onrecord: no utterance found: {why}", err=True)
    elif not json_lines or len(found) < total:
        click.echo(printing.counted(len(found), total, "utterance"), err=True)
    printing.waiting(waiting)


@click.command()
@click.argument("utterance", metavar="ID")
@options.as_json
@options.ledger
def compare(utterance: str, ledger_path: Path, json_lines: bool) -> None:
    """Show the reports of one utterance, the fullest first; ID is an utterance's or a statement's.

    Of each report: its words, with what the fullest has and it has not struck out and what only it has in green (in plain text
    [-so-] and {+so+}); how it differs; whether it is a witness or a copy, of what kind and what shows it; and the place in its
    article. Below: who covered the occasion and left it out, what cannot both be right, and what persons judged.

    \b
    Example:
      onrecord compare 3fa9c1d2
    """
    with open_ledger(ledger_path, read_only=True) as ledger:
        found = ledger.utterance(utterance)
        if found is None:
            _not_there(ledger, utterance)
        disputed = [one for row in found.disagreements if (one := ledger.disagreement(row.id)) is not None]
        waiting = ledger.waiting()
    if json_lines:
        printing.print_json([utterance_history_row(found)])
        return
    print_reports(found, disputed)
    if len(found.row.statements) > 1:
        click.echo(f"not so? {_JUDGE}", err=True)
    printing.waiting(waiting)


def _cells(row: UtteranceRow) -> list[str]:
    drift = Counted(one.type for one in row.drift if one.type is not DriftType.VERBATIM)
    who, cue = row.actor_name or "not known", cue_alone(row.cue, negated=row.negated, source=row.source)
    return [
        row.id[:8],
        printing.days(*row.said_on),
        who,
        str(len(row.reports)),
        str(len(row.reprints)),
        str(drift),
        f"{'' if is_plain(cue) else f'{cue}: '}{' '.join(row.words.split())}",
    ]


class Counted(dict[str, int]):
    """Words with how often each occurs, the most frequent first: "clipped 3, altered"."""

    def __init__(self, words: Any) -> None:
        super().__init__()
        for word in words:
            self[word] = self.get(word, 0) + 1

    def __str__(self) -> str:
        ordered = sorted(self.items(), key=lambda one: (-one[1], one[0]))
        return ", ".join(word if number == 1 else f"{word} {number}" for word, number in ordered)


def _why_none(ledger: Ledger, query: UtteranceQuery) -> str:
    """Why a list of utterances is empty, and what to do."""
    if not ledger.count_utterances():
        return "nothing is compared yet" if ledger.waiting() else "the ledger holds no statements: `onrecord add`"
    if query.statements > 1 and (alone := ledger.count_utterances(replace(query, statements=1))):
        return f"{printing.number(alone, 'one', 'ones')} that a single statement tells: see --single"
    asked = [f"--{name}" for name, usual in _NARROWING.items() if getattr(query, name) != usual]
    without = ledger.count_utterances(UtteranceQuery(statements=query.statements))
    return f"none of {printing.number(without, 'utterance', 'utterances')} fits {' and '.join(asked)}"


def _not_there(ledger: Ledger, prefix: str) -> NoReturn:
    """Say what else an id is the id of, and what to type then."""
    if ledger.statement(prefix) is not None:
        raise UsageError(f"the statement {prefix} is not compared, or no longer: `onrecord relate`")
    if (found := ledger.disagreement(prefix)) is not None:
        number = found.row.id[:8]
        beside = f", or compare one of its utterances: {', '.join(one[:8] for one in found.row.utterances)}"
        more = beside if found.row.utterances else ""
        raise UsageError(f"{number} is a disagreement: `onrecord disagreements {number}` shows it{more}")
    raise UsageError(f"there is no utterance whose id starts with {prefix!r}: see `onrecord utterances`")
