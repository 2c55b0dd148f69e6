"""`onrecord search`: statements and articles that hold some words, the best first."""

from __future__ import annotations

from pathlib import Path

import click
from rich.text import Text

from onrecord.ledger import ArticleHit, StatementHit, open_ledger
from onrecord.surfaces.cli import options, printing
from onrecord.surfaces.interchange import span_json
from onrecord.surfaces.rows import article_row, statement_row
from onrecord.surfaces.telling import cue_told

_MATCH = "bold yellow"


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many of each.")
@options.as_json
@options.ledger
def search(words: tuple[str, ...], limit: int, ledger_path: Path, json_lines: bool) -> None:
    """Find statements and articles by their words.

    All words must occur, in any inflection. "A phrase" is found as it stands, -word excludes (after --), OR gives a choice.

    \b
    Example:
      onrecord search open door
      onrecord search -- '"open door"' -summit
    """
    with open_ledger(ledger_path, read_only=True) as ledger:
        found = ledger.search(" ".join(words), limit=limit)
    if json_lines:
        printing.print_json(_statement_json(hit) for hit in found.statements)
        printing.print_json(_article_json(hit) for hit in found.articles)
        return
    if not found.statements_total and not found.articles_total:
        printing.none_found("statement or article")
        return
    out = printing.console()
    for hit in found.statements:
        out.print(_statement(hit))
    for article in found.articles:
        out.print(_article(article))
    click.echo(
        f"{len(found.statements)} of {found.statements_total} statements, "
        f"{len(found.articles)} of {found.articles_total} articles",
        err=True,
    )


def _statement(hit: StatementHit) -> Text:
    one = hit.row.statement
    cue = cue_told(one)
    line = Text(f"{one.id[:8]}  ", "dim")
    line.append(f"{printing.speaker(one)}", "bold").append(f" ({printing.where(hit.row.article)}): ")
    line.append(f"{cue.before}: " if cue.before else "", "italic")
    for number, span in enumerate(one.content):
        line.append(" […] " if number else "")
        shown = Text(" ".join(span.text.split("\n")))
        for match in hit.matches:
            if span.start <= match.start < span.end:
                shown.stylize(_MATCH, match.start - span.start, match.end - span.start)
        line.append_text(shown)
    return line.append(f" ({cue.after})" if cue.after else "", "italic")


def _article(hit: ArticleHit) -> Text:
    line = Text(f"{hit.row.id[:8]}  ", "dim")
    line.append(printing.titled(hit.row), "italic").append(f" ({printing.where(hit.row)}): ")
    shown = Text(hit.snippet.text.replace("\n", " "))
    for match in hit.matches:
        if hit.snippet.start <= match.start < hit.snippet.end:
            shown.stylize(_MATCH, match.start - hit.snippet.start, match.end - hit.snippet.start)
    return line.append("…").append_text(shown).append("…")


def _statement_json(hit: StatementHit) -> object:
    return {"found": "statement", "score": hit.score, "matches": [span_json(span) for span in hit.matches]} | statement_row(
        hit.row
    )


def _article_json(hit: ArticleHit) -> object:
    matches = [span_json(span) for span in hit.matches]
    return {"found": "article", "score": hit.score, "matches": matches, "snippet": span_json(hit.snippet)} | article_row(hit.row)
