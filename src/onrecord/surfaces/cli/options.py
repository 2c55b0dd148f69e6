"""Options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import click

from onrecord.clean import Given
from onrecord.vocabulary import Article, Rejection, UsageError

Command = TypeVar("Command", bound=Callable[..., object])

DEFAULT_LEDGER = Path("onrecord.db")


def metadata(command: Command) -> Command:
    """The options by which a user says what is known of an article; they win over all that is found."""
    for name, words in (
        ("--byline", "Author; may be given several times."),
        ("--title", "Headline, for a single article."),
        ("--url", "Address, for a single article."),
        ("--published", "Day (2021-04-06), time or interval (2021-04-06/2021-04-08) of publication."),
        ("--outlet", "Who published the articles."),
    ):
        command = click.option(name, multiple=name == "--byline", help=words)(command)
    return command


def given(outlet: str | None, published: str | None, url: str | None, title: str | None, byline: tuple[str, ...]) -> Given:
    """What the options say of the articles. Raises UsageError on a date that is none."""
    return Given(outlet=outlet, published=published, url=url, title=title, byline=byline)


def single(found: Iterable[Article | Rejection], url: str | None, title: str | None) -> Iterator[Article | Rejection]:
    """The inputs as they come. Raises UsageError at the second where an address or a headline is given, which are one's own."""
    for number, one in enumerate(found):
        if number and (url or title):
            raise UsageError("--url and --title name a single article; for several, put a meta.csv beside the files")
        yield one


def ledger(command: Command) -> Command:
    """The option that names the ledger."""
    return click.option(
        "--ledger",
        "ledger_path",
        type=click.Path(path_type=Path, dir_okay=False),
        default=DEFAULT_LEDGER,
        show_default=True,
        help="The ledger's file.",
    )(command)


def as_json(command: Command) -> Command:
    """The option that prints rows as JSON Lines."""
    return click.option("--json", "json_lines", is_flag=True, help="Print JSON Lines instead of a table.")(command)


def work(command: Command) -> Command:
    """The options of commands that read articles: settings and processes."""
    command = click.option(
        "--jobs", type=click.IntRange(1), help="Processes to use (default: one for each core, fewer for few articles)."
    )(command)
    return click.option(
        "--settings",
        "settings_path",
        type=click.Path(path_type=Path, dir_okay=False, exists=True),
        help="Settings file (default: onrecord.toml in this folder).",
    )(command)


PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False), metavar="PATH...")
