"""`onrecord extract`: articles in, interchange JSON Lines out; nothing is kept."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any, TextIO

import click

from onrecord import pipeline, settings
from onrecord.surfaces.cli import options
from onrecord.surfaces.cli.reading import Tally, found_under, progress, records
from onrecord.surfaces.interchange import record_line, rejection_line
from onrecord.vocabulary import Rejection


@click.command()
@options.PATHS
@options.metadata
@options.work
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file, not to stdout.")
def extract(
    paths: tuple[Path, ...],
    output: Path | None,
    settings_path: Path | None,
    jobs: int | None,
    **known: Any,
) -> int:
    """Print what was said in articles, as one JSON object a line for each.

    PATH is a file (.txt, .md, .html, .jsonl), a folder, or - for standard input. Nothing is kept.

    \b
    Example:
      onrecord extract story.txt --outlet "The Courier" --published 2021-04-06
      cat story.html | onrecord extract - | jq '.statements[].content[].text'
    """
    chosen = settings.load(settings_path)
    tally = Tally()
    found = found_under(paths, known, chosen)
    with _target(output) as target, progress("reading") as advance:
        for result in records(found, pipeline.provenance(chosen), jobs):
            if isinstance(result, Rejection):
                tally.reject(result)
                print(rejection_line(result), file=target)
            else:
                tally.done += 1
                print(record_line(result), file=target)
            advance()
    return tally.status


def _target(output: Path | None) -> nullcontext[TextIO] | TextIO:
    return output.open("w", encoding="utf-8") if output else nullcontext(sys.stdout)
