"""Prints rows: tables for people, JSON Lines for programs; marks spans in colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import NoReturn

import click
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from onrecord.ledger import (
    ArticleRow,
    CopyRow,
    DisagreementRow,
    JudgementRow,
    LinkRow,
    PositionRow,
    ShiftRow,
    StatementRow,
)
from onrecord.surfaces.interchange import dumps
from onrecord.surfaces.telling import act_of, told
from onrecord.text.timex import timexes
from onrecord.vocabulary import CopyKind, Published, SaidOn, Span, Statement, Verdict

# Styles of the parts of an attribution, in terminals and in the legend.
STYLES = {"source": "bold cyan", "cue": "bold magenta", "content": "green"}

# What may be judged.
Found = StatementRow | PositionRow | ShiftRow | DisagreementRow | CopyRow | LinkRow

# What a copy is of another text, in words.
_COPIES = {
    CopyKind.REPRINT: "reprint of {}",
    CopyKind.UPDATE: "update of {}",
    CopyKind.REWRITE: "rewrite of {}",
    CopyKind.MACHINE_REWRITE: "machine rewrite of {}",
    CopyKind.WIRE: "text of the agency {}",
}

# Width where the output is no terminal: wide enough that a table in a file or a pipe is not cut.
_FILE_WIDTH = 160


def console() -> Console:
    """A console for stdout; colours on a terminal only (and never under NO_COLOR)."""
    plain = Console(highlight=False)
    return plain if plain.is_terminal else Console(highlight=False, width=_FILE_WIDTH)


def is_plain(console: Console) -> bool:
    """Whether what colours would tell has to be told by signs."""
    return console.no_color or not console.is_terminal


def print_json(rows: Iterable[object]) -> None:
    """Print rows as JSON Lines."""
    for row in rows:
        click.echo(dumps(row))


def table(columns: Sequence[Column], rows: Iterable[Sequence[str | Text]]) -> Table:
    """A table with a header, without lines."""
    made = Table(*columns, box=None, pad_edge=False, header_style="bold", show_edge=False)
    for row in rows:
        made.add_row(*(Text(cell) if isinstance(cell, str) else cell for cell in row))
    return made


def day(when: Published | SaidOn | None) -> str:
    """A date in a word or two: the day, an interval of days, "… or later", "… or earlier"; "not known" where there is none.

    Where only the article's words are known, which no calendar can read, it is what they tell: "a Tuesday", “last week”.
    """
    if when is None or (when.earliest is None and when.latest is None):
        return _as_told(when.evidence.text) if isinstance(when, SaidOn) and when.evidence is not None else "not known"
    return days(when.earliest, when.latest)


def days(earliest: str | None, latest: str | None) -> str:
    """Days in a word or two: the day, an interval of days, "… or later", "… or earlier"; "not known" where there is none."""
    earliest, latest = (end[:10] if end else None for end in (earliest, latest))
    if earliest is None or latest is None:
        return f"{earliest} or later" if earliest else f"{latest} or earlier" if latest else "not known"
    return earliest if earliest == latest else f"{earliest}/{latest}"


def _as_told(words: str) -> str:
    weekday = next((one.weekday for one in timexes(words) if one.weekday is not None), None)
    return f"a {weekday}" if weekday else f"“{' '.join(words.split())}”"


def speaker(statement: Statement) -> str:
    """Who said it, or "not known"."""
    return statement.speaker.name if statement.speaker else "not known"


def where(article: ArticleRow) -> str:
    """Where an article is printed, in a row: its outlet; else that it is not known, and what tells the article from others."""
    return article.outlet or f"outlet not known ({_origin(article)})"


def titled(article: ArticleRow) -> str:
    """What an article is called: its title, else where it is from."""
    return article.title or _origin(article)


def file_named(path: str) -> str:
    """A file as it was named when it was added; without the folders of whoever added it, where it was named from the root."""
    parts = PurePath(path)
    return parts.name if parts.is_absolute() or ".." in parts.parts else path


def _origin(article: ArticleRow) -> str:
    """The name of the file of an article, else its address, else its id."""
    return f"file {PurePath(article.path).name}" if article.path else article.url or f"article {article.id}"


def print_indented(out: Console, words: Text, spaces: int) -> None:
    """Print words on lines that all begin so many spaces in."""
    for line in words.wrap(out, out.width - spaces):
        line.rstrip()
        out.print(Text(" " * spaces).append_text(line), soft_wrap=True)


def copy_of(copy: CopyRow) -> str:
    """What a copy is, and of what: "machine rewrite of The Courier"."""
    of = copy.of_article
    if of is not None and of.outlet is None:
        return _COPIES[copy.kind].format(f"a text whose {where(of).replace(' not', ' is not', 1)}")
    return _COPIES[copy.kind].format(of.outlet if of is not None else copy.of)


def standing(rows: Iterable[JudgementRow]) -> list[JudgementRow]:
    """Judgements without those that only take one back: of that one it is said that it is taken back, and by which."""
    return [row for row in rows if row.judgement.verdict is not Verdict.UNDO]


def judged(row: JudgementRow) -> Text:
    """A judgement of a person in a line: the verdict, who, when, what it says and why, and the id by which it is taken back."""
    one = row.judgement
    because = f" ({one.why})" if one.why else ""
    taken_back = f", taken back by {row.undone_by[:8]}" if row.undone_by else ""
    said = f"{one.verdict} by {one.by} on {one.at[:10]}: {row.says}{because}"
    return Text.assemble(said, (f"  judgement {one.id[:8]}{taken_back}", "dim"))


def decided(row: Found) -> str:
    """What a person said of what a machine found, who, when and why: "rejected by Mira on 2031-05-04 (another vote)"; "" where
    nobody said anything."""
    if row.status == "candidate" or row.judgement is None:
        return "" if row.status == "candidate" else row.status
    one = row.judgement
    return f"{row.status} by {one.by} on {one.at[:10]}" + (f" ({one.why})" if one.why else "")


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


def number(many: int, one: str, several: str) -> str:
    """How many of something, in words: "1 copy", "3 copies"."""
    return f"{many} {one if many == 1 else several}"


def none_found(what: str) -> None:
    """Say on stderr that a query found nothing."""
    click.echo(f"onrecord: no {what} found", err=True)


def waiting(number: int) -> None:
    """Say on stderr that what is shown leaves out articles that are not related yet."""
    if number:
        click.echo(f"{counted(number, number, 'article')} not compared yet: `onrecord relate`", err=True)


def unplaced(number: int) -> None:
    """Say on stderr that what is shown of a question leaves out articles that are not placed on it yet."""
    if number:
        click.echo(f"{counted(number, number, 'article')} not placed on it yet: `onrecord relate`", err=True)


def not_there(what: str, prefix: str) -> NoReturn:
    """Fail because an id fits nothing."""
    raise click.ClickException(f"there is no {what} whose id starts with {prefix!r}: see `onrecord {what}s`")


def statement_cells(row: StatementRow) -> list[str]:
    """The cells of a statement's row in a table."""
    one = row.statement
    when = day(one.said_on) if one.said_on else day(row.article.published)
    return [one.id[:8], when, where(row.article), speaker(one), act_of(one), one.kind, told(one)]
