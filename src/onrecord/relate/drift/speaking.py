"""Drift of the speaker: one utterance printed under two names."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.relate.drift.pairing import Pair
from onrecord.relate.words import FUNCTION
from onrecord.text.spelling import fold, skeleton
from onrecord.vocabulary.actors import ActorType
from onrecord.vocabulary.relations import Drift, DriftType, Telling


def speaker(pair: Pair) -> Iterator[Drift]:
    """The two speakers, as the reports print them.

    An actor that is not known or has no name is nobody else; a surname that is spelt or transliterated in two ways is one.
    """
    one, other = pair.of, pair.to
    if one.actor is None or other.actor is None or one.actor == other.actor:
        return
    if ActorType.UNNAMED in (one.actor_type, other.actor_type) or _last(one) == _last(other):
        return
    yield pair.made(DriftType.SPEAKER_CHANGED, _printed(one), _printed(other))


def _last(one: Telling) -> str:
    return skeleton(one.actor_name.split()[-1]) if one.actor_name else ""


def _printed(one: Telling) -> str | None:
    """The actor's name if the sentence prints it, else the words that it is called by; the name, too, in place of a pronoun."""
    if one.actor_name and one.actor_name in one.sentence:
        return one.actor_name
    called = one.statement.source.text if one.statement.source else None
    return one.actor_name if called and fold(called) in FUNCTION else called
