"""Disagreements as they are listed and shown: sides put together from what was found, with witnesses counted by lineage."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, permutations
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, select, text

from onrecord.ledger.asking.finding import only
from onrecord.ledger.queries import DisagreementQuery
from onrecord.ledger.relations.amending import amended
from onrecord.ledger.relations.asking import articles_by_row
from onrecord.ledger.relations.descending import copies_of
from onrecord.ledger.relations.judging import COPY, DISAGREEMENT, Decided, decided, said_of
from onrecord.ledger.relations.rows import DisagreementHistory, DisagreementRow, SideRow
from onrecord.ledger.relations.sealing import rows_json
from onrecord.ledger.storing.folding import folded
from onrecord.ledger.storing.relation_tables import disagreements
from onrecord.vocabulary import Disagreement, DisagreementKind, Place, Side

# Articles (ids) with those that they are copies of, or that correct them.
Others = Mapping[str, set[str]]

_FOUND = text(
    """SELECT disagreements.row AS disagreement, disagreements.id, findings.row, findings.kind, findings.about,
        findings.confidence, findings.by, utterances.id AS utterance, place.value, place.start, place."end", place.text,
        place.article_row, articles.id AS article, articles.outlet, readings.published_earliest AS published,
        statements.id AS statement, relatings.lineage
    FROM disagreements JOIN findings ON findings.disagreement_row = disagreements.row
    JOIN finding_places AS place ON place.finding_row = findings.row
    JOIN articles ON articles.row = place.article_row JOIN relatings ON relatings.article_row = place.article_row
    JOIN readings ON readings.row = relatings.reading_row
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

# An outlet alone can settle what no other prints.
_OF_ONE_OUTLET = text(
    """SELECT findings.disagreement_row FROM findings JOIN finding_places AS place ON place.finding_row = findings.row
    JOIN articles ON articles.row = place.article_row WHERE findings.disagreement_row IS NOT NULL
    GROUP BY findings.disagreement_row HAVING count(DISTINCT articles.outlet_folded) = 1"""
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
    clashing = (one for one in kept if one.confidence)
    singly = tuple(_finding(list(group)) for _, group in groupby(clashing, key=attrgetter("row")))
    judged = said_of(connection, lambda judged: judged.kind == DISAGREEMENT and judged.subject == found)
    says = decided(connection)
    whole = _row(kept, says, _Beside.of(connection, kept, says))
    named = {one.id: one for one in about.values()}
    return DisagreementHistory(whole, named, tuple(copies_of(connection, about)), singly, judged)


def disagreements_of(connection: Connection, utterance_row: int) -> list[DisagreementRow]:
    """What the reports of an utterance, or the sentences that they stand in, cannot both be right about; without those that a
    person rejected or an outlet corrected, the surest first."""
    rows = connection.execute(_OF_UTTERANCE, {"row": utterance_row}).scalars().all()
    return [one for one in _found(connection, rows) if one.status != "rejected" and not one.settled]


def settled_among(connection: Connection) -> list[str]:
    """The ids of the disagreements that an outlet settled by correcting itself."""
    return [one.id for one in _found(connection, connection.execute(_OF_ONE_OUTLET).scalars()) if one.settled]


def _meant(connection: Connection, query: DisagreementQuery) -> Iterator[DisagreementRow]:
    asked = select(disagreements.c.row)
    if query.kind is not None:
        asked = asked.where(disagreements.c.kind == query.kind.value)
    for one in _found(connection, connection.execute(asked).scalars()):
        if (query.status is None and not query.rejected and one.status == "rejected") or one.settled:
            continue
        if query.status in (None, one.status) and (query.text is None or _says(one, query.text)):
            yield one


def _found(connection: Connection, rows: Iterable[int]) -> list[DisagreementRow]:
    """Disagreements by their rows, the surest first."""
    kept = connection.execute(_FOUND, {"rows": rows_json(rows)}).all()
    says = decided(connection)
    beside = _Beside.of(connection, kept, says)
    found = [_row(list(group), says, beside) for _, group in groupby(kept, key=attrgetter("disagreement"))]
    return sorted(found, key=lambda one: (-one.confidence, one.kind.value, one.about, one.id))


@dataclass(frozen=True, slots=True)
class _Beside:
    """What some articles (ids) are copies of, and which articles correct them."""

    copied: Others
    corrected: Others

    @classmethod
    def of(cls, connection: Connection, kept: Sequence[Any], says: Decided) -> _Beside:
        """That of all articles of some places."""
        return cls(_copied(connection, {one.article_row for one in kept}, says), amended(connection, kept))


def _copied(connection: Connection, article_rows: Iterable[int], says: Decided) -> Others:
    """Of which articles (ids) each of some is a copy, as far as no person rejected that."""
    found: dict[str, set[str]] = defaultdict(set)
    rejected = says.rejected(COPY)
    for copy in connection.execute(_COPIED, {"rows": rows_json(article_rows)}):
        if copy.id not in rejected:
            found[copy.article].add(copy.of)
    return found


def _row(kept: Sequence[Any], says: Decided, beside: _Beside) -> DisagreementRow:
    surest = min(kept, key=lambda one: (-one.confidence, one.about))
    sides, status = _sides(kept, beside), says.status(DISAGREEMENT, kept[0].id)
    # An outlet that corrected itself disagrees with nobody, if nobody else prints either value; a person may say that it does.
    of_one = len({(one.outlet or one.article).casefold() for one in kept}) == 1
    return DisagreementRow(
        id=kept[0].id,
        kind=DisagreementKind(kept[0].kind),
        about=_about(surest.about, {one.value for one in kept if one.row == surest.row}, sides),
        sides=sides,
        confidence=surest.confidence,
        status=status,
        utterances=tuple(sorted({one.utterance for one in kept if one.utterance})),
        by=surest.by,
        settled=of_one and status == "candidate" and sum(side.stands for side in sides) <= 1,
        judgement=says.verdicts.get((DISAGREEMENT, kept[0].id)),
    )


def _about(words: str, values: Iterable[str], sides: Sequence[SideRow]) -> str:
    """What a disagreement is about: where two values are named, as found first, all of them are."""
    for one, other in permutations(sorted(values), 2):
        if words.endswith(listed := f"{one} or {other}"):
            every = [one, other, *sorted(side.value for side in sides if side.value not in (one, other))]
            return f"{words.removesuffix(listed)}{', '.join(every[:-1])} or {every[-1]}"
    return words


def _sides(kept: Sequence[Any], beside: _Beside) -> tuple[SideRow, ...]:
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
        changed = {article for article, of in beside.copied.items() if of & (elsewhere - {article})}
        corrected = {one: by for one in prints[value] if (by := beside.corrected.get(one, set()) & elsewhere)}
        witnesses = _witnesses([one for one in told if one.article not in changed | corrected.keys()], beside.copied)
        places = tuple(Place(one.article, one.start, one.end, one.text, one.statement) for one in told)
        sides.append(SideRow(value, places, witnesses, tuple((one, min(by)) for one, by in sorted(corrected.items()))))
    return tuple(sorted(sides, key=lambda side: (-len(side.witnesses), side.value)))


def _witnesses(told: Sequence[Any], copied: Others) -> tuple[str, ...]:
    """The articles (ids) that stand for what is told: of each lineage its origin, as far as it is here; an outlet counts once."""
    here = {one.article for one in told}

    def rank(one: Any) -> tuple[int, bool, str, str]:
        return len(copied.get(one.article, set()) & here), one.published is None, one.published or "", one.article

    first: dict[int, Any] = {}
    for one in sorted(told, key=rank):
        first.setdefault(one.lineage, one)
    outlets: dict[str, str] = {}
    for one in sorted(first.values(), key=rank):
        outlets.setdefault((one.outlet or one.article).casefold(), one.article)
    return tuple(sorted(outlets.values()))


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
