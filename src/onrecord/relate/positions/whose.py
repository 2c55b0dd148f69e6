"""Whose a position is: the source's own, or another's that the source tells of."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.relate.positions import cues
from onrecord.relate.stance import Stance
from onrecord.vocabulary.questions import Asked
from onrecord.vocabulary.spans import Span

# Log odds from which the network's word alone makes a position another's, and those from which it does where the words of the
# content say so too (of 296 held-out statements, of questions h and p: 18 of 23 and 2 false by the first).
_ALONE, _WITH_WORDS = -0.5, -4.0


@dataclass(frozen=True, slots=True)
class Whose:
    """Whether a position is told of another, and the words that name that one, where they do."""

    second_hand: bool
    holder: Span | None = None

    def __str__(self) -> str:
        """What is added to a reason."""
        if not self.second_hand:
            return ""
        return f"; told of “{self.holder.text}”" if self.holder else "; told of another"


def whose(one: Asked, stance: Stance) -> Whose:
    """Whose position a statement tells: one inside another statement is its source's, though second-hand."""
    if one.outer:
        return Whose(second_hand=True)
    content = one.telling.statement.content[0]
    match = cues.OF_ANOTHER.match(content.text)
    if stance.other <= (_WITH_WORDS if match else _ALONE):
        return Whose(second_hand=False)
    if match is None or match["holder"] is None:
        return Whose(second_hand=True)
    start, end = match.span("holder")
    return Whose(True, Span(content.start + start, content.start + end, match["holder"]))
