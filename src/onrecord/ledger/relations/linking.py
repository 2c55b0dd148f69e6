"""Statements of an article as others find them; which others may report the same acts of saying; and what the relater says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, insert, select, text

from onrecord.ledger.relations.copying import partners_of
from onrecord.ledger.relations.forgetting import Former
from onrecord.ledger.relations.nearing import MOST_TELLINGS, TELLINGS_NEAR, near_enough, nearness
from onrecord.ledger.relations.quoting import quoted_ranges, runs_of
from onrecord.ledger.relations.sealing import rows_json, seal_of
from onrecord.ledger.relations.siding import Window, window_of
from onrecord.ledger.relations.telling import Tellings, content_of, sentences_of, stands_in
from onrecord.ledger.storing.rebuilding import Columns
from onrecord.ledger.storing.relation_tables import links, quoted_runs, tellings, voices
from onrecord.vocabulary import Link, Relater, Statement, Telling

# Of the statements that quote the same words the first ones are compared.
_QUOTING = 50

_VOICED = text(
    """SELECT statement_row FROM voices JOIN json_each(:sides) AS wanted ON side = wanted.value
    WHERE NOT wide AND since BETWEEN :narrow_from AND :until AND until >= :since
    UNION SELECT statement_row FROM voices JOIN json_each(:sides) AS wanted ON side = wanted.value
    WHERE wide AND since <= :until AND until >= :since"""
)
_QUOTED = text(
    """SELECT DISTINCT holder.statement_row FROM quoted_runs AS own JOIN quoted_runs AS holder ON holder.hash = own.hash
    AND holder.statement_row < coalesce((SELECT statement_row FROM quoted_runs WHERE hash = own.hash
        ORDER BY statement_row LIMIT 1 OFFSET :most), 9223372036854775807)
    WHERE own.statement_row = :own"""
)


def put_tellings(
    connection: Connection,
    relater: Relater,
    article: tuple[int, str],
    said: Mapping[int, Statement],
    former: Former,
) -> None:
    """Keeps the statements (by row) of an article, its row and text, with their vectors and their quoted words."""
    article_row, words = article
    if not said:
        return
    new = [one for one in said.values() if one.id not in former.vectors]
    made = dict(zip((one.id for one in new), relater.vectors([content_of(one) for one in new]), strict=True)) if new else {}
    known = former.vectors | made
    spans, quoted = sentences_of(words), quoted_ranges(words)
    rows, runs = [], []
    for row, one in said.items():
        start, end = stands_in(one, spans)
        about = {"statement_row": row, "article_row": article_row, "sentence_start": start, "sentence_end": end}
        rows.append(about | {"vector": known[one.id]})
        runs += [{"hash": number, "statement_row": row} for number in sorted(runs_of(one, words, quoted))]
    connection.execute(insert(tellings), rows)
    if runs:
        connection.execute(insert(quoted_runs), runs)


def put_voices(connection: Connection, told: Iterable[tuple[int, Telling]]) -> None:
    """Keeps who spoke in some statements, and when."""
    rows = [columns for row, one in told for columns in voice_rows(row, one)]
    if rows:
        connection.execute(insert(voices), rows)


def voice_rows(row: int, one: Telling) -> list[dict[str, object]]:
    """The rows of `voices` of a statement."""
    window = window_of(one.statement, one.published)
    days = {"wide": window.wide, "since": window.since, "until": window.until}
    return [{"side": side, "statement_row": row, **days} for side in sorted(one.sides)]


def find_links(connection: Connection, relater: Relater, article_row: int, rows: Sequence[int], known: Tellings) -> None:
    """Asks what other statements report the same acts of saying as those of an article, and keeps the links."""
    own = set(rows)
    copied = _copied(connection, article_row)
    wanted = {row: _candidates(connection, row, one, copied) for row, one in zip(rows, known.of(rows), strict=True)}
    kept = _nearest(connection, rows, wanted)
    others = {row: [*sorted(found), *(one for one in rows if one < row)] for row, found in kept.items()}
    known.of({row for found in others.values() for row in found} | own)
    found: dict[tuple[int, int], Link] = {}
    for row, among in others.items():
        if not among:
            continue
        (one,) = known.of([row])
        for link in relater.links(one, known.of(among)):
            found[known.rows[link.one], known.rows[link.other]] = link
    for pair, link in _placed(connection, relater, article_row, rows, known).items():
        found.setdefault(pair, link)
    if found:
        connection.execute(insert(links), [_row(pair, link, relater.version) for pair, link in found.items()])


def _placed(
    connection: Connection, relater: Relater, article_row: int, rows: Sequence[int], known: Tellings
) -> dict[tuple[int, int], Link]:
    """The links between statements at the same place in copies of one text, by pairs of rows."""
    found: dict[tuple[int, int], Link] = {}
    for partner in sorted(partners_of(connection, article_row)):
        asked = select(tellings.c.statement_row).where(tellings.c.article_row == partner).order_by(tellings.c.statement_row)
        others = list(connection.execute(asked).scalars())
        for link in relater.placed(known.of(rows), known.of(others)):
            found[known.rows[link.one], known.rows[link.other]] = link
    return found


def sealed_link(columns: Mapping[str, object], one: str, other: str) -> str:
    """The seal of a row of `links`, with the ids of its statements."""
    return seal_of(one, other, *(columns[name] for name in ("kind", "score", "why", "by")))


def _candidates(connection: Connection, row: int, one: Telling, copied: frozenset[int]) -> tuple[set[int], set[int]]:
    """Statements that may report the same, if they are near in meaning: those by the same side in these days, and in copies;
    and those that surely are asked about, because they quote the same words."""
    voiced: set[int] = set()
    if one.sides:
        voiced = set(connection.execute(_VOICED, _asked(one, window_of(one.statement, one.published))).scalars())
    quoting = set(connection.execute(_QUOTED, {"own": row, "most": _QUOTING}).scalars())
    return voiced | copied, quoting


def _asked(one: Telling, window: Window) -> dict[str, str]:
    days = {"since": window.since, "until": window.until, "narrow_from": window.narrow_from}
    return {"sides": rows_json(one.sides), **days}


def _copied(connection: Connection, article_row: int) -> frozenset[int]:
    """The statements of the articles that are copies of one, or it of them."""
    partners = partners_of(connection, article_row)
    asked = text("SELECT statement_row FROM tellings WHERE article_row IN (SELECT value FROM json_each(:rows))")
    return frozenset(connection.execute(asked, {"rows": rows_json(partners)}).scalars()) if partners else frozenset()


def _nearest(connection: Connection, rows: Sequence[int], wanted: Mapping[int, tuple[set[int], set[int]]]) -> dict[int, set[int]]:
    """For each statement those of other articles that are near in meaning, and all that surely are asked about."""
    own = set(rows)
    voiced = sorted({other for by_side, _ in wanted.values() for other in by_side} - own)
    vectors = _vectors(connection, [*rows, *voiced])
    near = nearness([vectors[row] for row in rows], [vectors[row] for row in voiced])
    place = {row: number for number, row in enumerate(voiced)}
    kept: dict[int, set[int]] = defaultdict(set)
    for number, row in enumerate(rows):
        by_side, sure = wanted[row]
        places = sorted(place[other] for other in by_side - own)
        of = near_enough(near[number, places], TELLINGS_NEAR, MOST_TELLINGS, places) if places else []
        kept[row] = {voiced[places[one]] for one in of} | (sure - own)
    return kept


def _vectors(connection: Connection, rows: Iterable[int]) -> dict[int, bytes]:
    asked = text("SELECT statement_row, vector FROM tellings WHERE statement_row IN (SELECT value FROM json_each(:rows))")
    return {row.statement_row: row.vector for row in connection.execute(asked, {"rows": rows_json(rows)})}


def _row(pair: tuple[int, int], link: Link, by: str) -> dict[str, object]:
    columns = {"kind": link.kind.value, "score": float(link.score), "why": link.why, "by": by}
    seal = sealed_link(columns, link.one, link.other)
    return {"one_row": pair[0], "other_row": pair[1], **columns, "seal": seal}


def link_rows(connection: Connection, rows: Iterable[int]) -> list[tuple[int, int]]:
    """The links between statements one of which is of these, as pairs of rows."""
    asked = text(
        """SELECT one_row, other_row FROM links WHERE one_row IN (SELECT value FROM json_each(:rows))
        UNION SELECT one_row, other_row FROM links WHERE other_row IN (SELECT value FROM json_each(:rows))"""
    )
    return [(row.one_row, row.other_row) for row in connection.execute(asked, {"rows": rows_json(rows)})]


def links_among(connection: Connection, rows: Iterable[int]) -> list[Columns]:
    """The rows of `links` between statements that are both of these."""
    wanted = set(rows)
    found = link_rows(connection, wanted)
    pairs = {pair for pair in found if wanted.issuperset(pair)}
    asked = select(links).where(links.c.one_row.in_({one for one, _ in pairs}))
    return [row for row in connection.execute(asked) if (row.one_row, row.other_row) in pairs]
