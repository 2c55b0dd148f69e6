"""Sentences: in plain English what the ledger keeps for machines: how an actor moved, and why a person is asked of it."""

from __future__ import annotations

import re

from onrecord.ledger import DisagreementRow, PositionRow, ReviewItem, ShiftRow, SideRow
from onrecord.surfaces.days import MONTHS, in_words, month, told
from onrecord.surfaces.timeline import days_of
from onrecord.text.quoting import quoted
from onrecord.vocabulary import DisagreementKind, Position, Reading

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
# What a machine is, and the version of it.
_MACHINE = re.compile(r"[a-z]+/\d+")
# What only whoever works on the machine can read, and what it says.
_LIKELY = r"\blikely one \(\d+%\): meaning [\d.]+, (\d+%) of the words of the shorter\b"
_PLAIN = (
    (re.compile(_LIKELY), r"alike in meaning, and \1 of the words of the shorter"),
    (re.compile(r" \(nearness [\d.]+\)"), ""),
)
_SIDES = {"so": "reported as so", "not": "reported as not so"}
_WHETHER = "whether: "
# What a disagreement asks of a clause, as the ledger has it before the words of one side (see `relate.disagreements`).
_ASKED = {
    "when": "when",
    "where": "where",
    "how many": "how many",
    "when it was said": "when this was said",
    "who said": "who said this",
}
_LEADING = re.compile(r"^(?:and|but|or|that|which)\s+", re.IGNORECASE)  # of a clause, what joins it to the one before
_DAY_OF_YEAR, _MONTH = re.compile(r"([01]\d)-([0-3]\d)"), re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")


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


def plain(reason: str) -> str:
    """A reason as a machine gives it, without its figures, and with its days as people write them."""
    for machine, words in _PLAIN:
        reason = machine.sub(words, reason)
    return in_words(reason)


def by_whom(by: str) -> str:
    """Who found or judged something: "machine" for a version of ours ("relate/3"), else the name."""
    return "machine" if _MACHINE.fullmatch(by) else by


def about(row: DisagreementRow, found: str | None = None) -> str:
    """What a disagreement is about, in plain English that takes no side for the fact: "whether this is so: “was open to all”",
    "when: “the town has had the fort since …”"; of one way in which it was found where that is given.
    """
    words = row.about if found is None else found
    if row.kind is DisagreementKind.POLARITY and words.startswith(_WHETHER):
        return f"whether this is so or not: {quoted(words.removeprefix(_WHETHER))}"
    asked, parted, clause = words.partition(": ")
    if not parted or asked not in _ASKED or all(one.value in clause for one in row.sides):
        return words
    clause = _LEADING.sub("", clause)
    for printed in sorted({place.text for one in row.sides for place in one.places}, key=len, reverse=True):
        clause = re.sub(rf"(?<!\w){re.escape(printed)}(?!\w)", "…", clause) if printed.strip() else clause
    return f"{_ASKED[asked]}: {quoted(clause)}"


def capitalised(words: str) -> str:
    """Words with a capital at their beginning, the rest as it is."""
    return f"{words[:1].upper()}{words[1:]}"


def side(row: DisagreementRow, one: SideRow) -> str:
    """What one side of a disagreement says, its days as people write them; of one on whether something is so, that it is or is
    not."""
    if row.kind is DisagreementKind.POLARITY:
        return _SIDES.get(one.value, one.value)
    return _dated(one.value) if row.kind is DisagreementKind.DATE else one.value


def asked(item: ReviewItem, shift: ShiftRow | None = None) -> str:
    """Why a person is asked to look at something; of a shift with how the actor moved."""
    if shift is not None:
        return f"Nobody has said yet whether this is a change of position. {moved(shift)}"
    return plain(item.why)


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


def _dated(value: str) -> str:
    if (found := _DAY_OF_YEAR.fullmatch(value)) and 1 <= int(found[1]) <= len(MONTHS):
        return f"{int(found[2])} {MONTHS[int(found[1]) - 1]}"
    return month(value) if _MONTH.fullmatch(value) else in_words(value)
