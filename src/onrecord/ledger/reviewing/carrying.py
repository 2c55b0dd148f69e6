"""Carrying over: what persons decided on statements of a version stands on the same statements of the one that supersedes it.

Each decision that stands is entered once more, by whoever took it, and says from which statement of the former version it comes;
so it is taken back as any other is. All on one statement go together or not at all, for each rests on those before it:

1. The statement has a counterpart in the new version (see `counterparts`).
2. What was confirmed or put right of it, itself or a position of it, was read in the new version as in the former one: speaker,
   kind and days, as far as nobody put them right. That something is wrong holds without.
3. The words that a person gave as the right ones are found in the new text.

What was decided on the counterpart itself later is never overruled. What is not carried over stays on the former version.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import Connection, func, or_, select

from onrecord.ledger.actors.judging import Draft, enter, logged, undone_by
from onrecord.ledger.asking.listing import articles_of_readings, text_of
from onrecord.ledger.questions.correcting import settle_position
from onrecord.ledger.questions.deciding import POSITION, position_id, stand_in, standing
from onrecord.ledger.reviewing.counterparts import counterparts, moved
from onrecord.ledger.reviewing.rows import LeftBehind
from onrecord.ledger.reviewing.ruling import STATEMENT, place_of, range_of
from onrecord.ledger.reviewing.setting import NEW, Setting
from onrecord.ledger.reviewing.settling import settle
from onrecord.ledger.rows import Judgement, Value
from onrecord.ledger.storing.rebuilding import statements_in
from onrecord.ledger.storing.schema import articles, judgements, readings
from onrecord.vocabulary import Statement, Verdict

# In the value of a decision that was carried over: the id of the one that somebody took, however many versions ago.
CARRIED = "carried"
_TOLD = ", carried over from the statement "
_NAMED = func.json_extract(judgements.c.value, "$.statement")


@dataclass(frozen=True, slots=True)
class _Version:
    """A version of an article, with the statements of the reading that is shown, as they were read."""

    article_row: int
    text: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A statement of the former version and its counterpart, with the texts that they stand in."""

    one: Statement
    other: Statement
    former: str
    later: str


def carry_over(connection: Connection, article_row: int) -> None:
    """Carries over to an article what persons decided on the versions that it superseded."""
    for former_row in _superseded(connection, article_row):
        former = _version(connection, former_row)
        decided = _decided(connection, [one.id for one in former.statements])
        if decided:
            _carry(connection, former, _version(connection, article_row), decided)


def left_behind(connection: Connection, article: str) -> list[LeftBehind]:
    """The decisions on former versions of an article (its id) that were not carried over; see `Ledger.left_behind`."""
    article_row = connection.execute(select(articles.c.row).where(articles.c.id == article)).scalar()
    formers = list(_formers(connection, article_row)) if article_row is not None else []
    if article_row is None or not formers:
        return []
    told_of = set(_ever_decided(connection, [one.id for one in _version(connection, article_row).statements]))
    asked = select(readings.c.article_row, readings.c.row).where(readings.c.shown, readings.c.article_row.in_(formers))
    shown = {row.article_row: row.row for row in connection.execute(asked)}
    told = articles_of_readings(connection, list(shown.values()))
    found = []
    for former in formers:
        ids = [one.id for one in _version(connection, former).statements]
        left = [one for said in _decided(connection, ids).values() for one in said if _taken_as(one) not in told_of]
        told_of |= set(_ever_decided(connection, ids))
        if left:
            found.append(LeftBehind(told[shown[former]], tuple(left)))
    return found


def _carry(connection: Connection, former: _Version, later: _Version, decided: Mapping[str, Sequence[Judgement]]) -> None:
    drafts: list[Draft] = []
    for one, other in counterparts(former.statements, later.statements):
        fresh = _fresh(connection, decided.get(one.id, ()), other)
        if fresh and (_reads_alike(one, other, fresh) or all(said.verdict is Verdict.REJECT for said in fresh)):
            drafts += _repeated(fresh, _Pair(one, other, former.text, later.text))
    entered = enter(connection, drafts)
    for statement in dict.fromkeys(one.subject for one in entered if one.kind == STATEMENT):
        settle(connection, statement)
    for judgement in entered:
        if judgement.kind == POSITION:
            settle_position(connection, judgement)


def _fresh(connection: Connection, decided: Sequence[Judgement], other: Statement) -> list[Judgement]:
    """The decisions that the counterpart never had: later than all on it, and not carried over from it themselves."""
    if not decided:
        return []
    there = _ever_decided(connection, [other.id])
    numbers = _numbers(connection, decided)
    last = max(there.values(), default=0)
    return [one for one in decided if numbers[one.id] > last and _taken_as(one) not in there]


def _reads_alike(one: Statement, other: Statement, decided: Sequence[Judgement]) -> bool:
    """Whether two statements were read alike in what nobody put right."""
    right = {part for said in decided if said.kind == STATEMENT for part in said.value}
    return all(part in right or mine == theirs for part, mine, theirs in zip(_READ, _read(one), _read(other), strict=True))


_READ = ("speaker", "kind", "said_on")


def _read(one: Statement) -> tuple[object, ...]:
    days = (one.said_on.earliest, one.said_on.latest) if one.said_on else None
    return (one.speaker.name if one.speaker else None, one.kind, days)


def _repeated(decided: Sequence[Judgement], pair: _Pair) -> list[Draft]:
    """The decisions on a statement as they are entered on its counterpart; none where one of them cannot be."""
    drafts = []
    for one in decided:
        value = _of_statement(one, pair) if one.kind == STATEMENT else _of_position(one, pair)
        if value is None:
            return []
        subject = pair.other.id if one.kind == STATEMENT else _position(value)
        says = (one.evidence or "").partition(_TOLD)[0].replace(one.subject, subject)
        says += f"{_TOLD}{pair.one.id} of the former version"
        value |= {CARRIED: _taken_as(one)}
        drafts.append(
            Draft(kind=one.kind, subject=subject, verdict=one.verdict, value=value, evidence=says, by=one.by, why=one.why)
        )
    return drafts


def _of_statement(one: Judgement, pair: _Pair) -> Setting | None:
    """What a decision on a statement sets, with its places moved; None where they cannot be. Who was made is made already."""
    value: Setting = {part: kept for part, kept in one.value.items() if part != NEW}
    for part in ("source", "cue"):
        if value.get(part):
            places = _moved([str(value[part])], pair)
            if places is None:
                return None
            value[part] = places[0]
    if "content" in value:
        places = _moved(value["content"], pair)
        if places is None:
            return None
        value["content"] = places
    return value


def _moved(places: Sequence[str], pair: _Pair) -> list[str] | None:
    """Places as a judgement keeps them, moved; None where one cannot be, or where they stand in another order then."""
    by = pair.other.content[0].start - pair.one.content[0].start
    found = [moved(range_of(place), pair.former, pair.later, by) for place in places]
    there = [place for place in found if place is not None]
    if len(there) < len(found) or any(later[0] < earlier[1] for earlier, later in pairwise(there)):
        return None
    return [place_of(*place) for place in there]


def _of_position(one: Judgement, pair: _Pair) -> Setting:
    """What a decision on a position keeps of it, for the same position of the counterpart."""
    value: Setting = dict(one.value) | {"statement": pair.other.id}
    return value | {"to": _position(value, "right_")} if "to" in value else value


def _position(value: Value, which: str = "") -> str:
    return position_id(str(value["question"]), str(value["statement"]), stand_in(value, which))


def _decided(connection: Connection, ids: Sequence[str]) -> dict[str, list[Judgement]]:
    """The decisions that stand on statements (ids) and on positions of theirs, by statement, in the order of the log."""
    asked = select(judgements).where(judgements.c.kind == STATEMENT, judgements.c.subject.in_(ids)).order_by(judgements.c.row)
    said = list(logged(connection, asked))
    undone = undone_by(said)
    stands = [one for one in said if one.verdict is not Verdict.UNDO and one.id not in undone]
    stands += standing(connection, POSITION, ids)
    numbers = _numbers(connection, stands)
    found: dict[str, list[Judgement]] = defaultdict(list)
    for one in sorted(stands, key=lambda one: numbers[one.id]):
        statement = one.subject if one.kind == STATEMENT else str(one.value["statement"])
        if statement in ids:
            found[statement].append(one)
    return found


def _ever_decided(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """Whatever was decided on statements (ids) and positions of theirs, taken back or not, as somebody took it: the number of
    each in the log."""
    own = (judgements.c.kind == STATEMENT) & judgements.c.subject.in_(ids)
    named = select(judgements.c.subject).where(judgements.c.kind == POSITION, _NAMED.in_(ids))
    of_positions = (judgements.c.kind == POSITION) & judgements.c.subject.in_(named)
    asked = select(judgements.c.row, judgements.c.id, judgements.c.value).where(or_(own, of_positions))
    return {str(row.value.get(CARRIED, row.id)): row.row for row in connection.execute(asked.order_by(judgements.c.row))}


def _taken_as(one: Judgement) -> str:
    """The id of the decision that somebody took: itself, or the one that it was carried over from."""
    return str(one.value.get(CARRIED, one.id))


def _numbers(connection: Connection, said: Sequence[Judgement]) -> dict[str, int]:
    asked = select(judgements.c.id, judgements.c.row).where(judgements.c.id.in_([one.id for one in said]))
    return {row.id: row.row for row in connection.execute(asked)}


def _formers(connection: Connection, article_row: int) -> Iterator[int]:
    """All former versions of an article, those superseded last first."""
    for row in _superseded(connection, article_row):
        yield row
        yield from _formers(connection, row)


def _superseded(connection: Connection, article_row: int) -> list[int]:
    asked = select(articles.c.row).where(articles.c.superseded_by == article_row).order_by(articles.c.row.desc())
    return list(connection.execute(asked).scalars())


def _version(connection: Connection, article_row: int) -> _Version:
    shown = select(readings.c.row).where(readings.c.article_row == article_row, readings.c.shown)
    found = statements_in(connection, connection.execute(shown).scalar_one())
    return _Version(article_row, text_of(connection, article_row), found)
