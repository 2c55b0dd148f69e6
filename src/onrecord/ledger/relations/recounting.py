"""All that is known of one utterance: its reports, whose copies they are, who is silent, what was judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select, text

from onrecord.ledger.asking.finding import only
from onrecord.ledger.asking.listing import statement_rows
from onrecord.ledger.relations.asking import Role, roles_of, utterance_rows
from onrecord.ledger.relations.descending import copies_of
from onrecord.ledger.relations.judging import UTTERANCE, Decided, decided, is_of_pair, paired, said_of
from onrecord.ledger.relations.omitting import silence
from onrecord.ledger.relations.rows import LinkRow, TellingRow, UtteranceHistory, UtteranceRow
from onrecord.ledger.relations.sealing import rows_json
from onrecord.ledger.relations.weighing import disagreements_of
from onrecord.ledger.rows import Judgement
from onrecord.ledger.storing.relation_tables import former_utterances, tellings, utterances
from onrecord.ledger.storing.schema import statements
from onrecord.vocabulary import LinkKind, UsageError


def history(connection: Connection, prefix: str) -> UtteranceHistory | None:
    """All that is known of the utterance whose id starts so; None for none. A statement's id means its utterance."""
    row = _row_meant(connection, prefix)
    if row is None:
        return None
    (one,) = utterance_rows(connection, [row])
    says, roles = decided(connection), roles_of(connection, [row])[row]
    told = tuple(_tellings(connection, row, one, roles))
    ids = frozenset(one.statements)
    return UtteranceHistory(
        row=one,
        tellings=told,
        copies=tuple(copies_of(connection, {role.told.article_row for role in roles})),
        silence=tuple(silence(connection, row, one, told)),
        disagreements=tuple(disagreements_of(connection, row)),
        links=_links(connection, row, says),
        judgements=said_of(connection, lambda judged: _concerns(judged, ids)),
    )


def _concerns(one: Judgement, ids: frozenset[str]) -> bool:
    """Whether a judgement is on an utterance with these statements.

    What says of two statements whether they are one is, where both stand in it. What took a statement out is, where that
    statement stands now, and where all those stand that it was taken away from.
    """
    if one.kind != UTTERANCE:
        return False
    others = frozenset(one.value.get("statements", ()))
    if is_of_pair(one):
        return one.subject in ids and others <= ids
    return one.subject in ids or (bool(others) and others <= ids)


def _row_meant(connection: Connection, prefix: str) -> int | None:
    """The row of the utterance that an id, or the beginning of one, means; an utterance's id or that of a statement in it.

    The whole id of one that became part of another means that other.
    """
    found = only(connection, utterances.c.id, prefix, "utterance")
    own = connection.execute(select(utterances.c.row).where(utterances.c.id == found)).scalar() if found else None
    if found == prefix:
        return own
    former = select(former_utterances.c.statement).where(former_utterances.c.id == prefix)
    statement = connection.execute(former).scalar() or only(connection, statements.c.id, prefix, "utterance")
    asked = select(tellings.c.utterance_row).join(statements, statements.c.row == tellings.c.statement_row)
    told = connection.execute(asked.where(statements.c.id == statement)).scalar() if statement else None
    if found is not None and told not in (None, own):
        raise UsageError(
            f"{prefix!r} fits more than one: give more digits of the utterance {found} or of the statement {statement}"
        )
    return told if own is None else own


def _tellings(connection: Connection, row: int, one: UtteranceRow, roles: Sequence[Role]) -> Iterator[TellingRow]:
    asked = select(statements).join(tellings, tellings.c.statement_row == statements.c.row)
    kept = {found.statement.id: found for found in statement_rows(connection, asked.where(tellings.c.utterance_row == row))}
    about = text(
        """SELECT statement_row, substr(text, sentence_start + 1, sentence_end - sentence_start) AS sentence FROM tellings
        JOIN articles ON articles.row = article_row WHERE utterance_row = :row"""
    )
    sentences = {found.statement_row: found.sentence for found in connection.execute(about, {"row": row})}
    lineages = text("SELECT row, id FROM articles WHERE row IN (SELECT value FROM json_each(:rows))")
    firsts = {found.row: found.id for found in connection.execute(lineages, {"rows": rows_json(r.told.lineage for r in roles)})}
    for role in roles:
        told = role.told
        drift = tuple(drift for drift in one.drift if drift.to == told.id)
        yield TellingRow(kept[told.id], role.reprint, firsts[told.lineage], sentences[told.statement_row], drift)


def _links(connection: Connection, row: int, says: Decided) -> tuple[LinkRow, ...]:
    asked = text(
        """SELECT one.id AS one, other.id AS other, links.kind, links.score, links.why, links.by FROM links
        JOIN statements AS one ON one.row = one_row JOIN statements AS other ON other.row = other_row
        JOIN tellings AS first ON first.statement_row = one_row JOIN tellings AS second ON second.statement_row = other_row
        WHERE first.utterance_row = :row AND second.utterance_row = :row ORDER BY one.id, other.id"""
    )
    return tuple(
        LinkRow(
            found.one,
            found.other,
            LinkKind(found.kind),
            found.score,
            found.why,
            found.by,
            _status(says, found.one, found.other),
            says.pairs.get(paired(found.one, found.other)),
        )
        for found in connection.execute(asked, {"row": row})
    )


def _status(says: Decided, one: str, other: str) -> str:
    pair = paired(one, other)
    return "confirmed" if pair in says.together else "rejected" if pair in says.apart else "candidate"
