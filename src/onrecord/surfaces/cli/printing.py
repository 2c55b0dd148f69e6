"""Prints rows: tables for people, JSON Lines for programs; marks spans in colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

import click
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from onrecord.ledger import ArticleRow, StatementRow
from onrecord.surfaces.interchange import dumps
from onrecord.text.timex import timexes
from onrecord.vocabulary import Published, SaidOn, Span, Statement

# Styles of the parts of an attribution, in terminals and in the legend.
STYLES = {"source": "bold cyan", "cue": "bold magenta", "content": "green"}

# Width where the output is no terminal: wide enough that a table in a file or a pipe is not cut.
_FILE_WIDTH = 160


def console() -> Console:
    """A console for stdout; colours on a terminal only (and never under NO_COLOR)."""
    plain = Console(highlight=False)
    return plain if plain.is_terminal else Console(highlight=False, width=_FILE_WIDTH)


def print_json(rows: Iterable[object]) -> None:
    """Print rows as JSON Lines."""
    for row in rows:
        click.echo(dumps(row))


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Table:
    """A table with a header, without lines."""
    made = Table(*columns, box=None, pad_edge=False, header_style="bold", show_edge=False)
    for row in rows:
        made.add_row(*(Text(cell) for cell in row))
    return made


def day(when: Published | SaidOn | None) -> str:
    """A date in a word or two: the day, an interval of days, "… or later", "… or earlier"; "not known" where there is none.

    Where only the article's words are known, which no calendar can read, it is what they tell: "a Tuesday", “last week”.
    """
    if when is None or (when.earliest is None and when.latest is None):
        return _as_told(when.evidence.text) if isinstance(when, SaidOn) and when.evidence is not None else "not known"
    earliest, latest = (end[:10] if end else None for end in (when.earliest, when.latest))
    if earliest is None or latest is None:
        return f"{earliest} or later" if earliest else f"{latest} or earlier"
    return earliest if earliest == latest else f"{earliest}/{latest}"


def _as_told(words: str) -> str:
    weekday = next((one.weekday for one in timexes(words) if one.weekday is not None), None)
    return f"a {weekday}" if weekday else f"“{' '.join(words.split())}”"


def speaker(statement: Statement) -> str:
    """Who said it, or "not known"."""
    return statement.speaker.name if statement.speaker else "not known"


def said(statement: Statement) -> str:
    """The content on one line, its fragments joined by an ellipsis in brackets."""
    return " […] ".join(" ".join(span.text.split()) for span in statement.content)


def where(article: ArticleRow) -> str:
    """What an article is called in a row: its outlet, else its file's name or its address."""
    return article.outlet or (Path(article.path).name if article.path else article.url) or article.id


def marked(text: str, start: int, end: int, spans: Iterable[tuple[Span, str]]) -> Text:
    """A slice of a text with spans in the styles of their roles."""
    shown = Text(text[start:end])
    for span, role in spans:
        shown.stylize(STYLES[role], max(0, span.start - start), max(0, span.end - start))
    return shown


def roles(statement: Statement) -> list[tuple[Span, str]]:
    """The spans of a statement with their roles."""
    named = [(statement.source, "source"), (statement.cue, "cue")]
    return [(span, role) for span, role in named if span] + [(span, "content") for span in statement.content]


def counted(shown: int, total: int, what: str) -> str:
    """How many rows there are, and how many of them are shown: "3 of 12 statements", "1 article"."""
    words = f"{total} {what}{'' if total == 1 else 's'}"
    return f"{shown} of {words}" if shown < total else words


def none_found(what: str) -> None:
    """Say on stderr that a query found nothing."""
    click.echo(f"onrecord: no {what} found", err=True)


def waiting(number: int) -> None:
    """Say on stderr that what is shown leaves out articles that are not related yet."""
    if number:
        click.echo(f"{counted(number, number, 'article')} not compared yet: `onrecord relate`", err=True)


def not_there(what: str, prefix: str) -> NoReturn:
    """Fail because an id fits nothing."""
    raise click.ClickException(f"there is no {what} whose id starts with {prefix!r}: see `onrecord {what}s`")


def statement_cells(row: StatementRow) -> list[str]:
    """The cells of a statement's row in a table."""
    one = row.statement
    when = day(one.said_on) if one.said_on else day(row.article.published)
    act = f"{'not ' if one.negated else ''}{one.speech_act or ''}"
    return [one.id[:8], when, where(row.article), speaker(one), act, one.kind, said(one)]
