"""Reads articles into records for the commands that do: on one process or several, with progress, counting what failed."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

import click

from onrecord import clean
from onrecord.pipeline import articles, failed, reader
from onrecord.run import run_in_processes, run_inline
from onrecord.settings import Settings
from onrecord.surfaces.cli import FAILURE, PARTLY, options
from onrecord.vocabulary import Article, Provenance, Record, Rejection, RejectionReason

# With fewer articles than this, one process is done before a second has loaded the model (measured: 0.45 s to start one,
# 0.13 s an article).
_WORTH_SHARING = 8

Found = Article | Rejection


def found_under(paths: tuple[Path, ...], known: dict[str, Any], settings: Settings) -> Iterator[Found]:
    """The articles and rejections under the paths; `-` is standard input, of a format that its first characters show.

    `known` are the options by which the user says what is known (see `options.metadata`). Raises UsageError where they do not
    fit what is found.
    """
    given = options.given(**known)
    return options.single(_found(paths, given, settings), given.url, given.title)


def _found(paths: tuple[Path, ...], given: clean.Given, settings: Settings) -> Iterator[Found]:
    for path in paths:
        if str(path) == "-":
            yield from clean.read_bytes(sys.stdin.buffer.read(), path="-", given=given, settings=settings.clean)
            continue
        none = True
        for one in articles([path], given, settings):
            none = False
            yield one
        if none:
            suffixes = ", ".join(sorted(clean.SUFFIXES))
            yield Rejection(
                str(path), RejectionReason.EMPTY, f"there is no article in this folder: it needs files with {suffixes}"
            )


def records(found: Iterable[Found], maker: Provenance, jobs: int | None) -> Iterator[Record | Rejection]:
    """The records of articles, in their order; rejections stay where they are."""
    source = iter(found)
    first = list(islice(source, _WORTH_SHARING))
    jobs = jobs or _cores()
    make = partial(reader, maker)
    if jobs == 1 or len(first) < _WORTH_SHARING:
        return run_inline(make, chain(first, source))
    return run_in_processes(make, chain(first, source), jobs=jobs, lost=partial(failed, why="its process died"))


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Tally:
    """Counts what became of the inputs, says each rejection on stderr, and knows the exit code."""

    def __init__(self) -> None:
        """Nothing counted yet."""
        self.done = 0
        self.rejected: Counter[str] = Counter()

    def reject(self, rejection: Rejection) -> None:
        """Count a rejection and say it."""
        self.rejected[rejection.reason] += 1
        click.echo(f"onrecord: {rejection.path} was rejected ({rejection.reason}): {rejection.detail}", err=True)

    @property
    def summary(self) -> str:
        """The rejections by reason, as "2 rejected (1 empty, 1 too-short)"; empty where there are none."""
        if not self.rejected:
            return ""
        reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(self.rejected.items()))
        return f"{self.rejected.total()} rejected ({reasons})"

    @property
    def status(self) -> int:
        """0 where nothing was rejected, 3 where some were, 1 where all were."""
        if not self.rejected:
            return 0
        return PARTLY if self.done else FAILURE


@contextmanager
def progress(words: str) -> Iterator[Callable[[], None]]:
    """A function to call after each article: shows a count and a pace on stderr, on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=None)
        yield lambda: bar.advance(task)
