"""The log of judgements: who decided what, when and why. Rows are only ever added; one is taken back by another.

A judgement's id is made of all that it says and of the id of the one before it, so that a row changed or lost is noticed.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from onrecord.ledger.rows import Judgement, Value
from onrecord.ledger.storing import clock
from onrecord.ledger.storing.schema import judgements
from onrecord.vocabulary import UsageError, Verdict, content_id

# The kind of judgements on who is who; other kinds share the log.
ACTOR = "actor"
# What places one persona; and what a person says of whole actors.
PLACING = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)
# In the value of one that says what the id says too: where the persona belongs if it is taken back.
ELSE = "else"
ARRANGING = (Verdict.MERGE, Verdict.SPLIT, Verdict.RENAME, Verdict.UNDO)

_LAST = select(judgements.c.row, judgements.c.id).order_by(judgements.c.row.desc()).limit(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A judgement before it stands in the log (see `Judgement`)."""

    kind: str
    subject: str
    verdict: Verdict
    by: str
    value: Value = field(default_factory=dict)
    score: float | None = None
    evidence: str | None = None
    why: str | None = None
    undoes: str | None = None


def enter(connection: Connection, drafts: Iterable[Draft]) -> list[Judgement]:
    """Puts judgements into the log, in order."""
    last = connection.execute(_LAST).first()
    row, before, at = (last.row, last.id, clock.now()) if last else (0, "", clock.now())
    entered, rows = [], []
    for row, draft in enumerate(drafts, row + 1):  # noqa: B020
        columns = {name: getattr(draft, name) for name in Draft.__dataclass_fields__} | {"verdict": draft.verdict.value, "at": at}
        before = chained(before, columns)
        entered.append(Judgement(id=before, at=at, **{name: getattr(draft, name) for name in Draft.__dataclass_fields__}))
        rows.append(columns | {"row": row, "id": before})
    if rows:
        connection.execute(insert(judgements), rows)
    return entered


def chained(before: str, columns: Mapping[str, Any]) -> str:
    """The id of a judgement with these columns that follows one with the id `before` ("" for the first)."""
    names = ("kind", "subject", "verdict", "value", "score", "evidence", "by", "at", "why", "undoes")
    said = [columns[name] for name in names]
    return content_id(before, json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":")))


def next_number(connection: Connection) -> int:
    """The number of the judgement that is entered next."""
    last = connection.execute(_LAST).first()
    return (last.row if last else 0) + 1


def logged(connection: Connection, asked: Select[Any] | None = None) -> Iterator[Judgement]:
    """Judgements of the log, in order; all of them, or those that a select of the table gives."""
    for row in connection.execute(select(judgements).order_by(judgements.c.row) if asked is None else asked):
        columns = row._asdict()
        columns.pop("row")
        yield Judgement(**columns | {"verdict": Verdict(row.verdict)})


def judgement_with(connection: Connection, prefix: str) -> Judgement:
    """The judgement whose id starts so. Raises UsageError where there is none, or several (which are then listed)."""
    within = select(judgements).where(judgements.c.id >= prefix, judgements.c.id < prefix + "g").order_by(judgements.c.row)
    found = list(logged(connection, within.limit(6))) if len(prefix) >= 4 else []
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(one.id for one in found[:5])
        raise UsageError(f"{prefix!r} fits more than one judgement: give more digits of one of {listed}")
    raise UsageError(f"there is no judgement whose id starts with {prefix!r}: `onrecord actors log` lists them")


def undone_by(arranging: Iterable[Judgement]) -> dict[str, str]:
    """For each judgement that is taken back, the id of the one that takes it back; one taken back itself takes back nothing."""
    undoing = [one for one in arranging if one.verdict is Verdict.UNDO and one.undoes]
    found: dict[str, str] = {}
    for one in reversed(undoing):
        if one.id not in found and one.undoes:
            found[one.undoes] = one.id
    return found


class Standing:
    """What the judgements on whole actors amount to: which actor a persona belongs to, and by what name an actor goes.

    They are gone through in the order of the log, over all personas whenever these were added: a merge sends on whoever is with
    the one actor to the other; a split sends on the personas that it names; a split that was taken back sends on whoever is
    with the actor that it made, to the one that it was made from.
    """

    def __init__(self, arranging: Iterable[Judgement]) -> None:
        self.judgements = tuple(arranging)
        self.undone = undone_by(self.judgements)
        self._onward: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._chosen: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._names: dict[str, str] = {}
        self.splits: list[Judgement] = []
        for number, one in enumerate(self.judgements):
            if one.kind != ACTOR:
                continue
            stands = one.id not in self.undone
            match one.verdict:
                case Verdict.MERGE if stands:
                    self._onward[one.subject].append((number, str(one.value["into"])))
                case Verdict.SPLIT if stands:
                    self.splits.append(one)
                    for key in one.value["personas"]:
                        self._chosen[key].append((number, str(one.value["new"])))
                case Verdict.SPLIT:
                    self._onward[str(one.value["new"])].append((number, one.subject))
                case Verdict.RENAME if stands:
                    self._names[one.subject] = str(one.value["name"])

    def actor_of(self, key: str, home: str) -> str:
        """The id of the actor that a persona belongs to, from its key and its home."""
        chosen = self._chosen.get(key)
        if chosen is None:
            return self.onward(home)
        at, number, steps = home, 0, [*chosen]
        while steps:
            after = self._next(at, number)
            if after is not None and after[0] < steps[0][0]:
                number, at = after[0] + 1, after[1]
            else:
                number, at = steps[0][0] + 1, steps[0][1]
                steps.pop(0)
        return self.onward(at, number)

    def onward(self, actor: str, number: int = 0) -> str:
        """The id of the actor that one is now part of, by the judgements from a number on; itself where it is part of none."""
        while (after := self._next(actor, number)) is not None:
            number, actor = after[0] + 1, after[1]
        return actor

    def name_of(self, actor: str) -> str | None:
        """The name that a person gave an actor; None for none."""
        return self._names.get(actor)

    @property
    def chosen(self) -> frozenset[str]:
        """The keys of the personas that splits name."""
        return frozenset(self._chosen)

    @property
    def touched(self) -> frozenset[str]:
        """The ids of the actors that a person has judged: the machine leaves them where they are."""
        said = (one for one in self.judgements if one.verdict is not Verdict.UNDO)
        return frozenset(str(part) for one in said for part in (one.subject, one.value.get("into"), one.value.get("new")) if part)

    def _next(self, actor: str, number: int) -> tuple[int, str] | None:
        return next((step for step in self._onward.get(actor, ()) if step[0] >= number), None)


def standing(connection: Connection) -> Standing:
    """What the log of this moment amounts to."""
    return Standing(logged(connection, _ARRANGING))


def placed_by(connection: Connection, undone: Mapping[str, str]) -> dict[str, str]:
    """For each persona that a judgement places, the id of the actor that the judgements on it leave it with, by its key."""
    asked = select(judgements).where(judgements.c.kind == ACTOR, judgements.c.verdict.in_([one.value for one in PLACING]))
    found: dict[str, list[Judgement]] = defaultdict(list)
    for one in logged(connection, asked.order_by(judgements.c.row)):
        found[one.subject].append(one)
    return {subject: home for subject, said in found.items() if (home := home_by(said, undone)) is not None}


def home_by(said: Iterable[Judgement], undone: Mapping[str, str]) -> str | None:
    """The id of the actor that all judgements on one persona, in order, leave it with; None for the one of its own id.

    That is what the last one standing names; where none stands, what the last one taken back names for that.
    """
    placing = [one for one in said if one.verdict in PLACING and "actor" in one.value]
    standing = [str(one.value["actor"]) for one in placing if one.id not in undone]
    otherwise = [str(one.value[ELSE]) for one in placing if ELSE in one.value]
    return next(reversed(standing or otherwise), None)


_ARRANGING = (
    select(judgements)
    .where(judgements.c.kind == ACTOR, judgements.c.verdict.in_([one.value for one in ARRANGING]))
    .order_by(judgements.c.row)
)
