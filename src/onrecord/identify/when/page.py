"""An article as days are read in it: its sentences, its time expressions, where each saying is told, and what stands round it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.text.paragraphs import paragraphs
from onrecord.text.sentences import sentences
from onrecord.text.timex import Timex, timexes
from onrecord.vocabulary import Statement

Range = tuple[int, int]

# In so many paragraphs, the headline counted, a text tells what it is about: a day told there goes for all of it.
LEAD = 5
# Stands for every character of a content where a region is read.
BLOCKED = "□"
# Characters from a saying within which its day stands; this bounds the time that a sentence of hundreds of sayings takes.
FAR = 600
# Characters after a day, or after a saying, that are read as near it.
NEAR = 60
# "VARNHOLM, April 6 (Agency) —": the day that a text was written on is not the day of what it tells.
_DATELINE = re.compile(r"\s*(?:\([^)]{1,40}\)|/[A-Z][\w ]{1,30}/)?\s*(?:—|–|--|-)\s")
_DATELINE_WITHIN = 60


class Page:
    """An article's text with its paragraphs, sentences and time expressions, and its statements' contents blanked out."""

    def __init__(self, text: str, statements: Sequence[Statement], unread: Sequence[Range] = ()) -> None:
        """Find them once; the ranges of `unread` (captions, bylines, boilerplate) date nothing."""
        self.text = text
        self.statements = statements
        self._by_id = {one.id: one for one in statements}
        self.paragraphs = paragraphs(text)
        self._paragraph_starts = [start for start, _ in self.paragraphs]
        self.sentences = [place for paragraph in self.paragraphs for place in sentences(text, *paragraph)]
        self._sentence_starts = [start for start, _ in self.sentences]
        self.timexes = [
            one
            for one in timexes(text)
            if not self._in_dateline(one) and not any(start <= one.start < end for start, end in unread)
        ]
        self._timex_starts = [one.start for one in self.timexes]
        self._cues = sorted({(one.cue.start, one.cue.end) for one in statements if one.cue is not None})
        self.masked = self._masked([one for one in statements if one.within is None])
        self._views: dict[str, str] = {}
        self._cores: dict[str, Range] = {}
        self._regions: dict[str, Range] = {}

    def _in_dateline(self, timex: Timex) -> bool:
        start = self.paragraphs[self.paragraph(timex.start)][0]
        return (
            timex.start - start <= _DATELINE_WITHIN
            and _DATELINE.match(self.text, timex.end) is not None
            and (self.text[start : timex.start].split(",")[0].isupper())
        )

    def paragraph(self, place: int) -> int:
        """The number of the paragraph that holds a place."""
        return max(0, bisect_right(self._paragraph_starts, place) - 1)

    def sentence(self, place: int) -> Range:
        """The sentence that holds a place."""
        index = bisect_right(self._sentence_starts, place) - 1
        return self.sentences[index] if index >= 0 else (0, len(self.text))

    def core(self, one: Statement) -> Range:
        """Where the saying is told: the hull of cue and source, the cue alone where they are in two sentences."""
        if one.id not in self._cores:
            self._cores[one.id] = self._core(one)
        return self._cores[one.id]

    def _core(self, one: Statement) -> Range:
        spans = [span for span in (one.source, one.cue) if span is not None] or [one.content[0]]
        if len(spans) == 2 and self.sentence(spans[0].start) != self.sentence(spans[1].start):
            spans = spans[1:]
        return min(span.start for span in spans), max(span.end for span in spans)

    def view(self, one: Statement) -> str:
        """The text as one statement's own words are read: all contents blanked but those that hold it."""
        if one.within is None:
            return self.masked
        if one.within not in self._views:
            holding = self.holding(one)
            self._views[one.within] = self._masked([other for other in self.statements if other.id not in holding])
        return self._views[one.within]

    def holding(self, one: Statement) -> set[str]:
        """The ids of the statements that a statement is inside of."""
        found: set[str] = set()
        within = one.within
        while within is not None and within not in found and within in self._by_id:
            found.add(within)
            within = self._by_id[within].within
        return found

    def _masked(self, statements: Sequence[Statement]) -> str:
        cells = list(self.text)
        for one in statements:
            for span in one.content:
                cells[span.start : span.end] = BLOCKED * (span.end - span.start)
        for one in statements:  # a source or cue that stands in another's content stays readable
            for told in (one.source, one.cue):
                if told is not None:
                    cells[told.start : told.end] = told.text
        return "".join(cells)

    def region(self, one: Statement) -> Range:
        """The sentence in which the saying is told; for a statement inside another, the part of it in that one's content.

        Of a very long sentence, what stands near the saying.
        """
        if one.id not in self._regions:
            self._regions[one.id] = self._region(one)
        return self._regions[one.id]

    def _region(self, one: Statement) -> Range:
        core = self.core(one)
        start, end = self.sentence(core[0])
        start, end = max(start, core[0] - FAR), min(end, core[1] + FAR)
        if one.within is not None and (outer := self._by_id.get(one.within)):
            start, end = next(
                ((max(start, span.start), min(end, span.end)) for span in outer.content if span.start <= core[0] < span.end),
                (start, end),
            )
        return start, max(end, core[1])

    def within(self, start: int, end: int) -> list[Timex]:
        """The time expressions in a range."""
        first, last = bisect_left(self._timex_starts, start), bisect_right(self._timex_starts, end)
        return [one for one in self.timexes[first:last] if one.end <= end]

    def words(self, one: Statement, *, whole: bool = False) -> str:
        """Source and cue and the few words after, or the whole sentence, without the contents."""
        start, end = self.core(one)
        start, end = self.region(one) if whole else (start, end + NEAR)
        return self.view(one)[start:end].replace(BLOCKED, "")

    def sentence_before(self, one: Statement) -> Range | None:
        index = bisect_right(self._sentence_starts, self.core(one)[0]) - 2
        if index < 0 or one.within is not None:
            return None
        before = self.sentences[index]
        return before if self.paragraph(before[0]) == self.paragraph(self.core(one)[0]) else None

    def sentences_before(self, place: int, limit: int = 8) -> list[Range]:
        """The last sentences before the one that holds a place, in order."""
        index = bisect_right(self._sentence_starts, place) - 1
        return self.sentences[max(0, index - limit) : max(0, index)]

    def foreign_cue(self, one: Statement, start: int, end: int) -> bool:
        """Whether another statement's cue stands in a range."""
        own = (one.cue.start, one.cue.end) if one.cue is not None else None
        for cue in self._cues[bisect_left(self._cues, (start, start)) : bisect_right(self._cues, (end, end))]:
            if cue[1] <= end and cue != own:
                return True
        return False
