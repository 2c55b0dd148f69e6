"""Disagreements: what was found of utterances and between sentences, put together where it is about the same places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, text, update

from onrecord.ledger.relations.forgetting import Former, Spot, take_disagreements_apart
from onrecord.ledger.relations.naming import claimed, fresh_id
from onrecord.ledger.relations.sealing import rows_json, seal_of
from onrecord.ledger.storing.relation_tables import disagreements, finding_places, findings
from onrecord.ledger.storing.schema import articles, statements
from onrecord.vocabulary import Disagreement, DisagreementKind, Place

_SAME_PLACES = text(
    """SELECT DISTINCT other.finding_row FROM finding_places AS own JOIN findings AS mine ON mine.row = own.finding_row
    JOIN finding_places AS other ON other.article_row = own.article_row
        AND other.start < own."end" AND own.start < other."end"
    JOIN findings AS theirs ON theirs.row = other.finding_row AND theirs.kind = mine.kind
    WHERE own.finding_row IN (SELECT value FROM json_each(:rows))"""
)
_ABOUT = text(
    """SELECT findings.row, findings.kind, findings.about, findings.confidence, findings.disagreement_row, findings.seal,
        place.value, place.article_row, place.start, place."end", place.text, articles.id AS article, statements.id AS statement
    FROM findings JOIN finding_places AS place ON place.finding_row = findings.row
    JOIN articles ON articles.row = place.article_row LEFT JOIN statements ON statements.row = place.statement_row
    WHERE findings.row IN (SELECT value FROM json_each(:rows)) ORDER BY findings.row, place.ordinal"""
)


def put_findings(
    connection: Connection, found: Iterable[Disagreement], by: str, former: Former, *, utterance: tuple[int, str] | None = None
) -> None:
    """Keeps what two or more reports cannot both be right about; loose until `put_together` puts it into disagreements."""
    said = [_with_names(connection, one) for one in found]
    if not said:
        return
    first = (connection.execute(select(func.max(findings.c.row))).scalar() or 0) + 1
    places = [(side.value, place) for one in said for side in one.sides for place in side.places]
    article_rows = _rows_of(connection, articles, {place.article for _, place in places})
    statement_rows = _rows_of(connection, statements, {place.statement for _, place in places if place.statement})
    rows, within = [], []
    for number, one in enumerate(said, first):
        told = sorted(((side.value, place) for side in one.sides for place in side.places), key=_place)
        columns: dict[str, object] = {"kind": one.kind.value, "about": one.about, "confidence": float(one.confidence), "by": by}
        seal = sealed_finding(columns, utterance[1] if utterance else None, [_sealed(value, place) for value, place in told])
        rows.append(columns | {"row": number, "utterance_row": utterance[0] if utterance else None, "seal": seal})
        for ordinal, (value, place) in enumerate(told):
            within.append(
                {
                    "finding_row": number,
                    "ordinal": ordinal,
                    "value": value,
                    "article_row": article_rows[place.article],
                    "start": place.start,
                    "end": place.end,
                    "text": place.text,
                    "statement_row": statement_rows.get(place.statement or ""),
                }
            )
    connection.execute(insert(findings), rows)
    connection.execute(insert(finding_places), within)
    former.loose_findings |= set(range(first, first + len(said)))


def _with_names(connection: Connection, one: Disagreement) -> Disagreement:
    """A disagreement about a name with places that print the value: of a side that stands where the article has the surname, or a
    pronoun, the nearest place before it with the whole name, else the first behind."""
    if one.kind is not DisagreementKind.NAME:
        return one
    sides = (replace(side, places=tuple(_naming(connection, side.value, place) for place in side.places)) for side in one.sides)
    return replace(one, sides=tuple(sides))


def _naming(connection: Connection, value: str, place: Place) -> Place:
    if value in place.text:
        return place
    words = connection.execute(select(articles.c.text).where(articles.c.id == place.article)).scalar_one()
    at = words.rfind(value, 0, place.end)
    at = words.find(value, place.end) if at < 0 else at
    return place if at < 0 else replace(place, start=at, end=at + len(value), text=value)


def put_together(connection: Connection, former: Former) -> None:
    """Puts loose findings, and all that are about the same places, into disagreements."""
    rows = about_the_same(connection, former.loose_findings)
    if not rows:
        return
    kept = kept_findings(connection, rows)
    take_disagreements_apart(connection, {row.disagreement_row for row in kept if row.disagreement_row is not None}, former)
    _write(connection, former, parts_of(kept), kept)
    former.loose_findings.clear()


def kept_findings(connection: Connection, rows: Iterable[int]) -> Sequence[Any]:
    """Some findings with their places, a row for each place, in order."""
    return connection.execute(_ABOUT, {"rows": rows_json(rows)}).all()


def parts_of(kept: Sequence[Any]) -> list[list[int]]:
    """Findings of one kind that hang together, from rows as `kept_findings` has them: their places overlap, or through others."""
    spots: dict[int, set[Spot]] = defaultdict(set)
    for row in kept:
        spots[row.row].add((row.article_row, row.start, row.end))
    return _parts({row.row: row.kind for row in kept}, spots)


def sealed_finding(columns: Mapping[str, Any], utterance: str | None, places: Sequence[Sequence[Any]]) -> str:
    """The seal of a row of `findings`, with the id of its utterance and its places, as `_sealed` has them."""
    return seal_of([columns[name] for name in ("kind", "about", "confidence", "by")], utterance, [list(one) for one in places])


def sealed_disagreement(name: str, kind: str, seals: Iterable[str]) -> str:
    """The seal of a row of `disagreements`, with the seals of the findings that it is made of."""
    return seal_of(name, kind, sorted(seals))


def about_the_same(connection: Connection, seeds: Iterable[int]) -> set[int]:
    """Findings of the same kind about places that overlap, directly or by way of others; and what stood together with them."""
    found = frontier = set(seeds)
    while frontier:
        listed = {"rows": rows_json(frontier)}
        ends = set(connection.execute(_SAME_PLACES, listed).scalars())
        beside = text(
            """SELECT row FROM findings WHERE disagreement_row IN (SELECT disagreement_row FROM findings
            WHERE row IN (SELECT value FROM json_each(:rows)))"""
        )
        ends |= set(connection.execute(beside, listed).scalars())
        frontier = ends - found
        found = found | frontier
    return found


def _parts(kinds: Mapping[int, str], spots: Mapping[int, set[Spot]]) -> list[list[int]]:
    """Findings of one kind whose places overlap, directly or by way of others."""
    part_of = {row: row for row in kinds}

    def top(row: int) -> int:
        while part_of[row] != row:
            row = part_of[row]
        return row

    ordered = sorted((kinds[row], spot, row) for row in kinds for spot in spots[row])
    reach: tuple[str, int, int, int] | None = None  # kind, article, end and finding of the place that reaches furthest
    for kind, (article, start, end), row in ordered:
        if reach is not None and reach[:2] == (kind, article) and start < reach[2]:
            part_of[top(row)] = top(reach[3])
            reach = (kind, article, max(end, reach[2]), row)
        else:
            reach = (kind, article, end, row)
    parts: dict[int, list[int]] = defaultdict(list)
    for row in sorted(kinds):
        parts[top(row)].append(row)
    return sorted(parts.values())


def _write(connection: Connection, former: Former, groups: Sequence[Sequence[int]], kept: Sequence[Any]) -> None:
    """Keeps groups of findings as disagreements. The id of a new one is made of the places that clash: who else prints a side is
    no part of what it is about."""
    kinds, seals = {row.row: row.kind for row in kept}, {row.row: row.seal for row in kept}
    spots: dict[int, set[Spot]] = defaultdict(set)
    names_of = {row.article_row: row.article for row in kept}
    sure = {row.row for row in kept if row.confidence}
    for row in kept:
        spots[row.row].add((row.article_row, row.start, row.end))
    claims: list[tuple[int, str, int]] = []
    for number, group in enumerate(groups):
        here = {(kinds[row], spot) for row in group for spot in spots[row]}
        shared = Counter(former.disagreement_of[one] for one in here if one in former.disagreement_of)
        claims += [(-count, name, number) for name, count in shared.items()]
    names, first = claimed(claims), (connection.execute(select(func.max(disagreements.c.row))).scalar() or 0) + 1
    taken = set(names.values())
    for number, group in enumerate(groups):
        kind = kinds[group[0]]
        if number not in names:
            about = {spot for row in group if row in sure for spot in spots[row]}
            members = sorted({f"{names_of[article]}:{start}-{end}" for article, start, end in about})
            names[number] = fresh_id(connection, disagreements.c.id, "disagreement", [kind, *members], taken)
            taken.add(names[number])
        seal = sealed_disagreement(names[number], kind, [seals[row] for row in group])
        connection.execute(insert(disagreements), {"row": first + number, "id": names[number], "kind": kind, "seal": seal})
        joined = update(findings).where(findings.c.row == bindparam("at")).values(disagreement_row=first + number)
        connection.execute(joined, [{"at": one} for one in group])


def _rows_of(connection: Connection, table: Any, ids: Iterable[str]) -> dict[str, int]:
    """The rows of articles, or of statements as they are compared, by id."""
    within = " JOIN tellings ON tellings.statement_row = statements.row" if table is statements else ""
    asked = text(f"SELECT row, id FROM {table.name}{within} WHERE id IN (SELECT value FROM json_each(:ids))")
    return {row.id: row.row for row in connection.execute(asked, {"ids": rows_json(ids)})}


def _place(told: tuple[str, Place]) -> tuple[str, str, int, int]:
    value, place = told
    return value, place.article, place.start, place.end


def _sealed(value: str, place: Place) -> list[Any]:
    return [value, place.article, place.start, place.end, place.text, place.statement]
