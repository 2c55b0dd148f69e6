"""`onrecord utterances` and `compare`: one act of saying, and the reports of it side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from rich.table import Column
from rich.text import Text

from onrecord.ledger import TellingRow, UtteranceHistory, UtteranceQuery, UtteranceRow, open_ledger
from onrecord.surfaces.cli import options, printing
from onrecord.surfaces.rows import utterance_history_row, utterance_row
from onrecord.vocabulary import Days, DriftType

_LISTED = 50
# How the parts of a report are marked that another has otherwise.
_ONLY, _CHANGED = "bold green", "bold yellow"


@click.command()
@click.option("--speaker", metavar="NAME", help="Part of a name of who said it, in any spelling.")
@click.option("--actor", metavar="REF", help="An actor's id.")
@click.option("--since", metavar="DAY", help="Said on this day or later (2021-04-06).")
@click.option("--until", metavar="DAY", help="Said on this day or earlier.")
@click.option("--text", metavar="WORDS", help="Words of it.")
@click.option("--reports", type=click.IntRange(1), default=1, show_default=True, help="At least so many independent reports.")
@click.option("--single", is_flag=True, help="What one statement alone tells, too.")
@click.option("--limit", type=click.IntRange(0), default=_LISTED, show_default=True, help="At most so many rows.")
@click.option("--all", "everything", is_flag=True, help="All rows, whatever the limit.")
@options.as_json
@options.ledger
def utterances(*, ledger_path: Path, json_lines: bool, single: bool, limit: int, everything: bool, **asked: Any) -> None:
    """List what was said, each act of saying once, with how many outlets report it.

    Copies of one text are one report. What only one statement tells is left out: see --single.

    \b
    Example:
      onrecord utterances --speaker brandt
      onrecord utterances --reports 3
    """
    query = UtteranceQuery(**asked, statements=1 if single else 2, limit=None if everything else limit)
    with open_ledger(ledger_path, read_only=True) as ledger:
        found = list(ledger.utterances(query))
        total, waiting = ledger.count_utterances(query), ledger.waiting()
    if json_lines:
        printing.print_json(utterance_row(row) for row in found)
    elif found:
        columns = [Column("id", no_wrap=True), Column("day"), Column("who", max_width=24), Column("reports", justify="right")]
        columns += [Column("copies", justify="right"), Column("drift", max_width=24), Column("said", ratio=1)]
        printing.console().print(printing.table(columns, map(_cells, found)))
    if not total:
        printing.none_found("utterance")
    elif not json_lines or len(found) < total:
        click.echo(printing.counted(len(found), total, "utterance"), err=True)
    printing.waiting(waiting)


@click.command()
@click.argument("utterance", metavar="ID")
@options.as_json
@options.ledger
def compare(utterance: str, ledger_path: Path, json_lines: bool) -> None:
    """Show the reports of one utterance side by side, with what differs; ID is an utterance's or a statement's.

    Green is what only this report has, yellow what it has otherwise than the fullest one. Below: what drifted, who printed
    whose text, and which outlets covered the occasion and left it out.

    \b
    Example:
      onrecord compare 3fa9c1d2
    """
    with open_ledger(ledger_path, read_only=True) as ledger:
        found = ledger.utterance(utterance)
    if found is None:
        printing.not_there("utterance", utterance)
    if json_lines:
        printing.print_json([utterance_history_row(found)])
    else:
        _print(found)


def _cells(row: UtteranceRow) -> list[str]:
    drift = Counted(one.type for one in row.drift if one.type is not DriftType.VERBATIM)
    who = row.actor_name or "not known"
    return [row.id[:8], days(row.said_on), who, str(len(row.reports)), str(len(row.reprints)), str(drift), row.words]


class Counted(dict[str, int]):
    """Words with how often each occurs, the most frequent first: "clipped 3, altered"."""

    def __init__(self, words: Any) -> None:
        super().__init__()
        for word in words:
            self[word] = self.get(word, 0) + 1

    def __str__(self) -> str:
        ordered = sorted(self.items(), key=lambda one: (-one[1], one[0]))
        return ", ".join(word if number == 1 else f"{word} {number}" for word, number in ordered)


def days(when: Days) -> str:
    """Days in a word or two, as `printing.day` writes them."""
    earliest, latest = (end[:10] if end else None for end in when)
    if earliest is None and latest is None:
        return "not known"
    if earliest is None or latest is None:
        return f"{earliest} or later" if earliest else f"{latest} or earlier"
    return earliest if earliest == latest else f"{earliest}/{latest}"


def _print(found: UtteranceHistory) -> None:
    console, row = printing.console(), found.row
    console.print(Text(f"{row.actor_name or 'not known who'}, {days(row.said_on)}", style="bold"))
    reports = printing.counted(len(row.reports), len(row.reports), "report")
    copies = f", {len(row.reprints)} in copies of them" if row.reprints else ""
    console.print(f"utterance {row.id}: {reports}{copies}\n")
    fullest = next(one for one in found.tellings if one.row.statement.id == row.fullest)
    for telling in found.tellings:
        console.print(_heading(telling, found))
        console.print(Text("  ").append_text(_words(telling, fullest)))
        for drift in telling.drift:
            if drift.type is not DriftType.VERBATIM:
                console.print(Text(f"  {drift.type}: ", style="dim").append(_change(drift.before, drift.after), style="not dim"))
        console.print()
    for link in found.links:
        status = "" if link.status == "candidate" else f" ({link.status})"
        words = f"{link.one[:8]} and {link.other[:8]}: {link.kind}, {link.score:.2f}: {link.why}{status}"
        console.print(Text(words, style="dim"))
    for silence in found.silence:
        outlet = silence.outlet or printing.where(silence.article)
        what = "left it out" if silence.left_out == "utterance" else "left out its condition or hedge"
        console.print(f"{outlet} covered the occasion and {what} ({silence.article.id[:8]})")
    for judgement in found.judgements:
        one = judgement.judgement
        console.print(f"{one.verdict} by {one.by} on {one.at[:10]}: {judgement.says}")


def _heading(telling: TellingRow, found: UtteranceHistory) -> Text:
    one = telling.row
    marks = [word for word, it in (("fullest", found.row.fullest), ("earliest", found.row.earliest)) if it == one.statement.id]
    if telling.reprint:
        marks.append("copy")
    outlet, published = printing.where(one.article), printing.day(one.article.published)
    words = f"{outlet}, {published}  {one.statement.id[:8]}  {printing.speaker(one.statement)}, {one.statement.kind}"
    return Text(words, style="cyan").append(f"  {', '.join(marks)}" if marks else "", style="bold")


def _words(telling: TellingRow, fullest: TellingRow) -> Text:
    """The content of a report, what the fullest has not or has otherwise marked."""
    from onrecord.relate.drift import Part, differences  # noqa: PLC0415  numpy is slow to import

    said = printing.said(telling.row.statement)
    shown = Text(said)
    if telling is fullest:
        return shown
    for one in differences(said, printing.said(fullest.row.statement)):
        if one.one is not None and one.part is not Part.SAME:
            shown.stylize(_ONLY if one.part is Part.ONLY_ONE else _CHANGED, *one.one)
    return shown


def _change(before: str | None, after: str | None) -> str:
    if before is None or after is None:
        return f"“{before}” dropped" if before is not None else f"“{after}” added"
    return f"“{before}” → “{after}”"
