"""`onrecord add`: reads articles and keeps what was said in the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from onrecord import pipeline, settings
from onrecord.identify.who.resolving import resolve
from onrecord.ledger import Added, Ledger, open_ledger
from onrecord.surfaces.cli import options
from onrecord.surfaces.cli.reading import Found, Tally, found_under, progress, records
from onrecord.surfaces.cli.relating import placed, related
from onrecord.vocabulary import Record, Rejection, UnsoundError

# What brings statements into the ledger that were not there.
_ADDS = frozenset({Added.NEW, Added.NEW_VERSION, Added.READ_AGAIN})


@click.command()
@options.PATHS
@options.metadata
@options.work
@click.option("--no-relate", is_flag=True, help="Do not compare what is added, nor place it: `onrecord relate` does it later.")
@options.ledger
def add(
    paths: tuple[Path, ...],
    ledger_path: Path,
    settings_path: Path | None,
    jobs: int | None,
    *,
    no_relate: bool,
    **known: Any,
) -> int:
    """Read articles and keep what was said in them.

    PATH is a file (.txt, .md, .html, .jsonl), a folder, or - for standard input. What is in the ledger already is not read
    again, so the same command goes on where an interrupted one stopped; an edited article is kept beside its older version.

    \b
    Example:
      onrecord add articles/
      onrecord add story.html --outlet "The Courier" --published 2021-04-06 --ledger bid.db
    """
    chosen = settings.load(settings_path)
    maker = pipeline.provenance(chosen)
    tally = Tally()
    kept: Counter[Added] = Counter()
    said = 0

    def unknown(found: Iterator[Found], ledger: Ledger) -> Iterator[Found]:
        """What must be read; the rest is counted as it passes."""
        for one in found:
            if isinstance(one, Rejection):
                yield one
            elif seen := ledger.see(one, maker):
                kept[seen] += 1
                tally.done += 1
            else:
                yield ledger.completed(one)

    found = found_under(paths, known, chosen)
    with open_ledger(ledger_path, resolve=resolve) as ledger, progress("reading") as advance:
        for result in records(unknown(found, ledger), maker, jobs):
            rejection = result if isinstance(result, Rejection) else None
            if isinstance(result, Record):
                try:
                    done = ledger.add(result)
                    kept[done] += 1
                    tally.done += 1
                    said += len(result.statements) if done in _ADDS else 0
                except UnsoundError as error:
                    rejection = pipeline.failed(result.article, str(error))
            if rejection is not None:
                tally.reject(rejection)
                ledger.reject(rejection)
            advance()
        found_between = [] if no_relate else [related(ledger) if ledger.waiting() else "", placed(ledger)]
        total = ledger.count_statements()
    parts = [f"{count} {what}" for what, count in kept.items()]
    parts += [tally.summary] if tally.summary else []
    click.echo(f"{', '.join(parts) or 'nothing to add'}; {said} statements added, {total} in {ledger_path}")
    for line in filter(None, found_between):
        click.echo(line)
    return tally.status
