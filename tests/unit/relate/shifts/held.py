"""One-line builders of dated positions: who held what, on which reading, on which day."""

from __future__ import annotations

from onrecord.relate.shifts import shifts
from onrecord.vocabulary.actors import ActorType
from onrecord.vocabulary.questions import Held, Position, Reading, Shift


def held(  # noqa: PLR0913  a builder for tables of examples
    position: str,
    day: str | tuple[str | None, str | None] | None,
    *,
    reading: str = "should",
    name: str | None = None,
    utterance: str | None = None,
    actor: str = "ada",
    outlet: str = "The Courier",
    confidence: float = 0.9,
    printed: str | None = None,
    second_hand: bool = False,
    copied: bool = False,
) -> Held:
    """A position taken in a statement of its own, by one actor in one outlet, if nothing else is given."""
    days = day if isinstance(day, tuple) else (day, day)
    id = name or f"{reading} {position} {day} {outlet}"
    return Held(
        statement=id,
        actor=actor,
        actor_name=actor.title(),
        actor_type=ActorType.PERSON,
        said_on=days,
        printed=(printed, printed),
        reading=Reading(reading),
        position=Position(position),
        confidence=confidence,
        utterance=utterance or id,
        article=f"{outlet} {printed or day}",
        outlet=outlet,
        second_hand=second_hand,
        copied=copied,
    )


def will(position: str, day: str | tuple[str | None, str | None] | None, **more: object) -> Held:
    return held(position, day, reading="will", **more)  # type: ignore[arg-type]


def told(*rows: Held) -> list[str]:
    """The shifts of some rows, each as "should opposes > should supports: reversal"."""
    return [_told(shift) for shift in shifts(rows)]


def _told(shift: Shift) -> str:
    before, after = (f"{reading} {position}" for reading, position in (shift.before, shift.after))
    return f"{before} > {after}: {shift.kind}"
