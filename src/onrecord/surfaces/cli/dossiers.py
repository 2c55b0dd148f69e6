"""`onrecord dossier`: all that is known on a question, as one file to read, print or write on in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from onrecord.ledger import open_ledger
from onrecord.surfaces.cli import options, printing
from onrecord.surfaces.cli.questioning import asked_for
from onrecord.surfaces.takeaway.gathering import Dossier, gathered
from onrecord.vocabulary import UsageError


@click.command()
@click.option("--question", metavar="ID", help="Which question (default: the only one that is followed).")
@click.option(
    "--format",
    "form",
    type=click.Choice(("html", "markdown")),
    help="File format (default: by the ending of the file, else html).",
)
@click.option("--replace", is_flag=True, help="Write the file even where there is one of this name.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file, not to stdout.")
@options.ledger
def dossier(*, question: str | None, form: str | None, replace: bool, output: Path | None, ledger_path: Path) -> None:
    """Put together all that is known on a question: who stands where since when, the words of each as printed with their places,
    who moved, where reports cannot both be right, what is not known, and how it was made.

    html is one file that needs nothing else, for reading, printing and passing on; markdown is for writing on in it. A file that
    is there already is kept, unless --replace is given.

    \b
    Example:
      onrecord dossier --question bridge -o bridge.html
      onrecord dossier --question bridge -o bridge.md
    """
    if output is not None and output.exists():
        if ledger_path.exists() and output.samefile(ledger_path):
            raise UsageError(f"{output} is the ledger itself: name another file with -o")
        if not replace:
            raise UsageError(f"{output} is there already: name another file, or give --replace")
    with open_ledger(ledger_path, read_only=True) as ledger:
        found = gathered(ledger, asked_for(ledger, question), made=date.today().isoformat())
    markdown = form == "markdown" if form else output is not None and output.suffix.lower() in (".md", ".markdown")
    told = _told(found, markdown=markdown)
    if output is None:
        click.echo(told, nl=False)
    else:
        output.write_text(told, encoding="utf-8")
        click.echo(f"onrecord: {output}: {_counts(found)}", err=True)
    printing.waiting(found.waiting)
    printing.unplaced(found.row.waiting)


def _told(found: Dossier, *, markdown: bool) -> str:
    if markdown:
        from onrecord.surfaces.takeaway.memo import dossier_markdown  # noqa: PLC0415  each loads what it alone needs

        return dossier_markdown(found)
    from onrecord.surfaces.takeaway.page import dossier_html  # noqa: PLC0415

    return dossier_html(found)


def _counts(found: Dossier) -> str:
    everybody = list(found.standings)
    told, moved = sum(one.told for one in everybody), sum(len(one.shifts) for one in everybody)
    counts = [printing.number(told, "position", "positions"), printing.number(len(everybody), "actor", "actors")]
    counts.append(printing.number(moved, "shift", "shifts"))
    return ", ".join([*counts, printing.number(len(found.disagreements), "disagreement", "disagreements")])
