"""One-line builders of positions and shifts, as a ledger answers with them."""

from __future__ import annotations

from onrecord.ledger import ArticleRow, Judgement, PositionRow, ShiftRow, StatementRow
from onrecord.vocabulary import (
    ActorType,
    DateBasis,
    Kind,
    Position,
    Provenance,
    Published,
    Reading,
    SaidOn,
    SaidOnBasis,
    ShiftKind,
    Span,
    SpeechAct,
    Statement,
    Verdict,
)

SUPPORTS, CONDITIONAL, OPPOSES = Position.SUPPORTS, Position.CONDITIONAL, Position.OPPOSES
NONCOMMITTAL = Position.NONCOMMITTAL
WILL, SHOULD = Reading.WILL, Reading.SHOULD


def article(outlet: str | None = "Courier", published: str | None = "2031-05-04") -> ArticleRow:
    about = Published(published, published, DateBasis.GIVEN) if published else None
    key = f"{outlet}-{published}".encode().hex()[:16]
    made = Provenance("0", "m", "s")
    return ArticleRow(key, "a.txt", None, outlet, "Bridge", ("Mira Tesk",), "en", about, 99, 1, 1, 1, None, made, "2031")


def said(key: str, words: str, day: str | None, about: ArticleRow, cue: str | None = None, **more: object) -> StatementRow:
    first, _, last = (day or "").partition("/")
    when = SaidOn(first or None, last or first or None, SaidOnBasis.PHRASE, "a test") if day else None
    act = more.pop("speech_act", SpeechAct.ASSERT)
    told = Span(0, len(cue), cue) if cue else None
    content = (Span(len(cue or ""), len(cue or "") + len(words), words),)
    one = Statement(key, Kind.DIRECT, None, told, content, 0.9, speech_act=act, said_on=when, **more)  # type: ignore[arg-type]
    return StatementRow(one, about)


def position(  # noqa: PLR0913  a builder: each test names what it is about
    key: str,
    day: str | None,
    held: Position | None,
    *,
    actor: str | None = "Ada Olan",
    reading: Reading | None = SHOULD,
    words: str = "the bridge should be built",
    deciding: str = "",
    outlet: str | None = "Courier",
    published: str | None = "2031-05-04",
    type_: ActorType = ActorType.PERSON,
    second_hand: bool = False,
    confidence: float = 0.8,
    status: str = "candidate",
    **statement: object,
) -> PositionRow:
    row = said(f"s{key}", words, day, article(outlet, published), **statement)  # type: ignore[arg-type]
    begin = row.statement.content[0].start
    spans = (Span(begin + words.index(deciding), begin + words.index(deciding) + len(deciding), deciding),) if deciding else ()
    identity = actor.casefold() if actor else None
    named = (identity, actor, type_ if actor else None)
    judgement = None if status == "candidate" else judged(f"p{key}", status)
    told = (confidence, "says so", spans, None, second_hand, status, "positions/1", judgement)
    return PositionRow(f"p{key}", "bridge", row, *named, reading, held, *told)


def judged(subject: str, status: str = "confirmed", why: str | None = None) -> Judgement:
    """What Mira said of a position or a shift."""
    verdict = {"confirmed": Verdict.CONFIRM, "corrected": Verdict.CORRECT}.get(status, Verdict.REJECT)
    return Judgement(
        id="1ad6", kind="position", subject=subject, verdict=verdict, value={}, score=None, evidence=None, by="Mira",
        at="2031-07-01T09:30:00+00:00", why=why, undoes=None,
    )  # fmt: skip


def shift(one: PositionRow, other: PositionRow, kind: ShiftKind = ShiftKind.REVERSAL) -> ShiftRow:
    assert one.actor and one.actor_name and one.reading and one.position and other.reading and other.position
    change = ((one.reading, one.position), (other.reading, other.position))
    who = (one.actor, one.actor_name, one.actor_type)
    return ShiftRow("f00d", "bridge", *who, *change, kind, 0.7, "turned round", (one, other), "candidate", "positions/1")
