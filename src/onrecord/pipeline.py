"""The order of the rooms: clean → detect → extract → identify. What comes of an article, the ledger keeps."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from onrecord import __version__
from onrecord.vocabulary import Article, Marks, Provenance, Record, Rejection, RejectionReason, Span, Statement, ZoneKind

if TYPE_CHECKING:
    from onrecord.clean import Given
    from onrecord.detect.tagger import Tagger
    from onrecord.settings import Settings

# Zones in which nobody reports anything: nothing is read there. A title and a pull-quote are read.
_UNREAD = frozenset({ZoneKind.BYLINE, ZoneKind.CAPTION, ZoneKind.BOILERPLATE})

_MARKDOWN = (".md", ".markdown")

# What a fault of ours looks like when one article brings it out; the article is rejected, the others go on.
_FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError)


def articles(paths: Iterable[Path], given: Given, settings: Settings) -> Iterator[Article | Rejection]:
    """The articles under some paths (files, folders), each with its zones, and a rejection for each input that is none."""
    from onrecord.clean import article_files, read_path  # noqa: PLC0415  a process that only makes records needs no readers

    for path in article_files(paths):
        yield from read_path(path, given=given, settings=settings.clean)


def provenance(settings: Settings) -> Provenance:
    """What makes the records of a pipeline with these settings. Raises ModelError where the model is missing."""
    from onrecord.detect.weights import model_name  # noqa: PLC0415

    return Provenance(__version__, model_name(), settings.fingerprint)


def reader(maker: Provenance) -> Callable[[Article | Rejection], Record | Rejection]:
    """The work of a process that makes records: `Pipeline.read`, with a pipeline of its own."""
    return Pipeline(maker).read


class Pipeline:
    """Makes records of articles; one object for each process. The model is loaded when first needed."""

    def __init__(self, maker: Provenance) -> None:
        """Take what the records are to say of their making (see `provenance`); `seconds` counts the time of each room."""
        self.maker = maker
        self.seconds = {"detect": 0.0, "extract": 0.0, "identify": 0.0}

    @cached_property
    def tagger(self) -> Tagger:
        """The neural tagger. Raises ModelError where its files are missing or damaged."""
        from onrecord.detect.tagger import Tagger  # noqa: PLC0415  its runtime is slow to import

        return Tagger()

    def marks(self, article: Article) -> Marks:
        """What the model marks in an article, outside the zones in which nobody reports anything."""
        return self.tagger.read(article.text, [(zone.start, zone.end) for zone in article.zones if zone.kind in _UNREAD])

    def record(self, article: Article) -> Record:
        """The record of one article."""
        from onrecord.extract import statements as read_out  # noqa: PLC0415
        from onrecord.identify import identified, with_days  # noqa: PLC0415

        times = [perf_counter()]
        readable = _readable(article)
        marks = self.marks(readable)
        times.append(perf_counter())
        statements = read_out(readable, marks)
        times.append(perf_counter())
        found = identified(readable, statements, marks.mentions)
        statements = with_days(readable, found.statements)
        times.append(perf_counter())
        if readable is not article:
            statements = tuple(_in_words_of(article.text, one) for one in statements)
        for number, room in enumerate(self.seconds):
            self.seconds[room] += times[number + 1] - times[number]
        return Record(article, statements, found.mentions, self.maker, found.actors)

    def read(self, found: Article | Rejection) -> Record | Rejection:
        """The record of an article, or a rejection where onrecord fails on it; a rejection stays one."""
        if isinstance(found, Rejection):
            return found
        try:
            return self.record(found)
        except _FAULTS as error:
            return failed(found, f"{type(error).__name__}: {error}")


def _readable(article: Article) -> Article:
    """The article as it is read: of a Markdown file the mark-up is blanked, every word in its place."""
    if article.path is None or not article.path.lower().endswith(_MARKDOWN):
        return article
    from onrecord.text.markup import plain_reading  # noqa: PLC0415

    return replace(article, text=plain_reading(article.text))


def _in_words_of(text: str, statement: Statement) -> Statement:
    """A statement with its spans' words taken from a text of the same length as the one that it was read in."""
    said_on = statement.said_on
    evidence = said_on.evidence if said_on else None
    source, cue, evidence = (span and Span.of(text, span.start, span.end) for span in (statement.source, statement.cue, evidence))
    content = tuple(Span.of(text, span.start, span.end) for span in statement.content)
    said_on = replace(said_on, evidence=evidence) if said_on else None
    return replace(statement, source=source, cue=cue, content=content, said_on=said_on)


def failed(found: Article | Rejection, why: str) -> Rejection:
    """The rejection of an article that onrecord fails on, by a fault of its own."""
    name = found.path or (found.id if isinstance(found, Article) else "")
    detail = f"onrecord failed on it ({why}); this is a fault in onrecord: please report it with the article"
    return Rejection(os.fspath(name), RejectionReason.UNREADABLE, detail)
