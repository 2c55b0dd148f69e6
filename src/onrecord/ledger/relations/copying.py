"""Which articles are copies of which: candidates by shared fingerprints, what the relater says of them, and lineages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence

from sqlalchemy import Connection, insert, text, update

from onrecord.ledger.relations.fetching import plain_rows
from onrecord.ledger.relations.quoting import quoted_ranges
from onrecord.ledger.relations.sealing import rows_json, seal_of
from onrecord.ledger.relations.telling import days_of
from onrecord.ledger.storing.rebuilding import Columns, about_articles, zones
from onrecord.ledger.storing.relation_tables import copies, relatings
from onrecord.ledger.storing.schema import articles, readings
from onrecord.vocabulary import Copy, CopyKind, Printed, Relater, ZoneKind, content_id

# Two articles are compared when they share as many fingerprints, and this part of those of the one that has fewer. Of the copies
# in PolNeAR and in the example story, one that a machine reworded shares a tenth (8 of 84), all others more than half; of the 87
# pairs of PolNeAR that share three and are no copies, 58 share less than this part.
_SHARED, _PART = 3, 0.03
# Of the articles that have a fingerprint the first ones are looked at: of what stands at the foot of every page there are
# thousands, and of a text that was reprinted more often than this every copy is found by the first ones.
_HOLDERS = 50
# At most so many articles are compared with a new one: those that share most.
_MOST = 20
# What is in a text and no part of its story.
_UNREAD = (ZoneKind.BOILERPLATE, ZoneKind.CAPTION, ZoneKind.BYLINE)

_SHARING = text(
    """SELECT holder.article_row FROM json_each(:hashes) AS wanted JOIN fingerprints AS holder ON holder.hash = wanted.value
    AND holder.article_row < coalesce((SELECT article_row FROM fingerprints WHERE hash = wanted.value
        ORDER BY article_row LIMIT 1 OFFSET :most), 9223372036854775807)
    WHERE holder.article_row != :own"""
)
_SIZES = text(
    """SELECT article_row, count(*) FROM fingerprints WHERE article_row IN (SELECT value FROM json_each(:rows))
    GROUP BY article_row"""
)
_PUT = text("INSERT INTO fingerprints (hash, article_row) SELECT value, :own FROM json_each(:hashes)")
_EDGES = text(
    """SELECT article_row, of_row, id FROM copies WHERE article_row IN (SELECT value FROM json_each(:rows)) AND of_row IS NOT NULL
    UNION SELECT article_row, of_row, id FROM copies WHERE of_row IN (SELECT value FROM json_each(:rows))"""
)


_PRINTED = (
    about_articles()
    .add_columns(articles.c.text)
    .where(readings.c.shown, articles.c.row.in_(text("SELECT value FROM json_each(:rows)")))
    .order_by(articles.c.row)
)


def printed(row: Columns, words: str) -> Printed:
    """An article as one that may be a copy, from a row of `about_articles` and its text."""
    unread = tuple((zone.start, zone.end) for zone in zones(row) if zone.kind in _UNREAD)
    about = (row.id, row.outlet, row.url, row.title, tuple(row.byline), days_of(row))
    return Printed(*about, words, quoted_ranges(words), unread)


def put_fingerprints(connection: Connection, article_row: int, prints: Sequence[int]) -> None:
    """Keeps the fingerprints of an article."""
    connection.execute(_PUT, {"hashes": rows_json(set(prints)), "own": article_row})


def candidates(connection: Connection, article_row: int, prints: Sequence[int], partners: Iterable[int]) -> list[int]:
    """The rows of the articles that may be copies of one, or it of them; `partners` are those that were found to be so."""
    asked = {"hashes": rows_json(prints), "most": _HOLDERS, "own": article_row}
    shared = Counter(row for (row,) in plain_rows(connection, _SHARING, asked))
    several = [row for row, number in shared.items() if number >= _SHARED]
    sizes = dict(plain_rows(connection, _SIZES, {"rows": rows_json(several)})) if several else {}
    enough = [row for row in several if shared[row] >= _PART * min(len(set(prints)), sizes[row])]
    nearest = sorted(enough, key=lambda row: (-shared[row], row))[:_MOST]
    return sorted({*nearest, *partners})


def find_copies(connection: Connection, relater: Relater, article: tuple[int, Printed], others: Sequence[int]) -> None:
    """Asks which of some articles are copies, or the one is of them, and keeps what is said.

    That a text credits an agency is asked of it alone: it does not depend on what else there is.
    """
    own, one = article
    known = dict(_printed(connection, others))
    said = [found for found in relater.copies(one, []) if found.kind is CopyKind.WIRE]
    if known:
        said += [found for found in relater.copies(one, [known[row] for row in others]) if found.kind is not CopyKind.WIRE]
    rows = {found.id: row for row, found in known.items()} | {one.id: own}
    new = {copy_id(copy): copy for copy in said}
    if new:
        connection.execute(insert(copies), [_row(number, copy, rows, relater.version) for number, copy in new.items()])


def copy_id(copy: Copy) -> str:
    """The id of a copy: made of the two articles, whichever way it goes."""
    return content_id("copy", *sorted((copy.article, copy.of)))


def put_lineages(connection: Connection, seeds: Iterable[int], rejected: Iterable[str]) -> set[int]:
    """Works out anew in which lineage some articles, and all that are copies of them, stand; the rows of those looked at."""
    apart = frozenset(rejected)
    left = set(seeds)
    seen: set[int] = set()
    while left:
        found = _connected(connection, left.pop(), apart)
        seen |= found
        left -= found
        first = min(found)
        connection.execute(update(relatings).where(relatings.c.article_row.in_(sorted(found))).values(lineage=first))
    return seen


def lineages(connection: Connection, rows: Iterable[int], rejected: Iterable[str]) -> dict[int, int]:
    """For each of some articles the first row of those that are copies of one another with it."""
    apart = frozenset(rejected)
    found: dict[int, int] = {}
    for row in sorted(rows):
        if row not in found:
            members = _connected(connection, row, apart)
            found |= dict.fromkeys(members, min(members))
    return found


def sealed_copy(columns: dict[str, object], article: str, of: str | None) -> str:
    """The seal of a row of `copies`, with the ids of its articles."""
    return seal_of(article, of, *(columns[name] for name in ("id", "agency", "kind", "score", "shown_by", "by")))


def _connected(connection: Connection, seed: int, apart: frozenset[str]) -> set[int]:
    found, frontier = {seed}, {seed}
    while frontier:
        edges = connection.execute(_EDGES, {"rows": rows_json(frontier)}).all()
        ends = {row for edge in edges if edge.id not in apart for row in (edge.article_row, edge.of_row)}
        frontier = ends - found
        found |= frontier
    return found


def _printed(connection: Connection, rows: Sequence[int]) -> Iterable[tuple[int, Printed]]:
    for row in connection.execute(_PRINTED, {"rows": rows_json(rows)}):
        yield row.article_row, printed(row, row.text)


def _row(number: str, copy: Copy, rows: dict[str, int], by: str) -> dict[str, object]:
    wire = copy.kind is CopyKind.WIRE
    columns: dict[str, object] = {
        "id": number,
        "article_row": rows[copy.article],
        "of_row": None if wire else rows[copy.of],
        "agency": copy.of if wire else None,
        "kind": copy.kind.value,
        "score": float(copy.score),
        "shown_by": copy.shown_by,
        "by": by,
    }
    return columns | {"seal": sealed_copy(columns, copy.article, None if wire else copy.of)}


def partners_of(connection: Connection, article_row: int, rejected: Container[str] = ()) -> set[int]:
    """The rows of the articles that one is a copy of, and of those that are copies of it; without the rejected copies (ids)."""
    edges = connection.execute(_EDGES, {"rows": rows_json((article_row,))}).all()
    return {row for edge in edges if edge.id not in rejected for row in (edge.article_row, edge.of_row)} - {article_row}
