"""Where quotation marks open and close: straight, curly, single, guillemets, nested, unclosed, run on over paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.text.paragraphs import paragraphs

_OPENERS = "“«„‟❝＂"
_CLOSERS = "”»❞"
_MARK = re.compile(r"''|``|[\"“”«»„‟❝❞＂‘’‚‛'‹›]")
# What stands after a straight or curly single mark that is an apostrophe, not an opening mark ('em, 'til, '90s).
_ELISION = re.compile(r"(?:em|til|tis|twas|cause|bout|round|n|\d0s|\d\d)\b", re.IGNORECASE)
_BEFORE_OPENING = re.compile(r"[\s(\[{<—–―/:=\-]")
# What stands before speech: a colon or comma, or the end of the paragraph before.
_SPEECH_FOLLOWS = re.compile(r"[:,\n\r] ?$")
# How many marks ahead are looked at to tell a quotation inside another from one that was never closed.
_LOOK_AHEAD = 12


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of text in quotation marks, marks included: `text[start:end]`.

    `closed` is False where the paragraph ends before a closing mark; `runs_on` is True where the next paragraph opens
    with a mark and so continues it. `level` is 0 outside any other quotation, 1 inside one. `opening` and `closing` are the
    lengths of the marks in characters (0 where there is none).
    """

    start: int
    end: int
    level: int
    single: bool
    opening: int
    closing: int
    runs_on: bool = False

    @property
    def closed(self) -> bool:
        return self.closing > 0

    @property
    def inner(self) -> tuple[int, int]:
        return self.start + self.opening, self.end - self.closing


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark: `opens` and `closes` tell what the characters around it allow (both, one, or neither)."""

    start: int
    end: int
    glyph: str
    opens: bool
    closes: bool

    @property
    def single(self) -> bool:
        return self.glyph in "‘’‚‛'‹›"


def quotations(text: str) -> list[Quotation]:
    """The quotations of a text, ordered by where they start, an outer one before those inside it.

    Two quotations are apart or one is inside the other. Marks never reach over a paragraph's end: a quotation that does is
    one `Quotation` for each paragraph, all but the last with `runs_on`.

    Those of the last few texts are remembered: each room asks for them anew.
    """
    return list(_quotations(text))


@lru_cache(maxsize=4)
def _quotations(text: str) -> list[Quotation]:
    found: list[Quotation] = []
    spans = paragraphs(text)
    for number, (start, end) in enumerate(spans):
        following = text[spans[number + 1][0]] if number + 1 < len(spans) else ""
        found.extend(_in_paragraph(text, start, end, following))
    return found


def _in_paragraph(text: str, start: int, end: int, following: str) -> list[Quotation]:
    """The quotations of the paragraph `text[start:end]`; `following` is the first character of the next one."""
    marks = [_mark(text, *match.span()) for match in _MARK.finditer(text, start, end)]
    if not marks:
        return []
    runs_on = following != "" and following in _OPENERS + '"‘'
    found = list(_doubles(text, [mark for mark in marks if not mark.single], end, runs_on=runs_on))
    found += _singles(text, [mark for mark in marks if mark.single], found, end, following)
    return _levelled(found)


def _mark(text: str, start: int, end: int) -> _Mark:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    apart = before == "" or before in _OPENERS + '"' or _BEFORE_OPENING.match(before) is not None
    opens = apart and after != "" and not after.isspace()
    closes = before != "" and not before.isspace() and not after.isalnum()
    return _Mark(start, end, text[start:end], opens, closes)


def _levelled(found: list[Quotation]) -> list[Quotation]:
    """The quotations in order, those inside another with level 1."""
    ordered: list[Quotation] = []
    outer_end = -1
    for quotation in sorted(found, key=lambda one: (one.start, -one.end)):
        ordered.append(replace(quotation, level=1) if quotation.start < outer_end else quotation)
        outer_end = max(outer_end, quotation.end)
    return ordered


def _doubles(text: str, marks: list[_Mark], end: int, *, runs_on: bool) -> Iterator[Quotation]:
    """Pair the double marks of a paragraph.

    1. A mark whose glyph says "open" opens; one that says "close" closes; a straight one does what it can.
    2. While a quotation is open, a mark that opens another one inside it and has its partner there is a quotation inside.
    3. An opening mark while a quotation is open closes it, if no closing mark comes before the next opening one
       (a machine-made text that puts “ at both ends); else the open quotation was never closed and ends there.
    4. With nothing open, a closing mark is ignored, unless it stands where only an opening one can and the next one closes
       (a machine-made text that puts ” at both ends); so is a straight mark after a digit (an inch).
    """
    opened: _Mark | None = None
    inside: list[_Mark] = []
    for index, mark in enumerate(marks):
        if opened is None:
            opened = mark if _can_open(text, marks, index) else None
        elif inside:
            if mark.closes:
                yield _closed(inside.pop(), mark)
            else:
                inside.append(mark)
        elif _opens_inside(opened, marks, index):
            inside.append(mark)
        elif _opens_anew(marks, index):
            yield _unclosed(text, opened, mark.start)
            opened = mark
        else:
            yield _closed(opened, mark)
            opened = None
    if opened is not None:
        yield _unclosed(text, opened, end, runs_on=runs_on)


def _can_open(text: str, marks: list[_Mark], index: int) -> bool:
    mark = marks[index]
    if mark.glyph in _OPENERS or mark.glyph == "``":
        return True
    if mark.glyph in _CLOSERS:
        return mark.opens and not mark.closes and index + 1 < len(marks) and marks[index + 1].closes
    before = text[mark.start - 1 : mark.start] if mark.start else ""
    if mark.closes and not mark.opens and before != ":":
        return False
    return not (before.isdigit() and not text[mark.end : mark.end + 1].isalpha())


def _opens_inside(opened: _Mark, marks: list[_Mark], index: int) -> bool:
    """Whether from here on the marks, by where they stand, open and close inside the open quotation and then close it."""
    depth = 1
    for mark in marks[index : index + _LOOK_AHEAD]:
        if mark.opens == mark.closes or (depth == 1 and mark is marks[index] and not mark.opens):
            return False
        depth += 1 if mark.opens else -1
        if depth == 0:
            return opened.opens and _can_end(opened, mark)
    return False


def _can_end(opened: _Mark, mark: _Mark) -> bool:
    """Whether the glyphs are partners: straight with straight, curly with curly."""
    straight = ('"', "''", "``")
    return (opened.glyph in straight) == (mark.glyph in straight)


def _opens_anew(marks: list[_Mark], index: int) -> bool:
    mark = marks[index]
    following = marks[index + 1] if index + 1 < len(marks) else None
    if following is None or (mark.closes and not mark.opens):
        return False
    if mark.glyph in _OPENERS:
        return following.glyph not in _OPENERS
    return mark.glyph == '"' and mark.opens and not mark.closes and following.closes and not following.opens


def _closed(opened: _Mark, mark: _Mark) -> Quotation:
    return Quotation(opened.start, mark.end, 0, opened.single, opened.end - opened.start, mark.end - mark.start)


def _unclosed(text: str, opened: _Mark, end: int, *, runs_on: bool = False) -> Quotation:
    end = opened.start + len(text[opened.start : end].rstrip())
    return Quotation(opened.start, end, 0, opened.single, opened.end - opened.start, 0, runs_on)


def _singles(text: str, marks: list[_Mark], doubles: Sequence[Quotation], end: int, following: str) -> Iterator[Quotation]:
    """Pair single marks; one that finds no partner is an apostrophe. A pair never straddles the edge of a double quotation."""
    groups: dict[Quotation | None, list[_Mark]] = {}
    for mark, around in zip(marks, _innermost(marks, doubles), strict=True):
        groups.setdefault(around, []).append(mark)
    for around, group in groups.items():
        yield from _paired(text, group, end, following if around is None else "")


def _innermost(marks: list[_Mark], doubles: Sequence[Quotation]) -> Iterator[Quotation | None]:
    """For each mark the innermost double quotation around it."""
    waiting = sorted(doubles, key=lambda one: (-one.start, one.end))
    around: list[Quotation] = []
    for mark in marks:
        while waiting and waiting[-1].start <= mark.start:
            around.append(waiting.pop())
        while around and around[-1].end <= mark.start:
            around.pop()
        yield around[-1] if around else None


def _paired(text: str, marks: list[_Mark], end: int, following: str) -> Iterator[Quotation]:
    """Pair single marks that have the same double quotation around them.

    1. An opening mark goes with the first mark that can close before the next mark that only opens (‘).
    2. Where there is none, and the next paragraph opens with the same mark, the quotation runs on.
    3. Else it goes with a plural's apostrophe (workers’ rights), if there is one.
    """
    openers = [index for index, mark in enumerate(marks) if mark.glyph in "‘‹" and not _is_inside_word(text, mark)]
    sure = [index for index, mark in enumerate(marks) if _closes_single(text, mark) and not _is_plural(text, mark)]
    plural = [index for index, mark in enumerate(marks) if _closes_single(text, mark) and _is_plural(text, mark)]
    position = 0
    while position < len(marks):
        opened = marks[position]
        position += 1
        if not _single_opens(text, opened):
            continue
        limit = _next(openers, position, len(marks))
        closing = _next(sure, position, limit)
        if closing == limit == len(marks) and opened.glyph == following and _begins_speech(text, opened):
            yield _unclosed(text, opened, end, runs_on=True)
            return
        if closing == limit:
            closing = _next(plural, position, limit)
        if closing < limit:
            yield _closed(opened, marks[closing])
            position = closing + 1


def _next(indices: list[int], position: int, limit: int) -> int:
    """The first of the indices from `position` on, or `limit`."""
    place = bisect_left(indices, position)
    return min(limit, indices[place]) if place < len(indices) else limit


def _single_opens(text: str, mark: _Mark) -> bool:
    return mark.glyph not in "’›" and mark.opens and not _ELISION.match(text, mark.end)


def _closes_single(text: str, mark: _Mark) -> bool:
    return mark.glyph not in "‘‹" and not text[mark.start - 1].isspace() and not text[mark.end : mark.end + 1].isalnum()


def _is_plural(text: str, mark: _Mark) -> bool:
    return text[mark.start - 1] == "s" and text[mark.end : mark.end + 1].isspace()


def _is_inside_word(text: str, mark: _Mark) -> bool:
    return text[mark.start - 1 : mark.start].isalnum() and text[mark.end : mark.end + 1].isalnum()


def _begins_speech(text: str, mark: _Mark) -> bool:
    """Whether the mark begins its paragraph or follows a colon or comma."""
    return _SPEECH_FOLLOWS.search(text, max(0, mark.start - 2), mark.start) is not None or mark.start == 0
