"""Who else prints a side of a disagreement: places of articles that do not clash themselves, and tell the same as one that does.

Two sentences clash where they are near enough to be compared; another article may tell the same by the way. So once a clash is
found, a few places of each side are compared with everything else. What agrees with one side alone is kept with it, as a finding
of one value whose confidence is 0, for it shows no clash; it is made anew whenever the disagreement is put together.

1. A time, number or place: facts that share a name with the sentence, and tell the same by the rules by which it clashes.
2. A person's name: articles in which the actor of the side appears, and that print the name in full.
3. A quotation: statements that share a run of quoted words, and have the whole of what the side prints.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from onrecord.ledger.relations.disagreeing import about_the_same, kept_findings, parts_of, put_findings
from onrecord.ledger.relations.fetching import plain_rows
from onrecord.ledger.relations.forgetting import Former, Spot, drop_findings
from onrecord.ledger.relations.nearing import near_enough, nearness
from onrecord.ledger.relations.sealing import rows_json
from onrecord.ledger.relations.stating import facts_of
from onrecord.vocabulary import Disagreement, DisagreementKind, Fact, Place, Relater, Side

# So many places of a side are compared with others: the rest of the side tells the same. So many facts are compared with each, of
# those that share a name with it the nearest; by judgement. In the example story the farthest that tells the same has 0.38.
_PLACES, _NEAREST, _NEAR = 3, 60, 0.3
_NAMING = 200  # as where clashes are looked for
_BY_FACTS = (DisagreementKind.DATE, DisagreementKind.NUMBER, DisagreementKind.PLACE)
_WORD = re.compile(r"\w+(?:['’]\w+)*")

_FACTS_AT = text('SELECT row FROM facts WHERE article_row = :own AND start <= :start AND :start < "end" ORDER BY row')
_SHARING = text(
    """SELECT DISTINCT other.fact_row FROM fact_names AS own JOIN fact_names AS other ON other.name = own.name
    WHERE own.fact_row = :row AND other.fact_row <= coalesce((SELECT fact_row FROM fact_names WHERE name = own.name
        ORDER BY fact_row LIMIT 1 OFFSET :most), 9223372036854775807)"""
)
_CLASHING_FACTS = text(
    """SELECT DISTINCT findings.row AS finding, findings.kind, place.start, place."end", facts.row AS fact
    FROM findings JOIN finding_places AS place ON place.finding_row = findings.row
    JOIN facts ON facts.article_row = place.article_row AND facts.start <= place.start AND place.start < facts."end"
    WHERE findings.confidence > 0 AND findings.kind IN ('date', 'number', 'place') AND place.article_row != :own
    AND facts.row IN (SELECT fact_row FROM fact_names WHERE name IN (SELECT value FROM json_each(:names)))"""
)
_CLASHING_NAMES = text(
    """SELECT DISTINCT findings.row FROM findings JOIN finding_places ON finding_row = findings.row
    WHERE confidence > 0 AND kind = 'name' AND value IN (SELECT personas.name FROM personas
        JOIN relatings ON relatings.reading_row = personas.reading_row WHERE relatings.article_row = :own)"""
)
_CLASHING_WORDS = text(
    """SELECT DISTINCT findings.row FROM findings JOIN finding_places AS place ON finding_row = findings.row
    JOIN quoted_runs AS said ON said.statement_row = place.statement_row
    WHERE confidence > 0 AND kind = 'wording' AND said.hash IN (SELECT hash FROM quoted_runs
        JOIN tellings ON tellings.statement_row = quoted_runs.statement_row WHERE article_row = :own)"""
)
_NAMED = text(
    """SELECT DISTINCT articles.row, articles.id, articles.text FROM personas AS one
    JOIN relatings AS here ON here.reading_row = one.reading_row AND here.article_row = :own
    JOIN personas AS other ON other.actor_row = one.actor_row
    JOIN relatings AS there ON there.reading_row = other.reading_row JOIN articles ON articles.row = there.article_row
    WHERE one.name = :name AND instr(articles.text, :name) ORDER BY articles.row"""
)
_QUOTING = text(
    """SELECT DISTINCT articles.row, articles.id, statements.id AS statement, spans.start, spans.text FROM quoted_runs AS own
    JOIN quoted_runs AS other ON other.hash = own.hash AND other.statement_row != own.statement_row
    JOIN statements ON statements.row = other.statement_row JOIN tellings ON tellings.statement_row = statements.row
    JOIN articles ON articles.row = tellings.article_row
    JOIN spans ON spans.statement_row = statements.row AND spans.role = 'content'
    WHERE own.statement_row = (SELECT row FROM statements JOIN tellings ON statement_row = row WHERE id = :statement)
    ORDER BY articles.row, spans.start"""
)


@dataclass(frozen=True, slots=True)
class _Printed:
    """A place that clashes: its value, its article's row and where it stands."""

    value: str
    spot: Spot
    place: Place


def find_support(connection: Connection, relater: Relater, article_row: int, stated: Mapping[int, Fact], former: Former) -> None:
    """Looks for who else prints the sides of what is loose, and of what the facts and statements of an article may stand by."""
    gaining = _gaining(connection, relater, article_row, stated)
    rows = about_the_same(connection, former.loose_findings | gaining)
    kept = kept_findings(connection, rows)
    drop_findings(connection, {one.row for one in kept if not one.confidence}, former)
    clashing = [one for one in kept if one.confidence]
    former.loose_findings |= {one.row for one in clashing}
    found: list[Disagreement] = []
    for part in parts_of(clashing):
        within = [one for one in clashing if one.row in part]
        found += _supported(connection, relater, DisagreementKind(within[0].kind), within)
    put_findings(connection, found, relater.version, former)


def _gaining(connection: Connection, relater: Relater, article_row: int, stated: Mapping[int, Fact]) -> set[int]:
    """The findings with a side that something in an article may stand by."""
    own = {"own": article_row}
    found = set(connection.execute(_CLASHING_NAMES, own).scalars()) | set(connection.execute(_CLASHING_WORDS, own).scalars())
    names = {name for one in stated.values() for name in one.names}
    clashing = connection.execute(_CLASHING_FACTS, own | {"names": rows_json(names)}).all() if names else []
    known = facts_of(connection, {one.fact for one in clashing})
    new = list(stated.values())
    for one in clashing:
        if one.finding not in found:
            fact = known[one.fact]
            others = _nearest(fact, [other for other in new if other.names & fact.names])
            agreeing = relater.agreements(DisagreementKind(one.kind), fact, others)
            if any(_overlap(agreed.one, one.start, one.end) for agreed in agreeing):
                found.add(one.finding)
    return found


def _supported(connection: Connection, relater: Relater, kind: DisagreementKind, within: Sequence[Any]) -> Iterator[Disagreement]:
    """What stands by the sides of one disagreement: each place with the first place that it agrees with, on one side alone."""
    printed = sorted(
        {
            _Printed(
                one.value,
                (one.article_row, one.start, one.end),
                Place(one.article, one.start, one.end, one.text, one.statement),
            )
            for one in within
        },
        key=lambda one: (one.place.article, one.spot[1:], one.value),
    )
    sides: dict[str, list[_Printed]] = defaultdict(list)
    for one in printed:
        sides[one.value].append(one)
    agreed: dict[tuple[str, int, int], dict[str, tuple[Place, Place]]] = defaultdict(dict)
    for value, told in sides.items():
        for one in told[:_PLACES]:
            for place in _agreeing(connection, relater, kind, one):
                if not any(place.article == two.place.article and _overlap(place, *two.spot[1:]) for two in printed):
                    agreed[place.article, place.start, place.end].setdefault(value, (one.place, place))
    clashing = {one.place.article for one in printed}
    for _, by_value in sorted(agreed.items()):
        if len(by_value) == 1:
            ((value, (first, place)),) = by_value.items()
            if kind is not DisagreementKind.NAME or place.article not in clashing:
                yield Disagreement(kind, within[0].about, (Side(value, (first, place)),), 0.0)


def _agreeing(connection: Connection, relater: Relater, kind: DisagreementKind, one: _Printed) -> Iterator[Place]:
    """The places in other articles that tell the same as a place that clashes."""
    if kind is DisagreementKind.NAME:
        yield from _named(connection, one)
    elif kind is DisagreementKind.WORDING:
        yield from _quoting(connection, one)
    elif kind in _BY_FACTS:
        for fact, others in _sharing(connection, one):
            for agreed in relater.agreements(kind, fact, others):
                if _overlap(agreed.one, *one.spot[1:]):
                    yield agreed.other


def _sharing(connection: Connection, one: _Printed) -> Iterator[tuple[Fact, list[Fact]]]:
    """The sentences that a place stands in, each with those of other articles that may tell the same."""
    for (row,) in plain_rows(connection, _FACTS_AT, {"own": one.spot[0], "start": one.spot[1]}):
        sharing = [other for (other,) in plain_rows(connection, _SHARING, {"row": row, "most": _NAMING})]
        known = facts_of(connection, {row, *sharing})
        fact = known.pop(row)
        others = [known[other] for other in sorted(known) if known[other].article != fact.article]
        yield fact, _nearest(fact, others)


def _nearest(fact: Fact, others: Sequence[Fact]) -> list[Fact]:
    if not others:
        return []
    near = nearness([fact.vector], [other.vector for other in others])[0]
    return [others[at] for at in near_enough(near, _NEAR, _NEAREST, [other.key for other in others])]


def _named(connection: Connection, one: _Printed) -> Iterator[Place]:
    """Where articles in which the same actor appears first print the name, in full."""
    for row in connection.execute(_NAMED, {"own": one.spot[0], "name": one.value}):
        if row.id != one.place.article and (match := re.search(rf"\b{re.escape(one.value)}\b", row.text)):
            yield Place(row.id, match.start(), match.end(), match.group())


def _quoting(connection: Connection, one: _Printed) -> Iterator[Place]:
    """Where other statements have all the words that a quotation has there."""
    if one.place.statement is None:
        return
    sought = [word.group().casefold() for word in _WORD.finditer(one.place.text)]
    for row in connection.execute(_QUOTING, {"statement": one.place.statement}):
        words = list(_WORD.finditer(row.text))
        plain = [word.group().casefold() for word in words]
        for at in range(len(plain) - len(sought) + 1):
            if row.id != one.place.article and plain[at : at + len(sought)] == sought:
                start, end = words[at].start(), words[at + len(sought) - 1].end()
                yield Place(row.id, row.start + start, row.start + end, row.text[start:end], row.statement)


def _overlap(place: Place, start: int, end: int) -> bool:
    return place.start < end and start < place.end
