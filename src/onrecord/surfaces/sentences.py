"""Sentences: in plain English what the ledger keeps for machines: how an actor moved, and why a person is asked of it."""

from __future__ import annotations

from onrecord.ledger import PositionRow, ReviewItem, ShiftRow
from onrecord.surfaces.days import in_words, told
from onrecord.surfaces.timeline import days_of
from onrecord.vocabulary import Position, Reading

_SAID = {
    (Reading.WILL, Position.SUPPORTS): "said that it will happen",
    (Reading.WILL, Position.CONDITIONAL): "said that it will happen on a condition",
    (Reading.WILL, Position.OPPOSES): "said that it will not happen",
    (Reading.WILL, Position.NONCOMMITTAL): "left open whether it will happen",
    (Reading.SHOULD, Position.SUPPORTS): "said that it should happen",
    (Reading.SHOULD, Position.CONDITIONAL): "said that it should happen on a condition",
    (Reading.SHOULD, Position.OPPOSES): "said that it should not happen",
    (Reading.SHOULD, Position.NONCOMMITTAL): "left open whether it should happen",
}
# What stands in the ledger's own words before what could make a shift none (see `relate.shifts.finding`).
_BUT = ". But "


def moved(row: ShiftRow) -> str:
    """How an actor moved, and what could make it none; by the machine's reading unless a person confirmed it: "On 6 April 2031
    Ada Olan said that it will happen, and on 12 January 2032 Ada Olan said that it will not happen."
    """
    first, second = row.statements
    one, other = (held.actor_name or row.actor_name for held in row.statements)
    whole = f"{_when(first)} {one} {_SAID[row.before]}, and {_when(second)} {other} {_SAID[row.after]}."
    if row.status == "confirmed":
        return f"{whole[0].upper()}{whole[1:]}"
    _, _, doubts = row.why.partition(_BUT)
    return f"By the machine’s reading, {whole}" + (f" But {in_words(doubts)}" if doubts else "")


def asked(item: ReviewItem, shift: ShiftRow | None = None) -> str:
    """Why a person is asked to look at something; of a shift with how the actor moved."""
    if shift is not None:
        return f"Nobody has said yet whether this is a change of position. {moved(shift)}"
    return in_words(item.why)


def _when(row: PositionRow) -> str:
    days, printed = days_of(row)
    words = told(days)
    if days == (None, None):
        return "on a day that is not known"
    if printed:
        return f"in an article of {words}"
    if days[0] is None:
        return words
    if days[0] == days[1] or days[1] is None:
        return f"on {words}"
    return f"within {words}" if words[0].isdigit() and not words.isdigit() else f"in {words}"
