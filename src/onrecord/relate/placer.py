"""Placer: the room's second door for a ledger, to positions on questions and shifts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from onrecord.relate import positions as placing
from onrecord.relate import shifts as shifting
from onrecord.relate.meaning import Meaning
from onrecord.relate.stance import Stances
from onrecord.vocabulary.questions import Asked, Example, Held, Question, Shift, Taken

# To be counted up when what is found changes: what a ledger has of an older version is found anew.
VERSION = "positions/3"


class Placer:
    """Places statements on questions (see `vocabulary.questions.Placer`). The networks are loaded when first needed."""

    version = VERSION

    @cached_property
    def _meaning(self) -> Meaning:
        return Meaning()

    @cached_property
    def _stances(self) -> Stances:
        return Stances()

    def positions(self, question: Question, asked: Sequence[Asked], confirmed: Sequence[Example]) -> list[Taken]:
        return placing.positions(question, asked, confirmed, self._meaning.vectors, self._stances.read)

    def shifts(self, held: Sequence[Held]) -> list[Shift]:
        return shifting.shifts(held)
