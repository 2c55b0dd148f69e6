"""Posing: statements with what stands around them, as their positions are asked for, and who holds those that others tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, text

from onrecord.ledger.relations.sealing import rows_json
from onrecord.ledger.relations.telling import Tellings
from onrecord.text.paragraphs import paragraphs
from onrecord.vocabulary import Asked, Span, Taken
from onrecord.vocabulary.relations import Telling

# The personas of holders, by the statement that tells of them and the words that name them.
Holders = Mapping[tuple[str, Span], int]

# A statement says little but what another one inside it says where that one has so much of its words. Chosen; not measured.
_MOST = 0.6

_STATED = text(
    """SELECT statements.row, statements.id, holder.id AS within, statements.day_earliest, statements.day_latest,
        personas.row AS persona_row, tellings.article_row, statements.reading_row, readings.title
    FROM tellings JOIN statements ON statements.row = tellings.statement_row
    JOIN readings ON readings.row = statements.reading_row
    LEFT JOIN statements AS holder ON holder.reading_row = statements.reading_row AND holder.id = statements.within
        AND holder.status != 'rejected'
    LEFT JOIN personas ON personas.reading_row = statements.reading_row AND personas.id = statements.speaker_actor
    WHERE tellings.article_row IN (SELECT value FROM json_each(:rows)) ORDER BY tellings.article_row, statements.ordinal"""
)
# The first persona that the words of a place name.
_NAMED = text(
    """SELECT personas.row
    FROM mentions JOIN personas ON personas.reading_row = mentions.reading_row AND personas.id = mentions.actor
    WHERE mentions.reading_row = :reading AND mentions.start < :end AND mentions."end" > :start ORDER BY mentions.start LIMIT 1"""
)
_TEXTS = text("SELECT row, text FROM articles WHERE row IN (SELECT value FROM json_each(:rows))")


def stated_in(connection: Connection, article_rows: Sequence[int]) -> tuple[Sequence[Any], dict[int, str]]:
    """The rows of the statements of some articles, in order, and the articles' texts."""
    rows = {"rows": rows_json(article_rows)}
    return connection.execute(_STATED, rows).all(), {row.row: row.text for row in connection.execute(_TEXTS, rows)}


def asked_of(connection: Connection, stated: Sequence[Any], texts: dict[int, str]) -> list[Asked]:
    """Statements as their positions are asked for."""
    tellings = Tellings(connection).of(about.row for about in stated)
    inner: dict[tuple[int, str], int] = defaultdict(int)
    for about, telling in zip(stated, tellings, strict=True):
        inner[about.article_row, about.within] += len(telling.content)
    return [
        replace(
            asked(telling, texts[about.article_row], about.title),
            outer=about.within is not None,
            inner=inner[about.article_row, about.id] >= _MOST * len(telling.content),
        )
        for about, telling in zip(stated, tellings, strict=True)
    ]


def asked(telling: Telling, words: str, title: str | None) -> Asked:
    """A statement with what stands around it in the text of its article."""
    first, last = telling.statement.spans[0].start, max(span.end for span in telling.statement.spans)
    among = paragraphs(words)
    touched = [place for place, (start, end) in enumerate(among) if start < last and first < end]
    if not touched:
        return Asked(telling, Span(first, last, words[first:last]), title)
    (start, _), (_, end) = among[touched[0]], among[touched[-1]]
    before = words[slice(*among[touched[0] - 1])] if touched[0] else ""
    return Asked(telling, Span(start, end, words[start:end]), title, before)


def holders_of(connection: Connection, stated: Sequence[Any], taken: Mapping[str, Sequence[Taken]]) -> Holders:
    """The personas of those whose positions others tell, by statement and by the words that name them."""
    told = [(about, one.holder) for about in stated for one in taken.get(about.id, ()) if one.holder]
    found = {}
    for about, holder in told:
        place = {"reading": about.reading_row, "start": holder.start, "end": holder.end}
        if (persona := connection.execute(_NAMED, place).scalar()) is not None:
            found[about.id, holder] = persona
    return found


def holder_of(about: Any, one: Taken, holders: Holders) -> int | None:
    """Who holds a position: the speaker, or whom the content names as its holder; None where that one is not known."""
    if not one.second_hand or about.within is not None:
        persona: int | None = about.persona_row
        return persona
    return holders.get((about.id, one.holder)) if one.holder else None


def is_own(about: Any, one: Taken, holders: Holders) -> bool:
    """Whether the speaker tells the own position after all: "Sorin wants it, Sorin said"."""
    persona = holder_of(about, one, holders)
    return about.within is None and persona is not None and persona == about.persona_row
