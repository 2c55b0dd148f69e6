"""Rows as the nouns they were made from, and as the rows that the ledger answers with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from types import SimpleNamespace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from onrecord.ledger.rows import ArticleRow
from onrecord.ledger.storing.review_tables import originals
from onrecord.ledger.storing.schema import articles, mentions, personas, readings, sightings, spans, statements, versions
from onrecord.vocabulary import (
    Actor,
    ActorType,
    Article,
    DateBasis,
    Kind,
    Mention,
    MentionType,
    Office,
    Provenance,
    Published,
    SaidOn,
    SaidOnBasis,
    Span,
    Speaker,
    SpeechAct,
    Statement,
    Zone,
    ZoneKind,
)

# A row of a query: its columns are those of the query, which the functions here name.
Columns = Row[*tuple[Any, ...]]
# The spans of a statement by what they are, in order.
Parts = dict[str, list[Span]]
_newer = articles.alias("newer")
_IN_READING = select(statements).order_by(statements.c.ordinal)


def last_path() -> ColumnElement[str | None]:
    """The path that an article was last seen at, as a column."""
    asked = select(sightings.c.path).where(sightings.c.article_row == articles.c.row)
    return asked.order_by(sightings.c.last_seen.desc(), sightings.c.row.desc()).limit(1).scalar_subquery()


def about_articles() -> Select[Any]:
    """A query for all of an article but its text, one row a reading; narrow it to the readings wanted."""
    version = select(func.max(versions.c.number)).where(versions.c.article_row == articles.c.row).scalar_subquery()
    newer = select(_newer.c.id).where(_newer.c.row == articles.c.superseded_by).scalar_subquery()
    return select(
        *(column for column in articles.c if column.name not in ("text", "row")),
        *(column for column in readings.c if column.name not in ("id", "row", "article_row", "added_at")),
        readings.c.row.label("reading_row"),
        articles.c.row.label("article_row"),
        last_path().label("path"),
        version.label("version"),
        newer.label("newer"),
    ).join(articles, articles.c.row == readings.c.article_row)


def article_row(row: Columns) -> ArticleRow:
    """An article as the ledger answers with, from a row of `about_articles`."""
    return ArticleRow(
        id=row.id,
        path=row.path,
        url=row.url,
        outlet=row.outlet,
        title=row.title,
        byline=tuple(row.byline),
        language=row.language,
        published=_published(row),
        characters=row.characters,
        statements=row.statements,
        mentions=row.mentions,
        version=row.version,
        superseded_by=row.newer,
        provenance=provenance(row),
        added_at=row.added_at,
    )


def article(row: Columns, text: str) -> Article:
    """An article, from a row of `about_articles` and its text."""
    return Article(
        id=row.id,
        path=row.path,
        url=row.url,
        outlet=row.outlet,
        title=row.title,
        byline=tuple(row.byline),
        language=row.language,
        published=_published(row),
        text=text,
        zones=zones(row),
    )


def zones(row: Columns) -> tuple[Zone, ...]:
    """The zones of a reading's text."""
    return tuple(Zone(start, end, ZoneKind(kind)) for start, end, kind in row.zones)


def provenance(row: Columns) -> Provenance:
    """What made a reading."""
    return Provenance(onrecord=row.onrecord, model=row.model, settings=row.settings)


def statements_of(connection: Connection, rows: Sequence[Columns]) -> list[Statement]:
    """The statements of rows of the table `statements`, in their order, with their spans: as they are shown."""
    parts: dict[int, Parts] = defaultdict(lambda: defaultdict(list))
    asked = select(spans).where(spans.c.statement_row.in_([row.row for row in rows]))
    asked = asked.with_only_columns(spans.c.statement_row, spans.c.role, spans.c.start, spans.c.end, spans.c.text)
    for row, role, *place in connection.execute(asked.order_by(spans.c.statement_row, spans.c.role, spans.c.ordinal)).all():
        parts[row][role].append(Span(*place))
    return [_statement(row, parts[row.row]) for row in rows]


def statements_in(connection: Connection, reading_row: int) -> tuple[Statement, ...]:
    """The statements of a reading, in order, as they were read."""
    shown = all_statements_in(connection, reading_row)
    read = originals_in(connection, reading_row)
    return tuple(read.get(row, statement) for row, statement in shown.items())


def all_statements_in(connection: Connection, reading_row: int) -> dict[int, Statement]:
    """The statements of a reading by their rows, in order, as persons put them right; those too that they rejected."""
    kept = connection.execute(_IN_READING.where(statements.c.reading_row == reading_row)).all()
    return dict(zip((row.row for row in kept), statements_of(connection, kept), strict=True))


def shown_statements_in(connection: Connection, reading_row: int) -> dict[int, Statement]:
    """The statements of a reading by their rows, in order, as persons put them right; without those that they rejected."""
    asked = _IN_READING.where(statements.c.reading_row == reading_row, statements.c.status != "rejected")
    kept = connection.execute(asked).all()
    return dict(zip((row.row for row in kept), statements_of(connection, kept), strict=True))


def originals_in(connection: Connection, reading_row: int) -> dict[int, Statement]:
    """Of the statements of a reading that a person put right, what was read, by their rows."""
    asked = select(statements, originals.c.read).join(originals, originals.c.statement_row == statements.c.row)
    found = {}
    for row in connection.execute(asked.where(statements.c.reading_row == reading_row)):
        parts: Parts = defaultdict(list)
        for role, start, end, words in row.read["spans"]:
            parts[role].append(Span(start, end, words))
        columns = row._asdict() | {name: value for name, value in row.read.items() if name != "spans"}
        found[row.row] = _statement(SimpleNamespace(**columns), parts)
    return found


def mentions_in(connection: Connection, reading_row: int) -> tuple[Mention, ...]:
    """The mentions of a reading, in order."""
    asked = select(mentions).where(mentions.c.reading_row == reading_row).order_by(mentions.c.ordinal)
    return tuple(
        Mention(row.start, row.end, row.actor, row.name, MentionType(row.type) if row.type is not None else None)
        for row in connection.execute(asked)
    )


def actors_in(connection: Connection, reading_row: int) -> tuple[Actor, ...]:
    """The actors of a reading as it tells of them, in order."""
    asked = select(personas).where(personas.c.reading_row == reading_row, personas.c.put.is_(None)).order_by(personas.c.ordinal)
    return tuple(persona_of(row) for row in connection.execute(asked))


def persona_of(row: Columns) -> Actor:
    """An actor as its reading tells of it, from a row of `personas`."""
    type_ = ActorType(row.type) if row.type is not None else None
    return Actor(row.id, row.name, type_, tuple(row.names), offices_of(row.offices), row.wikidata, row.gender)


def offices_of(kept: Iterable[Sequence[str]]) -> tuple[Office, ...]:
    """The offices of a column `offices`."""
    return tuple(Office(*parts) for parts in kept)


def office_rows(offices: Iterable[Office]) -> list[list[str | None]]:
    """Offices as a column `offices` holds them."""
    return [[one.title, one.place, one.start, one.end, one.basis] for one in offices]


def _statement(row: Any, parts: Parts) -> Statement:
    return Statement(
        id=row.id,
        kind=Kind(row.kind),
        source=_first(parts["source"]),
        cue=_first(parts["cue"]),
        content=tuple(parts["content"]),
        confidence=row.confidence,
        speech_act=SpeechAct(row.speech_act) if row.speech_act is not None else None,
        negated=row.negated,
        addressee=row.addressee,
        venue=row.venue,
        speaker=_speaker(row),
        said_on=_said_on(row, _first(parts["said-on"])),
        within=row.within,
        repeats=row.repeats,
    )


def _speaker(row: Any) -> Speaker | None:
    if row.speaker_name is None:
        return None
    kind = ActorType(row.speaker_type) if row.speaker_type is not None else None
    return Speaker(row.speaker_name, row.speaker_reason, kind, row.speaker_actor, row.speaker_office)


def _said_on(row: Any, evidence: Span | None) -> SaidOn | None:
    if row.said_basis is None:
        return None
    return SaidOn(row.said_earliest, row.said_latest, SaidOnBasis(row.said_basis), row.said_reason, evidence)


def _published(row: Columns) -> Published | None:
    if row.published_earliest is None:
        return None
    evidence = None
    if row.published_start is not None:
        evidence = Span(row.published_start, row.published_end, row.published_text)
    return Published(row.published_earliest, row.published_latest, DateBasis(row.published_basis), evidence)


def _first(found: Iterable[Span]) -> Span | None:
    return next(iter(found), None)
