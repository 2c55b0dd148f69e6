"""`onrecord disagreements`: reports that cannot both be right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from rich.text import Text

from onrecord.ledger import ArticleRow, DisagreementHistory, DisagreementQuery, open_ledger
from onrecord.surfaces.cli import options, printing
from onrecord.surfaces.rows import disagreement_row
from onrecord.vocabulary import DisagreementKind, Place

_LISTED = 20
_STATUSES = ("candidate", "confirmed", "rejected")
# So many places of a side are shown where the list is shown; all with one that is asked for.
_PLACES = 3
_AROUND = 60  # characters of the article on each side of what is printed


@click.command()
@click.argument("disagreement", metavar="[ID]", required=False)
@click.option("--kind", type=click.Choice([one.value for one in DisagreementKind]), help="What they disagree about.")
@click.option("--status", type=click.Choice(_STATUSES), help="Those that a person confirmed, rejected, or said nothing of.")
@click.option("--text", metavar="WORDS", help="Words of it.")
@click.option("--limit", type=click.IntRange(0), default=_LISTED, show_default=True, help="At most so many.")
@click.option("--all", "everything", is_flag=True, help="All of them, whatever the limit.")
@options.as_json
@options.ledger
def disagreements(
    *, disagreement: str | None, kind: str | None, limit: int, everything: bool, ledger_path: Path, json_lines: bool, **asked: Any
) -> None:
    """List what reports cannot both be right about, the surest first; with ID, one of them with every place.

    Both sides are shown with the words as printed. An article and its copies are one witness. Whatever you find to be none,
    reject: `onrecord judge ID reject --why …`.

    \b
    Example:
      onrecord disagreements --kind date
      onrecord disagreements 3fa9c1d2
    """
    query = DisagreementQuery(kind=DisagreementKind(kind) if kind else None, limit=None if everything else limit, **asked)
    with open_ledger(ledger_path, read_only=True) as ledger:
        if disagreement is not None:
            one = ledger.disagreement(disagreement)
            if one is None:
                printing.not_there("disagreement", disagreement)
            found, total = [one], 1
        else:
            rows = list(ledger.disagreements(query))
            found = [one for row in rows if (one := ledger.disagreement(row.id)) is not None]
            total = ledger.count_disagreements(query)
        waiting = ledger.waiting()
        texts = {} if json_lines else {key: ledger.record(key) for one in found for key in one.articles}
    if json_lines:
        printing.print_json(disagreement_row(one.row) for one in found)
    else:
        read = {key: record.article.text for key, record in texts.items() if record is not None}
        for one in found:
            _print(one, read, None if disagreement is not None else _PLACES)
    if not total:
        printing.none_found("disagreement")
    elif disagreement is None and (not json_lines or len(found) < total):
        click.echo(printing.counted(len(found), total, "disagreement"), err=True)
    printing.waiting(waiting)


def _print(found: DisagreementHistory, texts: dict[str, str], most: int | None) -> None:
    console, row = printing.console(), found.row
    status = "" if row.status == "candidate" else f", {row.status}"
    heading = Text(f"{row.kind}: {row.about}", style="bold")
    console.print(heading.append(f"  {row.id[:8]}, {row.confidence:.2f}{status}", style="not bold dim"))
    for side in row.sides:
        witnesses = f"{len(side.witnesses)} {'witness' if len(side.witnesses) == 1 else 'witnesses'}"
        console.print(Text(f"  {side.value}", style="yellow").append(f"  {witnesses}", style="dim"))
        shown = side.places if most is None else side.places[:most]
        for place in shown:
            console.print(_place(place, found.articles.get(place.article), texts.get(place.article)))
        if len(shown) < len(side.places):
            console.print(f"    and {len(side.places) - len(shown)} more places", style="dim")
    for judgement in found.judgements:
        one = judgement.judgement
        console.print(f"  {one.verdict} by {one.by} on {one.at[:10]}{': ' + one.why if one.why else ''}")
    console.print()


def _place(place: Place, article: ArticleRow | None, text: str | None) -> Text:
    outlet = printing.where(article) if article else place.article
    published = printing.day(article.published) if article else ""
    shown = Text(f"    {outlet}, {published}: ", style="cyan")
    if text is None:
        return shown.append(f"“{place.text}”", style="not dim")
    begin = max(0, place.start - _AROUND)
    before, after = text[begin : place.start], text[place.end : place.end + _AROUND]
    shown.append("…" + " ".join(before.split()) + " " * before.endswith((" ", "\n")), style="dim")
    shown.append(" ".join(place.text.split()), style="bold yellow")
    return shown.append(" " * after.startswith((" ", "\n")) + " ".join(after.split()) + "…", style="dim")
