"""What persons said of statements: rows of the log of judgements, and what they amount to.

The judgements on a statement that stand are gone through in the order of the log. Each that puts it right sets the parts that it
names, over what was read and over what was said before; the last of all says whether it is a statement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, select

from onrecord.ledger.actors.judging import logged, undone_by
from onrecord.ledger.rows import Judgement
from onrecord.ledger.storing.schema import judgements
from onrecord.vocabulary import (
    ActorType,
    Kind,
    SaidOn,
    SaidOnBasis,
    Span,
    Speaker,
    Statement,
    Verdict,
    content_id,
)

# The kind of judgements on statements; the subject is the id of one. What a judgement may put right, by its name in the value.
STATEMENT = "statement"
PARTS = ("speaker", "kind", "said_on", "content", "source", "cue")


@dataclass(frozen=True, slots=True)
class Ruling:
    """What the log says of a statement: its status, the judgement with the last word, and what is right, each with its own."""

    status: str = "candidate"
    last: Judgement | None = None
    right: Mapping[str, Judgement] = field(default_factory=dict)

    @property
    def by(self) -> str | None:
        """Who said the last word."""
        return self.last.by if self.last else None

    @property
    def speaker(self) -> str | None:
        """The id of the actor that a person named as the speaker; None where nobody named one."""
        one = self.right.get("speaker")
        return str(one.value["speaker"]) or None if one else None


def ruling_on(connection: Connection, statement: str) -> Ruling:
    """What the log says of a statement (its id)."""
    asked = select(judgements).where(judgements.c.kind == STATEMENT, judgements.c.subject == statement)
    return ruled(logged(connection, asked.order_by(judgements.c.row)))


def rulings(connection: Connection, statements: Sequence[str] | None = None) -> dict[str, Ruling]:
    """What the log says of every statement (by its id) that anybody judged; of some alone where these are given."""
    asked = select(judgements).where(judgements.c.kind == STATEMENT).order_by(judgements.c.row)
    if statements is not None:
        asked = asked.where(judgements.c.subject.in_(statements))
    found: dict[str, list[Judgement]] = defaultdict(list)
    for one in logged(connection, asked):
        found[one.subject].append(one)
    return {statement: ruled(said) for statement, said in found.items()}


def ruled(said: Iterable[Judgement]) -> Ruling:
    """What the judgements on one statement, in order, amount to."""
    told = list(said)
    undone = undone_by(told)
    stands = [one for one in told if one.verdict is not Verdict.UNDO and one.id not in undone]
    right = {part: one for one in stands for part in PARTS if part in one.value}
    if not stands:
        return Ruling()
    rejected = stands[-1].verdict is Verdict.REJECT
    return Ruling("rejected" if rejected else "corrected" if right else "confirmed", stands[-1], right)


def persona_id(actor: str) -> str:
    """The id, within a reading, of the persona that a person put there for an actor (its id)."""
    return content_id("put", actor)


def put_right(read: Statement, ruling: Ruling, text: str) -> Statement:
    """A statement as it was read, with what persons put right; `text` is that of its article."""
    right = {part: one.value[part] for part, one in ruling.right.items()}
    found = read
    if "kind" in right:
        found = replace(found, kind=Kind(str(right["kind"])))
    if "content" in right:
        found = replace(found, content=tuple(_span(str(place), text) for place in right["content"]))
    if "source" in right:
        found = replace(found, source=_span(str(right["source"]), text) if right["source"] else None)
    if "cue" in right:
        found = replace(found, cue=_span(str(right["cue"]), text) if right["cue"] else None)
    if "speaker" in right:
        found = replace(found, speaker=_speaker(ruling.right["speaker"]))
    if "said_on" in right:
        found = replace(found, said_on=_said_on(ruling.right["said_on"]))
    return found


def place_of(start: int, end: int) -> str:
    """A half-open range as a judgement keeps it: "12-40"."""
    return f"{start}-{end}"


def range_of(place: str) -> tuple[int, int]:
    """A half-open range from what a judgement keeps of it."""
    start, end = place.split("-")
    return int(start), int(end)


def _span(place: str, text: str) -> Span:
    return Span.of(text, *range_of(place))


def _speaker(one: Judgement) -> Speaker | None:
    actor = str(one.value["speaker"])
    if not actor:
        return None
    type_ = str(one.value["speaker_type"])
    return Speaker(str(one.value["speaker_name"]), _reason(one), ActorType(type_) if type_ else None, persona_id(actor))


def _said_on(one: Judgement) -> SaidOn | None:
    days = [str(day) or None for day in one.value["said_on"]]
    return SaidOn(days[0], days[1], SaidOnBasis.GIVEN, _reason(one)) if days else None


def _reason(one: Judgement) -> str:
    return f"put right by {one.by}" + (f": {one.why}" if one.why else "")
