"""Disagreements as they are listed and shown: sides put together from what was found, with witnesses counted by lineage."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, select, text

from onrecord.ledger.asking.finding import only
from onrecord.ledger.queries import DisagreementQuery
from onrecord.ledger.relations.asking import articles_by_row
from onrecord.ledger.relations.descending import copies_of
from onrecord.ledger.relations.judging import COPY, DISAGREEMENT, Decided, decided, said_of
from onrecord.ledger.relations.rows import DisagreementHistory, DisagreementRow, SideRow
from onrecord.ledger.relations.sealing import rows_json
from onrecord.ledger.storing.folding import folded
from onrecord.ledger.storing.relation_tables import disagreements
from onrecord.vocabulary import Disagreement, DisagreementKind, Place, Side

# Articles (ids) with those that they are copies of.
Copied = dict[str, set[str]]

_FOUND = text(
    """SELECT disagreements.row AS disagreement, disagreements.id, findings.row, findings.kind, findings.about,
        findings.confidence, findings.by, utterances.id AS utterance, place.value, place.start, place."end", place.text,
        place.article_row, articles.id AS article, statements.id AS statement, relatings.lineage
    FROM disagreements JOIN findings ON findings.disagreement_row = disagreements.row
    JOIN finding_places AS place ON place.finding_row = findings.row
    JOIN articles ON articles.row = place.article_row JOIN relatings ON relatings.article_row = place.article_row
    LEFT JOIN statements ON statements.row = place.statement_row
    LEFT JOIN utterances ON utterances.row = findings.utterance_row
    WHERE disagreements.row IN (SELECT value FROM json_each(:rows))
    ORDER BY disagreements.row, findings.row, place.ordinal"""
)
_COPIED = text(
    """SELECT copies.id, one.id AS article, other.id AS of FROM copies JOIN articles AS one ON one.row = copies.article_row
    JOIN articles AS other ON other.row = copies.of_row
    WHERE copies.article_row IN (SELECT value FROM json_each(:rows))"""
)
_OF_UTTERANCE = text(
    """SELECT disagreement_row FROM findings WHERE utterance_row = :row AND disagreement_row IS NOT NULL
    UNION SELECT findings.disagreement_row FROM tellings
    JOIN finding_places AS place ON place.statement_row = tellings.statement_row
    JOIN findings ON findings.row = place.finding_row
    WHERE tellings.utterance_row = :row AND findings.disagreement_row IS NOT NULL"""
)


def list_disagreements(connection: Connection, query: DisagreementQuery) -> Iterator[DisagreementRow]:
    """The disagreements that a query means, the surest first."""
    yield from islice(_meant(connection, query), query.offset, None if query.limit is None else query.offset + query.limit)


def disagreement_number(connection: Connection, query: DisagreementQuery) -> int:
    """How many disagreements a query means, its limit and offset aside."""
    return sum(1 for _ in _meant(connection, query))


def history(connection: Connection, prefix: str) -> DisagreementHistory | None:
    """All that is known of the disagreement whose id starts so; None for none."""
    found = only(connection, disagreements.c.id, prefix, "disagreement")
    if found is None:
        return None
    row = connection.execute(select(disagreements.c.row).where(disagreements.c.id == found)).scalar_one()
    kept = connection.execute(_FOUND, {"rows": rows_json((row,))}).all()
    about = articles_by_row(connection, {one.article_row for one in kept})
    singly = tuple(_finding(list(group)) for _, group in groupby(kept, key=attrgetter("row")))
    judged = said_of(connection, lambda judged: judged.kind == DISAGREEMENT and judged.subject == found)
    says = decided(connection)
    whole = _row(kept, says, _copied(connection, about, says))
    named = {one.id: one for one in about.values()}
    return DisagreementHistory(whole, named, tuple(copies_of(connection, about)), singly, judged)


def disagreements_of(connection: Connection, utterance_row: int) -> list[DisagreementRow]:
    """What the reports of an utterance, or the sentences that they stand in, cannot both be right about; without those that a
    person rejected, the surest first."""
    rows = connection.execute(_OF_UTTERANCE, {"row": utterance_row}).scalars().all()
    return [one for one in _found(connection, rows) if one.status != "rejected"]


def _meant(connection: Connection, query: DisagreementQuery) -> Iterator[DisagreementRow]:
    asked = select(disagreements.c.row)
    if query.kind is not None:
        asked = asked.where(disagreements.c.kind == query.kind.value)
    for one in _found(connection, connection.execute(asked).scalars()):
        if query.status is None and not query.rejected and one.status == "rejected":
            continue
        if query.status in (None, one.status) and (query.text is None or _says(one, query.text)):
            yield one


def _found(connection: Connection, rows: Iterable[int]) -> list[DisagreementRow]:
    """Disagreements by their rows, the surest first."""
    kept = connection.execute(_FOUND, {"rows": rows_json(rows)}).all()
    says = decided(connection)
    copied = _copied(connection, {one.article_row for one in kept}, says)
    found = [_row(list(group), says, copied) for _, group in groupby(kept, key=attrgetter("disagreement"))]
    return sorted(found, key=lambda one: (-one.confidence, one.kind.value, one.about, one.id))


def _copied(connection: Connection, article_rows: Iterable[int], says: Decided) -> Copied:
    """Of which articles (ids) each of some is a copy, as far as no person rejected that."""
    found: Copied = defaultdict(set)
    rejected = says.rejected(COPY)
    for copy in connection.execute(_COPIED, {"rows": rows_json(article_rows)}):
        if copy.id not in rejected:
            found[copy.article].add(copy.of)
    return found


def _row(kept: Sequence[Any], says: Decided, copied: Copied) -> DisagreementRow:
    surest = min(kept, key=lambda one: (-one.confidence, one.about))
    return DisagreementRow(
        id=kept[0].id,
        kind=DisagreementKind(kept[0].kind),
        about=surest.about,
        sides=_sides(kept, copied),
        confidence=surest.confidence,
        status=says.status(DISAGREEMENT, kept[0].id),
        utterances=tuple(sorted({one.utterance for one in kept if one.utterance})),
        by=surest.by,
    )


def _sides(kept: Sequence[Any], copied: Copied) -> tuple[SideRow, ...]:
    """Each place once, under the value that it is given most often; the sides with most witnesses first."""
    values: dict[tuple[str, int, int], Counter[str]] = defaultdict(Counter)
    rows: dict[tuple[str, int, int], Any] = {}
    for one in kept:
        spot = (one.article, one.start, one.end)
        values[spot][one.value] += 1
        if spot not in rows or (rows[spot].statement is None and one.statement is not None):
            rows[spot] = one
    found: dict[str, list[Any]] = defaultdict(list)
    for spot, counted in sorted(values.items()):
        found[min(counted, key=lambda value: (-counted[value], value))].append(rows[spot])
    prints = {value: {one.article for one in told} for value, told in found.items()}
    sides = []
    for value, told in found.items():
        elsewhere = {article for other, articles in prints.items() if other != value for article in articles}
        sides.append(_side(value, told, {article for article, of in copied.items() if of & (elsewhere - {article})}))
    return tuple(sorted(sides, key=lambda side: (-len(side.witnesses), side.value)))


def _side(value: str, told: Sequence[Any], changed: Container[str]) -> SideRow:
    """A side with a witness of each lineage; `changed` are articles (ids) that copy a text which prints another value: none."""
    witnesses: dict[int, str] = {}
    for one in told:
        if one.article in changed:
            continue
        witnesses[one.lineage] = min(one.article, witnesses.get(one.lineage, one.article))
    places = tuple(Place(one.article, one.start, one.end, one.text, one.statement) for one in told)
    return SideRow(value, places, tuple(sorted(witnesses.values())))


def _finding(kept: Sequence[Any]) -> Disagreement:
    told: dict[str, list[Place]] = defaultdict(list)
    for one in kept:
        told[one.value].append(Place(one.article, one.start, one.end, one.text, one.statement))
    sides = tuple(Side(value, tuple(places)) for value, places in told.items())
    return Disagreement(DisagreementKind(kept[0].kind), kept[0].about, sides, kept[0].confidence)


def _says(one: DisagreementRow, words: str) -> bool:
    parts: Iterable[str] = (one.about, *(side.value for side in one.sides), *(p.text for side in one.sides for p in side.places))
    held = " | ".join(folded(part) for part in parts)
    return bool(folded(words)) and all(f" {word}" in held for word in folded(words).split())
