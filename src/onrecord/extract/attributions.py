"""Puts marks together into attributions: one cue, its source, its content fragments."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from onrecord.extract.kind import is_name
from onrecord.extract.layout import Layout
from onrecord.text.quotes import Quotation
from onrecord.vocabulary import Mark, Role

Range = tuple[int, int]

# A quotation with fewer words that no cue reports is a title, a nickname or a scare quote, not speech.
_FREE_STANDING_WORDS = 8
# What the rules below are sure of, on the scale of the model's confidence; not calibrated.
_FREE_STANDING_CONFIDENCE = 0.5

# “…” — Ada Brandt, of Olan: a dash, then a name that ends the paragraph.
_SIGNATURE = re.compile(
    r"\s*(?P<dash>[—–―-]{1,2})\s*(?P<who>[^\W\d_a-z][\w.’'-]*?(?:\s+[\w.’'-]+?){0,5}?)(?:,[^.!?]{1,80})?\s*\.?$"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Half-open ranges of one text: who (`source`), the reporting words (`cue`), and what is reported (`content`, in order)."""

    source: Range | None
    cue: Range | None
    content: tuple[Range, ...]
    confidence: float

    @property
    def start(self) -> int:
        """Where the first of its ranges begins."""
        return min(start for start, _ in self.ranges)

    @property
    def ranges(self) -> tuple[Range, ...]:
        """All its ranges, unordered."""
        return tuple(found for found in (self.source, self.cue, *self.content) if found is not None)


def attributions(layout: Layout, marks: Sequence[Mark], skip: Sequence[Range] = ()) -> list[Attribution]:
    """The attributions that linked marks make, ordered by place; no free quotation is looked for in the ranges of `skip`.

    1. Each cue with the source and the content linked to it; a source without a cue is dropped.
    2. A paragraph that opens with a quotation and reports nothing itself goes on with the attribution before it, if that
       left its quotation open or its paragraph ends in a colon.
    3. A long quotation that nothing reports is content all the same (of 13 of six words and more in PolNeAR dev, 12 are): its
       source is who signs it ("…" — Brandt), else nobody is named.
    4. A cue that is left without content reports nothing and is dropped.
    """
    found = _continued(layout, by_cue(marks), skip)
    found += _unreported(layout, found, skip)
    return sorted((one for one in found if one.content), key=lambda one: one.start)


def by_cue(marks: Sequence[Mark]) -> list[Attribution]:
    """One attribution for each cue, in order, with all that is linked to it; some may have no content."""
    groups: dict[int, list[Mark]] = {index: [] for index, mark in enumerate(marks) if mark.role is Role.CUE}
    for mark in marks:
        if mark.cue is not None:
            groups[mark.cue].append(mark)
    found = []
    for cue, linked in groups.items():
        source = next((mark for mark in linked if mark.role is Role.SOURCE), None)
        found.append(
            Attribution(
                source=(source.start, source.end) if source else None,
                cue=(marks[cue].start, marks[cue].end),
                content=tuple((mark.start, mark.end) for mark in linked if mark.role is Role.CONTENT),
                confidence=min(mark.score * mark.link for mark in (marks[cue], *linked)),
            )
        )
    return found


def _continued(layout: Layout, found: Sequence[Attribution], skip: Sequence[Range]) -> list[Attribution]:
    """Step 2: quotations at the head of a paragraph in which nothing reports.

    Paragraphs in `skip` (a caption in the middle of a quotation) are passed over as if they were not there.
    """
    reporting = sorted(one.cue[0] for one in found if one.cue is not None)
    result = list(found)
    by_place: dict[Range, list[int]] = {}
    for index, one in enumerate(result):
        for start, _ in one.ranges:
            by_place.setdefault(layout.paragraph(start), []).append(index)
    before: Range | None = None
    for place in layout.paragraphs:
        if any(start <= place[0] < end for start, end in skip):
            continue
        quotation = layout.quotation(place[0])
        reports = bisect_left(reporting, place[0]) < bisect_left(reporting, place[1])
        if quotation is not None and not reports and not _is_taken(quotation, result, by_place.get(place, ())):
            quoted = (quotation.start, quotation.end)
            owner = _owner(layout, before, result, by_place.get(before, ())) if before else None
            if owner is not None:
                result[owner] = replace(result[owner], content=(*result[owner].content, quoted))
                by_place.setdefault(place, []).append(owner)
        before = place
    return result


def _is_taken(quotation: Quotation, found: Sequence[Attribution], candidates: Sequence[int]) -> bool:
    contents = (place for index in candidates for place in found[index].content)
    return any(start < quotation.end and quotation.start < end for start, end in contents)


def _unreported(layout: Layout, found: Sequence[Attribution], skip: Sequence[Range]) -> list[Attribution]:
    """Step 3: long quotations outside any attribution and outside `skip`."""
    taken = sorted([*(place for one in found for place in one.ranges), *skip])
    ends = list(accumulate((end for _, end in taken), max))
    made: list[Attribution] = []
    for quotation in layout.outer_quotations(0, len(layout.text)):
        before = bisect_left(taken, (quotation.end, 0))
        if before and ends[before - 1] > quotation.start:
            continue
        words = len(layout.text[quotation.start : quotation.end].split())
        if quotation.closed and words >= _FREE_STANDING_WORDS and not is_name(layout.text, quotation):
            made.append(_signed(layout, quotation))
    return made


def _signed(layout: Layout, quotation: Quotation) -> Attribution:
    """The attribution of a quotation that no verb reports: to who signs it after a dash, else to nobody."""
    content = ((quotation.start, quotation.end),)
    match = _SIGNATURE.match(layout.text, quotation.end, layout.paragraph(quotation.start)[1])
    if match is None:
        return Attribution(None, None, content, _FREE_STANDING_CONFIDENCE)
    return Attribution(match.span("who"), match.span("dash"), content, _FREE_STANDING_CONFIDENCE)


def _owner(layout: Layout, before: Range, found: Sequence[Attribution], candidates: Sequence[int]) -> int | None:
    """The attribution of the paragraph before that a quotation goes on with: its quotation runs on, or it ends in a colon."""
    start, end = before
    runs_on = next((one for one in layout.outer_quotations(start, end) if one.runs_on), None)
    colon = layout.text[start:end].endswith(":")
    for index in reversed(candidates):
        one = found[index]
        last = one.content[-1] if one.content else None
        if runs_on is not None and last is not None and last[0] < runs_on.end and runs_on.start < last[1]:
            return index
        if colon and one.cue is not None and start <= one.cue[0] < end and (last is None or last[1] <= one.cue[0]):
            return index
    return None
