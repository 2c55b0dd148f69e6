"""The words of a position as printed, and its day, for lists: verbatim, what decided in bold, long ones with a cut marked […]."""

from __future__ import annotations

from calendar import monthrange

from rich.text import Text

from onrecord.ledger import PositionRow
from onrecord.surfaces.cli import printing
from onrecord.surfaces.telling import said as content_of
from onrecord.surfaces.telling import telling_cue
from onrecord.surfaces.timeline import days_of
from onrecord.vocabulary import Days

_NO_DAY = "no day"
_CUT = " […] "
# Of words that are cut, so much of the room is for their beginning; the rest is for what decided, and for what is round it.
_BEGINNING = 0.35
# What decides before this share of the room is shown with all that stands before it.
_BEFORE_THE_END = 0.8


def words_of(row: PositionRow, most: int) -> Text:
    """What a statement says, on one line of at most so many characters; where the cue tells more than that it is said, the cue
    before it: "declined: to say when".
    """
    said = content_of(row.row.statement)
    deciding = [" ".join(span.text.split()) for span in row.words]
    begin = next((at for words in deciding if (at := said.find(words)) >= 0), None)
    shown = Text(cut(said, most, begin))
    for words in deciding:
        if (at := shown.plain.find(words)) >= 0:
            shown.stylize("bold", at, at + len(words))
    return Text.assemble((f"{told_so}: ", "italic"), shown) if (told_so := telling_cue(row.row.statement)) else shown


def cut(words: str, most: int, keep: int | None = None) -> str:
    """Words in at most so many characters: their beginning, what stands round `keep` (a place in them), else their end."""
    if len(words) <= most:
        return words
    first = words[: int(most * _BEGINNING)].rsplit(" ", 1)[0]
    room = most - len(first) - 2 * len(_CUT)
    if keep is None or keep + room // 2 >= len(words):
        return f"{first}{_CUT}{words[-room:].split(' ', 1)[-1]}"
    if keep < int(most * _BEFORE_THE_END):
        return f"{words[: most - len(_CUT)].rsplit(' ', 1)[0]}{_CUT.rstrip()}"
    middle = words[keep - room // 3 : keep + room - room // 3]
    return f"{first}{_CUT}{middle.split(' ', 1)[-1].rsplit(' ', 1)[0]}{_CUT.rstrip()}"


def said_days(row: PositionRow) -> str:
    """The day of a position: of saying, else of publication in brackets; "no day" where neither is."""
    days, printed = days_of(row)
    told = period(days)
    if told == _NO_DAY and row.row.statement.said_on is not None:
        told = printing.day(row.row.statement.said_on)
        return _NO_DAY if told == "not known" else told
    return f"({told})" if printed else told


def period(days: Days) -> str:
    """Days in a word or two: "2031-03", "2031" for a whole month or year, "2031-03-03/09", "by 2031-03-09"."""
    first, last = (end[:10] if end else "" for end in days)
    if first[:4] == last[:4] and (first[4:], last[4:]) == ("-01-01", "-12-31"):
        return first[:4]
    is_month = first and first[:7] == last[:7] and first.endswith("-01")
    if is_month and int(last[8:]) == monthrange(int(first[:4]), int(first[5:7]))[1]:
        return first[:7]
    if not first or not last:
        return f"from {first}" if first else f"by {last}" if last else _NO_DAY
    same = 8 if first[:8] == last[:8] else 5 if first[:5] == last[:5] else 0
    return first if first == last else f"{first}/{last[same:]}"
