"""Whether what was found between articles is what was kept: places against texts, rows against seals, lineages against copies."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from sqlalchemy import Connection, select, text

from onrecord.ledger.relations.copying import lineages, sealed_copy
from onrecord.ledger.relations.disagreeing import sealed_disagreement, sealed_finding
from onrecord.ledger.relations.grouping import sealed_utterance
from onrecord.ledger.relations.judging import COPY, decided
from onrecord.ledger.relations.linking import sealed_link
from onrecord.ledger.relations.resealing import seal_of_article
from onrecord.ledger.relations.sealing import seal_of
from onrecord.ledger.rows import Failure
from onrecord.ledger.storing.relation_tables import copies, disagreements, former_utterances, links, relatings, unrelated
from onrecord.ledger.storing.schema import articles, readings, statements

_CURRENT = select(articles.c.row, articles.c.id, readings.c.row.label("reading_row"), readings.c.statements).join(
    readings, (readings.c.article_row == articles.c.row) & readings.c.shown
)
# Stretches of text that are kept beside their places, and what they are not.
_SLICES = (
    ("facts", "the sentence is not in the text at its place"),
    ("finding_places", "what it prints is not in the text at its place"),
)


def of_relations(connection: Connection) -> Iterator[Failure]:
    """Everything of the relations that does not hold."""
    yield from _of_articles(connection)
    yield from _of_places(connection)
    yield from _of_copies(connection)
    yield from _of_links(connection)
    yield from _of_utterances(connection)
    yield from _of_disagreements(connection)


def _of_articles(connection: Connection) -> Iterator[Failure]:
    related = {row.article_row: row for row in connection.execute(select(relatings))}
    waiting = set(connection.execute(select(unrelated.c.article_row)).scalars())
    current = {row.row: row for row in connection.execute(_CURRENT.where(articles.c.superseded_by.is_(None)))}
    ids = {row.row: row.id for row in connection.execute(select(articles.c.row, articles.c.id))}
    told = text("SELECT article_row, count(*) AS number FROM tellings GROUP BY article_row")
    numbers = {row.article_row: row.number for row in connection.execute(told)}
    first = lineages(connection, related, decided(connection).rejected(COPY))
    for row, one in related.items():
        name = ids.get(row, str(row))
        if one.seal != seal_of_article(connection, row):
            yield Failure("relatings", name, "what is kept to find others by was changed since: its seal differs")
        if one.lineage != first[row]:
            yield Failure("relatings", name, "its lineage does not follow from the copies")
        if row in waiting:
            continue
        if row not in current:
            yield Failure("relatings", name, "it is related and is not shown")
        elif (one.reading_row, numbers.get(row, 0)) != (current[row].reading_row, current[row].statements):
            yield Failure("relatings", name, "another reading than the one that is shown was related")
    for row, shown in current.items():
        if row not in related and row not in waiting:
            yield Failure("relatings", shown.id, "it is neither related nor waiting to be")
    for row, number in numbers.items():
        if row not in related:
            yield Failure("tellings", ids.get(row, str(row)), f"{number} statements are kept of an article that is not related")


def _of_places(connection: Connection) -> Iterator[Failure]:
    for table, wrong in _SLICES:
        asked = text(
            f"""SELECT articles.id, one.start, one."end" FROM {table} AS one JOIN articles ON articles.row = one.article_row
            WHERE one."end" <= one.start OR substr(articles.text, one.start + 1, one."end" - one.start) != one.text"""
        )
        for row in connection.execute(asked):
            yield Failure(table, row.id, f"{wrong}: [{row.start}, {row.end})")
    asked = text(
        """SELECT statements.id FROM tellings JOIN statements ON statements.row = statement_row
        JOIN articles ON articles.row = article_row
        WHERE sentence_end <= sentence_start OR sentence_end > articles.characters OR utterance_row IS NULL"""
    )
    for row in connection.execute(asked):
        yield Failure("tellings", row.id, "its sentence is outside the text, or it is in no utterance")


def _of_copies(connection: Connection) -> Iterator[Failure]:
    of = articles.alias("of")
    asked = select(copies, articles.c.id.label("article"), of.c.id.label("of")).join(
        articles, articles.c.row == copies.c.article_row, isouter=True
    )
    for row in connection.execute(asked.join(of, of.c.row == copies.c.of_row, isouter=True)):
        if row.seal != sealed_copy(row._asdict(), row.article, row.of) or (row.of is None) == (row.agency is None):
            yield Failure("copies", row.id, "it was changed since it was found: its seal differs")


def _of_links(connection: Connection) -> Iterator[Failure]:
    other = statements.alias("other")
    asked = select(links, statements.c.id.label("first"), other.c.id.label("second")).join(
        statements, statements.c.row == links.c.one_row, isouter=True
    )
    for row in connection.execute(asked.join(other, other.c.row == links.c.other_row, isouter=True)):
        if row.seal != sealed_link(row._asdict(), row.first, row.second):
            yield Failure("links", f"{row.first}/{row.second}", "it was changed since it was found: its seal differs")


def _of_utterances(connection: Connection) -> Iterator[Failure]:
    members: dict[int, list[str]] = {}
    asked = text(
        """SELECT utterance_row, statements.id FROM tellings JOIN statements ON statements.row = statement_row
        ORDER BY statements.id"""
    )
    for row in connection.execute(asked):
        members.setdefault(row.utterance_row, []).append(row.id)
    told: dict[int, list[tuple[str, ...]]] = {}
    drifted = text(
        """SELECT utterance_row, drifts.ordinal, one.id AS first, other.id AS second, drifts.type, before, after FROM drifts
        LEFT JOIN statements AS one ON one.row = of_row LEFT JOIN statements AS other ON other.row = to_row
        ORDER BY utterance_row, drifts.ordinal"""
    )
    for number, group in groupby(connection.execute(drifted), key=attrgetter("utterance_row")):
        rows = list(group)
        told[number] = [tuple(row)[2:] for row in rows]
        if [row.ordinal for row in rows] != list(range(len(rows))):
            yield Failure("drifts", str(number), "they are not numbered in order from 0")
    ends = text(
        """SELECT utterances.*, one.id AS fullest, other.id AS earliest FROM utterances
        LEFT JOIN statements AS one ON one.row = fullest_row LEFT JOIN statements AS other ON other.row = earliest_row"""
    )
    for row in connection.execute(ends):
        found = sealed_utterance(row._asdict(), members.get(row.row, []), (row.fullest, row.earliest), told.get(row.row, []))
        if row.seal != found:
            yield Failure("utterances", row.id, "it, its statements or its drift were changed since: its seal differs")
    for row in connection.execute(select(former_utterances)):
        if row.seal != seal_of(row.id, row.statement):
            yield Failure("former_utterances", row.id, "it was changed since it was kept: its seal differs")


def _of_disagreements(connection: Connection) -> Iterator[Failure]:
    places = text(
        """SELECT finding_row, place.ordinal, value, articles.id AS article, place.start, place."end", place.text,
            statements.id AS statement
        FROM finding_places AS place LEFT JOIN articles ON articles.row = article_row
        LEFT JOIN statements ON statements.row = statement_row ORDER BY finding_row, place.ordinal"""
    )
    told: dict[int, list[tuple[object, ...]]] = {}
    for number, group in groupby(connection.execute(places), key=attrgetter("finding_row")):
        rows = list(group)
        told[number] = [tuple(row)[2:] for row in rows]
        if [row.ordinal for row in rows] != list(range(len(rows))):
            yield Failure("finding_places", str(number), "they are not numbered in order from 0")
    seals: dict[int | None, list[str]] = {}
    kept = text(
        "SELECT findings.*, utterances.id AS utterance FROM findings LEFT JOIN utterances ON utterances.row = utterance_row"
    )
    for row in connection.execute(kept):
        seals.setdefault(row.disagreement_row, []).append(row.seal)
        if row.seal != sealed_finding(row._asdict(), row.utterance, told.get(row.row, [])):
            yield Failure("findings", str(row.row), "it or its places were changed since it was found: its seal differs")
    for row in connection.execute(select(disagreements)):
        if row.seal != sealed_disagreement(row.id, row.kind, seals.get(row.row, [])):
            yield Failure("disagreements", row.id, "it, or what it is made of, was changed since: its seal differs")
