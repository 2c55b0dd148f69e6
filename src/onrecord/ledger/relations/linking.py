"""Statements of an article as others find them; which others may report the same acts of saying; and what the relater says."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, insert, select, text

from onrecord.ledger.relations.copying import partners_of
from onrecord.ledger.relations.fetching import plain_rows
from onrecord.ledger.relations.forgetting import Former
from onrecord.ledger.relations.judging import COPY, decided
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

# What is asked is [number, side, narrow_from, since, until], several of one number. (`NOT wide` would not use the index.)
_VOICED = text(
    """WITH wanted AS (SELECT json_extract(value, '$[0]') AS at, json_extract(value, '$[1]') AS side,
        json_extract(value, '$[2]') AS narrow_from, json_extract(value, '$[3]') AS since, json_extract(value, '$[4]') AS until
        FROM json_each(:asked))
    SELECT at, statement_row FROM wanted JOIN voices ON voices.side = wanted.side AND wide = 0
        AND voices.since BETWEEN wanted.narrow_from AND wanted.until AND voices.until >= wanted.since
    UNION SELECT at, statement_row FROM wanted JOIN voices ON voices.side = wanted.side AND wide = 1
        AND voices.since <= wanted.until AND voices.until >= wanted.since"""
)
_VECTORS = text("SELECT statement_row, vector FROM tellings WHERE statement_row IN (SELECT value FROM json_each(:rows))")
_OF_ARTICLES = text("SELECT statement_row FROM tellings WHERE article_row IN (SELECT value FROM json_each(:rows))")
_QUOTED = text(
    """SELECT DISTINCT own.statement_row, holder.statement_row FROM quoted_runs AS own JOIN quoted_runs AS holder
    ON holder.hash = own.hash AND holder.statement_row < coalesce((SELECT statement_row FROM quoted_runs WHERE hash = own.hash
        ORDER BY statement_row LIMIT 1 OFFSET :most), 9223372036854775807)
    WHERE own.statement_row IN (SELECT value FROM json_each(:rows))"""
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
    """Asks what other statements report the same acts of saying as those of an article, and keeps the links.

    What stands at the same place is asked of copies only: not of one that a person rejected.
    """
    own = set(rows)
    told = dict(zip(rows, known.of(rows), strict=True))
    partners = sorted(partners_of(connection, article_row, decided(connection).rejected(COPY)))
    near = _nearest(connection, rows, _voiced(connection, told), _copied(connection, partners))
    quoting = _quoting(connection, rows)
    others = {row: [*sorted((near[row] | quoting[row]) - own), *(one for one in rows if one < row)] for row in rows}
    known.of({row for found in others.values() for row in found})
    found: dict[tuple[int, int], Link] = {}
    for row, among in others.items():
        if among:
            for link in relater.links(told[row], known.of(among)):
                found[known.rows[link.one], known.rows[link.other]] = link
    for pair, link in _placed(connection, relater, partners, rows, known).items():
        found.setdefault(pair, link)
    if found:
        connection.execute(insert(links), [_row(pair, link, relater.version) for pair, link in found.items()])


def _placed(
    connection: Connection, relater: Relater, partners: Iterable[int], rows: Sequence[int], known: Tellings
) -> dict[tuple[int, int], Link]:
    """The links between statements at the same place in copies of one text, by pairs of rows."""
    found: dict[tuple[int, int], Link] = {}
    for partner in partners:
        asked = select(tellings.c.statement_row).where(tellings.c.article_row == partner).order_by(tellings.c.statement_row)
        others = list(connection.execute(asked).scalars())
        for link in relater.placed(known.of(rows), known.of(others)):
            found[known.rows[link.one], known.rows[link.other]] = link
    return found


def sealed_link(columns: Mapping[str, object], one: str, other: str) -> str:
    """The seal of a row of `links`, with the ids of its statements."""
    return seal_of(one, other, *(columns[name] for name in ("kind", "score", "why", "by")))


def _voiced(connection: Connection, told: Mapping[int, Telling]) -> dict[int, set[int]]:
    """For each statement those by the same side in these days; statements by one side of one time are looked up once."""
    rows: dict[tuple[frozenset[str], Window], list[int]] = defaultdict(list)
    for row, one in told.items():
        rows[one.sides, window_of(one.statement, one.published)].append(row)
    asked = [
        (number, side, window.narrow_from, window.since, window.until)
        for number, (sides, window) in enumerate(rows)
        for side in sorted(sides)
    ]
    found: dict[int, set[int]] = defaultdict(set)
    if asked:
        of = list(rows.values())
        for number, other in plain_rows(connection, _VOICED, {"asked": json.dumps(asked)}):
            for row in of[number]:
                found[row].add(other)
    return found


def _quoting(connection: Connection, rows: Iterable[int]) -> dict[int, set[int]]:
    """For each statement those that quote the same words."""
    found: dict[int, set[int]] = defaultdict(set)
    for row, other in plain_rows(connection, _QUOTED, {"rows": rows_json(rows), "most": _QUOTING}):
        found[row].add(other)
    return found


def _copied(connection: Connection, partners: Sequence[int]) -> frozenset[int]:
    """The statements of the articles that are copies of one, or it of them."""
    return frozenset(row for (row,) in plain_rows(connection, _OF_ARTICLES, {"rows": rows_json(partners)}))


def _nearest(
    connection: Connection, rows: Sequence[int], voiced: Mapping[int, set[int]], copied: frozenset[int]
) -> dict[int, set[int]]:
    """For each statement those by the same side, and in copies of its article, that are near in meaning."""
    own = set(rows)
    others = sorted(({other for row in rows for other in voiced[row]} | copied) - own)
    vectors = dict(plain_rows(connection, _VECTORS, {"rows": rows_json([*rows, *others])}))
    near = nearness([vectors[row] for row in rows], [vectors[row] for row in others])
    place = {row: number for number, row in enumerate(others)}
    found: dict[int, set[int]] = {}
    for number, row in enumerate(rows):
        places = sorted(place[other] for other in (voiced[row] | copied) - own)
        of = near_enough(near[number, places], TELLINGS_NEAR, MOST_TELLINGS, places) if places else []
        found[row] = {others[places[one]] for one in of}
    return found


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
