"""Reads an article's marks into statements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.attributions import Attribution, attributions, by_cue
from onrecord.extract.cues import read_cue
from onrecord.extract.headlines import headline
from onrecord.extract.kind import kind
from onrecord.extract.layout import Layout
from onrecord.extract.repeats import repeated_in
from onrecord.extract.setting import addressee, venue
from onrecord.vocabulary import Article, Marks, Span, Statement, ZoneKind, statement_id

Range = tuple[int, int]

# Zones whose quotations are no statements of the article.
_NO_SPEECH = frozenset({ZoneKind.BYLINE, ZoneKind.CAPTION, ZoneKind.BOILERPLATE})
# How far from its cue, in characters, an auxiliary may stand.
_NEAR = 24
# A negation that stands before its subject: "Nor did Olan say", "Never has Olan said".
_INVERTED = re.compile(
    r"\b(?:nor|neither|never|not once)\s+(?:has|have|had|did|does|do|is|was|were|would|will|could|can)\s+$", re.IGNORECASE
)


def statements(article: Article, marks: Marks) -> tuple[Statement, ...]:
    """The statements of an article, ordered by place, without speakers and days.

    1. Marks become attributions; a headline's colon makes one where the marks have none.
    2. Each attribution is read: kind, speech act, negation, addressee, venue.
    3. What is said inside a content becomes a statement `within` it.
    4. A pull-quote's statement `repeats` the statement whose words it copies.
    """
    layout = Layout(article.text)
    found = attributions(layout, marks.marks, [(zone.start, zone.end) for zone in article.zones if zone.kind in _NO_SPEECH])
    found += _headlines(article, layout, found)
    read = [_read(article, layout, one) for one in sorted(found, key=lambda one: one.start)]
    read += _nested(article, layout, marks, read)
    read = _repeats(article, read)
    return tuple(sorted(read, key=lambda statement: (statement.spans[0].start, -statement.spans[-1].end)))


def _headlines(article: Article, layout: Layout, found: Sequence[Attribution]) -> list[Attribution]:
    titles = [(zone.start, zone.end) for zone in article.zones if zone.kind is ZoneKind.TITLE]
    sources = [one.source for one in found if one.source is not None]
    made = (headline(layout, title, sources) for title in titles)
    taken = [place for one in found for place in one.ranges]
    return [one for one in made if one is not None and not any(_overlap(place, other) for place in one.ranges for other in taken)]


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _read(article: Article, layout: Layout, found: Attribution, within: str | None = None) -> Statement:
    text = article.text
    source, cue = (Span.of(text, *place) if place else None for place in (found.source, found.cue))
    content = tuple(Span.of(text, *place) for place in found.content)
    given_as = kind(layout, found.content, found.cue)
    done = read_cue(cue.text if cue else None, given_as, source=source.text if source else "", before=_between(text, found))
    return Statement(
        id=statement_id(article.id, source, cue, content),
        kind=given_as,
        source=source,
        cue=cue,
        content=content,
        confidence=round(found.confidence, 3),
        speech_act=done.act,
        negated=done.negated,
        addressee=addressee(text, found.cue, found.content, layout.paragraph(cue.start), source=found.source) if cue else None,
        venue=venue(text, found.cue, found.content, layout.sentence(cue.start)) if cue else None,
        within=within,
    )


def _between(text: str, found: Attribution) -> str:
    """The few words before the source ("nor did …") and between it and the cue, where a negated auxiliary may stand."""
    if found.source is None or found.cue is None or not 0 <= found.cue[0] - found.source[1] <= _NEAR:
        return ""
    start, end = found.source
    inverted = _INVERTED.search(text, max(0, start - _NEAR), start)
    between = text[end : found.cue[0]].rpartition(",")[2]
    return f"{inverted.group() if inverted else ''} {between}"


def _nested(article: Article, layout: Layout, marks: Marks, read: Sequence[Statement]) -> Iterator[Statement]:
    holding = {(span.start, span.end): one for one in reversed(read) for span in one.content}
    for index, inside in marks.within:
        outer = holding.get((marks.marks[index].start, marks.marks[index].end))
        if outer is None:
            continue
        for found in by_cue(inside):
            if found.content:
                yield _read(article, layout, found, within=outer.id)


def _repeats(article: Article, read: Sequence[Statement]) -> list[Statement]:
    zones = [zone for zone in article.zones if zone.kind is ZoneKind.PULL_QUOTE]
    if not zones:
        return list(read)
    pulled = {one.id for one in read if any(zone.start <= one.content[0].start < zone.end for zone in zones)}
    repeated = repeated_in([one for one in read if one.id not in pulled])
    return [replace(one, repeats=repeated(one)) if one.id in pulled else one for one in read]
