"""Showing: an article's text as printed, paragraph by paragraph, with what was read out of it marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from onrecord.ledger import StatementRow
from onrecord.surfaces import days
from onrecord.surfaces.cli import printing
from onrecord.surfaces.desk import links
from onrecord.surfaces.desk.marking import Marked, marked
from onrecord.text.paragraphs import paragraphs
from onrecord.vocabulary import Article, Mention, Span, Statement

# Characters of an article on one page, and statements in them: with all its marks a statement is some 900 bytes of mark-up, so
# that a page stays below 300 kB.
_PART, _STATEMENTS = 60_000, 200


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as mark-up; `look` is the zone it stands in ("zone-caption"), "" for body text."""

    start: int
    look: str
    words: Markup


def parts(text: str, rows: Sequence[StatementRow]) -> list[list[tuple[int, int]]]:
    """The paragraphs of a text, put together to what one page shows: all of them, unless the text is very long."""
    begins = sorted(row.statement.content[0].start for row in rows)
    made: list[list[tuple[int, int]]] = [[]]
    for place in paragraphs(text):
        first = made[-1][0][0] if made[-1] else place[0]
        told = bisect_left(begins, place[1]) - bisect_left(begins, first)
        if made[-1] and (place[1] - first > _PART or told > _STATEMENTS):
            made.append([])
        made[-1].append(place)
    return made


def shown(article: Article, places: Iterable[tuple[int, int]], marks: Sequence[Marked]) -> list[Paragraph]:
    """Some paragraphs of an article with marks in them."""
    made = []
    for start, end in places:
        zone = next((zone.kind for zone in article.zones if zone.start < end and start < zone.end), None)
        here = [mark for mark in marks if mark.start < end and start < mark.end]
        made.append(Paragraph(start, f"zone-{zone}" if zone else "", marked(article.text, start, end, here)))
    return made


def around(text: str, statement: Statement, more: int = 1) -> list[tuple[int, int]]:
    """The paragraphs that a statement stands in, and so many before and after them."""
    all_of = paragraphs(text)
    start, end = statement.spans[0].start, max(span.end for span in statement.spans)
    within = [number for number, place in enumerate(all_of) if place[0] < end and start < place[1]]
    return all_of[max(0, within[0] - more) : within[-1] + 1 + more] if within else []


def passage(text: str, statement: Statement, words: Sequence[Span]) -> Markup:
    """What is printed from the first to the last word of a statement, with some words marked: those that decided."""
    within = [*statement.spans, *words]
    start, end = min(span.start for span in within), max(span.end for span in within)
    return marked(text, start, end, [Marked(span.start, span.end, "deciding") for span in words])


def statement_marks(rows: Iterable[StatementRow], numbers: Mapping[str, int]) -> Iterator[Marked]:
    """The source, cue and content of statements: the cue leads to the statement, and so does its number behind the content. The
    first content of each is a place that an address can name: "#c412".
    """
    for row in rows:
        one = row.statement
        title = f"{printing.speaker(one)}, {days.told((one.said_on.earliest, one.said_on.latest)) if one.said_on else 'no day'}"
        address = links.statement_url(one.id)
        if one.source:
            yield Marked(one.source.start, one.source.end, "source", title=f"source: {title}")
        if one.cue:
            yield Marked(one.cue.start, one.cue.end, "cue", address, f"statement {numbers[one.id]}: {title}")
        for number, span in enumerate(one.content):
            last = number == len(one.content) - 1
            name = f"c{span.start}" if number == 0 else None
            yield Marked(
                span.start, span.end, "content", None, None, name, _note(address, numbers[one.id], title) if last else None
            )


def bare_marks(statement: Statement) -> Iterator[Marked]:
    """The spans of one statement, and the words that its day rests on, without links."""
    for span, role in printing.roles(statement):
        yield Marked(span.start, span.end, role)
    if statement.said_on is not None and statement.said_on.evidence is not None:
        yield Marked(statement.said_on.evidence.start, statement.said_on.evidence.end, "day", title="what the day rests on")


def mention_marks(mentions: Iterable[Mention]) -> Iterator[Marked]:
    """The mentions of actors of the ledger, each linked to its actor."""
    for mention in mentions:
        if mention.actor is not None:
            yield Marked(mention.start, mention.end, "mention", links.actor_url(mention.actor), mention.name)


def _note(address: str, number: int, title: str) -> Markup:
    return Markup('<a class="footmark" href="{}" title="{}" aria-label="statement {}: {}">{}</a>').format(
        address, title, number, title, number
    )
