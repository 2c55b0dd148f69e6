"""`onrecord walk`: what every room makes of one article, for newcomers and maintainers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from onrecord.pipeline import Pipeline, provenance
from onrecord.settings import load
from onrecord.surfaces.cli import FAILURE, options, printing
from onrecord.surfaces.cli.reading import found_under
from onrecord.surfaces.telling import act_of, told
from onrecord.vocabulary import Article, Record, Rejection

_ROLE_STYLES = printing.STYLES


@click.command()
@click.argument("path", type=click.Path(path_type=Path, readable=False))
@options.metadata
def walk(path: Path, **known: Any) -> int:
    """Print what every room makes of the first article in a file.

    \b
    Example:
      onrecord walk story.txt
    """
    settings = load()
    found = next(found_under((path,), known, settings))
    out = printing.console()
    _heading(out, "clean: bytes → article")
    if isinstance(found, Rejection):
        out.print(Text(f"rejected ({found.reason}): {found.detail}"))
        return FAILURE
    _clean(out, found)
    pipeline = Pipeline(provenance(settings))
    record = pipeline.record(found)
    _detect(out, found, pipeline)
    _extract(out, record)
    _identify(out, record)
    return 0


def _heading(out: Console, words: str) -> None:
    out.print(Text(f"\n{words}", "bold underline"))


def _clean(out: Console, article: Article) -> None:
    for name in ("id", "outlet", "title", "byline", "language", "url"):
        out.print(Text(f"{name:10}{getattr(article, name)}"))
    out.print(Text(f"published {printing.day(article.published)} {article.published.basis if article.published else ''}"))
    for zone in article.zones:
        words = " ".join(article.text[zone.start : zone.end].split())
        out.print(Text(f"zone      {zone.start:5}-{zone.end:<5} {zone.kind:12} {words[:90]}"))


def _detect(out: Console, article: Article, pipeline: Pipeline) -> None:
    _heading(out, f"detect: article → marks   ({pipeline.maker.model})")
    marks = pipeline.marks(article)
    for index, mark in enumerate(marks.marks):
        words = " ".join(article.text[mark.start : mark.end].split())
        linked = "" if mark.cue is None else f"→ cue {mark.cue} ({mark.link:.2f})"
        out.print(
            Text(
                f"{index:4} {mark.start:5}-{mark.end:<5} {mark.role:8}{mark.score:.2f} {linked:16} {words}",
                _ROLE_STYLES[mark.role],
            )
        )
    for name in marks.mentions:
        out.print(Text(f"name {name.start:5}-{name.end:<5} {name.type or '':13} {name.name}"))


def _extract(out: Console, record: Record) -> None:
    _heading(out, "extract: marks → statements")
    for one in record.statements:
        extra = "; ".join(
            f"{name} {value}"
            for name, value in (("to", one.addressee), ("venue", one.venue), ("within", one.within), ("repeats", one.repeats))
            if value
        )
        out.print(Text(f"{one.id[:8]} {one.kind:9}{act_of(one) or '?':19} {one.confidence:.2f} {told(one)}  {extra}"))


def _identify(out: Console, record: Record) -> None:
    _heading(out, "identify: statements → speakers")
    for one in record.statements:
        source = one.source.text if one.source else "no source"
        reason = one.speaker.reason if one.speaker else "the text names nobody"
        out.print(Text(f"{one.id[:8]} {source} → {printing.speaker(one)} ({reason})"))
