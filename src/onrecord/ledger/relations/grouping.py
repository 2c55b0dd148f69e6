"""Utterances: which statements report one act of saying, how their wordings differ, and what they cannot both be right about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, text, update

from onrecord.ledger.relations.disagreeing import put_findings
from onrecord.ledger.relations.forgetting import Former, take_apart
from onrecord.ledger.relations.judging import Decided
from onrecord.ledger.relations.linking import link_rows, links_among
from onrecord.ledger.relations.naming import claimed, fresh_id
from onrecord.ledger.relations.sealing import rows_json, seal_of
from onrecord.ledger.relations.telling import Tellings
from onrecord.ledger.relations.uniting import united
from onrecord.ledger.storing.relation_tables import drifts, former_utterances, tellings, utterances
from onrecord.vocabulary import Compared, Days, Link, LinkKind, Relater, SaidOnBasis, Telling

# Up to so many days apart, the ends of what words tell ("last week") go before a day of publication; "this year" does not.
_FEW = 7
_TOGETHER = text(
    """SELECT statement_row FROM tellings WHERE utterance_row IN (SELECT utterance_row FROM tellings
    WHERE statement_row IN (SELECT value FROM json_each(:rows)))"""
)
_ROWS_OF = text(
    """SELECT statements.row, statements.id FROM statements JOIN tellings ON tellings.statement_row = statements.row
    WHERE statements.id IN (SELECT value FROM json_each(:ids))"""
)
_PRESENT = text("SELECT id FROM utterances WHERE id IN (SELECT value FROM json_each(:ids))")
_TAKEN_UP = text("DELETE FROM former_utterances WHERE id IN (SELECT value FROM json_each(:ids))")
_PUT = update(tellings).where(tellings.c.statement_row == bindparam("at")).values(utterance_row=bindparam("into"))


class Grouping:
    """Puts loose statements, and all that hang together with them, into utterances."""

    def __init__(self, connection: Connection, relater: Relater, says: Decided, former: Former, known: Tellings) -> None:
        self._connection, self._relater, self._former, self._known = connection, relater, former, known
        self._apart = says.apart
        named = {one for pair in says.together for one in pair}
        rows = {row.id: row.row for row in connection.execute(_ROWS_OF, {"ids": rows_json(named)})} if named else {}
        pairs = ((rows.get(one), rows.get(other)) for one, other in says.together)
        self._together = [(one, other) for one, other in pairs if one is not None and other is not None]

    def regroup(self, seeds: Iterable[int]) -> int:
        """Works out the utterances of some statements (rows) anew; how many of these were found."""
        rows = self._hanging_together(set(seeds) | self._former.loose_statements)
        if not rows:
            return 0
        self._former.loose_statements |= rows
        within = text("SELECT DISTINCT utterance_row FROM tellings WHERE statement_row IN (SELECT value FROM json_each(:rows))")
        before = self._connection.execute(within, {"rows": rows_json(rows)}).scalars().all()
        take_apart(self._connection, {row for row in before if row is not None}, self._former)
        groups = [group for part in self._parts(rows) for group in self._groups(part)]
        self._keep_ids(self._write(groups))
        self._former.loose_statements -= rows
        return len(groups)

    def _hanging_together(self, seeds: set[int]) -> set[int]:
        """The statements that links, judgements and present utterances connect with some."""
        found, frontier = set(seeds), set(seeds)
        while frontier:
            ends = {row for pair in link_rows(self._connection, frontier) for row in pair}
            ends |= {row for pair in self._together if frontier.intersection(pair) for row in pair}
            ends |= set(self._connection.execute(_TOGETHER, {"rows": rows_json(frontier)}).scalars())
            frontier = ends - found
            found |= frontier
        return found

    def _parts(self, rows: set[int]) -> list[list[int]]:
        """Statements that links and judgements connect, directly or by way of others."""
        beside: dict[int, set[int]] = defaultdict(set)
        for one, other in (*link_rows(self._connection, rows), *self._together):
            beside[one].add(other)
            beside[other].add(one)
        parts: list[list[int]] = []
        left = set(rows)
        while left:
            found = frontier = {left.pop()}
            while frontier:
                frontier = {other for row in frontier for other in beside[row]} - found
                found = found | frontier
            left -= found
            parts.append(sorted(found))
        return parts

    def _groups(self, part: list[int]) -> list[list[Telling]]:
        """The utterances that connected statements make, each in the order of ids."""
        told = sorted(self._known.of(part), key=lambda one: one.id)
        if len(told) == 1:
            return [told]
        by_id = {one.id: one for one in told}
        apart = [pair for pair in self._apart if by_id.keys() >= set(pair)]
        found = self._relater.groups(told, self._links(part, by_id), apart)
        made = united(found, by_id, self._sure(by_id), apart)
        return [[by_id[one] for one in group] for group in made]

    def _links(self, part: Sequence[int], by_id: Mapping[str, Telling]) -> list[Link]:
        ids = {self._known.rows[one]: one for one in by_id}
        kept = [
            Link(ids[row.one_row], ids[row.other_row], LinkKind(row.kind), row.score, row.why)
            for row in links_among(self._connection, part)
        ]
        return sorted(kept, key=lambda link: (link.one, link.other))

    def _sure(self, by_id: Mapping[str, Telling]) -> list[tuple[str, str]]:
        """The pairs that a person says are one, among some statements."""
        ids = {self._known.rows[one]: one for one in by_id}
        pairs = ((ids[one], ids[other]) for one, other in self._together if one in ids and other in ids)
        return [(min(pair), max(pair)) for pair in pairs]

    def _write(self, groups: Sequence[Sequence[Telling]]) -> list[str]:
        """Keeps groups as utterances; their ids."""
        first = (self._connection.execute(select(func.max(utterances.c.row))).scalar() or 0) + 1
        rows, placed, differing = [], [], []
        ids = self._ids(groups)
        for number, (group, name) in enumerate(zip(groups, ids, strict=True), first):
            compared = _compared(self._relater, group)
            columns = self._columns(name, group, compared)
            rows.append(columns | {"row": number})
            placed += [{"at": self._known.rows[one.id], "into": number} for one in group]
            differing += [columns | {"utterance_row": number} for columns in self._drift_rows(compared)]
        self._connection.execute(insert(utterances), rows)
        self._connection.execute(_PUT, placed)
        if differing:
            self._connection.execute(insert(drifts), differing)
        for number, (group, name) in enumerate(zip(groups, ids, strict=True), first):
            if len(group) > 1:
                found = self._relater.disagreements(group)
                put_findings(self._connection, found, self._relater.version, self._former, utterance=(number, name))
        return ids

    def _ids(self, groups: Sequence[Sequence[Telling]]) -> list[str]:
        """The id of each group: of the utterance that it shares most statements with, else one made of its statements."""
        former = self._former.utterance_of
        shared = [Counter(former[one.id] for one in group if one.id in former) for group in groups]
        claims = [(-count, name, number) for number, names in enumerate(shared) for name, count in names.items()]
        found = claimed(claims)
        taken = set(found.values())
        for number, group in enumerate(groups):
            if number not in found:
                members = [one.id for one in group]
                found[number] = fresh_id(self._connection, utterances.c.id, "utterance", members, taken)
                taken.add(found[number])
        return [found[number] for number in range(len(groups))]

    def _keep_ids(self, written: Collection[str]) -> None:
        """Keeps the ids that no utterance has any more, each with a statement that was in it; none that was written now."""
        self._connection.execute(_TAKEN_UP, {"ids": rows_json(written)})
        statement_of: dict[str, str] = {}
        for statement, name in sorted(self._former.utterance_of.items()):
            statement_of.setdefault(name, statement)
        present = set(self._connection.execute(_PRESENT, {"ids": rows_json(statement_of)}).scalars())
        for name in sorted(statement_of.keys() - present):
            columns = {"id": name, "statement": statement_of[name], "seal": seal_of(name, statement_of[name])}
            self._connection.execute(insert(former_utterances).prefix_with("OR REPLACE"), columns)

    def _columns(self, name: str, group: Sequence[Telling], compared: Compared) -> dict[str, Any]:
        earliest, latest = _said_on(group)
        columns: dict[str, Any] = {
            "id": name,
            "actor": _most(one.actor for one in group),
            "said_earliest": earliest,
            "said_latest": latest,
            "fullest_row": self._known.rows[compared.fullest],
            "earliest_row": self._known.rows[compared.earliest],
            "by": self._relater.version,
        }
        told = [(one.of, one.to, one.type.value, one.before, one.after) for one in compared.drift]
        members = sorted(one.id for one in group)
        return columns | {"seal": sealed_utterance(columns, members, (compared.fullest, compared.earliest), told)}

    def _drift_rows(self, compared: Compared) -> list[dict[str, Any]]:
        return [
            {
                "ordinal": number,
                "of_row": self._known.rows[one.of],
                "to_row": self._known.rows[one.to],
                "type": one.type.value,
                "before": one.before,
                "after": one.after,
            }
            for number, one in enumerate(compared.drift)
        ]


def sealed_utterance(
    columns: Mapping[str, Any], members: Sequence[str], ends: tuple[str, str], told: Sequence[Sequence[str | None]]
) -> str:
    """The seal of a row of `utterances`, with the ids of its statements, of the fullest and the earliest, and its drifts."""
    about = [columns[name] for name in ("id", "actor", "said_earliest", "said_latest", "by")]
    return seal_of(about, list(members), list(ends), [list(one) for one in told])


def _compared(relater: Relater, group: Sequence[Telling]) -> Compared:
    return relater.compared(group) if len(group) > 1 else Compared(group[0].id, group[0].id, ())


def _said_on(group: Sequence[Telling]) -> Days:
    """The days that most articles give; of several so supported the fewest days, the earliest. Open days count for less.

    Where words of an article tell the days, and they are few, the day of another's publication is no more than the last.
    """
    dated = [one for one in group if one.said_on != (None, None)]
    told = [one for one in dated if _is_told(one)]
    by: dict[tuple[str | None, str | None], set[str]] = defaultdict(set)
    for one in told or dated:
        by[one.said_on].add(one.article)
    if not by:
        return None, None

    def rank(days: tuple[str | None, str | None]) -> tuple[int, int, int, str, str]:
        return (_breadth(days) is None, -len(by[days]), _breadth(days) or 0, days[0] or "", days[1] or "")

    return min(by, key=rank)


def _is_told(one: Telling) -> bool:
    """Whether words of the article, or a person, and not its publication alone, tell the day of a statement, within a few."""
    breadth, said = _breadth(one.said_on), one.statement.said_on
    return breadth is not None and breadth <= _FEW and said is not None and said.basis is not SaidOnBasis.PUBLISHED


def _breadth(days: tuple[str | None, str | None]) -> int | None:
    first, last = days
    return (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days if first and last else None


def _most(names: Iterable[str | None]) -> str | None:
    counted = Counter(name for name in names if name is not None)
    return min(counted, key=lambda name: (-counted[name], name)) if counted else None
