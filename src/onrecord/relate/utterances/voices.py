"""Whether two statements can be one voice's."""

from __future__ import annotations

from enum import Enum

from onrecord.text.spelling import fold, skeleton
from onrecord.vocabulary.actors import ActorType
from onrecord.vocabulary.relations import Telling


class Voice(Enum):
    """What the actors of two statements tell: one voice; perhaps one, so that the words must show it; two."""

    ONE = "the same actor"
    THROUGH = "one speaks for the other"
    PERHAPS = "the actor of one is not known"
    TWO = "two actors"


# Types whose words name nobody: whoever holds the office, speaks for the ministry or asked not to be named may be a person.
_NAMELESS = (ActorType.UNNAMED, ActorType.OFFICE, None)


def voice(one: Telling, other: Telling) -> Voice:
    """What the actors of two statements tell.

    1. The same actor is one voice; so are two persons whose names sound the same, each part (Halmvik, Halmwick), but are not
       written the same: namesakes are two where a ledger keeps them apart.
    2. An actor that is not known may be any.
    3. A person and a body that it speaks for, or two bodies of one side, are one voice; two persons are two.
    4. An actor without a name may be a person who has one, and two persons of one surname may be one.
    """
    if one.actor is not None and one.actor == other.actor:
        return Voice.ONE
    if one.actor is None or other.actor is None:
        return Voice.PERHAPS
    types = {one.actor_type, other.actor_type}
    persons = types == {ActorType.PERSON}
    if persons and _sound_the_same(one, other):
        return Voice.ONE
    if not persons and one.sides & other.sides:
        return Voice.THROUGH
    if types & set(_NAMELESS) or (persons and _sounds(one)[-1:] == _sounds(other)[-1:]):
        return Voice.PERHAPS
    return Voice.TWO


def _sound_the_same(one: Telling, other: Telling) -> bool:
    mine, others = _sounds(one), _sounds(other)
    return len(mine) > 1 and mine == others and fold(one.actor_name or "") != fold(other.actor_name or "")


def _sounds(one: Telling) -> list[str]:
    """The parts of an actor's name as they sound."""
    return [skeleton(part) for part in (one.actor_name or "").split()]
